//! Names that stand next to each other in the text tell where the other lies.

use super::distance::{AROUND_KM, kilometres};
use super::gazetteer::Class;
use super::link::{Candidate, Toponym};
use crate::maps::words;
use crate::sort::Sort;
use crate::text::{Document, Span};

/// Neighbours that are asked at most.
const LISTED: usize = 8;

/// Names that stand next to each other: in an enumeration, or one as the surroundings of the other.
pub(super) struct Neighbours {
    /// "Arizona, Georgia and Ohio".
    pub lists: Vec<Vec<usize>>,
    /// "Avcilar, a district of Istanbul", "Istanbul's Avcilar": for the smaller, the larger.
    pub around: Vec<Vec<usize>>,
}

impl Neighbours {
    pub fn new(document: &Document<'_>, toponyms: &[Toponym<'_>]) -> Self {
        let mut spans: Vec<(Span, usize)> =
            toponyms.iter().enumerate().flat_map(|(i, t)| t.spans.iter().map(move |&s| (s, i))).collect();
        spans.arrange_by_key(|s| (s.0.start, s.0.end));
        let mut this =
            Self { lists: vec![Vec::new(); toponyms.len()], around: vec![Vec::new(); toponyms.len()] };
        let add = |pairs: &mut Vec<Vec<usize>>, from: usize, to: usize| {
            if pairs[from].len() < LISTED && !pairs[from].contains(&to) {
                pairs[from].push(to);
            }
        };
        for pair in spans.windows(2) {
            let [(a, i), (b, j)] = [pair[0], pair[1]];
            let between = document.text.get(a.end as usize..b.start as usize).unwrap_or_default().trim();
            if i == j {
                continue;
            }
            if matches!(between, "," | "and" | ", and" | "or" | ", or" | "&" | ";") {
                add(&mut this.lists, i, j);
                add(&mut this.lists, j, i);
            } else if is_around(between) {
                add(&mut this.around, i, j);
            } else if matches!(between, "'s" | "’s") || is_part(between) {
                add(&mut this.around, j, i);
            }
        }
        this
    }

    /// Those next to name `i`, what is around it first.
    pub fn of(&self, i: usize) -> impl Iterator<Item = usize> {
        self.around[i].iter().chain(&self.lists[i]).copied()
    }
}

words! {
    /// What a place may be of a larger one near by.
    PARTS = "area borough city district municipality neighborhood neighbourhood port quarter resort suburb town village"
}

/// ", near", "outside", ", a district of": what follows is around what stands before.
fn is_around(between: &str) -> bool {
    let mut words = between.trim_start_matches(',').split_whitespace();
    match words.next_back() {
        Some("near" | "outside" | "in") => {
            words.all(|w| PARTS.contains(w) || matches!(w, "a" | "the" | "just"))
        }
        Some("of") => words.clone().any(|w| PARTS.contains(w)) && words.count() < 4,
        _ => false,
    }
}

/// "Istanbul [suburb of] Avcilar".
fn is_part(between: &str) -> bool {
    between.strip_suffix(" of").is_some_and(|part| PARTS.contains(part))
}

/// For each candidate how likely its neighbours in lists are of its class and country, 0 to 1.
pub(super) fn in_lists(own: &[Candidate], neighbours: &[usize], choices: &[Vec<Candidate>]) -> Vec<f32> {
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

/// For each candidate how likely what is said to be around it is near, 0 to 1.
pub(super) fn in_around(own: &[Candidate], around: &[usize], choices: &[Vec<Candidate>]) -> Vec<f32> {
    own.iter()
        .map(|c| {
            let near = |o: &&Candidate| {
                o.class <= c.class && o.row != c.row && kilometres(c.lat, c.lon, o.lat, o.lon) < AROUND_KM
            };
            let shares = around.iter().map(|&n| choices[n].iter().filter(near).map(|o| o.share).sum::<f32>());
            shares.fold(0.0, f32::max)
        })
        .collect()
}

/// "in Quarrel", "villagers of Quarrel": a place where somebody is.
pub(super) fn is_settled(document: &Document<'_>, span: Span) -> bool {
    let start = document.tokens_in(span).start;
    let back = |n: usize| start.checked_sub(n).map_or("", |t| document.word(t));
    match back(1) {
        "in" | "In" | "at" | "near" | "outside" | "from" => true,
        "of" => matches!(
            back(2),
            "people" | "resident" | "residents" | "town" | "village" | "villagers" | "villages"
        ),
        _ => false,
    }
}
