//! Gold rows of entity data, and the small mathematics their judges share.

use anyhow::{Context, Result};
use serde::Deserialize;
use std::ffi::OsString;

/// An annotated text; offsets are code points.
#[derive(Deserialize)]
pub struct Row {
    /// Key of the text.
    pub id: String,
    /// The text.
    pub text: String,
    /// Its headline, if kept apart.
    pub title: Option<String>,
    /// What it is about, where several texts share that.
    pub topic: Option<String>,
    /// Its entities.
    pub clusters: Vec<Cluster>,
    /// How many summaries were written of it.
    pub salience_votes: Option<u32>,
    /// Code points of the text.
    #[serde(skip)]
    chars: Vec<char>,
}

/// An entity.
#[derive(Deserialize)]
pub struct Cluster {
    /// What it is.
    #[serde(rename = "type")]
    pub kind: String,
    /// Its key across texts.
    pub link: Option<String>,
    /// How many summaries name it.
    #[serde(default)]
    pub salient: u32,
    /// Where it is mentioned.
    pub mentions: Vec<Mention>,
}

/// A mention.
#[derive(Deserialize)]
pub struct Mention {
    start: usize,
    end: usize,
    kind: String,
    name: Option<(usize, usize)>,
}

impl Row {
    /// Entities that are people, places or bodies, with their numbers.
    pub fn named_clusters(&self) -> impl Iterator<Item = (usize, &Cluster)> {
        let wanted = |c: &Cluster| matches!(c.kind.as_str(), "person" | "organization" | "place");
        self.clusters.iter().enumerate().filter(move |(_, c)| wanted(c))
    }

    /// The words of a span.
    pub fn slice(&self, (start, end): (usize, usize)) -> String {
        self.chars.get(start..end).map_or_else(String::new, |c| c.iter().collect())
    }
}

impl Cluster {
    /// Spans of its names.
    pub fn name_spans(&self) -> impl Iterator<Item = (usize, usize)> + '_ {
        self.mentions.iter().filter(|m| m.kind == "name").map(|m| m.name.unwrap_or((m.start, m.end)))
    }
}

/// Reads files of JSON lines.
pub fn read(files: &[OsString]) -> Result<Vec<Row>> {
    let mut rows = Vec::new();
    for file in files {
        let name = file.to_string_lossy();
        let text = std::fs::read_to_string(file).with_context(|| format!("cannot read {name}"))?;
        for (number, line) in text.lines().enumerate().filter(|(_, l)| !l.trim().is_empty()) {
            let mut row: Row =
                serde_json::from_str(line).with_context(|| format!("{name}, line {}", number + 1))?;
            row.chars = row.text.chars().collect();
            rows.push(row);
        }
    }
    Ok(rows)
}

/// Code points to bytes and back.
pub struct Chars {
    bytes: Vec<usize>,
}

impl Chars {
    /// For one text.
    pub fn new(text: &str) -> Self {
        Self { bytes: text.char_indices().map(|(at, _)| at).chain([text.len()]).collect() }
    }

    /// The byte at which a code point begins.
    pub fn to_byte(&self, char: usize) -> usize {
        self.bytes[char.min(self.bytes.len() - 1)]
    }

    /// The code point that begins at a byte.
    pub fn of_byte(&self, byte: u32) -> usize {
        self.bytes.partition_point(|&b| b < byte as usize)
    }
}

/// The greatest sum of entries of a matrix, no two of one row or column (Hungarian method, O(n³)).
pub fn assignment(gain: &[Vec<f64>]) -> f64 {
    let rows = gain.len();
    let columns = gain.first().map_or(0, Vec::len);
    if rows == 0 || columns == 0 {
        return 0.0;
    }
    if rows > columns {
        let turned: Vec<Vec<f64>> = (0..columns).map(|j| (0..rows).map(|i| gain[i][j]).collect()).collect();
        return assignment(&turned);
    }
    // Potentials and shortest augmenting paths; row and column 0 are the virtual start.
    let (mut u, mut v) = (vec![0.0; rows + 1], vec![0.0; columns + 1]);
    let (mut row_of, mut way) = (vec![0usize; columns + 1], vec![0usize; columns + 1]);
    for i in 1..=rows {
        row_of[0] = i;
        let mut at = 0;
        let mut least = vec![f64::INFINITY; columns + 1];
        let mut used = vec![false; columns + 1];
        while row_of[at] != 0 {
            used[at] = true;
            let row = row_of[at];
            let (mut delta, mut next) = (f64::INFINITY, 0);
            for j in 1..=columns {
                if used[j] {
                    continue;
                }
                let cost = -gain[row - 1][j - 1] - u[row] - v[j];
                if cost < least[j] {
                    least[j] = cost;
                    way[j] = at;
                }
                if least[j] < delta {
                    delta = least[j];
                    next = j;
                }
            }
            for j in 0..=columns {
                if used[j] {
                    u[row_of[j]] += delta;
                    v[j] -= delta;
                } else {
                    least[j] -= delta;
                }
            }
            at = next;
        }
        while at != 0 {
            row_of[at] = row_of[way[at]];
            at = way[at];
        }
    }
    (1..=columns).filter(|&j| row_of[j] != 0).map(|j| gain[row_of[j] - 1][j - 1]).sum()
}

#[cfg(test)]
mod tests {
    use super::assignment;

    #[test]
    fn best_pairing() {
        assert_eq!(assignment(&[vec![1.0, 3.0], vec![2.0, 5.0], vec![0.0, 4.0]]), 6.0);
        assert_eq!(assignment(&[vec![0.5]]), 0.5);
        assert_eq!(assignment(&[]), 0.0);
    }
}
