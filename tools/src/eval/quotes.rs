use anyhow::{Result, bail};
use std::ffi::OsString;
use std::process::ExitCode;

/// Scores quotes.
pub fn run(_args: Vec<OsString>) -> Result<ExitCode> {
    bail!("eval quotes: not built yet")
}
