//! From the meaning of an expression to a point of the calendar, or to what is known of one.

use super::context::Context;
use super::direction;
use super::{holiday, reason};
use crate::dates::civil::{Day, days_in_month};
use crate::dates::meaning::{From, Holiday, Length, Meaning, Piece, Which, Year};
use crate::dates::value::{self, Point};
use crate::dates::words::{Season, Unit};

/// Where an expression points, and why.
#[derive(Debug, Clone)]
pub(super) enum Place {
    At(Point, String),
    /// A TIMEX3 value with an X for each digit that is not known.
    Open(String, String),
}

impl Place {
    pub fn why(&self) -> &str {
        match self {
            Self::At(_, why) | Self::Open(_, why) => why,
        }
    }

    fn said(point: Point) -> Self {
        Self::At(point, String::new())
    }
}

pub(super) fn place(meaning: &Meaning, context: &Context) -> Place {
    match meaning {
        Meaning::Date { year, month, day, weekday, which } => {
            date(*year, *month, *day, *weekday, *which, context)
        }
        Meaning::Piece { piece, year, which } => self::piece(*piece, *year, *which, context),
        Meaning::Holiday { holiday, year, which } => {
            let at = |y: i32| holiday::day(*holiday, y).map(Point::Day);
            let open = match holiday {
                Holiday::Fixed(m, d) => format!("XXXX-{m:02}-{d:02}"),
                _ => "XXXX-XX-XX".into(),
            };
            yearly(&at, *year, *which, open, context)
        }
        Meaning::Decade { decade, century: true, bc } => Place::said(Point::Decade(*decade, *bc)),
        Meaning::Decade { decade, .. } => {
            let base = if context.story { context.year } else { context.published.map(|d| d.ymd().0) };
            let century = base.filter(|y| *y > 0).map_or(19, |y| {
                let here = y / 100;
                // The eighties of a text from 2019 are those of the century before.
                if !context.story && here * 10 + decade > y / 10 { here - 1 } else { here }
            });
            Place::said(Point::Decade(century * 10 + decade, false))
        }
        Meaning::Century { century, bc } => Place::said(Point::Century(*century, *bc)),
        Meaning::Step { unit, by, from } => step(*unit, *by, *from, context),
        Meaning::Away { length, back, from } => distance(*length, *back, *from, context),
        Meaning::Offset { length, back, of } => match place(of, context) {
            Place::At(point, why) => {
                let day = point.days().and_then(|(from, _)| away(from, *length, if *back { -1 } else { 1 }));
                match day {
                    Some(day) => Place::At(
                        Point::Day(day),
                        if why.is_empty() { reason::spoken(Point::Day(day)) } else { why },
                    ),
                    None => Place::Open("XXXX-XX-XX".into(), reason::untold()),
                }
            }
            Place::Open(_, why) => Place::Open("XXXX-XX-XX".into(), why),
        },
        Meaning::Nth { n, unit, weekday, of } => nth(*n, *unit, *weekday, of, context),
        Meaning::Time { day, .. } => match day {
            Some(day) => place(day, context),
            None => context.today(),
        },
        Meaning::Length { .. } | Meaning::Every { .. } | Meaning::Vague(_) => {
            Place::Open(String::new(), String::new())
        }
    }
}

/// The number of a year, if it is said or follows from a step.
fn number(year: Year, context: &Context) -> Option<i32> {
    match year {
        Year::Implied => None,
        Year::Is(y) => Some(y),
        Year::Short(n) => {
            let base = if context.story { context.year } else { None };
            let base = base.filter(|y| *y > 0).or(context.published.map(|d| d.ymd().0));
            match base {
                Some(base) => {
                    let y = base / 100 * 100 + n;
                    Some(if context.story && context.year.is_some() {
                        y
                    } else if y > base + 10 {
                        y - 100
                    } else {
                        y
                    })
                }
                None => Some(if n < 40 { 2000 + n } else { 1900 + n }),
            }
        }
        Year::Step(by, From::Publication) => context.published.map(|d| d.ymd().0 + by),
        Year::Step(by, From::Story | From::Near) => match context.current(Unit::Year) {
            Some(Point::Year(y)) => Some(y + by),
            _ => None,
        },
    }
}

fn date(
    year: Year,
    month: Option<u8>,
    day: Option<u8>,
    weekday: Option<u8>,
    which: Which,
    context: &Context,
) -> Place {
    let known = number(year, context);
    match (known, month, day) {
        (Some(y), Some(m), Some(d)) => match Day::new(y, u32::from(m), u32::from(d)) {
            Some(day) => at_year(Point::Day(day), year),
            None => Place::Open(format!("{}-{m:02}-{d:02}", value::year(y)), reason::untold()),
        },
        (Some(y), Some(m), None) => at_year(Point::Month(y, m), year),
        (Some(y), None, None) => at_year(Point::Year(y), year),
        (None, Some(m), Some(d)) => {
            let at = |y: i32| {
                let day = Day::new(y, u32::from(m), u32::from(d))?;
                Some(Point::Day(day))
            };
            // A weekday that goes with it decides the year.
            if let (Some(w), Some(published)) =
                (weekday, context.published.filter(|_| !context.tells_of_the_past()))
            {
                let fitting =
                    |y: i32| Day::new(y, u32::from(m), u32::from(d)).filter(|x| x.weekday() == u32::from(w));
                let (y, _, _) = published.ymd();
                let near = [y, y - 1, y + 1]
                    .into_iter()
                    .filter_map(fitting)
                    .min_by_key(|x| (x.0 - published.0).abs());
                if let Some(day) = near {
                    return Place::At(Point::Day(day), reason::counted(published, Point::Day(day)));
                }
            }
            yearly(&at, year, which, format!("XXXX-{m:02}-{d:02}"), context)
        }
        (None, Some(m), None) => {
            yearly(&|y| Some(Point::Month(y, m)), year, which, format!("XXXX-{m:02}"), context)
        }
        (None, None, Some(d)) => day_of_month(d, weekday, context),
        (None, None, None) => match weekday {
            Some(w) => on_weekday(w, which, context),
            None => Place::Open("XXXX".into(), reason::unknown()),
        },
        (Some(y), None, Some(_)) => Place::said(Point::Year(y)),
    }
}

fn at_year(point: Point, year: Year) -> Place {
    match year {
        Year::Step(_, From::Publication) => {
            Place::At(point, format!("counted from publication: {}", reason::words(point)))
        }
        Year::Step(_, From::Story | From::Near) => Place::At(point, reason::spoken(point)),
        _ => Place::said(point),
    }
}

/// What comes once a year: a month, a day of the year, a season, a holiday.
fn yearly(
    at: &dyn Fn(i32) -> Option<Point>,
    year: Year,
    which: Which,
    open: String,
    context: &Context,
) -> Place {
    if let Some(y) = number(year, context) {
        return match at(y) {
            Some(point) => at_year(point, year),
            None => Place::Open(open, reason::untold()),
        };
    }
    // What the story spoke of last: for stories always, for "the following spring" everywhere.
    let story = matches!(which, Which::Following | Which::Previous | Which::That);
    if (story || context.tells_of_the_past() && which == Which::Bare)
        && let Some(point) = from_story(at, which, context)
    {
        return Place::At(point, reason::spoken(point));
    }
    let Some(published) = context.published else {
        return Place::Open(open, reason::unknown());
    };
    if context.story && context.tells_of_the_past() && which == Which::Bare {
        return Place::Open(open, reason::untold());
    }
    let (y, _, _) = published.ymd();
    let candidates = [y - 2, y - 1, y, y + 1, y + 2];
    let before = |p: &Point| p.days().is_some_and(|(_, to)| to < published);
    let after = |p: &Point| p.days().is_some_and(|(from, _)| from > published);
    let point = match which {
        Which::Last | Which::Previous => candidates.into_iter().filter_map(at).rfind(before),
        Which::Next | Which::Following => candidates.into_iter().filter_map(at).find(after),
        Which::This | Which::That => at(y),
        Which::Bare => direction::recurring(published, at, context.tense),
    };
    match point {
        Some(point) => Place::At(point, reason::nearest(published, point)),
        None => Place::Open(open, reason::untold()),
    }
}

/// In a story: the same year as the last expression; the next one where it would go far back.
fn from_story(at: &dyn Fn(i32) -> Option<Point>, which: Which, context: &Context) -> Option<Point> {
    let y = context.year?;
    let reference = context.last.and_then(Point::days).map(|(from, _)| from);
    match which {
        Which::Following => {
            let reference = reference.or(context.day)?;
            [y, y + 1].into_iter().filter_map(at).find(|p| p.days().is_some_and(|(from, _)| from > reference))
        }
        Which::Previous => {
            let reference = reference.or(context.day)?;
            [y - 1, y].into_iter().filter_map(at).rfind(|p| p.days().is_some_and(|(_, to)| to < reference))
        }
        _ => {
            let point = at(y)?;
            let reference =
                reference.filter(|_| matches!(context.last, Some(Point::Day(_) | Point::Month(..))));
            // "In December 1941 … In January": the story goes on.
            let on = reference.is_some_and(|r| point.days().is_some_and(|(from, _)| r.0 - from.0 > TURN));
            if on { at(y + 1).or(Some(point)) } else { Some(point) }
        }
    }
}

/// How many days back a date of the same year may lie before the next year is meant.
const TURN: i32 = 240;

/// "the 15th": of the month spoken of last, else the nearest before publication.
fn day_of_month(d: u8, weekday: Option<u8>, context: &Context) -> Place {
    let in_month = |y: i32, m: u8| {
        Day::new(y, u32::from(m), u32::from(d))
            .filter(|x| weekday.is_none_or(|w| x.weekday() == u32::from(w)))
    };
    if let Some((y, m)) = context.month
        && let Some(day) = in_month(y, m)
    {
        return Place::At(Point::Day(day), reason::spoken(Point::Day(day)));
    }
    if let (Some(published), true) = (context.published, weekday.is_some()) {
        // "Monday the 13th": the nearest month in which it is one.
        let (y, m, _) = published.ymd();
        let near = (0..14).flat_map(|k| [-k, k]).find_map(|k| {
            let (y, m) = value::add_months(y, m as u8, k);
            in_month(y, m)
        });
        if let Some(day) = near {
            return Place::At(Point::Day(day), reason::counted(published, Point::Day(day)));
        }
    }
    if let Some(published) = context.published {
        let (y, m, today) = published.ymd();
        let ahead = context.tense.ahead();
        let back = u32::from(d) > today && !ahead;
        let (y1, m1) = if back { value::add_months(y, m as u8, -1) } else { (y, m as u8) };
        let (y2, m2) =
            if ahead && u32::from(d) < today { value::add_months(y, m as u8, 1) } else { (y1, m1) };
        if let Some(day) = in_month(y2, m2).or_else(|| in_month(y, m as u8)) {
            return Place::At(Point::Day(day), reason::counted(published, Point::Day(day)));
        }
    }
    Place::Open(format!("XXXX-XX-{d:02}"), reason::unknown())
}

fn on_weekday(w: u8, which: Which, context: &Context) -> Place {
    // "next week, probably on Tuesday": a day of the week just named.
    if let (Which::Bare, true, Some(Point::Week(monday))) = (which, context.same_sentence, context.last) {
        let point = Point::Day(Day(monday.0 + i32::from(w)));
        return Place::At(point, reason::spoken(point));
    }
    // "Tuesday or Wednesday", both to come
    if let (Which::Bare, true, Some(Point::Day(day)), Some(published)) =
        (which, context.linked, context.last, context.published)
        && day > published
    {
        let point =
            Point::Day(Day(day.0.saturating_add((i32::from(w) - day.weekday() as i32).rem_euclid(7))));
        return Place::At(point, reason::spoken(point));
    }
    let name = reason::weekday(w);
    let story = matches!(which, Which::Following | Which::Previous | Which::That)
        || context.story && context.tells_of_the_past() && which == Which::Bare;
    if story && let Some(day) = context.day {
        let ahead = (i32::from(w) - day.weekday() as i32).rem_euclid(7);
        let point = Point::Day(Day(match which {
            Which::Previous => day.0 - (7 - ahead).rem_euclid(7).max(if ahead == 0 { 7 } else { 0 }),
            Which::That => day.0 - (7 - ahead) % 7,
            Which::Following if ahead == 0 => day.0 + 7,
            _ => day.0 + ahead,
        }));
        return Place::At(point, reason::spoken(point));
    }
    let Some(published) = context.published else {
        return Place::Open(format!("XXXX-WXX-{}", w + 1), reason::unknown());
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
    let point = Point::Day(Day(day));
    Place::At(point, reason::on_or_before(name, ahead, point))
}

fn piece(piece: Piece, year: Year, which: Which, context: &Context) -> Place {
    let piece = match (piece, context.current(Unit::Quarter)) {
        (Piece::Quarter(0), Some(Point::Quarter(_, q))) => Piece::Quarter(q),
        (Piece::Quarter(0), _) => return Place::Open("XXXX-QX".into(), reason::untold()),
        _ => piece,
    };
    let at = |y: i32| {
        Some(match piece {
            Piece::Season(s) => Point::Season(y, s),
            Piece::Quarter(q) => Point::Quarter(y, q),
            Piece::Half(h) => Point::Half(y, h),
        })
    };
    let open = match piece {
        Piece::Season(s) => format!("XXXX-{}", value::season_code(s)),
        Piece::Quarter(q) => format!("XXXX-Q{q}"),
        Piece::Half(h) => format!("XXXX-H{h}"),
    };
    // A quarter by its number is the last one finished, or the one that runs.
    if let (Piece::Quarter(_) | Piece::Half(_), Year::Implied, Which::Bare, Some(published), false) =
        (piece, year, which, context.published, context.story && context.tells_of_the_past())
    {
        let (y, _, _) = published.ymd();
        let begun = |p: &Point| p.days().is_some_and(|(from, _)| from <= published);
        let last = [y - 1, y].into_iter().filter_map(at).rfind(begun);
        let coming = [y, y + 1].into_iter().filter_map(at).find(|p| !begun(p));
        let distance = |p: Option<Point>, end: bool| {
            let (from, to) = p?.days()?;
            Some(if end { published.0 - to.0 } else { from.0 - published.0 })
        };
        let near = distance(last, true) > Some(200) && distance(coming, false).is_some_and(|d| d < 75);
        let ahead = match context.tense {
            direction::Tense::Future | direction::Tense::SurelyFuture => true,
            direction::Tense::Past | direction::Tense::SurelyPast => false,
            direction::Tense::None => near,
        };
        if let Some(point) = if ahead { running(last, published).or(coming) } else { last } {
            return Place::At(point, reason::counted(published, point));
        }
    }
    // Winter belongs to the year it begins in; "the winter" of a January text is the one that runs.
    if let (Piece::Season(Season::Winter), Year::Implied, Which::This | Which::Bare, Some(published), false) =
        (piece, year, which, context.published, context.story && context.tells_of_the_past())
    {
        let (y, m, _) = published.ymd();
        if m <= if context.tense.ahead() { 2 } else { 4 } {
            let point = Point::Season(y - 1, Season::Winter);
            return Place::At(point, reason::counted(published, point));
        }
    }
    yearly(&at, year, which, open, context)
}

fn running(point: Option<Point>, published: Day) -> Option<Point> {
    point.filter(|p| p.days().is_some_and(|(_, to)| published <= to))
}

fn step(unit: Unit, by: i32, from: From, context: &Context) -> Place {
    // In a story "this day" is the day told of, and so is "this year".
    let from = if context.story && by == 0 && !matches!(unit, Unit::Quarter | Unit::Day) {
        From::Story
    } else {
        from
    };
    let base = match from {
        // "took place this weekend", written on a Tuesday
        From::Publication if unit == Unit::Weekend && by == 0 => {
            let past = matches!(context.tense, direction::Tense::Past | direction::Tense::SurelyPast);
            context
                .published
                .map(|d| Point::around(d, unit).shift(if past && d.weekday() < 4 { -1 } else { 0 }))
        }
        From::Publication => context.published.map(|d| Point::around(d, unit)),
        // "the weekend" of news is the one just past.
        From::Story if unit == Unit::Weekend && by == 0 && !context.story => {
            let ahead = context.tense.ahead();
            context
                .published
                .map(|d| Point::around(d, unit).shift(if d.weekday() >= 5 || ahead { 0 } else { -1 }))
        }
        From::Near
            if !context.story
                && !context.same_sentence
                && context.published.is_some()
                && unit != Unit::Quarter =>
        {
            context.published.map(|d| Point::around(d, unit))
        }
        From::Story | From::Near => context.current(unit),
    };
    match (base, context.published) {
        (Some(base), Some(published)) if from == From::Publication => {
            let point = base.shift(by);
            Place::At(point, reason::counted(published, point))
        }
        (Some(base), _) => {
            let point = base.shift(by);
            Place::At(point, reason::spoken(point))
        }
        (None, published) => {
            let why = if published.is_some() { reason::untold() } else { reason::unknown() };
            Place::Open(value::unknown(unit).into(), why)
        }
    }
}

/// The day a length away from another.
pub(super) fn away(day: Day, length: Length, sign: i32) -> Option<Day> {
    let mut at = day;
    let parts = [Some((length.amount, length.unit)), length.more];
    for (amount, unit) in parts.into_iter().flatten() {
        let hundredths = i64::from(amount.whole) * 100 + i64::from(amount.hundredths);
        let months = |per: i64| {
            let (y, m, d) = at.ymd();
            let by = i32::try_from(hundredths * per / 100).ok()?.min(1_200_000) * sign;
            let (y, m) = value::add_months(y, m as u8, by);
            Day::new(y, u32::from(m), d.min(days_in_month(y, u32::from(m))))
        };
        let days = |per: i64| {
            let by = i32::try_from((hundredths * per / 100).min(400_000_000)).ok()?;
            Some(Day(at.0.saturating_add(by * sign)))
        };
        at = match unit {
            Unit::Second | Unit::Minute => at,
            Unit::Hour => Day(at.0.saturating_add((hundredths / 2400).min(1_000_000) as i32 * sign)),
            Unit::Night | Unit::Day => days(1)?,
            Unit::Week | Unit::Weekend => days(7)?,
            Unit::Fortnight => days(14)?,
            Unit::Month => months(1)?,
            Unit::Quarter => months(3)?,
            Unit::Year => months(12)?,
            Unit::Decade => months(120)?,
            Unit::Century => months(1200)?,
            Unit::Millennium => months(12_000)?,
        };
    }
    Some(at)
}

/// "two years ago", "three days later": as exact as the unit.
fn distance(length: Length, back: bool, from: From, context: &Context) -> Place {
    let sign = if back { -1 } else { 1 };
    let unit = length.more.map_or(length.unit, |(_, unit)| unit);
    // A year before the quarter in hand is a quarter.
    let compared = from == From::Story || matches!(context.last, Some(Point::Quarter(..)));
    if compared
        && length.unit == Unit::Year
        && length.amount.whole == 1
        && length.amount.hundredths == 0
        && back
    {
        match context.last {
            Some(Point::Quarter(y, q)) => {
                let point = Point::Quarter(y - 1, q);
                return Place::At(point, reason::spoken(point));
            }
            Some(Point::Month(y, m)) if !context.story => {
                let point = Point::Month(y - 1, m);
                return Place::At(point, reason::spoken(point));
            }
            Some(Point::Year(_)) | None => {}
            _ => {
                if let Some((y, q)) = context.quarter {
                    let point = Point::Quarter(y - 1, q);
                    return Place::At(point, reason::spoken(point));
                }
            }
        }
    }
    let precision = match unit {
        Unit::Decade | Unit::Century | Unit::Millennium => Unit::Year,
        unit => unit,
    };
    let base = match from {
        From::Publication => context.published,
        From::Story | From::Near => match context.current(precision.max(Unit::Day)) {
            Some(point) => point.days().map(|(from, _)| from),
            None => None,
        },
    };
    let Some(base) = base else {
        let why = if context.published.is_some() { reason::untold() } else { reason::unknown() };
        return Place::Open(value::unknown(precision).into(), why);
    };
    let Some(day) = away(base, length, sign) else {
        return Place::Open(value::unknown(precision).into(), reason::untold());
    };
    let point = Point::around(day, precision);
    let why = match from {
        From::Publication => reason::counted(base, point),
        From::Story | From::Near => reason::spoken(point),
    };
    Place::At(point, why)
}

/// "the first week of March", "the second Tuesday in May", "the last day of the year".
fn nth(n: i8, unit: Unit, weekday: Option<u8>, of: &Meaning, context: &Context) -> Place {
    let outer = place(of, context);
    let (point, why) = match outer {
        Place::At(point, why) => (point, why),
        Place::Open(_, why) => {
            let value =
                weekday.map_or_else(|| value::unknown(unit).into(), |w| format!("XXXX-WXX-{}", w + 1));
            return Place::Open(value, why);
        }
    };
    // The weekend that goes with a day: the one before a Monday, the one after a Thursday.
    if let (Point::Day(day), Unit::Weekend) = (point, unit) {
        let shift = if day.weekday() < 3 { -1 } else { 0 };
        return Place::At(Point::around(day, Unit::Weekend).shift(shift), why);
    }
    // "the week of October 6", "the quarter ended Sept. 30"
    if let (Point::Day(day), Unit::Week | Unit::Month | Unit::Quarter | Unit::Year) = (point, unit) {
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
            return Point::Day(Day(first + 7 * k));
        }
        match unit {
            Unit::Day => Point::Day(Day(edge.0 + if n > 0 { k } else { k + 1 })),
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
                Point::Weekend(Day(saturday + 7 * if n > 0 { k } else { k + 1 }))
            }
            unit => Point::around(edge, unit).shift(if n > 0 { k } else { k + 1 }),
        }
    });
    match inner {
        Some(inner) => Place::At(inner, why),
        None => Place::Open(value::unknown(unit).into(), reason::untold()),
    }
}
