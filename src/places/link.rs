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
use super::gazetteer::{Class, Gazetteer, Rank, Row};
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
struct Candidate {
    row: Row,
    class: Class,
    country: Option<Row>,
    region: Option<Row>,
    lat: f32,
    lon: f32,
    /// What speaks for it without the other names, as a binary logarithm.
    own: f32,
    /// How likely it is, over the candidates of its name.
    share: f32,
}

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

/// What counts as near, in kilometres: at this distance a vote is worth a third.
const NEAR_KM: f32 = 150.0;
/// From here on a vote is worth less than a ten-millionth.
const FAR_KM: f32 = 2_700.0;
/// Names that vote at most: more would make long texts slow, and say nothing new.
const VOTERS: usize = 48;
/// Neighbours in lists that are asked at most.
const LISTED: usize = 8;
/// Confidence in a place of which only the division or country is known.
const APPROXIMATE: f32 = 0.3;
/// Confidence in a place that is said to be one of the article's home.
const NEARBY: f32 = 0.2;
/// How likely a town must be to count for the article's home, and the share of its division among all.
const SURE: f32 = 0.5;
const MOST: f32 = 0.67;
/// From so many towns and counties of one division on an article is local news.
const LOCAL: usize = 3;
/// A capital counts as if at least one in ninety of its country lived there, in halvings: of Washington newspapers speak
/// more than of a town of its size.
const CAPITAL: f32 = 6.5;
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
    let lists = lists(document, toponyms);
    let cues: Vec<Vec<Cue>> = toponyms.iter().map(|t| surroundings.cues(&t.names, &t.spans)).collect();
    let mut choices: Vec<Vec<Candidate>> = Vec::with_capacity(toponyms.len());
    for (toponym, cues) in toponyms.iter().zip(&cues) {
        let found = candidates::of(gazetteer, &toponym.names, &surroundings.extended(&toponym.spans));
        let mut choice: Vec<Candidate> = found
            .iter()
            .map(|&(row, fit)| {
                let (lat, lon) = gazetteer.point(row);
                Candidate {
                    row,
                    class: gazetteer.class(row),
                    country: gazetteer.country(row),
                    region: gazetteer.region(row),
                    lat: lat as f32,
                    lon: lon as f32,
                    own: prior(gazetteer, row, fit, weights) + told(gazetteer, row, cues, weights),
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
        weigh(&mut choices, &voices, &lists, &surroundings, weights);
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
    let local = home.filter(|&(_, towns)| towns >= LOCAL).map(|(home, _)| home);
    let named = countries_named(&choices, &surroundings);
    let answer = |((choice, toponym), cues): ((&Vec<Candidate>, &Toponym<'_>), &Vec<Cue>)| {
        let first = toponym.names.first().copied();
        let best = likeliest(choice).filter(|b| b.share >= LEAST);
        let best =
            best.map(|b| local.and_then(|home| namesake(gazetteer, home, b, choice, &named)).unwrap_or(b));
        match (best, said_to_lie_in(gazetteer, cues)) {
            (Some(best), _) => {
                place(best.row, gazetteer.name(best.row).or(first), best.share.max(LEAST), false)
            }
            (None, Some(container)) => place(container, first, APPROXIMATE, true),
            (None, None) => place(home.filter(|_| first.is_some_and(is_local))?.0, first, NEARBY, true),
        }
    };
    choices.iter().zip(toponyms).zip(&cues).map(answer).collect()
}

fn likeliest(choice: &[Candidate]) -> Option<&Candidate> {
    choice.iter().max_by(|a, b| a.share.total_cmp(&b.share))
}

/// How many names the article has for each country or for what lies in it, and words besides.
fn countries_named(choices: &[Vec<Candidate>], surroundings: &Surroundings<'_, '_>) -> HashMap<Row, u32> {
    let mut named: HashMap<Row, u32> = surroundings.countries.keys().map(|&country| (country, 1)).collect();
    for country in choices.iter().filter_map(|choice| likeliest(choice)?.country) {
        *named.entry(country).or_default() += 1;
    }
    named
}

/// The town near `home` that a country's name means in a local paper that has no other word about that country: "Cuba" in
/// Missouri.
fn namesake<'c>(
    gazetteer: &Gazetteer,
    home: Row,
    country: &Candidate,
    choice: &'c [Candidate],
    named: &HashMap<Row, u32>,
) -> Option<&'c Candidate> {
    if country.class != Class::Country || named.get(&country.row) != Some(&1) {
        return None;
    }
    let (lat, lon) = gazetteer.point(home);
    let local = |c: &&Candidate| {
        matches!(c.class, Class::Town | Class::County)
            && c.region == gazetteer.region(home)
            && kilometres(c.lat, c.lon, lat as f32, lon as f32) < NEAR_KM
    };
    choice.iter().filter(local).max_by(|a, b| a.own.total_cmp(&b.own))
}

/// The smallest area behind a comma: "Smallville, Kansas" lies in Kansas even if no gazetteer has it.
fn said_to_lie_in(gazetteer: &Gazetteer, cues: &[Cue]) -> Option<Row> {
    let containers = cues.iter().filter_map(|cue| match *cue {
        Cue::Comma(row) => Some(row),
        _ => None,
    });
    containers.max_by_key(|&row| gazetteer.class(row))
}

/// What stands in a town: streets, schools, creeks. A name of one, unknown, lies where the article is at home.
fn is_local(name: &str) -> bool {
    const LAST: [&str; 38] = [
        "arena",
        "avenue",
        "boulevard",
        "bridge",
        "cemetery",
        "church",
        "college",
        "courthouse",
        "creek",
        "dam",
        "drive",
        "elementary",
        "farm",
        "field",
        "heights",
        "hills",
        "hospital",
        "jail",
        "lake",
        "lane",
        "library",
        "mall",
        "market",
        "neighborhood",
        "neighbourhood",
        "park",
        "pier",
        "plaza",
        "pond",
        "road",
        "school",
        "square",
        "stadium",
        "station",
        "street",
        "township",
        "trail",
        "ward",
    ];
    const FIRST: [&str; 4] = ["highway", "interstate", "lake", "route"];
    let folded = super::fold(name);
    let mut words = folded.split(' ');
    let first = words.next().unwrap_or_default();
    words.next_back().is_some_and(|last| LAST.contains(&last) || FIRST.contains(&first))
}

/// The place in whose middle the towns and counties of the article lie, if they lie in one division or, without
/// divisions, country: of a local paper, its home; and how many of them lie there.
fn home(gazetteer: &Gazetteer, choices: &[Vec<Candidate>], voices: &[f32]) -> Option<(Row, usize)> {
    let mut local: Vec<(&Candidate, f32)> = Vec::new();
    for (choice, voice) in choices.iter().zip(voices) {
        let best = likeliest(choice).filter(|b| b.share >= SURE);
        let near = best.filter(|b| matches!(b.class, Class::Town | Class::Capital | Class::County));
        local.extend(near.map(|b| (b, voice * b.share)));
    }
    local.truncate(VOTERS);
    let mut votes: HashMap<Row, f32> = HashMap::default();
    for (place, voice) in &local {
        *votes.entry(gazetteer.parent(place.row)?).or_default() += voice;
    }
    let all: f32 = local.iter().map(|(_, voice)| voice).sum();
    let (&division, _) = votes.iter().find(|(_, votes)| **votes > MOST * all).filter(|_| local.len() > 1)?;
    local.retain(|(place, _)| gazetteer.parent(place.row) == Some(division));
    let away = |from: &Candidate| -> f32 {
        local.iter().map(|(to, voice)| voice * kilometres(from.lat, from.lon, to.lat, to.lon)).sum()
    };
    let middle = local.iter().min_by(|a, b| away(a.0).total_cmp(&away(b.0)))?;
    Some((middle.0.row, local.len()))
}

/// Pairs of names that stand next to each other in an enumeration: "Arizona, Georgia and Ohio".
fn lists(document: &Document<'_>, toponyms: &[Toponym<'_>]) -> Vec<Vec<usize>> {
    let mut spans: Vec<(Span, usize)> =
        toponyms.iter().enumerate().flat_map(|(i, t)| t.spans.iter().map(move |&s| (s, i))).collect();
    spans.arrange_by_key(|s| (s.0.start, s.0.end));
    let mut pairs = vec![Vec::new(); toponyms.len()];
    for pair in spans.windows(2) {
        let [(a, i), (b, j)] = [pair[0], pair[1]];
        let between = document.text.get(a.end as usize..b.start as usize).unwrap_or_default();
        if matches!(between.trim(), "," | "and" | ", and" | "or" | ", or" | "&" | ";") && i != j {
            for (from, to) in [(i, j), (j, i)] {
                if pairs[from].len() < LISTED && !pairs[from].contains(&to) {
                    pairs[from].push(to);
                }
            }
        }
    }
    pairs
}

/// What speaks for a reading before the text is looked at.
fn prior(gazetteer: &Gazetteer, row: Row, fit: Fit, weights: &Weights) -> f32 {
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
fn told(gazetteer: &Gazetteer, row: Row, cues: &[Cue], weights: &Weights) -> f32 {
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

/// One round: votes are counted, then every candidate is weighed against the votes of the other names.
fn weigh(
    choices: &mut [Vec<Candidate>],
    voices: &[f32],
    lists: &[Vec<usize>],
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
        choices.iter().enumerate().map(|(i, own)| in_lists(own, &lists[i], choices)).collect();
    for (i, choice) in choices.iter_mut().enumerate() {
        let voice = voices[i];
        let of_own = |choice: &[Candidate], same: &dyn Fn(&Candidate) -> bool| -> f32 {
            choice.iter().filter(|c| same(c)).map(|c| c.share).sum::<f32>() * voice
        };
        let scores: Vec<f32> = choice
            .iter()
            .zip(&listed[i])
            .map(|(c, listed)| {
                let votes = |of: &HashMap<Row, f32>, row: Option<Row>, own: f32| {
                    row.and_then(|row| of.get(&row))
                        .map_or(0.0, |votes| (1.0 + (votes - own).max(0.0)).log2())
                };
                let country = votes(&countries, c.country, of_own(choice, &|o| o.country == c.country));
                let region = votes(&regions, c.region, of_own(choice, &|o| o.region == c.region));
                let near: f32 = likely
                    .iter()
                    .filter(|&&(voter, ..)| voter != i)
                    .map(|&(_, lat, lon, voice)| voice * nearness(c, lat, lon))
                    .sum();
                c.own
                    + weights.same_country * country
                    + weights.same_region * region
                    + weights.near * (1.0 + near).log2()
                    + weights.listed * listed
            })
            .collect();
        let mut scores = scores.into_iter();
        let unknown = weights.unknown + weights.same_country * (1.0 + (home - voice).max(0.0)).log2();
        share(choice, unknown, |_| scores.next().unwrap_or_default());
    }
}

/// For each candidate how likely its neighbours in lists are of its class and country, 0 to 1.
fn in_lists(own: &[Candidate], neighbours: &[usize], choices: &[Vec<Candidate>]) -> Vec<f32> {
    own.iter()
        .map(|c| {
            let like =
                |o: &&Candidate| o.class == c.class && (c.class == Class::Country || o.country == c.country);
            let shares =
                neighbours.iter().map(|&n| choices[n].iter().filter(like).map(|o| o.share).sum::<f32>());
            shares.fold(0.0, f32::max)
        })
        .collect()
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

/// What a vote from a point is worth for a place: 1 where it is the place itself, nothing where it is far, as most are.
fn nearness(place: &Candidate, lat: f32, lon: f32) -> f32 {
    let away = kilometres(place.lat, place.lon, lat, lon);
    if away < FAR_KM { (-away / NEAR_KM).exp() } else { 0.0 }
}

/// Distance on a flat map, good to a few per cent where it matters: near by.
fn kilometres(lat: f32, lon: f32, other_lat: f32, other_lon: f32) -> f32 {
    let mut east = (lon - other_lon).abs();
    if east > 180.0 {
        east = 360.0 - east;
    }
    let (north, east) = (lat - other_lat, east * narrowing(0.5 * (lat + other_lat)));
    111.2 * (north * north + east * east).sqrt()
}

/// How wide a degree of longitude is at a latitude, beside one at the equator: the cosine, to 0.002, by the fraction of
/// Bhaskara I. (The standard library's are thousands of bytes.)
pub(crate) fn narrowing(latitude: f32) -> f32 {
    let squared = latitude * latitude;
    (32_400.0 - 4.0 * squared) / (32_400.0 + squared)
}
