//! `glosser train names`: rebuilds `models/names.bin`.
//!
//! Sources → pieces, labels, features → two halves that label each other → the chain with votes → rows kept,
//! weights in whole steps, confidence calibrated on the documents set aside → the model file and its table of scores.

mod chain;
mod confidence;
mod invent;
mod lists;
mod mend;
pub mod sources;

use crate::eval::names::{Judged, Score, recall_by_region, score};
use crate::gold::{self, Gold};
use crate::passages;
use anyhow::{Result, bail};
use chain::{Corpus, Dice, Plan, Weights, learn};
use glosser::names::analysis::Analysis;
use glosser::names::facts::Facts;
use glosser::names::features::Keys;
use glosser::names::label::{self, LABELS};
use glosser::names::votes::Votes;
use glosser::names::{Model, NameKind, Parts, features, hash, passes};
use lists::Lists;
use std::collections::HashMap;
use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;

/// A training source.
#[derive(Clone, Copy)]
struct Source {
    name: &'static str,
    /// Weight of its sentences.
    weight: f32,
}

const SOURCES: [Source; 5] = [
    Source { name: "gmb", weight: 0.65 },
    Source { name: "gum", weight: 3.0 },
    Source { name: "docred", weight: 2.5 },
    Source { name: "crossner", weight: 2.2 },
    Source { name: "social", weight: 1.5 },
];
/// Our own annotated news, `models/passages`.
const WORLD: Source = Source { name: "world", weight: 2.0 };
/// Our own templates, filled with names of all cultures.
const TEMPLATES: Source = Source { name: "templates", weight: 1.0 };
/// One document of so many is set aside: never trained on, used to calibrate and to judge.
const ASIDE: u64 = 16;

/// The weights are the mean of what is learnt in so many orders of the sentences.
const SEEDS: [u64; 8] = [11, 12, 13, 14, 15, 16, 17, 18];
/// So many orders at once, and so many choose the rows that are kept.
const AT_ONCE: usize = 2;
/// The rows that are kept are learnt anew without the rest: weights that leant on what is left out find another hold
/// (the relaxed lasso, Meinshausen 2007).
const AGAIN: Again = Again { epochs: 6, l1: 1.7, levels: 64.0 };
/// Largest weight that is told apart, and in how many steps: more of them cost bytes and gain nothing.
const STRONGEST: f32 = 6.0;
const LEVELS: f32 = 72.0;
/// Weights below so many steps are left out: they move no sum by much, and cost as much as any.
const LEAST: f32 = 1.0;

/// Added to the weight of every step into an organisation, in nats: organisations that bear the name of a place are taken for
/// it too often.
const LEAN: f32 = 0.2;

/// How the rows that are kept are learnt anew.
#[derive(Clone, Copy)]
struct Again {
    epochs: usize,
    l1: f32,
    /// Steps up to the largest weight.
    levels: f32,
}

/// How often each template is filled.
const FILLED: usize = 6;

struct Settings {
    data: PathBuf,
    lists: PathBuf,
    passages: PathBuf,
    out: PathBuf,
    rows: usize,
    plan: Plan,
    /// Of the largest source, this share of documents is used.
    gmb: usize,
    /// A model of which all but the confidence is kept: that alone is fitted anew.
    keep: Option<PathBuf>,
}

/// Trains names.
pub fn run(args: Vec<OsString>) -> Result<ExitCode> {
    let mut set = Settings {
        data: "../shared/data/ner".into(),
        lists: "models/lists".into(),
        passages: "models/passages".into(),
        out: "models/names.bin".into(),
        rows: 44_000,
        plan: Plan { epochs: 8, rate: 0.15, l1: 1.3, hidden: 25 },
        gmb: 80,
        keep: None,
    };
    let mut parser = lexopt::Parser::from_args(args);
    while let Some(arg) = parser.next()? {
        use lexopt::prelude::*;
        match arg {
            Long("data") => set.data = parser.value()?.into(),
            Long("lists") => set.lists = parser.value()?.into(),
            Long("passages") => set.passages = parser.value()?.into(),
            Long("out") => set.out = parser.value()?.into(),
            Long("rows") => set.rows = parser.value()?.parse()?,
            Long("epochs") => set.plan.epochs = parser.value()?.parse()?,
            Long("rate") => set.plan.rate = parser.value()?.parse()?,
            Long("l1") => set.plan.l1 = parser.value()?.parse()?,
            Long("hidden") => set.plan.hidden = parser.value()?.parse()?,
            Long("keep") => set.keep = Some(parser.value()?.into()),
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
    let mut dice = Dice(11);
    let (groups, aside) = read(&set, &empty, &mut dice)?;
    let mut parts = match &set.keep {
        Some(file) => Parts::from_bytes(&std::fs::read(file)?)?,
        None => learnt(&set, &lists, encode(groups, &empty, &mut dice), said),
    };
    let raw = Model::new(&parts);
    let judged: Vec<Vec<Judged>> = aside.iter().map(|(_, gold)| score(&raw, gold).sure).collect();
    parts.confidence = confidence::fit(&judged);
    let bytes = parts.to_bytes();
    std::fs::write(&set.out, &bytes)?;
    said(&format!("{} bytes", bytes.len()));

    let model = Model::from_bytes(&bytes)?;
    let mut table = format!("{}\n", Score::HEAD);
    let mut dev = Score::default();
    for (name, gold) in &aside {
        table += &format!("{}\n", score(&model, gold).line(name));
    }
    for set_name in ["gmb", "gum", "docred", "crossner", "uner_ewt_dev"] {
        let gold = gold::read(&set.data.join(format!("dev/{set_name}.jsonl.gz")))?;
        let score = score(&model, &gold);
        table += &format!("{}\n", score.line(set_name));
        dev.join(score);
    }
    table += &format!("{}\n", dev.line("all of dev"));
    let world: Vec<_> = passages::folder(&set.passages)?.into_iter().filter(|p| p.aside).collect();
    for style in passages::STYLES {
        let gold: Vec<Gold> = world.iter().filter(|p| p.style == style).map(|p| p.gold.clone()).collect();
        table += &format!("{}\n", score(&model, &gold).line(&format!("  of it {style}")));
    }
    print!("{table}{}", recall_by_region(&model, &world));
    said("done");
    Ok(ExitCode::SUCCESS)
}

/// What is learnt from the documents: all but the confidence.
fn learnt(set: &Settings, lists: &Lists, mut training: Vec<Encoded>, said: impl Fn(&str)) -> Parts {
    let pieces: usize = training.iter().map(|d| d.labels.len()).sum();
    said(&format!("{} documents, {pieces} pieces", training.len()));

    // Each half is labelled by a model of the other half, so that votes are as good as they will be on new text.
    let (mut found, mut voters) = (vec![Vec::new(); training.len()], Vec::new());
    std::thread::scope(|scope| {
        let work = [0, 1].map(|half| {
            let training = &training;
            scope.spawn(move || {
                let other: Vec<_> = training.iter().filter(|d| d.half != half).map(|d| (d, None)).collect();
                let plan = Plan { epochs: set.plan.epochs.min(4), ..set.plan };
                let parts = train(&other, lists, plan, None, set.rows, &SEEDS[..1]);
                let model = Model::new(&parts);
                let own = training.iter().enumerate().filter(|(_, d)| d.half == half);
                let labels: Vec<_> = own.map(|(i, d)| (i, passes(&model, &d.analysis, 1).0)).collect();
                (labels, parts.rows.len())
            })
        });
        for work in work {
            let (labels, rows) = work.join().expect("a half fails only if the trainer has a fault");
            labels.into_iter().for_each(|(i, labels)| found[i] = labels);
            voters.push(rows);
        }
    });
    said(&format!("votes from {voters:?} rows"));
    // What a program marked is not to be trusted where a model of the other half objects.
    for (document, found) in training.iter_mut().zip(&found).filter(|(d, _)| d.source.name == "gmb") {
        mend::people_among_bodies(&mut document.labels, found);
    }
    let votes: Vec<Votes> =
        training.iter().zip(&found).map(|(d, found)| Votes::new(&d.analysis, found)).collect();
    // A third goes without votes: the same weights serve the first pass.
    let all: Vec<_> =
        training.iter().zip(&votes).enumerate().map(|(i, (d, v))| (d, (i % 3 != 2).then_some(v))).collect();
    let mut parts = train(&all, lists, set.plan, Some(AGAIN), set.rows, &SEEDS);
    let into = label::begin(NameKind::Organization as usize);
    parts.transitions.iter_mut().for_each(|row| row[into] += (LEAN / parts.scale).round() as i32);
    said(&format!("{} rows", parts.rows.len()));
    parts
}

/// Documents that belong together: one with its own copies under other names.
struct Group {
    source: Source,
    copies: Vec<Gold>,
}

/// Documents set aside, by source.
type Aside = Vec<(String, Vec<Gold>)>;

/// Reads all sources: what to train on, and what is set aside.
fn read(set: &Settings, empty: &Model, dice: &mut Dice) -> Result<(Vec<Group>, Aside)> {
    let (mut groups, mut aside) = (Vec::new(), Vec::new());
    let pools = invent::Pools::load(&set.lists)?;
    for source in SOURCES {
        let gold = gold::read(&set.data.join(format!("train/{}.jsonl.gz", source.name)))?;
        if gold.is_empty() {
            bail!("{} is empty", source.name);
        }
        let mut kept = Vec::new();
        for (i, document) in gold.into_iter().enumerate() {
            if hash::text(&document.id).is_multiple_of(ASIDE) {
                kept.push(document);
            } else if source.name != "gmb" || i % 100 < set.gmb {
                let document = headed(mend::mend(document, source.name, empty.lexicon()), dice);
                let other = (dice.below(5) == 0).then(|| invent::exchange(&document, &pools, dice));
                // The largest source gives way to its other self, the small ones keep both.
                let copies = match other {
                    Some(other) if source.name == "gmb" => vec![other],
                    other => [document].into_iter().chain(other).collect(),
                };
                groups.push(Group { source, copies });
            }
        }
        aside.push((format!("aside {}", source.name), kept));
    }
    let (kept, world): (Vec<_>, Vec<_>) = passages::folder(&set.passages)?.into_iter().partition(|p| p.aside);
    for passage in world {
        let other = invent::exchange(&passage.gold, &pools, dice);
        let copies = [passage.gold, other].into_iter().map(|document| headed(document, dice)).collect();
        groups.push(Group { source: WORLD, copies });
    }
    aside.push(("aside world".to_string(), kept.iter().map(|passage| passage.gold.clone()).collect()));
    for copies in invent::fill(include_str!("templates.txt"), &pools, FILLED, dice) {
        groups.push(Group { source: TEMPLATES, copies });
    }
    Ok((groups, aside))
}

/// One document in six under a headline, one in thirty in small letters, one in thirty in capitals.
fn headed(mut document: Gold, dice: &mut Dice) -> Gold {
    match dice.below(30) {
        0 => document.text.make_ascii_lowercase(),
        1 => document.text.make_ascii_uppercase(),
        _ => {}
    }
    if dice.below(6) == 0 { invent::headline(&document, dice) } else { document }
}

/// Documents with their features, mixed, in two halves; copies of one document lie in the same half.
fn encode(mut groups: Vec<Group>, lexicon: &Model, dice: &mut Dice) -> Vec<Encoded> {
    dice.shuffle(&mut groups);
    let mut documents = Vec::new();
    for (i, group) in groups.iter().enumerate() {
        documents.extend(group.copies.iter().map(|gold| Encoded::new(lexicon, gold, group.source, i % 2)));
    }
    documents
}

/// A training document as pieces, labels and features.
struct Encoded {
    analysis: Analysis,
    labels: Vec<u8>,
    /// Features of all pieces, one piece after the other.
    keys: Vec<u32>,
    ends: Vec<usize>,
    source: Source,
    half: usize,
}

impl Encoded {
    fn new(lexicon: &Model, gold: &Gold, source: Source, half: usize) -> Self {
        let document = glosser::text::parse(&gold.text, None);
        let analysis = Analysis::new(&document, lexicon.lexicon());
        let labels = labels(&analysis, gold);
        let facts = Facts::new(&analysis);
        let (mut keys, mut ends) = (Vec::new(), Vec::new());
        let mut here = Keys::default();
        for line in &analysis.lines {
            for at in line.pieces.clone() {
                here.clear();
                features::of_word(analysis.word(at), &mut here);
                let reach = features::REACH as isize;
                for offset in (-reach..=reach).filter(|&o| o != 0) {
                    let index = at as isize + offset;
                    if index >= line.pieces.start as isize && index < line.pieces.end as isize {
                        features::of_neighbour(analysis.word(index as usize), offset, &mut here);
                    }
                }
                features::of_position(&analysis, &facts, line, at, &mut here);
                keys.extend_from_slice(&here);
                ends.push(keys.len());
            }
        }
        Self { analysis, labels, keys, ends, source, half }
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

/// Hashing for keys that are hashes already.
#[derive(Default, Clone, Copy)]
struct Spread(u64);

impl std::hash::Hasher for Spread {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|&b| self.write_u32(u32::from(b)));
    }
    fn write_u32(&mut self, key: u32) {
        self.0 = (self.0 ^ u64::from(key)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    }
}

type Keyed = HashMap<u32, u32, std::hash::BuildHasherDefault<Spread>>;

/// Trains on documents, with votes where given, once for each seed; keeps the rows of the mean that tell most, learns those
/// again where asked, and rounds their weights to whole steps.
fn train(
    documents: &[(&Encoded, Option<&Votes>)],
    lists: &Lists,
    plan: Plan,
    again: Option<Again>,
    keep: usize,
    seeds: &[u64],
) -> Parts {
    let mut counts = Keyed::default();
    let mut all: Vec<u32> = Vec::new();
    let mut corpus = Corpus::default();
    let (mut extra, mut more) = (Vec::new(), Keys::default());
    for (document, votes) in documents {
        let base = corpus.labels.len();
        for line in &document.analysis.lines {
            for at in line.pieces.clone() {
                let start = if at == 0 { 0 } else { document.ends[at - 1] };
                extra.clear();
                extra.extend_from_slice(&document.keys[start..document.ends[at]]);
                if let Some(votes) = votes {
                    more.clear();
                    votes.features(&document.analysis, line, at, &mut more);
                    extra.extend_from_slice(&more);
                }
                for key in &mut extra {
                    *key = Parts::row_key(*key);
                    *counts.entry(*key).or_default() += 1;
                }
                all.extend_from_slice(&extra);
                corpus.ends.push(all.len());
            }
            corpus.sentences.push(base + line.pieces.end);
            corpus.weights.push(document.source.weight);
        }
        corpus.labels.extend_from_slice(&document.labels);
    }
    // Number the features seen at least twice; sorted, so that the numbers do not hang on the order of a hash map.
    let mut keys: Vec<u32> = counts.iter().filter(|(k, c)| **c >= 2 && **k != 0).map(|(k, _)| *k).collect();
    keys.sort_unstable();
    let numbers: Keyed = keys.iter().enumerate().map(|(i, &k)| (k, i as u32)).collect();
    let mut start = 0;
    for end in &mut corpus.ends {
        corpus.rows.extend(all[start..*end].iter().filter_map(|k| numbers.get(k)));
        start = *end;
        *end = corpus.rows.len();
    }
    drop(all);
    let often: Vec<u32> = keys.iter().map(|key| counts[key]).collect();
    drop((counts, numbers));
    let weights = mean(&corpus, keys.len(), plan, &seeds[..AT_ONCE.min(seeds.len())]);
    let kept = strongest(&weights, &often, keep);
    let keys: Vec<u32> = kept.iter().map(|&row| keys[row]).collect();
    let (weights, levels) = match again {
        Some(Again { epochs, l1, levels }) => {
            let mut number = vec![u32::MAX; often.len()];
            kept.iter().enumerate().for_each(|(new, &row)| number[row] = new as u32);
            corpus.renumber(&number);
            (mean(&corpus, keys.len(), Plan { epochs, l1, ..plan }, seeds), levels)
        }
        None => (weights.of(&kept), LEVELS),
    };
    quantise(&weights, &keys, levels, lists)
}

/// The mean of the weights learnt in the orders of all seeds.
fn mean(corpus: &Corpus, rows: usize, plan: Plan, seeds: &[u64]) -> Weights {
    let mut sum: Option<Weights> = None;
    for some in seeds.chunks(AT_ONCE) {
        std::thread::scope(|scope| {
            let work: Vec<_> = some
                .iter()
                .map(|&seed| scope.spawn(move || learn(corpus.clone(), rows, plan, seed)))
                .collect();
            for work in work {
                let learnt = work.join().expect("learning fails only if it has a fault");
                sum = Some(match sum.take() {
                    Some(sum) => sum.add(&learnt),
                    None => learnt,
                });
            }
        });
    }
    sum.expect("there are seeds").scale(1.0 / seeds.len() as f32)
}

/// The rows that tell most, in their order: by their largest weight times the fourth root of how often they fire, since what is
/// rare tells little of new text.
fn strongest(weights: &Weights, often: &[u32], keep: usize) -> Vec<usize> {
    let strength = |(row, often): (&[f32; LABELS], &u32)| largest(row) * (*often as f32).sqrt().sqrt();
    let strengths: Vec<f32> = weights.rows.iter().zip(often).map(strength).collect();
    let mut order: Vec<usize> = (0..strengths.len()).filter(|&row| strengths[row] > 0.0).collect();
    order.sort_by(|&a, &b| strengths[b].total_cmp(&strengths[a]).then(a.cmp(&b)));
    order.truncate(keep);
    order.sort_unstable();
    order
}

/// The largest weight of a row, whatever its sign.
fn largest(row: &[f32; LABELS]) -> f32 {
    row.iter().fold(0.0f32, |most, w| most.max(w.abs()))
}

/// Rounds the weights of rows to steps of one scale, so many up to the largest.
fn quantise(weights: &Weights, keys: &[u32], levels: f32, lists: &Lists) -> Parts {
    let top = weights.rows.iter().map(largest).fold(0.1, f32::max);
    let scale = top.min(STRONGEST) / levels;
    let step = |w: f32| if w.abs() < LEAST * scale { 0.0 } else { (w / scale).round() };
    let rows = keys
        .iter()
        .zip(&weights.rows)
        .map(|(&key, row)| (key, row.map(|w| step(w).clamp(-levels, levels) as i8)))
        .filter(|(_, row)| *row != [0; LABELS])
        .collect();
    Parts {
        scale,
        transitions: weights.steps.map(|row| row.map(|w| step(w) as i32)),
        confidence: Default::default(),
        words: lists.words.clone(),
        phrases: lists.phrases.clone(),
        rows,
    }
}
