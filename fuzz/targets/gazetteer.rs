//! The committed gazetteer with any changes to it.
#![no_main]

#[path = "changes.rs"]
mod changes;
#[path = "../../tests/fuzz/checks.rs"]
mod checks;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|changes: changes::Changes| {
    checks::gazetteer(&changes.apply(glosser::GAZETTEER, checks::seal_gazetteer));
});
