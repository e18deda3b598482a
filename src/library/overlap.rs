//! Sentences of different articles that say the same.

use crate::Article;
use std::collections::{HashMap, HashSet};

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
const ALIKE: f32 = 0.5;
/// How many words of a sentence lead to others, and how many of those are compared.
const HANDLES: usize = 5;
const CAP: usize = 32;
/// Shorter sentences say too little to be told apart.
const SHORTEST: usize = 5;

/// Sentences by their words.
#[derive(Debug, Clone, Default)]
pub(super) struct Sentences {
    /// The content words of each sentence, as sorted hashes, with its identity; grouped by article.
    by_article: Vec<Vec<(u32, Vec<u64>)>>,
    by_word: HashMap<u64, Vec<(u32, u32)>>,
}

impl Sentences {
    pub fn add(&mut self, article: u32, read: &Article, text: &str) {
        let mut kept: Vec<(u32, Vec<u64>)> = Vec::new();
        for (at, sentence) in read.sentences.iter().enumerate() {
            let prose = read.blocks.get(sentence.block as usize).is_some_and(|b| b.kind.is_prose());
            let Some(words) =
                text.get(sentence.span.start as usize..sentence.span.end as usize).filter(|_| prose)
            else {
                continue;
            };
            let (hashes, handles) = content(words);
            if hashes.len() < SHORTEST {
                continue;
            }
            for handle in handles {
                let others = self.by_word.entry(handle).or_default();
                if others.len() < CAP {
                    others.push((article, kept.len() as u32));
                }
            }
            kept.push((at as u32, hashes));
        }
        self.by_article.resize(article as usize, Vec::new());
        self.by_article.push(kept);
    }

    /// For each sentence of an article the one most like it in each other article, if alike enough.
    pub fn echoes(&self, article: u32) -> Vec<Echo> {
        let Some(mine) = self.by_article.get(article as usize) else { return Vec::new() };
        let mut echoes = Vec::new();
        for (sentence, hashes) in mine {
            let mut best: HashMap<u32, (f32, u32)> = HashMap::new();
            let mut seen: HashSet<(u32, u32)> = HashSet::new();
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
            best.sort_unstable_by_key(|(other, _)| *other);
            echoes.extend(best.into_iter().map(|(other, (likeness, there))| Echo {
                sentence: SentenceId { article, sentence: *sentence },
                other: SentenceId { article: other, sentence: there },
                likeness,
            }));
        }
        echoes
    }
}

/// Hashes of the words of four letters and more, numbers included, and of those the longest, which tell most.
fn content(sentence: &str) -> (Vec<u64>, Vec<u64>) {
    let mut words: Vec<(usize, u64)> = sentence
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| w.len() >= 4 || w.starts_with(|c: char| c.is_ascii_digit()))
        .map(|w| (w.len(), hash(w)))
        .collect();
    words.sort_unstable();
    words.dedup();
    let handles = words.iter().rev().take(HANDLES).map(|w| w.1).collect();
    let mut hashes: Vec<u64> = words.into_iter().map(|w| w.1).collect();
    hashes.sort_unstable();
    (hashes, handles)
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
