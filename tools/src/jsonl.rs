//! JSON lines in, JSON lines out, in order and as they come.
//!
//! The lines go round to a few workers and come back from them in the same round, so that order costs no bookkeeping;
//! every answer is written and flushed by itself, so that a program that feeds us line by line can wait for each.

use crate::read::{Out, parse_day};
use anyhow::{Context, Result};
use glosser::export::{Unit, record};
use glosser::{Options, Reader};
use serde::Deserialize;
use std::io::{BufRead, BufReader, Read, Write};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

/// One line in. What else a line has is no concern of ours.
#[derive(Deserialize)]
pub struct Line {
    #[serde(default)]
    pub id: serde_json::Value,
    pub text: String,
    #[serde(default)]
    pub title: Option<String>,
    #[serde(default)]
    pub published: serde_json::Value,
}

/// What became of a line: what to write, what to complain about.
#[derive(Default)]
pub struct Answer {
    pub line: Vec<u8>,
    pub complaint: Option<String>,
}

/// How many lines may wait for one worker: enough to keep it busy, little enough for lines of many megabytes.
const WAITING: usize = 4;

/// Reads each line of `input` as an article. `defaults` serve where a line says nothing. Tells whether all lines were good.
///
/// # Errors
/// If `input` cannot be read or standard output not be written.
pub fn run(reader: &Reader, input: Box<dyn Read>, unit: Unit, defaults: &Options) -> Result<bool> {
    let workers = thread::available_parallelism().map_or(1, |n| n.get().clamp(1, 8));
    thread::scope(|scope| {
        let (mut questions, mut answers) = (Vec::new(), Vec::new());
        for _ in 0..workers {
            let (ask, asked) = sync_channel::<(usize, Vec<u8>)>(WAITING);
            let (answer, answered) = sync_channel(WAITING);
            questions.push(ask);
            answers.push(answered);
            scope.spawn(move || {
                for (number, bytes) in asked {
                    if answer.send(read_line(reader, number, bytes, unit, defaults)).is_err() {
                        break;
                    }
                }
            });
        }
        let writer = scope.spawn(move || write_all(&answers));
        let fed = feed(input, &questions);
        drop(questions);
        let written = writer.join().expect("the writer does not panic");
        fed.and(written)
    })
}

/// Hands the lines out in turn; stops when nobody takes them any more.
fn feed(input: Box<dyn Read>, questions: &[SyncSender<(usize, Vec<u8>)>]) -> Result<bool> {
    let mut input = BufReader::with_capacity(1 << 16, input);
    let mut turn = questions.iter().cycle();
    for number in 1.. {
        let mut line = Vec::new();
        if input.read_until(b'\n', &mut line).context("cannot read the lines")? == 0 {
            break;
        }
        if number == 1 && line.starts_with(b"\xEF\xBB\xBF") {
            line.drain(..3);
        }
        if line.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        if turn.next().is_none_or(|worker| worker.send((number, line)).is_err()) {
            break;
        }
    }
    Ok(true)
}

/// Writes the answers in the order of the lines.
fn write_all(answers: &[Receiver<Answer>]) -> Result<bool> {
    let mut out = std::io::stdout().lock();
    let mut good = true;
    for answered in answers.iter().cycle() {
        let Ok(answer) = answered.recv() else { break };
        if let Some(complaint) = answer.complaint {
            good = false;
            eprintln!("glosser: {complaint}");
        }
        if !answer.line.is_empty() {
            out.write_all(&answer.line)?;
            out.flush()?;
        }
    }
    Ok(good)
}

/// Reads one line, which is the `number`th of its input.
pub fn read_line(reader: &Reader, number: usize, bytes: Vec<u8>, unit: Unit, defaults: &Options) -> Answer {
    let line: Line =
        match serde_json::from_slice(&bytes).or_else(|error| mended(&bytes).unwrap_or(Err(error))) {
            Ok(line) => line,
            Err(error) => {
                let complaint = Some(format!("line {number} is skipped: {error}"));
                return Answer { complaint, ..Answer::default() };
            }
        };
    let (published, complaint) = match &line.published {
        serde_json::Value::Null => (defaults.published, None),
        serde_json::Value::String(day) if day.trim().is_empty() => (defaults.published, None),
        serde_json::Value::String(day) if parse_day(day).is_some() => (parse_day(day), None),
        other => {
            let what = format!("line {number} is read without a day: published is {other}, not YYYY-MM-DD");
            (defaults.published, Some(what))
        }
    };
    let title = line.title.or_else(|| defaults.title.clone());
    let article = reader.read(&line.text, &Options { published, title, ..defaults.clone() });
    let article = record::record(&article, &line.text, unit);
    match serde_json::to_vec(&Out { id: &line.id, text: None, article }) {
        Ok(mut line) => {
            line.push(b'\n');
            Answer { line, complaint }
        }
        Err(error) => Answer { complaint: Some(format!("line {number}: {error}")), ..Answer::default() },
    }
}

/// The line with lone surrogates (`\ud83d` without its partner, as JavaScript writes them) replaced, if there are any.
fn mended(bytes: &[u8]) -> Option<serde_json::Result<Line>> {
    let text = std::str::from_utf8(bytes).ok()?;
    let unit = |at: usize| {
        let hex = text.get(at..at + 6)?.strip_prefix("\\u")?;
        u16::from_str_radix(hex, 16).ok()
    };
    let (mut out, mut at, mut lone) = (String::with_capacity(text.len()), 0, false);
    while let Some(c) = text[at..].chars().next() {
        let mut length = c.len_utf8();
        if c == '\\' {
            length = match unit(at) {
                Some(0xD800..=0xDBFF) if matches!(unit(at + 6), Some(0xDC00..=0xDFFF)) => 12,
                Some(0xD800..=0xDFFF) => {
                    lone = true;
                    out.push_str("\\ufffd");
                    at += 6;
                    continue;
                }
                _ => 1 + text[at + 1..].chars().next().map_or(0, char::len_utf8),
            };
        }
        out.push_str(&text[at..at + length]);
        at += length;
    }
    lone.then(|| serde_json::from_str(&out))
}
