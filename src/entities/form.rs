//! Normal forms of names: the words that identify, folded, without titles, possessives and company endings.

use super::Kind;
use super::fold::fold_char;
use super::lexicon;

/// A name brought to its normal form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Form {
    /// Folded words that identify.
    pub words: Vec<String>,
    /// The words run together: what is compared first.
    pub key: String,
    /// Written in capitals only, at least two of them.
    pub caps: bool,
    /// Had a company ending: the name of a company in full.
    pub company: bool,
    /// Has an "&", which two bodies named together have not.
    pub ampersand: bool,
    /// Its capitals, where one word has several: "lv" of LibriVox.
    pub inner: Option<String>,
}

impl Form {
    /// The normal form of a name as written.
    pub fn new(name: &str, kind: Kind) -> Self {
        let name = undescribed(name);
        let mut words = split(name, kind);
        let all = words.len();
        strip(&mut words, kind);
        let company = kind == Kind::Organization && words.len() < all;
        let mut letters = name.chars().filter(|c| c.is_alphabetic());
        let caps = letters.clone().count() > 1 && letters.all(char::is_uppercase);
        let mut key: String = words.concat();
        if kind != Kind::Person
            && let Some(canonical) = lexicon::canonical(&key).or_else(|| land(name, kind))
        {
            key = canonical.to_string();
        }
        let inner = (words.len() == 1 && kind == Kind::Organization && !caps)
            .then(|| capitals(name))
            .filter(|c| c.len() > 1);
        Self { words, key, caps, company, ampersand: name.contains(" & "), inner }
    }

    /// First letters of its words, without small words.
    pub fn initials(&self) -> String {
        let words = self.words.iter().filter(|w| !lexicon::SMALL_WORDS.contains(w));
        words.filter_map(|w| w.chars().next()).collect()
    }

    /// First letters of all its words.
    pub fn all_initials(&self) -> String {
        self.words.iter().filter_map(|w| w.chars().next()).collect()
    }

    /// The words without the number a ruler or an heir bears, and that number.
    pub fn unnumbered(&self) -> (&[String], Option<&str>) {
        match self.words.split_last() {
            Some((last, rest)) if !rest.is_empty() && lexicon::NUMERALS.contains(last) => (rest, Some(last)),
            _ => (&self.words, None),
        }
    }
}

/// A name without words in small letters that only describe it, in front or hyphened behind: "automaker Pear",
/// "York-based".
fn undescribed(name: &str) -> &str {
    let ends = ["-based", "-born", "-led", "-backed"];
    let mut name = ends.iter().find_map(|end| name.strip_suffix(end)).unwrap_or(name);
    while let Some((first, rest)) = name.split_once([' ', '\n']) {
        let described =
            first.len() > 4 && first.chars().all(char::is_lowercase) && rest.starts_with(char::is_uppercase);
        if !described {
            break;
        }
        name = rest;
    }
    name
}

/// The capital letters of a name, folded.
fn capitals(name: &str) -> String {
    name.chars().filter(|c| c.is_uppercase()).flat_map(char::to_lowercase).collect()
}

/// The land whose people or adjective a name is: "Canadian" tagged as a place, "Belgians" as a team.
fn land(name: &str, kind: Kind) -> Option<&'static str> {
    if kind == Kind::Organization && !name.ends_with('s') {
        return None;
    }
    let land = super::lands::land_of_demonym(name)?;
    lexicon::canonical(&lexicon::squeeze(land.name))
}

/// Folded words of a name. Points vanish ("U.S." is "us", but "J.K." of a person is "j", "k"); hyphens part words;
/// a possessive 's goes.
fn split(name: &str, kind: Kind) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for raw in name.split(|c: char| c.is_whitespace() || matches!(c, '/' | ',' | '"' | '“' | '”' | '(' | ')'))
    {
        let raw = raw.trim_matches(|c: char| !c.is_alphanumeric() && c != '&' && c != '.');
        let raw = raw.strip_suffix("'s").or_else(|| raw.strip_suffix("’s")).unwrap_or(raw);
        let article = raw.split_once(['-', '–']).is_some_and(|(a, rest)| !rest.is_empty() && is_article(a));
        for (i, part) in raw.split(['-', '–', '‑', '\u{2010}']).enumerate() {
            if i == 0 && article {
                continue;
            }
            if kind == Kind::Person {
                for piece in part.split('.') {
                    push(piece, &mut words);
                }
            } else {
                push(part, &mut words);
            }
        }
    }
    if kind != Kind::Person {
        join_letters(&mut words);
        if words.len() > 1 {
            words = words.into_iter().enumerate().flat_map(|(i, word)| spell_out(word, i == 0)).collect();
        }
        if words.len() > 1 && kind == Kind::Organization && words[0] == "al" {
            words.remove(0);
        }
    }
    if words.len() > 1 {
        let all = words.len();
        let the = words.iter().filter(|w| *w == "the").count();
        if the < all {
            words.retain(|w| w != "the");
        }
    }
    words
}

/// The Arabic article in its spellings, before a hyphen.
fn is_article(word: &str) -> bool {
    matches!(
        word.to_ascii_lowercase().as_str(),
        "al" | "el" | "an" | "ar" | "as" | "ash" | "at" | "ad" | "az" | "ul" | "ur"
    )
}

fn push(piece: &str, words: &mut Vec<String>) {
    if piece == "&" {
        words.push("and".to_string());
        return;
    }
    let mut word = String::with_capacity(piece.len());
    for c in piece.chars().filter(|c| c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36f}')) {
        fold_char(c, &mut word);
    }
    if !word.is_empty() {
        words.push(word);
    }
}

/// "u", "s" → "us".
fn join_letters(words: &mut Vec<String>) {
    let mut out: Vec<String> = Vec::with_capacity(words.len());
    let mut in_run = false;
    for word in words.drain(..) {
        let single = word.len() == 1 && word.as_bytes()[0].is_ascii_alphabetic();
        match out.last_mut() {
            Some(last) if single && in_run => last.push_str(&word),
            _ => out.push(word),
        }
        in_run = single;
    }
    *words = out;
}

/// The words an abbreviation inside a longer name stands for: "US Senate" is "united states senate", "Main St." is no
/// saint.
fn spell_out(word: String, first: bool) -> Vec<String> {
    let full: &[&str] = match word.as_str() {
        "us" | "usa" => &["united", "states"],
        "uk" => &["united", "kingdom"],
        "un" => &["united", "nations"],
        "eu" => &["european", "union"],
        "harbour" => &["harbor"],
        "centre" => &["center"],
        "theatre" => &["theater"],
        "defence" => &["defense"],
        "labour" => &["labor"],
        "organisation" => &["organization"],
        "dept" => &["department"],
        "univ" => &["university"],
        "intl" => &["international"],
        "natl" => &["national"],
        "govt" => &["government"],
        "assn" => &["association"],
        "st" if first => &["saint"],
        "st" => &["street"],
        "mt" => &["mount"],
        "ft" => &["fort"],
        "ave" => &["avenue"],
        "rd" => &["road"],
        _ => return vec![word],
    };
    full.iter().map(|w| w.to_string()).collect()
}

/// Takes away what does not identify; of some words one is left.
fn strip(words: &mut Vec<String>, kind: Kind) {
    match kind {
        Kind::Person => {
            let titles = words.iter().take_while(|w| lexicon::TITLES.contains(w)).count();
            if titles < words.len() {
                words.drain(..titles);
            }
            while words.len() > 1 && words.last().is_some_and(|w| lexicon::PERSON_SUFFIXES.contains(w)) {
                words.pop();
            }
            while words.len() > 1
                && words.first().is_some_and(|w| lexicon::PARTICLES.contains(w))
                && words.len() == 2
            {
                words.remove(0);
            }
        }
        Kind::Organization => {
            while words.len() > 1 && words.last().is_some_and(|w| lexicon::COMPANY_SUFFIXES.contains(w)) {
                words.pop();
            }
            // "and" left over from "Bell and Co."
            if words.len() > 1 && words.last().is_some_and(|w| w == "and") {
                words.pop();
            }
        }
        Kind::Place => {
            // "River Benue" is "Benue River".
            if words.len() > 1 && words[0] == "river" {
                words.rotate_left(1);
            }
            if words.len() > 2 && matches!(words[0].as_str(), "city" | "town" | "state") && words[1] == "of" {
                words.drain(..2);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn normal_forms() {
        use Kind::{Organization, Person, Place};
        for (name, kind, words) in [
            ("Gen. Sergei  Ivanov", Person, "sergei ivanov"),
            ("Bashar al-Assad", Person, "bashar assad"),
            ("J.K. Rowling", Person, "j k rowling"),
            ("Martin Luther King Jr.", Person, "martin luther king"),
            ("Mary-Kate O’Hara", Person, "mary kate ohara"),
            ("President", Person, "president"),
            ("de Lafayette", Person, "lafayette"),
            ("Apple Inc.", Organization, "apple"),
            ("al\nQaeda", Organization, "qaeda"),
            ("al-Qaeda", Organization, "qaeda"),
            ("H-P", Organization, "hp"),
            ("AT&T", Organization, "att"),
            ("Johnson & Johnson", Organization, "johnson and johnson"),
            ("Society of the Cincinnati", Organization, "society of cincinnati"),
            ("New People's Party", Organization, "new people party"),
            ("U. S.", Place, "us"),
            ("Turkey's", Place, "turkey"),
            ("City of Cleveland", Place, "cleveland"),
            ("River Wensum", Place, "wensum river"),
            ("Basse-Terre", Place, "basse terre"),
            ("The Hague", Place, "hague"),
            ("automaker Pear", Organization, "pear"),
            ("York-based", Place, "york"),
            ("van Gogh", Person, "gogh"),
            ("eBay", Organization, "ebay"),
        ] {
            assert_eq!(Form::new(name, kind).words.join(" "), words, "{name}");
        }
    }
}
