//! From an [`Article`](crate::Article) to forms that other programs read. Pure functions.

mod csv;
mod fragment;
mod geojson;
mod icalendar;
mod json;
mod markdown;
mod offsets;
pub mod record;
mod schema_org;
mod source;
mod webannotation;

pub use csv::csv;
pub use fragment::text_fragment;
pub use geojson::geojson;
pub use icalendar::icalendar;
pub use markdown::markdown;
pub use offsets::{Offsets, Unit};
pub use schema_org::schema_org;
pub use source::Source;
pub use webannotation::web_annotation;
