//! Quotations and who said them.
//!
//! Three steps: passages in quotation marks (`marks`); lines, in which a passage is one item, so that a sentence
//! reads as if nothing were quoted (`line`); verbs of speech with their subject and what they are given
//! (`attribution`). A statement wholly in marks is direct, partly mixed, without marks indirect. A passage that
//! nobody is said to have said is left out if it is short or a title, and else goes to whoever spoke before. Paragraphs
//! that open with who speaks are the turns of an interview (`turns`).

mod attribution;
mod cues;
mod line;
mod marks;
mod phrase;
mod pieces;
mod speaker;
#[cfg(test)]
mod tests;
mod told;
mod turns;

use crate::entities::{Cast, Kind};
use crate::sort::Sort;
use crate::text::{BlockKind, Document, Span};
use attribution::{Attribution, Source, attributions};
use line::Line;
use pieces::{opens_with_capital, pieces, title_like};
use speaker::{Memory, Voice};
use std::ops::Range;
use told::{told_before, told_behind};

/// How speech is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum QuoteKind {
    /// A whole statement in quotation marks.
    Direct,
    /// A statement of which a part stands in quotation marks, the rest in the writer's words.
    Mixed,
    /// No marks: "Putin said that …".
    Indirect,
}

/// A quotation.
#[derive(Debug, Clone, PartialEq)]
pub struct Quote {
    /// Its words, marks included; for mixed and indirect speech the whole statement, without "that".
    pub span: Span,
    /// How it is given.
    pub kind: QuoteKind,
    /// Who said it, if the article says.
    pub speaker: Option<Speaker>,
}

/// Who said something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Speaker {
    /// The words that name the speaker next to the quotation ("the Kremlin", "he").
    pub span: Span,
    /// Index of the entity, if known.
    pub entity: Option<u32>,
}

/// A passage of fewer words that nobody is said to have said is a term or a title, not a statement.
const STATEMENT: usize = 6;

/// Finds quotations in order, and their speakers. Linear in the text.
pub fn find(document: &Document<'_>, cast: &Cast) -> Vec<Quote> {
    let mut reading = Reading::default();
    let speaking: Vec<(usize, Range<usize>)> = document
        .blocks
        .iter()
        .enumerate()
        .filter(|(_, b)| marks::may_speak(b.kind))
        .map(|(i, b)| (i, document.tokens_in(b.span)))
        .filter(|(_, tokens)| !tokens.is_empty())
        .collect();
    let turns = turns::find(document, cast, &speaking);
    for (n, (block, tokens)) in speaking.iter().enumerate() {
        if let Some(turn) = turns.get(block) {
            reading.quotes.push(turn.clone());
            continue;
        }
        let next = speaking.get(n + 1).map(|(_, tokens)| tokens.clone());
        let passages = marks::passages(document, tokens.clone(), next);
        for line in line::lines(document, cast, &passages, *block, tokens.clone()) {
            reading.read(&line);
        }
    }
    let mut quotes = reading.quotes;
    quotes.arrange_by_key(|q| (q.span.start, std::cmp::Reverse(q.span.end)));
    // "said that they "will stay"": one quotation, not one within another.
    let within = |b: &Quote, a: &Quote| {
        a.kind == QuoteKind::Mixed
            && a.speaker == b.speaker
            && a.span.start <= b.span.start
            && b.span.end <= a.span.end
    };
    quotes.dedup_by(|b, a| a.span == b.span || within(b, a));
    quotes
}

/// The state of reading from line to line.
#[derive(Default)]
struct Reading {
    quotes: Vec<Quote>,
    memory: Memory,
    /// The number of the line.
    number: usize,
    /// A verb and a colon ended the line before: the next passage is theirs.
    promised: Option<Voice>,
    /// Quotations of a speech over several paragraphs whose speaker is not named yet.
    waiting: Vec<usize>,
    /// The passage before goes on in this paragraph.
    goes_on: bool,
    /// The line and block of the last direct quotation.
    last_direct: Option<(usize, usize)>,
}

impl Reading {
    fn read(&mut self, line: &Line<'_, '_>) {
        self.number += 1;
        let mut taken = vec![false; line.items.len()];
        let mut promised = None;
        let mut first_voice = None;
        let mut spoken = line.opening();
        for attribution in attributions(line) {
            // "X said …, while Y laughed and said": after the joint somebody else acts.
            let before = spoken..attribution.cue;
            let joint = before.clone().rev().find(|&i| phrase::parts(line, i));
            let joint = joint.or_else(|| phrase::dashed(line, before));
            if attribution.source == Source::Same && joint.is_some() {
                first_voice = None;
            }
            let voice =
                self.voice(line, &attribution, first_voice.as_ref(), joint.map_or(line.opening(), |j| j + 1));
            first_voice = first_voice.or(voice.clone());
            spoken = attribution.cue;
            if attribution.content.is_empty() {
                promised = voice.or(promised);
                continue;
            }
            for item in attribution.content.clone() {
                taken[item] |= line.items[item].passage.is_some();
            }
            for (span, kind) in pieces(line, &attribution) {
                self.push(line, span, kind, voice.as_ref());
            }
        }
        for i in 0..line.items.len() {
            if line.passage(i).is_some() && !std::mem::replace(&mut taken[i], true) {
                self.unattributed(line, i, &mut taken);
            }
        }
        self.promised = promised;
        self.memory.note(line, self.number);
        self.settle();
    }

    fn push(&mut self, line: &Line<'_, '_>, span: Span, kind: QuoteKind, voice: Option<&Voice>) {
        if let Some(voice) = voice {
            // Now it is known who spoke in the paragraphs before.
            for i in std::mem::take(&mut self.waiting) {
                self.quotes[i].speaker = Some(Speaker { span: voice.span, entity: voice.entity });
            }
        }
        if kind == QuoteKind::Direct {
            self.last_direct = Some((self.number, line.block));
        }
        self.quotes.push(Quote {
            span,
            kind,
            speaker: voice.map(|v| Speaker { span: v.span, entity: v.entity }),
        });
    }

    /// A speech that opens a story goes to who acts in the line behind it.
    fn settle(&mut self) {
        let said = self.last_direct.is_some_and(|(number, _)| number + 1 == self.number);
        if !said || self.goes_on || self.waiting.is_empty() {
            return;
        }
        if let Some(actor) = self.memory.actor(self.number, 0).filter(|v| v.person()) {
            let speaker = Speaker { span: actor.span, entity: actor.entity };
            for i in std::mem::take(&mut self.waiting) {
                self.quotes[i].speaker = Some(speaker.clone());
            }
        }
    }

    /// The voice of an attribution.
    fn voice(
        &mut self,
        line: &Line<'_, '_>,
        attribution: &Attribution,
        first: Option<&Voice>,
        from: usize,
    ) -> Option<Voice> {
        match &attribution.source {
            Source::Phrase(phrase) => self.memory.name(line, phrase.clone(), self.number),
            Source::Same => match first {
                Some(voice) => Some(voice.clone()),
                None => self.subject(line, from, attribution.cue),
            },
        }
    }

    /// Who acts in a line between two items: the phrase before the first verb, else the first name.
    fn subject(&mut self, line: &Line<'_, '_>, start: usize, before: usize) -> Option<Voice> {
        let verb = (start + 1..before).find(|&i| phrase::finite(line, i));
        let acts = |p: &Range<usize>| {
            p.clone().any(|i| {
                let word = line.word(i);
                cues::pronoun(word)
                    || cues::speaking_noun(word)
                    || line.mention(i).is_some_and(|m| m.kind != Kind::Place)
            })
        };
        let phrase = verb.and_then(|v| phrase::before(line, v, start)).filter(acts).or_else(|| {
            let mut i = (start..before).find(|&i| line.mention(i).is_some_and(|m| m.kind != Kind::Place))?;
            let name = line.mention(i)?.span;
            while line.mention(i).is_some_and(|m| m.span == name) {
                i += 1;
            }
            phrase::before(line, i, start)
        })?;
        self.memory.name(line, phrase, self.number)
    }

    /// A passage with no verb of speech in its line.
    fn unattributed(&mut self, line: &Line<'_, '_>, item: usize, taken: &mut [bool]) {
        let Some(passage) = line.passage(item) else { return };
        let goes_on = std::mem::replace(&mut self.goes_on, passage.goes_on);
        if let Some(told) = told_behind(line, item).or_else(|| told_before(line, item)) {
            let voice = self.memory.name(line, told, self.number);
            self.push(line, passage.span, QuoteKind::Direct, voice.as_ref());
            for (i, taken) in taken.iter_mut().enumerate().skip(item + 1) {
                if let Some(more) = line.passage(i).filter(|_| line.pause(i - 1) && !*taken) {
                    *taken = true;
                    self.push(line, more.span, QuoteKind::Direct, voice.as_ref());
                }
            }
            return;
        }
        let alone = (0..line.items.len()).all(|i| line.passage(i).is_some() || !line.is_word(i));
        let recent = self.last_direct.is_some_and(|(number, _)| number + 1 == self.number);
        if alone {
            let voice = if let Some(voice) = self.promised.take() {
                Some(self.memory.again(voice, self.number))
            } else if recent || goes_on {
                self.memory.last(self.number, 3).cloned().map(|v| self.memory.again(v, self.number))
            } else if passage.words < 3 || line.kind != BlockKind::Body {
                return;
            } else if passage.goes_on {
                None
            } else {
                let heard = self.memory.last(self.number, 2).cloned();
                let acted = self.memory.actor(self.number, 1).cloned();
                match (heard, acted) {
                    (Some(heard), Some(acted)) => {
                        Some(if acted.line() > heard.line() { acted } else { heard })
                    }
                    (heard, acted) => heard.or(acted),
                }
                .map(|v| self.memory.again(v, self.number))
            };
            let unknown = voice.is_none();
            self.push(line, passage.span, QuoteKind::Direct, voice.as_ref());
            if unknown {
                self.waiting.push(self.quotes.len() - 1);
            }
            return;
        }
        if passage.words < STATEMENT || title_like(line, passage) || line.kind != BlockKind::Body {
            return;
        }
        let voice =
            self.subject(line, line.opening(), item).or_else(|| self.memory.last(self.number, 2).cloned());
        // Words on a wall, in a song: nobody is there to say them.
        let Some(voice) = voice else { return };
        let set_off = item == 0 || line.pause(item - 1) || line.word(item - 1) == ":";
        let whole = set_off && opens_with_capital(line, passage);
        let kind = if whole { QuoteKind::Direct } else { QuoteKind::Mixed };
        self.push(line, passage.span, kind, Some(&voice));
    }
}
