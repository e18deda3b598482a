//! What speaks for a reading of a name by itself: how big a place it is, and what the words next to the name say.

use super::candidates::Fit;
use super::context::Cue;
use super::distance::kilometres;
use super::gazetteer::{Class, Gazetteer, Rank, Row};

/// How much each sign counts, in doublings of likelihood (binary logarithm).
#[derive(Debug, Clone, PartialEq)]
pub struct Weights {
    /// Per doubling of inhabitants.
    pub inhabitants: f32,
    /// A country of one inhabitant; each doubling adds half of what it adds to a town.
    pub country: f32,
    /// A capital, over a town of its size.
    pub capital: f32,
    /// A first-level division, over a town with as many people.
    pub region: f32,
    /// A county or district.
    pub county: f32,
    /// A name that is not the usual one.
    pub other_name: f32,
    /// An abbreviation.
    pub short_name: f32,
    /// The name is only part of what the text says.
    pub part_of_name: f32,
    /// The words around say what sort of place it is, and it is.
    pub class_cue: f32,
    /// "Tripoli, Lebanon".
    pub behind_comma: f32,
    /// "Tripoli in Lebanon", "Lebanon's Tripoli", "the Lebanese city of Tripoli".
    pub next_to: f32,
    /// Its country or division is named in the same sentence.
    pub in_sentence: f32,
    /// "Atlanta, Georgia", for Georgia.
    pub holds: f32,
    /// Per doubling of the votes for its country.
    pub same_country: f32,
    /// Per doubling of the votes for its first-level division.
    pub same_region: f32,
    /// Per doubling of the likely places near by.
    pub near: f32,
    /// Stands in a list with places of its class, of the same country.
    pub listed: f32,
    /// A place that is in no gazetteer: what a village has for itself.
    pub unknown: f32,
}

impl Weights {
    /// Set by hand, then tuned on GeoVirus (`glosser eval geo --tune`) and on made-up local news.
    pub const TUNED: Self = Self {
        inhabitants: 1.0,
        country: 14.5,
        capital: 3.0,
        region: -2.0,
        county: -1.5,
        other_name: -3.0,
        short_name: -6.0,
        part_of_name: -4.0,
        class_cue: 5.0,
        behind_comma: 13.0,
        next_to: 6.0,
        in_sentence: 2.0,
        holds: 5.0,
        same_country: 2.4,
        same_region: 2.2,
        near: 1.7,
        listed: 5.0,
        unknown: 7.0,
    };
}

/// A capital counts as if at least one in ninety of its country lived there, in halvings: of Washington newspapers speak
/// more than of a town of its size.
const CAPITAL: f32 = 6.5;

/// What speaks for a reading before the text is looked at.
pub(super) fn prior(gazetteer: &Gazetteer, row: Row, fit: Fit, weights: &Weights) -> f32 {
    let class = gazetteer.class(row);
    let land = gazetteer.country(row).filter(|_| class == Class::Capital);
    let at_least = land.map_or(0.0, |country| gazetteer.weight(country) - CAPITAL);
    let inhabitants = weights.inhabitants * gazetteer.weight(row).max(at_least);
    let class = match class {
        Class::Country => weights.country - 0.5 * inhabitants,
        Class::Capital => weights.capital,
        Class::Region => weights.region,
        Class::County => weights.county,
        _ => 0.0,
    };
    let name = match fit {
        Fit::Named(Rank::Main) => 0.0,
        Fit::Named(Rank::Other) => weights.other_name,
        Fit::Named(Rank::Short) => weights.short_name,
        Fit::Part => weights.part_of_name,
    };
    inhabitants + class + name
}

/// What the words next to the name say for a reading.
pub(super) fn told(gazetteer: &Gazetteer, row: Row, cues: &[Cue], weights: &Weights) -> f32 {
    let mut sum = 0.0;
    let (mut inside, mut held) = (0.0_f32, 0.0_f32);
    for cue in cues {
        match *cue {
            Cue::Class(class) => {
                sum += if is_a(gazetteer.class(row), class) { weights.class_cue } else { 0.0 }
            }
            Cue::Comma(container) if lies_in(gazetteer, row, container) => {
                inside = inside.max(weights.behind_comma)
            }
            Cue::Beside(container) if lies_in(gazetteer, row, container) => {
                inside = inside.max(weights.next_to)
            }
            Cue::Sentence(container) if lies_in(gazetteer, row, container) => {
                inside = inside.max(weights.in_sentence);
            }
            Cue::Holds(area) if row == area => held = weights.holds,
            Cue::Article if gazetteer.class(row) == Class::Water => held = 3.0 * weights.class_cue,
            _ => {}
        }
    }
    sum.min(2.0 * weights.class_cue) + inside + held
}

pub(super) fn is_a(class: Class, sought: Class) -> bool {
    match sought {
        Class::Town => matches!(class, Class::Town | Class::Capital),
        Class::Region => matches!(class, Class::Region | Class::County | Class::Area),
        sought => class == sought,
    }
}

/// True if the place is part of the container, or next to it where the container is a town.
fn lies_in(gazetteer: &Gazetteer, row: Row, container: Row) -> bool {
    if row == container {
        return false;
    }
    match gazetteer.class(container) {
        Class::Country => gazetteer.country(row) == Some(container),
        Class::Region => gazetteer.region(row) == Some(container),
        _ => {
            let ((lat, lon), (other_lat, other_lon)) = (gazetteer.point(row), gazetteer.point(container));
            gazetteer.class(row) >= gazetteer.class(container)
                && kilometres(lat as f32, lon as f32, other_lat as f32, other_lon as f32) < 60.0
        }
    }
}
