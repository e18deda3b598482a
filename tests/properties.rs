//! What holds for any string: no panic, spans sorted, inside, on character boundaries, nested as promised.

mod odd;
mod sound;

use arbtest::{arbitrary::Unstructured, arbtest};
use glosser::export::{Unit, record};
use glosser::text::{Document, parse};
use glosser::{Options, Reader};

/// Pieces that rules look for, so that random strings reach them.
const PIECES: &[&str] = &[
    " ",
    " ",
    " ",
    "\n",
    "\n\n",
    "\r\n",
    "\t",
    "\u{a0}",
    ".",
    ". ",
    "? ",
    "! ",
    ", ",
    ": ",
    "…",
    "...",
    "-",
    "–",
    "—",
    "--",
    "\"",
    "''",
    "\"\"",
    "“",
    "”",
    "‘",
    "’",
    "'s",
    "’s",
    "(",
    ")",
    "[",
    "]",
    "/",
    "&",
    "&amp;",
    "<",
    ">",
    "<p>",
    "</p>",
    "<script>",
    "<!--",
    "@",
    "#",
    "$",
    "%",
    "\0",
    "\u{feff}",
    "\u{ad}",
    "\u{200b}",
    "\u{301}",
    "é",
    "ğ",
    "İ",
    "ß",
    "Ж",
    "中",
    "😀",
    "👩‍🚀",
    "U.S.",
    "Mr.",
    "Jan. 5",
    "a.m.",
    "J. K.",
    "al-Assad",
    "S-400",
    "six-year-old",
    "mid-1990s",
    "2019-08-23",
    "8:44 PM",
    "3.6",
    "370,000",
    "23rd",
    "By Jane Doe",
    "MOSCOW, Russia – ",
    "(AFP)",
    "Reporting by",
    "Published",
    "Photo:",
    "Related article:",
    "Share",
    "Putin",
    "Erdogan",
    "Syria",
    "said",
    "he",
    "the",
    "on Tuesday",
    "last year",
    "http://a.b/c",
    "a.b@c.de",
    "word",
    "Word",
    "WORD",
    "x",
    "X",
    "1",
    "23",
];

fn any_text(u: &mut Unstructured<'_>) -> arbtest::arbitrary::Result<String> {
    let mut text = String::new();
    while !u.is_empty() && text.len() < 4_000 {
        if u.ratio(4, 5)? {
            text.push_str(u.choose(PIECES)?);
        } else {
            text.push(u.arbitrary()?);
        }
    }
    Ok(text)
}

fn check_document(document: &Document<'_>) {
    let text = document.text;
    let good = |start: u32, end: u32| text.get(start as usize..end as usize).is_some_and(|s| !s.is_empty());
    let mut last = 0;
    for token in &document.tokens {
        assert!(good(token.span.start, token.span.end) && token.span.start >= last);
        assert_eq!(token.glued, last == token.span.start && last > 0);
        last = token.span.end;
    }
    // Sentences hold every token, in order; each lies in its block; blocks do not overlap.
    let mut next = 0;
    for sentence in &document.sentences {
        assert_eq!(sentence.tokens.start, next);
        assert!(sentence.tokens.end > next);
        next = sentence.tokens.end;
        let block = &document.blocks[sentence.block as usize];
        assert!(good(sentence.span.start, sentence.span.end) && block.span.contains(sentence.span));
        let (first, end) = (sentence.tokens.start as usize, sentence.tokens.end as usize - 1);
        assert_eq!(sentence.span.start, document.tokens[first].span.start);
        assert_eq!(sentence.span.end, document.tokens[end].span.end);
    }
    assert_eq!(next as usize, document.tokens.len());
    for pair in document.blocks.windows(2) {
        assert!(pair[0].span.end <= pair[1].span.start);
    }
    if let Some(line) = document.dateline {
        assert!(good(line.start, line.end));
    }
}

#[test]
fn any_string_is_cut_up() {
    arbtest(|u| {
        let text = any_text(u)?;
        let title = if u.arbitrary()? { Some(any_text(u)?) } else { None };
        check_document(&parse(&text, title.as_deref()));
        Ok(())
    });
}

#[test]
fn any_string_is_read() {
    let reader = Reader::bundled();
    arbtest(|u| {
        let text = any_text(u)?;
        let article = reader.read(&text, &Options::default());
        sound::check(&article, &text);
        // Reading twice gives the same.
        let again = record::record(&reader.read(&text, &Options::default()), &text, Unit::Chars);
        assert_eq!(again, record::record(&article, &text, Unit::Chars));
        Ok(())
    });
}

#[test]
fn odd_texts_are_cut_soundly() {
    for (_, text) in odd::odd_texts(1 << 16) {
        check_document(&parse(&text, None));
    }
}
