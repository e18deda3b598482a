use std::fmt;

/// What can be wrong with data or options handed to Glosser. Text is never wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Error {
    /// Model or gazetteer bytes are not what this version reads.
    Data {
        /// Which file: `names` or `gazetteer`.
        what: &'static str,
        /// What is wrong with it.
        why: &'static str,
    },
    /// An option has a value that means nothing.
    Option {
        /// The option's name.
        name: &'static str,
        /// What would be accepted.
        hint: &'static str,
    },
}

impl Error {
    pub(crate) fn data(what: &'static str, why: &'static str) -> Self {
        Self::Data { what, why }
    }

    /// A stable short code for programs: `bad-data` or `bad-option`.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Data { .. } => "bad-data",
            Self::Option { .. } => "bad-option",
        }
    }

    /// What to do about it, in one sentence.
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Data { .. } => "Use the data files of the same version as the library.",
            Self::Option { hint, .. } => hint,
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Data { what, why } => write!(f, "{what} data: {why}"),
            Self::Option { name, .. } => write!(f, "the option {name} has a value that means nothing"),
        }
    }
}

impl std::error::Error for Error {}
