//! The native command, run as a user runs it.

use serde_json::Value;
use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Output, Stdio};

const ARTICLE: &str = "Ministers Agree to Open the Bridge\n\nGENEVA, Switzerland (AFP) – Angela Merkel met Emmanuel Macron \
    in Geneva on Tuesday. \"We open the bridge,\" Merkel said.\n\nThe bridge was closed in March 2019 after a flood, and \
    traders on both banks have lost money ever since.\n";

fn glosser() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_glosser"));
    command.env_remove("NO_COLOR").env("COLUMNS", "72");
    command
}

fn run(args: &[&str], input: &[u8]) -> Output {
    let mut child = glosser()
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("glosser starts");
    let mut stdin = child.stdin.take().expect("a pipe");
    let input = input.to_vec();
    let writer = std::thread::spawn(move || {
        // A command that refuses its options reads nothing.
        let _ = stdin.write_all(&input);
    });
    let output = child.wait_with_output().expect("glosser ends");
    writer.join().expect("input is written");
    output
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("UTF-8")
}

fn records(output: &Output) -> Vec<Value> {
    text(&output.stdout).lines().map(|l| serde_json::from_str(l).expect("a JSON line")).collect()
}

#[test]
fn json_lines_come_back_in_order_and_broken_ones_are_named() {
    let mut input = String::from("\u{feff}");
    for i in 0..40 {
        input += &match i {
            7 => "{\"id\":7,\"text\":\n".to_string(),
            8 => "\n".to_string(),
            9 => "{\"id\":9}\n".to_string(),
            10 => format!("{{\"id\":10,\"text\":\"On Tuesday.\",\"published\":\"{}\"}}\n", "soon"),
            11 => "{\"id\":11,\"text\":\"Lone \\ud83d here, pair \\ud83d\\ude00, escape \\\\ud83d.\"}\r\n"
                .to_string(),
            12 => "{\"text\":\"No id.\",\"title\":null,\"published\":null,\"more\":[1]}\n".to_string(),
            _ => serde_json::json!({"id": i, "text": ARTICLE, "published": "2019-08-23"}).to_string() + "\n",
        };
    }
    let mut input = input.into_bytes();
    input.extend(b"{\"id\":40,\"text\":\"\xFF\"}\n{\"id\":41,\"text\":\"\"}");
    let output = run(&["read", "--jsonl"], &input);
    assert_eq!(output.status.code(), Some(1));
    let ids: Vec<_> = records(&output).iter().map(|r| r["id"].clone()).collect();
    let want: Vec<Value> = (0..40)
        .filter(|i| ![7, 8, 9].contains(i))
        .map(|i| if i == 12 { Value::Null } else { Value::from(i) })
        .chain([Value::from(41)])
        .collect();
    assert_eq!(ids, want);
    let errors = text(&output.stderr);
    let named: Vec<_> = errors.lines().map(|l| l.split(" is ").next().unwrap_or("")).collect();
    assert_eq!(
        named,
        ["glosser: line 8", "glosser: line 10", "glosser: line 11", "glosser: line 41"],
        "{errors}"
    );
}

#[test]
fn records_have_the_fields_that_programs_read() {
    let line =
        serde_json::json!({"id": "a", "text": ARTICLE, "published": "2019-08-23T20:44:00Z"}).to_string();
    let output = run(&["read", "--jsonl"], line.as_bytes());
    assert!(output.status.success());
    let record = &records(&output)[0];
    for field in ["id", "published", "sentences", "mentions", "dates", "entities", "quotes", "summary"] {
        assert!(!record[field].is_null(), "{field}");
    }
    assert_eq!(record["published"], "2019-08-23");
    let slice = |v: &Value| {
        let at = |k: &str| v[k].as_u64().expect("an offset") as usize;
        ARTICLE.chars().skip(at("start")).take(at("end") - at("start")).collect::<String>()
    };
    let sentences: Vec<_> = record["sentences"].as_array().expect("a list").iter().map(slice).collect();
    assert_eq!(sentences[0], "Ministers Agree to Open the Bridge");
    assert_eq!(sentences.len(), 4);
}

#[test]
fn offsets_count_what_is_asked_for() {
    let text = "😀 Erdoğan left. He came back.";
    let line = serde_json::json!({"id": 1, "text": text}).to_string();
    for (unit, start) in [("chars", 16), ("utf16", 17), ("bytes", 20)] {
        let output = run(&["read", "--jsonl", "--offsets", unit], line.as_bytes());
        assert_eq!(records(&output)[0]["sentences"][1]["start"], start, "{unit}");
    }
    assert_eq!(run(&["read", "--jsonl", "--offsets", "miles"], b"").status.code(), Some(2));
}

#[test]
fn lines_are_answered_as_they_come() {
    let mut child = glosser()
        .args(["read", "--jsonl"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("glosser starts");
    let mut stdin = child.stdin.take().expect("a pipe");
    let mut stdout = BufReader::new(child.stdout.take().expect("a pipe"));
    for i in 0..5 {
        writeln!(stdin, "{{\"id\":{i},\"text\":\"Ann Lee left.\"}}").expect("written");
        stdin.flush().expect("flushed");
        let mut line = String::new();
        stdout.read_line(&mut line).expect("an answer");
        assert!(line.starts_with(&format!("{{\"id\":{i},")), "{line}");
    }
    // Nobody listens any more: it ends quietly.
    drop(stdout);
    for _ in 0..50 {
        let _ = writeln!(stdin, "{{\"id\":9,\"text\":\"Ann Lee left.\"}}");
    }
    drop(stdin);
    assert!(child.wait().expect("glosser ends").success());
}

#[test]
fn files_are_read_and_missing_ones_are_named() {
    let folder = std::env::temp_dir().join(format!("glosser-cli-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let good = folder.join("good.txt");
    std::fs::write(&good, ARTICLE).expect("written");
    let (good, missing) = (good.to_str().expect("a path"), folder.join("missing.txt"));
    let missing = missing.to_str().expect("a path");
    let output = run(&["read", "--json", missing, good, "-"], b"Ann Lee left. \xFF");
    assert_eq!(output.status.code(), Some(1));
    let ids: Vec<_> = records(&output).iter().map(|r| r["id"].clone()).collect();
    assert_eq!(ids, [good, "-"]);
    let errors = text(&output.stderr);
    assert!(errors.contains("missing.txt") && errors.contains("not UTF-8"), "{errors}");
    let wide: Vec<u8> =
        [0xFF, 0xFE].into_iter().chain("Erdoğan left.".encode_utf16().flat_map(u16::to_le_bytes)).collect();
    assert!(text(&run(&["read", "-"], &wide).stdout).contains("Erdoğan left."));
    let digests = text(&run(&["read", good, "-"], b"Ann Lee left.").stdout);
    assert!(
        digests.starts_with(&format!("==> {good} <==\n\n")) && digests.contains("\n==> - <==\n\n"),
        "{digests}"
    );
    std::fs::remove_dir_all(&folder).expect("removed");
}

#[test]
fn a_page_on_standard_input_is_known_by_how_it_begins() {
    let page = "\u{feff}\n<!DOCTYPE html><title>Rain</title><script>no()</script><p>Ann Lee left.";
    let [record] = &records(&run(&["read", "--json", "-"], page.as_bytes()))[..] else {
        panic!("one record")
    };
    assert_eq!(record["text"], "Ann Lee left.");
    let [record] = &records(&run(&["read", "--json", "-"], b"A <html> of words."))[..] else {
        panic!("one record")
    };
    assert!(record["text"].is_null());
}

#[test]
fn the_digest_is_wrapped_and_coloured_when_asked() {
    let args = ["read", "--published", "2019-08-23", "-"];
    let output = run(&args, ARTICLE.as_bytes());
    assert!(output.status.success());
    let page = text(&output.stdout);
    assert!(!page.contains('\x1b'), "no escape codes in a pipe");
    assert!(page.lines().all(|l| l.chars().count() <= 72), "{page}");
    for part in
        ["Published 2019-08-23.", "Ministers Agree to Open the Bridge", "In short", "lost money ever since."]
    {
        assert!(page.contains(part), "{part}: {page}");
    }
    let page = text(&run(&["read", "--color", "always", "-"], ARTICLE.as_bytes()).stdout);
    assert!(page.contains("\x1b[1mMinisters") && page.contains("--published"), "{page}");
    let page = text(&run(&["read", "--title", "A Title\x1b[31m", "-"], b"\x1b[31mRed text\x07 here.").stdout);
    assert!(page.starts_with("A Title[31m\n") && !page.contains('\x07'), "{page}");
}

#[test]
fn wrong_use_is_explained() {
    for (args, hint) in [
        (&["read", "--published", "Friday", "-"][..], "YYYY-MM-DD"),
        (&["read", "--color", "blue", "-"], "always, never or auto"),
        (&["read", "--json", "--format", "csv", "-"], "choose one of --json, --jsonl and --format"),
        (&["read", "--pages", "-"], "--pages"),
        (&["reed"], "reed"),
        (&[], "glosser read"),
    ] {
        let output = run(args, b"");
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        assert!(text(&output.stderr).contains(hint), "{args:?}");
    }
    let help = run(&["read", "--help"], b"");
    assert!(help.status.success() && text(&help.stdout).contains("--jsonl"));
}

#[test]
fn several_articles_are_one_story() {
    let day = |id: &str, text: &str, published: &str| {
        serde_json::json!({"id": id, "text": text, "published": published}).to_string() + "\n"
    };
    let later =
        "Angela Merkel left Geneva on Friday. She had opened the bridge there with Emmanuel Macron in 2019.";
    let input = day("b", later, "2021-05-07") + &day("a", ARTICLE, "2019-08-23");
    let output = run(&["library", "--jsonl", "--json"], input.as_bytes());
    assert!(output.status.success());
    let record: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let ids: Vec<_> = record["articles"].as_array().expect("articles").iter().map(|a| &a["id"]).collect();
    assert_eq!(ids, ["a", "b"]);
    assert_eq!(record["figures"][0]["name"], "Angela Merkel");
    let story = text(&run(&["library", "--jsonl"], input.as_bytes()).stdout);
    let days: Vec<usize> =
        ["2019-03", "2019-08-20", "2021-05-07"].iter().filter_map(|d| story.find(d)).collect();
    assert!(days.len() == 3 && days.is_sorted(), "{story}");
    assert_eq!(run(&["library"], b"").status.code(), Some(2));
}

#[test]
fn exports_know_where_the_article_stands() {
    let args = |format| ["read", "--url", "https://example.org/a", "--format", format, "-"];
    for format in ["markdown", "text", "ics", "jsonld", "annotations"] {
        let out = text(&run(&args(format), ARTICLE.as_bytes()).stdout);
        assert!(out.replace("\r\n ", "").contains("https://example.org/a"), "{format}: {out}");
    }
    assert_eq!(run(&args("pdf"), b"").status.code(), Some(2));
}
