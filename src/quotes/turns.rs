//! The turns of an interview: paragraphs that open with who speaks. "Q: Why so long?" · "Lee: I was afraid of it."

use super::{Quote, QuoteKind, Speaker};
use crate::entities::{Cast, Kind};
use crate::maps::{HashMap, HashSet};
use crate::text::{Document, Span};
use std::ops::Range;

/// Fewer turns are no conversation, and one voice alone is none either.
const TURNS: usize = 4;
const VOICES: usize = 2;

/// A label has at most so many words.
const LABEL: usize = 4;

/// Who speaks, in a paragraph that may be a turn.
struct Label {
    span: Span,
    /// As it is compared with others.
    voice: String,
    entity: Option<u32>,
    /// Where the words begin.
    content: usize,
}

/// The turns among some blocks, each with its tokens, by block; none if the article is no interview.
pub(super) fn find(
    document: &Document<'_>,
    cast: &Cast,
    blocks: &[(usize, Range<usize>)],
) -> HashMap<usize, Quote> {
    let people = People::new(cast);
    let labels: Vec<(usize, usize, Label)> = blocks
        .iter()
        .filter_map(|(block, tokens)| Some((*block, tokens.end, label(document, &people, tokens.clone())?)))
        .collect();
    let voices: HashSet<&str> = labels.iter().map(|l| l.2.voice.as_str()).collect();
    // Somebody speaks twice: "WHO: …", "WHAT: …", "WHERE: …" is no conversation.
    if labels.len() < TURNS || voices.len() < VOICES || labels.len() == voices.len() {
        return HashMap::default();
    }
    let turn = |(block, end, label): &(usize, usize, Label)| {
        let span = document.tokens[label.content].span.join(document.tokens[end - 1].span);
        let speaker = Speaker { span: label.span, entity: label.entity };
        (*block, Quote { span, kind: QuoteKind::Direct, speaker: Some(speaker) })
    };
    labels.iter().map(turn).collect()
}

/// The label of a paragraph: "Q", "A", or somebody's name or words in capitals, before a colon; "Q." too.
fn label(document: &Document<'_>, people: &People<'_>, tokens: Range<usize>) -> Option<Label> {
    let (end, content) = parted(document, &tokens)?;
    if end == tokens.start || content >= tokens.end {
        return None;
    }
    let span = document.tokens[tokens.start].span.join(document.tokens[end - 1].span);
    let words = document.slice(span);
    let letter = matches!(words, "Q" | "A" | "Q." | "A." | "Question" | "Answer");
    let capitals = words.len() > 1 && !words.contains(|c: char| c.is_lowercase() || c.is_ascii_digit());
    let person = people.named(span, words);
    let voice = match person {
        Some(Some(entity)) => format!("#{entity}"),
        _ => words.trim_end_matches('.').to_lowercase(),
    };
    let entity = person.flatten();
    (letter || capitals || person.is_some()).then_some(Label { span, voice, entity, content })
}

/// Where a label ends and what is said begins.
fn parted(document: &Document<'_>, tokens: &Range<usize>) -> Option<(usize, usize)> {
    let next = tokens.start + 1;
    let word = |t: usize| if t < tokens.end { document.word(t) } else { "" };
    match (word(tokens.start), word(next)) {
        ("Q." | "A.", ":") | ("Q" | "A", ".") => Some((next, next + 1)),
        ("Q." | "A.", _) => Some((next, next)),
        _ => tokens.clone().take(LABEL + 1).find(|&t| word(t) == ":").map(|colon| (colon, colon + 1)),
    }
}

/// Everybody by name and by last name.
struct People<'a> {
    cast: &'a Cast,
    /// The entity, if only one bears the name.
    by_name: HashMap<String, Option<u32>>,
}

impl<'a> People<'a> {
    fn new(cast: &'a Cast) -> Self {
        let mut by_name: HashMap<String, Option<u32>> = HashMap::default();
        for (i, entity) in cast.entities.iter().enumerate().filter(|(_, e)| e.kind == Kind::Person) {
            let i = Some(i as u32);
            for name in &entity.aliases {
                for name in [name, name.rsplit(' ').next().unwrap_or(name)] {
                    let known = by_name.entry(name.to_lowercase()).or_insert(i);
                    *known = known.filter(|_| *known == i);
                }
            }
        }
        Self { cast, by_name }
    }

    /// Whether the words name somebody, and whom, if only one can be meant.
    fn named(&self, span: Span, words: &str) -> Option<Option<u32>> {
        let mentions = &self.cast.mentions;
        let first = mentions.partition_point(|m| m.span.end < span.end);
        let here = mentions.get(first).filter(|m| m.span.end == span.end && m.kind == Kind::Person);
        here.map(|m| Some(m.entity)).or_else(|| self.by_name.get(&words.to_lowercase()).copied())
    }
}
