//! The model file: bytes to weights and back.
//!
//! ```text
//! "GLNM"  format u16  features u16  checksum u64 of all that follows
//! scale f32 · transitions i16 × 10 × 9 · weights of evidence i16 × 4 × 4
//! words: keys grouped by class and flags
//! phrases: keys grouped by kinds
//! rows: keys grouped by the set of labels that have a weight, then those weights, row by row
//! ```
//! Keys of a group are sorted and kept as differences, the largest group first: what many entries share is told once, and
//! differences of one size stand together. Each byte of a number is a column of its own (`Writer::column`). So the
//! file shrinks most when it is compressed. All numbers are little-endian.

use super::chain::{self, Transitions};
use super::confidence::Evidence;
use super::features;
use super::hash;
use super::label::{KINDS, LABELS};
use super::lexicon::{Entry, Lexicon};
use super::table::Table;
use crate::Error;
use crate::sort::Sort;
use std::cmp::Reverse;
use std::collections::BTreeMap;

const MAGIC: &[u8; 4] = b"GLNM";
const FORMAT: u16 = 4;
const HEADER: usize = 16;

/// Weights of the evidence for a name, for each kind.
pub type Confidence = [Evidence; KINDS.len()];

/// Weights of evidence are kept in steps of this.
const FINE: f32 = 1.0 / 1024.0;

/// Weights of one feature for all labels; with its key they fill a vector register.
type Row = [i8; 12];

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
    rows: Table<Row>,
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
        let widen = |narrow: &[i8; LABELS]| {
            let mut row = Row::default();
            row[..LABELS].copy_from_slice(narrow);
            row
        };
        Self {
            scale: parts.scale,
            transitions,
            steps: chain::steps(&transitions, parts.scale),
            confidence: parts.confidence,
            lexicon: Lexicon::new(&parts.words, &parts.phrases),
            rows: Table::new(parts.rows.iter().map(|r| (r.0, widen(&r.1))).collect(), Parts::ROW_BITS),
        }
    }

    /// What is known of words before reading.
    pub fn lexicon(&self) -> &Lexicon {
        &self.lexicon
    }

    /// Adds up the weights of features. Sums stay in range: no position fires more than 250 features.
    #[inline]
    pub(super) fn add(&self, features: &[u32], sum: &mut [i16; 16]) {
        self.rows.each(features, Parts::row_key, |row| {
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

    /// Writes a model file. Keys of words, of phrases and of rows must be distinct and not 0.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = Writer::default();
        out.bytes.extend_from_slice(MAGIC);
        out.bytes.extend_from_slice(&FORMAT.to_le_bytes());
        out.bytes.extend_from_slice(&features::VERSION.to_le_bytes());
        out.bytes.extend_from_slice(&[0; 8]);
        out.bytes.extend_from_slice(&self.scale.to_le_bytes());
        for weight in self.transitions.iter().flatten() {
            out.bytes.extend_from_slice(&((*weight).clamp(-32_000, 32_000) as i16).to_le_bytes());
        }
        for weight in self.confidence.iter().flatten() {
            let steps = (weight / FINE).round().clamp(-32_000.0, 32_000.0) as i16;
            out.bytes.extend_from_slice(&steps.to_le_bytes());
        }
        out.groups(
            self.words.iter().map(|(key, e)| (u32::from(e.flags) << 16 | u32::from(e.class), *key, ())),
        );
        out.groups(self.phrases.iter().map(|&(key, kinds)| (kinds.into(), key, ())));
        let labels =
            |row: &[i8; LABELS]| row.iter().enumerate().fold(0, |set, (l, &w)| set | u32::from(w != 0) << l);
        for row in out.groups(self.rows.iter().map(|(key, row)| (labels(row), *key, row))) {
            out.bytes.extend(row.iter().filter(|w| **w != 0).map(|&w| w as u8));
        }
        let sum = hash::bytes(&out.bytes[HEADER..]);
        out.bytes[8..HEADER].copy_from_slice(&sum.to_le_bytes());
        out.bytes
    }

    /// Reads a model file.
    ///
    /// # Errors
    /// [`Error`] if the bytes are not a model of this version, or are damaged.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Error> {
        let bad = |why| Error::data("names", why);
        let mut input = Reader { rest: bytes };
        if input.take(4)? != MAGIC {
            return Err(bad("not a model of names"));
        }
        if (input.u16()?, input.u16()?) != (FORMAT, features::VERSION) {
            return Err(bad("a model of another version"));
        }
        let sum = input.take(8)?;
        if hash::bytes(input.rest).to_le_bytes() != sum {
            return Err(bad("damaged"));
        }
        let scale = f32::from_le_bytes(input.array()?);
        if !(scale > 0.0 && scale < 1.0) {
            return Err(bad("a scale out of range"));
        }
        let mut parts = Self { scale, ..Self::default() };
        for weight in parts.transitions.iter_mut().flatten() {
            *weight = i32::from(input.u16()? as i16);
        }
        for weight in parts.confidence.iter_mut().flatten() {
            *weight = f32::from(input.u16()? as i16) * FINE;
        }
        let word = |(key, shared)| (key, Entry { class: shared as u16, flags: (shared >> 16) as u8 });
        parts.words = input.groups()?.into_iter().map(word).collect();
        parts.phrases = input.groups()?.into_iter().map(|(key, kinds)| (key, kinds as u8)).collect();
        let rows = input.groups()?;
        parts.rows.reserve(rows.len());
        for (key, labels) in rows {
            let (mut row, mut labels) = ([0; LABELS], labels & ((1 << LABELS) - 1));
            for &weight in input.take(labels.count_ones() as usize)? {
                row[labels.trailing_zeros() as usize] = weight as i8;
                labels &= labels - 1;
            }
            parts.rows.push((key, row));
        }
        if !input.rest.is_empty() {
            return Err(bad("longer than it says"));
        }
        Ok(parts)
    }
}

#[derive(Default)]
struct Writer {
    bytes: Vec<u8>,
}

impl Writer {
    /// Numbers below 2^32, a column for each of their bytes.
    fn column(&mut self, numbers: &[u32]) {
        for shift in [0, 8, 16, 24] {
            self.bytes.extend(numbers.iter().map(|n| (n >> shift) as u8));
        }
    }

    /// Entries of what they share with others, their key, and more that is given back in the order of the file.
    fn groups<T>(&mut self, entries: impl Iterator<Item = (u32, u32, T)>) -> Vec<T> {
        let mut groups = BTreeMap::<u32, Vec<(u32, T)>>::new();
        entries.for_each(|(shared, key, more)| groups.entry(shared).or_default().push((key, more)));
        let mut groups: Vec<_> = groups.into_iter().collect();
        groups.arrange_by_key(|(_, keys)| Reverse(keys.len()));
        let (shared, sizes): (Vec<_>, Vec<_>) =
            groups.iter().map(|(s, keys)| (*s, keys.len() as u32)).unzip();
        let (mut differences, mut rest) = (Vec::new(), Vec::new());
        for (_, keys) in &mut groups {
            keys.arrange_by_key(|k| k.0);
            let mut last = 0;
            for (key, more) in keys.drain(..) {
                differences.push(key - last);
                last = key;
                rest.push(more);
            }
        }
        self.bytes.extend_from_slice(&(sizes.len() as u32).to_le_bytes());
        self.bytes.extend_from_slice(&(differences.len() as u32).to_le_bytes());
        self.column(&shared);
        self.column(&sizes);
        self.column(&differences);
        rest
    }
}

struct Reader<'b> {
    rest: &'b [u8],
}

impl<'b> Reader<'b> {
    fn take(&mut self, count: usize) -> Result<&'b [u8], Error> {
        let (taken, rest) =
            self.rest.split_at_checked(count).ok_or_else(|| Error::data("names", "cut short"))?;
        self.rest = rest;
        Ok(taken)
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N], Error> {
        let mut array = [0; N];
        array.copy_from_slice(self.take(N)?);
        Ok(array)
    }

    fn u16(&mut self) -> Result<u16, Error> {
        self.array().map(u16::from_le_bytes)
    }

    fn count(&mut self) -> Result<usize, Error> {
        Ok(u32::from_le_bytes(self.array()?) as usize)
    }

    fn column(&mut self, count: usize) -> Result<impl Iterator<Item = u32> + use<'b>, Error> {
        let columns = [self.take(count)?, self.take(count)?, self.take(count)?, self.take(count)?];
        Ok((0..count).map(move |at| u32::from_le_bytes(columns.map(|column| column[at]))))
    }

    /// Keys, each with what its group shares.
    fn groups(&mut self) -> Result<Vec<(u32, u32)>, Error> {
        let (groups, entries) = (self.count()?, self.count()?);
        let (shared, sizes) = (self.column(groups)?, self.column(groups)?);
        let mut differences = self.column(entries)?;
        let mut keys = Vec::with_capacity(entries);
        for (shared, size) in shared.zip(sizes) {
            let mut last = 0u32;
            for difference in differences.by_ref().take(size as usize) {
                last = last
                    .checked_add(difference)
                    .filter(|&key| key > last)
                    .ok_or_else(|| Error::data("names", "keys out of order"))?;
                keys.push((last, shared));
            }
        }
        if keys.len() == entries { Ok(keys) } else { Err(Error::data("names", "keys of no group")) }
    }
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
