//! Texts with names marked as the tagger would: `{P …}` a person, `{L …}` a place, `{O …}` a body.

use glosser::names::{Name, NameKind};
use glosser::text::Span;

/// The text without marks, and the names, certain.
pub fn unmark(marked: &str) -> (String, Vec<Name>) {
    let mut text = String::new();
    let mut names = Vec::new();
    let mut rest = marked;
    while let Some(open) = rest.find('{') {
        text.push_str(&rest[..open]);
        let close = open + rest[open..].find('}').expect("a closing brace");
        let kind = match &rest[open + 1..open + 2] {
            "P" => NameKind::Person,
            "L" => NameKind::Place,
            "O" => NameKind::Organization,
            other => panic!("no such kind: {other}"),
        };
        let start = text.len();
        text.push_str(&rest[open + 3..close]);
        names.push(Name { span: Span::new(start, text.len()), kind, confidence: 1.0 });
        rest = &rest[close + 1..];
    }
    text.push_str(rest);
    (text, names)
}
