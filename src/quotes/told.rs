//! A speaker named beside a passage without a verb of saying.

use super::line::Line;
use super::pieces::{opens_with_capital, stops, title_like};
use super::{cues, phrase};
use crate::entities::Kind;
use std::ops::Range;

/// Who is named behind a passage that ends in a comma, with whatever verb: "…," Lee sang · "…," he went on · "…,"
/// grinned Lee.
pub(super) fn told_behind(line: &Line<'_, '_>, item: usize) -> Option<Range<usize>> {
    let passage = line.passage(item)?;
    let inside = line.document.slice(passage.span);
    let comma = inside.trim_end_matches(|c: char| !c.is_alphanumeric() && c != ',').ends_with(',');
    // “The drug” — Lee held it up — “is new.”
    let dash = |i: usize| matches!(line.word(i), "—" | "–" | "--" | "-");
    let broken =
        dash(item + 1) && (item + 2..line.items.len()).any(|i| line.passage(i).is_some() && dash(i - 1));
    if !(comma || broken) || !(item == line.opening() || line.pause(item - 1)) || title_like(line, passage) {
        return None;
    }
    let mut next = item + 1 + usize::from(broken);
    while broken && cues::adverb(line.word(next)) {
        next += 1;
    }
    let inverted = usize::from(phrase::finite(line, next));
    let mut phrase = phrase::after(line, next + inverted)?;
    let person = |i: usize| line.mention(i).is_some_and(|m| m.kind == Kind::Person);
    // "the minister, Declan Roche, shot back"
    if line.pause(phrase.end) && person(phrase.end + 1) {
        phrase.end += 2;
        while person(phrase.end) {
            phrase.end += 1;
        }
    }
    let pronoun = ["he", "she", "they", "i"].iter().any(|w| line.word(phrase.start).eq_ignore_ascii_case(w));
    let behind = line.word(phrase.end + usize::from(line.pause(phrase.end)));
    let acts =
        behind.starts_with(char::is_lowercase) && !cues::preposition(behind) && !cues::conjunction(behind);
    ((inverted == 1 || acts) && (pronoun || phrase.clone().any(person))).then_some(phrase)
}

/// Who acts before a colon and a whole statement, with whatever verb: "One fan raged on Facebook: “…”".
pub(super) fn told_before(line: &Line<'_, '_>, item: usize) -> Option<Range<usize>> {
    const STATEMENT: usize = 4;
    let passage = line.passage(item).filter(|p| opens_with_capital(line, p) && stops(line, p))?;
    let colon = item.checked_sub(1).filter(|&i| line.word(i) == ":")?;
    let start = line.opening();
    let verb = (start + 1..colon).find(|&i| {
        phrase::finite(line, i) || line.word(i).len() > 4 && line.word(i).ends_with("ed") && !line.capital(i)
    })?;
    // "The 29-year-old fumed: …"
    let aged = phrase::aged(line, start + 3).then_some(start..start + 6);
    let phrase = aged.or_else(|| phrase::before(line, verb, start))?;
    let person = phrase.clone().any(|i| {
        let kind = line.mention(i).map(|m| m.kind);
        kind == Some(Kind::Person) || kind.is_none() && cues::pronoun(line.word(i))
    });
    let somebody = cues::determiner(line.word(phrase.start)) && passage.words >= STATEMENT;
    (person || somebody).then_some(phrase)
}
