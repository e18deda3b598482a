//! Which points belong to the word before them: "Gen.", "Jan.", "Inc.", "J.".

use super::list::has;

/// What follows an abbreviation tells whether its point also ends a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Abbreviation {
    /// Goes with the words after it and never ends a sentence: "Mr.", "Gen.", "vs.", an initial.
    Leading,
    /// May be the last word of a sentence: "Inc.", "Jan.", "U.S.", "p.m.".
    Either,
}

/// Titles and the like, lower case, sorted.
#[rustfmt::skip]
const LEADING: &[&str] = &[
    "adm", "amb", "approx", "asst", "brig", "ca", "capt", "cf", "cmdr", "col", "comdr", "cpl", "det", "dr",
    "drs", "ens", "esq", "fr", "ft", "gen", "gov", "govs", "hon", "insp", "lt", "maj", "messrs", "mlle",
    "mme", "mr", "mrs", "ms", "mt", "mx", "ofc", "pfc", "pres", "prof", "profs", "pvt", "rep", "reps", "rev",
    "sen", "sens", "sgt", "spc", "sra", "st", "ste", "supt", "viz", "vs",
];

/// What may also stand last, lower case, sorted.
#[rustfmt::skip]
const EITHER: &[&str] = &[
    "al", "apr", "assn", "aug", "ave", "bldg", "blvd", "bros", "co", "corp", "cos", "dec", "dept", "dist",
    "etc", "feb", "hwy", "inc", "intl", "jan", "jr", "ltd", "natl", "nov", "oct", "pty", "sept", "sr", "univ",
];

/// Months and weekdays whose short form is also a word: only before a number, a comma or another date word.
#[rustfmt::skip]
const BEFORE_DATES: &[&str] = &[
    "fri", "jul", "jun", "mar", "mon", "sat", "sep", "sun", "thu", "thur", "thurs", "tue", "tues", "wed",
];

/// Only before a number: "No. 10", "p. 4", "Fig. 2", "Art. 5".
#[rustfmt::skip]
const BEFORE_NUMBERS: &[&str] = &[
    "art", "arts", "b", "c", "ch", "d", "fig", "figs", "no", "nos", "p", "para", "pp", "sec", "vol",
];

/// States and provinces as agencies shorten them, only after a comma ("Dayton, Ohio" needs none).
#[rustfmt::skip]
const STATES: &[&str] = &[
    "ala", "alta", "ariz", "ark", "calif", "colo", "conn", "del", "fla", "ga", "ill", "ind", "kan", "kans",
    "ky", "la", "mass", "md", "mich", "minn", "miss", "mo", "mont", "neb", "nev", "okla", "ont", "ore", "pa",
    "que", "sask", "tenn", "tex", "va", "vt", "wash", "wis", "wyo",
];

/// Words that open sentences far more often than they follow an abbreviation inside one.
#[rustfmt::skip]
const STARTERS: &[&str] = &[
    "a", "about", "according", "after", "all", "also", "although", "among", "an", "and", "another", "as",
    "at", "because", "before", "both", "but", "by", "despite", "during", "each", "earlier", "even", "every",
    "few", "for", "from", "he", "her", "here", "his", "how", "however", "i", "if", "in", "instead", "it",
    "its", "last", "later", "like", "many", "meanwhile", "more", "moreover", "most", "my", "no", "nor", "not",
    "now", "on", "once", "one", "only", "or", "others", "our", "over", "several", "she", "since", "so",
    "some", "still", "such", "that", "the", "their", "then", "there", "these", "they", "this", "those",
    "though", "through", "to", "today", "two", "under", "unlike", "until", "was", "we", "what", "when",
    "where", "whether", "which", "while", "who", "why", "with", "yes", "yet", "you", "your",
];

/// True for a word that hardly ever is, or opens, a name: "The" after "Sen." begins a sentence.
pub(super) fn is_sure_starter(word: &str) -> bool {
    matches!(
        word,
        "The" | "He" | "She" | "It" | "They" | "This" | "But" | "In" | "His" | "Her" | "We" | "However"
    )
}

/// True for a word that often opens a sentence ("The", "However").
pub(super) fn is_starter(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase) && has(STARTERS, word)
}

/// What kind of abbreviation a token is, if it is one: its point belongs to it.
pub(super) fn kind(token: &str) -> Option<Abbreviation> {
    let word = token.strip_suffix('.').filter(|w| !w.is_empty())?;
    let mut letters = word.chars();
    let one = letters.next().is_some_and(char::is_uppercase) && letters.next().is_none();
    let leading = one || has(LEADING, word) || has(BEFORE_NUMBERS, word) || matches!(word, "e.g" | "i.e");
    Some(if leading { Abbreviation::Leading } else { Abbreviation::Either })
}

/// True if the point after `word` belongs to it. `before` is the token before, `after` the text behind the point.
pub(super) fn takes_point(word: &str, before: &str, after: &str) -> bool {
    let first = word.chars().next().unwrap_or(' ');
    let capital = first.is_uppercase();
    if word.len() == first.len_utf8() && capital {
        return is_initial(first, before, after);
    }
    if word.len() > 8 || !word.is_ascii() {
        return false;
    }
    let next = after.trim_start_matches([' ', '\t', '\u{a0}']).chars().next();
    let digit_next = next.is_some_and(|c| c.is_ascii_digit());
    let blank_next = after.chars().next().is_none_or(|c| !c.is_alphanumeric());
    if has(BEFORE_NUMBERS, word) {
        return digit_next;
    }
    if matches!(word, "vs" | "etc" | "approx" | "al" | "viz" | "cf" | "ca") {
        return word != "al" || before == "et";
    }
    if !capital {
        return word == "v" && blank_next && before.starts_with(char::is_uppercase);
    }
    if has(BEFORE_DATES, word) {
        return digit_next || next == Some(',') || next.is_some() && starts_with_month(after);
    }
    if has(STATES, word) && before == "," {
        return blank_next;
    }
    match word {
        // "the Col." and "Adm." take a name; these are words of their own as well.
        "Rep" | "Gen" | "Sen" | "Hon" | "Ms" | "St" | "Ste" | "Det" | "Pres" | "Rev" | "Co" | "Cos"
        | "Fr" => true,
        _ => has(LEADING, word) || has(EITHER, word),
    }
}

/// "J." in "J. Smith", but not "C." in "vitamin C. The".
fn is_initial(letter: char, before: &str, after: &str) -> bool {
    let rest = after.trim_start_matches([' ', '\t', '\u{a0}', '\n', '\r']);
    if rest.starts_with(',') && before.starts_with(char::is_uppercase) {
        return true;
    }
    let end = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len()).min(24);
    let next = rest.get(..end).unwrap_or("");
    if !next.starts_with(char::is_uppercase) || rest.len() == after.len() {
        return false;
    }
    let named = before.starts_with(char::is_uppercase) || before.ends_with('.');
    (letter != 'I' || named) && (next.len() == 1 && rest[end..].starts_with('.') || !is_starter(next))
}

fn starts_with_month(text: &str) -> bool {
    let word = text.trim_start_matches([' ', '\u{a0}']);
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        .iter()
        .any(|m| word.starts_with(m))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted() {
        for list in [LEADING, EITHER, BEFORE_DATES, BEFORE_NUMBERS, STATES, STARTERS] {
            assert!(list.is_sorted());
        }
    }
}
