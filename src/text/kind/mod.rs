//! What a paragraph is, as far as its own words tell. One file for each kind, with its phrases.

mod byline;
mod caption;
mod credit;
mod crumb;
mod notice;
mod related;
mod stamp;

pub(super) use byline::has_role;
pub(super) use caption::has_pose;
pub(super) use credit::trailing_credit;
pub(super) use related::heads_list;
pub(super) use stamp::leading_stamp;

use super::shape::BlockKind;
use super::view::{View, is_bullet};
use byline::is_byline;
use caption::is_caption;
use credit::is_credit;
use crumb::is_crumb;
use notice::is_notice;
use related::is_related;
use stamp::is_published;
use std::ops::Range;

/// The kind that the words of a paragraph give away; `None` where only its place in the article can tell.
pub(in crate::text) fn own_kind(view: View<'_>, block: &Range<usize>) -> Option<BlockKind> {
    let words = view.words(block.clone(), 121);
    if words == 0 {
        return Some(BlockKind::Crumb);
    }
    if words > 120 {
        return None;
    }
    // What the paragraph says first, behind bullets and brackets.
    let mut at = block.start;
    while at + 1 < block.end && view.is_mark(at) && !matches!(view.word(at), "\"" | "“" | "'" | "‘" | "©")
    {
        at += 1;
    }
    let inner = at..block.end;
    if is_credit(view, block.start, &inner, words) {
        return Some(BlockKind::Credit);
    }
    if words <= 16 && is_published(view, &inner) {
        return Some(BlockKind::Published);
    }
    if words <= 45 && is_related(view, &inner, words) {
        return Some(BlockKind::Related);
    }
    if words <= 22 && is_byline(view, &inner) {
        return Some(BlockKind::Byline);
    }
    if is_crumb(view, &inner, words) || is_notice(view, &inner, words) {
        return Some(BlockKind::Crumb);
    }
    if is_caption(view, &inner, words) {
        return Some(BlockKind::Caption);
    }
    None
}

/// True for lines that begin with a bullet or a number.
pub(in crate::text) fn is_item(view: View<'_>, block: &Range<usize>) -> bool {
    let first = view.word(block.start);
    is_bullet(first) && !view.glued(block.start + 1)
        || view.is_number(block.start) && matches!(view.word(block.start + 1), "." | ")") && first.len() <= 2
}
