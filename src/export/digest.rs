//! A digest: in short, who, where, when, what was said; in Markdown (CommonMark) or in plain text.

use super::source::Source;
use crate::quotes::QuoteKind;
use std::fmt::Write;

/// The article's headline, key sentences, facts and quotations, in Markdown.
pub fn markdown(source: &Source<'_>) -> String {
    Digest { source, markdown: true }.write()
}

/// The same in plain text, for the clipboard.
pub fn text(source: &Source<'_>) -> String {
    Digest { source, markdown: false }.write()
}

struct Digest<'a> {
    source: &'a Source<'a>,
    markdown: bool,
}

impl Digest<'_> {
    fn write(&self) -> String {
        let source = self.source;
        let article = source.article;
        let mut out = self.heading("# ", &self.plain(&source.headline()));
        if let Some(published) = article.published {
            let _ = write!(out, "\nPublished {}\n", published.day);
        }
        if !source.url.is_empty() {
            let url = source.url.replace(['<', '>', '\n', '\r', ' '], "");
            let _ = if self.markdown { write!(out, "\n<{url}>\n") } else { write!(out, "\n{url}\n") };
        }
        let mut list = |title: &str, items: Vec<String>| {
            if !items.is_empty() {
                let _ = write!(out, "\n{}\n", self.heading("## ", title));
                for item in items {
                    let _ = writeln!(out, "- {item}");
                }
            }
        };
        list("In short", source.key_sentences(3).map(|s| self.plain(&source.line(s))).collect());
        let phrases: Vec<_> = article.summary.phrases.iter().map(|&p| self.plain(&source.line(p))).collect();
        list("About", if phrases.is_empty() { phrases } else { vec![phrases.join(", ")] });
        let entity = |&i: &u32| {
            let e = article.entities.get(i as usize)?;
            let role = e.role.as_ref().map(|r| format!(", {}", self.plain(&r.text))).unwrap_or_default();
            Some(format!("{}{role}", self.strong(&e.name)))
        };
        list("Who", article.summary.who.iter().filter_map(entity).collect());
        list("Where", article.summary.places.iter().filter_map(entity).collect());
        let date = |&i: &u32| {
            let d = article.dates.get(i as usize)?;
            let value = match (d.from, d.to) {
                (Some(from), Some(to)) if from == to => from.to_string(),
                (Some(from), Some(to)) => format!("{from} to {to}"),
                _ => self.plain(&d.value),
            };
            Some(format!("{value}: {}", self.plain(&source.line(d.span))))
        };
        list("When", article.summary.when.iter().filter_map(date).collect());
        let said = article.quotes.iter().filter(|q| q.kind != QuoteKind::Indirect).map(|q| {
            let speaker = source.speaker(q).map(|s| format!("{}: ", self.strong(&s))).unwrap_or_default();
            format!("{speaker}{}", self.plain(&source.line(q.span)))
        });
        list("Said", said.collect());
        out
    }

    fn heading(&self, mark: &str, words: &str) -> String {
        format!("{}{words}\n", if self.markdown { mark } else { "" })
    }

    fn strong(&self, words: &str) -> String {
        let plain = self.plain(words);
        if self.markdown { format!("**{plain}**") } else { plain }
    }

    /// Words that are nothing but words.
    fn plain(&self, words: &str) -> String {
        if self.markdown { escape(words) } else { words.to_string() }
    }
}

/// Letters that Markdown would read as its own, made plain; text stays on one line, so that only the first place of a
/// line could start a list or a heading, and every line here starts with a mark of ours.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&' | '!') {
            out.push('\\');
        }
        out.push(if c.is_control() { ' ' } else { c });
    }
    // "- 1. x" would open a list inside the item.
    let digits = out.bytes().take_while(u8::is_ascii_digit).count();
    if digits > 0 && out[digits..].starts_with(['.', ')']) {
        out.insert(digits, '\\');
    } else if out.starts_with(['-', '+', '=']) {
        out.insert(0, '\\');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn no_text_becomes_markup() {
        let table = [
            ("a *b* [c](d) <e> `f`", "a \\*b\\* \\[c\\](d) \\<e\\> \\`f\\`"),
            ("1. first", "1\\. first"),
            ("- item", "\\- item"),
            ("# head\n# head", "\\# head \\# head"),
            ("plain, \"said\" he", "plain, \"said\" he"),
        ];
        for (text, want) in table {
            assert_eq!(escape(text), want);
        }
    }
}
