use anyhow::{Result, bail};
use std::ffi::OsString;
use std::process::ExitCode;

/// Scores geo.
pub fn run(_args: Vec<OsString>) -> Result<ExitCode> {
    bail!("eval geo: not built yet")
}
