//! A length from a date that is named: "two days after Christmas", "a week from Tuesday", "the day before the election" not.

use super::{Hit, duration, number};
use crate::dates::atoms::Atoms;
use crate::dates::meaning::{Length, Meaning, Which, Year};
use crate::dates::read::Read;
use crate::dates::words::{Unit, Word};

/// "two days after Christmas", "the day after tomorrow's vote" not, "a week ago Monday", "a week from Sunday".
pub(super) fn find(t: &Atoms<'_>, i: usize) -> Option<Hit> {
    // "two Sundays ago"
    if let Some((n @ 2..=9, at)) = number::integer(t, i).map(Read::parts)
        && let (Word::Weekdays(day), Word::Ago) = (t.word(at), t.word(at + 1))
    {
        let last = Hit::which(t, at + 2, Year::Implied, None, None, Some(day), Which::Last)?;
        return Hit::offset(t, at + 2, Length::of(n - 1, Unit::Week), true, last);
    }
    let (length, end) = match (t.word(i), t.word(i + 1)) {
        (
            Word::The,
            Word::Unit(unit @ (Unit::Day | Unit::Week | Unit::Weekend | Unit::Month | Unit::Year)),
        ) => (Length::one(unit), i + 2),
        _ => duration::length(t, i)?,
    };
    // "for 10 days from 18 December" lasts.
    if !length.amount.known() || length.unit < Unit::Day || t.led(i, "for") {
        return None;
    }
    let (back, at) = match t.word(end) {
        Word::Ago => (true, end + 1),
        _ if t.is(end, "before") => (true, end + 1),
        _ if t.like(end, "prior to").is_some() => (true, end + 2),
        _ if t.any(end, "after from following") => (false, end + 1),
        _ => return None,
    };
    let of = super::day(t, at).filter(|hit| hit.plain())?;
    let close = of.end();
    let named = match of.meaning(t)? {
        Meaning::Date { day, weekday, .. } => {
            day.is_some() || weekday.is_some() && (!back || t.has(end, Word::Ago))
        }
        Meaning::Holiday { .. } => true,
        // "two years ago today"
        Meaning::Step { unit: Unit::Day, by: 0, .. } if t.has(end, Word::Ago) => {
            return Hit::offset(t, close, length, back, of);
        }
        Meaning::Step { unit: Unit::Day, by, .. } => by != 0 || t.is(end, "from"),
        _ => false,
    };
    // "two years from 1 May" is a span; only days and weeks are counted from a day.
    let counted = matches!(length.unit, Unit::Day | Unit::Week | Unit::Weekend | Unit::Fortnight);
    let side = t.any(end, "before after") && length.unit > Unit::Day;
    if named && (counted || side) { Hit::offset(t, close, length, back, of) } else { None }
}
