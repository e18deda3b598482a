//! Points and lengths of time as values: TIMEX3, EDTF, first and last day.

use super::civil::{Day, days_in_month};
use super::form::{UNKNOWN, digits, fill, interval, iso};
use super::meaning::{Amount, Length, Meaning, Pattern, Time, Zone};
use super::words::{Modifier, Part, Season, Unit};

/// A resolved stretch of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Point {
    Day(Day),
    /// A week by its Monday.
    Week(Day),
    /// A weekend by its Saturday.
    Weekend(Day),
    Month(i32, u8),
    Quarter(i32, u8),
    Half(i32, u8),
    Season(i32, Season),
    Year(i32),
    /// Years 10 n to 10 n + 9; BC counted backwards.
    Decade(i32, bool),
    /// Years 100 n to 100 n + 99; BC counted backwards.
    Century(i32, bool),
    Millennium(i32),
}

impl Point {
    /// The stretch of this unit that holds a day.
    pub fn around(day: Day, unit: Unit) -> Self {
        let (y, m, _) = day.ymd();
        let monday = Day(day.0.saturating_sub(day.weekday() as i32));
        match unit {
            Unit::Second | Unit::Minute | Unit::Hour | Unit::Night | Unit::Day => Self::Day(day),
            Unit::Weekend => Self::Weekend(Day(monday.0.saturating_add(5))),
            Unit::Week | Unit::Fortnight => Self::Week(monday),
            Unit::Month => Self::Month(y, m as u8),
            Unit::Quarter => Self::Quarter(y, ((m - 1) / 3 + 1) as u8),
            Unit::Year => Self::Year(y),
            Unit::Decade => Self::Decade(y.div_euclid(10), false),
            Unit::Century => Self::Century(y.div_euclid(100), false),
            Unit::Millennium => Self::Millennium(y.div_euclid(1000)),
        }
    }

    /// So many of its own units later. Days far beyond reason stay where they are.
    pub fn shift(self, by: i32) -> Self {
        let days = |day: Day, n: i32| Day(day.0.saturating_add(n.saturating_mul(by)));
        match self {
            Self::Day(day) => Self::Day(days(day, 1)),
            Self::Week(day) => Self::Week(days(day, 7)),
            Self::Weekend(day) => Self::Weekend(days(day, 7)),
            Self::Month(y, m) => {
                let (y, m) = parts_on(y, m, 12, by);
                Self::Month(y, m)
            }
            Self::Quarter(y, q) => {
                let (y, q) = parts_on(y, q, 4, by);
                Self::Quarter(y, q)
            }
            Self::Half(y, h) => {
                let (y, h) = parts_on(y, h, 2, by);
                Self::Half(y, h)
            }
            Self::Season(y, s) => Self::Season(y.saturating_add(by), s),
            Self::Year(y) => Self::Year(y.saturating_add(by)),
            Self::Decade(n, bc) => Self::Decade(n.saturating_add(if bc { -by } else { by }).max(0), bc),
            Self::Century(n, bc) => Self::Century(n.saturating_add(if bc { -by } else { by }).max(0), bc),
            Self::Millennium(n) => Self::Millennium(n.saturating_add(by)),
        }
    }

    /// First and last day; `None` beyond the calendar's reach.
    pub fn days(self) -> Option<(Day, Day)> {
        // First year and month, last year and month.
        let (a, m, b, n) = match self {
            Self::Day(day) => return Some((day, day)),
            Self::Week(day) => return Some((day, Day(day.0.saturating_add(6)))),
            Self::Weekend(day) => return Some((day, Day(day.0.saturating_add(1)))),
            Self::Month(y, m) => (y, m, y, m),
            Self::Quarter(y, q) => (y, 3 * q - 2, y, 3 * q),
            Self::Half(y, h) => (y, 6 * h - 5, y, 6 * h),
            Self::Season(y, Season::Winter) => (y, 12, y + 1, 2),
            Self::Season(y, season) => (y, 3 * season as u8 + 3, y, 3 * season as u8 + 5),
            Self::Year(y) => (y, 1, y, 12),
            Self::Decade(n, false) => (n * 10, 1, n * 10 + 9, 12),
            Self::Decade(n, true) => (1 - (n * 10 + 9), 1, 1 - (n * 10).max(1), 12),
            Self::Century(n, false) => (n * 100, 1, n * 100 + 99, 12),
            Self::Century(n, true) => (1 - (n * 100 + 100), 1, -(n * 100), 12),
            Self::Millennium(n) => (n * 1000, 1, n * 1000 + 999, 12),
        };
        let n = u32::from(n);
        Some((Day::new(a, m.into(), 1)?, Day::new(b, n, days_in_month(b, n))?))
    }

    /// The TIMEX3 value.
    pub fn timex(self) -> String {
        let week = |monday: Day, form| {
            let (y, w) = iso_week(monday);
            fill(form, &[y, w as i32])
        };
        match self {
            Self::Day(day) => {
                let (y, m, d) = day.ymd();
                fill("Y-2-2", &[y, m as i32, d as i32])
            }
            Self::Week(monday) => week(monday, "Y-W2"),
            Self::Weekend(saturday) => week(Day(saturday.0.saturating_sub(5)), "Y-W2-WE"),
            Self::Month(y, m) => fill("Y-2", &[y, m.into()]),
            Self::Quarter(y, q) => fill("Y-Q1", &[y, q.into()]),
            Self::Half(y, h) => fill("Y-H1", &[y, h.into()]),
            Self::Season(y, s) => fill(["Y-SP", "Y-SU", "Y-FA", "Y-WI"][s as usize], &[y]),
            Self::Year(y) => fill("Y", &[y]),
            Self::Decade(n, bc) => fill(if bc { "BC3" } else { "3" }, &[n]),
            Self::Century(n, bc) => fill(if bc { "BC2" } else { "2" }, &[n]),
            Self::Millennium(n) => fill("1", &[n]),
        }
    }

    /// The EDTF string (ISO 8601-2); weeks, which it lacks, as an interval of days.
    pub fn edtf(self) -> String {
        let (form, n, part) = match self {
            Self::Day(day) => return iso(day),
            Self::Month(y, m) => ("@-2", y, m),
            Self::Quarter(y, q) => ("@-2", y, 32 + q),
            Self::Half(y, h) => ("@-2", y, 39 + h),
            Self::Season(y, s) => ("@-2", y, 21 + s as u8),
            Self::Year(y) => ("@", y, 0),
            Self::Decade(n, false) => ("3X", n, 0),
            Self::Century(n, false) => ("2XX", n, 0),
            Self::Millennium(n) => ("1XXX", n, 0),
            Self::Week(_) | Self::Weekend(_) | Self::Decade(_, true) | Self::Century(_, true) => {
                return self.days().map_or_else(String::new, |(from, to)| interval(Some(from), Some(to)));
            }
        };
        fill(form, &[n, part.into()])
    }

    /// The days of the first, middle or last third, as "early", "mid" and "late" are read.
    pub fn third(self, modifier: Modifier) -> Option<(Day, Day)> {
        let (from, to) = self.days()?;
        let months = |first: u8, last: u8| match self {
            Self::Year(y) => Some((Self::Month(y, first).days()?.0, Self::Month(y, last).days()?.1)),
            _ => None,
        };
        let n = match modifier {
            Modifier::Start => 0,
            Modifier::Mid => 1,
            Modifier::End => 2,
            _ => return Some((from, to)),
        };
        match self {
            Self::Day(_) => Some((from, to)),
            Self::Year(_) => months(1 + 4 * n, 4 + 4 * n),
            Self::Month(..) => {
                let first = Day(from.0 + 10 * i32::from(n));
                Some((first, if n == 2 { to } else { Day(first.0 + 9) }))
            }
            Self::Decade(..) => {
                let (y, _, _) = from.ymd();
                let (a, b) = [(0, 3), (4, 6), (7, 9)][usize::from(n)];
                Some((Day::new(y + a, 1, 1)?, Day::new(y + b, 12, 31)?))
            }
            _ => {
                let length = to.0 - from.0 + 1;
                let part = |k: i32| from.0 + length * k / 3;
                Some((Day(part(i32::from(n))), Day(part(i32::from(n) + 1) - 1)))
            }
        }
    }
}

/// The month so many months later.
pub(super) fn add_months(y: i32, m: u8, by: i32) -> (i32, u8) {
    parts_on(y, m, 12, by)
}

/// Of a year in so many parts, the part so many parts later.
fn parts_on(y: i32, part: u8, parts: i32, by: i32) -> (i32, u8) {
    let n = y.saturating_mul(parts).saturating_add(i32::from(part) - 1).saturating_add(by);
    (n.div_euclid(parts), n.rem_euclid(parts) as u8 + 1)
}

/// ISO year and week of a Monday.
pub(super) fn iso_week(monday: Day) -> (i32, u32) {
    let thursday = Day(monday.0.saturating_add(3));
    let (y, _, _) = thursday.ymd();
    let first = Day::new(y, 1, 1).map_or(thursday.0, |d| d.0);
    (y, ((thursday.0 - first) / 7 + 1) as u32)
}

/// The TIMEX3 value of what recurs on some days of its period, or at some time: "XXXX-WXX-2", "XXXX-XX-XXTMO".
pub(super) fn pattern(length: Length, on: Pattern, time: Option<Meaning>) -> Option<String> {
    let mut value = match on {
        Pattern::Weekday(day) => fill("Y-WXX-1", &[UNKNOWN, i32::from(day) + 1]),
        Pattern::Month(month) => Point::Month(UNKNOWN, month).timex(),
        Pattern::Season(season) => Point::Season(UNKNOWN, season).timex(),
        Pattern::Any if length.unit == Unit::Weekend => "XXXX-WXX-WE".into(),
        Pattern::Any if time.is_some() => "XXXX-XX-XX".into(),
        Pattern::Any => return None,
    };
    if let Some(Meaning::Time { time, .. }) = time {
        value += &self::time(time);
    }
    Some(value)
}

/// A time of day in TIMEX3: "T15:30", with the seconds and the Z of UTC if they are said; "TMO".
pub(super) fn time(time: Time) -> String {
    let clock = match time {
        Time::Clock(clock) => clock,
        Time::Part(part) => return part_code(part).into(),
    };
    let form = if clock.second.is_some() { "T2:2:2" } else { "T2:2" };
    let second = clock.second.unwrap_or(0);
    let mut code = fill(form, &[clock.hour.into(), clock.minute.into(), second.into()]);
    if clock.zone == Zone::Utc {
        code.push('Z');
    }
    code
}

/// The TIMEX3 code of a part of the day.
fn part_code(part: Part) -> &'static str {
    match part {
        Part::Dawn | Part::Morning => "TMO",
        Part::Noon => "T12:00",
        Part::Afternoon => "TAF",
        Part::Evening => "TEV",
        Part::Night => "TNI",
        Part::Midnight => "T24:00",
        Part::Daytime => "TDT",
    }
}

/// The TIMEX3 (and ISO 8601) value of a length: "P4M", "PT30M", "P2.5Y", "PXD".
pub(super) fn length(length: Length) -> String {
    let mut value = String::from("P");
    let mut timed = false;
    let mut add = |amount: Amount, unit: Unit| {
        let (factor, code, clock) = code(unit);
        let (amount, factor, code, clock) = match (amount == Amount::HALF, unit) {
            (true, Unit::Year) => (Amount::of(6), 1, "M", false),
            (true, Unit::Hour) => (Amount::of(30), 1, "M", true),
            (true, Unit::Day) => (Amount::of(12), 1, "H", true),
            (true, Unit::Minute) => (Amount::of(30), 1, "S", true),
            // A quarter of an hour, three quarters of one.
            (_, Unit::Hour) if amount.whole == 0 && matches!(amount.hundredths, 25 | 75) => {
                (Amount::of(u32::from(amount.hundredths) * 3 / 5), 1, "M", true)
            }
            _ => (amount, factor, code, clock),
        };
        if clock && !timed {
            value.push('T');
            timed = true;
        }
        if amount.known {
            let hundredths = (u64::from(amount.whole) * 100 + u64::from(amount.hundredths)) * factor;
            digits(&mut value, i32::try_from(hundredths / 100).unwrap_or(i32::MAX), 1);
            let (rest, width) = match (hundredths % 100) as i32 {
                rest if rest % 10 == 0 => (rest / 10, 1),
                rest => (rest, 2),
            };
            if rest > 0 {
                value.push('.');
                digits(&mut value, rest, width);
            }
        } else {
            value.push('X');
        }
        value += code;
    };
    add(length.amount, length.unit);
    if let Some((whole, unit)) = length.more {
        add(Amount::of(whole.into()), unit);
    }
    value
}

/// How a unit is written in a duration: factor, letter, whether it stands after T.
fn code(unit: Unit) -> (u64, &'static str, bool) {
    match unit {
        Unit::Second => (1, "S", true),
        Unit::Minute => (1, "M", true),
        Unit::Hour => (1, "H", true),
        Unit::Night | Unit::Day => (1, "D", false),
        Unit::Weekend => (1, "WE", false),
        Unit::Week => (1, "W", false),
        Unit::Fortnight => (2, "W", false),
        Unit::Month => (1, "M", false),
        Unit::Quarter => (1, "Q", false),
        Unit::Year => (1, "Y", false),
        Unit::Decade => (10, "Y", false),
        Unit::Century => (100, "Y", false),
        Unit::Millennium => (1000, "Y", false),
    }
}

/// The form of a point of which only the year may be known: "XXXX-XX-XX", "XXXX-WXX".
pub(super) fn open(unit: Unit, year: i32) -> String {
    let form = match unit {
        Unit::Second | Unit::Minute | Unit::Hour | Unit::Night | Unit::Day => "Y-XX-XX",
        Unit::Weekend => "Y-WXX-WE",
        Unit::Week | Unit::Fortnight => "Y-WXX",
        Unit::Month => "Y-XX",
        Unit::Quarter => "Y-QX",
        Unit::Year => "Y",
        Unit::Decade => "XXX",
        Unit::Century => "XX",
        Unit::Millennium => "X",
    };
    fill(form, &[year])
}
