//! The subject of a verb of speech, over asides, relative clauses, days and auxiliaries.

use crate::entities::Kind;
use crate::quotes::cues;
use crate::quotes::line::Line;
use crate::quotes::phrase;
use std::ops::Range;

/// The subject of the verb at `k`: the phrase before it, over auxiliaries, days and asides between commas.
pub(super) fn subject(line: &Line<'_, '_>, k: usize, free: usize) -> Option<Range<usize>> {
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
        let phrase = phrase::before(line, q, free)?;
        if word.eq_ignore_ascii_case("that") {
            let speaks = |i| line.mention(i).is_some() || cues::speaking_noun(line.word(i));
            return (q == p && phrase.clone().any(speaks)).then_some(phrase);
        }
        return Some(named_before(line, &phrase, free).unwrap_or(phrase));
    }
    phrase::before(line, j, free).map(|phrase| over_relative(line, &phrase, free).unwrap_or(phrase))
}

/// "Ann Lee, a mason of 23, who said": the name before its aside.
fn named_before(line: &Line<'_, '_>, phrase: &Range<usize>, free: usize) -> Option<Range<usize>> {
    let comma = phrase.start.checked_sub(1).filter(|&c| c > free && line.word(c) == ",")?;
    let aside = cues::determiner(line.word(phrase.start)) && line.mention(phrase.end - 1).is_none();
    let person = line.mention(comma - 1).is_some_and(|m| m.kind == Kind::Person);
    (aside && person).then(|| phrase::before(line, comma, free))?
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
pub(super) fn with_office(line: &Line<'_, '_>, phrase: Range<usize>, free: usize) -> Range<usize> {
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
        if phrase::parts(line, c) {
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
            let named = phrase.clone().any(|i| line.capital(i) || cues::speaking_noun(line.word(i)))
                || line.mention(c + 1).is_some_and(|m| m.kind == Kind::Person);
            if opens && named {
                best = Some(phrase);
            }
        }
        from = c + 1;
    }
    if let Some(office) = &best {
        // "The chief officer of the port, Ann Lee, said": the name is the aside.
        // A title may stand before it.
        let name = office.end
            + 1
            + usize::from(line.mention(office.end + 1).is_none() && line.capital(office.end + 1));
        if let Some(m) = line.mention(name).filter(|m| m.kind == Kind::Person && line.pause(office.end))
            && !office.clone().any(|i| line.mention(i).is_some_and(|m| m.kind == Kind::Person))
        {
            let end = (name..comma).find(|&i| line.mention(i).is_none_or(|n| n.span != m.span));
            return Some(office.start..end.unwrap_or(comma));
        }
    }
    best.or_else(|| {
        let near = (floor..comma).rev().find(|&i| line.pause(i))?;
        phrase::before(line, near, floor)
    })
}
