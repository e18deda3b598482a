//! schema.org as JSON-LD: a `NewsArticle` with what it is about, whom it mentions and what they say.

use super::json::Json;
use super::source::Source;
use crate::entities::{Entity, Kind};
use crate::quotes::QuoteKind;

/// Entities with at least this share of the first one's salience are what the article is about.
const ABOUT: f32 = 0.5;

/// The article as a `NewsArticle`.
pub fn schema_org(source: &Source<'_>) -> String {
    let article = source.article;
    let mut fields = vec![
        ("@context", Json::from("https://schema.org")),
        ("@type", "NewsArticle".into()),
        ("headline", source.headline().into_owned().into()),
    ];
    if !source.url.is_empty() {
        fields.push(("url", source.url.into()));
    }
    if let Some(published) = article.published {
        fields.push(("datePublished", published.day.to_string().into()));
    }
    let summary: Vec<_> = source.key_sentences(3).map(|s| source.line(s)).collect();
    if !summary.is_empty() {
        fields.push(("abstract", summary.join(" ").into()));
    }
    if !article.summary.phrases.is_empty() {
        let words = article.summary.phrases.iter().map(|&p| Json::from(source.line(p).into_owned()));
        fields.push(("keywords", Json::List(words.collect())));
    }
    let top = article.entities.first().map_or(0.0, |e| e.salience);
    let (about, mentions): (Vec<&Entity>, Vec<&Entity>) =
        article.entities.iter().partition(|e| e.salience >= ABOUT * top);
    for (name, entities) in [("about", about), ("mentions", mentions)] {
        if !entities.is_empty() {
            fields.push((name, Json::List(entities.into_iter().map(thing).collect())));
        }
    }
    let said: Vec<Json> = article
        .quotes
        .iter()
        .filter(|q| q.kind != QuoteKind::Indirect)
        .map(|q| {
            let mut fields =
                vec![("@type", Json::from("Quotation")), ("text", source.line(q.span).into_owned().into())];
            if let Some(entity) = q.speaker.as_ref().and_then(|s| s.entity) {
                fields.extend(article.entities.get(entity as usize).map(|e| ("creator", thing(e))));
            } else if let Some(speaker) = source.speaker(q) {
                fields.push(("creditText", speaker.into_owned().into()));
            }
            Json::Object(fields)
        })
        .collect();
    if !said.is_empty() {
        fields.push(("hasPart", Json::List(said)));
    }
    Json::Object(fields).to_string()
}

fn thing(entity: &Entity) -> Json {
    let kind = match entity.kind {
        Kind::Person => "Person",
        Kind::Place => "Place",
        Kind::Organization => "Organization",
    };
    let mut fields = vec![("@type", Json::from(kind)), ("name", entity.name.as_str().into())];
    let others: Vec<Json> = entity.aliases.iter().skip(1).map(|a| a.as_str().into()).collect();
    if !others.is_empty() {
        fields.push(("alternateName", Json::List(others)));
    }
    if let (Some(role), Kind::Person) = (&entity.role, entity.kind) {
        fields.push(("jobTitle", role.text.as_str().into()));
    }
    if let (Some(place), Kind::Place) = (&entity.place, entity.kind) {
        let geo = vec![
            ("@type", "GeoCoordinates".into()),
            ("latitude", Json::Number(place.lat)),
            ("longitude", Json::Number(place.lon)),
        ];
        fields.push(("geo", Json::Object(geo)));
        if let Some(id) = place.id {
            fields.push(("sameAs", format!("https://sws.geonames.org/{id}/").into()));
        }
    }
    Json::Object(fields)
}
