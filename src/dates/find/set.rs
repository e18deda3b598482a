//! What recurs: "every Tuesday", "twice a month", "annually", "$3 a day".

use super::{Hit, clock, duration, number};
use crate::dates::atoms::Atoms;
use crate::dates::meaning::{Amount, Length, Pattern, Side, Time};
use crate::dates::words::{Part, Unit, Word};

pub(super) fn find(t: &Atoms<'_>, i: usize) -> Option<Hit> {
    match t.word(i) {
        Word::Every => each(t, i),
        Word::Often(unit) => often(t, i, unit),
        Word::Weekdays(day) => {
            let (time, end) = time(t, i + 1);
            Hit::every(t, end, 1, Unit::Week, Pattern::Weekday(day), time)
        }
        // "Monday mornings"
        Word::Weekday(day, true) => match t.word(i + 1) {
            Word::Parts(part) => {
                Hit::every(t, i + 2, 1, Unit::Week, Pattern::Weekday(day), Some(Time::Part(part)))
            }
            _ => None,
        },
        // "on weekends"
        Word::Units(Unit::Weekend) if t.led(i, "on at and or") => {
            Hit::rate(t, i + 1, Length::of(1, Unit::Weekend))
        }
        Word::Times(_) => per(t, i + 1).and_then(|(length, end)| Hit::rate(t, end, length)),
        Word::Opener if t.is(i, "per") && i > 0 => {
            let Word::Unit(unit) = t.word(i + 1) else { return None };
            if unit >= Unit::Day && !t.glued(i) { Hit::rate(t, i + 2, Length::one(unit)) } else { None }
        }
        Word::A => rate(t, i),
        Word::Digits(..) | Word::Cardinal(_) | Word::Several => {
            // "three times a week", "six days a week"
            let at = number::amount(t, i)?.end();
            let unit = match t.word(at) {
                Word::Units(unit) => unit,
                _ => t.is(at, "times").then_some(Unit::Second)?,
            };
            let (length, end) = per(t, at + 1)?;
            if length.unit > unit { Hit::rate(t, end, length) } else { None }
        }
        _ => None,
    }
}

/// The time of day that goes with it: "morning", "at 9 a.m.".
fn time(t: &Atoms<'_>, i: usize) -> (Option<Time>, usize) {
    match t.word(i) {
        Word::Part(part) => (Some(Time::Part(part)), i + 1),
        _ if t.is(i, "at") => {
            clock::time(t, i + 1).map_or((None, i), |read| (Some(Time::Clock(read.what())), read.end()))
        }
        _ => (None, i),
    }
}

/// "a week", "per month", "every two years", "each day"
fn per(t: &Atoms<'_>, i: usize) -> Option<(Length, usize)> {
    let led = matches!(t.word(i), Word::A | Word::Every) || t.is(i, "per");
    if !led {
        return None;
    }
    match t.word(i + 1) {
        Word::Unit(unit) if unit >= Unit::Hour => Some((Length::one(unit), i + 2)),
        _ if t.has(i, Word::Every) => duration::length(t, i + 1),
        _ => None,
    }
}

/// "every day", "each year", "every other Friday", "every three months", "every March", "every spring", "every Monday morning".
fn each(t: &Atoms<'_>, i: usize) -> Option<Hit> {
    let other = t.is(i + 1, "other") || t.is(i + 1, "second");
    let at = if other || t.any(i + 1, "single") { i + 2 } else { i + 1 };
    let n = if other { 2 } else { 1 };
    match t.word(at) {
        // "each year of the war" still recurs.
        Word::Unit(unit) => {
            let (time, end) = if unit == Unit::Day { time(t, at + 1) } else { (None, at + 1) };
            Hit::every(t, end, n, unit, Pattern::Any, time)
        }
        Word::Weekday(day, true) => {
            let (time, end) = time(t, at + 1);
            Hit::every(t, end, n, Unit::Week, Pattern::Weekday(day), time)
        }
        Word::Month(month, true) if t.capital(at) => {
            Hit::every(t, at + 1, n, Unit::Year, Pattern::Month(month), None)
        }
        Word::Season(season) => Hit::every(t, at + 1, n, Unit::Year, Pattern::Season(season), None),
        Word::Part(part) if part != Part::Noon => {
            Hit::every(t, at + 1, n, Unit::Day, Pattern::Any, Some(Time::Part(part)))
        }
        _ => {
            if t.is(i, "each") {
                return None;
            }
            let (length, end) = duration::length(t, at)?;
            Hit::rate(t, end, length)
        }
    }
}

/// "daily", "annually": not in names ("Daily Mail").
fn often(t: &Atoms<'_>, i: usize, unit: Unit) -> Option<Hit> {
    if t.capital(i) && !t.opens(i) || t.capital(i) && t.capital(i + 1) {
        return None;
    }
    let length = match unit {
        Unit::Night => Length::one(Unit::Day),
        Unit::Month if t.any(i, "semiannual semiannually") => Length::of(6, unit),
        _ => Length::one(unit),
    };
    Hit::rate(t, i + 1, length)
}

/// "a year" after a figure is a rate: "$3 million a year", "20 cents a day", "10 percent a year".
fn rate(t: &Atoms<'_>, i: usize) -> Option<Hit> {
    let Word::Unit(unit @ (Unit::Hour | Unit::Day | Unit::Week | Unit::Month | Unit::Quarter | Unit::Year)) =
        t.word(i + 1)
    else {
        return None;
    };
    if i == 0
        || t.hyphen(i + 2)
        || matches!(t.word(i + 2), Word::Ago | Word::Earlier | Word::Later | Word::Half)
    {
        return None;
    }
    if t.like(i + 2, "and a/an").is_some() {
        return None;
    }
    // A speed.
    if unit == Unit::Hour && t.any(i - 1, "miles kilometers kilometres km knots") {
        return Hit::nothing(i + 2);
    }
    let preposition = t.any(
        i - 1,
        "in for over within about nearly almost than after of half under during around to by at least just only \
        took takes take spent spend lasted last and with from such is was be every before until what up like \
        quite",
    );
    if preposition || matches!(t.word(i - 1), Word::Mark(_) | Word::Break | Word::Times(_)) {
        return None;
    }
    if figure_before(t, i) { Hit::rate(t, i + 2, Length::one(unit)) } else { None }
}

/// Whether a figure stands among the four words before, in the same clause.
fn figure_before(t: &Atoms<'_>, i: usize) -> bool {
    for k in (i.saturating_sub(4).max(1)..i).rev() {
        match t.word(k) {
            Word::Digits(..)
            | Word::Cardinal(_)
            | Word::Power(_)
            | Word::Several
            | Word::A
            | Word::Times(_) => {
                return true;
            }
            Word::Mark(b'%' | b'$') => return true,
            Word::Mark(b'.' | b',' | b';') | Word::Break => return false,
            _ if t.any(k, "percent million billion cents dollars times") => return true,
            _ => {}
        }
    }
    false
}

/// Plural units alone after a preposition: "for years", "within hours", "in decades".
pub(super) fn bare_units(t: &Atoms<'_>, i: usize) -> Option<Hit> {
    let Word::Units(unit) = t.word(i) else { return None };
    let length = Length::new(Amount::SOME, unit);
    if let Some(hit) = duration::away(t, length, i + 1) {
        return Some(hit);
    }
    if i == 0 || unit == Unit::Second || unit == Unit::Quarter {
        return None;
    }
    if t.hyphen(i + 1) && t.any(i + 2, "long old") {
        return Hit::length(t, i + 3, length, Side::Free);
    }
    // "hours after the raid"
    if t.any(i + 1, "after before") && unit >= Unit::Minute && !t.has(i - 1, Word::The) {
        return Hit::length(t, i + 1, length, Side::Free);
    }
    let led = t.any(i - 1, "for in within after took take takes last lasted of spend spent over")
        || t.is(i + 1, "of")
            && t.any(i - 1, "follow follows followed following despite amid end ends ended ending capped");
    if t.any(i - 1, "within just only mere") || t.is(i - 1, "of") && i > 1 && t.is(i - 2, "matter") {
        return Hit::length(t, i + 1, length, Side::Free);
    }
    let strict = t.any(i - 1, "for within take takes took last lasted spend spent")
        || t.is(i + 1, "of") && !t.is(i - 1, "in");
    let open = matches!(t.word(i + 1), Word::Mark(_) | Word::Break | Word::The)
        || t.any(i + 1, "to of and after before with by as that but on in at he she it they");
    if led && open && (strict || t.any(i - 1, "in after")) {
        return Hit::length(t, i + 1, length, Side::Free);
    }
    None
}
