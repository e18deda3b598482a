//! From an [`Article`](crate::Article) to forms that other programs read. Pure functions.

mod csv;
mod decimal;
mod digest;
mod format;
mod fragment;
mod geojson;
mod icalendar;
mod json;
mod offsets;
pub mod record;
mod saved;
mod schema_org;
mod source;
mod terminal;
mod webannotation;

pub use csv::csv;
pub use digest::{markdown, text};
pub use format::Format;
pub use fragment::text_fragment;
pub use geojson::geojson;
pub use icalendar::icalendar;
pub use offsets::{Offsets, Unit};
pub use saved::SavedArticle;
pub use schema_org::schema_org;
pub use source::Source;
pub use terminal::{Style, terminal};
pub use webannotation::web_annotation;
