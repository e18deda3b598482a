//! Where sentences end.

use super::abbreviation::{self, Abbreviation};
use super::span::Span;
use super::token::{Token, TokenKind};
use super::view::is_dash;
use std::ops::Range;

/// One sentence, or one line that stands for itself (a headline, a caption's credit).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// Where it stands, without blanks at the ends.
    pub span: Span,
    /// Where its own words begin: behind the date line ("KYIV, Ukraine —"), if one opens it.
    pub lead: u32,
    /// Its tokens, as indexes into the document's.
    pub tokens: Range<u32>,
    /// The index of its block.
    pub block: u32,
}

impl Sentence {
    /// The sentence as a summary tells it: without a date line.
    pub fn told(&self) -> Span {
        Span { start: self.lead, end: self.span.end }
    }
}

/// Cuts the tokens of one block into sentences. Together they hold every token of the block.
pub(super) fn split(text: &str, tokens: &[Token], within: Range<usize>, block: u32, out: &mut Vec<Sentence>) {
    let cutter = Cutter { text, tokens: &tokens[..within.end] };
    let mut first = within.start;
    let mut at = within.start;
    while at < within.end {
        let next = cutter.stop(at).unwrap_or(at + 1);
        let ends =
            next == within.end || (next > at + 1 || cutter.is_stop(at)) && cutter.cuts(first, at, next);
        if ends {
            let span = Span { start: tokens[first].span.start, end: tokens[next - 1].span.end };
            out.push(Sentence { span, lead: span.start, tokens: first as u32..next as u32, block });
            first = next;
        }
        at = next;
    }
}

struct Cutter<'t> {
    text: &'t str,
    tokens: &'t [Token],
}

impl Cutter<'_> {
    fn word(&self, index: usize) -> &str {
        self.tokens.get(index).map_or("", |t| &self.text[t.span.start as usize..t.span.end as usize])
    }

    fn glued(&self, index: usize) -> bool {
        self.tokens.get(index).is_some_and(|t| t.glued)
    }

    fn is_stop(&self, index: usize) -> bool {
        match self.tokens[index].kind {
            TokenKind::Mark => is_full_stop(self.word(index)),
            TokenKind::Word => self.text.as_bytes()[self.tokens[index].span.end as usize - 1] == b'.',
            TokenKind::Number => false,
        }
    }

    /// If a stop stands at `at`: the index behind it and what closes with it (more stops, quotation marks, brackets, notes).
    fn stop(&self, at: usize) -> Option<usize> {
        if !self.is_stop(at) {
            return None;
        }
        let mut next = at + 1;
        // An ellipsis with blanks: ". . ."
        while self.word(at) == "." && self.word(next) == "." {
            next += 1;
        }
        loop {
            let word = self.word(next);
            let closes = self.glued(next)
                && self.tokens[next].kind == TokenKind::Mark
                && (is_closing(word) || is_full_stop(word) || is_straight_quote(word));
            if closes {
                next += 1;
            } else if word == "["
                && self.word(next + 2) == "]"
                && self.tokens[next + 1].kind == TokenKind::Number
            {
                next += 3;
            } else {
                break;
            }
        }
        Some(next)
    }

    /// Whether the stop at `at` ends the sentence from `first`; `next` is the token behind it and its closers.
    fn cuts(&self, first: usize, at: usize, next: usize) -> bool {
        let stop = self.word(at);
        let mut after = next;
        // What opens the next sentence may be quotation marks, brackets, a dash, a bullet.
        while after < next + 3 && self.tokens.get(after).is_some_and(|t| t.kind == TokenKind::Mark) {
            after += 1;
        }
        let Some(token) = self.tokens.get(after) else { return !self.glued(next) };
        let word = self.word(after);
        let head = word.chars().next().unwrap_or(' ');
        let quoted = next > at + 1 && self.closes_quote(at + 1, next);
        if self.glued(next) {
            // A blank is missing: "said.He", but not "index.html".
            let before = self.word(at.wrapping_sub(1));
            return stop == "."
                && head.is_uppercase()
                && word.len() > 1
                && before.len() > 1
                && before.chars().all(char::is_lowercase);
        }
        if self.tokens[at].kind == TokenKind::Word {
            // "SPRINGFIELD, Ill. — The board …"
            return !is_dash(self.word(next)) && self.abbreviation_cuts(at, after);
        }
        if is_ellipsis(stop) {
            return head.is_uppercase() || after > next || token.kind == TokenKind::Number;
        }
        if matches!(stop, "?" | "!" | "؟") {
            return !(quoted && self.speech_follows(after))
                && (!head.is_lowercase() || !quoted && stop != "!");
        }
        // "1. First item", "a. First item": the number belongs to the item.
        if at == first + 1 && next == at + 1 && self.word(first).len() <= 2 {
            return false;
        }
        if quoted && self.speech_follows(after) && head.is_lowercase() {
            return false;
        }
        !head.is_lowercase() || self.is_full_word(at) || word.contains('-')
    }

    /// A point after a word that is no abbreviation we know, but looks like a whole word.
    fn is_full_word(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return false };
        self.word(before).len() > 1 || self.tokens[before].kind == TokenKind::Number
    }

    fn closes_quote(&self, from: usize, to: usize) -> bool {
        (from..to).any(|i| is_straight_quote(self.word(i)) || matches!(self.word(i), "”" | "’" | "»"))
    }

    /// Whether the abbreviation at `at` ends a sentence too; `after` is the next word.
    fn abbreviation_cuts(&self, at: usize, after: usize) -> bool {
        let word = self.word(at);
        let next = self.word(after);
        if abbreviation::kind(word) != Some(Abbreviation::Either) {
            return abbreviation::is_sure_starter(next) && word.len() > 2;
        }
        if word.eq_ignore_ascii_case("a.m.") || word.eq_ignore_ascii_case("p.m.") {
            let zone = next.len() <= 4 && next.chars().all(char::is_uppercase) && next.len() > 1;
            return next.starts_with(char::is_uppercase) && !zone && !is_zone_or_day(next);
        }
        abbreviation::is_starter(next)
    }

    /// "Why?" he asked: the sentence goes on with who said it.
    fn speech_follows(&self, after: usize) -> bool {
        (after..after + 5)
            .take_while(|&i| i < self.tokens.len() && !self.is_stop(i) && self.word(i) != ",")
            .any(|i| {
                matches!(
                    self.word(i),
                    "said"
                        | "says"
                        | "asked"
                        | "asks"
                        | "added"
                        | "told"
                        | "replied"
                        | "wrote"
                        | "tweeted"
                        | "wondered"
                        | "cried"
                        | "shouted"
                        | "exclaimed"
                        | "yelled"
                )
            })
    }
}

fn is_full_stop(word: &str) -> bool {
    matches!(word, "." | "!" | "?" | "…" | "。" | "！" | "？" | "؟" | "।" | "۔") || is_ellipsis(word)
}

fn is_ellipsis(word: &str) -> bool {
    word == "…" || word.len() > 1 && word.bytes().all(|b| b == b'.')
}

fn is_closing(word: &str) -> bool {
    matches!(word, ")" | "]" | "}" | "”" | "’" | "»" | "''" | "’’")
}

fn is_straight_quote(word: &str) -> bool {
    matches!(word, "\"" | "'" | "''" | "\"\"")
}

fn is_zone_or_day(word: &str) -> bool {
    matches!(
        word,
        "Eastern"
            | "Pacific"
            | "Central"
            | "Greenwich"
            | "Moscow"
            | "Monday"
            | "Tuesday"
            | "Wednesday"
            | "Thursday"
            | "Friday"
            | "Saturday"
            | "Sunday"
    )
}
