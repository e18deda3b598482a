//! One distinct spelling of a document, and all that depends on the spelling alone.

use super::hash::{self, keys};
use super::lexicon::Entry;

/// How a word is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Case {
    /// "word"
    Lower,
    /// "Word"
    Title,
    /// "WORD", two letters or more
    Upper,
    /// "McLean", "iPhone"
    Mixed,
    /// "W"
    Initial,
    /// Digits first.
    Digit,
    /// A mark.
    Mark,
}

impl Case {
    /// Begins with a capital, or has one.
    pub fn capital(self) -> bool {
        matches!(self, Case::Title | Case::Upper | Case::Mixed | Case::Initial)
    }
}

/// One distinct spelling in the document, with all that depends on the spelling alone.
#[derive(Debug, Clone)]
pub struct Word {
    /// Key of the spelling.
    pub cased: u64,
    /// Key of the folded form.
    pub folded: u64,
    /// The same without the point of an abbreviation: "Mr." is "mr".
    pub bare: u64,
    /// Number of the folded form in this document.
    pub id: u32,
    /// How it is written.
    pub case: Case,
    /// First letter in capitals if it is ASCII, else 0.
    pub initial: u8,
    /// Key of the shape: "Xx", "XX", "X.X."
    pub shape: u64,
    /// Keys of the first two, three, four letters (folded), 0 where the word is shorter.
    pub prefix: [u64; 3],
    /// Keys of the last one to four letters (folded), 0 where the word is shorter.
    pub suffix: [u64; 4],
    /// What the lists know.
    pub entry: Entry,
    /// One of the small words that stand inside names.
    pub links: bool,
    /// One of those that names begin with ("al Qaeda", "de Gaulle").
    pub opens: bool,
}

/// Small words that stand inside a name.
const LINKS: [u64; 34] = keys![
    "de" "del" "della" "di" "da" "dos" "das" "du" "des" "la" "le" "las" "los" "van" "von" "der" "den" "ter"
    "ten" "bin" "ibn" "bint" "al" "el" "ul" "ur" "ud" "zu" "af" "do" "e" "y" "&" "of"
];

/// Those of them that stand before a name of one word as well.
const OPENING: usize = 29;

impl Word {
    /// A spelling with its keys, its folded form with its keys, and what the lists know.
    pub(super) fn new(text: &str, cased: u64, folded_text: &str, folded: u64, id: u32, entry: Entry) -> Self {
        let (prefix, suffix) = ends(folded_text);
        let initial =
            text.bytes().next().filter(u8::is_ascii_alphabetic).map_or(0, |b| b.to_ascii_uppercase());
        let bare = folded_text.strip_suffix('.').map_or(folded, hash::text);
        let link = if text.len() <= 5 { LINKS.iter().position(|&link| link == cased) } else { None };
        Self {
            cased,
            folded,
            bare,
            id,
            case: case(text),
            initial,
            shape: shape(text),
            prefix,
            suffix,
            entry,
            links: link.is_some(),
            opens: link.is_some_and(|link| link < OPENING),
        }
    }
}

/// Keys of the first two, three, four letters and of the last one to four.
fn ends(text: &str) -> ([u64; 3], [u64; 4]) {
    let (mut prefix, mut suffix) = ([0; 3], [0; 4]);
    if text.is_ascii() {
        let (mut first, mut last) = (0, 0);
        for (n, byte) in text.bytes().take(4).enumerate() {
            first |= u64::from(byte) << (8 * n);
            if n > 0 {
                prefix[n - 1] = hash::few(first, n + 1);
            }
        }
        for (n, byte) in text.bytes().rev().take(4).enumerate() {
            last = last << 8 | u64::from(byte);
            suffix[n] = hash::few(last, n + 1);
        }
        return (prefix, suffix);
    }
    for (n, (at, c)) in text.char_indices().take(4).enumerate().skip(1) {
        prefix[n - 1] = hash::text(&text[..at + c.len_utf8()]);
    }
    for (n, (at, _)) in text.char_indices().rev().take(4).enumerate() {
        suffix[n] = hash::text(&text[at..]);
    }
    (prefix, suffix)
}

fn case(text: &str) -> Case {
    let mut chars = text.chars();
    let Some(first) = chars.next() else { return Case::Mark };
    if first.is_numeric() {
        return Case::Digit;
    }
    if !first.is_alphabetic() {
        return Case::Mark;
    }
    let (mut upper, mut lower) = (0, 0);
    for c in chars {
        upper += usize::from(c.is_uppercase());
        lower += usize::from(c.is_lowercase());
    }
    match (first.is_uppercase(), upper, lower) {
        (false, 0, _) => Case::Lower,
        (true, 0, 0) => Case::Initial,
        (true, _, 0) => Case::Upper,
        (true, 0, _) => Case::Title,
        _ => Case::Mixed,
    }
}

/// Runs of one sort of character count once: "McDonald's" is XxXx'x.
fn shape(text: &str) -> u64 {
    let (mut key, mut last, mut repeat) = (0, '\0', 0);
    for c in text.chars() {
        let sort = if c.is_uppercase() {
            'X'
        } else if c.is_alphabetic() {
            'x'
        } else if c.is_numeric() {
            '0'
        } else {
            c
        };
        repeat = if sort == last { repeat + 1 } else { 0 };
        // A second capital or digit tells (one letter or an acronym), a third does not.
        if repeat < 2 - usize::from(sort == 'x') {
            key = hash::mix(key, sort as u64);
        }
        last = sort;
    }
    key
}
