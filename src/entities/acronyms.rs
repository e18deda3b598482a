//! Names the tagger missed though the article has them elsewhere: acronyms it introduces ("Open Sea Party (OSP)", then
//! OSP wherever it stands), and lone words that are a name, or a surname, in another sentence.

use super::brackets::in_order;
use super::{Kind, Mention, lands};
use crate::maps::{HashMap, Sieve};
use crate::sort::Sort;
use crate::text::{Document, Span};

/// How sure one can be of an acronym, beside the name it was introduced with.
const DISCOUNT: f32 = 0.9;

/// How sure the tagger has to be of a name for its words to be one elsewhere.
const SURE: f32 = 0.8;

/// Adds acronyms introduced in brackets right behind a name, names and surnames said alone, and all their repetitions,
/// keeping the order.
pub(super) fn add(document: &Document<'_>, mentions: &mut Vec<Mention>) {
    let mut taken = vec![false; document.tokens.len()];
    for mention in mentions.iter() {
        taken[document.tokens_in(mention.span)].fill(true);
    }
    let mut known: HashMap<&str, (Kind, f32)> = HashMap::default();
    for &Mention { span, kind, confidence, .. } in mentions.iter() {
        let tokens = document.tokens_in(span);
        let person = kind == Kind::Person;
        let lone = tokens.len() == 1 || person && tokens.len() < 4;
        let acronym = in_brackets(document, span, tokens.end).filter(|&t| !lone && !person && !taken[t]);
        let last = tokens.last().filter(|_| lone && confidence > SURE);
        let Some(word) = acronym.or(last).map(|t| document.word(t)) else { continue };
        if lands::land_of_name(word).is_none() && (!lone || is_name(word)) {
            known.entry(word).or_insert((kind, confidence));
        }
    }
    // What the article writes small, too, is no name.
    let sieve = known.keys().fold(Sieve::default(), |sieve, name| sieve.with(name.as_bytes()));
    for word in (0..document.tokens.len()).map(|t| document.word(t)) {
        if word.starts_with(|c: char| c.is_ascii_lowercase())
            && sieve.passes(word.as_bytes())
            && let Some(name) = known.get_mut((word[..1].to_ascii_uppercase() + &word[1..]).as_str())
        {
            name.1 = 0.0;
        }
    }
    for (t, token) in document.tokens.iter().enumerate().filter(|(t, _)| !taken[*t]) {
        if let Some(&(kind, confidence)) = known.get(document.word(t))
            && confidence > 0.0
            && alone(document, t)
        {
            let confidence = confidence * DISCOUNT;
            mentions.push(Mention { span: token.span, kind, entity: 0, confidence, stands_for: None });
        }
    }
    mentions.arrange_by_key(|m| m.span);
}

/// True if the word is no month ("May"), office ("Judge") or people ("English"), whoever is called so.
fn is_name(word: &str) -> bool {
    word.len() > 2
        && !crate::text::is_month(word)
        && super::offices::weight(word).is_none()
        && lands::land_of_demonym(word).is_none()
}

/// True for an acronym, and for a word with neither another capital nor a hyphen beside it.
fn alone(document: &Document<'_>, t: usize) -> bool {
    let sentence = document.sentence_of(t);
    let free = |t: usize| {
        let inside = t < document.tokens.len() && document.sentence_of(t) == sentence;
        !inside || !document.word(t).starts_with(|c: char| c.is_uppercase() || c == '-')
    };
    let acronym = document.word(t).chars().nth(1).is_some_and(char::is_uppercase);
    acronym || free(t + 1) && t.checked_sub(1).is_none_or(free)
}

/// The token of an acronym in brackets that open at token `t`, right behind the name it may be short for.
fn in_brackets(document: &Document<'_>, name: Span, t: usize) -> Option<usize> {
    let token = |t: usize| document.tokens.get(t).map(|_| document.word(t));
    let acronym = token(t + 1)?;
    let letters = acronym.chars().filter(|c| c.is_alphabetic()).count();
    let capitals = acronym.chars().filter(|c| c.is_uppercase()).count();
    let shouted = capitals * 2 > letters || (capitals >= 2 && in_order(acronym, document.slice(name)));
    let fits = token(t)? == "(" && token(t + 2)? == ")" && (2..=7).contains(&letters) && shouted;
    fits.then_some(t + 1)
}
