//! Tables with words, packed when the program is built: strings side by side, what goes with them in a list of its own.

/// How long the strings of a table are together.
pub(super) const fn joined<T>(table: &[(&str, T)]) -> usize {
    let (mut length, mut n) = (0, 0);
    while n < table.len() {
        length += table[n].0.len();
        n += 1;
    }
    length
}

/// The strings of a table, one behind the other.
pub(super) const fn join<T, const LENGTH: usize>(table: &[(&str, T)]) -> [u8; LENGTH] {
    let mut letters = [0; LENGTH];
    let (mut n, mut at) = (0, 0);
    while n < table.len() {
        let word = table[n].0.as_bytes();
        let mut k = 0;
        while k < word.len() {
            letters[at] = word[k];
            (k, at) = (k + 1, at + 1);
        }
        n += 1;
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
