//! Who and where on gold data of which the errors were read while building: below these figures something broke.

use std::path::Path;
use std::process::Command;

const GUM: &str = "../../shared/data/coref/gum_traindev.jsonl";
const MEANTIME: &str = "../../shared/data/coref/meantime_apple_gm.jsonl";
const GEOVIRUS: &str = "../../shared/data/geo/geovirus.jsonl";

/// What `glosser eval` is asked, the line of its answer, which number of that line, and the least it may be.
const FLOORS: &[(&[&str], &str, usize, f64)] = &[
    (&["coref", "--given", GUM], "CoNLL F1", 0, 95.0),
    (&["coref", "--given", GUM], "alias pairs", 2, 72.5),
    (&["coref", GUM], "CoNLL F1", 0, 82.8),
    (&["coref", "--given", MEANTIME], "CoNLL F1", 0, 97.2),
    (&["coref", "--given", MEANTIME], "alias pairs", 2, 91.3),
    (&["coref", MEANTIME], "CoNLL F1", 0, 82.3),
    (&["coref", "--given", "--cross", "topic", MEANTIME], "CoNLL F1", 0, 94.7),
    (&["coref", "--given", "--cross", "topic", MEANTIME], "alias pairs", 2, 80.2),
    (&["salience", GUM], "79 documents", 0, 77.3),
    (&["geo", "--given", "--places", "base", GEOVIRUS], "all ", 1, 92.6),
    (&["geo", "--given", "--places", "base", GEOVIRUS], "all ", 4, 91.08),
    (&["geo", "--given", GEOVIRUS], "all ", 1, 94.67),
    (&["geo", "--given", GEOVIRUS], "all ", 4, 93.07),
];

#[test]
fn who_and_where_stay_as_good_as_they_were() {
    let mut answers: Vec<(&[&str], String)> = Vec::new();
    for &(question, line, number, least) in FLOORS {
        let gold = question[question.len() - 1];
        if !Path::new(gold).exists() {
            println!("left out: floors on {gold}, which is not here");
            continue;
        }
        let answer = match answers.iter().find(|(asked, _)| *asked == question) {
            Some((_, answer)) => answer.clone(),
            None => {
                let output = Command::new(env!("CARGO_BIN_EXE_glosser")).arg("eval").args(question).output();
                let answer = String::from_utf8(output.expect("glosser runs").stdout).expect("UTF-8");
                answers.push((question, answer.clone()));
                answer
            }
        };
        let found =
            answer.lines().find_map(|l| l.strip_prefix(line)).unwrap_or_else(|| panic!("{line} in {answer}"));
        let numbers: Vec<f64> =
            found.split(|c: char| !c.is_ascii_digit() && c != '.').filter_map(|n| n.parse().ok()).collect();
        let reached = *numbers.get(number).unwrap_or_else(|| panic!("{line}: {found}"));
        assert!(reached >= least, "glosser eval {}: {line} {reached} < {least}", question.join(" "));
    }
}
