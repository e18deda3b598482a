//! Why an expression means what it means, in words for readers.

use crate::dates::civil::Day;
use crate::dates::value::Point;
use crate::text::{MONTHS, WEEKDAYS};

/// "27 August 2019"
pub(super) fn long(day: Day) -> String {
    let (y, m, d) = day.ymd();
    let year = if y <= 0 { format!("{} BC", 1 - y) } else { y.to_string() };
    format!("{d} {} {year}", month(m as u8))
}

pub(super) fn month(m: u8) -> &'static str {
    MONTHS.get(usize::from(m).wrapping_sub(1)).copied().unwrap_or("")
}

pub(super) fn weekday(d: u8) -> &'static str {
    WEEKDAYS.get(usize::from(d)).copied().unwrap_or("")
}

/// A point in words.
pub(super) fn words(point: Point) -> String {
    match point {
        Point::Day(day) => long(day),
        Point::Week(monday) => format!("the week of {}", long(monday)),
        Point::Weekend(saturday) => format!("the weekend of {}", long(saturday)),
        Point::Month(y, m) => format!("{} {y}", month(m)),
        point => point.timex(),
    }
}

pub(super) fn publication(day: Day) -> String {
    format!("the day of publication, {}", long(day))
}

pub(super) fn counted(day: Day, point: Point) -> String {
    format!("counted from publication on {}: {}", long(day), words(point))
}

/// For what comes every year: which side of publication was taken.
pub(super) fn nearest(day: Day, point: Point) -> String {
    let side = match point.days() {
        Some((_, to)) if to < day => "the last one before",
        Some((from, _)) if day < from => "the next one after",
        _ => "the one around",
    };
    format!("{side} publication on {}: {}", long(day), words(point))
}

pub(super) fn on_or_before(name: &str, ahead: bool, point: Point) -> String {
    let side = if ahead { "after" } else { "on or before" };
    format!("the {name} {side} publication, {}", words(point))
}

pub(super) fn spoken(point: Point) -> String {
    format!("from the date spoken of before: {}", words(point))
}

pub(super) fn ending(day: Day) -> String {
    format!("up to publication, {}", long(day))
}

pub(super) fn beginning(day: Day) -> String {
    format!("from publication on, {}", long(day))
}

pub(super) fn unknown() -> String {
    "the publication date is unknown".into()
}

pub(super) fn untold() -> String {
    "the text does not say which".into()
}

pub(super) fn month_first() -> String {
    "read as month, day, year; the day could as well come first".into()
}
