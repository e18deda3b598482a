//! Who is said to say what within one line: "…," X said · said X · X said that … · according to X · X: … · adding that.

mod source;
mod statement;
mod subject;

use super::cues::{self, Cue, Form, Takes};
use super::line::Line;
use super::phrase;
use crate::entities::Kind;
use crate::text::BlockKind;
use source::source;
use statement::{statement_after, statement_before};
use std::ops::Range;

/// Where the speaker of a statement stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Source {
    /// A noun phrase, as items of the line.
    Phrase(Range<usize>),
    /// Not named again: whoever spoke, or acts, before in this line.
    Same,
}

/// A statement and its source, as items of the line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Attribution {
    pub source: Source,
    /// What is said; empty where a colon promises it for the next line.
    pub content: Range<usize>,
    /// True if only what stands in marks inside the content is theirs ("called it …").
    pub marks_only: bool,
    /// Where the verb of speech stands.
    pub cue: usize,
}

/// The attributions of a line, in order.
pub(super) fn attributions(line: &Line<'_, '_>) -> Vec<Attribution> {
    let mut found: Vec<Attribution> = Vec::new();
    let end = close(line);
    // Up to here the line is spoken for: later statements begin after it.
    let mut free = line.opening();
    if line.kind == BlockKind::Headline
        && let Some(headline) = headline(line, free, end)
    {
        found.push(headline);
        return found;
    }
    for k in line.opening()..line.items.len() {
        let word = line.word(k);
        if word.eq_ignore_ascii_case("according") && line.word(k + 1).eq_ignore_ascii_case("to") {
            according(line, k, free, end, &mut found);
            continue;
        }
        // "in the words of X, "…""
        if word == "words"
            && line.word(k + 1) == "of"
            && let Some(phrase) = phrase::after(line, k + 2)
            && let Some(said) = (phrase.end..(phrase.end + 2).min(end)).find(|&i| line.passage(i).is_some())
        {
            let source = Source::Phrase(phrase);
            found.push(Attribution { source, content: said..said + 1, marks_only: false, cue: k });
            continue;
        }
        let Some(cue) = line.is_word(k).then(|| cues::cue(word)).flatten() else { continue };
        // "pointed out", "went on": nothing is said by pointing alone.
        if word.to_lowercase().starts_with("point") && line.word(k + 1) != "out" {
            continue;
        }
        if line.capital(k) && line.kind != BlockKind::Headline && k > 0 {
            continue;
        }
        let Some((source, inverted)) = source(line, k, cue, free) else { continue };
        let start = match &source {
            Source::Phrase(p) if !inverted => p.start,
            _ => k,
        };
        let resume = if let (Source::Phrase(p), true) = (&source, inverted) { p.end } else { k + 1 };
        let leans = source == Source::Same;
        let before = statement_before(line, start, free).filter(|_| !leans);
        let told = |b: &(Range<usize>, bool)| b.1 || clause(line, &b.0);
        let after =
            statement_after(line, resume, cue.takes, end, inverted || before.as_ref().is_some_and(told));
        let before = before.and_then(|(content, marks)| {
            let told = marks || after.is_none() && cue.form == Form::Finite;
            told.then(|| if marks { Some(content) } else { plain_before(line, content, cue, resume, end) })?
        });
        // What an earlier verb of this line was given ends where this clause begins.
        let nested = !clip(line, &mut found, start, leans);
        let speaks = after.as_ref().is_some_and(|a| line.passage(a.0.start).is_some() && !a.1);
        if nested && !speaks && before.is_none() {
            let at_start = found.last().is_some_and(|f| f.content.start == start);
            // "said that it had warned": the same speaker, the same statement.
            let same = cues::pronoun(line.word(start)) || leans;
            if !at_start || same || after.as_ref().is_some_and(|a| a.1) {
                continue;
            }
        }
        let spoke = before.is_some() || after.is_some();
        if let Some(content) = before {
            found.push(Attribution { source: source.clone(), content, marks_only: false, cue: k });
        }
        if let Some((content, marks_only)) = after {
            found.push(Attribution { source: source.clone(), content, marks_only, cue: k });
        }
        if spoke {
            free = resume;
        }
    }
    found
}

/// A statement without marks before its verb: a clause, nothing of the verb's own behind it. "The dam, he said, would
/// hold": the statement goes on behind its verb.
fn plain_before(
    line: &Line<'_, '_>,
    content: Range<usize>,
    cue: Cue,
    resume: usize,
    end: usize,
) -> Option<Range<usize>> {
    if cue.takes == Takes::Marks {
        return None;
    }
    let apart = content.clone().rev().find(|&i| line.word(i) == ";").map_or(content.start, |i| i + 1);
    let content = apart..content.end;
    if goes_on(line, resume, end) {
        return Some(content.start..end);
    }
    let next = line.word(resume);
    let object = resume < end
        && !line.pause(resume)
        && !(cues::preposition(next)
            || cues::adverb(next)
            || cues::calendar(next)
            || cues::conjunction(next));
    let adjunct = cues::preposition(line.word(content.start))
        && !content.clone().any(|i| phrase::finite(line, i) || cues::unreal(line.word(i)));
    (content.len() >= 4 && !adjunct && !(object && cue.takes == Takes::That)).then_some(content)
}

/// True for what can stand alone before ", X said": a clause that nothing makes an adverbial ("When asked, X said").
fn clause(line: &Line<'_, '_>, content: &Range<usize>) -> bool {
    let first = line.word(content.start);
    let leads = cues::preposition(first)
        || cues::conjunction(first)
        || cues::adverb(first)
        || ["ed", "ing", "ly"].iter().any(|e| first.ends_with(e));
    content.len() >= 4 && !leads && content.clone().skip(1).any(|i| phrase::finite(line, i))
}

/// True where a clause goes on with its verb behind an aside that ends at `at`.
fn goes_on(line: &Line<'_, '_>, at: usize, end: usize) -> bool {
    let word = line.word(at + 1);
    let own = || ["and", "but"].contains(&word) && (at + 2..end).any(|i| line.passage(i).is_some());
    at + 1 < end
        && line.pause(at)
        && (own()
            || cues::verb(word)
            || cues::be(word)
            || cues::have(word)
            || cues::unreal(word) && word != "to")
}

/// Where the statements of a line end: before its final stop.
fn close(line: &Line<'_, '_>) -> usize {
    let mut end = line.items.len();
    while end > 0 && matches!(line.word(end - 1), "." | "!" | "?") {
        end -= 1;
    }
    end
}

/// Cuts the last statement where a new clause of speech begins. False if the new one stands inside it.
fn clip(line: &Line<'_, '_>, found: &mut [Attribution], start: usize, leans: bool) -> bool {
    let Some(last) = found.last_mut() else { return true };
    if last.content.end <= start || last.content.start > start {
        return true;
    }
    let mut at = start;
    let mut parted = false;
    while at > last.content.start {
        let word = line.word(at - 1);
        let joins =
            ["and", "but", "while", "with", "as", "who", "or"].iter().any(|j| j.eq_ignore_ascii_case(word));
        if line.pause(at - 1) {
            parted = true;
        } else if joins {
            // "said … and warned …": one subject, two verbs.
            parted |= leans;
        } else {
            break;
        }
        at -= 1;
    }
    if line.passage(at.saturating_sub(1)).is_some() && at > last.content.start {
        parted = true;
    }
    if parted && at > last.content.start {
        last.content.end = at;
        return true;
    }
    false
}

/// "According to X, …" · "…, according to X".
fn according(line: &Line<'_, '_>, k: usize, free: usize, end: usize, found: &mut Vec<Attribution>) {
    let Some(phrase) = phrase::after(line, k + 2).or_else(|| {
        let stop = (k + 2..end.min(k + 12))
            .find(|&i| line.pause(i) || line.passage(i).is_some())
            .unwrap_or(end.min(k + 12));
        phrase::before(line, stop, k + 2)
    }) else {
        return;
    };
    let phrase = author(line, &phrase, end).unwrap_or(phrase);
    let head = line.word(phrase.end - 1);
    let no_speaker =
        ["plan", "plans", "law", "rules", "schedule", "tradition", "need", "size", "rank", "age"];
    if no_speaker.iter().any(|w| w.eq_ignore_ascii_case(head)) {
        return;
    }
    let after = (phrase.end..end).find(|&i| line.pause(i) || line.passage(i).is_some());
    let content = if k <= free + 1 {
        // "According to X, the head of Y, …": the statement begins after the aside, if one follows.
        let mut start = match after {
            Some(c) if line.pause(c) => c + 1,
            Some(c) => c,
            None => return,
        };
        let who = line.word(start).eq_ignore_ascii_case("who");
        let aside = cues::determiner(line.word(start)) || cues::speaking_noun(line.word(start)) || who;
        let second = (start..end.min(start + 14)).find(|&i| line.pause(i));
        if aside
            && let Some(second) = second
            && (who || !(start..second).any(|i| cues::verb(line.word(i))))
        {
            start = second + 1;
        }
        start..end
    } else {
        let mut stop = k;
        while stop > free && (line.pause(stop - 1)) {
            stop -= 1;
        }
        // "he told police he slept, according to the papers": what somebody nearer says already is his. A word or two
        // in marks ("promised to “act”, according to …") are part of the whole.
        let clause = found.last().filter(|last| !last.marks_only);
        let theirs = clause.is_some_and(|last| last.content.end > free);
        let start = if found.iter().all(|f| f.marks_only) { line.opening() } else { free };
        if !clip(line, found, k, false) || theirs {
            return;
        }
        start..if goes_on(line, phrase.end, end) { end } else { stop }
    };
    if content.len() >= 3 || content.clone().any(|i| line.passage(i).is_some()) {
        found.push(Attribution { source: Source::Phrase(phrase), content, marks_only: false, cue: k });
    }
}

/// "a report published by X": who made what speaks.
fn author(line: &Line<'_, '_>, phrase: &Range<usize>, end: usize) -> Option<Range<usize>> {
    const NEAR: usize = 4;
    let by = (phrase.start..end.min(phrase.end + NEAR)).find(|&i| line.word(i) == "by")?;
    let plain = (phrase.end..by).all(|i| line.is_word(i) && !cues::verb(line.word(i)));
    phrase::after(line, by + 1).filter(|name| plain && line.mention(name.start).is_some())
}

/// A headline that gives its speaker before a colon: "Lee: we will build", "Minister: 'No'".
fn headline(line: &Line<'_, '_>, free: usize, end: usize) -> Option<Attribution> {
    let colon =
        (free..end.min(free + 7)).find(|&i| line.word(i) == ":").filter(|&c| c > free && c + 2 <= end)?;
    let named =
        line.mention(colon - 1).is_some_and(|m| m.kind != Kind::Place) && line.mention(free).is_some();
    let marked = line.passage(colon + 1).is_some();
    let role = marked && cues::speaking_noun(line.word(colon - 1));
    (named && (marked || colon + 2 < end) || role).then(|| Attribution {
        source: Source::Phrase(free..colon),
        content: colon + 1..end,
        marks_only: false,
        cue: colon,
    })
}
