use anyhow::{Result, bail};
use std::ffi::OsString;
use std::process::ExitCode;

/// Scores salience.
pub fn run(_args: Vec<OsString>) -> Result<ExitCode> {
    bail!("eval salience: not built yet")
}
