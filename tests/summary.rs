//! Small articles and which of their sentences are chosen (`tests/summary/*.txt`).
//!
//! ```text
//! ## what the article is about
//! = Its headline
//! + a sentence that stands among the first, as many as there are of these
//! - a line that is never chosen
//! a sentence that may come or not; each line is a paragraph
//!
//! who: the first of the people and bodies that matter (where, when: the same); a line is left out if nothing is asked
//! ```

use glosser::dates::Day;
use glosser::{Article, Options, Reader};
use std::fmt::Write as _;
use std::path::Path;

/// What an article's table asks for.
#[derive(Default)]
struct Asked<'a> {
    text: String,
    first: Vec<&'a str>,
    never: Vec<&'a str>,
    facts: Vec<(&'a str, &'a str)>,
}

fn asked(table: &str) -> Asked<'_> {
    let mut asked = Asked::default();
    for line in table.lines().filter(|line| !line.is_empty()) {
        let fact = line.split_once(": ").filter(|(key, _)| ["who", "where", "when"].contains(key));
        if let Some(fact) = fact {
            asked.facts.push(fact);
            continue;
        }
        let words = line.trim_start_matches(['=', '+', '-']).trim_start();
        match line.as_bytes()[0] {
            b'+' => asked.first.push(words),
            b'-' => asked.never.push(words),
            _ => {}
        }
        asked.text.push_str(words);
        asked.text.push_str("\n\n");
    }
    asked
}

fn check(asked: &Asked<'_>, article: &Article) -> Vec<String> {
    let slice = |span: glosser::text::Span| &asked.text[span.start as usize..span.end as usize];
    let chosen: Vec<&str> =
        article.summary.sentences.iter().map(|&i| slice(article.sentences[i as usize].span)).collect();
    let first = &chosen[..asked.first.len().min(chosen.len())];
    let same = |line: &str, sentence: &str| line.contains(sentence) || sentence.contains(line);
    let mut wrong = Vec::new();
    for line in asked.first.iter().filter(|line| !first.iter().any(|s| same(line, s))) {
        wrong.push(format!("not among the first: {line}\n    those are {first:#?}"));
    }
    for line in asked.never.iter().filter(|line| chosen.iter().any(|s| same(line, s))) {
        wrong.push(format!("chosen: {line}"));
    }
    for &(key, want) in &asked.facts {
        let entity = |i: &u32| article.entities[*i as usize].name.as_str();
        let found = match key {
            "who" => article.summary.who.first().map(entity),
            "where" => article.summary.places.first().map(entity),
            _ => article.summary.when.first().map(|&d| slice(article.dates[d as usize].span)),
        };
        if found != Some(want) {
            wrong.push(format!("{key}: {found:?}, not {want}"));
        }
    }
    wrong
}

#[test]
fn choices_hold() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/summary");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
    files.sort();
    let reader = Reader::bundled();
    let (mut articles, mut report) = (0, String::new());
    for file in files {
        let tables = std::fs::read_to_string(&file).unwrap();
        for table in tables.split("\n## ").skip(1) {
            let (about, table) = table.split_once('\n').expect("an article under its heading");
            let asked = asked(table);
            let options = Options { published: Day::parse("2016-03-08"), ..Options::default() };
            for wrong in check(&asked, &reader.read(&asked.text, &options)) {
                let _ = writeln!(report, "{about}\n  {wrong}");
            }
            articles += 1;
        }
    }
    assert!(articles >= 5 && report.is_empty(), "{articles} articles\n{report}");
}
