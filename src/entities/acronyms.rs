//! Acronyms the tagger missed though the article introduces them: "Open Sea Party (OSP)", then OSP wherever it stands.

use super::brackets::in_order;
use super::{Kind, Mention};
use crate::maps::HashMap;
use crate::sort::Sort;
use crate::text::{Document, Span};

/// How sure one can be of an acronym, beside the name it was introduced with.
const DISCOUNT: f32 = 0.9;

/// Adds acronyms introduced in brackets right behind a name, and all their repetitions, keeping the order.
pub(super) fn add(document: &Document<'_>, mentions: &mut Vec<Mention>) {
    let mut taken = vec![false; document.tokens.len()];
    for mention in mentions.iter() {
        taken[document.tokens_in(mention.span)].fill(true);
    }
    let mut introduced: HashMap<&str, (Kind, f32)> = HashMap::default();
    for mention in mentions.iter().filter(|m| m.kind != Kind::Person) {
        let tokens = document.tokens_in(mention.span);
        if tokens.len() > 1
            && let Some(acronym) = in_brackets(document, mention.span, tokens.end)
            && !taken[acronym]
            && super::lands::land_of_name(document.word(acronym)).is_none()
        {
            introduced.entry(document.word(acronym)).or_insert((mention.kind, mention.confidence));
        }
    }
    if introduced.is_empty() {
        return;
    }
    for (t, token) in document.tokens.iter().enumerate().filter(|(t, _)| !taken[*t]) {
        if let Some(&(kind, confidence)) = introduced.get(document.word(t)) {
            let confidence = confidence * DISCOUNT;
            mentions.push(Mention { span: token.span, kind, entity: 0, confidence, stands_for: None });
        }
    }
    mentions.arrange_by_key(|m| m.span);
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
