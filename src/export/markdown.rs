//! A digest in Markdown (CommonMark): in short, who, where, when, what was said.

use super::source::Source;
use crate::quotes::QuoteKind;
use std::fmt::Write;

/// The article's headline, key sentences, facts and quotations.
pub fn markdown(source: &Source<'_>) -> String {
    let article = source.article;
    let mut out = format!("# {}\n", escape(&source.headline()));
    if let Some(published) = article.published {
        let _ = write!(out, "\nPublished {}\n", published.day);
    }
    if !source.url.is_empty() {
        let _ = write!(out, "\n<{}>\n", source.url.replace(['<', '>', '\n', '\r', ' '], ""));
    }
    let mut list = |title: &str, items: Vec<String>| {
        if !items.is_empty() {
            let _ = write!(out, "\n## {title}\n\n");
            for item in items {
                let _ = writeln!(out, "- {item}");
            }
        }
    };
    list("In short", source.key_sentences(3).map(|s| escape(&source.line(s))).collect());
    let entity = |&i: &u32| {
        let e = article.entities.get(i as usize)?;
        let role = e.role.as_ref().map(|r| format!(", {}", escape(&r.text))).unwrap_or_default();
        Some(format!("**{}**{role}", escape(&e.name)))
    };
    list("Who", article.summary.who.iter().filter_map(entity).collect());
    list("Where", article.summary.places.iter().filter_map(entity).collect());
    let date = |&i: &u32| {
        let d = article.dates.get(i as usize)?;
        let value = match (d.from, d.to) {
            (Some(from), Some(to)) if from == to => from.to_string(),
            (Some(from), Some(to)) => format!("{from} to {to}"),
            _ => escape(&d.value),
        };
        Some(format!("{value}: {}", escape(&source.line(d.span))))
    };
    list("When", article.summary.when.iter().filter_map(date).collect());
    let said = article.quotes.iter().filter(|q| q.kind != QuoteKind::Indirect).map(|q| {
        let speaker = source.speaker(q).map(|s| format!("**{}**: ", escape(&s))).unwrap_or_default();
        format!("{speaker}{}", escape(&source.line(q.span)))
    });
    list("Said", said.collect());
    out
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
