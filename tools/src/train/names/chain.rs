//! Learning the weights of the chain: conditional likelihood by AdaGrad, one sentence a step, with L1 paid in rounds.

use glosser::names::chain::{Lattice, Steps, exp, likelihood};
use glosser::names::label::{LABELS, may_follow};

/// A corpus of sentences as rows of features.
#[derive(Default, Clone)]
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
/// How often L1 is paid in a pass.
const ROUNDS: usize = 16;
/// A position all of whose labels are right within this teaches nothing more.
const LEARNT: f32 = 2e-3;

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
    pub steps: Steps,
}

impl Weights {
    /// The sum of two.
    pub fn add(mut self, other: &Self) -> Self {
        let theirs = other.rows.iter().flatten().chain(other.steps.iter().flatten());
        self.all().zip(theirs).for_each(|(a, b)| *a += b);
        self
    }

    /// Of some rows, in this order.
    pub fn of(&self, rows: &[usize]) -> Self {
        Self { rows: rows.iter().map(|&row| self.rows[row]).collect(), steps: self.steps }
    }

    /// All weights so many times as large.
    pub fn scale(mut self, by: f32) -> Self {
        self.all().for_each(|w| *w *= by);
        self
    }

    fn all(&mut self) -> impl Iterator<Item = &mut f32> {
        self.rows.iter_mut().flatten().chain(self.steps.iter_mut().flatten())
    }
}

/// Numbers of one feature for all labels, as wide as a cache line.
#[repr(align(64))]
#[derive(Clone, Copy, PartialEq)]
struct Row([f32; 16]);

const ZERO: Row = Row([0.0; 16]);

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

/// Learns weights from a corpus, its sentences in an order that hangs on `seed`.
///
/// After [`SETTLED`] passes the rows without any weight are dropped: L1 would keep them at zero, and what is left
/// fits the cache. The mean over the ends of the last passes hangs less on the order of sentences than any one of them.
pub fn learn(mut corpus: Corpus, rows: usize, plan: Plan, seed: u64) -> Weights {
    let mut kept: Vec<u32> = (0..rows as u32).collect();
    let mut table = Table { weights: vec![ZERO; rows], squares: vec![Row([1e-2; 16]); rows] };
    let mut steps = [[0.0f32; LABELS]; LABELS + 1];
    let mut step_squares = [[1e-2f32; LABELS]; LABELS + 1];
    let mut order: Vec<usize> = (0..corpus.sentences.len()).collect();
    let mut dice = Dice(seed);
    let pull = plan.l1 / order.len() as f32;
    let round = order.len().div_ceil(ROUNDS);
    let (mut mean, mut mean_steps, mut ends) = (Vec::new(), [[0.0f32; LABELS]; LABELS + 1], 0);
    let mut sentence = Sentence::default();
    for epoch in 0..plan.epochs {
        if epoch == SETTLED {
            let number = corpus.drop_rows(&table.weights);
            kept.retain(|&k| number[k as usize] != u32::MAX);
            table.drop_rows();
        }
        dice.shuffle(&mut order);
        // The step shrinks in the last passes, so that the end does not hang on the order.
        let rate = plan.rate * if epoch + 2 >= plan.epochs { 0.5 } else { 1.0 };
        for part in order.chunks(round) {
            for &number in part {
                sentence.read(&corpus, number, &table.weights, |row, at| hides(row, at, epoch, plan.hidden));
                let gradient = sentence.gradient(&corpus, number, &steps);
                sentence.descend(&mut table, rate);
                for ((w, q), g) in steps
                    .iter_mut()
                    .zip(&mut step_squares)
                    .zip(&gradient)
                    .flat_map(|((w, q), g)| w.iter_mut().zip(q).zip(g))
                {
                    if *g != 0.0 {
                        *q += g * g;
                        *w -= rate * g / q.sqrt();
                    }
                }
            }
            table.pay(part.len() as f32 * rate * pull);
        }
        if epoch >= SETTLED && epoch + AVERAGED >= plan.epochs {
            ends += 1;
            mean.resize(table.weights.len(), ZERO);
            for (sum, row) in mean.iter_mut().zip(&table.weights) {
                sum.0.iter_mut().zip(&row.0).for_each(|(s, w)| *s += w);
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
        all[at as usize] = std::array::from_fn(|l| row.0[l] * share);
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

impl Corpus {
    /// Drops rows without weight from all positions and numbers the others anew; returns the new numbers.
    fn drop_rows(&mut self, table: &[Row]) -> Vec<u32> {
        let mut next = 0;
        let number: Vec<u32> = table
            .iter()
            .map(|row| {
                let live = *row != ZERO;
                next += u32::from(live);
                if live { next - 1 } else { u32::MAX }
            })
            .collect();
        self.renumber(&number);
        number
    }

    /// Gives rows new numbers and drops those whose number is the largest there is.
    pub fn renumber(&mut self, number: &[u32]) {
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
    }

    fn features(&self, position: usize) -> &[u32] {
        let start = if position == 0 { 0 } else { self.ends[position - 1] };
        &self.rows[start..self.ends[position]]
    }

    fn positions(&self, sentence: usize) -> std::ops::Range<usize> {
        let start = if sentence == 0 { 0 } else { self.sentences[sentence - 1] };
        start..self.sentences[sentence]
    }
}

/// Weights with the sums of their squared gradients.
struct Table {
    weights: Vec<Row>,
    squares: Vec<Row>,
}

impl Table {
    fn drop_rows(&mut self) {
        let live: Vec<bool> = self.weights.iter().map(|row| *row != ZERO).collect();
        for rows in [&mut self.weights, &mut self.squares] {
            let mut live = live.iter();
            rows.retain(|_| *live.next().unwrap_or(&true));
        }
    }

    /// Pulls all weights towards zero.
    fn pay(&mut self, due: f32) {
        for (row, squares) in self.weights.iter_mut().zip(&self.squares).filter(|(row, _)| **row != ZERO) {
            for (w, q) in row.0.iter_mut().zip(&squares.0) {
                *w = w.signum() * (w.abs() - due / q.sqrt()).max(0.0);
            }
        }
    }

    #[inline]
    fn descend(&mut self, row: u32, gradient: &Row, rate: f32) {
        let (weights, squares) = (&mut self.weights[row as usize].0, &mut self.squares[row as usize].0);
        for ((w, q), g) in weights.iter_mut().zip(squares).zip(&gradient.0) {
            *q += g * g;
            *w -= rate * g / q.sqrt();
        }
    }
}

/// The sentence being learnt from.
#[derive(Default)]
struct Sentence {
    /// Features in sight, one position after the other, and where each position ends.
    rows: Vec<u32>,
    ends: Vec<usize>,
    emit: Vec<[f32; LABELS]>,
    lattice: Lattice,
    gradient: Vec<Row>,
}

impl Sentence {
    fn read(&mut self, corpus: &Corpus, number: usize, weights: &[Row], hides: impl Fn(u32, usize) -> bool) {
        self.rows.clear();
        self.ends.clear();
        self.emit.clear();
        for at in corpus.positions(number) {
            let mut sum = ZERO;
            for &row in corpus.features(at).iter().filter(|r| !hides(**r, at)) {
                self.rows.push(row);
                for (s, w) in sum.0.iter_mut().zip(&weights[row as usize].0) {
                    *s += w;
                }
            }
            self.ends.push(self.rows.len());
            self.emit.push(likelihood(std::array::from_fn(|l| sum.0[l])));
        }
    }

    /// Computes the gradient at all positions; returns that of the steps.
    fn gradient(&mut self, corpus: &Corpus, number: usize, steps: &Steps) -> Steps {
        let (open, weight) = (open_steps(steps), corpus.weights[number]);
        let mut step_gradient = [[0.0f32; LABELS]; LABELS + 1];
        self.lattice.fill(self.emit.iter().copied(), &open);
        self.lattice.add_steps(&open, weight, &mut step_gradient);
        self.gradient.clear();
        let mut last = LABELS;
        for (at, &label) in corpus.labels[corpus.positions(number)].iter().enumerate() {
            let label = usize::from(label);
            let mut gradient = ZERO;
            gradient.0.iter_mut().zip(self.lattice.labels(at)).for_each(|(g, p)| *g = p * weight);
            gradient.0[label] -= weight;
            step_gradient[last][label] -= weight;
            self.gradient.push(gradient);
            last = label;
        }
        step_gradient
    }

    fn descend(&self, table: &mut Table, rate: f32) {
        let mut start = 0;
        for (gradient, &end) in self.gradient.iter().zip(&self.ends) {
            if gradient.0.iter().any(|g| g.abs() >= LEARNT) {
                for &row in &self.rows[start..end] {
                    table.descend(row, gradient, rate);
                }
            }
            start = end;
        }
    }
}

fn open_steps(steps: &Steps) -> Steps {
    let mut open = [[0.0; LABELS]; LABELS + 1];
    for (p, row) in open.iter_mut().enumerate() {
        for (l, o) in row.iter_mut().enumerate() {
            if may_follow((p < LABELS).then_some(p), l) {
                *o = exp(steps[p][l].clamp(-30.0, 30.0));
            }
        }
    }
    open
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
        let (a, b) = (learn(toy(), 3, plan, 7), learn(toy(), 3, plan, 7));
        assert_eq!(a.rows, b.rows);
        assert_eq!(a.steps, b.steps);
        assert!(a.rows[0][1] > 0.5 && a.rows[1][1] <= 0.0, "{:?}", a.rows);
    }

    #[test]
    fn rows_that_tell_nothing_stay_at_zero() {
        let weights = learn(toy(), 3, Plan { epochs: 4, rate: 0.15, l1: 8.0, hidden: 0 }, 7);
        assert_eq!(weights.rows[2], [0.0; LABELS]);
    }
}
