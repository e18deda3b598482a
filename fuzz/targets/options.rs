//! Any options: a headline, a day and a language that have nothing to do with the text.
#![no_main]

#[path = "../../tests/fuzz/checks.rs"]
mod checks;

use arbitrary::Arbitrary;
use glosser::Options;
use glosser::dates::Day;
use glosser::text::Language;
use libfuzzer_sys::fuzz_target;

#[derive(Arbitrary, Debug)]
struct Input {
    title: Option<String>,
    published: Option<i32>,
    english: Option<bool>,
    text: String,
}

fuzz_target!(|input: Input| {
    let language = input.english.map(|english| if english { Language::English } else { Language::Other });
    let options = Options { title: input.title, published: input.published.map(Day), language };
    checks::read_everywhere(checks::reader(), &input.text, &options);
});
