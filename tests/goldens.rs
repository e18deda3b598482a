//! Articles with all that is found in them, written so that a person can check a change by reading the diff.
//!
//! For each `corpus/*.txt` the golden beside it shows every sentence with marks below it: `Pppp` a person, `Lll` a place,
//! `Ooo` an organisation, `Ddd` a date, `n` words that stand for somebody; then entities, dates, quotations, summary. For
//! the articles of `../shared/seeds`, which are not ours to copy, the golden in `tests/seeds` holds names, values and
//! offsets only. `UPDATE_GOLDENS=1 cargo test --test goldens` writes them anew; a golden that is missing is said and passed over.

use glosser::dates::Day;
use glosser::entities::{Kind, ReferenceForm};
use glosser::text::{BlockKind, Span, parse};
use glosser::{Article, Options, PublishedFrom, Reader};
use std::fmt::Write;
use std::path::{Path, PathBuf};

/// Columns of a sentence.
const WIDTH: usize = 100;

#[test]
fn corpus() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    // The day of publication stands in the index that the page reads, too.
    let index = std::fs::read_to_string(folder.join("index.json")).unwrap_or_default();
    check(&texts(&folder), &folder, |name| published(&index, name), full);
}

#[test]
fn seeds() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/seeds");
    let goldens = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/seeds");
    let texts = texts(&folder);
    if texts.is_empty() {
        println!("left out: the articles of {} are not here", folder.display());
        return;
    }
    // As the README of the seeds says; the first says it itself.
    let days = [("001", "2019-08-27"), ("002", "2017-09-28"), ("003", "2024-12-03"), ("004", "2019-01-23")];
    let given = |name: &str| days.iter().find(|d| name.starts_with(d.0)).and_then(|d| Day::parse(d.1));
    check(&texts, &goldens, given, outline);
}

fn texts(folder: &Path) -> Vec<PathBuf> {
    let files = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|f| f.path());
    let mut texts: Vec<_> = files.filter(|p| p.extension().is_some_and(|e| e == "txt")).collect();
    texts.sort();
    texts
}

/// The day that stands after the name of the text in the index, if one does.
fn published(index: &str, name: &str) -> Option<Day> {
    let entry = index.split('}').find(|entry| entry.contains(&format!("\"{name}")))?;
    let value = entry.split("\"published\"").nth(1)?;
    Day::parse(value.split('"').nth(1)?)
}

fn check(
    texts: &[PathBuf],
    goldens: &Path,
    day: impl Fn(&str) -> Option<Day>,
    show: impl Fn(&Article, &str) -> String,
) {
    let reader = Reader::bundled();
    let update = std::env::var_os("UPDATE_GOLDENS").is_some();
    let mut wrong = Vec::new();
    for path in texts {
        let text = std::fs::read_to_string(path).expect("a readable text");
        let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
        let options = Options { published: day(&name), ..Options::default() };
        let shown = show(&reader.read(&text, &options), &text);
        let golden = goldens.join(format!("{name}.golden"));
        if update {
            std::fs::create_dir_all(goldens).expect("a folder for goldens");
            std::fs::write(&golden, shown).expect("a golden written");
            continue;
        }
        match std::fs::read_to_string(&golden) {
            Err(_) => println!("left out: {} is not there (UPDATE_GOLDENS=1 writes it)", golden.display()),
            Ok(want) if want == shown => {}
            Ok(want) => wrong.push(format!("{}\n{}", golden.display(), difference(&want, &shown))),
        }
    }
    assert!(wrong.is_empty(), "UPDATE_GOLDENS=1 writes what is read now\n{}", wrong.join("\n"));
}

/// The lines that only one of the two has.
fn difference(want: &str, shown: &str) -> String {
    let only = |a: &str, b: &str, sign: char| {
        let others: std::collections::HashSet<&str> = b.lines().collect();
        a.lines().filter(|l| !others.contains(l)).fold(String::new(), |out, l| format!("{out}{sign} {l}\n"))
    };
    only(want, shown, '-') + &only(shown, want, '+')
}

/// The whole article with marks below the words, then what was found.
fn full(article: &Article, text: &str) -> String {
    let mut out = String::new();
    head(&mut out, article, text);
    let marks = marks(article, text.len());
    for (index, sentence) in article.sentences.iter().enumerate() {
        let kind = article.blocks[sentence.block as usize].kind;
        let first = index == 0 || article.sentences[index - 1].block != sentence.block;
        let name = if first { label(kind) } else { "" };
        if first {
            out.push('\n');
        }
        let mut margin = format!("{name:9} {index:3} | ");
        for (words, below) in wrapped(text, sentence.span, &marks) {
            let _ = writeln!(out, "{margin}{words}");
            if !below.trim().is_empty() {
                let _ = writeln!(out, "{:13} | {}", "", below.trim_end());
            }
            margin = format!("{:13} | ", "");
        }
    }
    out.push('\n');
    found(&mut out, article, text, true);
    out
}

/// What was found, and where, without the article's words.
fn outline(article: &Article, text: &str) -> String {
    let mut out = String::new();
    head(&mut out, article, text);
    let _ = writeln!(out, "sentences {}", article.sentences.len());
    for block in &article.blocks {
        let inside = article.sentences.iter().filter(|s| block.span.contains(s.span)).count();
        let _ = writeln!(out, "{:9} {}..{} ({inside})", label(block.kind), block.span.start, block.span.end);
    }
    out.push('\n');
    found(&mut out, article, text, false);
    out
}

fn head(out: &mut String, article: &Article, text: &str) {
    let published = article.published.map_or("not known".to_string(), |p| match p.from {
        PublishedFrom::Given => format!("{} (given)", p.day),
        PublishedFrom::Text(span) => format!("{} (at {}..{})", p.day, span.start, span.end),
    });
    let _ = writeln!(out, "published {published}, language {:?}", article.language);
    if let Some(line) = parse(text, None).dateline {
        let _ = writeln!(out, "date line {}", slice(text, line));
    }
}

/// A letter for each byte of the text.
fn marks(article: &Article, length: usize) -> Vec<u8> {
    let mut marks = vec![b' '; length];
    let mut put = |span: Span, first: u8, rest: u8| {
        for at in span.start..span.end {
            marks[at as usize] = if at == span.start { first } else { rest };
        }
    };
    for reference in article.references.iter().filter(|r| r.form == ReferenceForm::Nominal) {
        put(reference.span, b'n', b'n');
    }
    for date in &article.dates {
        put(date.span, b'D', if date.vague { b'~' } else { b'd' });
    }
    for mention in &article.mentions {
        let letter = match mention.kind {
            Kind::Person => b'P',
            Kind::Place => b'L',
            Kind::Organization => b'O',
        };
        put(mention.span, letter, letter.to_ascii_lowercase());
    }
    marks
}

/// The words of a span and the marks below them, line by line.
fn wrapped(text: &str, span: Span, marks: &[u8]) -> Vec<(String, String)> {
    let mut lines = vec![(String::new(), String::new())];
    let mut blank = None;
    let start = span.start as usize;
    for (at, c) in slice(text, span).char_indices() {
        let mark = char::from(marks[start + at]);
        if c.is_whitespace() {
            blank = blank.or(Some(mark));
            continue;
        }
        let line = lines.last_mut().expect("a line");
        if let Some(mark) = blank.take() {
            let word = slice(text, span)[at..].split_whitespace().next().unwrap_or("").chars().count();
            if line.0.chars().count() + 1 + word > WIDTH {
                lines.push((String::new(), String::new()));
            } else {
                line.0.push(' ');
                line.1.push(mark);
            }
        }
        let line = lines.last_mut().expect("a line");
        line.0.push(c);
        line.1.push(mark);
    }
    lines
}

fn found(out: &mut String, article: &Article, text: &str, words: bool) {
    let id = |index: u32| article.entities[index as usize].id.as_str();
    for entity in &article.entities {
        let _ = write!(out, "{} × {}", entity.id, entity.mentions.len());
        if let Some(role) = &entity.role {
            let _ = write!(out, " [{}]", squeezed(&role.text));
        }
        if let Some(place) = &entity.place {
            let _ = write!(out, " @ {} {} {:.2} {:.2}", place.name, place.country, place.lat, place.lon);
        }
        let mentions = entity.mentions.iter().map(|&m| &article.mentions[m as usize]);
        let acts: Vec<&str> = mentions.filter_map(|m| m.stands_for.as_deref()).collect();
        if let Some(power) = acts.first() {
            let _ = write!(out, " ({} × {power})", acts.len());
        }
        // The articles that are not ours lend no more than a few words in a row, not even a long name.
        let most = if words { usize::MAX } else { 6 };
        let name = |alias: &String| alias.split(' ').take(most).collect::<Vec<_>>().join(" ");
        let _ = writeln!(out, " = {}", entity.aliases.iter().map(name).collect::<Vec<_>>().join(" = "));
    }
    out.push('\n');
    for date in &article.dates {
        if words {
            let _ = write!(out, "“{}” ", squeezed(slice(text, date.span)));
        } else {
            let _ = write!(out, "{}..{} ", date.span.start, date.span.end);
        }
        let modifier = date.modifier.map(|m| format!(" {m}")).unwrap_or_default();
        let _ = write!(out, "{:?} {}{modifier}", date.kind, date.value);
        let vague = if date.vague { " vague" } else { "" };
        let why = date.why.code().map_or_else(String::new, |code| format!(" ({code})"));
        let _ = writeln!(out, " = {}{vague}{why}", date.edtf);
    }
    out.push('\n');
    for quote in &article.quotes {
        let speaker = quote.speaker.as_ref().map_or("nobody".to_string(), |s| match s.entity {
            Some(entity) => id(entity).to_string(),
            None if words => format!("“{}”", squeezed(slice(text, s.span))),
            None => format!("{}..{}", s.span.start, s.span.end),
        });
        let _ = write!(out, "{:?} {}..{} by {speaker}", quote.kind, quote.span.start, quote.span.end);
        if words {
            let first: Vec<_> = slice(text, quote.span).split_whitespace().take(6).collect();
            let _ = write!(out, ": {} …", first.join(" "));
        }
        out.push('\n');
    }
    let list = |ids: &[u32]| ids.iter().map(|&i| id(i)).collect::<Vec<_>>().join(", ");
    let when = article.summary.when.iter().map(|&i| article.dates[i as usize].value.as_str());
    let _ = writeln!(out, "\nkey sentences {:?}", article.summary.sentences);
    let _ = writeln!(out, "who   {}", list(&article.summary.who));
    let _ = writeln!(out, "where {}", list(&article.summary.places));
    let _ = writeln!(out, "when  {}", when.collect::<Vec<_>>().join(", "));
    let phrases = article.summary.phrases.iter();
    let phrases: Vec<String> = match words {
        true => phrases.map(|&span| squeezed(slice(text, span))).collect(),
        false => phrases.map(|p| p.start.to_string()).collect(),
    };
    let _ = writeln!(out, "phrases {}", phrases.join(", "));
}

fn slice(text: &str, span: Span) -> &str {
    &text[span.start as usize..span.end as usize]
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn label(kind: BlockKind) -> &'static str {
    match kind {
        BlockKind::Headline => "headline",
        BlockKind::Deck => "deck",
        BlockKind::Byline => "byline",
        BlockKind::Published => "published",
        BlockKind::Subhead => "subhead",
        BlockKind::Body => "body",
        BlockKind::Caption => "caption",
        BlockKind::Credit => "credit",
        BlockKind::Related => "related",
        BlockKind::Crumb => "crumb",
        BlockKind::Repeat => "repeat",
    }
}
