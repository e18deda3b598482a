//! The places a name may mean.

use super::demonyms::country_of_demonym;
use super::evidence::is_a;
use super::fold::fold;
use super::gazetteer::{Class, Gazetteer, Rank, Row};
use super::peoples::home_of;
use crate::sort::Sort;
use std::borrow::Cow;

/// Words in front that say where in a place, or what sort of place, but not which.
const BEFORE: [&str; 40] = [
    "university",
    "college",
    "diocese",
    "borough",
    "northern",
    "southern",
    "eastern",
    "western",
    "central",
    "northeastern",
    "northwestern",
    "southeastern",
    "southwestern",
    "northeast",
    "northwest",
    "southeast",
    "southwest",
    "north",
    "south",
    "east",
    "west",
    "upper",
    "lower",
    "greater",
    "inner",
    "outer",
    "downtown",
    "metropolitan",
    "metro",
    "mainland",
    "rural",
    "old",
    "city",
    "town",
    "province",
    "state",
    "port",
    "republic",
    "county",
    "occupied",
];
/// Words behind that say what sort of place, or what stands there, and the sort where it is one of the gazetteer's.
const BEHIND: [(&str, Option<Class>); 44] = [
    ("based", None),
    ("born", None),
    ("led", None),
    ("backed", None),
    ("province", Some(Class::Region)),
    ("governorate", Some(Class::Region)),
    ("oblast", Some(Class::Region)),
    ("state", Some(Class::Region)),
    ("region", Some(Class::Region)),
    ("prefecture", Some(Class::Region)),
    ("county", Some(Class::County)),
    ("parish", Some(Class::County)),
    ("district", None),
    ("department", None),
    ("republic", None),
    ("territory", None),
    ("city", Some(Class::Town)),
    ("town", Some(Class::Town)),
    ("township", Some(Class::Town)),
    ("village", Some(Class::Town)),
    ("municipality", Some(Class::Town)),
    ("metropolitan", Some(Class::Town)),
    ("area", None),
    ("valley", None),
    ("river", Some(Class::Water)),
    ("sea", Some(Class::Water)),
    ("bay", None),
    ("island", Some(Class::Island)),
    ("islands", Some(Class::Island)),
    ("mountains", Some(Class::Mountain)),
    ("desert", Some(Class::Mountain)),
    ("peninsula", None),
    ("coast", None),
    ("border", None),
    ("airport", None),
    ("harbor", None),
    ("harbour", None),
    ("port", None),
    ("university", None),
    ("hospital", None),
    ("stadium", None),
    ("square", None),
    ("palace", None),
    ("camp", None),
];

/// Words behind that say what stands in a place.
const SITES: [&str; 24] = [
    "park",
    "station",
    "street",
    "road",
    "avenue",
    "center",
    "centre",
    "prison",
    "base",
    "beach",
    "zone",
    "church",
    "cathedral",
    "mosque",
    "museum",
    "school",
    "college",
    "market",
    "mall",
    "bridge",
    "dam",
    "plant",
    "suburbs",
    "court",
];

/// How a row came to be a candidate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    /// It has the name.
    Named(Rank),
    /// It has part of the name.
    Part,
}

/// Names of one place that are looked up at most, and bytes of a name: what is longer is no name.
const LIMITS: (usize, usize) = (8, 80);

/// Rows that any of the names may mean, each once under its best fit. `extended` are names with the word behind
/// them, looked up as they are.
pub(super) fn of(gazetteer: &Gazetteer, names: &[&str], extended: &[Cow<'_, str>]) -> Vec<(Row, Fit)> {
    let mut found: Vec<(Row, Fit)> = Vec::new();
    let sensible = |names: &[&str]| -> Vec<String> {
        // "The West", "the South": a side of the world, whatever towns bear the name.
        let names = names.iter().filter(|n| n.len() < LIMITS.1 && !BEFORE.contains(&&*fold(n)));
        let names = names.take(LIMITS.0);
        names.map(|n| n.to_string()).collect()
    };
    for name in sensible(names) {
        // "Catalan" is of Catalonia before it is of Spain.
        if let Some(home) = home_of(&name) {
            found.extend(gazetteer.find(home).map(|(row, rank)| (row, Fit::Named(rank))));
            continue;
        }
        found.extend(gazetteer.find(&name).map(|(row, rank)| (row, Fit::Named(rank))));
        let country = country_of_demonym(&name).and_then(|code| gazetteer.country_of_code(code));
        found.extend(country.map(|row| (row, Fit::Named(Rank::Main))));
    }
    let extended: Vec<&str> = extended.iter().map(AsRef::as_ref).collect();
    for name in sensible(&extended) {
        found.extend(gazetteer.find(&name).map(|(row, rank)| (row, Fit::Named(rank))));
    }
    if found.is_empty() {
        for name in sensible(names) {
            found.extend(loose(gazetteer, &name));
        }
    }
    found.arrange();
    found.dedup_by_key(|f| f.0);
    found
}

/// True of a word behind a name that says what stands there: alone it is no name ("Islands").
fn stands(word: &str) -> bool {
    BEHIND.iter().any(|b| b.0 == word) || SITES.contains(&word)
}

/// The name without words that only describe; then the longest part of it that is a name.
fn loose(gazetteer: &Gazetteer, name: &str) -> Vec<(Row, Fit)> {
    let named = |words: &[&str]| -> Vec<(Row, Fit)> {
        let known = words.iter().any(|w| !BEFORE.contains(w) && !stands(w));
        let rows = known.then(|| gazetteer.find_folded(&words.join(" "))).into_iter().flatten();
        rows.map(|(row, rank)| (row, Fit::Named(rank))).collect()
    };
    // "Paris, Texas" as one name.
    let folded = fold(name.split(',').next().unwrap_or(name));
    let mut words: Vec<&str> = folded.split(' ').collect();
    let mut found = named(&words);
    if let [front @ .., last] = &words[..]
        && let Some(&(_, class)) = BEHIND.iter().find(|b| b.0 == *last)
        && found.is_empty()
    {
        found = named(front);
        let fits = |f: &(Row, Fit)| class.is_some_and(|class| is_a(gazetteer.class(f.0), class));
        if found.iter().any(fits) {
            found.retain(fits);
        }
    }
    // "southern Lebanon", "province of Idlib", "city of York".
    while found.is_empty()
        && words.len() > 1
        && (BEFORE.contains(&words[0]) || ["of", "the", "in"].contains(&words[0]))
    {
        words.remove(0);
        found = named(&words);
    }
    // "Londoners"
    if found.is_empty()
        && let Some(town) = folded.strip_suffix("ers").filter(|town| town.len() > 4)
    {
        found = named(&town.split(' ').collect::<Vec<_>>());
    }
    // "Toronto Pearson International Airport": names of what stands in a town hold the town's.
    let stands = words.last().is_some_and(|last| stands(last));
    let mut length = words.len().min(5);
    while found.is_empty() && stands && length > 1 {
        length -= 1;
        let parts = words.windows(length).filter(|p| p.iter().map(|w| w.len()).sum::<usize>() > 3);
        found = parts.map(named).find(|f| !f.is_empty()).unwrap_or_default();
        found.retain(|&(row, fit)| {
            fit == Fit::Named(Rank::Main)
                && gazetteer.weight(row) > 14.0
                && !matches!(gazetteer.class(row), Class::County | Class::Region)
        });
        found.iter_mut().for_each(|f| f.1 = Fit::Part);
    }
    found
}
