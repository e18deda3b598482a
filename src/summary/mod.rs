//! Key sentences, and the headline facts: who, where, when.

use crate::dates::Timex;
use crate::entities::{Cast, Kind};
use crate::quotes::Quote;
use crate::text::Document;

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
}

/// Ranks sentences and picks the headline facts.
pub fn rank(document: &Document<'_>, cast: &Cast, dates: &[Timex], _quotes: &[Quote]) -> Summary {
    let prose = (0..document.sentences.len()).filter(|&i| document.block_kind(i).is_prose());
    let of =
        |kind: Kind| (0..cast.entities.len() as u32).filter(move |&i| cast.entities[i as usize].kind == kind);
    Summary {
        sentences: prose.take(10).map(|i| i as u32).collect(),
        who: of(Kind::Person).take(3).collect(),
        places: of(Kind::Place).take(3).collect(),
        when: (0..dates.len() as u32).take(3).collect(),
    }
}
