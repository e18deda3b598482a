//! Links that scroll to words and mark them: URL text fragments (`#:~:text=`, WICG).

use super::source::Source;
use crate::text::Span;
use std::fmt::Write;

/// Longer words are given by their first and last three.
const WHOLE: usize = 8;

/// A link to a span of the article.
pub fn text_fragment(source: &Source<'_>, span: Span) -> String {
    let words: Vec<&str> = source.slice(span).split_whitespace().collect();
    let base = source.url.split('#').next().unwrap_or("");
    let mut link = format!("{base}#:~:text=");
    if words.len() <= WHOLE {
        encode(&words.join(" "), &mut link);
    } else {
        encode(&words[..3].join(" "), &mut link);
        link.push(',');
        encode(&words[words.len() - 3..].join(" "), &mut link);
    }
    link
}

/// Percent-encodes all but letters and digits; the syntax gives '-', ',' and '&' a meaning of their own.
fn encode(text: &str, out: &mut String) {
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
}
