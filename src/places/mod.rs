//! Where a place is: the gazetteer and how a name is linked to one of its rows.

mod candidates;
mod claim;
mod context;
mod demonyms;
mod distance;
mod evidence;
mod fold;
mod gazetteer;
mod home;
mod link;
mod neighbours;
mod pack;
mod peoples;

pub(crate) use claim::claim;
pub(crate) use demonyms::country_adjective;
pub use demonyms::country_of_demonym;
pub(crate) use distance::narrowing;
pub use evidence::Weights;
pub use fold::fold;
pub(crate) use fold::plain;
pub use gazetteer::{Class, Entry, Gazetteer, KEY_BITS, Key, NONE, Rank, Row, key};
pub use pack::{Parts, STEP, checksum};

use crate::entities::{Cast, Kind};
use crate::maps::HashMap;
use crate::text::{Document, Span};
use link::Toponym;

/// A point on the map.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    /// Degrees north.
    pub lat: f64,
    /// Degrees east.
    pub lon: f64,
    /// ISO 3166-1 alpha-2, or empty for what lies in no country (seas, continents).
    pub country: String,
    /// The first-level division it lies in, where one is known: "Aleppo", "Texas".
    pub region: Option<String>,
    /// The gazetteer's name of countries, divisions, seas and the like; towns go by the article's own spelling.
    pub name: String,
    /// What sort of place it is.
    pub class: Class,
    /// GeoNames id, where there is one.
    pub id: Option<u32>,
    /// How sure the link is, 0 to 1.
    pub confidence: f32,
    /// True if only the country or division is known ("Smallville, Kansas": the point is the middle of that), or only
    /// the town around which the article's other places lie ("Elm Street" in a local paper: the point is that town's).
    pub approximate: bool,
}

/// Words of an organisation's name that may be a town's.
const NAMESAKE_WORDS: usize = 3;
/// How much an organisation's name counts as evidence, against a place's.
const NAMESAKE_VOICE: f32 = 0.5;

/// Gives each place entity its point, where the gazetteer and the article agree on one.
///
/// Linear in the text. Names that no pack knows, and names whose readings stay too close, are left without a place.
pub fn link(gazetteer: &Gazetteer, document: &Document<'_>, cast: &mut Cast) {
    let places: Vec<usize> =
        (0..cast.entities.len()).filter(|&e| cast.entities[e].kind == Kind::Place).collect();
    let mut toponyms: Vec<Toponym<'_>> = places
        .iter()
        .map(|&e| {
            let entity = &cast.entities[e];
            let spans = entity.mentions.iter().filter_map(|&m| cast.mentions.get(m as usize)).map(|m| m.span);
            let names = entity.aliases.iter().map(String::as_str).collect();
            Toponym { names, spans: spans.collect(), voice: 1.0 }
        })
        .collect();
    toponyms.extend(namesakes(gazetteer, document, cast));
    let found = link::resolve(gazetteer, document, &toponyms, &people(cast), &Weights::TUNED);
    for (e, place) in places.into_iter().zip(found) {
        cast.entities[e].place = place;
    }
}

/// The places of names whose spans are known: one answer for each span, in order. Equal names are one place.
///
/// For judging the linking alone, and for callers with a recogniser of their own. Adjectives ("Turkish") give their
/// country. Spans must lie on character boundaries of the text; others get no place.
pub fn link_spans(
    gazetteer: &Gazetteer,
    document: &Document<'_>,
    spans: &[Span],
    weights: &Weights,
) -> Vec<Option<Place>> {
    let mut toponyms: Vec<Toponym<'_>> = Vec::new();
    let mut known: HashMap<String, usize> = HashMap::default();
    let mut indexes = Vec::with_capacity(spans.len());
    for &span in spans {
        let name = document.text.get(span.start as usize..span.end as usize).unwrap_or_default();
        let index = *known.entry(fold(name)).or_insert_with(|| {
            toponyms.push(Toponym { names: vec![name], spans: Vec::new(), voice: 1.0 });
            toponyms.len() - 1
        });
        toponyms[index].spans.push(span);
        indexes.push(index);
    }
    let found = link::resolve(gazetteer, document, &toponyms, &[], weights);
    indexes.into_iter().map(|i| found[i].clone()).collect()
}

/// The towns and counties after which organisations are called ("Sangamon County Board"): they are not placed, but a
/// local paper names its neighbourhood in them.
fn namesakes<'t>(gazetteer: &Gazetteer, document: &Document<'t>, cast: &Cast) -> Vec<Toponym<'t>> {
    let mut found: Vec<Toponym<'t>> = Vec::new();
    let mut known: HashMap<&str, usize> = HashMap::default();
    for mention in cast.mentions.iter().filter(|m| m.kind == Kind::Organization) {
        let span = mention.span.start as usize..mention.span.end as usize;
        let name = document.text.get(span).unwrap_or_default();
        // The longest beginning that is a town or county, and not the whole name. Countries and states vote anyway.
        let ends = name.match_indices(' ').map(|(at, _)| at).take(NAMESAKE_WORDS);
        let town = ends.collect::<Vec<_>>().into_iter().rev().map(|end| &name[..end]).find(|town| {
            let mut rows = gazetteer.find(town).filter(|&(_, rank)| rank == Rank::Main).peekable();
            rows.peek().is_some() && rows.all(|(row, _)| gazetteer.class(row) > Class::Region)
        });
        let Some(town) = town else { continue };
        let index = *known.entry(town).or_insert_with(|| {
            found.push(Toponym { names: vec![town], spans: Vec::new(), voice: NAMESAKE_VOICE });
            found.len() - 1
        });
        let start = mention.span.start;
        found[index].spans.push(Span { start, end: start + town.len() as u32 });
    }
    found
}

/// Spans that name persons, in order.
fn people(cast: &Cast) -> Vec<Span> {
    cast.mentions.iter().filter(|m| m.kind == Kind::Person).map(|m| m.span).collect()
}
