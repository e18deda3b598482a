//! From scores to a list whose every prefix is a good summary.

use super::Weights;
use super::features::{Candidate, LATENESS, Lean, share};
use crate::sort::Sort;

/// How many sentences a summary may have.
pub const MOST: usize = 10;

/// Only the best so many are compared with one another.
const POOL: usize = 60;

/// From this share of its words on, a sentence only says again what one chosen says, and comes last.
const TOLD: f32 = 0.95;
const AGAIN: f32 = 4.0;

/// What a sentence loses that does not stand alone, while the one before it is not chosen.
fn dangling(lean: Lean, before_chosen: bool) -> f32 {
    match lean {
        Lean::No => 0.0,
        Lean::Cut => 2.0,
        Lean::Torn => 0.6,
        _ if before_chosen => 0.0,
        Lean::Joined => 0.3,
        Lean::Back => 2.0,
    }
}

/// Takes sentences one by one: the best that says something new (maximal marginal relevance, Carbonell and
/// Goldstein 1998) and does not hang in the air. Once the first is chosen the writer's order counts for more: news
/// goes from what matters most to what matters least. Returns indexes into `candidates`, best first.
pub fn choose(candidates: &[Candidate], scores: &[f32], weights: &Weights) -> Vec<usize> {
    let mut pool: Vec<usize> = (0..candidates.len()).collect();
    pool.arrange_by(|&a, &b| scores[b].total_cmp(&scores[a]).then(a.cmp(&b)));
    pool.truncate(POOL);
    let mut chosen: Vec<usize> = Vec::new();
    // By place in the pool: how much of the sentence the likest chosen one has said.
    let mut said = vec![0f32; pool.len()];
    while chosen.len() < MOST && !pool.is_empty() {
        let value = |at: usize| {
            let (i, seen) = (pool[at], said[at]);
            let before = i.checked_sub(1).filter(|&p| candidates[p].sentence + 1 == candidates[i].sentence);
            let stands = before.is_some_and(|p| chosen.contains(&p));
            let late = if chosen.is_empty() { 0.0 } else { weights.order * candidates[i].features[LATENESS] };
            let told = if seen >= TOLD { AGAIN } else { weights.repetition * seen * seen };
            scores[i] - told - late - dangling(candidates[i].leans, stands)
        };
        let values: Vec<f32> = (0..pool.len()).map(value).collect();
        let best =
            (0..pool.len()).max_by(|&a, &b| values[a].total_cmp(&values[b]).then(pool[b].cmp(&pool[a])));
        let Some(best) = best else { break };
        let new = pool.remove(best);
        said.remove(best);
        for (said, &i) in said.iter_mut().zip(&pool) {
            *said = said.max(share(&candidates[i].stems, &candidates[new].stems));
        }
        chosen.push(new);
    }
    chosen
}
