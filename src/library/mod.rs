//! Several articles as one story: who occurs in which, what each adds, one timeline.
//!
//! Articles are added one by one; adding one takes time in proportion to that article, however many are there
//! already. All names an entity ever had count when the next article's entities are recognised, so an acronym that
//! one article explains is understood in another. What is asked for ([`timeline`](Library::timeline),
//! [`meetings`](Library::meetings), [`record`](Library::record)) is put together when it is asked for.

mod figures;
mod overlap;
pub mod record;
mod volume;

pub use figures::{Appearance, Figure};
pub use overlap::{Echo, SentenceId};
pub use volume::{Event, Meeting};

use crate::dates::Day;
use crate::entities::{Entity, Kind};
use crate::export::Source;
use crate::maps::HashMap;
use crate::sort::Sort;
use figures::Figures;
use overlap::Sentences;
use volume::Volume;

/// Articles read, and what they have in common.
#[derive(Debug, Clone, Default)]
pub struct Library {
    volumes: Vec<Volume>,
    numbers: HashMap<String, u32>,
    figures: Figures,
    sentences: Sentences,
}

impl Library {
    /// A library without articles.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds an article under an id of the caller's choice; its number, counted from 0. An article that has this id
    /// already is taken out first.
    pub fn add(&mut self, id: &str, source: &Source<'_>) -> u32 {
        self.remove(id);
        self.shelve(Volume::new(id, source))
    }

    /// Takes an article out, and gives the numbers after its own to those that followed it. What remains is the library
    /// that never had it: the others are joined anew, in time proportional to all of them. False if there is none.
    pub fn remove(&mut self, id: &str) -> bool {
        let Some(at) = self.number_of(id) else { return false };
        let mut volumes = std::mem::take(self).volumes;
        volumes.remove(at as usize);
        for volume in volumes {
            self.shelve(volume);
        }
        true
    }

    /// Recognises the entities of one article among those of the articles before, and returns the index into
    /// [`figures`](Self::figures) of each. For callers that have entities but no article; [`add`](Self::add) does it too.
    pub fn join(&mut self, entities: &[Entity]) -> Vec<u32> {
        let number = self.shelve(Volume::of(entities));
        self.volumes[number as usize].figures.clone()
    }

    fn shelve(&mut self, mut volume: Volume) -> u32 {
        let number = self.volumes.len() as u32;
        volume.figures = self.figures.join(number, &volume.entities);
        self.sentences.add(number, &volume.words);
        self.numbers.insert(volume.id.clone(), number);
        self.volumes.push(volume);
        number
    }

    /// How many articles there are.
    pub fn len(&self) -> usize {
        self.volumes.len()
    }

    /// True before the first article.
    pub fn is_empty(&self) -> bool {
        self.volumes.is_empty()
    }

    /// The number of the article with an id.
    pub fn number_of(&self, id: &str) -> Option<u32> {
        self.numbers.get(id).copied()
    }

    /// Everybody and everything named, in order of first occurrence.
    pub fn figures(&self) -> &[Figure] {
        self.figures.all()
    }

    /// Figures of a kind, those first that occur in most articles, then those named most often.
    pub fn of_kind(&self, kind: Kind) -> Vec<&Figure> {
        let mut all: Vec<&Figure> = self.figures().iter().filter(|f| f.kind == kind).collect();
        all.arrange_by_key(|f| std::cmp::Reverse(self.weight(f)));
        all
    }

    /// In how many articles the story itself names somebody (photographers and agencies it does not), in how many
    /// anything does, and how often.
    fn weight(&self, figure: &Figure) -> (usize, usize, u32) {
        let told = |a: &&Appearance| {
            let told = &self.volumes[a.article as usize].told;
            told.get(a.entity as usize).is_some_and(|&told| told)
        };
        let articles = &figure.appearances;
        (articles.iter().filter(told).count(), articles.len(), figure.mentions())
    }

    /// The figure of an article's entity.
    pub fn figure_of(&self, article: u32, entity: u32) -> Option<&Figure> {
        let figure = *self.volumes.get(article as usize)?.figures.get(entity as usize)?;
        self.figures().get(figure as usize)
    }

    /// Dated sentences of all articles, by the day they speak of; those of one day by article and place in it.
    pub fn timeline(&self) -> Vec<Event> {
        let volumes = self.volumes.iter().enumerate();
        let mut all: Vec<Event> = volumes.flat_map(|(n, volume)| volume.events(n as u32)).collect();
        all.arrange_by_key(|e| (e.from, e.to, self.when(e.article), e.sentence, e.date));
        all
    }

    /// Who is named in one sentence with whom, those first that meet in most articles, then in most sentences.
    pub fn meetings(&self) -> Vec<Meeting> {
        let mut pairs: HashMap<(u32, u32), Meeting> = HashMap::default();
        for (number, volume) in self.volumes.iter().enumerate() {
            volume.meet(number as u32, &mut pairs);
        }
        let mut all: Vec<Meeting> = pairs.into_values().collect();
        all.arrange_by_key(|m| (std::cmp::Reverse((m.articles.len(), m.sentences)), m.one, m.other));
        all
    }

    /// Articles in order of publication; those without a day last, in order of adding.
    pub fn chronology(&self) -> Vec<u32> {
        let mut order: Vec<u32> = (0..self.volumes.len() as u32).collect();
        order.arrange_by_key(|&n| self.when(n));
        order
    }

    /// By what articles are put in order of time.
    fn when(&self, article: u32) -> (bool, Option<Day>, u32) {
        let day = self.volumes.get(article as usize).and_then(|v| v.published);
        (day.is_none(), day, article)
    }

    /// Figures that no other article names.
    pub fn only_in(&self, article: u32) -> Vec<&Figure> {
        let alone =
            |f: &&Figure| matches!(f.appearances[..], [Appearance { article: only, .. }] if only == article);
        self.figures_in(article).into_iter().filter(alone).collect()
    }

    /// Figures that no article published (or, without a day, added) before this one names.
    pub fn new_in(&self, article: u32) -> Vec<&Figure> {
        let first = |f: &&Figure| f.appearances.iter().all(|a| self.when(a.article) >= self.when(article));
        self.figures_in(article).into_iter().filter(first).collect()
    }

    /// Sentences of other articles that say what sentences of this one say.
    pub fn echoes(&self, article: u32) -> Vec<Echo> {
        self.sentences.echoes(article)
    }

    /// The figures an article's story names and the places it shows, the most important to it first, each once.
    /// Photographers and agencies are none of it.
    fn figures_in(&self, article: u32) -> Vec<&Figure> {
        let Some(volume) = self.volumes.get(article as usize) else { return Vec::new() };
        let mut seen = crate::maps::HashSet::default();
        let named = volume.figures.iter().zip(&volume.told).filter_map(|(&n, &told)| {
            let figure = self.figures().get(n as usize)?;
            ((told || figure.kind == Kind::Place) && seen.insert(n)).then_some(figure)
        });
        named.collect()
    }
}
