//! The gazetteer file and its reader.
//!
//! All numbers are little-endian. A pack is a table of places, kept by column, and a table of keys:
//!
//! ```text
//! header   "GLOSGAZ1" | u32 checksum of what follows | u32 countries | u32 regions | u32 features
//!          | u32 towns | u32 keys | u32 bytes of names
//! places   countries, then regions, features, towns; one row is
//!            lat     i16  0.01 degree north: of the point for countries, regions and features;
//!            lon     i16  0.01 degree east   for towns how far they lie from their parent's point
//!            parent  u16  the place it lies in: a country for regions, a region or country for the rest; NONE
//!            weight  u8   4 * log2(inhabitants + 1); for features, of a town as often in the news
//!            class   u8   what it is (Class)
//!            id      u24  GeoNames id, 0 where it is not kept
//!          (each byte of a number is a column of its own: high bytes repeat, and packing thrives on that)
//! codes    two letters a country (ISO 3166-1 alpha-2)
//! names    u8 length and UTF-8 bytes, for countries, regions and features (towns go by the name that is asked for)
//! buckets  65,536 * u8: how many keys have these upper 16 bits
//! keys     in order of the 32-bit hash of a folded name; one row is
//!            low     u16  the lower 16 bits
//!            place   u16  row of the place
//!            rank    u8   what sort of name (Rank)
//! ```
//!
//! Names are kept as hashes because the text brings the name: a pack answers "what is called this", and a name that
//! is in no pack finds something by chance once in thirty thousand times. That halves the file.

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
pub type Row = u16;

/// The parent of what lies nowhere in particular.
pub const NONE: Row = Row::MAX;
/// The first bytes of a pack: what it is, and the version of its layout.
pub const MAGIC: &[u8; 8] = b"GLOSGAZ1";
/// Bytes before the first column.
pub const HEADER: usize = 8 + 7 * 4;
/// Bytes of one place over all columns.
pub const PLACE_BYTES: usize = 11;
/// Bytes of one key over all columns.
pub const KEY_BYTES: usize = 5;
/// Steps of the weight column for each doubling of inhabitants.
pub const WEIGHT_STEPS: f64 = 4.0;
/// Buckets of keys.
pub const BUCKETS: usize = 1 << 16;

/// The key under which a name that is already folded is kept: FNV-1a over the bytes, its halves mixed.
pub fn key(folded: &str) -> u32 {
    let hash = folded
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |h, b| (h ^ u64::from(b)).wrapping_mul(0x0000_0100_0000_01b3));
    let mixed = (hash ^ (hash >> 29)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    (mixed >> 32) as u32
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
    bytes: Box<[u8]>,
    /// Rows at which regions, features and towns begin, and the end.
    starts: [usize; 4],
    keys: usize,
    /// Where the columns of the keys begin.
    key_table: usize,
    /// Where in `bytes` the name of each named place begins.
    names: Box<[u32]>,
    /// Where in the keys each bucket begins; one more for the end.
    buckets: Box<[u32]>,
    /// Where in `bytes` the country codes begin.
    codes: usize,
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
        let parts = [countries, regions, features, towns];
        if parts.iter().any(|&n| n >= NONE.into()) || parts.iter().sum::<usize>() >= NONE.into() {
            return Err(bad("too many places"));
        }
        let places = parts.iter().sum::<usize>();
        let codes = HEADER + places * PLACE_BYTES;
        let names_at = codes + 2 * countries;
        let buckets_at = names_at.saturating_add(text);
        let key_table = buckets_at.saturating_add(BUCKETS);
        if keys.saturating_mul(KEY_BYTES).saturating_add(key_table) != bytes.len() {
            return Err(bad("its parts do not fill it"));
        }
        if number(0) != Some(checksum(body) as usize) {
            return Err(bad("damaged: the checksum is another"));
        }
        let mut names = Vec::with_capacity(places - towns);
        let mut at = names_at;
        for _ in 0..places - towns {
            let end = at + 1 + usize::from(bytes[at.min(buckets_at)]);
            if end > buckets_at || std::str::from_utf8(&bytes[at + 1..end]).is_err() {
                return Err(bad("a name is cut off"));
            }
            names.push(at as u32);
            at = end;
        }
        let mut buckets = Vec::with_capacity(BUCKETS + 1);
        let mut sum = 0_u32;
        for &count in &bytes[buckets_at..key_table] {
            buckets.push(sum);
            sum += u32::from(count);
        }
        buckets.push(sum);
        let gazetteer = Self {
            bytes: bytes.into(),
            starts: [countries, countries + regions, countries + regions + features, places],
            keys,
            key_table,
            names: names.into(),
            buckets: buckets.into(),
            codes,
        };
        let parents_exist = (0..places).all(|row| match gazetteer.column16(4, row) {
            NONE => row >= countries + regions || row < countries,
            parent if row < countries => parent == NONE,
            parent if row < countries + regions => usize::from(parent) < countries,
            parent => usize::from(parent) < countries + regions,
        });
        let classes_exist = (0..places).all(|row| usize::from(gazetteer.column8(7, row)) < Class::ALL.len());
        let keys_lead_somewhere = sum as usize == keys
            && (0..keys).all(|k| usize::from(gazetteer.key_place(k)) < places)
            && bytes[key_table + 4 * keys..].iter().all(|&rank| rank <= Rank::Short as u8);
        if !(parents_exist && classes_exist && keys_lead_somewhere) {
            return Err(bad("a row points nowhere"));
        }
        Ok(gazetteer)
    }

    /// How many places it holds.
    pub fn len(&self) -> usize {
        self.starts[3]
    }

    /// True if it holds no place.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// What is called `name`, however it is spelt: rows and how the name names them. Any string may be asked.
    pub fn find(&self, name: &str) -> impl Iterator<Item = (Row, Rank)> + use<'_> {
        self.find_folded(&fold(name))
    }

    /// As [`find`](Self::find), of a name that is already folded.
    pub fn find_folded(&self, folded: &str) -> impl Iterator<Item = (Row, Rank)> + use<'_> {
        let hash = key(folded);
        let bucket = (hash >> 16) as usize;
        let low = hash as u16;
        let range = self.buckets[bucket] as usize..self.buckets[bucket + 1] as usize;
        range.filter(move |&k| self.key_low(k) == low).map(|k| {
            let rank = match self.bytes[self.key_table + 4 * self.keys + k] {
                0 => Rank::Main,
                1 => Rank::Other,
                _ => Rank::Short,
            };
            (self.key_place(k), rank)
        })
    }

    /// The point: degrees north, degrees east.
    pub fn point(&self, row: Row) -> (f64, f64) {
        let own = |row: usize| (self.column16(0, row) as i16, self.column16(2, row) as i16);
        let (mut lat, mut lon) = own(row.into());
        if usize::from(row) >= self.starts[2]
            && let Some(parent) = self.parent(row)
        {
            let (north, east) = own(parent.into());
            (lat, lon) = (lat.wrapping_add(north), lon.wrapping_add(east));
        }
        (f64::from(lat) / 100.0, f64::from(lon) / 100.0)
    }

    /// The place it lies in.
    pub fn parent(&self, row: Row) -> Option<Row> {
        Some(self.column16(4, row.into())).filter(|&p| p != NONE)
    }

    /// What sort of place it is.
    pub fn class(&self, row: Row) -> Class {
        Class::ALL[usize::from(self.column8(7, row.into()))]
    }

    /// Binary logarithm of its inhabitants; for features, of a town as often in the news.
    pub fn weight(&self, row: Row) -> f32 {
        f32::from(self.column8(6, row.into())) / WEIGHT_STEPS as f32
    }

    /// GeoNames id, where it is kept.
    pub fn id(&self, row: Row) -> Option<u32> {
        let [a, b, c] = [8, 9, 10].map(|column| self.column8(column, row.into()));
        Some(u32::from_le_bytes([a, b, c, 0])).filter(|&id| id != 0)
    }

    /// Row of the country it is or lies in.
    pub fn country(&self, row: Row) -> Option<Row> {
        let mut row = row;
        while usize::from(row) >= self.starts[0] {
            row = self.parent(row)?;
        }
        Some(row)
    }

    /// Row of the first-level division it is or lies in.
    pub fn region(&self, row: Row) -> Option<Row> {
        let within = self.starts[0]..self.starts[1];
        Some(row).filter(|&r| within.contains(&r.into())).or_else(|| {
            let parent = self.parent(row)?;
            within.contains(&parent.into()).then_some(parent)
        })
    }

    /// ISO 3166-1 alpha-2 code of the country it is or lies in; empty for seas and continents.
    pub fn code(&self, row: Row) -> &str {
        let Some(country) = self.country(row) else { return "" };
        let at = self.codes + 2 * usize::from(country);
        std::str::from_utf8(&self.bytes[at..at + 2]).unwrap_or_default()
    }

    /// The name, of countries, regions and features; towns have none here.
    pub fn name(&self, row: Row) -> Option<&str> {
        let at = *self.names.get(usize::from(row))? as usize;
        std::str::from_utf8(&self.bytes[at + 1..at + 1 + usize::from(self.bytes[at])]).ok()
    }

    /// Row of the country with this ISO 3166-1 alpha-2 code.
    pub fn country_of_code(&self, code: [u8; 2]) -> Option<Row> {
        let codes = &self.bytes[self.codes..self.codes + 2 * self.starts[0]];
        codes.chunks_exact(2).position(|c| c == code).map(|row| row as Row)
    }

    fn column8(&self, column: usize, row: usize) -> u8 {
        self.bytes[HEADER + column * self.starts[3] + row]
    }

    fn column16(&self, column: usize, row: usize) -> u16 {
        u16::from_le_bytes([self.column8(column, row), self.column8(column + 1, row)])
    }

    fn key_low(&self, k: usize) -> u16 {
        u16::from_le_bytes([self.bytes[self.key_table + k], self.bytes[self.key_table + self.keys + k]])
    }

    fn key_place(&self, k: usize) -> Row {
        let at = self.key_table + 2 * self.keys + k;
        u16::from_le_bytes([self.bytes[at], self.bytes[at + self.keys]])
    }
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
                for row in 0..gazetteer.len() as u16 {
                    let _ =
                        (gazetteer.point(row), gazetteer.code(row), gazetteer.name(row), gazetteer.id(row));
                }
            }
            bytes[at] = old;
        }
    }
}
