//! Dates written with names: weekdays, months, days of the month, years.

use super::{Hit, guard, number};
use crate::dates::atoms::Atoms;
use crate::dates::meaning::{From, Meaning, Year};
use crate::dates::packed::patterns;
use crate::dates::read::Read;
use crate::dates::words::{DEGREE, EN_DASH, Shift, Unit, Word};

pub(super) fn find(t: &Atoms<'_>, i: usize) -> Option<Hit> {
    match t.word(i) {
        Word::Weekday(..) => weekday(t, i),
        Word::Month(..) => month_first(t, i).or_else(|| quarter_of_month(t, i)),
        Word::Digits(..) | Word::Ordinal(_) | Word::Cardinal(_) => {
            day_first(t, i).or_else(|| day_of_month(t, i)).or_else(|| year(t, i))
        }
        Word::The => quarter_of_month(t, i + 1)
            .or_else(|| day_first(t, i + 1))
            .or_else(|| the_nth(t, i))
            .or_else(|| the_year(t, i)),
        Word::Unit(Unit::Year) => year_n(t, i),
        Word::Mark(_) => {
            short_year(t, i).and_then(|year| Hit::date(t, year.end(), year.what(), None, None, None))
        }
        Word::Other => None,
        _ => anno_domini(t, i),
    }
}

/// "Friday", "Friday, August 23", "Tues., 3 May 2011", "Monday the 5th", "Tuesday of last week".
fn weekday(t: &Atoms<'_>, i: usize) -> Option<Hit> {
    let (weekday, full) = name_of_weekday(t, i)?;
    let dot = if full { i + 1 } else { t.dot(i + 1) };
    let at = t.comma(dot);
    let at = t.past(at, "the on");
    // "Sunday, 12/7/2014"
    let date = month_and_day(t, at).filter(|hit| hit.names_day(t)).or_else(|| super::numeric::find(t, at));
    if let Some(hit) = date
        && let Some(Meaning::Date { year, month, day, .. }) = hit.meaning(t)
    {
        return Hit::date(t, hit.end(), year, month, day, Some(weekday));
    }
    let the = t.article(dot);
    let day = self::day(t, the)
        .filter(|day| the > dot && super::duration::closes(t, day.end()))
        // "Friday 13th"
        .or_else(|| ordinal_day(t, the));
    if let Some((day, end)) = day.map(Read::parts) {
        return Hit::date(t, end, Year::Implied, None, Some(day), Some(weekday));
    }
    if let Some(week) = of_week(t, dot) {
        return Hit::nth(t, week.end(), 1, Unit::Day, Some(weekday), week);
    }
    if !full && !abbreviated_weekday_stands(t, i) {
        return None;
    }
    // "The Sunday Times"
    if t.capital(dot)
        && t.any(dot, "times telegraph mail express herald mirror independent tribune star night")
        && !t.is(dot, "night")
    {
        return None;
    }
    Hit::date(t, i + 1, Year::Implied, None, None, Some(weekday))
}

/// "of last week", "last week", "next week"
fn of_week(t: &Atoms<'_>, i: usize) -> Option<Hit> {
    let at = t.past(i, "of");
    let by = match t.word(at) {
        Word::Shift(Shift::Last) => -1,
        Word::Shift(Shift::This) => 0,
        Word::Shift(Shift::Next) => 1,
        _ => return None,
    };
    if t.is(at + 1, "week") { Hit::step(t, at + 2, Unit::Week, by, From::Publication) } else { None }
}

/// The weekday at `i`: "sun", "sat" and the like only with a capital.
fn name_of_weekday(t: &Atoms<'_>, i: usize) -> Option<(u8, bool)> {
    match t.word(i) {
        Word::Weekday(day, true) => Some((day, true)),
        Word::Weekday(day, false) if t.capital(i) => Some((day, false)),
        _ => None,
    }
}

/// Whether a bare "Sun", "Sat", "Mon" is a day: after "on", "last", "next"; a full stop helps all but these.
fn abbreviated_weekday_stands(t: &Atoms<'_>, i: usize) -> bool {
    let led = t.led(i, "on last next until by");
    led && !t.capital(i + 1)
}

/// A month's name at `i`, and where it ends with its full stop.
pub(super) fn name_of_month(t: &Atoms<'_>, i: usize) -> Option<Read<u8>> {
    let Word::Month(month, full) = t.word(i) else { return None };
    Read::to(if full { i + 1 } else { t.dot(i + 1) }, month)
}

/// Whether a month without day and year is one, and not a verb or a person's name.
fn bare_month_stands(t: &Atoms<'_>, i: usize) -> bool {
    let Word::Month(month, full) = t.word(i) else { return false };
    let atom = t.get(i);
    let before = |words: &str| t.led(i, words);
    if !atom.capital {
        // Without its capital only an unmistakable name, or one after "in" and the like.
        return full && (!matches!(month, 3 | 5 | 8) || before("in since until last next late early mid"));
    }
    let led = before(guard::TEMPORAL_PREPOSITIONS)
        || before("last next this that every each following previous coming same late early mid")
        || i > 1 && t.hyphen(i - 1);
    // "Mar-a-Lago", "Jun-ho"; "Mar del Plata", "Jan and Jun": without its full stop only what is no name.
    if t.hyphen(i + 1) && !matches!(t.word(i + 2), Word::Digits(..) | Word::Month(..)) {
        return false;
    }
    if !full {
        let name = matches!(month, 1 | 3 | 4 | 6 | 7) && t.dot(i + 1) == i + 1;
        return led && !t.capital(i + 1) && !name;
    }
    if matches!(month, 3..=6 | 8) {
        // April, May, June, August are names of people, too; a month has a preposition or goes before a thing.
        let named_after = t.capital(i + 1) && matches!(t.word(i + 1), Word::Other);
        if before("for to by of from and as with than or about after before")
            && (named_after || is_verb(t, i + 1))
        {
            return false;
        }
        let article = before("the a an its his her their our s") && !t.opens(i);
        let noun = matches!(t.word(i + 1), Word::Other)
            && t.text(i + 1).len() > 3
            && !t.capital(i + 1)
            && !is_verb(t, i + 1);
        let figures = t.opens(i)
            && t.any(i + 1, "figures sales data starts orders prices exports imports earnings results");
        return led || article && noun || figures;
    }
    true
}

/// Verbs of saying and being: what a person does and a month seldom.
fn is_verb(t: &Atoms<'_>, i: usize) -> bool {
    t.any(i, "said says told is has will would asked added have be not also who")
}

/// "August 23, 2019", "23 August", "the 23rd of August 2019", "August 2019": a date with its month.
pub(super) fn month_and_day(t: &Atoms<'_>, i: usize) -> Option<Hit> {
    if let Some((month, at)) = name_of_month(t, i).map(Read::parts) {
        let dashed = t.unhyphened(at);
        let at_day = t.past(dashed, "the");
        if let Some((day, end)) = day_number(t, at_day).or_else(|| spelled_day(t, at_day)).map(Read::parts) {
            let (year, end) = year_after(t, end).map_or((Year::Implied, end), Read::parts);
            return Hit::date(t, end, year, Some(month), Some(day), None);
        }
        let (year, end) = year_of(t, at)?.parts();
        return Hit::date(t, end, year, Some(month), None, None);
    }
    let (day, end) = day_number(t, i).or_else(|| spelled_day(t, i))?.parts();
    let end = if t.is(end, "of") || t.hyphen(end) { end + 1 } else { end };
    let (month, at) = name_of_month(t, end)?.parts();
    // "5 of may" is none, "the third of march" is.
    let plain = t.digits(end.saturating_sub(2));
    if plain
        && !t.capital(end)
        && matches!(t.word(end), Word::Month(3 | 5, _))
        && t.is(end.wrapping_sub(1), "of")
    {
        return None;
    }
    let (year, at) = year_of(t, at).map_or((Year::Implied, at), Read::parts);
    Hit::date(t, at, year, Some(month), Some(day), None)
}

fn month_first(t: &Atoms<'_>, i: usize) -> Option<Hit> {
    if let Some(hit) = month_and_day(t, i)
        && let Some(Meaning::Date { year, month: Some(month), day, .. }) = hit.meaning(t)
    {
        let (end, lower) = (hit.end(), !t.capital(i));
        // "may 5 people", "march 10 miles": without a capital and a year no date.
        if lower
            && year == Year::Implied
            && matches!(month, 3 | 5)
            && i > 0
            && !t.any(i - 1, "on by until since")
        {
            return None;
        }
        if lower && matches!(t.word(i), Word::Month(_, false)) && year == Year::Implied {
            return None;
        }
        let attacks = t.amid(end..end + 3, "attack attacks terror terrorist hijackers hijackings");
        if (month, day, year) == (9, Some(11), Year::Implied) && attacks {
            return Hit::date(t, end, Year::Is(2001), Some(month), day, None);
        }
        return Some(hit);
    }
    bare_month_stands(t, i).then_some(())?;
    let (month, end) = name_of_month(t, i)?.parts();
    // The full stop of "Sept." belongs to it unless the sentence ends.
    let ends = end > i + 1 && (t.capital(end) || t.has(end, Word::Break));
    Hit::date(t, if ends { i + 1 } else { end }, Year::Implied, Some(month), None, None)
}

/// "the September quarter", as companies name the quarter that ends with a month.
fn quarter_of_month(t: &Atoms<'_>, i: usize) -> Option<Hit> {
    let (month, at) = name_of_month(t, i)?.parts();
    if !t.has(at, Word::Unit(Unit::Quarter)) || !t.capital(i) {
        return None;
    }
    let of = Hit::date(t, at, Year::Implied, Some(month), None, None)?;
    Hit::nth(t, at + 1, 1, Unit::Quarter, None, of)
}

fn day_first(t: &Atoms<'_>, i: usize) -> Option<Hit> {
    if matches!(t.word(i), Word::Digits(..) | Word::Ordinal(_) | Word::Cardinal(_)) {
        month_and_day(t, i)
    } else {
        None
    }
}

/// "of that month", "of the following month", "day of next month"
fn of_month(t: &Atoms<'_>, i: usize) -> Option<Hit> {
    let i = t.past(i, "day");
    let at = t.past(i, "of");
    let the = t.article(at);
    let Word::Shift(shift) = t.word(the) else { return None };
    let (by, from) = stepped(shift, the > at)?;
    if t.is(the + 1, "month") { Hit::step(t, the + 2, Unit::Month, by, from) } else { None }
}

/// How many months or years away "last", "the following" is, and from what.
fn stepped(shift: Shift, the: bool) -> Option<(i8, From)> {
    Some(match shift {
        Shift::Last => (-1, From::Publication),
        Shift::This => (0, From::Publication),
        Shift::Next if !the => (1, From::Publication),
        Shift::Next | Shift::Following => (1, From::Story),
        Shift::Previous => (-1, From::Story),
        Shift::That | Shift::Same => (0, From::Story),
        _ => return None,
    })
}

/// "15th of that month", "20 of next month"
fn day_of_month(t: &Atoms<'_>, i: usize) -> Option<Hit> {
    let (day, end) = day_number(t, i)?.parts();
    let of = of_month(t, end)?;
    let plain = ordinal_day(t, i).is_none() && !t.is(end, "of");
    if plain { None } else { Hit::nth(t, of.end(), day as i8, Unit::Day, None, of) }
}

/// "the 15th", "the 15th of that month": only where a date is looked for.
fn the_nth(t: &Atoms<'_>, i: usize) -> Option<Hit> {
    if let Some(hit) = day_of_month(t, i + 1) {
        return Some(hit);
    }
    let (day, end) = ordinal_day(t, i + 1)?.parts();
    // "the night of the 17th"
    let led = t.led(i, "on by until since till")
        || t.led(i, "of") && i > 1 && matches!(t.word(i - 2), Word::Part(_));
    let free = super::duration::closes(t, end)
        || t.any(end, "the a he she they it to for by from was were had his her its their");
    if led && free { Hit::date(t, end, Year::Implied, None, Some(day), None) } else { None }
}

/// "the year 2000"
fn the_year(t: &Atoms<'_>, i: usize) -> Option<Hit> {
    if t.is(i + 1, "years") {
        return None;
    }
    year_n(t, i + 1)
}

fn year_n(t: &Atoms<'_>, i: usize) -> Option<Hit> {
    t.is(i, "year").then_some(())?;
    match t.word(i + 1) {
        Word::Digits(n, 4) => Hit::year(t, i + 2, n as i16),
        Word::Digits(n, 1..=3) if i > 1 && t.has(i - 1, Word::The) && t.is(i - 2, "in") => {
            let (bc, end) = era(t, i + 2).map_or((false, i + 2), Read::parts);
            Hit::year(t, end, signed(n, bc))
        }
        Word::Digits(n, _) => {
            let (bc, end) = era(t, i + 2)?.parts();
            Hit::year(t, end, signed(n, bc))
        }
        _ => None,
    }
}

/// A bare year: "1945", "490 BC", "AD 79".
fn year(t: &Atoms<'_>, i: usize) -> Option<Hit> {
    let Word::Digits(n, _) = t.word(i) else { return spelled_year(t, i) };
    if let Some((bc, end)) = era(t, i + 1).map(Read::parts) {
        return Hit::year(t, end, signed(n, bc));
    }
    if guard::year(t, i) { Hit::year(t, i + 1, n as i16) } else { None }
}

/// "AD 79", "A.D. 79"
fn anno_domini(t: &Atoms<'_>, i: usize) -> Option<Hit> {
    let (bc, at) = era(t, i)?.parts();
    match t.word(at) {
        Word::Digits(n, 1..=4) if !bc && n > 0 => Hit::year(t, at + 1, n as i16),
        _ => None,
    }
}

/// "nineteen ninety-five", "two thousand and eight" after a preposition.
fn spelled_year(t: &Atoms<'_>, i: usize) -> Option<Hit> {
    if i == 0 || !t.any(i - 1, "in since of by until from year") {
        return None;
    }
    let (year, end) = year_in_words(t, i)?.parts();
    let counts = matches!(t.word(end), Word::Units(_) | Word::Unit(_))
        || t.is(i, "two") && !super::duration::closes(t, end);
    if counts { None } else { Hit::year(t, end, year) }
}

/// "nineteen ninety-five", "seventeen hundred thirty-three", "two thousand and eight"
fn year_in_words(t: &Atoms<'_>, i: usize) -> Option<Read<i16>> {
    match t.word(i) {
        Word::Cardinal(century @ 10..=20) => {
            let at = t.unhyphened(i + 1);
            let hundred = t.has(at, Word::Power(100));
            let at = if hundred { at + 1 + usize::from(t.is(at + 1, "and")) } else { at };
            let century = century as i16 * 100;
            if !matches!(t.word(at), Word::Cardinal(_)) {
                return if hundred { Read::to(at, century) } else { None };
            }
            let (rest, end) = number::integer(t, at)?.parts();
            let fits = if hundred { (1..=99).contains(&rest) } else { (10..=99).contains(&rest) };
            if fits { Read::to(end, century + rest as i16) } else { None }
        }
        Word::Cardinal(2) if t.has(i + 1, Word::Power(1000)) => {
            let (n, end) = number::integer(t, i)?.parts();
            if (2000..2100).contains(&n) { Read::to(end, n as i16) } else { None }
        }
        _ => None,
    }
}

patterns! {
    /// Eras, and whether it is that before Christ.
    ERAS: bool = [("bc/bce", true), ("ad/ce", false), ("b . c", true), ("a . d", false), ("c . e", false)]
}

/// The era after a year: whether it is BC.
pub(super) fn era(t: &Atoms<'_>, i: usize) -> Option<Read<bool>> {
    if !t.capitals(i) {
        return None;
    }
    let (end, bc) = t.first_like(i, &ERAS)?;
    if end == i + 1 {
        return Read::to(end, bc);
    }
    // B.C., B.C.E., A.D., C.E.
    if !(t.inside(i + 1, b'.') && t.capital(i + 2)) {
        return None;
    }
    let dot = t.dot(end);
    let e = t.is(dot, "e") && t.capital(dot) && t.glued(dot);
    Read::to(if e { t.dot(dot + 1) } else { dot }, bc)
}

/// The astronomical number of a year: 1 BC is 0.
pub(super) fn signed(n: u16, bc: bool) -> i16 {
    let n = n.min(32_000) as i16;
    if bc { 1 - n } else { n }
}

/// A year of four digits behind a date: not the figure of "May 5, 2000 people"; but "of 1944 soldiers", "August 1914 troops" say
/// when, not how many.
pub(super) fn stated_year(t: &Atoms<'_>, i: usize) -> Option<Read<i16>> {
    let Word::Digits(n @ 1000..=2999, 4) = t.word(i) else { return None };
    let sure = (1900..=2060).contains(&n)
        && n % 100 > 0
        && i > 0
        && (t.is(i - 1, "of") || matches!(t.word(i - 1), Word::Month(..)))
        && t.has(i + 1, Word::Other)
        && !t.glued(i + 1);
    if sure || !guard::counts(t, i + 1) { Read::to(i + 1, n as i16) } else { None }
}

/// The year right after a month or a day of the month: ", 2019", "2019", "'19", "480 BC", "of 1919".
fn year_after(t: &Atoms<'_>, i: usize) -> Option<Read<Year>> {
    let at = if t.hyphen(i) { i + 1 } else { t.comma(i) };
    let at = t.past(at, "of");
    if let Word::Digits(n, width) = t.word(at) {
        if let Some((bc, end)) = era(t, at + 1).map(Read::parts) {
            return Read::to(end, Year::Is(signed(n, bc)));
        }
        let of = width == 3 && t.is(at - 1, "of") && !guard::counts(t, at + 1);
        if of || stated_year(t, at).is_some() {
            return Read::to(at + 1, Year::Is(n as i16));
        }
        // "23-Aug-19"
        if width == 2 && t.hyphen(i) && i > 1 && t.hyphen(i - 2) {
            return Read::to(at + 1, Year::Short(n as u8));
        }
    }
    if let Some(year) = short_year(t, at) {
        return Some(year);
    }
    if let Some((year, end)) = year_in_words(t, at).map(Read::parts) {
        return Read::to(end, Year::Is(year));
    }
    if t.is(i, "of") || matches!(t.word(i), Word::Shift(_)) { relative_year(t, i) } else { None }
}

/// The year after a bare month: "August 2019", "August, 2019", "August of 2019", "August of that year", "August last year".
fn year_of(t: &Atoms<'_>, i: usize) -> Option<Read<Year>> {
    year_after(t, i).or_else(|| relative_year(t, i))
}

/// "of last year", "of that year", "last year", "of the same year", "of the following year"
pub(super) fn relative_year(t: &Atoms<'_>, i: usize) -> Option<Read<Year>> {
    let mut at = if t.is(i, "of") { i + 1 } else { t.comma(i) };
    let the = t.has(at, Word::The);
    if the {
        at += 1;
    }
    if t.like(at, "that same").is_some() {
        at += 1;
    }
    let Word::Shift(shift) = t.word(at) else { return None };
    if the && shift == Shift::This && !t.is(at, "current") {
        return None;
    }
    let (by, from) = stepped(shift, the)?;
    if t.is(at + 1, "year") { Read::to(at + 2, Year::Step(by, from)) } else { None }
}

/// "'82": an apostrophe and two digits, not a decade.
pub(super) fn short_year(t: &Atoms<'_>, i: usize) -> Option<Read<Year>> {
    if !t.apostrophe(i) || !t.glued(i + 1) || t.glued(i) && i > 0 && !matches!(t.word(i - 1), Word::Mark(_)) {
        return None;
    }
    let Word::Digits(n, 2) = t.word(i + 1) else { return None };
    if t.glued(i + 2) && !matches!(t.word(i + 2), Word::Mark(b',' | b'.' | b';' | b')' | b'-' | EN_DASH)) {
        return None;
    }
    let led = i > 0
        && (t.any(i - 1, guard::TEMPORAL_PREPOSITIONS)
            || matches!(
                t.word(i - 1),
                Word::Month(..) | Word::Season(_) | Word::Digits(..) | Word::Early | Word::Late
            )
            || t.has(i - 1, Word::The) && !t.glued(i + 2)
            || t.is(i - 1, "class"));
    if led { Read::to(i + 2, Year::Short(n as u8)) } else { None }
}

/// A day of the month: "23", "23rd"; not "23%", "23.5", "23:00", "23,000".
pub(super) fn day_number(t: &Atoms<'_>, i: usize) -> Option<Read<u8>> {
    let Word::Digits(n @ 1..=31, 1 | 2) = t.word(i) else { return None };
    if let Some(found) = ordinal_day(t, i) {
        return Some(found);
    }
    let next = t.word(i + 1);
    if t.glued(i + 1) {
        match next {
            Word::Mark(b':' | b'%' | b'/' | DEGREE) => return None,
            Word::Mark(b'.' | b',')
                if t.glued(i + 2)
                    && t.digits(i + 2)
                    && !matches!(t.word(i + 2), Word::Digits(1000..=2999, 4)) =>
            {
                return None;
            }
            Word::Mark(_) | Word::Break => {}
            _ => return None,
        }
    }
    Read::to(i + 1, n as u8)
}

/// "23rd", "third"
pub(super) fn ordinal_day(t: &Atoms<'_>, i: usize) -> Option<Read<u8>> {
    let Word::Digits(..) = t.word(i) else { return None };
    let (n, end) = number::ordinal(t, i)?.parts();
    if (1..=31).contains(&n) { Read::to(end, n as u8) } else { None }
}

/// A day of the month in digits or words.
pub(super) fn day(t: &Atoms<'_>, i: usize) -> Option<Read<u8>> {
    let at = t.article(i);
    day_number(t, at).or_else(|| spelled_day(t, at))
}

/// "third", "twenty-third"; not that of "the Sixth Army"
fn spelled_day(t: &Atoms<'_>, i: usize) -> Option<Read<u8>> {
    if !matches!(t.word(i), Word::Ordinal(_) | Word::Cardinal(_)) {
        return None;
    }
    let (n, end) = number::ordinal(t, i)?.parts();
    let name = t.capital(i) && t.has(end, Word::Other) && t.capital(end);
    if (1..=31).contains(&n) && !name { Read::to(end, n as u8) } else { None }
}
