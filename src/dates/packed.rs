//! Tables with words, packed when the program is built: strings side by side, what goes with them in a list of its own.

/// How long the strings of a table are together, with so many bytes behind each.
pub(super) const fn joined<T>(table: &[(&str, T)], behind: usize) -> usize {
    let (mut length, mut n) = (0, 0);
    while n < table.len() {
        length += table[n].0.len() + behind;
        n += 1;
    }
    length
}

/// The strings of a table, one behind the other, with so many "|" behind each.
pub(super) const fn join<T, const LENGTH: usize>(table: &[(&str, T)], behind: usize) -> [u8; LENGTH] {
    let mut letters = [b'|'; LENGTH];
    let (mut n, mut at) = (0, 0);
    while n < table.len() {
        let word = table[n].0.as_bytes();
        let mut k = 0;
        while k < word.len() {
            letters[at] = word[k];
            (k, at) = (k + 1, at + 1);
        }
        (n, at) = (n + 1, at + behind);
    }
    letters
}

/// What goes with the strings of a table.
pub(super) const fn seconds<T: Copy, const COUNT: usize>(table: &[(&str, T)]) -> [T; COUNT] {
    let mut seconds = [table[0].1; COUNT];
    let mut n = 0;
    while n < COUNT {
        seconds[n] = table[n].1;
        n += 1;
    }
    seconds
}

/// Patterns of [`Atoms::like`](super::atoms::Atoms::like), parted by "|", and what goes with each. Made by [`patterns`].
pub(super) struct Patterns<T: 'static> {
    pub text: &'static [u8],
    /// The letters that may open one of them, a bit for each: most words open none.
    pub openings: u32,
    pub values: &'static [T],
}

/// A bit for each letter that may open a pattern; all of them where other than a letter may, or what may be left out.
pub(super) const fn openings(patterns: &[u8]) -> u32 {
    let (mut openings, mut at, mut opens, mut begins) = (0, 0, true, true);
    while at < patterns.len() {
        let b = patterns[at];
        if opens && (b == b'?' || begins && !b.is_ascii_alphabetic()) {
            return u32::MAX;
        } else if opens && begins {
            openings |= 1 << (b & 31);
        }
        opens = b == b'|' || opens && b != b' ';
        begins = matches!(b, b'|' | b'/');
        at += 1;
    }
    openings
}

/// A table of patterns.
macro_rules! patterns {
    ($(#[$doc:meta])* $name:ident: $type:ty = $table:expr) => {
        $(#[$doc])*
        static $name: $crate::dates::packed::Patterns<$type> = {
            use $crate::dates::packed::{Patterns, join, joined, openings, seconds};
            const TABLE: &[(&str, $type)] = &$table;
            static TEXT: [u8; joined(TABLE, 1)] = join(TABLE, 1);
            static VALUES: [$type; TABLE.len()] = seconds(TABLE);
            Patterns { text: &TEXT, openings: openings(&TEXT), values: &VALUES }
        };
    };
}
pub(super) use patterns;
