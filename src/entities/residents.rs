//! "A Versailles man", "two Marion residents": local news names towns before their people, and the tagger, which sees
//! one sentence, often takes them for nothing, or for people.

use super::{Kind, Mention, lands};
use crate::maps::words;
use crate::sort::Sort;
use crate::text::{Document, Span, TokenKind};

words! {
    /// People that are told by where they live.
    PEOPLE = "boy couple girl man men motorist native resident residents teen teenager woman women"
}

/// Those who work for a town: a lone word before them that the tagger took for a person is the town.
const STAFF: &[&str] = &[
    "aldermen",
    "commissioners",
    "deputies",
    "firefighters",
    "paramedics",
    "police",
    "residents",
    "selectmen",
];
/// What stands before the town.
const OPENERS: &[&str] =
    &["a", "an", "another", "one", "two", "three", "four", "five", "old", "many", "most", "some"];
/// Capitals before people that are no towns.
const FAITHS: &[&str] = &[
    "Aboriginal",
    "Alaska",
    "Amish",
    "Asian",
    "Black",
    "Buddhist",
    "Caribbean",
    "Catholic",
    "Christian",
    "Democratic",
    "First",
    "Hasidic",
    "Hindu",
    "Hispanic",
    "Indigenous",
    "Jewish",
    "Latina",
    "Latino",
    "Marine",
    "Mormon",
    "Muslim",
    "Native",
    "Navajo",
    "Nazi",
    "Orthodox",
    "Protestant",
    "Republican",
    "Roma",
    "Shia",
    "Shiite",
    "Sikh",
    "Sunni",
    "Taliban",
    "White",
    "Yazidi",
];
/// The longest name of a town, in words: "Royal Oak".
const LONGEST: usize = 3;
/// How sure one can be of them.
const CONFIDENCE: f32 = 0.6;

/// Adds those the tagger passed over and mends those it took for people, keeping the order.
pub(super) fn add(document: &Document<'_>, mentions: &mut Vec<Mention>) {
    for mention in mentions.iter_mut().filter(|m| m.kind == Kind::Person && m.confidence < 1.0) {
        let tokens = document.tokens_in(mention.span);
        if tokens.len() == 1
            && document.tokens.get(tokens.end).is_some_and(|_| STAFF.contains(&document.word(tokens.end)))
        {
            mention.kind = Kind::Place;
        }
    }
    let mut missed: Vec<Mention> = Vec::new();
    for span in (1..document.tokens.len()).filter_map(|t| town(document, t)) {
        let at = mentions.partition_point(|m| m.span.end <= span.start);
        match mentions.get_mut(at) {
            Some(mention) if mention.span.start < span.end => {
                if mention.span == span && mention.kind == Kind::Person && mention.confidence < 1.0 {
                    mention.kind = Kind::Place;
                }
            }
            _ => {
                let kind = Kind::Place;
                missed.push(Mention { span, kind, entity: 0, confidence: CONFIDENCE, stands_for: None });
            }
        }
    }
    if !missed.is_empty() {
        mentions.append(&mut missed);
        mentions.arrange_by_key(|m| m.span);
    }
}

/// The town before the people at token `t`.
fn town(document: &Document<'_>, t: usize) -> Option<Span> {
    let tokens = &document.tokens;
    PEOPLE.get(document.word(t))?;
    let capital = |t: usize| {
        let word = document.word(t);
        let mut letters = word.chars();
        tokens[t].kind == TokenKind::Word
            && letters.next().is_some_and(char::is_uppercase)
            && letters.next().is_some_and(char::is_lowercase)
            && !OPENERS.contains(&word.to_lowercase().as_str())
    };
    let start = (t.saturating_sub(LONGEST)..t).rev().take_while(|&t| capital(t)).last()?;
    let opener = document.word(start.checked_sub(1)?).to_lowercase();
    let same_sentence = document.sentence_of(start - 1) == document.sentence_of(t);
    let other = (start..t).any(|t| {
        let word = document.word(t);
        FAITHS.contains(&word) || word.ends_with('.') || lands::land_of_demonym(word).is_some()
    });
    (same_sentence && !other && OPENERS.contains(&opener.as_str()))
        .then(|| tokens[start].span.join(tokens[t - 1].span))
}
