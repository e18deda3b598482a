//! Floors under what summaries and quotations reach on the data beside the project: what was measured, less a little.

use std::path::Path;
use std::process::Command;

/// Data, how it is judged, which line and column of the report, and the least that may stand there.
#[rustfmt::skip]
const FLOORS: &[(&str, &[&str], &str, usize, f64)] = &[
    ("summary/gum_traindev.jsonl", &["summary", "--words", "100"],   "all",                2, 12.7), // lead: 12.6
    ("summary/gum_traindev.jsonl", &["summary", "--words", "100"],   "news",               2, 19.7), // lead: 19.4
    ("summary/gum_traindev.jsonl", &["summary", "--sentences", "1"], "all",                2, 14.2), // lead: 12.7
    ("summary/gum_traindev.jsonl", &["summary", "--sentences", "3"], "news",               2, 21.5), // lead: 21.5
    ("quotes/gum_traindev.jsonl",  &["quotes", "--marked"],          "detection recall",   0, 98.0),
    ("quotes/gum_traindev.jsonl",  &["quotes", "--marked"],          "speaker right",      0, 92.0),
];

#[test]
fn summaries_and_quotations_keep_their_level() {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/data");
    let mut below = Vec::new();
    for (file, how, line, column, floor) in FLOORS {
        let path = data.join(file);
        if !path.exists() {
            println!("left out: {} is not here", path.display());
            return;
        }
        let output = Command::new(env!("CARGO_BIN_EXE_glosser")).arg("eval").args(*how).arg(&path).output();
        let report = String::from_utf8(output.expect("glosser runs").stdout).expect("UTF-8");
        let found = report.lines().find_map(|l| l.strip_prefix(line));
        let mut numbers = found.unwrap_or("").split_whitespace().filter_map(|w| w.parse::<f64>().ok());
        let reached = numbers.nth(*column).unwrap_or(0.0);
        if reached < *floor {
            below.push(format!("{file} {how:?} {line}: {reached}, floor {floor}"));
        }
    }
    assert!(below.is_empty(), "{below:#?}");
}
