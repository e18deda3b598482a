//! From physical lines to paragraphs.
//!
//! Three habits of pasted text are told apart: a blank line between paragraphs; every line a paragraph; lines broken at
//! a width, where a line break means nothing. In HTML only the tags count.

use super::view::{View, is_bullet, is_dash};
use crate::sort::Sort;
use std::ops::Range;

/// A paragraph: what will become one block, or several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Paragraph {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// True if a blank line stands before it.
    pub apart: bool,
    /// The HTML element it stands in.
    pub element: Element,
}

/// What the HTML says a paragraph is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Element {
    /// Nothing in particular, or no HTML at all.
    Plain,
    /// `h1`, `title`.
    Title,
    /// `h2` to `h6`.
    Heading,
    /// `figcaption`.
    Caption,
    /// Tags, scripts, comments: not text.
    Markup,
    /// `nav`, `button`, `footer`.
    Furniture,
}

struct Line {
    tokens: Range<usize>,
    /// Blank lines before it.
    blanks: u32,
    /// True if it is set in.
    indent: bool,
    /// Characters, roughly.
    length: usize,
    element: Element,
}

/// Lines longer than this are no lines of a page set at a width.
const WIDEST: usize = 130;

/// Cuts the tokens into paragraphs; together they hold every token.
pub(super) fn paragraphs(view: View<'_>) -> Vec<Paragraph> {
    let lines = lines(view);
    let width = wrap_width(view, &lines);
    let mut out: Vec<Paragraph> = Vec::with_capacity(lines.len());
    let mut last: Option<&Line> = None;
    for line in &lines {
        let joins = last.is_some_and(|last| {
            last.element == Element::Plain
                && line.element == Element::Plain
                && continues(view, last, line, width, out.last().map_or(0, |p| p.tokens.start))
        });
        match out.last_mut() {
            Some(paragraph) if joins => paragraph.tokens.end = line.tokens.end,
            _ => out.push(Paragraph {
                tokens: line.tokens.clone(),
                apart: line.blanks > 0 || last.is_none(),
                element: line.element,
            }),
        }
        last = Some(line);
    }
    out
}

/// The width at which the lines are broken, if they are.
fn wrap_width(view: View<'_>, lines: &[Line]) -> Option<usize> {
    let mut lengths = Vec::new();
    let mut inside = 0;
    for pair in lines.windows(2).filter(|p| p[1].blanks == 0) {
        lengths.push(pair[0].length);
        let next = pair[1].tokens.start;
        inside +=
            usize::from(!view.ends_sentence(&pair[0].tokens) && view.is_lower(next) && pair[0].length > 25);
    }
    if lengths.is_empty() || inside * 5 < lengths.len() {
        return None;
    }
    let at = (lengths.len() - 1) * 19 / 20;
    lengths.arrange();
    let width = lengths[at];
    (width <= WIDEST).then_some(width)
}

/// True if `next` goes on with the paragraph whose first token is `paragraph` and whose last line is `line`.
fn continues(view: View<'_>, line: &Line, next: &Line, width: Option<usize>, paragraph: usize) -> bool {
    let first = next.tokens.start;
    if next.blanks > 1 || is_bullet(view.word(first)) && !view.glued(first + 1) {
        return false;
    }
    let ended = view.ends_sentence(&line.tokens);
    let last = view.word(line.tokens.end - 1);
    // A sentence that goes on in small letters, even over a blank line.
    let small = view.is_lower(first) && !view.word(first).starts_with("http") && !matches!(last, ":" | ";");
    let long = line.length > width.map_or(50, |w| w * 6 / 10);
    if small && !ended && long && view.words(line.tokens.clone(), 8) == 8 {
        return next.blanks == 0 || width.is_some() || hangs(last);
    }
    // "ISLAMABAD –", then the story on the next line.
    if next.blanks == 0 && is_dash(last) && line.tokens.len() > 1 && view.is_capitals(line.tokens.start) {
        return true;
    }
    // "al", then "Qaeda" on the next line.
    if next.blanks == 0 && line.tokens.len() > 1 && PARTICLES.contains(&last) {
        return true;
    }
    let Some(width) = width else { return false };
    let several = line.tokens.start > paragraph;
    if next.blanks > 0 {
        // A paragraph torn in two: sentences, the last of them cut off at a small word.
        return !ended && view.is_lower(line.tokens.end - 1) && has_stop(view, paragraph..line.tokens.end);
    }
    let title = |tokens: &Range<usize>| view.title_case(tokens.clone());
    if next.indent && !line.indent && (ended || title(&line.tokens)) {
        return false;
    }
    // The line was broken because the next word did not fit.
    let fits = line.length + 1 + view.word(first).chars().count() <= width * 17 / 20;
    if ended || small {
        return !fits || small && !ended && line.length > 25;
    }
    if several {
        return !title(&(paragraph..line.tokens.end));
    }
    // A first line with many names looks like a headline, but those are not set in, nor do they open with an article.
    let prose = || line.indent && !next.indent || view.is_any(line.tokens.start, &["the", "a", "an"]);
    hangs(last)
        || line.length * 20 > width * 11 && (!title(&line.tokens) || title(&next.tokens) || !fits && prose())
}

/// True if a sentence ends inside the range.
fn has_stop(view: View<'_>, range: Range<usize>) -> bool {
    let from = range.start.max(range.end.saturating_sub(80));
    (from..range.end - 1).any(|i| matches!(view.word(i), "." | "!" | "?") && !view.glued(i + 1))
}

#[rustfmt::skip]
const HANGING: &[&str] = &[
    ",", "–", "—", "of", "the", "a", "an", "and", "or", "to", "in", "on", "at", "by", "for", "with", "from", "that",
    "which", "who", "as", "its", "his", "her", "their",
];

/// Small words that begin a name and end no line.
const PARTICLES: &[&str] = &["al", "el", "bin", "ibn", "van", "von", "der", "de", "del", "da", "di", "la"];

/// True for a word or mark that no paragraph ends with.
fn hangs(last: &str) -> bool {
    HANGING.contains(&last)
}

/// The physical lines that hold tokens.
fn lines(view: View<'_>) -> Vec<Line> {
    let html = is_html(view);
    let mut lines: Vec<Line> = Vec::new();
    let mut end = 0;
    let mut element = Element::Plain;
    for (i, token) in view.tokens.iter().enumerate() {
        let start = token.span.start as usize;
        let gap = if token.glued { "" } else { &view.text[end..start] };
        let breaks = if html { 0 } else { line_breaks(gap) };
        let tag = if html { block_tag(view.word(i)) } else { None };
        let new = lines.is_empty()
            || breaks > 0
            || tag.is_some() != lines.last().is_some_and(|l| l.element == Element::Markup);
        if let Some(next) = tag {
            element = next;
        }
        if new {
            lines.push(Line {
                tokens: i..i + 1,
                blanks: if html { 1 } else { breaks.saturating_sub(1) },
                indent: gap.ends_with([' ', '\t', '\u{a0}']),
                length: 0,
                element: if tag.is_some() { Element::Markup } else { element },
            });
        } else if let Some(line) = lines.last_mut() {
            line.tokens.end = i + 1;
            line.length += usize::from(!token.glued);
        }
        end = token.span.end as usize;
        if let Some(line) = lines.last_mut() {
            let word = &view.text.as_bytes()[start..end];
            line.length += word.iter().filter(|&&b| b & 0xC0 != 0x80).count();
        }
    }
    lines
}

/// How many lines end in a gap between tokens; "\r\n" is one end, a paragraph separator two.
fn line_breaks(gap: &str) -> u32 {
    let mut count = 0;
    let mut previous = ' ';
    for c in gap.chars() {
        count += match c {
            '\n' if previous == '\r' => 0,
            '\n' | '\r' | '\u{85}' | '\u{2028}' => 1,
            '\u{c}' | '\u{2029}' => 2,
            _ => 0,
        };
        previous = c;
    }
    count
}

/// True if the text is HTML: it has closing tags of blocks.
fn is_html(view: View<'_>) -> bool {
    let tags = view.tokens.iter().enumerate().filter(|(i, t)| {
        t.span.len() > 2
            && view.text.as_bytes()[t.span.start as usize] == b'<'
            && block_tag(view.word(*i)).is_some()
    });
    tags.take(3).count() == 3
}

/// For a tag that begins or ends a block: what the text after it is.
fn block_tag(tag: &str) -> Option<Element> {
    let rest = tag.strip_prefix('<')?;
    if rest.starts_with(['!', '?']) {
        return Some(Element::Plain);
    }
    let (closes, rest) = match rest.strip_prefix('/') {
        Some(rest) => (true, rest),
        None => (false, rest),
    };
    let end = rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len());
    let mut name = [0u8; 12];
    let name = name.get_mut(..end)?;
    name.copy_from_slice(&rest.as_bytes()[..end]);
    name.make_ascii_lowercase();
    let element = match &*name {
        b"h1" | b"title" => Element::Title,
        b"h2" | b"h3" | b"h4" | b"h5" | b"h6" => Element::Heading,
        b"figcaption" => Element::Caption,
        b"nav" | b"button" | b"footer" | b"form" => Element::Furniture,
        b"p" | b"br" | b"div" | b"li" | b"ul" | b"ol" | b"td" | b"tr" | b"th" | b"table" | b"tbody"
        | b"thead" | b"head" | b"html" | b"body" | b"article" | b"section" | b"header" | b"aside"
        | b"main" | b"figure" | b"blockquote" | b"hr" | b"pre" | b"script" | b"style" | b"meta" | b"link"
        | b"img" | b"picture" | b"source" | b"iframe" | b"video" | b"audio" | b"noscript" | b"svg"
        | b"path" | b"dl" | b"dt" | b"dd" | b"time" | b"address" => Element::Plain,
        _ => return None,
    };
    Some(if closes { Element::Plain } else { element })
}
