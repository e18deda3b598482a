//! From names to places: every reading of every name is weighed against all the others.
//!
//! Each name has candidates. A candidate starts with what speaks for it alone: how many people live there, what
//! sort of place it is, whether the name is its usual one, and what the words next to the name say ("Tripoli,
//! Lebanon", "the Syrian city of", "Idlib province"). Then, in a few rounds, the candidates of all names vote for
//! their countries and divisions, and each is raised by the votes of the other names and by likely places nearby.
//! The method is mean-field inference over one choice per name (as in the "spatial minimality" and
//! "one country per discourse" heuristics of toponym resolution, Leidner 2007), with hand-set, tuned weights.

use super::context::{Cue, Surroundings};
use super::gazetteer::{Class, Gazetteer, Rank, Row};
use super::{Place, candidates};
use crate::text::{Document, Span};
use std::collections::HashMap;

/// A name whose place is sought, with all its mentions.
pub(super) struct Toponym<'t> {
    /// Its forms, the fullest first.
    pub names: Vec<&'t str>,
    /// Where it stands, in order.
    pub spans: Vec<Span>,
}

/// A reading of a name.
#[derive(Debug, Clone, Copy)]
struct Candidate {
    row: Row,
    country: Option<Row>,
    region: Option<Row>,
    lat: f32,
    lon: f32,
    /// What speaks for it without the other names, as a binary logarithm.
    own: f32,
    /// How likely it is, over the candidates of its name.
    share: f32,
}

/// How much each sign counts, in doublings of likelihood.
mod weights {
    /// Per doubling of inhabitants.
    pub const INHABITANTS: f32 = 0.8;
    /// A country, over a town of its size.
    pub const COUNTRY: f32 = 6.0;
    /// A capital, over a town of its size.
    pub const CAPITAL: f32 = 3.0;
    /// A first-level division, over a town with as many people.
    pub const REGION: f32 = -2.0;
    /// A county or district.
    pub const COUNTY: f32 = -2.0;
    /// A name that is not the usual one.
    pub const OTHER_NAME: f32 = -3.0;
    /// An abbreviation.
    pub const SHORT_NAME: f32 = -6.0;
    /// The words around say what sort of place it is, and it is.
    pub const CLASS_CUE: f32 = 5.0;
    /// "Tripoli, Lebanon".
    pub const BEHIND_COMMA: f32 = 13.0;
    /// "Tripoli in Lebanon", "Lebanon's Tripoli", "the Lebanese city of Tripoli".
    pub const NEXT_TO: f32 = 6.0;
    /// Per unit of the logarithm of the votes for its country.
    pub const SAME_COUNTRY: f32 = 1.6;
    /// Per unit of the logarithm of the votes for its first-level division.
    pub const SAME_REGION: f32 = 2.2;
    /// Per unit of the logarithm of the likely places near by.
    pub const NEAR: f32 = 1.2;
}

/// What counts as near, in kilometres: at this distance a vote is worth a third.
const NEAR_KM: f32 = 150.0;
/// Names that vote at most: more would make long texts slow, and say nothing new.
const VOTERS: usize = 48;
/// Rounds of weighing; the shares settle within these.
const ROUNDS: usize = 4;
/// Below this confidence a name stays without a place.
const LEAST: f32 = 0.12;

/// The place of each name, where one can be told.
pub(super) fn resolve(
    gazetteer: &Gazetteer,
    document: &Document<'_>,
    toponyms: &[Toponym<'_>],
    people: &[Span],
) -> Vec<Option<Place>> {
    let surroundings = Surroundings::new(gazetteer, document, people);
    let mut choices: Vec<Vec<Candidate>> = Vec::with_capacity(toponyms.len());
    for toponym in toponyms {
        let cues = surroundings.cues(&toponym.spans);
        let found = candidates::of(gazetteer, &toponym.names);
        let mut choice: Vec<Candidate> = found
            .iter()
            .map(|&(row, rank)| {
                let (lat, lon) = gazetteer.point(row);
                Candidate {
                    row,
                    country: gazetteer.country(row),
                    region: gazetteer.region(row),
                    lat: lat as f32,
                    lon: lon as f32,
                    own: prior(gazetteer, row, rank) + told(gazetteer, row, &cues),
                    share: 0.0,
                }
            })
            .collect();
        share(&mut choice, |c| c.own);
        choices.push(choice);
    }
    let voices: Vec<f32> = toponyms.iter().map(|t| (t.spans.len().max(1) as f32).sqrt()).collect();
    for _ in 0..ROUNDS {
        weigh(&mut choices, &voices, &surroundings);
    }
    choices
        .iter()
        .zip(toponyms)
        .map(|(choice, toponym)| {
            let best = choice.iter().max_by(|a, b| a.share.total_cmp(&b.share))?;
            let name = gazetteer.name(best.row).unwrap_or(toponym.names.first()?);
            (best.share >= LEAST).then(|| Place {
                lat: gazetteer.point(best.row).0,
                lon: gazetteer.point(best.row).1,
                country: gazetteer.code(best.row).to_string(),
                name: name.to_string(),
                id: gazetteer.id(best.row),
                confidence: best.share,
            })
        })
        .collect()
}

/// What speaks for a reading before the text is looked at.
fn prior(gazetteer: &Gazetteer, row: Row, rank: Rank) -> f32 {
    let class = match gazetteer.class(row) {
        Class::Country => weights::COUNTRY,
        Class::Capital => weights::CAPITAL,
        Class::Region => weights::REGION,
        Class::County => weights::COUNTY,
        _ => 0.0,
    };
    let rank = match rank {
        Rank::Main => 0.0,
        Rank::Other => weights::OTHER_NAME,
        Rank::Short => weights::SHORT_NAME,
    };
    weights::INHABITANTS * gazetteer.weight(row) + class + rank
}

/// What the words next to the name say for a reading.
fn told(gazetteer: &Gazetteer, row: Row, cues: &[Cue]) -> f32 {
    let mut sum = 0.0;
    let mut inside = 0.0_f32;
    for cue in cues {
        match *cue {
            Cue::Class(class) => {
                sum += if is_a(gazetteer.class(row), class) { weights::CLASS_CUE } else { 0.0 }
            }
            Cue::Comma(container) if lies_in(gazetteer, row, container) => {
                inside = inside.max(weights::BEHIND_COMMA)
            }
            Cue::Beside(container) if lies_in(gazetteer, row, container) => {
                inside = inside.max(weights::NEXT_TO)
            }
            _ => {}
        }
    }
    sum.min(2.0 * weights::CLASS_CUE) + inside
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

/// One round: votes are counted, then every candidate is weighed against the votes of the other names.
fn weigh(choices: &mut [Vec<Candidate>], voices: &[f32], surroundings: &Surroundings<'_, '_>) {
    let mut countries: HashMap<Row, f32> = surroundings.countries.clone();
    let mut regions: HashMap<Row, f32> = surroundings.regions.clone();
    for (choice, &voice) in choices.iter().zip(voices) {
        for c in choice {
            if let Some(country) = c.country {
                *countries.entry(country).or_default() += voice * c.share;
            }
            if let Some(region) = c.region {
                *regions.entry(region).or_default() += voice * c.share;
            }
        }
    }
    let mut voters: Vec<usize> = (0..choices.len()).filter(|&i| !choices[i].is_empty()).collect();
    voters.sort_by(|&a, &b| voices[b].total_cmp(&voices[a]).then(a.cmp(&b)));
    voters.truncate(VOTERS);
    let likely: Vec<(usize, f32, f32, f32)> = voters
        .iter()
        .filter_map(|&i| {
            let best = choices[i].iter().max_by(|a, b| a.share.total_cmp(&b.share))?;
            Some((i, best.lat, best.lon, voices[i] * best.share))
        })
        .collect();
    for (i, choice) in choices.iter_mut().enumerate() {
        let voice = voices[i];
        let of_own = |choice: &[Candidate], same: &dyn Fn(&Candidate) -> bool| -> f32 {
            choice.iter().filter(|c| same(c)).map(|c| c.share).sum::<f32>() * voice
        };
        let scores: Vec<f32> = choice
            .iter()
            .map(|c| {
                let votes = |of: &HashMap<Row, f32>, row: Option<Row>, own: f32| {
                    row.and_then(|row| of.get(&row))
                        .map_or(0.0, |votes| (1.0 + (votes - own).max(0.0)).log2())
                };
                let country = votes(&countries, c.country, of_own(choice, &|o| o.country == c.country));
                let region = votes(&regions, c.region, of_own(choice, &|o| o.region == c.region));
                let near: f32 = likely
                    .iter()
                    .filter(|&&(voter, ..)| voter != i)
                    .map(|&(_, lat, lon, voice)| {
                        voice * (-kilometres(c.lat, c.lon, lat, lon) / NEAR_KM).exp()
                    })
                    .sum();
                c.own
                    + weights::SAME_COUNTRY * country
                    + weights::SAME_REGION * region
                    + weights::NEAR * (1.0 + near).log2()
            })
            .collect();
        let mut scores = scores.into_iter();
        share(choice, |_| scores.next().unwrap_or_default());
    }
}

/// Turns scores (binary logarithms) into shares that sum to one.
fn share(choice: &mut [Candidate], mut score: impl FnMut(&Candidate) -> f32) {
    let scores: Vec<f32> = choice.iter().map(&mut score).collect();
    let top = scores.iter().copied().fold(f32::MIN, f32::max);
    let sum: f32 = scores.iter().map(|s| (s - top).exp2()).sum();
    for (c, s) in choice.iter_mut().zip(scores) {
        c.share = (s - top).exp2() / sum;
    }
}

/// Distance on a flat map, good to a few per cent where it matters: near by.
fn kilometres(lat: f32, lon: f32, other_lat: f32, other_lon: f32) -> f32 {
    let mut east = (lon - other_lon).abs();
    if east > 180.0 {
        east = 360.0 - east;
    }
    let middle = (0.5 * (lat + other_lat)).to_radians();
    111.2 * (lat - other_lat).hypot(east * middle.cos())
}
