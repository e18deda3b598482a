//! Anchoring: from what an expression says to what it means here.
//!
//! [`resolve`] goes through the expressions in order and keeps, in [`Context`], what the text spoke of last. Which year,
//! month or week is meant follows from the rules in [`direction`]; whether the text is news or a story, in [`kind`].

mod context;
mod direction;
mod holiday;
mod kind;
mod place;
mod point;
mod yearly;

use super::atoms::Atoms;
use super::civil::Day;
use super::find;
use super::form::{interval, iso, put};
use super::meaning::{Found, From, Length, Meaning, Piece, Side, Vague};
use super::value::{self, Days, Grain, Point};
use super::words::{Modifier, Unit};
use super::{Timex, TimexType, Why};
use crate::text::Span;
use context::Context;
use place::Place;

/// Resolves all expressions of a text.
pub(super) fn resolve(t: &Atoms<'_>, found: &[Found], published: Option<Day>) -> Vec<Timex> {
    let mut context = Context::new(t, published, kind::is_story(t, found, published));
    found.iter().map(|f| one(t, f, &mut context)).collect()
}

fn one(t: &Atoms<'_>, found: &Found, context: &mut Context<'_>) -> Timex {
    let span = Span { start: t.get(found.first).start, end: t.get(found.end.saturating_sub(1)).end };
    context.at(found.first, found.end);
    context.note_history(found.meaning);
    let mut timex = Timex {
        span,
        kind: TimexType::Date,
        value: String::new(),
        modifier: found.modifier.map(Modifier::code),
        edtf: String::new(),
        from: None,
        to: None,
        vague: false,
        why: Why::Said,
    };
    let vague = match found.meaning {
        Meaning::Vague(vague) => Some(vague),
        // The "today" of a history is nobody's date.
        Meaning::Step { unit: Unit::Day, by: 0, from: From::Publication }
            if context.story && found.end == found.first + 1 =>
        {
            Some(Vague::Present)
        }
        Meaning::Away { length, back, .. } if !length.amount.known() => {
            Some(if back { Vague::Past } else { Vague::Future })
        }
        _ => None,
    };
    match (found.meaning, vague) {
        (_, Some(vague)) => vaguely(&mut timex, vague, context),
        (Meaning::Length { length, side }, _) => lasting(&mut timex, length, side, context),
        (Meaning::Every { length, on, time }, _) => {
            timex.kind = TimexType::Set;
            put(&mut timex.edtf, "R/");
            value::length(&mut timex.edtf, length);
            value::pattern(&mut timex.value, length, on, time.map(|time| t.kept(time)));
        }
        (meaning, _) => pointing(&mut timex, meaning, found, context),
    }
    if find::ambiguous(t, found.first) {
        timex.why = Why::MonthFirst;
        // EDTF: uncertain
        put(&mut timex.edtf, "?");
    }
    timex
}

fn lasting(timex: &mut Timex, length: Length, side: Side, context: &mut Context<'_>) {
    timex.kind = TimexType::Duration;
    value::length(&mut timex.value, length);
    if let Side::First(year) | Side::Last(year) = side {
        context.note(Point::year(year.into()));
    }
    bounded(timex, length, side, context.published);
    if timex.edtf.is_empty() {
        put(&mut timex.edtf, &timex.value);
    }
}

/// The first and last day of a length that ends or begins on a day that is known.
fn bounded(timex: &mut Timex, length: Length, side: Side, published: Option<Day>) {
    if !length.amount.known() {
        return;
    }
    let (base, sign, why) = match side {
        Side::Free => return,
        Side::Before => (published, -1, Why::UntilPublication),
        Side::After => (published, 1, Why::FromPublication),
        Side::First(year) => (Point::year(year.into()).first(), 1, Why::Said),
        Side::Last(year) => (Point::year(i32::from(year) + 1).first(), -1, Why::Said),
    };
    if let Some(base) = base
        && let Some(end) = point::away(base, length, sign)
    {
        // The day after a year is none of it.
        let last = Day(base.max(end).0 - i32::from(why == Why::Said));
        (timex.from, timex.to) = (Some(base.min(end)), Some(last));
        interval(&mut timex.edtf, timex.from, timex.to);
        timex.why = why;
    }
}

fn vaguely(timex: &mut Timex, vague: Vague, context: &Context<'_>) {
    let published = context.published;
    timex.vague = true;
    let (value, from, to) = match vague {
        Vague::Present => ("PRESENT_REF", published, published),
        Vague::Past => ("PAST_REF", None, published),
        Vague::Future => ("FUTURE_REF", published, None),
    };
    put(&mut timex.value, value);
    (timex.from, timex.to) = (from, to);
    match published {
        Some(day) if vague == Vague::Present => {
            iso(&mut timex.edtf, day);
            put(&mut timex.edtf, "~");
        }
        Some(_) => interval(&mut timex.edtf, from, to),
        None => {}
    }
}

fn pointing(timex: &mut Timex, meaning: Meaning, found: &Found, context: &mut Context<'_>) {
    let (meaning, time) = match meaning {
        Meaning::Time { time, day } => (day.map(|day| context.kept(day)), Some(time)),
        meaning => (Some(meaning), None),
    };
    let place = match meaning {
        Some(meaning) => point::place(meaning, context),
        None => context.today(),
    };
    match &place {
        Place::At(point, why) => {
            timex.why = *why;
            point.timex(&mut timex.value);
            point.edtf(&mut timex.edtf);
            let days = match found.modifier {
                Some(modifier) => point.third(modifier),
                None => point.days(),
            };
            (timex.from, timex.to) = (days.map(Days::first), days.map(Days::last));
            if found.clipped {
                clip(timex, point, found, context);
            }
            match found.modifier {
                Some(Modifier::Approx) if time.is_none() => put(&mut timex.edtf, "~"),
                Some(Modifier::Start | Modifier::Mid | Modifier::End)
                    if !point.is(Grain::Day) && timex.from.is_some() =>
                {
                    timex.edtf.clear();
                    interval(&mut timex.edtf, timex.from, timex.to);
                }
                _ => {}
            }
            if point.is(Grain::Season) && found.modifier.is_none() {
                timex.modifier = None;
            }
            if !(looks_back(meaning) || context.compared(*point)) {
                context.note(*point);
            }
            // "for the quarter ended Sept. 30": the quarter is what is spoken of.
            if point.is(Grain::Day) && context.quarter_ends {
                context.note(Point::around(Day(point.n()), Unit::Quarter));
            }
        }
        Place::Open(open, why) => {
            timex.why = *why;
            open.timex(&mut timex.value);
            // EDTF has no weeks and no unknown quarters: what is known of a day in an unknown week cannot be said in it.
            if !timex.value.contains(['W', 'Q']) {
                put(&mut timex.edtf, &timex.value);
            }
            context.forget();
        }
    }
    if let Some(time) = time {
        timex.kind = TimexType::Time;
        let at = timex.value.len();
        value::time(&mut timex.value, time);
        let time = &timex.value[at..];
        let dated = matches!(place, Place::At(point, _) if point.is(Grain::Day));
        if time.contains(':') && dated && !time.starts_with("T24") {
            put(&mut timex.edtf, time);
        }
    } else if matches!(meaning, Some(Meaning::Away { length, .. }) if length.unit < Unit::Night) {
        timex.kind = TimexType::Time;
        put(&mut timex.value, "TXX");
    }
}

/// Whether an expression glances back from where the text is ("a year earlier", "a year ago", "the previous quarter"): the
/// text stays there.
fn looks_back(meaning: Option<Meaning>) -> bool {
    match meaning {
        Some(Meaning::Piece { piece: Piece::SAME_QUARTER, .. }) => true,
        Some(Meaning::Away { back, from: From::Story, .. }) => back,
        Some(Meaning::Away { length, back, .. }) => {
            back && length.unit == Unit::Year && length.amount.whole() == 1
        }
        Some(Meaning::Step { by, from: From::Story, unit }) => by < 0 && unit > Unit::Day,
        _ => false,
    }
}

/// "earlier this month" ends, "later this year" begins with the day of writing.
fn clip(timex: &mut Timex, point: &Point, found: &Found, context: &Context<'_>) {
    let (Some(published), Some(days)) = (context.published, point.days()) else { return };
    if days.hold(published) {
        (timex.from, timex.to) = match found.modifier {
            Some(Modifier::Start) => (Some(days.first()), Some(published)),
            _ => (Some(published), Some(days.last())),
        };
    }
}
