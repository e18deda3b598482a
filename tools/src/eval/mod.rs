//! `glosser eval WHAT FILE...`: scores the reader against gold data, by the measures of the field.

mod coref;
mod dates;
mod edges;
mod geo;
mod gold;
pub mod names;
mod phrases;
mod quotes;
pub mod rouge;
mod salience;
pub mod summary;
mod text;

use anyhow::{Result, bail};
use std::ffi::OsString;
use std::process::ExitCode;

/// Dispatches to the judge of one stage.
pub fn run(mut args: Vec<OsString>) -> Result<ExitCode> {
    let what = if args.is_empty() { OsString::new() } else { args.remove(0) };
    match what.to_str() {
        Some("names") => names::run(args),
        Some("dates") => dates::run(args),
        Some("phrases") => phrases::run(args),
        Some("coref") => coref::run(args),
        Some("geo") => geo::run(args),
        Some("quotes") => quotes::run(args),
        Some("salience") => salience::run(args),
        Some("summary") => summary::run(args),
        Some("text") => text::run(args),
        _ => bail!(
            "eval takes names, dates, phrases, coref, geo, quotes, salience, summary or text, then gold files"
        ),
    }
}
