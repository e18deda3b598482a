//! Names that the text itself equates: "Kurdistan Workers' Party (PKK)", "Bombay, now Mumbai", "X, also known as Y".

use super::Kind;
use super::Mention;
use super::fold::fold;
use super::lexicon;
use crate::text::Document;

/// Words that say that what follows is another name of what stands before.
const EQUATE: &[&str] = &[
    "aka",
    "alias",
    "born",
    "called",
    "dubbed",
    "formerly",
    "known",
    "named",
    "née",
    "nee",
    "nicknamed",
    "now",
    "originally",
    "or",
    "previously",
    "renamed",
    "self-identified",
];
/// Words that may stand with them.
const FILL: &[&str] = &[
    "also",
    "as",
    "better",
    "commonly",
    "first",
    "in",
    "is",
    "later",
    "often",
    "popularly",
    "simply",
    "sometimes",
    "still",
    "the",
    "then",
    "usually",
    "was",
    "who",
    "which",
];
/// Words without which, or a comma or bracket, "a group within Org called Group" would be an equation.
const MARKS: &[&str] =
    &["also", "aka", "a.k.a", "better", "formerly", "popularly", "previously", "self-identified"];
/// Ends of names of what holds towns: "Springfield (Sangamon County)" is no equation.
const CONTAINERS: &[&str] = &[
    "county",
    "province",
    "district",
    "region",
    "state",
    "oblast",
    "prefecture",
    "governorate",
    "department",
];
/// Names within a name at most.
const NESTED: usize = 4;
/// The longest stretch between two names that are equated, in bytes.
const LONGEST: usize = 48;

/// How the words between two names bind them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Bond {
    /// Brackets alone.
    Bracket,
    /// Words that say it.
    Words,
}

/// Pairs of mentions, the longer name first, that the text says are one.
pub(super) fn pairs(document: &Document<'_>, mentions: &[Mention]) -> Vec<(u32, u32)> {
    let mut pairs = Vec::new();
    for (i, a) in mentions.iter().enumerate() {
        // The next name that is no part of this one.
        let mut rest = i + 1..mentions.len().min(i + 1 + NESTED);
        let Some(j) = rest.find(|&j| mentions[j].span.start >= a.span.end) else { continue };
        // "Boston Red Sox of Major League Baseball (MLB)": a name within it that ends with it is nearer.
        let inner = &mentions[i + 1..j];
        let short = document.slice(mentions[j].span);
        if inner.iter().any(|m| m.span.end == a.span.end && abbreviates(short, document.slice(m.span))) {
            continue;
        }
        let b = &mentions[j];
        let Some(between) = document.text.get(a.span.end as usize..b.span.start as usize) else { continue };
        let Some(bond) = bond(between) else { continue };
        let after = document.text.get(b.span.end as usize..).unwrap_or("");
        let closed = !between.contains(['(', '[']) || after.starts_with([')', ']', ',', ';']);
        let (first, second) = (document.slice(a.span), document.slice(b.span));
        let people = a.kind == Kind::Person || b.kind == Kind::Person;
        let (long, short) = if first.len() < second.len() { (j, i) } else { (i, j) };
        let one_kind = a.kind == b.kind;
        let short_of = closed && !people && (abbreviates(second, first) || abbreviates(first, second));
        let said = one_kind && bond == Bond::Words && !contains(first, second);
        let bracketed = closed
            && one_kind
            && bond == Bond::Bracket
            && match a.kind {
                // "Hasht Behesht (The Palace of Eight Paradises)".
                Kind::Place => {
                    let alone = matches!(between.trim(), "(" | "(the" | "(The");
                    !contains(first, second) && after.starts_with([')', ']']) && alone
                }
                Kind::Person => share_a_word(first, second),
                Kind::Organization => false,
            };
        if short_of || said || bracketed {
            pairs.push((long as u32, short as u32));
        }
    }
    pairs
}

/// What the words between two names say.
fn bond(between: &str) -> Option<Bond> {
    if between.len() > LONGEST || between.contains('\n') {
        return None;
    }
    // "the shoal, known in Manila as …": where it is called so.
    if between.trim_end().ends_with(" in") {
        return None;
    }
    let opens = between.trim_start().starts_with(['(', '[']);
    let (mut said, mut marked) = (false, between.trim_start().starts_with(['(', '[', ',', '–', '—']));
    for word in between.split_whitespace() {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        let small = word.to_lowercase();
        let foreign = opens && word.chars().all(|c| c > '\u{24f}');
        marked |= MARKS.contains(&small.as_str());
        if small == "or" && !opens {
            return None;
        }
        if EQUATE.contains(&small.as_str()) || small == "a.k.a" {
            said = true;
        } else if !(word.is_empty() || foreign || FILL.contains(&small.as_str())) {
            return None;
        }
    }
    if said && marked { Some(Bond::Words) } else { opens.then_some(Bond::Bracket) }
}

/// True if one of two places is known to be a land or state, or is by its name a county or the like: the other
/// lies in it.
fn contains(first: &str, second: &str) -> bool {
    let known = |name: &str| {
        let squeezed = lexicon::squeeze(name);
        lexicon::canonical(&squeezed).map(str::to_string)
    };
    let ends = |name: &str| name.rsplit(' ').next().is_some_and(|w| CONTAINERS.contains(&fold(w).as_str()));
    match (known(first), known(second)) {
        (Some(a), Some(b)) => a != b,
        (Some(_), None) | (None, Some(_)) => true,
        (None, None) => ends(first) != ends(second),
    }
}

fn share_a_word(a: &str, b: &str) -> bool {
    a.split_whitespace().any(|x| x.len() > 2 && b.split_whitespace().any(|y| fold(x) == fold(y)))
}

/// True if `short` looks like an abbreviation of a name of several words: capitals, or its letters in their order
/// with the capitals at the heads of words; and no land or state.
fn abbreviates(short: &str, long: &str) -> bool {
    let capitals = short.chars().filter(|c| c.is_uppercase()).count();
    let letters = short.chars().filter(|c| c.is_alphabetic()).count();
    let long_words = long.split_whitespace().count();
    let shouted = capitals * 2 > letters || (capitals >= 2 && in_order(short, long));
    (2..=8).contains(&letters)
        && shouted
        && long.len() > short.len()
        && (long_words > 1 || capitals == letters)
        && super::lands::land_of_name(short).is_none()
}

/// True if the letters of `short` occur in `long` in their order: "ACPeds" in "American College of Pediatricians".
pub(super) fn in_order(short: &str, long: &str) -> bool {
    let mut rest = long.chars().flat_map(char::to_lowercase).peekable();
    short.chars().flat_map(char::to_lowercase).all(|c| !c.is_alphanumeric() || rest.any(|x| x == c))
}
