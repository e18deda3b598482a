//! Where the article is at home. In local news that tells which town is meant, and where what no gazetteer knows lies.

use super::distance::{AROUND_KM, NEAR_KM, kilometres};
use super::gazetteer::{Class, Gazetteer, Row};
use super::link::{Candidate, LOCAL, VOTERS, likeliest};
use crate::maps::{HashMap, words};

/// How likely a town must be to count for the article's home, and the share of its division among all.
const SURE: f32 = 0.5;
const MOST: f32 = 0.67;
/// A town that everybody knows, as a binary logarithm of inhabitants: about 500,000.
const LARGE: f32 = 19.0;

/// The place in whose middle the towns and counties of the article lie, if they lie in one division or, without
/// divisions, country: of a local paper, its home; and how many of them lie there.
pub(super) fn home(
    gazetteer: &Gazetteer,
    choices: &[Vec<Candidate>],
    voices: &[f32],
) -> Option<(Row, usize)> {
    let mut local = towns(choices, voices);
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

/// The town around which most of the article's lie, three of them at least.
pub(super) fn middle(choices: &[Vec<Candidate>], voices: &[f32]) -> Option<Row> {
    let towns = towns(choices, voices);
    let all: f32 = towns.iter().map(|(_, voice)| voice).sum();
    let near = |from: &Candidate| -> (usize, f32) {
        let near = towns.iter().filter(|(to, _)| kilometres(from.lat, from.lon, to.lat, to.lon) < AROUND_KM);
        near.fold((0, 0.0), |(count, sum), (_, voice)| (count + 1, sum + voice))
    };
    let (middle, _) = towns.iter().max_by(|a, b| near(a.0).1.total_cmp(&near(b.0).1))?;
    let (count, voice) = near(middle);
    (count >= LOCAL && voice > SURE * all).then_some(middle.row)
}

/// Towns and counties that are as good as certain, with their voices.
fn towns<'c>(choices: &'c [Vec<Candidate>], voices: &[f32]) -> Vec<(&'c Candidate, f32)> {
    let mut towns: Vec<(&Candidate, f32)> = Vec::new();
    for (choice, voice) in choices.iter().zip(voices) {
        let best = likeliest(choice).filter(|b| b.share >= SURE);
        let near = best.filter(|b| matches!(b.class, Class::Town | Class::Capital | Class::County));
        towns.extend(near.map(|b| (b, voice * b.share)));
    }
    towns.truncate(VOTERS);
    towns
}

/// The town near `home` that a country's name means in a local paper that has no other word about that country: "Cuba" in
/// Missouri.
pub(super) fn namesake<'c>(
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

/// True of a small town: nobody abroad knows it without its country.
pub(super) fn small(gazetteer: &Gazetteer, place: &Candidate) -> bool {
    matches!(place.class, Class::Town | Class::County) && gazetteer.weight(place.row) < LARGE
}

words! {
    /// What stands in a town.
    STANDS = "arena avenue boulevard bridge cemetery church college courthouse creek dam drive elementary \
        farm field heights hills hospital jail lake lane library mall market neighborhood neighbourhood \
        park pier plaza pond road school square stadium station street township trail ward"
}

/// True for the name of a street, a school, a creek: an unknown one lies where the article is at home.
pub(super) fn is_local(name: &str) -> bool {
    let folded = super::fold(name);
    let mut words = folded.split(' ');
    let first = words.next().unwrap_or_default();
    words.next_back().is_some_and(|last| {
        STANDS.contains(last) || matches!(first, "highway" | "interstate" | "lake" | "route")
    })
}
