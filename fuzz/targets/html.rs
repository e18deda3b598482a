//! Any markup as a web page.
#![no_main]

#[path = "../../tests/fuzz/checks.rs"]
mod checks;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| checks::web_page(&String::from_utf8_lossy(data)));
