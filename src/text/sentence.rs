use super::span::Span;
use std::ops::Range;

/// One sentence, or one line that stands for itself (a headline, a caption's credit).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// Where it stands, without blanks at the ends.
    pub span: Span,
    /// Its tokens, as indexes into the document's.
    pub tokens: Range<u32>,
    /// The index of its block.
    pub block: u32,
}
