//! The linear chain: best labels, and how likely they are.

use super::label::{LABELS, begin, inside, may_follow};

/// Scores of the labels at one position, in steps of the model's scale.
pub type Scores = [i32; LABELS];

/// Weights between neighbouring labels; the last row is for the start of a sentence.
pub type Transitions = [[i32; LABELS]; LABELS + 1];

const NEVER: i32 = i32::MIN / 4;

/// The score of going from `previous` to `label`.
#[inline]
fn step(t: &Transitions, previous: Option<usize>, label: usize) -> i32 {
    if may_follow(previous, label) { t[previous.unwrap_or(LABELS)][label] } else { NEVER }
}

/// The table of steps with forbidden ones closed.
pub fn close(t: &Transitions) -> Transitions {
    let mut closed = *t;
    for (previous, row) in closed.iter_mut().enumerate() {
        for (label, weight) in row.iter_mut().enumerate() {
            *weight = step(t, (previous < LABELS).then_some(previous), label);
        }
    }
    closed
}

/// Appends the best labels of a sentence to `out`. `t` must be closed. Forward only scores are kept, which takes no more
/// than adding and comparing label beside label; which step led to them is found again on the way back, for one label.
pub fn best(scores: &[Scores], t: &Transitions, forward: &mut Vec<Scores>, out: &mut Vec<u8>) {
    let Some(first) = scores.first() else { return };
    forward.clear();
    let mut at: Scores = std::array::from_fn(|l| first[l] + t[LABELS][l]);
    for here in &scores[1..] {
        forward.push(at);
        let mut next = [NEVER; LABELS];
        for (score, row) in at.iter().zip(t) {
            for (next, step) in next.iter_mut().zip(row) {
                *next = (*next).max(score + step);
            }
        }
        at = std::array::from_fn(|l| (next[l] + here[l]).max(NEVER));
    }
    // Of what is as good, the first.
    let top = |score: &dyn Fn(usize) -> i32| {
        (1..LABELS).fold(0, |top, l| if score(l) > score(top) { l } else { top })
    };
    let mut label = top(&|l| at[l]);
    let start = out.len();
    out.push(label as u8);
    for at in forward.iter().rev() {
        label = top(&|l| at[l] + t[l][label]);
        out.push(label as u8);
    }
    out[start..].reverse();
}

/// `e` to the power of `x`, by arithmetic that is the same on every machine; relative error below 2e-6.
pub fn exp(x: f32) -> f32 {
    if x > 0.0 { 1.0 / falling(-x.min(80.0)) } else { falling(x) }
}

/// [`exp`] up to 0, without a branch or a call, so that several are worked out side by side.
#[inline]
fn falling(x: f32) -> f32 {
    // Rounded, in arithmetic that needs no call.
    let n = (x * std::f32::consts::LOG2_E - 0.5) as i32;
    let r = x - n as f32 * 0.693_359_4 + n as f32 * 2.121_944_4e-4;
    let p = 1.0
        + r * (1.0
            + r * (0.5 + r * (1.666_666_7e-1 + r * (4.166_579_6e-2 + r * (8.333_452e-3 + r * 1.39e-3)))));
    let power = p * f32::from_bits(((n + 127).clamp(1, 254) as u32) << 23);
    if x < -80.0 { 0.0 } else { power }
}

/// Likelihood of each step from label to label, not normalised; the last row is for the start of a sentence.
pub type Steps = [[f32; LABELS]; LABELS + 1];

/// The likelihood of steps, from closed transitions.
pub fn steps(t: &Transitions, scale: f32) -> Steps {
    t.map(|row| row.map(|w| if w <= NEVER { 0.0 } else { exp(w as f32 * scale) }))
}

/// The likelihood of labels by their scores, the best one's being 1.
#[inline]
pub fn likelihood(scores: [f32; LABELS]) -> [f32; LABELS] {
    let top = scores.iter().fold(f32::MIN, |top, &s| if s > top { s } else { top });
    // A whole number of vector registers.
    let mut lanes = [0.0; LABELS.next_multiple_of(4)];
    lanes[..LABELS].copy_from_slice(&scores);
    for lane in &mut lanes {
        *lane = falling(*lane - top);
    }
    std::array::from_fn(|l| lanes[l])
}

/// Sums over all readings of a sentence, forward and backward, scaled at each position: the one place where the
/// chain is added up, for the tagger's confidence and for the trainer's gradient.
#[derive(Debug, Default)]
pub struct Lattice {
    emit: Vec<[f32; LABELS]>,
    forward: Vec<[f32; LABELS]>,
    backward: Vec<[f32; LABELS]>,
    scale: Vec<f32>,
}

impl Lattice {
    /// Adds up a sentence of which `emit` gives the likelihood of the labels at each position.
    pub fn fill(&mut self, emit: impl IntoIterator<Item = [f32; LABELS]>, steps: &Steps) {
        self.emit.clear();
        self.emit.extend(emit);
        self.forward.clear();
        self.scale.clear();
        let mut last = [0.0; LABELS];
        for (at, emit) in self.emit.iter().enumerate() {
            let mut next = [0.0f32; LABELS];
            if at == 0 {
                next = steps[LABELS];
            } else {
                for (p, row) in last.iter().zip(steps) {
                    for (n, step) in next.iter_mut().zip(row) {
                        *n += p * step;
                    }
                }
            }
            let mut sum = 0.0;
            for (n, e) in next.iter_mut().zip(emit) {
                *n *= e;
                sum += *n;
            }
            let sum = sum.max(f32::MIN_POSITIVE);
            last = next.map(|n| n / sum);
            self.forward.push(last);
            self.scale.push(sum);
        }
        self.backward.clear();
        self.backward.resize(self.emit.len(), [1.0; LABELS]);
        let to: [[f32; LABELS]; LABELS] = std::array::from_fn(|l| std::array::from_fn(|p| steps[p][l]));
        for at in (1..self.emit.len()).rev() {
            let mut sums = [0.0f32; LABELS];
            for (steps, ahead) in to.iter().zip(self.ahead(at)) {
                for (sum, step) in sums.iter_mut().zip(steps) {
                    *sum += step * ahead;
                }
            }
            self.backward[at - 1] = sums;
        }
    }

    /// By label at `at`: how likely the rest of the sentence from there on is.
    #[inline]
    fn ahead(&self, at: usize) -> [f32; LABELS] {
        let share = 1.0 / self.scale[at];
        std::array::from_fn(|l| self.emit[at][l] * self.backward[at][l] * share)
    }

    /// The probability of each label at a position.
    #[inline]
    pub fn labels(&self, at: usize) -> [f32; LABELS] {
        std::array::from_fn(|l| self.forward[at][l] * self.backward[at][l])
    }

    /// Adds to `sum` how often each step is expected in the sentence, times `weight`.
    pub fn add_steps(&self, steps: &Steps, weight: f32, sum: &mut Steps) {
        for at in 0..self.emit.len() {
            if at == 0 {
                let first = self.labels(0);
                sum[LABELS].iter_mut().zip(first).for_each(|(s, p)| *s += weight * p);
                continue;
            }
            let ahead = self.ahead(at);
            for ((sum, row), from) in sum.iter_mut().zip(steps).zip(&self.forward[at - 1]) {
                for ((s, step), to) in sum.iter_mut().zip(row).zip(&ahead) {
                    *s += weight * from * step * to;
                }
            }
        }
    }

    /// The probability that exactly the pieces `start..end` form a name of `kind`.
    pub fn name(&self, start: usize, end: usize, kind: usize, steps: &Steps) -> f32 {
        let (begin, inside) = (begin(kind), inside(kind));
        let mut p = self.forward[start][begin];
        for at in start + 1..end {
            let from = if at == start + 1 { begin } else { inside };
            p *= steps[from][inside] * self.emit[at][inside] / self.scale[at];
        }
        let last = if end == start + 1 { begin } else { inside };
        let mut on = self.backward[end - 1][last];
        if end < self.emit.len() {
            // Not the paths on which the name goes on.
            on -= steps[last][inside] * self.ahead(end)[inside];
        }
        (p * on).clamp(0.0, 1.0)
    }
}

#[cfg(test)]
mod tests {
    use super::super::label::{KINDS, OUTSIDE};
    use super::*;

    #[test]
    fn own_exponential_is_close() {
        for i in 0..4000 {
            let x = -(i as f32) / 50.0;
            assert!((exp(x) - x.exp()).abs() <= x.exp() * 2e-6 + 1e-34, "{x}");
        }
    }

    #[test]
    fn best_path_keeps_the_rules_of_the_labels() {
        let t = close(&[[0; LABELS]; LABELS + 1]);
        // The second position would like "further piece of a place", which cannot follow a person.
        let mut a = [0; LABELS];
        a[1] = 50;
        let mut b = [0; LABELS];
        (b[4], b[2]) = (30, 20);
        let mut labels = Vec::new();
        best(&[a, b], &t, &mut Vec::new(), &mut labels);
        assert_eq!(labels, [1, 2]);
    }

    #[test]
    fn probabilities_of_all_readings_sum_to_one() {
        let t = close(&[[0; LABELS]; LABELS + 1]);
        let steps = steps(&t, 0.1);
        let mut emit = [[0.5; LABELS]; 3];
        emit[1][1] = 0.9;
        let mut lattice = Lattice::default();
        lattice.fill(emit, &steps);
        let names: f32 = (0..KINDS.len()).map(|k| lattice.name(0, 1, k, &steps)).sum();
        let longer: f32 = (2..4)
            .flat_map(|end| (0..KINDS.len()).map(move |k| (end, k)))
            .map(|(e, k)| lattice.name(0, e, k, &steps))
            .sum();
        assert!((names + longer + lattice.labels(0)[OUTSIDE] - 1.0).abs() < 1e-5);
        let mut expected = [[0.0; LABELS]; LABELS + 1];
        lattice.add_steps(&steps, 1.0, &mut expected);
        assert!((expected.iter().flatten().sum::<f32>() - 3.0).abs() < 1e-5, "three positions, three steps");
    }
}
