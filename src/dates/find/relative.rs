//! Dates told by their distance: "yesterday", "last week", "that day", "the following month", and their parts
//! ("early", "late", "the end of").

use super::{Hit, calendar, duration};
use crate::dates::atoms::Atoms;
use crate::dates::meaning::{From, Length, Meaning, Piece, Side, Time, Vague, Which, Year};
use crate::dates::packed::patterns;
use crate::dates::read::Read;
use crate::dates::words::{Modifier, Part, Shift, Unit, Word};

pub(super) fn find(t: &Atoms<'_>, i: usize) -> Option<Hit> {
    match t.word(i) {
        // "USA Today", "Yucatan Today" are papers.
        Word::Today if t.capital(i) && i > 0 && t.capital(i - 1) && t.has(i - 1, Word::Other) => None,
        Word::Today => Hit::step(t, i + 1, Unit::Day, 0, From::Publication),
        Word::Yesterday => Hit::step(t, i + 1, Unit::Day, -1, From::Publication),
        Word::Tomorrow => Hit::step(t, i + 1, Unit::Day, 1, From::Publication),
        Word::Shift(_) => shifted(t, i, false),
        Word::The => same_last_year(t, i + 1)
            .or_else(|| day_before(t, i + 1))
            .or_else(|| shifted(t, i + 1, true))
            .or_else(|| latest(t, i + 1))
            .or_else(|| year_ago(t, i + 1))
            .or_else(|| anaphor(t, i)),
        // "day after tomorrow" without its article
        Word::Unit(Unit::Day) if matches!(t.word(i + 2), Word::Yesterday | Word::Tomorrow) => {
            day_before(t, i)
        }
        Word::Unit(_) => year_ago(t, i).or_else(|| unit_end(t, i)),
        _ => None,
    }
}

patterns! {
    /// A year before, and what from.
    LAST_YEAR: From = [
        ("last year", From::Near),
        ("the previous/prior/preceding year", From::Story),
        ("a year ago/earlier/previous/prior", From::Story),
    ]
}

/// "the same period last year", "the same quarter a year earlier": as long as what is spoken of, a year before.
fn same_last_year(t: &Atoms<'_>, i: usize) -> Option<Hit> {
    let at = t.like(i, "same/like/comparable/corresponding")?;
    // "the comparable year-earlier period"
    if let Some(hit) = year_ago(t, at) {
        return Some(hit);
    }
    let of = t.like(at, "period/month/quarter/week/time/half of/in?")?;
    // "the same quarter of 1988"
    if let (true, Word::Digits(year @ 1900..=2100, 4)) = (t.any(at, "period quarter"), t.word(of)) {
        let year = Year::Is(year as i16);
        return Hit::piece(t, of + 1, Piece::SAME_QUARTER, year, Which::Bare);
    }
    let (end, from) = t.first_like(of, &LAST_YEAR)?;
    Hit::away(t, end, Length::one(Unit::Year), true, from)
}

/// "the latest quarter", "the most recent week": the last one finished.
fn latest(t: &Atoms<'_>, i: usize) -> Option<Hit> {
    let at = t.like(i, "latest fiscal?").or_else(|| t.like(i, "most recent fiscal?"))?;
    match t.word(at) {
        Word::Unit(unit) if Unit::REPORTED.contains(&unit) && !t.hyphen(at + 1) => {
            Hit::step(t, at + 1, unit, -1, From::Publication)
        }
        _ => None,
    }
}

/// What "the day", "the month" hang on: a day on the day spoken of, the rest on the sentence.
fn near(unit: Unit) -> From {
    if unit <= Unit::Day { From::Story } else { From::Near }
}

/// "last week", "this Friday", "next summer", "that morning", after an article or not.
fn shifted(t: &Atoms<'_>, i: usize, the: bool) -> Option<Hit> {
    let mut at = i;
    let Word::Shift(mut shift) = t.word(at) else { return None };
    // "this past Friday", "this coming week", "that same day"; in "said that last week" it is no part of the date.
    if let (
        Shift::This | Shift::That,
        Word::Shift(second @ (Shift::Past | Shift::Coming | Shift::Same | Shift::Last | Shift::Next)),
    ) = (shift, t.word(at + 1))
    {
        if shift == Shift::That && second != Shift::Same {
            return None;
        }
        shift = match second {
            Shift::Past => Shift::Last,
            Shift::Coming => Shift::Coming,
            other => other,
        };
        at += 1;
    }
    at += 1;
    // "that very day", "the very next day" is met at "very"; "the same busy day" is left out.
    if t.is(at, "very") && shift == Shift::That {
        at += 1;
    }
    if t.hyphen(at) {
        return None;
    }
    if t.like(at, "fiscal/financial year").is_some() {
        at += 1;
    }
    if t.any(at, "calendar business trading school") && matches!(t.word(at + 1), Word::Unit(_)) {
        at += 1;
    }
    match t.word(at) {
        Word::Unit(unit) => unit_step(t, i, at, shift, the, unit),
        Word::Weekday(day, _) => {
            // "that Friday" is a Friday spoken of.
            Hit::which(t, at + 1, Year::Implied, None, None, Some(day), which(shift, the)?)
        }
        Word::Month(month, _) if t.capital(at) => {
            let end = calendar::name_of_month(t, at)?.end();
            let which = which(shift, the)?;
            // "this March 3", "last May 5"
            if let Some((day, end)) = calendar::day(t, end).map(Read::parts) {
                return Hit::which(t, end, Year::Implied, Some(month), Some(day), None, which);
            }
            Hit::which(t, end, Year::Implied, Some(month), None, None, which)
        }
        Word::Season(season) => {
            let which = which(shift, the)?;
            if t.is(at + 1, "of") {
                return None;
            }
            Hit::piece(t, at + 1, Piece::season(season), Year::Implied, which)
        }
        Word::Part(part) if part != Part::Noon || shift == Shift::That => {
            let (by, from) = match shift {
                Shift::Last => (-1, From::Publication),
                Shift::This => (0, From::Publication),
                Shift::That | Shift::Same => (0, From::Story),
                Shift::Next | Shift::Following => (1, From::Story),
                Shift::Previous => (-1, From::Story),
                _ => return None,
            };
            Hit::part(t, at + 1, part, Hit::step(t, at, Unit::Day, by, from))
        }
        Word::Units(Unit::Day) if shift == Shift::These && t.is(i, "these") => {
            Hit::of(t, at + 1, Meaning::Vague(Vague::Present))
        }
        _ => None,
    }
}

#[inline(never)]
fn which(shift: Shift, the: bool) -> Option<Which> {
    Some(match shift {
        Shift::Last | Shift::Past => Which::Last,
        Shift::This => Which::This,
        Shift::Next if the => Which::Following,
        Shift::Next | Shift::Coming => Which::Next,
        Shift::Following => Which::Following,
        Shift::Previous => Which::Previous,
        Shift::That | Shift::Same => Which::That,
        _ => return None,
    })
}

fn unit_step(t: &Atoms<'_>, i: usize, at: usize, shift: Shift, the: bool, unit: Unit) -> Option<Hit> {
    let spanned = || i > 1 && t.any(i - 2, "over within during for in throughout");
    let length = |past| Hit::one(t, at + 1, unit, if past { Side::Before } else { Side::After });
    let clocked = matches!(unit, Unit::Second | Unit::Minute | Unit::Hour);
    let (by, from) = match shift {
        _ if clocked && matches!(shift, Shift::This | Shift::That | Shift::Same) => return None,
        // "at the last minute", "the next second"
        _ if matches!(unit, Unit::Second | Unit::Minute) => return None,
        Shift::Last if the && (clocked || spanned() && unit.plain() && unit != Unit::Quarter) => {
            return length(true);
        }
        Shift::Last => (-1, From::Publication),
        Shift::This if unit == Unit::Day => (0, From::Story),
        Shift::This => (0, From::Publication),
        Shift::Next if the && (clocked || spanned() && unit != Unit::Day) => return length(false),
        Shift::Next if the => (1, From::Story),
        Shift::Next => (1, From::Publication),
        Shift::Coming => (1, From::Publication),
        Shift::Following => (1, From::Story),
        Shift::Previous => (-1, From::Story),
        Shift::That => (0, From::Story),
        Shift::Same if the || t.any(i, "that this") => (0, From::Story),
        _ => return None,
    };
    // "this second", "that minute" and quarters of other things
    if unit == Unit::Quarter && t.is(at + 1, "of") {
        return None;
    }
    // "next week's Tuesday" and "last week Tuesday" are rare; "this year-end"
    if t.hyphen(at + 1) && t.is(at + 2, "end") {
        return Hit::with(Hit::step(t, at + 3, unit, by, from), Modifier::End);
    }
    if t.hyphen(at + 1) {
        return None;
    }
    Hit::step(t, at + 1, unit, by, from)
}

/// "the day before", "the week after", "the day before yesterday", "the day after tomorrow".
fn day_before(t: &Atoms<'_>, i: usize) -> Option<Hit> {
    let unit = match t.word(i) {
        Word::Unit(unit) if unit >= Unit::Day => Some(unit),
        Word::Part(_) => None,
        _ => return None,
    };
    let next = i + 2;
    let by = if t.any(i + 1, "before previous preceding prior earlier") {
        -1
    } else if t.any(i + 1, "after afterward afterwards following later") {
        1
    } else {
        return None;
    };
    let (by, from, end) = match t.word(next) {
        Word::Yesterday if by < 0 && unit == Some(Unit::Day) => (-2, From::Publication, next + 1),
        Word::Tomorrow if by > 0 && unit == Some(Unit::Day) => (2, From::Publication, next + 1),
        // "the week after next", "the night before last"
        Word::Shift(Shift::Next) if by > 0 && unit.is_some() => (2, From::Publication, next + 1),
        Word::Shift(Shift::Last) if t.is(i + 1, "before") => (-2, From::Publication, next + 1),
        _ => (by, From::Story, duration::closes(t, next).then_some(next)?),
    };
    let hit = Hit::step(t, end, unit.unwrap_or(Unit::Day), by, from);
    match t.word(i) {
        Word::Part(part) => Hit::part(t, end, part, hit),
        _ => hit,
    }
}

/// "year-earlier", "year-ago", with the thing compared: "the year-earlier period".
fn year_ago(t: &Atoms<'_>, i: usize) -> Option<Hit> {
    let Word::Unit(unit) = t.word(i) else { return None };
    let end = t.like(i + 1, "- ago/earlier/before period/quarter/month/week?")?;
    if Unit::REPORTED.contains(&unit) {
        Hit::away(t, end, Length::one(unit), true, From::Story)
    } else {
        None
    }
}

/// "year-end", "year's end", "month's end".
fn unit_end(t: &Atoms<'_>, i: usize) -> Option<Hit> {
    let Word::Unit(unit) = t.word(i) else { return None };
    if !unit.plain() {
        return None;
    }
    let led = t.led(i, "by at before until this");
    let (end, from) =
        if let Some(end) = t.like(i + 1, "- end").or_else(|| t.like(i + 1, "end").filter(|_| led)) {
            (end, From::Publication)
        } else {
            (t.like(i + 1, "' s end")?, From::Story)
        };
    if matches!(unit, Unit::Day | Unit::Week) && t.hyphen(i + 1) {
        return None;
    }
    // "year-end 2019"
    if let (Unit::Year, Word::Digits(n @ 1900..=2100, 4)) = (unit, t.word(end)) {
        return Hit::with(Hit::year(t, end + 1, n as i16), Modifier::End);
    }
    Hit::with(Hit::step(t, end, unit, 0, from), Modifier::End)
}

/// The day in "ended Sept. 30", "ended on Sept. 30".
fn ends_on(t: &Atoms<'_>, i: usize) -> Option<Hit> {
    let day = |hit: &Hit| matches!(hit.meaning(t), Some(Meaning::Date { month: Some(_), day: Some(_), .. }));
    calendar::find(t, t.past(i, "on")).filter(day)
}

/// What may stand before "the day" or "the week" of a story: prepositions, and verbs of opening and closing.
const BEFORE_UNIT: &str = "\
    for in of during throughout through on over by from since at before after until end ends ended ending \
    finish finished finishing close closed start started begin began started earlier later early late";

/// Words that follow a unit which stands for itself; a noun would make it part of something else ("the day job").
const AFTER_UNIT: &str = "\
    at with on and but to from as in after by when while ended ending ends the a it he she they we its was \
    were is for because although despite than or that which due up down totaled rose fell compared against";

/// "the day", "the week", "the year", "the weekend", where the words around make it a point in time.
fn anaphor(t: &Atoms<'_>, i: usize) -> Option<Hit> {
    let Word::Unit(unit) = t.word(i + 1) else { return None };
    if t.hyphen(i + 2) || t.capital(i + 1) {
        return None;
    }
    let opens = i == 0 || t.opens(i) || t.mark(i - 1, b',');
    let led = t.led(i, BEFORE_UNIT);
    let closed = matches!(
        t.word(i + 2),
        Word::Break
            | Word::Mark(b'.' | b',' | b';' | b':' | b')' | b'"')
            | Word::Shift(_)
            | Word::Earlier
            | Word::Weekday(..)
            | Word::Roughly(_)
    ) || t.any(i + 2, AFTER_UNIT);
    let here = match unit {
        Unit::Weekend => led,
        // "the quarter ended Sept. 30" is the one that day is in.
        Unit::Quarter | Unit::Year | Unit::Month | Unit::Week
            if t.any(i + 2, "ended ending") && ends_on(t, i + 3).is_some() =>
        {
            return Hit::nth(t, i + 2, 1, unit, None, ends_on(t, i + 3)?);
        }
        Unit::Decade | Unit::Quarter | Unit::Year | Unit::Month | Unit::Week => (led || opens) && closed,
        Unit::Day => led && closed && !t.any(i + 2, "that when it he she they we the"),
        _ => false,
    };
    if here { Hit::step(t, i + 2, unit, 0, From::Story) } else { None }
}

/// "early March", "late last year", "mid-2011", "the end of the month", "earlier this week", "later in the day".
pub(super) fn modified(t: &Atoms<'_>, i: usize) -> Option<Hit> {
    let at = t.article(i);
    let at = t.past(at, "very");
    match t.word(at) {
        Word::Early => shaded(t, i, at, Modifier::Start, false),
        Word::Late => shaded(t, i, at, Modifier::End, false),
        Word::Mid => shaded(t, i, at, Modifier::Mid, false),
        Word::Earlier if at == i => shaded(t, i, at, Modifier::Start, true),
        Word::Later if at == i => shaded(t, i, at, Modifier::End, true),
        Word::Edge(modifier) => part_of(t, at, modifier),
        Word::Opener if t.like(at, "latter part").is_some() => part_of(t, at + 1, Modifier::End),
        Word::Opener if t.is(at, "midyear") => {
            Hit::with(Hit::step(t, at + 1, Unit::Year, 0, From::Near), Modifier::Mid)
        }
        Word::Opener if t.is(at, "rest") && at > i => part_of(t, at, Modifier::End),
        Word::Opener if t.is(at, "most") && at == i && t.is(at + 1, "of") => rest_of(t, at + 2),
        _ => None,
    }
}

/// After "early", "late", "mid-", "earlier", "later".
fn shaded(t: &Atoms<'_>, first: usize, at: usize, modifier: Modifier, clipped: bool) -> Option<Hit> {
    let mut k = at + 1;
    let hyphen = t.hyphen(k);
    if hyphen {
        k += 1;
    }
    // "the early part of the decade", "the late stages of"
    if at > first && t.like(k, "part of").is_some() {
        return part_of(t, k, modifier);
    }
    // "the early hours of Saturday"
    if t.like(k, "hours of").is_some() {
        let day = super::day(t, k + 2)?;
        let end = t.past(day.end(), "morning");
        return Hit::with(Hit::part(t, end, Part::Morning, Some(day)), modifier);
    }
    // "mid-century", "mid-year"
    if let (
        Modifier::Mid,
        true,
        Word::Unit(unit @ (Unit::Month | Unit::Year | Unit::Decade | Unit::Century)),
    ) = (modifier, hyphen && !t.hyphen(k + 1), t.word(k))
    {
        return Hit::with(Hit::step(t, k + 1, unit, 0, near(unit)), modifier);
    }
    // "early in 1862", "late in the year", "later in the day", "early on Monday", "later on Monday"
    let linked = t.any(k, "in on that this") && !hyphen;
    if linked && t.any(k, "in on") {
        k += 1;
    }
    let close = |hit| Hit::clipped(Hit::with(hit, modifier), clipped);
    if t.has(k, Word::The)
        && linked
        && let Word::Unit(unit) = t.word(k + 1)
        && unit.plain()
        && !t.hyphen(k + 2)
        && !matches!(t.word(k + 2), Word::Ago)
    {
        return close(Hit::step(t, k + 2, unit, 0, near(unit)));
    }
    let hit =
        super::clock::part(t, k).or_else(|| super::day(t, k).and_then(|hit| super::clock::after(t, hit)))?;
    let fits = match hit.meaning(t)? {
        Meaning::Length { .. } | Meaning::Every { .. } | Meaning::Vague(_) | Meaning::Away { .. } => false,
        Meaning::Time { time, .. } => matches!(time, Time::Part(_)),
        // "early 20 people": a bare number under 1000 is none; "late 2015" is.
        Meaning::Date { year: Year::Is(..1000), .. } => linked,
        _ => true,
    };
    // "earlier yesterday" and "earlier Monday" say no more than the day; TIMEX3 keeps the mod for stretches.
    if fits && hit.plain() { close(Some(hit)) } else { None }
}

/// "the end of March", "the beginning of the year", "the latter part of next week", "the start of 2006".
fn part_of(t: &Atoms<'_>, at: usize, modifier: Modifier) -> Option<Hit> {
    t.is(at + 1, "of").then_some(())?;
    Hit::with(rest_of(t, at + 2), modifier)
}

/// The point after "of": a date, or "the month", "the year" of the story.
fn rest_of(t: &Atoms<'_>, k: usize) -> Option<Hit> {
    let articled = t.has(k, Word::The) || t.any(k, "its their our");
    if articled
        && let Word::Unit(unit) = t.word(k + 1)
        && (unit.plain() || unit == Unit::Weekend)
        && !t.hyphen(k + 2)
        && !t.has(k + 2, Word::Unit(Unit::Year))
        && !t.any(k + 2, "before after")
    {
        return Hit::step(t, k + 2, unit, 0, near(unit));
    }
    // "end of year"
    if let Word::Unit(unit) = t.word(k)
        && Unit::REPORTED.contains(&unit)
        && unit != Unit::Week
        && !t.hyphen(k + 1)
        && !t.digits(k + 1)
    {
        return Hit::step(t, k + 1, unit, 0, near(unit));
    }
    super::date(t, k).filter(|hit| {
        hit.plain()
            && !matches!(
                hit.meaning(t),
                None | Some(
                    Meaning::Date { year: Year::Is(..1000), .. }
                        | Meaning::Length { .. }
                        | Meaning::Away { .. }
                )
            )
    })
}

/// "the first week of March", "the second Tuesday in May", "the last day of the month".
pub(super) fn nth(t: &Atoms<'_>, i: usize) -> Option<Hit> {
    let at = t.article(i);
    // "the week of October 6"
    if let Word::Unit(unit @ (Unit::Week | Unit::Weekend)) = t.word(at) {
        if t.is(at + 1, "of") {
            let of = super::date(t, at + 2)?;
            return match of.meaning(t)? {
                Meaning::Date { day: Some(_), .. } | Meaning::Holiday { .. } => {
                    Hit::nth(t, of.end(), 1, unit, None, of)
                }
                _ => None,
            };
        }
        return None;
    }
    let (n, at) = match t.word(at) {
        Word::Shift(Shift::Last) => (-1, at + 1),
        Word::Opener if t.is(at, "final") => (-1, at + 1),
        _ => {
            let (n, at) = super::number::ordinal(t, at)?.parts();
            if n > 31 {
                return None;
            }
            (n as i8, at)
        }
    };
    let (unit, weekday) = match t.word(at) {
        Word::Unit(unit) if (unit.plain() || unit == Unit::Weekend) && unit != Unit::Century => (unit, None),
        Word::Weekday(day, true) => (Unit::Day, Some(day)),
        _ => return None,
    };
    if !t.any(at + 1, "of in") {
        return None;
    }
    // Nobody tells when a fiscal year begins.
    if t.has(at + 2, Word::Fiscal) || t.has(at + 3, Word::Fiscal) {
        return None;
    }
    let of = rest_of(t, at + 2)?;
    match of.meaning(t)? {
        // "the first week of 3 May", "the last day of yesterday" say nothing.
        Meaning::Step { unit: Unit::Day, .. } | Meaning::Date { day: Some(_), .. } => None,
        // The first quarter of a century is no quarter of a year.
        Meaning::Century { .. } | Meaning::Decade { .. } if unit == Unit::Quarter => None,
        _ => Hit::nth(t, of.end(), n, unit, weekday, of),
    }
}
