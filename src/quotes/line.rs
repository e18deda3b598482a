//! A sentence as the reader of quotations sees it: words outside the marks, each passage in marks one item.

use super::cues;
use super::marks::Passage;
use crate::entities::{Cast, Mention};
use crate::text::{Block, BlockKind, Document, Span, TokenKind};
use std::ops::Range;

/// A word or mark, or a whole passage.
#[derive(Debug, Clone)]
pub(super) struct Item {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// The index of the passage, if it is one.
    pub passage: Option<usize>,
}

/// A sentence of items. A speech of several sentences in one pair of marks is one item of one line.
#[derive(Debug)]
pub(super) struct Line<'a, 't> {
    pub document: &'a Document<'t>,
    pub cast: &'a Cast,
    /// The names of its block.
    mentions: &'a [Mention],
    pub passages: &'a [Passage],
    pub items: Vec<Item>,
    /// The index of its block.
    pub block: usize,
    pub kind: BlockKind,
}

/// Longer lines are cut: no sentence is that long, and the work on a line grows faster than its length.
const LONGEST: usize = 300;

/// There is room for so many items at first.
const USUAL: usize = 32;

impl<'a, 't> Line<'a, 't> {
    /// The word at `i`; empty for a passage and beyond the ends.
    pub fn word(&self, i: usize) -> &'t str {
        match self.items.get(i) {
            Some(item) if item.passage.is_none() => self.document.word(item.tokens.start),
            _ => "",
        }
    }

    /// The passage at `i`.
    pub fn passage(&self, i: usize) -> Option<&'a Passage> {
        self.items.get(i).and_then(|item| item.passage).map(|p| &self.passages[p])
    }

    /// True if a word or number stands at `i`.
    pub fn is_word(&self, i: usize) -> bool {
        let item = self.items.get(i).filter(|item| item.passage.is_none());
        item.is_some_and(|item| self.document.tokens[item.tokens.start].kind != TokenKind::Mark)
    }

    /// True if the word at `i` has a capital.
    pub fn capital(&self, i: usize) -> bool {
        self.word(i).starts_with(char::is_uppercase)
    }

    /// True if `i` is a comma or a dash: what sets a clause apart.
    pub fn pause(&self, i: usize) -> bool {
        matches!(self.word(i), "," | "—" | "–" | "--" | ";") || (self.word(i) == "-" && !self.glued(i))
    }

    /// True if no blank stands before the item.
    pub fn glued(&self, i: usize) -> bool {
        self.items.get(i).is_some_and(|item| self.document.tokens[item.tokens.start].glued)
    }

    /// The span from the first to the last of some items.
    pub fn span(&self, items: Range<usize>) -> Option<Span> {
        let (first, last) = (self.items.get(items.start)?, self.items.get(items.end.checked_sub(1)?)?);
        let (start, end) = (first.tokens.start, last.tokens.end.checked_sub(1)?);
        (start <= end).then(|| self.document.tokens[start].span.join(self.document.tokens[end].span))
    }

    /// The name that covers the item at `i`.
    pub fn mention(&self, i: usize) -> Option<&'a Mention> {
        let item = self.items.get(i).filter(|item| item.passage.is_none())?;
        let span = self.document.tokens[item.tokens.start].span;
        let next = self.mentions.partition_point(|m| m.span.end <= span.start);
        self.mentions.get(next).filter(|m| m.span.overlaps(span))
    }

    /// Where the story starts in this line: after a date line ("MOSCOW, Russia –").
    pub fn opening(&self) -> usize {
        let starts = |item: &Item| self.document.tokens[item.tokens.start].span.start;
        let here = |d: &Span| self.items.last().is_some_and(|last| starts(last) >= d.start);
        let Some(dateline) = self.document.dateline.filter(here) else { return 0 };
        let after = self.items.partition_point(|item| starts(item) < dateline.end);
        if after > 0 && (self.pause(after) || matches!(self.word(after), ":" | ")")) {
            after + 1
        } else {
            after
        }
    }
}

/// The lines of one block.
pub(super) fn lines<'a, 't>(
    document: &'a Document<'t>,
    cast: &'a Cast,
    passages: &'a [Passage],
    block: usize,
    tokens: Range<usize>,
) -> Vec<Line<'a, 't>> {
    let mut lines = Vec::new();
    let mut items: Vec<Item> = Vec::with_capacity(USUAL);
    let Block { kind, span } = document.blocks[block];
    let (first, last) = (
        cast.mentions.partition_point(|m| m.span.end <= span.start),
        cast.mentions.partition_point(|m| m.span.start < span.end),
    );
    let mentions = &cast.mentions[first..last.max(first)];
    let mut close = |items: &mut Vec<Item>| {
        if !items.is_empty() {
            let items = std::mem::replace(items, Vec::with_capacity(USUAL));
            lines.push(Line { document, cast, mentions, passages, items, block, kind });
        }
    };
    let mut sentences = document.sentences.partition_point(|s| s.tokens.end as usize <= tokens.start);
    let mut at = tokens.start;
    let mut coming = passages.iter().enumerate().peekable();
    while at < tokens.end {
        let passage = coming.next_if(|(_, p)| p.tokens.start <= at);
        let end = passage.map_or(at + 1, |(_, p)| p.tokens.end);
        items.push(Item { tokens: at..end, passage: passage.map(|(i, _)| i) });
        at = end;
        while document.sentences.get(sentences).is_some_and(|s| (s.tokens.end as usize) < at) {
            sentences += 1;
        }
        let ends = document.sentences.get(sentences).is_some_and(|s| s.tokens.end as usize == at);
        let over = match passage {
            Some((_, p)) => ends_speech(document, p, at, tokens.end),
            None => ends,
        };
        if over || items.len() >= LONGEST {
            close(&mut items);
        }
    }
    close(&mut items);
    lines
}

/// True if a sentence ends with this passage: a full stop inside, and no "he said" to follow.
fn ends_speech(document: &Document<'_>, passage: &Passage, next: usize, end: usize) -> bool {
    if next >= end {
        return true;
    }
    let Some(last) = passage.tokens.end.checked_sub(2).filter(|&t| t > passage.tokens.start) else {
        return false;
    };
    let last = document.word(last);
    let following = document.word(next);
    if !last.ends_with(['.', '!', '?', '…'])
        || !following.starts_with(|c: char| c.is_uppercase() || !c.is_alphanumeric())
    {
        return false;
    }
    if matches!(following, "," | "." | ";" | ":" | "—" | "–" | "-" | "--" | ")" | "]") {
        return false;
    }
    // "Why?" Smith asked.  A stop inside that asks or exclaims may be followed by its speaker.
    if last.ends_with(['!', '?']) {
        let told = (next + 1..(next + 6).min(end)).find(|&t| cues::cue(document.word(t)).is_some());
        if let Some(told) = told {
            let name = (next..told).all(|t| document.word(t).starts_with(char::is_uppercase));
            let done = document.tokens.get(told + 1).is_none_or(|_| {
                told + 1 >= end
                    || matches!(document.word(told + 1), "." | "," | ";" | ":" | "in" | "on" | "at")
            });
            return !(name && done);
        }
    }
    true
}
