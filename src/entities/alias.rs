//! Whether a shorter name may be short for a longer one, and how good the reason is.

use super::Kind;
use super::fold::alike;
use super::form::Form;
use super::lexicon::{self, among, same_given};

/// Reasons to take one name for another, the best last. Within an article a name goes to the best reason it has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Reason {
    /// A common noun that heads the other name: "the Court".
    Head,
    /// Spelt a little differently.
    Spelling,
    /// A word inside the name of a person: "Martínez" of Clara Martínez Cantón.
    Inner,
    /// The first name of a person, or the beginning of a body's name followed by more of its name.
    First,
    /// The end of a body's or a place's name.
    Last,
    /// The surname, or the name without the part that names of its kind may lose.
    Core,
    /// The same words in another order, or initials and nicknames for first names.
    Full,
}

/// How words are compared: `fuzzy` lets spellings differ.
fn same(a: &str, b: &str, fuzzy: bool) -> bool {
    a == b || (fuzzy && alike(a, b))
}

/// The reason for which `short` may name what `long` names; both of one kind, `long` at least as many words.
pub(super) fn reason(short: &Form, long: &Form, kind: Kind, fuzzy: bool) -> Option<Reason> {
    let found = match kind {
        Kind::Person => person(short, long, fuzzy),
        Kind::Organization => organization(short, long, fuzzy),
        Kind::Place => place(short, long, fuzzy),
    };
    found.map(|r| if fuzzy { r.min(Reason::Spelling) } else { r })
}

fn person(short: &Form, long: &Form, fuzzy: bool) -> Option<Reason> {
    let (s, l) = (&short.words, &long.words);
    if s.len() == 1 {
        let word = &s[0];
        if l.len() == 1 {
            return (fuzzy && same(word, &l[0], true)).then_some(Reason::Spelling);
        }
        if same(word, long.surname(), fuzzy) {
            return Some(Reason::Core);
        }
        if same(word, &l[0], fuzzy) || (word.len() > 2 && same_given(word, &l[0])) {
            return Some(Reason::First);
        }
        let inner = word.len() > 2 && l.iter().any(|w| same(w, word, fuzzy));
        return inner.then_some(Reason::Inner);
    }
    if numeral(short) != numeral(long) {
        return None;
    }
    if s.len() == l.len() && !fuzzy && s.iter().all(|w| l.contains(w)) {
        return Some(Reason::Full);
    }
    if same(short.surname(), long.surname(), fuzzy) {
        let given = |a: &str, b: &str| same_given(a, b) || (fuzzy && alike(a, b));
        let (sg, lg) = (&s[..s.len() - 1], &l[..l.len() - 1]);
        if given(&sg[0], &lg[0]) && middle(&sg[1..], &lg[1..]) {
            return Some(Reason::Full);
        }
        // "Tayyip Erdogan" for "Recep Tayyip Erdogan", "W. Bush" never for "George H. Bush".
        if sg[0].len() > 1 && lg.iter().any(|w| same(w, &sg[0], fuzzy)) && middle(&sg[1..], lg) {
            return Some(Reason::Full);
        }
        return None;
    }
    let mut rest = l.iter();
    let within = s.iter().all(|w| w.len() > 1 && rest.any(|x| same(w, x, fuzzy)));
    within.then_some(Reason::Inner)
}

/// The number a ruler or an heir bears.
fn numeral(form: &Form) -> Option<&str> {
    form.words.last().map(String::as_str).filter(|w| form.words.len() > 1 && among(lexicon::NUMERALS, w))
}

/// Middle names agree if either side leaves them out or each of the fewer stands for one of the more.
fn middle(a: &[String], b: &[String]) -> bool {
    let (few, many) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    few.iter().all(|w| many.iter().any(|x| same_given(w, x) || alike(w, x)))
}

fn organization(short: &Form, long: &Form, fuzzy: bool) -> Option<Reason> {
    let (s, l) = (&short.words, &long.words);
    if s.len() == l.len() || fuzzy {
        return (fuzzy && s.len() == l.len() && each_alike(s, l)).then_some(Reason::Spelling);
    }
    if content(s).eq(content(l)) {
        return Some(Reason::Full);
    }
    // Two bodies in one name are neither of them.
    let whole = short.words.join(" ");
    let joint = l.iter().any(|w| w == "and") && !s.iter().any(|w| w == "and") && l.len() - s.len() > 1;
    let head = among(lexicon::HEADS, &whole);
    if l.starts_with(s) {
        let rest = &l[s.len()..];
        if head
            || s.iter().any(|w| among(lexicon::HEADS, w)) && matches!(rest[0].as_str(), "of" | "for" | "in")
        {
            return Some(if head { Reason::Head } else { Reason::First });
        }
        let land =
            lexicon::canonical(&short.key).is_some() || super::demonyms::land_of_demonym(&s[0]).is_some();
        let part = rest.iter().any(|w| among(lexicon::PARTS, w));
        let bound = matches!(rest[0].as_str(), "of" | "for" | "in" | "and" | "vs" | "on");
        return (!land && !part && !bound && !joint).then_some(Reason::First);
    }
    if l.ends_with(s) {
        if head {
            return Some(Reason::Head);
        }
        let dropped = &l[..l.len() - s.len()];
        let negated = matches!(dropped.last().map(String::as_str), Some("non" | "anti" | "former" | "and"));
        return (!negated).then_some(Reason::Last);
    }
    (head && contains(l, s)).then_some(Reason::Head)
}

fn place(short: &Form, long: &Form, fuzzy: bool) -> Option<Reason> {
    let (s, l) = (&short.words, &long.words);
    if fuzzy || s.len() == l.len() {
        let known = lexicon::canonical(&short.key).is_some() && lexicon::canonical(&long.key).is_some();
        return (fuzzy && !known && s.len() == l.len() && each_alike(s, l)).then_some(Reason::Spelling);
    }
    if content(s).eq(content(l)) {
        return Some(Reason::Full);
    }
    let whole = short.words.join(" ");
    let head = among(lexicon::HEADS, &whole);
    if l.starts_with(s) {
        let rest = &l[s.len()..];
        let kinds = rest.iter().all(|w| among(lexicon::PLACE_KINDS, w));
        if kinds && !head && !among(lexicon::DIRECTIONS, &whole) {
            return Some(Reason::Core);
        }
        return None;
    }
    if l.ends_with(s) {
        if head {
            return Some(Reason::Head);
        }
        let dropped = &l[..l.len() - s.len()];
        let turned = dropped.iter().any(|w| among(lexicon::DIRECTIONS, w));
        return (!turned && s.len() > 1).then_some(Reason::Last);
    }
    (head && contains(l, s)).then_some(Reason::Head)
}

fn each_alike(a: &[String], b: &[String]) -> bool {
    a.iter().zip(b).all(|(a, b)| alike(a, b))
}

fn content(words: &[String]) -> impl Iterator<Item = &String> {
    words.iter().filter(|w| !among(lexicon::SMALL_WORDS, w))
}

fn contains(long: &[String], short: &[String]) -> bool {
    long.windows(short.len()).any(|w| w == short)
}
