//! What holds for what is found in any text.

use glosser::Article;
use glosser::export::{Unit, record};

/// Spans are sorted, inside, on character boundaries; indexes lead somewhere; the record says the same in any unit.
pub fn check(article: &Article, text: &str) {
    let end = text.len() as u32;
    let inside = |start: u32, stop: u32| {
        assert!(start < stop && stop <= end, "{start}..{stop} of {end}");
        assert!(text.is_char_boundary(start as usize) && text.is_char_boundary(stop as usize));
    };
    let mut last = 0;
    for mention in &article.mentions {
        inside(mention.span.start, mention.span.end);
        assert!(mention.span.start >= last, "names overlap");
        assert!((mention.entity as usize) < article.entities.len());
        assert!((0.0..=1.0).contains(&mention.confidence), "{}", mention.confidence);
        last = mention.span.end;
    }
    last = 0;
    for date in &article.dates {
        inside(date.span.start, date.span.end);
        assert!(date.span.start >= last, "dates overlap");
        last = date.span.end;
    }
    last = 0;
    for reference in &article.references {
        inside(reference.span.start, reference.span.end);
        assert!(reference.span.start >= last, "references out of order");
        last = reference.span.start;
    }
    last = 0;
    for quote in &article.quotes {
        inside(quote.span.start, quote.span.end);
        assert!(quote.span.start >= last, "quotes out of order");
        last = quote.span.start;
        if let Some(speaker) = &quote.speaker {
            inside(speaker.span.start, speaker.span.end);
            assert!(speaker.entity.is_none_or(|e| (e as usize) < article.entities.len()));
        }
    }
    for &sentence in &article.summary.sentences {
        assert!((sentence as usize) < article.sentences.len());
    }
    let mut ids: Vec<&str> = article.entities.iter().map(|e| e.id.as_str()).collect();
    ids.sort_unstable();
    assert!(ids.windows(2).all(|pair| pair[0] != pair[1]), "two entities of one id");
    for entity in &article.entities {
        assert!(!entity.mentions.is_empty() && entity.salience >= 0.0 && entity.salience.is_finite());
        assert!(entity.mentions.iter().all(|&m| (m as usize) < article.mentions.len()));
    }
    for unit in [Unit::Bytes, Unit::Chars, Unit::Utf16] {
        let out = record::record(article, text, unit);
        assert_eq!(out.mentions.len(), article.mentions.len());
        assert!(serde_json::to_string(&out).is_ok_and(|json| !json.contains("NaN")));
    }
}
