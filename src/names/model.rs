use crate::Error;

/// The tagger's weights, ready to run.
pub struct Model {}

impl Model {
    /// Reads a model file.
    ///
    /// # Errors
    /// [`Error`] if the bytes are not a model of this version.
    pub fn from_bytes(_bytes: &[u8]) -> Result<Self, Error> {
        Ok(Self {})
    }
}
