//! Document facts: what the other places where a word stands say about it.

use super::analysis::Analysis;
use super::hash::{self, keys};
use super::word::Case;
use crate::maps::HashSet;

/// Bits of what one occurrence of a word says.
pub mod fact {
    /// Written small.
    pub const LOWER: usize = 0;
    /// Written with a capital in the middle of a sentence.
    pub const CAPITAL: usize = 1;
    /// After a title: "President", "Mr".
    pub const TITLED: usize = 2;
    /// Beside a verb of speech or thought.
    pub const SPEAKS: usize = 3;
    /// First of a longer run of capitals.
    pub const FIRST: usize = 4;
    /// Last of a longer run.
    pub const LAST: usize = 5;
    /// Inside a longer run.
    pub const INNER: usize = 6;
    /// After "in", "near", "from", "at".
    pub const WITHIN: usize = 7;
    /// Before a possessive mark.
    pub const OWNS: usize = 8;
    /// After a given name, as the last of a run.
    pub const SURNAME: usize = 9;
    /// Followed by the name of a country or region, after a comma.
    pub const LOCATED: usize = 10;
    /// Initials of a longer run, in brackets or not: "IAEA".
    pub const ACRONYM: usize = 11;
    /// Of a run whose initials stand somewhere as a word of capitals.
    pub const SPELT: usize = 12;
    /// How many there are.
    pub const COUNT: usize = 13;
}

/// Facts of a document.
#[derive(Debug, Clone, Default)]
pub struct Facts {
    /// By folded form: how many occurrences say what.
    counts: Vec<[u16; fact::COUNT]>,
    /// By piece: what this occurrence says.
    own: Vec<u16>,
}

impl Facts {
    /// Gathers the facts of a document.
    pub fn new(a: &Analysis) -> Self {
        let mut facts = Self { counts: vec![[0; fact::COUNT]; a.ids], own: vec![0; a.pieces.len()] };
        let (acronyms, runs) = acronyms(a);
        for &(start, end) in &runs {
            facts.own[start..end].fill(1 << fact::SPELT);
        }
        for line in &a.lines {
            for at in line.pieces.clone() {
                let bits = facts.own[at] | occurrence(a, line.pieces.start, line.pieces.end, at, &acronyms);
                facts.own[at] = bits;
                let counts = &mut facts.counts[a.word(at).id as usize];
                for (k, count) in counts.iter_mut().enumerate() {
                    *count = count.saturating_add(bits >> k & 1);
                }
            }
        }
        facts
    }

    /// The facts that other occurrences of the word at `piece` tell, as a set of bits.
    pub fn elsewhere(&self, a: &Analysis, piece: usize) -> u16 {
        let counts = &self.counts[a.word(piece).id as usize];
        let own = self.own[piece];
        // What initials spell is a fact of the document, not of one occurrence.
        let mut bits = own & (1 << fact::ACRONYM | 1 << fact::SPELT);
        for (k, &count) in counts.iter().enumerate() {
            bits |= u16::from(count > (own >> k & 1)) << k;
        }
        bits
    }
}

fn occurrence(a: &Analysis, start: usize, end: usize, at: usize, acronyms: &[u64]) -> u16 {
    let word = a.word(at);
    if !a.stands_out(word) {
        return u16::from(word.case == Case::Lower) << fact::LOWER;
    }
    let mut bits = 0;
    let mut say = |fact: usize, yes: bool| bits |= u16::from(yes) << fact;
    let piece = &a.pieces[at];
    let (run_start, run_end) = (piece.run_start as usize, piece.run_end as usize);
    let before = (at > start).then(|| a.word(at - 1));
    let after = (at + 1 < end).then(|| a.word(at + 1));
    let is = |word: Option<&super::word::Word>, list: &[u64]| word.is_some_and(|w| list.contains(&w.folded));
    say(fact::CAPITAL, at > start);
    say(fact::TITLED, before.is_some_and(|word| TITLES.contains(&word.bare)));
    say(fact::SPEAKS, is(before, &SPEECH) || is(after, &SPEECH));
    say(fact::OWNS, is(after, &[hash::text("'s"), hash::text("'")]));
    say(fact::ACRONYM, word.case == Case::Upper && acronyms.contains(&word.cased));
    if run_end > run_start + 1 {
        say(fact::FIRST, at == run_start);
        say(fact::LAST, at + 1 == run_end);
        say(fact::INNER, at > run_start && at + 1 < run_end);
        let given = a.word(run_start).entry.flags & super::lexicon::flag::GIVEN != 0;
        say(fact::SURNAME, at + 1 == run_end && given && run_end == run_start + 2);
    }
    let outside = (run_end > run_start && run_start > start).then(|| a.word(run_start - 1));
    say(fact::WITHIN, is(outside, &PLACED));
    let listed_after = at + 2 < end
        && is(after, &[hash::text(",")])
        && a.pieces[at + 2].listed & (super::lexicon::kind::COUNTRY | super::lexicon::kind::REGION) != 0;
    say(fact::LOCATED, listed_after);
    bits
}

/// What the initials of the runs of three capitals and more spell, and the runs whose initials stand somewhere.
fn acronyms(a: &Analysis) -> (Vec<u64>, Vec<(usize, usize)>) {
    let capitals = a.words.iter().filter(|word| word.case == Case::Upper);
    let written: HashSet<u64> = capitals.map(|word| word.cased).collect();
    let (mut keys, mut runs) = (Vec::new(), Vec::new());
    let mut initials = [0u8; 8];
    for line in &a.lines {
        let mut at = line.pieces.start;
        while at < line.pieces.end {
            let piece = &a.pieces[at];
            if piece.run_end <= piece.run_start {
                at += 1;
                continue;
            }
            let mut n = 0;
            for k in piece.run_start..piece.run_end {
                let word = a.word(k as usize);
                if word.case.capital() && n < initials.len() {
                    initials[n] = word.initial;
                    n += 1;
                }
            }
            if n >= 3 && keys.len() < 256 {
                let key = hash::bytes(&initials[..n]);
                keys.push(key);
                if written.contains(&key) {
                    runs.push((piece.run_start as usize, piece.run_end as usize));
                }
            }
            at = (piece.run_end as usize).max(at + 1);
        }
    }
    (keys, runs)
}

/// Titles and roles that stand before people.
pub(super) static TITLES: [u64; 74] = keys!["mr" "mrs" "ms" "miss" "dr" "prof" "professor" "president" "premier" "minister"
    "chancellor" "secretary" "general" "gen" "lt" "lieutenant" "col" "colonel" "maj" "major" "capt" "captain" "sgt"
    "sergeant" "commander" "admiral" "marshal" "senator" "sen" "rep" "representative" "gov" "governor" "congressman"
    "congresswoman" "mayor" "attorney" "judge" "justice" "chief" "director" "chairman" "chairwoman" "commissioner"
    "ambassador" "envoy" "spokesman" "spokeswoman" "spokesperson" "king" "queen" "prince" "princess" "emperor"
    "sultan" "emir" "sheikh" "pope" "cardinal" "archbishop" "bishop" "father" "rev" "reverend" "rabbi" "imam"
    "ayatollah" "sir" "dame" "lord" "lady" "coach" "leader" "analyst"];

/// Verbs of speech and thought.
pub(super) static SPEECH: [u64; 29] = keys!["said" "says" "say" "told" "added" "adds" "wrote" "asked" "announced" "warned"
    "argued" "tweeted" "stated" "insisted" "noted" "explained" "replied" "believes" "thinks" "admitted" "denied"
    "claimed" "vowed" "urged" "recalled" "testified" "criticized" "criticised" "acknowledged"];

/// Prepositions of place.
pub(super) static PLACED: [u64; 8] = keys!["in" "near" "from" "at" "outside" "around" "across" "throughout"];
