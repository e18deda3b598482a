//! Looking a word up in a sorted list, in any case.

/// The longest word that is looked up, in bytes.
const LONGEST: usize = 16;

/// True if the word, in small letters, is in the sorted list.
pub(super) fn has(list: &[&str], word: &str) -> bool {
    let mut lower = [0u8; LONGEST];
    let Some(lower) = lower.get_mut(..word.len()) else { return false };
    lower.iter_mut().zip(word.bytes()).for_each(|(to, from)| *to = from.to_ascii_lowercase());
    list.binary_search_by(|item| item.as_bytes().cmp(lower)).is_ok()
}
