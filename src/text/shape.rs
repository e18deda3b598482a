use super::sentence::{self, Sentence};
use super::span::Span;
use super::token::Token;

/// What a stretch of a news article is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BlockKind {
    /// The headline.
    Headline,
    /// The line under a headline that tells the story once more.
    Deck,
    /// Who wrote it.
    Byline,
    /// When it was published or updated.
    Published,
    /// A heading inside the story.
    Subhead,
    /// A paragraph of the story.
    Body,
    /// What a picture shows, with its credit.
    Caption,
    /// Who contributed: "With reporting by AFP", agency tags.
    Credit,
    /// A pointer to another article.
    Related,
    /// Navigation and other page furniture.
    Crumb,
    /// A block that repeats an earlier one word for word.
    Repeat,
}

impl BlockKind {
    /// True for the parts that tell the story in sentences.
    pub fn is_prose(self) -> bool {
        matches!(self, Self::Body | Self::Deck)
    }
}

/// One block: lines that belong together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// Where it stands, without blanks at the ends.
    pub span: Span,
    /// What it is.
    pub kind: BlockKind,
}

/// Cuts a tokenised text into blocks and sentences.
pub(super) fn shape(
    text: &str,
    tokens: &[Token],
    _title: Option<&str>,
) -> (Vec<Block>, Vec<Sentence>, Option<Span>) {
    let mut blocks = Vec::new();
    let mut sentences: Vec<Sentence> = Vec::new();
    let mut i = 0;
    while i < tokens.len() {
        // A block runs to the next blank line.
        let mut end = i + 1;
        while end < tokens.len() && !blank_line(text, tokens[end - 1].span.end, tokens[end].span.start) {
            end += 1;
        }
        let span = Span { start: tokens[i].span.start, end: tokens[end - 1].span.end };
        let kind = if blocks.is_empty() && end - i < 25 { BlockKind::Headline } else { BlockKind::Body };
        let block = blocks.len() as u32;
        sentence::split(text, tokens, i..end, block, &mut sentences);
        blocks.push(Block { span, kind });
        i = end;
    }
    (blocks, sentences, None)
}

fn blank_line(text: &str, from: u32, to: u32) -> bool {
    text[from as usize..to as usize].bytes().filter(|&b| b == b'\n').count() > 1
}
