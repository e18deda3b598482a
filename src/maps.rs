//! Hash maps for keys of our own making, and sets of words known when the program is built.

use std::hash::{BuildHasherDefault, Hasher};

/// A map with the [`Quick`] hasher.
pub(crate) type HashMap<K, V> = std::collections::HashMap<K, V, BuildHasherDefault<Quick>>;
/// A set with the [`Quick`] hasher.
pub(crate) type HashSet<K> = std::collections::HashSet<K, BuildHasherDefault<Quick>>;

/// Multiply and rotate, eight bytes at a time (the hash of Firefox and rustc), mixed once more at the end. The keys are
/// words and small numbers: the standard library's SipHash costs more than the look-up.
#[derive(Debug, Default, Clone)]
pub(crate) struct Quick(u64);

const K: u64 = 0xF135_7AEA_2E62_A9C5;

impl Quick {
    #[inline]
    fn add(&mut self, value: u64) {
        self.0 = (self.0.rotate_left(5) ^ value).wrapping_mul(K);
    }
}

impl Hasher for Quick {
    #[inline]
    fn write(&mut self, bytes: &[u8]) {
        let (eights, rest) = bytes.as_chunks::<8>();
        for &eight in eights {
            self.add(u64::from_le_bytes(eight));
        }
        if !rest.is_empty() {
            let last = rest.iter().rev().fold(0, |last, &byte| last << 8 | u64::from(byte));
            self.add(last ^ (rest.len() as u64) << 56);
        }
    }

    #[inline]
    fn write_u8(&mut self, value: u8) {
        self.add(value.into());
    }

    #[inline]
    fn write_u32(&mut self, value: u32) {
        self.add(value.into());
    }

    #[inline]
    fn write_u64(&mut self, value: u64) {
        self.add(value);
    }

    #[inline]
    fn write_usize(&mut self, value: usize) {
        self.add(value as u64);
    }

    #[inline]
    fn finish(&self) -> u64 {
        self.0 ^ self.0 >> 32
    }
}

/// What words of a list begin with and how long they are, a bit for each: most words are of no list, which this tells at once.
#[derive(Default, Clone, Copy)]
pub(crate) struct Sieve([u32; 8]);

impl Sieve {
    pub(crate) const fn with(mut self, word: &[u8]) -> Self {
        let (lengths, letter) = Self::bit(word);
        self.0[lengths] |= 1 << letter;
        self
    }

    #[inline]
    pub(crate) const fn passes(&self, word: &[u8]) -> bool {
        let (lengths, letter) = Self::bit(word);
        self.0[lengths] >> letter & 1 != 0
    }

    #[inline]
    const fn bit(word: &[u8]) -> (usize, u32) {
        let first = if word.is_empty() { 0 } else { word[0] };
        (word.len() % 8, (first & 31) as u32)
    }
}

/// A list of words in small letters, in one string: an open-addressing table made by the compiler. Made by [`words`].
pub(crate) struct Words {
    text: &'static str,
    /// What stands behind each word.
    end: u8,
    /// Where a word begins, plus one; 0 for none.
    slots: &'static [u16],
    sieve: Sieve,
}

impl Words {
    pub(crate) const fn new(text: &'static str, end: u8, slots: &'static [u16]) -> Self {
        let (mut sieve, mut start) = (Sieve([0; 8]), 0);
        while start < text.len() {
            sieve = sieve.with(word_at(text, end, start));
            start += word_at(text, end, start).len() + 1;
        }
        Self { text, end, slots, sieve }
    }

    /// Where in the list a word stands, in any case of ASCII letters.
    pub(crate) fn position(&self, word: &str) -> Option<usize> {
        let before = &self.text.as_bytes()[..self.find(word)?];
        Some(before.iter().filter(|b| **b == self.end).count())
    }

    /// The word of the list that this one is, in any case of ASCII letters.
    pub(crate) fn listed(&self, word: &str) -> Option<&'static str> {
        let start = self.find(word)?;
        Some(&self.text[start..start + word.len()])
    }

    /// Whether a word is in the list, in any case of ASCII letters.
    #[inline]
    pub(crate) fn contains(&self, word: &str) -> bool {
        self.find(word).is_some()
    }

    /// The word of the list that is spelt like this one.
    pub(crate) fn get(&self, word: &str) -> Option<&'static str> {
        self.listed(word).filter(|found| *found == word)
    }

    #[inline]
    fn find(&self, word: &str) -> Option<usize> {
        if self.sieve.passes(word.as_bytes()) { self.look_up(word.as_bytes()) } else { None }
    }

    fn look_up(&self, word: &[u8]) -> Option<usize> {
        let text = self.text.as_bytes();
        let mut at = place(word) & (self.slots.len() - 1);
        loop {
            let start = usize::from(self.slots[at]).checked_sub(1)?;
            let ends = text.get(start + word.len()).is_none_or(|b| *b == self.end);
            if ends && text.get(start..start + word.len()).is_some_and(|w| w.eq_ignore_ascii_case(word)) {
                return Some(start);
            }
            at = (at + 1) & (self.slots.len() - 1);
        }
    }
}

/// [`Words`] by name, of a text with blanks between words, or of a list.
macro_rules! words {
    ($(#[$doc:meta])* $seen:vis $name:ident = $text:literal) => {
        $(#[$doc])*
        $seen static $name: $crate::maps::Words = {
            const SLOTS: &[u16] = &$crate::maps::placed::<{ $crate::maps::slots($text, b' ') }>($text, b' ');
            $crate::maps::Words::new($text, b' ', SLOTS)
        };
    };
    ($(#[$doc:meta])* $seen:vis $name:ident = $list:expr) => {
        $(#[$doc])*
        $seen static $name: $crate::maps::Words = {
            const LIST: &[&str] = &$list;
            const BYTES: &[u8] = &$crate::maps::joined::<{ $crate::maps::length(LIST) }>(LIST);
            const TEXT: &str = $crate::maps::text(BYTES);
            const SLOTS: &[u16] = &$crate::maps::placed::<{ $crate::maps::slots(TEXT, b'|') }>(TEXT, b'|');
            $crate::maps::Words::new(TEXT, b'|', SLOTS)
        };
    };
}
pub(crate) use words;

/// How many slots a list needs.
pub(crate) const fn slots(text: &str, end: u8) -> usize {
    let (mut count, mut start) = (0, 0);
    while start < text.len() {
        start += word_at(text, end, start).len() + 1;
        count += 1;
    }
    (count * 2 + 2_usize).next_power_of_two()
}

/// The slots of a list; of words that stand in it twice, the first counts.
pub(crate) const fn placed<const SLOTS: usize>(text: &str, end: u8) -> [u16; SLOTS] {
    assert!(SLOTS.is_power_of_two() && text.len() < u16::MAX as usize);
    let (mut slots, mut start) = ([0; SLOTS], 0);
    while start < text.len() {
        let word = word_at(text, end, start);
        let mut at = place(word) & (SLOTS - 1);
        while slots[at] != 0 {
            at = (at + 1) & (SLOTS - 1);
        }
        slots[at] = start as u16 + 1;
        start += word.len() + 1;
    }
    slots
}

const fn word_at(text: &str, end: u8, start: usize) -> &[u8] {
    let (_, rest) = text.as_bytes().split_at(start);
    let mut length = 0;
    while length < rest.len() && rest[length] != end {
        length += 1;
    }
    assert!(length > 0);
    rest.split_at(length).0
}

/// How long a list is as one string.
pub(crate) const fn length(list: &[&str]) -> usize {
    let (mut length, mut at) = (0, 0);
    while at < list.len() {
        length += list[at].len() + 1;
        at += 1;
    }
    length
}

/// A list as one string, with a mark behind each word.
pub(crate) const fn joined<const LENGTH: usize>(list: &[&str]) -> [u8; LENGTH] {
    let (mut bytes, mut length, mut number) = ([b'|'; LENGTH], 0, 0);
    while number < list.len() {
        let (word, mut at) = (list[number].as_bytes(), 0);
        while at < word.len() {
            bytes[length + at] = word[at];
            at += 1;
        }
        length += word.len() + 1;
        number += 1;
    }
    bytes
}

pub(crate) const fn text(bytes: &[u8]) -> &str {
    match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(_) => panic!("words are text"),
    }
}

/// The same for capitals and small letters: FNV-1a over bytes without the bit that tells them apart.
const fn place(word: &[u8]) -> usize {
    let (mut hash, mut at) = (0x811C_9DC5_u32, 0);
    while at < word.len() {
        hash = (hash ^ (word[at] | 0x20) as u32).wrapping_mul(0x0100_0193);
        at += 1;
    }
    (hash ^ hash >> 15) as usize
}

#[cfg(test)]
mod tests {
    use super::HashSet;

    #[test]
    fn words_are_found_in_any_case_and_no_others() {
        words!(LIST = ["say", "the", "don't", "say", "high court", "he"]);
        for (word, found) in [
            ("say", Some(0)),
            ("SAY", Some(0)),
            ("The", Some(1)),
            ("Don't", Some(2)),
            ("high court", Some(4)),
            ("he", Some(5)),
        ] {
            assert_eq!(LIST.position(word), found, "{word}");
        }
        for word in [
            "",
            "s",
            "says",
            "don\u{7}t",
            "th\u{45}e",
            "überaus",
            "DON’T",
            "h e",
            "high",
            "court",
            "the|don't",
        ] {
            assert!(!LIST.contains(word), "{word}");
        }
    }

    #[test]
    fn words_of_a_text_are_found_as_they_are_spelt() {
        words!(LIST = "say the ’s don't");
        for word in ["say", "the", "’s", "don't"] {
            assert_eq!(LIST.get(word), Some(word));
        }
        for word in ["", " ", "Say", "says", "say the", "don’t", "s"] {
            assert_eq!(LIST.get(word), None, "{word}");
        }
    }

    #[test]
    fn keys_that_look_alike_differ() {
        let mut set = HashSet::default();
        let keys = ["", "a", "aa", "a\0", "aaaaaaaa", "aaaaaaaa\0", "aaaaaaaaa", "\0", "\0\0"];
        assert!(keys.iter().all(|key| set.insert(*key)));
        assert!(keys.iter().all(|key| set.contains(key)) && !set.contains("\0\0\0"));
    }
}
