//! The feature extractor, the only one: trainer and tagger call the same functions.
//!
//! A feature is a 32-bit key of a template and its values. Features of one word alone come from [`of_word`] and
//! [`of_neighbour`], so that a tagger may score them once per spelling; the rest hang on the position.

use super::analysis::{Analysis, Line, Style};
use super::facts::Facts;
use super::hash::mix;
use super::lexicon::flag;
use super::topic::Topic;
use super::word::{Case, Word};
use std::ops::Deref;

/// Version of the features; a model of another version is refused.
pub const VERSION: u16 = 5;

/// How far neighbours are looked at, in pieces.
pub const REACH: usize = 2;

#[inline]
pub(super) fn key(template: u64, a: u64, b: u64) -> u32 {
    (mix(mix(template, a), b) >> 32) as u32
}

/// Features of one position. There is room for more than any position has.
#[derive(Debug, Clone)]
pub struct Keys {
    keys: [u32; Self::MOST],
    count: usize,
}

impl Keys {
    const MOST: usize = 128;

    /// Forgets them.
    pub fn clear(&mut self) {
        self.count = 0;
    }

    /// What they were, to be written over.
    #[inline]
    pub(super) fn take(&mut self) -> &mut [u32] {
        let count = std::mem::take(&mut self.count);
        &mut self.keys[..count.min(Self::MOST)]
    }

    #[inline]
    pub(super) fn push(&mut self, key: u32) {
        debug_assert!(self.count < Self::MOST);
        self.keys[self.count % Self::MOST] = key;
        self.count += 1;
    }
}

impl Default for Keys {
    fn default() -> Self {
        Self { keys: [0; Self::MOST], count: 0 }
    }
}

impl Deref for Keys {
    type Target = [u32];

    fn deref(&self) -> &[u32] {
        &self.keys[..self.count.min(Self::MOST)]
    }
}

/// Features of a word where it stands.
pub fn of_word(word: &Word, out: &mut Keys) {
    let case = word.case as u64;
    out.push(key(1, word.cased, 0));
    out.push(key(2, word.folded, 0));
    if matches!(word.case, Case::Mark | Case::Digit) {
        out.push(key(3, word.shape, 0));
        return;
    }
    let capital = u64::from(word.case.capital());
    out.push(key(3, word.shape, 0));
    for (n, &prefix) in word.prefix.iter().enumerate() {
        if prefix != 0 {
            out.push(key(4 + n as u64, prefix, capital));
        }
    }
    for (n, &suffix) in word.suffix.iter().enumerate() {
        if suffix != 0 {
            out.push(key(7 + n as u64, suffix, capital));
        }
    }
    out.push(key(11, u64::from(word.entry.flags), case));
    out.push(key(12, u64::from(word.entry.class), capital));
    out.push(key(13, u64::from(word.entry.group()), case));
    out.push(key(14, u64::from(word.entry.group()) * 256 + u64::from(word.entry.flags), capital));
}

/// Features of a word that stands `offset` pieces away.
pub fn of_neighbour(word: &Word, offset: isize, out: &mut Keys) {
    let place = (offset + 8) as u64;
    out.push(key(20, word.folded, place));
    out.push(key(21, u64::from(word.entry.class), place));
    out.push(key(24, u64::from(word.entry.group()), place * 8 + word.case as u64));
    if offset.abs() == 1 {
        if word.suffix[2] != 0 {
            out.push(key(22, word.suffix[2], place));
        }
        out.push(key(23, word.case as u64 * 256 + u64::from(word.entry.flags), place));
    }
}

/// Features of a position, beyond those of its words.
pub fn of_position(a: &Analysis, facts: &Facts, line: &Line, at: usize, out: &mut Keys) {
    let range = &line.pieces;
    let word = a.word(at);
    let piece = &a.pieces[at];
    let get = |offset: isize| {
        let index = at as isize + offset;
        (index >= range.start as isize && index < range.end as isize).then(|| a.word(index as usize))
    };
    let folded = |offset| get(offset).map_or(offset as u64, |w: &Word| w.folded);
    let class = |offset| get(offset).map_or(0, |w: &Word| u64::from(w.entry.class) + 1);
    let group = |offset| get(offset).map_or(0, |w: &Word| u64::from(w.entry.group()) + 1);
    let shape = |offset| get(offset).map_or(offset as u64, |w: &Word| w.shape);
    let style = line.style as u64;

    out.push(key(40, style, word.case as u64));
    out.push(key(41, folded(-1), word.folded));
    out.push(key(42, word.folded, folded(1)));
    out.push(key(43, mix(folded(-1), folded(1)), u64::from(word.case.capital())));
    out.push(key(44, shape(-1), shape(0)));
    out.push(key(45, shape(0), shape(1)));
    out.push(key(46, mix(shape(-1), shape(0)), shape(1)));
    out.push(key(47, mix(class(-1), class(0)), u64::from(word.case.capital())));
    out.push(key(48, mix(class(0), class(1)), u64::from(word.case.capital())));
    let capital = u64::from(word.case.capital());
    out.push(key(30, group(-1) * 256 + group(1), capital));
    out.push(key(31, group(-2) * 256 + group(-1), capital));
    out.push(key(32, group(1) * 256 + group(2), capital));
    if at == range.start {
        out.push(key(49, word.folded, style));
        out.push(key(50, u64::from(word.entry.flags), style * 8 + word.case as u64));
    }
    let next_joined = a.pieces.get(at + 1).is_some_and(|p| p.joined && at + 1 < range.end);
    if piece.joined || next_joined {
        let sides = u64::from(piece.joined) * 2 + u64::from(next_joined);
        let case = |offset| get(offset).map_or(9, |w: &Word| w.case as u64);
        out.push(key(51, sides, (case(-1) * 10 + case(0)) * 10 + case(1)));
        out.push(key(52, if piece.joined { folded(-1) } else { folded(1) }, sides));
    }
    if piece.listed != 0 {
        out.push(key(53, u64::from(piece.listed), u64::from(piece.listed_at)));
        out.push(key(
            56,
            u64::from(piece.listed) * 4 + u64::from(piece.listed_at),
            style * 8 + word.case as u64,
        ));
        out.push(key(54, u64::from(piece.listed), mix(folded(-1), u64::from(piece.listed_at))));
    }
    for offset in [-1isize, 1] {
        let index = (at as isize + offset) as usize;
        if get(offset).is_some() && a.pieces[index].listed != 0 {
            out.push(key(55, u64::from(a.pieces[index].listed), (offset + 8) as u64));
        }
    }
    if a.stands_out(word) {
        of_run(a, facts, line, at, out);
    }
}

/// Features of the run of capitals a position lies in, and of what else the document says of its words.
fn of_run(a: &Analysis, facts: &Facts, line: &Line, at: usize, out: &mut Keys) {
    let piece = &a.pieces[at];
    let word = a.word(at);
    let (start, end) = (piece.run_start as usize, piece.run_end as usize);
    let elsewhere = u64::from(facts.elsewhere(a, at));
    out.push(key(60, elsewhere, 0));
    for k in 0..super::facts::fact::COUNT as u64 {
        if elsewhere >> k & 1 != 0 {
            out.push(key(61, k, 0));
        }
    }
    if a.topic != Topic::Other {
        let topic = a.topic as u64;
        out.push(key(33, topic, u64::from(piece.listed) * 4 + u64::from(piece.listed_at)));
        out.push(key(34, topic, u64::from(word.entry.flags) * 8 + line.style as u64));
        out.push(key(35, topic, u64::from(word.entry.group())));
        out.push(key(36, topic, word.suffix[2]));
    }
    if line.style != Style::Prose {
        out.push(key(62, u64::from(word.entry.flags), line.style as u64));
    }
    if end <= start {
        return;
    }
    let length = (end - start).min(5) as u64;
    let place = match (at == start, at + 1 == end) {
        (true, true) => 0,
        (true, false) => 1,
        (false, false) => 2,
        (false, true) => 3,
    };
    let outside = |index: Option<usize>| {
        index.filter(|i| line.pieces.contains(i)).map_or((0, 0, 0), |i| {
            let word = a.word(i);
            (word.folded, u64::from(word.entry.class), word.suffix[2])
        })
    };
    let before = outside(start.checked_sub(1));
    let after = outside(Some(end));
    let (first, last) = (a.word(start), a.word(end - 1));
    out.push(key(63, place, length));
    out.push(key(64, before.0, place));
    out.push(key(65, after.0, place));
    out.push(key(66, before.1, place));
    out.push(key(67, after.1, place));
    if a.topic != Topic::Other {
        let topic = a.topic as u64;
        out.push(key(37, mix(topic, before.0), place));
        out.push(key(38, mix(topic, after.0), place));
        out.push(key(39, topic * 8 + length, place));
    }
    out.push(key(68, before.1, after.1));
    if length > 1 {
        out.push(key(69, last.folded, place));
        out.push(key(70, first.folded, place));
        out.push(key(71, u64::from(last.entry.class), place));
        out.push(key(77, u64::from(last.entry.group()) * 64 + u64::from(first.entry.group()), place));
        out.push(key(72, u64::from(first.entry.class), place));
        let names = |w: &Word| u64::from(w.entry.flags & (flag::GIVEN | flag::FAMILY | flag::COMMON));
        out.push(key(73, names(first) * 8 + names(last), place * 8 + length));
        out.push(key(74, last.suffix[2], place));
        if at != start {
            out.push(key(75, u64::from(facts.elsewhere(a, start)), place));
        }
        if at + 1 != end {
            out.push(key(76, u64::from(facts.elsewhere(a, end - 1)), place));
        }
    }
}
