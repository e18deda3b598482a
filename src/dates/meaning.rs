//! What an expression says, before it is known which day that is: known fields only.

use std::num::{NonZeroU8, NonZeroU32};

use super::value::Grain;
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
    Is(i16),
    /// The last two digits: "'82".
    Short(u8),
    /// "of last year", "that year".
    Step(i8, From),
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

/// How many, in hundredths.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Amount(pub u32);

impl Amount {
    pub const ONE: Self = Self(100);
    pub const HALF: Self = Self(50);
    /// Nobody says how many.
    pub const SOME: Self = Self(u32::MAX);

    /// So many whole ones; what is beyond counting stays below [`Amount::SOME`].
    pub fn of(whole: u32) -> Self {
        Self(whole.min(Self::SOME.0 / 100 - 1) * 100)
    }

    /// The whole ones, and so many hundredths.
    pub fn and(self, hundredths: u16) -> Self {
        Self(self.whole() * 100 + u32::from(hundredths))
    }

    pub fn known(self) -> bool {
        self != Self::SOME
    }

    pub fn whole(self) -> u32 {
        self.0 / 100
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
    #[inline(never)]
    pub fn new(amount: Amount, unit: Unit) -> Self {
        Self { amount, unit, more: None }
    }

    /// So many whole units.
    pub fn of(n: u32, unit: Unit) -> Self {
        Self::new(Amount::of(n), unit)
    }

    /// "a year"
    pub fn one(unit: Unit) -> Self {
        Self::new(Amount::ONE, unit)
    }
}

/// The nth season, quarter or half of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Piece {
    pub grain: Grain,
    /// From 1; 0 for the one that answers to the one in hand.
    pub n: u8,
}

impl Piece {
    pub fn season(season: Season) -> Self {
        Self { grain: Grain::Season, n: season as u8 + 1 }
    }

    /// The quarter of another year that answers to the quarter in hand.
    pub const SAME_QUARTER: Self = Self { grain: Grain::Quarter, n: 0 };
}

/// A time of day. (Four bytes, which are handed on in a register.)
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Clock {
    /// 0 to 24
    pub hour: u8,
    pub minute: u8,
    /// One more than the second, if that is told.
    pub second: Option<NonZeroU8>,
    pub zone: Zone,
}

/// The zone of a clock time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Zone {
    /// None is named, or that of the place.
    Local,
    /// Named, but not UTC.
    Other,
    /// UTC by that name, which TIMEX3 writes as Z.
    Utc,
}

impl Clock {
    /// An hour and minutes, no more.
    pub fn new(hour: u16, minute: u16) -> Self {
        Self { hour: hour as u8, minute: minute as u8, second: None, zone: Zone::Local }
    }

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
    First(i16),
    /// "the last four months of 1989"
    Last(i16),
}

/// A meaning that another hangs on, by its number in [`Atoms`](super::atoms::Atoms): so meanings are small, and copied like numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Kept(pub NonZeroU32);

/// What an expression says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meaning {
    /// A date with its known fields.
    Date { year: Year, month: Option<u8>, day: Option<u8>, weekday: Option<u8>, which: Which },
    /// A season, quarter or half.
    Piece { piece: Piece, year: Year, which: Which },
    /// A named day.
    Holiday { holiday: Holiday, year: Year, which: Which },
    /// The 1980s: 198; the eighties: 8 with no century; BC with the flag.
    Decade { decade: i16, century: bool, bc: bool },
    /// The 19th century: 18.
    Century { century: i16, bc: bool },
    /// So many units away from the one that holds the anchor: "last week", "today", "the following year".
    Step { unit: Unit, by: i8, from: From },
    /// A length before or after the anchor: "two years ago".
    Away { length: Length, back: bool, from: From },
    /// A length before or after a day that is named: "two days after Christmas".
    Offset { length: Length, back: bool, of: Kept },
    /// The nth unit (or weekday) of something; negative counts from the end.
    Nth { n: i8, unit: Unit, weekday: Option<u8>, of: Kept },
    /// A time of day, on a day if it is said.
    Time { time: Time, day: Option<Kept> },
    /// A length, and where in time it lies.
    Length { length: Length, side: Side },
    /// Something that recurs: once in so long a period, or on its Tuesdays, perhaps at a [`Meaning::Time`].
    Every { length: Length, on: Pattern, time: Option<Kept> },
    /// No more than present, past or future.
    Vague(Vague),
}

/// An expression where it stands: atoms `first..end`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Found {
    pub first: usize,
    pub end: usize,
    pub meaning: Meaning,
    pub modifier: Option<Modifier>,
    /// Only the days up to the anchor, or from it on, are meant: "earlier this month", "later this year".
    pub clipped: bool,
}
