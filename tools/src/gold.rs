//! Gold data: texts with names marked by people.

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};
use std::io::{BufRead, BufReader, Read};
use std::path::Path;

/// Types of gold names, in the order of the tagger's kinds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Type {
    /// PER
    Person,
    /// LOC
    Place,
    /// ORG
    Organization,
    /// NORP
    Demonym,
}

impl Type {
    /// Its usual mark.
    pub fn mark(self) -> &'static str {
        match self {
            Type::Person => "PER",
            Type::Place => "LOC",
            Type::Organization => "ORG",
            Type::Demonym => "NORP",
        }
    }

    /// The type of a mark, by any of its usual names.
    pub fn of(mark: &str) -> Option<Self> {
        Some(match mark {
            "PER" | "PERSON" => Type::Person,
            "LOC" | "GPE" | "FAC" | "LOCATION" => Type::Place,
            "ORG" | "ORGANIZATION" => Type::Organization,
            "NORP" => Type::Demonym,
            _ => return None,
        })
    }
}

/// A gold name; offsets are bytes.
#[derive(Debug, Clone)]
pub struct GoldName {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// Its type.
    pub kind: Type,
}

/// A gold document.
#[derive(Debug, Clone)]
pub struct Gold {
    /// Its name in the data set.
    pub id: String,
    /// The text.
    pub text: String,
    /// The names, in order.
    pub names: Vec<GoldName>,
}

#[derive(Serialize, Deserialize)]
struct Line {
    id: String,
    text: String,
    entities: Vec<Marked>,
}

#[derive(Serialize, Deserialize)]
struct Marked {
    start: usize,
    end: usize,
    r#type: String,
}

/// Writes JSON lines that [`read`] reads.
pub fn write(path: &Path, gold: &[Gold]) -> Result<()> {
    let mut out = String::new();
    for document in gold {
        let point = |byte: usize| document.text[..byte].chars().count();
        let mark =
            |n: &GoldName| Marked { start: point(n.start), end: point(n.end), r#type: n.kind.mark().into() };
        let entities = document.names.iter().map(mark).collect();
        let line = Line { id: document.id.clone(), text: document.text.clone(), entities };
        out += &serde_json::to_string(&line)?;
        out.push('\n');
    }
    std::fs::write(path, out).with_context(|| format!("cannot write {}", path.display()))
}

/// Reads JSON lines, gzipped or not.
pub fn read(path: &Path) -> Result<Vec<Gold>> {
    let file = std::fs::File::open(path).with_context(|| format!("cannot read {}", path.display()))?;
    let input: Box<dyn Read> = if path.extension().is_some_and(|e| e == "gz") {
        Box::new(flate2::read::GzDecoder::new(file))
    } else {
        Box::new(file)
    };
    let mut gold = Vec::new();
    for line in BufReader::new(input).lines() {
        let line = line?;
        if line.trim().is_empty() {
            continue;
        }
        let line: Line = serde_json::from_str(&line).with_context(|| format!("in {}", path.display()))?;
        let mut starts: Vec<usize> = line.text.char_indices().map(|c| c.0).collect();
        starts.push(line.text.len());
        let mut names = Vec::new();
        for mark in &line.entities {
            let Some(kind) = Type::of(&mark.r#type) else { continue };
            let at = |i: usize| starts.get(i).copied().context("a mark beyond the text");
            names.push(GoldName { start: at(mark.start)?, end: at(mark.end)?, kind });
        }
        names.sort_by_key(|n| n.start);
        gold.push(Gold { id: line.id, text: line.text, names });
    }
    Ok(gold)
}
