//! The model file: bytes to weights and back.
//!
//! ```text
//! "GLNM"  format u16  features u16  checksum u64 of all that follows
//! scale f32 · transitions i16 × 10 × 9 · weights of evidence i16 × 4 × 4
//! words:   by class and flags: their keys
//! phrases: by kinds: their keys
//! rows:    by the set of labels that have a weight: their keys; then those weights, row by row
//! ```
//! Behind the header all is packed by `crate::coding`. What many entries share is told once for their group; in it, the keys are
//! sorted and kept as what lies between them.

use super::chain::{self, Transitions};
use super::confidence::Evidence;
use super::features::{self, Keys};
use super::hash;
use super::label::{KINDS, LABELS};
use super::lexicon::{Entry, Lexicon};
use super::table::Table;
use crate::Error;
use crate::coding::{Coder, Nibble, Reader, Writer};
use crate::sort::Sort;

const MAGIC: &[u8; 4] = b"GLNM";
const FORMAT: u16 = 5;
const HEADER: usize = 16;

/// Weights of the evidence for a name, for each kind.
pub type Confidence = [Evidence; KINDS.len()];

/// Weights of evidence are kept in steps of this.
const FINE: f32 = 1.0 / 1024.0;

/// More entries of a sort than any model has.
const MOST: usize = 1 << 20;

/// Weights of features added up, for all labels.
pub(super) type Sums = [i16; LABELS];

/// What a model file holds, as the trainer makes it.
#[derive(Debug, Clone, Default)]
pub struct Parts {
    /// What one step of a weight is worth.
    pub scale: f32,
    /// Weights between labels, in steps.
    pub transitions: Transitions,
    /// What evidence for a name is worth.
    pub confidence: Confidence,
    /// Words: key, class, flags.
    pub words: Vec<(u32, Entry)>,
    /// Phrases: key, kinds.
    pub phrases: Vec<(u32, u8)>,
    /// Features: key, weights in steps.
    pub rows: Vec<(u32, [i8; LABELS])>,
}

/// The tagger's weights, ready to run.
pub struct Model {
    pub(super) scale: f32,
    pub(super) transitions: Transitions,
    pub(super) steps: chain::Steps,
    pub(super) confidence: Confidence,
    pub(super) lexicon: Lexicon,
    rows: Table<[i8; LABELS]>,
}

impl Model {
    /// Reads a model file.
    ///
    /// # Errors
    /// [`Error`] if the bytes are not a model of this version, or are damaged.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Error> {
        Ok(Self::new(&Parts::from_bytes(bytes)?))
    }

    /// A model of its parts.
    pub fn new(parts: &Parts) -> Self {
        let transitions = chain::close(&parts.transitions);
        Self {
            scale: parts.scale,
            transitions,
            steps: chain::steps(&transitions, parts.scale),
            confidence: parts.confidence,
            lexicon: Lexicon::new(&parts.words, &parts.phrases),
            rows: Table::new(&parts.rows, Parts::ROW_BITS),
        }
    }

    /// What is known of words before reading.
    pub fn lexicon(&self) -> &Lexicon {
        &self.lexicon
    }

    /// Adds up the weights of features, and forgets these. Sums stay in range: no position fires more than 250 features.
    #[inline]
    pub(super) fn add(&self, features: &mut Keys, sum: &mut Sums) {
        self.rows.each(features.take(), Parts::row_key, |row| {
            for (total, &weight) in sum.iter_mut().zip(row) {
                *total += i16::from(weight);
            }
        });
    }
}

impl Parts {
    /// Bits kept of a feature's key in the file.
    const ROW_BITS: u32 = 26;

    /// The key of a feature's row.
    #[inline]
    pub fn row_key(feature: u32) -> u32 {
        feature >> (32 - Self::ROW_BITS)
    }

    /// Writes a model file. Keys of words, of phrases and of rows must be distinct.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut parts = self.clone();
        parts.words.arrange_by_key(|&(key, word)| (word_group(word), key));
        parts.phrases.arrange_by_key(|&(key, kinds)| (kinds, key));
        parts.rows.arrange_by_key(|&(key, row)| (row_group(&row), key));
        let mut writer = Writer::default();
        let _ = parts.code(&mut writer);
        let body = writer.finish();
        let mut bytes = Vec::from(MAGIC);
        bytes.extend(FORMAT.to_le_bytes());
        bytes.extend(features::VERSION.to_le_bytes());
        bytes.extend(hash::bytes(&body).to_le_bytes());
        bytes.extend(body);
        bytes
    }

    /// Reads a model file.
    ///
    /// # Errors
    /// [`Error`] if the bytes are not a model of this version, or are damaged.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Error> {
        let bad = |why| Error::data("names", why);
        let (header, body) = bytes.split_at_checked(HEADER).ok_or_else(|| bad("cut short"))?;
        if !header.starts_with(MAGIC) {
            return Err(bad("not a model of names"));
        }
        if header[4..8] != [FORMAT.to_le_bytes(), features::VERSION.to_le_bytes()].concat() {
            return Err(bad("a model of another version"));
        }
        if header[8..] != hash::bytes(body).to_le_bytes() {
            return Err(bad("damaged"));
        }
        let (mut parts, mut reader) = (Self::default(), Reader::new(body));
        parts.code(&mut reader).ok_or_else(|| bad("keys out of range"))?;
        if !reader.is_done() {
            return Err(bad("longer or shorter than it says"));
        }
        if !(parts.scale > 0.0 && parts.scale < 1.0) {
            return Err(bad("a scale out of range"));
        }
        Ok(parts)
    }

    /// The layout behind the header. `None` where what is read cannot be.
    fn code<C: Coder>(&mut self, coder: &mut C) -> Option<()> {
        self.scale = f32::from_bits(coder.even(32, self.scale.to_bits()));
        for weight in self.transitions.iter_mut().flatten() {
            *weight = short(coder, *weight);
        }
        for weight in self.confidence.iter_mut().flatten() {
            *weight = short(coder, (*weight / FINE).round() as i32) as f32 * FINE;
        }
        let words: Vec<_> = self.words.iter().map(|&(key, word)| (word_group(word), key)).collect();
        let word = |group| Entry { class: (group >> 4) as u16, flags: (group & 15) as u8 };
        let words = keys(coder, Lexicon::BITS, 1 << 14, &words)?;
        self.words = words.into_iter().map(|(group, key)| (key, word(group))).collect();

        let phrases: Vec<_> = self.phrases.iter().map(|&(key, kinds)| (kinds.into(), key)).collect();
        let phrases = keys(coder, Lexicon::BITS, 1 << 8, &phrases)?;
        self.phrases = phrases.into_iter().map(|(kinds, key)| (key, kinds as u8)).collect();

        let rows: Vec<_> = self.rows.iter().map(|(key, row)| (row_group(row), *key)).collect();
        let rows = keys(coder, Self::ROW_BITS, 1 << LABELS, &rows)?;
        self.rows.resize(rows.len(), (0, [0; LABELS]));
        let mut models = [Nibble::default(); LABELS * 5];
        for ((key, row), (group, own)) in self.rows.iter_mut().zip(rows) {
            *key = own;
            // What a weight is like hangs on how many the row has, and on the one before it.
            let (others, mut before) = (group.count_ones().saturating_sub(1) as usize, 0);
            for (_, weight) in row.iter_mut().enumerate().filter(|(label, _)| group >> label & 1 != 0) {
                *weight = step(coder, &mut models[others * 5 + before], *weight);
                before = 1 + usize::from(*weight < 0) * 2 + usize::from(weight.unsigned_abs() > 5);
            }
        }
        Some(())
    }
}

/// Class and flags as one number.
fn word_group(word: Entry) -> u32 {
    u32::from(word.class) << 4 | u32::from(word.flags & 15)
}

/// The set of labels that have a weight.
fn row_group(row: &[i8; LABELS]) -> u32 {
    row.iter().enumerate().fold(0, |set, (label, &weight)| set | u32::from(weight != 0) << label)
}

/// A number of sixteen bits.
fn short(coder: &mut impl Coder, number: i32) -> i32 {
    (coder.even(16, number.clamp(-32_000, 32_000) as u32 & 0xffff) as u16 as i16).into()
}

/// Where weights, without their sign and 1 less, are told apart only by bits that are as likely as not.
const STRETCHES: [u32; 9] = [0, 1, 3, 5, 7, 9, 13, 21, 149];

/// A weight that is not 0.
fn step(coder: &mut impl Coder, model: &mut Nibble, weight: i8) -> i8 {
    let size = u32::from(weight.unsigned_abs()).saturating_sub(1);
    let stretch = STRETCHES[1..8].iter().filter(|&&start| start <= size).count() as u32;
    let symbol = coder.nibble(model, stretch << 1 | u32::from(weight < 0));
    let [start, end] = [0, 1].map(|next| STRETCHES[(symbol as usize >> 1 & 7) + next]);
    let size = start + coder.even((end - start).ilog2(), size.wrapping_sub(start));
    let size = size as i32 + 1;
    (if symbol & 1 == 0 { size } else { -size }) as i8
}

/// The keys of each group in turn, as `(group, key)`. `None` if a key has more than `bits`, or if there are too many.
fn keys(coder: &mut impl Coder, bits: u32, groups: u32, given: &[(u32, u32)]) -> Option<Vec<(u32, u32)>> {
    let (mut counts, mut gaps) = ([Nibble::default(); 16], Nibble::default());
    let (mut given, mut all) = (given.iter().peekable(), Vec::new());
    for group in 0..groups {
        let own: Vec<u32> = std::iter::from_fn(|| given.next_if(|g| g.0 == group).map(|g| g.1)).collect();
        let count = coder.number(&mut counts[group as usize % 16], 0, own.len() as u32);
        let even = bits.saturating_sub(count.max(1).ilog2() + 2);
        let mut next = 0_u32;
        for at in 0..count as usize {
            let gap = own.get(at).map_or(0, |key| key.wrapping_sub(next));
            let key = next.checked_add(coder.number(&mut gaps, even, gap))?;
            if key >> bits != 0 || all.len() > MOST {
                return None;
            }
            all.push((group, key));
            next = key + 1;
        }
    }
    Some(all)
}

#[cfg(test)]
mod tests {
    use super::Parts;

    #[test]
    fn what_is_read_is_what_was_written() {
        let parts = Parts::from_bytes(crate::NAMES_MODEL).unwrap();
        assert!(parts.to_bytes() == crate::NAMES_MODEL);
    }
}
