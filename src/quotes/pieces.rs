//! What a statement consists of: direct passages, a mixed or an indirect whole.

use super::QuoteKind;
use super::attribution::Attribution;
use super::line::Line;
use super::marks::{self, Passage};
use crate::text::Span;
use std::ops::Range;

/// What a statement consists of: its passages, if it is wholly in marks, else the whole.
pub(super) fn pieces(line: &Line<'_, '_>, attribution: &Attribution) -> Vec<(Span, QuoteKind)> {
    let mut content = attribution.content.clone();
    let edge = |i: usize| {
        line.passage(i).is_none()
            && (!line.is_word(i)
                && !matches!(line.word(i), "(" | ")" | "$" | "€" | "£" | "%" | "[" | "]" | "#" | "@"))
    };
    let joins = |i: usize| ["and", "but"].contains(&line.word(i));
    // A single mark that closes what another opened inside belongs to the words.
    let single = |i: usize| matches!(line.word(i), "'" | "’" | "‘");
    let closes = |range: &Range<usize>| {
        single(range.end - 1) && (range.start..range.end - 1).any(|i| single(i) && line.glued(i + 1))
    };
    while !content.is_empty() && edge(content.start) {
        content.start += 1;
    }
    // A mark that nothing closes still says that the words are somebody's own.
    let torn = content.start > attribution.content.start
        && line.glued(content.start)
        && marks::double(line.word(content.start - 1)).is_some();
    while !content.is_empty() && (edge(content.end - 1) && !closes(&content) || joins(content.end - 1)) {
        content.end -= 1;
    }
    // "…, in comments echoed by his colleague"
    let aside = |&i: &usize| {
        line.pause(i)
            && line.word(i + 1) == "in"
            && ["comments", "remarks", "words"].contains(&line.word(i + 2))
            && line.passage(i + 3).is_none()
    };
    content.end = content.clone().find(aside).unwrap_or(content.end);
    let passages: Vec<usize> = content.clone().filter(|&i| line.passage(i).is_some()).collect();
    let quoted: usize = passages.iter().filter_map(|&i| line.passage(i)).map(|p| p.words).sum();
    let plain = content.clone().filter(|&i| line.is_word(i)).count();
    let direct = |i: usize| line.passage(i).map(|p| (p.span, QuoteKind::Direct));
    if attribution.marks_only {
        let mixed = |i: &usize| line.passage(*i).map(|p| (p.span, QuoteKind::Mixed));
        return passages.iter().filter_map(mixed).collect();
    }
    let whole = |kind| line.span(content.clone()).map(|span| (span, kind)).into_iter().collect();
    if passages.is_empty() && torn && plain >= 3 {
        content.start -= 1;
        return line.span(content).map(|span| (span, QuoteKind::Direct)).into_iter().collect();
    }
    if passages.is_empty() {
        return if plain >= 3 { whole(QuoteKind::Indirect) } else { Vec::new() };
    }
    if plain == 0 {
        return passages.into_iter().filter_map(direct).collect();
    }
    // "Asked why, "We were late," he said." and ""We agreed," during a call by X, it said." are direct too.
    let full = |i: usize| {
        line.passage(i).is_some_and(|p| (p.words >= 3 || cries(line, p)) && opens_with_capital(line, p))
            && (i == content.start || line.pause(i - 1) || line.word(i - 1) == ":")
    };
    let closed =
        |i: usize| line.passage(i).is_some_and(|p| inside(line, p).ends_with([',', '.', '!', '?', '…']));
    let opening = passages.len() == 1 && passages[0] == content.start && closed(content.start);
    if (quoted >= plain || opening) && passages.iter().all(|&i| full(i)) {
        return passages.into_iter().filter_map(direct).collect();
    }
    whole(QuoteKind::Mixed)
}

/// A passage without its closing marks.
fn inside<'t>(line: &Line<'_, 't>, passage: &Passage) -> &'t str {
    let closes = |c: char| !c.is_alphanumeric() && !",.!?…".contains(c);
    line.document.slice(passage.span).trim_end_matches(closes)
}

/// True for what is asked or cried: "No!"
fn cries(line: &Line<'_, '_>, passage: &Passage) -> bool {
    inside(line, passage).ends_with(['!', '?'])
}

/// True for a passage that ends as a sentence does.
pub(super) fn stops(line: &Line<'_, '_>, passage: &Passage) -> bool {
    inside(line, passage).ends_with(['.', '!', '?', '…'])
}

/// True if the first word inside the marks has a capital.
pub(super) fn opens_with_capital(line: &Line<'_, '_>, passage: &Passage) -> bool {
    let inside = line.document.slice(passage.span).trim_start_matches(|c: char| !c.is_alphanumeric());
    inside.starts_with(char::is_uppercase)
}

/// True for words most of which have capitals: a title, not a statement.
pub(super) fn title_like(line: &Line<'_, '_>, passage: &Passage) -> bool {
    let words: Vec<&str> =
        line.document.slice(passage.span).split_whitespace().filter(|w| w.len() > 4).collect();
    let capitals = words
        .iter()
        .filter(|w| w.trim_start_matches(|c: char| !c.is_alphabetic()).starts_with(char::is_uppercase));
    capitals.count() * 3 > words.len() * 2
}
