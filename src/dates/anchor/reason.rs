//! Why an expression means what it means, in words for readers.

use super::place::Why;
use crate::dates::civil::Day;
use crate::dates::value::Point;
use crate::text::{MONTHS, WEEKDAYS};

/// The reason for a point (none where it could not be told), by the day of publication.
pub(super) fn words(why: Why, point: Option<Point>, published: Option<Day>) -> String {
    let day = published.map(long).unwrap_or_default();
    let there = point.map(name).unwrap_or_default();
    match why {
        Why::Said => String::new(),
        Why::Publication => format!("the day of publication, {day}"),
        Why::Counted => format!("counted from publication on {day}: {there}"),
        Why::Nearest => {
            let side = match (point.and_then(Point::days), published) {
                (Some((_, to)), Some(day)) if to < day => "the last one before",
                (Some((from, _)), Some(day)) if day < from => "the next one after",
                _ => "the one around",
            };
            format!("{side} publication on {day}: {there}")
        }
        Why::Weekday { ahead } => {
            let side = if ahead { "after" } else { "on or before" };
            let weekday = match point {
                Some(Point::Day(day)) => WEEKDAYS[day.weekday() as usize % 7],
                _ => "day",
            };
            format!("the {weekday} {side} publication, {there}")
        }
        Why::Spoken => format!("from the date spoken of before: {there}"),
        Why::Unknown => "the publication date is unknown".into(),
        Why::Untold => "the text does not say which".into(),
        Why::Ending => format!("up to publication, {day}"),
        Why::Beginning => format!("from publication on, {day}"),
        Why::MonthFirst => "read as month, day, year; the day could as well come first".into(),
    }
}

/// "27 August 2019"
fn long(day: Day) -> String {
    let (y, m, d) = day.ymd();
    let (y, era) = if y <= 0 { (1 - y, " BC") } else { (y, "") };
    format!("{d} {} {y}{era}", month(m as u8))
}

fn month(m: u8) -> &'static str {
    MONTHS.get(usize::from(m).wrapping_sub(1)).copied().unwrap_or("")
}

/// A point in words.
fn name(point: Point) -> String {
    match point {
        Point::Day(day) => long(day),
        Point::Week(monday) => format!("the week of {}", long(monday)),
        Point::Weekend(saturday) => format!("the weekend of {}", long(saturday)),
        Point::Month(y, m) => format!("{} {y}", month(m)),
        point => point.timex(),
    }
}
