//! Countries and some regions: their names, capitals, adjectives and the words for their people.
//!
//! The adjectives follow npm `i18n-nationality` (MIT), names and capitals GeoNames (CC BY 4.0), both edited by hand.

use super::fold::fold;
use std::collections::HashMap;
use std::sync::OnceLock;

/// A land a line: ISO code or `-`, names, capital, adjectives and people; parts by tab, variants by `|`.
pub(super) const TABLE: &str = include_str!("countries.tsv");

/// A country or region that has an adjective.
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

/// The land an adjective or a word for its people belongs to: "Turkish", "Turks" → Turkey.
pub fn land_of_demonym(word: &str) -> Option<Land> {
    static BY_DEMONYM: OnceLock<HashMap<String, Land>> = OnceLock::new();
    let table = BY_DEMONYM.get_or_init(|| {
        let mut table = HashMap::new();
        for (land, _, demonyms) in lands() {
            for demonym in demonyms.split('|').filter(|d| !d.is_empty()) {
                table.entry(fold(demonym)).or_insert(land);
            }
        }
        table
    });
    table.get(&fold(word)).copied()
}

/// The land of a name, by any of its names: "US", "America" → United States.
pub fn land_of_name(name: &str) -> Option<Land> {
    static BY_NAME: OnceLock<HashMap<String, Land>> = OnceLock::new();
    let table = BY_NAME.get_or_init(|| {
        let mut table = HashMap::new();
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
}
