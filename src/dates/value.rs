//! Points and lengths of time as values: TIMEX3, EDTF, first and last day.

use super::civil::{Day, days_in_month};
use super::meaning::{Amount, Clock, Length, Pattern, Time};
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
                let (y, m) = add_months(y, m, by);
                Self::Month(y, m)
            }
            Self::Quarter(y, q) => {
                let n = y.saturating_mul(4).saturating_add(i32::from(q) - 1).saturating_add(by);
                Self::Quarter(n.div_euclid(4), n.rem_euclid(4) as u8 + 1)
            }
            Self::Half(y, h) => {
                let n = y.saturating_mul(2).saturating_add(i32::from(h) - 1).saturating_add(by);
                Self::Half(n.div_euclid(2), n.rem_euclid(2) as u8 + 1)
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
        let months = |y: i32, first: u8, last: u8| {
            let end = Day::new(y, u32::from(last), days_in_month(y, u32::from(last)))?;
            Some((Day::new(y, u32::from(first), 1)?, end))
        };
        let years = |first: i32, last: i32| Some((Day::new(first, 1, 1)?, Day::new(last, 12, 31)?));
        match self {
            Self::Day(day) => Some((day, day)),
            Self::Week(day) => Some((day, Day(day.0.saturating_add(6)))),
            Self::Weekend(day) => Some((day, Day(day.0.saturating_add(1)))),
            Self::Month(y, m) => months(y, m, m),
            Self::Quarter(y, q) => months(y, 3 * q - 2, 3 * q),
            Self::Half(y, h) => months(y, 6 * h - 5, 6 * h),
            Self::Season(y, Season::Spring) => months(y, 3, 5),
            Self::Season(y, Season::Summer) => months(y, 6, 8),
            Self::Season(y, Season::Autumn) => months(y, 9, 11),
            Self::Season(y, Season::Winter) => Some((months(y, 12, 12)?.0, months(y + 1, 2, 2)?.1)),
            Self::Year(y) => years(y, y),
            Self::Decade(n, false) => years(n * 10, n * 10 + 9),
            Self::Decade(n, true) => years(1 - (n * 10 + 9), 1 - (n * 10).max(1)),
            Self::Century(n, false) => years(n * 100, n * 100 + 99),
            Self::Century(n, true) => years(1 - (n * 100 + 100), -(n * 100)),
            Self::Millennium(n) => years(n * 1000, n * 1000 + 999),
        }
    }

    /// The TIMEX3 value.
    pub fn timex(self) -> String {
        match self {
            Self::Day(day) => {
                let (y, m, d) = day.ymd();
                format!("{}-{m:02}-{d:02}", year(y))
            }
            Self::Week(monday) => {
                let (y, w) = iso_week(monday);
                format!("{}-W{w:02}", year(y))
            }
            Self::Weekend(saturday) => {
                let (y, w) = iso_week(Day(saturday.0.saturating_sub(5)));
                format!("{}-W{w:02}-WE", year(y))
            }
            Self::Month(y, m) => format!("{}-{m:02}", year(y)),
            Self::Quarter(y, q) => format!("{}-Q{q}", year(y)),
            Self::Half(y, h) => format!("{}-H{h}", year(y)),
            Self::Season(y, s) => format!("{}-{}", year(y), season_code(s)),
            Self::Year(y) => year(y),
            Self::Decade(n, bc) => format!("{}{n:03}", if bc { "BC" } else { "" }),
            Self::Century(n, bc) => format!("{}{n:02}", if bc { "BC" } else { "" }),
            Self::Millennium(n) => format!("{n}"),
        }
    }

    /// The EDTF string (ISO 8601-2); weeks, which it lacks, as an interval of days.
    pub fn edtf(self) -> String {
        let year = |y: i32| if y < 0 { format!("-{:04}", -y) } else { format!("{y:04}") };
        match self {
            Self::Day(day) => day.to_string(),
            Self::Month(y, m) => format!("{}-{m:02}", year(y)),
            Self::Quarter(y, q) => format!("{}-{}", year(y), 32 + q),
            Self::Half(y, h) => format!("{}-{}", year(y), 39 + h),
            Self::Season(y, s) => format!("{}-{}", year(y), 21 + s as u8),
            Self::Year(y) => year(y),
            Self::Decade(n, false) => format!("{n:03}X"),
            Self::Century(n, false) => format!("{n:02}XX"),
            Self::Millennium(n) => format!("{n}XXX"),
            Self::Week(_) | Self::Weekend(_) | Self::Decade(_, true) | Self::Century(_, true) => {
                self.days().map_or_else(String::new, |(from, to)| format!("{from}/{to}"))
            }
        }
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

/// Month arithmetic.
pub(super) fn add_months(y: i32, m: u8, by: i32) -> (i32, u8) {
    let n = y.saturating_mul(12).saturating_add(i32::from(m) - 1).saturating_add(by);
    (n.div_euclid(12), n.rem_euclid(12) as u8 + 1)
}

/// A year in TIMEX3: four digits, BC in front of the year before Christ.
pub(super) fn year(y: i32) -> String {
    if y <= 0 { format!("BC{:04}", 1 - y) } else { format!("{y:04}") }
}

/// ISO year and week of a Monday.
pub(super) fn iso_week(monday: Day) -> (i32, u32) {
    let thursday = Day(monday.0.saturating_add(3));
    let (y, _, _) = thursday.ymd();
    let first = Day::new(y, 1, 1).map_or(thursday.0, |d| d.0);
    (y, ((thursday.0 - first) / 7 + 1) as u32)
}

pub(super) fn season_code(season: Season) -> &'static str {
    ["SP", "SU", "FA", "WI"][season as usize]
}

/// The TIMEX3 value of what recurs on some days of its period, or at some time: "XXXX-WXX-2", "XXXX-XX-XXTMO".
pub(super) fn pattern(length: Length, on: Pattern, time: Option<Time>) -> Option<String> {
    let mut value = match on {
        Pattern::Weekday(day) => format!("XXXX-WXX-{}", day + 1),
        Pattern::Month(month) => format!("XXXX-{month:02}"),
        Pattern::Season(season) => format!("XXXX-{}", season_code(season)),
        Pattern::Any if length.unit == Unit::Weekend => "XXXX-WXX-WE".into(),
        Pattern::Any if time.is_some() => "XXXX-XX-XX".into(),
        Pattern::Any => return None,
    };
    if let Some(time) = time {
        value += &self::time(time);
    }
    Some(value)
}

/// A time of day in TIMEX3: "T15:30", "TMO".
pub(super) fn time(time: Time) -> String {
    match time {
        Time::Clock(clock) => clock_code(clock),
        Time::Part(part) => format!("T{}", part_code(part)),
    }
}

/// The TIMEX3 code of a part of the day, after the T.
fn part_code(part: Part) -> &'static str {
    match part {
        Part::Dawn | Part::Morning => "MO",
        Part::Noon => "12:00",
        Part::Afternoon => "AF",
        Part::Evening => "EV",
        Part::Night => "NI",
        Part::Midnight => "24:00",
        Part::Daytime => "DT",
    }
}

/// "T15:30", with the seconds and the Z of UTC if they are said.
fn clock_code(clock: Clock) -> String {
    let mut code = format!("T{:02}", clock.hour);
    if let Some(minute) = clock.minute {
        code += &format!(":{minute:02}");
    }
    if let Some(second) = clock.second {
        code += &format!(":{second:02}");
    }
    if clock.utc {
        code.push('Z');
    }
    code
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
            _ if amount.hundredths == 25 && amount.whole == 0 && unit == Unit::Hour => {
                (Amount::of(15), 1, "M", true)
            }
            _ if amount.hundredths == 75 && amount.whole == 0 && unit == Unit::Hour => {
                (Amount::of(45), 1, "M", true)
            }
            _ if matches!(amount.hundredths, 25 | 75) && amount.whole == 0 && unit == Unit::Hour => {
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
            value += &(hundredths / 100).to_string();
            match hundredths % 100 {
                0 => {}
                rest if rest % 10 == 0 => value += &format!(".{}", rest / 10),
                rest => value += &format!(".{rest:02}"),
            }
        } else {
            value.push('X');
        }
        value += code;
    };
    add(length.amount, length.unit);
    if let Some((amount, unit)) = length.more {
        add(amount, unit);
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

/// A point whose year, week or day nobody knows, in TIMEX3: "XXXX-08", "XXXX-WXX-2".
pub(super) fn unknown(unit: Unit) -> &'static str {
    match unit {
        Unit::Second | Unit::Minute | Unit::Hour | Unit::Night | Unit::Day => "XXXX-XX-XX",
        Unit::Weekend => "XXXX-WXX-WE",
        Unit::Week | Unit::Fortnight => "XXXX-WXX",
        Unit::Month => "XXXX-XX",
        Unit::Quarter => "XXXX-QX",
        Unit::Year => "XXXX",
        Unit::Decade => "XXX",
        Unit::Century => "XX",
        Unit::Millennium => "X",
    }
}
