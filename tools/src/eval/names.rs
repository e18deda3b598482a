use anyhow::{Result, bail};
use std::ffi::OsString;
use std::process::ExitCode;

/// Scores names.
pub fn run(_args: Vec<OsString>) -> Result<ExitCode> {
    bail!("eval names: not built yet")
}
