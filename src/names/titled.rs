//! A person between office and name: "U.S. President |Donald Trump|", "President |Recep Tayyip| Erdoğan".

use super::{Name, NameKind};
use crate::text::{Document, Span, TokenKind};

/// Offices that stand before a name and are themselves nobody's surname.
const OFFICES: [&str; 13] = [
    "President",
    "Minister",
    "Premier",
    "Chancellor",
    "Secretary",
    "Senator",
    "Governor",
    "Ambassador",
    "Congressman",
    "Congresswoman",
    "Spokesman",
    "Spokeswoman",
    "Secretary-General",
];

/// Puts the left edge of each person where the office ends and the name begins.
pub fn settle_left_edges(document: &Document<'_>, mut names: Vec<Name>) -> Vec<Name> {
    for at in 0..names.len() {
        if names[at].kind != NameKind::Person {
            continue;
        }
        let inside = document.tokens_in(names[at].span);
        let office = inside.clone().rev().skip(1).find(|&token| OFFICES.contains(&document.word(token)));
        if let Some(office) = office {
            names[at].span.start = document.tokens[office + 1].span.start;
        } else if let Some(first) = first_name(document, inside.start)
            && !at
                .checked_sub(1)
                .is_some_and(|b| names[b].kind == NameKind::Demonym && names[b].span.overlaps(first))
        {
            names[at].span.start = first.start;
        }
    }
    // A first name that the tagger took for something of its own now lies inside.
    let starts: Vec<u32> = names.iter().skip(1).map(|n| n.span.start).chain([u32::MAX]).collect();
    let mut next = starts.iter();
    names.retain(|n| next.next().is_none_or(|&start| n.span.end <= start));
    names
}

/// The capitalised word that stands between an office and the name that begins at `token`.
fn first_name(document: &Document<'_>, token: usize) -> Option<Span> {
    let (office, first) = (token.checked_sub(2)?, token.checked_sub(1)?);
    let word = document.word(first);
    let spaced = |t: usize| document.tokens.get(t).is_some_and(|t| !t.glued);
    let name_like = document.tokens[first].kind == TokenKind::Word
        && word.chars().next().is_some_and(char::is_uppercase)
        && word.chars().nth(1).is_some_and(char::is_lowercase)
        && !OFFICES.contains(&word)
        && !word.ends_with('.');
    let one_line = document.sentence_of(office) == document.sentence_of(token);
    (OFFICES.contains(&document.word(office)) && name_like && spaced(first) && spaced(token) && one_line)
        .then(|| document.tokens[first].span)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `text` with the name in bars, as the tagger left it; the same with the name where it should be.
    fn check(given: &str, expected: &str) {
        let (text, span) = unmark(given);
        let document = crate::text::parse(&text, None);
        let name = Name { span, kind: NameKind::Person, confidence: 0.9 };
        let names = settle_left_edges(&document, vec![name]);
        assert_eq!(names[0].span, unmark(expected).1, "{given}");
    }

    fn unmark(marked: &str) -> (String, Span) {
        let mut parts = marked.split('|');
        let (before, name, after) = (parts.next().unwrap(), parts.next().unwrap(), parts.next().unwrap());
        (format!("{before}{name}{after}"), Span::new(before.len(), before.len() + name.len()))
    }

    #[test]
    fn the_name_begins_after_the_office() {
        check("It was |U.S. President Ada Moss| who came.", "It was U.S. President |Ada Moss| who came.");
        check(
            "Then Turkish President Kemal |Orhan Demir| spoke.",
            "Then Turkish President |Kemal Orhan Demir| spoke.",
        );
        check("Prime Minister Asha |Rao| spoke.", "Prime Minister |Asha Rao| spoke.");
        check("Defense Minister |Tom Abel| spoke.", "Defense Minister |Tom Abel| spoke.");
        check("The President, Turkish |Orhan Demir|, left.", "The President, Turkish |Orhan Demir|, left.");
        check("He met |Mary King| there.", "He met |Mary King| there.");
    }

    #[test]
    fn what_lies_inside_afterwards_goes() {
        let text = "President Kemal Orhan Demir spoke.";
        let document = crate::text::parse(text, None);
        let name = |start, end, kind| Name { span: Span::new(start, end), kind, confidence: 0.9 };
        let names = vec![name(10, 15, NameKind::Organization), name(16, 27, NameKind::Person)];
        let names = settle_left_edges(&document, names);
        assert_eq!(names, [name(10, 27, NameKind::Person)]);
    }
}
