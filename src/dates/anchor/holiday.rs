//! The day a holiday falls on in a year.

use super::point::inside;
use crate::dates::civil::Day;
use crate::dates::meaning::Holiday;
use crate::dates::value::{Grain, Point};
use crate::dates::words::Unit;

pub(super) fn day(holiday: Holiday, year: i32) -> Option<Day> {
    match holiday {
        Holiday::Fixed(month, day) => Day::new(year, u32::from(month), u32::from(day)),
        Holiday::Nth(n, weekday, month, after) => {
            let days = Point::part(Grain::Month, year, month).days()?;
            Some(Day(inside(days, n, Unit::Day, Some(weekday)).n() + i32::from(after)))
        }
        Holiday::Easter(after) => Some(Day(easter(year)?.0 + i32::from(after))),
    }
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
