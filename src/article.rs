//! What reading an article yields, and what may be said beforehand.

use crate::dates::{self, Day};
use crate::entities::{Cast, Entity, Mention, Reference};
use crate::quotes::Quote;
use crate::summary::Summary;
use crate::text::{Block, Document, Language, Sentence, Span};

/// What the caller knows about an article before it is read.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The day of publication, if known; it goes before any date found in the article. Years 1 to 9999; what lies
    /// outside is as good as unknown.
    pub published: Option<Day>,
    /// The headline, where it is kept apart from the text.
    pub title: Option<String>,
    /// The language, if known; else the text is looked at.
    pub language: Option<Language>,
}

/// The publication day and how it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Published {
    /// The day.
    pub day: Day,
    /// Who says so.
    pub from: PublishedFrom,
}

/// How the publication day is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PublishedFrom {
    /// The caller gave it.
    Given,
    /// The article says it, in this stretch of text.
    Text(Span),
}

/// An article as read. Spans are byte offsets into the text that was read.
#[derive(Debug, Clone)]
pub struct Article {
    /// Publication day, if given or found; relative dates stay relative without it.
    pub published: Option<Published>,
    /// Whether the text looks like English at all.
    pub language: Language,
    /// Headline, captions, paragraphs: what each stretch of the article is.
    pub blocks: Vec<Block>,
    /// Sentences in order.
    pub sentences: Vec<Sentence>,
    /// Names in order of their place in the text.
    pub mentions: Vec<Mention>,
    /// Other words that stand for an entity ("the Turkish leader", "Turkish"), in order.
    pub references: Vec<Reference>,
    /// Who and what the names stand for, most important first.
    pub entities: Vec<Entity>,
    /// Dates, times, durations and sets in order.
    pub dates: Vec<dates::Timex>,
    /// Quotations in order.
    pub quotes: Vec<Quote>,
    /// Key sentences and headline facts.
    pub summary: Summary,
}

impl Article {
    pub(crate) fn assemble(
        document: Document<'_>,
        published: Option<Published>,
        cast: Cast,
        dates: Vec<dates::Timex>,
        quotes: Vec<Quote>,
        summary: Summary,
    ) -> Self {
        let Document { sentences, blocks, language, .. } = document;
        let Cast { mentions, references, entities } = cast;
        Self {
            published,
            language,
            blocks,
            sentences,
            mentions,
            references,
            entities,
            dates,
            quotes,
            summary,
        }
    }
}

/// The publication day: as given, else as the article says.
pub(crate) fn publication(document: &Document<'_>, options: &Options) -> Option<Published> {
    let years = Day::new(1, 1, 1)..=Day::new(9999, 12, 31);
    let given = options
        .published
        .filter(|&day| years.contains(&Some(day)))
        .map(|day| Published { day, from: PublishedFrom::Given });
    given.or_else(|| {
        dates::publication(document).map(|(day, span)| Published { day, from: PublishedFrom::Text(span) })
    })
}
