//! Clock times and parts of the day, with the day they belong to.

use std::num::NonZeroU8;

use super::{Hit, number};
use crate::dates::atoms::Atoms;
use crate::dates::meaning::{Clock, From, Meaning, Time, Zone};
use crate::dates::read::Read;
use crate::dates::words::{EN_DASH, Modifier, Part, Shift, Unit, Word};

/// Zones by name.
const ZONES: &str = "\
    UTC GMT EST EDT ET CST CDT CT MST MDT MT PST PDT PT BST CET CEST EET EEST MSK IST JST KST AEST AEDT HKT SGT WIB";

/// What may stand before an hour.
const BEFORE_HOUR: &str = "at by until till from around about before after since";

/// An expression that begins with a clock time or a part of the day.
pub(super) fn find(t: &Atoms<'_>, i: usize) -> Option<Hit> {
    match time(t, i) {
        Some(clock) => with_day(t, clock),
        None => part(t, i),
    }
}

/// The day after a clock time: "Friday", ", August 23, 2019", "on 2 May", "today".
pub(super) fn with_day(t: &Atoms<'_>, clock: Read<Clock>) -> Option<Hit> {
    let (mut clock, end) = clock.parts();
    if let Some(day) = day(t, t.past(t.comma(end), "on of")) {
        let mut end = day.end();
        // "9 a.m. Sunday morning local time", "9 a.m. Friday EDT"
        if let Word::Part(part) = t.word(end) {
            (clock, end) = (clock.in_part(part), end + 1);
        }
        if clock.zone == Zone::Local
            && let Some(found) = zone(t, end)
        {
            (clock.zone, end) = found.parts();
        }
        return Hit::clock(t, end, clock, Some(day));
    }
    // "4:35 this afternoon", "9:30 last night"
    if let Some(hit) = named_part(t, end)
        && let Some(Meaning::Time { time: Time::Part(part), day }) = hit.meaning(t)
    {
        return Hit::of(t, hit.end(), Meaning::Time { time: Time::Clock(clock.in_part(part)), day });
    }
    Hit::clock(t, end, clock, None)
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

/// A date that is one day.
fn day(t: &Atoms<'_>, i: usize) -> Option<Hit> {
    super::day(t, i).filter(|hit| hit.meaning(t).is_some_and(is_day))
}

/// Whether a meaning is one day.
pub(super) fn is_day(meaning: Meaning) -> bool {
    match meaning {
        Meaning::Date { day, weekday, .. } => day.is_some() || weekday.is_some(),
        Meaning::Holiday { .. } => true,
        Meaning::Step { unit, .. } | Meaning::Nth { unit, .. } => unit == Unit::Day,
        Meaning::Away { length, .. } => length.unit == Unit::Day,
        _ => false,
    }
}

/// A day with the clock time or part of the day after it: "Monday evening", "Tuesday at 3 p.m.", "May 2, 7:30 p.m.".
pub(super) fn after(t: &Atoms<'_>, hit: Hit) -> Option<Hit> {
    if !hit.meaning(t).is_some_and(is_day) {
        return Some(hit);
    }
    let at = hit.end();
    if let Some(clock) = time(t, t.past(t.comma(at), "at around about")) {
        return Hit::clock(t, clock.end(), clock.what(), Some(hit));
    }
    let k = t.like(at, "in the").or_else(|| t.like(at, "at")).unwrap_or(at);
    if let Word::Part(part) = t.word(k)
        && (!t.hyphen(k + 1) || k == at)
        && !(t.capital(k) && t.capital(k + 1))
    {
        // "Monday evening at 7:30"
        return match time(t, k + 2).filter(|_| t.is(k + 1, "at")) {
            Some(clock) => Hit::clock(t, clock.end(), clock.what().in_part(part), Some(hit)),
            None => Hit::part(t, k + 1, part, Some(hit)),
        };
    }
    // "Monday early morning", "Friday late afternoon"
    match (shade(t, at), t.word(at + 1)) {
        (early @ Some(_), Word::Part(part)) => Hit::shaded(Hit::part(t, at + 2, part, Some(hit)), early),
        _ => Some(hit),
    }
}

/// "early", "late"
fn shade(t: &Atoms<'_>, i: usize) -> Option<Modifier> {
    match t.word(i) {
        Word::Early => Some(Modifier::Start),
        Word::Late => Some(Modifier::End),
        _ => None,
    }
}

/// "the night of 10 August", "noon Friday", "in the morning", "overnight", "tonight".
pub(super) fn part(t: &Atoms<'_>, i: usize) -> Option<Hit> {
    let day_of = |by| Hit::step(t, i, Unit::Day, by, From::Publication);
    if t.has(i, Word::Tonight) {
        return Hit::part(t, i + 1, Part::Night, day_of(0));
    }
    let at = t.article(i);
    let (early, at) = match shade(t, at) {
        None if t.has(at, Word::Mid) && t.hyphen(at + 1) => (Some(Modifier::Mid), at + 2),
        early => (early, at + usize::from(early.is_some())),
    };
    let Word::Part(part) = t.word(at) else { return None };
    let end = t.past(at + 1, "hours");
    // A day behind it.
    let k = t.comma(end);
    if let Some(day) = day(t, if t.any(k, "of on") { k + 1 } else { end }) {
        return Hit::shaded(Hit::part(t, day.end(), part, Some(day)), early);
    }
    // "midnight last night"
    if let Part::Noon | Part::Midnight = part
        && let Some(hit) = named_part(t, end)
        && let Some(Meaning::Time { day, .. }) = hit.meaning(t)
    {
        return Hit::of(t, hit.end(), Meaning::Time { time: Time::Part(part), day });
    }
    if t.hyphen(at + 1) {
        return None;
    }
    // Papers tell of the day before.
    if let Part::Morning | Part::Afternoon = part
        && t.is(at + 1, "trading")
        && t.led(i, "in early late")
    {
        return Hit::shaded(Hit::part(t, end, part, day_of(-1)), early);
    }
    let bare = match part {
        // "The River at Noon" is a title.
        Part::Noon | Part::Midnight => {
            let title = t.capital(at) && i > 1 && t.capital(i - 2) && t.has(i - 2, Word::Other);
            !title
                && (t.led(i, BEFORE_HOUR)
                    || t.led(i, "past to between and")
                    || t.any(at + 1, "GMT UTC EST EDT to"))
        }
        Part::Morning | Part::Afternoon | Part::Evening if at == i && t.led(i, "by at") => true,
        Part::Dawn => t.led(i, "at before by until since after"),
        _ if at > i && t.has(i, Word::The) => t.led(i, "in during by late early throughout through"),
        Part::Night if t.is(at, "overnight") => {
            !t.has(at + 1, Word::Other) || i > 0 && !t.any(i - 1, "an the a")
        }
        _ => early.is_some() && t.led(i, "in by until since before after from at"),
    };
    let end = zone(t, end).map_or(end, Read::end);
    if bare { Hit::shaded(Hit::part(t, end, part, None), early) } else { None }
}

/// A clock time: "3 p.m.", "15:30 UTC", "8.30 pm", "0630 GMT", "half past five", "five o'clock in the evening".
pub(super) fn time(t: &Atoms<'_>, i: usize) -> Option<Read<Clock>> {
    let (mut clock, mut end) = spoken(t, i).or_else(|| written(t, i))?.parts();
    if let Some((part, close)) = in_part(t, end) {
        clock = clock.in_part(part);
        end = close;
    }
    if let Some(found) = zone(t, end) {
        (clock.zone, end) = found.parts();
    }
    Read::to(end, clock)
}

/// "in the evening", "at night": which part of the day, and the end.
fn in_part(t: &Atoms<'_>, i: usize) -> Option<(Part, usize)> {
    let at = t.like(i, "in the").or_else(|| t.like(i, "at"))?;
    match t.word(at) {
        Word::Part(part) => Some((part, at + 1)),
        _ => None,
    }
}

/// "UTC", "GMT", "(GMT +8)", "Eastern time", "local time", and the end.
fn zone(t: &Atoms<'_>, i: usize) -> Option<Read<Zone>> {
    const PLACES: &str = "\
        local/eastern/central/pacific/mountain/moscow/beijing/london/paris/tokyo standard/daylight/summer? time";
    let bracket = usize::from(t.mark(i, b'('));
    let at = i + bracket;
    let (zone, end) = if let Some(end) = t.like(at, PLACES) {
        (Zone::Local, end)
    } else if t.any(at, ZONES) && t.capitals(at) {
        // "GMT +8", "UTC-5", "GMT+05:30"
        let signed = t.any(at, "GMT UTC")
            && matches!(t.word(at + 1), Word::Mark(b'+' | b'-' | EN_DASH))
            && matches!(t.word(at + 2), Word::Digits(0..=14, 1 | 2));
        let minutes = t.mark(at + 3, b':') && matches!(t.word(at + 4), Word::Digits(0..=59, 2));
        let zone = if t.is(at, "UTC") { Zone::Utc } else { Zone::Other };
        (zone, at + 1 + 2 * (usize::from(signed) + usize::from(signed && minutes)))
    } else {
        return None;
    };
    if bracket == 0 || t.mark(end, b')') { Read::to(end + bracket, zone) } else { None }
}

/// The digits after a colon that is glued to both: ":05".
fn sixtieths(t: &Atoms<'_>, i: usize) -> Option<Read<u8>> {
    match t.word(i + 1) {
        Word::Digits(n @ 0..=60, 2) if t.inside(i, b':') => Read::to(i + 2, n as u8),
        _ => None,
    }
}

/// Digits with a colon, seconds, a zone letter: "14:05", "14:05:30", "14:05Z".
pub(super) fn digits(t: &Atoms<'_>, i: usize) -> Option<Read<Clock>> {
    let Word::Digits(hour @ 0..=24, 1 | 2) = t.word(i) else { return None };
    let (minute, mut end) = sixtieths(t, i + 1).filter(|minute| minute.what() < 60)?.parts();
    let mut clock = Clock::new(hour, minute.into());
    if t.inside(end, b':') {
        clock.second = NonZeroU8::new(sixtieths(t, end)?.what() + 1);
        end += 2;
    }
    if t.text(end) == "Z" && t.glued(end) {
        clock.zone = Zone::Utc;
        end += 1;
    } else if clock.second.is_some()
        && t.glued(end)
        && matches!(t.word(end), Word::Mark(b'+' | b'-'))
        && matches!(t.word(end + 1), Word::Digits(_, 2))
        && sixtieths(t, end + 2).is_some()
    {
        clock.zone = Zone::Other;
        end += 4;
    }
    Read::to(end, clock)
}

pub(super) fn written(t: &Atoms<'_>, i: usize) -> Option<Read<Clock>> {
    if let Some((mut clock, end)) = digits(t, i).map(Read::parts) {
        if let Some((afternoon, end)) = meridiem(t, end).map(Read::parts) {
            clock.hour = twelve(clock.hour.into(), afternoon)? as u8;
            return Read::to(end, clock);
        }
        let led = t.led(i, BEFORE_HOUR) || t.led(i, "on to and between time") || named_part(t, end).is_some();
        let dated = i > 0
            && (t.mark(i - 1, b',')
                || matches!(
                    t.word(i - 1),
                    Word::Digits(..) | Word::Today | Word::Yesterday | Word::Weekday(..)
                ));
        let close = t.past(end, "hours h");
        let plain = clock.second.is_none() || clock.zone != Zone::Local;
        let stands = in_part(t, end).is_some()
            || zone(t, end).is_some()
            || clock.zone == Zone::Utc
            || led && plain
            || dated
            || close > end;
        return if stands { Read::to(close, clock) } else { None };
    }
    match t.word(i) {
        Word::Digits(hour @ 0..=12, 1 | 2) | Word::Cardinal(hour @ 1..=12) => {
            // "8.30 p.m.", "seven thirty p.m."
            let minutes = match (t.word(i), t.word(i + 2)) {
                (Word::Cardinal(_), _) => {
                    number::integer(t, i + 1).filter(|minutes| (10..60).contains(&minutes.what()))
                }
                (_, Word::Digits(minute @ 0..=59, 2)) if t.mark(i + 1, b'.') && t.glued(i + 2) => {
                    Read::to(i + 3, minute.into())
                }
                _ => None,
            };
            let (minute, at) =
                minutes.filter(|m| meridiem(t, m.end()).is_some()).map_or((0, i + 1), Read::parts);
            if let Some((afternoon, end)) = meridiem(t, at).map(Read::parts) {
                return Read::to(end, Clock::new(twelve(hour, afternoon)?, minute as u16));
            }
            let part = t.is(i + 1, "in")
                && matches!(in_part(t, i + 1), Some((Part::Morning | Part::Afternoon | Part::Evening, _)));
            if part || t.led(i, BEFORE_HOUR) && named_part(t, i + 1).is_some() {
                return Read::to(i + 1, Clock::new(hour, 0));
            }
            // "12 noon", "12 midnight"
            let (hour, end) = match (hour, t.word(i + 1)) {
                (12, Word::Part(Part::Noon)) => (12, i + 2),
                (12, Word::Part(Part::Midnight)) => (24, i + 2),
                _ => (hour, o_clock(t, i + 1)?),
            };
            Read::to(end, Clock::new(hour, 0))
        }
        // "1140 a.m.", "0630 GMT", "1800 hours"
        Word::Digits(n @ 0..=2400, width @ (3 | 4)) if n % 100 < 60 => {
            if let (Some((afternoon, end)), 100..=1259) = (meridiem(t, i + 1).map(Read::parts), n) {
                return Read::to(end, Clock::new(twelve(n / 100, afternoon)?, n % 100));
            }
            let end = i + 1;
            let hours = t.is(end, "hours") && t.led(i, "at by until from to before after");
            let zoned = zone(t, end).is_some_and(|zone| zone.what() != Zone::Local) && !t.mark(end, b'(');
            if width == 4 && (hours || zoned) {
                Read::to(end + usize::from(hours), Clock::new(n / 100, n % 100))
            } else {
                None
            }
        }
        _ => None,
    }
}

fn o_clock(t: &Atoms<'_>, i: usize) -> Option<usize> {
    t.like(i, "o ' clock")
}

/// "a.m.", "pm", "AM": is it afternoon, and the end. The last full stop belongs to it.
fn meridiem(t: &Atoms<'_>, i: usize) -> Option<Read<bool>> {
    let end = t.like(i, "am/pm").or_else(|| t.like(i, "a/p . m").map(|end| t.dot(end)))?;
    Read::to(end, t.any(i, "pm p"))
}

/// An hour of twelve told as one of twenty-four.
fn twelve(hour: u16, afternoon: bool) -> Option<u16> {
    match hour {
        12 if !afternoon => Some(0),
        1..=11 if afternoon => Some(hour + 12),
        0..=23 => Some(hour),
        _ => None,
    }
}

/// "half past five", "quarter to six", "a quarter past nine", "ten past four", "20 minutes to three".
fn spoken(t: &Atoms<'_>, i: usize) -> Option<Read<Clock>> {
    let at = i + usize::from(t.has(i, Word::A));
    let (minutes, at) = match t.word(at) {
        Word::Half => (30, at + 1),
        Word::Unit(Unit::Quarter) => (15, at + 1),
        Word::Digits(..) | Word::Cardinal(_) => {
            let (n, at) = number::integer(t, at)?.parts();
            (n as u16, t.past(at, "minutes minute min"))
        }
        _ => return None,
    };
    let before = t.is(at, "to");
    let cardinal = matches!(t.word(at + 1), Word::Cardinal(_));
    let after = t.is(at, "past") || t.is(at, "after") && t.led(i, "at by until") && cardinal;
    if !(before || after) || !(1..=30).contains(&minutes) {
        return None;
    }
    // "at five to eight"
    let led = t.led(i, "at by until around") && minutes % 5 == 0 && minutes < 30 && cardinal;
    let strong = led
        || matches!(
            t.word(at - 1),
            Word::Half | Word::Unit(Unit::Quarter | Unit::Minute) | Word::Units(Unit::Minute)
        );
    let end = at + 2;
    let hour = match t.word(at + 1) {
        Word::Cardinal(hour @ 1..=12) => hour,
        Word::Digits(hour @ 1..=12, 1 | 2)
            if !t.glued(end)
                || matches!(t.word(end), Word::Mark(b',' | b'.'))
                || meridiem(t, end).is_some() =>
        {
            hour
        }
        Word::Part(Part::Noon) => 12,
        Word::Part(Part::Midnight) => 24,
        _ => return None,
    };
    // "five to ten people" is a range: without "half", "quarter" or "minutes" only "past" will do.
    let tail = meridiem(t, end);
    let oclock = o_clock(t, end);
    if before && !strong && oclock.is_none() && tail.is_none() {
        return None;
    }
    let (hour, end) = match tail {
        Some(tail) => (twelve(hour, tail.what())?, tail.end()),
        None => (hour, oclock.unwrap_or(end)),
    };
    // Minutes of the day, an hour back where they are those before it.
    let (hour, minute) = if before { ((hour + 23) % 24, 60 - minutes) } else { (hour, minutes) };
    Read::to(end, Clock::new(hour, minute))
}
