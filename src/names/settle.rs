//! One article, one world: a name of doubtful kind takes the kind its other occurrences have beyond doubt.

use super::analysis::Analysis;
use super::hash::mix;
use super::lexicon::{flag, kind};

/// Kinds by number, in the order of the labels.
const PERSON: usize = 0;
const PLACE: usize = 1;
const ORGANIZATION: usize = 2;

/// Confidence from which an occurrence does not follow the others.
const SURE: f32 = 0.8;

/// A name found by the chain.
#[derive(Debug, Clone, Copy)]
pub struct Found {
    /// First piece.
    pub start: usize,
    /// One past the last piece.
    pub end: usize,
    /// Number of its kind.
    pub kind: usize,
    /// Calibrated confidence.
    pub confidence: f32,
}

/// Settles the kinds of all names of a document.
pub fn settle(a: &Analysis, found: &mut [Found]) {
    for name in found.iter_mut().filter(|n| matches!(n.kind, PERSON | ORGANIZATION)) {
        if is_country(a, name) {
            name.kind = PLACE;
        }
    }
    // What the document says of each whole name, and of family names by the full names that end in them.
    let mut said: Vec<(u64, usize, f32)> = Vec::new();
    for name in found.iter() {
        said.push((phrase(a, name.start, name.end), name.kind, name.confidence));
        if name.kind == PERSON && name.end > name.start + 1 {
            said.push((phrase(a, name.end - 1, name.end), PERSON, name.confidence));
        }
    }
    said.sort_by_key(|s| (s.0, s.1));
    said.dedup_by(|next, kept| {
        let same = (next.0, next.1) == (kept.0, kept.1);
        kept.2 += if same { next.2 } else { 0.0 };
        same
    });
    for name in found.iter_mut().filter(|n| n.confidence < SURE) {
        let whole = phrase(a, name.start, name.end);
        let first = said.partition_point(|s| s.0 < whole);
        let mut support = [0.0f32; 4];
        for s in said[first..].iter().take_while(|s| s.0 == whole) {
            support[s.1] += s.2;
        }
        let best = (0..4).fold(name.kind, |best, k| if support[k] > support[best] { k } else { best });
        if best != name.kind && support[best] > 2.0 * support[name.kind] {
            name.kind = best;
        }
    }
}

/// A country's name that stands for itself, and is nobody's name besides.
fn is_country(a: &Analysis, name: &Found) -> bool {
    let (first, last) = (&a.pieces[name.start], &a.pieces[name.end - 1]);
    let listed = first.listed & last.listed & kind::COUNTRY != 0
        && matches!((first.listed_at, last.listed_at), (0, 0) | (1, 3));
    let alone = first.run_start as usize == name.start && last.run_end as usize == name.end;
    let somebody =
        name.end == name.start + 1 && a.word(name.start).entry.flags & (flag::GIVEN | flag::FAMILY) != 0;
    listed && alone && !somebody
}

fn phrase(a: &Analysis, start: usize, end: usize) -> u64 {
    (start..end).fold(0, |key, at| mix(key, a.word(at).folded))
}
