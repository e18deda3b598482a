//! Readable keys of entities.

use super::fold::fold_char;
use super::{Entity, Kind};
use std::collections::HashSet;

/// Gives each entity a key such as `person/vladimir-putin`, unique in the article.
pub(super) fn assign(entities: &mut [Entity]) {
    let mut taken: HashSet<String> = HashSet::with_capacity(entities.len());
    let mut repeats: std::collections::HashMap<String, u32> = std::collections::HashMap::new();
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

/// The key of a name before it is made unique.
pub(crate) fn key(kind: Kind, name: &str) -> String {
    let mut out = String::from(match kind {
        Kind::Person => "person/",
        Kind::Place => "place/",
        Kind::Organization => "organization/",
    });
    let prefix = out.len();
    for c in name.chars() {
        if c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36f}') {
            fold_char(c, &mut out);
        } else if !matches!(c, '.' | '\'' | '’') && out.len() > prefix && !out.ends_with('-') {
            out.push('-');
        }
    }
    while out.len() > prefix && out.ends_with('-') {
        out.pop();
    }
    if out.len() == prefix {
        out.push_str("unnamed");
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
            (Kind::Place, "U.S.", "place/us"),
            (Kind::Organization, "Kurdistan Workers' Party", "organization/kurdistan-workers-party"),
            (Kind::Organization, "AT&T", "organization/at-t"),
            (Kind::Person, "…", "person/unnamed"),
        ] {
            assert_eq!(key(kind, name), id);
        }
    }
}
