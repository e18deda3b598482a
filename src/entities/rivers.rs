//! "The Ohio" is no state: rivers share their names with the lands they run through, and go by an article.

use super::fold::fold;
use super::{Kind, Mention};
use crate::maps::{HashSet, words};
use crate::text::Document;
use std::borrow::Cow;

words! {
    /// Rivers with lands of their name.
    SHARED = [
        "alabama", "arkansas", "colorado", "connecticut", "delaware", "illinois", "iowa", "jordan", "kansas",
        "minnesota", "mississippi", "missouri", "niger", "ohio", "tennessee", "wisconsin"
    ]
}

/// The rivers of an article.
pub(super) struct Rivers<'d, 't> {
    document: &'d Document<'t>,
    /// Folded names, without "river", of those it calls so once.
    called: HashSet<String>,
}

impl<'d, 't> Rivers<'d, 't> {
    pub fn new(document: &'d Document<'t>, mentions: &[Mention]) -> Self {
        let places = mentions.iter().filter(|m| m.kind == Kind::Place).map(|m| fold(document.slice(m.span)));
        let bare = |name: String| {
            name.strip_suffix(" river").or_else(|| name.strip_prefix("river ")).map(str::to_string)
        };
        Self { document, called: places.filter_map(bare).collect() }
    }

    /// The name by which a mention is compared with others: "the Ohio" is "Ohio River".
    pub fn name(&self, mention: &Mention) -> Cow<'t, str> {
        let name = self.document.slice(mention.span);
        let folded = fold(name);
        let river = mention.kind == Kind::Place
            && (SHARED.contains(&folded) || self.called.contains(&folded))
            && self.document.is_definite(mention.span);
        if river { format!("{name} River").into() } else { name.into() }
    }
}
