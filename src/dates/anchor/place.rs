//! Where an expression points and why; what is known where nobody can tell.

use crate::dates::Why;
use crate::dates::form::{UNKNOWN, fill};
use crate::dates::value::{self, Grain, Point};
use crate::dates::words::Unit;

/// Where an expression points, and why.
#[derive(Debug, Clone, Copy)]
pub(super) enum Place {
    At(Point, Why),
    Open(Open, Why),
}

impl Place {
    /// A day.
    #[inline(never)]
    pub fn day(day: i32, why: Why) -> Self {
        Self::At(Point::new(Grain::Day, day), why)
    }

    #[inline(never)]
    pub fn unit(unit: Unit, why: Why) -> Self {
        Self::Open(Open::Unit(unit), why)
    }
}

/// What is known of a point that cannot be told.
#[derive(Debug, Clone, Copy)]
pub(super) enum Open {
    /// A week, a month, …: its unit.
    Unit(Unit),
    /// A day or week of a year.
    Within(i32, Unit),
    /// The nth month, quarter, season of a year.
    Part(Grain, u8),
    /// Month and day.
    Date(u8, u8),
    /// The day of some month.
    Day(u8),
    Weekday(u8),
    /// 30 February
    NoSuchDay(i32, u8, u8),
}

impl Open {
    /// Writes TIMEX3, with an X for each digit that is not known.
    pub fn timex(self, out: &mut String) {
        let (form, numbers) = match self {
            Self::Unit(unit) => return value::open(out, unit, UNKNOWN),
            Self::Within(y, unit) => return value::open(out, unit, y),
            Self::Part(grain, n) => return grain.timex(out, UNKNOWN, n),
            Self::Date(m, d) => ("Y-2-2", [UNKNOWN, m.into(), d.into()]),
            Self::Day(d) => ("Y-XX-2", [UNKNOWN, d.into(), 0]),
            Self::Weekday(w) => ("Y-WXX-1", [UNKNOWN, i32::from(w) + 1, 0]),
            Self::NoSuchDay(y, m, d) => ("Y-2-2", [y, m.into(), d.into()]),
        };
        fill(out, form, &numbers);
    }
}
