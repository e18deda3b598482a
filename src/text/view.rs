//! A text and its tokens together: what the rules about lines and blocks ask.

use super::span::Span;
use super::token::{Token, TokenKind};
use std::ops::Range;

#[derive(Clone, Copy)]
pub(super) struct View<'t> {
    pub text: &'t str,
    pub tokens: &'t [Token],
}

impl<'t> View<'t> {
    /// The words of a token; empty beyond the end.
    pub fn word(self, index: usize) -> &'t str {
        self.tokens.get(index).map_or("", |t| &self.text[t.span.start as usize..t.span.end as usize])
    }

    pub fn kind(self, index: usize) -> Option<TokenKind> {
        self.tokens.get(index).map(|t| t.kind)
    }

    pub fn is_word(self, index: usize) -> bool {
        self.kind(index) == Some(TokenKind::Word)
    }

    pub fn is_number(self, index: usize) -> bool {
        self.kind(index) == Some(TokenKind::Number)
    }

    pub fn is_mark(self, index: usize) -> bool {
        self.kind(index) == Some(TokenKind::Mark)
    }

    pub fn is(self, index: usize, word: &str) -> bool {
        self.word(index).eq_ignore_ascii_case(word)
    }

    pub fn is_any(self, index: usize, words: &[&str]) -> bool {
        words.iter().any(|w| self.is(index, w))
    }

    /// True if the token starts with a capital letter.
    pub fn is_capital(self, index: usize) -> bool {
        self.word(index).starts_with(char::is_uppercase)
    }

    pub fn is_lower(self, index: usize) -> bool {
        self.word(index).starts_with(char::is_lowercase)
    }

    /// True if a word of at least two letters is all capitals.
    pub fn is_capitals(self, index: usize) -> bool {
        let word = self.word(index);
        word.len() > 1
            && word.chars().any(char::is_alphabetic)
            && word.chars().all(|c| !c.is_alphabetic() || c.is_uppercase())
    }

    /// True if the tokens from `at` are the words of `phrase`, whatever their case.
    pub fn says(self, at: usize, phrase: &str) -> bool {
        let mut rest = phrase.as_bytes();
        for word in (at..).map(|i| self.word(i).as_bytes()) {
            let Some((head, tail)) = rest.split_at_checked(word.len()) else { return false };
            if word.is_empty() || !head.eq_ignore_ascii_case(word) {
                return false;
            }
            match tail.split_first() {
                None => return true,
                Some((b' ', more)) => rest = more,
                Some(_) => return false,
            }
        }
        false
    }

    /// True if one of the phrases starts at `at`.
    pub fn says_any(self, at: usize, phrases: &Phrases) -> bool {
        self.starting(at, phrases).next().is_some()
    }

    /// How many tokens the longest of the phrases has that start at `at`; 0 if none does.
    pub fn opening(self, at: usize, phrases: &Phrases) -> usize {
        self.starting(at, phrases).map(|p| p.split(' ').count()).max().unwrap_or(0)
    }

    /// True if the range is one of the phrases, no more and no less.
    pub fn is_one_of(self, range: &Range<usize>, phrases: &Phrases) -> bool {
        self.starting(range.start, phrases).any(|p| p.split(' ').count() == range.len())
    }

    fn starting(self, at: usize, phrases: &Phrases) -> impl Iterator<Item = &'static str> + use<'t> {
        let lead = self.lead(at);
        let leads = if phrases.may_begin(lead) { phrases.leads } else { &[] };
        let alike = leads.iter().enumerate().filter(move |(_, other)| **other == lead);
        let (text, starts) = (phrases.text, phrases.starts);
        let phrase = move |n: usize| {
            let end = starts.get(n + 1).map_or(text.len(), |&next| usize::from(next));
            &text[usize::from(starts[n])..end - 1]
        };
        alike.map(move |(n, _)| phrase(n)).filter(move |phrase| self.says(at, phrase))
    }

    /// True if one of the phrases stands anywhere in the range.
    pub fn has_any(self, range: Range<usize>, phrases: &Phrases) -> bool {
        range.into_iter().any(|i| phrases.may_begin(self.lead(i)) && self.says_any(i, phrases))
    }

    #[inline]
    fn lead(self, index: usize) -> [u8; 2] {
        let word = self.tokens.get(index).map(|t| t.span.start as usize..t.span.end as usize);
        lead(word.and_then(|word| self.text.as_bytes().get(word)).unwrap_or_default())
    }

    pub fn span(self, range: &Range<usize>) -> Span {
        Span { start: self.tokens[range.start].span.start, end: self.tokens[range.end - 1].span.end }
    }

    pub fn slice(self, range: &Range<usize>) -> &'t str {
        let span = self.span(range);
        &self.text[span.start as usize..span.end as usize]
    }

    pub fn glued(self, index: usize) -> bool {
        self.tokens.get(index).is_some_and(|t| t.glued)
    }

    /// How many words and numbers the range has, counted up to `most`.
    pub fn words(self, range: Range<usize>, most: usize) -> usize {
        range.filter(|&i| !self.is_mark(i)).take(most).count()
    }

    /// True if the range ends as a sentence does: with a stop, perhaps behind quotation marks or brackets.
    pub fn ends_sentence(self, range: &Range<usize>) -> bool {
        let mut last = range.end;
        loop {
            let note = last > range.start + 3 && self.word(last - 1) == "]" && self.word(last - 3) == "[";
            if note && self.is_number(last - 2) {
                last -= 3;
            } else if last > range.start && is_closer(self.word(last - 1)) {
                last -= 1;
            } else {
                break;
            }
        }
        last > range.start
            && (matches!(self.word(last - 1), "." | "!" | "?" | "…" | "。" | "؟" | "।")
                || self.word(last - 1).ends_with('.'))
    }

    /// Share of the longer words that are capitalised, if there are at least two: near 1 in a Headline Of This Kind.
    pub fn title_case(self, range: Range<usize>) -> bool {
        let (mut long, mut capital) = (0, 0);
        for i in range.take(60).filter(|&i| self.is_word(i) && self.word(i).len() > 3) {
            long += 1;
            capital += usize::from(!self.is_lower(i));
        }
        long >= 2 && capital * 10 >= long * 8
    }
}

/// Phrases in small letters, a blank between words, with the two letters each opens with. Made by [`phrases`].
pub(super) struct Phrases {
    /// All of them, a mark behind each.
    text: &'static str,
    starts: &'static [u16],
    leads: &'static [[u8; 2]],
    /// A bit for what opens any of them: most words open none.
    firsts: [u32; 8],
}

impl Phrases {
    pub const fn new(text: &'static str, starts: &'static [u16], leads: &'static [[u8; 2]]) -> Self {
        let (mut firsts, mut at) = ([0; 8], 0);
        while at < leads.len() {
            firsts[leads[at][1] as usize % 8] |= 1 << (leads[at][0] & 31);
            at += 1;
        }
        Self { text, starts, leads, firsts }
    }

    #[inline]
    fn may_begin(&self, [first, second]: [u8; 2]) -> bool {
        self.firsts[usize::from(second) % 8] >> (first & 31) & 1 != 0
    }
}

pub(super) const fn starts<const N: usize>(list: &[&str]) -> [u16; N] {
    let (mut starts, mut at) = ([0; N], 1);
    while at < N {
        starts[at] = starts[at - 1] + list[at - 1].len() as u16 + 1;
        at += 1;
    }
    starts
}

pub(super) const fn leads<const N: usize>(list: &[&str]) -> [[u8; 2]; N] {
    let (mut leads, mut at) = ([[0; 2]; N], 0);
    while at < N {
        leads[at] = lead(list[at].as_bytes());
        at += 1;
    }
    leads
}

/// [`Phrases`] made by the compiler.
macro_rules! phrases {
    ($($phrase:literal),* $(,)?) => {{
        static PHRASES: $crate::text::view::Phrases = {
            use $crate::{maps, text::view};
            const LIST: &[&str] = &[$($phrase),*];
            const TEXT: &[u8] = &maps::joined::<{ maps::length(LIST) }>(LIST);
            const STARTS: &[u16] = &view::starts::<{ LIST.len() }>(LIST);
            const LEADS: &[[u8; 2]] = &view::leads::<{ LIST.len() }>(LIST);
            view::Phrases::new(maps::text(TEXT), STARTS, LEADS)
        };
        &PHRASES
    }};
}
pub(super) use phrases;

/// The first two bytes of the first word, in small letters; 0 where it is shorter.
#[inline]
const fn lead(phrase: &[u8]) -> [u8; 2] {
    match *phrase {
        [] | [b' ', ..] => [0, 0],
        [first] | [first, b' ', ..] => [first.to_ascii_lowercase(), 0],
        [first, second, ..] => [first.to_ascii_lowercase(), second.to_ascii_lowercase()],
    }
}

pub(super) fn is_closer(word: &str) -> bool {
    matches!(word, "\"" | "'" | "''" | "\"\"" | "”" | "’" | "»" | ")" | "]" | "}")
}

pub(super) fn is_dash(word: &str) -> bool {
    matches!(word, "-" | "–" | "—" | "--" | "---" | "―")
}

pub(super) fn is_bullet(word: &str) -> bool {
    matches!(word, "•" | "·" | "▪" | "●" | "◦" | "‣" | "■" | "*" | "►" | "➤" | "✓" | "–" | "-" | "—")
}
