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
    let base = source.url.split('#').next().unwrap_or("");
    let mut link = format!("{base}#:~:text=");
    let (text, words) = (source.text, source.slice(span));
    if words.trim().is_empty() {
        return link;
    }
    let start = span.start as usize + (words.len() - words.trim_start().len());
    let Range { start, end } = whole_words(text, start..start + words.trim().len());
    let long = words.split_whitespace().count() > WHOLE;
    let around = |reach: usize| {
        let head = if long { start..after(text, start, END + reach).end.min(end) } else { start..end };
        let behind = if long { head.end..head.end } else { after(text, end, reach) };
        (before(text, start, reach), head, behind)
    };
    let alone = |reach: &usize| {
        let (before, _, behind) = around(*reach);
        first(text, before.start..behind.end)
    };
    let (before, head, behind) = around((0..REACH).find(alone).unwrap_or(REACH));
    if !before.is_empty() {
        encode(&text[before], &mut link);
        link.push_str("-,");
    }
    encode(&text[head.clone()], &mut link);
    if head.end < end {
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

/// A browser finds whole words: what is part of one, as in "Berg’s", is sought with all of it.
fn whole_words(text: &str, span: Range<usize>) -> Range<usize> {
    let part = |c: char| c.is_alphanumeric() || matches!(c, '\'' | '’');
    let [before, behind] = [&text[..span.start], &text[span.end..]];
    let words = &text[span.clone()];
    let led = before.len() - before.trim_end_matches(part).len();
    let led = if words.starts_with(char::is_alphanumeric) {
        before[before.len() - led..].trim_start_matches(['\'', '’']).len()
    } else {
        0
    };
    let followed = behind.len() - behind.trim_start_matches(part).len();
    let followed = if words.ends_with(char::is_alphanumeric) {
        behind[..followed].trim_end_matches(['\'', '’']).len()
    } else {
        0
    };
    span.start - led..span.end + followed
}

/// The last words before a place, all of one line: what stands around words may be a paragraph of its own, but no more.
fn before(text: &str, at: usize, words: usize) -> Range<usize> {
    let text = text[..at].trim_end();
    let line = text.rsplit(['\n', '\r']).next().unwrap_or("");
    let Some(more) = words.checked_sub(1).filter(|_| !line.is_empty()) else { return at..at };
    let mut blanks = line.rmatch_indices(char::is_whitespace);
    text.len() - line.len() + blanks.nth(more).map_or(0, |(i, blank)| i + blank.len())..text.len()
}

/// The first words behind a place, all of one line.
fn after(text: &str, at: usize, words: usize) -> Range<usize> {
    let behind = text[at..].trim_start();
    let line = behind.split(['\n', '\r']).next().unwrap_or("").trim_end();
    let Some(more) = words.checked_sub(1).filter(|_| !line.is_empty()) else { return at..at };
    let begin = text.len() - behind.len();
    begin..begin + line.match_indices(char::is_whitespace).nth(more).map_or(line.len(), |(i, _)| i)
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
