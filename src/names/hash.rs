//! The 64-bit mix behind every feature and every word key. It is part of the model format: a change here is a
//! new feature version.

const K: u64 = 0x9E37_79B9_7F4A_7C15;

/// Mixes `value` into `seed`.
#[inline]
pub const fn mix(seed: u64, value: u64) -> u64 {
    let x = (seed.rotate_left(23) ^ value).wrapping_mul(K);
    x ^ (x >> 29)
}

/// The key of some bytes, eight at most, given as the number they are from the last to the first.
#[inline]
pub(super) const fn few(bytes: u64, count: usize) -> u64 {
    let key = mix(K ^ count as u64, bytes);
    mix(key, key)
}

/// The key of a string, eight bytes at a time.
#[inline]
pub const fn bytes(bytes: &[u8]) -> u64 {
    let mut key = K ^ bytes.len() as u64;
    let mut at = 0;
    while at + 8 <= bytes.len() {
        let b = bytes;
        let eight = [b[at], b[at + 1], b[at + 2], b[at + 3], b[at + 4], b[at + 5], b[at + 6], b[at + 7]];
        key = mix(key, u64::from_le_bytes(eight));
        at += 8;
    }
    if at < bytes.len() {
        let (mut rest, mut shift) = (0, 0);
        while at < bytes.len() {
            rest |= (bytes[at] as u64) << shift;
            shift += 8;
            at += 1;
        }
        key = mix(key, rest);
    }
    mix(key, key)
}

/// The key of a string.
#[inline]
pub const fn text(text: &str) -> u64 {
    bytes(text.as_bytes())
}

/// The keys of some words, worked out when the project is built.
macro_rules! keys {
    ($($word:literal)*) => { [$($crate::names::hash::text($word)),*] };
}
pub(super) use keys;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_part_of_the_format() {
        // Every model holds keys of this mix: a change shows here first.
        assert_eq!(text("Reykjavik"), KEY);
        assert_eq!(text("vik"), few(u64::from_le_bytes(*b"vik\0\0\0\0\0"), 3));
        assert_ne!(text("a"), text("a\0"));
        assert_ne!(mix(1, 2), mix(2, 1));
    }

    const KEY: u64 = 10_725_919_110_336_165_435;
}
