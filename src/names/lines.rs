//! What the make-up of a line tells: agencies in a list, a line of place and date, a photographer beside an agency.

use super::analysis::Analysis;
use super::hash::{self, keys};
use super::lexicon::kind;
use super::settle::{Found, ORGANIZATION, PERSON, PLACE, SURE};
use super::word::Case;
use crate::sort::Sort;
use std::ops::Range;

const COMMA: u64 = hash::text(",");
const DASHES: [u64; 3] = keys!["-" "–" "—"];

/// A listed body in capitals beside an organisation in a list ("AFP, AP, dpa") is one, though the chain passed it over.
pub(super) fn bodies_in_lists(a: &Analysis, found: &mut Vec<Found>) {
    let mut more = Vec::new();
    for (at, piece) in a.pieces.iter().enumerate() {
        if piece.listed != kind::BODY || piece.listed_at != 0 || a.word(at).case != Case::Upper {
            continue;
        }
        let next = found.partition_point(|name| name.end <= at);
        let beside = |name: Option<&Found>, comma: Option<usize>, touches: fn(&Found, usize) -> bool| {
            let name = name.filter(|name| name.kind == ORGANIZATION)?;
            let comma = comma.filter(|&at| at < a.pieces.len() && a.word(at).folded == COMMA)?;
            touches(name, comma).then_some(name.raw)
        };
        if found.get(next).is_some_and(|name| name.start <= at) {
            continue;
        }
        let before =
            beside(next.checked_sub(1).map(|i| &found[i]), at.checked_sub(1), |n, comma| n.end == comma);
        let after = beside(found.get(next), Some(at + 1), |n, comma| n.start == comma + 1);
        if let Some(raw) = before.into_iter().chain(after).reduce(f32::min) {
            more.push(Found { start: at, end: at + 1, kind: ORGANIZATION, raw: raw * 0.5 });
        }
    }
    if !more.is_empty() {
        found.append(&mut more);
        found.arrange_by_key(|name| name.start);
    }
}

/// "NEW YORK 1996-12-10": a line of a listed place in capitals, a year and other numbers is where and when, no result.
pub(super) fn date_lines(a: &Analysis, found: &mut Vec<Found>) {
    const DATES: [u64; 2] = keys!["0000" "0000-00-00"];
    const PLACES: u8 = kind::COUNTRY | kind::REGION | kind::METROPOLIS | kind::CITY;
    let mut more = Vec::new();
    for line in &a.lines {
        let Range { start, end } = line.pieces;
        let place = |at: &usize| a.pieces[*at].listed & PLACES != 0 && a.word(*at).case == Case::Upper;
        let date = (start..end).find(|at| !place(at)).unwrap_or(end);
        let mut numbers = date..end;
        let dated = numbers.next().is_some_and(|at| DATES.contains(&a.word(at).folded))
            && numbers.all(|at| a.word(at).case == Case::Digit)
            && date > start;
        let next = found.partition_point(|name| name.end <= start);
        if dated && found.get(next).is_none_or(|name| name.start >= date) {
            more.push(Found { start, end: date, kind: PLACE, raw: SURE });
        }
    }
    if !more.is_empty() {
        found.append(&mut more);
        found.arrange_by_key(|name| name.start);
    }
}

/// "GALLUP, N.M. - The council": capitals that open a paragraph before a place or a dash are where it was written.
pub(super) fn places_of_writing(a: &Analysis, found: &mut [Found]) {
    let dash = |at: usize| a.pieces.get(at).is_some() && DASHES.contains(&a.word(at).folded);
    for at in 0..found.len() {
        let name = found[at];
        let opens = a.lines.binary_search_by_key(&name.start, |line| line.pieces.start).is_ok();
        let capitals = |at: usize| a.word(at).case == Case::Upper && a.word(at).suffix[3] != 0;
        if name.kind != ORGANIZATION || !opens || !(name.start..name.end).all(capitals) {
            continue;
        }
        let second = found.get(at + 1).is_some_and(|next| {
            next.kind == PLACE
                && next.start == name.end + 1
                && dash(next.end)
                && a.word(name.end).folded == COMMA
        });
        let uncommon = (name.start..name.end)
            .all(|at| !a.word(at).entry.common() && a.pieces[at].listed & kind::BODY == 0);
        if second || uncommon && dash(name.end) {
            found[at].kind = PLACE;
        }
    }
}

/// "Odd Brekke / AFP", "REUTERS/Ada Moss": who took a picture stands beside the agency that sells it.
pub(super) fn photographers(a: &Analysis, found: &mut Vec<Found>) {
    const SLASH: u64 = hash::text("/");
    for line in &a.lines {
        let Range { start: first, end: last } = line.pieces;
        let title = |at: &usize| a.word(*at).case == Case::Title;
        let agency = |at: usize| {
            a.pieces[at].listed == kind::BODY && a.word(at).case == Case::Upper
                || a.word(at).folded == hash::text("pool")
        };
        for slash in (first + 1..last.max(first + 2) - 1).filter(|&at| a.word(at).cased == SLASH) {
            let start = slash - (first..slash).rev().take_while(title).count();
            let end = slash + 1 + (slash + 1..last).take_while(title).count();
            let (start, end) = match () {
                () if agency(slash + 1) => (start, slash),
                () if agency(slash - 1) => (slash + 1, end),
                () => continue,
            };
            if (2..=3).contains(&(end - start)) {
                found.retain(|name| name.end <= start || end <= name.start);
                found.push(Found { start, end, kind: PERSON, raw: SURE });
            }
        }
    }
    found.arrange_by_key(|name| name.start);
}

#[cfg(test)]
mod tests {
    use super::super::given;
    use super::*;

    #[test]
    fn capitals_that_open_a_report_are_where_it_was_written() {
        for (text, name, expected) in [
            ("VASKOR - The council met.", "VASKOR", PLACE),
            ("VASKOR, Zomba - The council met.", "VASKOR", PLACE),
            ("VASKOR, Zomba will meet.", "VASKOR", ORGANIZATION),
            ("The NATO - it met.", "NATO", ORGANIZATION),
        ] {
            let given = [(name, ORGANIZATION), ("Zomba", PLACE)];
            let after: Vec<_> = [(name, expected), ("Zomba", PLACE)]
                .into_iter()
                .filter(|name| text.contains(name.0))
                .collect();
            given::check(text, &given, |a, found| places_of_writing(a, found), &after);
        }
    }
}
