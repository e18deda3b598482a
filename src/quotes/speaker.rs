//! From the words that name a speaker to the entity: names, titles, "the official", "he", "it".

use super::cues;
use super::line::Line;
use super::phrase;
use crate::entities::{Cast, Kind, Mention, ReferenceForm};
use crate::maps::HashMap;
use crate::text::Span;
use std::ops::Range;

/// Somebody who spoke or acted, as far as the reading has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Voice {
    /// The words.
    pub span: Span,
    pub entity: Option<u32>,
    /// The last word of the phrase, lower case: "the official" is the official of before.
    head: String,
    person: bool,
    /// The number of the line.
    line: usize,
}

/// Who has spoken, and who was there to speak, in order.
#[derive(Debug, Default)]
pub(super) struct Memory {
    voices: Vec<Voice>,
    /// Whom "he" or "she" has meant so far: true for a woman.
    sexes: HashMap<u32, bool>,
    /// For the latest lines: the first named person or body outside marks, then other people in them.
    subjects: Vec<Voice>,
}

/// So many lines back a pronoun may reach.
const REACH: usize = 5;

/// So many lines back an office is remembered.
const HELD: usize = 20;

/// So many people of a line are remembered beside the one who acts.
const OTHERS: usize = 2;

/// So many voices are remembered.
const KEPT: usize = 40;

impl Memory {
    /// Takes note of who acts in a line, after its speakers are known.
    pub fn note(&mut self, line: &Line<'_, '_>, number: usize) {
        let relative = relative(line, number);
        let acts = || self.goes_on(line, number).or_else(|| subject(line, number));
        let mut subject = relative.or_else(acts);
        // "Lee asked him why": the "he" that replies is not Lee.
        let asked = |i: usize| line.word(i) == "asked" && matches!(line.word(i + 1), "him" | "her");
        if let Some(subject) = subject.as_mut().filter(|_| (0..line.items.len()).any(asked)) {
            subject.person = false;
        }
        let first = subject.as_ref().map(|v| v.span);
        self.subjects.extend(subject);
        // Others are there too, should a pronoun not fit the first.
        let names = (line.opening()..line.items.len()).filter_map(|i| line.mention(i));
        let mut others: Vec<Voice> = Vec::new();
        for m in names.filter(|m| m.kind == Kind::Person && Some(m.span) != first) {
            if others.len() < OTHERS && others.last().is_none_or(|v| v.span != m.span) {
                others.push(voice(m, number));
            }
        }
        self.subjects.extend(others);
        if self.subjects.len() > KEPT {
            self.subjects.drain(..KEPT / 2);
        }
        if self.voices.len() > KEPT {
            self.voices.drain(..KEPT / 2);
        }
    }

    /// Whom a line goes on about: the "he" that opens it is who acts, before any name.
    fn goes_on(&self, line: &Line<'_, '_>, number: usize) -> Option<Voice> {
        const OPENING: usize = 8;
        let start = line.opening();
        let at = (start..line.items.len().min(start + OPENING))
            .find(|&i| matches!(line.word(i), "He" | "She" | "he" | "she") || line.mention(i).is_some())?;
        let she = line.word(at).eq_ignore_ascii_case("she");
        let voice = line.mention(at).is_none().then(|| self.person(line, at, number, she))??;
        Some(Voice { line: number, ..voice })
    }

    /// Who spoke last, if that was not long ago.
    pub fn last(&self, number: usize, reach: usize) -> Option<&Voice> {
        self.voices.last().filter(|v| v.line + reach >= number)
    }

    /// Who acted last.
    pub fn actor(&self, number: usize, reach: usize) -> Option<&Voice> {
        let last = self.subjects.last()?.line;
        self.subjects.iter().find(|v| v.line == last).filter(|v| v.line + reach >= number)
    }

    /// The speaker whom a phrase of this line names, remembered.
    pub fn name(&mut self, line: &Line<'_, '_>, phrase: Range<usize>, number: usize) -> Option<Voice> {
        let span = line.span(phrase.clone())?;
        let word = line.word(phrase.end - 1).to_lowercase();
        let mut voice = Voice { span, entity: None, head: head(line, &phrase), person: false, line: number };
        match word.as_str() {
            "he" | "she" if phrase.len() == 1 => {
                voice.person = true;
                let she = word == "she";
                let meant = self.person(line, phrase.start, number, she);
                voice.entity = meant.as_ref().and_then(|v| v.entity);
                if let Some(unnamed) = meant.filter(|v| v.entity.is_none()) {
                    voice.span = unnamed.span;
                }
                if let Some(entity) = voice.entity {
                    self.sexes.entry(entity).or_insert(she);
                }
                voice.head = String::new();
            }
            "it" | "they" if phrase.len() == 1 => {
                let body = |v: &&Voice| !v.person && v.line + REACH >= number;
                let meant =
                    self.voices.iter().rev().find(body).or_else(|| self.subjects.iter().rev().find(body));
                voice.entity = meant.and_then(|v| v.entity);
                // What has no name is shown by its words: "the presidency", not "it".
                if let Some(named) = meant.filter(|v| v.entity.is_none()) {
                    voice.span = named.span;
                }
            }
            _ if phrase.len() == 1 && cues::pronoun(&word) => {}
            _ => {
                (voice.entity, voice.person) = entity(line, phrase.clone());
                let bare = phrase.len() == 2 && line.word(phrase.start).eq_ignore_ascii_case("the");
                // "the German", "the 29-year-old": whoever spoke or acted last.
                let aged = phrase::aged(line, phrase.start + 3);
                let somebody = aged || bare && voice.head.is_empty();
                if voice.entity.is_none() && somebody && !word.ends_with('s') {
                    let person = |v: &&Voice| v.person && v.line + 1 >= number;
                    let last =
                        self.voices.iter().rfind(person).or_else(|| self.actor(number, 1).filter(person));
                    (voice.entity, voice.person) = (last.and_then(|v| v.entity), last.is_some());
                }
                if voice.entity.is_none() && bare && !voice.head.is_empty() {
                    let same = self.voices.iter().rev().find(|v| v.head == voice.head && v.entity.is_some());
                    // "the company" is the weightiest body that acted lately.
                    let body = |v: &&Voice| {
                        let entity = v.entity.and_then(|e| line.cast.entities.get(e as usize));
                        v.line + REACH >= number && entity.is_some_and(|e| e.kind == Kind::Organization)
                    };
                    // Entities stand in order of their weight in the article.
                    let bears = |v: &&Voice| {
                        let entity = v.entity.and_then(|e| line.cast.entities.get(e as usize));
                        let mut names = entity.iter().flat_map(|e| &e.aliases);
                        names.any(|name| name.to_lowercase().contains(&voice.head))
                    };
                    let acted = || {
                        let named = cues::named_body(&voice.head);
                        let bodies = self
                            .subjects
                            .iter()
                            .filter(body)
                            .filter(|v| cues::body(&voice.head) && (!named || bears(v)));
                        bodies.min_by_key(|v| v.entity)
                    };
                    let holder = || self.holder(line, &voice.head, number);
                    voice.entity = same.or_else(acted).or_else(holder).and_then(|v| v.entity);
                }
            }
        }
        self.voices.push(voice.clone());
        Some(voice)
    }

    /// Says that a voice known before speaks again.
    pub fn again(&mut self, mut voice: Voice, number: usize) -> Voice {
        voice.line = number;
        self.voices.push(voice.clone());
        voice
    }

    /// "the judge": the person lately named who is called by that office.
    fn holder(&self, line: &Line<'_, '_>, office: &str, number: usize) -> Option<&Voice> {
        let holds = |v: &&Voice| {
            let role = v.entity.and_then(|e| line.cast.entities.get(e as usize)?.role.as_ref());
            let mut words = role.iter().flat_map(|r| r.text.split_whitespace());
            v.person && v.line + HELD >= number && words.any(|w| w.eq_ignore_ascii_case(office))
        };
        self.subjects.iter().rev().chain(self.voices.iter().rev()).find(holds)
    }

    /// Whom "he" or "she" at item `at` means: the one who acts in this line before it, else in the lines before.
    fn person(&self, line: &Line<'_, '_>, at: usize, number: usize, she: bool) -> Option<Voice> {
        let known = |e: u32| entity_sex(line, e).or_else(|| self.sexes.get(&e).copied());
        let fits = |m: &Mention| m.kind == Kind::Person && known(m.entity).is_none_or(|s| s == she);
        // "Asked by Lee, he said": the one who asks is not meant.
        let mut asks = false;
        let here = (0..at).find_map(|i| {
            let m = line.mention(i);
            asks = m.is_some() && (asks || i > 0 && line.word(i - 1) == "by");
            m.filter(|m| !asks && fits(m) && outside(line, m))
        });
        if let Some(m) = here {
            return Some(voice(m, number));
        }
        for back in 0..=REACH {
            let then = number.checked_sub(back)?;
            let fits = |v: &&Voice| {
                let sex = v.entity.map_or_else(|| title(&v.head), known);
                v.line == then && v.person && sex.map_or(v.entity.is_some(), |s| s == she)
            };
            let spoke = self.voices.iter().rev().find(fits);
            if let Some(found) = spoke.or_else(|| self.subjects.iter().find(fits)) {
                return Some(found.clone());
            }
        }
        None
    }
}

impl Voice {
    /// True for a person.
    pub fn person(&self) -> bool {
        self.person
    }

    /// Where the voice was heard.
    pub fn line(&self) -> usize {
        self.line
    }
}

fn voice(m: &Mention, line: usize) -> Voice {
    Voice { span: m.span, entity: Some(m.entity), head: String::new(), person: m.kind == Kind::Person, line }
}

/// True if a name stands in this line outside of marks.
fn outside(line: &Line<'_, '_>, m: &Mention) -> bool {
    !line.items.iter().any(|i| i.passage.is_some_and(|p| line.passages[p].span.overlaps(m.span)))
}

/// The head of a phrase, before "of", "for", "at", in lower case; empty for names.
fn head(line: &Line<'_, '_>, phrase: &Range<usize>) -> String {
    let end = phrase.clone().skip(1).find(|&i| cues::preposition(line.word(i))).unwrap_or(phrase.end);
    let word = line.word(end - 1);
    if word.starts_with(char::is_uppercase) { String::new() } else { word.to_lowercase() }
}

/// The entity a phrase names: what the cast says of the nominal, else the person at its core, else a body.
fn entity(line: &Line<'_, '_>, phrase: Range<usize>) -> (Option<u32>, bool) {
    let Some(span) = line.span(phrase.clone()) else { return (None, false) };
    // "the chief of the port, Ann Lee": the name says who it is.
    if let Some(comma) = phrase.clone().find(|&i| line.pause(i)) {
        let named = entity(line, comma + 1..phrase.end);
        return if named.0.is_some() { named } else { entity(line, phrase.start..comma) };
    }
    let cast = line.cast;
    // "the head of the party, for Mr. Smith": what stands behind the preposition is not who speaks.
    let core_end = phrase
        .clone()
        .skip(1)
        .find(|&i| cues::preposition(line.word(i)) && line.mention(i).is_none())
        .unwrap_or(phrase.end);
    let core = line.span(phrase.start..core_end).unwrap_or(span);
    let inside: Vec<&Mention> = mentions(cast, core).collect();
    if let Some(m) = inside.iter().rev().find(|m| m.kind == Kind::Person) {
        return (Some(m.entity), true);
    }
    let first = cast.references.partition_point(|r| r.span.end <= core.start);
    let nominal = cast.references[first..]
        .iter()
        .take_while(|r| r.span.start < core.end)
        .filter(|r| r.form == ReferenceForm::Nominal && r.span.end >= core.end)
        .last();
    if let Some(r) = nominal {
        return (
            Some(r.entity),
            cast.entities.get(r.entity as usize).is_some_and(|e| e.kind == Kind::Person),
        );
    }
    if let Some(m) = inside.iter().rev().find(|m| m.kind == Kind::Organization) {
        // "the Kremlin statement", "Reuters reporters": the body speaks through its paper, not through a person.
        let last = line.word(core_end - 1);
        let human = cues::speaking_noun(last)
            && !["statement", "report", "letter", "memo", "survey", "poll", "study", "office"]
                .contains(&last);
        if m.span.end >= core.end || !human {
            return (Some(m.entity), false);
        }
    }
    // "Moscow said": a place that speaks is its government.
    let place = inside.iter().find(|m| m.kind == Kind::Place && m.span.end >= core.end);
    (place.map(|m| m.entity), false)
}

fn mentions(cast: &Cast, span: Span) -> impl Iterator<Item = &Mention> {
    let first = cast.mentions.partition_point(|m| m.span.start < span.start);
    cast.mentions[first..].iter().take_while(move |m| m.span.start < span.end)
}

/// Who acts in a line: the first name that no preposition governs.
fn subject(line: &Line<'_, '_>, number: usize) -> Option<Voice> {
    let mut fallback = None;
    let mut i = line.opening();
    while i < line.items.len() {
        let Some(m) = line.mention(i) else {
            i += 1;
            continue;
        };
        let start = phrase::before(line, i + 1, 0).map_or(i, |p| p.start);
        let governed = start.checked_sub(1).is_some_and(|p| cues::preposition(line.word(p)));
        let possessive = |i: usize| matches!(line.word(i), "'s" | "’s" | "'" | "’");
        while line.mention(i).is_some_and(|n| n.span == m.span) {
            i += 1;
        }
        if m.kind == Kind::Place || possessive(i) {
            continue;
        }
        if !governed {
            return Some(voice(m, number));
        }
        fallback = fallback.or(Some(voice(m, number)));
    }
    fallback
}

/// "Her husband, who drives a bus, nodded.": whoever opens a line unnamed, and is no less there to speak.
fn relative(line: &Line<'_, '_>, number: usize) -> Option<Voice> {
    let start = line.opening();
    let head = start + 1;
    let named = |i: usize| line.mention(i).is_some();
    let unnamed = matches!(line.word(start), "Her" | "His" | "Their")
        && title(line.word(head)).is_some()
        && !named(head + 1)
        && !(line.pause(head + 1) && named(head + 2));
    unnamed.then(|| Voice {
        span: line.span(start..head + 1).unwrap_or_default(),
        entity: None,
        head: line.word(head).to_lowercase(),
        person: true,
        line: number,
    })
}

/// What a title before a name says: "Mr." a man, "Mrs." a woman. Nothing is guessed from names.
fn sex(line: &Line<'_, '_>, m: &Mention) -> Option<bool> {
    let token = line.document.tokens_in(m.span).start.checked_sub(1)?;
    title(line.document.word(token))
}

fn title(word: &str) -> Option<bool> {
    match word.trim_end_matches('.') {
        "Mrs" | "Ms" | "Miss" | "Queen" | "Princess" | "Lady" | "Madame" | "Dame" | "Sister"
        | "spokeswoman" | "chairwoman" | "Congresswoman" | "actress" | "mother" | "daughter" | "wife"
        | "sister" | "widow" => Some(true),
        "Mr" | "King" | "Prince" | "Sir" | "Lord" | "Brother" | "spokesman" | "Congressman" | "father"
        | "son" | "husband" | "brother" => Some(false),
        _ => None,
    }
}

/// The same over the first mentions of an entity.
fn entity_sex(line: &Line<'_, '_>, entity: u32) -> Option<bool> {
    let mentions = line.cast.entities.get(entity as usize)?.mentions.iter().take(8);
    mentions.filter_map(|&m| line.cast.mentions.get(m as usize)).find_map(|m| sex(line, m))
}
