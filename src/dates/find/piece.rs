//! Parts of a year: seasons, quarters, halves, fiscal years.

use super::{Hit, calendar, guard, number};
use crate::dates::atoms::Atoms;
use crate::dates::meaning::{From, Piece, Which, Year};
use crate::dates::read::Read;
use crate::dates::value::Grain;
use crate::dates::words::{Modifier, Shift, Unit, Word};

pub(super) fn find(t: &Atoms<'_>, i: usize) -> Option<Hit> {
    let at = t.article(i);
    season(t, i, at).or_else(|| quarter(t, i, at)).or_else(|| fiscal(t, at))
}

/// The year a piece belongs to: "of 2019", "2019", ", 2019", "of last year", "last year", "of fiscal 2019".
fn year(t: &Atoms<'_>, i: usize) -> Option<Read<Year>> {
    let of = t.is(i, "of");
    let mut at = if of { i + 1 } else { t.comma(i) };
    if t.has(at, Word::Fiscal) {
        at += 1;
    }
    if let Word::Digits(n, _) = t.word(at) {
        if let Some((bc, end)) = calendar::era(t, at + 1).map(Read::parts) {
            return Read::to(end, Year::Is(calendar::signed(n, bc)));
        }
        if let Some(year) = calendar::stated_year(t, at) {
            // "the winter of 1979-80"
            let spans = t.dash(at + 1)
                && matches!(t.word(at + 2), Word::Digits(next, 2 | 4) if next % 100 == (n + 1) % 100);
            return Read::to(at + if spans { 3 } else { 1 }, Year::Is(year.what()));
        }
    }
    if let Some(found) = calendar::short_year(t, at) {
        return Some(found);
    }
    if let (true, Some(end)) = (of, t.like(at, "the fiscal/financial? year")) {
        let from = if end > at + 2 { From::Publication } else { From::Story };
        return Read::to(end, Year::Step(0, from));
    }
    calendar::relative_year(t, i)
}

fn season(t: &Atoms<'_>, i: usize, at: usize) -> Option<Hit> {
    let Word::Season(season) = t.word(at) else { return None };
    let bare = |end| Hit::piece(t, end, Piece::season(season), Year::Implied, Which::Bare);
    if let Some((year, end)) = year(t, at + 1).map(Read::parts) {
        return Hit::piece(t, end, Piece::season(season), year, Which::Bare);
    }
    // "by summer's end"
    if let Some(end) = t.like(at + 1, "' s end") {
        return Hit::with(bare(end), Modifier::End);
    }
    // "the winter of 1776-77" is met above; "spring" and "fall" alone are words like any other.
    let led = i > 0
        && t.any(i - 1, "in since until by during through throughout of before after late early mid for");
    let article = at > i;
    let risky = t.any(at, "fall spring");
    let verb = t.any(at + 1, "of to in from short into off up on roll rolls water under apart behind victim");
    let paired = i > 1 && t.any(i - 1, "and or") && matches!(t.word(i - 2), Word::Season(_));
    let long = article && !risky && !t.capital(at) && !t.is(at + 1, "of") && !t.hyphen(at + 1);
    let stands = long
        || paired
        || led && (!risky || !verb) && (article || !t.any(i - 1, "for of before after") || !risky);
    let hyphen = t.hyphen(i.wrapping_sub(1)) && i > 1 && t.is(i - 2, "mid");
    if stands || hyphen { bare(at + 1) } else { None }
}

/// "third quarter", "the fourth quarter of 2009", "first-half", "Q3 2019", "the fiscal second quarter".
fn quarter(t: &Atoms<'_>, i: usize, at: usize) -> Option<Hit> {
    if let Word::Digits(y @ 1900..=2100, 4) = t.word(at) {
        // "1989 third quarter", "1989's third quarter"; "the 1988 quarter"
        let piece = coded(t, t.unhyphened(at + 1))
            .or_else(|| named(t, t.like(at + 1, "' s").unwrap_or(at + 1)))
            .or_else(|| Read::to(t.like(at + 1, "quarter")?, Piece::SAME_QUARTER));
        if let Some((piece, end)) = piece.map(Read::parts) {
            return Hit::piece(t, end, piece, Year::Is(y as i16), Which::Bare);
        }
    }
    if let Some((piece, at)) = coded(t, i).map(Read::parts) {
        let (year, end) = year(t, at).map_or((Year::Implied, at), Read::parts);
        return Hit::piece(t, end, piece, year, Which::Bare);
    }
    // "last year's third quarter", "this year's first half"
    if let Word::Shift(shift @ (Shift::Last | Shift::This | Shift::Next)) = t.word(at)
        && let Some(of) = t.like(at + 1, "year ' s")
    {
        let (piece, end) = named(t, of)?.parts();
        let by = if shift == Shift::Last { -1 } else { i8::from(shift == Shift::Next) };
        return Hit::piece(t, end, piece, Year::Step(by, From::Publication), Which::Bare);
    }
    let (piece, end) = named(t, at)?.parts();
    // "the third-quarter loss": the article is that of the noun.
    if at > i && t.hyphen(end - 2) {
        return None;
    }
    if let Some((year, end)) = year(t, end).map(Read::parts) {
        return Hit::piece(t, end, piece, year, Which::Bare);
    }
    // Games have quarters and halves, too, and half of anything may be the first.
    if t.is(end, "of") || !guard::business(t, i, piece.grain == Grain::Half) || t.hyphen(end) {
        return None;
    }
    Hit::piece(t, end, piece, Year::Implied, Which::Bare)
}

/// "Q3", "H1"
fn coded(t: &Atoms<'_>, i: usize) -> Option<Read<Piece>> {
    let grain = match t.word(i + 1) {
        _ if !t.glued(i + 1) => return None,
        Word::Digits(1..=4, 1) if t.is(i, "q") => Grain::Quarter,
        Word::Digits(1..=2, 1) if t.is(i, "h") && t.capital(i) => Grain::Half,
        _ => return None,
    };
    Read::to(i + 2, Piece { grain, n: t.number(i + 1) as u8 })
}

/// "third quarter", "third-quarter", "fiscal third quarter", "third fiscal quarter", "final quarter", "latter half".
fn named(t: &Atoms<'_>, i: usize) -> Option<Read<Piece>> {
    let at = i + usize::from(t.has(i, Word::Fiscal));
    let lone = t.has(at, Word::Shift(Shift::Last));
    let (n, end) = match t.word(at) {
        Word::Ordinal(1..=4) | Word::Digits(1..=4, 1) => number::ordinal(t, at)?.parts(),
        Word::Opener if t.any(at, "final latter") => (0, at + 1),
        Word::Shift(_) if lone && at > 0 && at == i && t.has(at - 1, Word::The) => (0, at + 1),
        _ => return None,
    };
    let mut end = t.unhyphened(end);
    if t.has(end, Word::Fiscal) || t.any(end, "calendar") {
        end = t.unhyphened(end + 1);
    }
    let (grain, last) = match t.word(end) {
        Word::Unit(Unit::Quarter) => (Grain::Quarter, 4),
        Word::Half => (Grain::Half, 2),
        _ => return None,
    };
    // "the last quarter" alone is the one before this, not the fourth.
    if n > last || lone && !t.is(end + 1, "of") {
        return None;
    }
    Read::to(end + 1, Piece { grain, n: if n == 0 { last as u8 } else { n as u8 } })
}

/// "fiscal 2019", "fiscal year 2019", "the fiscal year", "FY2019"
fn fiscal(t: &Atoms<'_>, i: usize) -> Option<Hit> {
    if t.is(i, "fy") {
        return match t.word(i + 1) {
            Word::Digits(n @ 1900..=2100, 4) => Hit::year(t, i + 2, n as i16),
            Word::Digits(n, 2) => Hit::date(t, i + 2, Year::Short(n as u8), None, None, None),
            _ => None,
        };
    }
    if !t.has(i, Word::Fiscal) {
        return None;
    }
    let at = if t.is(i + 1, "year") { i + 2 } else { i + 1 };
    if let Word::Digits(n @ 1900..=2100, 4) = t.word(at) {
        return Hit::year(t, at + 1, n as i16);
    }
    if let Some((year, end)) = calendar::short_year(t, at).map(Read::parts) {
        return Hit::date(t, end, year, None, None, None);
    }
    if at > i + 1 { Hit::step(t, at, Unit::Year, 0, From::Publication) } else { None }
}
