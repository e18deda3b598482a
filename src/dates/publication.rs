//! The publication day as the article itself says it.

use super::atoms::Atoms;
use super::civil::Day;
use super::find;
use super::meaning::{Found, Meaning, Year};
use crate::text::{BlockKind, Document, Span};

/// How many bytes from the top a date line or a line of its own counts.
const TOP: u32 = 1_500;

/// How long a line that only says the date may be.
const LINE: usize = 120;

/// The publication day as the article itself says it ("Published 8:44 PM, August 23, 2019"), and where.
///
/// Only lines of their own and date lines count, never prose: a block of kind `Published`, a short block near the top that
/// is nothing but a date ("Friday, July 7, 2006"), a date in the date line ("BEIRUT, Aug. 3, 2012 (AP) —").
pub fn publication(document: &Document<'_>) -> Option<(Day, Span)> {
    let line = |kind: BlockKind, span: Span| kind == BlockKind::Published && span.len() <= 4 * LINE;
    let published =
        document.blocks.iter().filter(|b| line(b.kind, b.span)).find_map(|b| first_full(document, b.span));
    published
        .or_else(|| {
            let alone = document.blocks.iter().take(12).take_while(|b| b.span.start < TOP);
            alone.filter(|b| b.span.len() <= LINE).find_map(|b| only_date(document, b.span))
        })
        .or_else(|| document.dateline.and_then(|span| first_full(document, span)))
        .or_else(|| document.blocks.iter().take(2).find_map(|b| at_line_edge(document, b.span)))
}

/// How far from its start a block is searched for a date that a lost line break has glued to the headline.
const HEAD: u32 = 400;

/// "Ministers meet Friday, July 7, 2006" where a line ends, or "Friday, July 7, 2006 Ministers met" where one begins: a date
/// with its weekday and year that no preposition leads.
fn at_line_edge(document: &Document<'_>, span: Span) -> Option<(Day, Span)> {
    let mut end = span.end.min(span.start + HEAD) as usize;
    while !document.text.is_char_boundary(end) {
        end += 1;
    }
    let head = Span::new(span.start as usize, end);
    full(document, head).into_iter().find_map(|(day, at, _)| {
        let text = document.text.get(head.start as usize..at.start as usize)?;
        let words = document.text.get(at.start as usize..at.end as usize)?;
        let behind = document.text.get(at.end as usize..)?.trim_start_matches([' ', '\t']);
        let before = text.trim_end_matches([' ', '\t']);
        let begins = before.is_empty() || before.ends_with('\n');
        let ends = behind.is_empty() || behind.starts_with('\n');
        let last = before.rsplit(char::is_whitespace).next().unwrap_or("");
        let led =
            ["on", "of", "in", "by", "since", "until", "from", "to", "for", "and", "after", "before", "at"]
                .iter()
                .any(|w| last.eq_ignore_ascii_case(w));
        let weekday = words.split(',').next().is_some_and(|w| w.trim().ends_with("day"));
        ((begins || ends) && !led && !last.ends_with(',') && weekday).then_some((day, at))
    })
}

/// The full dates in a stretch of text.
fn full(document: &Document<'_>, span: Span) -> Vec<(Day, Span, Span)> {
    let text = document.text;
    let Some(part) = text.get(span.start as usize..span.end as usize) else { return Vec::new() };
    let atoms = Atoms::of(part);
    find::all(&atoms)
        .iter()
        .filter_map(|found| Some((day(&found.meaning)?, place(&atoms, found, span.start), span)))
        .collect()
}

fn first_full(document: &Document<'_>, span: Span) -> Option<(Day, Span)> {
    full(document, span).into_iter().next().map(|(day, at, _)| (day, at))
}

/// A block that holds a date and little else: "date 2019-08-23", "By A. Writer, 3 May 2011" is no such block.
fn only_date(document: &Document<'_>, span: Span) -> Option<(Day, Span)> {
    let (day, at, _) = full(document, span).into_iter().next()?;
    let rest = span.len() - at.len();
    let label = document.text.get(span.start as usize..at.start as usize).unwrap_or("");
    let labelled = ["date", "published", "updated", "posted", "last updated", "first published", "on"]
        .iter()
        .any(|w| label.trim().trim_end_matches(':').eq_ignore_ascii_case(w));
    (rest <= 2 || labelled && rest <= 40).then_some((day, at))
}

fn day(meaning: &Meaning) -> Option<Day> {
    match meaning {
        Meaning::Date { year: Year::Is(y), month: Some(m), day: Some(d), .. } => {
            Day::new(*y, u32::from(*m), u32::from(*d))
        }
        Meaning::Time { day: Some(inner), .. } => day(inner),
        _ => None,
    }
}

fn place(atoms: &Atoms<'_>, found: &Found, offset: u32) -> Span {
    Span {
        start: atoms.get(found.first).start + offset,
        end: atoms.get(found.end.saturating_sub(1)).end + offset,
    }
}
