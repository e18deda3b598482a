//! What comes once a year: a month, a day of the year, a season or quarter, a holiday; and which year is meant.

use super::context::Context;
use super::direction::{self, Tense};
use super::holiday;
use super::place::{Open, Place};
use crate::dates::Why;
use crate::dates::civil::Day;
use crate::dates::meaning::{From, Holiday, Piece, Which, Year};
use crate::dates::value::{Days, Grain, Point};
use crate::dates::words::Unit;

/// What comes once a year.
#[derive(Debug, Clone, Copy)]
pub(super) enum Yearly {
    /// The nth month, quarter, season of the year.
    Part(Grain, u8),
    /// Month and day.
    Day(u8, u8),
    Holiday(Holiday),
}

impl Yearly {
    /// The one of a year; `None` for 29 February in most.
    #[inline(never)]
    pub fn at(self, year: i32) -> Option<Point> {
        Some(match self {
            Self::Part(grain, n) => Point::part(grain, year, n),
            Self::Day(m, d) => Point::day(Day::new(year, u32::from(m), u32::from(d))?),
            Self::Holiday(h) => Point::day(holiday::day(h, year)?),
        })
    }

    /// The first whose days fit, in the years from one to another, forwards or backwards.
    #[inline(never)]
    pub fn first(self, from: i32, to: i32, fits: &dyn Fn(Days) -> bool) -> Option<Point> {
        let mut year = from;
        loop {
            if let Some(point) = self.at(year)
                && point.days().is_some_and(fits)
            {
                return Some(point);
            }
            if year == to {
                return None;
            }
            year += (to - from).signum();
        }
    }

    fn open(self) -> Open {
        match self {
            Self::Part(grain, n) => Open::Part(grain, n),
            Self::Day(m, d) | Self::Holiday(Holiday::Fixed(m, d)) => Open::Date(m, d),
            Self::Holiday(_) => Open::Unit(Unit::Day),
        }
    }
}

/// How many days back a date of the same year may lie before the next year is meant.
const TURN: i32 = 240;

/// The number of a year, if it is said or follows from a step.
pub(super) fn number(year: Year, context: &Context<'_>) -> Option<i32> {
    let here = context.published.map(|d| d.ymd().0);
    match year {
        Year::Implied => None,
        Year::Is(y) => Some(y.into()),
        Year::Short(n) => {
            let n = i32::from(n);
            let told = context.year.map(Point::n).filter(|y| context.story && *y > 0);
            Some(match (told, here) {
                (Some(told), _) => told / 100 * 100 + n,
                (None, Some(here)) => {
                    let y = here / 100 * 100 + n;
                    if y > here + 10 { y - 100 } else { y }
                }
                (None, None) => n + if n < 40 { 2000 } else { 1900 },
            })
        }
        Year::Step(by, From::Publication) => here.map(|y| y + i32::from(by)),
        Year::Step(by, From::Story | From::Near) => {
            context.current(Unit::Year).map(|point| point.n() + i32::from(by))
        }
    }
}

/// Why a point whose year is given is that one.
pub(super) fn given(year: Year) -> Why {
    match year {
        Year::Step(_, From::Publication) => Why::Counted,
        Year::Step(_, From::Story | From::Near) => Why::Spoken,
        _ => Why::Said,
    }
}

/// The year is given, or follows from the story, or from publication by tense and distance.
pub(super) fn place(what: Yearly, year: Year, which: Which, context: &Context<'_>) -> Place {
    let untold = Place::Open(what.open(), Why::Untold);
    if let Some(y) = number(year, context) {
        return what.at(y).map_or(untold, |point| Place::At(point, given(year)));
    }
    // What the story spoke of last: for stories always, for "the following spring" everywhere.
    let past = context.tells_of_the_past() && which == Which::Bare;
    if past || matches!(which, Which::Following | Which::Previous | Which::That) {
        if let Some(point) = from_story(what, which, context) {
            return Place::At(point, Why::Spoken);
        }
        if past && context.story {
            let why = if context.published.is_some() { Why::Untold } else { Why::Unknown };
            return Place::Open(what.open(), why);
        }
    }
    let Some(published) = context.published else { return Place::Open(what.open(), Why::Unknown) };
    let (y, _, _) = published.ymd();
    let point = match which {
        Which::Last | Which::Previous => what.first(y + 2, y - 2, &|days| days.last() < published),
        Which::Next | Which::Following => what.first(y - 2, y + 2, &|days| days.first() > published),
        Which::This | Which::That => what.at(y),
        Which::Bare => direction::recurring(published, what, context.tense),
    };
    point.map_or(untold, |point| {
        let why = match point.days() {
            Some(days) if days.last() < published => Why::Last,
            Some(days) if published < days.first() => Why::Next,
            _ => Why::Current,
        };
        Place::At(point, why)
    })
}

/// In a story: the same year as the last expression; the next one where it would go far back.
fn from_story(what: Yearly, which: Which, context: &Context<'_>) -> Option<Point> {
    let y = context.year?.n();
    let told = context.last.and_then(Point::first);
    match which {
        Which::Following => {
            let told = told.or(context.day.and_then(Point::first))?;
            what.first(y, y + 1, &|days| days.first() > told)
        }
        Which::Previous => {
            let told = told.or(context.day.and_then(Point::first))?;
            what.first(y, y - 1, &|days| days.last() < told)
        }
        _ => {
            let point = what.at(y)?;
            let exact = context.last.is_some_and(|last| last.is(Grain::Day) || last.is(Grain::Month));
            // "In December 1941 … In January": the story goes on.
            let on = exact && told.is_some_and(|t| point.first().is_some_and(|from| t.0 - from.0 > TURN));
            if on { what.at(y + 1).or(Some(point)) } else { Some(point) }
        }
    }
}

/// A season, quarter or half: what has its own rules in news.
pub(super) fn piece(piece: Piece, year: Year, which: Which, context: &Context<'_>) -> Place {
    let n = match piece {
        Piece::SAME_QUARTER => match context.current(Unit::Quarter) {
            Some(point) => point.n().rem_euclid(4) as u8 + 1,
            None => return Place::unit(Unit::Quarter, Why::Untold),
        },
        piece => piece.n,
    };
    let what = Yearly::Part(piece.grain, n);
    let news = context
        .published
        .filter(|_| year == Year::Implied && !(context.story && context.tells_of_the_past()));
    if let Some(published) = news {
        let point = match (piece.grain, n, which) {
            // Winter belongs to the year it begins in; "the winter" of a January text is the one that runs.
            (Grain::Season, 4, Which::This | Which::Bare) => {
                let (y, m, _) = published.ymd();
                let runs = m <= if context.tense.ahead() { 2 } else { 4 };
                what.at(y - 1).filter(|_| runs)
            }
            (Grain::Quarter | Grain::Half, _, Which::Bare) => reported(what, published, context.tense),
            _ => None,
        };
        if let Some(point) = point {
            return Place::At(point, Why::Counted);
        }
    }
    place(what, year, which, context)
}

/// A quarter by its number is the last one finished, or the one that runs; the coming one where the words look ahead.
fn reported(what: Yearly, published: Day, tense: Tense) -> Option<Point> {
    let (y, _, _) = published.ymd();
    let last = what.first(y, y - 1, &|days| days.first() <= published);
    let coming = what.first(y, y + 1, &|days| days.first() > published);
    let days = last?.days()?;
    let back = published.0 - days.last().0;
    let forth = coming.and_then(Point::first).map_or(i32::MAX, |from| from.0 - published.0);
    let ahead = match tense {
        Tense::Future | Tense::SurelyFuture => back > 100 || forth < 200,
        Tense::Past | Tense::SurelyPast => false,
        Tense::None => forth < 75 && back > 200,
    };
    let runs = days.hold(published);
    if ahead && !runs { coming } else { last }
}
