//! From clustered mentions to entities: their kind, name and aliases.

use super::{Entity, Kind, Mention};
use crate::maps::HashMap;
use crate::text::Document;

/// One entity for each cluster number in `mentions`.
pub(super) fn entities(document: &Document<'_>, mentions: &[Mention]) -> Vec<Entity> {
    let count = mentions.iter().map(|m| m.entity + 1).max().unwrap_or(0) as usize;
    let mut members: Vec<Vec<u32>> = vec![Vec::new(); count];
    for (i, mention) in mentions.iter().enumerate() {
        members[mention.entity as usize].push(i as u32);
    }
    members
        .into_iter()
        .map(|members| {
            let kind = mentions[members[0] as usize].kind;
            let aliases = aliases(document, mentions, &members, kind);
            Entity {
                id: String::new(),
                kind,
                name: aliases.first().cloned().unwrap_or_default(),
                aliases,
                role: None,
                mentions: members,
                salience: 0.0,
                place: None,
            }
        })
        .collect()
}

/// The distinct forms of a name, the fullest first, then in order.
fn aliases(document: &Document<'_>, mentions: &[Mention], members: &[u32], kind: Kind) -> Vec<String> {
    let mut forms: Vec<(String, u32)> = Vec::new();
    let mut index: HashMap<String, usize> = HashMap::default();
    for &m in members {
        let form = tidy(document.slice(mentions[m as usize].span));
        let at = *index.entry(form.clone()).or_insert_with(|| {
            forms.push((form, 0));
            forms.len() - 1
        });
        forms[at].1 += 1;
    }
    let mixed = forms.iter().any(|(form, _)| !shouts(form));
    let best = (0..forms.len()).max_by_key(|&i| {
        let (form, count) = &forms[i];
        let words = form.split_whitespace().count();
        // An acronym reads well; "KYIV" beside "Kyiv" is a date line.
        let acronym = kind != Kind::Person && words == 1 && form.len() <= 5;
        let spelt = |other: &str| !shouts(other) && other.to_lowercase() == form.to_lowercase();
        let acronym = acronym && !forms.iter().any(|(other, _)| spelt(other));
        let readable = !mixed || !shouts(form) || acronym;
        (readable, fullness(form, words, kind), *count, std::cmp::Reverse(i))
    });
    if let Some(best) = best {
        let first = forms.remove(best);
        forms.insert(0, first);
    }
    let mut names: Vec<String> = forms.into_iter().map(|(form, _)| form).collect();
    if let Some(first) = names.first_mut()
        && shouts(first)
        && !is_acronym(first, kind)
        && let calm = headline_case(first)
        && calm != *first
    {
        names.insert(0, calm);
    }
    names
}

/// More words tell more, up to a point: a name of nine words is rarely what readers call somebody.
fn fullness(form: &str, words: usize, kind: Kind) -> usize {
    match kind {
        // A nickname in the middle or a long tail of letters is not the usual name.
        Kind::Person if form.contains(['"', '“', ',']) => words.min(3),
        _ if words > 7 => 1,
        _ if form.ends_with('.') || !form.contains('.') || words > 1 => words * 2,
        _ => 1,
    }
}

/// True if a name in capitals is taken for an acronym: "USSR", but not the "KYIV" of a date line.
fn is_acronym(name: &str, kind: Kind) -> bool {
    let spoken = |name: &str| name.chars().skip(1).any(|c| "AEIOUY".contains(c));
    match kind {
        Kind::Person => name.len() <= 3,
        Kind::Place => name.len() <= 3 || name.len() == 4 && !spoken(name),
        Kind::Organization => name.len() <= 6,
    }
}

/// The words of a name with line breaks made blanks and a possessive dropped.
fn tidy(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    for ending in ["'s", "’s"] {
        if let Some(bare) = out.strip_suffix(ending) {
            out.truncate(bare.len());
        }
    }
    out
}

/// True if all letters are capitals.
fn shouts(form: &str) -> bool {
    form.chars().any(char::is_uppercase) && !form.chars().any(char::is_lowercase)
}

/// "VLADIMIR PUTIN" as "Vladimir Putin", "TOM O'BRIEN" as "Tom O'Brien", "ANN MCKAY" as "Ann McKay".
fn headline_case(form: &str) -> String {
    let mut out = String::with_capacity(form.len());
    let mut word = 0;
    for c in form.chars() {
        let apostrophe = matches!(c, '’' | '\'');
        let mac = word == 2 && out.ends_with("Mc");
        if word == 0 || mac {
            out.push(c);
        } else {
            out.extend(c.to_lowercase());
        }
        // One letter before an apostrophe is a particle; more of them are a word that goes on ("BA'ATH").
        word = if c.is_alphabetic() || apostrophe && word > 1 { word + 1 } else { 0 };
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn calm_names() {
        assert_eq!(headline_case("JANE SMITH-O'NEILL"), "Jane Smith-O'Neill");
        assert_eq!(headline_case("AL-BA'ATH"), "Al-Ba'ath");
        assert_eq!(headline_case("SEAN MCKAY JR."), "Sean McKay Jr.");
        assert_eq!(tidy("al\nQaeda’s"), "al Qaeda");
        let place = |name| is_acronym(name, Kind::Place);
        assert_eq!(["USSR", "UAE", "KYIV", "IRAQ", "MOSCOW"].map(place), [true, true, false, false, false]);
    }
}
