//! Sentences of different articles that say the same.

use crate::export::Source;
use crate::maps::{HashMap, HashSet};
use crate::sort::Sort;
use crate::summary::{is_stop, stem};

/// A sentence of an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SentenceId {
    /// The article's number.
    pub article: u32,
    /// The sentence's index.
    pub sentence: u32,
}

/// A sentence and one of another article that says the same.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Echo {
    /// Here.
    pub sentence: SentenceId,
    /// There.
    pub other: SentenceId,
    /// Shared words among all words of both (Jaccard), 0 to 1.
    pub likeness: f32,
}

/// From which likeness on two sentences say the same.
const ALIKE: f32 = 0.45;
/// How many words of a sentence lead to others, and how many of those are compared.
const HANDLES: usize = 5;
const CAP: usize = 32;
/// Shorter sentences say too little to be told apart.
const SHORTEST: usize = 5;

/// A sentence by its words.
#[derive(Debug, Clone)]
pub(super) struct Words {
    /// The sentence's index.
    sentence: u32,
    /// Its content words, as sorted hashes.
    hashes: Vec<u64>,
    /// Those that tell most.
    handles: Vec<u64>,
}

/// The sentences of an article's prose that say enough to be told apart.
pub(super) fn words(source: &Source<'_>) -> Vec<Words> {
    let prose = source.article.sentences.iter().enumerate().filter(|(_, s)| source.in_prose(s));
    prose
        .map(|(at, sentence)| content(at as u32, source.slice(sentence.span)))
        .filter(|words| words.hashes.len() >= SHORTEST)
        .collect()
}

/// Sentences of all articles, found by their words.
#[derive(Debug, Clone, Default)]
pub(super) struct Sentences {
    by_article: Vec<Vec<(u32, Vec<u64>)>>,
    by_word: HashMap<u64, Vec<(u32, u32)>>,
}

impl Sentences {
    /// Adds the sentences of the article that comes next.
    pub fn add(&mut self, article: u32, words: &[Words]) {
        for (at, words) in words.iter().enumerate() {
            for &handle in &words.handles {
                let others = self.by_word.entry(handle).or_default();
                // A word that many sentences share leads to the latest.
                if others.len() == CAP {
                    others.remove(0);
                }
                others.push((article, at as u32));
            }
        }
        self.by_article.push(words.iter().map(|w| (w.sentence, w.hashes.clone())).collect());
    }

    /// For each sentence of an article the one most like it in each other article, if alike enough.
    pub fn echoes(&self, article: u32) -> Vec<Echo> {
        let Some(mine) = self.by_article.get(article as usize) else { return Vec::new() };
        let mut echoes = Vec::new();
        for (sentence, hashes) in mine {
            let mut best: HashMap<u32, (f32, u32)> = HashMap::default();
            let mut seen: HashSet<(u32, u32)> = HashSet::default();
            for &(other, at) in hashes.iter().filter_map(|h| self.by_word.get(h)).flatten() {
                if other == article || !seen.insert((other, at)) {
                    continue;
                }
                let (there, theirs) = &self.by_article[other as usize][at as usize];
                let likeness = jaccard(hashes, theirs);
                if likeness >= ALIKE && best.get(&other).is_none_or(|b| likeness > b.0) {
                    best.insert(other, (likeness, *there));
                }
            }
            let mut best: Vec<_> = best.into_iter().collect();
            best.arrange_by_key(|(other, _)| *other);
            echoes.extend(best.into_iter().map(|(other, (likeness, there))| Echo {
                sentence: SentenceId { article, sentence: *sentence },
                other: SentenceId { article: other, sentence: there },
                likeness,
            }));
        }
        echoes
    }
}

/// The stems of the words that tell something, numbers included; those tell most that are longest.
fn content(at: u32, sentence: &str) -> Words {
    let mut words: Vec<(usize, u64)> = sentence
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| w.len() >= 3 && !is_stop(w) || w.starts_with(|c: char| c.is_ascii_digit()))
        .map(|w| stem(&w.to_lowercase()))
        .map(|stem| (stem.len(), hash(&stem)))
        .collect();
    words.arrange();
    words.dedup();
    let handles = words.iter().rev().take(HANDLES).map(|w| w.1).collect();
    let mut hashes: Vec<u64> = words.into_iter().map(|w| w.1).collect();
    hashes.arrange();
    Words { sentence: at, hashes, handles }
}

/// FNV-1a of the word in small letters.
fn hash(word: &str) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325u64;
    for c in word.chars().flat_map(char::to_lowercase) {
        hash = (hash ^ u64::from(u32::from(c))).wrapping_mul(0x0100_0000_01b3);
    }
    hash
}

/// Shared among all, of two sorted lists.
fn jaccard(a: &[u64], b: &[u64]) -> f32 {
    let shared = a.iter().filter(|h| b.binary_search(h).is_ok()).count();
    shared as f32 / (a.len() + b.len() - shared).max(1) as f32
}
