//! The native command `glosser`.

mod eval;
mod gazetteer;
mod gold;
mod jsonl;
mod library;
mod passages;
mod places;
mod read;
mod train;

use anyhow::{Result, bail};
use std::panic;
use std::process::ExitCode;

const HELP: &str = "\
glosser: reads news articles

  glosser read FILE...           a digest of each article: texts, web pages (.html), folders of them,
                                 or '-' for standard input (text or a web page)
      --json                     one JSON object per article
      --format WHAT              markdown, text, csv, geojson, ics (calendar), jsonld (schema.org)
                                 or annotations (W3C Web Annotation)
      --url URL                  where the article stands, for those forms
      --jsonl                    JSON lines in, from a file or standard input, and JSON lines out:
                                 {\"id\", \"text\", \"title\"?, \"published\"?}
      --offsets chars|utf16|bytes
                                 what offsets count (default: chars, Unicode code points)
      --published YYYY-MM-DD     the publication day
      --title TITLE              the headline, where the text has none
      --places base|FILE         another gazetteer: the smaller one of the library and the page, or a file
      --color always|never|auto  marks in colour (default: in a terminal, unless NO_COLOR is set)
  glosser library FILE...        several articles as one story: who, when, what is new in which
      --json                     one JSON object
      --jsonl                    the articles come as JSON lines on standard input
      --places base|FILE         as above
  glosser train WHAT             rebuild what is in models/
  glosser eval WHAT FILE...      score against gold data
  glosser gazetteer [--large]    build the gazetteer
  glosser --version, --help
";

fn main() -> ExitCode {
    end_quietly_on_closed_pipe();
    match run() {
        Ok(code) => code,
        Err(error) => {
            eprintln!("glosser: {error:#}");
            ExitCode::from(2)
        }
    }
}

/// Whoever closes the pipe has seen enough: `glosser eval … | head` is no fault, though `println!` takes it for one.
fn end_quietly_on_closed_pipe() {
    let fault = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        let message = info.payload().downcast_ref::<String>().map_or("", String::as_str);
        if message.starts_with("failed printing to stdout") && message.contains("Broken pipe") {
            std::process::exit(0);
        }
        fault(info);
    }));
}

fn run() -> Result<ExitCode> {
    let mut args = std::env::args_os().skip(1);
    let verb = args.next().unwrap_or_default();
    let rest: Vec<_> = args.collect();
    match verb.to_str() {
        Some("read") => read::run(rest),
        Some("library") => library::run(rest),
        Some("train") => train::run(rest),
        Some("eval") => eval::run(rest),
        Some("gazetteer") => gazetteer::run(rest),
        Some("help" | "--help" | "-h") => {
            print!("{HELP}");
            Ok(ExitCode::SUCCESS)
        }
        Some("--version" | "-V") => {
            println!("{}", env!("CARGO_PKG_VERSION"));
            Ok(ExitCode::SUCCESS)
        }
        None | Some("") => bail!("say what to do\n\n{HELP}"),
        Some(other) => bail!("no such command: {other}\n\n{HELP}"),
    }
}
