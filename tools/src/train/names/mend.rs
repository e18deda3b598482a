//! Known noise of the sources, mended before training.

use crate::gold::{Gold, GoldName, Type};
use glosser::names::lexicon::{Lexicon, flag, kind};
use glosser::names::{fold, hash, label};

/// The document with mended marks.
///
/// * GMB's organisations were marked by machine: countries among them are places, nationalities are demonyms, and what
///   begins with a small letter or a digit is no name.
/// * GUM and the social sources mark no nationalities: single words on the list are marked, so that all sources agree.
pub fn mend(mut gold: Gold, source: &str, lexicon: &Lexicon) -> Gold {
    match source {
        "gmb" => {
            let text = &gold.text;
            for name in gold.names.iter_mut().filter(|n| n.kind == Type::Organization) {
                let words: Vec<u64> = text[name.start..name.end].split(' ').map(folded).collect();
                let phrase = words.iter().fold(0, |key, &word| Lexicon::extend(key, word));
                if lexicon.phrase(phrase) & kind::COUNTRY != 0 {
                    name.kind = Type::Place;
                } else if let [word] = words[..]
                    && lexicon.word(word).flags & flag::DEMONYM != 0
                {
                    name.kind = Type::Demonym;
                }
            }
            gold.names.retain(|n| {
                n.kind != Type::Organization || text[n.start..n.end].starts_with(|c: char| c.is_uppercase())
            });
        }
        "gum" | "social" => {
            let document = glosser::text::parse(&gold.text, None);
            for token in &document.tokens {
                let (start, end) = (token.span.start as usize, token.span.end as usize);
                let word = document.slice(token.span);
                let free = !gold.names.iter().any(|n| n.start < end && start < n.end);
                let listed = lexicon.word(folded(word)).flags & flag::DEMONYM != 0;
                if free && listed && word.starts_with(char::is_uppercase) {
                    gold.names.push(GoldName { start, end, kind: Type::Demonym });
                }
            }
            gold.names.sort_by_key(|n| n.start);
        }
        _ => {}
    }
    gold
}

/// Where the source has an organisation and the model of the other half a person that ends with it, the model is
/// right: "General Okafor" is a frequent slip of the source.
pub fn people_among_bodies(labels: &mut [u8], found: &[u8]) {
    let (bodies, people) = (label::spans(labels), label::spans(found));
    for (start, end, kind) in bodies {
        let person = people.iter().find(|p| p.1 == end && p.0 >= start && p.2 == Type::Person as usize);
        if let (true, Some(&(from, ..))) = (kind == Type::Organization as usize, person) {
            labels[start..from].fill(label::OUTSIDE as u8);
            labels[from..end].copy_from_slice(&found[from..end]);
        }
    }
}

fn folded(word: &str) -> u64 {
    let mut form = String::new();
    fold(word, &mut form);
    hash::text(&form)
}
