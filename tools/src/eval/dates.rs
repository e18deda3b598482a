use anyhow::{Result, bail};
use std::ffi::OsString;
use std::process::ExitCode;

/// Scores dates.
pub fn run(_args: Vec<OsString>) -> Result<ExitCode> {
    bail!("eval dates: not built yet")
}
