//! Our own annotated news, `models/passages`: articles of our own words from all parts of the world.
//!
//! ```text
//! %% Kenya; floods
//! [LOC GARISSA], [LOC Kenya] - The [LOC Tana] rose again, said [PER Halima Abdi] of the [ORG Kenya Red Cross].
//! ```
//! One article in [`ASIDE`] is set aside: never trained on.

use crate::gold::{Gold, GoldName, Type};
use anyhow::{Context, Result, bail};
use std::path::Path;

/// One article of so many is set aside.
pub const ASIDE: usize = 8;

/// An annotated article.
#[derive(Debug, Clone)]
pub struct Passage {
    /// Text and names.
    pub gold: Gold,
    /// The country it is about, as its head line says.
    pub country: String,
    /// Never trained on.
    pub aside: bool,
    /// How it is written: one of [`STYLES`].
    pub style: &'static str,
}

/// Styles of the passages, which open the names of their files; "world" for any other name.
pub const STYLES: [&str; 7] = ["world", "forms", "wire", "local", "other", "east", "mixed"];

fn style(name: &str) -> &'static str {
    STYLES.into_iter().find(|style| name.starts_with(style)).unwrap_or(STYLES[0])
}

/// Reads all passages of a folder, file by file in order of their names.
pub fn folder(folder: &Path) -> Result<Vec<Passage>> {
    let read = || -> Result<Vec<std::path::PathBuf>> {
        let mut files = Vec::new();
        for entry in std::fs::read_dir(folder)? {
            let path = entry?.path();
            if path.extension().is_some_and(|e| e == "txt") {
                files.push(path);
            }
        }
        files.sort();
        Ok(files)
    };
    let mut all = Vec::new();
    for file in read().with_context(|| format!("cannot read {}", folder.display()))? {
        all.extend(self::file(&file)?);
    }
    Ok(all)
}

/// Reads the passages of a file.
pub fn file(path: &Path) -> Result<Vec<Passage>> {
    let source = std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    parse(&source, &name).with_context(|| format!("in {}", path.display()))
}

fn parse(source: &str, name: &str) -> Result<Vec<Passage>> {
    let mut all = Vec::new();
    for (number, article) in format!("\n{source}").split("\n%% ").skip(1).enumerate() {
        let (head, body) = article.split_once('\n').unwrap_or((article, ""));
        let country = head.split(';').next().unwrap_or_default().trim().to_string();
        let (text, names) = unmark(body.trim()).with_context(|| format!("article {number}, {head}"))?;
        let gold = Gold { id: format!("{name}:{number}"), text, names };
        all.push(Passage { gold, country, aside: number % ASIDE == 5, style: style(name) });
    }
    Ok(all)
}

/// The text without its marks, and the names.
fn unmark(marked: &str) -> Result<(String, Vec<GoldName>)> {
    let (mut text, mut names) = (String::new(), Vec::new());
    let mut rest = marked;
    while let Some((before, after)) = rest.split_once('[') {
        text.push_str(before);
        let parts = after.split_once(']').and_then(|(mark, after)| Some((mark.split_once(' ')?, after)));
        let Some(((kind, name), after)) = parts else { bail!("an open mark: {:.40}", after) };
        match Type::of(kind) {
            Some(kind) => names.push(GoldName { start: text.len(), end: text.len() + name.len(), kind }),
            // Cups, wars, ships, laws: none of the tagger's kinds.
            None if kind == "MISC" => {}
            None => bail!("no such mark: {kind}"),
        }
        text.push_str(name);
        rest = after;
    }
    text.push_str(rest);
    Ok((text, names))
}

/// Parts of the world with the countries in them, for telling where names are missed.
pub const REGIONS: [(&str, &[&str]); 8] = [
    (
        "Africa",
        &[
            "Algeria",
            "Angola",
            "Benin",
            "Botswana",
            "Burkina Faso",
            "Burundi",
            "Cameroon",
            "Cape Verde",
            "Central African Republic",
            "Chad",
            "Comoros",
            "Congo",
            "DR Congo",
            "Republic of Congo",
            "Democratic Republic of Congo",
            "Djibouti",
            "Equatorial Guinea",
            "Eritrea",
            "Eswatini",
            "Ethiopia",
            "Gabon",
            "Gambia",
            "Ghana",
            "Guinea",
            "Guinea-Bissau",
            "Ivory Coast",
            "Kenya",
            "Lesotho",
            "Liberia",
            "Libya",
            "Madagascar",
            "Malawi",
            "Mali",
            "Mauritania",
            "Mauritius",
            "Morocco",
            "Mozambique",
            "Namibia",
            "Niger",
            "Nigeria",
            "Rwanda",
            "Sao Tome",
            "São Tomé",
            "Senegal",
            "Seychelles",
            "Sierra Leone",
            "Somalia",
            "Somaliland",
            "South Africa",
            "South Sudan",
            "Sudan",
            "Tanzania",
            "Togo",
            "Tunisia",
            "Uganda",
            "Western Sahara",
            "Zambia",
            "Zanzibar",
            "Zimbabwe",
        ],
    ),
    (
        "Middle East",
        &[
            "Bahrain",
            "Cyprus",
            "Egypt",
            "Gaza",
            "Iran",
            "Iraq",
            "Israel",
            "Jordan",
            "Kuwait",
            "Lebanon",
            "Oman",
            "Palestine",
            "Palestinian territories",
            "Qatar",
            "Saudi Arabia",
            "Syria",
            "Turkey",
            "United Arab Emirates",
            "UAE",
            "West Bank",
            "Yemen",
        ],
    ),
    (
        "South and Central Asia",
        &[
            "Afghanistan",
            "Armenia",
            "Azerbaijan",
            "Bangladesh",
            "Bhutan",
            "Georgia",
            "India",
            "Kazakhstan",
            "Kyrgyzstan",
            "Maldives",
            "Nepal",
            "Pakistan",
            "Sri Lanka",
            "Tajikistan",
            "Turkmenistan",
            "Uzbekistan",
        ],
    ),
    (
        "East Asia",
        &[
            "Brunei",
            "Cambodia",
            "China",
            "Hong Kong",
            "Indonesia",
            "Japan",
            "Laos",
            "Macau",
            "Malaysia",
            "Mongolia",
            "Myanmar",
            "North Korea",
            "Philippines",
            "Singapore",
            "South Korea",
            "Taiwan",
            "Thailand",
            "Timor-Leste",
            "Vietnam",
        ],
    ),
    (
        "Oceania",
        &[
            "Australia",
            "Cook Islands",
            "Fiji",
            "French Polynesia",
            "Kiribati",
            "Marshall Islands",
            "Micronesia",
            "Nauru",
            "New Caledonia",
            "New Zealand",
            "Niue",
            "Palau",
            "Papua New Guinea",
            "Samoa",
            "Solomon Islands",
            "Tonga",
            "Tuvalu",
            "Vanuatu",
        ],
    ),
    (
        "Europe",
        &[
            "Albania",
            "Andorra",
            "Austria",
            "Belarus",
            "Belgium",
            "Bosnia",
            "Bosnia and Herzegovina",
            "Britain",
            "Bulgaria",
            "Croatia",
            "Czech Republic",
            "Czechia",
            "Denmark",
            "England",
            "Estonia",
            "Faroe Islands",
            "Finland",
            "France",
            "Germany",
            "Greece",
            "Greenland",
            "Hungary",
            "Iceland",
            "Ireland",
            "Italy",
            "Kosovo",
            "Latvia",
            "Liechtenstein",
            "Lithuania",
            "Luxembourg",
            "Malta",
            "Moldova",
            "Monaco",
            "Montenegro",
            "Netherlands",
            "North Macedonia",
            "Northern Ireland",
            "Norway",
            "Poland",
            "Portugal",
            "Romania",
            "Russia",
            "Scotland",
            "Serbia",
            "Slovakia",
            "Slovenia",
            "Spain",
            "Sweden",
            "Switzerland",
            "UK",
            "Ukraine",
            "United Kingdom",
            "Wales",
        ],
    ),
    ("North America", &["Canada", "United States", "US", "USA"]),
    (
        "Latin America",
        &[
            "Antigua and Barbuda",
            "Argentina",
            "Bahamas",
            "Barbados",
            "Belize",
            "Bolivia",
            "Brazil",
            "Chile",
            "Colombia",
            "Costa Rica",
            "Cuba",
            "Dominica",
            "Dominican Republic",
            "Ecuador",
            "El Salvador",
            "French Guiana",
            "Grenada",
            "Guatemala",
            "Guyana",
            "Haiti",
            "Honduras",
            "Jamaica",
            "Mexico",
            "Nicaragua",
            "Panama",
            "Paraguay",
            "Peru",
            "Puerto Rico",
            "Saint Lucia",
            "Suriname",
            "Trinidad and Tobago",
            "Uruguay",
            "Venezuela",
        ],
    ),
];

/// The part of the world a country lies in; nothing for what is about several or none.
pub fn region(country: &str) -> Option<&'static str> {
    REGIONS.iter().find(|(_, countries)| countries.iter().any(|c| country.starts_with(c))).map(|r| r.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_come_out_of_the_text() {
        let source = "%% Chad; floods\n[LOC Sarh] is dry, [PER Idriss Moussa] said.\n\nNobody left.\n\n%% Peru; brief\nRain.\n";
        let all = parse(source, "x").unwrap();
        assert_eq!(all.len(), 2);
        assert_eq!(all[0].gold.text, "Sarh is dry, Idriss Moussa said.\n\nNobody left.");
        let words: Vec<&str> = all[0].gold.names.iter().map(|n| &all[0].gold.text[n.start..n.end]).collect();
        assert_eq!(words, ["Sarh", "Idriss Moussa"]);
        assert_eq!((all[0].style, style("wire-07")), ("world", "wire"));
        assert_eq!((all[0].country.as_str(), region(&all[1].country)), ("Chad", Some("Latin America")));
        assert!(parse("%% Chad; x\n[LOC Sarh", "x").is_err());
        assert!(parse("%% Chad; x\n[PLACE Sarh]", "x").is_err());
    }
}
