//! The only code that knows JavaScript: reading over the boundary.

mod api;
mod error;
mod shelf;

pub use self::{
    api::{Glosser, PageRecord, ReadOptions, page_text},
    shelf::{Library, SourceOptions, export_article, text_fragment},
};

/// Runs once per instance: a panic leaves its message in the console before it becomes a trap.
#[wasm_bindgen::prelude::wasm_bindgen(start)]
fn start() {
    console_error_panic_hook::set_once();
}
