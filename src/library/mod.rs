//! Several articles as one story: who occurs in which, what each adds, one timeline.
//!
//! Articles are added one by one; adding one takes time in proportion to that article, however many are there
//! already. All names an entity ever had count when the next article's entities are recognised, so an acronym that
//! one article explains is understood in another.

mod figures;
mod overlap;
mod timeline;

pub use figures::{Appearance, Figure};
pub use overlap::{Echo, SentenceId};
pub use timeline::Event;

use crate::Article;
use crate::dates::Day;
use crate::entities::{Entity, Kind};
use figures::Figures;
use overlap::Sentences;
use timeline::Timeline;

/// Articles read, and what they have in common.
#[derive(Debug, Clone, Default)]
pub struct Library {
    volumes: Vec<Volume>,
    figures: Figures,
    timeline: Timeline,
    sentences: Sentences,
}

/// What the library keeps of an article.
#[derive(Debug, Clone)]
struct Volume {
    published: Option<Day>,
    /// The figure of each entity of the article, by the entity's index.
    figures: Vec<u32>,
}

impl Library {
    /// A library without articles.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds an article that was read from `text`; its number, counted from 0.
    pub fn add(&mut self, article: &Article, text: &str) -> u32 {
        let number = self.volumes.len() as u32;
        let figures = self.figures.join(number, &article.entities);
        self.timeline.add(number, article, &figures);
        self.sentences.add(number, article, text);
        self.volumes.push(Volume { published: article.published.map(|p| p.day), figures });
        number
    }

    /// Recognises the entities of one article among those of the articles before, and returns the index into
    /// [`figures`](Self::figures) of each. For callers that have entities but no article; [`add`](Self::add) does it too.
    pub fn join(&mut self, entities: &[Entity]) -> Vec<u32> {
        let figures = self.figures.join(self.volumes.len() as u32, entities);
        self.volumes.push(Volume { published: None, figures: figures.clone() });
        figures
    }

    /// How many articles there are.
    pub fn len(&self) -> usize {
        self.volumes.len()
    }

    /// True before the first article.
    pub fn is_empty(&self) -> bool {
        self.volumes.is_empty()
    }

    /// Everybody and everything named, in order of first occurrence.
    pub fn figures(&self) -> &[Figure] {
        self.figures.all()
    }

    /// Figures of a kind, those first that occur in most articles, then those named most often.
    pub fn of_kind(&self, kind: Kind) -> Vec<&Figure> {
        let mut all: Vec<&Figure> = self.figures().iter().filter(|f| f.kind == kind).collect();
        all.sort_by_key(|f| std::cmp::Reverse((f.appearances.len(), f.mentions())));
        all
    }

    /// People, those of most articles first.
    pub fn people(&self) -> Vec<&Figure> {
        self.of_kind(Kind::Person)
    }

    /// Places, those of most articles first.
    pub fn places(&self) -> Vec<&Figure> {
        self.of_kind(Kind::Place)
    }

    /// The figure of an article's entity.
    pub fn figure_of(&self, article: u32, entity: u32) -> Option<&Figure> {
        let figure = *self.volumes.get(article as usize)?.figures.get(entity as usize)?;
        self.figures().get(figure as usize)
    }

    /// Dated sentences of all articles, by the day they speak of.
    pub fn timeline(&self) -> impl Iterator<Item = &Event> {
        self.timeline.events()
    }

    /// Articles in order of publication; those without a day last, in order of adding.
    pub fn chronology(&self) -> Vec<u32> {
        let mut order: Vec<u32> = (0..self.volumes.len() as u32).collect();
        order.sort_by_key(|&n| {
            let day = self.volumes[n as usize].published;
            (day.is_none(), day, n)
        });
        order
    }

    /// Figures that no other article names.
    pub fn only_in(&self, article: u32) -> Vec<&Figure> {
        let alone =
            |f: &&Figure| matches!(f.appearances[..], [Appearance { article: only, .. }] if only == article);
        self.figures_in(article).into_iter().filter(alone).collect()
    }

    /// Figures that no article published (or, without a day, added) before this one names.
    pub fn new_in(&self, article: u32) -> Vec<&Figure> {
        let when = |n: u32| {
            let day = self.volumes.get(n as usize).and_then(|v| v.published);
            (day.is_none(), day, n)
        };
        let first = |f: &&Figure| f.appearances.iter().all(|a| when(a.article) >= when(article));
        self.figures_in(article).into_iter().filter(first).collect()
    }

    /// Sentences of other articles that say what sentences of this one say.
    pub fn echoes(&self, article: u32) -> Vec<Echo> {
        self.sentences.echoes(article)
    }

    fn figures_in(&self, article: u32) -> Vec<&Figure> {
        let Some(volume) = self.volumes.get(article as usize) else { return Vec::new() };
        let mut numbers = volume.figures.clone();
        numbers.sort_unstable();
        numbers.dedup();
        numbers.into_iter().filter_map(|n| self.figures().get(n as usize)).collect()
    }
}
