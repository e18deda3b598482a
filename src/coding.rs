//! Numbers in nearly as few bits as they tell: an entropy coder (asymmetric numeral systems: Duda 2013, arXiv:1311.2540) with
//! models that learn from what they have seen, one of sixteen symbols at a time.
//!
//! A layout is written once, as a function over a [`Coder`]: with a [`Writer`] it writes the values it is given, with a
//! [`Reader`] it gives back those that were written. Nothing here fails: bytes that were cut off read as zeros, and
//! [`Reader::is_done`] tells.

/// Bits of a probability.
const BITS: u32 = 15;
/// Below this the state takes in four bytes more.
const LOW: u64 = 1 << 31;

/// What is expected of one of sixteen symbols: where the share of each begins.
#[derive(Clone, Copy)]
pub struct Nibble {
    starts: [i16; 16],
    seen: u8,
}

impl Default for Nibble {
    fn default() -> Self {
        Self { starts: std::array::from_fn(|symbol| (symbol as i16) << (BITS - 4)), seen: 0 }
    }
}

impl Nibble {
    /// Where the share of a symbol begins, and how large it is.
    #[inline]
    fn share(&self, symbol: usize) -> (u32, u32) {
        let start = self.starts[symbol & 15] as u32;
        let end = if symbol < 15 { self.starts[(symbol + 1) & 15] as u32 } else { 1 << BITS };
        (start, end - start)
    }

    /// Expects `symbol` more from now on: much more at first, later by small steps.
    #[inline]
    fn learn(&mut self, symbol: usize) {
        let rate = RATES[usize::from(self.seen)];
        self.seen = (self.seen + 1).min(RATES.len() as u8 - 1);
        for (start, aim) in self.starts.iter_mut().zip(&AIMS[symbol & 15]) {
            *start += (aim - *start) >> rate;
        }
    }
}

/// Where the shares would begin if one symbol were all that comes. No share shrinks to nothing.
const AIMS: [[i16; 16]; 16] = {
    let mut aims = [[0; 16]; 16];
    let mut at = 0;
    while at < 256 {
        let (symbol, other) = (at / 16, at % 16);
        aims[symbol][other] = other as i16 + if other > symbol { i16::MAX - 15 } else { 0 };
        at += 1;
    }
    aims
};

/// How slowly a model learns, by the symbols it has seen.
const RATES: [u8; 93] = rates();

const fn rates() -> [u8; 93] {
    let mut rates = [8; 93];
    let mut seen = 0;
    while seen < 92 {
        rates[seen] = match seen {
            0..4 => 2,
            4..8 => 3,
            8..16 => 4,
            16..32 => 5,
            32..64 => 6,
            _ => 7,
        };
        seen += 1;
    }
    rates
}

/// Reads or writes, whichever it is: what is returned is `value` for a writer, for a reader what was written.
pub trait Coder {
    /// Whether it writes.
    const WRITES: bool;

    /// One of sixteen.
    fn nibble(&mut self, model: &mut Nibble, value: u32) -> u32;

    /// A number of at most 16 bits, each as likely as the other.
    fn short(&mut self, bits: u32, value: u32) -> u32;

    /// A number of at most 32 bits, each as likely as the other.
    #[inline]
    fn even(&mut self, bits: u32, value: u32) -> u32 {
        if bits <= 16 {
            return self.short(bits, value);
        }
        let high = self.short(bits - 16, value >> 16);
        high << 16 | self.short(16, value & 0xffff)
    }

    /// A number of any size: how often 2^`even` goes into it, as `model` expects, and the rest, each as likely as the other
    /// (Rice 1979). Good where most are below 15 · 2^`even`.
    #[inline]
    fn number(&mut self, model: &mut Nibble, even: u32, value: u32) -> u32 {
        let mut high = 0;
        for _ in 0..LONGEST {
            let more = self.nibble(model, (value >> even).saturating_sub(high).min(15));
            high += more;
            if more < 15 {
                break;
            }
        }
        high << even | self.even(even, value & ((1 << even) - 1))
    }
}

/// Nibbles of a number.
const LONGEST: u32 = 1 << 12;

/// Writes. What is written last is read first, so all is kept until the end.
#[derive(Default)]
pub struct Writer {
    /// Where the share of each symbol begins, how large it is, and bits of the whole.
    shares: Vec<(u32, u32, u32)>,
}

impl Writer {
    /// What was written.
    pub fn finish(self) -> Vec<u8> {
        let (mut state, mut words) = (LOW, Vec::new());
        for (start, size, bits) in self.shares.into_iter().rev() {
            if state >= u64::from(size) << (63 - bits) {
                words.push(state as u32);
                state >>= 32;
            }
            state = ((state / u64::from(size)) << bits) + state % u64::from(size) + u64::from(start);
        }
        words.extend([state as u32, (state >> 32) as u32]);
        words.into_iter().rev().flat_map(u32::to_le_bytes).collect()
    }
}

impl Coder for Writer {
    const WRITES: bool = true;

    fn nibble(&mut self, model: &mut Nibble, value: u32) -> u32 {
        let symbol = value as usize & 15;
        let (start, size) = model.share(symbol);
        self.shares.push((start, size, BITS));
        model.learn(symbol);
        value
    }

    fn short(&mut self, bits: u32, value: u32) -> u32 {
        self.shares.push((value, 1, bits));
        value
    }
}

/// Reads.
pub struct Reader<'b> {
    words: std::slice::Iter<'b, [u8; 4]>,
    state: u64,
    whole: bool,
}

impl<'b> Reader<'b> {
    /// Reads what a [`Writer`] wrote.
    pub fn new(bytes: &'b [u8]) -> Self {
        let (words, rest) = bytes.as_chunks();
        let mut reader = Self { words: words.iter(), state: 0, whole: rest.is_empty() };
        reader.fill();
        reader.fill();
        reader
    }

    /// Takes in what the state lacks.
    #[inline]
    fn fill(&mut self) {
        if self.state < LOW {
            let word = self.words.next();
            self.whole &= word.is_some();
            self.state = self.state << 32 | u64::from(u32::from_le_bytes(word.copied().unwrap_or_default()));
        }
    }

    /// True if all was read and nothing was missing.
    pub fn is_done(&self) -> bool {
        self.whole && self.state == LOW && self.words.len() == 0
    }
}

impl Coder for Reader<'_> {
    const WRITES: bool = false;

    #[inline]
    fn nibble(&mut self, model: &mut Nibble, _: u32) -> u32 {
        let at = self.state as u32 & ((1 << BITS) - 1);
        // The first share begins at 0. Sixteen comparisons side by side are quicker than four that wait for each other.
        let begun: i16 = model.starts.iter().map(|&start| i16::from(start <= at as i16)).sum();
        let symbol = begun as usize - 1;
        let (start, size) = model.share(symbol);
        self.state = u64::from(size) * (self.state >> BITS) + u64::from(at - start);
        self.fill();
        model.learn(symbol);
        symbol as u32
    }

    #[inline]
    fn short(&mut self, bits: u32, _: u32) -> u32 {
        let value = self.state as u32 & ((1 << bits) - 1);
        self.state >>= bits;
        self.fill();
        value
    }
}

#[cfg(test)]
mod tests {
    use super::{Coder, Nibble, Reader, Writer};

    /// What both do: numbers of all sizes, most of them small.
    fn code(coder: &mut impl Coder, given: impl Fn(u32) -> u32) -> Vec<u32> {
        let mut models = [Nibble::default(); 2];
        let mut read = Vec::new();
        for at in 0..5_000 {
            let value = given(at);
            read.push(coder.nibble(&mut models[0], value % 7));
            read.push(coder.number(&mut models[1], 2, value));
            read.push(coder.even(at % 33, value & ((1_u64 << (at % 33)) - 1) as u32));
        }
        read
    }

    #[test]
    fn what_is_read_is_what_was_written() {
        let value = |at: u32| at.wrapping_mul(0x9E37_79B1) >> (17 + at % 15);
        let mut writer = Writer::default();
        let written = code(&mut writer, value);
        let bytes = writer.finish();
        let mut reader = Reader::new(&bytes);
        assert!(code(&mut reader, |_| 0) == written && reader.is_done());
        // Cut or longer by a word: read without fail, and known not to be whole.
        for bytes in [&bytes[..bytes.len() - 4], &[&bytes[..], &[0; 4]].concat(), &bytes[..5], &[]] {
            let mut reader = Reader::new(bytes);
            code(&mut reader, |_| 0);
            assert!(!reader.is_done());
        }
    }

    #[test]
    fn what_comes_often_takes_little() {
        let (mut writer, mut model) = (Writer::default(), Nibble::default());
        for at in 0..8_000 {
            writer.nibble(&mut model, if at % 100 == 0 { 5 } else { 3 });
        }
        // 646 bits for which it is, as Shannon counts.
        assert!(writer.finish().len() < 110);
    }
}
