//! What the scorer looks at: honest properties of a sentence within its article.

use super::stems::Stems;
use crate::entities::{Cast, Kind, Mention};
use crate::maps::words;
use crate::quotes::{Quote, QuoteKind};
use crate::sort::Sort;
use crate::text::{BlockKind, Document, Token, TokenKind};

/// How many features a sentence has.
pub const COUNT: usize = NAMES.len();

/// What the features are, in order. The first four and the last are logarithms, so that their weighted sum is a product
/// of powers: a sentence must be early *and* about what the article is about. The lead is its first sentence: what says
/// the same further down often says it better.
pub const NAMES: [&str; 13] = [
    "frequency",
    "title",
    "lateness",
    "length",
    "first",
    "numbers",
    "quoted",
    "opens paragraph",
    "salience",
    "short",
    "first person",
    "question",
    "lead",
];

/// Where lateness stands among them: [`choose`](super::choose) asks for it by itself.
pub(super) const LATENESS: usize = 2;

/// The features of one sentence.
pub type Features = [f32; COUNT];

/// A sentence that may be chosen.
#[derive(Debug, Clone)]
pub struct Candidate {
    /// Its index in the document.
    pub sentence: usize,
    /// What the scorer sees.
    pub features: Features,
    /// The stems of its content words, sorted, each once.
    pub stems: Vec<u32>,
    /// How many words it has.
    pub words: usize,
    /// What it needs said before it.
    pub leans: Lean,
}

/// Whether a sentence can stand alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lean {
    /// It can.
    No,
    /// It opens with "But", "Meanwhile": it reads better after the sentence before it.
    Joined,
    /// A quotation begins in it and goes on beyond its end.
    Torn,
    /// It opens with "He", "This": without the sentence before it nobody knows who or what is meant.
    Back,
    /// A piece of speech that is cut from its speaker.
    Cut,
}

/// More sentences than this are not weighed: the story is told long before.
const MOST: usize = 2_000;

/// Looks at every sentence of the prose. Linear in the text.
pub fn candidates(document: &Document<'_>, cast: &Cast, quotes: &[Quote]) -> Vec<Candidate> {
    weighed(document, cast, quotes, &mut Stems::default())
}

/// The same, with stems that go on to be used.
pub(super) fn weighed<'t>(
    document: &Document<'t>,
    cast: &Cast,
    quotes: &[Quote],
    stems: &mut Stems<'t>,
) -> Vec<Candidate> {
    let prose = prose(document);
    let mut unique: Vec<Vec<u32>> =
        prose.iter().map(|&i| content(stems, document, tokens(document, i))).collect();
    let mut counts = vec![0f32; stems.len()];
    for id in unique.iter().flatten() {
        counts[*id as usize] += 1.0;
    }
    for stems in &mut unique {
        stems.arrange();
        stems.dedup();
    }
    let top = counts.iter().copied().fold(1.0, f32::max);
    // A word said once tells nothing of what the article is about.
    let weight: Vec<f32> =
        counts.iter().map(|&c| if c > 1.0 { c.ln() / top.max(2.0).ln() } else { 0.0 }).collect();
    let title = title_stems(document, stems);
    let lead: &[u32] = unique.first().map_or(&[], Vec::as_slice);
    let mut names = Cursor::new(cast.mentions.iter().map(|m| m.span.start));
    let mut said = Cursor::new(quotes.iter().map(|q| q.span.start));
    let salience_top = cast.entities.first().map_or(1.0, |e| e.salience.max(1e-6));

    let mut found = Vec::with_capacity(prose.len());
    for (rank, &i) in prose.iter().enumerate() {
        let sentence = &document.sentences[i];
        let words = words(document, i).count();
        let unique = &unique[rank];
        let mass: f32 = unique.iter().map(|&s| weight[s as usize]).sum();
        let mentions = names.within(sentence.span.start, sentence.span.end);
        let mut seen: Vec<u32> = cast.mentions[mentions.clone()].iter().map(|m| m.entity).collect();
        seen.arrange();
        seen.dedup();
        let salience: f32 =
            seen.iter().map(|&e| cast.entities[e as usize].salience / salience_top).sum::<f32>();
        let begun = said.within(sentence.span.start, sentence.span.end);
        // The one before may reach into this sentence.
        let speech = &quotes[begun.start.saturating_sub(1)..begun.end];
        let quoted: usize = speech
            .iter()
            .filter(|q| q.kind == QuoteKind::Direct && q.span.overlaps(sentence.span))
            .map(|q| {
                q.span.end.min(sentence.span.end).saturating_sub(q.span.start.max(sentence.span.start))
                    as usize
            })
            .sum();
        let numbers =
            document.tokens[tokens(document, i)].iter().filter(|t| t.kind == TokenKind::Number).count();
        let opens =
            prose.get(rank.wrapping_sub(1)).is_none_or(|&p| document.sentences[p].block != sentence.block);
        let quoted = quoted as f32 / sentence.span.len().max(1) as f32;
        let features: Features = [
            (mass / (unique.len() as f32).max(3.0) + 0.1).ln(),
            (1.0 + share(&title, unique)).ln(),
            (1.0 + rank as f32).ln(),
            (words.clamp(4, 35) as f32 / 25.0).ln(),
            flag(rank == 0),
            (numbers as f32 / 3.0).min(1.0),
            quoted,
            flag(opens),
            (salience / 3.0).min(1.0),
            flag(words < 9),
            first_person(document, i),
            flag(document.slice(sentence.span).trim_end_matches(['"', '”', '’', '\'']).ends_with('?')),
            if rank > 0 { (1.0 + share(lead, unique)).ln() } else { 0.0 },
        ];
        // "Lee agreed": who that is, a sentence between the first and this one tells.
        let named_since = |m: &Mention| {
            let entity = &cast.entities[m.entity as usize];
            let first = document.sentence_at(cast.mentions[entity.mentions[0] as usize].span.start);
            m.kind == Kind::Person
                && entity.name.contains(' ')
                && !document.slice(m.span).contains(' ')
                && (prose[0] + 1..i).contains(&first)
        };
        let mut leans = lean(document, i, speech);
        let named = &cast.mentions[mentions];
        if leans == Lean::No && fronted(document, i, named) {
            leans = Lean::Back;
        } else if leans == Lean::No && named.iter().any(named_since) {
            leans = Lean::Joined;
        }
        found.push(Candidate { sentence: i, features, stems: unique.clone(), words, leans });
    }
    found
}

fn flag(on: bool) -> f32 {
    if on { 1.0 } else { 0.0 }
}

/// The share of `of` (sorted) that is in `among` (sorted).
pub(super) fn share(of: &[u32], among: &[u32]) -> f32 {
    let hits = of.iter().filter(|s| among.binary_search(s).is_ok()).count();
    hits as f32 / (of.len() as f32).max(1.0)
}

/// The stems of the content words among some tokens, in order.
fn content<'t>(stems: &mut Stems<'t>, document: &Document<'t>, tokens: std::ops::Range<usize>) -> Vec<u32> {
    let words = document.tokens[tokens].iter().filter(|token| token.kind != TokenKind::Mark);
    words
        .map(|token| document.slice(token.span))
        .filter(|word| tells(word))
        .map(|word| stems.id(word))
        .collect()
}

/// True for a word with content of its own.
fn tells(word: &str) -> bool {
    word.len() > 1 && !is_stop(word)
}

/// The stems of the headline that the article's words share: the caller's title, else the headline block.
fn title_stems<'t>(document: &Document<'t>, stems: &mut Stems<'t>) -> Vec<u32> {
    let mut stems = match document.title {
        Some(title) => {
            let words = title.split(|c: char| !c.is_alphanumeric() && c != '-').filter(|word| tells(word));
            words.map(|word| stems.id(word)).collect()
        }
        None => {
            let headline = document.blocks.iter().find(|b| b.kind == BlockKind::Headline);
            headline.map_or_else(Vec::new, |b| content(stems, document, document.tokens_in(b.span)))
        }
    };
    stems.arrange();
    stems.dedup();
    stems
}

/// Walks sorted offsets once, however many sentences ask.
struct Cursor {
    starts: Vec<u32>,
    at: usize,
}

impl Cursor {
    fn new(starts: impl Iterator<Item = u32>) -> Self {
        Self { starts: starts.collect(), at: 0 }
    }

    /// The indexes of those that start in `start..end`; sentences must ask in order.
    fn within(&mut self, start: u32, end: u32) -> std::ops::Range<usize> {
        while self.starts.get(self.at).is_some_and(|&s| s < start) {
            self.at += 1;
        }
        let first = self.at;
        while self.starts.get(self.at).is_some_and(|&s| s < end) {
            self.at += 1;
        }
        first..self.at
    }
}

/// The tokens of a sentence.
fn tokens(document: &Document<'_>, sentence: usize) -> std::ops::Range<usize> {
    let tokens = &document.sentences[sentence].tokens;
    tokens.start as usize..tokens.end as usize
}

/// Words and numbers, as a reader counts them.
fn words<'d>(document: &'d Document<'_>, sentence: usize) -> impl Iterator<Item = &'d Token> {
    document.tokens[tokens(document, sentence)].iter().filter(|t| t.kind != TokenKind::Mark && !t.glued)
}

/// True for what is built like a sentence: some words, an end, not a label ("Read more:") nor a list of names.
fn is_sentence(document: &Document<'_>, sentence: usize) -> bool {
    let text = document.slice(document.sentences[sentence].span);
    let body = text.trim_end_matches(['"', '”', '’', '\'', '»', ')', ']', ' ']);
    let lower = document.tokens[tokens(document, sentence)]
        .iter()
        .filter(|t| t.kind == TokenKind::Word && document.slice(t.span).starts_with(char::is_lowercase));
    body.ends_with(['.', '!', '?', '…'])
        && words(document, sentence).take(4).count() == 4
        && lower.take(2).count() == 2
}

/// The sentences that tell the story. Where lines were run together, captions and page furniture stand among them; where
/// nothing is taken for the story, anything that is a sentence will do.
fn prose(document: &Document<'_>) -> Vec<usize> {
    let all = || (0..document.sentences.len()).filter(|&i| is_sentence(document, i)).take(MOST);
    let mut prose: Vec<usize> = all().filter(|&i| document.block_kind(i).is_prose()).collect();
    if prose.is_empty() {
        prose = all().collect();
    }
    let told: Vec<usize> = prose.iter().copied().filter(|&i| document.kind_alone(i).is_none()).collect();
    if told.len() * 2 > prose.len() {
        prose = told;
    }
    // Where stops stand at their words, one that stands apart was put behind a line that had none: a caption, a label.
    let lines = prose.iter().filter(|&&i| stop_apart(document, i)).count();
    if lines * 2 < prose.len() {
        prose.retain(|&i| !stop_apart(document, i));
    }
    prose
}

/// True for a sentence whose final stop has a blank before it.
fn stop_apart(document: &Document<'_>, sentence: usize) -> bool {
    tokens(document, sentence).last().is_some_and(|t| document.word(t) == "." && !document.tokens[t].glued)
}

words! {
    /// Words that refer back when they open a sentence.
    BACK = "he she it they this that these those his her its their such here him them both another others neither \
        either so thus therefore hence similarly likewise consequently otherwise yes no then i my you your we \
        our and or among all again there"
}

words! {
    /// Words that join a sentence to the one before.
    JOINED = "but yet also however meanwhile instead moreover furthermore nevertheless nonetheless besides still \
        additionally earlier later afterward afterwards separately"
}

/// Whether a sentence can stand alone, by its first words and its marks.
fn lean(document: &Document<'_>, sentence: usize, quotes: &[Quote]) -> Lean {
    let span = document.sentences[sentence].span;
    for quote in quotes.iter().filter(|q| q.kind == QuoteKind::Direct && q.span.overlaps(span)) {
        let here = quote.speaker.as_ref().map(|s| s.span).filter(|&s| span.contains(s));
        let Some(speaker) = here else { return Lean::Cut };
        if quote.span.end > span.end {
            return Lean::Torn;
        }
        if quote.span.start < span.start {
            return Lean::Back;
        }
        let pronoun = ["he", "she", "it", "they"].contains(&document.slice(speaker).to_lowercase().as_str());
        if pronoun && quote.span.start <= span.start {
            return Lean::Back;
        }
    }
    let mut words = document.tokens[tokens(document, sentence)]
        .iter()
        .filter(|t| t.kind == TokenKind::Word)
        .take(4)
        .map(|t| document.slice(t.span).to_lowercase());
    let Some(first) = words.next() else { return Lean::Back };
    if BACK.contains(&first) {
        // "There is", "No one" and the like say what they mean.
        let second = words.next().unwrap_or_default();
        let plain = match first.as_str() {
            "there" => true,
            "no" | "all" | "both" => second != "of" && second != "are" && second != "were",
            "that" | "this" | "these" | "those" => second == "who",
            "among" => second != "them" && second != "those",
            _ => false,
        };
        return if plain { Lean::No } else { Lean::Back };
    }
    if JOINED.contains(&first) {
        return Lean::Joined;
    }
    // "The official said", "The two leaders": which ones, the sentence before tells.
    let second = words.next().unwrap_or_default();
    let third = words.next().unwrap_or_default();
    let told = ["said", "says", "added", "noted", "also", "told"].contains(&third.as_str());
    let known = ["two", "three", "pair", "duo", "latter", "former", "same"].contains(&second.as_str());
    // "With it, …", "Of them, …"
    let led = ["with", "without", "of", "for", "after", "under", "to", "by"].contains(&first.as_str())
        && ["it", "them", "him"].contains(&second.as_str());
    // "Of the 31 that stood there, …", "Of those, …": of what, the sentence before tells.
    // "Six months later, …", "The next day …": since when, the sentence before tells.
    let since = ["later", "earlier"].contains(&third.as_str())
        || ["next", "following"].contains(&second.as_str())
            && ["day", "morning", "week"].contains(&third.as_str());
    let counted =
        ["those", "these"].contains(&second.as_str()) || ["that", "who", "which"].contains(&third.as_str());
    let back = led || since || first == "the" && (told || known) || first == "of" && counted;
    if back { Lean::Back } else { Lean::No }
}

/// True for "In May he left", "Last week she had a call": nobody is named before the pronoun.
fn fronted(document: &Document<'_>, sentence: usize, named: &[Mention]) -> bool {
    const REACH: usize = 9;
    words!(FRONTS = "in on at with after last since for by during under until from two three");
    let words = document.tokens[tokens(document, sentence)].iter().filter(|t| t.kind == TokenKind::Word);
    let mut words = words.take(REACH);
    let fronts = words.next().is_some_and(|t| FRONTS.contains(&document.slice(t.span).to_lowercase()));
    let pronoun = words.find(|t| matches!(document.slice(t.span), "he" | "she"));
    let known = |at: u32| named.iter().any(|m| m.kind == Kind::Person && m.span.start < at);
    fronts && pronoun.is_some_and(|t| !known(t.span.start))
}

/// The share of words that are "I", "we", "you" and theirs.
fn first_person(document: &Document<'_>, sentence: usize) -> f32 {
    words!(OWN = "i we you my our your me us");
    let all = &document.tokens[tokens(document, sentence)];
    let own = all.iter().map(|t| document.slice(t.span)).filter(|word| OWN.contains(word) && *word != "US");
    (own.count() as f32 / all.len().max(1) as f32 * 5.0).min(1.0)
}

/// True for a small word without content of its own.
pub(crate) fn is_stop(word: &str) -> bool {
    STOP.contains(word)
}

words! {
    /// Words without content of their own.
    STOP = [
        "a", "about", "above", "after", "again", "against", "ago", "all", "along", "already", "also",
        "although", "am", "among", "an", "and", "another", "any", "are", "around", "as", "at", "back", "be",
        "became", "because", "become", "been", "before", "being", "between", "both", "but", "by", "came",
        "can", "come", "could", "did", "do", "does", "doing", "don", "down", "during", "each", "even", "ever",
        "every", "few", "for", "from", "further", "get", "go", "going", "got", "had", "has", "have", "having",
        "he", "her", "here", "hers", "him", "himself", "his", "how", "however", "i", "if", "in", "include",
        "including", "into", "is", "it", "its", "itself", "just", "last", "like", "ll", "made", "make", "many",
        "may", "me", "might", "more", "most", "mr", "mrs", "ms", "much", "must", "my", "new", "no", "nor",
        "not", "now", "of", "off", "on", "once", "one", "only", "or", "other", "our", "out", "over", "own",
        "per", "re", "said", "same", "say", "saying", "says", "see", "she", "should", "since", "so", "some",
        "still", "such", "take", "than", "that", "the", "their", "them", "then", "there", "these", "they",
        "this", "those", "through", "to", "told", "too", "under", "until", "up", "upon", "us", "use", "used",
        "ve", "very", "was", "way", "we", "well", "were", "what", "when", "where", "which", "while", "who",
        "whom", "whose", "why", "will", "with", "within", "without", "would", "yet", "you", "your"
    ]
}
