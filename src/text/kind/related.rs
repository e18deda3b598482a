//! Pointers to other articles.

use crate::text::view::{Phrases, View, phrases};
use std::ops::Range;

#[rustfmt::skip]
static RELATED_OPENINGS: &Phrases = phrases![
    "related article", "related articles", "related story", "related stories", "related :", "related news",
    "related coverage", "related content", "related topics", "related video", "related reading", "read more",
    "read also", "also read", "also see", "see also", "see more", "read :", "read next", "read the full",
    "read this", "more :", "more on this", "more from", "more about", "watch :", "watch also", "listen :",
    "watch |", "in pictures :", "in photos :", "photos :", "gallery :", "you may also", "you might also",
    "you may like", "recommended :", "recommended for you", "recommended reading", "recommended stories",
    "don't miss", "don’t miss", "up next", "further reading", "story continues", "must read", "click here",
    "opinion :", "analysis :", "live updates :", "follow our live", "explore more", "dig deeper",
    "editor's picks", "editors ' picks", "what to read next",
];

/// True for a line under which others are listed: "Related topics".
pub(in crate::text) fn heads_list(view: View<'_>, block: &Range<usize>) -> bool {
    #[rustfmt::skip]
static HEADS: &Phrases = phrases![
    "related topics", "related articles", "related stories", "related news", "related content",
    "related internet links", "more on this story", "top stories", "topics", "tags", "most read",
    "most popular", "recommended", "trending", "recommended stories", "recommended for you", "latest news",
    "you may also like", "you might also like", "up next",
];
    view.is_one_of(block, HEADS)
}

/// "Related article: …", "READ MORE: …", "See also".
pub(super) fn is_related(view: View<'_>, block: &Range<usize>, words: usize) -> bool {
    if !view.says_any(block.start, RELATED_OPENINGS) {
        return false;
    }
    // "Read this as a warning," is prose; what points elsewhere has a colon or no full stop.
    let colon = (block.start..block.end.min(block.start + 6))
        .any(|i| matches!(view.word(i), ":" | "|" | "»" | "→" | ">"));
    colon || !view.ends_sentence(block) && words <= 30
}
