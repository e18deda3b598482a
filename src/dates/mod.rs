//! Date, time, duration and set expressions: found, typed, and resolved as a careful reader would.

mod civil;
mod find;

pub use civil::Day;
pub use find::{find, publication};

use crate::text::Span;

/// The TIMEX3 type of an expression.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TimexType {
    /// A calendar point or stretch: a day, a month, a year.
    Date,
    /// A time of day.
    Time,
    /// A length of time.
    Duration,
    /// Something that recurs.
    Set,
}

/// A time expression and what it means.
#[derive(Debug, Clone, PartialEq)]
pub struct Timex {
    /// Its words, without the preposition before them.
    pub span: Span,
    /// What type.
    pub kind: TimexType,
    /// TIMEX3 value: `2019-08-23`, `2019-W34`, `P4M`, `PAST_REF`; an X for each digit that is not known.
    pub value: String,
    /// TIMEX3 mod: `START`, `MID`, `END`, `APPROX`, `MORE_THAN`, …
    pub modifier: Option<&'static str>,
    /// EDTF (ISO 8601-2), empty where there is none.
    pub edtf: String,
    /// First day, where known.
    pub from: Option<Day>,
    /// Last day, where known.
    pub to: Option<Day>,
    /// True for "now", "recently", "soon": found, but hidden unless asked for.
    pub vague: bool,
    /// Why it means that, in words a reader understands ("the Tuesday on or before publication"); empty if it says so itself.
    pub why: String,
}
