//! Fitting the weights of the evidence for names: logistic regression, by gradient descent on all names at once.

use crate::eval::names::Judged;
use glosser::names::confidence::{Evidence, weigh};
use glosser::names::model::Confidence;

const STEPS: usize = 4_000;
const RATE: f32 = 0.4;
/// Pull to zero: a weight that few names speak for stays small.
const PULL: f32 = 1e-3;

/// Weights for each kind from judged names, by source; every source counts alike, whatever its size.
pub fn fit(sources: &[Vec<Judged>]) -> Confidence {
    let mut weights = Confidence::default();
    for (kind, weights) in weights.iter_mut().enumerate() {
        let mut names = Vec::new();
        for source in sources {
            let share = 1.0 / source.len().max(1) as f32;
            names.extend(source.iter().filter(|n| n.kind as usize == kind).map(|n| (n, share)));
        }
        *weights = descend(&names);
    }
    // No source marks demonyms for the referee: organisations stand in for them.
    weights[3] = weights[2];
    weights
}

fn descend(names: &[(&Judged, f32)]) -> Evidence {
    let all: f32 = names.iter().map(|n| n.1).sum::<f32>().max(1e-6);
    let mut weights = Evidence::default();
    let mut squares = [1e-6f32; 4];
    for _ in 0..STEPS {
        let mut gradient = weights.map(|w| w * PULL);
        for (name, share) in names {
            let error = (weigh(&name.evidence, &weights) - f32::from(u8::from(name.right))) * share / all;
            for (g, e) in gradient.iter_mut().zip(&name.evidence) {
                *g += error * e;
            }
        }
        for ((w, q), g) in weights.iter_mut().zip(&mut squares).zip(&gradient) {
            *q += g * g;
            *w -= RATE * g / q.sqrt();
        }
    }
    weights
}
