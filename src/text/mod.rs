//! From a string to tokens, sentences and the shape of a news article.
//!
//! Everything later stands on these: a token never crosses a sentence, a sentence never crosses a block.

mod abbreviation;
mod calendar;
mod chars;
mod compound;
mod dateline;
mod kind;
mod language;
mod lines;
mod list;
mod markup;
mod sentence;
mod shape;
mod span;
mod token;
mod view;

pub(crate) use calendar::is_month;
pub(crate) use dateline::is_agency;
pub use language::Language;
pub use sentence::Sentence;
pub use shape::{Block, BlockKind};
pub use span::Span;
pub use token::{Token, TokenKind};

/// A text cut up, the form all later stages read. Borrows the text; offsets are bytes.
#[derive(Debug, Clone)]
pub struct Document<'t> {
    /// The text as it came.
    pub text: &'t str,
    /// The headline, where the caller keeps it apart from the text.
    pub title: Option<&'t str>,
    /// Words, numbers, punctuation, in order.
    pub tokens: Vec<Token>,
    /// Sentences in order; each lies in one block.
    pub sentences: Vec<Sentence>,
    /// Headline, byline, captions, paragraphs, in order.
    pub blocks: Vec<Block>,
    /// The date line that opens the story, "MOSCOW, Russia –", without its dash.
    pub dateline: Option<Span>,
    /// Whether this looks like English.
    pub language: Language,
}

impl<'t> Document<'t> {
    /// The words of a span.
    pub fn slice(&self, span: Span) -> &'t str {
        &self.text[span.start as usize..span.end as usize]
    }

    /// The words of the token at `index`.
    pub fn word(&self, index: usize) -> &'t str {
        // Asked most of all: no call of another function.
        let Span { start, end } = self.tokens[index].span;
        &self.text[start as usize..end as usize]
    }

    /// The index of the sentence that holds the token at `index`.
    pub fn sentence_of(&self, token: usize) -> usize {
        self.sentences.partition_point(|s| s.tokens.end as usize <= token)
    }

    /// The index of the sentence that holds the byte at `offset` (or the last one before it).
    pub fn sentence_at(&self, offset: u32) -> usize {
        self.sentences.partition_point(|s| s.span.end <= offset).min(self.sentences.len().saturating_sub(1))
    }

    /// Tokens whose span lies in `span`, as a range of indexes.
    pub fn tokens_in(&self, span: Span) -> std::ops::Range<usize> {
        let first = self.tokens.partition_point(|t| t.span.start < span.start);
        let (behind, inside) = (&self.tokens[first..], |t: &Token| t.span.end <= span.end);
        // Most are names: the end is near.
        let mut reach = 1;
        while behind.get(reach).is_some_and(inside) {
            reach *= 2;
        }
        first..first + behind[..reach.min(behind.len())].partition_point(inside)
    }

    /// True if "the" stands before the words and no noun behind: "the Ohio rose", not "the Ohio governor".
    pub(crate) fn is_definite(&self, span: Span) -> bool {
        let tokens = self.tokens_in(span);
        let before = tokens.start.checked_sub(1).map_or("", |t| self.word(t));
        let behind = self.tokens.get(tokens.end);
        matches!(before, "the" | "The")
            && behind.is_none_or(|t| t.kind != TokenKind::Word || FOLLOW.contains(self.word(tokens.end)))
    }

    /// What a sentence would be if it stood by itself: a caption, a credit, page furniture; `None` for what tells a story.
    /// For articles whose lines were run together.
    pub(crate) fn kind_alone(&self, sentence: usize) -> Option<BlockKind> {
        let Sentence { span, block, ref tokens, .. } = self.sentences[sentence];
        let block = &self.blocks[block as usize];
        // As a paragraph of its own it has been judged.
        if block.kind == BlockKind::Body && block.span == span {
            return None;
        }
        let view = view::View { text: self.text, tokens: &self.tokens };
        kind::own_kind(view, &(tokens.start as usize..tokens.end as usize))
    }

    /// The kind of block a sentence stands in.
    pub fn block_kind(&self, sentence: usize) -> BlockKind {
        self.blocks[self.sentences[sentence].block as usize].kind
    }
}

crate::maps::words! {
    /// Small words, and what waters do, that stand behind a whole noun phrase.
    FOLLOW = [
        "above", "after", "along", "and", "are", "as", "at", "because", "before", "below", "between", "burst", "but", "by",
        "can", "carries", "could", "fell", "flooded", "flows", "for", "from", "had", "has", "have", "in", "into", "is",
        "joins", "may", "near", "on", "or", "rose", "runs", "since", "that", "to", "toward", "towards", "until", "was",
        "were", "when", "where", "which", "while", "will", "with", "would"
    ]
}

/// Cuts a text into tokens, sentences and blocks. Total: any string will do.
pub fn parse<'t>(text: &'t str, title: Option<&'t str>) -> Document<'t> {
    let tokens = token::tokenize(text);
    let (blocks, sentences, dateline) = shape::shape(text, &tokens, title);
    let language = language::detect(text, &tokens);
    Document { text, title, tokens, sentences, blocks, dateline, language }
}
