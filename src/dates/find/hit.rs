//! What a pattern read. Each kind of it is put together by a function of its own, whose callers then are short.

use crate::dates::atoms::Atoms;
use crate::dates::meaning::{From, Holiday, Length, Meaning, Pattern, Piece, Side, Time, Which, Year};
use crate::dates::words::{Modifier, Unit};

/// What a pattern read: where it ends, what it means; no meaning where it is known to be no time at all.
#[derive(Debug, Clone, Copy)]
pub(super) struct Hit {
    pub end: usize,
    pub meaning: Option<Meaning>,
    pub modifier: Option<Modifier>,
    pub clipped: bool,
}

impl Hit {
    fn of(end: usize, meaning: Option<Meaning>) -> Option<Self> {
        Some(Self { end, meaning, modifier: None, clipped: false })
    }

    #[inline(never)]
    pub fn new(end: usize, meaning: Meaning) -> Option<Self> {
        Self::of(end, Some(meaning))
    }

    #[inline(never)]
    pub fn nothing(end: usize) -> Option<Self> {
        Self::of(end, None)
    }

    #[inline(never)]
    pub fn date(
        end: usize,
        year: Year,
        month: Option<u8>,
        day: Option<u8>,
        weekday: Option<u8>,
    ) -> Option<Self> {
        Self::which(end, year, month, day, weekday, Which::Bare)
    }

    #[inline(never)]
    pub fn which(
        end: usize,
        year: Year,
        month: Option<u8>,
        day: Option<u8>,
        weekday: Option<u8>,
        which: Which,
    ) -> Option<Self> {
        Self::of(end, Some(Meaning::Date { year, month, day, weekday, which }))
    }

    #[inline(never)]
    pub fn year(end: usize, year: i16) -> Option<Self> {
        Self::date(end, Year::Is(year), None, None, None)
    }

    #[inline(never)]
    pub fn century(end: usize, century: i16, bc: bool) -> Option<Self> {
        Self::of(end, Some(Meaning::Century { century, bc }))
    }

    #[inline(never)]
    pub fn decade(end: usize, decade: i16, century: bool, bc: bool) -> Option<Self> {
        Self::of(end, Some(Meaning::Decade { decade, century, bc }))
    }

    #[inline(never)]
    pub fn step(end: usize, unit: Unit, by: i8, from: From) -> Option<Self> {
        Self::of(end, Some(Meaning::Step { unit, by, from }))
    }

    #[inline(never)]
    pub fn piece(end: usize, piece: Piece, year: Year, which: Which) -> Option<Self> {
        Self::of(end, Some(Meaning::Piece { piece, year, which }))
    }

    #[inline(never)]
    pub fn holiday(end: usize, holiday: Holiday, year: Year, which: Which) -> Option<Self> {
        Self::of(end, Some(Meaning::Holiday { holiday, year, which }))
    }

    #[inline(never)]
    pub fn length(end: usize, length: Length, side: Side) -> Option<Self> {
        Self::of(end, Some(Meaning::Length { length, side }))
    }

    /// One whole unit.
    #[inline(never)]
    pub fn one(end: usize, unit: Unit, side: Side) -> Option<Self> {
        Self::length(end, Length::one(unit), side)
    }

    #[inline(never)]
    pub fn away(end: usize, length: Length, back: bool, from: From) -> Option<Self> {
        Self::of(end, Some(Meaning::Away { length, back, from }))
    }

    #[inline(never)]
    pub fn offset(t: &Atoms<'_>, end: usize, length: Length, back: bool, of: Meaning) -> Option<Self> {
        Self::of(end, Some(Meaning::Offset { length, back, of: t.keep(of) }))
    }

    #[inline(never)]
    pub fn nth(
        t: &Atoms<'_>,
        end: usize,
        n: i8,
        unit: Unit,
        weekday: Option<u8>,
        of: Meaning,
    ) -> Option<Self> {
        Self::of(end, Some(Meaning::Nth { n, unit, weekday, of: t.keep(of) }))
    }

    #[inline(never)]
    pub fn time(t: &Atoms<'_>, end: usize, time: Time, day: Option<Meaning>) -> Option<Self> {
        Self::of(end, Some(Meaning::time(t, time, day)))
    }

    #[inline(never)]
    pub fn rate(end: usize, length: Length) -> Option<Self> {
        Self::of(end, Some(Meaning::Every { length, on: Pattern::Any, time: None }))
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
        let time = time.map(|time| t.keep(Meaning::time(t, time, None)));
        Self::of(end, Some(Meaning::Every { length: Length::of(n, unit), on, time }))
    }

    /// With a modifier.
    #[inline(never)]
    pub fn with(hit: Option<Self>, modifier: Modifier) -> Option<Self> {
        Some(Self { modifier: Some(modifier), ..hit? })
    }
}
