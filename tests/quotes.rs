//! Passages in which every quotation is marked, with who says it (`tests/quotes/*.txt`).
//!
//! ```text
//! ## what the passage is about
//! {direct Ann Lee| “We will go,”} she said. Lee said {indirect Ann Lee| it was late}.
//! ```
//!
//! Kind and speaker stand before the bar: the entity's name, or the words themselves where it has none. What is
//! marked must be found, by nobody else, and nothing besides. `#` begins a comment.

use glosser::quotes::QuoteKind;
use glosser::{Article, Options, Reader};
use std::fmt::Write as _;
use std::path::Path;

/// A quotation as a table writes it: kind, speaker, words.
type Said = (String, String, String);

/// The text of a passage without its marks, and what stood in them.
fn unmark(marked: &str) -> (String, Vec<Said>) {
    let (mut text, mut said, mut rest) = (String::new(), Vec::new(), marked);
    while let Some((before, after)) = rest.split_once('{') {
        let (inside, behind) = after.split_once('}').expect("a brace is closed");
        let (head, words) = inside.split_once("| ").expect("a bar behind the speaker");
        let (kind, speaker) = head.split_once(' ').expect("kind and speaker");
        text.push_str(before);
        text.push_str(words);
        said.push((kind.into(), speaker.to_lowercase(), bare(words)));
        rest = behind;
    }
    text.push_str(rest);
    (text, said)
}

/// The words without the "that" before and the stop behind them, which belong to the frame.
fn bare(words: &str) -> String {
    words.strip_prefix("that ").unwrap_or(words).trim_end_matches(['.', ',']).to_string()
}

fn found(article: &Article, text: &str) -> Vec<Said> {
    let slice = |span: glosser::text::Span| &text[span.start as usize..span.end as usize];
    let quotes = article.quotes.iter().map(|quote| {
        let kind = match quote.kind {
            QuoteKind::Direct => "direct",
            QuoteKind::Mixed => "mixed",
            QuoteKind::Indirect => "indirect",
        };
        let name = |s: &glosser::quotes::Speaker| {
            let entity = s.entity.map(|e| article.entities[e as usize].name.as_str());
            entity.unwrap_or(slice(s.span)).to_lowercase()
        };
        (kind.into(), quote.speaker.as_ref().map_or_else(String::new, name), bare(slice(quote.span)))
    });
    quotes.collect()
}

#[test]
fn passages_hold() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/quotes");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
    files.sort();
    let reader = Reader::bundled();
    let (mut passages, mut wrong) = (0, String::new());
    for file in files {
        let table = std::fs::read_to_string(&file).unwrap();
        for passage in table.split("\n## ").skip(1) {
            let (about, marked) = passage.split_once('\n').expect("a passage under its heading");
            let (text, want) = unmark(marked.trim());
            let got = found(&reader.read(&text, &Options::default()), &text);
            passages += 1;
            for lost in want.iter().filter(|q| !got.contains(q)) {
                let _ = writeln!(wrong, "{} · {about}\n  not found {lost:?}", file.display());
            }
            for odd in got.iter().filter(|q| !want.contains(q)) {
                let _ = writeln!(wrong, "{} · {about}\n  found besides {odd:?}", file.display());
            }
        }
    }
    assert!(passages > 30, "only {passages} passages");
    assert!(wrong.is_empty(), "{wrong}");
}
