use super::token::{Token, TokenKind};

/// Whether a text is in the language Glosser reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// English, or too short to tell otherwise.
    English,
    /// Something else: findings are kept to what is sure.
    Other,
}

/// Judges by how many of the words are the small words no English prose does without.
pub(super) fn detect(text: &str, tokens: &[Token]) -> Language {
    let words = tokens.iter().filter(|t| t.kind == TokenKind::Word).take(2_000);
    let (mut all, mut small) = (0u32, 0u32);
    for token in words {
        let word = &text[token.span.start as usize..token.span.end as usize];
        all += 1;
        let common = [
            "the", "of", "and", "to", "in", "a", "is", "that", "for", "on", "with", "by", "was", "has",
            "said", "at", "it", "he", "from", "as",
        ];
        small += u32::from(common.iter().any(|c| c.eq_ignore_ascii_case(word)));
    }
    if all >= 20 && small * 12 < all { Language::Other } else { Language::English }
}
