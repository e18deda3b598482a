//! Key sentences, key phrases, and the headline facts: who, where, when.
//!
//! Sentences are ranked by a linear scorer over a few honest features ([`features`]), with weights learned from
//! human summaries (`glosser train summary`), then chosen one by one so that any prefix is a summary (`choose`).

mod choose;
mod chunks;
mod facts;
pub mod features;
mod phrases;
mod stem;
mod stems;
mod weights;

use choose::choose;
pub(crate) use features::is_stop;
pub use stem::stem;
use stems::Stems;
pub use weights::WEIGHTS;

use crate::dates::Timex;
use crate::entities::Cast;
use crate::quotes::Quote;
use crate::text::{Document, Span};
use features::{Candidate, Features};

/// What an article comes down to.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Summary {
    /// Indexes of up to ten sentences, best first; any prefix is a summary.
    pub sentences: Vec<u32>,
    /// Indexes of the people and bodies that matter most, best first.
    pub who: Vec<u32>,
    /// Indexes of the places (as entities) that matter most, best first.
    pub places: Vec<u32>,
    /// Indexes of the dates that matter most, best first.
    pub when: Vec<u32>,
    /// Key phrases, best first, each where it first stands; names and dates are none.
    pub phrases: Vec<Span>,
}

/// Ranks sentences and picks the headline facts.
pub fn rank(document: &Document<'_>, cast: &Cast, dates: &[Timex], quotes: &[Quote]) -> Summary {
    let mut stems = Stems::default();
    let candidates = features::weighed(document, cast, quotes, &mut stems);
    let sentences =
        ranking(&candidates, &WEIGHTS).into_iter().map(|i| candidates[i].sentence as u32).collect();
    Summary {
        sentences,
        who: facts::who(document, cast),
        places: facts::places(document, cast),
        when: facts::when(document, dates),
        phrases: phrases::find(document, cast, dates, &mut stems),
    }
}

/// What the ranking of sentences depends on.
#[derive(Debug, Clone, PartialEq)]
pub struct Weights {
    /// One weight a feature, in the order of [`features::NAMES`].
    pub features: Features,
    /// What a sentence loses that repeats one chosen before.
    pub repetition: f32,
    /// What a sentence loses for its lateness, beside the feature, once one is chosen.
    pub order: f32,
}

/// Up to ten of the candidates by index, best first.
pub fn ranking(candidates: &[Candidate], weights: &Weights) -> Vec<usize> {
    let score = |c: &Candidate| c.features.iter().zip(&weights.features).map(|(f, w)| f * w).sum();
    let scores: Vec<f32> = candidates.iter().map(score).collect();
    choose(candidates, &scores, weights)
}

#[cfg(test)]
mod tests;
