//! W3C Web Annotation (Recommendation of 23 February 2017) as JSON-LD: offsets in code points, with a quotation of
//! the words and of what stands round them, so that an annotation survives small changes of the text.

use super::json::Json;
use super::offsets::{Offsets, Unit};
use super::record::kind_name;
use super::source::Source;
use crate::text::Span;

/// How many characters before and after go into a selector.
const CONTEXT: usize = 32;

/// An annotation page: names, dates, quotations and the three best key sentences of the article.
pub fn web_annotation(source: &Source<'_>) -> String {
    let article = source.article;
    let offsets = Offsets::new(source.text, Unit::Chars);
    let base = if source.url.is_empty() { "urn:glosser:article" } else { source.url };
    let mut items = Vec::new();
    let mut add = |kind: &str, number: usize, span: Span, motivation: &str, body: Vec<Json>| {
        let mut fields = vec![
            ("id", Json::from(format!("{base}#{kind}-{number}"))),
            ("type", "Annotation".into()),
            ("motivation", motivation.into()),
        ];
        if !body.is_empty() {
            fields.push(("body", Json::List(body)));
        }
        fields.push(("target", target(source, &offsets, base, span)));
        items.push(Json::Object(fields));
    };
    for (i, mention) in article.mentions.iter().enumerate() {
        let name = article.entities.get(mention.entity as usize).map_or("", |e| e.name.as_str());
        let body = vec![textual("identifying", name), textual("tagging", kind_name(mention.kind))];
        add("name", i, mention.span, "identifying", body);
    }
    for (i, date) in article.dates.iter().enumerate() {
        let value = if date.edtf.is_empty() { &date.value } else { &date.edtf };
        add(
            "date",
            i,
            date.span,
            "identifying",
            vec![textual("identifying", value), textual("tagging", "date")],
        );
    }
    for (i, quote) in article.quotes.iter().enumerate() {
        let mut body = vec![textual("tagging", "quotation")];
        if let Some(speaker) = source.speaker(quote) {
            body.insert(0, textual("identifying", &speaker));
        }
        add("quotation", i, quote.span, "describing", body);
    }
    for (i, span) in source.key_sentences(3).enumerate() {
        add("key", i, span, "highlighting", Vec::new());
    }
    Json::Object(vec![
        ("@context", "http://www.w3.org/ns/anno.jsonld".into()),
        ("id", format!("{base}#annotations").into()),
        ("type", "AnnotationPage".into()),
        ("items", Json::List(items)),
    ])
    .to_string()
}

fn textual(purpose: &str, value: &str) -> Json {
    Json::Object(vec![("type", "TextualBody".into()), ("purpose", purpose.into()), ("value", value.into())])
}

fn target(source: &Source<'_>, offsets: &Offsets<'_>, base: &str, span: Span) -> Json {
    let (prefix, suffix) = context(source.text, span);
    let quote = Json::Object(vec![
        ("type", "TextQuoteSelector".into()),
        ("exact", source.slice(span).into()),
        ("prefix", prefix.into()),
        ("suffix", suffix.into()),
    ]);
    let position = Json::Object(vec![
        ("type", "TextPositionSelector".into()),
        ("start", offsets.at(span.start).into()),
        ("end", offsets.at(span.end).into()),
    ]);
    Json::Object(vec![("source", base.into()), ("selector", Json::List(vec![quote, position]))])
}

/// The characters before and after a span.
fn context(text: &str, span: Span) -> (&str, &str) {
    let (before, after) =
        (text.get(..span.start as usize).unwrap_or(""), text.get(span.end as usize..).unwrap_or(""));
    let start = before.char_indices().rev().take(CONTEXT).last().map_or(before.len(), |(i, _)| i);
    let end = after.char_indices().nth(CONTEXT).map_or(after.len(), |(i, _)| i);
    (&before[start..], &after[..end])
}
