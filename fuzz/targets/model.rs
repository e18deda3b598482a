//! The committed model with any changes to it.
#![no_main]

#[path = "changes.rs"]
mod changes;
#[path = "../../tests/fuzz/checks.rs"]
mod checks;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|changes: changes::Changes| {
    checks::model(&changes.apply(glosser::NAMES_MODEL, checks::seal_model));
});
