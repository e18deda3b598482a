//! What the words around a name, and the rest of the article, say about where it is.

use super::demonyms::country_of_demonym;
use super::gazetteer::{Class, Gazetteer, Rank, Row};
use crate::maps::{HashMap, words};
use crate::text::{Document, Span, TokenKind};
use std::borrow::Cow;

/// A hint that stands next to a name.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Cue {
    /// "Idlib province", "the city of Idlib".
    Class(Class),
    /// "the Ohio", "the Pacific": a water wherever it is named.
    Article,
    /// "Tripoli, Lebanon": the name behind the comma.
    Comma(Row),
    /// "Tripoli in Lebanon", "Lebanon's Tripoli", "the Lebanese city of Tripoli".
    Beside(Row),
    /// An area named in the same sentence.
    Sentence(Row),
    /// "Atlanta, Georgia", read from Georgia: a place of the name in front lies there.
    Holds(Row),
}

/// Tokens before and after a name that count as its sentence: long lists of countries say nothing.
const IN_SENTENCE: usize = 25;
/// Mentions of a name whose surroundings are read; the first ones say it.
const READ: usize = 24;

/// The article as evidence.
pub(super) struct Surroundings<'g, 't> {
    gazetteer: &'g Gazetteer,
    document: &'g Document<'t>,
    /// Votes for countries by words that are not themselves being placed: "Turkish", "Texas" in "Texas Rangers".
    pub countries: HashMap<Row, f32>,
    /// Votes for first-level divisions.
    pub regions: HashMap<Row, f32>,
    /// Areas and adjectives of areas, by the tokens they stand on, in order.
    areas: Vec<(usize, usize, Row)>,
}

impl<'g, 't> Surroundings<'g, 't> {
    /// Reads the article once. `named` are spans, in order, that name persons or are being placed themselves: Paris
    /// Hilton says nothing about Paris, and no name may vote for itself.
    pub fn new(gazetteer: &'g Gazetteer, document: &'g Document<'t>, named: &[Span]) -> Self {
        let (countries, regions) = (HashMap::default(), HashMap::default());
        let mut this = Self { gazetteer, document, countries, regions, areas: Vec::new() };
        let mut named = named.iter().peekable();
        let mut next = 0;
        for (i, token) in document.tokens.iter().enumerate() {
            while named.next_if(|p| p.end <= token.span.start).is_some() {}
            let capital = token.kind == TokenKind::Word && document.word(i).starts_with(char::is_uppercase);
            if i < next || !capital {
                continue;
            }
            let Some((row, end)) = this.area_at(i, false) else { continue };
            this.areas.push((i, end, row));
            next = end;
            if named.peek().is_none_or(|p| token.span.end <= p.start) {
                let votes = match gazetteer.class(row) {
                    Class::Country => &mut this.countries,
                    _ => &mut this.regions,
                };
                *votes.entry(row).or_default() += 1.0;
            }
        }
        for votes in [&mut this.countries, &mut this.regions] {
            votes.values_mut().for_each(|v| *v = v.sqrt());
        }
        this
    }

    /// What the name itself says ("Idlib Province") and what stands around its mentions.
    pub fn cues(&self, names: &[&str], spans: &[Span]) -> Vec<Cue> {
        let last_words = names.iter().take(READ).filter_map(|n| n.rsplit_once(' ')).map(|(_, last)| last);
        let mut cues: Vec<Cue> = last_words.filter_map(class_of).map(Cue::Class).collect();
        cues.extend(self.is_water(spans).then_some(Cue::Article));
        let opens = |line: Span| spans.first().is_some_and(|span| span.start == line.start);
        cues.extend(self.document.dateline.filter(|&line| opens(line)).map(|_| Cue::Class(Class::Town)));
        for &span in spans.iter().take(READ) {
            let tokens = self.document.tokens_in(span);
            if tokens.is_empty() {
                continue;
            }
            self.inside(tokens.clone(), &mut cues);
            self.in_sentence(tokens.clone(), &mut cues);
            self.behind(tokens.end, &mut cues);
            self.before(tokens.start, &mut cues);
        }
        cues
    }

    /// Areas of the sentence, at most those of `IN_SENTENCE` tokens either side.
    fn in_sentence(&self, tokens: std::ops::Range<usize>, cues: &mut Vec<Cue>) {
        let sentence = self.document.sentence_of(tokens.start);
        let Some(sentence) = self.document.sentences.get(sentence) else { return };
        let from = (sentence.tokens.start as usize).max(tokens.start.saturating_sub(IN_SENTENCE));
        let to = (sentence.tokens.end as usize).min(tokens.end + IN_SENTENCE);
        let first = self.areas.partition_point(|a| a.0 < from);
        let near = self.areas[first..].iter().take_while(|a| a.0 < to);
        let others = near.filter(|a| a.1 <= tokens.start || a.0 >= tokens.end);
        cues.extend(others.map(|a| Cue::Sentence(a.2)));
    }

    /// "Paris, Texas" taken as one name.
    fn inside(&self, tokens: std::ops::Range<usize>, cues: &mut Vec<Cue>) {
        for i in tokens.clone() {
            if self.word(i) == "," && i + 1 < tokens.end {
                cues.extend(self.area_at(i + 1, true).map(|(row, _)| Cue::Comma(row)));
            }
        }
    }

    fn behind(&self, at: usize, cues: &mut Vec<Cue>) {
        let word = self.word(at);
        cues.extend(class_of(word).map(Cue::Class));
        match word {
            "," | "(" => self.behind_comma(at + 1, cues),
            "in" | "of" | "near" | "outside" => {
                let area = self.area_at(self.past_directions(at + 1), true);
                cues.extend(area.map(|(row, _)| Cue::Beside(row)));
            }
            _ => {}
        }
    }

    /// "Paris, Lamar County, Texas, U.S.": containers, each larger than the one before. Two of a size are a list.
    fn behind_comma(&self, start: usize, cues: &mut Vec<Cue>) {
        let mut containers = Vec::new();
        let mut i = self.past_directions(start);
        while let Some((row, end)) = self.area_at(i, true) {
            let class = self.gazetteer.class(row);
            let lists = containers.last().is_some_and(|&last| self.gazetteer.class(last) <= class)
                || matches!(self.word(end), "and" | "or" | "&")
                || (self.word(end) == "," && matches!(self.word(end + 1), "and" | "or"));
            if lists {
                cues.extend(containers.first().map(|&row| Cue::Beside(row)));
                return;
            }
            containers.push(row);
            if self.word(end) != "," || class == Class::Country {
                break;
            }
            i = end + 1;
        }
        cues.extend(containers.into_iter().map(Cue::Comma));
    }

    fn past_directions(&self, mut i: usize) -> usize {
        while is_direction(self.word(i)) || self.word(i) == "the" {
            i += 1;
        }
        i
    }

    fn before(&self, at: usize, cues: &mut Vec<Cue>) {
        let Some(mut i) = at.checked_sub(1) else { return };
        if self.word(i) == "," {
            self.holds(i, cues);
        }
        if self.word(i) == "the" {
            i = i.saturating_sub(1);
        }
        // "Syria's Idlib"
        if matches!(self.word(i), "'s" | "’s" | "s") && i > 0 {
            cues.extend(self.area_ending(i).map(Cue::Beside));
            return;
        }
        // "the northern Syrian city of Manbij", "the Turkish capital, Ankara", "Texas town of Paris"
        if matches!(self.word(i), "of" | ",") {
            i = i.saturating_sub(1);
        }
        if let Some(class) = class_of(self.word(i)) {
            cues.push(Cue::Class(class));
            let beside = (0..3).find_map(|back| self.area_ending(i.checked_sub(back)?));
            cues.extend(beside.map(Cue::Beside));
        } else if self.word(i + 1) != "," {
            cues.extend(self.area_ending(i + 1).map(Cue::Beside));
        }
    }

    /// The divisions and countries in which a place called like the words in front of a comma lies.
    fn holds(&self, comma: usize, cues: &mut Vec<Cue>) {
        for length in (1..=3).rev() {
            let Some(start) = comma.checked_sub(length) else { continue };
            if !self.within_name(start, comma) {
                continue;
            }
            let span = Span {
                start: self.document.tokens[start].span.start,
                ..self.document.tokens[comma - 1].span
            };
            let before = cues.len();
            for (row, rank) in self.gazetteer.find(self.document.slice(span)) {
                let inside = self.gazetteer.class(row) > Class::Region && rank == Rank::Main;
                let areas = [self.gazetteer.region(row), self.gazetteer.country(row)];
                cues.extend(areas.into_iter().flatten().filter(|_| inside).map(Cue::Holds));
            }
            if cues.len() > before {
                return;
            }
        }
    }

    /// Rivers, seas and oceans go by an article: "the Ohio", "the Pacific"; so does one country that has a river of its name.
    fn is_water(&self, spans: &[Span]) -> bool {
        spans
            .iter()
            .take(READ)
            .all(|&span| self.document.is_definite(span) && self.document.slice(span) != "Congo")
    }

    /// Words for what it is that follow a mention: names to look up with them, as "Cook" before "County"; and "Ohio River"
    /// for "the Ohio".
    pub fn extended(&self, spans: &[Span]) -> Vec<Cow<'g, str>> {
        let mut names = Vec::new();
        for &span in spans.iter().take(READ) {
            let end = self.document.tokens_in(span).end;
            let sort = self.document.tokens.get(end).filter(|_| class_of(self.word(end)).is_some());
            let name =
                sort.and_then(|sort| self.document.text.get(span.start as usize..sort.span.end as usize));
            let name = name.map(Cow::from);
            names.extend(name.filter(|n| !names.contains(n)));
        }
        if let Some(&first) = spans.first().filter(|_| self.is_water(spans)) {
            names.push(format!("{} River", self.document.slice(first)).into());
        }
        names
    }

    /// The country or first-level division whose name or adjective starts at a token, longest first, and where it
    /// ends. Abbreviations ("Calif.") count only where they are expected.
    fn area_at(&self, start: usize, expected: bool) -> Option<(Row, usize)> {
        let first = self.document.tokens.get(start)?;
        if !self.word(start).starts_with(char::is_uppercase) {
            return None;
        }
        let text = self.document.text;
        let longest = (1..4).take_while(|&more| self.goes_on(start + more)).count() + 1;
        for length in (1..=longest).rev() {
            let last = self.document.tokens.get(start + length - 1)?;
            let name = text.get(first.span.start as usize..last.span.end as usize)?;
            if length == 1
                && let Some(row) = country_of_demonym(name).and_then(|c| self.gazetteer.country_of_code(c))
            {
                return Some((row, start + 1));
            }
            let best = self
                .gazetteer
                .find(name)
                .filter(|&(row, rank)| {
                    matches!(self.gazetteer.class(row), Class::Country | Class::Region)
                        && (expected || (rank == Rank::Main && self.gazetteer.weight(row) > 18.0))
                })
                .max_by(|a, b| {
                    let value = |c: &(Row, Rank)| {
                        let country = if self.gazetteer.class(c.0) == Class::Country { 4.0 } else { 0.0 };
                        self.gazetteer.weight(c.0) + country
                    };
                    value(a).total_cmp(&value(b))
                });
            if let Some((row, _)) = best {
                let mut end = start + length;
                // The point of an abbreviation.
                if self.word(end) == "." && self.document.tokens[end].glued {
                    end += 1;
                }
                return Some((row, end));
            }
        }
        None
    }

    /// True if the tokens could be one name: capitals throughout but for points, "of", "and", "the".
    fn within_name(&self, start: usize, end: usize) -> bool {
        self.word(start).starts_with(char::is_uppercase) && (start + 1..end).all(|i| self.goes_on(i))
    }

    /// True if a name could go on with a token.
    fn goes_on(&self, i: usize) -> bool {
        let word = self.word(i);
        word.starts_with(char::is_uppercase) || matches!(word, "." | "of" | "and" | "the" | "-")
    }

    /// The area whose name ends right before a token.
    fn area_ending(&self, end: usize) -> Option<Row> {
        (1..=3).rev().find_map(|length| {
            let start = end.checked_sub(length)?;
            let (row, stop) = self.area_at(start, false)?;
            (stop == end).then_some(row)
        })
    }

    fn word(&self, index: usize) -> &str {
        self.document.tokens.get(index).map_or("", |t| self.document.slice(t.span))
    }
}

fn class_of(word: &str) -> Option<Class> {
    words! {
        WORDS = [
            "province", "provinces", "governorate", "oblast", "region", "state", "prefecture", "emirate", "county", "city",
            "cities", "town", "towns", "village", "villages", "municipality", "port", "suburb", "township", "capital", "river", "sea",
            "lake", "strait", "island", "islands", "mountain", "mountains", "desert",
        ]
    }
    Some(match WORDS.position(word)? {
        0..8 => Class::Region,
        8 => Class::County,
        9..20 => Class::Town,
        20..24 => Class::Water,
        24..26 => Class::Island,
        _ => Class::Mountain,
    })
}

fn is_direction(word: &str) -> bool {
    words! {
        WORDS = [
            "northern", "southern", "eastern", "western", "central", "northeastern", "northwestern", "southeastern",
            "southwestern", "northeast", "northwest", "southeast", "southwest", "north", "south", "east", "west",
            "neighboring", "neighbouring", "nearby", "rebel-held",
        ]
    }
    WORDS.contains(word)
}
