//! What an expression says, before it is known which day that is: known fields only.

use super::words::{Modifier, Part, Season, Unit};

/// What a relative expression counts from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum From {
    /// The day of writing: "yesterday", "two years ago".
    Publication,
    /// The time last spoken of: "that day", "two years later".
    Story,
    /// The time this sentence speaks of, else the day of writing: "the end of the month".
    Near,
}

/// What is known of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Year {
    /// Nothing: it follows from the context.
    Implied,
    /// Its number; 1 BC is 0.
    Is(i32),
    /// The last two digits: "'82".
    Short(i32),
    /// "of last year", "that year".
    Step(i32, From),
}

/// Which of several an expression means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Which {
    /// Left to the context.
    Bare,
    /// "last May", "last Friday"
    Last,
    /// "this May"
    This,
    /// "next May"
    Next,
    /// "the following May", from the story
    Following,
    /// "the previous May", from the story
    Previous,
    /// "that May", "the same May"
    That,
}

/// How many, if that is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Amount {
    pub whole: u32,
    pub hundredths: u8,
    pub known: bool,
}

impl Amount {
    pub const ONE: Self = Self { whole: 1, hundredths: 0, known: true };
    pub const HALF: Self = Self { whole: 0, hundredths: 50, known: true };
    pub const SOME: Self = Self { whole: 0, hundredths: 0, known: false };

    pub fn of(whole: u32) -> Self {
        Self { whole, hundredths: 0, known: true }
    }
}

/// A length of time: up to two parts ("two years and three months").
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Length {
    pub amount: Amount,
    pub unit: Unit,
    pub more: Option<(u16, Unit)>,
}

impl Length {
    pub fn new(amount: Amount, unit: Unit) -> Self {
        Self { amount, unit, more: None }
    }

    /// "a year"
    pub fn one(unit: Unit) -> Self {
        Self::new(Amount::ONE, unit)
    }
}

/// A part of a year with a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Piece {
    Season(Season),
    /// 1 to 4
    Quarter(u8),
    /// 1 or 2
    Half(u8),
}

/// A time of day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Clock {
    /// 0 to 24
    pub hour: u8,
    /// `None` where only the hour is known.
    pub minute: Option<u8>,
    pub second: Option<u8>,
    /// Minutes east of Greenwich, where a zone is named.
    pub zone: Option<i16>,
    /// The zone is UTC by that name.
    pub utc: bool,
}

impl Clock {
    /// The same time told by a part of the day: "six in the evening" is 18:00.
    pub fn in_part(mut self, part: Part) -> Self {
        let later = match part {
            Part::Afternoon | Part::Evening => self.hour < 12,
            Part::Night => (6..12).contains(&self.hour),
            _ => false,
        };
        if later {
            self.hour += 12;
        }
        self
    }
}

/// The vague present, past and future.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Vague {
    Present,
    Past,
    Future,
}

/// A day of the year with a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Holiday {
    /// The same month and day every year.
    Fixed(u8, u8),
    /// The nth weekday of a month (negative: from its end), and so many days after.
    Nth(i8, u8, u8, i8),
    /// Days after Easter Sunday.
    Easter(i16),
}

/// A time of day: by the clock or by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Time {
    Clock(Clock),
    Part(Part),
}

/// Which days of its period something recurs on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pattern {
    /// Not said.
    Any,
    Weekday(u8),
    Month(u8),
    Season(Season),
}

/// Where a length lies in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// Not said.
    Free,
    /// "the past four months": it ends now.
    Before,
    /// "the next four months": it begins now.
    After,
    /// "the first four months of 1989"
    First(i32),
    /// "the last four months of 1989"
    Last(i32),
}

/// What an expression says.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Meaning {
    /// A date with its known fields.
    Date { year: Year, month: Option<u8>, day: Option<u8>, weekday: Option<u8>, which: Which },
    /// A season, quarter or half.
    Piece { piece: Piece, year: Year, which: Which },
    /// A named day.
    Holiday { holiday: Holiday, year: Year, which: Which },
    /// The 1980s: 198; the eighties: 8 with no century; BC with the flag.
    Decade { decade: i32, century: bool, bc: bool },
    /// The 19th century: 18.
    Century { century: i32, bc: bool },
    /// So many units away from the one that holds the anchor: "last week", "today", "the following year".
    Step { unit: Unit, by: i32, from: From },
    /// A length before or after the anchor: "two years ago".
    Away { length: Length, back: bool, from: From },
    /// A length before or after a day that is named: "two days after Christmas".
    Offset { length: Length, back: bool, of: Box<Meaning> },
    /// The nth unit (or weekday) of something; negative counts from the end.
    Nth { n: i8, unit: Unit, weekday: Option<u8>, of: Box<Meaning> },
    /// A time of day, on a day if it is said.
    Time { time: Time, day: Option<Box<Meaning>> },
    /// A length, and where in time it lies.
    Length { length: Length, side: Side },
    /// Something that recurs: once in so long a period, or on its Tuesdays.
    Every { length: Length, on: Pattern, time: Option<Box<Time>> },
    /// No more than present, past or future.
    Vague(Vague),
}

impl Meaning {
    /// A time of day, on a day if it is said.
    pub fn time(time: Time, day: Option<Meaning>) -> Self {
        Self::Time { time, day: day.map(Box::new) }
    }

    /// A year and nothing finer.
    pub fn year(year: i32) -> Self {
        Self::Date { year: Year::Is(year), month: None, day: None, weekday: None, which: Which::Bare }
    }
}

/// An expression where it stands: atoms `first..end`.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Found {
    pub first: usize,
    pub end: usize,
    pub meaning: Meaning,
    pub modifier: Option<Modifier>,
    /// Only the days up to the anchor, or from it on, are meant: "earlier this month", "later this year".
    pub clipped: bool,
}
