//! Who wrote it.

use crate::maps::words;
use crate::text::calendar::{is_month, is_weekday};
use crate::text::dateline::AGENCIES;
use crate::text::view::{Phrases, View, phrases};
use std::ops::Range;

#[rustfmt::skip]
static BYLINE_OPENINGS: &Phrases = phrases![
    "by", "by :", "story by", "text by", "written by", "words by", "report by", "analysis by", "posted by",
    "published by", "from", "author :", "authors :", "reporter :", "writer :",
];

words! {
    /// What stands between the names of a byline in small letters.
    BYLINE_FILLERS = "and in for of at from with the de van von der da di bin el al la le du to senior special chief \
        diplomatic foreign political world"
}

/// "By Jane Doe", "Jane Doe, Reuters", "Story by Jane Doe and John Roe in Moscow".
pub(super) fn is_byline(view: View<'_>, block: &Range<usize>) -> bool {
    let start = block.start;
    let opening = view.opening(start, BYLINE_OPENINGS);
    let name = start + opening;
    if name >= block.end || view.ends_sentence(block) && view.word(block.end - 1) != "Jr." {
        return false;
    }
    let explicit = opening > 0 && !view.is(start, "from");
    let role = |i: usize| is_role(view, i);
    let mut names = 0;
    let mut roles = 0;
    for i in name..block.end {
        let word = view.word(i);
        roles += usize::from(role(i));
        if view.is_mark(i) {
            if !matches!(
                word,
                "," | "|" | "/" | "-" | "–" | "—" | "&" | "(" | ")" | "." | ";" | "•" | "·" | "'"
            ) {
                return false;
            }
        } else if view.is_capital(i) {
            let dated = is_month(word) || is_weekday(word);
            if i == name
                && (dated || view.is_any(i, &["the", "a", "an", "all", "this", "then", "now", "its", "his"]))
            {
                return false;
            }
            names += 1;
        } else if !(role(i)
            || BYLINE_FILLERS.contains(word)
            || word.contains('@')
            || word.starts_with("al-")
            || view.is_number(i)
            || is_stamp_word(word))
        {
            return false;
        }
    }
    if explicit {
        return names >= 1 && (names >= 2 || roles > 0 || block.len() == opening + 1);
    }
    // Without "By": a name of two to four words, a mark, then an agency or a job.
    let comma =
        (name..block.end).find(|&i| matches!(view.word(i), "," | "|" | "/" | "–" | "—" | "-" | "•" | "·"));
    roles > 0
        && comma.is_some_and(|c| (2..=4).contains(&(c - name)) && (name..c).all(|i| view.is_capital(i)))
        && block.len() <= 12
        && (name..block.end).all(|i| !is_verb_like(view.word(i)) && !matches!(view.word(i), "News" | "Video"))
}

fn is_role(view: View<'_>, i: usize) -> bool {
    let roles =
        ["correspondent", "reporter", "writer", "editor", "staff", "bureau", "contributor", "press", "news"];
    AGENCIES.contains(&view.word(i)) || view.is_any(i, &roles)
}

/// True if a line names an agency or a job: the second line of a byline.
pub(in crate::text) fn has_role(view: View<'_>, block: &Range<usize>) -> bool {
    block.clone().any(|i| is_role(view, i))
}

fn is_stamp_word(word: &str) -> bool {
    matches!(word, "am" | "pm" | "a.m." | "p.m." | "on" | "updated" | "published" | "hours" | "ago")
}

fn is_verb_like(word: &str) -> bool {
    matches!(word, "says" | "Says" | "to" | "To" | "agree" | "Agree" | "Is" | "is" | "Are" | "are")
}
