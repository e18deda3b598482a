//! Writes rows and keys in the layout that `glosser::places::Gazetteer` reads (its picture is there).

use anyhow::{Result, ensure};
use glosser::places::{BUCKETS, Class, HEADER, MAGIC, NONE, Rank, Row, WEIGHT_STEPS, checksum, fold, key};
use std::collections::BTreeMap;

/// A place as it goes into the pack.
pub struct Place {
    pub name: String,
    pub lat: f64,
    pub lon: f64,
    pub parent: Row,
    pub inhabitants: u64,
    pub class: Class,
    pub id: u32,
    /// Kept only for countries.
    pub code: String,
}

/// Rows in their four blocks, and the keys that lead to them.
#[derive(Default)]
pub struct Pack {
    pub places: Vec<Place>,
    pub countries: usize,
    pub regions: usize,
    pub features: usize,
    keys: BTreeMap<(u32, Row), (Rank, String)>,
}

impl Pack {
    /// Lets `name` lead to `row`; the best rank stays.
    pub fn name(&mut self, name: &str, row: usize, rank: Rank) {
        let folded = fold(name);
        if folded.len() < 2 || row >= usize::from(NONE) {
            return;
        }
        let entry = self.keys.entry((key(&folded), row as Row)).or_insert((rank, folded));
        entry.0 = entry.0.min(rank);
    }

    /// True if `name` leads to `row` already.
    pub fn is_named(&self, name: &str, row: usize) -> bool {
        self.keys.contains_key(&(key(&fold(name)), row as Row))
    }

    /// How many keys there are, main names and all.
    pub fn keys(&self) -> (usize, usize) {
        (self.keys.values().filter(|k| k.0 == Rank::Main).count(), self.keys.len())
    }

    /// The file.
    pub fn bytes(&self) -> Result<Vec<u8>> {
        let n = self.places.len();
        ensure!(n < usize::from(NONE), "{n} places do not fit a pack");
        self.no_collisions()?;
        let named = self.countries + self.regions + self.features;
        let mut columns = vec![0; 11 * n];
        let mut put = |column: usize, row: usize, bytes: &[u8]| {
            for (i, &byte) in bytes.iter().enumerate() {
                columns[(column + i) * n + row] = byte;
            }
        };
        let hundredths = |degrees: f64| (degrees * 100.0).round() as i16;
        for (row, place) in self.places.iter().enumerate() {
            let (mut lat, mut lon) = (hundredths(place.lat), hundredths(place.lon));
            if row >= named && place.parent != NONE {
                let parent = &self.places[usize::from(place.parent)];
                lat = lat.wrapping_sub(hundredths(parent.lat));
                lon = lon.wrapping_sub(hundredths(parent.lon));
            }
            put(0, row, &lat.to_le_bytes());
            put(2, row, &lon.to_le_bytes());
            put(4, row, &place.parent.to_le_bytes());
            put(6, row, &[(WEIGHT_STEPS * ((place.inhabitants + 1) as f64).log2()).round().min(255.0) as u8]);
            put(7, row, &[place.class as u8]);
            put(8, row, &place.id.to_le_bytes()[..3]);
        }
        let codes: String = self.places[..self.countries].iter().map(|c| c.code.as_str()).collect();
        let mut names = Vec::new();
        for place in &self.places[..named] {
            ensure!(place.name.len() < 256, "a name is too long: {}", place.name);
            names.push(place.name.len() as u8);
            names.extend_from_slice(place.name.as_bytes());
        }
        let mut buckets = vec![0_u8; BUCKETS];
        for (hash, _) in self.keys.keys() {
            let count = &mut buckets[(hash >> 16) as usize];
            ensure!(*count < u8::MAX, "too many keys in one bucket");
            *count += 1;
        }
        let mut bytes = Vec::from(MAGIC);
        bytes.extend([0; 4]);
        let counts = [self.countries, self.regions, self.features, n - named, self.keys.len(), names.len()];
        counts.iter().for_each(|&c| bytes.extend((c as u32).to_le_bytes()));
        debug_assert_eq!(bytes.len(), HEADER);
        bytes.extend([columns, codes.into_bytes(), names, buckets].concat());
        let key_column = |pick: &dyn Fn(u32, Row, Rank) -> u8| -> Vec<u8> {
            self.keys.iter().map(|(&(hash, row), &(rank, _))| pick(hash, row, rank)).collect()
        };
        bytes.extend(key_column(&|hash, _, _| hash as u8));
        bytes.extend(key_column(&|hash, _, _| (hash >> 8) as u8));
        bytes.extend(key_column(&|_, row, _| row as u8));
        bytes.extend(key_column(&|_, row, _| (row >> 8) as u8));
        bytes.extend(key_column(&|_, _, rank| rank as u8));
        let sum = checksum(&bytes[12..]);
        bytes[8..12].copy_from_slice(&sum.to_le_bytes());
        Ok(bytes)
    }

    /// Two names of the pack itself must not share a hash: a change of one letter in the extra file mends it.
    fn no_collisions(&self) -> Result<()> {
        let mut last: Option<(u32, &str)> = None;
        let mut shared = 0;
        for ((hash, _), (_, folded)) in &self.keys {
            if let Some((before, name)) = last
                && before == *hash
                && name != folded
            {
                shared += 1;
            }
            last = Some((*hash, folded));
        }
        ensure!(shared < 10, "{shared} pairs of names share a key");
        Ok(())
    }
}
