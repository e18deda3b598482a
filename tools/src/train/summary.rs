//! `glosser train summary`: weights of the sentence scorer from human summaries.
//!
//! With under a hundred summaries a free fit follows their chance. So weights are drawn at random from ranges that
//! make sense, each draw is judged by what it is for (ROUGE-2 of the summaries it makes), and the mean of the best
//! tenth is taken: the middle of what works. The cross-validated figure is made the same way without the fold.

use crate::eval::rouge::Rouge;
use crate::eval::summary::{Budget, Gold, load};
use anyhow::{Context, Result, bail};
use glosser::Reader;
use glosser::entities::Cast;
use glosser::summary::features::{self, COUNT, Candidate};
use glosser::summary::{Weights, ranking};
use glosser::text::{self, Span};
use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fmt::Write;
use std::process::ExitCode;

/// Least and greatest weight of each feature, in their order, then of repetition and of order.
const RANGES: [(f32, f32); COUNT + 2] = [
    (0.4, 1.6),
    (0.3, 2.0),
    (-1.0, -0.35),
    (0.0, 0.5),
    (0.0, 0.6),
    (0.0, 0.3),
    (-1.0, -0.2),
    (0.0, 0.2),
    (0.0, 0.3),
    (-0.5, 0.0),
    (-0.6, 0.0),
    (-1.5, -0.5),
    (0.0, 1.5),
    (0.5, 2.5),
    (0.0, 0.6),
];

const DRAWS: usize = 400;
const FOLDS: usize = 8;

/// An article ready to be summarised many times.
struct Case {
    gold: Gold,
    candidates: Vec<Candidate>,
    spans: Vec<Span>,
    /// News counts more than other prose: it is what the reader is for.
    weight: f64,
}

/// Trains on the gold files given and writes the table of weights.
pub fn run(args: Vec<OsString>) -> Result<ExitCode> {
    let mut out = OsString::from("src/summary/weights.rs");
    let mut files = Vec::new();
    let mut parser = lexopt::Parser::from_args(args);
    while let Some(arg) = parser.next()? {
        use lexopt::prelude::*;
        match arg {
            Long("out") => out = parser.value()?,
            Value(file) => files.push(file),
            _ => return Err(arg.unexpected().into()),
        }
    }
    if files.is_empty() {
        bail!("train summary [--out src/summary/weights.rs] GOLD.jsonl...");
    }
    let cases = cases(load(&files)?);
    let draws = draw();
    // What each draw is worth on each article.
    let worth: Vec<Vec<f64>> = draws.iter().map(|w| cases.iter().map(|c| c.worth(w)).collect()).collect();
    let mean = |over: &dyn Fn(usize) -> bool, values: &[f64]| -> f64 {
        let kept = (0..cases.len()).filter(|&i| over(i));
        let (sum, weight) =
            kept.fold((0.0, 0.0), |(s, w), i| (s + values[i] * cases[i].weight, w + cases[i].weight));
        sum / weight
    };
    let middle = |over: &dyn Fn(usize) -> bool| -> Weights {
        let mut order: Vec<usize> = (0..draws.len()).collect();
        order.sort_by(|&a, &b| mean(over, &worth[b]).total_cmp(&mean(over, &worth[a])));
        average(order.iter().take(DRAWS / 10).map(|&i| &draws[i]))
    };
    let mut held_out = vec![Rouge::default(); cases.len()];
    for fold in 0..FOLDS {
        let weights = middle(&|i| i / 2 % FOLDS != fold);
        for (i, case) in cases.iter().enumerate().filter(|(i, _)| i / 2 % FOLDS == fold) {
            held_out[i] = case.score(&weights, Budget::Words(100));
        }
    }
    // The same with all texts of one kind set aside: do the features serve what they never saw?
    let mut other_kinds = vec![Rouge::default(); cases.len()];
    for kind in cases.iter().map(|c| c.gold.genre.as_str()).collect::<BTreeSet<_>>() {
        let weights = middle(&|i| cases[i].gold.genre != kind);
        for (i, case) in cases.iter().enumerate().filter(|(_, c)| c.gold.genre == kind) {
            other_kinds[i] = case.score(&weights, Budget::Words(100));
        }
    }
    let weights = middle(&|_| true);
    let report = |name: &str, scores: &[Rouge]| {
        for genre in ["", "news"] {
            let of = |f: fn(&Rouge) -> f64| {
                // Judged as they are, not bare.
                let kept: Vec<f64> = cases
                    .iter()
                    .zip(scores)
                    .skip(1)
                    .step_by(2)
                    .filter(|(c, _)| c.gold.genre.starts_with(genre))
                    .map(|(_, r)| f(r))
                    .collect();
                100.0 * kept.iter().sum::<f64>() / kept.len().max(1) as f64
            };
            let genre = if genre.is_empty() { "all" } else { genre };
            println!(
                "{name} {genre}: rouge-1 {:.2} rouge-2 {:.2} at 100 words",
                of(|r| r.one),
                of(|r| r.two)
            );
        }
    };
    report("cross-validated", &held_out);
    report("without this kind", &other_kinds);
    let fitted: Vec<Rouge> = cases.iter().map(|c| c.score(&weights, Budget::Words(100))).collect();
    report("fitted", &fitted);
    std::fs::write(&out, table(&weights))
        .with_context(|| format!("cannot write {}", out.to_string_lossy()))?;
    Ok(ExitCode::SUCCESS)
}

impl Case {
    fn score(&self, weights: &Weights, budget: Budget) -> Rouge {
        self.gold.score(ranking(&self.candidates, weights).into_iter().map(|i| self.spans[i]), budget)
    }

    /// ROUGE-2 at a paragraph's length, and for one and for three sentences.
    fn worth(&self, weights: &Weights) -> f64 {
        let order = ranking(&self.candidates, weights);
        let two = |budget| self.gold.score2(order.iter().map(|&i| self.spans[i]), budget);
        two(Budget::Words(100)) + 0.6 * two(Budget::Sentences(1)) + 0.6 * two(Budget::Sentences(3))
    }
}

/// Each article twice: as it is, and as many a collection keeps it, the bare prose on one line without its headline.
fn cases(gold: Vec<Gold>) -> Vec<Case> {
    let reader = Reader::bundled();
    gold.into_iter().flat_map(|gold| [bare(&reader, &gold), gold]).map(|gold| case(&reader, gold)).collect()
}

fn bare(reader: &Reader, gold: &Gold) -> Gold {
    let article = reader.read(&gold.text, &gold.options());
    let prose = article.sentences.iter().filter(|s| article.blocks[s.block as usize].kind.is_prose());
    let words = prose.flat_map(|s| gold.text[s.span.start as usize..s.span.end as usize].split_whitespace());
    Gold { text: words.collect::<Vec<_>>().join(" "), title: None, ..gold.clone() }
}

fn case(reader: &Reader, gold: Gold) -> Case {
    let article = reader.read(&gold.text, &gold.options());
    let document = text::parse(&gold.text, gold.title.as_deref());
    let cast =
        Cast { mentions: article.mentions, references: article.references, entities: article.entities };
    let candidates = features::candidates(&document, &cast, &article.quotes);
    let spans = candidates.iter().map(|c| document.sentences[c.sentence].span).collect();
    let weight = if gold.genre == "news" { 2.5 } else { 1.0 };
    Case { candidates, spans, weight, gold }
}

/// Weights drawn evenly from their ranges, the same in every run.
fn draw() -> Vec<Weights> {
    let mut state = 0x9E37_79B9_7F4A_7C15_u64;
    let mut next = || {
        // xorshift64* (Vigna 2016)
        state ^= state >> 12;
        state ^= state << 25;
        state ^= state >> 27;
        (state.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 40) as f32 / (1u64 << 24) as f32
    };
    (0..DRAWS)
        .map(|_| {
            let values: Vec<f32> = RANGES.iter().map(|(low, high)| low + (high - low) * next()).collect();
            let mut features = [0.0; COUNT];
            features.copy_from_slice(&values[..COUNT]);
            Weights { features, repetition: values[COUNT], order: values[COUNT + 1] }
        })
        .collect()
}

fn average<'w>(weights: impl Iterator<Item = &'w Weights> + Clone) -> Weights {
    let n = weights.clone().count().max(1) as f32;
    let mut mean = Weights { features: [0.0; COUNT], repetition: 0.0, order: 0.0 };
    for w in weights {
        mean.repetition += w.repetition / n;
        mean.order += w.order / n;
        mean.features.iter_mut().zip(w.features).for_each(|(m, f)| *m += f / n);
    }
    mean
}

/// The Rust table; three decimals are more than the data knows.
fn table(weights: &Weights) -> String {
    let mut rows = String::new();
    for (name, weight) in features::NAMES.iter().zip(weights.features) {
        let _ = writeln!(rows, "        {weight:.3}, // {name}");
    }
    format!(
        "//! Weights of the sentence scorer. Written by `glosser train summary`; do not edit by hand.\n\n\
         use super::Weights;\n\n\
         /// What human summaries taught (GUM, train and dev).\n\
         pub const WEIGHTS: Weights = Weights {{\n    features: [\n{rows}    ],\n    repetition: {:.3},\n    order: {:.3},\n}};\n",
        weights.repetition, weights.order
    )
}
