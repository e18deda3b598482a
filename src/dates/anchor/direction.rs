//! Which of several Fridays or Marches is meant: before publication or after.

use super::yearly::Yearly;
use crate::dates::atoms::Atoms;
use crate::dates::civil::Day;
use crate::dates::packed::patterns;
use crate::dates::value::{Grain, Point};
use crate::dates::words::Word;
use crate::maps::words;

/// What the words around an expression say about its direction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tense {
    None,
    Past,
    /// A verb in the past stands right before: "was shot on Tuesday"; "said" is no such verb.
    SurelyPast,
    Future,
    /// "will" and the like stand right before: "will vote on Tuesday".
    SurelyFuture,
}

impl Tense {
    pub fn ahead(self) -> bool {
        matches!(self, Self::Future | Self::SurelyFuture)
    }
}

words! {
    FUTURE = "\
        will shall ll would scheduled expected planned due slated supposed expects expect upcoming hopes intends"
}

words! {
    /// Verbs in the present that speak of what is to come, right before a day: "talks resume Monday".
    PRESENT = "\
        resume resumes meet meets play plays face faces visit visits travel travels host hosts reopen reopens \
        ends end expires expire arrives arrive leaves returns takes votes begins opens \
        starts convenes plans open begin start go await awaits"
}

/// Verbs that move something to a day to come.
const PUT_OFF: &str = "adjourned postponed rescheduled deferred extended delayed moved pushed put remanded";

/// What makes a future of the infinitive behind it: "is to appear Monday", "agreed to meet Tuesday".
const BEFORE_TO: &str = "\
    is are was were plan plans planned planning agree agreed want wants wanted hope hoping intend aims promised \
    vowed pledged preparing ready likely going about";

/// How near such a verb must be, in words.
const NEXT_TO: usize = 2;

words! {
    /// Verbs of the past that do not end in "ed".
    PAST = "\
        was were had did has have been began came took met won held left made fell rose grew lost sold bought \
        paid sent ran got gave saw went broke struck became quit spent led shot fled cut hit"
}

/// Verbs of speech: the words behind them may speak of any time, unless the day stands right there ("said Tuesday").
const SAID: &str = "said told says added";

/// How far to look for a verb, in words.
const REACH: usize = 8;

/// How near "will" leaves no doubt, in words.
const CLOSE: usize = 4;

patterns! {
    /// What tells it wherever it stands.
    PHRASES: Tense = [
        ("would have", Tense::Past),
        ("to be", Tense::Future),
        // "should be completed in October", "is set to begin"
        ("should/could/can be", Tense::Future),
        ("set to/for", Tense::Future),
    ]
}

/// The nearest verb cue to the left, or "will" soon to the right of an expression that opens its clause.
pub(super) fn tense(t: &Atoms<'_>, first: usize, end: usize) -> Tense {
    // "since January" looks back.
    if t.led(first, "since") {
        return Tense::SurelyPast;
    }
    // "shut until at least Tuesday"
    if t.led(first, "until least")
        && (first.saturating_sub(3)..first).any(|k| t.like(k, "at least").is_some())
    {
        return Tense::SurelyFuture;
    }
    // "a trial set for Sept. 12"
    if t.led(first, "for") && names_day(t, first) {
        return Tense::SurelyFuture;
    }
    let mut words = 0;
    let mut k = first;
    while k > 0 && words < REACH {
        k -= 1;
        match t.word(k) {
            _ if stops(t, k) => break,
            Word::Mark(_) => continue,
            _ => {}
        }
        words += 1;
        if t.any(k, "would to should could can set")
            && let Some((_, tense)) = t.first_like(k, &PHRASES)
        {
            return tense;
        }
        // "was due on April 1" may well be over.
        if t.among(k, &FUTURE) {
            let sure = words <= CLOSE && !(t.led(k, "was were"));
            return if sure || t.is(k, "will") { Tense::SurelyFuture } else { Tense::Future };
        }
        // "adjourned until Thursday"
        if t.any(k, PUT_OFF) && t.amid(k + 1..first.min(k + 4), "until till to") {
            return Tense::SurelyFuture;
        }
        if t.among(k, &PRESENT)
            && words - usize::from(t.any(k + 1, "again effect")) - object(t, k + 1, first) <= NEXT_TO
            && !(t.led(k, "to not the a was were is are be"))
        {
            return Tense::SurelyFuture;
        }
        // "should be completed in October", "is set to begin"
        if t.any(k, "should may might must") && !t.is(k + 1, "have") && !t.capital(k) {
            return Tense::Future;
        }
        // "as early as", "as soon as"
        if t.any(k, "early soon") && t.led(k, "as") && t.is(k + 1, "as") {
            return Tense::Future;
        }
        // "the vote is on Sunday", "the deadline is midnight Saturday"
        if t.any(k, "is are") && (words == 1 || words == 2 && t.is(k + 1, "on")) {
            return Tense::Future;
        }
        // "is to appear Monday", "plans to fly home Saturday"
        if t.is(k + 1, "to") && words > 1 && t.any(k, BEFORE_TO) {
            return Tense::Future;
        }
        // "The parties have until Monday"
        if words == 2 && t.any(k, "has have") && t.led(first, "until till") {
            return Tense::SurelyFuture;
        }
        // "is sentenced Tuesday", "are released on Friday"
        if words <= NEXT_TO && ends_in_ed(t, k) && t.led(k, "is are") && !t.apostrophe(end) {
            return Tense::SurelyFuture;
        }
        if t.any(k, SAID) {
            if words <= NEXT_TO {
                return Tense::Past;
            }
            continue;
        }
        if past(t, k) {
            // "the November ballot" may lie ahead of what was done, "in November" does not.
            let near = words <= CLOSE || t.led(first, "in");
            let sure = near && !t.any(k, "has have been");
            return if sure { Tense::SurelyPast } else { Tense::Past };
        }
    }
    let mut words = 0;
    let mut k = end;
    while words < REACH {
        match t.word(k) {
            _ if stops(t, k) => break,
            Word::Mark(_) => {
                k += 1;
                continue;
            }
            _ => {}
        }
        words += 1;
        if t.any(k, SAID) {
            return Tense::Past;
        }
        // "On Tuesday, ministers will meet"; "Tuesday's ruling will hurt" may look back.
        if t.any(k, "will ll shall") {
            return if t.apostrophe(end) { Tense::Future } else { Tense::SurelyFuture };
        }
        // "A vote on Monday is likely"
        if t.led(k, "is are") && (t.is(k, "likely") || t.among(k, &FUTURE)) {
            return if t.is(k + 1, "to") { Tense::Future } else { Tense::SurelyFuture };
        }
        if past(t, k) {
            // "In January, he resigned"; "the January ballot was put off" may look ahead.
            return if t.led(first, "in") { Tense::SurelyPast } else { Tense::Past };
        }
        k += 1;
    }
    Tense::None
}

/// How many words in capitals stand at `k`, before `end`: whom one meets, "hosts Real Madrid on Tuesday".
fn object(t: &Atoms<'_>, k: usize, end: usize) -> usize {
    (k..end).take_while(|&k| t.capital(k)).count()
}

/// Whether a weekday or a day of a month stands here.
fn names_day(t: &Atoms<'_>, i: usize) -> bool {
    match t.word(i) {
        Word::Weekday(..) => true,
        Word::Month(..) => matches!(t.word(t.dot(i + 1)), Word::Digits(_, 1 | 2)),
        Word::Digits(_, 1 | 2) => (i + 1..i + 4).any(|k| matches!(t.word(k), Word::Month(..))),
        _ => false,
    }
}

/// Whether a clause ends here: not at the point of "$47.50", "U.S." or "Corp. said".
fn stops(t: &Atoms<'_>, k: usize) -> bool {
    match t.word(k) {
        Word::Mark(b'.') => !t.glued(k + 1) && (t.capital(k + 1) || !t.has(k + 1, Word::Other)),
        word => matches!(word, Word::Break | Word::Mark(b'!' | b'?' | b';')),
    }
}

/// Whether a verb in the past stands here: not the infinitive of "to hit", "will cut".
fn past(t: &Atoms<'_>, k: usize) -> bool {
    (t.among(k, &PAST) || ends_in_ed(t, k))
        && !passive(t, k)
        && !t.led(k, "to will would shall may might can could must should")
}

fn ends_in_ed(t: &Atoms<'_>, k: usize) -> bool {
    let text = t.text(k);
    text.len() > 4 && text.ends_with("ed") && !t.capital(k)
}

/// "be signed", "been signed": the auxiliary before it carries the tense.
fn passive(t: &Atoms<'_>, k: usize) -> bool {
    t.led(k, "be being get") || k > 1 && t.is(k - 2, "be")
}

/// How many days after publication a weekday is, of which the next one is so many ahead: the one on or before publication, or
/// the one after it (at most four days, unless that is sure) if the words look ahead.
pub(super) fn weekday(ahead: i32, tense: Tense) -> i32 {
    let reach = match tense {
        Tense::SurelyFuture => 6,
        Tense::Future => 4,
        _ => 0,
    };
    if ahead <= reach { ahead } else { ahead - 7 }
}

/// Of the same stretch in this year, the last and the next: the one the tense asks for, unless distance speaks against it.
pub(super) fn recurring(published: Day, what: Yearly, tense: Tense) -> Option<Point> {
    let (y, _, _) = published.ymd();
    // Eight years hold a 29 February either way.
    let past = what.first(y, y - 8, &|days| days.first() <= published);
    let next = what.first(y, y + 8, &|days| days.first() > published);
    let (Some(past), Some(next)) = (past, next) else { return past.or(next) };
    // Inside the stretch: that one.
    if past.days().is_some_and(|days| published <= days.last()) {
        return Some(past);
    }
    let back = published.0 - past.days()?.last().0;
    let ahead = next.first()?.0 - published.0;
    let a_day = past.is(Grain::Day);
    Some(match tense {
        // "will report September sales": those of the month just past.
        Tense::Future if ahead > 200 && back < if a_day { 120 } else { 75 } => past,
        Tense::SurelyFuture if ahead > 240 && back < 75 && !a_day => past,
        Tense::SurelyFuture | Tense::Future => next,
        // A day is told nearer to it than a month: without a cue the nearest one.
        Tense::Past if back > 240 && ahead < 90 => next,
        Tense::SurelyPast if a_day && back > 300 && ahead < 45 => next,
        Tense::Past | Tense::SurelyPast => past,
        Tense::None if a_day && ahead < back => next,
        Tense::None if back > 210 && ahead < 90 => next,
        Tense::None => past,
    })
}
