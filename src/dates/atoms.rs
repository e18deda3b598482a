use std::cell::Cell;
use std::num::{NonZeroU32, NonZeroUsize};
use std::ops::Range;

use super::meaning::{Kept, Meaning, Vague};
use super::packed::Patterns;
use super::read::Read;
use super::words::{self, EM_DASH, EN_DASH, Word};
use crate::maps::Words;
use crate::text::Document;

/// A run of letters, a run of digits, or one mark: the grain of time expressions, which part words
/// ("six-year-old", "1939–45", "8:44PM") that are one token to the other stages.
#[derive(Debug, Clone, Copy)]
pub(super) struct Atom {
    /// First byte.
    pub start: u32,
    /// One past the last.
    pub end: u32,
    /// What it can do.
    pub word: Word,
    /// No blank stands before it.
    pub glued: bool,
    /// It begins with a capital letter.
    pub capital: bool,
}

/// A text cut into atoms; a [`Word::Break`] stands after each block.
pub(super) struct Atoms<'t> {
    text: &'t str,
    list: Vec<Atom>,
    /// Whether dates in digits put the day before the month here; `None` if no date tells.
    pub day_first: Option<bool>,
    /// The decades of the years from 1000 to 1899 that stand where only a year can: numbers near them are years, too.
    old_years: [bool; 100],
    /// The meanings that others hang on.
    kept: Cell<Vec<Meaning>>,
}

static BREAK: Atom = Atom { start: 0, end: 0, word: Word::Break, glued: false, capital: false };

impl<'t> Atoms<'t> {
    /// Cuts the blocks of a document.
    pub fn new(document: &Document<'t>) -> Self {
        let mut list = Vec::with_capacity(document.text.len() / 4);
        for block in &document.blocks {
            cut(document.text, block.span.start as usize, block.span.end as usize, &mut list);
            list.push(Atom { start: block.span.end, end: block.span.end, ..BREAK });
        }
        Self::from(document.text, list)
    }

    /// Cuts one stretch of text.
    pub fn of(text: &'t str) -> Self {
        let mut list = Vec::new();
        cut(text, 0, text.len(), &mut list);
        Self::from(text, list)
    }

    fn from(text: &'t str, list: Vec<Atom>) -> Self {
        let mut atoms = Self { text, list, day_first: None, old_years: [false; 100], kept: Cell::default() };
        atoms.day_first = super::find::day_first(&atoms);
        for i in 2..atoms.len() {
            if let Word::Digits(year @ 1000..=1899, 4) = atoms.word(i)
                && atoms.is_dated(i)
            {
                atoms.old_years[(usize::from(year) / 10) % 100] = true;
            }
        }
        atoms
    }

    /// Whether the number at `i` stands where only a year can: "May 1862", "May 5, 1862", "in 1862."
    fn is_dated(&self, i: usize) -> bool {
        let month = |i: usize| matches!(self.word(i), Word::Month(..));
        month(i - 1)
            || self.mark(i - 1, b',') && i > 2 && month(i - 3)
            || self.is(i - 1, "in")
                && matches!(self.word(i + 1), Word::Mark(b',' | b'.' | b';'))
                && !self.glued(i + 2)
    }

    /// Whether the text has a year of the same time: at most three decades off.
    pub fn has_years_near(&self, n: u16) -> bool {
        (1000..1900).contains(&n) && {
            let decade = (n as usize / 10) % 100;
            self.old_years[decade.saturating_sub(3)..(decade + 4).min(100)].contains(&true)
        }
    }

    /// Keeps a meaning that another hangs on.
    #[inline(never)]
    pub fn keep(&self, meaning: Meaning) -> Kept {
        let mut kept = self.kept.take();
        let number = NonZeroU32::MIN.saturating_add(kept.len() as u32);
        kept.push(meaning);
        self.kept.set(kept);
        Kept(number)
    }

    /// A meaning that was kept.
    #[inline(never)]
    pub fn kept(&self, Kept(number): Kept) -> Meaning {
        let kept = self.kept.take();
        let meaning = kept.get(number.get() as usize - 1).copied();
        self.kept.set(kept);
        meaning.unwrap_or(Meaning::Vague(Vague::Present))
    }

    pub fn len(&self) -> usize {
        self.list.len()
    }

    #[inline]
    pub fn get(&self, i: usize) -> &Atom {
        self.list.get(i).unwrap_or(&BREAK)
    }

    #[inline(never)]
    pub fn word(&self, i: usize) -> Word {
        self.get(i).word
    }

    /// Whether the atom is of just this class.
    #[inline(never)]
    pub fn has(&self, i: usize, word: Word) -> bool {
        self.get(i).word == word
    }

    /// The number that digits write, whatever its size.
    pub fn number(&self, i: usize) -> u32 {
        number(self.letters(i))
    }

    /// The letters themselves.
    #[inline(never)]
    pub fn text(&self, i: usize) -> &'t str {
        let atom = self.get(i);
        self.text.get(atom.start as usize..atom.end as usize).unwrap_or("")
    }

    #[inline]
    fn letters(&self, i: usize) -> &'t [u8] {
        let atom = self.get(i);
        self.text.as_bytes().get(atom.start as usize..atom.end as usize).unwrap_or(&[])
    }

    /// Whether the atom is this word, whatever its case.
    #[inline]
    pub fn is(&self, i: usize, word: &str) -> bool {
        self.any(i, word)
    }

    /// Where the words of a pattern end, if they stand here: `"the near/short - term"`. "/" parts those of which one will do,
    /// "?" stands after what may be left out, "-" is a hyphen, "'" an apostrophe, "." and ":" are themselves.
    pub fn like(&self, i: usize, pattern: &str) -> Option<usize> {
        self.stands(i, pattern.as_bytes()).map(NonZeroUsize::get)
    }

    #[inline(never)]
    fn stands(&self, i: usize, pattern: &[u8]) -> Option<NonZeroUsize> {
        let mut at = i;
        for item in pattern.split(|b| *b == b' ') {
            let words = item.strip_suffix(b"?");
            let here = match words.unwrap_or(item) {
                b"-" => self.hyphen(at),
                b"'" => self.apostrophe(at),
                [mark @ (b'.' | b':')] => self.mark(at, *mark),
                words => one_of(self.letters(at), words, b'/'),
            };
            if here {
                at += 1;
            } else if words.is_none() {
                return None;
            }
        }
        NonZeroUsize::new(at)
    }

    /// The first of some patterns that stands here: where it ends, and what goes with it.
    pub fn first_like<T: Copy>(&self, i: usize, patterns: &Patterns<T>) -> Option<(usize, T)> {
        let (n, end) = self.first_of(i, patterns.text, patterns.openings)?.parts();
        Some((end, *patterns.values.get(usize::from(n))?))
    }

    /// One function for patterns with whatever goes with them.
    #[inline(never)]
    fn first_of(&self, i: usize, patterns: &[u8], openings: u32) -> Option<Read<u16>> {
        if openings >> (self.letters(i).first()? & 31) & 1 == 0 {
            return None;
        }
        let mut each = patterns.split(|b| *b == b'|').zip(0..);
        each.find_map(|(pattern, n)| Read::to(self.stands(i, pattern)?.get(), n))
    }

    /// Whether the atom is one of these words, which blanks part: `"in on at"`. (One string is a third of a list of them.)
    #[inline(never)]
    pub fn any(&self, i: usize, words: &str) -> bool {
        one_of(self.letters(i), words.as_bytes(), b' ')
    }

    /// Whether one of these words stands before the atom.
    #[inline(never)]
    pub fn led(&self, i: usize, words: &str) -> bool {
        i > 0 && self.any(i - 1, words)
    }

    /// Whether one of these words stands here.
    #[inline(never)]
    pub fn amid(&self, mut range: Range<usize>, words: &str) -> bool {
        range.any(|i| self.any(i, words))
    }

    /// The index past one of these words, or the same index.
    #[inline(never)]
    pub fn past(&self, i: usize, words: &str) -> usize {
        i + usize::from(self.any(i, words))
    }

    /// The index past "the", or the same index.
    #[inline(never)]
    pub fn article(&self, i: usize) -> usize {
        i + usize::from(self.has(i, Word::The))
    }

    /// The index past a hyphen, or the same index.
    #[inline(never)]
    pub fn unhyphened(&self, i: usize) -> usize {
        i + usize::from(self.hyphen(i))
    }

    /// Whether the atom begins with a capital letter.
    #[inline(never)]
    pub fn capital(&self, i: usize) -> bool {
        self.get(i).capital
    }

    /// Whether the atom is one of many words.
    #[inline(never)]
    pub fn among(&self, i: usize, words: &Words) -> bool {
        words.contains(self.text(i))
    }

    /// Whether the atom is a number in digits.
    #[inline(never)]
    pub fn digits(&self, i: usize) -> bool {
        matches!(self.word(i), Word::Digits(..))
    }

    /// Whether the atom has no small letters.
    #[inline(never)]
    pub fn capitals(&self, i: usize) -> bool {
        self.letters(i).iter().all(u8::is_ascii_uppercase)
    }

    #[inline(never)]
    pub fn mark(&self, i: usize, mark: u8) -> bool {
        self.word(i) == Word::Mark(mark)
    }

    /// Whether the atom is glued to the one before it.
    #[inline(never)]
    pub fn glued(&self, i: usize) -> bool {
        self.get(i).glued
    }

    /// A mark between two atoms without blanks.
    #[inline(never)]
    pub fn inside(&self, i: usize, mark: u8) -> bool {
        self.mark(i, mark) && self.glued(i) && self.glued(i + 1)
    }

    /// A hyphen or dash of any length.
    #[inline(never)]
    pub fn dash(&self, i: usize) -> bool {
        matches!(self.word(i), Word::Mark(b'-' | EN_DASH | EM_DASH))
    }

    /// A hyphen between two atoms without blanks.
    #[inline(never)]
    pub fn hyphen(&self, i: usize) -> bool {
        self.dash(i) && self.glued(i) && self.glued(i + 1)
    }

    #[inline(never)]
    pub fn apostrophe(&self, i: usize) -> bool {
        matches!(self.word(i), Word::Mark(b'\''))
    }

    /// The index past a full stop that is glued to an abbreviation, or the same index.
    #[inline(never)]
    pub fn dot(&self, i: usize) -> usize {
        if self.mark(i, b'.') && self.glued(i) { i + 1 } else { i }
    }

    /// The index past a comma, or the same index.
    #[inline(never)]
    pub fn comma(&self, i: usize) -> usize {
        if self.mark(i, b',') { i + 1 } else { i }
    }

    /// Whether this word is the first of its sentence, as far as the mark before it tells.
    #[inline(never)]
    pub fn opens(&self, i: usize) -> bool {
        i == 0 || matches!(self.word(i - 1), Word::Break | Word::Mark(b'.' | b'!' | b'?' | b'"' | b':'))
    }
}

/// Whether a word is one of a list that a mark parts.
#[inline(never)]
fn one_of(word: &[u8], list: &[u8], mark: u8) -> bool {
    let Some(first) = word.first().filter(|b| b.is_ascii_alphabetic()).map(|b| b | 0x20) else {
        return false;
    };
    let mut at = 0;
    while at + word.len() <= list.len() {
        let end = at + word.len();
        if list[at] | 0x20 == first
            && list.get(end).is_none_or(|b| *b == mark)
            && list[at..end].eq_ignore_ascii_case(word)
        {
            return true;
        }
        let Some(next) = list[at..].iter().position(|b| *b == mark) else { return false };
        at += next + 1;
    }
    false
}

/// The number that digits write, whatever its size.
#[inline(never)]
fn number(digits: &[u8]) -> u32 {
    let digit = |n: u32, b: &u8| n.saturating_mul(10).saturating_add(u32::from(b.wrapping_sub(b'0')));
    digits.iter().fold(0, digit)
}

fn cut(text: &str, from: usize, to: usize, list: &mut Vec<Atom>) {
    let text = text.get(..to).unwrap_or(text);
    let (mut i, mut last) = (from, usize::MAX);
    while let Some(first) = char_at(text, i) {
        let start = i;
        i += first.len_utf8();
        let word = if first.is_alphabetic() {
            i = run(text, i, char::is_alphabetic);
            words::class(text.get(start..i).unwrap_or(""))
        } else if first.is_ascii_digit() {
            i = run(text, i, |c| c.is_ascii_digit());
            let digits = text.as_bytes().get(start..i).unwrap_or(&[]);
            Word::Digits(number(digits).min(u16::MAX.into()) as u16, digits.len().min(255) as u8)
        } else if first.is_whitespace() || first.is_control() {
            continue;
        } else {
            Word::Mark(words::mark(first))
        };
        list.push(Atom {
            start: start as u32,
            end: i as u32,
            word,
            glued: last == start,
            capital: first.is_ascii_uppercase(),
        });
        last = i;
    }
}

/// Where a run of characters of a kind ends.
fn run(text: &str, mut i: usize, kind: impl Fn(char) -> bool) -> usize {
    while let Some(c) = char_at(text, i).filter(|c| kind(*c)) {
        i += c.len_utf8();
    }
    i
}

#[inline]
fn char_at(text: &str, i: usize) -> Option<char> {
    match text.as_bytes().get(i) {
        Some(byte) if byte.is_ascii() => Some(char::from(*byte)),
        Some(_) => decode(text, i),
        None => None,
    }
}

/// The character at a byte, beyond ASCII.
#[inline(never)]
fn decode(text: &str, i: usize) -> Option<char> {
    text.get(i..)?.chars().next()
}
