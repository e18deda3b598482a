//! Chooses what goes into the base pack and under which names.

use super::pack::{Pack, Place};
use super::sources::{Sources, Town};
use anyhow::{Context, Result, bail};
use glosser::places::{Class, NONE, Rank, fold};
use std::collections::{BTreeMap, HashMap, HashSet};

/// Countries at war, whose villages are in the news: every town of theirs goes in, under every name.
const WAR: [&str; 8] = ["SY", "IQ", "PS", "LB", "YE", "SD", "AF", "LY"];
/// Countries whose small towns are in the news in English, for war or for having papers: the least inhabitants.
const LOCAL: [(&str, u64); 8] = [
    ("UA", 1000),
    ("IL", 1000),
    ("US", 1000),
    ("CA", 1000),
    ("IE", 1000),
    ("GB", 3000),
    ("AU", 5000),
    ("NZ", 4000),
];
/// Countries with hundreds of large towns of which papers in English name few.
const POPULOUS: [&str; 11] = ["CN", "BR", "JP", "MX", "TH", "MY", "VN", "KR", "DZ", "AR", "VE"];
/// The least inhabitants there.
const THERE: u64 = 100_000;
/// The least inhabitants elsewhere.
const ELSEWHERE: u64 = 35_000;
/// Countries whose counties papers in English name: in the base pack those of the first two.
const COUNTIES: [&str; 8] = ["US", "GB", "IE", "CA", "AU", "NZ", "ZA", "NG"];
/// Countries whose districts are in the news by names that no town there has (Keçiören, Avcılar, Shangla): in the base pack
/// those of the first.
const DISTRICTS: [&str; 5] = ["TR", "IN", "PK", "AF", "YE"];
/// Divisions of countries where one has fewer inhabitants than this on average are what elsewhere are communes: they go
/// in with a town of theirs.
const COMMUNE: u64 = 60_000;
/// Towns as large as this keep other spellings of their name.
const LARGE: u64 = 1_000_000;
/// Those of Ukraine do, which is written in Latin letters in several ways, from this size on.
const TRANSLITERATED: u64 = 20_000;
/// Towns at war as large as this keep names that sound otherwise, too.
const EMBATTLED: u64 = 100_000;
/// Towns as large as this, and capitals, keep their GeoNames id.
const KNOWN: u64 = 1_000_000;
/// Degrees within which two towns of one name are one.
const SAME: f64 = 0.2;
/// As often in the news as a town of so many inhabitants.
const FEATURE: [(Class, u64); 7] = [
    (Class::World, 20_000_000),
    (Class::Area, 2_000_000),
    (Class::Water, 1_000_000),
    (Class::Island, 400_000),
    (Class::Mountain, 400_000),
    (Class::Site, 400_000),
    (Class::Town, 150_000),
];
/// Words that divisions carry in their names and newspapers leave out.
const SUFFIXES: [&str; 27] = [
    " Oblast'",
    " Oblast",
    " Province",
    " Region",
    " Governorate",
    " County",
    " Prefecture",
    " District",
    " City",
    " Department",
    " Municipality",
    " Voivodeship",
    " Krai",
    " Kray",
    " Republic",
    " Autonomous Okrug",
    " Division",
    " State",
    " Parish",
    " Canton",
    " Emirate",
    " Voblasts'",
    " Raion",
    " region",
    " İlçesi",
    " Merkez",
    " Agency",
];
const PREFIXES: [&str; 16] = [
    "Provincia de ",
    "Province of ",
    "Republic of ",
    "State of ",
    "Region of ",
    "City and Borough of ",
    "Royal Borough of ",
    "Metropolitan Borough of ",
    "Borough of ",
    "District of ",
    "District ",
    "City of ",
    "County of ",
    "Community of ",
    "Departement de ",
    "Municipality of ",
];

/// What stands between a town's name and its river's, which newspapers leave out.
const ON_RIVER: [&str; 10] =
    [" upon ", " on ", "-upon-", "-on-", " am ", " an der ", "-sur-", " sur ", "-na-", " nad "];

/// Which places a pack holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// What rides in the library.
    Base,
    /// Every town the packages have, with most of their spellings.
    Large,
}

impl Scope {
    /// Bits kept of the hash of a name: so many that a name no pack knows finds something in less than 0.5 % of cases.
    pub fn bits(self) -> u32 {
        match self {
            Self::Base => 24,
            Self::Large => 26,
        }
    }
}

/// Builds a pack.
///
/// `extra` is the text of `extra.tsv`: facts that no package has, for people to read and mend.
pub fn build(sources: &Sources, extra: &str, scope: Scope) -> Result<Pack> {
    let mut pack = Pack::default();
    let countries = countries(sources, &mut pack)?;
    let chosen = Chosen::new(sources, scope);
    let regions = regions(sources, &chosen, &countries, &mut pack);
    features(sources, extra, &countries, &regions, &mut pack)?;
    towns(sources, &chosen, &countries, &regions, scope, &mut pack);
    other_names(extra, &countries, &regions, &mut pack)?;
    Ok(pack)
}

/// What goes in of the sources.
struct Chosen<'s> {
    towns: Vec<&'s Town>,
    /// GeoNames ids of capitals.
    capitals: HashSet<u32>,
    /// Codes of countries whose divisions are communes.
    communal: HashSet<&'s str>,
}

impl<'s> Chosen<'s> {
    fn new(sources: &'s Sources, scope: Scope) -> Self {
        let capitals = capitals(sources);
        let large = scope == Scope::Large;
        let kept = |t: &&Town| large || is_kept(t) || capitals.contains(&t.id);
        let towns = sources.towns.iter().filter(kept).collect();
        let communal = if large { HashSet::new() } else { communal(sources) };
        Self { towns, capitals, communal }
    }
}

/// The town of each country that is called as its capital; of several the largest.
fn capitals(sources: &Sources) -> HashSet<u32> {
    let names: HashMap<&str, String> =
        sources.countries.iter().map(|c| (c.iso.as_str(), fold(&c.capital))).collect();
    let mut largest: HashMap<&str, (u64, u32)> = HashMap::new();
    for town in &sources.towns {
        let Some(capital) = names.get(town.country.as_str()).filter(|c| !c.is_empty()) else { continue };
        let other = town.population > 20_000 && town.alternates.iter().any(|n| fold(n) == *capital);
        if other || fold(&town.name) == *capital {
            let best = largest.entry(&town.country).or_default();
            *best = (*best).max((town.population, town.id));
        }
    }
    largest.into_values().map(|(_, id)| id).collect()
}

fn communal(sources: &Sources) -> HashSet<&str> {
    let divisions = |iso: &str| sources.regions.iter().filter(|r| r.code.starts_with(iso)).count() as u64;
    let small = sources.countries.iter().filter(|c| c.population < COMMUNE * divisions(&c.iso));
    small.map(|c| c.iso.as_str()).collect()
}

/// Rows of countries or regions by code.
type Rows = BTreeMap<String, u16>;

fn countries(sources: &Sources, pack: &mut Pack) -> Result<Rows> {
    let mut rows = Rows::new();
    for country in &sources.countries {
        // Two that are no more.
        if ["CS", "AN"].contains(&country.iso.as_str()) {
            continue;
        }
        let towns = sources.towns.iter().filter(|t| t.country == country.iso).map(|t| (t.lat, t.lon));
        let (lat, lon) =
            sources.points.get(&country.iso).copied().or_else(|| mean(towns)).unwrap_or((0.0, 0.0));
        let row = pack.places.len();
        let name = country.name.trim().trim_start_matches("The ");
        pack.places.push(Place {
            name: name.into(),
            lat,
            lon,
            parent: NONE,
            inhabitants: country.population,
            class: Class::Country,
            id: country.id,
            code: country.iso.clone(),
        });
        pack.name(name, row, Rank::Main);
        rows.insert(country.iso.clone(), row as u16);
    }
    pack.countries = pack.places.len();
    Ok(rows)
}

fn regions(sources: &Sources, chosen: &Chosen<'_>, countries: &Rows, pack: &mut Pack) -> Rows {
    let seats: HashSet<String> = chosen.towns.iter().map(|t| format!("{}.{}", t.country, t.region)).collect();
    let mut rows = Rows::new();
    let mut members: HashMap<String, Vec<&Town>> = HashMap::new();
    for town in &sources.towns {
        members.entry(format!("{}.{}", town.country, town.region)).or_default().push(town);
    }
    let mut by_name: HashMap<(&str, String), Vec<usize>> = HashMap::new();
    for (i, s) in sources.subdivisions.iter().enumerate() {
        for name in std::iter::once(&s.name).chain(&s.others) {
            by_name.entry((&s.country, fold(bare(name)))).or_default().push(i);
        }
    }
    for region in &sources.regions {
        let country = &region.code[..2];
        let Some(&parent) = countries.get(country) else { continue };
        let Some(towns) = members.get(&region.code) else { continue };
        if chosen.communal.contains(country) && !seats.contains(&region.code) {
            continue;
        }
        let (lat, lon) = middle(towns);
        let same = by_name.get(&(country, fold(bare(&region.name)))).and_then(|s| s.first());
        let same = same.map(|&i| &sources.subdivisions[i]);
        let row = pack.places.len();
        pack.places.push(Place {
            name: region.name.clone(),
            lat,
            lon,
            parent,
            inhabitants: towns.iter().map(|t| t.population).sum(),
            class: Class::Region,
            id: region.id,
            code: String::new(),
        });
        pack.name(&region.name, row, Rank::Main);
        pack.name(bare(&region.name), row, Rank::Main);
        if let Some(same) = same {
            for name in std::iter::once(&same.name).chain(&same.others).filter(|n| is_latin(n)) {
                pack.name(name, row, Rank::Other);
                pack.name(bare(name), row, Rank::Other);
            }
        }
        rows.insert(region.code.clone(), row as u16);
    }
    pack.regions = pack.places.len() - pack.countries;
    rows
}

fn features(sources: &Sources, extra: &str, countries: &Rows, regions: &Rows, pack: &mut Pack) -> Result<()> {
    for (number, line) in extra.lines().enumerate() {
        let fields: Vec<&str> = line.split('\t').collect();
        let class = match fields[0] {
            "World" => Class::World,
            "Area" => Class::Area,
            "Water" => Class::Water,
            "Island" => Class::Island,
            "Mountain" => Class::Mountain,
            "Site" => Class::Site,
            "Town" => Class::Town,
            "=" | "~" | "@" | "" => continue,
            comment if comment.starts_with('#') => continue,
            _ => bail!("extra.tsv, line {}: no such class", number + 1),
        };
        let at = || format!("extra.tsv, line {}", number + 1);
        let [name, lat, lon, code] = fields.get(1..5).and_then(|f| f.try_into().ok()).with_context(at)?;
        let (lat, lon) = (lat.parse().with_context(at)?, lon.parse().with_context(at)?);
        let parent = match code {
            "-" => NONE,
            // A town lies in the division of the town next to it.
            code if class == Class::Town => sources
                .towns
                .iter()
                .filter(|t| t.country == code)
                .min_by(|a, b| apart(a.lat, a.lon, lat, lon).total_cmp(&apart(b.lat, b.lon, lat, lon)))
                .and_then(|t| regions.get(&format!("{code}.{}", t.region)))
                .or_else(|| countries.get(code))
                .copied()
                .with_context(at)?,
            code => *countries.get(code).or_else(|| regions.get(code)).with_context(at)?,
        };
        let row = pack.places.len();
        pack.places.push(Place {
            name: name.into(),
            lat,
            lon,
            parent,
            inhabitants: FEATURE.iter().find(|f| f.0 == class).map_or(0, |f| f.1),
            class,
            id: 0,
            code: String::new(),
        });
        pack.name(name, row, Rank::Main);
        for other in fields.get(5).iter().flat_map(|f| f.split(';')) {
            pack.name(other, row, Rank::Main);
        }
    }
    pack.features = pack.places.len() - pack.countries - pack.regions;
    Ok(())
}

fn towns(
    sources: &Sources,
    chosen: &Chosen<'_>,
    countries: &Rows,
    regions: &Rows,
    scope: Scope,
    pack: &mut Pack,
) {
    let parent_of = |country: &str, region: &str| {
        regions.get(&format!("{country}.{region}")).or_else(|| countries.get(country)).copied()
    };
    let mut rows: Vec<(Place, Vec<String>)> = Vec::new();
    for town in &chosen.towns {
        let Some(parent) = parent_of(&town.country, &town.region) else { continue };
        // The extra file has it.
        let features = pack.countries + pack.regions..pack.countries + pack.regions + pack.features;
        let same = |row: usize| {
            let place = &pack.places[row];
            place.class == Class::Town
                && apart(place.lat, place.lon, town.lat, town.lon) < SAME
                && pack.is_named(&town.name, row)
        };
        if features.into_iter().any(same) {
            continue;
        }
        let capital = chosen.capitals.contains(&town.id);
        rows.push((
            Place {
                name: town.name.clone(),
                lat: town.lat,
                lon: town.lon,
                parent,
                inhabitants: town.population,
                class: if capital { Class::Capital } else { Class::Town },
                id: if town.population >= KNOWN || capital { town.id } else { 0 },
                code: String::new(),
            },
            spellings(town, scope),
        ));
    }
    let mut called: HashMap<(&str, &str), HashSet<String>> = HashMap::new();
    for town in sources.towns.iter().filter(|t| DISTRICTS.contains(&t.country.as_str())) {
        let names = called.entry((&town.country, &town.region)).or_default();
        names.extend(std::iter::once(&town.name).chain(&town.alternates).map(|n| fold(n)));
    }
    let county = |name: &str, lat, lon, parent, inhabitants, others: Vec<String>| {
        let (name, code, id) = (name.to_string(), String::new(), 0);
        (Place { name, lat, lon, parent, inhabitants, class: Class::County, id, code }, others)
    };
    for d in &sources.divisions {
        let mut parts = d.code.split('.');
        let (Some(country), Some(region)) = (parts.next(), parts.next()) else { continue };
        let (named, districts) = match scope {
            Scope::Base => (&COUNTIES[..2], &DISTRICTS[..1]),
            Scope::Large => (&COUNTIES[..], &DISTRICTS[..]),
        };
        let known =
            |name: &str| called.get(&(country, region)).is_some_and(|names| names.contains(&fold(name)));
        let district = districts.contains(&country) && !known(bare(&d.name));
        if (named.contains(&country) || district)
            && let Some(parent) = parent_of(country, region)
        {
            let shorter = if country != "US" { vec![bare(&d.name).to_string()] } else { Vec::new() };
            let (name, others) = if district { (bare(&d.name), Vec::new()) } else { (&*d.name, shorter) };
            rows.push(county(name, d.lat, d.lon, parent, 10_000 * u64::from(d.towns), others));
        }
    }
    let mut by_country: HashMap<&str, Vec<&Town>> = HashMap::new();
    for town in &sources.towns {
        by_country.entry(&town.country).or_default().push(town);
    }
    for s in &sources.subdivisions {
        let Some(&country) = countries.get(&s.country) else { continue };
        let Some((lat, lon)) = s.point else { continue };
        let first = usize::from(country);
        let names = || std::iter::once(&s.name).chain(&s.others).filter(|n| is_latin(n));
        let known =
            pack.places.iter().enumerate().skip(pack.countries).take(pack.regions).any(|(row, p)| {
                usize::from(p.parent) == first && names().any(|n| pack.is_named(bare(n), row))
            });
        let country = s.country.as_str();
        if known || chosen.communal.contains(country) || COUNTIES[..2].contains(&country) {
            continue;
        }
        let near = by_country
            .get(s.country.as_str())
            .and_then(|towns| towns.iter().min_by_key(|t| (1000.0 * apart(t.lat, t.lon, lat, lon)) as u64));
        // What lies far from every town of its country has a wrong point.
        if let Some(town) = near.filter(|t| apart(t.lat, t.lon, lat, lon) < 1.0)
            && let Some(parent) = parent_of(&town.country, &town.region)
        {
            let others = names().flat_map(|n| [n.clone(), bare(n).to_string()]).collect();
            rows.push(county(&s.name, lat, lon, parent, 100_000, others));
        }
    }
    rows.sort_by(|(a, _), (b, _)| {
        a.parent
            .cmp(&b.parent)
            .then(a.lat.total_cmp(&b.lat))
            .then_with(|| (&a.name, a.id).cmp(&(&b.name, b.id)))
    });
    for (place, others) in rows {
        let row = pack.places.len();
        place.name.split(" / ").for_each(|name| pack.name(name, row, Rank::Main));
        // "Newcastle" upon Tyne, "Frankfurt" am Main.
        if place.inhabitants >= 5_000
            && let Some(short) = ON_RIVER.iter().find_map(|r| place.name.split_once(r))
        {
            pack.name(short.0, row, Rank::Main);
        }
        pack.places.push(place);
        others.iter().for_each(|name| pack.name(name, row, Rank::Other));
    }
}

/// Other names, abbreviations and points of the extra file.
fn other_names(extra: &str, countries: &Rows, regions: &Rows, pack: &mut Pack) -> Result<()> {
    for line in extra.lines() {
        let fields: Vec<&str> = line.split('\t').collect();
        let rank = match fields[0] {
            "=" => Rank::Main,
            "~" => Rank::Short,
            "@" => {
                let [code, lat, lon] = fields[1..] else { bail!("extra.tsv: what is this: {line}") };
                let row = *regions.get(code).with_context(|| format!("extra.tsv: no division {code}"))?;
                let place = &mut pack.places[usize::from(row)];
                (place.lat, place.lon) = (lat.parse()?, lon.parse()?);
                continue;
            }
            _ => continue,
        };
        let [target, names] = fields[1..] else { bail!("extra.tsv: what is this: {line}") };
        let row = match target.split_once(':') {
            None => countries.get(target).or_else(|| regions.get(target)).copied().map(usize::from),
            Some((country, town)) => town_row(pack, countries[country], town),
        };
        let Some(row) = row else {
            eprintln!("extra.tsv: nothing is called {target}");
            continue;
        };
        names.split(';').for_each(|name| pack.name(name, row, rank));
    }
    Ok(())
}

fn town_row(pack: &Pack, country: u16, name: &str) -> Option<usize> {
    let of_country = |p: &Place| {
        p.parent == country || (p.parent != NONE && pack.places[usize::from(p.parent)].parent == country)
    };
    (pack.countries + pack.regions + pack.features..pack.places.len())
        .filter(|&row| of_country(&pack.places[row]) && pack.is_named(name, row))
        .filter(|&row| pack.places[row].class != Class::County)
        .max_by_key(|&row| (fold(&pack.places[row].name) == fold(name), pack.places[row].inhabitants))
}

fn is_kept(town: &Town) -> bool {
    let least = match LOCAL.iter().find(|l| l.0 == town.country) {
        Some(&(_, least)) => least,
        None if WAR.contains(&town.country.as_str()) => 0,
        None if POPULOUS.contains(&town.country.as_str()) => THERE,
        None => ELSEWHERE,
    };
    town.population >= least
}

/// The other names worth their bytes: those that sound alike, and of larger towns at war all.
fn spellings(town: &Town, scope: Scope) -> Vec<String> {
    let at_war = WAR.contains(&town.country.as_str());
    let (least, all) = match scope {
        Scope::Large => (0, 20_000),
        Scope::Base if at_war => (0, EMBATTLED),
        Scope::Base if town.country == "UA" => (TRANSLITERATED, u64::MAX),
        Scope::Base => (LARGE, u64::MAX),
    };
    if town.population < least {
        return Vec::new();
    }
    let all = town.population >= all;
    let main = skeleton(&town.name);
    let mut seen: HashSet<String> = HashSet::from([fold(&town.name)]);
    town.alternates
        .iter()
        .filter(|name| is_latin(name) && (all || skeleton(name) == main))
        .filter(|name| seen.insert(fold(name)))
        .cloned()
        .collect()
}

/// Written in Latin letters as names are: a capital first, no code of an airport.
fn is_latin(name: &str) -> bool {
    let folded = fold(name);
    folded.is_ascii()
        && folded.len() > 3
        && !name.chars().all(|c| c.is_ascii_uppercase())
        && name.chars().any(char::is_uppercase)
        && !name.contains([',', '('])
}

/// Consonants that spellings of one name share, without an Arabic article.
fn skeleton(name: &str) -> String {
    const ARTICLES: [&str; 10] = ["al ", "el ", "ar ", "as ", "ash ", "at ", "ad ", "an ", "az ", "il "];
    let mut out = String::new();
    let folded = fold(name);
    for c in ARTICLES.iter().find_map(|a| folded.strip_prefix(a)).unwrap_or(&folded).chars() {
        let c = match c {
            'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'h' | 'w' | ' ' => continue,
            'q' | 'c' => 'k',
            'z' => 's',
            c => c,
        };
        if !out.ends_with(c) {
            out.push(c);
        }
    }
    out
}

/// A division's name without the word for what it is; "Central Province" keeps it.
fn bare(name: &str) -> &str {
    let without = PREFIXES.iter().find_map(|p| name.strip_prefix(p)).unwrap_or(name);
    let without = SUFFIXES.iter().find_map(|s| without.strip_suffix(s)).unwrap_or(without);
    let says_where = |w: &str| {
        ["north", "south", "east", "west", "central", "capital", "upper", "lower"]
            .iter()
            .any(|d| w.starts_with(d))
    };
    if fold(without).split(' ').all(says_where) { name } else { without }
}

fn mean(points: impl Iterator<Item = (f64, f64)>) -> Option<(f64, f64)> {
    let (lat, lon, n) = points.fold((0.0, 0.0, 0.0), |s, p| (s.0 + p.0, s.1 + p.1, s.2 + 1.0));
    (n > 0.0).then(|| (lat / n, lon / n))
}

/// The middle of the stretch of land over which the towns of a division lie. The packages have points for
/// divisions too, but many are those of the seat, or of something else of the name on another continent.
fn middle(towns: &[&Town]) -> (f64, f64) {
    let half = |get: fn(&Town) -> f64| {
        let mut values: Vec<f64> = towns.iter().map(|t| get(t)).collect();
        values.sort_by(f64::total_cmp);
        // A town in a hundred is filed under the wrong division.
        let cut = values.len() / 50;
        0.5 * (values[cut] + values[values.len() - 1 - cut])
    };
    (half(|t| t.lat), half(|t| t.lon))
}

/// Degrees between two points, well enough to tell near from far.
fn apart(lat: f64, lon: f64, other_lat: f64, other_lon: f64) -> f64 {
    (lat - other_lat).hypot((lon - other_lon) * lat.to_radians().cos())
}
