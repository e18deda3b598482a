//! What a document says that a name is: "Goma is a town in …", "Ostrava, a city near …", "the village of Arlit",
//! "the painter Odd Brekke", "Night Ferry is a film".
//!
//! Patterns of definition (Hearst 1992). One of them outweighs what the chain made of the name elsewhere.

use super::analysis::{Analysis, Style};
use super::facts::PLACED;
use super::hash::{self, keys};
use super::settle::{Found, ORGANIZATION, PERSON, PLACE, POSSESSIVE, phrase};
use super::word::Case;
use crate::sort::Sort;
use std::ops::Range;

/// Farthest that the noun of a definition stands behind its article.
const REACH: usize = 9;

/// The kind of films, albums, novels, species: no name that is looked for.
const WORK: usize = usize::MAX;

/// The kind of what is located somewhere: a place or a body, nobody.
const SITE: usize = usize::MAX - 1;

/// Least probability of a name that the document defines.
const LIKELY: f32 = 0.8;

/// Gives each name the kind that the document defines it to be, drops those of works, and finds places that are defined and
/// were passed over.
pub fn follow(a: &Analysis, found: &mut Vec<Found>) {
    let (mut kinds, mut passed) = (Vec::new(), Vec::new());
    for line in a.lines.iter().filter(|line| line.style == Style::Prose) {
        let mut at = line.pieces.start;
        while at < line.pieces.end {
            let piece = &a.pieces[at];
            let (start, end) = (piece.run_start as usize, piece.run_end as usize);
            at = end.max(at + 1);
            if end <= start || end >= line.pieces.end {
                continue;
            }
            let Some(kind) = definition(a, start, end, &line.pieces) else { continue };
            kinds.push((phrase(a, start, end), kind));
            let next = found.partition_point(|name| name.end <= start);
            let free = found.get(next).is_none_or(|name| name.start >= end);
            if free && kind == PLACE && !a.word(start).entry.common() {
                passed.push(Found { start, end, kind, raw: LIKELY });
            }
        }
    }
    for name in found.iter() {
        kinds.extend(spelt_out(a, found, name).map(|kind| (phrase(a, name.start, name.end), kind)));
    }
    if kinds.is_empty() {
        return;
    }
    kinds.arrange();
    found.append(&mut passed);
    found.arrange_by_key(|name| name.start);
    // A town may bear the family name of somebody of the same article.
    let mut families: Vec<u64> = found
        .iter()
        .filter(|name| name.kind == PERSON && name.end > name.start + 1)
        .map(|name| a.word(name.end - 1).folded)
        .collect();
    families.arrange();
    for name in found.iter_mut() {
        let whole = phrase(a, name.start, name.end);
        let at = kinds.partition_point(|k| k.0 < whole);
        let family =
            || name.end == name.start + 1 && families.binary_search(&a.word(name.start).folded).is_ok();
        if let Some(&(_, kind)) = kinds.get(at).filter(|k| k.0 == whole)
            && name.kind <= ORGANIZATION
            && (kind == PERSON || !family())
        {
            name.raw = name.raw.max(LIKELY);
            name.kind = match kind {
                SITE if name.kind == PERSON => PLACE,
                SITE => name.kind,
                kind => kind,
            };
        }
    }
    found.retain(|name| name.kind != WORK);
}

/// The kind of what a name in brackets is short for, by the initials of the words before it (Schwartz and Hearst 2003): "the Salt
/// River Board (SRB)" is what the board is, "the Tana Water Index (TWI)" nothing if the index is none.
fn spelt_out(a: &Analysis, found: &[Found], name: &Found) -> Option<usize> {
    const LONGEST: usize = 8;
    let short = a.word(name.start);
    let bracket = name.start.checked_sub(1).filter(|&at| a.word(at).folded == OPEN)?;
    let closed = a.pieces.get(name.end).is_some() && a.word(name.end).folded == CLOSE;
    if name.end != name.start + 1 || short.case != Case::Upper || !closed {
        return None;
    }
    // Letters from the right, of all words and of those with a capital.
    let mut letters = [[0u8; LONGEST]; 2];
    let mut counts = [0; 2];
    let start = (bracket.saturating_sub(LONGEST)..bracket).rev().find(|&at| {
        let word = a.word(at);
        let take = [word.case != Case::Mark, word.case.capital()];
        (0..2).filter(|&way| take[way]).any(|way| {
            counts[way] += 1;
            letters[way][LONGEST - counts[way]] = word.initial;
            counts[way] > 1 && take[1] && hash::bytes(&letters[way][LONGEST - counts[way]..]) == short.cased
        })
    })?;
    let next = found.partition_point(|name| name.end <= start);
    match found.get(next).filter(|long| long.start < bracket) {
        Some(long) if long.end == bracket && long.start <= start && long.kind <= ORGANIZATION => {
            Some(long.kind)
        }
        Some(_) => None,
        None => Some(WORK),
    }
}

/// What the words around the capitals `start..end` say that they are, in the line `line`.
fn definition(a: &Analysis, start: usize, end: usize, line: &Range<usize>) -> Option<usize> {
    let word = |at: usize| if line.contains(&at) { a.word(at).folded } else { 0 };
    let listed = a.pieces[start].listed != 0;
    let before = [word(start.wrapping_sub(2)), word(start.wrapping_sub(1))];
    if before[1] == OF && PLACES[PARTED..].contains(&before[0]) {
        return Some(PLACE);
    }
    if PEOPLE.contains(&before[1]) && !listed {
        return Some(PERSON);
    }
    let placed = before[1] == ON || PLACED.contains(&before[1]);
    match word(end) {
        IS | WAS if LIES.contains(&word(end + 1)) => Some(SITE),
        IS | WAS if (word(end + 1), word(end + 2), word(end + 4)) == (IN, THE, OF) => {
            AREAS.contains(&word(end + 3)).then_some(PLACE)
        }
        HAS | HAD if word(end + 1) == A && word(end + 2) == POPULATION => Some(PLACE),
        IS | WAS | COMMA | OPEN if ARTICLES.contains(&word(end + 1)) => {
            let kind = noun(a, end + 2, line.end)?;
            // "In Kenya, a company in …" tells nothing of Kenya.
            (kind == PLACE || !placed && !listed).then_some(kind)
        }
        _ => None,
    }
}

/// The kind of what the noun phrase that begins at `from` stands for, by its last word.
fn noun(a: &Analysis, from: usize, last: usize) -> Option<usize> {
    let ends = |at: usize| {
        let word = a.word(at);
        word.case == Case::Mark && !a.pieces[at].joined
            || word.folded == POSSESSIVE
            || BEHIND.contains(&word.folded)
    };
    let end = (from..last.min(from + REACH)).find(|&at| ends(at))?;
    // "The region's leader" is no region.
    if a.word(end).folded == POSSESSIVE {
        return None;
    }
    let head = end.checked_sub(1).filter(|&head| head >= from && a.word(head).case == Case::Lower)?;
    let head = a.word(head).folded;
    let lists: [(&[u64], usize); 4] =
        [(&PLACES, PLACE), (&BODIES, ORGANIZATION), (&PEOPLE, PERSON), (&WORKS, WORK)];
    lists.into_iter().find_map(|(list, kind)| list.contains(&head).then_some(kind))
}

const IS: u64 = hash::text("is");
const WAS: u64 = hash::text("was");
const HAS: u64 = hash::text("has");
const HAD: u64 = hash::text("had");
const A: u64 = hash::text("a");
const OF: u64 = hash::text("of");
const IN: u64 = hash::text("in");
const THE: u64 = hash::text("the");
const ON: u64 = hash::text("on");
const OPEN: u64 = hash::text("(");
const CLOSE: u64 = hash::text(")");
const COMMA: u64 = hash::text(",");
const POPULATION: u64 = hash::text("population");
const ARTICLES: [u64; 3] = keys!["a" "an" "the"];
const LIES: [u64; 2] = keys!["located" "situated"];

/// "Is in the … of": what lies there is a place.
const AREAS: [u64; 14] = keys![
    "centre" "center" "county" "department" "district" "east" "middle" "municipality" "north" "province" "region"
    "south" "state" "west"
];

/// Words that end a noun phrase.
const BEHIND: [u64; 36] = keys![
    "about" "along" "and" "as" "based" "between" "by" "composed" "created" "developed" "directed" "for" "formed"
    "founded" "from" "in" "known" "located" "made" "near" "of" "on" "owned" "performed" "produced" "published"
    "recorded" "released" "situated" "starring" "that" "where" "which" "who" "with" "written"
];

/// From here on, what is also said to be "of" its name.
const PARTED: usize = 12;

const PLACES: [u64; 34] = keys![
    "bay" "capital" "country" "creek" "lake" "locality" "mountain" "place" "river" "stream" "tributary" "volcano"
    "borough" "city" "commune" "county" "district" "hamlet" "island" "municipality" "neighborhood" "neighbourhood"
    "peninsula" "port" "prefecture" "province" "region" "resort" "settlement" "suburb" "town" "township" "valley"
    "village"
];

const BODIES: [u64; 24] = keys![
    "airline" "association" "band" "bank" "broadcaster" "charity" "club" "company" "conglomerate" "corporation"
    "federation" "firm" "label" "magazine" "manufacturer" "newspaper" "nonprofit" "organisation" "organization"
    "orchestra" "party" "publisher" "retailer" "subsidiary"
];

const PEOPLE: [u64; 24] = keys![
    "activist" "actor" "actress" "architect" "artist" "author" "businessman" "businesswoman" "composer"
    "economist" "footballer" "historian" "journalist" "lawmaker" "lawyer" "musician" "novelist" "painter"
    "philosopher" "poet" "politician" "singer" "songwriter" "writer"
];

const WORKS: [u64; 20] = keys![
    "album" "anime" "book" "comic" "documentary" "film" "game" "genus" "manga" "movie" "musical" "novel" "opera"
    "poem" "sequel" "series" "sitcom" "song" "species" "television"
];

#[cfg(test)]
mod tests {
    use super::super::given;
    use super::*;

    fn check(text: &str, given: &[(&str, usize)], expected: &[(&str, usize)]) {
        given::check(text, given, follow, expected);
    }

    #[test]
    fn what_is_said_of_a_name_holds_for_the_whole_document() {
        check(
            "Ostrel is a small Moravian village in the hills. Few left Ostrel.",
            &[("Ostrel", PERSON)],
            &[("Ostrel", PLACE), ("Ostrel", PLACE)],
        );
        check("He came from the village of Ostrel.", &[("Ostrel", ORGANIZATION)], &[("Ostrel", PLACE)]);
        check("Ostrel had a population of 90.", &[], &[("Ostrel", PLACE)]);
        check(
            "We met Tandrek, a software company from Pune.",
            &[("Tandrek", PERSON)],
            &[("Tandrek", ORGANIZATION)],
        );
        check("The Ostrel is located on a hill.", &[("Ostrel", PERSON)], &[("Ostrel", PLACE)]);
        check("The Ostrel is located on a hill.", &[("Ostrel", ORGANIZATION)], &[("Ostrel", ORGANIZATION)]);
        check("There the painter Vash lived.", &[("Vash", PLACE)], &[("Vash", PERSON)]);
        check("Night Ferry is a film by his aunt.", &[("Night Ferry", ORGANIZATION)], &[]);
    }

    #[test]
    fn initials_in_brackets_are_what_they_are_short_for() {
        check(
            "The Salt River Board (SRB) met. SRB is old.",
            &[("Salt River Board", ORGANIZATION), ("SRB", PERSON)],
            &[("Salt River Board", ORGANIZATION), ("SRB", ORGANIZATION), ("SRB", ORGANIZATION)],
        );
        check("The Tana Water Index (TWI) fell.", &[("TWI", ORGANIZATION)], &[]);
        check("They take cash on delivery (COD).", &[("COD", ORGANIZATION)], &[("COD", ORGANIZATION)]);
        check("They take cash from delivery men (XYZ).", &[("XYZ", ORGANIZATION)], &[("XYZ", ORGANIZATION)]);
    }

    #[test]
    fn what_is_said_of_others_changes_nothing() {
        check("We saw Moyo, the town's mayor.", &[("Moyo", PERSON)], &[("Moyo", PERSON)]);
        check("We saw Moyo, a town councillor.", &[("Moyo", PERSON)], &[("Moyo", PERSON)]);
        check(
            "Life in Ostrel, a company from Pune says, is dear.",
            &[("Ostrel", PLACE)],
            &[("Ostrel", PLACE)],
        );
        check(
            "Ostrel is a town. Ada Ostrel left. We miss Ostrel.",
            &[("Ada Ostrel", PERSON)],
            &[("Ostrel", PLACE), ("Ada Ostrel", PERSON)],
        );
    }
}
