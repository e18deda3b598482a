//! Ranges and lists that share a month or a year: "March 3 to 5", "May and June 2019", "1939–45", "3, 5 and 9 May".

use super::{calendar, clock, guard, number};
use crate::dates::atoms::Atoms;
use crate::dates::meaning::{Clock, Found, Meaning, Piece, Time, Which, Year};
use crate::dates::read::Read;
use crate::dates::words::{Unit, Word};

fn date(year: Year, month: Option<u8>, day: Option<u8>) -> Meaning {
    Meaning::Date { year, month, day, weekday: None, which: Which::Bare }
}

fn push(found: &mut Vec<Found>, first: usize, end: usize, meaning: Meaning) {
    found.push(Found { first, end, meaning, modifier: None, clipped: false });
}

/// Adds the members of a range or list that begins at `i`; gives where it ends, or `i`.
pub(super) fn find(t: &Atoms<'_>, i: usize, found: &mut Vec<Found>) -> usize {
    let end = match t.word(i) {
        Word::Digits(..) => years(t, i, found)
            .or_else(|| ancient(t, i, found))
            .or_else(|| days_then_month(t, i, found))
            .or_else(|| centuries(t, i, found))
            .or_else(|| hours(t, i, found)),
        Word::Season(_) => seasons(t, i, found),
        Word::The if matches!(t.word(i + 1), Word::Digits(..)) => days_then_month(t, i, found),
        Word::Ordinal(_) | Word::Cardinal(_) => {
            centuries(t, i, found).or_else(|| days_then_month(t, i, found))
        }
        Word::Month(..) => month_then_days(t, i, found).or_else(|| months(t, i, found)),
        _ => None,
    };
    end.unwrap_or(i)
}

/// "to", "and", "or", "through", "until", a dash, a comma: between members.
fn link(t: &Atoms<'_>, i: usize) -> Option<usize> {
    if t.any(i, "to and or through thru until till") || t.dash(i) {
        return Some(i + 1);
    }
    if t.mark(i, b',') {
        return Some(if t.any(i + 1, "and or") { i + 2 } else { i + 1 });
    }
    None
}

/// "1939–45", "1939-1945", "2019/20": two years, the second perhaps short.
fn years(t: &Atoms<'_>, i: usize, found: &mut Vec<Found>) -> Option<usize> {
    let Word::Digits(first, 4) = t.word(i) else { return None };
    if !(1000..=2100).contains(&first) || guard::labelled(t, i) {
        return None;
    }
    let joined = t.dash(i + 1) || t.mark(i + 1, b'/') && t.glued(i + 1) && t.glued(i + 2);
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
    if counted || t.hyphen(end) && matches!(t.word(end + 1), Word::Digits(..)) {
        return None;
    }
    push(found, i, i + 1, Meaning::year(first as i16));
    push(found, i + 2, end, Meaning::year(second as i16));
    Some(end)
}

/// "499–493 BC", "264 to 241 BC": the era stands once.
fn ancient(t: &Atoms<'_>, i: usize, found: &mut Vec<Found>) -> Option<usize> {
    let Word::Digits(first, 1..=4) = t.word(i) else { return None };
    let next = link(t, i + 1)?;
    let Word::Digits(second, 1..=4) = t.word(next) else { return None };
    let (bc, end) = calendar::era(t, next + 1)?.parts();
    (bc == (first > second)).then_some(())?;
    push(found, i, i + 1, Meaning::year(calendar::signed(first, bc)));
    push(found, next, end, Meaning::year(calendar::signed(second, bc)));
    Some(end)
}

/// "the 15th to the 19th century", "17th and 18th centuries"
fn centuries(t: &Atoms<'_>, i: usize, found: &mut Vec<Found>) -> Option<usize> {
    let (first, at) = number::ordinal(t, i)?.parts();
    let next = link(t, at)?;
    let the = usize::from(t.has(next, Word::The));
    let the = the + usize::from(matches!(t.word(next + the), Word::Early | Word::Late | Word::Mid));
    let the = the + usize::from(t.hyphen(next + the));
    let (second, at2) = number::ordinal(t, next + the)?.parts();
    let unit = t.unhyphened(at2);
    matches!(t.word(unit), Word::Unit(Unit::Century) | Word::Units(Unit::Century)).then_some(())?;
    let (bc, end) = calendar::era(t, unit + 1).map_or((false, unit + 1), Read::parts);
    let century = |n: u16| Meaning::Century { century: n as i16 - 1, bc };
    ((1..=40).contains(&first) && (1..=40).contains(&second)).then_some(())?;
    push(found, i, at, century(first));
    push(found, next, end, century(second));
    Some(end)
}

/// "08:00–20:00", "14:00 to 15:30", "3 to 5 p.m.", "3:30-6 p.m. on Tuesday": "p.m." once is said of both.
fn hours(t: &Atoms<'_>, i: usize, found: &mut Vec<Found>) -> Option<usize> {
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
    push(found, i, end, Meaning::Time { time: Time::Clock(first), day: None });
    let hit = clock::with_day(t, written)?;
    push(found, at, hit.end(), hit.meaning(t)?);
    Some(hit.end())
}

/// "spring and summer of 1943", "autumn and winter 1918".
fn seasons(t: &Atoms<'_>, i: usize, found: &mut Vec<Found>) -> Option<usize> {
    let Word::Season(first) = t.word(i) else { return None };
    let next = link(t, i + 1)?;
    let shaded = matches!(t.word(next), Word::Early | Word::Late);
    let Word::Season(second) = t.word(if shaded { next + 1 } else { next }) else { return None };
    let at = if shaded { next + 2 } else { next + 1 };
    let at = if t.is(at, "of") { at + 1 } else { t.comma(at) };
    let year = Year::Is(calendar::stated_year(t, at)?.what());
    let season = |season| Meaning::Piece { piece: Piece::Season(season), year, which: Which::Bare };
    push(found, i, i + 1, season(first));
    push(found, next, at + 1, season(second));
    Some(at + 1)
}

/// "3–5 May 2019", "3, 5 and 9 May", "3rd and 5th of May".
fn days_then_month(t: &Atoms<'_>, i: usize, found: &mut Vec<Found>) -> Option<usize> {
    let mut members = Vec::new();
    let mut at = i;
    loop {
        let (day, end) = calendar::day(t, at)?.parts();
        members.push((at, end, day));
        if members.len() > 12 {
            return None;
        }
        match link(t, end) {
            Some(next) => at = next,
            None => break,
        }
    }
    // "Operation Dawn 5, and 22 to 24 February": a number after a name belongs to the name.
    if members.len() < 2 || i > 0 && t.has(i - 1, Word::Other) && t.capital(i - 1) {
        return None;
    }
    let (last, _, _) = *members.last()?;
    let hit = calendar::month_and_day(t, t.article(last))?;
    let meaning @ Meaning::Date { year, month, day: Some(_), .. } = hit.meaning(t)? else { return None };
    for &(first, close, day) in &members[..members.len() - 1] {
        push(found, first, close, date(year, month, Some(day)));
    }
    push(found, last, hit.end(), meaning);
    Some(hit.end())
}

/// "March 3 to 5", "March 3-5, 2019", "March 3, 5 and 9".
fn month_then_days(t: &Atoms<'_>, i: usize, found: &mut Vec<Found>) -> Option<usize> {
    let (month, at) = calendar::name_of_month(t, i)?.parts();
    if !t.capital(i) {
        return None;
    }
    let (day, mut end) = calendar::day(t, at)?.parts();
    let mut members = vec![(i, end, day)];
    while let Some(next) = link(t, end) {
        let Some((day, close)) = calendar::day(t, next).map(Read::parts) else { break };
        // "March 3, 5 people": a count, no day; "March 3 and 20 others".
        if guard::counts(t, close) || counted(t, close) {
            break;
        }
        if members.len() > 12 || t.mark(close, b':') {
            break;
        }
        members.push((next, close, day));
        end = close;
    }
    // One year behind the list holds for all of it.
    let comma = t.comma(end);
    if members.len() == 1 {
        return None;
    }
    let year = calendar::stated_year(t, comma);
    let last = members.len() - 1;
    for (n, &(first, close, day)) in members.iter().enumerate() {
        let close = if n == last && year.is_some() { comma + 1 } else { close };
        let year = year.map_or(Year::Implied, |year| Year::Is(year.what()));
        push(found, first, close, date(year, Some(month), Some(day)));
    }
    found.last().map(|f| f.end)
}

/// Whether a plural noun follows: "20 others", "5 people".
fn counted(t: &Atoms<'_>, i: usize) -> bool {
    let text = t.text(i);
    matches!(t.word(i), Word::Other) && text.len() > 3 && text.ends_with('s') && !t.capital(i)
        || matches!(t.word(i), Word::Units(_) | Word::Month(..))
}

/// "May and June 2019", "September–October 1990", "January to March, 2011": the year holds for both.
fn months(t: &Atoms<'_>, i: usize, found: &mut Vec<Found>) -> Option<usize> {
    let (first, at) = calendar::name_of_month(t, i)?.parts();
    let mut members = vec![(i, at, first)];
    let mut end = at;
    while let Some(next) = link(t, end) {
        let Some((month, close)) = calendar::name_of_month(t, next).map(Read::parts) else { break };
        if !t.capital(next) || members.len() > 11 {
            break;
        }
        members.push((next, close, month));
        end = close;
    }
    if members.len() < 2 || !t.capital(i) {
        return None;
    }
    // "May and June 5": a day after the last month makes it a date of its own.
    if calendar::day_number(t, end).is_some() {
        return None;
    }
    let comma = t.comma(end);
    let comma = t.past(comma, "of in");
    let year = Year::Is(calendar::stated_year(t, comma)?.what());
    let last = members.len() - 1;
    for (n, &(first, close, month)) in members.iter().enumerate() {
        let close = if n == last { comma + 1 } else { close };
        push(found, first, close, date(year, Some(month), None));
    }
    Some(comma + 1)
}
