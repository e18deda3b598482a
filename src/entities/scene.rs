//! The document seen as tokens with the names on them: what the search for roles and references walks over.

use super::lands::{self, Land};
use super::{Kind, Mention};
use crate::text::{Document, Span, TokenKind};

const NONE: u32 = u32::MAX;

/// Tokens and the mention that covers each.
pub(super) struct Scene<'d, 't> {
    pub document: &'d Document<'t>,
    pub mentions: &'d [Mention],
    mention_at: Vec<u32>,
}

impl<'d, 't> Scene<'d, 't> {
    pub fn new(document: &'d Document<'t>, mentions: &'d [Mention]) -> Self {
        let mut mention_at = vec![NONE; document.tokens.len()];
        for (i, mention) in mentions.iter().enumerate() {
            // Of names within names the first stands for both.
            for slot in &mut mention_at[document.tokens_in(mention.span)] {
                if *slot == NONE {
                    *slot = i as u32;
                }
            }
        }
        Self { document, mentions, mention_at }
    }

    /// The words of a token; empty beyond the ends.
    pub fn word(&self, token: usize) -> &'t str {
        if token < self.document.tokens.len() { self.document.word(token) } else { "" }
    }

    /// The mention on a token.
    pub fn mention(&self, token: usize) -> Option<u32> {
        self.mention_at.get(token).copied().filter(|&m| m != NONE)
    }

    /// The person named on a token.
    pub fn person(&self, token: usize) -> Option<u32> {
        self.mention(token).filter(|&m| self.mentions[m as usize].kind == Kind::Person)
    }

    /// True for letters.
    pub fn is_word(&self, token: usize) -> bool {
        self.document.tokens.get(token).is_some_and(|t| t.kind == TokenKind::Word)
    }

    /// True if the word begins with a capital.
    pub fn is_capital(&self, token: usize) -> bool {
        self.word(token).starts_with(char::is_uppercase)
    }

    /// From the first to the last of these tokens.
    pub fn span(&self, tokens: std::ops::Range<usize>) -> Span {
        let all = &self.document.tokens;
        match (all.get(tokens.start), tokens.end.checked_sub(1).and_then(|last| all.get(last))) {
            (Some(first), Some(last)) if tokens.start < tokens.end => first.span.join(last.span),
            _ => Span::default(),
        }
    }

    /// The tokens of the sentence around a token.
    pub fn sentence(&self, token: usize) -> std::ops::Range<usize> {
        let sentences = &self.document.sentences;
        let at = self.document.sentence_of(token);
        sentences
            .get(at)
            .map_or(0..self.document.tokens.len(), |s| s.tokens.start as usize..s.tokens.end as usize)
    }

    /// The land an adjective at a token belongs to, and how many tokens it takes: "Turkish", "South Korean".
    pub fn demonym(&self, token: usize) -> Option<(Land, usize)> {
        if !self.is_word(token) || !self.is_capital(token) {
            return None;
        }
        let word = self.word(token);
        if self.is_capital(token + 1) && self.is_word(token + 1) {
            let mut two = String::with_capacity(word.len() + 12);
            two.push_str(word);
            two.push(' ');
            two.push_str(self.word(token + 1));
            if let Some(land) = lands::land_of_demonym(&two) {
                return Some((land, 2));
            }
        }
        lands::land_of_demonym(word).map(|land| (land, 1))
    }

    /// The land that the tokens name or that their adjective belongs to: "Turkish", "Turkey's", "U.S.".
    pub fn land_in(&self, tokens: std::ops::Range<usize>) -> Option<Land> {
        tokens.clone().find_map(|t| {
            if let Some((land, _)) = self.demonym(t) {
                return Some(land);
            }
            let name = match self.mention(t) {
                Some(m) => self.document.slice(self.mentions[m as usize].span),
                None if self.is_capital(t) => self.word(t),
                None => return None,
            };
            lands::land_of_name(name)
        })
    }
}
