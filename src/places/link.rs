//! From names to places: every reading of every name is weighed against all the others.
//!
//! Each name has candidates. A candidate starts with what speaks for it alone: how many people live there, what
//! sort of place it is, whether the name is its usual one, and what the words next to the name say ("Tripoli,
//! Lebanon", "the Syrian city of", "Idlib province"). Then, in a few rounds, the candidates of all names vote for
//! their countries and divisions, and each is raised by the votes of the other names and by likely places nearby.
//! The method is mean-field inference over one choice per name (as in the "spatial minimality" and
//! "one country per discourse" heuristics of toponym resolution, Leidner 2007), with hand-set, tuned weights.

use super::Place;
use super::candidates::{self, Fit};
use super::context::{Cue, Surroundings};
use super::distance::{NEAR_KM, kilometres, nearness};
use super::evidence::{Weights, prior, told};
use super::gazetteer::{Class, Gazetteer, Rank, Row};
use super::home::{home, is_local, middle, namesake, small};
use super::neighbours::{Neighbours, in_around, in_lists, is_settled};
use crate::maps::HashMap;
use crate::sort::Sort;
use crate::text::{Document, Span};

/// A name whose place is sought, with all its mentions.
pub(super) struct Toponym<'t> {
    /// Its forms, the fullest first.
    pub names: Vec<&'t str>,
    /// Where it stands, in order.
    pub spans: Vec<Span>,
    /// How much it counts as evidence for the others, 0 to 1.
    pub voice: f32,
}

/// A reading of a name.
#[derive(Debug, Clone, Copy)]
pub(super) struct Candidate {
    pub row: Row,
    pub class: Class,
    pub country: Option<Row>,
    pub region: Option<Row>,
    pub lat: f32,
    pub lon: f32,
    /// What speaks for it without the other names, as a binary logarithm.
    pub own: f32,
    /// How likely it is, over the candidates of its name.
    pub share: f32,
}

/// Names that vote at most: more would make long texts slow, and say nothing new.
pub(super) const VOTERS: usize = 48;
/// Mentions of a name whose surroundings are read.
const READ: usize = 24;
/// Confidence in a place of which only the division or country is known.
const APPROXIMATE: f32 = 0.3;
/// Confidence in a place that is said to be one of the article's home.
const NEARBY: f32 = 0.2;
/// From so many towns and counties of one division on an article is local news.
pub(super) const LOCAL: usize = 3;
/// Rounds of weighing; the shares settle within these.
const ROUNDS: usize = 4;
/// Below this confidence a name stays without a place.
const LEAST: f32 = 0.12;

/// The place of each name, where one can be told.
///
/// `people` are spans that name persons.
pub(super) fn resolve(
    gazetteer: &Gazetteer,
    document: &Document<'_>,
    toponyms: &[Toponym<'_>],
    people: &[Span],
    weights: &Weights,
) -> Vec<Option<Place>> {
    let mut named: Vec<Span> =
        toponyms.iter().flat_map(|t| t.spans.iter().copied()).chain(people.iter().copied()).collect();
    named.arrange_by_key(|s| (s.start, s.end));
    let surroundings = Surroundings::new(gazetteer, document, &named);
    let neighbours = Neighbours::new(document, toponyms);
    let cues: Vec<Vec<Cue>> = toponyms.iter().map(|t| surroundings.cues(&t.names, &t.spans)).collect();
    let mut choices: Vec<Vec<Candidate>> = Vec::with_capacity(toponyms.len());
    for (toponym, cues) in toponyms.iter().zip(&cues) {
        let found = candidates::of(gazetteer, &toponym.names, &surroundings.extended(&toponym.spans));
        let main = found.iter().filter(|f| f.1 == Fit::Named(Rank::Main)).map(|f| gazetteer.weight(f.0));
        let greatest = main.fold(0.0, f32::max);
        let mut choice: Vec<Candidate> = found
            .iter()
            .map(|&(row, fit)| {
                let (lat, lon) = gazetteer.point(row);
                // Hardly anybody calls a town by a name that a larger one goes by.
                let borrowed = fit == Fit::Named(Rank::Other) && gazetteer.weight(row) < greatest;
                let own = prior(gazetteer, row, fit, weights) + told(gazetteer, row, cues, weights);
                Candidate {
                    row,
                    class: gazetteer.class(row),
                    country: gazetteer.country(row),
                    region: gazetteer.region(row),
                    lat: lat as f32,
                    lon: lon as f32,
                    own: own + if borrowed { weights.short_name } else { 0.0 },
                    share: 0.0,
                }
            })
            .collect();
        share(&mut choice, weights.unknown, |c| c.own);
        choices.push(choice);
    }
    let voices: Vec<f32> = toponyms
        .iter()
        .map(|t| {
            let first = document
                .dateline
                .is_some_and(|d| t.spans.first().is_some_and(|s| s.end <= d.end && s.start >= d.start));
            t.voice * ((t.spans.len().max(1) as f32).sqrt() + if first { 1.0 } else { 0.0 })
        })
        .collect();
    for _ in 0..ROUNDS {
        weigh(&mut choices, &voices, &neighbours, &surroundings, weights);
    }
    let place = |row: Row, name: Option<&str>, confidence, approximate| {
        let (lat, lon) = gazetteer.point(row);
        let region =
            gazetteer.region(row).filter(|&r| r != row || approximate).and_then(|r| gazetteer.name(r));
        Some(Place {
            lat,
            lon,
            country: gazetteer.code(row).to_string(),
            region: region.map(str::to_string),
            name: name?.to_string(),
            class: if approximate { Class::Site } else { gazetteer.class(row) },
            id: gazetteer.id(row).filter(|_| !approximate),
            confidence,
            approximate,
        })
    };
    let home = home(gazetteer, &choices, &voices);
    let local = home.filter(|home| home.1 >= LOCAL).map(|home| home.0);
    let middle = middle(&choices, &voices);
    let town = |n: usize| {
        let best = likeliest(&choices[n]).filter(|b| b.share > 0.5);
        best.filter(|b| matches!(b.class, Class::Town | Class::Capital | Class::County))
    };
    let named = countries_named(gazetteer, &choices, &surroundings);
    let answer = |i: usize| {
        let (choice, toponym, cues) = (&choices[i], &toponyms[i], &cues[i]);
        let first = toponym.names.first().copied();
        // A small town abroad, in local news that has no word about its country, is one near by that no gazetteer has.
        let stray = |b: &&Candidate| {
            let away = local.is_some_and(|home| b.country != gazetteer.country(home));
            away && small(gazetteer, b) && b.country.is_some_and(|country| !named.contains_key(&country))
        };
        // "Quarrel, outside Odesa" is no town at the other end of the country.
        let elsewhere = |b: &&Candidate| {
            let away = |o: &Candidate| kilometres(b.lat, b.lon, o.lat, o.lon) > NEAR_KM;
            b.class == Class::Town && neighbours.around[i].iter().filter_map(|&n| town(n)).any(away)
        };
        let best = likeliest(choice).filter(|b| b.share >= LEAST && !stray(b) && !elsewhere(b));
        let best =
            best.map(|b| local.and_then(|home| namesake(gazetteer, home, b, choice, &named)).unwrap_or(b));
        match (best, said_to_lie_in(gazetteer, cues)) {
            (Some(best), _) => {
                place(best.row, gazetteer.name(best.row).or(first), best.share.max(LEAST), false)
            }
            (None, Some(container)) => place(container, first, APPROXIMATE, true),
            (None, None) => {
                let at_home = home.filter(|_| first.is_some_and(is_local)).map(|home| home.0);
                let is_settled =
                    |t: &Toponym<'_>| t.spans.iter().take(READ).any(|&span| is_settled(document, span));
                let settled =
                    || is_settled(toponym) || neighbours.lists[i].iter().any(|&n| is_settled(&toponyms[n]));
                let beside = || neighbours.of(i).find_map(town).map(|town| town.row);
                let at = at_home.or_else(beside).or_else(|| middle.filter(|_| settled()))?;
                place(at, first, NEARBY, true)
            }
        }
    };
    (0..toponyms.len()).map(answer).collect()
}

/// The reading with the greatest share.
pub(super) fn likeliest(choice: &[Candidate]) -> Option<&Candidate> {
    choice.iter().max_by(|a, b| a.share.total_cmp(&b.share))
}

/// How many names the article has for each country or for what is known in it, and words besides.
fn countries_named(
    gazetteer: &Gazetteer,
    choices: &[Vec<Candidate>],
    surroundings: &Surroundings<'_, '_>,
) -> HashMap<Row, u32> {
    let mut named: HashMap<Row, u32> = surroundings.countries.keys().map(|&country| (country, 1)).collect();
    let known = choices.iter().filter_map(|choice| likeliest(choice).filter(|best| !small(gazetteer, best)));
    for country in known.filter_map(|best| best.country) {
        *named.entry(country).or_default() += 1;
    }
    named
}

/// The smallest area behind a comma: "Smallville, Kansas" lies in Kansas even if no gazetteer has it.
fn said_to_lie_in(gazetteer: &Gazetteer, cues: &[Cue]) -> Option<Row> {
    let containers = cues.iter().filter_map(|cue| match *cue {
        Cue::Comma(row) => Some(row),
        _ => None,
    });
    containers.max_by_key(|&row| gazetteer.class(row))
}

/// One round: votes are counted, then every candidate is weighed against the votes of the other names.
fn weigh(
    choices: &mut [Vec<Candidate>],
    voices: &[f32],
    neighbours: &Neighbours,
    surroundings: &Surroundings<'_, '_>,
    weights: &Weights,
) {
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
    voters.arrange_by(|&a, &b| voices[b].total_cmp(&voices[a]).then(a.cmp(&b)));
    voters.truncate(VOTERS);
    let likely: Vec<(usize, f32, f32, f32)> = voters
        .iter()
        .filter_map(|&i| {
            let best = likeliest(&choices[i])?;
            Some((i, best.lat, best.lon, voices[i] * best.share))
        })
        .collect();
    // What is not in the gazetteer lies most likely in the country the article is about.
    let home = countries.values().copied().fold(0.0_f32, f32::max);
    let listed: Vec<Vec<f32>> =
        choices.iter().enumerate().map(|(i, own)| in_lists(own, &neighbours.lists[i], choices)).collect();
    let within: Vec<Vec<f32>> =
        choices.iter().enumerate().map(|(i, own)| in_around(own, &neighbours.around[i], choices)).collect();
    for (i, choice) in choices.iter_mut().enumerate() {
        let voice = voices[i];
        let of_own = |choice: &[Candidate], same: &dyn Fn(&Candidate) -> bool| -> f32 {
            choice.iter().filter(|c| same(c)).map(|c| c.share).sum::<f32>() * voice
        };
        let scores: Vec<f32> = choice
            .iter()
            .zip(&listed[i])
            .zip(&within[i])
            .map(|((c, listed), within)| {
                let votes = |of: &HashMap<Row, f32>, row: Option<Row>, own: f32| {
                    row.and_then(|row| of.get(&row))
                        .map_or(0.0, |votes| (1.0 + (votes - own).max(0.0)).log2())
                };
                let country = votes(&countries, c.country, of_own(choice, &|o| o.country == c.country));
                let region = votes(&regions, c.region, of_own(choice, &|o| o.region == c.region));
                let near: f32 = likely
                    .iter()
                    .filter(|&&(voter, ..)| voter != i)
                    .map(|&(_, lat, lon, voice)| voice * nearness((c.lat, c.lon), lat, lon))
                    .sum();
                c.own
                    + weights.same_country * country
                    + weights.same_region * region
                    + weights.near * (1.0 + near).log2()
                    + weights.listed * listed
                    + weights.next_to * within
            })
            .collect();
        let mut scores = scores.into_iter();
        let unknown = weights.unknown + weights.same_country * (1.0 + (home - voice).max(0.0)).log2();
        share(choice, unknown, |_| scores.next().unwrap_or_default());
    }
}

/// Turns scores (binary logarithms) into shares that sum to one with that of `unknown`, a place of no gazetteer.
fn share(choice: &mut [Candidate], unknown: f32, mut score: impl FnMut(&Candidate) -> f32) {
    let scores: Vec<f32> = choice.iter().map(&mut score).collect();
    let top = scores.iter().copied().fold(unknown, f32::max);
    let sum: f32 = (unknown - top).exp2() + scores.iter().map(|s| (s - top).exp2()).sum::<f32>();
    for (c, s) in choice.iter_mut().zip(scores) {
        c.share = (s - top).exp2() / sum;
    }
}
