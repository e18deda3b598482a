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

impl Corpus {
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
pub fn learn(corpus: &Corpus, rows: usize, plan: Plan) -> Weights {
    let mut table: Vec<Row> =
        (0..rows).map(|_| Row { weights: [0.0; LABELS], squares: [1e-2; LABELS], paid: 0 }).collect();
    let mut steps = [[0.0f32; LABELS]; LABELS + 1];
    let mut step_squares = [[1e-2f32; LABELS]; LABELS + 1];
    let mut order: Vec<usize> = (0..corpus.sentences.len()).collect();
    let mut dice = Dice(7);
    let pull = plan.l1 / corpus.sentences.len() as f32;
    let mut now = 0u32;
    let (mut emit, mut forward, mut backward, mut scale) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for epoch in 0..plan.epochs {
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
                for &row in corpus.features(at) {
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
                for &row in corpus.features(at) {
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
    }
    for row in &mut table {
        row.pay(now, plan.rate * 0.5 * pull);
    }
    Weights { rows: table.into_iter().map(|r| r.weights).collect(), steps }
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
