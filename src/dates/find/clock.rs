//! Clock times and parts of the day, with the day they belong to.

use super::{Hit, number};
use crate::dates::atoms::Atoms;
use crate::dates::meaning::{Clock, From, Meaning, Time};
use crate::dates::words::{Modifier, Part, Shift, Unit, Word};

/// Zones by name, with minutes east of Greenwich (standard or summer time as the name says).
const ZONES: &[(&str, i16)] = &[
    ("UTC", 0),
    ("GMT", 0),
    ("EST", -300),
    ("EDT", -240),
    ("ET", -300),
    ("CST", -360),
    ("CDT", -300),
    ("CT", -360),
    ("MST", -420),
    ("MDT", -360),
    ("MT", -420),
    ("PST", -480),
    ("PDT", -420),
    ("PT", -480),
    ("BST", 60),
    ("CET", 60),
    ("CEST", 120),
    ("EET", 120),
    ("EEST", 180),
    ("MSK", 180),
    ("IST", 330),
    ("JST", 540),
    ("KST", 540),
    ("AEST", 600),
    ("AEDT", 660),
    ("HKT", 480),
    ("SGT", 480),
    ("WIB", 420),
];

/// An expression that begins with a clock time or a part of the day.
pub(super) fn find(t: &Atoms<'_>, i: usize) -> Option<Hit> {
    if let Some((clock, end)) = time(t, i) {
        return Some(with_day(t, end, clock));
    }
    part(t, i)
}

/// The day after a clock time: "Friday", ", August 23, 2019", "on 2 May", "today".
pub(super) fn with_day(t: &Atoms<'_>, end: usize, clock: Clock) -> Hit {
    // "3 in the afternoon" is met in time(); "3 p.m. in the afternoon" not.
    let at = t.comma(end);
    let at = if t.any(at, "on of") { at + 1 } else { at };
    if let Some(hit) = super::day(t, at)
        && let Some(meaning) = hit.meaning.filter(is_day)
    {
        // "9 a.m. Sunday morning local time", "9 a.m. Friday EDT"
        let (clock, end) = match t.word(hit.end) {
            Word::Part(part) => (clock.in_part(part), hit.end + 1),
            _ => (clock, hit.end),
        };
        let (clock, end) = match zone(t, end) {
            Some((zone, utc, end)) if clock.zone.is_none() => (Clock { zone, utc, ..clock }, end),
            _ => (clock, end),
        };
        return Hit::new(end, Meaning::time(Time::Clock(clock), Some(meaning)));
    }
    // "4:35 this afternoon", "9:30 last night"
    if let Some(Hit { end, meaning: Some(Meaning::Time { time: Time::Part(part), day }), .. }) =
        named_part(t, end)
    {
        return Hit::new(end, Meaning::Time { time: Time::Clock(clock.in_part(part)), day });
    }
    Hit::new(end, Meaning::time(Time::Clock(clock), None))
}

/// Whether a preposition of time stands before an hour: "at 9 this morning".
fn led_to(t: &Atoms<'_>, i: usize) -> bool {
    i > 0 && t.any(i - 1, "at by until around about before after since till")
}

/// "this morning", "last night", "tonight": a part of a day that is told.
fn named_part(t: &Atoms<'_>, i: usize) -> Option<Hit> {
    match t.word(i) {
        Word::Tonight => part(t, i),
        Word::Shift(Shift::This | Shift::Last) if matches!(t.word(i + 1), Word::Part(_)) => {
            super::relative::find(t, i)
        }
        _ => None,
    }
}

/// Whether a meaning is one day.
pub(super) fn is_day(meaning: &Meaning) -> bool {
    match meaning {
        Meaning::Date { day, weekday, .. } => day.is_some() || weekday.is_some(),
        Meaning::Step { unit: Unit::Day, .. } | Meaning::Holiday { .. } => true,
        Meaning::Away { length, .. } => length.unit == Unit::Day,
        Meaning::Nth { unit: Unit::Day, .. } => true,
        _ => false,
    }
}

/// A day with the clock time or part of the day after it: "Monday evening", "Tuesday at 3 p.m.", "May 2, 7:30 p.m.".
pub(super) fn after(t: &Atoms<'_>, hit: Hit) -> Hit {
    let Some(meaning) = hit.meaning.as_ref().filter(|m| is_day(m)) else { return hit };
    let at = t.comma(hit.end);
    let linked = t.any(at, "at around about");
    let clock_at = if linked { at + 1 } else { at };
    if let Some((clock, end)) = time(t, clock_at) {
        return Hit::new(end, Meaning::time(Time::Clock(clock), Some(meaning.clone())));
    }
    let k = if t.any(hit.end, "in") && t.has(hit.end + 1, Word::The) {
        hit.end + 2
    } else if t.is(hit.end, "at") {
        hit.end + 1
    } else {
        hit.end
    };
    if let Word::Part(part) = t.word(k)
        && (!t.hyphen(k + 1) || k == hit.end)
    {
        let named = !t.get(k).capital || !t.get(k + 1).capital;
        if named {
            // "Monday evening at 7:30"
            if t.is(k + 1, "at")
                && let Some((clock, end)) = time(t, k + 2)
            {
                return Hit::new(end, Meaning::time(Time::Clock(clock.in_part(part)), Some(meaning.clone())));
            }
            return Hit::new(k + 1, Meaning::time(Time::Part(part), Some(meaning.clone())));
        }
    }
    // "Monday early morning", "Friday late afternoon"
    if matches!(t.word(hit.end), Word::Early | Word::Late)
        && let Word::Part(part) = t.word(hit.end + 1)
    {
        let modifier = if t.has(hit.end, Word::Early) { Modifier::Start } else { Modifier::End };
        return Hit::new(hit.end + 2, Meaning::time(Time::Part(part), Some(meaning.clone()))).with(modifier);
    }
    hit
}

/// "the night of 10 August", "noon Friday", "in the morning", "overnight", "tonight".
pub(super) fn part(t: &Atoms<'_>, i: usize) -> Option<Hit> {
    if t.has(i, Word::Tonight) {
        let day = Meaning::Step { unit: Unit::Day, by: 0, from: From::Publication };
        return Some(Hit::new(i + 1, Meaning::time(Time::Part(Part::Night), Some(day))));
    }
    let at = if t.has(i, Word::The) { i + 1 } else { i };
    let (early, at) = match t.word(at) {
        Word::Early => (Some(Modifier::Start), at + 1),
        Word::Late => (Some(Modifier::End), at + 1),
        Word::Mid if t.hyphen(at + 1) => (Some(Modifier::Mid), at + 2),
        _ => (None, at),
    };
    let Word::Part(part) = t.word(at) else { return None };
    let end = if t.is(at + 1, "hours") { at + 2 } else { at + 1 };
    let shade = |hit: Hit| match early {
        Some(modifier) => hit.with(modifier),
        None => hit,
    };
    // A day behind it.
    let k = t.comma(end);
    let k = if t.any(k, "of on") { k + 1 } else { end };
    if let Some(hit) = super::day(t, k)
        && let Some(day) = hit.meaning.filter(is_day)
    {
        return Some(shade(Hit::new(hit.end, Meaning::time(Time::Part(part), Some(day)))));
    }
    if t.hyphen(at + 1) {
        return None;
    }
    let before = |words: &str| i > 0 && t.any(i - 1, words);
    let bare = match part {
        Part::Noon | Part::Midnight => {
            before("at by until before after around about since past till from to between and")
                || t.any(at + 1, "GMT UTC EST EDT to")
        }
        Part::Morning | Part::Afternoon | Part::Evening if at == i && before("by at") => true,
        // Papers tell of the day before.
        Part::Morning | Part::Afternoon if t.is(at + 1, "trading") && before("in early late") => {
            let day = Meaning::Step { unit: Unit::Day, by: -1, from: From::Publication };
            return Some(shade(Hit::new(end, Meaning::time(Time::Part(part), Some(day)))));
        }
        Part::Dawn => before("at before by until since after"),
        _ if at > i && t.has(i, Word::The) => before("in during by late early throughout"),
        Part::Night if t.is(at, "overnight") => {
            !matches!(t.word(at + 1), Word::Other) || i > 0 && !t.any(i - 1, "an the a")
        }
        _ => early.is_some() && before("in by until since before after from at"),
    };
    if !bare {
        return None;
    }
    let end = zone(t, end).map_or(end, |(_, _, end)| end);
    Some(shade(Hit::new(end, Meaning::time(Time::Part(part), None))))
}

/// A clock time: "3 p.m.", "15:30 UTC", "8.30 pm", "0630 GMT", "half past five", "five o'clock in the evening".
pub(super) fn time(t: &Atoms<'_>, i: usize) -> Option<(Clock, usize)> {
    let (mut clock, mut end) = spoken(t, i).or_else(|| written(t, i))?;
    if let Some((part, close)) = in_part(t, end) {
        clock = clock.in_part(part);
        end = close;
    }
    if let Some((minutes, utc, close)) = zone(t, end) {
        clock.zone = minutes;
        clock.utc = utc;
        end = close;
    }
    Some((clock, end))
}

/// "in the evening", "at night": which part of the day, and the end.
fn in_part(t: &Atoms<'_>, i: usize) -> Option<(Part, usize)> {
    let at = t.like(i, "in the").or_else(|| t.like(i, "at"))?;
    match t.word(at) {
        Word::Part(part) => Some((part, at + 1)),
        _ => None,
    }
}

/// "UTC", "GMT", "(GMT +8)", "Eastern time", "local time": minutes east, is it UTC, end.
fn zone(t: &Atoms<'_>, i: usize) -> Option<(Option<i16>, bool, usize)> {
    let bracket = t.mark(i, '(');
    let at = if bracket { i + 1 } else { i };
    let close = |end: usize| if !bracket { Some(end) } else { t.mark(end, ')').then_some(end + 1) };
    if t.any(at, "local eastern central pacific mountain moscow beijing london paris tokyo") {
        let k = if t.any(at + 1, "standard daylight summer") { at + 2 } else { at + 1 };
        return t.is(k, "time").then(|| (None, false, k + 1)).and_then(|(z, u, e)| Some((z, u, close(e)?)));
    }
    let text = t.text(at);
    let (_, minutes) = ZONES.iter().find(|(name, _)| *name == text)?;
    let utc = *minutes == 0 && text == "UTC";
    // "GMT +8", "UTC-5", "GMT+05:30"
    if *minutes == 0 {
        let east = match t.word(at + 1) {
            Word::Mark('+') => Some(1),
            Word::Mark('-' | '−' | '–') => Some(-1),
            _ => None,
        };
        if let (Some(sign), Word::Digits(hours @ 0..=14, 1 | 2)) = (east, t.word(at + 2)) {
            let (rest, end) = match (t.word(at + 3), t.word(at + 4)) {
                (Word::Mark(':'), Word::Digits(rest @ 0..=59, 2)) => (rest, at + 5),
                _ => (0, at + 3),
            };
            return Some((Some(sign * (hours as i16 * 60 + rest as i16)), utc, close(end)?));
        }
    }
    Some((Some(*minutes), utc, close(at + 1)?))
}

/// Digits with a colon, seconds, a zone letter: "14:05", "14:05:30", "14:05Z".
pub(super) fn digits(t: &Atoms<'_>, i: usize) -> Option<(Clock, usize)> {
    let Word::Digits(hour @ 0..=24, 1 | 2) = t.word(i) else { return None };
    if !t.mark(i + 1, ':') || !t.glued(i + 1) || !t.glued(i + 2) {
        return None;
    }
    let Word::Digits(minute @ 0..=59, 2) = t.word(i + 2) else { return None };
    let mut clock =
        Clock { hour: hour as u8, minute: Some(minute as u8), second: None, zone: None, utc: false };
    let mut end = i + 3;
    if t.mark(end, ':') && t.glued(end) && t.glued(end + 1) {
        let Word::Digits(second @ 0..=60, 2) = t.word(end + 1) else { return None };
        clock.second = Some(second as u8);
        end += 2;
    }
    if t.text(end) == "Z" && t.glued(end) {
        clock.utc = true;
        clock.zone = Some(0);
        end += 1;
    } else if clock.second.is_some()
        && t.glued(end)
        && matches!(t.word(end), Word::Mark('+' | '-'))
        && let (Word::Digits(h, 2), true) = (t.word(end + 1), t.mark(end + 2, ':'))
        && let Word::Digits(m, 2) = t.word(end + 3)
    {
        clock.zone = Some((h * 60 + m) as i16 * if t.mark(end, '-') { -1 } else { 1 });
        end += 4;
    }
    Some((clock, end))
}

pub(super) fn written(t: &Atoms<'_>, i: usize) -> Option<(Clock, usize)> {
    let bare = |hour: u32, minute: Option<u32>| Clock {
        hour: hour as u8,
        minute: minute.map(|m| m as u8),
        second: None,
        zone: None,
        utc: false,
    };
    if let Some((mut clock, end)) = digits(t, i) {
        if let Some((afternoon, end)) = meridiem(t, end) {
            clock.hour = twelve(u32::from(clock.hour), afternoon)?;
            return Some((clock, end));
        }
        let led = i > 0
            && t.any(i - 1, "at by until from around about before after since till on to and between time")
            || named_part(t, end).is_some();
        let dated = i > 0
            && (t.mark(i - 1, ',')
                || matches!(
                    t.word(i - 1),
                    Word::Digits(..) | Word::Today | Word::Yesterday | Word::Weekday(..)
                ));
        let oclock = t.is(end, "hours") || t.is(end, "h");
        let plain = clock.second.is_none() || clock.zone.is_some();
        let part = in_part(t, end).is_some();
        let stands = part
            || zone(t, end).is_some()
            || clock.utc
            || (led || dated) && plain
            || oclock
            || clock.second.is_some() && dated;
        return stands.then_some((clock, if oclock { end + 1 } else { end }));
    }
    match t.word(i) {
        Word::Digits(hour @ 0..=12, 1 | 2) | Word::Cardinal(hour @ 1..=12) => {
            // "8.30 p.m.", "seven thirty p.m."
            let minutes = match (t.word(i), t.word(i + 1), t.word(i + 2)) {
                (Word::Cardinal(_), ..) => number::integer(t, i + 1).filter(|(n, _)| (10..60).contains(n)),
                (_, Word::Mark('.'), Word::Digits(minute @ 0..=59, 2)) if t.glued(i + 2) => {
                    Some((minute, i + 3))
                }
                _ => None,
            };
            let (minute, at) = minutes.filter(|(_, at)| meridiem(t, *at).is_some()).unwrap_or((0, i + 1));
            if let Some((afternoon, end)) = meridiem(t, at) {
                return Some((bare(u32::from(twelve(hour, afternoon)?), Some(minute)), end));
            }
            let part = in_part(t, i + 1)
                .is_some_and(|(part, _)| matches!(part, Part::Morning | Part::Afternoon | Part::Evening));
            if part && t.is(i + 1, "in") || led_to(t, i) && named_part(t, i + 1).is_some() {
                return Some((bare(hour, Some(0)), i + 1));
            }
            // "12 noon", "12 midnight"
            if let (12, Word::Part(part @ (Part::Noon | Part::Midnight))) = (hour, t.word(i + 1)) {
                return Some((bare(if part == Part::Noon { 12 } else { 24 }, Some(0)), i + 2));
            }
            o_clock(t, i + 1).map(|end| (bare(hour, Some(0)), end))
        }
        // "1140 a.m."
        Word::Digits(n @ 100..=1259, 3 | 4) if n % 100 < 60 && meridiem(t, i + 1).is_some() => {
            let (afternoon, end) = meridiem(t, i + 1)?;
            Some((bare(u32::from(twelve(n / 100, afternoon)?), Some(n % 100)), end))
        }
        // "0630 GMT", "1800 hours"
        Word::Digits(n @ 0..=2400, 4) if n % 100 < 60 => {
            let end = i + 1;
            let hours = t.is(end, "hours") && i > 0 && t.any(i - 1, "at by until from to before after");
            let zoned = zone(t, end).is_some_and(|(minutes, _, _)| minutes.is_some()) && !t.mark(end, '(');
            (hours || zoned).then(|| (bare(n / 100, Some(n % 100)), if hours { end + 1 } else { end }))
        }
        _ => None,
    }
}

fn o_clock(t: &Atoms<'_>, i: usize) -> Option<usize> {
    t.like(i, "o ' clock")
}

/// "a.m.", "pm", "AM": is it afternoon, and the end. The last full stop belongs to it.
fn meridiem(t: &Atoms<'_>, i: usize) -> Option<(bool, usize)> {
    if t.any(i, "am pm") {
        // "8 am" but not "I am": a number is before it; lower-case "am" after a blank and no number is kept out by the caller.
        return Some((t.is(i, "pm"), i + 1));
    }
    let afternoon = t.is(i, "p");
    if (afternoon || t.is(i, "a")) && t.mark(i + 1, '.') && t.is(i + 2, "m") {
        return Some((afternoon, t.dot(i + 3)));
    }
    None
}

fn twelve(hour: u32, afternoon: bool) -> Option<u8> {
    match hour {
        12 => Some(if afternoon { 12 } else { 0 }),
        1..=11 => Some(hour as u8 + if afternoon { 12 } else { 0 }),
        0 | 13..=23 => Some(hour as u8),
        _ => None,
    }
}

/// "half past five", "quarter to six", "a quarter past nine", "ten past four", "20 minutes to three".
fn spoken(t: &Atoms<'_>, i: usize) -> Option<(Clock, usize)> {
    let at = if t.has(i, Word::A) { i + 1 } else { i };
    let (minutes, at) = match t.word(at) {
        Word::Half => (30, at + 1),
        Word::Unit(Unit::Quarter) => (15, at + 1),
        Word::Digits(..) | Word::Cardinal(_) => {
            let (n, at) = number::integer(t, at)?;
            (n, if t.any(at, "minutes minute min") { at + 1 } else { at })
        }
        _ => return None,
    };
    let before = match t.word(at) {
        _ if t.is(at, "past") => false,
        _ if t.is(at, "after")
            && i > 0
            && t.any(i - 1, "at by until")
            && matches!(t.word(at + 1), Word::Cardinal(_)) =>
        {
            false
        }
        _ if t.is(at, "to") => true,
        _ => return None,
    };
    if !(1..=30).contains(&minutes) {
        return None;
    }
    // "at five to eight"
    let led = i > 0
        && t.any(i - 1, "at by until around")
        && minutes % 5 == 0
        && minutes < 30
        && matches!(t.word(at + 1), Word::Cardinal(_));
    let strong = led
        || matches!(
            t.word(at - 1),
            Word::Half | Word::Unit(Unit::Quarter | Unit::Minute) | Word::Units(Unit::Minute)
        );
    let (hour, end) = match t.word(at + 1) {
        Word::Cardinal(hour @ 1..=12) => (hour, at + 2),
        Word::Digits(hour @ 1..=12, 1 | 2)
            if !t.glued(at + 2)
                || matches!(t.word(at + 2), Word::Mark(',' | '.'))
                || meridiem(t, at + 2).is_some() =>
        {
            (hour, at + 2)
        }
        Word::Part(Part::Noon) => (12, at + 2),
        Word::Part(Part::Midnight) => (24, at + 2),
        _ => return None,
    };
    // "five to ten people" is a range: without "half", "quarter" or "minutes" only "past" will do.
    let tail = meridiem(t, end);
    let oclock = o_clock(t, end);
    if !(strong || !before || tail.is_some()) || before && !strong && oclock.is_none() && tail.is_none() {
        return None;
    }
    let (mut hour, end) = match (tail, oclock) {
        (Some((afternoon, end)), _) => (u32::from(twelve(hour, afternoon)?), end),
        (None, Some(end)) => (hour, end),
        (None, None) => (hour, end),
    };
    let minute = if before {
        hour = if hour == 0 { 23 } else { hour - 1 };
        60 - minutes
    } else {
        minutes
    };
    Some((
        Clock { hour: (hour % 25) as u8, minute: Some(minute as u8), second: None, zone: None, utc: false },
        end,
    ))
}
