//! Who is said to say what within one line: "…," X said · said X · X said that … · according to X · X: … · adding that.

use super::cues::{self, Cue, Form, Takes};
use super::line::Line;
use super::phrase;
use crate::entities::Kind;
use crate::text::BlockKind;
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

/// How far after its verb a statement may begin: "said in the capital on Friday that".
const REACH: usize = 22;

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
        let Some(cue) = line.is_word(k).then(|| cues::cue(word)).flatten() else { continue };
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
        let after =
            statement_after(line, resume, cue.takes, end, inverted || before.as_ref().is_some_and(|b| b.1));
        let before = before.filter(|(content, marks)| {
            let marks = *marks;
            marks
                || (after.is_none()
                    && content.len() >= 4
                    && cue.takes != Takes::Marks
                    && cue.form == Form::Finite)
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
        if let Some((content, _)) = before {
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

/// The source of the verb at `k`, and whether it stands after the verb.
fn source(line: &Line<'_, '_>, k: usize, cue: Cue, free: usize) -> Option<(Source, bool)> {
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
    if cue.form == Form::Finite
        && previous.is_none_or(|p| {
            line.passage(p).is_some()
                || (line.pause(p) && (p > 0 && line.passage(p - 1).is_some() || p >= free + 4))
        })
        && let Some(phrase) = phrase::after(line, k + 1)
        && let Some(marks) = previous.map(|p| line.passage(p).is_some())
        && settled(line, phrase.end, marks)
        // "Her daughter, an engineer, confirmed the death": where no marks close, only who can speak is a speaker.
        && (marks || speaks(line, &phrase))
    {
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
    if cues::finding(last) {
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

/// True if a phrase names somebody, or is a noun for those who speak.
fn speaks(line: &Line<'_, '_>, phrase: &Range<usize>) -> bool {
    let speaker = |i: usize| {
        line.mention(i).is_some() || cues::speaking_noun(line.word(i)) || cues::pronoun(line.word(i))
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

/// The subject of the verb at `k`: the phrase before it, over auxiliaries, days and asides between commas.
fn subject(line: &Line<'_, '_>, k: usize, free: usize) -> Option<Range<usize>> {
    let mut j = k;
    loop {
        let p = j.checked_sub(1).filter(|&p| p >= free)?;
        let word = line.word(p);
        let adverb = cues::have(word) && !(word.eq_ignore_ascii_case("'s") && p == 0)
            || cues::adverb(word)
            || (word.ends_with("ly") && word.len() > 4 && !line.capital(p));
        if adverb {
            j = p;
        } else if cues::calendar(word) {
            // "Putin on Tuesday said"
            j = p;
            while j > free && (cues::calendar(line.word(j - 1)) || cues::adverb(line.word(j - 1))) {
                j -= 1;
            }
            if j > free && line.word(j - 1).eq_ignore_ascii_case("on") {
                j -= 1;
            }
        } else if line.word(p).starts_with(|c: char| c.is_ascii_digit())
            && p > free
            && cues::calendar(line.word(p - 1))
        {
            j = p;
        } else {
            break;
        }
    }
    let p = j.checked_sub(1).filter(|&p| p >= free)?;
    if line.pause(p) || line.word(p) == ")" {
        return aside(line, p, free);
    }
    let word = line.word(p);
    if ["who", "which", "that"].iter().any(|w| w.eq_ignore_ascii_case(word)) {
        let mut q = p;
        if q > free && line.pause(q - 1) {
            q -= 1;
        }
        return phrase::before(line, q, free).filter(|_| !word.eq_ignore_ascii_case("that") || q == p);
    }
    phrase::before(line, j, free).map(|phrase| over_relative(line, &phrase, free).unwrap_or(phrase))
}

/// "The driver of a truck that killed four cyclists told …": the subject stands before its relative clause.
fn over_relative(line: &Line<'_, '_>, phrase: &Range<usize>, free: usize) -> Option<Range<usize>> {
    const CLAUSE: usize = 10;
    let floor = phrase.start.saturating_sub(CLAUSE).max(free);
    let clause = (floor..phrase.start).rev().take_while(|&i| !line.pause(i) && line.passage(i).is_none());
    let relative = clause
        .into_iter()
        .find(|&i| ["who", "which", "that"].iter().any(|w| w.eq_ignore_ascii_case(line.word(i))))?;
    let verb = (relative + 1..phrase.start).any(|i| phrase::finite(line, i));
    phrase::before(line, relative, free).filter(|_| verb)
}

/// With the office before a name: "the Prime Minister, Ann Lee" said.
fn with_office(line: &Line<'_, '_>, phrase: Range<usize>, free: usize) -> Range<usize> {
    let office = phrase
        .start
        .checked_sub(1)
        .filter(|&c| c > free && line.word(c) == "," && line.mention(phrase.end - 1).is_some())
        .and_then(|c| phrase::before(line, c, free))
        .filter(|o| o.start == free || line.passage(o.start - 1).is_some())
        .filter(|o| o.clone().any(|i| cues::speaking_noun(line.word(i))))
        .filter(|o| !o.clone().any(|i| line.mention(i).is_some_and(|m| m.kind == Kind::Person)));
    office.map_or(phrase.clone(), |o| o.start..phrase.end)
}

/// The subject before an aside: "X, the head of Y, said" · "X (right) said".
fn aside(line: &Line<'_, '_>, comma: usize, free: usize) -> Option<Range<usize>> {
    if line.word(comma) == ")" {
        let open = (free..comma).rev().find(|&i| line.word(i) == "(")?;
        return phrase::before(line, open, free);
    }
    let floor = comma.saturating_sub(40).max(free);
    let mut best = None;
    let mut from = floor;
    for c in floor..comma {
        if line.passage(c).is_some() {
            (best, from) = (None, c + 1);
            continue;
        }
        if !line.pause(c) {
            continue;
        }
        if best.is_none()
            && let Some(phrase) = phrase::before(line, c, from)
        {
            let opens = phrase.start == from
                || (from..phrase.start).all(|i| {
                    cues::conjunction(line.word(i))
                        || cues::adverb(line.word(i))
                        || line.pause(i)
                        || line.word(i).is_empty()
                });
            let named = phrase.clone().any(|i| line.capital(i) || cues::speaking_noun(line.word(i)));
            if opens && named {
                best = Some(phrase);
            }
        }
        from = c + 1;
    }
    if let Some(office) = &best {
        // "The chief officer of the port, Ann Lee, said": the name is the aside.
        let next = (office.end + 1..=comma).find(|&i| line.pause(i));
        if let Some(next) = next
            && line.mention(next - 1).is_some_and(|m| m.kind == Kind::Person)
            && phrase::before(line, next, office.end + 1).is_some_and(|p| p.start == office.end + 1)
        {
            return Some(office.start..next);
        }
    }
    best.or_else(|| {
        let near = (floor..comma).rev().find(|&i| line.pause(i))?;
        phrase::before(line, near, floor)
    })
}

/// What stands before the clause of speech at `start`, and whether it ends in marks.
fn statement_before(line: &Line<'_, '_>, start: usize, free: usize) -> Option<(Range<usize>, bool)> {
    let mut end = start;
    while end > free && (cues::adverb(line.word(end - 1)) || line.word(end - 1).eq_ignore_ascii_case("as")) {
        end -= 1;
    }
    let last = end.checked_sub(1).filter(|&l| l >= free)?;
    if line.passage(last).is_some() {
        return Some((free..end, true));
    }
    if line.pause(last) && last > free {
        let marks = line.passage(last - 1).is_some();
        return Some((free..last, marks));
    }
    // "…," Ministry of Trade (MoT) head Ann Lee said: the phrase is longer than it was taken to be.
    let floor = last.saturating_sub(12).max(free);
    let marks = (floor..=last).rev().find(|&i| line.passage(i).is_some())?;
    let phrase = (marks + 1..=last).all(|i| {
        let word = line.word(i);
        line.capital(i)
            || matches!(word, "(" | ")" | "&")
            || word.eq_ignore_ascii_case("of")
            || cues::determiner(word)
    });
    phrase.then_some((free..marks + 1, true))
}

/// What stands after the verb, from `from`, and whether only its marks count.
fn statement_after(
    line: &Line<'_, '_>,
    from: usize,
    takes: Takes,
    end: usize,
    has_before: bool,
) -> Option<(Range<usize>, bool)> {
    let mut i = from;
    if takes == Takes::Hearer {
        i = after_hearer(line, i);
    }
    // Directly: that · : · marks
    if line.word(i).eq_ignore_ascii_case("that") && i + 1 < end && takes != Takes::Marks {
        // "says that's nonsense"
        let pronoun = matches!(line.word(i + 1), "'s" | "’s") || cues::be(line.word(i + 1));
        return Some((if pronoun { i } else { i + 1 }..end, false));
    }
    if line.word(i) == ":" || (line.pause(i) && line.passage(i + 1).is_some()) {
        return Some((i + 1..end.max(i + 1), false));
    }
    if let Some(passage) = line.passage(i) {
        // A sign that reads "Safety First" says nothing.
        const SIGN: usize = 4;
        let sign = ["reads", "read", "reading"].contains(&line.word(from.saturating_sub(1)));
        return (!sign || passage.words >= SIGN).then_some((i..end, false));
    }
    // Over adjuncts: "said in a statement on Friday that", "said, in tears, …"
    let first = line.word(i);
    let adjunct = cues::preposition(first)
        || cues::adverb(first)
        || cues::calendar(first)
        || line.pause(i)
        || (takes == Takes::Hearer && !first.is_empty())
        || ["this", "last", "when", "while"].iter().any(|w| w.eq_ignore_ascii_case(first));
    if adjunct && takes != Takes::Marks {
        for j in i + 1..(i + REACH).min(end) {
            let word = line.word(j);
            // "…, he said on Tuesday, and want …": the sentence goes its own way.
            if line.pause(j) && ["and", "but"].contains(&line.word(j + 1)) {
                break;
            }
            if word.eq_ignore_ascii_case("that") && !cues::determiner(line.word(j - 1)) && !has_before {
                return Some((j + 1..end, false));
            }
            if word == ":" {
                return Some((j + 1..end.max(j + 1), false));
            }
            if let Some(passage) = line.passage(j) {
                let set_off =
                    line.pause(j - 1) || (passage.words >= 5 && !cues::determiner(line.word(j - 1)));
                if set_off {
                    return Some((j..end, false));
                }
            }
            let other = cues::cue(word).is_some_and(|c| c.form == Form::Finite && c.takes != Takes::Marks);
            if other || word == ";" {
                break;
            }
        }
    }
    if has_before {
        return None;
    }
    // A clause without "that".
    if matches!(takes, Takes::Clause | Takes::Hearer) {
        let bare = after_short_adjunct(line, i);
        if clause_start(line, bare) && bare + 3 <= end {
            return Some((bare..end, false));
        }
        return None;
    }
    // Other verbs: only with marks near.
    let reach = if takes == Takes::That { 9 } else { 12 };
    for j in i..(i + reach).min(end) {
        if line.word(j) == ":" && line.passage(j + 1).is_some() {
            return Some((j + 1..end, false));
        }
        if let Some(passage) = line.passage(j) {
            let enough = passage.words >= if takes == Takes::That { 1 } else { 2 };
            if !enough || names_a_thing(line, j) {
                continue;
            }
            return Some(if takes == Takes::That && clause_start(line, i) {
                (i..end, false)
            } else {
                (j..j + 1, true)
            });
        }
        let word = line.word(j);
        let stop = line.pause(j) && line.passage(j + 1).is_none()
            || cues::cue(word).is_some_and(|c| c.form == Form::Finite)
            || ["and", "but", "who", "which", "because"].iter().any(|w| w.eq_ignore_ascii_case(word));
        if stop {
            break;
        }
    }
    None
}

/// True for a few words in marks that only name what follows: called it a "nanny state" tax.
fn names_a_thing(line: &Line<'_, '_>, i: usize) -> bool {
    const TERM: usize = 3;
    let next = line.word(i + 1);
    line.passage(i).is_some_and(|p| p.words <= TERM)
        && i > 0
        && cues::determiner(line.word(i - 1))
        && line.is_word(i + 1)
        && !(cues::preposition(next) || cues::conjunction(next) || cues::adverb(next) || cues::verb(next))
}

/// Past those who are told: "reporters", "the committee", "CBC News", "a news conference with X".
fn after_hearer(line: &Line<'_, '_>, from: usize) -> usize {
    if line.passage(from).is_some() || line.word(from).eq_ignore_ascii_case("that") {
        return from;
    }
    if cues::hearer(line.word(from)) {
        let mut i = from + 1;
        while cues::hearer(line.word(i)) {
            i += 1;
        }
        return i;
    }
    match phrase::after(line, from) {
        Some(p) => {
            // "told Smith he would": a name is a hearer of its own, so the clause may follow at once.
            if line.mention(p.start).is_some() { p.end } else { p.end.max(from + 1) }
        }
        // "told investigators he …"
        None => {
            let word = line.word(from);
            let several = word.ends_with('s') && word.len() > 4 && line.is_word(from);
            if several && !phrase::ends_phrase(word) { from + 1 } else { from }
        }
    }
}

/// Past "on Tuesday", "Tuesday", "in a statement".
fn after_short_adjunct(line: &Line<'_, '_>, from: usize) -> usize {
    let mut i = from;
    if line.word(i).eq_ignore_ascii_case("on") && cues::calendar(line.word(i + 1)) {
        i += 1;
    }
    // "said Tuesday's hearing had been moved" goes on with the day.
    while cues::calendar(line.word(i)) && !matches!(line.word(i + 1), "'s" | "’s") {
        i += 1;
    }
    let phrase = ["in", "a", "statement"];
    if phrase.iter().enumerate().all(|(n, w)| line.word(i + n).eq_ignore_ascii_case(w)) {
        i += 3;
    }
    i
}

/// True if a clause can begin with the word at `i`.
fn clause_start(line: &Line<'_, '_>, i: usize) -> bool {
    let word = line.word(i);
    if !line.is_word(i) || ["to", "that"].iter().any(|w| w.eq_ignore_ascii_case(word)) {
        return false;
    }
    let blocked = cues::preposition(word) || cues::adverb(word) || cues::have(word) || cues::be(word);
    if word.eq_ignore_ascii_case("there") || cues::pronoun(word) || cues::determiner(word) {
        return true;
    }
    !blocked
        && (!cues::conjunction(word) || word.eq_ignore_ascii_case("if") || word.eq_ignore_ascii_case("while"))
        && (!cues::calendar(word) || matches!(line.word(i + 1), "'s" | "’s"))
        && !cues::verb(word)
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
        start..stop
    };
    if content.len() >= 3 || content.clone().any(|i| line.passage(i).is_some()) {
        found.push(Attribution { source: Source::Phrase(phrase), content, marks_only: false, cue: k });
    }
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
