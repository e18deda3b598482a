//! When an article was published or updated.

use crate::maps::words;
use crate::text::calendar::{is_month, is_weekday};
use crate::text::view::{Phrases, View, is_dash, phrases};
use std::ops::Range;

#[rustfmt::skip]
static STAMP_LABELS: &Phrases = phrases![
    "first published", "last updated", "last modified", "last update", "publication date", "date published",
    "published", "updated", "posted", "modified", "issued", "date", "created", "pubdate", "publish date",
    "release date",
];

/// "Published 8:44 PM, August 23, 2019", "Last updated 2 hours ago", a line that is nothing but a date, or a source and one.
pub(super) fn is_published(view: View<'_>, block: &Range<usize>) -> bool {
    let label = view.opening(block.start, STAMP_LABELS);
    stamp_end(view, block.start + label..block.end, label > 0) == block.end || is_sourced(view, block)
}

/// How many tokens from the top a source and a date may stand; further down such a line is a caption or an entry of a list.
const TOP: usize = 120;

/// "Bangkok Post, 14 Mar 2024", "Reuters | May 3, 2021": names, then day, month and year. Not the first line, which may be
/// the headline of a battle.
fn is_sourced(view: View<'_>, block: &Range<usize>) -> bool {
    let Some(at) = block
        .clone()
        .find(|&i| matches!(view.word(i), "," | "|" | "·" | "•") || is_dash(view.word(i)) && !view.glued(i))
    else {
        return false;
    };
    let source = block.start..at;
    let named = view.is_capital(block.start)
        && source.len() <= 6
        && source.clone().all(|i| view.is_capital(i) || view.is_any(i, &["of", "the", "and"]))
        && !source.clone().any(|i| is_month(view.word(i)));
    let year = (at..block.end).any(|i| view.is_number(i) && view.word(i).len() == 4);
    (1..TOP).contains(&block.start)
        && named
        && year
        && view.words(at..block.end, 9) >= 3
        && stamp_end(view, at + 1..block.end, false) == block.end
}

words! {
    /// What stands in a stamp beside numbers and names of days and months.
    FILLERS = "at on of the am pm a.m p.m gmt utc est edt et ist bst cet cest eest eet msk pst pdt pt jst hkt sgt local \
        time ago hours hour minutes minute mins min hrs hr h days day today yesterday published updated posted \
        modified last first date t z st nd rd th noon midnight"
}

/// Where a stamp of day and time that starts the range ends; its start if there is none.
fn stamp_end(view: View<'_>, range: Range<usize>, labelled: bool) -> usize {
    let (mut numbers, mut names) = (0, 0);
    let mut at = range.start;
    while at < range.end {
        let word = view.word(at);
        let lower = word.to_lowercase();
        let filler = FILLERS.contains(lower.trim_end_matches('.'));
        if view.is_number(at) {
            numbers += 1;
        } else if is_month(word)
            || is_weekday(word)
            || matches!(&*lower, "ago" | "today" | "yesterday" | "am" | "pm")
        {
            names += 1;
        } else if !(filler || view.is_mark(at) && !matches!(word, "\"" | "“" | "%" | "$" | "€" | "£" | "?"))
        {
            break;
        }
        at += 1;
    }
    let whole = at == range.end;
    let iso = numbers >= 3 && view.word(range.start).len() == 4 && is_dash(view.word(range.start + 1));
    let good =
        numbers > 0 && (names > 0 || iso || labelled || numbers >= 3 && view.words(range.clone(), 9) <= 5);
    if whole && good { at } else { range.start }
}

/// Where a stray stamp in front of the text ends: "date 2019-08-23 Turkey and …".
pub(in crate::text) fn leading_stamp(view: View<'_>, block: &Range<usize>) -> Option<usize> {
    let at = block.start + usize::from(view.is(block.start, "date"));
    let at = at + usize::from(at > block.start && view.word(at) == ":");
    let iso = view.is_number(at)
        && view.word(at).len() == 4
        && view.is_number(at + 2)
        && view.is_number(at + 4)
        && [at + 1, at + 3].into_iter().all(|i| view.word(i) == "-" && view.glued(i) && view.glued(i + 1));
    let end = at + 5;
    (iso && end < block.end && !view.glued(end) && (at > block.start || view.is_capital(end))).then_some(end)
}
