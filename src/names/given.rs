//! For tests: names that the chain might have found in a text, before and after a step that settles them.

use super::analysis::Analysis;
use super::lexicon::Lexicon;
use super::settle::Found;

/// The names of `text` given with their kinds, wherever they stand, after `step`, must be those expected. No list knows any.
pub(super) fn check(
    text: &str,
    given: &[(&str, usize)],
    step: impl FnOnce(&Analysis, &mut Vec<Found>),
    expected: &[(&str, usize)],
) {
    let document = crate::text::parse(text, None);
    let a = Analysis::new(&document, &Lexicon::default());
    let mut found: Vec<Found> = Vec::new();
    for &(name, kind) in given {
        for (from, _) in text.match_indices(name) {
            let at = |byte: usize| a.pieces.partition_point(|piece| (piece.span.start as usize) < byte);
            found.push(Found { start: at(from), end: at(from + name.len()), kind, raw: 0.6 });
        }
    }
    found.sort_by_key(|name| name.start);
    step(&a, &mut found);
    let words = |name: &Found| {
        &text[a.pieces[name.start].span.start as usize..a.pieces[name.end - 1].span.end as usize]
    };
    let names: Vec<(&str, usize)> = found.iter().map(|name| (words(name), name.kind)).collect();
    assert_eq!(names, expected, "{text}");
}
