//! From the meaning of an expression to a point of the calendar, or to what is known of one.

use super::context::Context;
use super::direction::{self, Tense};
use super::place::{Open, Place};
use super::yearly::{self, Yearly};
use crate::dates::Why;
use crate::dates::civil::Day;
use crate::dates::meaning::{Amount, From, Length, Meaning, Which, Year};
use crate::dates::value::{Days, Grain, Point, in_month};
use crate::dates::words::Unit;

pub(super) fn place(meaning: Meaning, context: &Context<'_>) -> Place {
    match meaning {
        Meaning::Date { year, month, day, weekday, which } => date(year, month, day, weekday, which, context),
        Meaning::Piece { piece, year, which } => yearly::piece(piece, year, which, context),
        Meaning::Holiday { holiday, year, which } => {
            yearly::place(Yearly::Holiday(holiday), year, which, context)
        }
        Meaning::Decade { decade, century: true, bc } => {
            Place::At(Point::age(Grain::Decade, decade.into(), bc), Why::Said)
        }
        Meaning::Decade { decade, .. } => {
            let decade = i32::from(decade);
            let base =
                if context.story { context.year.map(Point::n) } else { context.published.map(|d| d.ymd().0) };
            let century = base.filter(|y| *y > 0).map_or(19, |y| {
                let here = y / 100;
                // The eighties of a text from 2019 are those of the century before.
                if !context.story && here * 10 + decade > y / 10 { here - 1 } else { here }
            });
            Place::At(Point::age(Grain::Decade, century * 10 + decade, false), Why::Said)
        }
        Meaning::Century { century, bc } => {
            Place::At(Point::age(Grain::Century, century.into(), bc), Why::Said)
        }
        Meaning::Step { unit, by, from } => step(unit, by.into(), from, context),
        Meaning::Away { length, back, from } => distance(length, back, from, context),
        Meaning::Offset { length, back, of } => match place(context.kept(of), context) {
            Place::At(point, why) => {
                let day = point.first().and_then(|from| away(from, length, if back { -1 } else { 1 }));
                let why = if why == Why::Said { Why::Spoken } else { why };
                day.map_or(Place::unit(Unit::Day, Why::Untold), |day| Place::day(day.0, why))
            }
            Place::Open(_, why) => Place::unit(Unit::Day, why),
        },
        Meaning::Nth { n, unit, weekday, of } => nth(n, unit, weekday, context.kept(of), context),
        Meaning::Time { day: Some(day), .. } => place(context.kept(day), context),
        Meaning::Time { day: None, .. }
        | Meaning::Length { .. }
        | Meaning::Every { .. }
        | Meaning::Vague(_) => context.today(),
    }
}

fn date(
    year: Year,
    month: Option<u8>,
    day: Option<u8>,
    weekday: Option<u8>,
    which: Which,
    context: &Context<'_>,
) -> Place {
    match (yearly::number(year, context), month, day) {
        (Some(y), Some(m), Some(d)) => match Day::new(y, u32::from(m), u32::from(d)) {
            Some(day) => Place::day(day.0, yearly::given(year)),
            None => Place::Open(Open::NoSuchDay(y, m, d), Why::Untold),
        },
        (Some(y), Some(m), None) => Place::At(Point::part(Grain::Month, y, m), yearly::given(year)),
        (Some(y), None, _) => Place::At(Point::year(y), yearly::given(year)),
        (None, Some(m), Some(d)) => {
            let what = Yearly::Day(m, d);
            // A weekday that goes with it decides the year.
            if let (Some(w), Some(published), false) =
                (weekday, context.published, context.tells_of_the_past())
            {
                let (y, _, _) = published.ymd();
                let fits = |day: Days| day.first().until(w) == 0;
                let near = what.first(y, y - 1, &fits).or_else(|| what.first(y + 1, y + 1, &fits));
                if let Some(point) = near {
                    return Place::At(point, Why::Counted);
                }
            }
            yearly::place(what, year, which, context)
        }
        (None, Some(m), None) => yearly::place(Yearly::Part(Grain::Month, m), year, which, context),
        (None, None, Some(d)) => day_of_month(d, weekday, context),
        (None, None, None) => match weekday {
            Some(w) => on_weekday(w, which, context),
            None => Place::unit(Unit::Year, Why::Unknown),
        },
    }
}

/// "the 15th": of the month spoken of last, else the nearest before publication.
fn day_of_month(d: u8, weekday: Option<u8>, context: &Context<'_>) -> Place {
    let of = |month: i32| {
        in_month(month, d.into()).filter(|day| weekday.is_none_or(|w| day.until(w) == 0)).map(Point::day)
    };
    if let Some(point) = context.month.and_then(|month| of(month.n())) {
        return Place::At(point, Why::Spoken);
    }
    let Some(published) = context.published else { return Place::Open(Open::Day(d), Why::Unknown) };
    let here = Point::around(published, Unit::Month).n();
    // "Monday the 13th": the nearest month in which it is one.
    let near =
        if weekday.is_some() { (0..14).flat_map(|k| [-k, k]).find_map(|k| of(here + k)) } else { None };
    let (_, _, today) = published.ymd();
    let month = match context.tense.ahead() {
        true => here + i32::from(u32::from(d) < today),
        false => here - i32::from(u32::from(d) > today),
    };
    match near.or_else(|| of(month)).or_else(|| of(here)) {
        Some(point) => Place::At(point, Why::Counted),
        None => Place::Open(Open::Day(d), Why::Unknown),
    }
}

fn on_weekday(w: u8, which: Which, context: &Context<'_>) -> Place {
    if let (Which::Bare, Some(last)) = (which, context.last) {
        let n = last.n();
        // "next week, probably on Tuesday": a day of the week just named; not "next week, he said Friday".
        if context.same_sentence
            && last.is(Grain::Week)
            && context.tense != Tense::Past
            && !(context.tense.ahead() && Some(Day(n)) < context.published)
        {
            return Place::day(n + i32::from(w), Why::Spoken);
        }
        // "Tuesday or Wednesday", both to come; "Monday through Friday"
        if context.linked
            && last.is(Grain::Day)
            && context.published.is_some_and(|published| n > published.0 || context.ranged)
        {
            return Place::day(n.saturating_add(Day(n).until(w)), Why::Spoken);
        }
    }
    let story = matches!(which, Which::Following | Which::Previous | Which::That)
        || context.story && context.tells_of_the_past() && which == Which::Bare;
    let told = context.day.filter(|_| story).map(|day| Day(day.n()));
    let Some(base) = told.or(context.published) else {
        return Place::Open(Open::Weekday(w), Why::Unknown);
    };
    let ahead = base.until(w);
    let by = match which {
        Which::Last | Which::Previous => ahead - 7,
        Which::Next | Which::Following => ahead + if ahead == 0 { 7 } else { 0 },
        Which::That => -base.since(w),
        Which::Bare if told.is_none() => direction::weekday(ahead, context.tense),
        // The one of this week, but not one long past.
        Which::This | Which::Bare => ahead,
    };
    let why = match told {
        Some(_) => Why::Spoken,
        None if by > 0 => Why::WeekdayAfter,
        None => Why::WeekdayBefore,
    };
    Place::day(base.0.saturating_add(by), why)
}

fn step(unit: Unit, by: i32, from: From, context: &Context<'_>) -> Place {
    // In a story "this day" is the day told of, and so is "this year".
    let from = if context.story && by == 0 && !matches!(unit, Unit::Quarter | Unit::Day) {
        From::Story
    } else {
        from
    };
    let base = match from {
        // "took place this weekend", written on a Tuesday
        From::Publication if unit == Unit::Weekend && by == 0 => {
            let past = matches!(context.tense, Tense::Past | Tense::SurelyPast);
            context
                .published
                .map(|d| Point::around(d, unit).shift(if past && d.weekday() < 2 { -1 } else { 0 }))
        }
        From::Publication => context.published.map(|d| Point::around(d, unit)),
        // "the weekend" of news is the one just past.
        From::Story if unit == Unit::Weekend && by == 0 && !context.story => {
            let ahead = context.tense.ahead();
            context
                .published
                .map(|d| Point::around(d, unit).shift(if d.weekday() >= 5 || ahead { 0 } else { -1 }))
        }
        // "the year" of news is that of publication, known or not.
        From::Near if !context.story && !context.same_sentence && unit != Unit::Quarter => {
            context.published.map(|d| Point::around(d, unit))
        }
        From::Story if unit == Unit::Day && by == 0 => context.that_day.or_else(|| context.current(unit)),
        From::Story | From::Near => context.current(unit),
    };
    match base {
        Some(base) => {
            let why = if from == From::Publication { Why::Counted } else { Why::Spoken };
            Place::At(base.shift(by), why)
        }
        None => Place::unit(unit, untold(context)),
    }
}

/// Why a point that hangs on another cannot be told.
fn untold(context: &Context<'_>) -> Why {
    if context.published.is_some() { Why::Untold } else { Why::Unknown }
}

/// The day a length away from another.
pub(super) fn away(day: Day, length: Length, sign: i32) -> Option<Day> {
    let day = moved(day, length.amount, length.unit, sign)?;
    match length.more {
        Some((whole, unit)) => moved(day, Amount::of(whole.into()), unit, sign),
        None => Some(day),
    }
}

#[inline(never)]
fn moved(day: Day, amount: Amount, unit: Unit, sign: i32) -> Option<Day> {
    let (per, months) = match unit {
        Unit::Second | Unit::Minute | Unit::Hour => (0, false),
        Unit::Night | Unit::Day => (1, false),
        Unit::Week | Unit::Weekend => (7, false),
        Unit::Fortnight => (14, false),
        Unit::Month => (1, true),
        Unit::Quarter => (3, true),
        Unit::Year => (12, true),
        Unit::Decade => (120, true),
        Unit::Century => (1200, true),
        Unit::Millennium => (12_000, true),
    };
    let hundredths = i64::from(amount.0);
    let by = if unit == Unit::Hour { hundredths / 2400 } else { hundredths * per / 100 };
    let by = by.min(if months { 1_200_000 } else { 400_000_000 }) as i32 * sign;
    if !months {
        return Some(Day(day.0.saturating_add(by)));
    }
    let days = Point::around(day, Unit::Month).shift(by).days()?;
    let (_, _, d) = day.ymd();
    Some(Day(days.first().0 + d as i32 - 1).min(days.last()))
}

/// "two years ago", "three days later": as exact as the unit.
fn distance(length: Length, back: bool, from: From, context: &Context<'_>) -> Place {
    let sign = if back { -1 } else { 1 };
    let unit = length.more.map_or(length.unit, |(_, unit)| unit);
    // A year before the quarter in hand is a quarter.
    let grain = context.last.map(Point::grain);
    let part = matches!(grain, Some(Grain::Quarter | Grain::Half));
    let year = length.unit == Unit::Year && length.amount == Amount::ONE && length.more.is_none();
    if back && year && (part || from != From::Publication) {
        let compared = match grain {
            Some(Grain::Quarter | Grain::Half) => context.last,
            Some(Grain::Month) if !context.story => context.last,
            Some(Grain::Year) | None => None,
            _ => context.quarter,
        };
        if let Some(point) = compared {
            return Place::At(point.year_before(), Why::Spoken);
        }
    }
    let precision = match unit {
        Unit::Decade | Unit::Century | Unit::Millennium => Unit::Year,
        unit => unit,
    };
    let base = match from {
        From::Publication | From::Near => context.published,
        From::Story => {
            // "In January … two days later": some day of that year, no more is told.
            let vague = match grain {
                Some(Grain::Month | Grain::Season) => true,
                Some(Grain::Year) => context.story,
                _ => false,
            };
            if let (None, true, Some(y), Unit::Day | Unit::Week) =
                (context.day, vague, context.year, precision)
            {
                return Place::Open(Open::Within(y.n(), precision), Why::Untold);
            }
            let told = context.current(precision.max(Unit::Day)).and_then(Point::first);
            // "Talks begin on 3 April. Two days earlier, a bomb had killed …": what is over was before publication.
            let over = back && matches!(context.tense, Tense::Past | Tense::SurelyPast);
            context.published.filter(|&day| over && told > Some(day)).or(told)
        }
    };
    let Some(base) = base else {
        return Place::unit(precision, untold(context));
    };
    let Some(day) = away(base, length, sign) else {
        return Place::unit(precision, Why::Untold);
    };
    let point = Point::around(day, precision);
    let why = match from {
        From::Publication => Why::Counted,
        From::Story | From::Near => Why::Spoken,
    };
    Place::At(point, why)
}

/// "the first week of March", "the second Tuesday in May", "the last day of the year".
fn nth(n: i8, unit: Unit, weekday: Option<u8>, of: Meaning, context: &Context<'_>) -> Place {
    let outer = place(of, context);
    let (point, why) = match outer {
        Place::At(point, why) => (point, why),
        Place::Open(_, why) => {
            return Place::Open(weekday.map_or(Open::Unit(unit), Open::Weekday), why);
        }
    };
    if point.is(Grain::Day) {
        let day = Day(point.n());
        match unit {
            // The weekend that goes with a day: the one before a Monday, the one after a Thursday.
            Unit::Weekend => {
                let shift = if day.weekday() < 3 { -1 } else { 0 };
                return Place::At(Point::around(day, unit).shift(shift), why);
            }
            // "the week of October 6", "the quarter ended Sept. 30"
            Unit::Week | Unit::Month | Unit::Quarter | Unit::Year => {
                return Place::At(Point::around(day, unit), why);
            }
            _ => {}
        }
    }
    match point.days() {
        Some(days) => Place::At(inside(days, n, unit, weekday), why),
        None => Place::unit(unit, Why::Untold),
    }
}

/// The nth unit or weekday of a stretch; negative counts from its end.
pub(super) fn inside(days: Days, n: i8, unit: Unit, weekday: Option<u8>) -> Point {
    let (from, to, forward) = (days.first(), days.last(), n > 0);
    let nearest =
        |weekday: u8| Day(if forward { from.0 + from.until(weekday) } else { to.0 - to.since(weekday) });
    let point = match (weekday, unit) {
        (Some(weekday), _) => return Point::day(Day(nearest(weekday).0 + 7 * steps(n))),
        // The first week is the first with most of its days inside.
        (None, Unit::Week) => Point::around(Day(if forward { from.0 + 3 } else { to.0 - 3 }), unit),
        (None, Unit::Weekend) => {
            let sunday = 1 - i32::from(forward);
            Point::new(Grain::Weekend, nearest(5 + sunday as u8).0 - sunday)
        }
        _ => Point::around(if forward { from } else { to }, unit),
    };
    point.shift(steps(n))
}

/// How far from the first or the last the nth is.
fn steps(n: i8) -> i32 {
    i32::from(n) - i32::from(n.signum())
}
