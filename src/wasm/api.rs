//! One call per article: a string in, a plain object out.

use super::error::{bad_option, lost};
use crate::dates::Day;
use crate::export::{Unit, record, record::ArticleRecord};
use crate::{Options, Reader};
use serde::Deserialize;
use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

/// What is known about an article before it is read.
#[derive(Default, Deserialize, Tsify)]
#[serde(default)]
pub struct ReadOptions {
    /// Day of publication, `YYYY-MM-DD`; a time after it is ignored.
    #[tsify(optional, type = "string | undefined")]
    pub published: Option<String>,
    /// The headline, where it is kept apart from the text.
    #[tsify(optional, type = "string | undefined")]
    pub title: Option<String>,
}

/// Reads articles. Keeps nothing between calls.
#[wasm_bindgen]
pub struct Glosser {
    reader: Reader,
}

#[wasm_bindgen]
impl Glosser {
    /// A reader with the data that rides in the module.
    #[wasm_bindgen(constructor)]
    #[allow(clippy::new_without_default)]
    pub fn new() -> Self {
        Self { reader: Reader::bundled() }
    }

    /// Reads one article. Offsets in the record count UTF-16 units of `text`; a lone surrogate counts as one unit,
    /// as in JavaScript, and is read as U+FFFD.
    ///
    /// Throws an `Error` with `code` `bad-option` for an option that means nothing; text is never wrong.
    pub fn read(&self, text: &str, options: Option<Ts<ReadOptions>>) -> Result<Ts<ArticleRecord>, JsValue> {
        let options = match options {
            Some(given) => given.to_rust().map_err(|_| {
                bad_option("options", "Give { published: \"YYYY-MM-DD\", title: \"…\" } with strings.")
            })?,
            None => ReadOptions::default(),
        };
        let published = options.published.as_deref().map(day).transpose()?;
        let article = self.reader.read(text, &Options { published, title: options.title });
        record::record(&article, text, Unit::Utf16).into_ts().map_err(lost)
    }
}

/// The day at the head of an ISO date or timestamp.
fn day(iso: &str) -> Result<Day, JsValue> {
    let (head, rest) = iso.split_at_checked(10).unwrap_or((iso, ""));
    let ends = rest.is_empty() || rest.starts_with(['T', ' ']);
    Day::parse(head)
        .filter(|_| ends)
        .ok_or_else(|| bad_option("published", "Give the day of publication as YYYY-MM-DD, or leave it out."))
}
