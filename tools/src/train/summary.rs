use anyhow::{Result, bail};
use std::ffi::OsString;
use std::process::ExitCode;

/// Trains summary.
pub fn run(_args: Vec<OsString>) -> Result<ExitCode> {
    bail!("train summary: not built yet")
}
