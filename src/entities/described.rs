//! "The ministry", "the city", "the group": a noun that the article gives to one of its names only.

use super::Kind;
use super::form::Form;
use super::scene::Scene;
use super::{lands, lexicon};
use crate::maps::{HashMap, words};

words! {
    /// Nouns for bodies.
    BODIES = "academy agency alliance army association authority bloc board brigade broadcaster \
    bureau charity church club coalition college commission committee council court \
    department federation foundation fund hospital institute institution league \
    militia ministry movement museum newspaper orchestra organisation organization paper parliament \
    party school senate society theater theatre tribunal union university"
}

words! {
    /// Nouns for companies: whoever bears one is a company, too.
    COMPANIES = "airline automaker bank brewer carmaker carrier chain company corporation developer firm group \
    insurer lender maker manufacturer producer publisher retailer startup utility"
}

words! {
    /// Nouns for places.
    PLACES = "airport base bay bridge camp canal castle cathedral city country county dam desert district enclave \
    harbor harbour island kingdom lake mosque mountain palace park peninsula port prison province region \
    republic river sea square strait suburb territory town valley village volcano"
}

words! {
    /// Nouns that in a name are a mere part of it: the city of an article is seldom "Oklahoma City".
    BOUND = "bay city country island lake port sea town village"
}

words! {
    /// Words after which a noun is a phrase by itself, and no part of a longer one ("the city council").
    CLOSERS = "and are as at be because before but by can could did does during for from had has have if in into is \
    it its ca may might must near not now on or out over says said should since so still than that through \
    to under until was were when where which while who will with would after also against 's ’s \
    began came expects faces fell gave got grew had hopes kept knows lost made makes meets met needs owns paid plans \
    ran rose runs saw sent stands takes told took wants went won"
}

/// How far behind a name its description may end, in tokens.
const LONGEST: usize = 8;

/// How many times as often as the next the company is named that the article is about.
const MAIN: u32 = 3;

/// Who is called by which noun.
pub(super) struct Described {
    /// For each noun the names that bear it: where the first one stands, and its entity.
    bearers: HashMap<&'static str, Vec<(u32, u32)>>,
    /// How often each entity is named.
    counts: Vec<u32>,
}

impl Described {
    /// `counts` says how often each entity is named.
    pub fn new(scene: &Scene<'_, '_>, counts: &[u32]) -> Self {
        let mut bearers: HashMap<&'static str, Vec<(u32, u32)>> = HashMap::default();
        let most =
            scene.mentions.iter().filter(|m| m.kind == Kind::Place).map(|m| counts[m.entity as usize]).max();
        for mention in scene.mentions.iter().filter(|m| m.kind != Kind::Person) {
            let tokens = scene.document.tokens_in(mention.span);
            let land = lands::land_of_name(scene.document.slice(mention.span))
                .is_some_and(|land| !land.iso.is_empty());
            let said: Vec<&'static str> = named(scene, &tokens)
                .into_iter()
                .chain(before(scene, &tokens))
                .chain(behind(scene, tokens.end))
                .filter(|_| !land)
                .collect();
            let company = mention.kind == Kind::Organization
                && (said.iter().any(|noun| COMPANIES.contains(noun)) || in_full(scene, &tokens));
            let others = [land.then_some("country"), company.then_some("company"), company.then_some("firm")];
            for noun in said.into_iter().chain(others.into_iter().flatten()) {
                // The city of an article is not one it names in passing.
                let passing = PLACES.contains(noun)
                    && most.is_some_and(|most| 2 * counts[mention.entity as usize] < most);
                let list = bearers.entry(noun).or_default();
                if !passing {
                    add(list, (mention.span.start, mention.entity));
                }
            }
        }
        let mut described = Self { bearers, counts: counts.to_vec() };
        described.governed(scene);
        described
    }

    /// "The Lebanon City Council" makes Lebanon the city.
    fn governed(&mut self, scene: &Scene<'_, '_>) {
        let mut places: HashMap<String, (u32, u32)> = HashMap::default();
        for mention in scene.mentions.iter().filter(|m| m.kind == Kind::Place) {
            let name = scene.document.slice(mention.span).to_lowercase();
            places.entry(name).or_insert((mention.span.start, mention.entity));
        }
        let bodies = scene.mentions.iter().filter(|m| m.kind == Kind::Organization);
        for tokens in bodies.map(|m| scene.document.tokens_in(m.span)) {
            let rank = |&t: &usize| matches!(scene.word(t), "City" | "Town" | "Village");
            let Some(of) = (tokens.start + 1..tokens.end.saturating_sub(1)).find(rank) else { continue };
            let name = scene.document.slice(scene.span(tokens.start..of)).to_lowercase();
            let (Some(noun), Some(&place)) = (listed(scene.word(of)), places.get(&name)) else {
                continue;
            };
            add(self.bearers.entry(noun).or_default(), place);
        }
    }

    /// The one entity that "the NOUN" at token `t` can stand for.
    pub fn only(&self, scene: &Scene<'_, '_>, t: usize) -> Option<u32> {
        let noun = noun(scene, t + 1)?;
        let next = scene.word(t + 2);
        let closed = !scene.is_word(t + 2) && !matches!(next, "-" | "–" | "/" | "&")
            || CLOSERS.contains(next)
            || next.len() > 4 && ["ed", "n't", "n’t"].iter().any(|ending| next.ends_with(ending));
        if !closed || scene.mention(t + 2).is_some() {
            return None;
        }
        let start = scene.document.tokens.get(t)?.span.start;
        // Somebody who is called so later takes the noun too: it is no name's own then.
        match self.bearers.get(noun)?[..] {
            [(at, entity)] if at < start => Some(entity),
            // Of several companies, the one the article is about.
            [(at, one), (_, other)] if at < start && COMPANIES.contains(noun) => {
                let count = |entity: u32| self.counts.get(entity as usize).copied().unwrap_or_default();
                (count(one) >= MAIN * count(other)).then_some(one)
            }
            _ => None,
        }
    }
}

/// Another bearer; of more than two no one is the only one either.
fn add(bearers: &mut Vec<(u32, u32)>, bearer: (u32, u32)) {
    if bearers.len() < 2 && bearers.iter().all(|&(_, entity)| entity != bearer.1) {
        bearers.push(bearer);
    }
}

/// The noun that a word is, in any case.
fn listed(word: &str) -> Option<&'static str> {
    BODIES.listed(word).or_else(|| COMPANIES.listed(word)).or_else(|| PLACES.listed(word))
}

/// The noun at a token, in small letters as it must be.
fn noun(scene: &Scene<'_, '_>, t: usize) -> Option<&'static str> {
    let word = scene.word(t);
    listed(word).filter(|noun| *noun == word)
}

/// "ministry" of "Foreign Ministry" and "Ministry of Defence", "lake" of "Lake Tessier".
fn named(scene: &Scene<'_, '_>, tokens: &std::ops::Range<usize>) -> Option<&'static str> {
    let (first, last) = (tokens.start, tokens.end.checked_sub(1)?);
    let head = |t: usize| listed(scene.word(t));
    if scene.word(first + 1) == "of" {
        return head(first).filter(|noun| !BOUND.contains(noun));
    }
    let in_front = || head(first).filter(|noun| first < last && matches!(*noun, "lake" | "river" | "camp"));
    head(last).filter(|noun| !BOUND.contains(noun)).or_else(in_front)
}

/// True of a company's name in full: "Calder Foods Inc.", "Carrow Systems".
fn in_full(scene: &Scene<'_, '_>, tokens: &std::ops::Range<usize>) -> bool {
    let form = Form::new(scene.document.slice(scene.span(tokens.clone())), Kind::Organization);
    form.company || form.words.len() > 1 && form.words.last().is_some_and(|w| lexicon::BUSINESS.contains(w))
}

/// "city" of "the city of Manbij", "group" of "the rights group Memorial", "lender" of "the lender, First Bancshares,".
fn before(scene: &Scene<'_, '_>, tokens: &std::ops::Range<usize>) -> Option<&'static str> {
    let last = tokens.start.checked_sub(1)?;
    match scene.word(last) {
        "of" => noun(scene, last.checked_sub(1)?),
        "," => {
            let the = scene.word(last.checked_sub(2)?);
            let closed = matches!(scene.word(tokens.end), "," | "." | "");
            noun(scene, last - 1).filter(|_| closed && the.eq_ignore_ascii_case("the"))
        }
        _ => noun(scene, last),
    }
}

/// "town" of "Morek, a small town in the north".
fn behind(scene: &Scene<'_, '_>, end: usize) -> Option<&'static str> {
    let mut t = end;
    if !matches!(scene.word(t), "," | "is" | "was" | "–" | "—")
        || !matches!(scene.word(t + 1), "a" | "an" | "the")
    {
        return None;
    }
    t += 2;
    let limit = t + LONGEST;
    while t < limit && (scene.is_word(t) || scene.word(t) == "-") && scene.person(t).is_none() {
        if let Some(noun) = noun(scene, t) {
            let next = scene.word(t + 1);
            return (!scene.is_word(t + 1) || CLOSERS.contains(next) || next == "of").then_some(noun);
        }
        if CLOSERS.contains(scene.word(t)) {
            return None;
        }
        t += 1;
    }
    None
}
