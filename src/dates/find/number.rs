//! Numbers as words and digits, ordinals, and amounts of time units.

use crate::dates::atoms::Atoms;
use crate::dates::meaning::Amount;
use crate::dates::read::Read;
use crate::dates::words::{QUARTER, THREE_QUARTERS, Word};

/// A whole number: "12", "1,200", "twenty-five", "one hundred and fifty".
pub(super) fn integer(t: &Atoms<'_>, i: usize) -> Option<Read<u32>> {
    match t.word(i) {
        Word::Digits(_, width) => {
            let (mut n, mut at) = (t.number(i), i + 1);
            if width <= 3 {
                while t.inside(at, b',') {
                    let Word::Digits(more, 3) = t.word(at + 1) else { break };
                    n = n.saturating_mul(1000).saturating_add(more.into());
                    at += 2;
                }
            }
            Read::to(at, n)
        }
        Word::Cardinal(_) | Word::Power(_) => {
            let (mut total, mut part, mut at, mut any) = (0u32, 0u32, i, false);
            loop {
                let next = if any && (t.hyphen(at) || t.is(at, "and")) { at + 1 } else { at };
                match t.word(next) {
                    Word::Cardinal(n) if fits(part, n.into()) && (next == at || part > 0 || total > 0) => {
                        // "two and twenty" is no number; "and" only follows hundreds and thousands.
                        if t.is(at, "and") && !(part.is_multiple_of(100) && (part > 0 || total > 0)) {
                            break;
                        }
                        part += u32::from(n);
                        at = next + 1;
                    }
                    Word::Power(100) if part < 100 && !t.is(at, "and") => {
                        part = part.max(1) * 100;
                        at = next + 1;
                    }
                    Word::Power(1000) if part > 0 && total == 0 && !t.is(at, "and") => {
                        total = part * 1000;
                        part = 0;
                        at = next + 1;
                    }
                    _ => break,
                }
                any = true;
            }
            if any { Read::to(at, total + part) } else { None }
        }
        _ => None,
    }
}

/// Whether a number word can follow the part so far: ones after tens, anything under a hundred after hundreds.
fn fits(part: u32, n: u32) -> bool {
    match part % 100 {
        0 => true,
        rest => rest >= 20 && rest.is_multiple_of(10) && n < 10,
    }
}

/// An ordinal: "third", "twenty-third", "23rd".
pub(super) fn ordinal(t: &Atoms<'_>, i: usize) -> Option<Read<u16>> {
    match t.word(i) {
        Word::Ordinal(n) => Read::to(i + 1, n),
        Word::Cardinal(tens) if tens >= 20 => {
            let at = t.unhyphened(i + 1);
            match t.word(at) {
                Word::Ordinal(n) if n < 10 => Read::to(at + 1, tens + n),
                _ => None,
            }
        }
        Word::Digits(n, width) if width <= 2 && t.glued(i + 1) && t.any(i + 1, "st nd rd th") => {
            Read::to(i + 2, n)
        }
        _ => None,
    }
}

/// How many of a unit: "three", "2.5", "two and a half", "several", "a few", "a", "half a", "a couple of".
/// Gives where the unit may begin (a hyphen between is left to the caller).
pub(super) fn amount(t: &Atoms<'_>, i: usize) -> Option<Read<Amount>> {
    match t.word(i) {
        Word::Several if t.any(i, "dozens hundreds thousands") => {
            if t.is(i + 1, "of") {
                Read::to(i + 2, Amount::SOME)
            } else {
                None
            }
        }
        // "the third in as many weeks": as many as were spoken of.
        Word::Several if t.is(i, "many") && t.led(i, "as") => None,
        Word::Several => Read::to(i + 1, Amount::SOME),
        Word::Roughly(_) if t.is(i, "some") => Read::to(i + 1, Amount::SOME),
        Word::Couple => Read::to(t.past(i + 1, "of"), Amount::of(2)),
        Word::Dozen => Read::to(i + 1, Amount::of(12)),
        Word::Half => {
            let at = t.unhyphened(i + 1);
            let at = t.past(at, "of");
            match t.word(at) {
                Word::A => Read::to(t.unhyphened(at + 1), Amount::HALF),
                Word::Unit(_) if at > i + 1 => Read::to(at, Amount::HALF),
                _ => None,
            }
        }
        Word::A => match t.word(i + 1) {
            Word::Several if t.is(i + 1, "few") => Read::to(i + 2, Amount::SOME),
            Word::Several => None,
            Word::Couple => Read::to(t.past(i + 2, "of"), Amount::of(2)),
            Word::Dozen => Read::to(i + 2, Amount::of(12)),
            Word::Power(n) => Read::to(i + 2, Amount::of(n.into())),
            Word::Half => {
                let at = t.unhyphened(i + 2);
                if matches!(t.word(at), Word::Unit(_)) { Read::to(at, Amount::HALF) } else { None }
            }
            _ if t.is(i + 1, "good") && t.any(i + 2, "many few") => Read::to(i + 3, Amount::SOME),
            _ => Read::to(i + 1, Amount::ONE),
        },
        _ => {
            let (whole, at) = integer(t, i)?.parts();
            if let Word::Dozen = t.word(at) {
                return Read::to(at + 1, Amount::of(whole.saturating_mul(12)));
            }
            if t.inside(at, b'.')
                && let Word::Digits(n, width) = t.word(at + 1)
            {
                let hundredths = match width {
                    1 => n * 10,
                    2 => n,
                    _ => return None,
                };
                return Read::to(at + 2, Amount::of(whole).and(hundredths));
            }
            // "2 1/2", "2-1/2"
            let part = t.unhyphened(at);
            if let (Word::Digits(a, 1), Word::Digits(b @ (2 | 4), 1)) = (t.word(part), t.word(part + 2))
                && a < b
                && t.inside(part + 1, b'/')
                && t.digits(i)
            {
                return Read::to(part + 3, Amount::of(whole).and(a * 100 / b));
            }
            if let Word::Mark(c @ QUARTER..=THREE_QUARTERS) = t.word(at) {
                let hundredths = 25 * u16::from(c - QUARTER + 1);
                return Read::to(at + 1, Amount::of(whole).and(hundredths));
            }
            let and = t.unhyphened(at);
            if t.is(and, "and") {
                let a = t.unhyphened(and + 1);
                let half = if t.is(a, "a") { t.unhyphened(a + 1) } else { a };
                if t.has(half, Word::Half) {
                    return Read::to(half + 1, Amount::of(whole).and(50));
                }
            }
            Read::to(at, Amount::of(whole))
        }
    }
}
