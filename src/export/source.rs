//! What every export starts from.

use crate::article::Article;
use crate::quotes::Quote;
use crate::text::{BlockKind, Sentence, Span};
use std::borrow::Cow;

/// An article together with the text it was read from.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    /// The article as read.
    pub article: &'a Article,
    /// The text it was read from.
    pub text: &'a str,
    /// The headline, where it is kept apart from the text.
    pub title: Option<&'a str>,
    /// Where the article stands: an IRI. Empty if unknown.
    pub url: &'a str,
}

impl<'a> Source<'a> {
    /// The words of a span.
    pub fn slice(&self, span: Span) -> &'a str {
        self.text.get(span.start as usize..span.end as usize).unwrap_or("")
    }

    /// The words of a span on one line.
    pub fn line(&self, span: Span) -> Cow<'a, str> {
        let words = self.slice(span);
        if words.contains(['\n', '\r', '\t']) || words.contains("  ") {
            Cow::Owned(words.split_whitespace().collect::<Vec<_>>().join(" "))
        } else {
            Cow::Borrowed(words)
        }
    }

    /// The headline: the caller's, else the article's own, else the first sentence of its prose; empty if it has none.
    pub fn headline(&self) -> Cow<'a, str> {
        let block = self.article.blocks.iter().find(|b| b.kind == BlockKind::Headline).map(|b| b.span);
        match self.title {
            Some(title) => Cow::Borrowed(title),
            None => block
                .or_else(|| self.article.sentences.iter().find(|s| self.in_prose(s)).map(Sentence::told))
                .map_or(Cow::Borrowed(""), |span| self.line(span)),
        }
    }

    /// True for a sentence of the story itself: no caption, no byline.
    pub fn in_prose(&self, sentence: &Sentence) -> bool {
        self.article.blocks.get(sentence.block as usize).is_some_and(|b| b.kind.is_prose())
    }

    /// The key sentences, best first, at most `most`, as they stand in the text.
    pub fn key_sentences(&self, most: usize) -> impl Iterator<Item = Span> {
        let sentences = &self.article.sentences;
        self.article
            .summary
            .sentences
            .iter()
            .take(most)
            .filter_map(|&i| sentences.get(i as usize))
            .map(Sentence::told)
    }

    /// The name of a quotation's speaker: the entity's, else the words that stand for it, unless a pronoun.
    pub fn speaker(&self, quote: &Quote) -> Option<Cow<'a, str>> {
        let speaker = quote.speaker.as_ref()?;
        let entity = speaker.entity.and_then(|e| self.article.entities.get(e as usize));
        let words = self.line(speaker.span);
        // A bare "it" tells nobody who spoke.
        let bare = ["he", "she", "it", "they", "i", "we", "who"].contains(&words.to_lowercase().as_str());
        entity.map(|e| Cow::Borrowed(e.name.as_str())).or_else(|| (!bare).then_some(words))
    }
}
