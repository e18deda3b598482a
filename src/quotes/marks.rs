//! Passages in quotation marks: which mark opens, which closes, and what to do where one is missing.

use crate::sort::Sort;
use crate::text::{BlockKind, Document, Span, TokenKind};
use std::ops::Range;

/// Words between quotation marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Passage {
    /// Its tokens, marks included.
    pub tokens: Range<usize>,
    /// Marks included.
    pub span: Span,
    /// How many words lie inside.
    pub words: usize,
    /// True if it has no closing mark because the next paragraph goes on with it.
    pub goes_on: bool,
}

/// Single marks further apart than this are no pair.
const SINGLE_REACH: usize = 120;

/// Nested deeper than this, marks are strays.
const DEEPEST: usize = 4;

/// The passages of one block, in order, none inside another.
pub(super) fn passages(
    document: &Document<'_>,
    tokens: Range<usize>,
    next: Option<Range<usize>>,
) -> Vec<Passage> {
    let mut found = doubles(document, tokens.clone(), next);
    singles(document, tokens, &mut found);
    found
}

/// True for the parts of an article where somebody may speak.
pub(super) fn may_speak(kind: BlockKind) -> bool {
    use BlockKind::{Byline, Crumb, Published, Related, Repeat};
    !matches!(kind, Byline | Crumb | Published | Related | Repeat)
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    Open,
    Close,
    Either,
}

/// Which way a double mark faces; nothing for other words.
pub(super) fn double(text: &str) -> Option<Way> {
    Some(match text {
        "\"" | "″" | "&quot;" | "&#34;" | "\u{ff02}" => Way::Either,
        "“" | "„" | "«" | "``" | "‟" | "&ldquo;" | "&#8220;" => Way::Open,
        "”" | "»" | "&rdquo;" | "&#8221;" => Way::Close,
        "''" | "’’" | "\"\"" => Way::Either,
        "‘‘" => Way::Open,
        _ => return None,
    })
}

/// Which way a mark at `at` faces, from the blanks round it, then from its shape, then from whether one is open.
fn way(document: &Document<'_>, tokens: &Range<usize>, at: usize, shape: Way, inside: bool) -> Way {
    let before = at > tokens.start && document.tokens[at].glued;
    let after = at + 1 < tokens.end && document.tokens[at + 1].glued;
    match (before, after) {
        (false, true) => return Way::Open,
        (true, false) => return Way::Close,
        _ if shape != Way::Either => return shape,
        (true, true) => {
            // Glued on both sides: after a bracket or a dash it opens, before a stop it closes.
            let opener = matches!(document.word(at - 1), "(" | "[" | "—" | "–" | "-" | "--" | "/" | "¿");
            let stop = matches!(document.word(at + 1), "." | "," | ";" | ":" | "!" | "?" | ")" | "]");
            if opener != stop {
                return if opener { Way::Open } else { Way::Close };
            }
        }
        (false, false) => {}
    }
    if inside { Way::Close } else { Way::Open }
}

fn doubles(document: &Document<'_>, tokens: Range<usize>, next: Option<Range<usize>>) -> Vec<Passage> {
    let mut found: Vec<Passage> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    for at in tokens.clone() {
        if document.tokens[at].kind == TokenKind::Word {
            continue;
        }
        let Some(shape) = double(document.word(at)) else { continue };
        // A mark doubled by mistake ("" or "') opens once.
        let glued = document.tokens[at].glued && document.tokens.get(at + 1).is_some_and(|t| t.glued);
        if glued && open.last().is_some_and(|&o| o + 1 == at) {
            continue;
        }
        match way(document, &tokens, at, shape, !open.is_empty()) {
            Way::Open | Way::Either => {
                if open.len() < DEEPEST {
                    open.push(at);
                }
            }
            Way::Close => {
                if let Some(start) = open.pop() {
                    // The outer pair swallows the inner ones.
                    while found.last().is_some_and(|p| p.tokens.start > start) {
                        found.pop();
                    }
                    found.push(passage(document, start..at + 1, false));
                }
            }
        }
    }
    // A mark that nothing closes: the speech goes on in the next paragraph, which repeats the opening mark.
    let goes_on = next.is_some_and(|next| {
        let at = next.start;
        !next.is_empty()
            && double(document.word(at))
                .is_some_and(|shape| way(document, &next, at, shape, false) == Way::Open)
    });
    if let Some(&start) = open.first()
        && goes_on
        && found.last().is_none_or(|p| p.tokens.end <= start)
    {
        found.push(passage(document, start..tokens.end, true));
    }
    found
}

/// Single marks round several words, where no double marks are ('…' in British print). Apostrophes are none.
fn singles(document: &Document<'_>, tokens: Range<usize>, found: &mut Vec<Passage>) {
    let mut extra: Vec<Passage> = Vec::new();
    let mut doubles = found.iter().map(|p| p.tokens.clone()).peekable();
    let mut at = tokens.start;
    while at < tokens.end {
        while doubles.peek().is_some_and(|d| d.end <= at) {
            doubles.next();
        }
        if let Some(d) = doubles.peek()
            && d.start <= at
        {
            at = d.end;
            continue;
        }
        if !single_open(document, at, tokens.end) {
            at += 1;
            continue;
        }
        let limit = doubles.peek().map_or(tokens.end, |d| d.start).min(at + SINGLE_REACH);
        let inner = doubles.clone().take_while(|d| d.start < at + SINGLE_REACH);
        let close =
            single_close(document, at, limit).or_else(|| round_doubles(document, at, tokens.end, inner));
        match close {
            Some(close) if close > at + 3 => {
                extra.push(passage(document, at..close + 1, false));
                at = close + 1;
            }
            _ => at += 1,
        }
    }
    if !extra.is_empty() {
        found.extend(extra);
        found.arrange_by_key(|p| p.tokens.start);
        found.dedup_by(|inner, outer| inner.tokens.end < outer.tokens.end);
    }
}

fn single_open(document: &Document<'_>, at: usize, limit: usize) -> bool {
    if !matches!(document.word(at), "'" | "‘" | "`" | "‹") || at + 1 >= limit {
        return false;
    }
    let free = !document.tokens[at].glued
        || at.checked_sub(1).is_none_or(|p| matches!(document.word(p), "(" | "[" | "—" | "–" | "-"));
    let elided = ["em", "til", "tis", "twas", "cause", "n", "round", "bout"];
    free && document.tokens[at + 1].glued
        && document.tokens[at + 1].kind == TokenKind::Word
        && !elided.contains(&document.word(at + 1).to_lowercase().as_str())
}

/// The close of single marks that hold double ones, 'He said "no" twice,': behind a stop only.
fn round_doubles(
    document: &Document<'_>,
    open: usize,
    end: usize,
    inner: impl Iterator<Item = Range<usize>>,
) -> Option<usize> {
    let closes = |&t: &usize| {
        matches!(document.word(t), "'" | "’")
            && document.tokens[t].glued
            && matches!(document.word(t - 1), "." | "," | "!" | "?")
    };
    let mut inner = inner.peekable();
    while let Some(double) = inner.next() {
        let limit = inner.peek().map_or(end, |d| d.start).min(open + SINGLE_REACH);
        if let Some(close) = (double.end..limit).find(closes) {
            return Some(close);
        }
    }
    None
}

/// The mark that closes: the first after a stop or before one; else the first after a word that is no plural.
fn single_close(document: &Document<'_>, open: usize, limit: usize) -> Option<usize> {
    let mut fallback = None;
    for at in open + 2..limit {
        if single_open(document, at, limit) {
            break;
        }
        if !matches!(document.word(at), "'" | "’" | "›") || !document.tokens[at].glued {
            continue;
        }
        let stop = |t: usize| matches!(document.word(t), "." | "," | ";" | ":" | "!" | "?" | "…");
        let last = at + 1 >= limit;
        if stop(at - 1) || last || (stop(at + 1) && !document.word(at - 1).ends_with('s')) {
            return Some(at);
        }
        if !document.tokens[at + 1].glued && !document.word(at - 1).ends_with('s') {
            fallback = fallback.or(Some(at));
        }
    }
    fallback
}

fn passage(document: &Document<'_>, tokens: Range<usize>, goes_on: bool) -> Passage {
    let words = document.tokens[tokens.clone()].iter().filter(|t| t.kind != TokenKind::Mark).count();
    let span = document.tokens[tokens.start].span.join(document.tokens[tokens.end - 1].span);
    Passage { tokens, span, words, goes_on }
}

#[cfg(test)]
mod tests {
    use crate::text;

    fn found(source: &str) -> Vec<String> {
        let document = text::parse(source, None);
        let blocks: Vec<_> = document.blocks.iter().map(|b| document.tokens_in(b.span)).collect();
        let mut out = Vec::new();
        for (i, tokens) in blocks.iter().enumerate() {
            for p in super::passages(&document, tokens.clone(), blocks.get(i + 1).cloned()) {
                out.push(document.slice(p.span).to_string());
            }
        }
        out
    }

    #[test]
    fn marks_of_all_shapes_pair_up() {
        let table: &[(&str, &[&str])] = &[
            (r#"She said "we will see" and left."#, &[r#""we will see""#]),
            ("She said “we will see” and left.", &["“we will see”"]),
            ("She said ”we will see” and left.", &["”we will see”"]),
            ("She said «we will see» and left.", &["«we will see»"]),
            ("She said ``we will see'' and left.", &["``we will see''"]),
            (r#"''We will see," she said."#, &[r#"''We will see,""#]),
            (r#"Plans to ""mend" it failed."#, &[r#"""mend""#]),
            (r#"It was "'raining stones" there."#, &[r#""'raining stones""#]),
            ("“He said ‘no’ twice,” she said.", &["“He said ‘no’ twice,”"]),
            (r#"“He said “no” twice,” she said."#, &["“He said “no” twice,”"]),
            ("The bridge—“a disgrace to us”—fell.", &["“a disgrace to us”"]),
            ("'We will see,' she said.", &["'We will see,'"]),
            ("The rebels' leaders and the teachers' union don't agree.", &[]),
            ("A 12\" record is no quotation.", &[]),
            ("It ended there,\" she said.", &[]),
        ];
        for (source, want) in table {
            assert_eq!(&found(source), want, "{source}");
        }
    }

    #[test]
    fn a_speech_runs_over_paragraphs() {
        let source = "“We came late.\n\n“We went early,” he said.";
        assert_eq!(found(source), ["“We came late.", "“We went early,”"]);
    }
}
