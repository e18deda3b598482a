//! Where capitals run together, and where listed phrases stand.

use super::analysis::Analysis;
use super::hash::{self, keys};
use super::lexicon::{Lexicon, flag, kind};
use super::word::Case;
use std::ops::Range;

/// Words that open many sentences, and hardly a name though somebody is called so ("The", "He", "In").
const OPENERS: [u64; 16] = keys![
    "the" "a" "an" "in" "he" "she" "it" "we" "my" "to" "so" "do" "as" "at" "on" "more"
];

impl Analysis {
    /// Marks maximal runs of capitalised pieces, over the small words that stand inside names.
    pub(super) fn find_runs(&mut self, range: Range<usize>) {
        let mut at = range.start;
        while at < range.end {
            let opens = at + 1 < range.end && self.word(at).opens && self.word(at + 1).case.capital();
            let plain = at == range.start && self.plain_opening(range.clone());
            if plain || !(opens || self.stands_out(self.word(at))) {
                at += 1;
                continue;
            }
            let mut end = at + 1;
            while end < range.end {
                if self.stands_out(self.word(end)) {
                    end += 1;
                } else if end + 1 < range.end && self.stands_out(self.word(end + 1)) && self.links(end) {
                    end += 2;
                } else if end + 2 < range.end
                    && self.stands_out(self.word(end + 2))
                    && self.links(end)
                    && self.links(end + 1)
                {
                    end += 3;
                } else {
                    break;
                }
            }
            for piece in at..end {
                self.pieces[piece].run_start = at as u32;
                self.pieces[piece].run_end = end as u32;
            }
            at = end;
        }
    }

    /// A sentence opens with a capital whatever its first word is.
    fn plain_opening(&self, range: Range<usize>) -> bool {
        let word = self.word(range.start);
        let common = word.case == Case::Title
            && word.entry.flags & flag::COMMON != 0
            && word.entry.flags & (flag::GIVEN | flag::FAMILY) == 0;
        (common || (matches!(word.case, Case::Title | Case::Initial) && OPENERS.contains(&word.folded)))
            && !self.pieces.get(range.start + 1).is_some_and(|p| p.joined)
    }

    fn links(&self, piece: usize) -> bool {
        let word = self.word(piece);
        word.links || (word.cased == hash::text(".") && self.word(piece - 1).case == Case::Initial)
    }

    /// Without capitals a phrase is one of several words or of an uncommon one.
    fn may_end(&self, start: usize, end: usize) -> bool {
        end > start || self.word(end).entry.flags & flag::COMMON == 0
    }

    /// Finds listed phrases, longest first, left to right.
    pub(super) fn find_listed(&mut self, range: Range<usize>, lexicon: &Lexicon) {
        let mut at = range.start;
        while at < range.end {
            // A phrase begins with a capital; with a small word only before one, or where there are no capitals.
            let word = self.word(at);
            let opens = word.opens && at + 1 < range.end && self.word(at + 1).case.capital();
            let small = self.caseless && word.case == Case::Lower;
            if !(word.case.capital() || opens || small) {
                at += 1;
                continue;
            }
            let (mut best, mut kinds) = (at, 0);
            let mut key = 0;
            for end in at..range.end.min(at + 6) {
                key = Lexicon::extend(key, self.word(end).folded);
                let found = lexicon.phrase(key);
                let plain = self.word(end).case == Case::Lower && !(self.caseless && self.may_end(at, end));
                if found & !kind::PREFIX != 0 && !plain {
                    (best, kinds) = (end + 1, found & !kind::PREFIX);
                }
                if found & kind::PREFIX == 0 {
                    break;
                }
            }
            if kinds == 0 {
                at += 1;
                continue;
            }
            for piece in at..best {
                self.pieces[piece].listed = kinds;
                self.pieces[piece].listed_at = match (piece == at, piece + 1 == best) {
                    (true, true) => 0,
                    (true, false) => 1,
                    (false, false) => 2,
                    (false, true) => 3,
                };
            }
            at = best;
        }
    }
}
