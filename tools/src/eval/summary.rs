//! `glosser eval summary`: ROUGE of the key sentences against human summaries, at a budget.

use super::rouge::{Rouge, rouge, rouge2};
use anyhow::{Context, Result, bail};
use glosser::dates::Day;
use glosser::text::Span;
use glosser::{Options, Reader};
use serde::Deserialize;
use std::ffi::OsString;
use std::process::ExitCode;

/// A document with human summaries.
#[derive(Clone, Deserialize)]
pub struct Gold {
    #[serde(default)]
    pub genre: String,
    pub title: Option<String>,
    pub date: Option<String>,
    pub text: String,
    pub summaries: Vec<String>,
}

/// How much may be shown.
#[derive(Clone, Copy)]
pub enum Budget {
    /// So many sentences.
    Sentences(usize),
    /// So many words; the last sentence is cut.
    Words(usize),
}

impl Gold {
    /// The options to read it with.
    pub fn options(&self) -> Options {
        let published = self.date.as_deref().and_then(|d| Day::parse(d.get(..10)?));
        Options { published, title: self.title.clone(), ..Options::default() }
    }

    /// The mean over its summaries of what the spans, best first, score within the budget.
    pub fn score(&self, spans: impl Iterator<Item = Span>, budget: Budget) -> Rouge {
        let summary = cut(&self.text, spans, budget);
        let mut mean = Rouge::default();
        for reference in &self.summaries {
            let r = rouge(&sentence_lines(reference), &summary);
            let n = self.summaries.len() as f64;
            mean.one += r.one / n;
            mean.two += r.two / n;
            mean.lsum += r.lsum / n;
        }
        mean
    }

    /// The mean of ROUGE-2 alone.
    pub fn score2(&self, spans: impl Iterator<Item = Span>, budget: Budget) -> f64 {
        let summary = cut(&self.text, spans, budget);
        let sum: f64 = self.summaries.iter().map(|r| rouge2(&sentence_lines(r), &summary)).sum();
        sum / self.summaries.len().max(1) as f64
    }
}

/// The gold documents of some files that have a summary.
pub fn load(files: &[OsString]) -> Result<Vec<Gold>> {
    let mut gold = Vec::new();
    for file in files {
        let name = file.to_string_lossy();
        let text = std::fs::read_to_string(file).with_context(|| format!("cannot read {name}"))?;
        for (number, line) in text.lines().enumerate() {
            let row: Gold =
                serde_json::from_str(line).with_context(|| format!("{name}, line {}", number + 1))?;
            if !row.summaries.is_empty() {
                gold.push(row);
            }
        }
    }
    Ok(gold)
}

/// The sentences within the budget, in the order of the text, one a line.
fn cut(text: &str, spans: impl Iterator<Item = Span>, budget: Budget) -> String {
    let mut kept: Vec<(u32, String)> = Vec::new();
    let mut words = 0;
    for span in spans {
        let sentence = &text[span.start as usize..span.end as usize];
        let full = match budget {
            Budget::Sentences(n) => kept.len() >= n,
            Budget::Words(n) => words >= n,
        };
        if full {
            break;
        }
        let room = if let Budget::Words(n) = budget { n - words } else { usize::MAX };
        let taken: Vec<&str> = sentence.split_whitespace().take(room).collect();
        words += taken.len();
        kept.push((span.start, taken.join(" ")));
    }
    kept.sort();
    kept.into_iter().map(|(_, s)| s).collect::<Vec<_>>().join("\n")
}

/// Breaks a reference after a full stop that is followed by a capital or a quotation mark.
fn sentence_lines(text: &str) -> String {
    let mut out = text.to_string();
    let bytes = text.as_bytes();
    for i in 1..bytes.len().saturating_sub(1) {
        let starts = bytes[i + 1].is_ascii_uppercase() || matches!(bytes[i + 1], b'"' | b'\'');
        if bytes[i] == b' ' && matches!(bytes[i - 1], b'.' | b'!' | b'?') && starts {
            out.replace_range(i..=i, "\n");
        }
    }
    out
}

/// Prints the mean ROUGE over all documents, and over each genre.
pub fn run(args: Vec<OsString>) -> Result<ExitCode> {
    let mut budget = Budget::Words(100);
    let mut lead = false;
    let mut files = Vec::new();
    let mut parser = lexopt::Parser::from_args(args);
    while let Some(arg) = parser.next()? {
        use lexopt::prelude::*;
        match arg {
            Long("sentences") => budget = Budget::Sentences(parser.value()?.parse()?),
            Long("words") => budget = Budget::Words(parser.value()?.parse()?),
            Long("lead") => lead = true,
            Value(file) => files.push(file),
            _ => return Err(arg.unexpected().into()),
        }
    }
    let gold = load(&files)?;
    if gold.is_empty() {
        bail!("eval summary [--words 100 | --sentences 3] [--lead] GOLD.jsonl...");
    }
    let reader = Reader::bundled();
    let scored: Vec<(&str, Rouge)> = gold
        .iter()
        .map(|g| {
            let article = reader.read(&g.text, &g.options());
            let mut chosen = article.summary.sentences.clone();
            if lead {
                let prose = |s: &glosser::text::Sentence| article.blocks[s.block as usize].kind.is_prose();
                chosen = (0..article.sentences.len() as u32)
                    .filter(|&i| prose(&article.sentences[i as usize]))
                    .take(10)
                    .collect();
            }
            (g.genre.as_str(), g.score(chosen.iter().map(|&i| article.sentences[i as usize].span), budget))
        })
        .collect();
    let mut genres: Vec<&str> = scored.iter().map(|s| s.0).collect();
    genres.sort_unstable();
    genres.dedup();
    println!("{:12} {:>5} {:>8} {:>8} {:>10}", "genre", "docs", "rouge-1", "rouge-2", "rouge-Lsum");
    for genre in genres.into_iter().chain(["all"]) {
        let of: Vec<Rouge> = scored.iter().filter(|s| genre == "all" || s.0 == genre).map(|s| s.1).collect();
        let mean = |f: fn(&Rouge) -> f64| 100.0 * of.iter().map(f).sum::<f64>() / of.len() as f64;
        let (one, two, lsum) = (mean(|r| r.one), mean(|r| r.two), mean(|r| r.lsum));
        println!("{genre:12} {:>5} {one:>8.2} {two:>8.2} {lsum:>10.2}", of.len());
    }
    Ok(ExitCode::SUCCESS)
}
