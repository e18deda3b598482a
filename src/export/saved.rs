//! The way back: from a record that was kept, or corrected, to the article, so that it can be exported or put into a
//! library without being read again.

use super::offsets::{Offsets, Unit};
use super::record::{block_name, kind_name};
use crate::article::{Article, Published, PublishedFrom};
use crate::dates::{Day, Timex, TimexType, Why};
use crate::entities::{Entity, Kind, Mention, Role};
use crate::maps::HashMap;
use crate::places::{Class, Place};
use crate::quotes::{Quote, QuoteKind, Speaker};
use crate::sort::Sort;
use crate::summary::Summary;
use crate::text::{Block, BlockKind, Language, Sentence, Span};
use serde::Deserialize;

/// An [`ArticleRecord`](super::record::ArticleRecord) as it comes back. What is missing is taken for empty.
#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct SavedArticle {
    published: Option<String>,
    blocks: Vec<Stretch>,
    sentences: Vec<Stretch>,
    mentions: Vec<Stretch>,
    dates: Vec<SavedDate>,
    entities: Vec<SavedEntity>,
    quotes: Vec<Stretch>,
    summary: SavedSummary,
}

/// A block, a sentence, a name, a quotation or a speaker.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Stretch {
    start: u32,
    end: u32,
    kind: String,
    entity: Option<String>,
    confidence: f32,
    lead: Option<u32>,
    speaker: Option<Box<Stretch>>,
    #[serde(rename = "for")]
    stands_for: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct SavedDate {
    start: u32,
    end: u32,
    #[serde(rename = "type")]
    kind: String,
    value: String,
    edtf: String,
    from: Option<String>,
    to: Option<String>,
    vague: bool,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct SavedEntity {
    id: String,
    kind: String,
    name: String,
    aliases: Vec<String>,
    role: Option<String>,
    role_country: String,
    salience: f32,
    place: Option<SavedPlace>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct SavedPlace {
    lat: f64,
    lon: f64,
    country: String,
    region: Option<String>,
    name: String,
    class: String,
    confidence: f32,
    approximate: bool,
    id: Option<u32>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct SavedSummary {
    sentences: Vec<u32>,
    who: Vec<String>,
    #[serde(rename = "where")]
    places: Vec<String>,
    when: Vec<u32>,
    phrases: Vec<Stretch>,
}

impl SavedArticle {
    /// The article that was read from `text`, for offsets in `unit`.
    ///
    /// Total: what does not fit the text or names nobody is left out, so that spans lie on character boundaries and
    /// indexes lead somewhere. References, which no export and no library needs, do not come back.
    pub fn article(mut self, text: &str, unit: Unit) -> Article {
        let offsets = Offsets::new(text, unit);
        let span = |start: u32, end: u32| {
            let span = Span { start: offsets.byte(start), end: offsets.byte(end) };
            (span.start < span.end).then_some(span)
        };
        let blocks: Vec<Block> = self
            .blocks
            .iter()
            .filter_map(|b| {
                let kind = BlockKind::ALL.into_iter().find(|&k| block_name(k) == b.kind)?;
                Some(Block { span: span(b.start, b.end)?, kind })
            })
            .collect();
        let in_order = blocks.windows(2).all(|b| b[0].span.end <= b[1].span.start);
        let block_of = |span: Span| blocks.partition_point(|b| b.span.end <= span.start) as u32;
        let sentence = |s: &Stretch| {
            let span = Span { start: offsets.byte(s.start), end: offsets.byte(s.end.max(s.start)) };
            let lead = s.lead.map_or(span.start, |at| offsets.byte(at).clamp(span.start, span.end));
            Sentence { span, lead, tokens: 0..0, block: if in_order { block_of(span) } else { u32::MAX } }
        };
        let sentences: Vec<Sentence> = self.sentences.iter().map(sentence).collect();
        let mut numbers: HashMap<String, u32> = HashMap::default();
        let mut entities: Vec<Entity> = Vec::new();
        for saved in self.entities {
            let Some(kind) = kind(&saved.kind) else { continue };
            numbers.insert(saved.id.clone(), entities.len() as u32);
            entities.push(saved.entity(kind));
        }
        let number = |id: &Option<String>| numbers.get(id.as_ref()?).copied();
        let mut mentions: Vec<Mention> = Vec::new();
        self.mentions.arrange_by_key(|m| m.start);
        for m in &self.mentions {
            let (Some(span), Some(kind), Some(entity)) =
                (span(m.start, m.end), kind(&m.kind), number(&m.entity))
            else {
                continue;
            };
            entities[entity as usize].mentions.push(mentions.len() as u32);
            mentions.push(Mention {
                span,
                kind,
                entity,
                confidence: m.confidence,
                stands_for: m.stands_for.clone(),
            });
        }
        let quotes = self.quotes.iter().filter_map(|q| {
            let kind = match q.kind.as_str() {
                "direct" => QuoteKind::Direct,
                "mixed" => QuoteKind::Mixed,
                "indirect" => QuoteKind::Indirect,
                _ => return None,
            };
            let speaker = q
                .speaker
                .as_ref()
                .and_then(|s| Some(Speaker { span: span(s.start, s.end)?, entity: number(&s.entity) }));
            Some(Quote { span: span(q.start, q.end)?, kind, speaker })
        });
        let dates: Vec<Timex> = self.dates.iter().filter_map(|d| d.timex(span(d.start, d.end)?)).collect();
        let known = |ids: Vec<String>| ids.into_iter().filter_map(|id| number(&Some(id))).collect();
        let within = |list: Vec<u32>, len: usize| list.into_iter().filter(|&i| (i as usize) < len).collect();
        let summary = Summary {
            sentences: within(self.summary.sentences, sentences.len()),
            who: known(self.summary.who),
            places: known(self.summary.places),
            when: within(self.summary.when, dates.len()),
            phrases: self.summary.phrases.iter().filter_map(|p| span(p.start, p.end)).collect(),
        };
        let quotes = quotes.collect();
        let day = self.published.as_deref().and_then(Day::parse);
        Article {
            published: day.map(|day| Published { day, from: PublishedFrom::Given }),
            language: Language::English,
            blocks,
            sentences,
            mentions,
            references: Vec::new(),
            entities,
            dates,
            quotes,
            summary,
        }
    }
}

impl SavedEntity {
    fn entity(self, kind: Kind) -> Entity {
        let role = |text| Role { text, span: Span::default(), country: self.role_country };
        Entity {
            id: self.id,
            kind,
            name: self.name,
            aliases: self.aliases,
            role: self.role.map(role),
            mentions: Vec::new(),
            salience: self.salience,
            place: self.place.and_then(SavedPlace::place),
        }
    }
}

impl SavedPlace {
    fn place(self) -> Option<Place> {
        let class = Class::ALL.into_iter().find(|c| c.as_str() == self.class)?;
        (self.lat.abs() <= 90.0 && self.lon.abs() <= 180.0).then_some(Place {
            lat: self.lat,
            lon: self.lon,
            country: self.country,
            region: self.region,
            name: self.name,
            class,
            id: self.id,
            confidence: self.confidence,
            approximate: self.approximate,
        })
    }
}

impl SavedDate {
    fn timex(&self, span: Span) -> Option<Timex> {
        let kind = match self.kind.as_str() {
            "DATE" => TimexType::Date,
            "TIME" => TimexType::Time,
            "DURATION" => TimexType::Duration,
            "SET" => TimexType::Set,
            _ => return None,
        };
        Some(Timex {
            span,
            kind,
            value: self.value.clone(),
            modifier: None,
            edtf: self.edtf.clone(),
            from: self.from.as_deref().and_then(Day::parse),
            to: self.to.as_deref().and_then(Day::parse),
            vague: self.vague,
            why: Why::Said,
        })
    }
}

fn kind(name: &str) -> Option<Kind> {
    [Kind::Person, Kind::Place, Kind::Organization].into_iter().find(|&k| kind_name(k) == name)
}
