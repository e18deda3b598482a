//! Date, time, duration and set expressions: found, typed, and resolved as a careful reader would.
//!
//! Three steps: `find` reads what the words say (known fields only), `anchor` decides which day that is here
//! (implied fields: publication day, story, tense), `value` writes it as TIMEX3, EDTF and days.

mod anchor;
mod atoms;
mod civil;
mod find;
mod form;
mod meaning;
mod packed;
mod publication;
mod read;
mod value;
mod why;
mod words;

pub use civil::Day;
pub use publication::publication;
pub use why::Why;

use crate::text::{Document, Span};

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
    /// Why it means that: "the Tuesday on or before publication".
    pub why: Why,
}

/// Finds every time expression and resolves it against the publication day, if that is known.
///
/// Total and linear: any text yields a list, sorted, without overlaps, every span on character boundaries.
pub fn find(document: &Document<'_>, published: Option<Day>) -> Vec<Timex> {
    let atoms = atoms::Atoms::new(document);
    let found = find::all(&atoms);
    anchor::resolve(&atoms, &found, published)
}
