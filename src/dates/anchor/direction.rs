//! Which of several Fridays or Marches is meant: before publication or after.

use crate::dates::atoms::Atoms;
use crate::dates::civil::Day;
use crate::dates::value::Point;
use crate::dates::words::Word;

/// What the words around an expression say about its direction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tense {
    None,
    Past,
    Future,
}

const FUTURE: &[&str] = &[
    "will",
    "shall",
    "ll",
    "scheduled",
    "expected",
    "planned",
    "due",
    "plans",
    "slated",
    "expects",
    "upcoming",
    "won",
    "hopes",
    "intends",
    "would",
];

const PAST: &[&str] = &[
    "said", "was", "were", "had", "did", "told", "has", "have", "been", "began", "came", "took", "met",
    "won", "held", "left", "made",
];

/// How far to look for a verb, in words.
const REACH: usize = 8;

/// The nearest verb cue to the left, or "will" soon to the right of an expression that opens its clause.
pub(super) fn tense(t: &Atoms<'_>, first: usize, end: usize) -> Tense {
    let mut words = 0;
    let mut k = first;
    while k > 0 && words < REACH {
        k -= 1;
        match t.word(k) {
            Word::Break | Word::Mark('.' | '!' | '?' | ';') => break,
            Word::Mark(_) => continue,
            _ => {}
        }
        words += 1;
        if t.any(k, FUTURE) && !(t.is(k, "won") && !t.apostrophe(k + 1)) && !t.is(k, "would") {
            return Tense::Future;
        }
        // "as early as", "as soon as"
        if t.any(k, &["early", "soon"]) && k > 0 && t.is(k - 1, "as") && t.is(k + 1, "as") {
            return Tense::Future;
        }
        if t.any(k, PAST) || ends_in_ed(t, k) {
            return Tense::Past;
        }
    }
    let mut words = 0;
    let mut k = end;
    while words < REACH {
        match t.word(k) {
            Word::Break | Word::Mark('.' | '!' | '?' | ';') => break,
            Word::Mark(_) => {
                k += 1;
                continue;
            }
            _ => {}
        }
        words += 1;
        if t.any(k, &["will", "ll", "shall"]) {
            return Tense::Future;
        }
        if t.any(k, PAST) || ends_in_ed(t, k) {
            return Tense::Past;
        }
        k += 1;
    }
    Tense::None
}

fn ends_in_ed(t: &Atoms<'_>, k: usize) -> bool {
    let text = t.text(k);
    text.len() > 4 && text.ends_with("ed") && !t.get(k).capital
}

/// The weekday on or before the day, or the one at most four days after it if the words look ahead.
pub(super) fn weekday(published: Day, weekday: u8, tense: Tense) -> (Day, bool) {
    let back = (published.weekday() as i32 - i32::from(weekday)).rem_euclid(7);
    if tense == Tense::Future && back >= 3 {
        return (Day(published.0.saturating_add(7 - back)), true);
    }
    (Day(published.0.saturating_sub(back)), false)
}

/// Of the same stretch in this year, the last and the next: the one the tense asks for, unless distance speaks against it.
pub(super) fn recurring(published: Day, at: impl Fn(i32) -> Option<Point>, tense: Tense) -> Option<Point> {
    let (y, _, _) = published.ymd();
    let candidates: Vec<Point> = [y - 1, y, y + 1].into_iter().filter_map(at).collect();
    let past = candidates
        .iter()
        .copied()
        .filter(|p| p.days().is_some_and(|(from, _)| from <= published))
        .next_back();
    let next = candidates.iter().copied().find(|p| p.days().is_some_and(|(from, _)| from > published));
    let (Some(past), Some(next)) = (past, next) else { return past.or(next) };
    // Inside the stretch: that one.
    if past.days().is_some_and(|(_, to)| published <= to) {
        return Some(past);
    }
    let back = published.0 - past.days()?.1.0;
    let ahead = next.days()?.0.0 - published.0;
    Some(match tense {
        Tense::Future if ahead > 240 && back < 75 => past,
        Tense::Future => next,
        Tense::Past => past,
        Tense::None if back > 210 && ahead < 75 => next,
        Tense::None => past,
    })
}
