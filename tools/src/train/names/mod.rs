//! `glosser train names`: rebuilds `models/names.bin`.
//!
//! Sources → pieces, labels, features → two halves that label each other → the chain with votes → rows kept,
//! weights in whole steps, confidence calibrated on the documents set aside → the model file and its table of scores.

mod chain;
mod invent;
mod lists;
mod mend;
pub mod sources;

use crate::eval::names::{Score, score};
use crate::gold::{self, Gold};
use anyhow::{Result, bail};
use chain::{Corpus, Dice, Plan, Weights, learn};
use glosser::names::analysis::Analysis;
use glosser::names::facts::Facts;
use glosser::names::label::{self, LABELS};
use glosser::names::votes::Votes;
use glosser::names::{Model, Parts, features, hash, passes};
use lists::Lists;
use std::collections::HashMap;
use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;

/// Training sources with the weight of their sentences.
const SOURCES: [(&str, f32); 5] =
    [("gmb", 0.7), ("gum", 2.0), ("docred", 1.5), ("crossner", 1.0), ("social", 1.0)];
/// One document of so many is set aside: never trained on, used to calibrate and to judge.
const ASIDE: u64 = 16;

/// How often each of our own passages is filled.
const PASSAGES: usize = 6;

struct Settings {
    data: PathBuf,
    lists: PathBuf,
    out: PathBuf,
    rows: usize,
    plan: Plan,
    /// Of the largest source, this share of documents is used.
    gmb: usize,
}

/// Trains names.
pub fn run(args: Vec<OsString>) -> Result<ExitCode> {
    let mut set = Settings {
        data: "../shared/data/ner".into(),
        lists: "models/lists".into(),
        out: "models/names.bin".into(),
        rows: 52_000,
        plan: Plan { epochs: 8, rate: 0.15, l1: 1.3, hidden: 25 },
        gmb: 80,
    };
    let mut parser = lexopt::Parser::from_args(args);
    while let Some(arg) = parser.next()? {
        use lexopt::prelude::*;
        match arg {
            Long("data") => set.data = parser.value()?.into(),
            Long("lists") => set.lists = parser.value()?.into(),
            Long("out") => set.out = parser.value()?.into(),
            Long("rows") => set.rows = parser.value()?.parse()?,
            Long("epochs") => set.plan.epochs = parser.value()?.parse()?,
            Long("rate") => set.plan.rate = parser.value()?.parse()?,
            Long("l1") => set.plan.l1 = parser.value()?.parse()?,
            Long("hidden") => set.plan.hidden = parser.value()?.parse()?,
            Long("gmb") => set.gmb = parser.value()?.parse()?,
            _ => return Err(arg.unexpected().into()),
        }
    }
    if set.plan.epochs < 3 {
        bail!("three passes at least: the last ones are averaged");
    }
    let begun = Instant::now();
    let said = |what: &str| eprintln!("{:6.1} s  {what}", begun.elapsed().as_secs_f32());
    let lists = lists::load(&set.lists)?;
    let empty = Model::new(&Parts {
        scale: 0.01,
        words: lists.words.clone(),
        phrases: lists.phrases.clone(),
        ..Parts::default()
    });
    let (mut training, mut aside) = (Vec::new(), Vec::new());
    let pools = invent::Pools::load(&set.lists)?;
    let mut dice = Dice(11);
    for (source, weight) in SOURCES {
        let gold = gold::read(&set.data.join(format!("train/{source}.jsonl.gz")))?;
        if gold.is_empty() {
            bail!("{source} is empty");
        }
        let mut kept = Vec::new();
        for (i, document) in gold.into_iter().enumerate() {
            if hash::text(&document.id).is_multiple_of(ASIDE) {
                kept.push(document);
            } else if source != "gmb" || i % 100 < set.gmb {
                let mut document = mend::mend(document, source, empty.lexicon());
                if dice.below(6) == 0 {
                    document = invent::headline(&document, &mut dice);
                }
                if dice.below(5) == 0 {
                    let other = invent::exchange(&document, &pools, &mut dice);
                    // The largest source gives way to its other self, the small ones keep both.
                    if source != "gmb" {
                        training.push(Encoded::new(&empty, &document, weight));
                    }
                    document = other;
                }
                training.push(Encoded::new(&empty, &document, weight));
            }
        }
        aside.push((format!("aside {source}"), kept));
    }
    for document in invent::passages(include_str!("passages.txt"), &pools, PASSAGES, &mut dice) {
        training.push(Encoded::new(&empty, &document, 1.0));
    }
    // Sources come one after the other: mixed, the halves see all of each.
    dice.shuffle(&mut training);
    let pieces: usize = training.iter().map(|d| d.labels.len()).sum();
    said(&format!("{} documents, {pieces} pieces", training.len()));

    // Each half is labelled by a model of the other half, so that votes are as good as they will be on new text.
    let halves: Vec<(Vec<Vec<u8>>, usize)> = std::thread::scope(|scope| {
        let work: Vec<_> = (0..2)
            .map(|half| {
                let (training, lists, set) = (&training, &lists, &set);
                scope.spawn(move || {
                    let other: Vec<(&Encoded, Option<&Votes>)> =
                        training.iter().skip(1 - half).step_by(2).map(|d| (d, None)).collect();
                    let plan = Plan { epochs: set.plan.epochs.min(4), ..set.plan };
                    let parts = train(&other, lists, plan, set.rows);
                    let rows = parts.rows.len();
                    let model = Model::new(&parts);
                    let labels =
                        training.iter().skip(half).step_by(2).map(|d| passes(&model, &d.analysis, 1).0);
                    (labels.collect(), rows)
                })
            })
            .collect();
        work.into_iter().map(|w| w.join().expect("a half fails only if the trainer has a fault")).collect()
    });
    said(&format!("votes from {} and {} rows", halves[0].1, halves[1].1));
    for (i, document) in training.iter_mut().enumerate().filter(|(_, d)| d.machine_made) {
        mend::people_among_bodies(&mut document.labels, &halves[i % 2].0[i / 2]);
    }
    let votes: Vec<Votes> =
        training.iter().enumerate().map(|(i, d)| Votes::new(&d.analysis, &halves[i % 2].0[i / 2])).collect();
    // A third goes without votes: the same weights serve the first pass.
    let all: Vec<_> =
        training.iter().zip(&votes).enumerate().map(|(i, (d, v))| (d, (i % 3 != 2).then_some(v))).collect();
    let mut parts = train(&all, &lists, set.plan, set.rows);
    said(&format!("{} rows", parts.rows.len()));

    parts.calibration = std::array::from_fn(|i| (i * 255 / 20) as u8);
    let raw = Model::new(&parts);
    let sure: Vec<(f32, bool)> = aside.iter().flat_map(|(_, gold)| score(&raw, gold).sure).collect();
    parts.calibration = calibrate(&sure);
    let bytes = parts.to_bytes();
    std::fs::write(&set.out, &bytes)?;
    said(&format!("{} bytes", bytes.len()));

    let model = Model::from_bytes(&bytes)?;
    let mut table = format!("{}\n", Score::HEAD);
    for (name, gold) in &aside {
        table += &format!("{}\n", score(&model, gold).line(name));
    }
    for set_name in ["gmb", "gum", "docred", "crossner", "uner_ewt_dev"] {
        let gold = gold::read(&set.data.join(format!("dev/{set_name}.jsonl.gz")))?;
        table += &format!("{}\n", score(&model, &gold).line(set_name));
    }
    print!("{table}");
    said("done");
    Ok(ExitCode::SUCCESS)
}

/// A training document as pieces, labels and features.
struct Encoded {
    analysis: Analysis,
    labels: Vec<u8>,
    /// Features of all pieces, one piece after the other.
    keys: Vec<u32>,
    ends: Vec<usize>,
    weight: f32,
    /// Marked by a program: not to be trusted where a model of the other half objects.
    machine_made: bool,
}

impl Encoded {
    fn new(lexicon: &Model, gold: &Gold, weight: f32) -> Self {
        let document = glosser::text::parse(&gold.text, None);
        let analysis = Analysis::new(&document, lexicon.lexicon());
        let labels = labels(&analysis, gold);
        let facts = Facts::new(&analysis);
        let (mut keys, mut ends) = (Vec::new(), Vec::new());
        for line in &analysis.lines {
            for at in line.pieces.clone() {
                features::of_word(analysis.word(at), &mut keys);
                let reach = features::REACH as isize;
                for offset in (-reach..=reach).filter(|&o| o != 0) {
                    let index = at as isize + offset;
                    if index >= line.pieces.start as isize && index < line.pieces.end as isize {
                        features::of_neighbour(analysis.word(index as usize), offset, &mut keys);
                    }
                }
                features::of_position(&analysis, &facts, line, at, &mut keys);
                ends.push(keys.len());
            }
        }
        Self { analysis, labels, keys, ends, weight, machine_made: gold.id.starts_with("GMB") }
    }
}

/// Gold names as labels of pieces; a piece belongs to a name if they share a byte.
fn labels(analysis: &Analysis, gold: &Gold) -> Vec<u8> {
    let mut labels = vec![label::OUTSIDE as u8; analysis.pieces.len()];
    for name in &gold.names {
        let first = analysis.pieces.partition_point(|p| p.span.end as usize <= name.start);
        for (i, piece) in analysis.pieces[first..].iter().enumerate() {
            if piece.span.start as usize >= name.end {
                break;
            }
            let kind = name.kind as usize;
            labels[first + i] = if i == 0 { label::begin(kind) } else { label::inside(kind) } as u8;
        }
    }
    // A name that a sentence border cuts goes on as a new name.
    for line in &analysis.lines {
        let first = line.pieces.start;
        if label::is_inside(labels[first] as usize) {
            labels[first] -= 1;
        }
    }
    labels
}

/// Trains on documents, with votes where given, and keeps the strongest rows in whole steps.
fn train(documents: &[(&Encoded, Option<&Votes>)], lists: &Lists, plan: Plan, keep: usize) -> Parts {
    let mut counts: HashMap<u32, u32> = HashMap::new();
    let mut all: Vec<u32> = Vec::new();
    let mut corpus = Corpus::default();
    let mut extra = Vec::new();
    for (document, votes) in documents {
        let base = corpus.labels.len();
        for line in &document.analysis.lines {
            for at in line.pieces.clone() {
                let start = if at == 0 { 0 } else { document.ends[at - 1] };
                extra.clear();
                extra.extend_from_slice(&document.keys[start..document.ends[at]]);
                if let Some(votes) = votes {
                    votes.features(&document.analysis, line, at, &mut extra);
                }
                for key in &mut extra {
                    *key = Parts::row_key(*key);
                    *counts.entry(*key).or_default() += 1;
                }
                all.extend_from_slice(&extra);
                corpus.ends.push(all.len());
            }
            corpus.sentences.push(base + line.pieces.end);
            corpus.weights.push(document.weight);
        }
        corpus.labels.extend_from_slice(&document.labels);
    }
    // Number the features seen at least twice; sorted, so that the numbers do not hang on the order of a hash map.
    let mut keys: Vec<u32> = counts.iter().filter(|(k, c)| **c >= 2 && **k != 0).map(|(k, _)| *k).collect();
    keys.sort_unstable();
    let numbers: HashMap<u32, u32> = keys.iter().enumerate().map(|(i, &k)| (k, i as u32)).collect();
    let mut start = 0;
    for end in &mut corpus.ends {
        corpus.rows.extend(all[start..*end].iter().filter_map(|k| numbers.get(k)));
        start = *end;
        *end = corpus.rows.len();
    }
    drop(all);
    let weights = learn(corpus, keys.len(), plan);
    quantise(&weights, &keys, lists, keep)
}

/// Keeps the strongest rows and rounds their weights to steps of one scale.
fn quantise(weights: &Weights, keys: &[u32], lists: &Lists, keep: usize) -> Parts {
    let strength = |row: &[f32; LABELS]| row.iter().fold(0.0f32, |m, w| m.max(w.abs()));
    let mut order: Vec<usize> = (0..keys.len()).filter(|&i| strength(&weights.rows[i]) > 0.0).collect();
    order.sort_by(|&a, &b| strength(&weights.rows[b]).total_cmp(&strength(&weights.rows[a])).then(a.cmp(&b)));
    order.truncate(keep);
    order.sort_unstable();
    let top = order.iter().map(|&i| strength(&weights.rows[i])).fold(0.1, f32::max);
    let scale = top.min(6.0) / 127.0;
    let step = |w: f32| (w / scale).round();
    let rows = order
        .iter()
        .map(|&i| (keys[i], weights.rows[i].map(|w| step(w).clamp(-127.0, 127.0) as i8)))
        .filter(|(_, row)| *row != [0; LABELS])
        .collect();
    Parts {
        scale,
        transitions: weights.steps.map(|row| row.map(|w| step(w) as i32)),
        calibration: [0; 21],
        words: lists.words.clone(),
        phrases: lists.phrases.clone(),
        rows,
    }
}

/// The share of right names around each raw confidence, made to rise throughout (pool adjacent violators).
fn calibrate(sure: &[(f32, bool)]) -> [u8; 21] {
    let mut blocks: Vec<(f64, f64, usize)> = Vec::new();
    for i in 0..21 {
        let centre = i as f32 / 20.0;
        let near = sure.iter().filter(|(c, _)| (c - centre).abs() <= 0.025);
        let (mut all, mut right) = (2.0, 2.0 * f64::from(centre));
        for (_, truth) in near {
            all += 1.0;
            right += f64::from(u8::from(*truth));
        }
        blocks.push((right, all, 1));
        while let [.., a, b] = blocks[..]
            && a.0 / a.1 > b.0 / b.1
        {
            blocks.truncate(blocks.len() - 2);
            blocks.push((a.0 + b.0, a.1 + b.1, a.2 + b.2));
        }
    }
    let mut table = [0; 21];
    let mut at = 0;
    for (right, all, count) in blocks {
        for slot in &mut table[at..at + count] {
            *slot = (right / all * 255.0).round() as u8;
        }
        at += count;
    }
    table
}
