//! What may not matter does not: blanks, kinds of quotation marks, line ends, how accents are stored. And what one
//! paragraph says is marked the same whether or not another one follows.

use glosser::{Article, Options, Reader};

fn corpus() -> Vec<(String, String)> {
    let mut texts: Vec<_> = std::fs::read_dir("corpus")
        .expect("the corpus")
        .flatten()
        .map(|file| file.path())
        .filter(|path| path.extension().is_some_and(|e| e == "txt"))
        .map(|path| (path.display().to_string(), std::fs::read_to_string(&path).expect("a text")))
        .collect();
    texts.sort();
    assert!(texts.len() >= 5);
    texts
}

/// Who and what is named and when, without offsets; blanks and marks as in no particular spelling.
fn findings(reader: &Reader, text: &str) -> (Vec<String>, Vec<String>) {
    let article = reader.read(text, &Options::default());
    let plain = |words: &str| compose(&straight(&words.split_whitespace().collect::<Vec<_>>().join(" ")));
    let names = article.mentions.iter().map(|m| {
        let words = &text[m.span.start as usize..m.span.end as usize];
        let entity = &article.entities[m.entity as usize];
        format!("{} = {} {:?}", plain(words), plain(&entity.name), m.kind)
    });
    let dates = article
        .dates
        .iter()
        .map(|d| format!("{} = {}", plain(&text[d.span.start as usize..d.span.end as usize]), d.value));
    (names.collect(), dates.collect())
}

/// The share of lines that two lists have in common, counted with repeats.
fn alike(one: &[String], other: &[String]) -> f32 {
    let mut rest = other.to_vec();
    let same = one
        .iter()
        .filter(|line| rest.iter().position(|r| r == *line).map(|at| rest.swap_remove(at)).is_some());
    2.0 * same.count() as f32 / (one.len() + other.len()).max(1) as f32
}

fn straight(text: &str) -> String {
    text.replace(['“', '”'], "\"").replace(['‘', '’'], "'")
}

fn curly(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut last = ' ';
    for c in straight(text).chars() {
        let opens = last.is_whitespace() || matches!(last, '(' | '[' | '“' | '‘' | '—');
        out.push(match (c, opens) {
            ('"', true) => '“',
            ('"', false) => '”',
            ('\'', true) => '‘',
            ('\'', false) => '’',
            (c, _) => c,
        });
        last = c;
    }
    out
}

/// Accented letters of the corpus and their parts, as NFC and NFD write them.
#[rustfmt::skip]
const ACCENTS: [(&str, &str); 14] = [
    ("á", "a\u{301}"), ("é", "e\u{301}"), ("í", "i\u{301}"), ("ó", "o\u{301}"), ("ú", "u\u{301}"), ("à", "a\u{300}"),
    ("è", "e\u{300}"), ("ä", "a\u{308}"), ("ö", "o\u{308}"), ("ü", "u\u{308}"), ("ñ", "n\u{303}"), ("ç", "c\u{327}"),
    ("ğ", "g\u{306}"), ("š", "s\u{30c}"),
];

fn decompose(text: &str) -> String {
    ACCENTS.iter().fold(text.to_string(), |text, (one, two)| text.replace(one, two))
}

fn compose(text: &str) -> String {
    ACCENTS.iter().fold(text.to_string(), |text, (one, two)| text.replace(two, one))
}

#[test]
fn blanks_and_line_ends_do_not_matter() {
    let reader = Reader::bundled();
    for (name, text) in corpus() {
        let expected = findings(&reader, &text);
        for (change, changed) in
            [("CRLF", text.replace('\n', "\r\n")), ("doubled blanks", text.replace(' ', "  "))]
        {
            assert_eq!(findings(&reader, &changed), expected, "{name}, {change}");
        }
    }
}

#[test]
fn marks_and_accents_hardly_matter() {
    let reader = Reader::bundled();
    for (name, text) in corpus() {
        let expected = findings(&reader, &text);
        for (change, changed) in [
            ("straight", straight(&text)),
            ("curly", curly(&text)),
            ("NFC", compose(&text)),
            ("NFD", decompose(&text)),
        ] {
            let (names, dates) = findings(&reader, &changed);
            assert!(alike(&names, &expected.0) >= 0.95, "{name}, {change}: {names:#?} {:#?}", expected.0);
            assert_eq!(dates, expected.1, "{name}, {change}");
        }
    }
}

/// The spans of names and dates that end before `end`.
fn spans(article: &Article, end: usize) -> Vec<(u32, u32)> {
    let names = article.mentions.iter().map(|m| m.span);
    let dates = article.dates.iter().map(|d| d.span);
    names.chain(dates).filter(|s| s.end as usize <= end).map(|s| (s.start, s.end)).collect()
}

#[test]
fn another_paragraph_leaves_the_marks_of_the_others() {
    let reader = Reader::bundled();
    let more =
        "\n\nThe cook stirred the soup and said little, and the rain did not stop before the evening.\n";
    for (name, text) in corpus() {
        let text = text.trim_end();
        let before = spans(&reader.read(text, &Options::default()), text.len());
        let after = spans(&reader.read(&format!("{text}{more}"), &Options::default()), text.len());
        assert_eq!(before, after, "{name}");
    }
}
