//! The one place where byte offsets become other units.

/// What an offset counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Unit {
    /// Bytes of UTF-8, as inside the core.
    Bytes,
    /// UTF-16 code units, as in JavaScript and the DOM.
    Utf16,
    /// Unicode code points, as in W3C text positions and in most data sets.
    #[default]
    Chars,
}

/// Converts byte offsets of one text to another unit: O(text) to make, O(log text) an offset.
pub struct Offsets<'t> {
    text: &'t [u8],
    unit: Unit,
    /// The count at every `STEP` bytes.
    marks: Vec<u32>,
}

const STEP: usize = 64;

impl<'t> Offsets<'t> {
    /// A converter for `text`.
    pub fn new(text: &'t str, unit: Unit) -> Self {
        let text = text.as_bytes();
        let mut marks = Vec::new();
        if unit != Unit::Bytes && !text.is_ascii() {
            let mut count = 0;
            for chunk in text.chunks(STEP) {
                marks.push(count);
                count += chunk.iter().map(|&b| width(b, unit)).sum::<u32>();
            }
        }
        Self { text, unit, marks }
    }

    /// The offset in the unit of what stands at `byte`; a byte beyond the end counts as the end.
    pub fn at(&self, byte: u32) -> u32 {
        if self.marks.is_empty() {
            return byte;
        }
        let byte = (byte as usize).min(self.text.len());
        let mark = (byte / STEP).min(self.marks.len() - 1);
        self.marks[mark] + self.text[mark * STEP..byte].iter().map(|&b| width(b, self.unit)).sum::<u32>()
    }

    /// The byte at which the unit with this offset begins: the way back. Within a character it is the character's first
    /// byte, beyond the end the end.
    pub fn byte(&self, offset: u32) -> u32 {
        let mark = self.marks.partition_point(|&m| m <= offset).saturating_sub(1);
        let mut count = self.marks.get(mark).copied().unwrap_or(0);
        let mut byte = if self.marks.is_empty() { offset as usize } else { mark * STEP };
        if !self.marks.is_empty() {
            while byte < self.text.len() && count + width(self.text[byte], self.unit) <= offset {
                count += width(self.text[byte], self.unit);
                byte += 1;
            }
        }
        byte = byte.min(self.text.len());
        while self.text.get(byte).is_some_and(|b| (0x80..=0xBF).contains(b)) {
            byte -= 1;
        }
        byte as u32
    }
}

/// How many units begin at a byte of UTF-8: none at a continuation byte, two UTF-16 units at the first of four.
fn width(byte: u8, unit: Unit) -> u32 {
    match byte {
        0x80..=0xBF => 0,
        0xF0..=0xFF if unit == Unit::Utf16 => 2,
        _ => 1,
    }
}
