//! People, places and organisations: a linear-chain tagger over hashed features.

mod addressed;
pub mod analysis;
mod bodies;
pub mod chain;
pub mod confidence;
mod defined;
pub mod facts;
pub mod features;
mod fold;
#[cfg(test)]
mod given;
pub mod hash;
pub mod label;
pub mod lexicon;
mod lines;
pub mod model;
mod pairs;
mod runs;
mod settle;
mod table;
mod tagger;
mod teams;
mod tidy;
mod titled;
pub mod topic;
pub mod votes;
pub mod word;

pub use fold::fold;
pub use model::{Model, Parts};
pub use tagger::{passes, tag, weighed};

use crate::text::Span;

/// What a name is the name of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum NameKind {
    /// A person.
    Person,
    /// A country, town, region, building, river.
    Place,
    /// A company, body, party, team.
    Organization,
    /// A nationality, religion or political group ("Iraqi", "Kurds"): known, so that it is none of the others.
    Demonym,
}

/// A stretch of text that the tagger takes for a name.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Name {
    /// The bare name: no title, no "the", no possessive.
    pub span: Span,
    /// What kind of name.
    pub kind: NameKind,
    /// How sure, 0 to 1, calibrated.
    pub confidence: f32,
}
