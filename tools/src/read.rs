//! `glosser read`: articles in, digests or records out.

use crate::{jsonl, places};
use anyhow::{Context, Result, bail};
use glosser::dates::Day;
use glosser::export::{Format, Source, Style, Unit, record, terminal};
use glosser::{Article, Options};
use serde::Serialize;
use std::ffi::{OsStr, OsString};
use std::io::{self, ErrorKind, IsTerminal, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// One article out.
#[derive(Serialize)]
pub struct Out<'a> {
    pub id: &'a serde_json::Value,
    /// The text that was read, where it was taken from a web page: offsets count in it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<&'a str>,
    #[serde(flatten)]
    pub article: record::ArticleRecord,
}

enum Form {
    Digest,
    Json,
    JsonLines,
    Export(Format),
}

/// Reads the files that are named, or JSON lines. The exit status is 1 if one of them could not be read.
pub fn run(args: Vec<OsString>) -> Result<ExitCode> {
    use lexopt::prelude::*;
    let (mut forms, mut unit, mut color) = (Vec::new(), Unit::Chars, None);
    let mut pack = None;
    let mut options = Options::default();
    let mut url = String::new();
    let mut files = Vec::new();
    let mut parser = lexopt::Parser::from_args(args);
    while let Some(arg) = parser.next()? {
        match arg {
            Long("json") => forms.push(Form::Json),
            Long("jsonl") => forms.push(Form::JsonLines),
            Long("format") => {
                let name = parser.value()?.to_string_lossy().into_owned();
                forms.push(Form::Export(Format::named(&name).with_context(|| {
                    let names: Vec<&str> = Format::ALL.iter().map(|f| f.1).collect();
                    format!("--format takes {}, not '{name}'", names.join(", "))
                })?));
            }
            Long("url") => url = parser.value()?.to_string_lossy().into_owned(),
            Long("offsets") => {
                unit = match parser.value()?.to_str() {
                    Some("chars") => Unit::Chars,
                    Some("utf16") => Unit::Utf16,
                    Some("bytes") => Unit::Bytes,
                    other => bail!("--offsets takes chars, utf16 or bytes, not '{}'", other.unwrap_or("?")),
                }
            }
            Long("published") => {
                let day = parser.value()?.to_string_lossy().into_owned();
                options.published = Some(
                    parse_day(&day).with_context(|| format!("--published takes YYYY-MM-DD, not '{day}'"))?,
                );
            }
            Long("title") => options.title = Some(parser.value()?.to_string_lossy().into_owned()),
            Long("color" | "colour") => {
                color = match parser.value()?.to_str() {
                    Some("always") => Some(true),
                    Some("never") => Some(false),
                    Some("auto") => None,
                    other => bail!("--color takes always, never or auto, not '{}'", other.unwrap_or("?")),
                }
            }
            Long("places") => pack = Some(parser.value()?),
            Short('h') | Long("help") => {
                print!("{}", crate::HELP);
                return Ok(ExitCode::SUCCESS);
            }
            Value(file) => files.push(file),
            _ => return Err(arg.unexpected().into()),
        }
    }
    if forms.len() > 1 {
        bail!("choose one of --json, --jsonl and --format");
    }
    let form = forms.pop().unwrap_or(Form::Digest);
    if files.is_empty() {
        if !matches!(form, Form::JsonLines) && io::stdin().is_terminal() {
            bail!("name a file to read, or '-' for standard input (glosser read --help tells more)");
        }
        files.push("-".into());
    }
    let folders: Vec<_> = files.iter().map(|name| name.to_string_lossy().into_owned()).collect();
    let files = spread(files)?;
    if files.is_empty() {
        bail!("{}: no text (.txt, .md) and no web page (.html) in there", folders.join(", "));
    }
    let reader = places::reader(pack.as_deref())?;
    let color = color.unwrap_or_else(|| io::stdout().is_terminal() && !no_color());
    let style = Style { color, width: width() };
    let mut good = true;
    for (number, file) in files.iter().enumerate() {
        let done = match form {
            Form::JsonLines => open(file).and_then(|input| jsonl::run(&reader, input, unit, &options)),
            Form::Json | Form::Digest | Form::Export(_) => given(file, &options).and_then(|given| {
                let Given { text, options, .. } = &given;
                let article = &reader.read(text, options);
                let source = &Source { article, text, title: options.title.as_deref(), url: &url };
                let out = match form {
                    Form::Json => json(file, &given, article, unit)?,
                    Form::Export(format) => ended(format.write(source)),
                    _ => heading(file, number, files.len()) + &terminal(source, style),
                };
                io::stdout().write_all(out.as_bytes())?;
                Ok(true)
            }),
        };
        match done {
            Ok(all) => good &= all,
            // Nobody listens any more ("glosser read … | head"): no reason to complain.
            Err(error) if is_broken_pipe(&error) => return Ok(ExitCode::SUCCESS),
            Err(error) => {
                good = false;
                eprintln!("glosser: {error:#}");
            }
        }
    }
    Ok(if good { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

/// A day as lines and options give it: `YYYY-MM-DD`, also `YYYYMMDD`, also with a time behind it.
pub fn parse_day(text: &str) -> Option<Day> {
    let text = text.trim();
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if digits == 8 {
        return Day::parse(&format!("{}-{}-{}", &text[..4], &text[4..6], &text[6..8]));
    }
    let day = text.get(..10)?;
    let ends = text[10..].chars().next().is_none_or(|c| matches!(c, 'T' | 't' | ' '));
    Day::parse(day).filter(|_| ends)
}

fn json(file: &OsStr, given: &Given, article: &Article, unit: Unit) -> Result<String> {
    let id = serde_json::Value::from(file.to_string_lossy());
    let article = record::record(article, &given.text, unit);
    let text = given.page.then_some(given.text.as_str());
    Ok(ended(serde_json::to_string(&Out { id: &id, text, article })?))
}

/// With the end of a line, which some forms bring themselves.
fn ended(mut text: String) -> String {
    if !text.ends_with('\n') {
        text.push('\n');
    }
    text
}

/// What stands over the digest of one of several files.
fn heading(file: &OsStr, number: usize, of: usize) -> String {
    let gap = if number > 0 { "\n" } else { "" };
    if of > 1 { format!("{gap}==> {} <==\n\n", file.to_string_lossy()) } else { String::new() }
}

fn open(file: &OsStr) -> Result<Box<dyn Read>> {
    if file == "-" {
        return Ok(Box::new(io::stdin()));
    }
    let input =
        std::fs::File::open(file).with_context(|| format!("cannot read {}", file.to_string_lossy()))?;
    Ok(Box::new(input))
}

/// An article as it was given.
pub struct Given {
    pub text: String,
    pub options: Options,
    /// Whether the text was taken from a web page.
    pub page: bool,
}

/// The text of a file, and what is known of it. Of a web page, the article in it.
pub fn given(file: &OsStr, options: &Options) -> Result<Given> {
    let text = slurp(file)?;
    if !is_page(file, &text) {
        return Ok(Given { text, options: options.clone(), page: false });
    }
    let page = glosser::html::page(&text);
    let published = options.published.or(page.published);
    let title = options.title.clone().or(page.title);
    Ok(Given { text: page.text, options: Options { published, title, ..options.clone() }, page: true })
}

/// The files that are meant: a folder means the texts and web pages in it and below it, by name.
fn spread(names: Vec<OsString>) -> Result<Vec<OsString>> {
    let mut files = Vec::new();
    for name in names {
        let path = Path::new(&name);
        if name == "-" || !path.is_dir() {
            files.push(name);
            continue;
        }
        let entries = std::fs::read_dir(path).with_context(|| format!("cannot read {}", path.display()))?;
        let mut inside = entries.map(|e| Ok(e?.path())).collect::<Result<Vec<_>>>()?;
        inside.sort();
        inside.retain(|p| {
            let hidden = p.file_name().is_some_and(|n| n.as_encoded_bytes().starts_with(b"."));
            !hidden && (p.is_dir() || TEXTS.contains(&ending(p).as_str()))
        });
        files.extend(spread(inside.into_iter().map(PathBuf::into_os_string).collect())?);
    }
    Ok(files)
}

/// The ending of a file's name, in lower case.
fn ending(path: &Path) -> String {
    path.extension().and_then(OsStr::to_str).unwrap_or_default().to_ascii_lowercase()
}

/// Whether a file is a web page: by its name; what comes on standard input, by how it begins.
fn is_page(file: &OsStr, text: &str) -> bool {
    let begins = |tag: &str| {
        let text = text.trim_start_matches(|c: char| c == '\u{FEFF}' || c.is_ascii_whitespace());
        text.get(..tag.len()).is_some_and(|head| head.eq_ignore_ascii_case(tag))
    };
    match file.to_str() {
        Some("-") => begins("<!doctype html") || begins("<html"),
        _ => matches!(ending(Path::new(file)).as_str(), "html" | "htm" | "xhtml"),
    }
}

/// Endings of files that are read when a folder is named.
const TEXTS: &[&str] = &["txt", "text", "md", "html", "htm", "xhtml"];

/// The whole text of a file. What is not UTF-8 is replaced, and said.
fn slurp(file: &OsStr) -> Result<String> {
    let mut bytes = Vec::new();
    open(file)?.read_to_end(&mut bytes).with_context(|| format!("cannot read {}", file.to_string_lossy()))?;
    Ok(String::from_utf8(bytes).unwrap_or_else(|error| {
        let bytes = error.into_bytes();
        let mut pairs = bytes.chunks_exact(2);
        let wide = match bytes.get(..2) {
            Some([0xFF, 0xFE]) => {
                Some(pairs.by_ref().skip(1).map(|p| u16::from_le_bytes([p[0], p[1]])).collect())
            }
            Some([0xFE, 0xFF]) => {
                Some(pairs.by_ref().skip(1).map(|p| u16::from_be_bytes([p[0], p[1]])).collect())
            }
            _ => None::<Vec<u16>>,
        };
        if let Some(wide) = wide {
            return String::from_utf16_lossy(&wide);
        }
        eprintln!(
            "glosser: {} is not UTF-8; what could not be read stands as \u{FFFD}",
            file.to_string_lossy()
        );
        String::from_utf8_lossy(&bytes).into_owned()
    }))
}

/// <https://no-color.org>: any value but the empty one.
fn no_color() -> bool {
    std::env::var_os("NO_COLOR").is_some_and(|v| !v.is_empty())
}

/// Columns to fill: what the shell says, within reason.
fn width() -> usize {
    let columns = std::env::var("COLUMNS").ok().and_then(|c| c.parse().ok());
    columns.unwrap_or(80usize).clamp(30, 100)
}

fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error
        .chain()
        .any(|cause| cause.downcast_ref::<io::Error>().is_some_and(|e| e.kind() == ErrorKind::BrokenPipe))
}
