//! The gazetteer: what is called so, and where that is. Its file is read by [`Parts`].
//!
//! Names are kept as hashes because the text brings the name: a pack answers "what is called this", and a name that is in no
//! pack finds something by chance a few times in a thousand. The hashes are sorted into buckets when the file is read.

use super::fold::fold;
use super::pack::Parts;
use crate::Error;

/// What sort of place a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
pub enum Class {
    /// A country or dependent territory.
    Country,
    /// A first-level division: state, province, governorate.
    Region,
    /// A division below that: county, department, district.
    County,
    /// The capital of a country.
    Capital,
    /// A town, village or part of a town.
    Town,
    /// A part of the world: continent, Middle East, Balkans.
    World,
    /// A stretch of land without a government of that shape: Kashmir, the Sahel, Silicon Valley.
    Area,
    /// An ocean, sea, gulf, strait, river, lake or canal.
    Water,
    /// An island or group of islands.
    Island,
    /// A mountain or range.
    Mountain,
    /// A building, base, park, camp, crossing or other spot.
    Site,
}

impl Class {
    pub(crate) const ALL: [Self; 11] = [
        Self::Country,
        Self::Region,
        Self::County,
        Self::Capital,
        Self::Town,
        Self::World,
        Self::Area,
        Self::Water,
        Self::Island,
        Self::Mountain,
        Self::Site,
    ];

    /// Its name in records: `country`, `region`, …
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Country => "country",
            Self::Region => "region",
            Self::County => "county",
            Self::Capital => "capital",
            Self::Town => "town",
            Self::World => "world",
            Self::Area => "area",
            Self::Water => "water",
            Self::Island => "island",
            Self::Mountain => "mountain",
            Self::Site => "site",
        }
    }
}

/// How a key names its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
pub enum Rank {
    /// The usual name.
    Main,
    /// Another name or spelling.
    Other,
    /// An abbreviation that counts only behind a comma: "Calif.", "Ont.".
    Short,
}

/// Row number of a place in its pack.
pub type Row = u32;

/// The parent of what lies nowhere in particular.
pub const NONE: u16 = u16::MAX;
/// Bits of the hash of a name; a pack may keep fewer.
pub const KEY_BITS: u32 = 26;
/// Upper bits of a hash that choose its bucket.
pub(super) const BUCKET_BITS: u32 = 16;

/// The hash of a name that is already folded: FNV-1a over the bytes, its halves mixed, the upper 26 bits.
pub fn key(folded: &str) -> u32 {
    let hash = folded
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |h, b| (h ^ u64::from(b)).wrapping_mul(0x0000_0100_0000_01b3));
    let mixed = (hash ^ (hash >> 29)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    (mixed >> (64 - KEY_BITS)) as u32
}

/// A pack of places, ready to be asked.
pub struct Gazetteer {
    places: Box<[Entry]>,
    /// Rows at which regions, features and towns begin.
    starts: [usize; 3],
    /// Names of countries, regions and features: where each begins in `text`, and the end.
    names: Box<[u32]>,
    text: Box<str>,
    /// Bits kept of a hash.
    bits: u32,
    /// By the bucket of the key.
    keys: Box<[Key]>,
    /// Where in the keys each bucket begins; one more for the end.
    buckets: Box<[u32]>,
    /// Code of each country.
    codes: Box<[[u8; 2]]>,
    /// Rows that have a GeoNames id, in order, with it.
    ids: Box<[(Row, u32)]>,
}

/// The hash of a name, times 4, plus how it names its place ([`Rank`]); and the row it leads to.
pub type Key = (u32, Row);

/// Where a place is and what it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    /// Hundredths of a degree north.
    pub lat: i16,
    /// Hundredths of a degree east.
    pub lon: i16,
    /// The place it lies in: a country for regions, a region or country for the rest; [`NONE`].
    pub parent: u16,
    /// log2(inhabitants + 1); for features, of a town as often in the news.
    pub weight: u8,
    /// What it is.
    pub class: Class,
}

impl Gazetteer {
    /// Reads a gazetteer file.
    ///
    /// # Errors
    /// [`Error`] if the bytes are not a gazetteer of this version, or are damaged. After that no question can fail.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Error> {
        let parts = Parts::from_bytes(bytes)?;
        let (mut names, mut end) = (vec![0], 0);
        let mut keys = parts.keys;
        for (row, name) in (0..).zip(parts.names.split('\n')) {
            end += name.len() as u32;
            names.push(end);
            keys.push((key(&fold(name)) >> (KEY_BITS - parts.bits) << 2, row));
        }
        let (keys, buckets) = in_buckets(&keys, parts.bits);
        Ok(Self {
            places: parts.places.into(),
            starts: parts.starts,
            names: names.into(),
            text: parts.names.replace('\n', "").into(),
            bits: parts.bits,
            keys,
            buckets,
            codes: parts.codes.into(),
            ids: parts.ids.into(),
        })
    }

    /// How many places it holds.
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// True if it holds no place.
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// What is called `name`, however it is spelt: rows and how the name names them. Any string may be asked.
    pub fn find(&self, name: &str) -> impl Iterator<Item = (Row, Rank)> + use<'_> {
        self.find_folded(&fold(name))
    }

    /// As [`find`](Self::find), of a name that is already folded.
    pub fn find_folded(&self, folded: &str) -> impl Iterator<Item = (Row, Rank)> + use<'_> {
        let hash = key(folded) >> (KEY_BITS - self.bits);
        let bucket = bucket(hash << 2, self.bits);
        let range = self.buckets[bucket] as usize..self.buckets[bucket + 1] as usize;
        self.keys[range].iter().filter(move |(key, _)| key >> 2 == hash).map(|&(key, row)| {
            let rank = match key & 3 {
                0 => Rank::Main,
                1 => Rank::Other,
                _ => Rank::Short,
            };
            (row, rank)
        })
    }

    /// The point: degrees north, degrees east.
    pub fn point(&self, row: Row) -> (f64, f64) {
        let place = self.place(row);
        (f64::from(place.lat) / 100.0, f64::from(place.lon) / 100.0)
    }

    /// The place it lies in.
    pub fn parent(&self, row: Row) -> Option<Row> {
        Some(self.place(row).parent).filter(|&p| p != NONE).map(Row::from)
    }

    /// What sort of place it is.
    pub fn class(&self, row: Row) -> Class {
        self.place(row).class
    }

    /// Binary logarithm of its inhabitants; for features, of a town as often in the news.
    pub fn weight(&self, row: Row) -> f32 {
        f32::from(self.place(row).weight)
    }

    /// GeoNames id, where it is kept.
    pub fn id(&self, row: Row) -> Option<u32> {
        let at = self.ids.binary_search_by_key(&row, |(row, _)| *row).ok()?;
        Some(self.ids[at].1)
    }

    /// Row of the country it is or lies in.
    pub fn country(&self, row: Row) -> Option<Row> {
        let mut row = row;
        while row as usize >= self.starts[0] {
            row = self.parent(row)?;
        }
        Some(row)
    }

    /// Row of the first-level division it is or lies in.
    pub fn region(&self, row: Row) -> Option<Row> {
        let within = self.starts[0]..self.starts[1];
        Some(row).filter(|&r| within.contains(&(r as usize))).or_else(|| {
            let parent = self.parent(row)?;
            within.contains(&(parent as usize)).then_some(parent)
        })
    }

    /// ISO 3166-1 alpha-2 code of the country it is or lies in; empty for seas and continents.
    pub fn code(&self, row: Row) -> &str {
        let Some(country) = self.country(row) else { return "" };
        std::str::from_utf8(&self.codes[country as usize]).unwrap_or_default()
    }

    /// The name, of countries, regions and features; towns have none here.
    pub fn name(&self, row: Row) -> Option<&str> {
        let row = row as usize;
        let (start, end) = (*self.names.get(row)?, *self.names.get(row + 1)?);
        self.text.get(start as usize..end as usize)
    }

    /// Row of the country with this ISO 3166-1 alpha-2 code.
    pub fn country_of_code(&self, code: [u8; 2]) -> Option<Row> {
        self.codes.iter().position(|c| *c == code).map(|row| row as Row)
    }

    fn place(&self, row: Row) -> &Entry {
        &self.places[row as usize]
    }
}

/// Keys put into buckets, and where each bucket begins; one more for the end.
fn in_buckets(keys: &[Key], bits: u32) -> (Box<[Key]>, Box<[u32]>) {
    let mut next = vec![0_u32; (1 << BUCKET_BITS) + 1];
    keys.iter().for_each(|k| next[bucket(k.0, bits) + 1] += 1);
    for at in 1..next.len() {
        next[at] += next[at - 1];
    }
    let starts: Box<[u32]> = next.as_slice().into();
    let mut sorted = vec![(0, 0); keys.len()];
    for &key in keys {
        let at = &mut next[bucket(key.0, bits)];
        sorted[*at as usize] = key;
        *at += 1;
    }
    (sorted.into(), starts)
}

/// The bucket of a stored key; whatever its bits.
fn bucket(key: u32, bits: u32) -> usize {
    (key >> (2 + bits - BUCKET_BITS)) as usize & ((1 << BUCKET_BITS) - 1)
}

#[cfg(test)]
mod tests {
    use super::{Gazetteer, key};
    use crate::places::checksum;

    #[test]
    fn the_bundled_pack_reads() {
        let gazetteer = Gazetteer::from_bytes(crate::GAZETTEER).unwrap();
        assert!(gazetteer.len() > 30_000);
        assert!(gazetteer.find("Ankara").next().is_some());
        assert!(gazetteer.find("").next().is_none());
        assert_ne!(key("idlib"), key("idleb"));
    }

    /// Whatever the bytes, an answer or an error: never a panic, and no damaged pack is taken for a sound one.
    #[test]
    fn hostile_bytes_are_refused() {
        let good = crate::GAZETTEER;
        for end in [0, 1, 7, 8, 11, 12, 19, 20, 21, good.len() / 2, good.len() - 1] {
            assert!(Gazetteer::from_bytes(&good[..end]).is_err(), "cut at {end}");
        }
        let mut bytes = good.to_vec();
        for at in [0, 8, 12, 13, 15, 16, 20, 24, good.len() / 2, good.len() - 1] {
            for mask in [1, 0x80, 0xff] {
                bytes[at] ^= mask;
                assert!(Gazetteer::from_bytes(&bytes).is_err(), "byte {at} changed by {mask}");
                bytes[at] ^= mask;
            }
        }
        // With a checksum that fits the damage, the structure itself must hold or be refused.
        let mut seed = 7_u64;
        for _ in 0..60 {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let at = 12 + (seed >> 33) as usize % (good.len() - 12);
            let old = bytes[at];
            bytes[at] ^= (seed >> 20) as u8 | 1;
            let sum = checksum(&bytes[12..]).to_le_bytes();
            bytes[8..12].copy_from_slice(&sum);
            if let Ok(gazetteer) = Gazetteer::from_bytes(&bytes) {
                for row in 0..gazetteer.len() as u32 {
                    let _ =
                        (gazetteer.point(row), gazetteer.code(row), gazetteer.name(row), gazetteer.id(row));
                }
            }
            bytes[at] = old;
        }
    }
}
