//! iCalendar (RFC 5545): the dated sentences of an article as all-day events.

use super::source::Source;
use crate::dates::{Day, Timex};
use std::fmt::Write;

/// A longer time is background, not an entry in a calendar.
const LONGEST_DAYS: i32 = 31;

/// A calendar with one event for each day, week or month that is known exactly; the sentence is its description.
/// The same article gives the same calendar: stamps are made from the publication day, not from a clock.
pub fn icalendar(source: &Source<'_>) -> String {
    let mut out = String::new();
    let mut line = |text: &str| fold(text, &mut out);
    line("BEGIN:VCALENDAR");
    line("VERSION:2.0");
    line("PRODID:-//Glosser//Glosser//EN");
    let mut seen: Vec<(Day, Day)> = Vec::new();
    for (number, date) in source.article.dates.iter().enumerate() {
        let sentences = &source.article.sentences;
        let at = sentences.partition_point(|s| s.span.end <= date.span.start);
        let Some(sentence) = sentences.get(at).filter(|s| source.in_prose(s)) else { continue };
        let Some((from, to)) = days(date).filter(|d| !seen.contains(d)) else { continue };
        if seen.len() < 1000 {
            seen.push((from, to));
        }
        let stamp = source.article.published.map_or(from, |p| p.day);
        let sentence = source.line(sentence.told());
        let place = if source.url.is_empty() { "article" } else { source.url };
        let hash = place
            .bytes()
            .fold(0xCBF2_9CE4_8422_2325_u64, |h, b| (h ^ u64::from(b)).wrapping_mul(0x100_0000_01B3));
        line("BEGIN:VEVENT");
        line(&format!("UID:{hash:016x}-{number}@glosser"));
        line(&format!("DTSTAMP:{}T000000Z", basic(stamp)));
        line(&format!("DTSTART;VALUE=DATE:{}", basic(from)));
        // The end of an all-day event is the day after.
        line(&format!("DTEND;VALUE=DATE:{}", basic(Day(to.0.saturating_add(1)))));
        line(&format!("SUMMARY:{}", escape(&short(&sentence))));
        line(&format!("DESCRIPTION:{}", escape(&sentence)));
        if !source.url.is_empty() && !source.url.contains(['\n', '\r']) {
            line(&format!("URL:{}", source.url));
        }
        line("TRANSP:TRANSPARENT");
        line("END:VEVENT");
    }
    line("END:VCALENDAR");
    out
}

fn days(date: &Timex) -> Option<(Day, Day)> {
    let (from, to) = (date.from?, date.to?);
    (!date.vague && (0..LONGEST_DAYS).contains(&(to.0 - from.0)) && from.ymd().0 > 0).then_some((from, to))
}

fn basic(day: Day) -> String {
    let (year, month, day) = day.ymd();
    format!("{year:04}{month:02}{day:02}")
}

/// The first words of a sentence.
fn short(sentence: &str) -> String {
    let mut words = String::new();
    for word in sentence.split(' ') {
        if words.len() + word.len() > 70 {
            words.push('…');
            break;
        }
        let _ = write!(words, "{}{word}", if words.is_empty() { "" } else { " " });
    }
    words
}

fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// Lines are at most 75 bytes long and go on behind a blank; no character is cut.
fn fold(text: &str, out: &mut String) {
    let mut length = 0;
    for c in text.chars() {
        if length + c.len_utf8() > 75 {
            out.push_str("\r\n ");
            length = 1;
        }
        out.push(c);
        length += c.len_utf8();
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::{escape, fold};

    #[test]
    fn text_is_escaped_and_folded() {
        assert_eq!(escape("a; b, c\\d\ne"), "a\\; b\\, c\\\\d\\ne");
        let mut out = String::new();
        fold(&"é".repeat(80), &mut out);
        assert!(out.split("\r\n").all(|l| l.len() <= 75));
        assert_eq!(out.replace("\r\n ", "").trim_end(), "é".repeat(80));
    }
}
