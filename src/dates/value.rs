//! Points and lengths of time as values: TIMEX3, EDTF, first and last day.

use std::num::NonZeroU64;

use super::civil::Day;
use super::form::{UNKNOWN, digits, fill, interval, iso, put};
use super::meaning::{Amount, Clock, Length, Meaning, Pattern, Time, Zone};
use super::words::{Modifier, Part, Unit};

/// How long a stretch of the calendar is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Grain {
    Day,
    Week,
    Weekend,
    Month,
    Quarter,
    Half,
    Season,
    Year,
    Decade,
    Century,
    Millennium,
}

/// What holds for all stretches of a grain.
struct Law {
    /// How many a year has.
    parts: u8,
    /// How many months each has.
    months: u16,
    /// How TIMEX3 writes it.
    timex: &'static str,
    /// How EDTF (ISO 8601-2) writes it, if it can.
    edtf: &'static str,
    /// EDTF's number for the one before the first of a year.
    code: u8,
}

const fn law(parts: u8, months: u16, timex: &'static str, edtf: &'static str, code: u8) -> Law {
    Law { parts, months, timex, edtf, code }
}

static LAWS: [Law; 11] = [
    law(1, 0, "Y-2-2", "@-2-2", 0),
    law(1, 0, "Y-W2", "", 0),
    law(1, 0, "Y-W2-WE", "", 0),
    law(12, 1, "Y-2", "@-2", 0),
    law(4, 3, "Y-Q1", "@-2", 32),
    law(2, 6, "Y-H1", "@-2", 39),
    law(4, 3, "Y-S", "@-2", 20),
    law(1, 12, "Y", "@", 0),
    law(1, 120, "3", "3X", 0),
    law(1, 1200, "2", "2XX", 0),
    law(1, 12_000, "1", "1XXX", 0),
];

impl Grain {
    const ALL: [Self; 11] = [
        Self::Day,
        Self::Week,
        Self::Weekend,
        Self::Month,
        Self::Quarter,
        Self::Half,
        Self::Season,
        Self::Year,
        Self::Decade,
        Self::Century,
        Self::Millennium,
    ];

    /// The nth.
    #[inline(never)]
    pub fn of(n: u32) -> Self {
        Self::ALL.get(n as usize).copied().unwrap_or(Self::Day)
    }

    fn law(self) -> &'static Law {
        &LAWS[self as usize]
    }

    /// TIMEX3 of the nth of a year, known or not.
    pub fn timex(self, out: &mut String, year: i32, n: u8) {
        fill(out, self.law().timex, &[year, n.into()]);
    }
}

/// A resolved stretch of the calendar: how long it is, and the how manieth. (One number, which is handed on in a register.)
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Point(NonZeroU64);

impl Point {
    /// Of a day, a week (its Monday), a weekend (its Saturday): the days since 1970. Of others how many come before it, from the
    /// year 0 on (seasons: from its spring). Below zero are decades and centuries as people count them, which had no year 0.
    #[inline(never)]
    pub fn new(grain: Grain, n: i32) -> Self {
        Self(pair(n, grain as u32))
    }

    pub fn grain(self) -> Grain {
        Grain::of(second(self.0))
    }

    /// Whether it is so long.
    #[inline]
    pub fn is(self, grain: Grain) -> bool {
        second(self.0) == grain as u32
    }

    #[inline]
    pub fn n(self) -> i32 {
        first(self.0)
    }

    pub fn day(day: Day) -> Self {
        Self::new(Grain::Day, day.0)
    }

    pub fn year(n: i32) -> Self {
        Self::new(Grain::Year, n)
    }

    /// The nth part of a year.
    #[inline(never)]
    pub fn part(grain: Grain, year: i32, n: u8) -> Self {
        Self::new(grain, year * i32::from(grain.law().parts) + i32::from(n) - 1)
    }

    /// A decade or century, counted from 0 both ways.
    pub fn age(grain: Grain, n: i32, bc: bool) -> Self {
        Self::new(grain, if bc { -1 - n } else { n })
    }

    /// The stretch of this unit that holds a day.
    #[inline(never)]
    pub fn around(day: Day, unit: Unit) -> Self {
        let (y, m, _) = day.ymd();
        let (month, ancient) = (y * 12 + m as i32 - 1, i32::from(y <= 0));
        let monday = day.0.saturating_sub(day.weekday() as i32);
        let (grain, n) = match unit {
            Unit::Second | Unit::Minute | Unit::Hour | Unit::Night | Unit::Day => (Grain::Day, day.0),
            Unit::Weekend => (Grain::Weekend, monday.saturating_add(5)),
            Unit::Week | Unit::Fortnight => (Grain::Week, monday),
            Unit::Month => (Grain::Month, month),
            Unit::Quarter => (Grain::Quarter, month.div_euclid(3)),
            Unit::Year => (Grain::Year, y),
            Unit::Decade => (Grain::Decade, (y - 2 * ancient).div_euclid(10)),
            Unit::Century => (Grain::Century, (y - ancient).div_euclid(100)),
            Unit::Millennium => (Grain::Millennium, y.div_euclid(1000)),
        };
        Self::new(grain, n)
    }

    /// So many of its own units later. Days far beyond reason stay where they are.
    #[inline(never)]
    pub fn shift(self, by: i32) -> Self {
        let grain = self.grain();
        let days = if matches!(grain, Grain::Week | Grain::Weekend) { 7 } else { 1 };
        Self::new(grain, self.n().saturating_add(by.saturating_mul(days)))
    }

    /// The same part of the year before.
    pub fn year_before(self) -> Self {
        self.shift(-i32::from(self.grain().law().parts))
    }

    /// The first of its months, counted from the year 0.
    fn month(self) -> i32 {
        let (grain, n) = (self.grain(), self.n());
        let after = match grain {
            Grain::Season => 2,
            Grain::Decade if n < 0 => 24,
            Grain::Century if n < 0 => 12,
            _ => 0,
        };
        n * i32::from(grain.law().months) + after
    }

    /// First and last day; `None` beyond the calendar's reach.
    #[inline(never)]
    pub fn days(self) -> Option<Days> {
        let more = match self.grain() {
            Grain::Day => 0,
            Grain::Week => 6,
            Grain::Weekend => 1,
            grain => return months(self.month(), grain.law().months.into()),
        };
        Some(Days::new(Day(self.n()), Day(self.n().saturating_add(more))))
    }

    /// Its first day.
    #[inline(never)]
    pub fn first(self) -> Option<Day> {
        self.days().map(Days::first)
    }

    /// Writes the TIMEX3 value.
    pub fn timex(self, out: &mut String) {
        let (grain, n) = (self.grain(), self.n());
        let Law { parts, timex, .. } = *grain.law();
        let parts = i32::from(parts);
        let (y, m, d) = match grain {
            Grain::Day => Day(n).ymd(),
            Grain::Week => iso_week(Day(n)),
            Grain::Weekend => iso_week(Day(n.saturating_sub(5))),
            Grain::Decade | Grain::Century if n < 0 => {
                put(out, "BC");
                (-1 - n, 0, 0)
            }
            _ => (n.div_euclid(parts), n.rem_euclid(parts) as u32 + 1, 0),
        };
        fill(out, timex, &[y, m as i32, d as i32]);
    }

    /// Writes EDTF (ISO 8601-2); weeks, which it lacks, as an interval of days.
    pub fn edtf(self, out: &mut String) {
        let (grain, n) = (self.grain(), self.n());
        let Law { parts, edtf, code, .. } = *grain.law();
        let parts = i32::from(parts);
        if grain == Grain::Day {
            iso(out, Day(n));
        } else if edtf.is_empty() || n < 0 && matches!(grain, Grain::Decade | Grain::Century) {
            if let Some(days) = self.days() {
                interval(out, Some(days.first()), Some(days.last()));
            }
        } else {
            fill(out, edtf, &[n.div_euclid(parts), n.rem_euclid(parts) + 1 + i32::from(code)]);
        }
    }

    /// The days of the first, middle or last third, as "early", "mid" and "late" are read.
    pub fn third(self, modifier: Modifier) -> Option<Days> {
        let days = self.days()?;
        let n = match modifier {
            Modifier::Start => 0,
            Modifier::Mid => 1,
            Modifier::End => 2,
            _ => return Some(days),
        };
        let (from, to) = (days.first().0, days.last());
        match self.grain() {
            Grain::Day => Some(days),
            Grain::Year => months(self.month() + 4 * n, 4),
            Grain::Decade => months(self.month() + [0, 48, 84][n as usize], if n == 0 { 48 } else { 36 }),
            Grain::Month => {
                let first = from + 10 * n;
                Some(Days::new(Day(first), if n == 2 { to } else { Day(first + 9) }))
            }
            _ => {
                let length = to.0 - from + 1;
                let part = |k: i32| from + length * k / 3;
                Some(Days::new(Day(part(n)), Day(part(n + 1) - 1)))
            }
        }
    }
}

/// A first and a last day. (One number, too.)
#[derive(Debug, Clone, Copy)]
pub(super) struct Days(NonZeroU64);

impl Days {
    #[inline]
    fn new(from: Day, to: Day) -> Self {
        Self(pair(from.0, to.0.wrapping_sub(from.0) as u32))
    }

    #[inline]
    pub fn first(self) -> Day {
        Day(first(self.0))
    }

    #[inline]
    pub fn last(self) -> Day {
        Day(first(self.0).wrapping_add(second(self.0) as i32))
    }

    #[inline(never)]
    pub fn hold(self, day: Day) -> bool {
        self.first() <= day && day <= self.last()
    }
}

/// A number and a smaller one, of 31 bits, as one that is never 0.
#[inline]
fn pair(first: i32, second: u32) -> NonZeroU64 {
    NonZeroU64::MIN | u64::from(first as u32) << 32 | u64::from(second) << 1
}

#[inline]
fn first(pair: NonZeroU64) -> i32 {
    (pair.get() >> 32) as i32
}

#[inline]
fn second(pair: NonZeroU64) -> u32 {
    pair.get() as u32 >> 1
}

/// A day of a month that is counted from the year 0.
#[inline(never)]
pub(super) fn in_month(month: i32, day: u32) -> Option<Day> {
    Day::new(month.div_euclid(12), month.rem_euclid(12) as u32 + 1, day)
}

/// First and last day of so many months.
fn months(first: i32, count: i32) -> Option<Days> {
    // The decade before the year 1 is a year short.
    let end = if first < 0 && count > 12 { (first + count).min(12) } else { first + count };
    Some(Days::new(in_month(first, 1)?, Day(in_month(end, 1)?.0 - 1)))
}

/// ISO year and week of a Monday.
fn iso_week(monday: Day) -> (i32, u32, u32) {
    let thursday = Day(monday.0.saturating_add(3));
    let (y, _, _) = thursday.ymd();
    let first = Day::new(y, 1, 1).map_or(thursday.0, |d| d.0);
    (y, ((thursday.0 - first) / 7 + 1) as u32, 0)
}

/// Writes the TIMEX3 value of what recurs on some days of its period, or at some time: "XXXX-WXX-2", "XXXX-XX-XXTMO".
pub(super) fn pattern(out: &mut String, length: Length, on: Pattern, time: Option<Meaning>) {
    match on {
        Pattern::Weekday(day) => fill(out, "Y-WXX-1", &[UNKNOWN, i32::from(day) + 1]),
        Pattern::Month(month) => Grain::Month.timex(out, UNKNOWN, month),
        Pattern::Season(season) => Grain::Season.timex(out, UNKNOWN, season as u8 + 1),
        Pattern::Any if length.unit == Unit::Weekend => open(out, Unit::Weekend, UNKNOWN),
        Pattern::Any if time.is_some() => open(out, Unit::Day, UNKNOWN),
        Pattern::Any => self::length(out, length),
    }
    if let Some(Meaning::Time { time, .. }) = time {
        self::time(out, time);
    }
}

/// Writes a time of day in TIMEX3: "T15:30", with the seconds and the Z of UTC if they are said; "TMO".
pub(super) fn time(out: &mut String, time: Time) {
    match time {
        Time::Clock(Clock { hour, minute, second, zone }) => {
            let form = if second.is_some() { "T2:2:2" } else { "T2:2" };
            fill(
                out,
                form,
                &[hour.into(), minute.into(), second.map_or(0, |second| second.get() - 1).into()],
            );
            if zone == Zone::Utc {
                put(out, "Z");
            }
        }
        Time::Part(part) => put(out, part_code(part)),
    }
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

/// Writes the TIMEX3 (and ISO 8601) value of a length: "P4M", "PT30M", "P2.5Y", "PXD".
pub(super) fn length(value: &mut String, length: Length) {
    put(value, "P");
    let timed = part(value, length.amount, length.unit, false);
    if let Some((whole, unit)) = length.more {
        part(value, Amount::of(whole.into()), unit, timed);
    }
}

/// Writes one part of a length, with the T before the first that is of the clock; whether it has been written.
#[inline(never)]
fn part(value: &mut String, amount: Amount, unit: Unit, timed: bool) -> bool {
    // Half a year is six months, three quarters of an hour are 45 minutes.
    let (hundredths, unit) = match (amount.0, unit) {
        (50, Unit::Year) => (50 * 12, Unit::Month),
        (50, Unit::Day) => (50 * 24, Unit::Hour),
        (50, Unit::Minute) => (50 * 60, Unit::Second),
        (25 | 50 | 75, Unit::Hour) => (amount.0 * 60, Unit::Minute),
        (hundredths, unit) => (hundredths, unit),
    };
    let (factor, code, clock) = code(unit);
    if clock && !timed {
        put(value, "T");
    }
    if amount.known() {
        let hundredths = u64::from(hundredths) * factor;
        digits(value, i32::try_from(hundredths / 100).unwrap_or(i32::MAX), 1);
        let (rest, width) = match (hundredths % 100) as i32 {
            rest if rest % 10 == 0 => (rest / 10, 1),
            rest => (rest, 2),
        };
        if rest > 0 {
            put(value, ".");
            digits(value, rest, width);
        }
    } else {
        put(value, "X");
    }
    put(value, code);
    clock || timed
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

/// Writes a point of which only the year may be known: "XXXX-XX-XX", "XXXX-WXX".
pub(super) fn open(out: &mut String, unit: Unit, year: i32) {
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
    fill(out, form, &[year]);
}
