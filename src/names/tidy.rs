//! The edges of a name: no article, no title, no possessive, no stray marks.

use super::hash::{self, keys};
use super::{Name, NameKind, facts, fold};
use crate::text::{Document, Span};

/// The name with clean edges; nothing if nothing is left.
pub fn tidy(document: &Document<'_>, name: Name) -> Option<Name> {
    let text = document.slice(name.span);
    let mut from = 0;
    let mut to = if name.kind == NameKind::Person { before_comma(text) } else { text.len() };
    loop {
        let rest = &text[from..to];
        let trimmed = rest.trim_start_matches(|c: char| !c.is_alphanumeric());
        let mut start = from + rest.len() - trimmed.len();
        if let Some((word, _)) = trimmed.split_once(char::is_whitespace)
            && matches!(word, "the" | "The" | "THE" | "a" | "an" | "A" | "An")
        {
            start += word.len();
        }
        let rest = &text[start..to];
        let mut end =
            start + rest.trim_end_matches(|c: char| !c.is_alphanumeric() && c != '.' && c != ')').len();
        // "General Okafor" is the person Okafor.
        if name.kind == NameKind::Person
            && let Some((word, rest)) = text[start..end].split_once(char::is_whitespace)
            && (is_title(word) || is_position(word, rest))
        {
            start += word.len();
        }
        for possessive in POSSESSIVES {
            if let Some(owner) = text[start..end].strip_suffix(possessive)
                && !owner.is_empty()
                && !is_founder(owner)
            {
                end -= possessive.len();
            }
        }
        // "Emaar Properties EMAR.DU": the code under which the shares are traded.
        if let Some((company, code)) = text[start..end].rsplit_once(char::is_whitespace)
            && name.kind == NameKind::Organization
            && is_share_code(code)
        {
            end = start + company.len();
        }
        if (start, end) == (from, to) {
            break;
        }
        (from, to) = (start, end);
        if from >= to {
            return None;
        }
    }
    let mut span = Span::new(name.span.start as usize + from, name.span.start as usize + to);
    if name.kind == NameKind::Organization && is_founder(document.slice(span)) {
        let rest = &document.text[span.end as usize..];
        let whole = POSSESSIVES.iter().find(|possessive| rest.starts_with(**possessive));
        span.end += whole.map_or(0, |possessive| possessive.len() as u32);
    }
    // "US$ 20" is money.
    if document.text[span.end as usize..].starts_with('$') {
        return None;
    }
    let letters = document.slice(span).chars().any(char::is_alphabetic);
    (letters || name.kind == NameKind::Organization).then_some(Name { span, ..name })
}

const POSSESSIVES: [&str; 2] = ["'s", "’s"];

/// Whose possessive is the name of a company: "Moody's".
fn is_founder(name: &str) -> bool {
    const FOUNDERS: [&str; 14] = [
        "Arby",
        "Christie",
        "Denny",
        "Domino",
        "Kellogg",
        "Kohl",
        "Lloyd",
        "Lowe",
        "Macy",
        "McDonald",
        "Moody",
        "Sainsbury",
        "Sotheby",
        "Wendy",
    ];
    FOUNDERS.contains(&name.rsplit(' ').next().unwrap_or(name))
}

/// "EMAR.DU", "9988.HK"
fn is_share_code(word: &str) -> bool {
    let plain = |part: &str, letters: bool| {
        !part.is_empty() && part.bytes().all(|b| b.is_ascii_uppercase() || !letters && b.is_ascii_digit())
    };
    word.split_once('.').is_some_and(|(share, market)| {
        plain(share, false) && share.len() < 6 && plain(market, true) && market.len() < 3
    })
}

/// Where a player stands, as line-ups write it before two names: "TE George Kittle". Before one name they are initials: "FW Taylor".
fn is_position(word: &str, rest: &str) -> bool {
    const POSITIONS: [&str; 20] = [
        "CB", "CF", "DB", "DE", "DF", "DL", "DT", "FB", "FW", "GK", "LB", "LHP", "MF", "OL", "OT", "QB",
        "RB", "RHP", "TE", "WR",
    ];
    let capitals = rest.split_whitespace().filter(|word| word.starts_with(char::is_uppercase));
    POSITIONS.contains(&word) && capitals.count() > 1
}

/// Where a person's name ends: "Cantwell, D-Wash." before its comma, "Hale, Jr." and "Hale, III" behind.
fn before_comma(text: &str) -> usize {
    let suffix = |rest: &str| matches!(rest.trim(), "Jr." | "Jr" | "Sr." | "Sr" | "II" | "III" | "IV");
    text.find(',').filter(|&at| !suffix(&text[at + 1..])).unwrap_or(text.len())
}

fn is_title(word: &str) -> bool {
    let mut form = String::new();
    fold(word.trim_end_matches('.'), &mut form);
    let key = hash::text(&form);
    facts::TITLES.contains(&key) || HONORIFICS.contains(&key)
}

/// Forms of address and ranks of many languages, none of them a common given name.
const HONORIFICS: [u64; 38] = keys![
    "abbess" "amca" "baba" "baroness" "brigadier" "chevalier" "constable" "corporal" "datuk" "daw" "duchess" "encik"
    "frau" "friar" "hajj" "hajji" "haji" "hajja" "havildar" "herr" "khun" "komusubi" "madame" "mademoiselle"
    "maegashira" "maulana" "mawlawi" "monsieur" "mullah" "ozeki" "puan" "sekiwake" "senor" "senora" "signor"
    "superintendent" "ustaz" "yokozuna"
];
