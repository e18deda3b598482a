//! Any text, read every way there is.
#![no_main]

#[path = "../../tests/fuzz/checks.rs"]
mod checks;

use glosser::Options;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    checks::read_everywhere(checks::reader(), &String::from_utf8_lossy(data), &Options::default());
});
