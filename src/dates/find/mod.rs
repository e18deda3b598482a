//! Finding: pattern functions over atoms, chosen by the class of the first word.
//!
//! Each function looks at one place and gives what it reads there and where that ends; the longest reading wins. What an
//! expression gains from its neighbours is added after that, in `refine`.

mod calendar;
mod clock;
mod duration;
mod era;
mod guard;
mod holiday;
mod number;
mod numeric;
mod offset;
mod piece;
mod range;
mod refine;
mod relative;
mod set;
mod vague;

use super::atoms::Atoms;
use super::meaning::{Found, Meaning};
use super::words::Word;

pub(super) use numeric::{ambiguous, day_goes_first as day_first};

/// What a pattern read: where it ends, what it means; no meaning where it is known to be no time at all.
#[derive(Debug, Clone)]
struct Hit {
    end: usize,
    meaning: Option<Meaning>,
    modifier: Option<&'static str>,
    clipped: bool,
}

impl Hit {
    fn new(end: usize, meaning: Meaning) -> Self {
        Self { end, meaning: Some(meaning), modifier: None, clipped: false }
    }

    fn nothing(end: usize) -> Self {
        Self { end, meaning: None, modifier: None, clipped: false }
    }

    fn with(mut self, modifier: &'static str) -> Self {
        self.modifier = Some(modifier);
        self
    }
}

/// All expressions of a text, in order, none overlapping.
pub(super) fn all(t: &Atoms<'_>) -> Vec<Found> {
    let mut found = Vec::new();
    let mut i = 0;
    while i < t.len() {
        let word = t.word(i);
        let idle = match word {
            Word::Other | Word::Break => true,
            Word::Mark(_) => !t.apostrophe(i),
            _ => false,
        };
        if idle || guard::inside_name(t, i) {
            i += 1;
            continue;
        }
        let end = range::find(t, i, &mut found);
        if end > i {
            i = end;
            continue;
        }
        match expression(t, i) {
            Some(Hit { end, meaning: Some(meaning), modifier, clipped }) => {
                found.push(Found { first: i, end, meaning, modifier, clipped });
                i = end;
            }
            Some(Hit { end, .. }) => i = end.max(i + 1),
            None => i += 1,
        }
    }
    for refine in refine::ALL {
        refine(t, &mut found);
    }
    found
}

/// The longest expression that begins at `i`.
fn expression(t: &Atoms<'_>, i: usize) -> Option<Hit> {
    let mut best: Option<Hit> = None;
    let mut take = |hit: Option<Hit>| {
        if let Some(hit) = hit
            && best.as_ref().is_none_or(|b| hit.end > b.end)
        {
            best = Some(hit);
        }
    };
    take(set::find(t, i));
    take(point(t, i));
    take(duration::anchored(t, i));
    take(duration::whole(t, i));
    take(offset::find(t, i));
    take(duration::find(t, i));
    take(roughly(t, i));
    take(set::bare_units(t, i));
    take(vague::find(t, i));
    best
}

/// A point in time with all that may stand around it: "early on Monday morning", "3 p.m. on 2 May".
fn point(t: &Atoms<'_>, i: usize) -> Option<Hit> {
    let mut best: Option<Hit> = None;
    for hit in [relative::modified(t, i), clock::find(t, i), day(t, i).map(|hit| clock::after(t, hit))]
        .into_iter()
        .flatten()
    {
        if best.as_ref().is_none_or(|b| hit.end > b.end) {
            best = Some(hit);
        }
    }
    best
}

/// A date without clock time or "early", "late".
fn day(t: &Atoms<'_>, i: usize) -> Option<Hit> {
    match (date(t, i), relative::nth(t, i)) {
        (Some(date), Some(nth)) => Some(if nth.end >= date.end { nth } else { date }),
        (date, nth) => date.or(nth),
    }
}

/// A date that stands on no other: what "of" may lead to. (Were it [`day`], "the first week of the first week of …" would go as
/// deep as the text is long.)
fn date(t: &Atoms<'_>, i: usize) -> Option<Hit> {
    let mut best: Option<Hit> = None;
    let mut take = |hit: Option<Hit>| {
        if let Some(hit) = hit
            && best.as_ref().is_none_or(|b| hit.end > b.end)
        {
            best = Some(hit);
        }
    };
    take(calendar::find(t, i));
    take(numeric::find(t, i));
    take(era::find(t, i));
    take(piece::find(t, i));
    take(relative::find(t, i));
    take(holiday::find(t, i));
    best
}

/// "about 1850", "nearly five months", "more than three years", "at least a week".
fn roughly(t: &Atoms<'_>, i: usize) -> Option<Hit> {
    let at = |modifier: &'static str, k: usize| Some((modifier, k));
    let (modifier, k) = match t.word(i) {
        Word::Roughly(_)
            if t.is(i, "some")
                && !matches!(t.word(i + 1), Word::Digits(..) | Word::Cardinal(_) | Word::Power(_)) =>
        {
            return None;
        }
        Word::Roughly(modifier) => at(modifier.code(), t.dot(i + 1)),
        Word::Opener if t.is(i, "more") && t.is(i + 1, "than") => at("MORE_THAN", i + 2),
        Word::Opener if t.any(i, &["less", "fewer"]) && t.is(i + 1, "than") => at("LESS_THAN", i + 2),
        Word::Opener if t.is(i, "at") && t.is(i + 1, "least") => at("EQUAL_OR_MORE", i + 2),
        Word::Opener if t.is(i, "at") && t.is(i + 1, "most") => at("EQUAL_OR_LESS", i + 2),
        Word::Opener if t.is(i, "up") && t.is(i + 1, "to") => at("EQUAL_OR_LESS", i + 2),
        Word::Opener
            if t.is(i, "no") && t.any(i + 1, &["more", "longer", "later"]) && t.is(i + 2, "than") =>
        {
            at("EQUAL_OR_LESS", i + 3)
        }
        Word::Opener if t.is(i, "no") && t.any(i + 1, &["less", "fewer"]) && t.is(i + 2, "than") => {
            at("EQUAL_OR_MORE", i + 3)
        }
        Word::Opener if t.is(i, "as") && t.any(i + 1, &["many", "long", "much"]) && t.is(i + 2, "as") => {
            at("EQUAL_OR_LESS", i + 3)
        }
        Word::Opener if t.any(i, &["just", "only"]) && t.any(i + 1, &["over", "under"]) => {
            at(if t.is(i + 1, "over") { "MORE_THAN" } else { "LESS_THAN" }, i + 2)
        }
        _ => return None,
    }?;
    let counted = matches!(
        t.word(k),
        Word::Digits(..)
            | Word::Cardinal(_)
            | Word::Power(_)
            | Word::A
            | Word::Half
            | Word::Several
            | Word::Couple
            | Word::Dozen
            | Word::The
    );
    if counted && let Some(hit) = duration::find(t, k) {
        return Some(if hit.meaning.is_some() { hit.with(modifier) } else { hit });
    }
    // Points in time take "about", not "over" or "more than"; "around" is a preposition before most of them.
    if modifier != "APPROX" && !t.is(i, "nearly") && !t.is(i, "almost") {
        return None;
    }
    let hit = point(t, k)?;
    let plain = matches!(
        hit.meaning,
        Some(Meaning::Date { .. } | Meaning::Time { .. } | Meaning::Decade { .. } | Meaning::Century { .. })
    );
    (plain && hit.modifier.is_none() && modifier == "APPROX").then(|| hit.with("APPROX"))
}
