//! The day a holiday falls on in a year.

use crate::dates::civil::{Day, days_in_month};
use crate::dates::meaning::Holiday;

pub(super) fn day(holiday: Holiday, year: i32) -> Option<Day> {
    match holiday {
        Holiday::Fixed(month, day) => Day::new(year, u32::from(month), u32::from(day)),
        Holiday::Nth(n, weekday, month, after) => {
            let day = nth_weekday(year, month, weekday, n)?;
            Some(Day(day.0 + i32::from(after)))
        }
        Holiday::Easter(after) => Some(Day(easter(year)?.0 + i32::from(after))),
    }
}

/// The nth weekday of a month; negative counts from its end.
pub(super) fn nth_weekday(year: i32, month: u8, weekday: u8, n: i8) -> Option<Day> {
    let month = u32::from(month);
    let days = days_in_month(year, month) as i32;
    let day = if n > 0 {
        let first = Day::new(year, month, 1)?;
        let offset = (i32::from(weekday) - first.weekday() as i32).rem_euclid(7);
        1 + offset + 7 * (i32::from(n) - 1)
    } else {
        let last = Day::new(year, month, days as u32)?;
        let offset = (last.weekday() as i32 - i32::from(weekday)).rem_euclid(7);
        days - offset + 7 * (i32::from(n) + 1)
    };
    (1..=days).contains(&day).then(|| Day::new(year, month, day as u32)).flatten()
}

/// Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher's rule).
pub(super) fn easter(year: i32) -> Option<Day> {
    let (a, b, c) = (year.rem_euclid(19), year.div_euclid(100), year.rem_euclid(100));
    let (d, e) = (b.div_euclid(4), b.rem_euclid(4));
    let g = (8 * b + 13).div_euclid(25);
    let h = (19 * a + b - d - g + 15).rem_euclid(30);
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k).rem_euclid(7);
    let m = (a + 11 * h + 19 * l).div_euclid(433);
    let month = (h + l - 7 * m + 90).div_euclid(25);
    let day = (h + l - 7 * m + 33 * month + 19).rem_euclid(32);
    Day::new(year, month as u32, day as u32)
}
