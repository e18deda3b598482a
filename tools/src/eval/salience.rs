//! `glosser eval salience`: do the entities that summaries name come first?

use super::{coref, gold};
use anyhow::{Result, bail};
use glosser::{Options, Reader, entities, text};
use std::collections::HashSet;
use std::ffi::OsString;
use std::process::ExitCode;

/// In how many summaries an entity must be to count.
const VOTES: u32 = 3;

/// `glosser eval salience GOLD... [--given]`: average precision, first and first three right, found in five.
pub fn run(args: Vec<OsString>) -> Result<ExitCode> {
    let (given, files): (Vec<_>, Vec<_>) = args.into_iter().partition(|a| a == "--given");
    if files.is_empty() {
        bail!("eval salience needs gold files");
    }
    let reader = Reader::bundled();
    let (mut documents, mut sums) = (0u32, [0.0f64; 4]);
    for row in gold::read(&files)? {
        let offsets = gold::Chars::new(&row.text);
        let (mentions, entities) = if given.is_empty() {
            let article = reader.read(&row.text, &Options { title: row.title.clone(), ..Options::default() });
            (article.mentions, article.entities)
        } else {
            let document = text::parse(&row.text, row.title.as_deref());
            let cast = entities::resolve(&document, &coref::given(&row, &offsets));
            (cast.mentions, cast.entities)
        };
        let needed = if row.salience_votes.unwrap_or(5) > 1 { VOTES } else { 1 };
        let named: Vec<(Vec<(usize, usize)>, bool)> = row
            .named_clusters()
            .map(|(_, c)| (c.name_spans().collect::<Vec<_>>(), c.salient >= needed))
            .filter(|(spans, _)| !spans.is_empty())
            .collect();
        let total = named.iter().filter(|(_, salient)| *salient).count();
        if total == 0 {
            continue;
        }
        let mut ranked = Vec::new();
        let mut seen = HashSet::new();
        for entity in &entities {
            let mut hits: Vec<(usize, usize)> = Vec::new();
            for &m in &entity.mentions {
                let span = mentions[m as usize].span;
                let (start, end) = (offsets.of_byte(span.start), offsets.of_byte(span.end));
                for (at, (spans, _)) in named.iter().enumerate() {
                    if spans.iter().any(|&(a, b)| end.min(b) > start.max(a)) {
                        match hits.iter_mut().find(|h| h.0 == at) {
                            Some(hit) => hit.1 += 1,
                            None => hits.push((at, 1)),
                        }
                    }
                }
            }
            // The one hit most often, of equals the one hit first.
            let best = hits.iter().rev().max_by_key(|(_, n)| *n);
            if let Some(&(at, _)) = best
                && seen.insert(at)
            {
                ranked.push(named[at].1);
            }
        }
        documents += 1;
        add(&mut sums, &ranked, total);
    }
    let [ap, first, three, five] = sums.map(|s| 100.0 * s / f64::from(documents.max(1)));
    println!("{documents} documents   AP {ap:.2}   P@1 {first:.2}   P@3 {three:.2}   R@5 {five:.2}");
    Ok(ExitCode::SUCCESS)
}

fn add(sums: &mut [f64; 4], ranked: &[bool], total: usize) {
    let mut hits = 0.0;
    let mut precision = 0.0;
    for (i, _) in ranked.iter().enumerate().filter(|(_, salient)| **salient) {
        hits += 1.0;
        precision += hits / (i + 1) as f64;
    }
    let among = |n: usize| ranked.iter().take(n).filter(|s| **s).count() as f64;
    sums[0] += precision / total as f64;
    sums[1] += among(1);
    sums[2] += among(3) / total.min(3) as f64;
    sums[3] += among(5) / total as f64;
}
