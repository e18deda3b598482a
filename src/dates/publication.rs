//! The publication day as the article itself says it.

use super::atoms::Atoms;
use super::civil::Day;
use super::find;
use super::meaning::{Found, Meaning, Year};
use super::packed::patterns;
use super::words::Word;
use crate::text::{BlockKind, Document, Span};

/// How many bytes from the top a date line or a line of its own counts.
const TOP: u32 = 1_500;

/// How long a line that only says the date may be.
const LINE: usize = 120;

/// The publication day as the article itself says it ("Published 8:44 PM, August 23, 2019"), and where.
///
/// Only lines of their own and date lines count, never prose: a block of kind `Published`, a short block near the top that
/// is nothing but a date ("Friday, July 7, 2006"), a byline that ends with one ("By A. Writer, 3 May 2011"), a date in the date
/// line ("BEIRUT, Aug. 3, 2012 (AP) —").
pub fn publication(document: &Document<'_>) -> Option<(Day, Span)> {
    first(document, &Blocks { kind: Some(BlockKind::Published), longest: 4 * LINE, ..ALL }, anywhere)
        .or_else(|| first(document, &Blocks { count: 12, top: TOP, longest: LINE, ..ALL }, alone))
        .or_else(|| first(document, &Blocks { kind: Some(BlockKind::Byline), top: TOP, ..ALL }, behind))
        .or_else(|| dated(document, document.dateline?, anywhere))
        .or_else(|| first(document, &Blocks { count: 2, ..ALL }, at_line_edge))
}

/// Which blocks may tell it.
struct Blocks {
    kind: Option<BlockKind>,
    /// So many from the start.
    count: usize,
    /// They begin before this byte.
    top: u32,
    /// They are no longer than this.
    longest: usize,
}

const ALL: Blocks = Blocks { kind: None, count: usize::MAX, top: u32::MAX, longest: usize::MAX };

/// The first date that fits in these blocks.
#[inline(never)]
fn first(document: &Document<'_>, blocks: &Blocks, fits: Fits) -> Option<(Day, Span)> {
    document.blocks.iter().take(blocks.count).find_map(|block| {
        let stands = blocks.kind.is_none_or(|kind| kind == block.kind)
            && block.span.start < blocks.top
            && block.span.len() <= blocks.longest;
        if stands { dated(document, block.span, fits) } else { None }
    })
}

/// Whether a date stands where that of publication does: the atoms and the text of its block.
type Fits = fn(&Atoms<'_>, &Found, &str) -> bool;

/// How far from its start a block is searched: a lost line break may have glued the date to the headline.
const HEAD: u32 = 480;

/// The first full date of the head of a stretch of text that fits.
#[inline(never)]
fn dated(document: &Document<'_>, span: Span, fits: Fits) -> Option<(Day, Span)> {
    let mut end = span.end.min(span.start + HEAD) as usize;
    while !document.text.is_char_boundary(end) {
        end += 1;
    }
    let part = document.text.get(span.start as usize..end)?;
    let atoms = Atoms::of(part);
    // A day of a year has a number, which few lines have.
    let number = |i| matches!(atoms.word(i), Word::Digits(..) | Word::Cardinal(_) | Word::Power(_));
    if !(0..atoms.len()).any(number) {
        return None;
    }
    find::all(&atoms).iter().find_map(|found| {
        let day = day(&atoms, found.meaning).filter(|_| fits(&atoms, found, part))?;
        let at = place(&atoms, found);
        Some((day, Span { start: at.start + span.start, end: at.end + span.start }))
    })
}

fn anywhere(_: &Atoms<'_>, _: &Found, _: &str) -> bool {
    true
}

patterns! {
    /// What may stand before it.
    LABELS: () = [("date/published/updated/posted/on :?", ()), ("last/first updated/published :?", ())]
}

/// A block that holds a date and little else: "date 2019-08-23".
fn alone(atoms: &Atoms<'_>, found: &Found, part: &str) -> bool {
    let rest = part.len() - place(atoms, found).len();
    let labelled = atoms.first_like(0, &LABELS).is_some_and(|(end, ())| end == found.first);
    rest <= 2 || labelled && rest <= 40
}

/// "By A. Writer, 3 May 2011": the line ends with it.
fn behind(atoms: &Atoms<'_>, found: &Found, part: &str) -> bool {
    part.len() <= place(atoms, found).end as usize + 1
}

/// "Ministers meet Friday, July 7, 2006" where a line ends, or "Friday, July 7, 2006 Ministers met" where one begins: a date
/// with its weekday and year that no preposition leads.
fn at_line_edge(atoms: &Atoms<'_>, found: &Found, part: &str) -> bool {
    let at = place(atoms, found);
    let (before, behind) = (&part.as_bytes()[..at.start as usize], &part.as_bytes()[at.end as usize..]);
    let blank = |b: &&u8| !matches!(b, b' ' | b'\t');
    let edge = before.iter().rev().find(blank).is_none_or(|b| *b == b'\n')
        || behind.iter().find(blank).is_none_or(|b| *b == b'\n');
    let led = found.first > 0
        && (atoms.any(found.first - 1, "on of in by since until from to for and after before at")
            || atoms.mark(found.first - 1, b','));
    edge && !led && matches!(atoms.word(found.first), Word::Weekday(_, true))
}

fn day(t: &Atoms<'_>, meaning: Meaning) -> Option<Day> {
    match meaning {
        Meaning::Date { year: Year::Is(y), month: Some(m), day: Some(d), .. } => {
            Day::new(y.into(), m.into(), d.into())
        }
        Meaning::Time { day: Some(inner), .. } => day(t, t.kept(inner)),
        _ => None,
    }
}

fn place(atoms: &Atoms<'_>, found: &Found) -> Span {
    Span { start: atoms.get(found.first).start, end: atoms.get(found.end.saturating_sub(1)).end }
}
