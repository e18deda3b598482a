//! Links that scroll to words and mark them: URL text fragments (`#:~:text=`, WICG).

use super::source::Source;
use crate::places::plain;
use crate::text::Span;
use std::fmt::Write;
use std::ops::Range;

/// Longer words are given by their first and last three.
const WHOLE: usize = 8;
const END: usize = 3;

/// At most so many words before and behind tell one place from another.
const REACH: usize = 8;

/// A link to a span of the article. A browser goes to the first place that fits, whatever its case and accents: where the
/// words stand earlier too, as many of those around them are added as tell the places apart.
pub fn text_fragment(source: &Source<'_>, span: Span) -> String {
    let (text, words) = (source.text, source.slice(span));
    let start = span.start as usize + (words.len() - words.trim_start().len());
    let end = start + words.trim().len();
    let base = source.url.split('#').next().unwrap_or("");
    let mut link = format!("{base}#:~:text=");
    let long = words.split_whitespace().count() > WHOLE;
    let head = if long { after(text, start, END) } else { start..end };
    let around = |reach: usize| {
        let behind = if long { head.end..head.end } else { after(text, head.end, reach) };
        (before(text, head.start, reach), behind)
    };
    let alone = |reach: &usize| {
        let (before, behind) = around(*reach);
        first(text, before.start..behind.end)
    };
    let (before, behind) = around((0..REACH).find(alone).unwrap_or(REACH));
    if !before.is_empty() {
        encode(&text[before], &mut link);
        link.push_str("-,");
    }
    encode(&text[head.clone()], &mut link);
    if long {
        // From the words it begins with a browser goes to the first place that fits its end.
        let ends = |words: &usize| {
            let tail = self::before(text, end, *words).start.max(head.end);
            text[head.end..end].find(&text[tail..end]) == Some(tail - head.end)
        };
        let words = (END..).take_while(|&words| words < WHOLE * END).find(ends).unwrap_or(END);
        link.push(',');
        encode(&text[self::before(text, end, words).start.max(head.end)..end], &mut link);
    }
    if !behind.is_empty() {
        link.push_str(",-");
        encode(&text[behind], &mut link);
    }
    link
}

/// The last words before a place, on its line.
fn before(text: &str, at: usize, words: usize) -> Range<usize> {
    let line = text[..at].rsplit(['\n', '\r']).next().unwrap_or("").trim_end();
    let begin = text[..at].trim_end().len() - line.len();
    let mut blanks = line.rmatch_indices(char::is_whitespace);
    match words.checked_sub(1) {
        Some(more) if !line.is_empty() => {
            begin + blanks.nth(more).map_or(0, |(i, blank)| i + blank.len())..begin + line.len()
        }
        _ => at..at,
    }
}

/// The first words behind a place, on its line.
fn after(text: &str, at: usize, words: usize) -> Range<usize> {
    let line = text[at..].split(['\n', '\r']).next().unwrap_or("");
    let begin = at + (line.len() - line.trim_start().len());
    let line = line.trim();
    match words.checked_sub(1) {
        Some(more) if !line.is_empty() => {
            begin..begin + line.match_indices(char::is_whitespace).nth(more).map_or(line.len(), |(i, _)| i)
        }
        _ => at..at,
    }
}

/// True if nothing before a place reads like what stands there.
fn first(text: &str, at: Range<usize>) -> bool {
    let sought = folded(&text[at.clone()]);
    folded(&text[..at.end])
        .find(&sought)
        .is_some_and(|found| found >= folded(&text[..at.start]).trim_end().len())
}

/// Text as it is sought: without case, accents, and more than one blank at a time.
fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_whitespace() {
            if !out.ends_with(' ') {
                out.push(' ');
            }
        } else {
            c.to_lowercase().for_each(|c| plain(c, &mut out));
        }
    }
    out
}

/// Percent-encodes all but letters and digits, white space as one blank; the syntax gives '-', ',' and '&' a meaning of
/// their own.
fn encode(text: &str, out: &mut String) {
    for (n, word) in text.split_whitespace().enumerate() {
        out.push_str(if n > 0 { "%20" } else { "" });
        for byte in word.bytes() {
            if byte.is_ascii_alphanumeric() {
                out.push(char::from(byte));
            } else {
                let _ = write!(out, "%{byte:02X}");
            }
        }
    }
}
