//! All forms under one name each, for callers that choose at run time.

use super::source::Source;
use super::{csv, geojson, icalendar, markdown, schema_org, text, web_annotation};

/// A form that an article can be written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// A digest in Markdown.
    Markdown,
    /// The same digest in plain text, for the clipboard.
    Text,
    /// A table of all findings.
    Csv,
    /// Its places.
    GeoJson,
    /// Its dated sentences as a calendar.
    ICalendar,
    /// schema.org JSON-LD.
    SchemaOrg,
    /// W3C Web Annotation JSON-LD.
    WebAnnotation,
}

impl Format {
    /// All forms, with their names, which are those of the files' endings where there is one.
    pub const ALL: [(Self, &str); 7] = [
        (Self::Markdown, "markdown"),
        (Self::Text, "text"),
        (Self::Csv, "csv"),
        (Self::GeoJson, "geojson"),
        (Self::ICalendar, "ics"),
        (Self::SchemaOrg, "jsonld"),
        (Self::WebAnnotation, "annotations"),
    ];

    /// The form of a name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|f| f.1 == name).map(|f| f.0)
    }

    /// Writes an article.
    pub fn write(self, source: &Source<'_>) -> String {
        match self {
            Self::Markdown => markdown(source),
            Self::Text => text(source),
            Self::Csv => csv(source),
            Self::GeoJson => geojson(source),
            Self::ICalendar => icalendar(source),
            Self::SchemaOrg => schema_org(source),
            Self::WebAnnotation => web_annotation(source),
        }
    }
}
