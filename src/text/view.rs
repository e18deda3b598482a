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
    pub fn says_any(self, at: usize, phrases: &[&str]) -> bool {
        self.starting(at, phrases).next().is_some()
    }

    /// How many tokens the longest of the phrases has that start at `at`; 0 if none does.
    pub fn opening(self, at: usize, phrases: &[&str]) -> usize {
        self.starting(at, phrases).map(|p| p.split(' ').count()).max().unwrap_or(0)
    }

    /// True if the range is one of the phrases, no more and no less.
    pub fn is_one_of(self, range: &Range<usize>, phrases: &[&str]) -> bool {
        self.starting(range.start, phrases).any(|p| p.split(' ').count() == range.len())
    }

    fn starting<'p>(
        self,
        at: usize,
        phrases: &'p [&'p str],
    ) -> impl Iterator<Item = &'p &'p str> + use<'p, 't> {
        let lead = lead(self.word(at));
        phrases.iter().filter(move |p| self::lead(p) == lead && self.says(at, p))
    }

    /// True if one of the phrases stands anywhere in the range.
    pub fn has_any(self, range: Range<usize>, phrases: &[&str]) -> bool {
        // Most words begin no phrase: one bit for what two letters a word opens with tells at once.
        let bit = |word: &str| {
            let [first, second] = lead(word);
            1u128 << (first.wrapping_mul(31).wrapping_add(second) & 127)
        };
        let firsts = phrases.iter().fold(0, |set, phrase| set | bit(phrase));
        range.into_iter().any(|i| firsts & bit(self.word(i)) != 0 && self.says_any(i, phrases))
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

/// The first two bytes of the first word, in small letters; 0 where it is shorter.
fn lead(phrase: &str) -> [u8; 2] {
    let byte = |at| phrase.as_bytes().get(at).filter(|b| **b != b' ').map_or(0, u8::to_ascii_lowercase);
    [byte(0), byte(1)]
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
