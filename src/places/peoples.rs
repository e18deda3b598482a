//! The people of a division, an island, a town or a part of the world, and the adjective that goes with it: "Catalan",
//! "Londoners". Those of countries are in [`super::demonyms`].

use crate::maps::HashMap;
use std::sync::LazyLock;

/// A place, then its adjectives and what its people are called; dots stand for blanks. Words that towns are called by
/// ("Norman", "Roman") are left out, as are plurals in -s.
const TABLE: &str = "\
Catalonia Catalan Catalonian
Basque·Country Basque
Galicia Galician
Andalusia Andalusian
Bavaria Bavarian
Saxony Saxon
Wales Welsh
Scotland Scottish Scot
Flanders Flemish
Wallonia Walloon
Sicily Sicilian
Sardinia Sardinian
Tuscany Tuscan
Venice Venetian
Naples Neapolitan
Milan Milanese
Corsica Corsican
Brittany Breton
Paris Parisian
Vienna Viennese
Chechnya Chechen
Tatarstan Tatar
Dagestan Dagestani
Ingushetia Ingush
Abkhazia Abkhaz Abkhazian
Siberia Siberian
Moscow Muscovite
Crimea Crimean
Tibet Tibetan
Xinjiang Uyghur Uighur
Kashmir Kashmiri
Punjab Punjabi
Gujarat Gujarati
Goa Goan
Bali Balinese
Aceh Acehnese
Papua Papuan
Okinawa Okinawan
Hong·Kong Hong·Konger
Zanzibar Zanzibari
Darfur Darfuri
Gaza Gazan
Hawaii Hawaiian
Texas Texan
California Californian
Florida Floridian
Alaska Alaskan
Ohio Ohioan
Iowa Iowan
Kansas Kansan
Oregon Oregonian
Minnesota Minnesotan
Arizona Arizonan
Louisiana Louisianan
Tennessee Tennessean
Kentucky Kentuckian
Michigan Michigander
Nebraska Nebraskan
Colorado Coloradan
New·York New·Yorker
Boston Bostonian
Chicago Chicagoan
Los·Angeles Angeleno
Manchester Mancunian
Liverpool Liverpudlian
Glasgow Glaswegian
Cornwall Cornish
Yorkshire Yorkshireman
Tasmania Tasmanian
Queensland Queenslander
Quebec Quebecois Quebecker
Ontario Ontarian
Alberta Albertan
Toronto Torontonian
Africa African
Europe European
Asia Asian
Latin·America Latin·American
Middle·East Middle·Eastern
North·Africa North·African
West·Africa West·African
East·Africa East·African
Scandinavia Scandinavian
Andes Andean
Himalayas Himalayan
Alps Alpine
Amazon·rainforest Amazonian";

static HOMES: LazyLock<HashMap<String, String>> = LazyLock::new(|| {
    let whole = |word: &str| word.replace('·', " ");
    let pairs = TABLE.lines().filter_map(|line| line.split_once(' '));
    pairs.flat_map(|(home, words)| words.split(' ').map(move |word| (whole(word), whole(home)))).collect()
});

/// The place whose adjective or people a word is, as the gazetteer calls it.
pub(super) fn home_of(word: &str) -> Option<&'static str> {
    let one = |word: &str| HOMES.get(word).map(String::as_str);
    one(word).or_else(|| one(word.strip_suffix('s')?))
}

#[cfg(test)]
mod tests {
    use super::home_of;

    #[test]
    fn words_give_their_home() {
        for (word, home) in [("Catalan", "Catalonia"), ("New Yorkers", "New York"), ("Texans", "Texas")] {
            assert_eq!(home_of(word), Some(home), "{word}");
        }
        assert_eq!(["Turkish", "Texas", "s", ""].map(home_of), [None; 4]);
    }
}
