//! Readable keys of entities.

use super::fold::fold;
use super::form::Form;
use super::lexicon;
use super::{Entity, Kind};
use crate::maps::HashSet;

/// Gives each entity a key such as `person/vladimir-putin`, unique in the article.
pub(super) fn assign(entities: &mut [Entity]) {
    let mut taken: HashSet<String> = HashSet::with_capacity_and_hasher(entities.len(), Default::default());
    let mut repeats: crate::maps::HashMap<String, u32> = crate::maps::HashMap::default();
    for entity in entities {
        let base = key(entity.kind, &entity.name);
        let mut id = base.clone();
        while !taken.insert(id.clone()) {
            let n = repeats.entry(base.clone()).or_insert(1);
            *n += 1;
            id = format!("{base}-{n}");
        }
        entity.id = id;
    }
}

/// The key of a name before it is made unique: the words that identify, so that "Pear Inc." and "Pear", "U.S." and
/// "America" have one key in all articles.
pub(crate) fn key(kind: Kind, name: &str) -> String {
    let mut out = String::from(match kind {
        Kind::Person => "person",
        Kind::Place => "place",
        Kind::Organization => "organization",
    });
    let form = Form::new(name, kind);
    let main = if kind == Kind::Person { None } else { lexicon::main_name(&form.key) };
    let words = main.map_or(form.words, |main| main.split_whitespace().map(fold).collect());
    let mut separator = '/';
    for word in words {
        let letters = word.chars().filter(|c| c.is_alphanumeric());
        if letters.clone().next().is_some() {
            out.push(separator);
            out.extend(letters);
            separator = '-';
        }
    }
    if separator == '/' {
        out.push_str("/unnamed");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys() {
        for (kind, name, id) in [
            (Kind::Person, "Recep Tayyip Erdoğan", "person/recep-tayyip-erdogan"),
            (Kind::Person, "Bashar al-Assad", "person/bashar-assad"),
            (Kind::Place, "U.S.", "place/united-states"),
            (Kind::Place, "The Hague", "place/the-hague"),
            (Kind::Organization, "Pear Inc.", "organization/pear"),
            (Kind::Organization, "Kurdistan Workers' Party", "organization/kurdistan-workers-party"),
            (Kind::Organization, "AT&T", "organization/att"),
            (Kind::Person, "…", "person/unnamed"),
        ] {
            assert_eq!(key(kind, name), id);
        }
    }
}
