//! Learning the weights of the chain: conditional likelihood by AdaGrad, one sentence a step, with L1 paid late.

use glosser::names::label::{LABELS, may_follow};

/// A corpus of sentences as rows of features.
#[derive(Default)]
pub struct Corpus {
    /// Features of all positions, as row numbers, one position after the other.
    pub rows: Vec<u32>,
    /// Where the features of a position end in `rows`.
    pub ends: Vec<usize>,
    /// Label of each position.
    pub labels: Vec<u8>,
    /// Where each sentence ends, in positions.
    pub sentences: Vec<usize>,
    /// Weight of each sentence.
    pub weights: Vec<f32>,
}

/// Last passes whose ends are averaged.
const AVERAGED: usize = 3;

/// Passes after which rows without weight are dropped.
const SETTLED: usize = 2;

impl Corpus {
    /// Drops rows without weight from all positions and numbers the others anew; returns the new numbers.
    fn drop_rows(&mut self, table: &[Row]) -> Vec<u32> {
        let mut next = 0;
        let number: Vec<u32> = table
            .iter()
            .map(|row| {
                let live = row.weights != [0.0; LABELS];
                next += u32::from(live);
                if live { next - 1 } else { u32::MAX }
            })
            .collect();
        let (mut from, mut to) = (0, 0);
        for end in &mut self.ends {
            while from < *end {
                let row = number[self.rows[from] as usize];
                if row != u32::MAX {
                    self.rows[to] = row;
                    to += 1;
                }
                from += 1;
            }
            *end = to;
        }
        self.rows.truncate(to);
        number
    }

    fn features(&self, position: usize) -> &[u32] {
        let start = if position == 0 { 0 } else { self.ends[position - 1] };
        &self.rows[start..self.ends[position]]
    }
}

/// How to learn.
#[derive(Debug, Clone, Copy)]
pub struct Plan {
    /// Passes over the corpus.
    pub epochs: usize,
    /// Step size.
    pub rate: f32,
    /// Strength of the pull to zero.
    pub l1: f32,
    /// Share of features that are hidden at each step, in per cent: none may be leant on alone, so that names and
    /// contexts never seen are judged by what is left.
    pub hidden: u32,
}

/// Weights learnt.
pub struct Weights {
    /// By row, by label.
    pub rows: Vec<[f32; LABELS]>,
    /// By label before (the last: start of sentence), by label.
    pub steps: [[f32; LABELS]; LABELS + 1],
}

struct Row {
    weights: [f32; LABELS],
    squares: [f32; LABELS],
    /// Step up to which L1 is paid.
    paid: u32,
}

/// A random order that is the same in every run.
pub struct Dice(pub u64);

impl Dice {
    /// A number below `n`.
    pub fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (((self.0 >> 32) * n as u64) >> 32) as usize
    }

    /// Shuffles.
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for i in (1..items.len()).rev() {
            items.swap(i, self.below(i + 1));
        }
    }
}

/// Learns weights from a corpus.
///
/// After [`SETTLED`] passes the rows without any weight are dropped: L1 would keep them at zero, and what is left
/// fits the cache.
pub fn learn(mut corpus: Corpus, rows: usize, plan: Plan) -> Weights {
    let mut kept: Vec<u32> = (0..rows as u32).collect();
    let mut table: Vec<Row> =
        (0..rows).map(|_| Row { weights: [0.0; LABELS], squares: [1e-2; LABELS], paid: 0 }).collect();
    let mut steps = [[0.0f32; LABELS]; LABELS + 1];
    let mut step_squares = [[1e-2f32; LABELS]; LABELS + 1];
    let mut order: Vec<usize> = (0..corpus.sentences.len()).collect();
    let mut dice = Dice(7);
    let pull = plan.l1 / corpus.sentences.len() as f32;
    let mut now = 0u32;
    // The mean over the ends of the last passes hangs less on the order of sentences than any one of them.
    let (mut mean, mut mean_steps, mut ends) = (Vec::new(), [[0.0f32; LABELS]; LABELS + 1], 0);
    let (mut emit, mut forward, mut backward, mut scale) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for epoch in 0..plan.epochs {
        if epoch == SETTLED {
            table.iter_mut().for_each(|row| row.pay(now, plan.rate * pull));
            let number = corpus.drop_rows(&table);
            kept.retain(|&k| number[k as usize] != u32::MAX);
            table.retain(|row| row.weights != [0.0; LABELS]);
        }
        dice.shuffle(&mut order);
        // The step shrinks in the last passes, so that the end does not hang on the order.
        let rate = plan.rate * if epoch + 2 >= plan.epochs { 0.5 } else { 1.0 };
        for &sentence in &order {
            now += 1;
            let start = if sentence == 0 { 0 } else { corpus.sentences[sentence - 1] };
            let end = corpus.sentences[sentence];
            let weight = corpus.weights[sentence];
            emit.clear();
            for at in start..end {
                let mut sum = [0.0f32; LABELS];
                for &row in corpus.features(at).iter().filter(|r| !hides(**r, at, epoch, plan.hidden)) {
                    let row = &mut table[row as usize];
                    row.pay(now, rate * pull);
                    for (s, w) in sum.iter_mut().zip(&row.weights) {
                        *s += w;
                    }
                }
                let top = sum.iter().copied().fold(f32::MIN, f32::max);
                emit.push(sum.map(|s| glosser::names::chain::exp(s - top)));
            }
            let open = open_steps(&steps);
            lattice(&emit, &open, &mut forward, &mut backward, &mut scale);
            let mut step_gradient = [[0.0f32; LABELS]; LABELS + 1];
            for at in start..end {
                let i = at - start;
                let gold = corpus.labels[at] as usize;
                let mut gradient: [f32; LABELS] =
                    std::array::from_fn(|l| forward[i][l] * backward[i][l] * weight);
                gradient[gold] -= weight;
                if i == 0 {
                    for l in 0..LABELS {
                        step_gradient[LABELS][l] += gradient[l];
                    }
                } else {
                    for p in 0..LABELS {
                        for l in 0..LABELS {
                            step_gradient[p][l] +=
                                weight * forward[i - 1][p] * open[p][l] * emit[i][l] * backward[i][l]
                                    / scale[i];
                        }
                    }
                    step_gradient[corpus.labels[at - 1] as usize][gold] -= weight;
                }
                if gradient.iter().all(|g| g.abs() < 2e-3) {
                    continue;
                }
                for &row in corpus.features(at).iter().filter(|r| !hides(**r, at, epoch, plan.hidden)) {
                    table[row as usize].descend(&gradient, rate);
                }
            }
            for ((weights, squares), gradient) in steps.iter_mut().zip(&mut step_squares).zip(&step_gradient)
            {
                for l in 0..LABELS {
                    if gradient[l] != 0.0 {
                        squares[l] += gradient[l] * gradient[l];
                        weights[l] -= rate * gradient[l] / squares[l].sqrt();
                    }
                }
            }
        }
        if epoch >= SETTLED && epoch + AVERAGED >= plan.epochs {
            ends += 1;
            mean.resize(table.len(), [0.0; LABELS]);
            for (sum, row) in mean.iter_mut().zip(&mut table) {
                row.pay(now, rate * pull);
                sum.iter_mut().zip(&row.weights).for_each(|(s, w)| *s += w);
            }
            for (sum, step) in mean_steps.iter_mut().flatten().zip(steps.iter().flatten()) {
                *sum += step;
            }
        }
    }
    // With all features in sight sums are larger than they were in training.
    let share = (100 - plan.hidden) as f32 / 100.0 / ends.max(1) as f32;
    let mut all = vec![[0.0; LABELS]; rows];
    for (row, &at) in mean.iter().zip(&kept) {
        all[at as usize] = row.map(|w| w * share);
    }
    Weights { rows: all, steps: mean_steps.map(|row| row.map(|w| w / ends.max(1) as f32)) }
}

/// Whether a feature is hidden at a position in a pass: as good as random, the same in every run.
#[inline]
fn hides(row: u32, at: usize, epoch: usize, percent: u32) -> bool {
    let mixed =
        (row ^ (at as u32).wrapping_mul(0x9E37_79B1) ^ (epoch as u32) << 27).wrapping_mul(0x85EB_CA6B);
    (mixed ^ mixed >> 15).wrapping_mul(0xC2B2_AE35) >> 16 < percent * 65_536 / 100
}

impl Row {
    /// Pays the L1 that is due since the row was last used.
    #[inline]
    fn pay(&mut self, now: u32, rate: f32) {
        let due = (now - self.paid) as f32 * rate;
        self.paid = now;
        if due == 0.0 || self.weights == [0.0; LABELS] {
            return;
        }
        for (w, q) in self.weights.iter_mut().zip(&self.squares) {
            let pull = due / q.sqrt();
            *w = if *w > pull {
                *w - pull
            } else if *w < -pull {
                *w + pull
            } else {
                0.0
            };
        }
    }

    #[inline]
    fn descend(&mut self, gradient: &[f32; LABELS], rate: f32) {
        for ((w, q), g) in self.weights.iter_mut().zip(&mut self.squares).zip(gradient) {
            *q += g * g;
            *w -= rate * g / q.sqrt();
        }
    }
}

type Open = [[f32; LABELS]; LABELS + 1];

fn open_steps(steps: &Open) -> Open {
    let mut open = [[0.0; LABELS]; LABELS + 1];
    for (p, row) in open.iter_mut().enumerate() {
        for (l, o) in row.iter_mut().enumerate() {
            if may_follow((p < LABELS).then_some(p), l) {
                *o = steps[p][l].clamp(-30.0, 30.0).exp();
            }
        }
    }
    open
}

fn lattice(
    emit: &[[f32; LABELS]],
    open: &Open,
    forward: &mut Vec<[f32; LABELS]>,
    backward: &mut Vec<[f32; LABELS]>,
    scale: &mut Vec<f32>,
) {
    forward.clear();
    scale.clear();
    let mut last = [0.0f32; LABELS];
    for (at, emit) in emit.iter().enumerate() {
        let mut next = [0.0f32; LABELS];
        if at == 0 {
            next = open[LABELS];
        } else {
            for (p, row) in last.iter().zip(open) {
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
        forward.push(last);
        scale.push(sum);
    }
    backward.clear();
    backward.resize(emit.len(), [1.0; LABELS]);
    for at in (1..emit.len()).rev() {
        let ahead: [f32; LABELS] = std::array::from_fn(|l| emit[at][l] * backward[at][l] / scale[at]);
        backward[at - 1] = std::array::from_fn(|p| open[p].iter().zip(&ahead).map(|(s, a)| s * a).sum());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Rows 0 and 1 mark a person and what is outside, row 2 is noise.
    fn toy() -> Corpus {
        let mut corpus = Corpus::default();
        for i in 0..40 {
            for (row, label) in [(0, 1), (1, 0)] {
                corpus.rows.push(row);
                if i % 2 == 0 {
                    corpus.rows.push(2);
                }
                corpus.ends.push(corpus.rows.len());
                corpus.labels.push(label);
            }
            corpus.sentences.push(corpus.labels.len());
            corpus.weights.push(1.0);
        }
        corpus
    }

    #[test]
    fn two_runs_learn_the_same_to_the_bit() {
        let plan = Plan { epochs: 4, rate: 0.15, l1: 1.0, hidden: 10 };
        let (a, b) = (learn(toy(), 3, plan), learn(toy(), 3, plan));
        assert_eq!(a.rows, b.rows);
        assert_eq!(a.steps, b.steps);
        assert!(a.rows[0][1] > 0.5 && a.rows[1][1] <= 0.0, "{:?}", a.rows);
    }

    #[test]
    fn rows_that_tell_nothing_stay_at_zero() {
        let weights = learn(toy(), 3, Plan { epochs: 4, rate: 0.15, l1: 8.0, hidden: 0 });
        assert_eq!(weights.rows[2], [0.0; LABELS]);
    }
}
