//! Noun phrases beside a verb of speech, without a parser: a run of words that none but noun phrases are made of.

use super::cues;
use super::line::Line;
use crate::entities::Kind;
use std::ops::Range;

/// Longer phrases are cut.
const LONGEST: usize = 16;

/// The noun phrase that ends before `end`, not reaching below `floor`. "A farmer in Hama": what follows a preposition
/// belongs to the noun before it.
pub(super) fn before(line: &Line<'_, '_>, end: usize, floor: usize) -> Option<Range<usize>> {
    let mut phrase = run(line, end, floor)?;
    let floor = floor.max(end.saturating_sub(LONGEST));
    let mut reached = phrase.start;
    // "talks with Ann Lee, who said": a person speaks, wherever and with whomever.
    if line.mention(phrase.end - 1).is_some_and(|m| m.kind == Kind::Person) {
        return Some(phrase);
    }
    while let Some(over) = reached.checked_sub(1).filter(|&p| p > floor && places(line.word(p)))
        && let Some(whole) = run(line, over - usize::from(qualifies(line.word(over - 1))), floor)
    {
        reached = whole.start;
        let head = line.word(whole.end - 1);
        if cues::determiner(line.word(reached))
            || head.ends_with('s')
            || line.mention(whole.end - 1).is_some()
        {
            phrase.start = reached;
        }
    }
    Some(phrase)
}

/// True for the prepositions by which somebody is placed.
fn places(word: &str) -> bool {
    ["in", "at", "from", "near", "for", "with", "of", "outside", "to", "on", "by"].contains(&word)
}

/// True for a word between a noun and its preposition: "people close to", "officials briefed on", "a man reached by".
fn qualifies(word: &str) -> bool {
    ["close", "familiar", "aware", "present", "privy"].contains(&word)
        || word.ends_with("ed") && word.len() > 4
}

/// A run of words that may be one noun phrase, up to `end`.
fn run(line: &Line<'_, '_>, end: usize, floor: usize) -> Option<Range<usize>> {
    let last = end.checked_sub(1).filter(|&l| l >= floor)?;
    let word = line.word(last);
    if !line.is_word(last) || cues::calendar(word) {
        return None;
    }
    if cues::pronoun(word) {
        return Some(last..end);
    }
    if ends_phrase(word) && line.mention(last).is_none() {
        return None;
    }
    let floor = floor.max(end.saturating_sub(LONGEST));
    let mut start = end;
    let mut i = end;
    while i > floor {
        i -= 1;
        let word = line.word(i);
        if let Some(name) = line.mention(i) {
            // The whole name, whatever small words it has inside.
            while i > floor && line.mention(i - 1).is_some_and(|m| m.span == name.span) {
                i -= 1;
            }
            start = i;
        } else if cues::determiner(word) && !word_is(line, i, "that") {
            start = i;
            // "officials in the region", "one of the rebels": before a determiner it goes on over a preposition only.
            if i <= floor || !attaches(line, i - 1, floor) {
                break;
            }
        } else if joins_names(line, i, floor) {
            start = i;
        } else if word == "-" || word == "&" || word == "/" || word.starts_with(['\'', '’']) {
            if !line.glued(i) {
                break;
            }
            start = i;
        } else if attaches(line, i, floor) {
            start = i;
        } else if !line.is_word(i) || ends_phrase(word) || looks_like_verb(line, i) {
            break;
        } else {
            start = i;
        }
    }
    while start < end
        && (!line.is_word(start) || cues::preposition(line.word(start)) || cues::adverb(line.word(start)))
    {
        start += 1;
    }
    (start < end).then_some(start..end)
}

/// The noun phrase that begins at `start`.
pub(super) fn after(line: &Line<'_, '_>, start: usize) -> Option<Range<usize>> {
    if let Some(name) = bare_lead(line, start) {
        return after(line, name).map(|rest| start..rest.end);
    }
    let word = line.word(start);
    if cues::pronoun(word) && !word.eq_ignore_ascii_case("one") {
        return Some(start..start + 1);
    }
    let opens = cues::determiner(word)
        || line.capital(start)
        || line.mention(start).is_some()
        || cues::speaking_noun(word);
    let capital =
        line.capital(start) && (cues::preposition(word) || cues::conjunction(word) || cues::adverb(word));
    if !line.is_word(start) || !opens || capital || cues::calendar(word) || word == "that" {
        return None;
    }
    let mut end = start + 1;
    let mut i = start;
    while i < line.items.len().min(start + LONGEST) {
        let word = line.word(i);
        if let Some(name) = line.mention(i) {
            while line.mention(i + 1).is_some_and(|m| m.span == name.span) {
                i += 1;
            }
        } else if i > start && word.eq_ignore_ascii_case("of") {
            if !line.is_word(i + 1) {
                break;
            }
            i += 1;
            continue;
        } else if i > start && cues::preposition(word) {
            let noun = cues::speaking_noun(line.word(i - 1));
            if !noun || word == "as" || cues::calendar(line.word(i + 1)) || !line.is_word(i + 1) {
                break;
            }
            i += 1;
            continue;
        } else if word == "-" || word == "&" || word.starts_with(['\'', '’']) {
            if !line.glued(i) {
                break;
            }
        } else if !line.is_word(i)
            || !aged(line, i)
                && (cues::calendar(word) || i > start && ends_phrase(word) && !cues::determiner(word))
            || (i > start && cues::determiner(word) && !word_is(line, i - 1, "of"))
        {
            break;
        } else if i > start && line.capital(start) && !line.capital(i) && line.mention(start).is_some() {
            // A name is over where a small word follows it: "said Smith last week".
            break;
        }
        i += 1;
        end = i;
    }
    Some(start..end)
}

/// Where the name begins in "29-year-old teacher Ann Lee", "board member Ann Lee": small words and numbers, then a person.
fn bare_lead(line: &Line<'_, '_>, start: usize) -> Option<usize> {
    const LEAD: usize = 8;
    for i in start..(start + LEAD).min(line.items.len()) {
        if let Some(name) = line.mention(i) {
            return (i > start && name.kind == Kind::Person).then_some(i);
        }
        let word = line.word(i);
        let hyphen = i > start && word == "-" && line.glued(i);
        // The "year" of "29-year-old" is no day of the calendar.
        let compound = line.is_word(i) && line.word(i + 1) == "-" && line.glued(i + 1);
        let small = line.is_word(i) && !line.capital(i) && !ends_phrase(word) && !cues::determiner(word);
        let small = small || compound && !line.capital(i);
        if !hyphen && (!small || cues::cue(word).is_some()) {
            return None;
        }
    }
    None
}

/// True for the "year" of "29-year-old", which is no day of the calendar.
pub(super) fn aged(line: &Line<'_, '_>, i: usize) -> bool {
    line.word(i + 2).eq_ignore_ascii_case("old") && line.word(i + 1) == "-"
}

fn word_is(line: &Line<'_, '_>, i: usize, word: &str) -> bool {
    line.word(i).eq_ignore_ascii_case(word)
}

/// True if no noun phrase goes on over this word.
pub(super) fn ends_phrase(word: &str) -> bool {
    word.is_empty()
        || cues::preposition(word)
        || cues::conjunction(word)
        || cues::verb(word)
        || cues::have(word) && !word.starts_with(['\'', '’'])
        || cues::calendar(word)
        || (cues::pronoun(word) && !word.eq_ignore_ascii_case("one"))
        || (cues::adverb(word) && !word.eq_ignore_ascii_case("first") && !word.eq_ignore_ascii_case("last"))
}

/// True for the "and" of "Smith and Jones", "the French and German ministers".
fn joins_names(line: &Line<'_, '_>, i: usize, floor: usize) -> bool {
    word_is(line, i, "and") && i > floor && line.capital(i - 1) && line.capital(i + 1)
}

/// True for a preposition that binds to the noun before it: "the head of", "a spokesman for".
fn attaches(line: &Line<'_, '_>, i: usize, floor: usize) -> bool {
    let word = line.word(i);
    if i <= floor || !cues::preposition(word) || !line.is_word(i - 1) {
        return false;
    }
    let noun = line.word(i - 1);
    if word.eq_ignore_ascii_case("of") {
        return !ends_phrase(noun) && cues::cue(noun).is_none();
    }
    let binds =
        ["for", "at", "from", "in", "with", "to", "on", "against", "close", "near", "under", "inside"];
    let body = line.mention(i - 1).is_some_and(|m| m.kind == Kind::Organization);
    let several = body || noun.ends_with('s') && noun.len() > 4 && line.mention(i - 1).is_none();
    binds.iter().any(|b| b.eq_ignore_ascii_case(word))
        && (cues::speaking_noun(noun) || several)
        && !cues::calendar(line.word(i + 1))
}

/// True for a small word in -ed or -ing that stands after a noun, not inside a phrase ("a retired general").
fn looks_like_verb(line: &Line<'_, '_>, i: usize) -> bool {
    let word = line.word(i);
    if line.capital(i) {
        return false;
    }
    if word.ends_with("ly") && word.len() > 4 {
        return !(1..=2).any(|back| i >= back && cues::determiner(line.word(i - back)));
    }
    let shaped =
        (word.ends_with("ed") || word.ends_with("ing")) && word.len() > 4 || cues::cue(word).is_some();
    // A determiner before it, and no "that" between: "a truck that killed".
    let before = (1..=3).take_while(|&back| i >= back).map(|back| line.word(i - back));
    let mut near = before.take_while(|w| !["that", "who", "which"].contains(w));
    shaped && !near.any(cues::determiner)
}

/// True for a word that looks like the finite verb of a clause.
pub(super) fn finite(line: &Line<'_, '_>, i: usize) -> bool {
    let word = line.word(i);
    let speech = cues::cue(word).is_some_and(|c| c.form == cues::Form::Finite);
    !line.capital(i)
        && (cues::verb(word)
            || cues::have(word) && !word.starts_with(['\'', '’'])
            || speech
            || word.ends_with("ed"))
        && (word.len() < 4 || looks_like_verb(line, i) || cues::verb(word))
}

/// True for the "while" or "but" behind a pause with which another clause begins.
pub(super) fn parts(line: &Line<'_, '_>, i: usize) -> bool {
    let word = line.word(i);
    i > 0
        && ["while", "whereas", "but"].iter().any(|w| w.eq_ignore_ascii_case(word))
        && (line.pause(i - 1) || line.passage(i - 1).is_some())
}

/// The dash of `among` behind which somebody else acts: "they are afraid – Lee has warned them and says …". Of a pair
/// of dashes the second leads back.
pub(super) fn dashed(line: &Line<'_, '_>, among: Range<usize>) -> Option<usize> {
    let dashes = among.filter(|&i| matches!(line.word(i), "—" | "–" | "--") && line.pause(i));
    let (count, last) = dashes.fold((0, 0), |(count, _), i| (count + 1, i));
    let next = line.word(last + 1);
    let acts = line.mention(last + 1).is_some() || cues::determiner(next) || cues::pronoun(next);
    (count % 2 == 1 && acts).then_some(last)
}
