//! From the meaning of an expression to a point of the calendar, or to what is known of one.

use super::context::Context;
use super::direction::{self, Tense};
use super::place::{Open, Place};
use super::yearly::{self, Yearly};
use crate::dates::Why;
use crate::dates::civil::Day;
use crate::dates::meaning::{Amount, From, Length, Meaning, Which, Year};
use crate::dates::value::{Grain, Point, in_month};
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
            let base = if context.story { context.year } else { context.published.map(|d| d.ymd().0) };
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
                let fits = |day: Day, _| day.weekday() == u32::from(w);
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
        in_month(month, d.into())
            .filter(|x| weekday.is_none_or(|w| x.weekday() == u32::from(w)))
            .map(Point::day)
    };
    if let Some(point) = context.month.and_then(of) {
        return Place::At(point, Why::Spoken);
    }
    let Some(published) = context.published else { return Place::Open(Open::Day(d), Why::Unknown) };
    let here = Point::around(published, Unit::Month).n;
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
    // "next week, probably on Tuesday": a day of the week just named; not "next week, he said Friday".
    if let (Which::Bare, true, Some(Point { grain: Grain::Week, n: monday })) =
        (which, context.same_sentence, context.last)
        && context.tense != Tense::Past
        && !(context.tense.ahead() && Some(Day(monday)) < context.published)
    {
        return Place::day(monday + i32::from(w), Why::Spoken);
    }
    // "Tuesday or Wednesday", both to come; "Monday through Friday"
    if let (Which::Bare, true, Some(Point { grain: Grain::Day, n }), Some(published)) =
        (which, context.linked, context.last, context.published)
        && (n > published.0 || context.ranged)
    {
        let ahead = (i32::from(w) - Day(n).weekday() as i32).rem_euclid(7);
        return Place::day(n.saturating_add(ahead), Why::Spoken);
    }
    let story = matches!(which, Which::Following | Which::Previous | Which::That)
        || context.story && context.tells_of_the_past() && which == Which::Bare;
    if story && let Some(day) = context.day {
        let ahead = (i32::from(w) - day.weekday() as i32).rem_euclid(7);
        let day = match which {
            Which::Previous => day.0 - (7 - ahead).rem_euclid(7).max(if ahead == 0 { 7 } else { 0 }),
            Which::That => day.0 - (7 - ahead) % 7,
            Which::Following if ahead == 0 => day.0 + 7,
            _ => day.0 + ahead,
        };
        return Place::day(day, Why::Spoken);
    }
    let Some(published) = context.published else {
        return Place::Open(Open::Weekday(w), Why::Unknown);
    };
    let back = (published.weekday() as i32 - i32::from(w)).rem_euclid(7);
    let (day, ahead) = match which {
        Which::Last | Which::Previous => (published.0 - if back == 0 { 7 } else { back }, false),
        Which::Next | Which::Following => (published.0 + 7 - back, true),
        // The one of this week, but not one long past.
        Which::This => {
            let ahead = (7 - back) % 7;
            (published.0 + ahead, ahead > 0)
        }
        Which::That => (published.0 - back, false),
        Which::Bare => {
            let (day, ahead) = direction::weekday(published, w, context.tense);
            (day.0, ahead)
        }
    };
    Place::day(day, if ahead { Why::WeekdayAfter } else { Why::WeekdayBefore })
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
        From::Story if unit == Unit::Day && by == 0 => {
            context.that_day.map(Point::day).or_else(|| context.current(unit))
        }
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
    let mut at = day;
    let more = length.more.map(|(whole, unit)| (Amount::of(whole.into()), unit));
    let parts = [Some((length.amount, length.unit)), more];
    for (amount, unit) in parts.into_iter().flatten() {
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
        at = if months {
            let month = Point::around(at, Unit::Month).shift(by);
            let (first, last) = month.days()?;
            let (_, _, d) = at.ymd();
            Day(first.0 + d as i32 - 1).min(last)
        } else {
            Day(at.0.saturating_add(by))
        };
    }
    Some(at)
}

/// "two years ago", "three days later": as exact as the unit.
fn distance(length: Length, back: bool, from: From, context: &Context<'_>) -> Place {
    let sign = if back { -1 } else { 1 };
    let unit = length.more.map_or(length.unit, |(_, unit)| unit);
    // A year before the quarter in hand is a quarter.
    let grain = context.last.map(|last| last.grain);
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
                return Place::Open(Open::Within(y, precision), Why::Untold);
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
    // The weekend that goes with a day: the one before a Monday, the one after a Thursday.
    let day = Day(point.n);
    if let (Grain::Day, Unit::Weekend) = (point.grain, unit) {
        let shift = if day.weekday() < 3 { -1 } else { 0 };
        return Place::At(Point::around(day, Unit::Weekend).shift(shift), why);
    }
    // "the week of October 6", "the quarter ended Sept. 30"
    if let (Grain::Day, Unit::Week | Unit::Month | Unit::Quarter | Unit::Year) = (point.grain, unit) {
        return Place::At(Point::around(day, unit), why);
    }
    let inner = point.days().map(|(from, to)| {
        let k = i32::from(n) - i32::from(n > 0);
        let edge = if n > 0 { from } else { to };
        if let Some(w) = weekday {
            let first = if n > 0 {
                from.0 + (i32::from(w) - from.weekday() as i32).rem_euclid(7)
            } else {
                to.0 - (to.weekday() as i32 - i32::from(w)).rem_euclid(7) + 7
            };
            return Point::day(Day(first + 7 * k));
        }
        match unit {
            Unit::Day => Point::day(Day(edge.0 + if n > 0 { k } else { k + 1 })),
            // The first week is the first with most of its days inside.
            Unit::Week => {
                let inside = Day(if n > 0 { from.0 + 3 } else { to.0 - 3 });
                Point::around(inside, Unit::Week).shift(if n > 0 { k } else { k + 1 })
            }
            Unit::Weekend => {
                let saturday = if n > 0 {
                    from.0 + (5 - from.weekday() as i32).rem_euclid(7)
                } else {
                    to.0 - 1 - (to.weekday() as i32 - 6).rem_euclid(7)
                };
                Point { grain: Grain::Weekend, n: saturday + 7 * if n > 0 { k } else { k + 1 } }
            }
            unit => Point::around(edge, unit).shift(if n > 0 { k } else { k + 1 }),
        }
    });
    match inner {
        Some(inner) => Place::At(inner, why),
        None => Place::unit(unit, Why::Untold),
    }
}
