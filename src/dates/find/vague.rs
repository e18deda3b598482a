//! The vague present, past and future: "now", "recently", "soon". Readers see few of them; TIMEX3 has them all.

use super::{Hit, duration};
use crate::dates::atoms::Atoms;
use crate::dates::meaning::{Meaning, Vague};
use crate::dates::packed::patterns;
use crate::dates::words::{Shift, Word};

patterns! {
    /// What says so wherever it stands.
    SURE: Vague = [
        ("right/just now", Vague::Present),
        ("present - day", Vague::Present),
        ("the time being", Vague::Present),
        ("the present day/time", Vague::Present),
        ("very/more/most recently", Vague::Past),
        ("very soon", Vague::Future),
        ("the near? future", Vague::Future),
        ("future", Vague::Future),
    ]
}

patterns! {
    /// What does where nothing hangs on it: "the past of the town" is no time.
    ALONE: Vague = [("the present", Vague::Present), ("the past", Vague::Past)]
}

patterns! {
    /// What does behind a preposition, and whether nothing may hang on it.
    LED: (Vague, bool) = [
        ("at present", (Vague::Present, false)),
        ("at this time", (Vague::Present, false)),
        ("at/for the moment", (Vague::Present, true)),
        ("in/over/for the near/short/long -? term", (Vague::Future, false)),
    ]
}

pub(super) fn find(t: &Atoms<'_>, i: usize) -> Option<Hit> {
    let (end, vague) = match t.word(i) {
        Word::Now => now(t, i).then_some((i + 1, Vague::Present))?,
        // "as recently as 1990" is 1990.
        Word::Recently => (!t.is(i + 1, "as")).then_some((i + 1, Vague::Past))?,
        Word::Shift(Shift::Recent) => (i + 1, Vague::Past),
        Word::Soon => soon(t, i).then_some((i + 1, Vague::Future))?,
        Word::Opener | Word::The | Word::Future | Word::Shift(Shift::This) => {
            let alone = || t.first_like(i, &ALONE).filter(|(end, _)| duration::closes(t, *end));
            let led = || {
                let (end, (vague, alone)) = t.first_like(i.checked_sub(1)?, &LED)?;
                (!alone || duration::closes(t, end)).then_some((end, vague))
            };
            t.first_like(i, &SURE).or_else(alone).or_else(led)?
        }
        _ => return None,
    };
    Hit::of(t, end, Meaning::Vague(vague))
}

/// Not "every now and then", "now that", "Now magazine".
fn now(t: &Atoms<'_>, i: usize) -> bool {
    let other = t.like(i, "now and then/again").is_some()
        || t.is(i + 1, "that")
        || t.hyphen(i + 1)
        || t.capital(i) && t.capital(i + 1)
        || t.led(i, "every");
    !(t.is(i, "now") && other)
}

/// Not "as soon as"; not "it soon became", "was soon replaced", where the story goes on and no future is meant.
fn soon(t: &Atoms<'_>, i: usize) -> bool {
    let past = |k: usize| {
        t.any(k, "was were had became began found")
            || t.text(k).ends_with("ed") && (k == 0 || !t.is(k - 1, "be"))
    };
    let ahead = || t.amid(i + 1..i + 9, "will ll may could might can");
    !(t.any(i + 1, "as after before afterward afterwards thereafter")
        || i > 0 && (t.any(i - 1, "as how too") || past(i - 1))
        || past(i + 1)
        || t.hyphen(i + 1)
        || t.capital(i) && !ahead())
}
