//! What a page says about itself.

use super::references::decode;
use super::tags::Tag;
use crate::dates::Day;

/// Keys under which pages give the day of publication, surest first.
const PUBLISHED: &[&str] = &[
    "article:published_time",
    "datepublished",
    "date",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.created",
    "parsely-pub-date",
    "sailthru.date",
    "publishdate",
    "publish-date",
    "pubdate",
];

/// Gathered from `meta`, `title`, `time` and the page's JSON-LD.
#[derive(Default)]
pub(super) struct About {
    headline: Option<String>,
    title: Option<String>,
    /// The day, and how far down in [`PUBLISHED`] its key stands.
    meta: Option<(usize, Day)>,
    linked: Option<Day>,
    time: Option<Day>,
}

impl About {
    pub fn open(&mut self, tag: &Tag<'_>) {
        match tag.name.as_str() {
            "meta" => self.meta(tag),
            "time" if self.time.is_none() => self.time = tag.get("datetime").and_then(day),
            _ => {}
        }
    }

    pub fn raw(&mut self, tag: &Tag<'_>, content: &str) {
        match tag.name.as_str() {
            "title" if self.title.is_none() => self.title = words(content),
            "script" if tag.get("type").is_some_and(|t| t.eq_ignore_ascii_case("application/ld+json")) => {
                self.linked = self.linked.or_else(|| {
                    let (_, after) = content.split_once("\"datePublished\"")?;
                    day(after.trim_start().strip_prefix(':')?.trim_start().strip_prefix('"')?)
                });
            }
            _ => {}
        }
    }

    fn meta(&mut self, tag: &Tag<'_>) {
        let key = tag.get("property").or_else(|| tag.get("name")).or_else(|| tag.get("itemprop"));
        let (Some(key), Some(content)) = (key, tag.get("content")) else { return };
        if key.eq_ignore_ascii_case("og:title") && self.headline.is_none() {
            self.headline = words(content);
        }
        let rank = PUBLISHED.iter().position(|k| k.eq_ignore_ascii_case(key));
        if let (Some(rank), Some(day)) = (rank, day(content))
            && self.meta.is_none_or(|(best, _)| rank < best)
        {
            self.meta = Some((rank, day));
        }
    }

    /// The headline; `h1` is the first one of the page.
    pub fn title(&mut self, h1: Option<String>) -> Option<String> {
        self.headline.take().or(h1.filter(|h| !h.is_empty())).or(self.title.take())
    }

    pub fn published(&self) -> Option<Day> {
        self.meta.map(|m| m.1).or(self.linked).or(self.time)
    }
}

/// The day at the head of an ISO timestamp.
fn day(value: &str) -> Option<Day> {
    Day::parse(value.trim().get(..10)?)
}

/// Words with single blanks; none if there are none.
fn words(content: &str) -> Option<String> {
    let words: Vec<_> = decode(content).split_whitespace().map(str::to_string).collect();
    (!words.is_empty()).then(|| words.join(" "))
}
