//! The tagger's view of a document: pieces of words, sentences, how they are written.
//!
//! A piece is a token, or a part of a token between hyphens ("UAE-Israel", "London-based"), since names end there
//! as often as they go on.

use super::fold::{fold, straight};
use super::hash::{self, keys};
use super::lexicon::{Lexicon, flag};
use super::topic::Topic;
use super::word::{Case, Word};
use crate::text::{Document, Span, TokenKind};
use std::ops::Range;

/// One position of the tagger.
#[derive(Debug, Clone, Copy)]
pub struct Piece {
    /// Where it stands.
    pub span: Span,
    /// Index of its [`Word`].
    pub word: u32,
    /// Joined to the piece before by a hyphen.
    pub joined: bool,
    /// Kinds of the listed phrase it belongs to, 0 if none.
    pub listed: u8,
    /// Place in that phrase: 0 alone, 1 first, 2 inner, 3 last.
    pub listed_at: u8,
    /// First piece of the run of capitals it belongs to; itself if in none.
    pub run_start: u32,
    /// One past the last piece of that run; `run_start` if in none.
    pub run_end: u32,
}

/// A sentence of the tagger.
#[derive(Debug, Clone)]
pub struct Line {
    /// Its pieces.
    pub pieces: Range<usize>,
    /// How its words are written.
    pub style: Style,
}

/// How the words of a line are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// As in prose.
    Prose,
    /// MOSTLY CAPITALS
    Capitals,
    /// Nearly Every Word Begins With One
    TitleCase,
    /// no capital anywhere, though there are words enough
    Lower,
    /// Arsenal 2 Everton 0: as many numbers as words, or nearly
    Table,
    /// Onana; Dalot, Varane, Maguire, Shaw: names and little else, with commas between
    List,
}

/// The document as the tagger sees it.
#[derive(Debug, Clone, Default)]
pub struct Analysis {
    /// All positions in order.
    pub pieces: Vec<Piece>,
    /// Distinct spellings.
    pub words: Vec<Word>,
    /// Sentences in order.
    pub lines: Vec<Line>,
    /// How many distinct folded forms there are.
    pub ids: usize,
    /// What it is about.
    pub topic: Topic,
    /// Written in small letters or in capitals throughout.
    pub(super) caseless: bool,
}

impl Analysis {
    /// Looks at a document with what the lexicon knows.
    pub fn new(document: &Document<'_>, lexicon: &Lexicon) -> Self {
        let mut analysis = Self {
            pieces: Vec::with_capacity(document.tokens.len()),
            words: Vec::with_capacity(ARTICLE),
            ..Self::default()
        };
        let mut spellings = Numbers::default();
        let mut folded_forms = Numbers::default();
        let mut scratch = String::new();
        for sentence in &document.sentences {
            let start = analysis.pieces.len();
            let tokens = sentence.tokens.start as usize..sentence.tokens.end as usize;
            let mut joined = false;
            for at in tokens.clone() {
                let token = document.tokens[at];
                let text = document.slice(token.span);
                // A hyphen that is a token of its own joins like one inside a token.
                if is_hyphen(text)
                    && token.glued
                    && at > tokens.start
                    && at + 1 < tokens.end
                    && document.tokens[at + 1].glued
                    && document.tokens[at - 1].kind != TokenKind::Mark
                {
                    joined = true;
                    continue;
                }
                for (offset, part) in parts(text, token.kind) {
                    let from = token.span.start as usize + offset;
                    let span = Span::new(from, from + part.len());
                    let plain = straight(part);
                    let cased = hash::text(&plain);
                    let (number, new) = spellings.number(cased);
                    if new {
                        scratch.clear();
                        fold(part, &mut scratch);
                        let folded = hash::text(&scratch);
                        let id = folded_forms.number(folded).0;
                        let entry = lexicon.word(folded);
                        analysis.words.push(Word::new(&plain, cased, &scratch, folded, id, entry));
                    }
                    let at = analysis.pieces.len() as u32;
                    analysis.pieces.push(Piece {
                        span,
                        word: number,
                        joined: joined || offset > 0,
                        listed: 0,
                        listed_at: 0,
                        run_start: at,
                        run_end: at,
                    });
                    joined = false;
                }
            }
            let end = analysis.pieces.len();
            if end > start {
                let style = analysis.style(start..end);
                analysis.lines.push(Line { pieces: start..end, style });
            }
        }
        analysis.ids = folded_forms.len();
        analysis.topic = Topic::of(&analysis);
        analysis.caseless = analysis.one_case();
        for line in 0..analysis.lines.len() {
            let range = analysis.lines[line].pieces.clone();
            analysis.find_runs(range.clone());
            analysis.find_listed(range, lexicon);
        }
        analysis
    }

    /// The word at a position.
    #[inline]
    pub fn word(&self, piece: usize) -> &Word {
        &self.words[self.pieces[piece].word as usize]
    }

    /// No capital anywhere, or nothing but capitals.
    fn one_case(&self) -> bool {
        let (mut small, mut capitals, mut other) = (0, 0, 0);
        for word in &self.words {
            match word.case {
                Case::Lower => small += 1,
                Case::Upper => capitals += 1,
                Case::Title | Case::Mixed => other += 1,
                Case::Initial | Case::Digit | Case::Mark => {}
            }
        }
        other == 0 && (small > 0 && capitals == 0 || small == 0 && capitals >= SHOUTED)
    }

    /// Whether a word may be part of a name by how it is written: with a capital, or, where all words are written alike,
    /// by not being a common one.
    #[inline]
    pub fn stands_out(&self, word: &Word) -> bool {
        let flags = word.entry.flags;
        let uncommon = flags & flag::COMMON == 0 || flags & (flag::GIVEN | flag::FAMILY) != 0;
        match word.case {
            Case::Lower => self.caseless && uncommon,
            case => case.capital() && (!self.caseless || uncommon),
        }
    }

    fn style(&self, range: Range<usize>) -> Style {
        let (mut words, mut upper, mut capital, mut long, mut numbers, mut commas) = (0, 0, 0, 0, 0, 0);
        for piece in range.clone() {
            let word = self.word(piece);
            match word.case {
                Case::Digit => {
                    numbers += 1;
                    continue;
                }
                Case::Mark => {
                    commas += i32::from(COMMAS.contains(&word.cased));
                    continue;
                }
                Case::Upper => upper += 1,
                _ => {}
            }
            words += 1;
            capital += i32::from(word.case.capital());
            // Little words stay small in titles.
            let little = word.case == Case::Lower && (word.suffix[3] == 0 || word.suffix[3] == word.folded);
            long += i32::from(!little);
        }
        let last = self.word(range.end - 1);
        let stop = last.cased == hash::text(".");
        if numbers >= 2 && numbers * 2 >= words && !stop {
            Style::Table
        } else if commas >= 2 && commas * 3 >= words && capital * 10 >= long * 8 {
            Style::List
        } else if words >= 2 && upper * 10 >= words * 7 {
            Style::Capitals
        } else if words >= 4 && !stop && capital * 10 >= long * 9 && capital * 2 > words {
            Style::TitleCase
        } else if words >= 5 && capital == 0 {
            Style::Lower
        } else {
            Style::Prose
        }
    }
}

/// There is room for so many different words at first.
const ARTICLE: usize = 1_000;

/// What stands between the names of a list.
const COMMAS: [u64; 2] = keys!["," ";"];

/// From so many different words on, a text in capitals is not just a headline.
const SHOUTED: usize = 12;

/// The parts of a token between hyphens, with their offsets; the hyphens themselves drop out.
fn parts(text: &str, kind: TokenKind) -> impl Iterator<Item = (usize, &str)> {
    let mut bytes = text.bytes();
    let cut =
        kind == TokenKind::Word && bytes.any(|b| b == b'-' || !b.is_ascii()) && text.contains(is_hyphen_char);
    let mut rest = Some((0, text));
    std::iter::from_fn(move || {
        loop {
            let (offset, part) = rest?;
            if !cut {
                rest = None;
                return Some((offset, part));
            }
            match part.char_indices().find(|(_, c)| is_hyphen_char(*c)) {
                Some((end, c)) => {
                    rest = Some((offset + end + c.len_utf8(), &part[end + c.len_utf8()..]));
                    if end > 0 {
                        return Some((offset, &part[..end]));
                    }
                }
                None => {
                    rest = None;
                    return (!part.is_empty()).then_some((offset, part));
                }
            }
        }
    })
}

fn is_hyphen_char(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

fn is_hyphen(text: &str) -> bool {
    text.chars().next().is_some_and(is_hyphen_char) && text.chars().nth(1).is_none()
}

/// Numbers keys in the order they come.
#[derive(Debug, Default)]
struct Numbers {
    slots: Vec<(u64, u32)>,
    len: usize,
}

impl Numbers {
    fn len(&self) -> usize {
        self.len
    }

    /// The number of a key, and whether it is new.
    fn number(&mut self, key: u64) -> (u32, bool) {
        if self.len * 2 >= self.slots.len() {
            let size = (self.slots.len() * 2).max(256);
            let old = std::mem::replace(&mut self.slots, vec![(0, u32::MAX); size]);
            for slot in old.into_iter().filter(|s| s.1 != u32::MAX) {
                let at = self.find(slot.0);
                self.slots[at] = slot;
            }
        }
        let at = self.find(key);
        let new = self.slots[at].1 == u32::MAX;
        if new {
            self.slots[at] = (key, self.len as u32);
            self.len += 1;
        }
        (self.slots[at].1, new)
    }

    fn find(&self, key: u64) -> usize {
        let mask = self.slots.len() - 1;
        let mut at = (key >> 20) as usize & mask;
        while self.slots[at].1 != u32::MAX && self.slots[at].0 != key {
            at = (at + 1) & mask;
        }
        at
    }
}
