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
            let mut last = [0; 8];
            last[..rest.len()].copy_from_slice(rest);
            self.add(u64::from_le_bytes(last) ^ (rest.len() as u64) << 56);
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
#[derive(Clone, Copy)]
struct Sieve([u32; 8]);

impl Sieve {
    const fn with(mut self, word: &[u8]) -> Self {
        let (lengths, letter) = Self::bit(word);
        self.0[lengths] |= 1 << letter;
        self
    }

    #[inline]
    const fn passes(&self, word: &[u8]) -> bool {
        let (lengths, letter) = Self::bit(word);
        self.0[lengths] >> letter & 1 != 0
    }

    #[inline]
    const fn bit(word: &[u8]) -> (usize, u32) {
        let first = if word.is_empty() { 0 } else { word[0] };
        (word.len() % 8, (first & 31) as u32)
    }
}

/// A list of ASCII words in small letters, asked in any case: an open-addressing table made by the compiler.
pub(crate) struct Words<const SLOTS: usize> {
    list: &'static [&'static str],
    /// Number of a word in the list, plus one; 0 for none.
    slots: [u16; SLOTS],
    sieve: Sieve,
}

impl<const SLOTS: usize> Words<SLOTS> {
    /// A table of a list; of words that stand in it twice, the first counts.
    pub(crate) const fn new(list: &'static [&'static str]) -> Self {
        assert!(SLOTS.is_power_of_two() && SLOTS >= list.len() * 2);
        let (mut slots, mut sieve) = ([0; SLOTS], Sieve([0; 8]));
        let mut number = 0;
        while number < list.len() {
            let word = list[number].as_bytes();
            let mut at = place(word) & (SLOTS - 1);
            while slots[at] != 0 {
                at = (at + 1) & (SLOTS - 1);
            }
            slots[at] = number as u16 + 1;
            sieve = sieve.with(word);
            number += 1;
        }
        Self { list, slots, sieve }
    }

    /// Where in the list a word stands.
    #[inline]
    pub(crate) fn position(&self, word: &str) -> Option<usize> {
        if self.sieve.passes(word.as_bytes()) { position(self.list, &self.slots, word) } else { None }
    }

    /// Whether a word is in the list.
    #[inline]
    pub(crate) fn contains(&self, word: &str) -> bool {
        self.position(word).is_some()
    }
}

/// Words in one string, with blanks between, asked as they are spelt: a table of where each stands, made by the compiler.
pub(crate) struct Listed<const SLOTS: usize> {
    text: &'static str,
    /// Where a word begins and how long it is; no length where there is none.
    slots: [(u16, u8); SLOTS],
    sieve: Sieve,
}

impl<const SLOTS: usize> Listed<SLOTS> {
    /// A table of the words of a text.
    pub(crate) const fn new(text: &'static str) -> Self {
        assert!(SLOTS.is_power_of_two() && SLOTS > words_in(text) && text.len() <= u16::MAX as usize);
        let (mut slots, mut sieve, mut start) = ([(0, 0); SLOTS], Sieve([0; 8]), 0);
        while start < text.len() {
            let (word, _) = text.as_bytes().split_at(start).1.split_at(word_length(text, start));
            let mut at = place(word) & (SLOTS - 1);
            while slots[at].1 != 0 {
                at = (at + 1) & (SLOTS - 1);
            }
            slots[at] = (start as u16, word.len() as u8);
            sieve = sieve.with(word);
            start += word.len() + 1;
        }
        Self { text, slots, sieve }
    }

    /// The word of the list that is spelt like this one.
    #[inline]
    pub(crate) fn get(&self, word: &str) -> Option<&'static str> {
        self.find(word, false)
    }

    /// The word of the list that is this one but for capitals.
    #[inline]
    pub(crate) fn in_any_case(&self, word: &str) -> Option<&'static str> {
        self.find(word, true)
    }

    #[inline]
    fn find(&self, word: &str, in_any_case: bool) -> Option<&'static str> {
        let may = self.sieve.passes(word.as_bytes());
        if may { spelt(self.text, &self.slots, word, in_any_case) } else { None }
    }

    /// Whether a word is in the list.
    #[inline]
    pub(crate) fn contains(&self, word: &str) -> bool {
        self.get(word).is_some()
    }
}

/// How many words a text has, with one blank between each and the next.
pub(crate) const fn words_in(text: &str) -> usize {
    let (mut count, mut start) = (0, 0);
    while start < text.len() {
        start += word_length(text, start) + 1;
        count += 1;
    }
    count
}

const fn word_length(text: &str, start: usize) -> usize {
    let mut end = start;
    while end < text.len() && text.as_bytes()[end] != b' ' {
        end += 1;
    }
    assert!(end > start && end - start < 256);
    end - start
}

/// One function for lists of all lengths.
fn spelt(text: &'static str, slots: &[(u16, u8)], word: &str, in_any_case: bool) -> Option<&'static str> {
    let mut at = place(word.as_bytes()) & (slots.len() - 1);
    loop {
        let (start, length) = (usize::from(slots[at].0), usize::from(slots[at].1));
        if length == 0 {
            return None;
        }
        let found = &text[start..start + length];
        if found == word || in_any_case && found.eq_ignore_ascii_case(word) {
            return Some(found);
        }
        at = (at + 1) & (slots.len() - 1);
    }
}

/// A [`Listed`] by name.
macro_rules! listed {
    ($(#[$doc:meta])* $name:ident = $text:literal) => {
        $(#[$doc])*
        static $name: $crate::maps::Listed<{ $crate::maps::slots($crate::maps::words_in($text)) }> =
            $crate::maps::Listed::new($text);
    };
}
pub(crate) use listed;

/// A [`Words`] by name.
macro_rules! words {
    ($(#[$doc:meta])* $seen:vis $name:ident = [$($word:literal),* $(,)?]) => {
        $(#[$doc])*
        $seen static $name: $crate::maps::Words<{ $crate::maps::slots(<[&str]>::len(&[$($word),*])) }> =
            $crate::maps::Words::new(&[$($word),*]);
    };
}
pub(crate) use words;

/// How many slots a list of so many words needs.
pub(crate) const fn slots(words: usize) -> usize {
    (words * 2 + 2).next_power_of_two()
}

/// One function for tables of all sizes.
fn position(list: &[&str], slots: &[u16], word: &str) -> Option<usize> {
    let mut at = place(word.as_bytes()) & (slots.len() - 1);
    loop {
        let number = usize::from(slots[at]).checked_sub(1)?;
        if list[number].eq_ignore_ascii_case(word) {
            return Some(number);
        }
        at = (at + 1) & (slots.len() - 1);
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
    use super::{HashSet, Words};

    #[test]
    fn words_are_found_in_any_case_and_no_others() {
        const LIST: &[&str] = &["say", "the", "don't", "say", "he"];
        static TABLE: Words<16> = Words::new(LIST);
        for (word, found) in
            [("say", Some(0)), ("SAY", Some(0)), ("The", Some(1)), ("Don't", Some(2)), ("he", Some(4))]
        {
            assert_eq!(TABLE.position(word), found, "{word}");
        }
        for word in ["", "s", "says", "don\u{7}t", "th\u{45}e", "überaus", "DON’T", "h e"] {
            assert!(!TABLE.contains(word), "{word}");
        }
    }

    #[test]
    fn listed_words_are_found_as_they_are_spelt() {
        listed!(LIST = "say the ’s don't");
        for word in ["say", "the", "’s", "don't"] {
            assert_eq!(LIST.get(word), Some(word));
        }
        for word in ["", " ", "Say", "says", "say the", "don’t", "s"] {
            assert!(!LIST.contains(word), "{word}");
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
