use anyhow::{Result, bail};
use std::ffi::OsString;
use std::process::ExitCode;

/// Trains names.
pub fn run(_args: Vec<OsString>) -> Result<ExitCode> {
    bail!("train names: not built yet")
}
