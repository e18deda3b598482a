//! Finding: pattern functions over atoms, chosen by the class of the first word.
//!
//! Each function looks at one place and gives what it reads there and where that ends; the longest reading wins. What an
//! expression gains from its neighbours is added after that, in `refine`.

mod calendar;
mod clock;
mod duration;
mod era;
mod guard;
mod hit;
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
use super::packed::patterns;
use super::words::{Modifier, Word};
use hit::Hit;

pub(super) use numeric::{ambiguous, day_goes_first as day_first};

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
        match longest(t, i, &EXPRESSIONS) {
            Some(hit) => {
                if let Some(expression) = hit.found(t, i) {
                    found.push(expression);
                }
                i = hit.end().max(i + 1);
            }
            None => i += 1,
        }
    }
    refine::refine(t, &mut found);
    found
}

/// Looks at one place, and gives what it reads there.
type Pattern = fn(&Atoms<'_>, usize) -> Option<Hit>;

/// What an expression can be: what recurs, a point in time with all that may stand around it ("early on Monday morning",
/// "3 p.m. on 2 May"), a length.
static EXPRESSIONS: [Pattern; 11] = [
    set::find,
    relative::modified,
    clock::find,
    timed_day,
    duration::anchored,
    duration::whole,
    offset::find,
    duration::find,
    roughly,
    set::bare_units,
    vague::find,
];

/// A date of either kind: first that which stands on another, then those that do not.
static DAYS: [Pattern; 7] =
    [relative::nth, calendar::find, numeric::find, era::find, piece::find, relative::find, holiday::find];

/// The longest reading of a place; of two that are as long, the one whose pattern stands first.
#[inline(never)]
fn longest(t: &Atoms<'_>, i: usize, patterns: &[Pattern]) -> Option<Hit> {
    let (first, rest) = patterns.split_first()?;
    let (hit, other) = (first(t, i), longest(t, i, rest));
    match (hit, other) {
        (Some(hit), Some(other)) if other.end() > hit.end() => Some(other),
        _ => hit.or(other),
    }
}

fn point(t: &Atoms<'_>, i: usize) -> Option<Hit> {
    longest(t, i, &EXPRESSIONS[1..4])
}

/// A date that stands on no other: what "of" may lead to. (Were all of them meant, "the first week of the first week of …" would
/// go as deep as the text is long.)
fn date(t: &Atoms<'_>, i: usize) -> Option<Hit> {
    longest(t, i, &DAYS[1..])
}

fn timed_day(t: &Atoms<'_>, i: usize) -> Option<Hit> {
    day(t, i).and_then(|hit| clock::after(t, hit))
}

/// A date without clock time or "early", "late".
fn day(t: &Atoms<'_>, i: usize) -> Option<Hit> {
    longest(t, i, &DAYS)
}

/// What may stand before the "over" of "more than".
const BEFORE_OVER: &str = "\
    for in after of than took takes lasted lasts well just little at spent is was been by to from with since before \
    within a every last past next and";

patterns! {
    /// What sets a limit to a length.
    LIMITS: Modifier = [
        ("more than", Modifier::MoreThan),
        ("less/fewer than", Modifier::LessThan),
        ("at least", Modifier::EqualOrMore),
        ("at most", Modifier::EqualOrLess),
        ("up to", Modifier::EqualOrLess),
        ("no more/longer/later than", Modifier::EqualOrLess),
        ("no less/fewer than", Modifier::EqualOrMore),
        ("as many/long/much as", Modifier::EqualOrLess),
        ("just/only over", Modifier::MoreThan),
        ("just/only under", Modifier::LessThan),
    ]
}

/// "about 1850", "nearly five months", "more than three years", "at least a week".
fn roughly(t: &Atoms<'_>, i: usize) -> Option<Hit> {
    let (k, modifier) = match t.word(i) {
        Word::Roughly(_)
            if t.is(i, "some")
                && !matches!(t.word(i + 1), Word::Digits(..) | Word::Cardinal(_) | Word::Power(_)) =>
        {
            return None;
        }
        // "met over five months": a preposition like "in", unless another or a verb of lasting leads it.
        Word::Roughly(_) if t.is(i, "over") && !(t.led(i, BEFORE_OVER)) => return None,
        Word::Roughly(modifier) => (t.dot(i + 1), modifier),
        Word::Opener => t.first_like(i, &LIMITS)?,
        _ => return None,
    };
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
        return if hit.means() { Hit::with(Some(hit), modifier) } else { Some(hit) };
    }
    // Points in time take "about", not "over" or "more than"; "around" is a preposition before most of them.
    if modifier != Modifier::Approx && !t.is(i, "nearly") && !t.is(i, "almost") {
        return None;
    }
    let hit = point(t, k)?;
    let plain = matches!(
        hit.meaning(t),
        Some(Meaning::Date { .. } | Meaning::Time { .. } | Meaning::Decade { .. } | Meaning::Century { .. })
    );
    if plain && hit.plain() && modifier == Modifier::Approx {
        return Hit::with(Some(hit), Modifier::Approx);
    }
    None
}
