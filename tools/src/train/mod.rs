//! `glosser train WHAT`: rebuilds what is in `models/`, from the data named in `models/manifest`.

mod names;
mod summary;

use anyhow::{Result, bail};
use std::ffi::OsString;
use std::process::ExitCode;

/// Dispatches to the trainer of one stage.
pub fn run(mut args: Vec<OsString>) -> Result<ExitCode> {
    let what = if args.is_empty() { OsString::new() } else { args.remove(0) };
    match what.to_str() {
        Some("names") => names::run(args),
        Some("lists") => names::sources::run(args),
        Some("summary") => summary::run(args),
        _ => bail!("train takes names, lists or summary"),
    }
}
