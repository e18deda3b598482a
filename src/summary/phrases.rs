//! Key phrases: the things an article speaks of that have no name of their own ("plastic bags", "interest rates").
//!
//! Candidates are the ends of noun phrases of up to three words, found by what stands around them ([`super::chunks`]): their
//! last word is the thing itself, so nothing is cut off behind it. They are ranked after C-value (Frantzi, Ananiadou and
//! Mima 2000: longer and more frequent phrases, not only as part of others), more if their words recur, if the headline has
//! them, if they come early. Names and dates are no key phrases: they are shown by themselves.

use super::chunks::{Chunk, POSTS, SLIGHT, VAGUE, attributive, chunks};
use super::stems::Stems;
use crate::dates::Timex;
use crate::entities::Cast;
use crate::maps::HashMap;
use crate::sort::Sort;
use crate::text::{BlockKind, Document, Span};

/// How many phrases an article has at most.
const MOST: usize = 6;

/// A phrase below this share of the first one's score is said by the way, unless there are few.
const FLOOR: f32 = 0.22;
const FEW: usize = 3;

/// A phrase has at most so many words.
const LONGEST: usize = 3;

/// More tokens than this are not weighed: what recurs has recurred long before.
const TOKENS: usize = 60_000;

/// A candidate, by its stems.
struct Phrase {
    /// The first token of its first occurrence.
    start: usize,
    stems: [u32; LONGEST],
    /// How many words it has.
    words: usize,
    /// The sentence it first stands in.
    sentence: usize,
    count: u32,
    /// How often it is the end of a noun phrase, and how often the whole of it.
    ends: u32,
    alone: u32,
    /// The share of its words that the headline has.
    titled: f32,
}

impl Phrase {
    fn stems(&self) -> &[u32] {
        &self.stems[..self.words]
    }

    fn end(&self) -> usize {
        self.start + self.words
    }

    /// Whether its last word is about anything.
    fn vague(&self, document: &Document<'_>) -> bool {
        VAGUE.contains(document.word(self.end() - 1))
    }

    /// Whether it tells nothing by itself, or is somebody's office, which is told with the person.
    fn empty(&self, document: &Document<'_>) -> bool {
        POSTS.contains(document.word(self.end() - 1))
            || self.words == 1 && SLIGHT.contains(document.word(self.start))
    }
}

/// The key phrases, best first, each where it first stands. Linear in the text.
pub(super) fn find<'t>(
    document: &Document<'t>,
    cast: &Cast,
    dates: &[Timex],
    stems: &mut Stems<'t>,
) -> Vec<Span> {
    let taken = taken(cast, dates);
    let mut found: Vec<Phrase> = Vec::new();
    // Candidates by their stems, filled up with a number that no stem has.
    let mut numbers: HashMap<[u32; LONGEST], usize> = HashMap::default();
    let title: Vec<u32> = title(document).map(|word| stems.id(word)).collect();
    // By stem: how often it stands in a chunk.
    let mut counts = vec![0u32; stems.len()];
    let mut rank = 0;
    for (at, sentence) in document.sentences.iter().enumerate() {
        let kind = document.block_kind(at);
        if !kind.is_prose() || sentence.tokens.end as usize > TOKENS {
            continue;
        }
        rank += 1;
        let tokens = sentence.tokens.start as usize..sentence.tokens.end as usize;
        for Chunk { words: run, whole } in chunks(document, tokens, &taken) {
            let ids: Vec<u32> = run.clone().map(|t| stems.id(document.word(t))).collect();
            counts.resize(stems.len(), 0);
            ids.iter().for_each(|&id| counts[id as usize] += 1);
            for start in run.clone() {
                let mut key = [u32::MAX; LONGEST];
                for (words, end) in (1..=LONGEST).zip(start + 1..=run.end) {
                    key[words - 1] = ids[end - 1 - run.start];
                    let number = *numbers.entry(key).or_insert_with(|| {
                        let known = key[..words].iter().filter(|s| title.contains(s)).count();
                        let titled = known as f32 / words as f32;
                        found.push(Phrase {
                            start,
                            stems: key,
                            words,
                            sentence: rank,
                            count: 0,
                            ends: 0,
                            alone: 0,
                            titled,
                        });
                        found.len() - 1
                    });
                    let phrase = &mut found[number];
                    phrase.count += 1;
                    phrase.ends += u32::from(whole && end == run.end);
                    phrase.alone += u32::from(whole && end == run.end && start == run.start);
                }
            }
        }
    }
    let span = |p: Phrase| document.tokens[p.start].span.join(document.tokens[p.end() - 1].span);
    best(document, found, &counts).into_iter().map(span).collect()
}

/// The best, no two of which share a word: those of more words that are whole somewhere and score enough, and single ones
/// that stand by themselves again and again. One that also ends a longer phrase ("zone") is told by that, which gains by it.
fn best(document: &Document<'_>, found: Vec<Phrase>, counts: &[u32]) -> Vec<Phrase> {
    let score = |p: &Phrase| {
        let recur = p.stems().iter().map(|&s| (counts[s as usize] - 1).min(6)).sum::<u32>();
        let echo = recur as f32 / p.words as f32;
        let long = [0.5, 1.0, 1.3][p.words - 1];
        let early = 1.0 / (1.0 + (p.sentence as f32).ln() * 0.2);
        let count = if p.words == 1 { p.alone } else { p.count };
        (count as f32 * long + 0.4 * echo) * early * (1.0 + 0.6 * p.titled)
    };
    // What its words are is asked last: most phrases are turned away by numbers.
    let fit = |p: &Phrase, score: f32| match p.words {
        1 => {
            p.alone >= if p.titled == 1.0 { 2 } else { 3 }
                && 2 * p.ends >= p.count
                && !p.vague(document)
                && !p.empty(document)
        }
        _ => {
            score >= if attributive(document.word(p.start)) { 0.7 } else { 0.6 }
                && (p.count > 1 || !p.vague(document))
                && !p.empty(document)
        }
    };
    let scored = found.into_iter().filter(|p| p.alone > 0).map(|p| (score(&p), p));
    let (single, mut kept): (Vec<_>, Vec<_>) =
        scored.filter(|(score, p)| fit(p, *score)).partition(|(_, p)| p.words == 1);
    rank(&mut kept);
    // The best phrase that ends with a word.
    let mut ends: HashMap<u32, usize> = HashMap::default();
    for (at, (_, phrase)) in kept.iter().enumerate() {
        ends.entry(phrase.stems[phrase.words - 1]).or_insert(at);
    }
    for (score, word) in single {
        match ends.get(&word.stems[0]) {
            Some(&longer) => kept[longer].0 = kept[longer].0.max(score),
            None => kept.push((score, word)),
        }
    }
    rank(&mut kept);
    let floor = kept.first().map_or(0.0, |first| FLOOR * first.0);
    let mut best: Vec<Phrase> = Vec::new();
    for (score, phrase) in kept {
        let meets = |k: &Phrase| k.stems().iter().any(|s| phrase.stems().contains(s));
        let enough = if score >= floor { MOST } else { FEW };
        if best.len() < enough && !best.iter().any(meets) {
            best.push(phrase);
        }
    }
    best
}

/// The best first, of equals the one that comes first.
fn rank(phrases: &mut [(f32, Phrase)]) {
    phrases.arrange_by(|(a, p), (b, q)| b.total_cmp(a).then(p.start.cmp(&q.start)));
}

/// What names and dates cover, sorted.
fn taken(cast: &Cast, dates: &[Timex]) -> Vec<Span> {
    let mut taken: Vec<Span> =
        cast.mentions.iter().map(|m| m.span).chain(dates.iter().map(|d| d.span)).collect();
    taken.arrange();
    taken
}

/// The words of the headline.
fn title<'t>(document: &Document<'t>) -> impl Iterator<Item = &'t str> {
    let headline =
        document.blocks.iter().find(|b| b.kind == BlockKind::Headline).map(|b| document.slice(b.span));
    let words = document.title.or(headline).unwrap_or_default();
    words.split(|c: char| !c.is_alphabetic() && c != '-')
}
