//! Writes rows and keys in the layout that `glosser::places::Gazetteer` reads (its picture is there).

use anyhow::{Result, ensure};
use glosser::places::{
    Class, HEADER, MAGIC, NONE, PLACE_BYTES, Rank, Row, STEP, WEIGHT_STEPS, checksum, fold, folded, key,
};
use std::collections::BTreeMap;

/// A place as it goes into the pack.
pub struct Place {
    pub name: String,
    pub lat: f64,
    pub lon: f64,
    /// Row of the country or region, or `NONE`.
    pub parent: u16,
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
    keys: BTreeMap<(Row, u32), (Rank, String)>,
}

impl Pack {
    /// Lets `name` lead to `row`; the best rank stays.
    pub fn name(&mut self, name: &str, row: usize, rank: Rank) {
        let folded = fold(name);
        if folded.len() < 2 {
            return;
        }
        let entry = self.keys.entry((row as Row, key(&folded))).or_insert((rank, folded));
        entry.0 = entry.0.min(rank);
    }

    /// True if `name` leads to `row` already.
    pub fn is_named(&self, name: &str, row: usize) -> bool {
        self.keys.contains_key(&(row as Row, key(&fold(name))))
    }

    /// How many keys there are, main names and all.
    pub fn keys(&self) -> (usize, usize) {
        (self.keys.values().filter(|k| k.0 == Rank::Main).count(), self.keys.len())
    }

    /// The file.
    pub fn bytes(&self) -> Result<Vec<u8>> {
        let n = self.places.len();
        let named = self.countries + self.regions + self.features;
        ensure!(self.countries + self.regions < usize::from(NONE), "too many divisions");
        let mut columns = vec![0; PLACE_BYTES * n];
        let mut put = |column: usize, row: usize, bytes: &[u8]| {
            for (i, &byte) in bytes.iter().enumerate() {
                columns[(column + i) * n + row] = byte;
            }
        };
        let hundredths = |degrees: f64| (degrees * 100.0).round() as i16;
        let steps = |from: i16, to: f64| ((to * 100.0 - f64::from(from)) / f64::from(STEP)).round() as i16;
        let mut before: Option<(u16, i16)> = None;
        for (row, place) in self.places.iter().enumerate() {
            let (mut north, mut east) = (hundredths(place.lat), hundredths(place.lon));
            if row >= named {
                let parent = &self.places[usize::from(place.parent)];
                let south = before.filter(|b| b.0 == place.parent).map_or(hundredths(parent.lat), |b| b.1);
                north = steps(south, place.lat);
                east = steps(hundredths(parent.lon), place.lon);
                before = Some((place.parent, south + STEP * north));
            }
            put(0, row, &folded(north).to_le_bytes());
            put(2, row, &folded(east).to_le_bytes());
            put(4, row, &place.parent.to_le_bytes());
            put(6, row, &[(WEIGHT_STEPS * ((place.inhabitants + 1) as f64).log2()).round().min(255.0) as u8]);
            put(7, row, &[place.class as u8]);
            put(9, row, &place.id.to_le_bytes()[..3]);
        }
        // The reader makes the keys of names that are stored in full.
        let spelt = |row: Row, hash: u32| {
            (row as usize) < named && hash == key(&fold(&self.places[row as usize].name))
        };
        let keys: Vec<(Row, u32)> = self
            .keys
            .iter()
            .filter(|&(&(row, hash), _)| !spelt(row, hash))
            .map(|(&(row, hash), &(rank, _))| (row, (hash << 2) | rank as u32))
            .collect();
        for &(row, _) in &keys {
            let count = &mut columns[8 * n + row as usize];
            ensure!(*count < u8::MAX, "{} has too many names", self.places[row as usize].name);
            *count += 1;
        }
        let codes: String = self.places[..self.countries].iter().map(|c| c.code.as_str()).collect();
        let mut names = Vec::new();
        for place in &self.places[..named] {
            ensure!(place.name.len() < 256, "a name is too long: {}", place.name);
            names.push(place.name.len() as u8);
            names.extend_from_slice(place.name.as_bytes());
        }
        let mut bytes = Vec::from(MAGIC);
        bytes.extend([0; 4]);
        let counts = [self.countries, self.regions, self.features, n - named, keys.len(), names.len()];
        counts.iter().for_each(|&c| bytes.extend((c as u32).to_le_bytes()));
        debug_assert_eq!(bytes.len(), HEADER);
        bytes.extend([columns, codes.into_bytes(), names].concat());
        for column in 0..4 {
            bytes.extend(keys.iter().map(|(_, key)| key.to_le_bytes()[column]));
        }
        let sum = checksum(&bytes[12..]);
        bytes[8..12].copy_from_slice(&sum.to_le_bytes());
        Ok(bytes)
    }
}
