//! Marks in a page that stay out of its way: no node is added, `innerHTML` is byte for byte what it was.
//!
//! [`flow`] is the text as a reader meets it, [`walk`] takes it from the DOM, [`paint`] puts highlights over it,
//! [`annotation`] is what JavaScript holds.

mod flow;

#[cfg(target_arch = "wasm32")]
mod annotation;
#[cfg(target_arch = "wasm32")]
mod browser;
#[cfg(target_arch = "wasm32")]
mod paint;
#[cfg(target_arch = "wasm32")]
mod walk;

#[cfg(target_arch = "wasm32")]
pub use annotation::{Annotation, Target, TargetList};
