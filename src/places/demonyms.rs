//! The people of a country and the adjective that goes with it: "Turkish", "Turks".

use crate::maps::HashMap;
use std::sync::LazyLock;

/// Country code, then its adjectives and what its people are called. Plurals in -s of a listed word need no row of
/// their own. Peoples without a state of their own (Kurds) and adjectives of several countries (Arab) are left out;
/// "Korean", "Irish", "Congolese" and "Guinean" go to the country newspapers mean when they add nothing.
const TABLE: &str = "\
AD Andorran
AE Emirati
AF Afghan Afghani
AG Antiguan Barbudan
AL Albanian
AM Armenian
AO Angolan
AR Argentine Argentinian Argentinean
AT Austrian
AU Australian Aussie Tasmanian Queenslander
AW Aruban
AZ Azerbaijani Azeri
BA Bosnian Herzegovinian
BB Barbadian
BD Bangladeshi
BE Belgian Flemish Walloon
BF Burkinabe
BG Bulgarian
BH Bahraini
BI Burundian
BJ Beninese
BM Bermudian
BN Bruneian
BO Bolivian
BR Brazilian
BS Bahamian
BT Bhutanese
BW Botswanan Motswana Batswana
BY Belarusian Belarussian Byelorussian
BZ Belizean
CA Canadian Quebecois Quebecker Ontarian Albertan
CD Congolese
CF Central·African
CH Swiss
CI Ivorian
CL Chilean
CM Cameroonian
CN Chinese Tibetan Uyghur Uighur
CO Colombian
CR Costa·Rican
CU Cuban
CV Cape·Verdean
CY Cypriot Greek·Cypriot Turkish·Cypriot
CZ Czech
DE German Bavarian
DJ Djiboutian
DK Danish Dane
DO Dominican
DZ Algerian
EC Ecuadorian Ecuadorean
EE Estonian
EG Egyptian
EH Sahrawi
ER Eritrean
ES Spanish Spaniard Catalan Basque Andalusian Galician
ET Ethiopian
FI Finnish Finn
FJ Fijian
FK Falklander
FM Micronesian
FO Faroese
FR French Frenchman Frenchmen Frenchwoman Frenchwomen Corsican Parisian
GA Gabonese
GB British Briton Brit Britisher English Englishman Englishmen Englishwoman Englishwomen Scottish Scot Scotsman Scotsmen Welsh Welshman Welshmen Northern·Irish
GD Grenadian
GE Georgian Abkhaz Abkhazian South·Ossetian
GH Ghanaian
GI Gibraltarian
GL Greenlandic Greenlander
GM Gambian
GN Guinean
GQ Equatorial·Guinean Equatoguinean
GR Greek
GT Guatemalan
GU Guamanian
GW Guinea-Bissauan
GY Guyanese
HK Hong·Konger Hongkonger
HN Honduran
HR Croatian Croat
HT Haitian
HU Hungarian
ID Indonesian Javanese Balinese Acehnese
IE Irish Irishman Irishmen Irishwoman
IL Israeli
IN Indian Kashmiri Punjabi Bengali Gujarati
IQ Iraqi
IR Iranian
IS Icelandic Icelander
IT Italian Sicilian Sardinian Roman Venetian Neapolitan
JM Jamaican
JO Jordanian
JP Japanese Okinawan
KE Kenyan
KG Kyrgyz Kyrgyzstani Kirghiz
KH Cambodian
KI I-Kiribati
KM Comoran Comorian
KN Kittitian Nevisian
KP North·Korean
KR South·Korean Korean
KW Kuwaiti
KY Caymanian
KZ Kazakh Kazakhstani
LA Lao Laotian
LB Lebanese
LC St·Lucian Saint·Lucian
LI Liechtensteiner
LK Sri·Lankan
LR Liberian
LS Basotho Lesothan
LT Lithuanian
LU Luxembourgish Luxembourger
LV Latvian
LY Libyan
MA Moroccan
MC Monacan Monegasque
MD Moldovan
ME Montenegrin
MG Malagasy
MH Marshallese
MK Macedonian North·Macedonian
ML Malian
MM Burmese Myanmarese Rohingya
MN Mongolian
MR Mauritanian
MT Maltese
MU Mauritian
MV Maldivian
MW Malawian
MX Mexican
MY Malaysian
MZ Mozambican
NA Namibian
NC New·Caledonian
NE Nigerien
NG Nigerian
NI Nicaraguan
NL Dutch Dutchman Dutchmen Netherlander
NO Norwegian
NP Nepali Nepalese
NR Nauruan
NZ New·Zealander Kiwi Maori
OM Omani
PA Panamanian
PE Peruvian
PF French·Polynesian Tahitian
PG Papua·New·Guinean Papuan
PH Filipino Filipina Philippine
PK Pakistani
PL Polish Pole
PR Puerto·Rican
PS Palestinian Gazan
PT Portuguese
PW Palauan
PY Paraguayan
QA Qatari
RO Romanian
RS Serbian Serb
RU Russian Chechen Siberian Muscovite Tatar
RW Rwandan
SA Saudi Saudi·Arabian
SB Solomon·Islander
SC Seychellois
SD Sudanese
SE Swedish Swede
SG Singaporean
SI Slovenian Slovene
SK Slovak Slovakian
SL Sierra·Leonean
SM Sammarinese
SN Senegalese
SO Somali Somalian
SR Surinamese
SS South·Sudanese
ST Sao·Tomean
SV Salvadoran Salvadorean
SY Syrian
SZ Swazi
TD Chadian
TG Togolese
TH Thai
TJ Tajik Tajikistani
TL Timorese East·Timorese
TM Turkmen
TN Tunisian
TO Tongan
TR Turkish Turk
TT Trinidadian Tobagonian
TV Tuvaluan
TW Taiwanese
TZ Tanzanian Zanzibari
UA Ukrainian
UG Ugandan
US American Californian Texan Floridian Hawaiian Alaskan Virginian Ohioan Oregonian Michigander Pennsylvanian Minnesotan Iowan Arizonan New·Yorker
UY Uruguayan
UZ Uzbek Uzbekistani
VA Vatican
VC Vincentian
VE Venezuelan
VI Virgin·Islander
VN Vietnamese
VU Vanuatuan Ni-Vanuatu
WS Samoan
XK Kosovar Kosovan Kosovo·Albanian
YE Yemeni Yemenite
ZA South·African
ZM Zambian
ZW Zimbabwean
";

/// The words of [`TABLE`] with their countries.
static WORDS: LazyLock<HashMap<String, [u8; 2]>> = LazyLock::new(|| words().collect());

/// The first word of each country in [`TABLE`].
static ADJECTIVES: LazyLock<HashMap<&str, &str>> = LazyLock::new(|| {
    let lines = TABLE.lines().filter_map(|line| line.split_once(' '));
    lines.map(|(code, words)| (code, words.split(' ').next().unwrap_or_default())).collect()
});

fn words() -> impl Iterator<Item = (String, [u8; 2])> {
    TABLE.lines().flat_map(|line| {
        let mut fields = line.split(' ');
        let code = fields.next().unwrap_or_default().as_bytes();
        let code = [code[0], code[1]];
        fields.map(move |word| (word.replace('·', " "), code))
    })
}

/// The country (ISO 3166-1 alpha-2) to which a word like "Turkish", "Turks" or "South Koreans" belongs.
///
/// The word must start with a capital, as English writes these; headline capitals ("TURKISH") are understood.
/// `None` for anything else, the country's own name included.
pub fn country_of_demonym(word: &str) -> Option<[u8; 2]> {
    if !word.starts_with(|c: char| c.is_ascii_uppercase()) || word.len() > 24 || !word.is_ascii() {
        return match word {
            "Québécois" => Some(*b"CA"),
            "Burkinabè" | "Burkinabé" => Some(*b"BF"),
            _ => None,
        };
    }
    if let Some(code) = find(word) {
        return Some(code);
    }
    if word.len() > 3 && word.bytes().all(|b| b.is_ascii_uppercase() || b" -".contains(&b)) {
        // "A-B-C" stays as it is however it is written.
        return Some(title_case(word))
            .filter(|title| title != word)
            .and_then(|title| country_of_demonym(&title));
    }
    // "Turks", "Afghans"; not "Chineses", which nobody writes.
    word.strip_suffix('s').filter(|one| !one.ends_with("ese")).and_then(find)
}

/// The adjective of a country by its code, as it stands before "government": "Turkish". `None` where there is none that
/// does not mean its people ("New Zealander").
pub(crate) fn country_adjective(code: &str) -> Option<String> {
    if code == "US" {
        return Some("U.S.".into());
    }
    let word = ADJECTIVES.get(code)?;
    (!word.ends_with("er")).then(|| word.replace('·', " "))
}

fn find(word: &str) -> Option<[u8; 2]> {
    WORDS.get(word).copied()
}

fn title_case(word: &str) -> String {
    let mut first = true;
    word.chars()
        .map(|c| {
            let c = if first { c } else { c.to_ascii_lowercase() };
            first = !c.is_ascii_alphabetic();
            c
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{WORDS, country_of_demonym, words};

    #[test]
    fn words_give_their_country() {
        for (word, country) in [
            ("Turkish", "TR"),
            ("Turks", "TR"),
            ("TURKISH", "TR"),
            ("Syrians", "SY"),
            ("Britons", "GB"),
            ("South Koreans", "KR"),
            ("NORTH KOREAN", "KP"),
            ("Poles", "PL"),
            ("Guinea-Bissauan", "GW"),
            ("Québécois", "CA"),
        ] {
            let code = country_of_demonym(word).map(|c| String::from_utf8_lossy(&c).into_owned());
            assert_eq!(code.as_deref(), Some(country), "{word}");
        }
    }

    #[test]
    fn other_words_give_none() {
        for word in [
            "",
            "Turkey",
            "turkish",
            "Kurdish",
            "polish",
            "poles",
            "S",
            "Ünal",
            "Arab",
            "US",
            "Finnishs?",
            "A-B-C",
        ] {
            assert_eq!(country_of_demonym(word), None, "{word}");
        }
    }

    #[test]
    fn no_word_belongs_to_two_countries() {
        assert_eq!(WORDS.len(), words().count(), "a demonym is listed twice");
    }
}
