//! Scores date expressions, TempEval-3 task A style: extent F1 (strict, relaxed), and value F1, the relaxed F1 times the
//! share of matched expressions with the right TIMEX3 value.

use anyhow::{Context, Result, bail};
use glosser::dates::{self, Day, TimexType};
use glosser::text;
use serde::Deserialize;
use std::collections::HashMap;
use std::ffi::OsString;
use std::fs;
use std::process::ExitCode;
use std::time::Instant;

#[derive(Deserialize)]
struct Gold {
    id: String,
    dct: String,
    text: String,
    timexes: Vec<GoldTimex>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct GoldTimex {
    start: usize,
    end: usize,
    r#type: String,
    value: Option<String>,
    function_in_document: Option<String>,
}

struct Found {
    start: usize,
    end: usize,
    kind: String,
    value: String,
}

/// What is counted over a set of documents.
#[derive(Default)]
struct Counts {
    gold: usize,
    found: usize,
    strict: usize,
    relaxed: usize,
    kind: usize,
    valued: usize,
    value: usize,
}

/// Rounds of the measurement of speed; the best one counts, as others share the machine.
const ROUNDS: usize = 9;

/// `glosser eval dates [--types DATE,TIME] [--errors N] [--found FILE] [--speed] GOLD...`: scores what is read now, or what
/// another reader found (JSON lines of id and timexes); `--speed` says how fast texts are cut up and their dates read.
pub fn run(args: Vec<OsString>) -> Result<ExitCode> {
    let (mut files, mut types, mut errors, mut others, mut speed) = (Vec::new(), None, 0usize, None, false);
    let mut args = args.into_iter();
    while let Some(arg) = args.next() {
        match arg.to_str() {
            Some("--types") => types = args.next().and_then(|a| a.into_string().ok()),
            Some("--errors") => {
                errors =
                    args.next().and_then(|a| a.to_str()?.parse().ok()).context("--errors takes a number")?
            }
            Some("--found") => {
                others = Some(others_found(&args.next().context("--found takes a file")?)?);
            }
            Some("--speed") => speed = true,
            _ => files.push(arg),
        }
    }
    if files.is_empty() {
        bail!("eval dates takes gold files (JSON lines)");
    }
    let types: Option<Vec<&str>> = types.as_deref().map(|t| t.split(',').collect());
    for file in files {
        let lines = fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
        let documents: Vec<Gold> = lines
            .lines()
            .filter(|l| !l.trim().is_empty())
            .map(serde_json::from_str)
            .collect::<Result<_, _>>()
            .with_context(|| format!("bad line in {}", file.display()))?;
        let mut counts = Counts::default();
        for gold in &documents {
            let found = match &mut others {
                Some(others) => others.remove(&gold.id).unwrap_or_default(),
                None => read(gold),
            };
            score(gold, found, types.as_deref(), &mut counts, &mut errors);
        }
        println!("{}\n  {}", file.display(), counts.report());
        if speed {
            println!("  {:.0} characters a second", characters_a_second(&documents));
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn read(gold: &Gold) -> Vec<Found> {
    let document = text::parse(&gold.text, None);
    let chars: HashMap<usize, usize> =
        gold.text.char_indices().map(|(byte, _)| byte).chain([gold.text.len()]).zip(0..).collect();
    dates::find(&document, Day::parse(&gold.dct))
        .into_iter()
        .map(|t| Found {
            start: chars[&(t.span.start as usize)],
            end: chars[&(t.span.end as usize)],
            kind: match t.kind {
                TimexType::Date => "DATE".into(),
                TimexType::Time => "TIME".into(),
                TimexType::Duration => "DURATION".into(),
                TimexType::Set => "SET".into(),
            },
            value: t.value,
        })
        .collect()
}

/// What another reader found, by document.
fn others_found(file: &OsString) -> Result<HashMap<String, Vec<Found>>> {
    #[derive(Deserialize)]
    struct Line {
        id: String,
        timexes: Vec<GoldTimex>,
    }
    let text = fs::read_to_string(file).context("cannot read what was found")?;
    text.lines()
        .map(|line| {
            let Line { id, timexes } = serde_json::from_str(line).context("bad line in what was found")?;
            let found = |t: GoldTimex| Found {
                start: t.start,
                end: t.end,
                kind: t.r#type,
                value: t.value.unwrap_or_default(),
            };
            Ok((id, timexes.into_iter().map(found).collect()))
        })
        .collect()
}

/// How fast texts are cut up and their dates read, in one thread.
fn characters_a_second(documents: &[Gold]) -> f64 {
    let characters: usize = documents.iter().map(|d| d.text.chars().count()).sum();
    let round = || {
        let begun = Instant::now();
        for gold in documents {
            std::hint::black_box(dates::find(&text::parse(&gold.text, None), Day::parse(&gold.dct)));
        }
        begun.elapsed().as_secs_f64()
    };
    characters as f64 / (0..ROUNDS).map(|_| round()).fold(f64::INFINITY, f64::min)
}

fn score(gold: &Gold, found: Vec<Found>, types: Option<&[&str]>, counts: &mut Counts, errors: &mut usize) {
    let own = |g: &GoldTimex| {
        matches!(g.function_in_document.as_deref(), Some("CREATION_TIME" | "PUBLICATION_TIME"))
    };
    let touches = |f: &Found, g: &GoldTimex| f.start < g.end && g.start < f.end;
    let (skip, mut wanted): (Vec<_>, Vec<_>) = gold.timexes.iter().partition(|g| own(g));
    let mut found = found;
    found.retain(|f| !skip.iter().any(|s| touches(f, s)));
    if let Some(types) = types {
        let (keep, drop): (Vec<_>, Vec<_>) =
            wanted.into_iter().partition(|g| types.contains(&g.r#type.as_str()));
        wanted = keep;
        let on_gold = |f: &Found| wanted.iter().any(|g| touches(f, g));
        found.retain(|f| {
            on_gold(f) || types.contains(&f.kind.as_str()) && !drop.iter().any(|d| touches(f, d))
        });
    }
    counts.gold += wanted.len();
    counts.found += found.len();
    let show = |what: &str, start: usize, end: usize, note: String| {
        let part = |from: usize, to: usize| {
            gold.text.chars().skip(from).take(to.saturating_sub(from)).collect::<String>().replace('\n', " ")
        };
        println!(
            "{what} {} {} {}[[{}]]{} {note}",
            gold.id,
            gold.dct,
            part(start.saturating_sub(50), start),
            part(start, end),
            part(end, end + 30)
        );
    };
    let (pairs, missed, extra) = pair(&wanted, &found);
    for (g, f, exact) in pairs {
        let (g, f) = (wanted[g], &found[f]);
        counts.relaxed += 1;
        counts.strict += usize::from(exact);
        counts.kind += usize::from(g.r#type == f.kind);
        let Some(value) = g.value.as_deref().filter(|v| !v.is_empty()) else { continue };
        counts.valued += 1;
        counts.value += usize::from(value == f.value);
        if value != f.value && *errors > 0 {
            *errors -= 1;
            show("VALUE", f.start, f.end, format!("gold {} {value}, read {} {}", g.r#type, f.kind, f.value));
        }
    }
    for g in missed {
        if *errors > 0 {
            *errors -= 1;
            show("MISSED", wanted[g].start, wanted[g].end, format!("{:?}", wanted[g].value));
        }
    }
    for f in extra {
        if *errors > 0 {
            *errors -= 1;
            show("FALSE", found[f].start, found[f].end, found[f].value.clone());
        }
    }
}

/// Matched pairs (gold, found, exact), then what of either side is left over.
type Pairing = (Vec<(usize, usize, bool)>, Vec<usize>, Vec<usize>);

/// Pairs one to one: equal extents first, then the largest overlaps; with what is left on either side.
fn pair(gold: &[&GoldTimex], found: &[Found]) -> Pairing {
    let (mut gold_free, mut found_free) = (vec![true; gold.len()], vec![true; found.len()]);
    let mut pairs = Vec::new();
    for (i, g) in gold.iter().enumerate() {
        if let Some(j) =
            found.iter().position(|f| (f.start, f.end) == (g.start, g.end)).filter(|&j| found_free[j])
        {
            pairs.push((i, j, true));
            (gold_free[i], found_free[j]) = (false, false);
        }
    }
    let mut overlaps = Vec::new();
    for (i, g) in gold.iter().enumerate().filter(|(i, _)| gold_free[*i]) {
        for (j, f) in found.iter().enumerate().filter(|(j, _)| found_free[*j]) {
            let shared = g.end.min(f.end).saturating_sub(g.start.max(f.start));
            if shared > 0 {
                overlaps.push((usize::MAX - shared, i, j));
            }
        }
    }
    overlaps.sort_unstable();
    for (_, i, j) in overlaps {
        if gold_free[i] && found_free[j] {
            pairs.push((i, j, false));
            (gold_free[i], found_free[j]) = (false, false);
        }
    }
    let left = |free: Vec<bool>| (0..free.len()).filter(|&k| free[k]).collect();
    (pairs, left(gold_free), left(found_free))
}

impl Counts {
    fn report(&self) -> String {
        let share = |part: usize, whole: usize| part as f64 / whole.max(1) as f64;
        let f1 = |hits: usize| 2.0 * hits as f64 / (self.gold + self.found).max(1) as f64;
        let relaxed = f1(self.relaxed);
        format!(
            "gold {} found {} | strict F {:.1} | relaxed P {:.1} R {:.1} F {:.1} | type F {:.1} | value acc {:.1} F {:.1}",
            self.gold,
            self.found,
            100.0 * f1(self.strict),
            100.0 * share(self.relaxed, self.found),
            100.0 * share(self.relaxed, self.gold),
            100.0 * relaxed,
            100.0 * relaxed * share(self.kind, self.relaxed),
            100.0 * share(self.value, self.valued),
            100.0 * relaxed * share(self.value, self.valued),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    /// What each set must reach, in per cent: file, types that count (all if empty), relaxed extent F1, value F1. A change
    /// that costs more than a point shows here.
    const FLOORS: &[(&str, &str, f64, f64)] = &[
        ("dev/meantime", "", 90.0, 79.7),
        ("train/meantime", "", 94.0, 81.4),
        ("dev/gum", "DATE,TIME", 83.3, 62.1),
        ("train/wikiwars", "", 93.4, 86.8),
    ];

    #[test]
    fn quality_floors() {
        let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/data/time");
        if !data.exists() {
            println!("left out: no ../shared/data/time here");
            return;
        }
        for (file, types, extent_floor, value_floor) in FLOORS {
            let lines = fs::read_to_string(data.join(file).with_extension("jsonl")).unwrap();
            let types: Vec<&str> = types.split(',').filter(|t| !t.is_empty()).collect();
            let types = (!types.is_empty()).then_some(types.as_slice());
            let mut counts = Counts::default();
            for line in lines.lines() {
                let gold = serde_json::from_str(line).unwrap();
                score(&gold, read(&gold), types, &mut counts, &mut 0);
            }
            let extent = 200.0 * counts.relaxed as f64 / (counts.gold + counts.found) as f64;
            let value = extent * counts.value as f64 / counts.valued as f64;
            assert!(extent > *extent_floor, "{file}: extent F1 {extent:.1} is under {extent_floor}");
            assert!(value > *value_floor, "{file}: value F1 {value:.1} is under {value_floor}");
        }
    }
}
