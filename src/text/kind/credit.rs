//! Who contributed, and who holds the rights.

use crate::text::dateline::AGENCIES;
use crate::text::view::{Phrases, View, is_dash, phrases};
use std::ops::Range;

#[rustfmt::skip]
static CREDIT_OPENINGS: &Phrases = phrases![
    "with reporting by", "reporting by", "with additional reporting by", "additional reporting by",
    "editing by", "writing by", "written and edited by", "compiled by", "translated by", "edited by",
    "with reporting from", "with a report from", "with reports from", "with files from",
    "with contributions from", "with contributions by", "based on reporting by", "with agency",
    "with agencies", "with inputs from", "contributing :", "contributors :", "source :", "sources :",
    "with material from", "production by", "reporting and writing by", "copyright ©", "copyright 20",
    "copyright 19", "© 20", "© 19", "© copyright", "this article was originally published",
    "this story was originally published", "this article first appeared", "this story first appeared",
    "this article was produced by", "this is a developing story", "this story has been updated",
    "this article has been updated", "this story has been corrected", "this article has been corrected",
    "this story was corrected", "all rights reserved",
];

static CONTRIBUTED: &Phrases = phrases![
    "contributed to this report",
    "contributed to this story",
    "contributed reporting",
    "contributed to this article",
];

/// "With reporting by …", "(Reporting by …; Editing by …)", "– Rappler.com", "AFP", "… contributed to this report."
pub(super) fn is_credit(view: View<'_>, start: usize, inner: &Range<usize>, words: usize) -> bool {
    if view.says_any(inner.start, CREDIT_OPENINGS) || view.is(inner.start, "©") {
        return true;
    }
    if words <= 40 && view.has_any(inner.clone(), CONTRIBUTED) {
        return true;
    }
    signs(view, start..inner.end, words)
}

/// An agency's or a site's name alone, with or without a dash or brackets: "– Rappler.com", "(AFP)", "AFP/Reuters".
fn signs(view: View<'_>, block: Range<usize>, words: usize) -> bool {
    if words > 6 || view.ends_sentence(&block) {
        return false;
    }
    let marked = is_dash(view.word(block.start)) || view.word(block.start) == "(";
    let mut known = false;
    for i in block.clone() {
        let word = view.word(i);
        let agency = AGENCIES.contains(&word) || is_site(word);
        known |= agency;
        let filler = view.is_mark(i)
            || view.is_any(i, &["and", "with", "via", "Press", "Staff", "News", "France", "Presse"]);
        if !(agency || filler || view.is_capital(i)) {
            return false;
        }
    }
    known
        && (marked
            || words <= 2
            || block.clone().all(|i| !view.is_word(i) || AGENCIES.contains(&view.word(i))))
}

fn is_site(word: &str) -> bool {
    let ending = word.rsplit_once('.').map(|(name, end)| (name.is_empty(), end));
    matches!(ending, Some((false, "com" | "org" | "net" | "tv" | "info" | "ru" | "uk" | "eu")))
        && !word.contains('@')
}

/// Where a credit begins that stands behind the last sentence of a paragraph: "… in 2011. – Rappler.com".
pub(in crate::text) fn trailing_credit(view: View<'_>, block: &Range<usize>) -> Option<usize> {
    let from = block.end.saturating_sub(40).max(block.start + 4);
    (from..block.end).rev().find(|&i| {
        let word = view.word(i);
        let opens = is_dash(word) || word == "(" || view.is_any(i, &["Reporting", "Editing", "Additional"]);
        opens && !view.glued(i) && view.ends_sentence(&(block.start..i)) && {
            let words = view.words(i..block.end, 41);
            let inner = if view.is_mark(i) { i + 1 } else { i };
            is_credit(view, i, &(inner..block.end), words) && words <= 40
        }
    })
}
