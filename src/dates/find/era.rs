//! Decades and centuries: "the 1980s", "the '80s", "the eighties", "19th-century", "the fourth century BC".

use super::{Hit, calendar, number};
use crate::dates::atoms::Atoms;
use crate::dates::packed::patterns;
use crate::dates::read::Read;
use crate::dates::words::{DEGREE, Unit, Word};

pub(super) fn find(t: &Atoms<'_>, i: usize) -> Option<Hit> {
    let the = t.has(i, Word::The);
    let at = if the { i + 1 } else { i };
    // "the 20th-century way": the article is that of the noun.
    century(t, at).filter(|hit| !(the && t.hyphen(hit.end() - 2))).or_else(|| decade(t, at, the))
}

fn century(t: &Atoms<'_>, i: usize) -> Option<Hit> {
    let (n, at) = number::ordinal(t, i)?.parts();
    let at = t.unhyphened(at);
    if !matches!(t.word(at), Word::Unit(Unit::Century) | Word::Units(Unit::Century)) || n == 0 || n > 40 {
        return None;
    }
    let (bc, end) = calendar::era(t, at + 1).map_or((false, at + 1), Read::parts);
    Hit::century(t, end, n as i16 - 1, bc)
}

patterns! {
    /// Decades by name.
    NAMES: i16 = [
        ("twenties", 2), ("thirties", 3), ("forties", 4), ("fifties", 5), ("sixties", 6), ("seventies", 7), ("eighties", 8),
        ("nineties", 9),
    ]
}

fn decade(t: &Atoms<'_>, i: usize, the: bool) -> Option<Hit> {
    let apostrophe = t.apostrophe(i);
    let at = if apostrophe && t.glued(i + 1) { i + 1 } else { i };
    // "in her late 40s", "in his mid-50s" tell an age.
    let age = || t.amid(at.saturating_sub(3)..at, "his her their my your our");
    match t.word(at) {
        Word::Digits(n, width @ (2..=4)) if n % 10 == 0 => {
            // 1980s, 1980's, '80s
            let s = if t.inside(at + 1, b'\'') { at + 2 } else { at + 1 };
            if !t.glued(s) || !t.is(s, "s") {
                return None;
            }
            // "1930’s" is a decade; "2010's" as a possessive is rare.
            let end = s + 1;
            if t.mark(end, DEGREE) || t.any(end, "degrees percent") {
                return None;
            }
            if width == 2 {
                let led = the || apostrophe || t.led(at, "mid early late s") || at > 1 && t.hyphen(at - 1);
                return if led && !age() { Hit::decade(t, end, n as i16 / 10, false, false) } else { None };
            }
            let (bc, end) = calendar::era(t, end).map_or((false, end), Read::parts);
            // "the 1800s" is a century as often as a decade; two noughts read as a century before 2000.
            if width == 4 && n % 100 == 0 && n < 2000 {
                return Hit::century(t, end, n as i16 / 100, bc);
            }
            if width == 4 || bc { Hit::decade(t, end, n as i16 / 10, true, bc) } else { None }
        }
        _ => {
            let led = the || at > 1 && t.hyphen(at - 1) && !age();
            led.then_some(())?;
            let (end, n) = t.first_like(at, &NAMES)?;
            Hit::decade(t, end, n, false, false)
        }
    }
}
