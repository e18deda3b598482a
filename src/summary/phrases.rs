//! Key phrases: the things an article speaks of again and again that have no name of their own ("plastic bags").
//!
//! Candidates are runs of up to three content words (after RAKE, Rose et al. 2010) that stand where nouns stand; those
//! count that recur in any form, more if the headline has them, more if they come early. Names and dates are no key
//! phrases: they are shown by themselves; nor is a word with a capital ("Turkish"), which a name would be if it were a thing.

use super::stem::stem;
use crate::dates::Timex;
use crate::entities::Cast;
use crate::maps::HashMap;
use crate::sort::Sort;
use crate::text::{BlockKind, Document, Span, TokenKind};

/// How many phrases an article has at most.
const MOST: usize = 8;

/// A phrase has at most so many words.
const LONGEST: usize = 3;

/// More tokens than this are not weighed: what recurs has recurred long before.
const TOKENS: usize = 60_000;

/// A candidate, by its stems.
struct Phrase {
    /// Its first occurrence.
    span: Span,
    stems: Vec<u32>,
    /// The sentence it first stands in.
    sentence: usize,
    count: u32,
    /// How often it stands where nouns stand.
    nominal: u32,
    titled: bool,
}

/// Words that are about anything.
#[rustfmt::skip]
const GENERIC: &[&str] = &[
    "people", "first", "second", "third", "million", "billion", "thousand", "hundred", "percent", "year", "years",
    "month", "months", "week", "weeks", "day", "days", "time", "times", "thing", "things", "way", "ways", "man", "men",
    "woman", "women", "person", "number", "part", "place", "official", "officials", "member", "members", "others",
    "news", "story", "end", "case", "area", "group", "lot", "today", "yesterday", "hours", "minutes", "reporters",
    "statement", "told", "called", "early", "late", "later", "next", "former", "around", "nearly", "almost", "since",
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "dozen", "dozens", "several", "many",
    "president", "presidents", "minister", "ministers", "leader", "leaders", "counterpart", "counterparts", "spokesman",
    "spokeswoman", "side", "sides", "step", "steps", "situation", "issue", "issues", "kind", "level", "question", "result",
    "want", "wants", "wanted", "need", "needs", "agree", "agreed", "promise", "promised", "continue", "continued",
];

/// The key phrases, best first, each where it first stands. Linear in the text.
pub(super) fn find(document: &Document<'_>, cast: &Cast, dates: &[Timex]) -> Vec<Span> {
    let taken = taken(cast, dates);
    let mut found: Vec<Phrase> = Vec::new();
    let mut stems = Stems::default();
    let mut numbers: HashMap<Vec<u32>, usize> = HashMap::default();
    let title: Vec<u32> = title(document).map(|word| stems.id(word)).collect();
    let mut rank = 0;
    for (at, sentence) in document.sentences.iter().enumerate() {
        let kind = document.block_kind(at);
        if !kind.is_prose() || sentence.tokens.end as usize > TOKENS {
            continue;
        }
        rank += 1;
        let tokens = sentence.tokens.start as usize..sentence.tokens.end as usize;
        for run in runs(document, tokens, &taken) {
            let ids: Vec<u32> = run.clone().map(|t| stems.id(document.word(t))).collect();
            ids.iter().for_each(|&id| stems.counts[id as usize] += 1);
            for start in run.clone() {
                for end in start + 1..=run.end.min(start + LONGEST) {
                    if !ends_well(document, start, end) {
                        continue;
                    }
                    let ids = &ids[start - run.start..end - run.start];
                    let number = numbers.get(ids).copied().unwrap_or_else(|| {
                        let span = document.tokens[start].span.join(document.tokens[end - 1].span);
                        let titled = ids.iter().all(|s| title.contains(s));
                        let stems = ids.to_vec();
                        found.push(Phrase { span, stems, sentence: rank, count: 0, nominal: 0, titled });
                        numbers.insert(ids.to_vec(), found.len() - 1);
                        found.len() - 1
                    });
                    found[number].count += 1;
                    found[number].nominal += u32::from(nominal(document, start));
                }
            }
        }
    }
    best(found, &stems.counts).into_iter().map(|p| p.span).collect()
}

/// The best, no two of which share a word. Two words that come once count if one recurs; three must recur as they are, for the
/// third may be a verb; one must be of the headline.
fn best(mut found: Vec<Phrase>, counts: &[u32]) -> Vec<Phrase> {
    let echo = |p: &Phrase| {
        let recur = p.stems.iter().map(|&s| counts[s as usize] - 1).sum::<u32>();
        recur as f32 / p.stems.len() as f32
    };
    found.retain(|p| match p.stems.len() {
        1 => p.titled && p.count >= 3 && 3 * p.nominal >= 2 * p.count,
        2 => p.nominal > 0 && (p.count >= 2 || echo(p) >= 1.0),
        _ => p.nominal > 0 && p.count >= 2,
    });
    let score = |p: &Phrase| {
        let long = [0.5, 1.4, 1.6][p.stems.len().clamp(1, LONGEST) - 1];
        let early = 1.0 / (1.0 + (p.sentence as f32).ln() * 0.2);
        (p.count as f32 * long + 0.3 * echo(p)) * early * if p.titled { 1.6 } else { 1.0 }
    };
    let one = |p: &Phrase| p.stems.len() == 1;
    found.arrange_by(|a, b| {
        one(a).cmp(&one(b)).then(score(b).total_cmp(&score(a))).then(a.span.start.cmp(&b.span.start))
    });
    let mut kept: Vec<Phrase> = Vec::new();
    for phrase in found {
        let meets = |k: &Phrase| k.stems.iter().any(|s| phrase.stems.contains(s));
        if kept.len() < MOST && !kept.iter().any(meets) {
            kept.push(phrase);
        }
    }
    // One word alone tells nobody what an article is about.
    if kept.len() == 1 && kept[0].stems.len() == 1 {
        kept.clear();
    }
    kept
}

/// What names and dates cover, sorted.
fn taken(cast: &Cast, dates: &[Timex]) -> Vec<Span> {
    let mut taken: Vec<Span> =
        cast.mentions.iter().map(|m| m.span).chain(dates.iter().map(|d| d.span)).collect();
    taken.arrange();
    taken
}

/// Runs of content words within some tokens.
fn runs(
    document: &Document<'_>,
    tokens: std::ops::Range<usize>,
    taken: &[Span],
) -> Vec<std::ops::Range<usize>> {
    let mut runs = Vec::new();
    let mut start = tokens.start;
    for t in tokens.clone() {
        let span = document.tokens[t].span;
        let next = taken.partition_point(|n| n.end <= span.start);
        let named = taken.get(next).is_some_and(|n| n.overlaps(span));
        let word = document.word(t);
        let content = document.tokens[t].kind == TokenKind::Word
            && !named
            && word.len() > 2
            && (t == tokens.start || !word.starts_with(char::is_uppercase))
            && word.chars().all(|c| c.is_alphabetic() || c == '-')
            && !super::features::is_stop(word)
            && !GENERIC.iter().any(|generic| generic.eq_ignore_ascii_case(word));
        if !content {
            runs.push(start..t);
            start = t + 1;
        }
    }
    runs.push(start..tokens.end);
    runs.retain(|r| !r.is_empty());
    runs
}

/// True if the last word may be a noun and the first no adverb: no parser is at hand, so endings must tell.
fn ends_well(document: &Document<'_>, start: usize, end: usize) -> bool {
    let (first, last) = (document.word(start).to_lowercase(), document.word(end - 1).to_lowercase());
    let no_noun = ["ed", "ly", "ing", "ous", "ive", "ful", "able", "ible", "ic", "less"];
    !no_noun.iter().any(|e| last.ends_with(e)) && !first.ends_with("ly") && last.len() > 3
}

/// True where nouns stand: after a determiner, a preposition, a number or an adjective.
fn nominal(document: &Document<'_>, start: usize) -> bool {
    #[rustfmt::skip]
    const BEFORE: &[&str] = &[
        "the", "a", "an", "this", "that", "these", "those", "its", "his", "her", "their", "our", "your", "my", "some",
        "any", "no", "every", "each", "all", "more", "many", "most", "few", "several", "other", "another", "of", "in",
        "on", "for", "with", "from", "by", "about", "over", "against", "into", "between", "under", "without", "new",
        "first", "last", "'s", "’s", "and", "or", "as", "than", "per", "such", "two", "three", "at", "hundred", "thousand",
        "million", "billion",
    ];
    let Some(before) = start.checked_sub(1) else { return false };
    let word = document.word(before).to_lowercase();
    let adjective =
        ["al", "ic", "ous", "ive", "ish", "ese", "ian", "ary", "er"].iter().any(|e| word.ends_with(e));
    BEFORE.contains(&word.as_str()) || adjective || document.tokens[before].kind == TokenKind::Number
}

/// The words of the headline.
fn title<'t>(document: &Document<'t>) -> impl Iterator<Item = &'t str> {
    let headline =
        document.blocks.iter().find(|b| b.kind == BlockKind::Headline).map(|b| document.slice(b.span));
    let words = document.title.or(headline).unwrap_or_default();
    words.split(|c: char| !c.is_alphabetic() && c != '-')
}

/// Numbers for stems, given as they come.
#[derive(Default)]
struct Stems<'t> {
    ids: HashMap<String, u32>,
    /// Numbers of word forms met before: most words come many times.
    forms: HashMap<&'t str, u32>,
    /// By number: how often a candidate has the stem.
    counts: Vec<u32>,
}

impl<'t> Stems<'t> {
    fn id(&mut self, word: &'t str) -> u32 {
        if let Some(&id) = self.forms.get(word) {
            return id;
        }
        let next = self.counts.len() as u32;
        let id = *self.ids.entry(stem(&word.to_lowercase())).or_insert(next);
        if id == next {
            self.counts.push(0);
        }
        self.forms.insert(word, id);
        id
    }
}
