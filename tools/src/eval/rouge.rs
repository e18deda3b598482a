//! ROUGE-1, ROUGE-2 and summary-level ROUGE-L (Lin 2004), counted as in Google's `rouge_score` with stemming.

use glosser::summary::stem;
use std::collections::HashMap;

/// F1 of the three measures, 0 to 1.
#[derive(Debug, Clone, Copy, Default)]
pub struct Rouge {
    /// Single words.
    pub one: f64,
    /// Pairs of words.
    pub two: f64,
    /// Longest common subsequences, united over sentences.
    pub lsum: f64,
}

/// Compares a summary with a reference; both have one sentence a line.
pub fn rouge(reference: &str, summary: &str) -> Rouge {
    let (r, s) = (tokens(reference), tokens(summary));
    let lines = |text: &str| text.lines().filter(|l| !l.is_empty()).map(tokens).collect::<Vec<_>>();
    Rouge { one: overlap(&r, &s, 1), two: overlap(&r, &s, 2), lsum: lsum(&lines(reference), &lines(summary)) }
}

/// ROUGE-2 alone, which costs much less.
pub fn rouge2(reference: &str, summary: &str) -> f64 {
    overlap(&tokens(reference), &tokens(summary), 2)
}

/// Lower-case words of ASCII letters and digits; those of more than three letters stemmed.
pub fn tokens(text: &str) -> Vec<String> {
    text.to_lowercase()
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|w| !w.is_empty())
        .map(|w| if w.len() > 3 { stem(w) } else { w.to_string() })
        .collect()
}

fn f1(hits: usize, reference: usize, summary: usize) -> f64 {
    let (p, r) = (hits as f64 / summary.max(1) as f64, hits as f64 / reference.max(1) as f64);
    if p + r > 0.0 { 2.0 * p * r / (p + r) } else { 0.0 }
}

fn counts(tokens: &[String], n: usize) -> HashMap<&[String], usize> {
    let mut counts = HashMap::new();
    for gram in tokens.windows(n) {
        *counts.entry(gram).or_insert(0) += 1;
    }
    counts
}

fn overlap(reference: &[String], summary: &[String], n: usize) -> f64 {
    let (r, s) = (counts(reference, n), counts(summary, n));
    let hits = r.iter().map(|(gram, &c)| c.min(s.get(gram).copied().unwrap_or(0))).sum();
    f1(hits, r.values().sum(), s.values().sum())
}

fn lsum(reference: &[Vec<String>], summary: &[Vec<String>]) -> f64 {
    let tally = |sentences: &[Vec<String>]| {
        let mut counts: HashMap<String, usize> = HashMap::new();
        for token in sentences.iter().flatten() {
            *counts.entry(token.clone()).or_insert(0) += 1;
        }
        counts
    };
    let (mut left, mut right) = (tally(reference), tally(summary));
    let mut hits = 0;
    for sentence in reference {
        let mut united = vec![false; sentence.len()];
        for other in summary {
            common(sentence, other, &mut united);
        }
        for (token, _) in sentence.iter().zip(&united).filter(|(_, on)| **on) {
            if let (Some(l), Some(r)) = (left.get_mut(token), right.get_mut(token))
                && *l > 0
                && *r > 0
            {
                (*l, *r) = (*l - 1, *r - 1);
                hits += 1;
            }
        }
    }
    let size = |sentences: &[Vec<String>]| sentences.iter().map(Vec::len).sum();
    f1(hits, size(reference), size(summary))
}

/// Marks the words of `a` that lie on a longest common subsequence with `b`.
fn common(a: &[String], b: &[String], on: &mut [bool]) {
    let width = b.len() + 1;
    let mut table = vec![0u32; (a.len() + 1) * width];
    for i in 1..=a.len() {
        for j in 1..=b.len() {
            table[i * width + j] = if a[i - 1] == b[j - 1] {
                table[(i - 1) * width + j - 1] + 1
            } else {
                table[(i - 1) * width + j].max(table[i * width + j - 1])
            };
        }
    }
    let (mut i, mut j) = (a.len(), b.len());
    while i > 0 && j > 0 {
        if a[i - 1] == b[j - 1] {
            on[i - 1] = true;
            (i, j) = (i - 1, j - 1);
        } else if table[i * width + j - 1] > table[(i - 1) * width + j] {
            j -= 1;
        } else {
            i -= 1;
        }
    }
}
