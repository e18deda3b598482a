//! What a pattern read. Each kind of it is put together by a function of its own, whose callers then are short.

use std::num::NonZeroU32;

use crate::dates::atoms::Atoms;
use crate::dates::meaning::{
    Clock, Found, From, Holiday, Kept, Length, Meaning, Pattern, Piece, Side, Time, Which, Year,
};
use crate::dates::read::{Half, Read};
use crate::dates::words::{Modifier, Part, Unit};

/// What a pattern read, and where that ends.
pub(super) type Hit = Read<Reading>;

/// What it means, which [`Atoms`] keep, and what stands around that.
#[derive(Clone, Copy)]
pub(super) struct Reading {
    /// None where it is known to be no time at all.
    meaning: Option<Kept>,
    modifier: Option<Modifier>,
    clipped: bool,
}

/// Five bits for what stands around the meaning, the rest for its number.
impl Half for Reading {
    #[inline]
    fn pack(self) -> u32 {
        let meaning = self.meaning.map_or(0, |Kept(number)| number.get());
        let modifier = self.modifier.map_or(0, |modifier| modifier as u32 + 1);
        meaning << 5 | u32::from(self.clipped) << 4 | modifier
    }

    #[inline]
    fn unpack(packed: u32) -> Self {
        Self {
            meaning: NonZeroU32::new(packed >> 5).map(Kept),
            modifier: Modifier::ALL.get((packed as usize & 15).wrapping_sub(1)).copied(),
            clipped: packed & 16 != 0,
        }
    }
}

impl Hit {
    #[inline(never)]
    pub fn of(t: &Atoms<'_>, end: usize, meaning: Meaning) -> Option<Self> {
        Self::to(end, Reading { meaning: Some(t.keep(meaning)), modifier: None, clipped: false })
    }

    #[inline(never)]
    pub fn nothing(end: usize) -> Option<Self> {
        Self::to(end, Reading { meaning: None, modifier: None, clipped: false })
    }

    #[inline(never)]
    pub fn date(
        t: &Atoms<'_>,
        end: usize,
        year: Year,
        month: Option<u8>,
        day: Option<u8>,
        weekday: Option<u8>,
    ) -> Option<Self> {
        Self::which(t, end, year, month, day, weekday, Which::Bare)
    }

    #[inline(never)]
    pub fn which(
        t: &Atoms<'_>,
        end: usize,
        year: Year,
        month: Option<u8>,
        day: Option<u8>,
        weekday: Option<u8>,
        which: Which,
    ) -> Option<Self> {
        Self::of(t, end, Meaning::Date { year, month, day, weekday, which })
    }

    #[inline(never)]
    pub fn year(t: &Atoms<'_>, end: usize, year: i16) -> Option<Self> {
        Self::date(t, end, Year::Is(year), None, None, None)
    }

    #[inline(never)]
    pub fn century(t: &Atoms<'_>, end: usize, century: i16, bc: bool) -> Option<Self> {
        Self::of(t, end, Meaning::Century { century, bc })
    }

    #[inline(never)]
    pub fn decade(t: &Atoms<'_>, end: usize, decade: i16, century: bool, bc: bool) -> Option<Self> {
        Self::of(t, end, Meaning::Decade { decade, century, bc })
    }

    #[inline(never)]
    pub fn step(t: &Atoms<'_>, end: usize, unit: Unit, by: i8, from: From) -> Option<Self> {
        Self::of(t, end, Meaning::Step { unit, by, from })
    }

    #[inline(never)]
    pub fn piece(t: &Atoms<'_>, end: usize, piece: Piece, year: Year, which: Which) -> Option<Self> {
        Self::of(t, end, Meaning::Piece { piece, year, which })
    }

    #[inline(never)]
    pub fn holiday(t: &Atoms<'_>, end: usize, holiday: Holiday, year: Year, which: Which) -> Option<Self> {
        Self::of(t, end, Meaning::Holiday { holiday, year, which })
    }

    #[inline(never)]
    pub fn length(t: &Atoms<'_>, end: usize, length: Length, side: Side) -> Option<Self> {
        Self::of(t, end, Meaning::Length { length, side })
    }

    /// One whole unit.
    #[inline(never)]
    pub fn one(t: &Atoms<'_>, end: usize, unit: Unit, side: Side) -> Option<Self> {
        Self::length(t, end, Length::one(unit), side)
    }

    #[inline(never)]
    pub fn away(t: &Atoms<'_>, end: usize, length: Length, back: bool, from: From) -> Option<Self> {
        Self::of(t, end, Meaning::Away { length, back, from })
    }

    #[inline(never)]
    pub fn offset(t: &Atoms<'_>, end: usize, length: Length, back: bool, of: Self) -> Option<Self> {
        let of = of.what().meaning?;
        Self::of(t, end, Meaning::Offset { length, back, of })
    }

    #[inline(never)]
    pub fn nth(t: &Atoms<'_>, end: usize, n: i8, unit: Unit, weekday: Option<u8>, of: Self) -> Option<Self> {
        let of = of.what().meaning?;
        Self::of(t, end, Meaning::Nth { n, unit, weekday, of })
    }

    /// A time by the clock, on a day if it is said.
    #[inline(never)]
    pub fn clock(t: &Atoms<'_>, end: usize, clock: Clock, day: Option<Self>) -> Option<Self> {
        Self::time(t, end, Time::Clock(clock), day)
    }

    /// A part of the day.
    #[inline(never)]
    pub fn part(t: &Atoms<'_>, end: usize, part: Part, day: Option<Self>) -> Option<Self> {
        Self::time(t, end, Time::Part(part), day)
    }

    #[inline(never)]
    fn time(t: &Atoms<'_>, end: usize, time: Time, day: Option<Self>) -> Option<Self> {
        Self::of(t, end, Meaning::Time { time, day: day.and_then(|day| day.what().meaning) })
    }

    #[inline(never)]
    pub fn rate(t: &Atoms<'_>, end: usize, length: Length) -> Option<Self> {
        Self::of(t, end, Meaning::Every { length, on: Pattern::Any, time: None })
    }

    #[inline(never)]
    pub fn every(
        t: &Atoms<'_>,
        end: usize,
        n: u32,
        unit: Unit,
        on: Pattern,
        time: Option<Time>,
    ) -> Option<Self> {
        let time = time.map(|time| t.keep(Meaning::Time { time, day: None }));
        Self::of(t, end, Meaning::Every { length: Length::of(n, unit), on, time })
    }

    /// With a modifier.
    pub fn with(hit: Option<Self>, modifier: Modifier) -> Option<Self> {
        Self::shaded(hit, Some(modifier))
    }

    /// With a modifier or none.
    #[inline(never)]
    pub fn shaded(hit: Option<Self>, modifier: Option<Modifier>) -> Option<Self> {
        let hit = hit?;
        Self::to(hit.end(), Reading { modifier, ..hit.what() })
    }

    /// Of which only the days up to the anchor, or from it on, are meant.
    #[inline(never)]
    pub fn clipped(hit: Option<Self>, clipped: bool) -> Option<Self> {
        let hit = hit?;
        Self::to(hit.end(), Reading { clipped, ..hit.what() })
    }

    /// Whether it is a date with its day.
    pub fn names_day(self, t: &Atoms<'_>) -> bool {
        matches!(self.meaning(t), Some(Meaning::Date { day: Some(_), .. }))
    }

    /// Whether it is a time.
    #[inline]
    pub fn means(self) -> bool {
        self.what().meaning.is_some()
    }

    /// Whether it has no modifier.
    #[inline]
    pub fn plain(self) -> bool {
        self.what().modifier.is_none()
    }

    /// What it means.
    #[inline(never)]
    pub fn meaning(self, t: &Atoms<'_>) -> Option<Meaning> {
        self.what().meaning.map(|kept| t.kept(kept))
    }

    /// As an expression that begins here.
    #[inline]
    pub fn found(self, t: &Atoms<'_>, first: usize) -> Option<Found> {
        let (Reading { modifier, clipped, .. }, end) = self.parts();
        Some(Found { first, end, meaning: self.meaning(t)?, modifier, clipped })
    }
}
