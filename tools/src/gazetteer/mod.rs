//! `glosser gazetteer`: builds `models/gazetteer.bin` from openly licensed packages.

use anyhow::{Result, bail};
use std::ffi::OsString;
use std::process::ExitCode;

/// Builds the gazetteer.
pub fn run(_args: Vec<OsString>) -> Result<ExitCode> {
    bail!("gazetteer: not built yet")
}
