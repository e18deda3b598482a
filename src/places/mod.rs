//! Where a place is: the gazetteer and how a name is linked to one of its rows.

mod demonyms;
mod fold;

pub use demonyms::country_of_demonym;
pub use fold::fold;
pub(crate) use fold::plain;

use crate::Error;
use crate::entities::Cast;
use crate::text::Document;

/// A point on the map.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    /// Degrees north.
    pub lat: f64,
    /// Degrees east.
    pub lon: f64,
    /// ISO 3166-1 alpha-2, or empty for what lies in no country (seas, continents).
    pub country: String,
    /// The gazetteer's name.
    pub name: String,
    /// GeoNames id, where there is one.
    pub id: Option<u32>,
    /// How sure the link is, 0 to 1.
    pub confidence: f32,
}

/// The gazetteer, ready to be asked.
pub struct Gazetteer {}

impl Gazetteer {
    /// Reads a gazetteer file.
    ///
    /// # Errors
    /// [`Error`] if the bytes are not a gazetteer of this version.
    pub fn from_bytes(_bytes: &[u8]) -> Result<Self, Error> {
        Ok(Self {})
    }
}

/// Gives each place entity its point, where the gazetteer and the article agree on one.
pub fn link(_gazetteer: &Gazetteer, _document: &Document<'_>, _cast: &mut Cast) {}
