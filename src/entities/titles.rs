//! Titles that the tagger took for names: "the Home Secretary" is whoever the article calls Home Secretary.

use super::form::Form;
use super::offices;
use super::{Kind, Mention};
use crate::maps::{HashMap, HashSet};
use crate::text::Document;

/// Words of a title at most.
const LONGEST: usize = 5;

/// Pairs of a person's mention and one that is a title of that person alone.
pub(super) fn pairs(document: &Document<'_>, mentions: &[Mention]) -> Vec<(u32, u32)> {
    let mut bare: HashMap<String, Vec<u32>> = HashMap::default();
    for (m, mention) in mentions.iter().enumerate().filter(|(_, m)| m.kind == Kind::Person) {
        let tokens = document.tokens_in(mention.span);
        let last = tokens.clone().next_back().map_or("", |t| document.word(t));
        if tokens.len() <= LONGEST && offices::weight(last).is_some() {
            bare.entry(words(document, tokens)).or_default().push(m as u32);
        }
    }
    if bare.is_empty() {
        return Vec::new();
    }
    // Who is called so: "Home Secretary Jane Doe", by the surname.
    let mut holders: HashMap<&str, (u32, HashSet<String>)> = HashMap::default();
    for (m, mention) in mentions.iter().enumerate().filter(|(_, m)| m.kind == Kind::Person) {
        let start = document.tokens_in(mention.span).start;
        let form = Form::new(document.slice(mention.span), Kind::Person);
        let Some(surname) = form.words.last().filter(|_| !bare.contains_key(&form.words.join(" "))) else {
            continue;
        };
        // The whole title: a Shadow Home Secretary is no Home Secretary.
        let capital = |back: &usize| document.word(start - back).starts_with(char::is_uppercase);
        let length = (1..=start.min(LONGEST)).take_while(capital).count();
        if let Some((title, _)) = bare.get_key_value(&words(document, start - length..start)) {
            holders.entry(title).or_insert((m as u32, HashSet::default())).1.insert(surname.clone());
        }
    }
    let alone = holders.iter().filter(|(_, (_, surnames))| surnames.len() == 1);
    alone.flat_map(|(title, (m, _))| bare[*title].iter().take(1).map(move |&b| (*m, b))).collect()
}

fn words(document: &Document<'_>, tokens: std::ops::Range<usize>) -> String {
    tokens.map(|t| super::fold::fold(document.word(t))).collect::<Vec<_>>().join(" ")
}
