//! `glosser eval quotes`: are quotations found, and given to the right speaker?

use anyhow::{Context, Result, bail};
use glosser::export::{Offsets, Unit};
use glosser::quotes::QuoteKind;
use glosser::{Article, Options, Reader};
use serde::Deserialize;
use std::collections::{BTreeMap, HashSet};
use std::ffi::OsString;
use std::process::ExitCode;

/// An article with its quotations; offsets count code points.
#[derive(Deserialize)]
struct Gold {
    text: String,
    title: Option<String>,
    quotes: Vec<GoldQuote>,
}

#[derive(Deserialize)]
struct GoldQuote {
    start: u32,
    end: u32,
    #[serde(default = "direct")]
    kind: String,
    speaker: Option<(u32, u32)>,
    speaker_name: Option<String>,
    #[serde(default = "unknown")]
    speaker_kind: String,
}

fn direct() -> String {
    "direct".into()
}

fn unknown() -> String {
    "?".into()
}

/// One quotation of ours, in code points.
struct Found {
    start: u32,
    end: u32,
    speaker: Option<(u32, u32)>,
    name: Option<String>,
}

/// Counts over all articles.
#[derive(Default)]
struct Tally {
    gold: u32,
    hit: u32,
    predicted: u32,
    real: u32,
    spoken: u32,
    right: u32,
    kinds: BTreeMap<String, (u32, u32)>,
}

/// Prints recall, precision and how often the speaker is right.
pub fn run(args: Vec<OsString>) -> Result<ExitCode> {
    let mut kinds: HashSet<String> = ["direct", "mixed"].map(String::from).into();
    let (mut marked, mut list) = (false, false);
    let mut files = Vec::new();
    let mut parser = lexopt::Parser::from_args(args);
    while let Some(arg) = parser.next()? {
        use lexopt::prelude::*;
        match arg {
            Long("kinds") => kinds = parser.value()?.to_string_lossy().split(',').map(String::from).collect(),
            Long("marked") => marked = true,
            Long("list") => list = true,
            Value(file) => files.push(file),
            _ => return Err(arg.unexpected().into()),
        }
    }
    if files.is_empty() {
        bail!(
            "eval quotes [--kinds direct,mixed] [--marked] [--list] GOLD.jsonl...  (--marked: count no indirect speech of ours)"
        );
    }
    let reader = Reader::bundled();
    let mut tally = Tally::default();
    for file in files {
        let name = file.to_string_lossy().into_owned();
        let text = std::fs::read_to_string(&file).with_context(|| format!("cannot read {name}"))?;
        for (number, line) in text.lines().enumerate() {
            let gold: Gold =
                serde_json::from_str(line).with_context(|| format!("{name}, line {}", number + 1))?;
            let article =
                reader.read(&gold.text, &Options { title: gold.title.clone(), ..Options::default() });
            let found = found(&article, &gold.text, marked);
            count(&mut tally, &gold, &found, &kinds, list);
        }
    }
    let share = |a: u32, b: u32| 100.0 * f64::from(a) / f64::from(b.max(1));
    println!("gold quotations      {}", tally.gold);
    println!("detection recall     {:.2}", share(tally.hit, tally.gold));
    println!("predicted            {}", tally.predicted);
    println!("detection precision  {:.2}  (any kind)", share(tally.real, tally.predicted));
    println!(
        "speaker right        {:.2}  of all {} with one",
        share(tally.right, tally.spoken),
        tally.spoken
    );
    for (kind, (right, all)) in &tally.kinds {
        println!("  {kind:10}         {:.1}  of {all}", share(*right, *all));
    }
    Ok(ExitCode::SUCCESS)
}

fn found(article: &Article, text: &str, marked: bool) -> Vec<Found> {
    let offsets = Offsets::new(text, Unit::Chars);
    let quotes = article.quotes.iter().filter(|q| !marked || q.kind != QuoteKind::Indirect);
    quotes
        .map(|q| Found {
            start: offsets.at(q.span.start),
            end: offsets.at(q.span.end),
            speaker: q.speaker.as_ref().map(|s| (offsets.at(s.span.start), offsets.at(s.span.end))),
            name: q
                .speaker
                .as_ref()
                .and_then(|s| s.entity)
                .map(|e| article.entities[e as usize].name.clone()),
        })
        .collect()
}

fn overlap(a: (u32, u32), b: (u32, u32)) -> u32 {
    a.1.min(b.1).saturating_sub(a.0.max(b.0))
}

fn count(tally: &mut Tally, gold: &Gold, found: &[Found], kinds: &HashSet<String>, list: bool) {
    let mut used = HashSet::new();
    let slice =
        |s: (u32, u32)| gold.text.chars().skip(s.0 as usize).take((s.1 - s.0) as usize).collect::<String>();
    for q in &gold.quotes {
        let mut best: Option<(usize, u32)> = None;
        for (i, f) in found.iter().enumerate() {
            let shared = overlap((f.start, f.end), (q.start, q.end));
            if shared > best.map_or(0, |b| b.1) && !used.contains(&i) {
                best = Some((i, shared));
            }
        }
        let hit = best.filter(|b| 2 * b.1 >= q.end - q.start).map(|b| b.0);
        used.extend(hit);
        if !kinds.contains(&q.kind) {
            continue;
        }
        tally.gold += 1;
        tally.hit += u32::from(hit.is_some());
        let right = hit.is_some_and(|i| speaker_right(q, &found[i]));
        if q.speaker.is_some() || q.speaker_name.is_some() {
            tally.spoken += 1;
            tally.right += u32::from(right);
            let kind = tally.kinds.entry(q.speaker_kind.clone()).or_default();
            *kind = (kind.0 + u32::from(right), kind.1 + 1);
        }
        if list && !right {
            let ours = hit.map(|i| &found[i]);
            println!(
                "- {}\n    gold {:?} {:?}\n    ours {:?} {:?} {:?}",
                slice((q.start, q.end)).replace('\n', "¶"),
                q.speaker.map(slice),
                q.speaker_name,
                ours.map(|f| slice((f.start, f.end))),
                ours.and_then(|f| f.speaker).map(slice),
                ours.and_then(|f| f.name.as_ref()),
            );
        }
    }
    tally.predicted += found.len() as u32;
    tally.real += used.len() as u32;
}

/// The spans overlap, or one name's words are among the other's.
fn speaker_right(gold: &GoldQuote, ours: &Found) -> bool {
    if let (Some(g), Some(o)) = (gold.speaker, ours.speaker)
        && overlap(g, o) > 0
    {
        return true;
    }
    let words = |name: &str| -> HashSet<String> {
        name.split_whitespace().map(|w| w.trim_matches(['.', ',']).to_lowercase()).collect()
    };
    match (&gold.speaker_name, &ours.name) {
        (Some(g), Some(o)) => {
            let (g, o) = (words(g), words(o));
            !g.is_empty() && !o.is_empty() && (g.is_subset(&o) || o.is_subset(&g))
        }
        _ => false,
    }
}
