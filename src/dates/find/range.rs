//! Ranges and lists that share a month or a year: "March 3 to 5", "May and June 2019", "1939–45", "3, 5 and 9 May".

use super::{Hit, calendar, clock, guard, number};
use crate::dates::atoms::Atoms;
use crate::dates::meaning::{Clock, Found, Meaning, Piece, Which, Year};
use crate::dates::read::Read;
use crate::dates::words::{Unit, Word};

/// Adds what was read at a place.
#[inline(never)]
fn push(t: &Atoms<'_>, found: &mut Vec<Found>, first: usize, hit: Option<Hit>) {
    found.extend(hit.and_then(|hit| hit.found(t, first)));
}

/// A day whose year, and perhaps month, is still to come.
#[inline(never)]
fn day(t: &Atoms<'_>, end: usize, month: Option<u8>, day: Option<u8>) -> Option<Hit> {
    Hit::date(t, end, Year::Implied, month, day, None)
}

/// Reads a range or list at a place, and adds its members.
type List = fn(&Atoms<'_>, usize, &mut Vec<Found>) -> Option<()>;

const LISTS: [List; 8] =
    [years, ancient, days_then_month, centuries, hours, seasons, month_then_days, months];

/// Adds the members of a range or list that begins at `i`; gives where it ends, or `i`.
pub(super) fn find(t: &Atoms<'_>, i: usize, found: &mut Vec<Found>) -> usize {
    let opens = match t.word(i) {
        Word::Digits(..) | Word::Season(_) | Word::Ordinal(_) | Word::Cardinal(_) | Word::Month(..) => true,
        Word::The => t.digits(i + 1),
        _ => false,
    };
    if opens {
        let before = found.len();
        for list in LISTS {
            if list(t, i, found).is_some() {
                return found.last().map_or(i, |last| last.end);
            }
            found.truncate(before);
        }
    }
    i
}

/// The index past what stands between members: "to", "and", "or", "through", "until", a dash, a comma; or the same index.
#[inline(never)]
fn link(t: &Atoms<'_>, i: usize) -> usize {
    let comma = t.comma(i);
    if comma > i {
        t.past(comma, "and or")
    } else {
        i + usize::from(t.dash(i) || t.any(i, "to and or through thru until till"))
    }
}

/// Gives the members of a list the year that stands once, and the month if it does; the last of them ends with these.
fn complete(members: &mut [Found], end: usize, said: Year, named: Option<u8>) {
    for member in members.iter_mut() {
        if let Meaning::Date { year, month, .. } = &mut member.meaning {
            (*year, *month) = (said, named.or(*month));
        }
    }
    if let Some(last) = members.last_mut() {
        last.end = end;
    }
}

/// "1939–45", "1939-1945", "2019/20": two years, the second perhaps short.
fn years(t: &Atoms<'_>, i: usize, found: &mut Vec<Found>) -> Option<()> {
    let Word::Digits(first, 4) = t.word(i) else { return None };
    if !(1000..=2100).contains(&first) || guard::labelled(t, i) {
        return None;
    }
    let joined = t.dash(i + 1) || t.inside(i + 1, b'/');
    if !joined {
        return None;
    }
    let tight = t.glued(i + 1) && t.glued(i + 2);
    let (second, end) = match t.word(i + 2) {
        Word::Digits(n, 4) if (first + 1..=2100).contains(&n) => (n, i + 3),
        Word::Digits(n, 2) if tight => {
            // 2019-08 is a month; 1939-45 and 2009-10 are years.
            let full = first / 100 * 100 + n;
            let month = t.mark(i + 1, b'-') && (1..=12).contains(&n) && n != first % 100 + 1;
            if month || full <= first || full > first + 60 && n < 13 {
                return None;
            }
            (full, i + 3)
        }
        _ => return None,
    };
    // "1939–45 killed millions" is no forty-five killed; "1900-2000 people" are people.
    let counted = matches!(t.word(i + 2), Word::Digits(_, 4)) && guard::counts(t, end);
    if counted || t.hyphen(end) && t.digits(end + 1) {
        return None;
    }
    push(t, found, i, Hit::year(t, i + 1, first as i16));
    push(t, found, i + 2, Hit::year(t, end, second as i16));
    Some(())
}

/// "499–493 BC", "264 to 241 BC": the era stands once.
fn ancient(t: &Atoms<'_>, i: usize, found: &mut Vec<Found>) -> Option<()> {
    let Word::Digits(first, 1..=4) = t.word(i) else { return None };
    let next = link(t, i + 1);
    (next > i + 1).then_some(())?;
    let Word::Digits(second, 1..=4) = t.word(next) else { return None };
    let (bc, end) = calendar::era(t, next + 1)?.parts();
    (bc == (first > second)).then_some(())?;
    push(t, found, i, Hit::year(t, i + 1, calendar::signed(first, bc)));
    push(t, found, next, Hit::year(t, end, calendar::signed(second, bc)));
    Some(())
}

/// "the 15th to the 19th century", "17th and 18th centuries"
fn centuries(t: &Atoms<'_>, i: usize, found: &mut Vec<Found>) -> Option<()> {
    let (first, at) = number::ordinal(t, i)?.parts();
    let next = link(t, at);
    (next > at).then_some(())?;
    let the = usize::from(t.has(next, Word::The));
    let the = the + usize::from(matches!(t.word(next + the), Word::Early | Word::Late | Word::Mid));
    let the = the + usize::from(t.hyphen(next + the));
    let (second, at2) = number::ordinal(t, next + the)?.parts();
    let unit = t.unhyphened(at2);
    matches!(t.word(unit), Word::Unit(Unit::Century) | Word::Units(Unit::Century)).then_some(())?;
    let (bc, end) = calendar::era(t, unit + 1).map_or((false, unit + 1), Read::parts);
    ((1..=40).contains(&first) && (1..=40).contains(&second)).then_some(())?;
    push(t, found, i, Hit::century(t, at, first as i16 - 1, bc));
    push(t, found, next, Hit::century(t, end, second as i16 - 1, bc));
    Some(())
}

/// "08:00–20:00", "14:00 to 15:30", "3 to 5 p.m.", "3:30-6 p.m. on Tuesday": "p.m." once is said of both.
fn hours(t: &Atoms<'_>, i: usize, found: &mut Vec<Found>) -> Option<()> {
    if !t.digits(i) {
        return None;
    }
    let digits = clock::digits(t, i).or_else(|| clock::written(t, i));
    let (first, end) = match (digits, t.word(i)) {
        (Some(found), _) => found.parts(),
        (None, Word::Digits(hour @ 1..=12, 1 | 2)) => (Clock::new(hour, 0), i + 1),
        _ => return None,
    };
    let led = t.led(i, "from between");
    let and = t.is(end, "and") && t.led(i, "between");
    let at = (t.dash(end) || and || t.any(end, "to until till")).then_some(end + 1)?;
    let written = clock::written(t, at).or_else(|| clock::digits(t, at))?;
    let (second, close) = written.parts();
    let meridiem = t.any(close - 1, "am pm m") || t.any(close.saturating_sub(2), "m");
    // "3 to 5" alone counts anything; "10 and 11:30" are hours after "between".
    if digits.is_none()
        && !(meridiem && (led || t.dash(end) || t.is(end, "to")) || led && clock::digits(t, at).is_some())
    {
        return None;
    }
    let own = t.any(end - 1, "am pm m") || t.any(end.saturating_sub(2), "m") && t.mark(end - 1, b'.');
    let first = if meridiem && first.hour <= 12 && !own {
        let hour = first.hour % 12 + second.hour / 12 * 12;
        let hour = if (hour, first.minute) > (second.hour, second.minute) { (hour + 12) % 24 } else { hour };
        Clock { hour, ..first }
    } else {
        first
    };
    push(t, found, i, Hit::clock(t, end, first, None));
    push(t, found, at, clock::with_day(t, written));
    Some(())
}

/// "spring and summer of 1943", "autumn and winter 1918".
fn seasons(t: &Atoms<'_>, i: usize, found: &mut Vec<Found>) -> Option<()> {
    let Word::Season(first) = t.word(i) else { return None };
    let next = link(t, i + 1);
    (next > i + 1).then_some(())?;
    let shaded = matches!(t.word(next), Word::Early | Word::Late);
    let Word::Season(second) = t.word(if shaded { next + 1 } else { next }) else { return None };
    let at = if shaded { next + 2 } else { next + 1 };
    let at = if t.is(at, "of") { at + 1 } else { t.comma(at) };
    let year = Year::Is(calendar::stated_year(t, at)?.what());
    let season = |end, season| Hit::piece(t, end, Piece::season(season), year, Which::Bare);
    push(t, found, i, season(i + 1, first));
    push(t, found, next, season(at + 1, second));
    Some(())
}

/// "3–5 May 2019", "3, 5 and 9 May", "3rd and 5th of May".
fn days_then_month(t: &Atoms<'_>, i: usize, found: &mut Vec<Found>) -> Option<()> {
    if !(t.digits(t.article(i)) || matches!(t.word(i), Word::Ordinal(_) | Word::Cardinal(_))) {
        return None;
    }
    let (before, mut last) = (found.len(), i);
    loop {
        let (number, end) = calendar::day(t, last)?.parts();
        push(t, found, last, day(t, end, None, Some(number)));
        if found.len() - before > 12 {
            return None;
        }
        let next = link(t, end);
        if next == end {
            break;
        }
        last = next;
    }
    // "Operation Dawn 5, and 22 to 24 February": a number after a name belongs to the name.
    if last == i || i > 0 && t.has(i - 1, Word::Other) && t.capital(i - 1) {
        return None;
    }
    let hit = calendar::month_and_day(t, t.article(last))?;
    let Meaning::Date { year, month, day: Some(_), .. } = hit.meaning(t)? else { return None };
    complete(&mut found[before..], hit.end(), year, month);
    Some(())
}

/// "March 3 to 5", "March 3-5, 2019", "March 3, 5 and 9".
fn month_then_days(t: &Atoms<'_>, i: usize, found: &mut Vec<Found>) -> Option<()> {
    let (month, mut at) = calendar::name_of_month(t, i)?.parts();
    if !t.capital(i) {
        return None;
    }
    let (before, mut first, mut end) = (found.len(), i, at);
    while let Some((number, close)) = calendar::day(t, at).map(Read::parts) {
        // "March 3, 5 people": a count, no day; "March 3 and 20 others".
        let others = guard::counts(t, close) || counted(t, close) || t.mark(close, b':');
        if first > i && (others || found.len() - before > 12) {
            break;
        }
        push(t, found, first, day(t, close, Some(month), Some(number)));
        (end, at) = (close, link(t, close));
        first = at;
        if at == end {
            break;
        }
    }
    if found.len() < before + 2 {
        return None;
    }
    // One year behind the list holds for all of it.
    if let Some(year) = calendar::stated_year(t, t.comma(end)) {
        complete(&mut found[before..], year.end(), Year::Is(year.what()), None);
    }
    Some(())
}

/// Whether a plural noun follows: "20 others", "5 people".
fn counted(t: &Atoms<'_>, i: usize) -> bool {
    let text = t.text(i);
    matches!(t.word(i), Word::Other) && text.len() > 3 && text.ends_with('s') && !t.capital(i)
        || matches!(t.word(i), Word::Units(_) | Word::Month(..))
}

/// "May and June 2019", "September–October 1990", "January to March, 2011": the year holds for both.
fn months(t: &Atoms<'_>, i: usize, found: &mut Vec<Found>) -> Option<()> {
    let (before, mut at, mut end) = (found.len(), i, i);
    while let Some((month, close)) = calendar::name_of_month(t, at).map(Read::parts) {
        if !t.capital(at) || found.len() - before > 11 {
            break;
        }
        push(t, found, at, day(t, close, Some(month), None));
        (end, at) = (close, link(t, close));
        if at == end {
            break;
        }
    }
    // "May and June 5": a day after the last month makes it a date of its own.
    if found.len() < before + 2 || calendar::day_number(t, end).is_some() {
        return None;
    }
    let year = calendar::stated_year(t, t.past(t.comma(end), "of in"))?;
    complete(&mut found[before..], year.end(), Year::Is(year.what()), None);
    Some(())
}
