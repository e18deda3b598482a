//! `glosser read`: articles in, digests or records out.

use anyhow::{Context, Result, bail};
use glosser::dates::Day;
use glosser::export::{Unit, record};
use glosser::{Options, Reader};
use serde::{Deserialize, Serialize};
use std::ffi::OsString;
use std::io::{BufRead, Write};
use std::process::ExitCode;

/// One line in.
#[derive(Deserialize)]
struct Line {
    id: serde_json::Value,
    text: String,
    title: Option<String>,
    published: Option<String>,
}

/// One line out.
#[derive(Serialize)]
struct Out<'a> {
    id: &'a serde_json::Value,
    #[serde(flatten)]
    article: record::ArticleRecord,
}

pub fn run(args: Vec<OsString>) -> Result<ExitCode> {
    let (mut json, mut jsonl, mut unit, mut published) = (false, false, Unit::Chars, None);
    let mut files = Vec::new();
    let mut parser = lexopt::Parser::from_args(args);
    while let Some(arg) = parser.next()? {
        use lexopt::prelude::*;
        match arg {
            Long("json") => json = true,
            Long("jsonl") => jsonl = true,
            Long("offsets") => {
                unit = match parser.value()?.to_str() {
                    Some("chars") => Unit::Chars,
                    Some("utf16") => Unit::Utf16,
                    Some("bytes") => Unit::Bytes,
                    _ => bail!("--offsets takes chars, utf16 or bytes"),
                }
            }
            Long("published") => published = Some(day(&parser.value()?.to_string_lossy())?),
            Value(file) => files.push(file),
            _ => return Err(arg.unexpected().into()),
        }
    }
    let reader = Reader::bundled();
    if jsonl {
        return lines(&reader, unit);
    }
    for file in files {
        let text = std::fs::read(&file).with_context(|| format!("cannot read {}", file.to_string_lossy()))?;
        let text = String::from_utf8_lossy(&text);
        let article = reader.read(&text, &Options { published, title: None });
        let id = serde_json::Value::from(file.to_string_lossy());
        let out = Out { id: &id, article: record::record(&article, &text, unit) };
        if json {
            println!("{}", serde_json::to_string(&out)?);
        } else {
            println!("{}", serde_json::to_string_pretty(&out)?);
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn day(text: &str) -> Result<Day> {
    Day::parse(text).with_context(|| format!("not a day: {text} (YYYY-MM-DD)"))
}

fn lines(reader: &Reader, unit: Unit) -> Result<ExitCode> {
    let mut bad = 0;
    let mut out = std::io::stdout().lock();
    for (number, line) in std::io::stdin().lock().lines().enumerate() {
        let line = line?;
        if line.trim().is_empty() {
            continue;
        }
        let parsed: Result<Line> = serde_json::from_str(&line).map_err(Into::into);
        match parsed {
            Ok(line) => {
                let published = line.published.as_deref().and_then(|d| Day::parse(d.get(..10)?));
                let article = reader.read(&line.text, &Options { published, title: line.title });
                let article = record::record(&article, &line.text, unit);
                serde_json::to_writer(&mut out, &Out { id: &line.id, article })?;
                out.write_all(b"\n")?;
            }
            Err(error) => {
                bad += 1;
                eprintln!("line {}: {error:#}", number + 1);
            }
        }
    }
    Ok(if bad == 0 { ExitCode::SUCCESS } else { ExitCode::from(1) })
}
