//! What a name names, told from all of its mentions: the tagger sees a sentence, the article knows more.

use super::lexicon;
use super::offices::{self, Weight};
use super::{Kind, Mention, lands, metonyms};
use crate::maps::{HashMap, HashSet};
use crate::text::{Document, Span, is_agency};

/// A reader's word, or gold: not to be changed.
const CERTAIN: f32 = 1.0;
/// Below this, what begins the name of a body is rather the body than a person.
const DOUBTFUL: f32 = 0.75;

/// Weights of evidence by kind.
type Votes = [f32; 3];

/// Corrects kinds: titles make people, the odd one of many mentions follows the others, a surname alone follows the
/// full name.
pub(super) fn settle(document: &Document<'_>, mentions: &mut [Mention]) {
    mentions.iter_mut().for_each(|m| untitle(document, m));
    mentions.iter_mut().filter(|m| opens_dateline(document, m)).for_each(|m| m.kind = Kind::Place);
    let mut votes: HashMap<&str, Votes> = HashMap::default();
    let mut surnames: HashMap<&str, f32> = HashMap::default();
    let keys: Vec<String> = mentions.iter().map(|m| words(document, m.span)).collect();
    for (mention, key) in mentions.iter().zip(&keys) {
        votes.entry(key).or_default()[mention.kind as usize] += mention.confidence;
        if mention.kind == Kind::Person
            && let Some((_, surname)) = key.rsplit_once(' ')
        {
            *surnames.entry(surname).or_default() += mention.confidence;
        }
    }
    for (mention, key) in mentions.iter_mut().zip(&keys) {
        if mention.confidence >= CERTAIN || opens_dateline(document, mention) {
            continue;
        }
        let mut votes_here = votes.get(key.as_str()).copied().unwrap_or_default();
        let person = Kind::Person as usize;
        match key.rsplit_once(' ') {
            // "Erdogan" follows "Recep Tayyip Erdogan" …
            None if votes_here[person] + 0.5 >= votes_here[mention.kind as usize] => {
                votes_here[person] += surnames.get(key.as_str()).copied().unwrap_or_default();
            }
            // … and a full name follows the surname alone, where the full name is a person's elsewhere.
            Some((_, surname)) if votes_here[person] > 0.0 => {
                votes_here[person] += votes.get(surname).map_or(0.0, |alone| alone[person]);
            }
            _ => {}
        }
        if lands::land_of_name(key).is_some() {
            // A land that acts ("Turkey said") is a land still.
            votes_here[Kind::Place as usize] *= 2.0 * MAJORITY;
        }
        // "Ford" is rather the company where nobody is called so in full.
        let body = votes_here[Kind::Organization as usize] * MAJORITY > votes_here[person];
        if body && !key.contains(' ') && !surnames.contains_key(key.as_str()) {
            votes_here[person] = 0.0;
        }
        let own = votes_here[mention.kind as usize];
        let best = [Kind::Person, Kind::Place, Kind::Organization]
            .into_iter()
            .max_by(|a, b| votes_here[*a as usize].total_cmp(&votes_here[*b as usize]))
            .unwrap_or(mention.kind);
        if votes_here[best as usize] > MAJORITY * own {
            mention.kind = best;
        }
        // A capital that acts ("Tehran said") is a place still; "Washington" is a team as often.
        if mention.kind == Kind::Organization && key != "washington" && metonyms::is_capital(key) {
            mention.kind = Kind::Place;
        }
    }
}

/// "Calder" is "Calder Foods Inc." where nothing lies in Calder: bodies of several words lend their kind to the
/// beginning that stands for them alone.
pub(super) fn companies(document: &Document<'_>, mentions: &mut [Mention]) {
    let keys: Vec<String> = mentions.iter().map(|m| words(document, m.span)).collect();
    let mut short: HashSet<String> = HashSet::default();
    for (_, key) in mentions.iter().zip(&keys).filter(|(m, _)| m.kind == Kind::Organization) {
        let name: Vec<&str> = key.split(' ').map(|w| w.trim_end_matches('.')).collect();
        let in_full = name.last().is_some_and(|last| lexicon::COMPANY_SUFFIXES.contains(last));
        for cut in 1..name.len().min(4) {
            if in_full || name[cut..].iter().all(|w| lexicon::BUSINESS.contains(w)) {
                short.insert(name[..cut].join(" "));
            }
        }
    }
    short.retain(|name| lands::land_of_name(name).is_none());
    for (mention, key) in mentions.iter().zip(&keys) {
        let surname = key.rsplit_once(' ').map(|(_, surname)| surname);
        if let Some(surname) = surname.filter(|_| mention.kind == Kind::Person) {
            short.remove(surname);
        } else if mention.kind == Kind::Place && lies_there(document, mentions, mention) {
            short.remove(key);
        }
    }
    // "Goldman" is "Goldman Sachs" where nobody is called Goldman.
    let named = |kind| mentions.iter().zip(&keys).filter(move |(m, key)| m.kind == kind && key.contains(' '));
    let people: HashSet<&str> = named(Kind::Person).flat_map(|(_, key)| key.split(' ')).collect();
    let part = |w: &str| {
        lexicon::HEADS.contains(w) || lexicon::PARTS.contains(w) || lexicon::SMALL_WORDS.contains(w)
    };
    let begun = named(Kind::Organization).filter_map(|(_, key)| key.split_once(' '));
    let begun = begun.filter(|(_, rest)| !rest.split(' ').any(part)).map(|(first, _)| first);
    let begun: HashSet<&str> = begun.filter(|first| !people.contains(first)).collect();
    for (mention, key) in mentions.iter_mut().zip(&keys) {
        let titled = || {
            let before = document.tokens_in(mention.span).start.checked_sub(1);
            before.is_some_and(|t| lexicon::TITLES.contains(&offices::plain(document.word(t))))
        };
        let doubtful = mention.kind == Kind::Person && mention.confidence < DOUBTFUL;
        if doubtful && begun.contains(key.as_str()) && !titled() {
            mention.kind = Kind::Organization;
        }
        if mention.confidence < CERTAIN && short.contains(key) && !opens_dateline(document, mention) {
            mention.kind = Kind::Organization;
        }
    }
}

/// "BRIGHTON, England —": a date line begins with a town, or with the agency that sends it.
fn opens_dateline(document: &Document<'_>, mention: &Mention) -> bool {
    document.dateline.is_some_and(|line| line.start == mention.span.start)
        && mention.confidence < CERTAIN
        && !is_agency(document.slice(mention.span))
}

/// "in Calder", "Calder, Iowa", "CALDER —".
fn lies_there(document: &Document<'_>, mentions: &[Mention], mention: &Mention) -> bool {
    let tokens = document.tokens_in(mention.span);
    let before = tokens.start.checked_sub(1).map_or("", |t| document.word(t));
    let next = mentions.partition_point(|m| m.span.start < mention.span.end);
    let followed = mentions.get(next).is_some_and(|m| {
        m.kind == Kind::Place
            && matches!(document.text.get(mention.span.end as usize..m.span.start as usize), Some(", "))
    });
    followed
        || opens_dateline(document, mention)
        || matches!(before, "in" | "In" | "near" | "outside" | "around" | "across" | "downtown")
}

/// How many times the evidence for another kind must outweigh that for the kind of the tagger.
const MAJORITY: f32 = 1.7;

/// "General Jane Doe" as a name is the name of a person, without the rank.
fn untitle(document: &Document<'_>, mention: &mut Mention) {
    if mention.confidence >= CERTAIN {
        return;
    }
    let tokens = document.tokens_in(mention.span);
    let titles = tokens
        .clone()
        .take_while(|&t| {
            let word = document.word(t);
            lexicon::TITLES.contains(&offices::plain(word)) && (mention.kind == Kind::Person || rank(word))
        })
        .count();
    let rest = tokens.start + titles..tokens.end;
    if titles == 0 || rest.is_empty() {
        return;
    }
    let body = |t| {
        let word = offices::plain(document.word(t));
        lexicon::COMPANY_SUFFIXES.contains(&word)
            || lexicon::BUSINESS.contains(&word)
            || lexicon::HEADS.contains(&word)
    };
    let person = mention.kind == Kind::Person || (rest.len() == 2 && !rest.clone().any(body));
    if person
        && let (Some(first), Some(last)) =
            (document.tokens.get(rest.start), document.tokens.get(rest.end - 1))
        && document.word(rest.start).starts_with(char::is_uppercase)
        && !(rest.len() == 1 && offices::weight(document.word(rest.start)).is_some())
    {
        mention.kind = Kind::Person;
        mention.span = first.span.join(last.span);
    }
}

/// A rank that names of bodies do not begin with.
fn rank(word: &str) -> bool {
    offices::weight(word) == Some(Weight::Rank)
        && !matches!(
            offices::plain(word).as_str(),
            "major" | "private" | "officer" | "captain" | "marshal" | "cardinal"
        )
}

/// The folded words of a name.
fn words(document: &Document<'_>, span: Span) -> String {
    let mut out = String::with_capacity(span.len());
    for word in document.slice(span).split_whitespace() {
        let word = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word);
        if !out.is_empty() {
            out.push(' ');
        }
        word.chars().for_each(|c| super::fold::fold_char(c, &mut out));
    }
    out
}
