//! The gazetteer's file.
//!
//! ```text
//! "GLOSGAZ3" | u32 checksum of what follows | u32 countries | u32 bytes of names, little-endian
//! codes   two letters a country (ISO 3166-1 alpha-2)
//! names   of countries, regions and features, one a line (towns go by the name that is asked for)
//! the rest, packed by `crate::coding`, each field by what it hangs on:
//! places  countries, then regions, features, towns by the place they lie in, from south to north; each with its keys
//! ids     GeoNames ids of the rows that keep one
//! ```
//! The point of a place is kept as its way from that of its parent; of towns in steps of 0.05 degree, and north of the town
//! before. A key stands with its place, so no key needs to say which place is its own. Keys that are there already (many places are
//! called as what they lie in, or as one before) are told by where they are; those of names that stand in full not at all.

use super::fold::fold;
use super::gazetteer::{BUCKET_BITS, Class, Entry, KEY_BITS, Key, NONE, Row, key};
use crate::Error;
use crate::coding::{Coder, Nibble, Reader, Writer};
use crate::maps::HashMap;
use crate::sort::Sort;

/// The first bytes of a file: what it is, and the version of its layout.
const MAGIC: &[u8; 8] = b"GLOSGAZ3";
/// Bytes before the codes.
const HEADER: usize = 8 + 3 * 4;
/// Hundredths of a degree in a step between towns.
pub const STEP: i16 = 5;
/// More towns, or keys, than any gazetteer has.
const MOST: usize = 1 << 20;

/// What a gazetteer's file holds, as its builder makes it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Parts {
    /// Bits kept of the hash of a name.
    pub bits: u32,
    /// Countries, then regions, features, and towns in the order of their parents.
    pub places: Vec<Entry>,
    /// Rows at which regions, features and towns begin.
    pub starts: [usize; 3],
    /// Code of each country.
    pub codes: Vec<[u8; 2]>,
    /// Names of countries, regions and features, one a line.
    pub names: String,
    /// Keys in the order of their rows, but for those of names that stand in full.
    pub keys: Vec<Key>,
    /// Rows that have a GeoNames id, in order, with it.
    pub ids: Vec<(Row, u32)>,
}

impl Parts {
    /// Writes a file.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut parts = self.clone();
        parts.keys.arrange_by_key(|&(key, row)| (row, key & 3, key));
        let mut writer = Writer::default();
        let _ = parts.code(&mut writer);
        let mut bytes = Vec::from(MAGIC);
        bytes.extend([0; 4]);
        bytes.extend((self.codes.len() as u32).to_le_bytes());
        bytes.extend((self.names.len() as u32).to_le_bytes());
        bytes.extend(self.codes.as_flattened());
        bytes.extend(self.names.as_bytes());
        bytes.extend(writer.finish());
        let sum = checksum(&bytes[12..]);
        bytes[8..12].copy_from_slice(&sum.to_le_bytes());
        bytes
    }

    /// Reads a file.
    ///
    /// # Errors
    /// [`Error`] if the bytes are not a gazetteer of this version, or are damaged.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Error> {
        let bad = |why| Error::data("gazetteer", why);
        let (header, rest) = bytes.split_at_checked(HEADER).ok_or_else(|| bad("too short"))?;
        if !header.starts_with(MAGIC) {
            return Err(bad("not a gazetteer of this version"));
        }
        let numbers = [8, 12, 16].map(|at| u32::from_le_bytes(std::array::from_fn(|i| header[at + i])));
        let [sum, countries, text] = numbers;
        if sum != checksum(&bytes[12..]) {
            return Err(bad("damaged: the checksum is another"));
        }
        let parts = rest.split_at_checked((countries as usize).saturating_mul(2));
        let (codes, rest) = parts.ok_or_else(|| bad("its parts do not fill it"))?;
        let parts = rest.split_at_checked(text as usize);
        let (text, rest) = parts.ok_or_else(|| bad("its parts do not fill it"))?;
        let names = std::str::from_utf8(text).map_err(|_| bad("a name is cut off"))?;
        let mut parts = Self { codes: codes.as_chunks().0.into(), names: names.into(), ..Self::default() };
        let mut reader = Reader::new(rest);
        parts.code(&mut reader).ok_or_else(|| bad("a row points nowhere"))?;
        if reader.is_done() { Ok(parts) } else { Err(bad("longer or shorter than it says")) }
    }

    /// The layout behind the names. `None` where what is read cannot be.
    fn code<C: Coder>(&mut self, coder: &mut C) -> Option<()> {
        let given = std::mem::take(self);
        let countries = given.codes.len();
        self.bits = coder.even(5, given.bits);
        let [regions, features] = [0, 1].map(|i| {
            coder.even(16, given.starts[i + 1].wrapping_sub(given.starts[i]) as u32 & 0xffff) as usize
        });
        self.starts = [countries, countries + regions, countries + regions + features];
        let full: Vec<u32> = given
            .names
            .split('\n')
            .map(|name| key(&fold(name)) >> KEY_BITS.saturating_sub(self.bits))
            .collect();
        let sound = (BUCKET_BITS..=KEY_BITS).contains(&self.bits)
            && self.starts[1] < NONE.into()
            && full.len() == self.starts[2];
        if !sound {
            return None;
        }
        let mut fields = Fields::new(&given.keys, full, self.bits);
        let at = |row: usize| given.places.get(row).copied().unwrap_or(NOWHERE);
        let (mut norths, mut easts) = (Offsets::default(), Offsets::default());
        let mut parents = [Nibble::default(); 2];
        let mut last = 0_u16;
        for row in 0..self.starts[2] {
            let mut place = at(row);
            let sort = self.starts.iter().filter(|&&start| row >= start).count();
            place.parent = match sort {
                0 => NONE,
                1 => {
                    let step = folded(place.parent.wrapping_sub(last) as i16);
                    last = last.wrapping_add(unfolded(coder.number(&mut parents[0], 0, step)) as u16);
                    last
                }
                _ => coder.number(&mut parents[1], 9, place.parent.wrapping_add(1).into()).wrapping_sub(1)
                    as u16,
            };
            let within = match usize::from(place.parent) {
                _ if place.parent == NONE && sort != 1 => NOWHERE,
                parent if parent < self.starts[usize::from(sort == 2)] => self.places[parent],
                _ => return None,
            };
            let usual = if place.parent == NONE { 8_000 } else { 100 };
            norths.code(coder, place.parent, usual, &mut place.lat, within.lat);
            easts.code(coder, place.parent, usual, &mut place.lon, within.lon);
            fields.code(coder, row as Row, &mut place, sort, sort)?;
            self.places.push(place);
        }
        self.towns(coder, &given, &mut fields)?;
        self.keys = fields.keys;

        let (mut gaps, mut next) = (Nibble::default(), 0);
        for at in 0..coder.even(16, given.ids.len() as u32) as usize {
            let (row, id) = given.ids.get(at).copied().unwrap_or_default();
            next += coder.number(&mut gaps, 5, row.wrapping_sub(next));
            self.ids.push((next, coder.even(24, id)));
            next += 1;
            if next as usize > self.places.len() {
                return None;
            }
        }
        self.codes = given.codes;
        self.names = given.names;
        Some(())
    }

    /// Towns, parent after parent.
    fn towns<C: Coder>(&mut self, coder: &mut C, given: &Self, fields: &mut Fields<'_>) -> Option<()> {
        let mut rest = given.places.get(self.starts[2]..).unwrap_or_default();
        let (mut counts, mut norths) = ([Nibble::default(); 33], [[Nibble::default(); 33]; 2]);
        let (mut easts, mut count) = (Offsets::default(), 0);
        for parent in 0..self.starts[1] {
            let own;
            (own, rest) = rest.split_at(rest.iter().take_while(|p| usize::from(p.parent) == parent).count());
            count = coder.number(&mut counts[size(count)], 0, own.len() as u32);
            let within = self.places[parent];
            let country = if within.parent == NONE { parent } else { within.parent.into() };
            let mut before = within.lat;
            for nth in 0..count as usize {
                let mut town = own.get(nth).copied().unwrap_or(NOWHERE);
                town.parent = parent as u16;
                // The first is north or south of the parent's point, the others north of the one before, or rounded to a step south.
                let first = nth == 0;
                let steps = |from: i16, to: i16| ((i32::from(to) - i32::from(from)) / i32::from(STEP)) as i16;
                let north = steps(before, town.lat);
                let north = if first { folded(north) } else { u32::from(north.wrapping_add(1) as u16) };
                let north = coder.number(&mut norths[usize::from(first)][size(count)], first.into(), north);
                let north = if first { unfolded(north) } else { (north as i16).wrapping_sub(1) };
                town.lat = before.wrapping_add(north.wrapping_mul(STEP));
                before = town.lat;
                let mut east = steps(within.lon, town.lon);
                easts.code(coder, town.parent, 20, &mut east, 0);
                town.lon = within.lon.wrapping_add(east.wrapping_mul(STEP));
                fields.code(coder, self.places.len() as Row, &mut town, 3, country)?;
                if self.places.len() >= MOST {
                    return None;
                }
                self.places.push(town);
            }
        }
        Some(())
    }
}

const NOWHERE: Entry = Entry { lat: 0, lon: 0, parent: NONE, weight: 0, class: Class::Country };

/// How far places lie from the point of what they lie in, by how far those before them do.
#[derive(Default)]
struct Offsets {
    models: [Nibble; 32],
    parent: Option<u16>,
    sum: u32,
    many: u32,
}

impl Offsets {
    /// Reads or writes a coordinate that lies off `from`; `usual` is how far the first one may be expected to.
    fn code(&mut self, coder: &mut impl Coder, parent: u16, usual: u32, coordinate: &mut i16, from: i16) {
        if self.parent != Some(parent) {
            (self.parent, self.sum, self.many) = (Some(parent), usual, 1);
        }
        let mean = size((4 * self.sum / self.many).max(1));
        let off = folded(coordinate.wrapping_sub(from));
        let off = coder.number(&mut self.models[mean], (mean as u32).saturating_sub(5), off) & 0xffff;
        *coordinate = from.wrapping_add(unfolded(off));
        self.sum += off;
        self.many += 1;
        if self.many > 12 {
            self.sum -= self.sum / self.many;
            self.many -= 1;
        }
    }
}

/// The fields that all places have, and their keys.
struct Fields<'k> {
    /// Keys that are to be written.
    given: std::iter::Peekable<std::slice::Iter<'k, Key>>,
    keys: Vec<Key>,
    bits: u32,
    /// Hashes of the names that stand in full, then of all others that came.
    seen: Vec<u32>,
    /// Those that came more than once.
    again: Vec<u32>,
    /// Where a hash is in these lists, for a writer.
    places: [HashMap<u32, u32>; 2],
    weights: Vec<Nibble>,
    classes: [Nibble; 64],
    counts: Vec<Nibble>,
    hows: [Nibble; 16],
}

impl<'k> Fields<'k> {
    fn new(given: &'k [Key], full: Vec<u32>, bits: u32) -> Self {
        let mut places = [HashMap::default(), HashMap::default()];
        if !given.is_empty() {
            for (&hash, at) in full.iter().zip(0..) {
                places[0].entry(hash).or_insert(at);
            }
        }
        Self {
            given: given.iter().peekable(),
            keys: Vec::new(),
            bits,
            seen: full,
            again: Vec::new(),
            places,
            weights: vec![Nibble::default(); 260],
            classes: [Nibble::default(); 64],
            counts: vec![Nibble::default(); 64 << 4],
            hows: [Nibble::default(); 16],
        }
    }

    /// All of a place that hangs on no other place but the `country`. `sort` is 3 for towns.
    fn code<C: Coder>(
        &mut self,
        coder: &mut C,
        row: Row,
        place: &mut Entry,
        sort: usize,
        country: usize,
    ) -> Option<()> {
        let town = sort == 3;
        if place.lat.unsigned_abs() > 9_000 || place.lon.unsigned_abs() > 18_000 {
            return None;
        }
        // Unknown first, then from some hundred inhabitants on: smaller towns are rare.
        let swapped = |weight: u8| if matches!(weight, 0 | 8) { 8 - weight } else { weight };
        let weight = u32::from(swapped(place.weight).wrapping_sub(8) & 63);
        let weight = coder.number(&mut self.weights[if town { 4 + country % 256 } else { sort }], 0, weight);
        place.weight = swapped((weight as u8).wrapping_add(8) & 63);
        let like = if town { usize::from(place.weight & 31) } else { 32 + sort };
        let class = coder.nibble(&mut self.classes[like], place.class as u32);
        place.class = *Class::ALL.get(class as usize)?;

        let own: Vec<u32> = std::iter::from_fn(|| self.given.next_if(|k| k.1 == row).map(|k| k.0)).collect();
        let count = coder.number(&mut self.counts[like << 4 | class as usize], 0, own.len() as u32);
        // How the name before names the place; 3 for the first.
        let mut rank = 3;
        for nth in 0..count as usize {
            let given = own.get(nth).copied().unwrap_or_default();
            let like = usize::from(town) * 8 + usize::from(place.class == Class::County) * 4 + rank as usize;
            let hash;
            (hash, rank) = self.key(coder, like, place.parent, given)?;
            self.keys.push((hash << 2 | rank, row));
            if self.keys.len() > MOST {
                return None;
            }
        }
        Some(())
    }

    /// A hash, the parent's or one that was there already or new; and how the name names the place.
    fn key<C: Coder>(&mut self, coder: &mut C, like: usize, parent: u16, given: u32) -> Option<(u32, u32)> {
        const NEW: u32 = 0;
        const PARENT: u32 = 1;
        const AGAIN: u32 = 2;
        const SEEN: u32 = 3;
        let within = self.seen.get(usize::from(parent)).filter(|_| parent != NONE).copied();
        let place = |list: usize| self.places[list].get(&(given >> 2)).copied();
        let (how, at) = if !C::WRITES {
            (NEW, 0)
        } else if within == Some(given >> 2) {
            (PARENT, 0)
        } else if let Some(at) = place(1) {
            (AGAIN, at)
        } else {
            place(0).map_or((NEW, 0), |at| (SEEN, at))
        };
        let how = coder.nibble(&mut self.hows[like], how << 2 | given & 3);
        let (how, rank) = (how >> 2, how & 3);
        let mut one_of =
            |list: &[u32]| list.get(coder.even(size(list.len() as u32) as u32, at) as usize).copied();
        let hash = match how {
            NEW => coder.even(self.bits, given >> 2),
            PARENT => within?,
            AGAIN => one_of(&self.again)?,
            _ => one_of(&self.seen)?,
        };
        let list = match how {
            NEW => &mut self.seen,
            SEEN => &mut self.again,
            _ => return Some((hash, rank)),
        };
        if C::WRITES {
            self.places[usize::from(how == SEEN)].insert(hash, list.len() as u32);
        }
        list.push(hash);
        Some((hash, rank))
    }
}

/// Bits of a number.
fn size(number: u32) -> usize {
    (u32::BITS - number.leading_zeros()) as usize
}

/// A number folded so that small ones of either sign are small: 0, -1, 1, -2, 2 …
fn folded(number: i16) -> u32 {
    (((number << 1) ^ (number >> 15)) as u16).into()
}

fn unfolded(number: u32) -> i16 {
    (number as u16 >> 1) as i16 ^ -((number & 1) as i16)
}

/// The checksum of a file's bytes behind the checksum field: Fletcher's sums over 32-bit words.
pub fn checksum(bytes: &[u8]) -> u32 {
    let (mut a, mut b) = (1_u32, 0_u32);
    for chunk in bytes.chunks(4) {
        let mut word = [0; 4];
        word[..chunk.len()].copy_from_slice(chunk);
        a = a.wrapping_add(u32::from_le_bytes(word));
        b = b.wrapping_add(a.rotate_left(5));
    }
    a ^ b
}

#[cfg(test)]
mod tests {
    use super::Parts;

    #[test]
    fn what_is_read_is_what_was_written() {
        let parts = Parts::from_bytes(crate::GAZETTEER).unwrap();
        assert!(parts.to_bytes() == crate::GAZETTEER);
    }
}
