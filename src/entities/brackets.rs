//! Names that the text itself equates: "Kurdistan Workers' Party (PKK)".

use super::Kind;
use super::Mention;
use crate::text::Document;

/// Pairs of mentions, the longer name first, of which one stands in brackets right after the other.
pub(super) fn pairs(document: &Document<'_>, mentions: &[Mention]) -> Vec<(u32, u32)> {
    let mut pairs = Vec::new();
    for (i, two) in mentions.windows(2).enumerate() {
        let [a, b] = two else { continue };
        let Some(between) = document.text.get(a.span.end as usize..b.span.start as usize) else { continue };
        let after = document.text.get(b.span.end as usize..).unwrap_or("");
        let opened = matches!(between.trim(), "(" | "(the" | "[" | ", or" | ", or the" | "(or");
        let closed = !between.contains(['(', '[']) || after.starts_with([')', ']', ',', ';']);
        if !opened || !closed || a.kind == Kind::Person || b.kind == Kind::Person {
            continue;
        }
        let (first, second) = (document.slice(a.span), document.slice(b.span));
        if abbreviates(second, first) {
            pairs.push((i as u32, i as u32 + 1));
        } else if abbreviates(first, second) {
            pairs.push((i as u32 + 1, i as u32));
        }
    }
    pairs
}

/// True if `short` looks like an abbreviation of a name of several words: capitals, and no land or state.
fn abbreviates(short: &str, long: &str) -> bool {
    let capitals = short.chars().filter(|c| c.is_uppercase()).count();
    let letters = short.chars().filter(|c| c.is_alphabetic()).count();
    let long_words = long.split_whitespace().count();
    (2..=8).contains(&letters)
        && capitals * 2 > letters
        && long.len() > short.len()
        && (long_words > 1 || capitals == letters)
        && super::lands::land_of_name(short).is_none()
}
