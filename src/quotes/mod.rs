//! Quotations and who said them.

use crate::entities::Cast;
use crate::text::{Document, Span};

/// How speech is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum QuoteKind {
    /// A whole statement in quotation marks.
    Direct,
    /// A part of a sentence in quotation marks, the rest in the writer's words.
    Mixed,
    /// No marks: "Putin said that …".
    Indirect,
}

/// A quotation.
#[derive(Debug, Clone, PartialEq)]
pub struct Quote {
    /// Its words, marks included.
    pub span: Span,
    /// How it is given.
    pub kind: QuoteKind,
    /// Who said it, if the article says.
    pub speaker: Option<Speaker>,
}

/// Who said something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Speaker {
    /// The words that name the speaker next to the quotation ("the Kremlin", "he").
    pub span: Span,
    /// Index of the entity, if known.
    pub entity: Option<u32>,
}

/// Finds quotations in order, and their speakers.
pub fn find(_document: &Document<'_>, _cast: &Cast) -> Vec<Quote> {
    Vec::new()
}
