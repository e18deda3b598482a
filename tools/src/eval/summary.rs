use anyhow::{Result, bail};
use std::ffi::OsString;
use std::process::ExitCode;

/// Scores summary.
pub fn run(_args: Vec<OsString>) -> Result<ExitCode> {
    bail!("eval summary: not built yet")
}
