//! What is known about words and phrases before reading: word classes, lists of names, places of the world.

use super::hash;
use super::table::Table;

/// What the lists say about one word (folded).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Entry {
    /// Distributional class, from 1; 0 for a word without one.
    pub class: u16,
    /// A set of [`flag`]s.
    pub flags: u8,
}

impl Entry {
    /// The group of the class: classes are numbered so that alike ones share all but the last four bits.
    pub fn group(self) -> u16 {
        self.class >> 4
    }

    /// Whether the word is common in small letters.
    pub(super) fn common(self) -> bool {
        self.flags & flag::COMMON != 0
    }
}

/// Bits of [`Entry::flags`].
pub mod flag {
    /// Common in lower case: "bank", "green".
    pub const COMMON: u8 = 1;
    /// A given name somewhere in the world.
    pub const GIVEN: u8 = 2;
    /// A family name somewhere in the world.
    pub const FAMILY: u8 = 4;
    /// A nationality, religion or people.
    pub const DEMONYM: u8 = 8;
}

/// Bits of the kinds of a listed phrase.
pub mod kind {
    /// A country, by any usual name.
    pub const COUNTRY: u8 = 1;
    /// A state or province.
    pub const REGION: u8 = 2;
    /// A capital, or a city of half a million.
    pub const METROPOLIS: u8 = 4;
    /// A city of a hundred thousand.
    pub const CITY: u8 = 8;
    /// A smaller town.
    pub const TOWN: u8 = 16;
    /// Continents, seas, deserts, rivers.
    pub const NATURE: u8 = 32;
    /// An organisation known all over the world.
    pub const BODY: u8 = 64;
    /// No phrase in itself, but one begins so.
    pub const PREFIX: u8 = 128;
}

/// Words and phrases by key. Keys are cut to [`Lexicon::BITS`] bits; a stray match is rare and harmless.
#[derive(Debug, Clone, Default)]
pub struct Lexicon {
    words: Table<Entry>,
    phrases: Table<u8>,
}

impl Lexicon {
    /// Bits kept of a key.
    pub const BITS: u32 = 24;

    /// The short key of a folded word or phrase.
    pub fn key(full: u64) -> u32 {
        (full >> (64 - Self::BITS)) as u32
    }

    /// A lexicon of `(key, entry)` and `(key, kinds)`.
    pub fn new(words: &[(u32, Entry)], phrases: &[(u32, u8)]) -> Self {
        Self { words: Table::new(words, Self::BITS), phrases: Table::new(phrases, Self::BITS) }
    }

    /// What is known of a word, by the full key of its folded form.
    pub fn word(&self, full: u64) -> Entry {
        self.words.get(Self::key(full)).copied().unwrap_or_default()
    }

    /// The kinds of a phrase, by its full key; 0 if it is not listed.
    pub fn phrase(&self, full: u64) -> u8 {
        self.phrases.get(Self::key(full)).copied().unwrap_or_default()
    }

    /// The key of a phrase one word longer.
    pub fn extend(phrase: u64, word: u64) -> u64 {
        hash::mix(phrase, word)
    }
}
