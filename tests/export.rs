//! Exports are read back by parsers that are not ours.

use glosser::export::{
    Format, SavedArticle, Source, Unit, csv, geojson, icalendar, markdown, record, schema_org, text,
    text_fragment, web_annotation,
};
use glosser::text::Span;
use glosser::{Article, Options, Reader, dates::Day};
use serde_json::Value;

const TEXT: &str = "Norway to \"mend\" old bridge\n\nOSLO, Norway – Norwegian Prime Minister Erna Solberg said on \
Friday that the “old” bridge near Bergen, built in 1931, would be rebuilt 😀; nobody objected.\n\n“It will take <two> \
years, *at most*,” she said. The Norwegian Red Cross will pay for it, Solberg said.";

fn with<T>(test: impl Fn(&Source<'_>) -> T) -> T {
    let options = Options { published: Day::parse("2019-08-23"), ..Options::default() };
    let article = Reader::bundled().read(TEXT, &options);
    test(&Source { article: &article, text: TEXT, title: None, url: "https://example.org/a?b=1" })
}

#[test]
fn annotations_quote_the_words_at_their_place() {
    let page: Value = serde_json::from_str(&with(web_annotation)).expect("JSON");
    assert_eq!(page["type"], "AnnotationPage");
    let items = page["items"].as_array().expect("items");
    assert!(items.len() > 4);
    let text: Vec<char> = TEXT.chars().collect();
    let mut ids: Vec<&str> = Vec::new();
    for item in items {
        ids.push(item["id"].as_str().expect("id"));
        let [quote, position] = item["target"]["selector"].as_array().expect("selectors").as_slice() else {
            panic!("two selectors")
        };
        let at = |name: &str| position[name].as_u64().expect("offset") as usize;
        let exact: String = text[at("start")..at("end")].iter().collect();
        assert_eq!(quote["exact"], exact.as_str());
        let around = format!(
            "{}{exact}{}",
            quote["prefix"].as_str().expect("prefix"),
            quote["suffix"].as_str().expect("suffix")
        );
        assert!(TEXT.contains(&around));
    }
    let all = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), all, "ids are unique");
}

#[test]
fn linked_data_is_a_news_article() {
    let article: Value = serde_json::from_str(&with(schema_org)).expect("JSON");
    assert_eq!(article["@type"], "NewsArticle");
    assert_eq!(article["datePublished"], "2019-08-23");
    assert!(article["headline"].as_str().expect("headline").starts_with("Norway to"));
    let quotes = article["hasPart"].as_array().expect("quotations");
    assert!(quotes.iter().any(|q| q["text"].as_str().is_some_and(|t| t.contains("<two>"))));
}

#[test]
fn places_have_their_longitude_first() {
    let places: Value = serde_json::from_str(&with(geojson)).expect("JSON");
    let features = places["features"].as_array().expect("features");
    for place in features {
        let point = place["geometry"]["coordinates"].as_array().expect("coordinates");
        let (lon, lat) = (point[0].as_f64().expect("longitude"), point[1].as_f64().expect("latitude"));
        assert!((0.0..40.0).contains(&lon) && (55.0..75.0).contains(&lat), "Norway is in the north: {place}");
    }
}

#[test]
fn every_row_of_the_table_has_every_cell() {
    let table = with(csv);
    for row in table.lines() {
        let mut quoted = false;
        let commas = row
            .chars()
            .filter(|&c| {
                quoted ^= c == '"';
                c == ',' && !quoted
            })
            .count();
        assert_eq!(commas, 10, "{row}");
    }
    assert!(table.lines().count() > 4);
}

#[test]
fn the_calendar_has_whole_lines_and_events() {
    let calendar = with(icalendar);
    assert!(calendar.split("\r\n").all(|l| l.len() <= 75 && !l.contains('\n')));
    assert_eq!(calendar.matches("BEGIN:VEVENT").count(), calendar.matches("END:VEVENT").count());
    assert!(calendar.contains("DTSTART;VALUE=DATE:20190823\r\nDTEND;VALUE=DATE:20190824"), "{calendar}");
}

#[test]
fn the_digest_holds_no_markup_of_the_article() {
    let digest = with(markdown);
    assert!(digest.starts_with("# Norway to"));
    assert!(digest.contains("\\<two\\>") && digest.contains("\\*at most\\*"), "{digest}");
}

#[test]
fn the_clipboard_gets_words_and_nothing_else() {
    let digest = with(text);
    assert!(digest.starts_with("Norway to \"mend\" old bridge\n"));
    assert!(digest.contains("<two> years, *at most*") && !digest.contains("**"), "{digest}");
}

#[test]
fn a_record_comes_back_as_the_article_it_was_made_of() {
    let options = Options { published: Day::parse("2019-08-23"), ..Options::default() };
    let article = &Reader::bundled().read(TEXT, &options);
    fn write(format: Format, article: &Article) -> String {
        format.write(&Source { article, text: TEXT, title: None, url: "https://example.org/a" })
    }
    for unit in [Unit::Bytes, Unit::Utf16, Unit::Chars] {
        let kept = serde_json::to_string(&record::record(article, TEXT, unit)).expect("JSON");
        let saved: SavedArticle = serde_json::from_str(&kept).expect("a record");
        let back = &saved.article(TEXT, unit);
        for (format, name) in Format::ALL {
            assert_eq!(write(format, back), write(format, article), "{name}, {unit:?}");
        }
    }
}

#[test]
fn a_record_of_another_text_does_no_harm() {
    let article = Reader::bundled().read(TEXT, &Options::default());
    let kept = serde_json::to_string(&record::record(&article, TEXT, Unit::Utf16)).expect("JSON");
    for other in ["", "é", "Short.", &"😀".repeat(60)] {
        let saved: SavedArticle = serde_json::from_str(&kept).expect("a record");
        let article = &saved.article(other, Unit::Utf16);
        for (format, _) in Format::ALL {
            format.write(&Source { article, text: other, title: None, url: "" });
        }
    }
    let odd =
        r#"{"mentions":[{"start":9,"end":3,"kind":"person","entity":"nobody"}],"summary":{"sentences":[7]}}"#;
    let saved: SavedArticle = serde_json::from_str(odd).expect("a record");
    let article = saved.article("Some words here.", Unit::Chars);
    assert!(article.mentions.is_empty() && article.summary.sentences.is_empty());
}

#[test]
fn a_link_finds_its_words() {
    with(|source| {
        let at = TEXT.find("Red Cross").expect("words");
        let link = text_fragment(source, Span::new(at, at + "Red Cross".len()));
        assert_eq!(link, "https://example.org/a?b=1#:~:text=Red%20Cross");
    });
}

/// Words that stand in several places take along as many of those around them as tell the places apart.
#[test]
fn a_link_finds_the_right_place() {
    let text = "Ann Lee met Bo Ek. Later ann LEE met Cy Poe, and Ann Lée left.\n\nAnn Lee slept until nine in the morning on \
        the day that all of them had left; on the day she woke.";
    let article = Reader::bundled().read("", &Options::default());
    let source = Source { article: &article, text, title: None, url: "" };
    let link = |at: usize, len: usize| {
        let link = text_fragment(&source, Span::new(at, at + len));
        link.trim_start_matches("#:~:text=")
            .replace("%20", " ")
            .replace("%2C", "‚")
            .replace("%3B", ";")
            .replace("%2E", ".")
    };
    let at = |part: &str| text.find(part).expect("words");
    assert_eq!(link(at("Ann Lee met"), 7), "Ann Lee");
    // Case and accents tell nothing apart.
    assert_eq!(link(at("ann LEE"), 7), "Later-,ann LEE,-met");
    assert_eq!(link(at("Ann Lée"), "Ann Lée".len()).replace("%C3%A9", "é"), "and-,Ann Lée,-left.");
    // What stands around it may be a paragraph of its own.
    assert_eq!(link(at("Ann Lee slept"), 7), "left.-,Ann Lee,-slept");
    // A long stretch is given by its ends, and its end is the first that fits.
    let long = at("slept until");
    assert_eq!(link(long, at("; on the day") - long), "slept until nine,them had left");
    let day = at("nine in");
    assert_eq!(link(day, text.find(" she woke").expect("words") - day), "nine in the,left; on the day");
    assert_eq!(link(0, 0), "");
    // A browser finds whole words.
    let text = "Ann’s friend Bo. “Bo’s” ‘Ann’";
    let source = Source { article: &article, text, title: None, url: "" };
    let link = |words: &str, nth: usize| {
        let at = text.match_indices(words).nth(nth).expect("words").0;
        let link = text_fragment(&source, Span::new(at, at + words.len()));
        link.trim_start_matches("#:~:text=").replace("%20", " ").replace("%E2%80%99", "’")
    };
    assert_eq!(
        [link("Ann", 0), link("Bo", 0), link("Bo", 1), link("Bo.", 0)],
        ["Ann’s", "Bo", "Bo’s", "Bo%2E"]
    );
}

#[test]
fn an_empty_article_exports_too() {
    let article = Reader::bundled().read("", &Options::default());
    let source = Source { article: &article, text: "", title: None, url: "" };
    for export in [web_annotation, schema_org, geojson] {
        serde_json::from_str::<Value>(&export(&source)).expect("JSON");
    }
    assert!(markdown(&source).starts_with("# "));
    assert_eq!(csv(&source).lines().count(), 1);
    assert!(icalendar(&source).ends_with("END:VCALENDAR\r\n"));
}
