//! From an [`Article`](crate::Article) to forms that other programs read. Pure functions.

mod offsets;
pub mod record;

pub use offsets::{Offsets, Unit};
