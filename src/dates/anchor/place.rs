//! Where an expression points and why; what is known where nobody can tell.

use crate::dates::Why;
use crate::dates::form::{UNKNOWN, fill};
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
        let (form, numbers) = match self {
            Self::Unit(unit) => return value::open(unit, UNKNOWN),
            Self::Within(y, unit) => return value::open(unit, y),
            Self::Month(m) => ("Y-2", [UNKNOWN, m.into(), 0]),
            Self::Date(m, d) => ("Y-2-2", [UNKNOWN, m.into(), d.into()]),
            Self::Day(d) => ("Y-XX-2", [UNKNOWN, d.into(), 0]),
            Self::Weekday(w) => ("Y-WXX-1", [UNKNOWN, i32::from(w) + 1, 0]),
            Self::Piece(Piece::Season(s)) => return Point::Season(UNKNOWN, s).timex(),
            Self::Piece(Piece::Quarter(q)) => ("Y-Q1", [UNKNOWN, q.into(), 0]),
            Self::Piece(Piece::Half(h)) => ("Y-H1", [UNKNOWN, h.into(), 0]),
            Self::NoSuchDay(y, m, d) => ("Y-2-2", [y, m.into(), d.into()]),
        };
        fill(form, &numbers)
    }

    /// EDTF, which has no weeks and no unknown quarters: what is known of a day in an unknown week cannot be said in it.
    pub fn edtf(self) -> String {
        Some(self.timex()).filter(|value| !value.contains(['W', 'Q'])).unwrap_or_default()
    }
}
