//! What an earlier pass over the document found: it lets every occurrence of a name speak for the others.

use super::analysis::{Analysis, Line};
use super::features::{Keys, key};
use super::hash::mix;
use super::label;
use crate::sort::Sort;

/// Part an occurrence plays: outside, or (kind × alone, first, further).
const PARTS: usize = 13;

/// How far from a run of capitals a neighbouring name is looked for, in pieces.
const REACH: usize = 5;

/// Findings of an earlier pass.
#[derive(Debug, Clone, Default)]
pub struct Votes {
    /// Label by piece.
    labels: Vec<u8>,
    /// Part by piece.
    own: Vec<u8>,
    /// By folded form: how many capitalised occurrences play which part.
    counts: Vec<[u16; PARTS]>,
    /// Keys of whole names with their kind, sorted, for counting.
    names: Vec<(u64, u8, u16)>,
    /// By piece: key and kind of the whole name found there.
    whole: Vec<(u64, u8)>,
}

impl Votes {
    /// Votes from the labels of all pieces of a document.
    pub fn new(a: &Analysis, labels: &[u8]) -> Self {
        let mut votes = Self {
            labels: labels.to_vec(),
            own: vec![0; labels.len()],
            counts: vec![[0; PARTS]; a.ids],
            names: Vec::new(),
            whole: vec![(0, 0); labels.len()],
        };
        for line in &a.lines {
            for (start, end, kind) in label::spans(&labels[line.pieces.clone()]) {
                let (start, end) = (start + line.pieces.start, end + line.pieces.start);
                let whole = phrase(a, start, end);
                votes.names.push((whole, kind as u8, 1));
                for at in start..end {
                    let part = match (at == start, end - start) {
                        (true, 1) => 0,
                        (true, _) => 1,
                        _ => 2,
                    };
                    votes.own[at] = 1 + kind as u8 * 3 + part;
                    votes.whole[at] = (whole, kind as u8 + 1);
                }
            }
        }
        for at in 0..labels.len() {
            let word = a.word(at);
            if a.stands_out(word) {
                let count = &mut votes.counts[word.id as usize][votes.own[at] as usize];
                *count = count.saturating_add(1);
            }
        }
        votes.names.arrange();
        votes.names.dedup_by(|next, kept| {
            let same = (next.0, next.1) == (kept.0, kept.1);
            kept.2 = kept.2.saturating_add(if same { next.2 } else { 0 });
            same
        });
        votes
    }

    /// Features of a position that come from the votes.
    pub fn features(&self, a: &Analysis, line: &Line, at: usize, out: &mut Keys) {
        let label = |index: Option<usize>| {
            index.filter(|i| line.pieces.contains(i)).map_or(15, |i| u64::from(self.labels[i]))
        };
        let own = label(Some(at));
        let (before, after) = (label(at.checked_sub(1)), label(Some(at + 1)));
        out.push(key(80, own, 0));
        out.push(key(81, before * 16 + own, after));
        if !a.stands_out(a.word(at)) {
            return;
        }
        let (best, strength, mixed) = self.best(a, at);
        out.push(key(82, best, strength));
        out.push(key(83, best * 16 + own, mixed));
        let counts = &self.counts[a.word(at).id as usize];
        for (part, &count) in counts.iter().enumerate() {
            if count > u16::from(self.own[at] as usize == part) {
                out.push(key(84, part as u64, 0));
            }
        }
        let piece = &a.pieces[at];
        let (start, end) = (piece.run_start as usize, piece.run_end as usize);
        if end > start {
            // In lists and pairs ("Moyo, Banda and Phiri", "Sato (Japan)") names tell of each other.
            let (before, after) = (self.name_before(a, line, start), self.name_after(a, line, end));
            out.push(key(88, before.0 * 64 + after.0, own));
            out.push(key(89, before.0, before.1));
            out.push(key(90, after.0, after.1));
            let place = (u64::from(at == start)) * 2 + u64::from(at + 1 == end);
            let whole = self.whole_kind(a, start, end, at);
            out.push(key(85, whole, own));
            if end > start + 1 {
                let (first, last) = (self.best(a, start), self.best(a, end - 1));
                out.push(key(86, last.0 * 4 + place, own));
                out.push(key(87, first.0 * 4 + place, own));
            }
        }
    }

    /// The part of the nearest name before a run, if only few small words or marks stand between, and the last of those.
    fn name_before(&self, a: &Analysis, line: &Line, start: usize) -> (u64, u64) {
        let reach = start.saturating_sub(REACH).max(line.pieces.start)..start;
        self.neighbour(a, reach.rev(), start.checked_sub(1))
    }

    /// The same for the nearest name after a run.
    fn name_after(&self, a: &Analysis, line: &Line, end: usize) -> (u64, u64) {
        self.neighbour(a, end..(end + REACH).min(line.pieces.end), Some(end))
    }

    fn neighbour(
        &self,
        a: &Analysis,
        mut reach: impl Iterator<Item = usize>,
        beside: Option<usize>,
    ) -> (u64, u64) {
        match reach.find(|&at| self.own[at] != 0) {
            Some(at) => (u64::from(self.own[at]), beside.map_or(0, |at| a.word(at).folded)),
            None => (0, 0),
        }
    }

    /// The part most other occurrences of the word play (15: there are none), how often, and whether others differ.
    fn best(&self, a: &Analysis, at: usize) -> (u64, u64, u64) {
        let counts = &self.counts[a.word(at).id as usize];
        let (mut best, mut most, mut all) = (15, 0, 0);
        for (part, &count) in counts.iter().enumerate() {
            let own = usize::from(self.own[at]) == part && a.stands_out(a.word(at));
            let others = count.saturating_sub(u16::from(own));
            all += u32::from(others);
            if others > most {
                (best, most) = (part as u64, others);
            }
        }
        (best, u64::from(most.min(3)), u64::from(all > u32::from(most)))
    }

    /// The kind (from 1) under which the run from `start` to `end` is found as a whole name elsewhere; 0 if it is not.
    fn whole_kind(&self, a: &Analysis, start: usize, end: usize, at: usize) -> u64 {
        let whole = phrase(a, start, end);
        let first = self.names.partition_point(|n| n.0 < whole);
        let (mut best, mut most) = (0, 0);
        for &(_, kind, count) in self.names[first..].iter().take_while(|n| n.0 == whole) {
            let others = count - u16::from(self.whole[at] == (whole, kind + 1));
            if others > most {
                (best, most) = (u64::from(kind) + 1, others);
            }
        }
        best
    }
}

fn phrase(a: &Analysis, start: usize, end: usize) -> u64 {
    (start..end).fold(0, |key, at| mix(key, a.word(at).folded))
}
