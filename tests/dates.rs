//! Date tables: a value and the phrasings that mean it, with negatives.
//!
//! A table (`tests/dates/*.txt`) reads like this:
//!
//! ```text
//! published 2020-03-05                the day of publication of the lines below (or "unknown")
//! = 2015-03 START                     what the brackets below mean: TIMEX3 value, then mod if there is one
//!   It rained in [early March 2015].
//! = none                              no time expression in the lines below
//!   The 42-year-old man lived alone.
//! ```
//!
//! A bracket may carry its own value: `[the next day|2020-03-04]`. Every expression found must stand in brackets, with
//! exactly these ends. `#` begins a comment.

use glosser::dates::{self, Day};
use glosser::text;
use std::fmt::Write as _;
use std::path::Path;

struct Row {
    published: Option<Day>,
    text: String,
    /// Start, end, value with mod.
    expected: Vec<(usize, usize, String)>,
}

fn rows(table: &str) -> Vec<Row> {
    let (mut published, mut value, mut rows) = (None, String::new(), Vec::new());
    for line in table.lines() {
        let line = line.trim();
        if line.is_empty() {
            value.clear();
        } else if let Some(day) = line.strip_prefix("published ") {
            published = Day::parse(day);
        } else if let Some(v) = line.strip_prefix("= ") {
            value = v.to_string();
        } else if !line.starts_with('#') {
            let (text, expected) = brackets(line, &value);
            rows.push(Row { published, text, expected });
        }
    }
    rows
}

/// The line without its brackets, and what stood in them.
fn brackets(line: &str, value: &str) -> (String, Vec<(usize, usize, String)>) {
    let (mut text, mut expected) = (String::new(), Vec::new());
    let mut rest = line;
    while let Some((before, after)) = rest.split_once('[') {
        text.push_str(before);
        let (inside, behind) = after.split_once(']').expect("a bracket is closed");
        let (words, own) = inside.split_once('|').unwrap_or((inside, value));
        expected.push((text.len(), text.len() + words.len(), own.to_string()));
        text.push_str(words);
        rest = behind;
    }
    text.push_str(rest);
    (text, expected)
}

fn found(row: &Row) -> Vec<(usize, usize, String)> {
    let document = text::parse(&row.text, None);
    let timexes = dates::find(&document, row.published);
    let value = |t: &dates::Timex, want: &str| match t.modifier {
        // The mod is compared where the table names one.
        Some(modifier) if want.contains(' ') => format!("{} {modifier}", t.value),
        _ => t.value.clone(),
    };
    let want = |t: &dates::Timex| {
        let at = row.expected.iter().find(|e| e.0 == t.span.start as usize);
        at.map_or("", |e| e.2.as_str()).to_string()
    };
    timexes.iter().map(|t| (t.span.start as usize, t.span.end as usize, value(t, &want(t)))).collect()
}

#[test]
fn tables_hold() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/dates");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
    files.sort();
    let (mut count, mut wrong, mut report) = (0, 0, String::new());
    for file in files.iter().filter(|f| f.extension().is_some_and(|e| e == "txt")) {
        for row in rows(&std::fs::read_to_string(file).unwrap()) {
            count += 1;
            let found = found(&row);
            if found != row.expected {
                wrong += 1;
                let show = |list: &[(usize, usize, String)]| {
                    list.iter()
                        .map(|(a, b, v)| format!("[{}] {v}", &row.text[*a..*b]))
                        .collect::<Vec<_>>()
                        .join(", ")
                };
                let name = file.file_name().unwrap().to_string_lossy();
                writeln!(
                    report,
                    "{name}: {}\n    want {}\n    have {}",
                    row.text,
                    show(&row.expected),
                    show(&found)
                )
                .unwrap();
            }
        }
    }
    assert!(wrong == 0, "{wrong} of {count} rows are wrong\n{report}");
    assert!(count > 1_750, "only {count} rows were read");
}

/// Every day from 1600 to 2400, against jiff: there and back, and the day of the week.
#[test]
fn calendar_agrees_with_jiff() {
    let mut theirs = jiff::civil::date(1600, 1, 1);
    let mut ours = Day::new(1600, 1, 1).unwrap();
    while theirs.year() <= 2400 {
        let (y, m, d) = (i32::from(theirs.year()), theirs.month() as u32, theirs.day() as u32);
        assert_eq!(ours.ymd(), (y, m, d));
        assert_eq!(Day::new(y, m, d), Some(ours));
        assert_eq!(ours.weekday(), theirs.weekday().to_monday_zero_offset() as u32);
        assert_eq!(Day::parse(&theirs.to_string()), Some(ours));
        theirs = theirs.tomorrow().unwrap();
        ours = Day(ours.0 + 1);
    }
}

/// ISO weeks and their EDTF intervals, through the front door.
#[test]
fn weeks_agree_with_jiff() {
    let mut day = jiff::civil::date(1999, 12, 1);
    while day.year() < 2031 {
        let week = day.iso_week_date();
        let document = text::parse("They met this week in Rome.", None);
        let timex = &dates::find(&document, Day::parse(&day.to_string()))[0];
        assert_eq!(timex.value, format!("{}-W{:02}", week.year(), week.week()), "{day}");
        assert_eq!(timex.from.unwrap().weekday(), 0);
        day = day.checked_add(jiff::Span::new().days(3)).unwrap();
    }
}

/// Any text: no panic, sorted, apart, on character boundaries, from before to.
#[test]
fn any_text_will_do() {
    let pieces = [
        "the ",
        "last ",
        "next ",
        "May",
        " 3",
        "rd",
        ", ",
        "2019",
        "-",
        "–",
        "1999",
        "s",
        " of ",
        "century",
        "'",
        "’",
        "99",
        " BC",
        "a ",
        "half ",
        "quarter",
        " and ",
        "two ",
        "years",
        " ago",
        " later",
        "early ",
        "Monday",
        " at ",
        "8:30",
        " p.m.",
        "\n\n",
        ".",
        "é",
        "日本",
        "🦀",
        "\u{0}",
        "999999999999",
        "every ",
        "other ",
        "week",
        "end",
        "(",
        ")",
        "/",
        "12",
        "fiscal ",
        "Christmas",
        " before ",
        "the",
        "th",
        "T",
        "Z",
        "UTC",
        "in ",
        "mid",
        "hundred ",
        "thousand ",
        "over ",
        "31",
        "00",
        "February ",
        "29",
        "0",
        "A.D. ",
        "Q4",
        "°",
        "%",
        "$",
        "from ",
        " to ",
        "1",
    ];
    let mut seed = 42u64;
    let mut next = move |n: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) as usize % n
    };
    for round in 0..20_000 {
        let text: String = (0..next(14) + 1).map(|_| pieces[next(pieces.len())]).collect();
        let published = [None, Day::new(2020, 2, 29), Day::new(1, 1, 1), Day::new(9999, 12, 31)][round % 4];
        let document = text::parse(&text, None);
        let mut last = 0;
        for timex in dates::find(&document, published) {
            let (start, end) = (timex.span.start as usize, timex.span.end as usize);
            assert!(last <= start && start < end && text.get(start..end).is_some(), "{text:?}");
            assert!(!timex.value.is_empty(), "{text:?}");
            if let (Some(from), Some(to)) = (timex.from, timex.to) {
                assert!(from <= to, "{text:?} {timex:?}");
            }
            last = end;
        }
        let _ = dates::publication(&document);
    }
}

/// Phrases that could go as deep as the text is long.
#[test]
fn nested_without_end() {
    for phrase in ["the first week of ", "the end of ", "8:30 p.m. on ", "two days before ", "early in the "]
    {
        let text = phrase.repeat(10_000);
        dates::find(&text::parse(&text, None), Day::new(2020, 3, 5));
    }
}

#[test]
fn publication_is_read_from_lines_of_its_own() {
    let day = |text: &str| {
        let document = text::parse(text, None);
        dates::publication(&document).map(|(day, span)| (day.to_string(), document.slice(span).to_string()))
    };
    let found = |d: &str, s: &str| Some((d.to_string(), s.to_string()));
    let body = "The two ministers met in the capital and spoke for an hour about the price of grain, officials said afterwards.";
    assert_eq!(
        day(&format!("Ministers meet\n\nFriday, July 7, 2006\n\n{body}")),
        found("2006-07-07", "Friday, July 7, 2006")
    );
    assert_eq!(
        day(&format!("Ministers meet\n\nAugust 10, 2011\n\n{body}")),
        found("2011-08-10", "August 10, 2011")
    );
    assert_eq!(
        day(&format!("Ministers meet\n\nUpdated: 10 August 2011\n\n{body}")),
        found("2011-08-10", "10 August 2011")
    );
    assert_eq!(
        day(&format!("Ministers meet\n\nMorning Post, 14 Mar 2024\n\n{body}")),
        found("2024-03-14", "14 Mar 2024")
    );
    assert_eq!(
        day(&format!("Ministers meet\n\nBy Jane Doe in Lima, 3 May 2011\n\n{body}")),
        found("2011-05-03", "3 May 2011")
    );
    // A battle's day is not that of its story; nor is prose a witness.
    assert_eq!(day(&format!("Battle of the River, 3 May 1915\n\n{body}")), None);
    assert_eq!(day(&format!("Ministers meet\n\n{body} They first met on August 10, 2011.")), None);
    assert_eq!(day(body), None);
}

#[test]
fn why_is_told() {
    let rows = [
        (Some("2019-08-28"), "They met on Tuesday.", Some("weekday-before")),
        (Some("2019-08-28"), "They will meet on Friday.", Some("weekday-after")),
        (Some("2019-08-28"), "They met last week.", Some("counted")),
        (Some("2019-08-28"), "They met in March.", Some("last")),
        (Some("2019-08-28"), "They will meet in October.", Some("next")),
        (Some("2019-08-28"), "They have met in August.", Some("current")),
        (Some("2019-08-28"), "They met at 3 p.m. in the hall.", Some("publication")),
        (Some("2019-08-28"), "They grew over the past four months.", Some("until-publication")),
        (Some("2019-08-28"), "They grow over the next four months.", Some("from-publication")),
        (Some("2019-08-28"), "They met on 08/09/2019.", Some("month-first")),
        (Some("2019-08-28"), "They met on 3 May 2011.", None),
        (None, "They met on Tuesday.", Some("unknown")),
    ];
    for (published, text, why) in rows {
        let document = text::parse(text, None);
        let found = dates::find(&document, published.and_then(Day::parse));
        assert_eq!(found[0].why.code(), why, "{text}");
    }
    let document = text::parse("The trial of 3 May 2011 was long. They met again two days later.", None);
    assert_eq!(dates::find(&document, None)[1].why.code(), Some("spoken"));
}
