//! Lengths of time: exact, vague, adjectival; and what hangs on them: "ago", "later", "the past …".

use super::{Hit, number};
use crate::dates::atoms::Atoms;
use crate::dates::meaning::{Amount, From, Length, Meaning, Side, Year};
use crate::dates::packed::patterns;
use crate::dates::read::Read;
use crate::dates::words::{Modifier, Part, Shift, Unit, Word};

/// Words that may stand between the number and the unit.
const BETWEEN: &str = "\
    straight consecutive full more additional trading business whole long short calendar working solid \
    successive further extra single entire brief different separate fiscal school odd other bloody brutal \
    crucial difficult hard mere little";

/// Things that can be so and so many years old without being a person's age.
const AGED_THINGS: &str = "\
    war conflict dispute strike law ban deal agreement treaty government republic state company firm \
    business case campaign siege uprising revolution insurgency rebellion crisis blockade embargo feud \
    ceasefire truce program programme policy tradition marriage investigation probe system regime coalition \
    practice record battle recession movement rule occupation struggle stalemate standoff rivalry \
    partnership contract pact monarchy building house church bridge factory plant ship newspaper museum \
    stadium institution organization organisation group civil";

/// The unit at `i`, past a hyphen and the words that may stand between, and whether it is plural.
fn unit(t: &Atoms<'_>, i: usize, amount: Amount) -> Option<(Unit, bool, usize)> {
    let hyphened = t.hyphen(i);
    let mut at = if hyphened { i + 1 } else { i };
    let mut steps = 0;
    while steps < 2
        && (t.any(at, BETWEEN)
            || matches!(
                t.word(at),
                Word::Shift(
                    Shift::Past
                        | Shift::Previous
                        | Shift::Next
                        | Shift::Coming
                        | Shift::Following
                        | Shift::Last
                )
            ))
    {
        at += 1;
        steps += 1;
        if t.hyphen(at) {
            at += 1;
        }
    }
    // "9 last night" is no nine nights.
    if steps > 0
        && !hyphened
        && matches!(t.word(at - 1), Word::Shift(Shift::Last))
        && !matches!(t.word(at), Word::Units(_) | Word::Parts(_))
    {
        return None;
    }
    match t.word(at) {
        Word::Units(unit) => Some((unit, true, at + 1)),
        Word::Unit(unit) => Some((unit, false, at + 1)),
        Word::Parts(Part::Night) => Some((Unit::Night, true, at + 1)),
        Word::Part(Part::Night) if amount != Amount::ONE || hyphened => Some((Unit::Night, false, at + 1)),
        Word::Ordinal(2) if hyphened && t.is(at, "second") => Some((Unit::Second, false, at + 1)),
        Word::Other if t.any(at, "min sec") && amount.known() => {
            let unit = if t.is(at, "min") { Unit::Minute } else { Unit::Second };
            Some((unit, false, at + 1))
        }
        _ => None,
    }
}

patterns! {
    /// What may follow a whole number of units, in hundredths of one.
    PARTS: u16 = [("and a half", 50), ("and a quarter", 25)]
}

/// A length of time at `i`, with the words that belong to it.
pub(super) fn length(t: &Atoms<'_>, i: usize) -> Option<(Length, usize)> {
    // "a quarter of a century", "three quarters of an hour"
    let quarters = match (t.word(i), t.word(i + 1)) {
        (Word::A, Word::Unit(Unit::Quarter)) => Some((25, i)),
        (Word::Cardinal(3), Word::Units(Unit::Quarter)) => Some((75, i)),
        (Word::Cardinal(3), _) if t.hyphen(i + 1) && t.has(i + 2, Word::Units(Unit::Quarter)) => {
            Some((75, i + 1))
        }
        _ => None,
    };
    if let Some((hundredths, i)) = quarters {
        let at = if t.hyphen(i + 2) || t.is(i + 2, "of") { i + 3 } else { i + 2 };
        let at = if t.has(at, Word::A) { at + 1 } else { at };
        // "a quarter century"
        if let Word::Unit(unit) = t.word(at)
            && (at > i + 2 || unit == Unit::Century)
        {
            return Some((Length::new(Amount(hundredths), unit), at + 1));
        }
    }
    let (amount, at) = number::amount(t, i)?.parts();
    let (unit, plural, mut end) = unit(t, at, amount)?;
    let hyphened = t.hyphen(at);
    let one = amount == Amount::ONE;
    // "two year" is a slip seen in adjectives only ("a ten year ban"); "2007 year" and "a years" are no lengths.
    if amount.known() && !plural && !one && !hyphened && amount.whole() >= 1000 {
        return None;
    }
    if plural && one && !hyphened && t.has(i, Word::A) && at == i + 1 {
        return None;
    }
    if !amount.known() && !plural && !hyphened {
        return None;
    }
    if amount.known() && amount.whole() > 99_999 {
        return None;
    }
    // The quarter of "a quarter of the seats" or "three quarters of them" is a fraction.
    let between = end > at + 1 + usize::from(hyphened);
    if unit == Unit::Quarter && (t.is(end, "of") && !between || hyphened || one || !amount.known()) {
        return None;
    }
    let mut length = Length::new(amount, unit);
    // "a year and a half", "two years and three months", "two hours, ten minutes"
    if amount.known()
        && let Some((close, hundredths)) = t.first_like(end, &PARTS)
    {
        match (unit, hundredths) {
            (Unit::Hour, 25) => length.more = Some((15, Unit::Minute)),
            _ => length.amount = amount.and(hundredths),
        }
        end = close;
    } else if let Some(and) = joint(t, end)
        && (t.is(end, "and") || !t.has(i, Word::A))
        && let Some((more, at)) = number::amount(t, and).map(Read::parts)
        && let Some((smaller, _, close)) = self::unit(t, at, more)
        && smaller < unit
        && smaller >= Unit::Second
        && more.known()
        && amount.known()
        && unit != Unit::Weekend
    {
        length.more = Some((more.whole().min(9_999) as u16, smaller));
        end = close;
    }
    Some((length, end))
}

fn joint(t: &Atoms<'_>, end: usize) -> Option<usize> {
    let comma = t.comma(end);
    if t.is(comma, "and") {
        Some(comma + 1)
    } else if comma > end || t.digits(end) {
        Some(comma)
    } else {
        None
    }
}

/// Where the second number of "six to eight weeks", "two or three years", "6-8 weeks" stands, which is the one that counts; else
/// where the first does.
fn upper(t: &Atoms<'_>, i: usize) -> usize {
    let Some((low, at)) = number::integer(t, i).map(Read::parts) else { return i };
    // "a two- to three-year term"
    let at = if t.dash(at) && t.glued(at) && t.any(at + 1, "to or") { at + 1 } else { at };
    let next = t.past(t.unhyphened(at), "to or");
    let above = |high: u32| low < high && high < 1000;
    if next > at && number::integer(t, next).is_some_and(|high| above(high.what())) { next } else { i }
}

/// An expression that begins with a length: "four months", "two years ago", "a ten-day strike".
pub(super) fn find(t: &Atoms<'_>, i: usize) -> Option<Hit> {
    // "another year", "another two weeks"
    let another = t.is(i, "another");
    let (length, end) = match t.word(i + 1) {
        Word::Unit(unit) if another && unit >= Unit::Hour && !t.hyphen(i + 2) => (Length::one(unit), i + 2),
        _ if another => self::length(t, i + 1)?,
        _ => self::length(t, upper(t, i))?,
    };
    if let Some(hit) = away(t, length, end) {
        return Some(hit);
    }
    let mut end = end;
    // Ages: "a 12-year-old", "30 years old", "aged 30 years", "years of age".
    let old = t.unhyphened(end);
    if t.any(old, "old olds") {
        let thing = t.amid(old + 1..old + 4, AGED_THINGS);
        if !(thing && old > end) {
            return Hit::nothing(old + 1);
        }
        end = old + 1;
    } else if t.like(end, "of age").is_some() || t.led(i, "aged age") {
        return Hit::nothing(end);
    }
    // A lone "a day", "one second" and such say little; "a moment" is not ours.
    if length.unit == Unit::Second && !length.amount.known() {
        return None;
    }
    if t.hyphen(end) && t.any(end + 1, "long plus") {
        end += 2;
    }
    Hit::length(t, end, length, Side::Free)
}

/// "ago", "earlier", "later", … after a length.
pub(super) fn away(t: &Atoms<'_>, length: Length, end: usize) -> Option<Hit> {
    let (back, from, close) = match t.word(end) {
        Word::Ago => (true, From::Publication, end + 1),
        Word::Earlier => (true, From::Story, end + 1),
        Word::Later => (false, From::Story, end + 1),
        _ if t.any(end, "previous prior previously") && !t.is(end + 1, "to") => (true, From::Story, end + 1),
        // "Six months on, nothing has changed"
        _ if t.is(end, "on") && t.mark(end + 1, b',') => (false, From::Story, end + 1),
        _ if t.any(end, "hence") => (false, From::Publication, end + 1),
        _ if t.like(end, "from now/today").is_some() => (false, From::Publication, end + 2),
        _ if t.any(end, "afterward afterwards thereafter")
            || t.any(end, "after before beforehand") && closes(t, end + 1) =>
        {
            (t.any(end, "before beforehand"), From::Story, end + 1)
        }
        _ => return None,
    };
    // "two years later than planned" still means the date.
    Hit::away(t, close, length, back, from)
}

/// Whether nothing hangs on a word such as "after": a mark, the end, or a word that begins another clause.
pub(super) fn closes(t: &Atoms<'_>, i: usize) -> bool {
    matches!(t.word(i), Word::Break | Word::Mark(b'.' | b',' | b';' | b':' | b')' | b'"' | b'?' | b'!'))
        || t.any(i, "and but when with in at on")
}

/// "all day", "the whole year", "the entire week"; "weeklong", "month-long".
pub(super) fn whole(t: &Atoms<'_>, i: usize) -> Option<Hit> {
    let one = |unit, end| Hit::one(t, end, unit, Side::Free);
    let at = match t.word(i) {
        Word::Long(unit) => return one(unit, i + 1),
        Word::Unit(unit) if t.hyphen(i + 1) && t.is(i + 2, "long") => return one(unit, i + 3),
        Word::Opener if t.is(i, "all") => i + 1,
        // "for the full year", as companies count it.
        Word::The if t.like(i + 1, "full year").is_some() && !t.hyphen(i + 3) => {
            return Hit::step(t, i + 3, Unit::Year, 0, From::Near);
        }
        Word::The if t.any(i + 1, "whole entire full") => i + 2,
        _ => return None,
    };
    match t.word(at) {
        Word::Unit(unit)
            if unit.plain() && !matches!(unit, Unit::Quarter | Unit::Century) && !t.hyphen(at + 1) =>
        {
            one(unit, at + 1)
        }
        _ => None,
    }
}

/// "the past four months", "the next few days", "the first nine months", "the last two weeks of March".
pub(super) fn anchored(t: &Atoms<'_>, i: usize) -> Option<Hit> {
    let at = if t.has(i, Word::The) || t.any(i, "these those its his her their our") { i + 1 } else { i };
    // "the five previous years"
    if at > i && matches!(t.word(at), Word::Cardinal(_) | Word::Digits(..)) {
        let past = matches!(t.word(at + 1), Word::Shift(Shift::Last | Shift::Past | Shift::Previous));
        let future = matches!(t.word(at + 1), Word::Shift(Shift::Next | Shift::Coming | Shift::Following));
        if past || future {
            let (length, end) = length(t, at)?;
            let side = if past { Side::Before } else { Side::After };
            return Hit::length(t, end, length, side);
        }
        // "the nine months"; "the 10-day trip" leaves its article out.
        let (length, end) = length(t, at)?;
        if !matches!(t.word(end - 1), Word::Units(_)) || !t.has(i, Word::The) || t.has(end, Word::Ago) {
            return None;
        }
        return away(t, length, end).or_else(|| Hit::length(t, end, length, Side::Free));
    }
    // "the months ahead"
    if let (Word::The, Word::Units(unit), true) = (t.word(i), t.word(at), t.is(at + 1, "ahead")) {
        let length = Length::new(Amount::SOME, unit);
        return Hit::length(t, at + 2, length, Side::After);
    }
    let side = match t.word(at) {
        Word::Shift(Shift::Last | Shift::Past | Shift::Previous | Shift::Recent) => Side::Before,
        Word::Shift(Shift::Next | Shift::Coming | Shift::Following) => Side::After,
        Word::Ordinal(1) | Word::Opener if at > i && t.any(at, "first final latest opening") => Side::Free,
        Word::Edge(Modifier::Start) if at > i && t.is(at, "opening") => Side::Free,
        _ => return None,
    };
    let shift = t.word(at);
    // "the past year": with "past" one unit is a length, too; "the last year" likewise with the article.
    if let Word::Unit(unit) = t.word(at + 1) {
        let lone = shift == Word::Shift(Shift::Past);
        // "the final hour", "in the opening minute"
        let clocked = side == Side::Free && matches!(unit, Unit::Minute | Unit::Hour);
        if (lone || clocked) && unit != Unit::Weekend && !t.hyphen(at + 2) {
            return Hit::one(t, at + 2, unit, side);
        }
        if unit == Unit::Decade && side == Side::Before && shift != Word::Shift(Shift::Previous) {
            return Hit::one(t, at + 2, unit, side);
        }
        return None;
    }
    // "recent years", "the coming weeks"
    if let Word::Units(unit) = t.word(at + 1) {
        let length = Length::new(Amount::SOME, unit);
        return Hit::length(t, at + 2, length, side);
    }
    let (length, end) = length(t, upper(t, at + 1))?;
    if t.has(at + 1, Word::A) && length.amount == Amount::ONE {
        return None;
    }
    // "the first nine months of 1989", "the last two weeks of February": the year or month belongs to it.
    if t.is(end, "of")
        && let Some(hit) = super::day(t, end + 1)
        && let Some(of @ (Meaning::Date { .. } | Meaning::Step { .. })) = hit.meaning(t)
    {
        let side = match of {
            Meaning::Date { year: Year::Is(y), month: None, .. } if t.is(at, "first") => Side::First(y),
            Meaning::Date { year: Year::Is(y), month: None, .. } if side == Side::Before => Side::Last(y),
            _ => Side::Free,
        };
        return Hit::length(t, hit.end(), length, side);
    }
    Hit::length(t, end, length, side)
}
