//! Where an expression points and why; what is known where nobody can tell.

use crate::dates::Why;
use crate::dates::meaning::Piece;
use crate::dates::value::{self, Point};
use crate::dates::words::Unit;

/// Where an expression points, and why.
#[derive(Debug, Clone, Copy)]
pub(super) enum Place {
    At(Point, Why),
    Open(Open, Why),
}

/// What is known of a point that cannot be told.
#[derive(Debug, Clone, Copy)]
pub(super) enum Open {
    /// A week, a month, …: its unit.
    Unit(Unit),
    /// A day or week of a year.
    Within(i32, Unit),
    Month(u8),
    /// Month and day.
    Date(u8, u8),
    /// The day of some month.
    Day(u8),
    Weekday(u8),
    Piece(Piece),
    /// 30 February
    NoSuchDay(i32, u8, u8),
}

impl Open {
    /// TIMEX3, with an X for each digit that is not known.
    pub fn timex(self) -> String {
        match self {
            Self::Unit(unit) => value::unknown(unit).into(),
            Self::Within(y, unit) => {
                format!("{}{}", value::year(y), value::unknown(unit).strip_prefix("XXXX").unwrap_or(""))
            }
            Self::Month(m) => format!("XXXX-{m:02}"),
            Self::Date(m, d) => format!("XXXX-{m:02}-{d:02}"),
            Self::Day(d) => format!("XXXX-XX-{d:02}"),
            Self::Weekday(w) => format!("XXXX-WXX-{}", w + 1),
            Self::Piece(Piece::Season(s)) => format!("XXXX-{}", value::season_code(s)),
            Self::Piece(Piece::Quarter(q)) => format!("XXXX-Q{q}"),
            Self::Piece(Piece::Half(h)) => format!("XXXX-H{h}"),
            Self::NoSuchDay(y, m, d) => format!("{}-{m:02}-{d:02}", value::year(y)),
        }
    }

    /// EDTF, which has no weeks and no unknown quarters: what is known of a day in an unknown week cannot be said in it.
    pub fn edtf(self) -> String {
        Some(self.timex()).filter(|value| !value.contains(['W', 'Q'])).unwrap_or_default()
    }
}
