//! Reads the phrase tables of other date parsers (Recognizers-Text, Duckling, chrono) as a check of coverage: which of
//! their phrases are found, and do they mean the same days.
//!
//! The tables come from assistants, where "Friday" is the coming one; a phrase that leaves the direction open is right
//! either way. What is declined on purpose stands, with its reason, in `tests/dates/declined.md`.

use anyhow::{Context, Result};
use glosser::dates::{self, Day, Timex};
use glosser::text;
use serde_json::Value;
use std::collections::HashSet;
use std::ffi::OsString;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

/// A moment as the tables write it: a day, a time of day, or both.
#[derive(Debug, Clone, Default, PartialEq)]
struct Moment {
    day: Option<Day>,
    /// "15:30"
    time: Option<String>,
}

/// One way to read a phrase.
#[derive(Debug, Default)]
struct Reading {
    /// TIMEX-like value, normalised; empty if the table has none.
    value: String,
    from: Moment,
    to: Option<Moment>,
}

/// A phrase, where it stands in its text, and how it may be read (none: it is no time at all).
struct Phrase {
    id: String,
    text: String,
    published: Option<Day>,
    /// First and one past the last byte.
    span: (usize, usize),
    readings: Vec<Reading>,
}

/// `glosser eval phrases [--failed] FILE...`
pub fn run(args: Vec<OsString>) -> Result<ExitCode> {
    let failed = args.iter().any(|a| a == "--failed");
    let declined = declined();
    for file in args.iter().filter(|a| *a != "--failed") {
        let (mut right, mut all, mut kept, mut kept_right) = (0, 0, 0, 0);
        for phrase in phrases(Path::new(file))? {
            let good = is_right(&phrase);
            let keep = !declined.contains(phrase.id.as_str());
            all += 1;
            right += usize::from(good);
            kept += usize::from(keep);
            kept_right += usize::from(keep && good);
            if failed && keep && !good {
                println!("{}\t{}\t{}", phrase.id, &phrase.text[phrase.span.0..phrase.span.1], shown(&phrase));
            }
        }
        let share = |a: usize, b: usize| 100.0 * a as f64 / b.max(1) as f64;
        println!(
            "{}\n  {right} of {all} right ({:.1} %); without the declined {kept_right} of {kept} ({:.1} %)",
            Path::new(file).display(),
            share(right, all),
            share(kept_right, kept)
        );
    }
    Ok(ExitCode::SUCCESS)
}

/// The ids of the phrases that are declined; the list tells the reasons.
fn declined() -> HashSet<&'static str> {
    let list = include_str!("../../../tests/dates/declined.md");
    list.lines().filter_map(|line| line.strip_prefix("- ")?.split(' ').next()).collect()
}

fn phrases(file: &Path) -> Result<Vec<Phrase>> {
    let lines = fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    let mut phrases = Vec::new();
    for line in lines.lines().filter(|l| !l.trim().is_empty()) {
        let row: Value = serde_json::from_str(line)?;
        let id = word(&row, "id");
        match id.split('_').next() {
            Some("recognizers") => recognizers(&row, &mut phrases),
            Some("duckling") => phrases.push(duckling(&row)),
            _ => phrases.extend(chrono(&row)),
        }
    }
    Ok(phrases)
}

fn word(row: &Value, key: &str) -> String {
    row[key].as_str().unwrap_or("").to_string()
}

/// Character offsets to bytes.
fn bytes(text: &str, row: &Value) -> (usize, usize) {
    let at = |key: &str, or: usize| {
        let chars = row[key].as_u64().map_or(or, |n| n as usize);
        text.char_indices().nth(chars).map_or(text.len(), |(byte, _)| byte)
    };
    (at("start", 0), at("end", usize::MAX))
}

/// "2016-11-07", "07:30:00", "2016-11-07 07:30:00", "2016-11-07T07:30:00".
fn moment(text: &str) -> Moment {
    let parts: Vec<&str> = text.split([' ', 'T']).collect();
    let time = parts.iter().find(|p| p.contains(':')).map(|t| t.chars().take(5).collect());
    Moment { day: Day::parse(parts[0]), time }
}

/// Every span of a sentence with its readings; a sentence without spans is a negative.
fn recognizers(row: &Value, phrases: &mut Vec<Phrase>) {
    let (id, text, published) = (word(row, "id"), word(row, "text"), moment(&word(row, "ref")).day);
    let spans = row["spans"].as_array().map_or(&[][..], Vec::as_slice);
    if spans.is_empty() {
        let span = (0, text.len());
        phrases.push(Phrase { id, text, published, span, readings: Vec::new() });
        return;
    }
    for (n, span) in spans.iter().enumerate() {
        let reading = |v: &Value| {
            let ranged = v.get("start").is_some() || v.get("end").is_some();
            let end = v["end"].as_str().map(moment);
            Reading {
                value: normal(&word(v, "timex")),
                from: moment(v["start"].as_str().or(v["end"].as_str()).or(v["value"].as_str()).unwrap_or("")),
                to: end.filter(|_| ranged),
            }
        };
        phrases.push(Phrase {
            id: if n == 0 { id.clone() } else { format!("{id}/{n}") },
            text: text.clone(),
            published,
            span: bytes(&text, span),
            readings: span["values"].as_array().map_or(&[][..], Vec::as_slice).iter().map(reading).collect(),
        });
    }
}

/// A phrase alone, with its moment and grain or its stretch.
fn duckling(row: &Value) -> Phrase {
    let text = word(row, "text");
    let clocked = matches!(row["grain"].as_str(), Some("hour" | "minute" | "second"));
    let at = |v: &Value| {
        let moment = moment(v.as_str().unwrap_or(""));
        Moment { time: moment.time.filter(|_| clocked), ..moment }
    };
    let (from, to) = match row["value"].as_array() {
        Some(pair) => (at(&pair[0]), pair.get(1).map(at)),
        None => (at(&row["value"]), None),
    };
    // The end of a month or a year is not told: the grain tells it.
    let value = match (row["grain"].as_str(), row["value"].as_str()) {
        (Some("year"), Some(v)) => v[..4].to_string(),
        (Some("month"), Some(v)) => v[..7].to_string(),
        _ => String::new(),
    };
    let span = (0, text.len());
    let published = moment(&word(row, "ref")).day;
    Phrase { id: word(row, "id"), text, published, span, readings: vec![Reading { value, from, to }] }
}

/// The asserted parts of a phrase.
fn chrono(row: &Value) -> Option<Phrase> {
    let text = word(row, "text");
    let published = Some(moment(&word(row, "ref")).day?);
    let (y, m, d) = published.map_or((0, 0, 0), Day::ymd);
    let at = |parts: &Value| {
        let part = |key: &str| parts[key].as_i64();
        let day = Day::new(
            part("year").map_or(y, |n| n as i32 + i32::from(n < 0)),
            part("month").map_or(m, |n| n as u32),
            part("day").map_or(d, |n| n as u32),
        );
        let time = part("hour").map(|h| format!("{h:02}:{:02}", part("minute").unwrap_or(0)));
        Moment { day, time }
    };
    let from = row.get("from").filter(|f| f.is_object()).map(&at)?;
    let to = row.get("to").filter(|f| f.is_object()).map(&at);
    let span = bytes(&text, row);
    Some(Phrase {
        id: word(row, "id"),
        text,
        published,
        span,
        readings: vec![Reading { value: String::new(), from, to }],
    })
}

/// One spelling for values that mean the same: hours with minutes, no seconds, no "FY", a quarter for three months.
fn normal(value: &str) -> String {
    let value = match value.trim_start_matches("FY") {
        "P1WE" => "XXXX-WXX-WE",
        "P3M" => "P1Q",
        "TNT" => "TNI",
        value => value,
    };
    match value.split_once('T') {
        Some((day, time)) if time.len() == 2 && time.bytes().all(|b| b.is_ascii_digit()) => {
            format!("{day}T{time}:00")
        }
        Some((day, time)) if !day.starts_with('P') && time.len() == 8 => format!("{day}T{}", &time[..5]),
        _ => value.trim_end_matches('Z').to_string(),
    }
}

fn found(phrase: &Phrase) -> Vec<Timex> {
    let document = text::parse(&phrase.text, None);
    let mut timexes = dates::find(&document, phrase.published);
    timexes.retain(|t| (t.span.start as usize) < phrase.span.1 && phrase.span.0 < t.span.end as usize);
    timexes
}

fn shown(phrase: &Phrase) -> String {
    let found: Vec<_> = found(phrase).into_iter().map(|t| t.value).collect();
    let wanted: Vec<_> = phrase
        .readings
        .iter()
        .map(|r| {
            let moment = |m: &Moment| {
                let day = m.day.map_or_else(String::new, |d| d.to_string());
                m.time.as_ref().map_or_else(|| day.clone(), |t| format!("{day}T{t}"))
            };
            let to = r.to.as_ref().map_or_else(String::new, |to| format!("..{}", moment(to)));
            format!("{} {}{to}", r.value, moment(&r.from))
        })
        .collect();
    format!(
        "have {found:?}, want {wanted:?} in {:?} of {:?}",
        phrase.text,
        phrase.published.map(|d| d.to_string())
    )
}

fn is_right(phrase: &Phrase) -> bool {
    let found = found(phrase);
    let (Some(first), Some(last)) = (found.first(), found.last()) else { return phrase.readings.is_empty() };
    phrase.readings.iter().any(|r| reads(phrase, r, first, last, &found))
}

/// Whether what was found means one of the readings. The tables speak to the minute and look ahead; a reader of prose does
/// not, so these differences are none: a length for the stretch it makes with today, a week or month for a day in it where
/// the phrase counts in weeks or months, the part of the day for its hours, a clock time in its own zone.
fn reads(phrase: &Phrase, reading: &Reading, first: &Timex, last: &Timex, found: &[Timex]) -> bool {
    let values: Vec<String> = found.iter().map(|t| normal(&t.value)).collect();
    // Where they count a few as three, the value has an X.
    let vague = ["few", "several", "some"].iter().any(|w| phrase.text.contains(w));
    let said = |value: &String| {
        values.contains(value)
            || value.starts_with('T') && values.iter().any(|v| v.ends_with(value.as_str()))
            || vague && values.contains(&value.replace('3', "X"))
    };
    if !reading.value.is_empty() {
        // "(T17,T18,PT1H)": the ends or the length.
        let parts: Vec<String> = reading.value.trim_matches(['(', ')']).split(',').map(normal).collect();
        let pair = matches!(parts.as_slice(), [from, to, length] if said(length) || said(from) && said(to));
        if said(&reading.value) || pair {
            return true;
        }
    }
    if found.iter().any(|t| lasts(phrase, reading, t)) {
        return true;
    }
    let Some(day) = reading.from.day else {
        return reading.from.time.is_some() && at_time(phrase, &reading.from, first);
    };
    let to = reading.to.as_ref().and_then(|to| Some((to.day?, to)));
    // "by Friday": their stretch begins now, and its end is what is said.
    if let Some((end, to)) = to
        && phrase.text.to_lowercase().starts_with("by ")
    {
        return [last.from, last.to.map(|d| Day(d.0 + 1))]
            .into_iter()
            .flatten()
            .any(|d| same(phrase, d, end))
            && (at_time(phrase, to, last) || to.time.as_deref() == Some("00:00"));
    }
    let Some(from) = first.from.or(first.to) else { return false };
    let within = counts_in_stretches(&phrase.text)
        && first.from.is_some_and(|a| first.to.is_some_and(|b| a.0 - 1 <= day.0 && day.0 <= b.0 + 1));
    let season = first.value.get(5..).is_some_and(|v| ["SP", "SU", "FA", "WI"].contains(&v))
        && (from.0 - day.0).abs() <= 31;
    let here = |t: &Timex, at: Day| at_time(phrase, &reading.from, t) && same(phrase, at, midnight(t, day));
    // "last week's Sunday" is two expressions; the second says the day.
    let alone = to.is_none() && last.from.is_some_and(|at| here(last, at));
    // "from the end of 2007" begins with 2008 for them.
    let ended = first.modifier == Some("END") && first.to.is_some_and(|at| at.0 + 1 == day.0);
    if !(within || season || alone || ended || here(first, from)) {
        return false;
    }
    match to {
        // Their ends are the first day no longer meant, or the first day of what ends.
        Some((to, moment)) if moment.time.is_none() => {
            let ends = [last.from, last.to, last.to.map(|d| Day(d.0 + 1))];
            season || first.modifier.is_some() || ends.into_iter().flatten().any(|day| same(phrase, day, to))
        }
        _ => true,
    }
}

/// Midnight is 24:00 of one day and 00:00 of the next.
fn midnight(ours: &Timex, theirs: Day) -> Day {
    if ours.value.contains("T24") { Day(theirs.0 - 1) } else { theirs }
}

/// Whether a time of day agrees.
fn at_time(phrase: &Phrase, theirs: &Moment, ours: &Timex) -> bool {
    let Some(theirs) = theirs.time.as_deref() else { return true };
    // "now", to the second
    if ours.vague {
        return true;
    }
    let Some((_, time)) = ours.value.split_once('T') else {
        // "7 days ago" to the hour
        return theirs == "00:00" || phrase.text.to_lowercase().contains("day");
    };
    let part = time.len() == 2 && time.bytes().all(|b| b.is_ascii_alphabetic());
    let zone = ["gmt", "cet", "pst", "bst", "cst", "ist", "jst", "utc"]
        .iter()
        .any(|z| phrase.text.to_lowercase().contains(z));
    part || time == "XX"
        || time.get(..5).unwrap_or(time).replace("24:", "00:") == theirs
        || zone && time.get(3..5) == theirs.get(3..5)
}

/// Whether the phrase counts in weeks, months or years: then a day in the stretch is as exact as the phrase.
fn counts_in_stretches(text: &str) -> bool {
    let text = text.to_lowercase();
    ["ago", "hence", "from now", "from today", "later", "back"].iter().any(|w| text.contains(w))
        && ["week", "month", "year", "fortnight"].iter().any(|w| text.contains(w))
}

/// Whether a length is the one between today and the moment or stretch in the table.
fn lasts(phrase: &Phrase, reading: &Reading, ours: &Timex) -> bool {
    let (Some(published), Some(from)) = (phrase.published, reading.from.day) else { return false };
    let Some((amount, unit)) = ours.value.strip_prefix('P').map(|v| v.split_at(v.len() - 1)) else {
        return false;
    };
    let Ok(amount) = amount.trim_start_matches('T').parse::<f64>() else {
        return ours.value.contains('X') && phrase.text.contains("few");
    };
    let unit = match (ours.value.contains('T'), unit) {
        // The minutes of the clock are not compared: "in 2 minutes" is today.
        (true, _) => return (from.0 - published.0).abs() <= 1 + (amount / 24.0) as i32,
        (_, "D") => 1.0,
        (_, "W") => 7.0,
        (_, "M") => 30.5,
        (_, "Q") => 91.3,
        (_, "Y") => 365.3,
        _ => return false,
    };
    let near = |day: Day| (f64::from((day.0 - published.0).abs()) - amount * unit).abs() <= unit;
    near(from) || reading.to.as_ref().and_then(|to| to.day).is_some_and(near)
}

/// The same day; where the phrase leaves the direction open, the same weekday or the like day of another month or year.
fn same(phrase: &Phrase, ours: Day, theirs: Day) -> bool {
    let text = phrase.text.to_lowercase();
    let open =
        !["last ", "next", "this", "past", "previous", "coming", "ago", "from now", "later", "following"]
            .iter()
            .any(|w| text.contains(w))
            || [" of ", " in "].iter().any(|w| text.contains(w));
    let (distance, (_, m, d), (_, m2, d2)) = ((ours.0 - theirs.0).abs(), ours.ymd(), theirs.ymd());
    let bare_time =
        !text.contains("day") && !text.contains("tomorrow") && distance == 1 && text.contains(['m', ':']);
    distance == 0
        || distance == 1 && text.contains("hour")
        || open
            && ((m, d) == (m2, d2)
                || distance == 7
                || d == d2 && distance < 32
                || (357..=373).contains(&distance)
                || bare_time)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The tables, where they are: all phrases but the declined, and none declined that is read.
    #[test]
    fn phrase_tables_are_covered() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/data/time/phrases");
        if !folder.exists() {
            println!("left out: no ../shared/data/time/phrases here");
            return;
        }
        let declined = declined();
        let (mut kept, mut right, mut needless) = (0, 0, Vec::new());
        for table in ["recognizers_en", "duckling_en", "chrono_en"] {
            for phrase in phrases(&folder.join(table).with_extension("jsonl")).unwrap() {
                match (declined.contains(phrase.id.as_str()), is_right(&phrase)) {
                    (true, true) => needless.push(phrase.id),
                    (true, false) => {}
                    (false, good) => {
                        kept += 1;
                        right += usize::from(good);
                    }
                }
            }
        }
        assert!(needless.is_empty(), "declined, but read: {needless:?}");
        assert!(right * 100 >= kept * 95, "{right} of {kept} phrases are read");
    }
}
