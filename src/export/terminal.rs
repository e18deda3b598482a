//! An article as a page for the terminal: the text with its marks, then what it comes down to.

use super::decimal::fixed;
use super::source::Source;
use crate::entities::{Entity, Kind};
use crate::quotes::QuoteKind;
use crate::sort::Sort;
use crate::text::{Block, BlockKind, Language, Span};
use crate::{Article, PublishedFrom};
use std::fmt::Write;

/// How a page for the terminal is written.
#[derive(Debug, Clone, Copy)]
pub struct Style {
    /// With escape codes for colours and lines.
    pub color: bool,
    /// Columns to fill.
    pub width: usize,
}

/// A stretch that is marked, and the escape codes for it: each kind has a colour and a line of its own.
struct Mark {
    span: Span,
    code: &'static str,
}

const PERSON: &str = "\x1b[34;4m";
const PLACE: &str = "\x1b[32;4:4m";
const ORGANIZATION: &str = "\x1b[35;4:5m";
const DATE: &str = "\x1b[33;4:2m";
const BOLD: &str = "\x1b[1m";
const DIM: &str = "\x1b[2m";
const END: &str = "\x1b[0m";

/// Most entries in a list.
const MOST: usize = 10;

/// The page, with a line feed at its end. What could steer the terminal is left out of the article's words.
pub fn terminal(source: &Source<'_>, style: Style) -> String {
    let &Source { article, text, title, .. } = source;
    let mut page = Page { article, text, style, marks: marks(article), out: String::new() };
    page.head(title);
    page.body();
    page.in_short();
    page.who();
    page.places();
    page.when();
    page.said();
    page.out
}

fn marks(article: &Article) -> Vec<Mark> {
    let names = article.mentions.iter().map(|m| Mark { span: m.span, code: code(m.kind) });
    let dates = article.dates.iter().filter(|d| !d.vague).map(|d| Mark { span: d.span, code: DATE });
    let mut marks: Vec<Mark> = names.chain(dates).collect();
    marks.arrange_by_key(|m| m.span);
    let mut end = 0;
    marks.retain(|m| {
        let free = m.span.start >= end;
        end = if free { m.span.end } else { end };
        free
    });
    marks
}

fn code(kind: Kind) -> &'static str {
    match kind {
        Kind::Person => PERSON,
        Kind::Place => PLACE,
        Kind::Organization => ORGANIZATION,
    }
}

struct Page<'a> {
    article: &'a Article,
    text: &'a str,
    style: Style,
    marks: Vec<Mark>,
    out: String,
}

/// A word as printed, and how many columns it takes.
struct Word {
    printed: String,
    width: usize,
    /// The mark that goes on over the blank before the word.
    joined: Option<&'static str>,
}

impl Page<'_> {
    fn styled(&self, code: &str, words: &str) -> String {
        if self.style.color && !code.is_empty() && !words.is_empty() {
            format!("{code}{words}{END}")
        } else {
            words.to_string()
        }
    }

    fn head(&mut self, title: Option<&str>) {
        if let Some(title) = title.filter(|t| !t.trim().is_empty()) {
            let words = plain(title, BOLD, self.style);
            self.fill(words, "", "");
        }
        let day = match self.article.published {
            Some(p) => {
                let from = match p.from {
                    PublishedFrom::Given => "",
                    PublishedFrom::Text(_) => ", as the text says",
                };
                format!("Published {}{from}.", p.day)
            }
            None => {
                "Publication day not known: relative dates stay relative (--published gives it).".to_string()
            }
        };
        let other = match self.article.language {
            Language::English => "",
            Language::Other => " This does not look like English: only what is sure is shown.",
        };
        let words = plain(&format!("{day}{other}"), DIM, self.style);
        self.fill(words, "", "");
        if self.style.color {
            let legend =
                [(PERSON, "person"), (PLACE, "place"), (ORGANIZATION, "organisation"), (DATE, "date")];
            let legend: Vec<_> = legend.iter().map(|(code, word)| self.styled(code, word)).collect();
            let _ = writeln!(self.out, "{}", legend.join("  "));
        }
    }

    /// The article, block by block; what is not its prose is named at the margin.
    fn body(&mut self) {
        for block in &self.article.blocks {
            let label = match block.kind {
                BlockKind::Crumb | BlockKind::Repeat => continue,
                BlockKind::Headline | BlockKind::Subhead | BlockKind::Body => "",
                BlockKind::Deck => "[deck] ",
                BlockKind::Byline => "[byline] ",
                BlockKind::Published => "[published] ",
                BlockKind::Caption => "[caption] ",
                BlockKind::Credit => "[credit] ",
                BlockKind::Related => "[related] ",
            };
            let base = match block.kind {
                BlockKind::Headline | BlockKind::Subhead => BOLD,
                _ => "",
            };
            self.out.push('\n');
            let label = self.styled(DIM, label);
            let words = self.words(block, base);
            self.fill(words, &label, "");
        }
    }

    /// The words of a block with the codes of their marks.
    fn words(&self, block: &Block, base: &'static str) -> Vec<Word> {
        let (start, end) = (block.span.start as usize, block.span.end as usize);
        let mut words = Vec::new();
        let mut next = self.marks.partition_point(|m| (m.span.end as usize) <= start);
        let mut at = start;
        for piece in self.text[start..end].split(|c: char| c.is_whitespace()) {
            let (from, to) = (at, at + piece.len());
            // The blank behind the piece, whatever its length.
            at = to + self.text[to..end].chars().next().map_or(0, char::len_utf8);
            if piece.is_empty() {
                continue;
            }
            while self.marks.get(next).is_some_and(|m| m.span.end as usize <= from) {
                next += 1;
            }
            let joined = self.marks.get(next).filter(|m| (m.span.start as usize) < from).map(|m| m.code);
            let mut word = Word { printed: String::new(), width: piece.chars().count(), joined };
            let mut here = from;
            for mark in self.marks[next..].iter().take_while(|m| (m.span.start as usize) < to) {
                let (a, b) = ((mark.span.start as usize).max(here), (mark.span.end as usize).min(to));
                word.printed += &self.styled(base, &clean(&self.text[here..a]));
                word.printed += &self.styled(mark.code, &clean(&self.text[a..b]));
                here = b;
            }
            word.printed += &self.styled(base, &clean(&self.text[here..to]));
            words.push(word);
        }
        words
    }

    /// Writes words within the width: `first` before the first line, `indent` before the others.
    fn fill(&mut self, words: Vec<Word>, first: &str, indent: &str) {
        let mut column = visible(first);
        self.out.push_str(first);
        let mut fresh = true;
        for word in words {
            if !fresh && column + 1 + word.width > self.style.width {
                let _ = write!(self.out, "\n{indent}");
                column = visible(indent);
            } else if !fresh {
                let blank = self.styled(word.joined.unwrap_or(""), " ");
                self.out.push_str(&blank);
                column += 1;
            }
            self.out.push_str(&word.printed);
            column += word.width;
            fresh = false;
        }
        self.out.push('\n');
    }

    fn section(&mut self, name: &str) {
        let name = self.styled(BOLD, name);
        let _ = writeln!(self.out, "\n{name}");
    }

    fn item(&mut self, head: &str, code: &'static str, rest: &str) {
        let mut words = plain(head, code, self.style);
        words.extend(plain(rest, "", self.style));
        self.fill(words, "  ", "    ");
    }

    fn in_short(&mut self) {
        // The best three, told in the order of the article.
        let mut best: Vec<u32> = self.article.summary.sentences.iter().take(3).copied().collect();
        best.arrange();
        if best.is_empty() {
            return;
        }
        self.section("In short");
        for index in best {
            let span = self.article.sentences[index as usize].told();
            let words = self.words(&Block { span, kind: BlockKind::Body }, "");
            self.fill(words, "  • ", "    ");
        }
        let text = self.text;
        let phrases = self.article.summary.phrases.iter();
        let phrases: Vec<&str> = phrases.map(|p| &text[p.start as usize..p.end as usize]).collect();
        if !phrases.is_empty() {
            self.fill(plain(&phrases.join(", "), DIM, self.style), "  ", "  ");
        }
    }

    fn entities(&self, kind: Kind) -> impl Iterator<Item = &Entity> {
        self.article.entities.iter().filter(move |e| e.kind == kind).take(MOST)
    }

    fn who(&mut self) {
        let line = |e: &Entity| {
            let role = e.role.as_ref().map_or(String::new(), |r| format!(", {}", squeeze(&r.text)));
            (squeeze(&e.name), e.kind, format!("{role} · {}", times(e.mentions.len())))
        };
        let people = self.entities(Kind::Person).chain(self.entities(Kind::Organization));
        let lines: Vec<_> = people.map(line).collect();
        if lines.is_empty() {
            return;
        }
        self.section("Who");
        for (name, kind, rest) in lines {
            self.joined_item(&name, code(kind), &rest);
        }
    }

    /// A name with its rest right behind it (", president · 3 times").
    fn joined_item(&mut self, head: &str, code: &'static str, rest: &str) {
        let mut words = plain(head, code, self.style);
        let (glue, rest) = rest.split_at(rest.find(' ').unwrap_or(rest.len()));
        if let Some(last) = words.last_mut() {
            last.printed.push_str(glue);
            last.width += glue.chars().count();
        }
        words.extend(plain(rest, "", self.style));
        self.fill(words, "  ", "    ");
    }

    fn places(&mut self) {
        let line = |e: &Entity| {
            let place = e.place.as_ref().map_or(String::from("→ not found on the map"), |p| {
                let country = if p.country.is_empty() { String::new() } else { format!(", {}", p.country) };
                let about = if p.approximate { "about " } else { "" };
                format!("→ {}{country} ({about}{}, {})", p.name, fixed(p.lat, 2), fixed(p.lon, 2))
            });
            (squeeze(&e.name), format!("{place} · {}", times(e.mentions.len())))
        };
        let lines: Vec<_> = self.entities(Kind::Place).map(line).collect();
        if lines.is_empty() {
            return;
        }
        self.section("Where");
        for (name, rest) in lines {
            self.item(&name, PLACE, &rest);
        }
    }

    fn when(&mut self) {
        let mut seen = Vec::new();
        for date in self.article.dates.iter().filter(|d| !d.vague) {
            let words = squeeze(&self.text[date.span.start as usize..date.span.end as usize]);
            let why = date.why.words();
            let why = if why.is_empty() { String::new() } else { format!(" ({why})") };
            let line = (words, format!("→ {}{why}", date.value));
            if !seen.contains(&line) {
                seen.push(line);
            }
            if seen.len() == 2 * MOST {
                break;
            }
        }
        if seen.is_empty() {
            return;
        }
        self.section("When");
        for (words, rest) in seen {
            self.item(&words, DATE, &rest);
        }
    }

    fn said(&mut self) {
        let quotes = self.article.quotes.iter().filter(|q| q.kind != QuoteKind::Indirect);
        let lines: Vec<_> = quotes
            .take(MOST)
            .map(|q| {
                let words = squeeze(&self.text[q.span.start as usize..q.span.end as usize]);
                let speaker = q.speaker.as_ref().map(|s| match s.entity {
                    Some(entity) => squeeze(&self.article.entities[entity as usize].name),
                    None => squeeze(&self.text[s.span.start as usize..s.span.end as usize]),
                });
                (words, speaker.map_or(String::new(), |s| format!("— {s}")))
            })
            .collect();
        if lines.is_empty() {
            return;
        }
        self.section("Said");
        for (words, speaker) in lines {
            self.item(&words, "", &speaker);
        }
    }
}

fn times(count: usize) -> String {
    if count == 1 { "once".to_string() } else { format!("{count} times") }
}

/// Words of one style.
fn plain(text: &str, code: &'static str, style: Style) -> Vec<Word> {
    text.split_whitespace()
        .map(|word| {
            let clean = clean(word);
            let width = clean.chars().count();
            let printed = if style.color && !code.is_empty() { format!("{code}{clean}{END}") } else { clean };
            Word { printed, width, joined: None }
        })
        .collect()
}

/// Blanks and line ends as one blank each.
fn squeeze(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The words without what could steer the terminal.
fn clean(text: &str) -> String {
    text.chars()
        .filter(|c| {
            !c.is_control() && !matches!(c, '\u{ad}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        })
        .collect()
}

/// Columns of a prefix, its escape codes left out.
fn visible(text: &str) -> usize {
    let mut inside = false;
    text.chars()
        .filter(|&c| {
            let escape = c == '\x1b';
            let counts = !inside && !escape;
            inside = escape || inside && !c.is_ascii_alphabetic();
            counts
        })
        .count()
}
