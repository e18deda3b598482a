//! `glosser gazetteer`: builds `models/gazetteer.bin` from openly licensed packages.

mod build;
mod pack;
mod sources;

use anyhow::{Context, Result};
use glosser::places::Gazetteer;
use lexopt::prelude::*;
use std::ffi::OsString;
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

/// Builds the gazetteer: `--sources DIR` (packages unpacked there by `tools/sources.sh`), `--extra FILE`, `--out FILE`.
/// `--large` takes every town there is, for a pack that is loaded on demand. `--find NAME` lists what the large pack knows under a name.
pub fn run(args: Vec<OsString>) -> Result<ExitCode> {
    let mut dir = PathBuf::from("target/sources");
    let mut extra = PathBuf::from("tools/src/gazetteer/extra.tsv");
    let mut out = PathBuf::from("models/gazetteer.bin");
    let mut scope = build::Scope::Base;
    let mut parser = lexopt::Parser::from_args(args);
    while let Some(arg) = parser.next()? {
        match arg {
            Long("sources") => dir = parser.value()?.into(),
            Long("extra") => extra = parser.value()?.into(),
            Long("find") => return find(&parser.value()?.to_string_lossy()),
            Long("large") => (scope, out) = (build::Scope::Large, "models/places.bin.gz".into()),
            Long("out") => out = parser.value()?.into(),
            _ => return Err(arg.unexpected().into()),
        }
    }
    let extra =
        std::fs::read_to_string(&extra).with_context(|| format!("cannot read {}", extra.display()))?;
    let pack = build::build(&sources::Sources::read(&dir)?, &extra, scope)?;
    let bytes = pack.parts(scope.bits())?.to_bytes();
    Gazetteer::from_bytes(&bytes).context("what was built does not read")?;
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    packed.write_all(&bytes)?;
    let packed = packed.finish()?;
    let written = if out.extension().is_some_and(|e| e == "gz") { &packed } else { &bytes };
    std::fs::write(&out, written).with_context(|| format!("cannot write {}", out.display()))?;
    let (main, keys) = pack.keys();
    println!(
        "{} places ({} countries, {} regions, {} features), {keys} keys ({main} main names), {} bytes, {} gzipped",
        pack.places.len(),
        pack.countries,
        pack.regions,
        pack.features,
        bytes.len(),
        packed.len()
    );
    Ok(ExitCode::SUCCESS)
}

fn find(name: &str) -> Result<ExitCode> {
    let gazetteer = Gazetteer::from_bytes(&crate::places::pack(None)?)?;
    for (row, rank) in gazetteer.find(name) {
        let ((lat, lon), class) = (gazetteer.point(row), gazetteer.class(row).as_str());
        let within = gazetteer.region(row).and_then(|r| gazetteer.name(r)).unwrap_or_default();
        let (code, size) = (gazetteer.code(row), gazetteer.weight(row).exp2());
        println!("{class:<9} {code:<2} {within:<24} {lat:>7.2} {lon:>8.2} {size:>12.0}  {rank:?}");
    }
    Ok(ExitCode::SUCCESS)
}
