//! The article in a web page: its prose as plain text, its headline, its day of publication.
//!
//! One pass over the tags, in time linear in the page. It is no parser of the standard's: it knows which elements begin a
//! paragraph, which hold no prose, and which hold the article, and takes any string as it comes.

mod meta;
mod references;
mod tags;

use crate::dates::Day;
use tags::{Piece, Tag, Tags};

/// What a page holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Page {
    /// The prose, with an empty line between paragraphs. Links, menus, forms, scripts and hidden parts are left out.
    pub text: String,
    /// The headline as the page's metadata give it, else its first `h1`, else its `title`.
    pub title: Option<String>,
    /// The day of publication as the page's metadata give it, else its first `time` element.
    pub published: Option<Day>,
}

/// Elements that stand in a paragraph of their own.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "blockquote",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "figcaption",
    "figure",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "li",
    "main",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "td",
    "th",
    "tr",
    "ul",
];
/// Elements that hold no prose of the article.
const NOISE: &[&str] = &[
    "aside", "audio", "button", "canvas", "dialog", "footer", "form", "iframe", "nav", "noscript", "object",
    "select", "svg", "template", "video",
];
/// Elements without an end.
const VOID: &[&str] = &["br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"];

/// The article in `html`. Total: any string gives a [`Page`], plain text gives itself with its blanks set right.
///
/// Of a page with `article` elements the longest is taken, else what is in `main`, else everything.
///
/// ```
/// let page = glosser::html::page("<title>Rain</title><nav>Home</nav><p>It rained in <b>Berlin</b>&nbsp;&ndash; again.");
/// assert_eq!(page.text, "It rained in Berlin – again.");
/// assert_eq!(page.title.as_deref(), Some("Rain"));
/// ```
pub fn page(html: &str) -> Page {
    let mut sheet = Sheet::default();
    let mut about = meta::About::default();
    // The mark of an encoding is no word of the page.
    for piece in Tags::new(html.strip_prefix('\u{FEFF}').unwrap_or(html)) {
        match piece {
            Piece::Text(words) => sheet.text(words),
            Piece::Raw { tag, content } => about.raw(&tag, content),
            Piece::Open(tag) => {
                about.open(&tag);
                sheet.open(&tag);
            }
            Piece::Close(name) => sheet.close(&name),
        }
    }
    let h1 = sheet.headline.take();
    Page { text: sheet.article(), title: about.title(h1), published: about.published() }
}

/// The prose as it is gathered.
#[derive(Default)]
struct Sheet {
    out: String,
    /// What is owed before the next word: nothing, a blank, a line feed, an empty line.
    gap: Gap,
    /// Inside of something without prose: its name, and how many of that name are open.
    skipped: Option<(String, u32)>,
    /// Where the outermost open `article` and `main` began in `out`, and how many are open.
    article: Open,
    main: Open,
    /// The longest `article` and `main` so far.
    best: [Option<std::ops::Range<usize>>; 2],
    pre: u32,
    /// Where the first `h1` began, then its words.
    heading: Option<usize>,
    headline: Option<String>,
}

#[derive(Default, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    #[default]
    None,
    Blank,
    Line,
    Paragraph,
}

#[derive(Default)]
struct Open {
    depth: u32,
    start: usize,
}

impl Sheet {
    fn text(&mut self, words: &str) {
        if self.skipped.is_some() {
            return;
        }
        let words = references::decode(words);
        for c in words.chars() {
            if self.pre > 0 && c == '\n' {
                self.gap = self.gap.max(Gap::Line);
            } else if c.is_whitespace() {
                self.gap = self.gap.max(Gap::Blank);
            } else {
                self.settle();
                self.out.push(c);
            }
        }
    }

    /// Pays what is owed, unless nothing stands there yet.
    fn settle(&mut self) {
        if !self.out.is_empty() {
            self.out.push_str(match self.gap {
                Gap::None => "",
                Gap::Blank => " ",
                Gap::Line => "\n",
                Gap::Paragraph => "\n\n",
            });
        }
        self.gap = Gap::None;
    }

    fn open(&mut self, tag: &Tag<'_>) {
        let name = tag.name.as_str();
        if let Some((skipped, depth)) = &mut self.skipped {
            if skipped.as_str() == name && !tag.closed {
                *depth += 1;
            }
            // A paragraph has no need of an end: the next block is one.
            if skipped.as_str() != "p" || !BLOCKS.contains(&name) {
                return;
            }
            self.skipped = None;
        }
        if BLOCKS.contains(&name) {
            self.gap = Gap::Paragraph;
        }
        if name == "br" {
            self.gap = self.gap.max(Gap::Line);
        }
        if tag.closed || VOID.contains(&name) {
            return;
        }
        if NOISE.contains(&name) || tag.is_hidden() {
            self.skipped = Some((tag.name.clone(), 1));
            return;
        }
        match name {
            "pre" => self.pre += 1,
            "h1" if self.heading.is_none() => self.heading = Some(self.out.len()),
            "article" => self.article.enter(self.out.len()),
            "main" => self.main.enter(self.out.len()),
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        if let Some((skipped, depth)) = &mut self.skipped {
            if skipped == name {
                *depth -= 1;
                if *depth == 0 {
                    self.skipped = None;
                }
            }
            return;
        }
        if BLOCKS.contains(&name) {
            self.gap = Gap::Paragraph;
        }
        let end = self.out.len();
        match name {
            "pre" => self.pre = self.pre.saturating_sub(1),
            "h1" => {
                if let (Some(start), None) = (self.heading, &self.headline) {
                    self.headline = Some(self.out[start..].trim().to_string());
                }
            }
            "article" => self.article.leave(end, &mut self.best[0]),
            "main" => self.main.leave(end, &mut self.best[1]),
            _ => {}
        }
    }

    /// The words of the article alone.
    fn article(mut self) -> String {
        let end = self.out.len();
        self.article.depth = self.article.depth.min(1);
        self.article.leave(end, &mut self.best[0]);
        self.main.depth = self.main.depth.min(1);
        self.main.leave(end, &mut self.best[1]);
        match self.best.into_iter().flatten().find(|range| !self.out[range.clone()].trim().is_empty()) {
            Some(range) => self.out[range].trim().to_string(),
            None => self.out,
        }
    }
}

impl Open {
    fn enter(&mut self, at: usize) {
        if self.depth == 0 {
            self.start = at;
        }
        self.depth += 1;
    }

    fn leave(&mut self, at: usize, best: &mut Option<std::ops::Range<usize>>) {
        if self.depth == 1 {
            let longest = best.as_ref().map_or(0, std::ops::Range::len);
            if at - self.start > longest {
                *best = Some(self.start..at);
            }
        }
        self.depth = self.depth.saturating_sub(1);
    }
}

#[cfg(test)]
mod tests;
