//! What is done with articles that have been read: written in the forms of other programs, put together in a library.
//!
//! Records go in as they came out of `read`, or as a reader corrected or kept them; nothing is read again.

use super::error::bad_option;
use super::value::{self, object};
use crate::export::{self, Format, SavedArticle, Source, Unit};
use crate::library::{self, record::LibraryRecord};
use crate::text::Span;
use serde::Deserialize;
use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

/// What is known of an article besides its text and its record.
#[derive(Default, Deserialize, Tsify)]
#[serde(default)]
pub struct SourceOptions {
    /// The headline, where it is kept apart from the text.
    #[tsify(optional, type = "string | undefined")]
    pub title: Option<String>,
    /// Where the article stands.
    #[tsify(optional, type = "string | undefined")]
    pub url: Option<String>,
}

/// Writes an article in one of the forms of [`Format`]. `article` is the record that was made of `text`, with offsets
/// in UTF-16 units; what in it does not fit the text is left out.
///
/// Throws an `Error` with `code` `bad-option` for a form there is none of, or a record that is none.
#[wasm_bindgen(js_name = exportArticle)]
pub fn export_article(
    #[wasm_bindgen(unchecked_param_type = "ArticleRecord")] article: JsValue,
    text: &str,
    #[wasm_bindgen(
        unchecked_param_type = "'markdown' | 'text' | 'csv' | 'geojson' | 'ics' | 'jsonld' | 'annotations'"
    )]
    format: &str,
    options: Option<Ts<SourceOptions>>,
) -> Result<String, JsValue> {
    let format = Format::named(format).ok_or_else(|| {
        bad_option("format", "Choose markdown, text, csv, geojson, ics, jsonld or annotations.")
    })?;
    with(article, text, options, |source| format.write(source))
}

/// A link that scrolls to `start..end` of `text` (UTF-16 units) on the page at `url` and marks the words there.
#[wasm_bindgen(js_name = textFragment)]
pub fn text_fragment(text: &str, start: u32, end: u32, url: &str) -> String {
    let offsets = export::Offsets::new(text, Unit::Utf16);
    let span = Span { start: offsets.byte(start), end: offsets.byte(end.max(start)) };
    let article = SavedArticle::default().article(text, Unit::Utf16);
    export::text_fragment(&Source { article: &article, text, title: None, url }, span)
}

/// Several articles as one story. Adding one takes time in proportion to that article.
#[wasm_bindgen]
#[derive(Default)]
pub struct Library {
    library: library::Library,
}

#[wasm_bindgen]
impl Library {
    /// A library without articles.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds an article under an id, in place of the one that has this id already. `article` is the record that was made
    /// of `text`. Throws an `Error` with `code` `bad-option` if it is none.
    pub fn add(
        &mut self,
        id: &str,
        #[wasm_bindgen(unchecked_param_type = "ArticleRecord")] article: JsValue,
        text: &str,
        options: Option<Ts<SourceOptions>>,
    ) -> Result<(), JsValue> {
        with(article, text, options, |source| {
            self.library.add(id, source);
        })
    }

    /// Takes an article out; false if there is none of this id.
    pub fn remove(&mut self, id: &str) -> bool {
        self.library.remove(id)
    }

    /// How many articles there are.
    #[wasm_bindgen(getter)]
    pub fn size(&self) -> usize {
        self.library.len()
    }

    /// Everything that is known of the articles together.
    pub fn record(&self) -> Result<Ts<LibraryRecord>, JsValue> {
        object(&self.library.record())
    }
}

/// What `task` makes of an article that comes back as a record.
fn with<T>(
    article: JsValue,
    text: &str,
    options: Option<Ts<SourceOptions>>,
    task: impl FnOnce(&Source<'_>) -> T,
) -> Result<T, JsValue> {
    let saved: SavedArticle = value::rust(article)
        .map_err(|_| bad_option("article", "Give the record that `read` made of this text."))?;
    let options: SourceOptions = options
        .map(|given| {
            value::rust(given.into()).map_err(|_| bad_option("options", "Give { title, url } as strings."))
        })
        .transpose()?
        .unwrap_or_default();
    let article = &saved.article(text, Unit::Utf16);
    let url = options.url.as_deref().unwrap_or("");
    Ok(task(&Source { article, text, title: options.title.as_deref(), url }))
}
