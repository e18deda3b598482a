//! Whether a shorter name may be short for a longer one, and how good the reason is.

use super::Kind;
use super::fold::{alike, skeleton};
use super::form::Form;
use super::lexicon::{self, same_given};

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
    // New York is no Newark.
    let known = kind == Kind::Place && [short, long].iter().any(|f| lexicon::canonical(&f.key).is_some());
    if fuzzy && !known && short.words.len() != long.words.len() && parted_otherwise(short, long) {
        return Some(Reason::Spelling);
    }
    let found = match kind {
        Kind::Person => person(short, long, fuzzy),
        Kind::Organization => organization(short, long, fuzzy),
        Kind::Place => place(short, long, fuzzy),
    };
    found.map(|r| if fuzzy { r.min(Reason::Spelling) } else { r })
}

/// True if two names are spelt alike but for blanks: "Lotf Allah" and "Lotfollah".
fn parted_otherwise(short: &Form, long: &Form) -> bool {
    alike(&short.key, &long.key)
        && skeleton(&short.key) == skeleton(&long.key)
        && short.words[0].chars().next() == long.words[0].chars().next()
}

fn person(short: &Form, long: &Form, fuzzy: bool) -> Option<Reason> {
    let ((s, number), (l, other_number)) = (short.unnumbered(), long.unnumbered());
    let numbered = number.is_some() || other_number.is_some();
    if numbered && (fuzzy || (number.is_some() && other_number.is_some() && number != other_number)) {
        return None;
    }
    let surname = l.last()?;
    if let [word] = s {
        let reason = match l {
            // "Norton" for "Norton I".
            [only] if only == word && !fuzzy => Reason::Inner,
            [only] => {
                return (fuzzy && number == other_number && alike(word, only)).then_some(Reason::Spelling);
            }
            _ if same(word, surname, fuzzy) => Reason::Core,
            // "Johann II" is another than "Johann Bernoulli".
            _ if number.is_some() && other_number.is_none() => return None,
            [first, ..] if !fuzzy && (word == first || (word.len() > 2 && same_given(word, first))) => {
                Reason::First
            }
            // "Majok" for "John Majok Deng".
            [_, middle @ ..] if !fuzzy && word.len() > 3 && middle.contains(word) => Reason::Inner,
            _ => return None,
        };
        return Some(reason);
    }
    if number != other_number {
        return None;
    }
    if s.len() == l.len() && !fuzzy && s.iter().all(|w| l.contains(w)) {
        return Some(Reason::Full);
    }
    let (s_surname, sg) = s.split_last()?;
    if same(s_surname, surname, fuzzy) {
        let given = |a: &str, b: &str| same_given(a, b) || (fuzzy && alike(a, b));
        let lg = &l[..l.len() - 1];
        if given(&sg[0], lg.first()?) && middle(&sg[1..], &lg[1..]) {
            return Some(Reason::Full);
        }
        // "Peter Charles Hale" for "Pierre Charles Hale".
        let begins = |w: &str| w.as_bytes().first().copied();
        if s.len() > 2 && s[1..] == l[1..] && begins(&s[0]) == begins(&l[0]) && alike_names(&s[0], &l[0]) {
            return Some(Reason::Full);
        }
        // "Tayyip Erdogan" for "Recep Tayyip Erdogan", "W. Bush" never for "George H. Bush".
        let inner = sg[0].len() > 1 && lg.iter().any(|w| same(w, &sg[0], fuzzy)) && middle(&sg[1..], lg);
        return inner.then_some(Reason::Full);
    }
    let mut rest = l.iter();
    let within = s.iter().all(|w| w.len() > 1 && rest.any(|x| same(w, x, fuzzy)));
    within.then_some(Reason::Inner)
}

/// True if two first names may be one in two languages: the consonants of one are among those of the other.
fn alike_names(a: &str, b: &str) -> bool {
    let (a, b) = (skeleton(a), skeleton(b));
    let (few, many) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let mut rest = many.bytes();
    few.len() > 1 && few.bytes().all(|c| rest.any(|x| x == c))
}

/// Middle names agree if either side leaves them out or each of the fewer stands for one of the more.
fn middle(a: &[String], b: &[String]) -> bool {
    let (few, many) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    few.iter().all(|w| many.iter().any(|x| same_given(w, x) || alike(w, x)))
}

fn organization(short: &Form, long: &Form, fuzzy: bool) -> Option<Reason> {
    let (s, l) = (&short.words[..], &long.words[..]);
    if fuzzy {
        return (s.len() == l.len() && each_alike(s, l)).then_some(Reason::Spelling);
    }
    // "Penske Auto" for "Penske Automotive Group".
    if s.len() > 1
        && s.iter().zip(l).all(|(a, b)| a == b || (a.len() >= 4 && b.starts_with(a.as_str())))
        && s.last() != l.get(s.len() - 1)
    {
        let rest = l.get(s.len()..).unwrap_or_default();
        return rest.iter().all(|w| lexicon::BUSINESS.contains(w)).then_some(Reason::First);
    }
    if s.len() == l.len() {
        return None;
    }
    if content(s).eq(content(l)) || hybrid(s, l) {
        return Some(Reason::Full);
    }
    let whole = s.join(" ");
    let head = lexicon::HEADS.contains(&whole);
    if let Some(rest) = l.strip_prefix(s) {
        let business = rest.iter().all(|w| lexicon::BUSINESS.contains(w));
        if head {
            return Some(Reason::Head);
        }
        // What the article calls a company in full is not what the company makes or owns: "Pear TV".
        let own = |w: &String| matches!(w.as_str(), "pictures" | "records" | "studios" | "television" | "tv");
        if business && !(short.company && rest.iter().all(own)) {
            return Some(Reason::Core);
        }
        // A company in full, an acronym or a land is no short form of something else.
        let closed = short.company || short.caps || is_land(short);
        // "Brighton" is "Brighton & Hove Albion", but no "Brighton and Luton".
        let partner = long.ampersand && s.len() == 1 && rest[0] == "and" && rest.len() > 1;
        return (!closed && (partner || continues(s, rest))).then_some(Reason::First);
    }
    if let Some(dropped) = l.strip_suffix(s) {
        if head {
            return Some(Reason::Head);
        }
        let allowed = match dropped {
            [kind, of] if of == "of" => lexicon::HEADS.contains(kind),
            // "Evolution" is no short form of "Centre for Social Evolution".
            words => !words
                .iter()
                .any(|w| matches!(w.as_str(), "of" | "for" | "in" | "at" | "and" | "non" | "anti")),
        };
        return (allowed && !is_land(short) && !short.company).then_some(Reason::Last);
    }
    (head && l.windows(s.len()).any(|w| w == s)).then_some(Reason::Head)
}

/// True if `rest` after `name` is more of the name of one body, not the name of a part of it or of two bodies.
fn continues(name: &[String], rest: &[String]) -> bool {
    let bound = |w: &String| matches!(w.as_str(), "of" | "for" | "in" | "and" | "vs" | "on" | "at");
    let headed = name.iter().any(|w| lexicon::HEADS.contains(w));
    let all_land = is_land_name(rest);
    if bound(&rest[0]) {
        // "Comic Guild of Canada", "Foundation for the Arts": the name has its head already.
        let of_land = rest[0] == "of" && is_land_name(&rest[1..]) && name.len() > 1;
        return (headed && matches!(rest[0].as_str(), "of" | "for" | "in")) || of_land;
    }
    let part = rest.iter().any(|w| {
        lexicon::PARTS.contains(w) || (headed && lexicon::HEADS.contains(w.strip_suffix('s').unwrap_or(w)))
    });
    !part && !all_land && !rest.iter().any(|w| w == "and" || w == "libraries")
}

fn is_land(form: &Form) -> bool {
    super::lands::land_of_name(&form.words.concat()).is_some()
        || super::lands::land_of_demonym(&capitals(&form.words)).is_some()
}

/// Folded words as names are written.
fn capitals(words: &[String]) -> String {
    let word = |w: &String| w[..1].to_ascii_uppercase() + &w[1..];
    words.iter().filter(|w| w.is_ascii()).map(word).collect::<Vec<_>>().join(" ")
}

fn is_land_name(words: &[String]) -> bool {
    super::lands::land_of_name(&words.concat()).is_some()
}

/// True if the first word of `short` is the initials of what begins `long`: "GW Bridge" of the George Washington Bridge.
fn hybrid(short: &[String], long: &[String]) -> bool {
    let Some((letters, rest)) = short.split_first() else { return false };
    let Some(begin) = long.strip_suffix(rest) else { return false };
    !rest.is_empty()
        && begin.len() > 1
        && begin.len() == letters.len()
        && begin.iter().zip(letters.chars()).all(|(w, c)| w.starts_with(c))
}

fn place(short: &Form, long: &Form, fuzzy: bool) -> Option<Reason> {
    let (s, l) = (&short.words[..], &long.words[..]);
    if fuzzy || s.len() == l.len() {
        let known = lexicon::canonical(&short.key).is_some() && lexicon::canonical(&long.key).is_some();
        return (fuzzy && !known && s.len() == l.len() && each_alike(s, l)).then_some(Reason::Spelling);
    }
    if content(s).eq(content(l)) || hybrid(s, l) {
        return Some(Reason::Full);
    }
    let whole = s.join(" ");
    let head = lexicon::HEADS.contains(&whole);
    let direction = lexicon::DIRECTIONS.contains(&whole);
    if let Some(rest) = l.strip_prefix(s) {
        if direction {
            return (is_land_name(l) || lexicon::canonical(&long.key).is_some()).then_some(Reason::Head);
        }
        if head {
            return Some(Reason::Head);
        }
        let kinds = rest.iter().all(|w| lexicon::PLACE_KINDS.contains(w));
        // Mexico City is not Mexico.
        let other =
            lexicon::canonical(&short.key).is_some() && rest.iter().any(|w| w == "city" || w == "peninsula");
        return (kinds && !other).then_some(Reason::Core);
    }
    if let Some(dropped) = l.strip_suffix(s) {
        if head && !direction {
            return Some(Reason::Head);
        }
        let other =
            dropped.iter().any(|w| lexicon::DIRECTIONS.contains(w) || lexicon::SMALL_WORDS.contains(w));
        return (!other && s.len() > 1 && lexicon::canonical(&short.key).is_none()).then_some(Reason::Last);
    }
    // "the Chathams" are the Chatham Islands.
    if let ([many], [one, islands]) = (s, l)
        && matches!(islands.as_str(), "islands" | "mountains" | "isles")
        && many.strip_suffix('s') == Some(one)
    {
        return Some(Reason::Core);
    }
    (head && !direction && l.windows(s.len()).any(|w| w == s)).then_some(Reason::Head)
}

fn each_alike(a: &[String], b: &[String]) -> bool {
    a.iter().zip(b).all(|(a, b)| alike(a, b))
}

fn content(words: &[String]) -> impl Iterator<Item = &String> {
    words.iter().filter(|w| !lexicon::SMALL_WORDS.contains(w))
}
