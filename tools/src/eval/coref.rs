use anyhow::{Result, bail};
use std::ffi::OsString;
use std::process::ExitCode;

/// Scores coref.
pub fn run(_args: Vec<OsString>) -> Result<ExitCode> {
    bail!("eval coref: not built yet")
}
