//! What is said: the stretch before or behind a verb of speech.

use crate::quotes::cues::{self, Form, Takes};
use crate::quotes::line::Line;
use crate::quotes::phrase;
use std::ops::Range;

/// How far after its verb a statement may begin: "said in the capital on Friday that".
const REACH: usize = 22;

/// What stands before the clause of speech at `start`, and whether it ends in marks.
pub(super) fn statement_before(
    line: &Line<'_, '_>,
    start: usize,
    free: usize,
) -> Option<(Range<usize>, bool)> {
    let mut end = start;
    while end > free && (cues::adverb(line.word(end - 1)) || line.word(end - 1).eq_ignore_ascii_case("as")) {
        end -= 1;
    }
    let last = end.checked_sub(1).filter(|&l| l >= free)?;
    if line.passage(last).is_some() {
        return Some((free..end, true));
    }
    if line.pause(last) && last > free {
        let marks = line.passage(last - 1).is_some();
        return Some((free..last, marks));
    }
    // "…," Ministry of Trade (MoT) head Ann Lee said: the phrase is longer than it was taken to be.
    let floor = last.saturating_sub(12).max(free);
    let marks = (floor..=last).rev().find(|&i| line.passage(i).is_some())?;
    let phrase = (marks + 1..=last).all(|i| {
        let word = line.word(i);
        line.capital(i)
            || matches!(word, "(" | ")" | "&")
            || word.eq_ignore_ascii_case("of")
            || cues::determiner(word)
    });
    phrase.then_some((free..marks + 1, true))
}

/// What stands after the verb, from `from`, and whether only its marks count.
pub(super) fn statement_after(
    line: &Line<'_, '_>,
    from: usize,
    takes: Takes,
    end: usize,
    has_before: bool,
) -> Option<(Range<usize>, bool)> {
    let mut i = from;
    if takes == Takes::Hearer {
        i = after_hearer(line, i);
    }
    // Directly: that · : · marks
    if line.word(i).eq_ignore_ascii_case("that") && i + 1 < end && takes != Takes::Marks {
        // "says that's nonsense"
        let pronoun = matches!(line.word(i + 1), "'s" | "’s") || cues::be(line.word(i + 1));
        return Some((if pronoun { i } else { i + 1 }..end, false));
    }
    let asks =
        ["asked", "asks", "asking", "wondered", "wonders"].contains(&line.word(from.saturating_sub(1)));
    if asks && let Some(whether) = (i..end.min(i + 6)).find(|&j| ["whether", "if"].contains(&line.word(j))) {
        return Some((whether..end, false));
    }
    if line.word(i) == ":" || (line.pause(i) && line.passage(i + 1).is_some()) {
        return Some((i + 1..end.max(i + 1), false));
    }
    if line.passage(i).is_some() && names_a_thing(line, i) {
        return None;
    }
    if let Some(passage) = line.passage(i) {
        // A sign that reads "Safety First" says nothing.
        const SIGN: usize = 4;
        let sign = ["reads", "read", "reading"].contains(&line.word(from.saturating_sub(1)));
        return (!sign || passage.words >= SIGN).then_some((i..end, false));
    }
    // Over adjuncts: "said in a statement on Friday that", "said, in tears, …"
    let first = line.word(i);
    let adjunct = cues::preposition(first)
        || cues::adverb(first)
        || cues::calendar(first)
        || line.pause(i)
        || (takes == Takes::Hearer && !first.is_empty())
        || ["this", "last", "when", "while"].iter().any(|w| w.eq_ignore_ascii_case(first));
    if adjunct && takes != Takes::Marks {
        for j in i + 1..(i + REACH).min(end) {
            let word = line.word(j);
            // "…, he said on Tuesday, and want …": the sentence goes its own way.
            if line.pause(j) && ["and", "but"].contains(&line.word(j + 1)) {
                break;
            }
            if word.eq_ignore_ascii_case("that") && !cues::determiner(line.word(j - 1)) && !has_before {
                return Some((j + 1..end, false));
            }
            if word == ":" {
                return Some((j + 1..end.max(j + 1), false));
            }
            if let Some(passage) = line.passage(j) {
                let set_off =
                    line.pause(j - 1) || (passage.words >= 5 && !cues::determiner(line.word(j - 1)));
                if set_off {
                    return Some((j..end, false));
                }
            }
            let other = cues::cue(word).is_some_and(|c| c.form == Form::Finite && c.takes != Takes::Marks);
            if other || word == ";" {
                break;
            }
        }
    }
    if has_before {
        return None;
    }
    // A clause without "that".
    if matches!(takes, Takes::Clause | Takes::Hearer) {
        let bare = after_short_adjunct(line, i);
        if clause_start(line, bare) && bare + 3 <= end {
            return Some((bare..end, false));
        }
        return None;
    }
    // Other verbs: only with marks near.
    let reach = if takes == Takes::That { 9 } else { 12 };
    for j in i..(i + reach).min(end) {
        if line.word(j) == ":" && line.passage(j + 1).is_some() {
            return Some((j + 1..end, false));
        }
        if let Some(passage) = line.passage(j) {
            let enough = passage.words >= if takes == Takes::That { 1 } else { 2 };
            if !enough || names_a_thing(line, j) {
                continue;
            }
            return Some(if takes == Takes::That && clause_start(line, i) {
                (i..end, false)
            } else {
                (j..joined(line, j, end), true)
            });
        }
        let word = line.word(j);
        let stop = line.pause(j) && line.passage(j + 1).is_none()
            || cues::cue(word).is_some_and(|c| c.form == Form::Finite)
            || ["and", "but", "who", "which", "because"].iter().any(|w| w.eq_ignore_ascii_case(word));
        if stop {
            break;
        }
    }
    None
}

/// The end of what goes on in marks behind "and": called it "rash" and its author "a fool".
fn joined(line: &Line<'_, '_>, first: usize, end: usize) -> usize {
    const NEAR: usize = 6;
    let and = first + 1;
    if line.word(and) != "and" {
        return and;
    }
    let more = (and + 1..end.min(and + NEAR)).find(|&i| !line.is_word(i) || phrase::finite(line, i));
    more.filter(|&i| line.passage(i).is_some() && !names_a_thing(line, i)).map_or(and, |i| i + 1)
}

/// True for a few words in marks that only name what follows: called it a "nanny state" tax.
fn names_a_thing(line: &Line<'_, '_>, i: usize) -> bool {
    const TERM: usize = 3;
    let next = line.word(i + 1);
    let small = cues::preposition(next) || cues::conjunction(next) || cues::adverb(next);
    // "What the ministry calls “housing” has stood for years."
    let named = ["calls", "called", "call", "dubbed"].contains(&line.word(i.wrapping_sub(1)));
    let subject = named && (cues::have(next) || cues::verb(next)) && !small;
    line.passage(i).is_some_and(|p| p.words <= TERM)
        && i > 0
        && (subject
            || cues::determiner(line.word(i - 1)) && line.is_word(i + 1) && !small && !cues::verb(next))
}

/// Past those who are told: "reporters", "the committee", "CBC News", "a news conference with X".
fn after_hearer(line: &Line<'_, '_>, from: usize) -> usize {
    if line.passage(from).is_some() || line.word(from).eq_ignore_ascii_case("that") {
        return from;
    }
    if cues::hearer(line.word(from)) {
        let mut i = from + 1;
        while cues::hearer(line.word(i)) {
            i += 1;
        }
        return i;
    }
    match phrase::after(line, from) {
        Some(p) => {
            // "told Smith he would": a name is a hearer of its own, so the clause may follow at once.
            if line.mention(p.start).is_some() { p.end } else { p.end.max(from + 1) }
        }
        // "told investigators he …"
        None => {
            let word = line.word(from);
            let several = word.ends_with('s') && word.len() > 4 && line.is_word(from);
            if several && !phrase::ends_phrase(word) { from + 1 } else { from }
        }
    }
}

/// Past "on Tuesday", "Tuesday", "on May 5,", "in a statement".
fn after_short_adjunct(line: &Line<'_, '_>, from: usize) -> usize {
    let mut i = from;
    if line.word(i).eq_ignore_ascii_case("on") && cues::calendar(line.word(i + 1)) {
        i += 1;
    }
    // "said Tuesday's hearing had been moved" goes on with the day.
    while cues::calendar(line.word(i)) && !matches!(line.word(i + 1), "'s" | "’s") {
        i += 1;
    }
    // "said on January 23, he would"
    let day = |word: &str| word.len() <= 2 && word.bytes().all(|b| b.is_ascii_digit());
    if i > from && line.capital(i - 1) && day(line.word(i)) && line.pause(i + 1) {
        i += 2;
    }
    let phrase = ["in", "a", "statement"];
    if phrase.iter().enumerate().all(|(n, w)| line.word(i + n).eq_ignore_ascii_case(w)) {
        i += 3;
    }
    i
}

/// True for "at least nine", "as many as", "about 300": a clause may begin with a count.
fn counts(line: &Line<'_, '_>, i: usize) -> bool {
    let (word, next) = (line.word(i), line.word(i + 1));
    match word {
        "at" => ["least", "most"].contains(&next),
        "as" => ["many", "much", "few", "little"].contains(&next),
        "about" | "around" | "over" | "up" | "between" | "nearly" | "almost" => {
            [next, line.word(i + 2)].iter().any(|w| w.starts_with(|c: char| c.is_ascii_digit()))
        }
        _ => false,
    }
}

/// True if a clause can begin with the word at `i`.
fn clause_start(line: &Line<'_, '_>, i: usize) -> bool {
    let word = line.word(i);
    if !line.is_word(i) || ["to", "that"].iter().any(|w| w.eq_ignore_ascii_case(word)) {
        return false;
    }
    let told = ["them", "him", "us", "me"].iter().any(|w| w.eq_ignore_ascii_case(word));
    let blocked = told || cues::preposition(word) || cues::adverb(word) || cues::have(word) || cues::be(word);
    if word.eq_ignore_ascii_case("there") || counts(line, i) || cues::pronoun(word) || cues::determiner(word)
    {
        return true;
    }
    !blocked
        && (!cues::conjunction(word) || word.eq_ignore_ascii_case("if") || word.eq_ignore_ascii_case("while"))
        && (!cues::calendar(word) || matches!(line.word(i + 1), "'s" | "’s"))
        && !cues::verb(word)
}
