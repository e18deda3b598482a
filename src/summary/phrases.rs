//! Key phrases: the things an article speaks of again and again that have no name of their own ("plastic bags").
//!
//! Candidates are runs of up to three content words (after RAKE, Rose et al. 2010) that stand where nouns stand; those
//! count that recur in any form, more if the headline has them, more if they come early. Names and dates are no key
//! phrases: they are shown by themselves; nor is a word with a capital ("Turkish"), which a name would be if it were a thing.

use super::stems::Stems;
use crate::dates::Timex;
use crate::entities::Cast;
use crate::maps::{HashMap, words};
use crate::sort::Sort;
use crate::text::{BlockKind, Document, Span, TokenKind};

/// How many phrases an article has at most.
const MOST: usize = 8;

/// The sentence that says what the story is, counted from 1.
const LEAD: usize = 1;

/// A phrase has at most so many words.
const LONGEST: usize = 3;

/// More tokens than this are not weighed: what recurs has recurred long before.
const TOKENS: usize = 60_000;

/// A candidate, by its stems.
struct Phrase {
    /// Its first occurrence.
    span: Span,
    stems: [u32; LONGEST],
    /// How many words it has.
    words: usize,
    /// The sentence it first stands in.
    sentence: usize,
    count: u32,
    /// How often it stands where nouns stand.
    nominal: u32,
    /// Its first word may be a verb: "watched trials".
    verbal: bool,
    /// The share of its words that the headline has.
    titled: f32,
}

impl Phrase {
    fn stems(&self) -> &[u32] {
        &self.stems[..self.words]
    }
}

words! {
    /// Words that are about anything.
    GENERIC = [
        "people", "first", "second", "third", "million", "billion", "thousand", "hundred", "percent", "year",
        "years", "month", "months", "week", "weeks", "day", "days", "time", "times", "thing", "things", "way",
        "ways", "man", "men", "woman", "women", "person", "number", "part", "place", "official", "officials",
        "member", "members", "others", "news", "story", "end", "case", "area", "group", "lot", "today",
        "yesterday", "hours", "minutes", "reporters", "statement", "told", "called", "early", "late", "later",
        "next", "former", "around", "nearly", "almost", "since", "one", "two", "three", "four", "five", "six",
        "seven", "eight", "nine", "ten", "dozen", "dozens", "several", "many", "president", "presidents",
        "minister", "ministers", "leader", "leaders", "counterpart", "counterparts", "spokesman",
        "spokeswoman", "side", "sides", "step", "steps", "situation", "issue", "issues", "kind", "level",
        "question", "result", "near", "across", "forward", "back", "cents", "share", "shares", "away", "together",
        "alongside", "ahead", "likely", "least", "most", "more", "much", "less", "own", "new", "old", "hit", "stood",
        "staff", "reporter", "feet", "company", "companies", "major", "main", "key", "full", "whole", "entire",
        "specific", "recent", "different", "similar", "same", "certain", "possible", "largest", "biggest", "smallest",
        "latest", "highest", "lowest", "longest", "oldest", "further", "good", "best", "great", "big", "small",
        "large", "long", "local", "home", "house", "close", "left", "right", "want", "wants", "wanted", "need", "needs", "agree", "agreed", "promise",
        "promised", "continue", "continued"
    ]
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
    // By stem: how often a candidate has it.
    let mut counts = vec![0u32; stems.len()];
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
            counts.resize(stems.len(), 0);
            ids.iter().for_each(|&id| counts[id as usize] += 1);
            for start in run.clone().filter(|&start| !ends(document.word(start), &["ly"])) {
                let nominal = start > run.start || nominal(document, start);
                let mut key = [u32::MAX; LONGEST];
                for (words, end) in (1..=LONGEST).zip(start + 1..=run.end) {
                    key[words - 1] = ids[end - 1 - run.start];
                    if !may_be_noun(document.word(end - 1)) {
                        continue;
                    }
                    let number = *numbers.entry(key).or_insert_with(|| {
                        let span = document.tokens[start].span.join(document.tokens[end - 1].span);
                        let known = key[..words].iter().filter(|s| title.contains(s)).count();
                        let titled = known as f32 / words as f32;
                        let verbal = ends(document.word(start), &["ed", "ing"]);
                        found.push(Phrase {
                            span,
                            stems: key,
                            words,
                            sentence: rank,
                            count: 0,
                            nominal: 0,
                            verbal,
                            titled,
                        });
                        found.len() - 1
                    });
                    found[number].count += 1;
                    found[number].nominal += u32::from(nominal);
                }
            }
        }
    }
    best(found, &counts).into_iter().map(|p| p.span).collect()
}

/// The best, no two of which share a word. Two words that come once count if the headline has both, or if they
/// recur, one of them where headline or lead has one; three must recur as they are, for the third may be a verb; one must
/// recur and be of the headline or the lead.
fn best(mut found: Vec<Phrase>, counts: &[u32]) -> Vec<Phrase> {
    let echo = |p: &Phrase| {
        let recur = p.stems().iter().map(|&s| counts[s as usize] - 1).sum::<u32>();
        recur as f32 / p.words as f32
    };
    found.retain(|p| match p.words {
        1 => (p.titled == 1.0 || p.sentence == LEAD) && p.count >= 2 && 3 * p.nominal >= 2 * p.count,
        2 => {
            let early = p.titled > 0.0 || p.sentence == LEAD;
            let echoes = echo(p) >= if early { 0.5 } else { 1.0 };
            p.nominal > 0 && (p.count >= 2 || !p.verbal && (p.titled == 1.0 || echoes))
        }
        _ => p.nominal > 0 && p.count >= 2,
    });
    let score = |p: &Phrase| {
        let long = [0.5, 1.4, 1.6][p.words - 1];
        let early = 1.0 / (1.0 + (p.sentence as f32).ln() * 0.2);
        (p.count as f32 * long + 0.3 * echo(p)) * early * (1.0 + 0.6 * p.titled)
    };
    let one = |p: &Phrase| p.words == 1;
    found.arrange_by(|a, b| {
        one(a).cmp(&one(b)).then(score(b).total_cmp(&score(a))).then(a.span.start.cmp(&b.span.start))
    });
    let mut kept: Vec<Phrase> = Vec::new();
    for phrase in found {
        let meets = |k: &Phrase| k.stems().iter().any(|s| phrase.stems().contains(s));
        if kept.len() < MOST && !kept.iter().any(meets) {
            kept.push(phrase);
        }
    }
    // One word alone, and not of the headline, tells nobody what an article is about.
    if kept.len() == 1 && one(&kept[0]) && kept[0].titled == 0.0 {
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
            && !GENERIC.contains(word);
        if !content {
            runs.push(start..t);
            start = t + 1;
        }
    }
    runs.push(start..tokens.end);
    runs.retain(|r| !r.is_empty());
    runs
}

/// No parser is at hand, so endings must tell.
fn may_be_noun(word: &str) -> bool {
    let verb = word.len() > 5 && ends(word, &["ize", "ise"]);
    word.len() > 2
        && !verb
        && !ends(word, &["ed", "ly", "ing", "ous", "ive", "ful", "able", "ible", "ic", "less"])
}

/// Whether a word has one of some endings, in any case.
fn ends(word: &str, endings: &[&str]) -> bool {
    let word = word.as_bytes();
    endings.iter().any(|end| {
        word.len().checked_sub(end.len()).is_some_and(|at| word[at..].eq_ignore_ascii_case(end.as_bytes()))
    })
}

/// True where nouns stand: after a determiner, a preposition, a number, a name or an adjective.
fn nominal(document: &Document<'_>, start: usize) -> bool {
    words! {
        BEFORE = [
            "the", "a", "an", "this", "that", "these", "those", "its", "his", "her", "their", "our", "your", "my", "some",
            "any", "no", "every", "each", "all", "more", "many", "most", "few", "several", "other", "another", "of", "in",
            "on", "for", "with", "from", "by", "about", "over", "against", "into", "between", "under", "without", "new",
            "first", "last", "'s", "’s", "and", "or", "as", "than", "per", "such", "two", "three", "at", "hundred", "thousand",
            "million", "billion",
        ]
    }
    let Some(before) = start.checked_sub(1) else { return false };
    let word = document.word(before);
    let adjective = ends(word, &["al", "ic", "ous", "ive", "ish", "ese", "ian", "ary", "er"]);
    let name = word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    adjective || name || BEFORE.contains(word) || document.tokens[before].kind == TokenKind::Number
}

/// The words of the headline.
fn title<'t>(document: &Document<'t>) -> impl Iterator<Item = &'t str> {
    let headline =
        document.blocks.iter().find(|b| b.kind == BlockKind::Headline).map(|b| document.slice(b.span));
    let words = document.title.or(headline).unwrap_or_default();
    words.split(|c: char| !c.is_alphabetic() && c != '-')
}
