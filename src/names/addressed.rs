//! "Miss Blessing Etim": whoever is addressed so is somebody, though the chain passed the words over.

use super::analysis::{Analysis, Style};
use super::hash::{self, keys};
use super::lexicon::flag;
use super::settle::{Found, PERSON};
use super::word::Case;
use crate::sort::Sort;

const ADDRESS: [u64; 3] = keys!["mr" "mrs" "ms"];

/// "Miss" may also open the name of a contest: only what two words follow is a person.
const MISS: [u64; 1] = keys!["miss"];

const BRACKET: u64 = hash::text("(");

/// The chain's probability of what it did not find.
const UNSEEN: f32 = 0.5;

/// Whether "Mr", "Mrs" or "Ms" stands before the name.
pub(super) fn addressed(a: &Analysis, name: &Found) -> bool {
    name.start.checked_sub(1).is_some_and(|before| ADDRESS.contains(&a.word(before).bare))
}

/// Adds those who are addressed in running text and overlap nothing that was found.
pub(super) fn people(a: &Analysis, found: &mut Vec<Found>) {
    let before = found.len();
    for line in a.lines.iter().filter(|line| line.style == Style::Prose) {
        for at in line.pieces.clone() {
            let miss = MISS.contains(&a.word(at).bare);
            if !(miss || ADDRESS.contains(&a.word(at).bare)) || a.word(at).case != Case::Title {
                continue;
            }
            let start = at + 1;
            let title = |at: &usize| a.word(*at).case == Case::Title;
            let end = start + (start..line.pieces.end).take(3).take_while(title).count();
            let next = found[..before].partition_point(|name| name.end <= start);
            let free = found[..before].get(next).is_none_or(|name| name.start >= end);
            // A surname is no common word and no place: "Mr Speaker", "Miss Teen America".
            let surname = end > start
                && a.word(end - 1).entry.flags & flag::COMMON == 0
                && a.pieces[end - 1].listed == 0;
            // A song, a film: "Mrs. Robinson (1968)".
            let work = end < line.pieces.end && a.word(end).folded == BRACKET;
            if free && surname && !work && end <= start + 2 && (!miss || end == start + 2) {
                found.push(Found { start, end, kind: PERSON, raw: UNSEEN });
            }
        }
    }
    if found.len() > before {
        found.arrange_by_key(|name| name.start);
    }
}
