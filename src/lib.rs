//! Glosser reads a news article along with its reader.
//!
//! Text goes in; people, places, organisations, dates, quotations and key sentences come out, each with the
//! exact stretch of text it stands on. The core does no I/O, reads no clock and never fails on text: odd input
//! yields fewer findings, not an error. The publication date is an argument because nothing else may supply it.
//!
//! ```
//! use glosser::{Options, Reader, dates::Day};
//!
//! let reader = Reader::bundled();
//! let text = "Mayor Ina Berg spoke in Berlin on Tuesday. “It rains,” she said.";
//! let options = Options { published: Day::parse("2021-05-06"), ..Options::default() };
//! let article = reader.read(text, &options);
//!
//! let berg = &article.entities[0];
//! assert_eq!((berg.name.as_str(), berg.role.as_ref().unwrap().text.as_str()), ("Ina Berg", "Mayor"));
//! let place = article.entities[1].place.as_ref().unwrap();
//! assert_eq!(place.country, "DE");
//! assert_eq!(article.dates[0].value, "2021-05-04");
//! assert_eq!(article.quotes[0].speaker.as_ref().unwrap().entity, Some(0));
//! ```
//!
//! Spans in an [`Article`] are byte offsets into the text. What leaves the program, in whatever unit its readers count,
//! is an [`export::record`]: one serialisable shape, the JSON of the command and of the other packages.
//!
//! ```
//! # use glosser::{Options, Reader};
//! use glosser::export::{Format, Source, Unit, record};
//! # let text = "Mayor Ina Berg spoke in Berlin.";
//! # let article = &Reader::bundled().read(text, &Options::default());
//! let json = serde_json::to_string(&record::record(article, text, Unit::Chars)).unwrap();
//! assert!(json.contains(r#""name":"Ina Berg""#));
//!
//! let markdown = Format::Markdown.write(&Source { article, text, title: Some("Rain"), url: "" });
//! assert!(markdown.starts_with("# Rain"));
//! ```
//!
//! Several articles are put together by a [`library::Library`]; the article in a web page is found by [`html::page`].
//!
//! | module | what it does |
//! | --- | --- |
//! | [`text`] | tokens, sentences, headline and paragraphs |
//! | [`names`] | the tagger of people, places, organisations |
//! | [`dates`] | time expressions and what they mean |
//! | [`entities`] | names of one entity joined, roles, importance |
//! | [`places`] | the gazetteer, and places on the map |
//! | [`quotes`] | quotations and who said them |
//! | [`summary`] | key sentences, who, where, when |
//! | [`library`] | several articles as one story |
//! | [`export`] | records, and the forms of other programs |
//! | [`html`] | the article in a web page |

pub mod dates;
pub mod entities;
pub mod export;
pub mod html;
pub mod library;
pub mod names;
pub mod places;
pub mod quotes;
pub mod summary;
pub mod text;
// Compiled for tests too: how page text flows is plain Rust.
#[cfg(any(target_arch = "wasm32", test))]
pub mod wasm;

mod article;
mod coding;
mod error;
mod maps;
mod sort;

pub use article::{Article, Options, Published, PublishedFrom};
pub use error::Error;

/// The weights of the name tagger that ride in the library.
pub static NAMES_MODEL: &[u8] = include_bytes!("../models/names.bin");
/// The gazetteer that rides in the library.
pub static GAZETTEER: &[u8] = include_bytes!("../models/gazetteer.bin");

/// Reads articles. Made once from the model data, then used for any number of texts; holds no state between them.
pub struct Reader {
    names: names::Model,
    gazetteer: places::Gazetteer,
}

impl Reader {
    /// A reader with the data that rides in the library.
    pub fn bundled() -> Self {
        Self::new(NAMES_MODEL, GAZETTEER).expect("the committed models are checked by the tests")
    }

    /// A reader with model data of the caller's.
    ///
    /// # Errors
    /// [`Error`] if either is not a file of this version, or is damaged.
    pub fn new(names: &[u8], gazetteer: &[u8]) -> Result<Self, Error> {
        Ok(Self {
            names: names::Model::from_bytes(names)?,
            gazetteer: places::Gazetteer::from_bytes(gazetteer)?,
        })
    }

    /// The same reader with another gazetteer, such as the larger pack that `glosser gazetteer --large` builds.
    ///
    /// # Errors
    /// [`Error`] if it is not a gazetteer of this version, or is damaged.
    pub fn with_gazetteer(self, gazetteer: &[u8]) -> Result<Self, Error> {
        Ok(Self { gazetteer: places::Gazetteer::from_bytes(gazetteer)?, ..self })
    }

    /// Reads one article. Total: any string gives an [`Article`]; spans are byte offsets into `text`.
    pub fn read(&self, text: &str, options: &Options) -> Article {
        self.read_watched(text, options, &mut |_| ())
    }

    /// The same, telling `watch` before each stage which one begins: a long text takes seconds.
    pub fn read_watched(&self, text: &str, options: &Options, watch: &mut dyn FnMut(Stage)) -> Article {
        watch(Stage::Text);
        let mut document = text::parse(text, options.title.as_deref());
        document.language = options.language.unwrap_or(document.language);
        let published = article::publication(&document, options);
        watch(Stage::Dates);
        let dates = dates::find(&document, published.map(|p| p.day));
        watch(Stage::Names);
        let mut names = names::tag(&self.names, &document);
        watch(Stage::Entities);
        names.retain(|name| !entities::is_people(document.slice(name.span), name.kind));
        places::claim(&self.gazetteer, &document, &mut names);
        // Entities asks places for its table of demonyms; places then completes what entities made.
        let mut cast = entities::resolve(&document, &names);
        watch(Stage::Places);
        places::link(&self.gazetteer, &document, &mut cast);
        watch(Stage::Quotes);
        let quotes = quotes::find(&document, &cast);
        watch(Stage::Summary);
        let summary = summary::rank(&document, &cast, &dates, &quotes);
        Article::assemble(document, published, cast, dates, quotes, summary)
    }
}

/// The stages of reading, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    /// Tokens, sentences, blocks, the publication day.
    Text,
    /// Time expressions.
    Dates,
    /// Names.
    Names,
    /// Names of one entity joined.
    Entities,
    /// Places on the map.
    Places,
    /// Quotations and speakers.
    Quotes,
    /// Key sentences.
    Summary,
}

impl Stage {
    /// How many there are.
    pub const COUNT: usize = 7;

    /// Its name in lower case.
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Dates => "dates",
            Self::Names => "names",
            Self::Entities => "entities",
            Self::Places => "places",
            Self::Quotes => "quotes",
            Self::Summary => "summary",
        }
    }
}
