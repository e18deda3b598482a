//! Dates in digits only: 2019-08-23, 23/08/2019, 8/23/19, 23.8.2019, 2019-08-23T14:05Z, 9/11.

use super::Hit;
use super::clock;
use crate::dates::atoms::Atoms;
use crate::dates::meaning::Year;
use crate::dates::read::Read;
use crate::dates::words::{EN_DASH, Word};

pub(super) fn find(t: &Atoms<'_>, i: usize) -> Option<Hit> {
    let Word::Digits(a, width) = t.word(i) else { return None };
    let Word::Mark(mark @ (b'-' | b'/' | b'.' | EN_DASH)) = t.word(i + 1) else { return None };
    if !t.glued(i + 1) || !t.glued(i + 2) {
        return None;
    }
    let Word::Digits(b, width_b) = t.word(i + 2) else { return None };
    let third = t.inside(i + 3, mark).then(|| t.word(i + 4));
    if width == 4 && mark != EN_DASH {
        return iso(t, i, a, b, width_b, third, mark);
    }
    if width > 2 || width_b > 2 {
        return None;
    }
    if let Some(Word::Digits(year, year_width @ (2 | 4))) = third {
        if mark == EN_DASH || mark == b'.' && t.inside(i + 5, mark) {
            return None;
        }
        let year = if year_width == 2 { Year::Short(year as u8) } else { Year::Is(year as i16) };
        if year_width == 2 && (mark == b'.' || mark == b'-' && (width, width_b) != (2, 2)) {
            return None;
        }
        let day_first = mark == b'.' && b <= 12 || a > 12 || b <= 12 && t.day_first == Some(true);
        let (month, day) = if day_first { (b, a) } else { (a, b) };
        return date(t, i + 5, year, month, Some(day));
    }
    if mark != b'/' || third.is_some() {
        return None;
    }
    // "9/11" is a name.
    if (a, b) == (9, 11) && width == 1 {
        return Hit::date(t, i + 3, Year::Is(2001), Some(9), Some(11), None);
    }
    // A fraction looks the same: only after "on" and the like.
    if t.led(i, "on by until since") {
        let (month, day) = if a > 12 || b <= 12 && t.day_first == Some(true) { (b, a) } else { (a, b) };
        return date(t, i + 3, Year::Implied, month, Some(day));
    }
    None
}

fn iso(
    t: &Atoms<'_>,
    i: usize,
    year: u16,
    month: u16,
    width: u8,
    third: Option<Word>,
    mark: u8,
) -> Option<Hit> {
    if !(1000..=2999).contains(&year) || width > 2 || mark == b'.' && third.is_none() {
        return None;
    }
    match third {
        Some(Word::Digits(day, 1 | 2)) => {
            let end = i + 5;
            let day = date(t, end, Year::Is(year as i16), month, Some(day))?;
            // 2019-08-23T14:05Z
            if t.is(end, "T")
                && t.glued(end)
                && t.glued(end + 1)
                && let Some((clock, end)) = clock::digits(t, end + 1).map(Read::parts)
            {
                return Hit::clock(t, end, clock, Some(day));
            }
            Some(day)
        }
        Some(_) => None,
        // 2019-08; where the second number could be the end of a span of years, it is one.
        None if width == 2 && (1..=12).contains(&month) && year % 100 >= month => {
            date(t, i + 3, Year::Is(year as i16), month, None)
        }
        None => None,
    }
}

fn date(t: &Atoms<'_>, end: usize, year: Year, month: u16, day: Option<u16>) -> Option<Hit> {
    let real = (1..=12).contains(&month) && day.is_none_or(|d| (1..=31).contains(&d));
    if real { Hit::date(t, end, year, Some(month as u8), day.map(|d| d as u8), None) } else { None }
}

/// Whether other dates of the text tell that "08/09/2019" is the 8th of September or the 9th of August: a first or second
/// number over 12 does; else the order in which the text writes dates with names. `None` where there is no evidence.
pub(in crate::dates) fn day_goes_first(t: &Atoms<'_>) -> Option<bool> {
    let (mut digits, mut names) = (0i32, 0i32);
    for i in 0..t.len() {
        match (t.word(i), t.word(i + 1)) {
            (_, Word::Mark(b'/')) => {
                if let Some((a, b)) = slashed(t, i) {
                    digits +=
                        i32::from(a > 12 && a <= 31 && b <= 12) - i32::from(b > 12 && b <= 31 && a <= 12);
                }
            }
            (Word::Digits(1..=31, 1 | 2), Word::Month(..)) => names += 1,
            (Word::Month(..), Word::Digits(1..=31, 1 | 2)) => names -= 1,
            _ => {}
        }
    }
    [digits, names].into_iter().find(|n| *n != 0).map(|n| n > 0)
}

/// The first two numbers of "08/09/2019".
fn slashed(t: &Atoms<'_>, i: usize) -> Option<(u16, u16)> {
    let (Word::Digits(a, 1 | 2), Word::Mark(b'/'), Word::Digits(b, 1 | 2)) =
        (t.word(i), t.word(i + 1), t.word(i + 2))
    else {
        return None;
    };
    (t.mark(i + 3, b'/') && matches!(t.word(i + 4), Word::Digits(_, 2 | 4))).then_some((a, b))
}

/// Whether a date at `i` could as well be read with day and month changed over.
pub(in crate::dates) fn ambiguous(t: &Atoms<'_>, i: usize) -> bool {
    t.day_first.is_none() && slashed(t, i).is_some_and(|(a, b)| a <= 12 && b <= 12 && a != b)
}
