//! The vague present, past and future: "now", "recently", "soon". Readers see few of them; TIMEX3 has them all.

use super::{Hit, duration};
use crate::dates::atoms::Atoms;
use crate::dates::meaning::{Meaning, Vague};
use crate::dates::words::{Shift, Word};

pub(super) fn find(t: &Atoms<'_>, i: usize) -> Option<Hit> {
    let present = |end| Some(Hit::new(end, Meaning::Vague(Vague::Present)));
    let past = |end| Some(Hit::new(end, Meaning::Vague(Vague::Past)));
    let future = |end| Some(Hit::new(end, Meaning::Vague(Vague::Future)));
    match t.word(i) {
        Word::Opener if t.any(i, "right just") && t.is(i + 1, "now") => present(i + 2),
        Word::Now => {
            // "every now and then"
            if t.is(i, "now")
                && (i > 0 && t.is(i - 1, "every") || t.is(i + 1, "and") && t.any(i + 2, "then again"))
            {
                return None;
            }
            // "now that", "Now magazine"
            if t.is(i, "now")
                && (t.is(i + 1, "that") || t.hyphen(i + 1) || t.get(i).capital && t.get(i + 1).capital)
            {
                return None;
            }
            present(i + 1)
        }
        // "as recently as 1990" is 1990.
        Word::Recently if !t.is(i + 1, "as") => past(i + 1),
        Word::Shift(Shift::Recent) => past(i + 1),
        Word::Shift(Shift::This) if t.is(i + 1, "time") && i > 0 && t.is(i - 1, "at") => present(i + 2),
        Word::Future => future(i + 1),
        Word::Soon if !t.any(i + 1, "as after before afterward afterwards thereafter") => {
            // "it soon became", "was soon replaced": the story goes on, no future is meant.
            let past = |k: usize| {
                t.any(k, "was were had became began found")
                    || t.text(k).ends_with("ed") && (k == 0 || !t.is(k - 1, "be"))
            };
            if i > 0 && (t.any(i - 1, "as how too") || past(i - 1))
                || past(i + 1)
                || t.hyphen(i + 1)
                || t.get(i).capital && !(i + 1..i + 9).any(|k| t.any(k, "will ll may could might can"))
            {
                return None;
            }
            future(i + 1)
        }
        Word::Opener if t.any(i, "more most") && t.is(i + 1, "recently") => past(i + 2),
        Word::Opener if t.is(i, "very") && t.any(i + 1, "recently soon") => {
            if t.is(i + 1, "soon") {
                future(i + 2)
            } else {
                past(i + 2)
            }
        }
        Word::Opener if t.is(i, "present") && t.hyphen(i + 1) && t.is(i + 2, "day") => present(i + 3),
        Word::Opener if t.is(i, "present") && i > 0 && t.is(i - 1, "at") => present(i + 1),
        Word::The => match t.word(i + 1) {
            Word::Opener if t.is(i + 1, "present") => {
                let end = if t.any(i + 2, "day time") { i + 3 } else { i + 2 };
                (end > i + 2 || duration::closes(t, end)).then(|| present(end))?
            }
            Word::Future if t.is(i + 1, "future") => future(i + 2),
            Word::Opener if t.is(i + 1, "near") && t.is(i + 2, "future") => future(i + 3),
            Word::Shift(Shift::Past)
                if !matches!(
                    t.word(i + 2),
                    Word::Other
                        | Word::Units(_)
                        | Word::Unit(_)
                        | Word::Several
                        | Word::Cardinal(_)
                        | Word::Digits(..)
                ) =>
            {
                past(i + 2)
            }
            Word::Shift(Shift::Past) if duration::closes(t, i + 2) => past(i + 2),
            _ if t.any(i + 1, "near short long")
                && t.is(if t.hyphen(i + 2) { i + 3 } else { i + 2 }, "term")
                && i > 0
                && t.any(i - 1, "in over for") =>
            {
                future(if t.hyphen(i + 2) { i + 4 } else { i + 3 })
            }
            _ if t.is(i + 1, "time") && t.is(i + 2, "being") => present(i + 3),
            _ if t.is(i + 1, "moment") && i > 0 && t.any(i - 1, "at for") && duration::closes(t, i + 2) => {
                present(i + 2)
            }
            _ => None,
        },
        _ => None,
    }
}
