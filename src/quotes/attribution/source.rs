//! Who is the source of a verb of speech: its subject, a phrase behind it, whoever spoke before.

use super::Source;
use super::subject::{subject, with_office};
use crate::entities::Kind;
use crate::quotes::cues::{self, Cue, Form, Takes};
use crate::quotes::line::Line;
use crate::quotes::phrase;
use std::ops::Range;

/// The source of the verb at `k`, and whether it stands after the verb.
pub(super) fn source(line: &Line<'_, '_>, k: usize, cue: Cue, free: usize) -> Option<(Source, bool)> {
    let previous = k.checked_sub(1).filter(|&p| p >= free.min(k));
    let word = previous.map_or("", |p| line.word(p));
    match cue.form {
        Form::Base if cues::unreal(word) => return None,
        Form::Finite if cues::be(word) || cues::unreal(word) && !word.eq_ignore_ascii_case("never") => {
            return None;
        }
        _ => {}
    }
    if cues::preposition(word) && cue.form != Form::Participle {
        return None;
    }
    if let Some(phrase) = behind(line, k, cue, free) {
        return Some((Source::Phrase(phrase), true));
    }
    if cue.form == Form::Participle {
        let apart = previous.is_none_or(|p| line.pause(p) || line.passage(p).is_some())
            || ["and", "while", "before", "after", "by", "without", "but"]
                .iter()
                .any(|j| j.eq_ignore_ascii_case(word));
        if apart {
            // "adding" leans on somebody before it; a line that opens with it names them later.
            return previous.map(|_| (Source::Same, false));
        }
        if word.eq_ignore_ascii_case("as") {
            return quoted_as(line, k, free).map(|p| (Source::Phrase(p), false));
        }
        if cues::be(word) {
            return subject(line, k - 1, free).map(|p| (Source::Phrase(p), false));
        }
        let phrase = phrase::before(line, k, free)?;
        let opener = phrase.start.checked_sub(1).map_or("", |p| line.word(p));
        let led = opener.eq_ignore_ascii_case("with") || line.mention(phrase.end - 1).is_some();
        return led.then_some((Source::Phrase(phrase), false));
    }
    if ["and", "but", "or"].iter().any(|j| j.eq_ignore_ascii_case(word)) && cue.form == Form::Finite {
        return Some((Source::Same, false));
    }
    let phrase = subject(line, k, free).map(|p| with_office(line, p, free))?;
    let last = line.word(phrase.end - 1);
    let single = phrase.len() == 1;
    // "false claims that": a bare small word is no speaker, unless it is several people.
    if single
        && !line.capital(phrase.start)
        && !cues::pronoun(last)
        && !last.ends_with('s')
        && !cues::speaking_noun(last)
    {
        return None;
    }
    // "Results suggest", "a core of mud suggests": only who can speak suggests.
    let shows = ["suggest", "indicat", "reveal"].iter().any(|w| line.word(k).to_lowercase().starts_with(w));
    if cues::finding(last) || shows && !speaks(line, &phrase) {
        return None;
    }
    if cues::determiner(last)
        && !cues::pronoun(last)
        && single
        && !last.eq_ignore_ascii_case("many")
        && !last.eq_ignore_ascii_case("some")
    {
        return None;
    }
    if cue.form == Form::Base {
        let several = last.ends_with('s')
            || ["they", "we", "i", "you", "people", "police", "who", "women", "men", "media"]
                .iter()
                .any(|w| w.eq_ignore_ascii_case(last));
        let joined = phrase.clone().any(|i| line.word(i).eq_ignore_ascii_case("and"));
        if !several && !joined && !line.capital(phrase.end - 1) {
            // "Election authorities in the region say": the head stands before its preposition.
            let head =
                phrase.clone().find(|&i| cues::preposition(line.word(i))).and_then(|i| i.checked_sub(1));
            if !head.is_some_and(|h| line.word(h).ends_with('s')) {
                return None;
            }
        } else if !several && !joined {
            return None;
        }
    }
    Some((Source::Phrase(phrase), false))
}

/// The subject behind its verb: "…," said X · said X: "…".
fn behind(line: &Line<'_, '_>, k: usize, cue: Cue, free: usize) -> Option<Range<usize>> {
    let previous = k.checked_sub(1).filter(|&p| p >= free.min(k));
    let marks = previous.is_some_and(|p| line.passage(p).is_some());
    let apart = |p: usize| line.pause(p) && (p > 0 && line.passage(p - 1).is_some() || p >= free + 2);
    // Who is told stands behind "told".
    if cue.form != Form::Finite || cue.takes == Takes::Hearer || !previous.is_none_or(|p| marks || apart(p)) {
        return None;
    }
    // "Tim Lee, the member for Ashby, accused ministers of neglect: “…”": they are whom he accuses.
    if cue.takes == Takes::Marks && !marks {
        return None;
    }
    let phrase = phrase::after(line, k + 1)?;
    // "denied it"
    let object = phrase.len() == 1
        && ["it", "you", "who", "one"].iter().any(|w| w.eq_ignore_ascii_case(line.word(phrase.start)));
    // "Her daughter, an engineer, confirmed the death": where no marks close, only who can speak is a speaker.
    if object || !(marks || speaks(line, &phrase) || line.word(phrase.end) == ":") {
        return None;
    }
    let named = line.mention(phrase.end - 1).is_some_and(|m| m.kind == Kind::Person);
    let closes = || {
        let rest = phrase.end..line.items.len();
        !rest.take_while(|&i| !line.pause(i)).any(|i| phrase::finite(line, i))
    };
    if !settled(line, phrase.end, marks || named && closes()) {
        return None;
    }
    // "said the manager, Ann Lee": the name says who it is.
    let name = phrase.end + 1;
    let person = line.mention(name).filter(|m| m.kind == Kind::Person && line.word(phrase.end) == ",");
    let office =
        !named && phrase.clone().any(|i| cues::speaking_noun(line.word(i)) || cues::determiner(line.word(i)));
    Some(match person.filter(|_| office) {
        Some(m) => {
            phrase.start..(name..).find(|&i| line.mention(i).is_none_or(|n| n.span != m.span)).unwrap_or(name)
        }
        None => phrase,
    })
}

/// True if a phrase names somebody, or is a noun for those who speak.
fn speaks(line: &Line<'_, '_>, phrase: &Range<usize>) -> bool {
    let speaker = |i: usize| {
        line.mention(i).is_some_and(|m| m.kind != Kind::Place)
            || cues::speaking_noun(line.word(i))
            || cues::pronoun(line.word(i))
    };
    phrase.clone().any(speaker)
}

/// True if a phrase after its verb is over here: no verb follows that would make it the subject of what was said.
fn settled(line: &Line<'_, '_>, at: usize, after_marks: bool) -> bool {
    let word = line.word(at);
    if at >= line.items.len()
        || line.pause(at)
        || line.passage(at).is_some()
        || matches!(word, "." | ":" | "(" | "!" | "?")
    {
        return true;
    }
    after_marks
        && (cues::preposition(word) || cues::conjunction(word) || cues::calendar(word) || cues::adverb(word))
}

/// "was quoted by Interfax as saying": the one who was quoted.
fn quoted_as(line: &Line<'_, '_>, k: usize, free: usize) -> Option<Range<usize>> {
    let floor = k.saturating_sub(10).max(free);
    let quoted = (floor..k).rev().find(|&i| ["quoted", "cited"].contains(&line.word(i)))?;
    if cues::be(line.word(quoted.checked_sub(1)?)) {
        return subject(line, quoted - 1, free);
    }
    // "Interfax quoted him as saying"
    phrase::after(line, quoted + 1)
}
