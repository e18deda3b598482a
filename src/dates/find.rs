use super::{Day, Timex};
use crate::text::{Document, Span};

/// Finds every time expression and resolves it against the publication day, if that is known.
pub fn find(_document: &Document<'_>, _published: Option<Day>) -> Vec<Timex> {
    Vec::new()
}

/// The publication day as the article itself says it ("Published 8:44 PM, August 23, 2019"), and where.
pub fn publication(_document: &Document<'_>) -> Option<(Day, Span)> {
    None
}
