//! The model file: bytes to weights and back.
//!
//! ```text
//! "GLNM"  format u16  features u16  checksum u64 of all that follows
//! scale f32 · transitions i16 × 10 × 9 · calibration u8 × 6 × 21
//! lexicon: words (keys, classes, flags), phrases (keys, kinds)
//! rows: keys (sorted, as differences), masks of labels, weights
//! ```
//! Columns of one sort stand together because they compress better so. All numbers are little-endian.

use super::chain::{self, Transitions};
use super::features;
use super::hash;
use super::label::LABELS;
use super::lexicon::{Entry, Lexicon};
use super::table::Table;
use crate::Error;

const MAGIC: &[u8; 4] = b"GLNM";
const FORMAT: u16 = 2;
const HEADER: usize = 16;

/// How many raw confidences a calibration table tells of.
pub const KNOTS: usize = 21;

/// Those raw confidences: close together where most names are, near 1.
pub const KNOT: [f32; KNOTS] = [
    0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.93, 0.95, 0.97, 0.98, 0.99, 0.995, 0.998,
    0.999, 0.9995, 1.0,
];

/// Precision at each of the [`KNOT`]s, in 1/255, for people, places and organisations of one word, then of several.
pub type Calibration = [[u8; KNOTS]; 6];

/// The row of the [`Calibration`] for a name; what is no person, place or organisation goes with the organisations.
pub fn calibrated_by(kind: usize, several_words: bool) -> usize {
    kind.min(2) + if several_words { 3 } else { 0 }
}

/// Weights of one feature for all labels; with its key they fill a vector register.
type Row = [i8; 12];

/// What a model file holds, as the trainer makes it.
#[derive(Debug, Clone, Default)]
pub struct Parts {
    /// What one step of a weight is worth.
    pub scale: f32,
    /// Weights between labels, in steps.
    pub transitions: Transitions,
    /// What raw confidence is worth.
    pub calibration: Calibration,
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
    calibration: Calibration,
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
            calibration: parts.calibration,
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
        self.rows.each(features.iter().map(|&feature| Parts::row_key(feature)), |row| {
            for (total, &weight) in sum.iter_mut().zip(row) {
                *total += i16::from(weight);
            }
        });
    }

    /// The share of names of this raw confidence that are right, by the row of the table that tells of such names.
    pub(super) fn calibrate(&self, raw: f32, row: usize) -> f32 {
        let raw = raw.clamp(0.0, 1.0);
        let high = KNOT.partition_point(|&knot| knot < raw).clamp(1, KNOTS - 1);
        let part = (raw - KNOT[high - 1]) / (KNOT[high] - KNOT[high - 1]);
        let value = |i: usize| f32::from(self.calibration[row][i]) / 255.0;
        value(high - 1) * (1.0 - part) + value(high) * part
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

    /// Writes a model file. Words, phrases and rows must be sorted by key, keys distinct and not 0.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = Writer::default();
        out.bytes.extend_from_slice(MAGIC);
        out.u16(FORMAT);
        out.u16(features::VERSION);
        out.bytes.extend_from_slice(&[0; 8]);
        out.bytes.extend_from_slice(&self.scale.to_le_bytes());
        for weight in self.transitions.iter().flatten() {
            out.u16((*weight).clamp(-32_000, 32_000) as i16 as u16);
        }
        out.bytes.extend_from_slice(self.calibration.as_flattened());
        out.keys(self.words.iter().map(|w| w.0));
        out.bytes.extend(self.words.iter().map(|w| w.1.class as u8));
        out.bytes.extend(self.words.iter().map(|w| (w.1.class >> 8) as u8));
        out.bytes.extend(self.words.iter().map(|w| w.1.flags));
        out.keys(self.phrases.iter().map(|p| p.0));
        out.bytes.extend(self.phrases.iter().map(|p| p.1));
        out.keys(self.rows.iter().map(|r| r.0));
        for high in [false, true] {
            for (_, weights) in &self.rows {
                let mask = weights.iter().enumerate().fold(0u16, |m, (l, &w)| m | u16::from(w != 0) << l);
                out.bytes.push(if high { (mask >> 8) as u8 } else { mask as u8 });
            }
        }
        let weights = self.rows.iter().flat_map(|r| r.1).filter(|&w| w != 0);
        out.bytes.extend(weights.map(|w| w as u8));
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
        for row in &mut parts.calibration {
            *row = input.array()?;
        }
        let keys = input.keys()?;
        let low = input.take(keys.len())?;
        let high = input.take(keys.len())?;
        let flags = input.take(keys.len())?;
        parts.words = (0..keys.len())
            .map(|i| (keys[i], Entry { class: u16::from(low[i]) | u16::from(high[i]) << 8, flags: flags[i] }))
            .collect();
        let keys = input.keys()?;
        let kinds = input.take(keys.len())?;
        parts.phrases = keys.into_iter().zip(kinds.iter().copied()).collect();
        let keys = input.keys()?;
        let low = input.take(keys.len())?;
        let high = input.take(keys.len())?;
        for (i, key) in keys.into_iter().enumerate() {
            let mask = u16::from(low[i]) | u16::from(high[i]) << 8;
            let mut weights = [0; LABELS];
            for (label, weight) in weights.iter_mut().enumerate() {
                if mask >> label & 1 != 0 {
                    *weight = input.take(1)?[0] as i8;
                }
            }
            parts.rows.push((key, weights));
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
    fn u16(&mut self, value: u16) {
        self.bytes.extend_from_slice(&value.to_le_bytes());
    }

    /// Sorted keys as differences: the low bytes in one column, the rest after.
    fn keys(&mut self, keys: impl ExactSizeIterator<Item = u32>) {
        self.bytes.extend_from_slice(&(keys.len() as u32).to_le_bytes());
        let mut last = 0;
        let mut high = Vec::new();
        for key in keys {
            let mut more = key - last;
            last = key;
            self.bytes.push(more as u8);
            more >>= 8;
            while more >= 128 {
                high.push(more as u8 | 128);
                more >>= 7;
            }
            high.push(more as u8);
        }
        self.bytes.extend(high);
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

    fn keys(&mut self) -> Result<Vec<u32>, Error> {
        let count = u32::from_le_bytes(self.array()?) as usize;
        let low = self.take(count)?;
        let mut keys = Vec::with_capacity(count);
        let mut last = 0u32;
        for &low in low {
            let (mut more, mut shift) = (u32::from(low), 8);
            loop {
                let byte = self.take(1)?[0];
                more |= u32::from(byte & 127).checked_shl(shift).unwrap_or(0);
                shift += 7;
                if byte < 128 {
                    break;
                }
            }
            last = last
                .checked_add(more)
                .filter(|&key| key > last)
                .ok_or_else(|| Error::data("names", "keys out of order"))?;
            keys.push(last);
        }
        Ok(keys)
    }
}
