//! What was read at a place and where it ends, as one number.
//!
//! A number comes back in a register. Of a pair, and of an `Option` of all but a number that is never 0, WebAssembly writes each
//! part to memory and fetches it from there: a fifth more code where most functions read something and tell where it ends.

use std::marker::PhantomData;
use std::num::{NonZeroU8, NonZeroU64};

use super::meaning::{Amount, Clock, From, Piece, Year, Zone};
use super::value::Grain;

/// What fits into half of such a number.
pub(super) trait Half: Copy {
    fn pack(self) -> u32;
    fn unpack(packed: u32) -> Self;
}

/// What was read, and the index past its last atom.
pub(super) struct Read<T>(NonZeroU64, PhantomData<T>);

impl<T> Clone for Read<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Read<T> {}

impl<T: Half> Read<T> {
    /// `None` only for an end of 0, where nothing can end.
    #[inline]
    pub fn to(end: usize, what: T) -> Option<Self> {
        NonZeroU64::new((end as u64) << 32 | u64::from(what.pack())).map(|both| Self(both, PhantomData))
    }

    #[inline]
    pub fn what(self) -> T {
        T::unpack(self.0.get() as u32)
    }

    #[inline]
    pub fn end(self) -> usize {
        (self.0.get() >> 32) as usize
    }

    /// What, and the end.
    #[inline]
    pub fn parts(self) -> (T, usize) {
        (self.what(), self.end())
    }
}

/// Numbers as they are.
macro_rules! half {
    ($($number:ty)*) => {$(
        impl Half for $number {
            #[inline]
            fn pack(self) -> u32 {
                self as u32
            }

            #[inline]
            fn unpack(packed: u32) -> Self {
                packed as Self
            }
        }
    )*};
}

half!(u8 i8 u16 i16 u32);

impl Half for bool {
    #[inline]
    fn pack(self) -> u32 {
        self.into()
    }

    #[inline]
    fn unpack(packed: u32) -> Self {
        packed != 0
    }
}

impl Half for Amount {
    #[inline]
    fn pack(self) -> u32 {
        self.0
    }

    #[inline]
    fn unpack(packed: u32) -> Self {
        Self(packed)
    }
}

impl Half for Zone {
    #[inline]
    fn pack(self) -> u32 {
        self as u32
    }

    #[inline]
    fn unpack(packed: u32) -> Self {
        match packed {
            0 => Self::Local,
            1 => Self::Other,
            _ => Self::Utc,
        }
    }
}

impl Half for Clock {
    #[inline]
    fn pack(self) -> u32 {
        let second = self.second.map_or(0, NonZeroU8::get);
        u32::from_le_bytes([self.hour, self.minute, second, self.zone as u8])
    }

    #[inline]
    fn unpack(packed: u32) -> Self {
        let [hour, minute, second, zone] = packed.to_le_bytes();
        Self { hour, minute, second: NonZeroU8::new(second), zone: Zone::unpack(zone.into()) }
    }
}

impl Half for Piece {
    #[inline]
    fn pack(self) -> u32 {
        (self.grain as u32) << 8 | u32::from(self.n)
    }

    #[inline]
    fn unpack(packed: u32) -> Self {
        Self { grain: Grain::of(packed >> 8), n: packed as u8 }
    }
}

/// Its kind above its number.
impl Half for Year {
    #[inline(never)]
    fn pack(self) -> u32 {
        match self {
            Self::Implied => 0,
            Self::Is(year) => 1 << 16 | u32::from(year as u16),
            Self::Short(year) => 2 << 16 | u32::from(year),
            Self::Step(by, from) => (3 + from as u32) << 16 | u32::from(by as u8),
        }
    }

    #[inline(never)]
    fn unpack(packed: u32) -> Self {
        match packed >> 16 {
            0 => Self::Implied,
            1 => Self::Is(packed as i16),
            2 => Self::Short(packed as u8),
            from => Self::Step(
                packed as i8,
                [From::Publication, From::Story, From::Near][(from - 3) as usize % 3],
            ),
        }
    }
}
