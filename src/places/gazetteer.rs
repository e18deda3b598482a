//! The gazetteer file and its reader.
//!
//! All numbers are little-endian. A pack is a table of places, kept by column, and the names of each:
//!
//! ```text
//! header   "GLOSGAZ2" | u32 checksum of what follows | u32 countries | u32 regions | u32 features
//!          | u32 towns | u32 keys | u32 bytes of names
//! places   countries, then regions, features, towns; one row is
//!            north   i16  0.01 degree; of towns, steps of 0.05 degree north of the town before, if that lies in the
//!                         same parent, or else of the parent's point (towns of a parent run from south to north)
//!            east    i16  0.01 degree; of towns, steps of 0.05 degree east of the parent's point
//!            parent  u16  the place it lies in: a country for regions, a region or country for the rest; NONE
//!            weight  u8   log2(inhabitants + 1); for features, of a town as often in the news
//!            class   u8   what it is (Class)
//!            keys    u8   how many names it has
//!            id      u24  GeoNames id, 0 where it is not kept
//! codes    two letters a country (ISO 3166-1 alpha-2)
//! names    u8 length and UTF-8 bytes, for countries, regions and features (towns go by the name that is asked for)
//! keys     of one place after the other, but for names that stand in full above; one is
//!            key     u32  the hash of a folded name, times 4, plus what sort of name it is (Rank)
//! ```
//!
//! North and east are folded (0, -1, 1, -2 …: see [`folded`]). Each byte of a number is a column of its own: high bytes repeat, and packing thrives on that. Names are kept as
//! hashes because the text brings the name: a pack answers "what is called this", and a name that is in no pack
//! finds something by chance once in a thousand times. That halves the file. The hashes are sorted into buckets
//! when the file is read; stored in the order of the places, no key needs to say which place is its own.

use super::fold::fold;
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

/// The parent, in a file, of what lies nowhere in particular.
pub const NONE: u16 = u16::MAX;
/// The first bytes of a pack: what it is, and the version of its layout.
pub const MAGIC: &[u8; 8] = b"GLOSGAZ2";
/// Bytes before the first column.
pub const HEADER: usize = 8 + 7 * 4;
/// Bytes of one place over all columns.
pub const PLACE_BYTES: usize = 12;
/// Hundredths of a degree in a step between towns.
pub const STEP: i16 = 5;
/// Steps of the weight column for each doubling of inhabitants.
pub const WEIGHT_STEPS: f64 = 1.0;
/// Bits of the hash of a name.
const KEY_BITS: u32 = 26;
/// Upper bits of a hash that choose its bucket.
const BUCKET_BITS: u32 = 16;

/// The hash of a name that is already folded: FNV-1a over the bytes, its halves mixed, the upper 26 bits.
pub fn key(folded: &str) -> u32 {
    let hash = folded
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |h, b| (h ^ u64::from(b)).wrapping_mul(0x0000_0100_0000_01b3));
    let mixed = (hash ^ (hash >> 29)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    (mixed >> (64 - KEY_BITS)) as u32
}

/// The checksum of a pack's bytes behind the checksum field: Fletcher's sums over 32-bit words.
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

/// A pack of places, ready to be asked.
pub struct Gazetteer {
    places: Box<[Entry]>,
    /// Rows at which regions, features and towns begin.
    starts: [usize; 3],
    /// Names of countries, regions and features: where each begins in `text`, and the end.
    names: Box<[u32]>,
    text: Box<str>,
    /// By the bucket of the key.
    keys: Box<[Key]>,
    /// Where in the keys each bucket begins; one more for the end.
    buckets: Box<[u32]>,
    /// Code of each country.
    codes: Box<[[u8; 2]]>,
    /// Rows that have a GeoNames id, in order, with it.
    ids: Box<[(Row, u32)]>,
}

/// A key as it is stored, and the row it leads to.
type Key = (u32, Row);

#[derive(Clone, Copy)]
struct Entry {
    /// Hundredths of a degree.
    lat: i16,
    lon: i16,
    parent: u16,
    weight: u8,
    class: Class,
}

impl Gazetteer {
    /// Reads a gazetteer file.
    ///
    /// # Errors
    /// [`Error`] if the bytes are not a gazetteer of this version, or are damaged. After that no question can fail.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Error> {
        let bad = |why| Error::data("gazetteer", why);
        let body = bytes.get(12..).ok_or(bad("too short"))?;
        if !bytes.starts_with(MAGIC) {
            return Err(bad("not a gazetteer of this version"));
        }
        let number = |i: usize| -> Option<usize> {
            let at = bytes.get(8 + 4 * i..12 + 4 * i)?;
            Some(u32::from_le_bytes(at.try_into().ok()?) as usize)
        };
        let header = || Some([number(1)?, number(2)?, number(3)?, number(4)?, number(5)?, number(6)?]);
        let [countries, regions, features, towns, keys, text] = header().ok_or(bad("too short"))?;
        let parts = [
            (countries, 2),
            (text, 1),
            (keys, 4),
            (countries.saturating_add(regions).saturating_add(features).saturating_add(towns), PLACE_BYTES),
        ];
        let whole = parts.iter().fold(HEADER, |sum, &(n, each)| sum.saturating_add(n.saturating_mul(each)));
        if whole != bytes.len() {
            return Err(bad("its parts do not fill it"));
        }
        if countries + regions >= NONE.into() {
            return Err(bad("too many divisions"));
        }
        if number(0) != Some(checksum(body) as usize) {
            return Err(bad("damaged: the checksum is another"));
        }
        let starts = [countries, countries + regions, countries + regions + features];
        let count = starts[2] + towns;
        let (columns, rest) = bytes[HEADER..].split_at(count * PLACE_BYTES);
        let (codes, rest) = rest.split_at(2 * countries);
        let (text, keys) = rest.split_at(text);
        let places = places(columns, starts, count).ok_or(bad("a row points nowhere"))?;
        let (names, text) = names(text, starts[2]).ok_or(bad("a name is cut off"))?;
        let counts = &columns[8 * count..9 * count];
        if counts.iter().map(|&n| usize::from(n)).sum::<usize>() != keys.len() / 4 {
            return Err(bad("a name belongs to no place"));
        }
        let full = names.windows(2).map(|ends| key(&fold(&text[ends[0] as usize..ends[1] as usize])) << 2);
        let mut keys = stored_keys(keys, counts);
        keys.extend(full.zip(0..));
        let (keys, buckets) = in_buckets(&keys);
        let byte = |column: usize, row: usize| columns[column * count + row];
        let id = |row| u32::from_le_bytes([byte(9, row), byte(10, row), byte(11, row), 0]);
        Ok(Self {
            places,
            starts,
            names,
            text,
            keys,
            buckets,
            codes: codes.as_chunks().0.into(),
            ids: (0..count).map(|row| (row as Row, id(row))).filter(|(_, id)| *id != 0).collect(),
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
        let hash = key(folded);
        let bucket = bucket(hash << 2);
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
        f32::from(self.place(row).weight) / WEIGHT_STEPS as f32
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

/// The rows, with differences summed up. `None` if a parent, class or point does not exist.
fn places(columns: &[u8], starts: [usize; 3], count: usize) -> Option<Box<[Entry]>> {
    let byte = |column: usize, row: usize| columns[column * count + row];
    let pair = |column: usize, row: usize| [byte(column, row), byte(column + 1, row)];
    let mut places: Vec<Entry> = Vec::with_capacity(count);
    for row in 0..count {
        let signed = |column| unfolded(u16::from_le_bytes(pair(column, row)));
        let (mut lat, mut lon) = (signed(0), signed(2));
        let parent = u16::from_le_bytes(pair(4, row));
        let class = *Class::ALL.get(usize::from(byte(7, row)))?;
        let exists = match parent {
            NONE => row < starts[0] || (starts[1]..starts[2]).contains(&row),
            parent if row < starts[0] => parent == NONE,
            parent if row < starts[1] => usize::from(parent) < starts[0],
            parent => usize::from(parent) < starts[1],
        };
        if !exists {
            return None;
        }
        if row >= starts[2] {
            let container = places.get(usize::from(parent))?;
            let before = places.last().filter(|before| row > starts[2] && before.parent == parent);
            lat = before.unwrap_or(container).lat.wrapping_add(lat.wrapping_mul(STEP));
            lon = container.lon.wrapping_add(lon.wrapping_mul(STEP));
        }
        if lat.unsigned_abs() > 9_000 || lon.unsigned_abs() > 18_000 {
            return None;
        }
        places.push(Entry { lat, lon, parent, weight: byte(6, row), class });
    }
    Some(places.into())
}

/// A number folded so that small ones of either sign are small: 0, -1, 1, -2, 2 …
pub const fn folded(number: i16) -> u16 {
    ((number << 1) ^ (number >> 15)) as u16
}

const fn unfolded(number: u16) -> i16 {
    (number >> 1) as i16 ^ -((number & 1) as i16)
}

/// Where each name begins, and the text of all.
fn names(bytes: &[u8], count: usize) -> Option<(Box<[u32]>, Box<str>)> {
    let mut text = String::with_capacity(bytes.len());
    let mut starts = Vec::with_capacity(count + 1);
    let mut rest = bytes;
    for _ in 0..count {
        let (&length, behind) = rest.split_first()?;
        let (name, behind) = behind.split_at_checked(length.into())?;
        starts.push(text.len() as u32);
        text.push_str(std::str::from_utf8(name).ok()?);
        rest = behind;
    }
    starts.push(text.len() as u32);
    Some((starts.into(), text.into()))
}

/// The keys of a file with the rows they lead to.
fn stored_keys(columns: &[u8], counts: &[u8]) -> Vec<Key> {
    let n = columns.len() / 4;
    let rows = counts.iter().enumerate().flat_map(|(row, &n)| std::iter::repeat_n(row as Row, n.into()));
    let stored = |k: usize| u32::from_le_bytes([0, 1, 2, 3].map(|column| columns[column * n + k]));
    rows.enumerate().map(|(k, row)| (stored(k), row)).collect()
}

/// Keys put into buckets, and where each bucket begins; one more for the end.
fn in_buckets(keys: &[Key]) -> (Box<[Key]>, Box<[u32]>) {
    let mut next = vec![0_u32; (1 << BUCKET_BITS) + 1];
    keys.iter().for_each(|k| next[bucket(k.0) + 1] += 1);
    for at in 1..next.len() {
        next[at] += next[at - 1];
    }
    let starts: Box<[u32]> = next.as_slice().into();
    let mut sorted = vec![(0, 0); keys.len()];
    for &key in keys {
        let at = &mut next[bucket(key.0)];
        sorted[*at as usize] = key;
        *at += 1;
    }
    (sorted.into(), starts)
}

/// The bucket of a stored key; whatever its bits.
fn bucket(key: u32) -> usize {
    (key >> (2 + KEY_BITS - BUCKET_BITS)) as usize & ((1 << BUCKET_BITS) - 1)
}

#[cfg(test)]
mod tests {
    use super::{Gazetteer, HEADER, checksum, key};

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
        for end in [0, 1, 7, 8, 11, 12, HEADER - 1, HEADER, HEADER + 1, good.len() / 2, good.len() - 1] {
            assert!(Gazetteer::from_bytes(&good[..end]).is_err(), "cut at {end}");
        }
        let mut bytes = good.to_vec();
        for at in [0, 8, 12, 13, 15, 16, 20, 24, 28, 32, HEADER, good.len() / 2, good.len() - 1] {
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
