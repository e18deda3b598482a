//! What must hold of any input: the checks that mutation here and libFuzzer in `fuzz/` share.

#[path = "../sound/mod.rs"]
mod sound;

use glosser::export::{Format, SavedArticle, Source, Unit, text_fragment};
use glosser::library::Library;
use glosser::{GAZETTEER, NAMES_MODEL, Options, Reader, html};
use std::sync::OnceLock;

/// What a model or gazetteer of the caller's is tried on.
const TEXT: &str = include_str!("../../corpus/aleppo-call.txt");

pub fn reader() -> &'static Reader {
    static READER: OnceLock<Reader> = OnceLock::new();
    READER.get_or_init(Reader::bundled)
}

/// Reads a text every way there is.
pub fn read_everywhere(reader: &Reader, text: &str, options: &Options) {
    let article = reader.read(text, options);
    sound::check(&article, text);
    let source =
        Source { article: &article, text, title: options.title.as_deref(), url: "https://example.org/a#b" };
    for (format, name) in Format::ALL {
        let out = format.write(&source);
        assert!(
            !matches!(name, "geojson" | "jsonld" | "annotations")
                || serde_json::from_str::<serde_json::Value>(&out).is_ok()
        );
    }
    for quote in &article.quotes {
        text_fragment(&source, quote.span);
    }
    let mut library = Library::new();
    library.add("one", &source);
    library.add("two", &source);
    assert_eq!(
        library.figures().len(),
        library.of_kind(glosser::entities::Kind::Person).len()
            + library.of_kind(glosser::entities::Kind::Place).len()
            + library.of_kind(glosser::entities::Kind::Organization).len()
    );
    library.echoes(1);
    assert!(library.remove("one") && library.len() == 1);
}

/// A model of the caller's: an error, or a reader that works.
pub fn model(bytes: &[u8]) {
    if let Ok(reader) = Reader::new(bytes, GAZETTEER) {
        sound::check(&reader.read(TEXT, &Options::default()), TEXT);
    }
}

/// Makes the checksum fit, so that what lies behind it is reached.
pub fn seal_model(bytes: &mut [u8]) {
    if bytes.len() > 16 {
        let sum = glosser::names::hash::bytes(&bytes[16..]).to_le_bytes();
        bytes[8..16].copy_from_slice(&sum);
    }
}

/// A gazetteer of the caller's: an error, or a reader that works.
pub fn gazetteer(bytes: &[u8]) {
    if let Ok(reader) = Reader::new(NAMES_MODEL, bytes) {
        sound::check(&reader.read(TEXT, &Options::default()), TEXT);
    }
}

/// Makes the checksum fit, so that what lies behind it is reached.
pub fn seal_gazetteer(bytes: &mut [u8]) {
    if bytes.len() > 12 {
        let sum = glosser::places::checksum(&bytes[12..]).to_le_bytes();
        bytes[8..12].copy_from_slice(&sum);
    }
}

/// A record that was kept, changed on the way: an error, or what can be exported.
pub fn saved_record(json: &[u8], text: &str) {
    for unit in [Unit::Bytes, Unit::Chars, Unit::Utf16] {
        let Ok(saved) = serde_json::from_slice::<SavedArticle>(json) else { return };
        let article = &saved.article(text, unit);
        for (format, _) in Format::ALL {
            format.write(&Source { article, text, title: None, url: "" });
        }
    }
}

/// A web page: what is found in it can be read, and is plain text.
pub fn web_page(markup: &str) {
    let page = html::page(markup);
    let options = Options { title: page.title, published: page.published, ..Options::default() };
    sound::check(&reader().read(&page.text, &options), &page.text);
}
