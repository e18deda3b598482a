//! What the article says somebody is: "Turkish President" before the name, "the mayor of Springfield" behind it.

use super::lands::Land;
use super::lexicon::TITLES;
use super::offices::{self, Weight, plain};
use super::scene::Scene;
use super::{Entity, Mention, Role};
use crate::maps::HashMap;
use crate::text::Span;
use std::ops::Range;

/// A role found at a mention.
#[derive(Debug, Clone)]
pub(super) struct Found {
    /// The mention of the person.
    pub mention: u32,
    /// The words and their place.
    pub role: Role,
    /// The noun that heads it, in small letters: "president".
    pub head: String,
    /// The land it speaks of.
    pub land: Option<Land>,
    /// How much it tells: higher is better.
    score: u8,
}

/// How many tokens, and roles, those who come along may stand behind their host.
const COMPANY: usize = 40;

/// The longest role, in tokens.
const LONGEST: usize = 14;

/// All roles the article gives, in order of the mentions.
pub(super) fn find(scene: &Scene<'_, '_>) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    for (m, mention) in scene.mentions.iter().enumerate() {
        let tokens = scene.document.tokens_in(mention.span);
        if tokens.is_empty() || scene.person(tokens.start) != Some(m as u32) {
            continue;
        }
        let sentence = scene.sentence(tokens.start);
        let places = [
            before(scene, tokens.start, &sentence).or_else(|| before_of(scene, tokens.start, &sentence)),
            before_comma(scene, &tokens, &sentence),
            apposition(scene, tokens.end, &sentence),
        ];
        for (range, head, bonus) in places.into_iter().flatten() {
            found.extend(make(scene, m as u32, range, head, bonus));
        }
        found.extend(counterpart(scene, m as u32, tokens.start, &found));
    }
    for at in 0..found.len() {
        if found[at].land.is_none()
            && let Some(land) = company(scene, &found[..at], found[at].mention)
        {
            found[at].land = Some(land);
            found[at].role.country = land.iso.to_string();
        }
    }
    found
}

/// The land of "Turkish President X was accompanied by Foreign Minister Y and Defence Minister Z", for Y and Z.
fn company(scene: &Scene<'_, '_>, found: &[Found], mention: u32) -> Option<Land> {
    let name = scene.document.tokens_in(scene.mentions[mention as usize].span).start;
    let least = name.saturating_sub(COMPANY).max(scene.sentence(name).start);
    let verb = (least..name).rev().find(|&t| scene.word(t) == "accompanied")?;
    let host = (least..verb).rev().find_map(|t| scene.person(t))?;
    let entity = scene.mentions[host as usize].entity;
    let of_host = |f: &&Found| scene.mentions[f.mention as usize].entity == entity;
    found.iter().rev().take(COMPANY).filter(of_host).find_map(|f| f.land)
}

/// Gives each person the role that tells most, and of those the first; its country may be told by another one.
pub(super) fn give(found: &[Found], mentions: &[Mention], entities: &mut [Entity]) {
    let mut best: HashMap<u32, &Found> = HashMap::default();
    let mut countries: HashMap<u32, &str> = HashMap::default();
    for one in found {
        let entity = mentions[one.mention as usize].entity;
        if best.get(&entity).is_none_or(|b| one.score > b.score) {
            best.insert(entity, one);
        }
        if !one.role.country.is_empty() {
            countries.entry(entity).or_insert(&one.role.country);
        }
    }
    for (entity, found) in best {
        let mut role = found.role.clone();
        if role.country.is_empty() {
            role.country = countries.get(&entity).copied().unwrap_or_default().to_string();
        }
        entities[entity as usize].role = Some(role);
    }
}

fn make(scene: &Scene<'_, '_>, mention: u32, range: Range<usize>, head: usize, bonus: u8) -> Option<Found> {
    let span = scene.span(range.clone());
    let text = scene.document.text.get(span.start as usize..span.end as usize)?;
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let words = range.len();
    // "Dr" is an address.
    if text.trim_end_matches('.').eq_ignore_ascii_case("dr") {
        return None;
    }
    let score = match offices::weight(scene.word(head))? {
        Weight::Rank if words < 3 => 1,
        _ if words == 1 => 2,
        _ => 3 + bonus,
    };
    let land = scene.land_in(range);
    Some(Found { mention, role: role(text, span, land), head: plain(scene.word(head)), land, score })
}

fn role(text: String, span: Span, land: Option<Land>) -> Role {
    Role { text, span, country: land.map(|land| land.iso.to_string()).unwrap_or_default() }
}

/// A role and the token of its head, and what is added to its score.
type Place = (Range<usize>, usize, u8);

/// "Russian Foreign Minister" right before the name at `name`.
fn before(scene: &Scene<'_, '_>, name: usize, sentence: &Range<usize>) -> Option<Place> {
    let head = name.checked_sub(1).filter(|h| sentence.contains(h))?;
    offices::weight(scene.word(head))?;
    if scene.mention(head).is_some() {
        return None;
    }
    let start = reach_back(scene, head, sentence);
    Some((start..name, head, 0))
}

/// "Secretary of State Jane Doe", "Minister for Foreign Affairs Jane Doe": an office and what it is of, in capitals, right before
/// the name at `name`.
fn before_of(scene: &Scene<'_, '_>, name: usize, sentence: &Range<usize>) -> Option<Place> {
    let least = name.saturating_sub(6).max(sentence.start);
    let of = (least..name.checked_sub(1)?).rev().find(|&t| !scene.is_capital(t) && scene.word(t) != "and")?;
    if !matches!(scene.word(of), "of" | "for") || scene.person(name - 1).is_some() {
        return None;
    }
    let head = of.checked_sub(1).filter(|h| *h >= sentence.start && scene.is_capital(*h))?;
    offices::weight(scene.word(head))?;
    Some((reach_back(scene, head, sentence)..name, head, 0))
}

/// How far to the left a role that ends in `head` reaches.
fn reach_back(scene: &Scene<'_, '_>, head: usize, sentence: &Range<usize>) -> usize {
    let mut start = head;
    while start > sentence.start && head - start < 7 {
        let t = start - 1;
        let word = scene.word(t);
        let small = word.to_lowercase();
        let possessive = matches!(word, "'s" | "’s" | "'" | "’");
        let hyphen = matches!(word, "-" | "–" | "&" | "/") && scene.document.tokens[t].glued;
        let taken = if scene.person(t).is_some() {
            false
        } else if possessive {
            // "Turkey's President": the owner is a name.
            t > sentence.start
                && (scene.mention(t - 1).is_some() || scene.is_capital(t - 1))
                && scene.person(t - 1).is_none()
        } else if hyphen {
            true
        } else if !scene.is_word(t) || offices::STOPS.contains(&small.as_str()) {
            false
        } else if scene.is_capital(t) {
            true
        } else {
            // A verb is no part of the role, nor is what stands before it.
            // ("… greets Russian President …": a small word in -s right before a capital is one.)
            let verb = small.ends_with("ed")
                || small.ends_with("ing")
                || small.ends_with("ly")
                || scene.is_capital(t + 1)
                    && (small.ends_with('s') || t > sentence.start && offers_verb(scene.word(t - 1)));
            !verb && head - t < 4
        };
        if !taken {
            break;
        }
        start = t;
    }
    // A mark or a possessive cannot open it, nor the age of "29-year-old teacher".
    let opens = |t: usize| !matches!(scene.word(t), "'s" | "’s" | "year" | "old");
    while start < head && !(scene.is_word(start) && opens(start)) {
        start += 1;
    }
    start
}

/// True of words behind which a verb stands: "will meet President …".
fn offers_verb(word: &str) -> bool {
    matches!(
        word,
        "to" | "will" | "would" | "can" | "could" | "may" | "might" | "should" | "must" | "did" | "not"
    )
}

/// "The leader of the party, Jane Doe,": the role before a comma.
fn before_comma(scene: &Scene<'_, '_>, name: &Range<usize>, sentence: &Range<usize>) -> Option<Place> {
    // A rank or an address may stand between: "the commander of the troops, General Jane Doe,", "the clerk, Mrs Jane Doe,".
    let rank = |word: &str| match offices::weight(word) {
        Some(weight) => weight == Weight::Rank,
        None => TITLES.contains(&plain(word)),
    };
    let ranked = |t: usize| t > sentence.start && rank(scene.word(t - 1));
    let start = if ranked(name.start) { name.start - 1 } else { name.start };
    let comma = start.checked_sub(1).filter(|&c| c > sentence.start && scene.word(c) == ",")?;
    if !matches!(scene.word(name.end), "," | "." | "" | ";" | "–" | "—" | "(") {
        return None;
    }
    // Back to the article or owner that opens the noun phrase.
    let least = comma.saturating_sub(LONGEST).max(sentence.start);
    let mut t = comma;
    let mut head = None;
    while t > least {
        t -= 1;
        if scene.person(t).is_some()
            || matches!(scene.word(t), "," | ";" | ":" | "\"" | "”" | "“" | "(" | ")")
        {
            return None;
        }
        let small = scene.word(t).to_lowercase();
        let of_next = scene.word(t + 1) == "of" || scene.word(t + 1) == "for" || t + 1 == comma;
        if of_next && offices::weight(&small).is_some() {
            head = Some(t);
        }
        let opens = matches!(small.as_str(), "the" | "its" | "their" | "his" | "her" | "a" | "an");
        if opens && let Some(head) = head {
            return Some((t + 1..comma, head, 0));
        }
        if matches!(small.as_str(), "said" | "says" | "and" | "but" | "that" | "who" | "is" | "was") {
            break;
        }
    }
    // "Iran's foreign minister, Jane Doe, said": no article.
    let head = head.filter(|&h| h + 1 == comma)?;
    let start = reach_back(scene, head, sentence);
    (start < head).then_some((start..comma, head, 0))
}

/// "…, the mayor of Springfield," or "…, who is mayor" or "… is the mayor" behind the name that ends before `end`.
fn apposition(scene: &Scene<'_, '_>, end: usize, sentence: &Range<usize>) -> Option<Place> {
    let mut t = end;
    let comma = matches!(scene.word(t), "," | "–" | "—" | "-" | "(")
        && !(scene.word(t) == "-" && scene.document.tokens[t].glued);
    if comma {
        t += 1;
        // An age: "Jane Doe, 45, a teacher".
        if scene.document.tokens.get(t).is_some_and(|x| x.kind == crate::text::TokenKind::Number)
            && scene.word(t + 1) == ","
        {
            t += 2;
        }
    }
    if comma && matches!(scene.word(t), "who" | "himself" | "herself") {
        t += 1;
    }
    let copula = matches!(scene.word(t), "is" | "was" | "became" | "serves" | "served");
    if copula {
        t += 1;
        while matches!(scene.word(t), "as" | "currently" | "now" | "also" | "then" | "still") {
            t += 1;
        }
    }
    if !comma && !copula {
        return None;
    }
    let article =
        matches!(scene.word(t), "the" | "a" | "an" | "The" | "one" | "its" | "his" | "her" | "their");
    if scene.word(t) == "one" && scene.word(t + 1) != "of" {
        return None;
    }
    if article {
        t += 1;
    } else if copula && !scene.is_word(t) {
        return None;
    }
    let start = t;
    let head = head_of(scene, start, sentence)?;
    // A person named right behind is the one who has the role: ", President Erdogan and".
    if scene.person(head + 1).is_some() {
        return None;
    }
    // A list of people: ", Foreign Minister X" was excluded; ", and the minister" is not of this name.
    let stop = phrase_end(scene, head + 1, sentence.end.min(start + LONGEST));
    let bare = head == start && stop == head + 1 && !article && !copula;
    if bare && scene.is_capital(start) && !matches!(scene.word(stop), "," | ".") {
        return None;
    }
    let bonus = u8::from(comma && stop > head + 1);
    Some((start..stop, head, bonus))
}

/// The office that heads the noun phrase from `start`: before any "of", within a few words.
fn head_of(scene: &Scene<'_, '_>, start: usize, sentence: &Range<usize>) -> Option<usize> {
    let mut head = None;
    for t in start..sentence.end.min(start + 8) {
        let word = scene.word(t);
        if matches!(word, "'s" | "’s" | "'" | "’") {
            // "the president's brother" is no president.
            head = None;
        } else if scene.person(t).is_none() && scene.mention(t).is_none() && offices::weight(word).is_some() {
            head = Some(t);
        } else {
            let small = word.to_lowercase();
            let stops = t > start && offices::STOPS.contains(&small.as_str());
            let joins = word == "-" || scene.is_word(t);
            if head.is_some() || stops || !joins || scene.person(t).is_some() {
                break;
            }
        }
    }
    head
}

/// Where the noun phrase ends that runs on from `from` with "of …", "for …", "in …".
fn phrase_end(scene: &Scene<'_, '_>, from: usize, limit: usize) -> usize {
    let mut t = from;
    let mut after_preposition = false;
    while t < limit {
        let word = scene.word(t);
        let small = word.to_lowercase();
        let preposition = matches!(small.as_str(), "of" | "for" | "in" | "at" | "to" | "with");
        let joins = matches!(small.as_str(), "the" | "'s" | "’s" | "and" | "its" | "a");
        if t == from && !preposition {
            return from;
        }
        let verb = offices::STOPS.contains(&small.as_str()) && !preposition && !joins;
        let ends = verb
            || (!scene.is_word(t) && !matches!(word, "-" | "&" | "’s" | "'s" | "."))
            || (word == "." && (t + 1 >= limit || !scene.is_word(t + 1)))
            || (small.ends_with("ed") && !scene.is_capital(t))
            || scene.person(t).is_some();
        if ends {
            break;
        }
        after_preposition = preposition || joins;
        t += 1;
    }
    // "mayor of Springfield and" ends before "and".
    while after_preposition && t > from {
        t -= 1;
        let small = scene.word(t).to_lowercase();
        after_preposition = matches!(
            scene.word(t.saturating_sub(1)),
            "of" | "for" | "in" | "at" | "to" | "with" | "the" | "and" | "a" | "its"
        ) && matches!(
            small.as_str(),
            "of" | "for" | "in" | "at" | "to" | "with" | "the" | "and" | "a" | "its"
        );
    }
    t
}

/// "Russian President X and his Turkish counterpart Y": Y is to Turkey what X is to Russia.
fn counterpart(scene: &Scene<'_, '_>, mention: u32, name: usize, found: &[Found]) -> Option<Found> {
    let before = name.checked_sub(1)?;
    // "his Polish counterpart, Radoslaw Sikorski,"
    let at = if scene.word(before) == "," { before.checked_sub(1)? } else { before };
    if scene.word(at) != "counterpart" {
        return None;
    }
    let (land, width) = [2usize, 1].into_iter().find_map(|back| {
        let (land, width) = scene.demonym(at.checked_sub(back)?)?;
        (width == back).then_some((land, width))
    })?;
    let model = found
        .iter()
        .rev()
        .take(8)
        .find(|f| f.score >= 2 && f.mention < mention && f.land.is_some_and(|l| l != land));
    let span = scene.span(at - width..at + 1);
    let Some((office, head)) = model.and_then(|model| Some((office_without_land(model)?, &model.head)))
    else {
        // Of whom, the article says; what both are, it does not.
        let text = scene.document.slice(span).to_string();
        return Some(Found {
            mention,
            role: role(text, span, Some(land)),
            head: "counterpart".into(),
            land: Some(land),
            score: 1,
        });
    };
    let text = format!("{} {office}", scene.document.slice(scene.span(at - width..at)));
    Some(Found {
        mention,
        role: role(text, span, Some(land)),
        head: head.clone(),
        land: Some(land),
        score: 3,
    })
}

/// "Foreign Minister" of "Russian Foreign Minister".
fn office_without_land(found: &Found) -> Option<String> {
    let land = |w: &&str| {
        super::lands::land_of_demonym(w).is_some()
            || super::lands::land_of_name(w.trim_end_matches("'s")).is_some()
    };
    let office: Vec<&str> = found.role.text.split(' ').skip_while(land).collect();
    (!office.is_empty() && office.len() <= 3 && !office.contains(&"of")).then(|| office.join(" "))
}
