//! Which gazetteer the command reads with: the large pack, which rides in it, unless another is asked for.

use anyhow::{Context, Result};
use flate2::read::GzDecoder;
use glosser::{GAZETTEER, NAMES_MODEL, Reader};
use std::borrow::Cow;
use std::ffi::OsStr;
use std::io::Read;

/// Every town of the sources, packed; `glosser gazetteer --large` builds it.
const LARGE: &[u8] = include_bytes!("../../models/places.bin.gz");

/// The bytes of a gazetteer: `base` is the one that rides in the library, anything else a file, packed if it ends in `.gz`.
pub fn pack(choice: Option<&OsStr>) -> Result<Cow<'static, [u8]>> {
    let Some(choice) = choice else { return unpacked(LARGE) };
    if choice == "base" {
        return Ok(GAZETTEER.into());
    }
    let bytes = std::fs::read(choice).with_context(|| format!("cannot read {}", choice.to_string_lossy()))?;
    if choice.to_string_lossy().ends_with(".gz") { unpacked(&bytes) } else { Ok(bytes.into()) }
}

/// A reader with that gazetteer.
pub fn reader(choice: Option<&OsStr>) -> Result<Reader> {
    Ok(Reader::new(NAMES_MODEL, &pack(choice)?)?)
}

fn unpacked(packed: &[u8]) -> Result<Cow<'static, [u8]>> {
    let mut bytes = Vec::new();
    GzDecoder::new(packed).read_to_end(&mut bytes).context("the gazetteer does not unpack")?;
    Ok(bytes.into())
}
