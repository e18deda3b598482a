//! `glosser library`: several articles as one story.

use crate::jsonl::Line;
use crate::places;
use crate::read::{Given, given, parse_day};
use anyhow::{Context, Result, bail};
use glosser::export::Source;
use glosser::library::Library;
use glosser::library::record::{EventRecord, FigureRecord, LibraryRecord};
use glosser::text::Sentence;
use glosser::{Article, Options};
use std::collections::HashMap;
use std::ffi::OsString;
use std::fmt::Write as _;
use std::io::{self, BufRead, Write as _};
use std::process::ExitCode;

/// Most figures of a kind, and most dated sentences of an article, in the digest.
const MOST: usize = 12;

/// An article and its text, for the words of the digest.
struct Item {
    article: Article,
    text: String,
}

/// Reads the files that are named, or JSON lines, and tells what they say together.
pub fn run(args: Vec<OsString>) -> Result<ExitCode> {
    use lexopt::prelude::*;
    let (mut json, mut lines) = (false, false);
    let (mut files, mut pack) = (Vec::new(), None);
    let mut parser = lexopt::Parser::from_args(args);
    while let Some(arg) = parser.next()? {
        match arg {
            Long("json") => json = true,
            Long("jsonl") => lines = true,
            Long("places") => pack = Some(parser.value()?),
            Value(file) => files.push(file),
            _ => return Err(arg.unexpected().into()),
        }
    }
    if files.is_empty() && !lines {
        bail!("name the files to read, or --jsonl for JSON lines on standard input");
    }
    let reader = places::reader(pack.as_deref())?;
    let mut library = Library::new();
    let mut items: HashMap<String, Item> = HashMap::new();
    let mut shelve = |id: String, text: String, options: &Options| {
        let article = reader.read(&text, options);
        library
            .add(&id, &Source { article: &article, text: &text, title: options.title.as_deref(), url: "" });
        items.insert(id, Item { article, text });
    };
    for file in &files {
        let Given { text, options, .. } = given(file, &Options::default())?;
        shelve(file.to_string_lossy().into_owned(), text, &options);
    }
    if lines {
        for (number, line) in io::stdin().lock().lines().enumerate() {
            let line = line.context("cannot read the lines")?;
            if line.trim().is_empty() {
                continue;
            }
            let line: Line = serde_json::from_str(&line).with_context(|| format!("line {}", number + 1))?;
            let id = line.id.as_str().map_or_else(|| line.id.to_string(), str::to_string);
            let published = line.published.as_str().and_then(parse_day);
            shelve(id, line.text, &Options { published, title: line.title, ..Options::default() });
        }
    }
    let record = library.record();
    let out = if json { serde_json::to_string(&record)? + "\n" } else { digest(&record, &items)? };
    io::stdout().write_all(out.as_bytes())?;
    Ok(ExitCode::SUCCESS)
}

/// The story in order, then who and what is in it, then what each article adds.
fn digest(record: &LibraryRecord, items: &HashMap<String, Item>) -> Result<String> {
    let mut out = String::new();
    let names: HashMap<&str, &str> =
        record.figures.iter().map(|f| (f.id.as_str(), f.name.as_str())).collect();
    let named = |ids: &[String]| {
        let list: Vec<&str> =
            ids.iter().take(MOST).filter_map(|id| names.get(id.as_str()).copied()).collect();
        list.join(", ")
    };
    let sentence = |article: &str, index: u32| {
        let Some(item) = items.get(article) else { return String::new() };
        let span = item.article.sentences.get(index as usize).map(Sentence::told).unwrap_or_default();
        item.text[span.start as usize..span.end as usize].split_whitespace().collect::<Vec<_>>().join(" ")
    };
    writeln!(out, "THE STORY")?;
    let mut told: Option<(&str, u32)> = None;
    for event in &record.timeline {
        // A sentence with several dates is told at the first of them.
        if told.replace((&event.article, event.sentence)) == Some((&event.article, event.sentence)) {
            continue;
        }
        writeln!(
            out,
            "  {}  {}",
            days(event, items.get(&event.article)),
            sentence(&event.article, event.sentence)
        )?;
    }
    for (kind, title) in [("person", "PEOPLE"), ("organization", "ORGANISATIONS"), ("place", "PLACES")] {
        let of_kind = || record.figures.iter().filter(move |f| f.kind == kind);
        if of_kind().next().is_some() {
            writeln!(out, "\n{title}")?;
        }
        for figure in of_kind().take(MOST) {
            writeln!(out, "  {}", dossier(figure))?;
        }
    }
    if !record.meetings.is_empty() {
        writeln!(out, "\nTOGETHER")?;
    }
    for meeting in record.meetings.iter().take(MOST) {
        let pair = named(&[meeting.one.clone(), meeting.other.clone()]);
        let sentences = counted(meeting.sentences as usize, "sentence");
        writeln!(out, "  {pair}: {sentences}, {}", counted(meeting.articles.len(), "article"))?;
    }
    writeln!(out, "\nARTICLE BY ARTICLE")?;
    for article in &record.articles {
        writeln!(out, "  {}  {}", article.published.as_deref().unwrap_or("no day"), article.title)?;
        // What has no headline goes by its first sentence, which need not be said again.
        let short = article.news.iter().map(|&s| sentence(&article.id, s)).find(|s| *s != article.title);
        if let Some(short) = short {
            writeln!(out, "    in short: {short}")?;
        }
        if !article.new_figures.is_empty() {
            writeln!(out, "    named first here: {}", named(&article.new_figures))?;
        }
        for echo in article.echoes.iter().take(MOST) {
            writeln!(out, "    also in {}: {}", echo.article, sentence(&article.id, echo.sentence))?;
        }
    }
    Ok(out)
}

/// "1 article", "5 articles".
fn counted(n: usize, thing: &str) -> String {
    format!("{n} {thing}{}", if n == 1 { "" } else { "s" })
}

/// When it was, as exactly as the article says: "2011", "2011-03", "late 2015", "1850s", "summer 1994", "Q3 1989",
/// "2019-08-19 – 2019-08-25".
fn days(event: &EventRecord, item: Option<&Item>) -> String {
    let value = event.value.as_str();
    if value.len() == 3 && value.bytes().all(|b| b.is_ascii_digit()) {
        return format!("{value}0s");
    }
    if let Some((year, part)) = value.split_once('-').filter(|(year, _)| year.len() == 4) {
        let season = match part {
            "SP" => "spring",
            "SU" => "summer",
            "FA" => "autumn",
            "WI" => "winter",
            "Q1" | "Q2" | "Q3" | "Q4" => part,
            _ => "",
        };
        if !season.is_empty() {
            return format!("{season} {year}");
        }
    }
    // A year, a month or a day stands for itself.
    if matches!(value.len(), 4 | 7 | 10) && value.bytes().all(|b| b.is_ascii_digit() || b == b'-') {
        let date = item.and_then(|item| item.article.dates.get(event.date as usize));
        let part = match date.and_then(|date| date.modifier) {
            Some("START") => "early ",
            Some("MID") => "mid-",
            Some("END") => "late ",
            _ => "",
        };
        return format!("{part}{value}");
    }
    let day = |d: &Option<String>| d.clone().unwrap_or_else(|| event.value.clone());
    let (from, to) = (day(&event.from), day(&event.to));
    if from == to { from } else { format!("{from} – {to}") }
}

/// Who somebody is, in one line.
fn dossier(figure: &FigureRecord) -> String {
    let times = if figure.mentions == 1 { "once".to_string() } else { format!("{} times", figure.mentions) };
    let mut line = format!("{}: {}, {times}", figure.name, counted(figure.appearances.len(), "article"));
    if !figure.quotes.is_empty() {
        let _ = write!(line, ", {}", counted(figure.quotes.len(), "quotation"));
    }
    for role in figure.roles.iter().take(3) {
        let _ = write!(line, "; {}", role.text);
        if let Some(from) = &role.from {
            let _ = write!(line, " ({})", &from[..4]);
        }
    }
    line
}
