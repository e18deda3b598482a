//! The one outward shape of an article: JSON of the native command, objects of the wasm boundary, TypeScript types.

use super::offsets::{Offsets, Unit};
use crate::article::{Article, PublishedFrom};
use crate::dates::{Day, TimexType};
use crate::entities::{Kind, ReferenceForm};
use crate::places::Place;
use crate::quotes::QuoteKind;
use crate::text::{BlockKind, Language, Span};
use serde::{Serialize, Serializer};

/// Declares a record: serialisable, and a TypeScript interface where there is JavaScript.
macro_rules! record {
    ($($(#[$meta:meta])* pub $what:ident $name:ident $body:tt)*) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Serialize)]
        #[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
        #[serde(rename_all = "camelCase")]
        pub $what $name $body
    )*};
}
pub(crate) use record as declare;

record! {
    /// An article as read. Offsets count the unit that was asked for; ends are exclusive.
    pub struct ArticleRecord {
        /// Publication day, `YYYY-MM-DD`, if given or found.
        pub published: Option<String>,
        /// How the publication day is known: `given`, `text`, or absent.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[cfg_attr(target_arch = "wasm32", tsify(type = "'given' | 'text'"))]
        pub published_from: Option<&'static str>,
        /// `en`, or `other` where the text does not look like English.
        #[serde(serialize_with = "known")]
        #[cfg_attr(target_arch = "wasm32", tsify(type = "'en' | 'other'"))]
        pub language: &'static str,
        /// What each stretch of the article is.
        pub blocks: Vec<BlockRecord>,
        /// Sentences in order.
        pub sentences: Vec<SentenceRecord>,
        /// Names in order.
        pub mentions: Vec<MentionRecord>,
        /// Other words that stand for an entity or belong to it, in order.
        pub references: Vec<ReferenceRecord>,
        /// Dates, times, durations, sets in order.
        pub dates: Vec<DateRecord>,
        /// Who and what is named, most important first.
        pub entities: Vec<EntityRecord>,
        /// Quotations in order.
        pub quotes: Vec<QuoteRecord>,
        /// Key sentences and headline facts.
        pub summary: SummaryRecord,
    }
    /// A stretch of the article.
    pub struct BlockRecord {
        /// First unit.
        pub start: u32,
        /// One past the last.
        pub end: u32,
        /// `headline`, `deck`, `byline`, `published`, `subhead`, `body`, `caption`, `credit`, `related`, `crumb`, `repeat`.
        #[serde(serialize_with = "known")]
        #[cfg_attr(target_arch = "wasm32", tsify(type = "'headline' | 'deck' | 'byline' | 'published' | 'subhead' | 'body' | 'caption' | 'credit' | 'related' | 'crumb' | 'repeat'"))]
        pub kind: &'static str,
    }
    /// A sentence, or a phrase.
    pub struct SentenceRecord {
        /// First unit.
        pub start: u32,
        /// One past the last.
        pub end: u32,
        /// Where its own words begin, if a date line ("KYIV, Ukraine —") opens it.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub lead: Option<u32>,
    }
    /// A name.
    pub struct MentionRecord {
        /// First unit.
        pub start: u32,
        /// One past the last.
        pub end: u32,
        /// `person`, `place` or `organization`.
        #[serde(serialize_with = "known")]
        #[cfg_attr(target_arch = "wasm32", tsify(type = "'person' | 'place' | 'organization'"))]
        pub kind: &'static str,
        /// Id of the entity.
        pub entity: String,
        /// How sure, 0 to 1.
        pub confidence: f64,
        /// Who acts under the name of a capital or a seat of power: `Russian government` for "Moscow said".
        #[serde(rename = "for", skip_serializing_if = "Option::is_none")]
        pub stands_for: Option<String>,
    }
    /// Words that stand for an entity without naming it.
    pub struct ReferenceRecord {
        /// First unit.
        pub start: u32,
        /// One past the last.
        pub end: u32,
        /// `nominal` ("the Turkish leader") or `demonym` ("Turkish").
        #[serde(serialize_with = "known")]
        #[cfg_attr(target_arch = "wasm32", tsify(type = "'nominal' | 'demonym'"))]
        pub form: &'static str,
        /// Id of the entity.
        pub entity: String,
    }
    /// A time expression.
    pub struct DateRecord {
        /// First unit.
        pub start: u32,
        /// One past the last.
        pub end: u32,
        /// `DATE`, `TIME`, `DURATION` or `SET`.
        #[serde(rename = "type")]
        #[serde(serialize_with = "known")]
        #[cfg_attr(target_arch = "wasm32", tsify(type = "'DATE' | 'TIME' | 'DURATION' | 'SET'"))]
        pub kind: &'static str,
        /// TIMEX3 value.
        pub value: String,
        /// TIMEX3 mod.
        #[serde(rename = "mod", skip_serializing_if = "Option::is_none")]
        pub modifier: Option<&'static str>,
        /// EDTF; empty where there is none.
        pub edtf: String,
        /// First day, `YYYY-MM-DD`, where known and not BC.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub from: Option<String>,
        /// Last day, where known.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub to: Option<String>,
        /// True for "now", "recently", "soon".
        #[serde(skip_serializing_if = "std::ops::Not::not")]
        #[cfg_attr(target_arch = "wasm32", tsify(optional))]
        pub vague: bool,
        /// Why it means that; absent where it says so itself. `counted` from publication; the `last` or `next` one of what comes
        /// every year, or the `current` one; `weekday-before`, on or before publication, `weekday-after`; `spoken`, from a date
        /// spoken of before; open, because the day of publication is `unknown` or left `untold`; a length `until-publication`,
        /// `from-publication`; `month-first`, where the day could as well come first.
        #[serde(skip_serializing_if = "Option::is_none", serialize_with = "known_if_any")]
        #[cfg_attr(
            target_arch = "wasm32",
            tsify(
                optional,
                type = "'publication' | 'counted' | 'last' | 'next' | 'current' | 'weekday-before' | 'weekday-after' | 'spoken' | 'unknown' | 'untold' | 'until-publication' | 'from-publication' | 'month-first'"
            )
        )]
        pub why: Option<&'static str>,
    }
    /// Somebody or something named.
    pub struct EntityRecord {
        /// Readable key, stable across runs.
        pub id: String,
        /// `person`, `place` or `organization`.
        #[serde(serialize_with = "known")]
        #[cfg_attr(target_arch = "wasm32", tsify(type = "'person' | 'place' | 'organization'"))]
        pub kind: &'static str,
        /// The fullest name the article uses.
        pub name: String,
        /// All forms of the name in the article, the name first.
        pub aliases: Vec<String>,
        /// The role the article gives.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub role: Option<String>,
        /// The country that the role is of, ISO 3166-1 alpha-2, where the article says so.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub role_country: Option<String>,
        /// Index of the sentence that says so.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub role_sentence: Option<u32>,
        /// How many mentions.
        pub mentions: u32,
        /// How much the article is about it, 0 to 1, the first entity 1.
        pub salience: f64,
        /// Where it is.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub place: Option<PlaceRecord>,
    }
    /// A point on the map.
    pub struct PlaceRecord {
        /// Degrees north.
        pub lat: f64,
        /// Degrees east.
        pub lon: f64,
        /// ISO 3166-1 alpha-2; empty for seas and continents.
        pub country: String,
        /// The first-level division it lies in.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub region: Option<String>,
        /// The gazetteer's name, or the article's.
        pub name: String,
        /// `country`, `region`, `county`, `capital`, `town`, `world`, `area`, `water`, `island`, `mountain`, `site`.
        #[serde(serialize_with = "known")]
        #[cfg_attr(
            target_arch = "wasm32",
            tsify(
                type = "'country' | 'region' | 'county' | 'capital' | 'town' | 'world' | 'area' | 'water' | 'island' | 'mountain' | 'site'"
            )
        )]
        pub class: &'static str,
        /// How sure the link is, 0 to 1.
        pub confidence: f64,
        /// True if only the country or division is known, or only the town around which the article's places lie.
        #[serde(skip_serializing_if = "std::ops::Not::not")]
        pub approximate: bool,
        /// GeoNames id.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub id: Option<u32>,
    }
    /// A quotation.
    pub struct QuoteRecord {
        /// First unit, marks included.
        pub start: u32,
        /// One past the last.
        pub end: u32,
        /// `direct`, `mixed` or `indirect`.
        #[serde(serialize_with = "known")]
        #[cfg_attr(target_arch = "wasm32", tsify(type = "'direct' | 'mixed' | 'indirect'"))]
        pub kind: &'static str,
        /// Who said it.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub speaker: Option<SpeakerRecord>,
    }
    /// Who said a quotation.
    pub struct SpeakerRecord {
        /// First unit of the words that name the speaker.
        pub start: u32,
        /// One past the last.
        pub end: u32,
        /// Id of the entity, if known.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub entity: Option<String>,
    }
    /// Key sentences and headline facts.
    pub struct SummaryRecord {
        /// Indexes of up to ten sentences, best first.
        pub sentences: Vec<u32>,
        /// Ids of the people and bodies that matter most.
        pub who: Vec<String>,
        /// Ids of the places that matter most.
        #[serde(rename = "where")]
        pub places: Vec<String>,
        /// Indexes of the dates that matter most.
        pub when: Vec<u32>,
        /// Key phrases, best first, each where it first stands; names and dates are none.
        pub phrases: Vec<SentenceRecord>,
    }
}

/// Writes a word of a fixed set. As the name of a variant it is a string in every format, and one that JavaScript is given once
/// and for all.
fn known<S: Serializer>(word: &&'static str, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_unit_variant("", 0, word)
}

fn known_if_any<S: Serializer>(word: &Option<&'static str>, serializer: S) -> Result<S::Ok, S::Error> {
    match word {
        Some(word) => known(word, serializer),
        None => serializer.serialize_none(),
    }
}

/// The index of the sentence in which a span begins.
fn sentence_at(article: &Article, span: Span) -> Option<u32> {
    let at = article.sentences.partition_point(|s| s.span.end <= span.start);
    let sentence = article.sentences.get(at)?;
    (sentence.span.start <= span.start && span.start < span.end).then_some(at as u32)
}

/// The record of an article that was read from `text`, with offsets in `unit`.
pub fn record(article: &Article, text: &str, unit: Unit) -> ArticleRecord {
    let offsets = Offsets::new(text, unit);
    let at = |span: Span| (offsets.at(span.start), offsets.at(span.end));
    let id = |index: u32| article.entities[index as usize].id.clone();
    let top = article.entities.first().map_or(1.0, |e| e.salience.max(f32::MIN_POSITIVE));
    ArticleRecord {
        published: article.published.map(|p| p.day.to_string()),
        published_from: article.published.map(|p| match p.from {
            PublishedFrom::Given => "given",
            PublishedFrom::Text(_) => "text",
        }),
        language: match article.language {
            Language::English => "en",
            Language::Other => "other",
        },
        blocks: article
            .blocks
            .iter()
            .map(|b| {
                let (start, end) = at(b.span);
                BlockRecord { start, end, kind: block_name(b.kind) }
            })
            .collect(),
        sentences: article
            .sentences
            .iter()
            .map(|s| {
                let (start, end) = at(s.span);
                let lead = (s.lead > s.span.start).then(|| offsets.at(s.lead));
                SentenceRecord { start, end, lead }
            })
            .collect(),
        mentions: article
            .mentions
            .iter()
            .map(|m| {
                let (start, end) = at(m.span);
                MentionRecord {
                    start,
                    end,
                    kind: kind_name(m.kind),
                    entity: id(m.entity),
                    confidence: round(m.confidence),
                    stands_for: m.stands_for.clone(),
                }
            })
            .collect(),
        references: article
            .references
            .iter()
            .map(|r| {
                let (start, end) = at(r.span);
                let form = match r.form {
                    ReferenceForm::Nominal => "nominal",
                    ReferenceForm::Demonym => "demonym",
                };
                ReferenceRecord { start, end, form, entity: id(r.entity) }
            })
            .collect(),
        dates: article
            .dates
            .iter()
            .map(|d| {
                let (start, end) = at(d.span);
                DateRecord {
                    start,
                    end,
                    kind: match d.kind {
                        TimexType::Date => "DATE",
                        TimexType::Time => "TIME",
                        TimexType::Duration => "DURATION",
                        TimexType::Set => "SET",
                    },
                    value: d.value.clone(),
                    modifier: d.modifier,
                    edtf: d.edtf.clone(),
                    from: d.from.and_then(iso),
                    to: d.to.and_then(iso),
                    vague: d.vague,
                    why: d.why.code(),
                }
            })
            .collect(),
        entities: article
            .entities
            .iter()
            .map(|e| EntityRecord {
                id: e.id.clone(),
                kind: kind_name(e.kind),
                name: e.name.clone(),
                aliases: e.aliases.clone(),
                role: e.role.as_ref().map(|r| r.text.clone()),
                role_country: e.role.as_ref().map(|r| r.country.clone()).filter(|c| !c.is_empty()),
                role_sentence: e.role.as_ref().and_then(|r| sentence_at(article, r.span)),
                mentions: e.mentions.len() as u32,
                salience: round(e.salience / top),
                place: e.place.as_ref().map(place),
            })
            .collect(),
        quotes: article
            .quotes
            .iter()
            .map(|q| {
                let (start, end) = at(q.span);
                let kind = match q.kind {
                    QuoteKind::Direct => "direct",
                    QuoteKind::Mixed => "mixed",
                    QuoteKind::Indirect => "indirect",
                };
                let speaker = q.speaker.as_ref().map(|s| {
                    let (start, end) = at(s.span);
                    SpeakerRecord { start, end, entity: s.entity.map(id) }
                });
                QuoteRecord { start, end, kind, speaker }
            })
            .collect(),
        summary: SummaryRecord {
            sentences: article.summary.sentences.clone(),
            who: article.summary.who.iter().map(|&i| id(i)).collect(),
            places: article.summary.places.iter().map(|&i| id(i)).collect(),
            when: article.summary.when.clone(),
            phrases: article
                .summary
                .phrases
                .iter()
                .map(|&span| {
                    let (start, end) = at(span);
                    SentenceRecord { start, end, lead: None }
                })
                .collect(),
        },
    }
}

/// A point on the map as programs see it.
pub(crate) fn place(place: &Place) -> PlaceRecord {
    PlaceRecord {
        lat: place.lat,
        lon: place.lon,
        country: place.country.clone(),
        region: place.region.clone(),
        name: place.name.clone(),
        class: place.class.as_str(),
        confidence: round(place.confidence),
        approximate: place.approximate,
        id: place.id,
    }
}

/// A day as `YYYY-MM-DD`; none for years that four digits cannot tell (BC: there the EDTF says it).
pub(crate) fn iso(day: Day) -> Option<String> {
    (1..=9999).contains(&day.ymd().0).then(|| day.to_string())
}

/// Three decimals: enough for a reader, the same in every runtime.
pub(crate) fn round(x: f32) -> f64 {
    (f64::from(x) * 1000.0).round() / 1000.0
}

/// The name of a kind in records.
pub fn kind_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Person => "person",
        Kind::Place => "place",
        Kind::Organization => "organization",
    }
}

pub(super) fn block_name(kind: BlockKind) -> &'static str {
    match kind {
        BlockKind::Headline => "headline",
        BlockKind::Deck => "deck",
        BlockKind::Byline => "byline",
        BlockKind::Published => "published",
        BlockKind::Subhead => "subhead",
        BlockKind::Body => "body",
        BlockKind::Caption => "caption",
        BlockKind::Credit => "credit",
        BlockKind::Related => "related",
        BlockKind::Crumb => "crumb",
        BlockKind::Repeat => "repeat",
    }
}
