//! `glosser eval text GOLD...`: how well token and sentence boundaries agree with gold.
//!
//! Tokens: the share of gold entity boundaries (starts and ends) that fall on a boundary of ours. Sentences: precision,
//! recall and F1 of sentence starts, the first of each document left out. All in percent, a line for each file, and how
//! many megabytes of text are cut up in a second.

use anyhow::{Context, Result, bail};
use glosser::export::{Offsets, Unit};
use glosser::text;
use serde::Deserialize;
use std::collections::{BTreeSet, HashMap};
use std::ffi::OsString;
use std::io::Read;
use std::process::ExitCode;

#[derive(Deserialize)]
struct Gold {
    text: String,
    #[serde(default)]
    genre: String,
    #[serde(default)]
    sentences: Vec<(u32, u32)>,
    #[serde(default)]
    entities: Vec<Span>,
}

#[derive(Deserialize)]
struct Span {
    start: u32,
    end: u32,
}

#[derive(Default)]
struct Score {
    boundaries: [usize; 2],
    /// Right, found, gold.
    sentences: [usize; 3],
    bytes: usize,
    seconds: f64,
}

/// Scores each file; `--worst N` prints the commonest entities and the contexts that are cut wrongly.
pub fn run(args: Vec<OsString>) -> Result<ExitCode> {
    use lexopt::prelude::*;
    let (mut files, mut worst, mut by_genre) = (Vec::new(), 0, false);
    let mut parser = lexopt::Parser::from_args(args);
    while let Some(arg) = parser.next()? {
        match arg {
            Long("worst") => worst = parser.value()?.parse()?,
            Long("genres") => by_genre = true,
            Value(file) => files.push(file),
            _ => return Err(arg.unexpected().into()),
        }
    }
    if files.is_empty() {
        bail!("eval text takes gold files (JSON lines, also .gz)");
    }
    println!("{:24} {:>9} {:>6} {:>6} {:>6} {:>6}", "file", "tokens %", "P", "R", "F1", "MB/s");
    for file in files {
        let mut scores: HashMap<String, Score> = HashMap::new();
        let mut wrong = Vec::new();
        for line in open(&file)?.lines().filter(|l| !l.trim().is_empty()) {
            let gold: Gold =
                serde_json::from_str(line).with_context(|| format!("{}", file.to_string_lossy()))?;
            let key = if by_genre { gold.genre.clone() } else { String::new() };
            judge(&gold, scores.entry(key).or_default(), &mut wrong);
        }
        let mut rows: Vec<_> = scores.into_iter().collect();
        rows.sort_by(|a, b| a.0.cmp(&b.0));
        let name = std::path::Path::new(&file).file_name().unwrap_or_default().to_string_lossy().into_owned();
        for (genre, score) in rows {
            let percent = |a: usize, b: usize| 100.0 * a as f64 / b.max(1) as f64;
            let [right, found, all] = score.sentences;
            println!(
                "{:24} {:9.2} {:6.1} {:6.1} {:6.1} {:6.0}",
                if genre.is_empty() { &name } else { &genre },
                percent(score.boundaries[0], score.boundaries[1]),
                percent(right, found),
                percent(right, all),
                percent(2 * right, found + all),
                score.bytes as f64 / 1e6 / score.seconds,
            );
        }
        for line in wrong.into_iter().take(worst) {
            println!("  {line}");
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn open(file: &OsString) -> Result<String> {
    let bytes = std::fs::read(file).with_context(|| format!("cannot read {}", file.to_string_lossy()))?;
    let mut text = String::new();
    if bytes.starts_with(&[0x1f, 0x8b]) {
        flate2::read::GzDecoder::new(&bytes[..]).read_to_string(&mut text)?;
    } else {
        text = String::from_utf8(bytes)?;
    }
    Ok(text)
}

fn judge(gold: &Gold, score: &mut Score, wrong: &mut Vec<String>) {
    let clock = std::time::Instant::now();
    let document = text::parse(&gold.text, None);
    score.seconds += clock.elapsed().as_secs_f64();
    score.bytes += gold.text.len();
    let offsets = Offsets::new(&gold.text, Unit::Chars);
    let starts: BTreeSet<u32> = document.tokens.iter().map(|t| offsets.at(t.span.start)).collect();
    let ends: BTreeSet<u32> = document.tokens.iter().map(|t| offsets.at(t.span.end)).collect();
    let chars: Vec<char> = gold.text.chars().collect();
    let show = |at: u32| {
        let (from, to) = ((at as usize).saturating_sub(30), (at as usize + 25).min(chars.len()));
        let left: String = chars[from..at as usize].iter().collect();
        let right: String = chars[at as usize..to].iter().collect();
        format!("{left}¦{right}").replace('\n', "⏎")
    };
    for entity in &gold.entities {
        for (set, at) in [(&starts, entity.start), (&ends, entity.end)] {
            score.boundaries[1] += 1;
            if set.contains(&at) {
                score.boundaries[0] += 1;
            } else {
                wrong.push(format!("token    {}", show(at)));
            }
        }
    }
    if gold.sentences.is_empty() {
        return;
    }
    let ours: BTreeSet<u32> = document.sentences.iter().skip(1).map(|s| offsets.at(s.span.start)).collect();
    let theirs: BTreeSet<u32> = gold.sentences.iter().skip(1).map(|s| s.0).collect();
    score.sentences[0] += ours.intersection(&theirs).count();
    score.sentences[1] += ours.len();
    score.sentences[2] += theirs.len();
    wrong.extend(ours.difference(&theirs).map(|&at| format!("spurious {}", show(at))));
    wrong.extend(theirs.difference(&ours).map(|&at| format!("missed   {}", show(at))));
}
