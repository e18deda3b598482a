//! Which hyphens cut a compound: "Geneva-based" is cut, "Guinea-Bissau" is not.

use super::list::has;

/// Words that set off a name or a date: "pro-Russian", "mid-October".
#[rustfmt::skip]
const PREFIXES: &[&str] = &[
    "anti", "centre", "counter", "cross", "early", "ex", "extra", "former", "inter", "intra", "late", "mid",
    "neo", "non", "now", "once", "out", "pan", "post", "pre", "pro", "pseudo", "quasi", "semi", "sub", "then",
    "trans", "ultra", "un",
];

/// What follows a name in a compound and is none of it, besides words in -ed and -ing.
#[rustfmt::skip]
const SUFFIXES: &[&str] = &[
    "area", "born", "bound", "built", "controlled", "era", "facing", "free", "friendly", "held", "led",
    "like", "made", "only", "owned", "rich", "run", "side", "sized", "style", "turned", "type", "wide",
];

/// Words of time and number: every part of their compounds counts for a date ("six-year-old", "year-end").
#[rustfmt::skip]
const TIME: &[&str] = &[
    "april", "august", "billion", "century", "day", "days", "decade", "decades", "december", "eight",
    "eighteen", "eighteenth", "eighth", "eighty", "eleven", "eleventh", "evening", "february", "fifteen",
    "fifteenth", "fifth", "fifty", "first", "five", "forty", "four", "fourteen", "fourteenth", "fourth",
    "friday", "half", "hour", "hours", "hundred", "january", "july", "june", "march", "may", "midnight",
    "million", "minute", "minutes", "monday", "month", "months", "morning", "night", "nine", "nineteen",
    "nineteenth", "ninety", "ninth", "november", "october", "one", "quarter", "saturday", "second",
    "september", "seven", "seventeen", "seventeenth", "seventh", "seventy", "six", "sixteen", "sixteenth",
    "sixth", "sixty", "summer", "sunday", "ten", "tenth", "term", "third", "thirteen", "thirteenth",
    "thirtieth", "thirty", "thousand", "three", "thursday", "tuesday", "twelfth", "twelve", "twentieth",
    "twenty", "two", "wednesday", "week", "weekend", "weeks", "winter", "year", "years",
];

/// Countries that stand in pairs: "the Iran-Iraq border" names two places.
#[rustfmt::skip]
const COUNTRIES: &[&str] = &[
    "afghanistan", "america", "argentina", "armenia", "australia", "austria", "azerbaijan", "bangladesh",
    "belarus", "belgium", "brazil", "britain", "bulgaria", "canada", "chad", "chile", "china", "colombia",
    "congo", "croatia", "cuba", "cyprus", "denmark", "ecuador", "egypt", "england", "eritrea", "ethiopia",
    "europe", "finland", "france", "georgia", "germany", "ghana", "greece", "hamas", "hezbollah", "hungary",
    "india", "indonesia", "iran", "iraq", "ireland", "israel", "italy", "japan", "jordan", "kenya", "kosovo",
    "kuwait", "lebanon", "libya", "mali", "mexico", "moldova", "morocco", "myanmar", "nepal", "niger",
    "nigeria", "norway", "oman", "pakistan", "peru", "poland", "portugal", "qatar", "romania", "russia",
    "rwanda", "senegal", "serbia", "somalia", "spain", "sudan", "sweden", "switzerland", "syria", "taiwan",
    "thailand", "turkey", "turkiye", "uganda", "ukraine", "venezuela", "vietnam", "yemen",
];

/// Compounds of a country's name that are one name.
const WHOLE: &[&str] = &["austria-hungary", "iran-contra", "congo-brazzaville", "congo-kinshasa"];

/// Particles of Arabic and other names, written small before a capital: "al-Assad", "ur-Rehman".
#[rustfmt::skip]
const PARTICLES: &[&str] = &[
    "ad", "al", "an", "ar", "as", "ash", "at", "az", "ben", "bin", "d", "de", "e", "ed", "el", "es", "i",
    "ibn", "la", "le", "ud", "ul", "ur", "uz",
];

/// True if the hyphen between `left` and `right` (letters and digits, nothing else) cuts.
pub(super) fn cuts(left: &str, right: &str) -> bool {
    let (Some(a), Some(b)) = (left.chars().next(), right.chars().next()) else { return true };
    if a.is_ascii_digit() || has(TIME, left) || has(TIME, right) {
        return true;
    }
    if b.is_ascii_digit() {
        // "COVID-19", "S-400", "top-10" are whole; "mid-1990s" and "Aug-2019" are not.
        return has(PREFIXES, left) || is_short_month(left) || !a.is_uppercase() && is_year(right);
    }
    match (a.is_uppercase(), b.is_uppercase()) {
        (false, true) => !has(PARTICLES, left),
        (true, false) => {
            right.len() >= 5 && right.ends_with("ed")
                || right.len() >= 6 && right.ends_with("ing")
                || has(SUFFIXES, right)
        }
        (true, true) => {
            let pair = has(COUNTRIES, left) || has(COUNTRIES, right);
            has(PREFIXES, left)
                || pair && !WHOLE.iter().any(|w| is_compound(w, left, right))
                || is_acronym(left) && !is_capitals(right)
                || is_acronym(right) && !is_capitals(left) && left.len() > 3
                || is_acronym(left) && is_acronym(right)
        }
        (false, false) => false,
    }
}

fn is_compound(whole: &str, left: &str, right: &str) -> bool {
    whole.split_once('-').is_some_and(|(a, b)| a.eq_ignore_ascii_case(left) && b.eq_ignore_ascii_case(right))
}

/// Two to five capitals: UAE, NATO.
fn is_acronym(part: &str) -> bool {
    (2..=5).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_uppercase())
}

fn is_capitals(part: &str) -> bool {
    part.chars().all(char::is_uppercase)
}

fn is_short_month(part: &str) -> bool {
    matches!(
        part,
        "Jan" | "Feb" | "Mar" | "Apr" | "Jun" | "Jul" | "Aug" | "Sep" | "Sept" | "Oct" | "Nov" | "Dec"
    )
}

fn is_year(part: &str) -> bool {
    part.len() >= 4
        && part.bytes().take(4).all(|b| b.is_ascii_digit())
        && matches!(part.as_bytes()[0], b'1' | b'2')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted() {
        for list in [PREFIXES, SUFFIXES, TIME, COUNTRIES, PARTICLES] {
            assert!(list.is_sorted());
        }
    }
}
