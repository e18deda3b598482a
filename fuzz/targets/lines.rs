//! A JSON line of `glosser read --jsonl`, and the same bytes as a record that was kept.
#![no_main]

#[path = "../../tests/fuzz/checks.rs"]
mod checks;
#[allow(dead_code)]
#[path = "../../tools/src/jsonl.rs"]
mod jsonl;
#[allow(dead_code)]
#[path = "../../tools/src/places.rs"]
mod places;
#[allow(dead_code)]
#[path = "../../tools/src/read.rs"]
mod read;

use glosser::Options;
use glosser::export::Unit;
use libfuzzer_sys::fuzz_target;

/// What `read` prints when it is asked for help.
const HELP: &str = "";

fuzz_target!(|data: &[u8]| {
    let answer = jsonl::read_line(checks::reader(), 1, data.to_vec(), Unit::Chars, &Options::default());
    assert!(answer.line.is_empty() || serde_json::from_slice::<serde_json::Value>(&answer.line).is_ok());
    assert!(!answer.line.is_empty() || answer.complaint.is_some(), "neither an answer nor a complaint");
    checks::saved_record(
        data,
        "Mayor Ina Berg spoke in Berlin on Tuesday. “It rains,” she said. Zoë 😀 left.",
    );
});
