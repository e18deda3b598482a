//! CSV (RFC 4180): one row a finding, for a spreadsheet.

use super::decimal::decimal;
use super::offsets::{Offsets, Unit};
use super::record::kind_name;
use super::source::Source;
use crate::quotes::QuoteKind;
use crate::sort::Sort;
use crate::text::Span;

const HEAD: [&str; 11] =
    ["finding", "kind", "text", "start", "end", "entity", "value", "from", "to", "latitude", "longitude"];

/// Names, dates and quotations in the order of the text, with a head row. Offsets count code points; `entity` is who
/// or what is named, or who speaks; `value` is the TIMEX3 value of a date.
pub fn csv(source: &Source<'_>) -> String {
    let article = source.article;
    let offsets = Offsets::new(source.text, Unit::Chars);
    let place = |span: Span| [offsets.at(span.start).to_string(), offsets.at(span.end).to_string()];
    let mut rows: Vec<(u32, [String; 11])> = Vec::new();
    let day = |d: Option<crate::dates::Day>| d.map(|d| d.to_string()).unwrap_or_default();
    for m in &article.mentions {
        let entity = article.entities.get(m.entity as usize);
        let point = entity.and_then(|e| e.place.as_ref());
        let [start, end] = place(m.span);
        rows.push((
            m.span.start,
            [
                "name".into(),
                kind_name(m.kind).into(),
                source.line(m.span).into_owned(),
                start,
                end,
                entity.map(|e| e.name.clone()).unwrap_or_default(),
                String::new(),
                String::new(),
                String::new(),
                point.map(|p| decimal(p.lat)).unwrap_or_default(),
                point.map(|p| decimal(p.lon)).unwrap_or_default(),
            ],
        ));
    }
    for d in &article.dates {
        let [start, end] = place(d.span);
        let text = source.line(d.span).into_owned();
        let none = String::new;
        let row = [
            "date".into(),
            "date".into(),
            text,
            start,
            end,
            none(),
            d.value.clone(),
            day(d.from),
            day(d.to),
            none(),
            none(),
        ];
        rows.push((d.span.start, row));
    }
    for q in &article.quotes {
        let [start, end] = place(q.span);
        let kind = match q.kind {
            QuoteKind::Direct => "direct",
            QuoteKind::Mixed => "mixed",
            QuoteKind::Indirect => "indirect",
        };
        let speaker = source.speaker(q).unwrap_or_default().into_owned();
        let none = String::new;
        let text = source.line(q.span).into_owned();
        let row = [
            "quotation".into(),
            kind.into(),
            text,
            start,
            end,
            speaker,
            none(),
            none(),
            none(),
            none(),
            none(),
        ];
        rows.push((q.span.start, row));
    }
    rows.arrange_by_key(|r| r.0);
    let mut out = line(&HEAD.map(String::from));
    for (_, row) in &rows {
        out.push_str(&line(row));
    }
    out
}

fn line(cells: &[String]) -> String {
    let cells: Vec<String> = cells.iter().map(|c| cell(c)).collect();
    cells.join(",") + "\r\n"
}

/// Quoted where it must be. A text that a spreadsheet would run as a formula gets a blank in front; numbers stay.
fn cell(text: &str) -> String {
    let formula = text.starts_with(['=', '+', '-', '@']) && !is_signed_number(text);
    let text = if formula { format!(" {text}") } else { text.to_string() };
    if text.contains([',', '"', '\n', '\r']) || text.starts_with(' ') {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text
    }
}

/// A sign, then digits with at most one point between them.
fn is_signed_number(text: &str) -> bool {
    let (whole, part) = text[1..].split_once('.').unwrap_or((&text[1..], "0"));
    let digits = |t: &str| !t.is_empty() && t.bytes().all(|b| b.is_ascii_digit());
    text.starts_with(['+', '-']) && digits(whole) && digits(part)
}

#[cfg(test)]
mod tests {
    use super::cell;

    #[test]
    fn cells_are_quoted_where_they_must_be() {
        let table = [
            ("plain", "plain"),
            ("a, b", "\"a, b\""),
            ("say \"so\"", "\"say \"\"so\"\"\""),
            ("=1+1", "\" =1+1\""),
            ("-12.5", "-12.5"),
            ("-12", "-12"),
            ("-12.", "\" -12.\""),
            ("=12", "\" =12\""),
            ("@home", "\" @home\""),
        ];
        for (text, want) in table {
            assert_eq!(cell(text), want);
        }
    }
}
