//! One article, one world: a name of doubtful kind takes the kind its other occurrences have beyond doubt.

use super::addressed::{self, addressed};
use super::analysis::{Analysis, Style};
use super::facts::{PLACED, SPEECH, TITLES};
use super::hash::{self, keys, mix};
use super::lexicon::{flag, kind};
use super::word::Case;
use super::{bodies, defined, lines, pairs, teams};
use crate::sort::Sort;

/// Kinds by number, in the order of the labels.
pub(super) const PERSON: usize = 0;
pub(super) const PLACE: usize = 1;
pub(super) const ORGANIZATION: usize = 2;
const DEMONYM: usize = 3;

/// Probability from which an occurrence does not follow the others.
pub(super) const SURE: f32 = 0.85;

/// A name found by the chain.
#[derive(Debug, Clone, Copy)]
pub struct Found {
    /// First piece.
    pub start: usize,
    /// One past the last piece.
    pub end: usize,
    /// Number of its kind.
    pub kind: usize,
    /// The chain's probability of it.
    pub raw: f32,
}

/// Settles the edges and kinds of all names of a document.
pub fn settle(a: &Analysis, found: Vec<Found>) -> Vec<Found> {
    let found = found.into_iter().flat_map(|name| owners_apart(a, name)).flat_map(|name| edges(a, name));
    let found = found.flat_map(|name| pairs::apart(a, name));
    let mut found = listed_whole(a, found.collect());
    verbs_of_headlines_apart(a, &mut found);
    lines::bodies_in_lists(a, &mut found);
    lines::date_lines(a, &mut found);
    lines::photographers(a, &mut found);
    addressed::people(a, &mut found);
    lines::places_of_writing(a, &mut found);
    teams::settle(a, &mut found);
    for at in 1..found.len() {
        if found[at].raw < SURE && known_as(a, found[at - 1].end, found[at].start) {
            found[at].kind = found[at - 1].kind;
        }
    }
    for name in &mut found {
        let kinds = listed_alone(a, name);
        let nobody =
            a.word(name.start).entry.flags & (flag::GIVEN | flag::FAMILY) == 0 || name.end > name.start + 1;
        name.kind = match name.kind {
            PERSON | ORGANIZATION if kinds & kind::COUNTRY != 0 && nobody => PLACE,
            PERSON if kinds & kind::METROPOLIS != 0 && nobody => PLACE,
            PLACE if kinds == kind::BODY || seat(a, name) => ORGANIZATION,
            PERSON | PLACE if bodies::named(a, name) => ORGANIZATION,
            PLACE if speaks(a, name) => PERSON,
            ORGANIZATION if compatriot(a, name) => PERSON,
            PERSON | ORGANIZATION if believers(a, name) => DEMONYM,
            ORGANIZATION if water_or_land(a, name) => PLACE,
            PERSON if kinds == kind::BODY && name.end > name.start + 1 => ORGANIZATION,
            kind => kind,
        };
    }
    // What the document says of each whole name, and of family names by the full names that end in them.
    let mut said: Vec<(u64, usize, f32)> = Vec::new();
    for name in found.iter() {
        said.push((phrase(a, name.start, name.end), name.kind, name.raw));
        if name.kind == PERSON && name.end > name.start + 1 {
            said.push((phrase(a, name.end - 1, name.end), PERSON, name.raw));
        }
    }
    said.arrange_by_key(|s| (s.0, s.1));
    said.dedup_by(|next, kept| {
        let same = (next.0, next.1) == (kept.0, kept.1);
        kept.2 += if same { next.2 } else { 0.0 };
        same
    });
    for name in found.iter_mut().filter(|n| n.raw < SURE) {
        let whole = phrase(a, name.start, name.end);
        let first = said.partition_point(|s| s.0 < whole);
        let mut support = [0.0f32; 4];
        for s in said[first..].iter().take_while(|s| s.0 == whole) {
            support[s.1] += s.2;
        }
        if matches!(name.kind, PLACE | ORGANIZATION) && full_name(a, name) {
            // "Exequiel Zeballos" is who "Zeballos" is.
            let surname = phrase(a, name.end - 1, name.end);
            let first = said.partition_point(|s| s.0 < surname);
            let alone = said[first..].iter().take_while(|s| s.0 == surname);
            support[PERSON] += alone.map(|s| if s.1 == PERSON { s.2 } else { -s.2 }).sum::<f32>();
        }
        let best = (0..4).fold(name.kind, |best, k| if support[k] > support[best] { k } else { best });
        if best != name.kind && support[best] > 2.0 * support[name.kind] {
            name.kind = best;
        }
    }
    defined::follow(a, &mut found);
    found
}

/// A country or a body of several words that stands alone is one name, whatever the chain made of its words, and so is a
/// listed place with a possessive in it ("Hawke's Bay").
fn listed_whole(a: &Analysis, mut found: Vec<Found>) -> Vec<Found> {
    let mut whole = Vec::new();
    for (start, first) in a.pieces.iter().enumerate() {
        if first.listed_at != 1 {
            continue;
        }
        let phrase = a.pieces[start + 1..].iter().take_while(|p| p.listed_at == 2).count();
        let end = start + phrase + 2;
        let alone = first.run_start as usize == start && first.run_end as usize == end;
        let body = first.listed == kind::BODY;
        let possessive = || (start + 1..end - 1).any(|at| a.word(at).folded == POSSESSIVE);
        let place = first.listed & (kind::BODY | kind::COUNTRY) == 0 && possessive();
        if !(alone && (body || first.listed & kind::COUNTRY != 0) || place) {
            continue;
        }
        let at = found.partition_point(|name| name.end <= start);
        let parts = found[at..].iter().take_while(|name| name.end <= end).take(end - start);
        let parts: Vec<_> = parts.copied().collect();
        let split = parts.len() > 1 || parts.first().is_some_and(|p| p.end - p.start < end - start);
        let other = parts.first().is_some_and(|p| p.kind != PLACE);
        if split || place && other {
            let raw = parts.iter().map(|p| p.raw).fold(0.0, f32::max);
            whole.push(Found { start, end, kind: if body { ORGANIZATION } else { PLACE }, raw });
        }
    }
    if !whole.is_empty() {
        let inside = |name: &Found| {
            let at = whole.partition_point(|w| w.end <= name.start);
            whole.get(at).is_some_and(|w| w.start <= name.start && name.end <= w.end)
        };
        found.retain(|name| !inside(name));
        found.extend(&whole);
        found.arrange_by_key(|name| name.start);
    }
    found
}

/// "Chad, Kenya Settle Dispute": where every word has a capital, a country that stands alone elsewhere ends before a common word,
/// unless that is what a place is called ("Panama Canal").
fn verbs_of_headlines_apart(a: &Analysis, found: &mut [Found]) {
    let country = |at: usize| a.pieces[at].listed & kind::COUNTRY != 0 && a.pieces[at].listed_at == 0;
    let word = |at: usize| a.word(at).folded;
    for line in a.lines.iter().filter(|line| line.style == Style::TitleCase) {
        let at = found.partition_point(|name| name.start < line.pieces.start);
        for name in at..found.len() {
            let Found { start, end, kind, .. } = found[name];
            if start >= line.pieces.end {
                break;
            }
            let common =
                || a.word(end - 1).entry.flags & flag::COMMON != 0 && !LANDSCAPE.contains(&word(end - 1));
            let alone = |other: &Found| other.end == other.start + 1 && word(other.start) == word(start);
            if kind == PLACE && end == start + 2 && country(start) && common() && found.iter().any(alone) {
                found[name].end = start + 1;
            }
        }
    }
}

/// "Iraq's Kurdish" is a country and something of its own, "Fed's Moyo" a body and somebody.
fn owners_apart(a: &Analysis, name: Found) -> impl Iterator<Item = Found> + use<> {
    const PLACES: u8 = kind::COUNTRY | kind::REGION | kind::METROPOLIS;
    let flags = |at: usize| a.word(at).entry.flags;
    let owner = |at: usize| {
        let before = &a.pieces[at - 1];
        let listed = if matches!(before.listed_at, 0 | 3) { before.listed } else { 0 };
        let known = |at: usize| {
            flags(at) & (flag::GIVEN | flag::FAMILY) != 0 && a.pieces[at].listed & kind::BODY == 0
        };
        let plain = |at: usize| flags(at) & (flag::COMMON | flag::DEMONYM) != 0;
        let person = (name.end > at + 2 || listed == kind::BODY)
            && known(at + 1)
            && !plain(at + 1)
            && !plain(name.end - 1);
        match name.kind {
            _ if a.word(at).folded != POSSESSIVE || name.kind == PERSON => None,
            _ if listed & PLACES != 0 && flags(at + 1) & flag::DEMONYM != 0 && at + 2 == name.end => {
                Some((at, PLACE, DEMONYM))
            }
            _ if listed & PLACES != 0 => Some((at, PLACE, name.kind)),
            ORGANIZATION if person => Some((at, ORGANIZATION, PERSON)),
            _ => None,
        }
    };
    let cut = (name.start + 1..name.end - 1).find_map(owner);
    let Some((cut, first, second)) = cut else { return [Some(name), None].into_iter().flatten() };
    let owned = Found { start: cut + 1, kind: second, ..name };
    [Some(Found { end: cut, kind: first, ..name }), Some(owned)].into_iter().flatten()
}

/// A name ends before a dash, before "press" ("Kremlin press service") and never in a preposition; two countries joined by a
/// hyphen are two names.
fn edges(a: &Analysis, mut name: Found) -> impl Iterator<Item = Found> {
    let over = |at: &usize| ENDS.contains(&a.word(*at).cased);
    name.end = (name.start + 1..name.end).find(over).unwrap_or(name.end);
    // "Lee Kang-in" ends in no preposition.
    let placed =
        |at: usize| a.pieces.get(at).is_some_and(|p| PLACED.contains(&a.words[p.word as usize].cased));
    while name.end > name.start + 1 && placed(name.end - 1) && !a.pieces[name.end - 1].joined {
        name.end -= 1;
    }
    if name.kind == PERSON && placed(name.end) && a.pieces[name.end].joined {
        name.end += 1;
    }
    // "U.S. President Moyo" is a place, a title and a person.
    let kinds = a.pieces[name.start].listed;
    if name.kind == PERSON && kinds & (kind::COUNTRY | kind::REGION) != 0 {
        let title = (name.start + 1..name.end - 1).rfind(|&at| TITLES.contains(&a.word(at).bare));
        if let Some(title) = title.filter(|&at| a.word(at + 1).case.capital()) {
            let place = (name.start..title).take_while(|&at| a.pieces[at].listed == kinds).count();
            let first = Found { end: name.start + place, kind: PLACE, ..name };
            return [Some(first), Some(Found { start: title + 1, ..name })].into_iter().flatten();
        }
    }
    // "Nordwell Inc. Ada Moss" is a company and somebody.
    let legal = (name.start + 1..name.end - 1).find(|&at| LEGAL_FORMS.contains(&a.word(at).bare));
    if let Some(form) = legal.filter(|form| form + 2 < name.end && name.kind == ORGANIZATION)
        && a.word(form + 1).entry.flags & flag::GIVEN != 0
    {
        let company = Found { end: form + 1, ..name };
        return [Some(company), Some(Found { start: form + 1, kind: PERSON, ..name })].into_iter().flatten();
    }
    // "UAE-Israel" is two countries, whatever the chain took them for together.
    let country = |at: usize| a.pieces[at].listed & kind::COUNTRY != 0 && a.pieces[at].listed_at == 0;
    let joint = (name.start + 1..name.end).find(|&at| a.pieces[at].joined && country(at - 1) && country(at));
    let joint = joint.filter(|_| name.kind == PLACE || name.end == name.start + 2);
    // "The Kremlin and China" are two, "Trinidad and Tobago" is one.
    if let Some(and) = name.end.checked_sub(2).filter(|&and| and > name.start && name.kind == PLACE)
        && a.word(and).cased == AND
        && country(and + 1)
    {
        return [Some(Found { end: and, ..name }), Some(Found { start: and + 1, ..name })]
            .into_iter()
            .flatten();
    }
    let second = joint.map(|at| Found { start: at, kind: PLACE, ..name });
    if let Some(second) = &second {
        (name.end, name.kind) = (second.start, PLACE);
    }
    if addressed(a, &name) {
        name.kind = PERSON;
    }
    [Some(name), second].into_iter().flatten()
}

/// "Akhunzada admitted": a doubtful place of one word that no list knows and that speaks is somebody.
fn speaks(a: &Analysis, name: &Found) -> bool {
    let (first, last) = (&a.pieces[name.start], name.end);
    name.raw < SURE
        && name.end == name.start + 1
        && first.listed == 0
        && first.run_end as usize == last
        && last < a.pieces.len()
        && a.word(last).case == Case::Lower
        && SPEECH.contains(&a.word(last).folded)
}

/// Two words that no list of places knows and that are no common words: they may be a full name.
fn full_name(a: &Analysis, name: &Found) -> bool {
    let plain = |at: usize| {
        a.pieces[at].listed == 0
            && a.word(at).case == Case::Title
            && a.word(at).entry.flags & flag::COMMON == 0
    };
    name.end == name.start + 2 && plain(name.start) && plain(name.end - 1)
}

/// "Kenya's Ochieng": a doubtful body of one word that is a family name and a country's is somebody.
fn compatriot(a: &Analysis, name: &Found) -> bool {
    let flags = a.word(name.start).entry.flags;
    let country = |at: usize| a.pieces[at].listed & kind::COUNTRY != 0;
    name.raw < SURE
        && name.end == name.start + 1
        && flags & flag::FAMILY != 0
        && flags & flag::COMMON == 0
        && a.pieces[name.start].listed == 0
        && name.start > 1
        && a.word(name.start - 1).folded == POSSESSIVE
        && country(name.start - 2)
}

/// "Robert Kyeyune, better known as Bobi Moss": whether such words stand between two names of one.
fn known_as(a: &Analysis, from: usize, to: usize) -> bool {
    const BETWEEN: [u64; 6] = keys!["," "also" "better" "formerly" "known" "as"];
    to >= from + 2
        && to <= from + 4
        && (from..to).all(|at| BETWEEN.contains(&a.word(at).cased))
        && a.word(to - 2).cased == hash::text("known")
}

/// "The Sunnis" are a people, no body.
fn believers(a: &Analysis, name: &Found) -> bool {
    name.end == name.start + 1 && FAITHS.contains(&a.word(name.start).folded)
}

/// "Hawke's Bay": what is called somebody's and lies in the landscape.
fn water_or_land(a: &Analysis, name: &Found) -> bool {
    const KINDS: [u64; 7] = keys!["bay" "falls" "island" "islands" "lake" "river" "valley"];
    name.end == name.start + 3
        && a.word(name.start + 1).folded == POSSESSIVE
        && KINDS.contains(&a.word(name.end - 1).folded)
}

/// The Kremlin is a building, but what newspapers say of it is said of who sits there.
fn seat(a: &Analysis, name: &Found) -> bool {
    name.end == name.start + 1 && a.word(name.start).folded == hash::text("kremlin")
}

/// Common words that end the names of places.
const LANDSCAPE: [u64; 24] = keys![
    "bay" "border" "canal" "city" "coast" "desert" "falls" "gulf" "highlands" "house" "island" "islands" "lake"
    "mountains" "park" "peninsula" "province" "region" "river" "sea" "square" "state" "strait" "valley"
];

/// Those of a faith.
const FAITHS: [u64; 14] = keys![
    "sunnis" "shiites" "shias" "muslims" "christians" "catholics" "protestants" "hindus" "buddhists" "sikhs" "jews"
    "druze" "alawites" "yazidis"
];

pub(super) const POSSESSIVE: u64 = hash::text("'s");

/// What the name of a company ends with.
const LEGAL_FORMS: [u64; 6] = keys!["corp" "gmbh" "inc" "llc" "ltd" "plc"];

const AND: u64 = hash::text("and");
const ENDS: [u64; 4] = keys!["-" "–" "—" "press"];

/// The kinds of a listed phrase that is the whole name and the whole run of capitals; 0 for any other.
fn listed_alone(a: &Analysis, name: &Found) -> u8 {
    let (first, last) = (&a.pieces[name.start], &a.pieces[name.end - 1]);
    let whole = matches!((first.listed_at, last.listed_at), (0, 0) | (1, 3));
    let alone = first.run_start as usize == name.start && last.run_end as usize == name.end;
    if whole && alone && (name.end == name.start + 1 || first.listed_at == 1) {
        first.listed & last.listed
    } else {
        0
    }
}

pub(super) fn phrase(a: &Analysis, start: usize, end: usize) -> u64 {
    (start..end).fold(0, |key, at| mix(key, a.word(at).folded))
}

#[cfg(test)]
mod tests {
    use super::super::given;
    use super::*;

    #[test]
    fn a_full_name_is_who_its_surname_is() {
        let step = |a: &Analysis, found: &mut Vec<Found>| *found = settle(a, std::mem::take(found));
        let alone = ("ZEBALLOS", PERSON);
        for (full, kind) in [("Exequiel Zeballos", PERSON), ("Exequiel Nandes", PLACE)] {
            let text = format!("It came from {full} again, and ZEBALLOS, ZEBALLOS, ZEBALLOS it was.");
            given::check(&text, &[(full, PLACE), alone], step, &[(full, kind), alone, alone, alone]);
        }
    }
}
