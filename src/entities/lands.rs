//! Lands: countries and regions with their names, capitals and adjectives.
//!
//! Names and capitals follow GeoNames (CC BY 4.0), edited by hand; adjectives of countries are in
//! [`crate::places::country_of_demonym`].

use crate::maps::HashMap;
use crate::names::NameKind;
use crate::places::country_of_demonym;
use std::sync::OnceLock;

/// A land a line: ISO code or `-`, names, capital, and for regions their adjectives; parts by tab, variants by `|`.
pub(super) const TABLE: &str = include_str!("lands.tsv");

/// A country or region.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Land {
    /// ISO 3166-1 alpha-2, or empty for a region.
    pub iso: &'static str,
    /// Its usual name.
    pub name: &'static str,
    /// Its capital, or empty.
    pub capital: &'static str,
}

fn lands() -> impl Iterator<Item = (Land, &'static str, &'static str)> {
    TABLE.lines().map(|line| {
        let mut parts = line.split('\t');
        let iso = parts.next().filter(|&iso| iso != "-").unwrap_or("");
        let names = parts.next().unwrap_or("");
        let capital = parts.next().unwrap_or("");
        let name = names.split('|').next().unwrap_or("");
        (Land { iso, name, capital }, names, parts.next().unwrap_or(""))
    })
}

/// The lands that have a code: countries and territories.
pub(super) fn countries() -> impl Iterator<Item = Land> {
    lands().map(|(land, ..)| land).filter(|land| !land.iso.is_empty())
}

/// The land an adjective or a word for its people belongs to: "Turkish", "Turks" → Turkey. The word has its capitals.
pub fn land_of_demonym(word: &str) -> Option<Land> {
    static REGIONS: OnceLock<HashMap<&str, Land>> = OnceLock::new();
    static COUNTRIES: OnceLock<HashMap<&str, Land>> = OnceLock::new();
    let regions = REGIONS.get_or_init(|| {
        lands().flat_map(|(land, _, words)| words.split('|').map(move |word| (word, land))).collect()
    });
    let countries = COUNTRIES.get_or_init(|| {
        lands().map(|(land, ..)| (land.iso, land)).filter(|(iso, _)| !iso.is_empty()).collect()
    });
    if word.is_empty() {
        return None;
    }
    regions.get(word).copied().or_else(|| {
        let iso = country_of_demonym(word)?;
        countries.get(std::str::from_utf8(&iso).ok()?).copied()
    })
}

/// Whether a name is in truth the word for a people, which the tagger knows by single words only: "Sri Lankan" is nobody,
/// "Burkinabe" no place. A single word may be somebody's family name: "French".
pub fn is_people(name: &str, kind: NameKind) -> bool {
    let whole = || land_of_demonym(name).is_some() && land_of_name(name).is_none();
    (name.contains(' ') || kind == NameKind::Place) && whole()
}

/// The land of a name, by any of its names: "US", "America" → United States.
pub fn land_of_name(name: &str) -> Option<Land> {
    static BY_NAME: OnceLock<HashMap<String, Land>> = OnceLock::new();
    let table = BY_NAME.get_or_init(|| {
        let mut table = HashMap::default();
        for (land, names, _) in lands() {
            for name in names.split('|') {
                table.entry(super::lexicon::squeeze(name)).or_insert(land);
            }
        }
        table
    });
    table.get(&super::lexicon::squeeze(name)).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn adjectives_find_their_land() {
        for (word, land) in [
            ("Turkish", "Turkey"),
            ("Syrians", "Syria"),
            ("American", "United States"),
            ("Iraqi", "Iraq"),
            ("South Korean", "South Korea"),
            ("Briton", "United Kingdom"),
            ("Scottish", "Scotland"),
            ("Spaniards", "Spain"),
            ("Filipino", "Philippines"),
        ] {
            assert_eq!(land_of_demonym(word).map(|l| l.name), Some(land), "{word}");
        }
        assert_eq!(land_of_demonym("Republican"), None);
        assert_eq!(land_of_name("U.S.").map(|l| l.iso), Some("US"));
        assert_eq!(land_of_name("Turkey").map(|l| l.capital), Some("Ankara"));
    }

    #[test]
    fn words_for_a_people_are_no_names() {
        use NameKind::{Organization, Person, Place};
        for (name, kind) in
            [("Sri Lankan", Person), ("Papua New Guinean", Organization), ("Burkinabe", Place)]
        {
            assert!(is_people(name, kind), "{name}");
        }
        for (name, kind) in
            [("French", Person), ("Sri Lanka", Place), ("Dana French", Person), ("Mali", Place)]
        {
            assert!(!is_people(name, kind), "{name}");
        }
    }
}
