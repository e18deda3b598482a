//! The only code that knows JavaScript: reading over the boundary, and marking what was read in a page.

#[cfg(target_arch = "wasm32")]
mod api;
#[cfg(target_arch = "wasm32")]
mod error;
#[cfg(target_arch = "wasm32")]
mod shelf;
#[cfg(target_arch = "wasm32")]
mod value;

mod dom;

#[cfg(target_arch = "wasm32")]
pub use self::{
    api::{Glosser, PageRecord, ReadOptions, page_text},
    dom::{Annotation, Target, TargetList},
    shelf::{Library, SourceOptions, export_article, text_fragment},
};

/// Runs once per instance: a panic leaves its message in the console before it becomes a trap.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen::prelude::wasm_bindgen(start)]
fn start() {
    console_error_panic_hook::set_once();
}
