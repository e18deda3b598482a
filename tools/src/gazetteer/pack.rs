//! Rows and keys as a gazetteer's file keeps them.

use anyhow::{Result, ensure};
use glosser::places::{Class, Entry, KEY_BITS, NONE, Parts, Rank, Row, STEP, fold, key};
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

    /// What goes into a file whose keys keep `bits`.
    pub fn parts(&self, bits: u32) -> Result<Parts> {
        let named = self.countries + self.regions + self.features;
        ensure!(self.countries + self.regions < usize::from(NONE), "too many divisions");
        let hundredths = |degrees: f64| (degrees * 100.0).round() as i16;
        let step = |from: i16, to: f64| {
            from + STEP * ((to * 100.0 - f64::from(from)) / f64::from(STEP)).round() as i16
        };
        let mut places: Vec<Entry> = Vec::new();
        for place in &self.places {
            let (mut lat, mut lon) = (hundredths(place.lat), hundredths(place.lon));
            if places.len() >= named {
                let parent = places[usize::from(place.parent)];
                let before = places[named..].last().filter(|b| b.parent == place.parent).unwrap_or(&parent);
                (lat, lon) = (step(before.lat, place.lat), step(parent.lon, place.lon));
            }
            let weight = ((place.inhabitants + 1) as f64).log2().round() as u8;
            places.push(Entry { lat, lon, parent: place.parent, weight, class: place.class });
        }
        // The reader makes the keys of names that are stored in full.
        let spelt = |row: Row, hash: u32| {
            (row as usize) < named && hash == key(&fold(&self.places[row as usize].name))
        };
        let keys = self.keys.iter().filter(|&(&(row, hash), _)| !spelt(row, hash));
        let names: Vec<&str> = self.places[..named].iter().map(|place| place.name.as_str()).collect();
        ensure!(!names.iter().any(|name| name.contains('\n')), "a name of two lines");
        let codes = self.places[..self.countries].iter().map(|c| c.code.as_bytes().try_into());
        Ok(Parts {
            bits,
            starts: [self.countries, self.countries + self.regions, named],
            codes: codes.collect::<Result<_, _>>()?,
            names: names.join("\n"),
            keys: keys
                .map(|(&(row, hash), &(rank, _))| (hash >> (KEY_BITS - bits) << 2 | rank as u32, row))
                .collect(),
            ids: (0..).zip(&self.places).filter(|(_, p)| p.id != 0).map(|(row, p)| (row, p.id)).collect(),
            places,
        })
    }
}
