use super::analysis::Analysis;
use super::chain::{self, Lattice, Scores};
use super::confidence::{self, Evidence};
use super::facts::Facts;
use super::features::{self, Keys};
use super::label;
use super::model::{Model, Sums};
use super::settle::{Found, settle};
use super::votes::Votes;
use super::{Name, tidy, titled};
use crate::text::Document;

/// How often the document is read over with what was found before.
const PASSES: usize = 2;

/// Finds the names of a document, in order, none overlapping.
pub fn tag(model: &Model, document: &Document<'_>) -> Vec<Name> {
    weighed(model, document).into_iter().map(|(name, _)| name).collect()
}

/// The names of a document, each with the evidence its confidence was made of.
pub fn weighed(model: &Model, document: &Document<'_>) -> Vec<(Name, Evidence)> {
    let analysis = Analysis::new(document, model.lexicon());
    let found = settle(&analysis, chained(model, &analysis));
    let (mut names, mut all) = (Vec::with_capacity(found.len()), Vec::with_capacity(found.len()));
    for f in &found {
        let evidence = confidence::evidence(&analysis, f);
        let span = analysis.pieces[f.start].span.join(analysis.pieces[f.end - 1].span);
        let confidence = confidence::weigh(&evidence, &model.confidence[f.kind]);
        if let Some(name) = tidy::tidy(document, Name { span, kind: label::KINDS[f.kind], confidence }) {
            names.push(name);
            all.push((name.span.end, evidence));
        }
    }
    // Left edges move and names drop out, right edges stay.
    let mut all = all.into_iter();
    let names = titled::settle_left_edges(document, names).into_iter();
    names.filter_map(|name| Some((name, all.find(|(end, _)| *end == name.span.end)?.1))).collect()
}

/// What the chain finds.
fn chained(model: &Model, analysis: &Analysis) -> Vec<Found> {
    let mut found = Vec::new();
    let mut lattice = Lattice::default();
    let (labels, scores) = passes(model, analysis, PASSES);
    for line in &analysis.lines {
        let range = line.pieces.clone();
        let spans = label::spans(&labels[range.clone()]);
        if spans.is_empty() {
            continue;
        }
        let likely = |row: &Scores| chain::likelihood(row.map(|s| s as f32 * model.scale));
        lattice.fill(scores[range.clone()].iter().map(likely), &model.steps);
        found.extend(spans.into_iter().map(|(start, end, kind)| {
            let raw = lattice.name(start, end, kind, &model.steps);
            Found { start: range.start + start, end: range.start + end, kind, raw }
        }));
    }
    found
}

/// Labels of all pieces after so many passes, with the scores of the last.
pub fn passes(model: &Model, a: &Analysis, passes: usize) -> (Vec<u8>, Vec<Scores>) {
    let facts = Facts::new(a);
    let base = scores(model, a, &facts);
    let (mut labels, mut back) = (Vec::with_capacity(base.len()), Vec::new());
    let mut last = Vec::with_capacity(base.len());
    let mut features = Keys::default();
    for pass in 0..passes.max(1) {
        last.clear();
        let votes = (pass > 0).then(|| Votes::new(a, &labels));
        for line in &a.lines {
            for at in line.pieces.clone() {
                let mut sum = base[at];
                if let Some(votes) = &votes {
                    votes.features(a, line, at, &mut features);
                    model.add(&mut features, &mut sum);
                }
                last.push(sum.map(i32::from));
            }
        }
        labels.clear();
        for line in &a.lines {
            chain::best(&last[line.pieces.clone()], &model.transitions, &mut back, &mut labels);
        }
    }
    (labels, last)
}

/// Scores of all positions without votes. What hangs on a word alone is added up once per spelling.
fn scores(model: &Model, a: &Analysis, facts: &Facts) -> Vec<Sums> {
    const REACH: isize = features::REACH as isize;
    const SLOTS: usize = 2 * features::REACH + 1;
    let mut features = Keys::default();
    let mut words = Vec::with_capacity(a.words.len());
    for word in &a.words {
        let mut sums = [Sums::default(); SLOTS];
        for (sum, offset) in sums.iter_mut().zip(-REACH..) {
            if offset == 0 {
                features::of_word(word, &mut features);
            } else {
                features::of_neighbour(word, offset, &mut features);
            }
            model.add(&mut features, sum);
        }
        words.push(sums);
    }
    let mut scores = Vec::with_capacity(a.pieces.len());
    for line in &a.lines {
        for at in line.pieces.clone() {
            features::of_position(a, facts, line, at, &mut features);
            let mut sum = Sums::default();
            model.add(&mut features, &mut sum);
            for (slot, offset) in (-REACH..=REACH).enumerate() {
                let index = at as isize + offset;
                if index >= line.pieces.start as isize && index < line.pieces.end as isize {
                    let word = &words[a.pieces[index as usize].word as usize][slot];
                    for (total, &more) in sum.iter_mut().zip(word) {
                        *total += more;
                    }
                }
            }
            scores.push(sum);
        }
    }
    scores
}
