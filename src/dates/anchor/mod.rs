//! Anchoring: from what an expression says to what it means here.
//!
//! [`resolve`] goes through the expressions in order and keeps, in [`Context`], what the text spoke of last. Which year,
//! month or week is meant follows from the rules in [`direction`]; whether the text is news or a story, in [`kind`].

mod context;
mod direction;
mod holiday;
mod kind;
mod point;
mod reason;

use super::atoms::Atoms;
use super::civil::Day;
use super::find;
use super::meaning::{Found, From, Length, Meaning, Vague};
use super::value::{self, Point};
use super::words::Unit;
use super::{Timex, TimexType};
use crate::text::Span;
use context::Context;
use point::Place;

/// Resolves all expressions of a text.
pub(super) fn resolve(t: &Atoms<'_>, found: &[Found], published: Option<Day>) -> Vec<Timex> {
    let mut context = Context::new(published, kind::is_story(found, published));
    found.iter().map(|f| one(t, f, &mut context)).collect()
}

fn one(t: &Atoms<'_>, found: &Found, context: &mut Context) -> Timex {
    let span = Span { start: t.get(found.first).start, end: t.get(found.end.saturating_sub(1)).end };
    context.at(t, found.first, found.end);
    context.note_history(&found.meaning);
    let mut timex = Timex {
        span,
        kind: TimexType::Date,
        value: String::new(),
        modifier: found.modifier,
        edtf: String::new(),
        from: None,
        to: None,
        vague: false,
        why: String::new(),
    };
    match &found.meaning {
        Meaning::Length { length, past, future } => lasting(&mut timex, *length, *past, *future, context),
        Meaning::Every { length, on, time } => {
            timex.kind = TimexType::Set;
            let period = value::length(*length);
            timex.edtf = format!("R/{period}");
            timex.value = value::pattern(*length, *on, *time).unwrap_or(period);
        }
        Meaning::Vague(vague) => {
            timex.vague = true;
            vaguely(&mut timex, *vague, context);
        }
        // The "today" of a history is nobody's date.
        Meaning::Step { unit: Unit::Day, by: 0, from: From::Publication }
            if context.story && found.end == found.first + 1 =>
        {
            timex.vague = true;
            vaguely(&mut timex, Vague::Present, context);
        }
        Meaning::Away { length, back, .. } if !length.amount.known => {
            timex.vague = true;
            vaguely(&mut timex, if *back { Vague::Past } else { Vague::Future }, context);
        }
        meaning => pointing(&mut timex, meaning, found, context),
    }
    if find::ambiguous(t, found.first) {
        timex.why = reason::month_first();
    }
    timex
}

fn lasting(timex: &mut Timex, length: Length, past: bool, future: bool, context: &Context) {
    timex.kind = TimexType::Duration;
    timex.value = value::length(length);
    timex.edtf = timex.value.clone();
    let Some(published) = context.published else { return };
    if !(past || future) || !length.amount.known {
        return;
    }
    let by = |sign| point::away(published, length, sign);
    if past {
        timex.from = by(-1);
        timex.to = Some(published);
        timex.why = reason::ending(published);
    } else {
        timex.from = Some(published);
        timex.to = by(1);
        timex.why = reason::beginning(published);
    }
    if let (Some(from), Some(to)) = (timex.from, timex.to) {
        timex.edtf = format!("{from}/{to}");
    }
}

fn vaguely(timex: &mut Timex, vague: Vague, context: &Context) {
    let published = context.published;
    let (value, edtf) = match vague {
        Vague::Present => ("PRESENT_REF", published.map(|d| format!("{d}~"))),
        Vague::Past => ("PAST_REF", published.map(|d| format!("../{d}"))),
        Vague::Future => ("FUTURE_REF", published.map(|d| format!("{d}/.."))),
    };
    timex.value = value.into();
    timex.edtf = edtf.unwrap_or_default();
    match vague {
        Vague::Present => {
            timex.from = published;
            timex.to = published;
        }
        Vague::Past => timex.to = published,
        Vague::Future => timex.from = published,
    }
}

fn pointing(timex: &mut Timex, meaning: &Meaning, found: &Found, context: &mut Context) {
    let (meaning, time) = match meaning {
        Meaning::Time { time, day } => (day.as_deref(), Some(value::time(*time))),
        meaning => (Some(meaning), None),
    };
    let place = match meaning {
        Some(meaning) => point::place(meaning, context),
        None => context.today(),
    };
    timex.why = place.why().to_string();
    match &place {
        Place::At(point, _) => {
            timex.value = point.timex();
            timex.edtf = point.edtf();
            let days = match found.modifier {
                Some(modifier) => point.third(modifier),
                None => point.days(),
            };
            (timex.from, timex.to) = days.unzip();
            if found.clipped {
                clip(timex, point, found, context);
            }
            match found.modifier {
                Some("APPROX") if time.is_none() => timex.edtf.push('~'),
                Some("START" | "MID" | "END") if !matches!(point, Point::Day(_)) => {
                    if let (Some(from), Some(to)) = (timex.from, timex.to) {
                        timex.edtf = format!("{from}/{to}");
                    }
                }
                _ => {}
            }
            if matches!(point, Point::Season(..)) && found.modifier.is_none() {
                timex.modifier = None;
            }
            if !looks_back(meaning) {
                context.note(*point);
            }
            // "for the quarter ended Sept. 30": the quarter is what is spoken of.
            if let (Point::Day(day), true) = (point, context.quarter_ends) {
                context.note(Point::around(*day, Unit::Quarter));
            }
        }
        Place::Open(value, _) => {
            timex.value.clone_from(value);
            // EDTF has no weeks: what is known of a day in an unknown week cannot be said in it.
            timex.edtf =
                if value.contains('W') || value.contains('Q') { String::new() } else { value.clone() };
            context.forget();
        }
    }
    if let Some(time) = time {
        timex.kind = TimexType::Time;
        timex.value.push_str(&time);
        if time.contains(':') && matches!(place, Place::At(Point::Day(_), _)) && !time.starts_with("T24") {
            timex.edtf.push_str(&time);
        }
    } else if matches!(meaning, Some(Meaning::Away { length, .. }) if length.unit < Unit::Night) {
        timex.kind = TimexType::Time;
        timex.value.push_str("TXX");
    }
}

/// Whether an expression glances back from where the text is ("a year earlier", "the previous quarter"): the text stays there.
fn looks_back(meaning: Option<&Meaning>) -> bool {
    match meaning {
        Some(Meaning::Away { back, from: From::Story, .. }) => *back,
        Some(Meaning::Step { by, from: From::Story, unit }) => *by < 0 && *unit > Unit::Day,
        _ => false,
    }
}

/// "earlier this month" ends, "later this year" begins with the day of writing.
fn clip(timex: &mut Timex, point: &Point, found: &Found, context: &Context) {
    let (Some(published), Some((from, to))) = (context.published, point.days()) else { return };
    if published < from || to < published {
        return;
    }
    (timex.from, timex.to) = match found.modifier {
        Some("START") => (Some(from), Some(published)),
        _ => (Some(published), Some(to)),
    };
}
