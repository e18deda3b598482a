//! Goldens of names: words above, marks below (P person, L place, O organisation, N demonym).
//!
//! A line that begins with `!` tells the truth where the tagger still errs (one column to the right if a name opens the line). `GLOSSER_BLESS=1 cargo test --test names`
//! writes the marks anew; read the difference before you keep it.

use glosser::names::{self, Model, NameKind};
use std::fmt::Write;

const GOLDEN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/names/passages.golden");

fn marks(model: &Model, text: &str) -> String {
    let document = glosser::text::parse(text, None);
    let mut marks: Vec<char> = text.chars().map(|_| ' ').collect();
    for name in names::tag(model, &document) {
        let letter = match name.kind {
            NameKind::Person => 'P',
            NameKind::Place => 'L',
            NameKind::Organization => 'O',
            NameKind::Demonym => 'N',
        };
        let start = text[..name.span.start as usize].chars().count();
        let end = start + document.slice(name.span).chars().count();
        marks[start..end].fill(letter);
    }
    let marks: String = marks.into_iter().collect();
    if marks.trim().is_empty() { "(none)".to_string() } else { marks.trim_end().to_string() }
}

#[test]
fn goldens() {
    let model = Model::from_bytes(glosser::NAMES_MODEL).expect("the committed model is sound");
    let golden = std::fs::read_to_string(GOLDEN).expect("the goldens are committed");
    let mut fresh = String::new();
    for block in golden.trim_end().split("\n\n") {
        let mut lines = block.lines();
        let words = lines.next().unwrap_or_default();
        // "⏎" stands for a line break.
        let found = marks(&model, &words.replace('⏎', "\n"));
        let _ = writeln!(fresh, "{words}\n{found}");
        for truth in block.lines().filter(|l| l.starts_with('!')) {
            let _ = writeln!(fresh, "{truth}");
        }
        fresh.push('\n');
    }
    if std::env::var_os("GLOSSER_BLESS").is_some() {
        std::fs::write(GOLDEN, fresh.trim_end().to_string() + "\n").expect("the goldens can be written");
        return;
    }
    for (old, new) in golden.trim_end().lines().zip(fresh.trim_end().lines()) {
        assert_eq!(old, new, "\nmarks differ: see the head of this file for how to renew them");
    }
}

#[test]
fn spans_are_sound_and_names_never_overlap() {
    let model = Model::from_bytes(glosser::NAMES_MODEL).expect("the committed model is sound");
    let odd = [
        "",
        " ",
        "\n\n",
        "'s",
        "-",
        "--",
        "A",
        "a-",
        "-a",
        "A-",
        "The The The",
        "’s ’s",
        "É",
        "É-É",
        "🙂 Paris 🙂",
        "Mr. Mr. Mr.",
        "PARIS",
        "PARIS LONDON ROME",
        "U.S.",
        "U.S.-led",
        "\u{2010}\u{2011}",
        "Müller’s",
        "ﬃ ﬁ",
        "İstanbul",
        "٣ كتاب",
        "1-2-3",
        "x\u{0}y",
        "Guinea-\nBissau",
        "of of of Of",
        "A.B.C.D.",
        "al-al-al-Al",
    ];
    for text in odd {
        let document = glosser::text::parse(text, None);
        let mut last = 0;
        for name in names::tag(&model, &document) {
            assert!(name.span.start >= last && name.span.end > name.span.start, "{text:?}");
            assert!(text.get(name.span.start as usize..name.span.end as usize).is_some(), "{text:?}");
            assert!((0.0..=1.0).contains(&name.confidence), "{text:?}");
            last = name.span.end;
        }
    }
}

#[test]
fn the_typographers_quotes_change_nothing() {
    let model = Model::from_bytes(glosser::NAMES_MODEL).expect("the committed model is sound");
    for (straight, curly) in [
        (
            "O'Brien flew to N'Djamena; Kenya's envoy didn't.",
            "O’Brien flew to N’Djamena; Kenya’s envoy didn’t.",
        ),
        (
            "\"Ndlovu lied,\" said Moyo of the People's Party.",
            "“Ndlovu lied,” said Moyo of the People’s Party.",
        ),
        (
            "Hawke's Bay fined L'Oreal and Lloyd's of London.",
            "Hawke’s Bay fined L’Oreal and Lloyd’s of London.",
        ),
        ("'Go home', Sato's wife told Xi'an's mayor.", "‘Go home’, Sato’s wife told Xi’an’s mayor."),
        ("Hapoel Be'er Sheva \"B\" lost in Sana'a.", "Hapoel Beʼer Sheva “B” lost in Sanaʼa."),
    ] {
        let names = |text: &str| -> Vec<_> {
            let document = glosser::text::parse(text, None);
            let start = |name: &names::Name| text[..name.span.start as usize].chars().count();
            let names = names::tag(&model, &document);
            names
                .iter()
                .map(|n| (start(n), n.kind, n.confidence, document.slice(n.span).chars().count()))
                .collect()
        };
        assert!(!names(straight).is_empty());
        assert_eq!(names(straight), names(curly), "{curly}");
    }
}

#[test]
fn a_damaged_model_is_refused() {
    let good = glosser::NAMES_MODEL;
    for cut in [0, 1, 3, 4, 8, 15, 16, 17, 100, 1_000, good.len() / 2, good.len() - 1] {
        assert!(Model::from_bytes(&good[..cut]).is_err(), "cut to {cut}");
    }
    let mut bytes = good.to_vec();
    for at in (0..bytes.len()).step_by(bytes.len() / 37) {
        bytes[at] ^= 0x55;
        assert!(Model::from_bytes(&bytes).is_err(), "changed at {at}");
        bytes[at] ^= 0x55;
    }
    bytes.push(0);
    assert!(Model::from_bytes(&bytes).is_err(), "too long");
}
