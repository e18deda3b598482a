//! One call per article: a string in, a plain object out.

use super::error::{bad_option, throw};
use super::value::{self, object};
use crate::dates::Day;
use crate::export::{Source, Style, Unit, record, record::ArticleRecord, terminal};
use crate::text::Language;
use crate::{NAMES_MODEL, Options, Reader, html};
use js_sys::Function;
use serde::{Deserialize, Serialize};
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
    /// The language, as a tag like `en-GB`, if it is known; else the text is looked at.
    #[tsify(optional, type = "string | undefined")]
    pub lang: Option<String>,
    /// What offsets in the record count: UTF-16 units as in JavaScript's strings (the default), code points as in
    /// Python's, or bytes of UTF-8.
    #[tsify(optional, type = "'utf16' | 'chars' | 'bytes' | undefined")]
    pub offsets: Option<String>,
}

/// The article in a web page.
#[derive(Serialize, Tsify)]
pub struct PageRecord {
    /// Its prose, with an empty line between paragraphs.
    pub text: String,
    /// Its headline.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[tsify(optional, type = "string | undefined")]
    pub title: Option<String>,
    /// Its day of publication, `YYYY-MM-DD`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[tsify(optional, type = "string | undefined")]
    pub published: Option<String>,
}

/// Reads articles. Keeps nothing between calls.
#[wasm_bindgen]
pub struct Glosser {
    reader: Reader,
}

#[wasm_bindgen]
impl Glosser {
    /// A reader with the data that rides in the module, or with `places` for its gazetteer: the bytes of a larger pack.
    ///
    /// Throws an `Error` with `code` `bad-data` if those are no gazetteer of this version.
    #[wasm_bindgen(constructor)]
    pub fn new(places: Option<Vec<u8>>) -> Result<Self, JsValue> {
        let reader = match places {
            Some(bytes) => Reader::new(NAMES_MODEL, &bytes).map_err(|error| throw(&error))?,
            None => Reader::bundled(),
        };
        Ok(Self { reader })
    }

    /// Reads one article. A lone surrogate counts as one unit, as in JavaScript, and is read as U+FFFD. `watch` is called
    /// with the name of each stage before it begins.
    ///
    /// Throws an `Error` with `code` `bad-option` for an option that means nothing; text is never wrong.
    pub fn read(
        &self,
        text: &str,
        options: Option<Ts<ReadOptions>>,
        #[wasm_bindgen(unchecked_param_type = "((stage: string) => void) | undefined")] watch: Option<
            Function,
        >,
    ) -> Result<Ts<ArticleRecord>, JsValue> {
        let (options, unit) = settle(options)?;
        let article = self.reader.read_watched(text, &options, &mut |stage| {
            if let Some(watch) = &watch {
                // Whoever watches does not stop the reading.
                let _ = watch.call1(&JsValue::NULL, &stage.name().into());
            }
        });
        object(&record::record(&article, text, unit))
    }

    /// An article as a page for the terminal, `width` columns wide.
    pub fn terminal(
        &self,
        text: &str,
        options: Option<Ts<ReadOptions>>,
        color: bool,
        width: usize,
    ) -> Result<String, JsValue> {
        let (options, _) = settle(options)?;
        let article = &self.reader.read(text, &options);
        let source = Source { article, text, title: options.title.as_deref(), url: "" };
        Ok(terminal(&source, Style { color, width }))
    }
}

/// The article in a web page: scripts, menus, forms and hidden parts are left out.
#[wasm_bindgen(js_name = pageText)]
pub fn page_text(html: &str) -> Result<Ts<PageRecord>, JsValue> {
    let html::Page { text, title, published } = html::page(html);
    object(&PageRecord { text, title, published: published.map(|d| d.to_string()) })
}

/// The options as the core takes them, and what offsets count.
fn settle(options: Option<Ts<ReadOptions>>) -> Result<(Options, Unit), JsValue> {
    let given = match options {
        Some(given) => value::rust(given.into()).map_err(|_| {
            bad_option("options", "Give { published: \"YYYY-MM-DD\", title, lang, offsets } with strings.")
        })?,
        None => ReadOptions::default(),
    };
    let unit = match given.offsets.as_deref() {
        None | Some("utf16") => Unit::Utf16,
        Some("chars") => Unit::Chars,
        Some("bytes") => Unit::Bytes,
        Some(_) => return Err(bad_option("offsets", "Choose utf16, chars or bytes.")),
    };
    let published = given.published.as_deref().map(day).transpose()?;
    let language = given.lang.as_deref().map(|tag| match tag.split(['-', '_']).next() {
        Some(primary) if primary.eq_ignore_ascii_case("en") => Language::English,
        _ => Language::Other,
    });
    Ok((Options { published, title: given.title, language }, unit))
}

/// The day at the head of an ISO date or timestamp.
fn day(iso: &str) -> Result<Day, JsValue> {
    let (head, rest) = iso.split_at_checked(10).unwrap_or((iso, ""));
    let ends = rest.is_empty() || rest.starts_with(['T', ' ']);
    Day::parse(head)
        .filter(|_| ends)
        .ok_or_else(|| bad_option("published", "Give the day of publication as YYYY-MM-DD, or leave it out."))
}
