//! The places a name may mean.

use super::demonyms::country_of_demonym;
use super::fold::fold;
use super::gazetteer::{Class, Gazetteer, Rank, Row};

/// Words in front that say where in a place, or what sort of place, but not which.
const BEFORE: [&str; 36] = [
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
const BEHIND: [(&str, Option<Class>); 40] = [
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

/// Rows that any of the names may mean, each once under its best rank.
pub(super) fn of(gazetteer: &Gazetteer, names: &[&str]) -> Vec<(Row, Rank)> {
    let mut found: Vec<(Row, Rank)> = Vec::new();
    for name in names.iter().take(8).filter(|n| n.len() < 80) {
        exact(gazetteer, name, &mut found);
    }
    if found.is_empty() {
        for name in names.iter().take(8).filter(|n| n.len() < 80) {
            loose(gazetteer, name, &mut found);
        }
    }
    found.sort_unstable();
    found.dedup_by_key(|f| f.0);
    found
}

fn exact(gazetteer: &Gazetteer, name: &str, found: &mut Vec<(Row, Rank)>) {
    found.extend(gazetteer.find(name));
    let country = country_of_demonym(name).and_then(|code| gazetteer.country_of_code(code));
    found.extend(country.map(|row| (row, Rank::Main)));
}

/// The name without words that only describe; then the longest part of it that is a name.
fn loose(gazetteer: &Gazetteer, name: &str, found: &mut Vec<(Row, Rank)>) {
    let head = name.split(',').next().unwrap_or(name);
    let folded = fold(head);
    let mut words: Vec<&str> = folded.split(' ').collect();
    if head.len() < name.len() {
        found.extend(gazetteer.find_folded(&folded));
    }
    if let Some(&(_, class)) = words.last().and_then(|last| BEHIND.iter().find(|b| b.0 == *last))
        && words.len() > 1
        && found.is_empty()
    {
        let all: Vec<_> = gazetteer.find_folded(&words[..words.len() - 1].join(" ")).collect();
        let fits = |row| class.is_some_and(|class| super::link::is_a(gazetteer.class(row), class));
        found.extend(all.iter().copied().filter(|&(row, _)| fits(row)));
        if found.is_empty() {
            found.extend(all);
        }
    }
    // "southern Lebanon", "province of Idlib", "city of York".
    while found.is_empty()
        && words.len() > 1
        && (BEFORE.contains(&words[0]) || ["of", "the", "in"].contains(&words[0]))
    {
        words.remove(0);
        found.extend(gazetteer.find_folded(&words.join(" ")));
    }
    // "Toronto Pearson International Airport", "Port of Rotterdam": long names hold the name of a town.
    let mut length = words.len().min(5);
    while found.is_empty() && length > 1 && words.len() > 1 {
        length -= 1;
        for part in words.windows(length).filter(|p| p.iter().map(|w| w.len()).sum::<usize>() > 3) {
            let rows = gazetteer.find_folded(&part.join(" ")).filter(|&(row, rank)| {
                rank == Rank::Main && gazetteer.weight(row) > 13.0 && gazetteer.class(row) != Class::County
            });
            found.extend(rows);
            if !found.is_empty() {
                break;
            }
        }
    }
}
