//! The parts of a news article: headline, byline, captions, paragraphs.
//!
//! First each paragraph is judged by its own words ([`super::kind`]), then what is left by its place: the headline before
//! the story, the deck under it, subheads between paragraphs. A line is only taken from the story on evidence; what
//! nothing speaks against is body.

use super::calendar::is_month;
use super::dateline;
use super::kind;
use super::lines::{self, Element, Paragraph};
use super::sentence::{self, Sentence};
use super::span::Span;
use super::token::Token;
use super::view::{Phrases, View, is_dash, phrases};
use crate::maps::{HashSet, Quick};
use std::hash::Hasher;
use std::ops::Range;

/// What a stretch of a news article is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BlockKind {
    /// The headline.
    Headline,
    /// The line under a headline that tells the story once more.
    Deck,
    /// Who wrote it.
    Byline,
    /// When it was published or updated.
    Published,
    /// A heading inside the story.
    Subhead,
    /// A paragraph of the story.
    Body,
    /// What a picture shows, with its credit.
    Caption,
    /// Who contributed: "With reporting by AFP", agency tags.
    Credit,
    /// A pointer to another article.
    Related,
    /// Navigation and other page furniture.
    Crumb,
    /// A block that repeats an earlier one word for word.
    Repeat,
}

impl BlockKind {
    /// All kinds.
    pub(crate) const ALL: [Self; 11] = [
        Self::Headline,
        Self::Deck,
        Self::Byline,
        Self::Published,
        Self::Subhead,
        Self::Body,
        Self::Caption,
        Self::Credit,
        Self::Related,
        Self::Crumb,
        Self::Repeat,
    ];

    /// True for the parts that tell the story in sentences.
    pub fn is_prose(self) -> bool {
        matches!(self, Self::Body | Self::Deck)
    }
}

/// One block: lines that belong together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// Where it stands, without blanks at the ends.
    pub span: Span,
    /// What it is.
    pub kind: BlockKind,
}

/// A paragraph with what it was found to be, if anything yet.
struct Piece {
    tokens: Range<usize>,
    kind: Option<BlockKind>,
    apart: bool,
}

/// Cuts a tokenised text into blocks and sentences, and finds the date line.
pub(super) fn shape(
    text: &str,
    tokens: &[Token],
    title: Option<&str>,
) -> (Vec<Block>, Vec<Sentence>, Option<Span>) {
    let view = View { text, tokens };
    let mut pieces = pieces(view);
    mark_repeats(view, &mut pieces);
    join_headline(view, &mut pieces);
    place(view, &mut pieces, title);
    let mut blocks = Vec::with_capacity(pieces.len());
    let mut sentences = Vec::new();
    for piece in &pieces {
        sentence::split(text, tokens, piece.tokens.clone(), blocks.len() as u32, &mut sentences);
        blocks.push(Block { span: view.span(&piece.tokens), kind: piece.kind.unwrap_or(BlockKind::Body) });
    }
    let line = pieces
        .iter()
        .filter(|p| p.kind == Some(BlockKind::Body))
        .take(3)
        .find_map(|p| dateline::dateline(view, &p.tokens));
    if let Some(line) = &line {
        let story = if is_dash(view.word(line.end)) { line.end + 1 } else { line.end };
        let opened = sentences.iter_mut().find(|s| (s.tokens.start..s.tokens.end).contains(&(story as u32)));
        if let (Some(sentence), Some(token)) = (opened, tokens.get(story)) {
            sentence.lead = token.span.start;
        }
    }
    (blocks, sentences, line.map(|tokens| view.span(&tokens)))
}

/// The paragraphs, each judged by its own words; stamps in front and credits behind are cut off.
fn pieces(view: View<'_>) -> Vec<Piece> {
    let mut out: Vec<Piece> = Vec::new();
    for Paragraph { mut tokens, apart, element } in lines::paragraphs(view) {
        let fixed = match element {
            Element::Plain => None,
            Element::Title => Some(BlockKind::Headline),
            Element::Heading => Some(BlockKind::Subhead),
            Element::Caption => Some(BlockKind::Caption),
            Element::Markup | Element::Furniture => Some(BlockKind::Crumb),
        };
        if fixed.is_some() {
            out.push(Piece { tokens, kind: fixed, apart });
            continue;
        }
        if out.len() < 3
            && let Some(end) = kind::leading_stamp(view, &tokens)
        {
            out.push(Piece { tokens: tokens.start..end, kind: Some(BlockKind::Published), apart });
            tokens.start = end;
        }
        let kind = kind::own_kind(view, &tokens);
        let credit = if kind.is_none() { kind::trailing_credit(view, &tokens) } else { None };
        let end = credit.unwrap_or(tokens.end);
        // "The harbour at dusk. (Ann Lee / Getty Images)": what a photographer signs is a caption.
        let signed = credit.is_some()
            && view.words(tokens.start..end, 41) <= 40
            && view.has_any(end..tokens.end, phrases!["/", "photo", "photos", "getty", "images", "via"]);
        let kind = if signed { Some(BlockKind::Caption) } else { kind };
        out.push(Piece { tokens: tokens.start..end, kind, apart });
        if end < tokens.end {
            out.push(Piece { tokens: end..tokens.end, kind: Some(BlockKind::Credit), apart: false });
        }
    }
    out
}

/// Marks paragraphs that say word for word what an earlier one said.
fn mark_repeats(view: View<'_>, pieces: &mut [Piece]) {
    let mut seen = HashSet::default();
    for piece in pieces {
        if piece.kind == Some(BlockKind::Crumb) {
            continue;
        }
        let mut hasher = Quick::default();
        let mut words = 0;
        for i in piece.tokens.clone().filter(|&i| !view.is_mark(i)) {
            match view.word(i) {
                word if word.is_ascii() => word.bytes().for_each(|b| hasher.write_u8(b.to_ascii_lowercase())),
                word => hasher.write(word.to_lowercase().as_bytes()),
            }
            hasher.write_u8(b' ');
            words += 1;
        }
        if words >= 4 && !seen.insert(hasher.finish()) {
            piece.kind = Some(BlockKind::Repeat);
        }
    }
}

/// Joins the lines of a headline that was broken over two or three.
fn join_headline(view: View<'_>, pieces: &mut Vec<Piece>) {
    let Some(first) = pieces.iter().position(|p| p.kind != Some(BlockKind::Crumb)) else { return };
    let mut last = first;
    while last + 1 < pieces.len() && last < first + 2 {
        let (here, next) = (&pieces[last], &pieces[last + 1]);
        let line = |p: &Piece| {
            p.kind.is_none()
                && view.words(p.tokens.clone(), 16) <= 15
                && view.title_case(p.tokens.clone())
                && !view.ends_sentence(&p.tokens)
        };
        if next.apart || !line(here) || !line(next) {
            break;
        }
        last += 1;
    }
    if last > first {
        pieces[first].tokens.end = pieces[last].tokens.end;
        pieces.drain(first + 1..=last);
    }
}

/// Gives lines the kind of what they go on with: a caption's second line, a byline's, the entries under "Related topics".
fn follow(view: View<'_>, pieces: &mut [Piece]) {
    let mut list = None;
    for i in 1..pieces.len() {
        let (before, after) = pieces.split_at_mut(i);
        let (last, piece) = (&before[i - 1], &mut after[0]);
        if kind::heads_list(view, &last.tokens) {
            list = last.kind.filter(|k| matches!(k, BlockKind::Related | BlockKind::Crumb));
        }
        if piece.kind.is_some() {
            continue;
        }
        let words = view.words(piece.tokens.clone(), 15);
        let line = words <= 14 && !view.ends_sentence(&piece.tokens);
        let hangs = matches!(view.word(last.tokens.end - 1), "," | ":") && last.tokens.len() <= 4;
        piece.kind = match last.kind {
            Some(BlockKind::Caption) if hangs => Some(BlockKind::Caption),
            Some(BlockKind::Byline) if line && words <= 6 && kind::has_role(view, &piece.tokens) => {
                Some(BlockKind::Byline)
            }
            _ if line => list,
            _ => None,
        };
        if !line {
            list = None;
        }
    }
    // Short lines behind the last sentence of the page are no story.
    let Some(last) = pieces.iter().rposition(|p| p.kind.is_none() && view.ends_sentence(&p.tokens)) else {
        return;
    };
    for piece in pieces[last + 1..].iter_mut().filter(|p| p.kind.is_none()) {
        let short = view.words(piece.tokens.clone(), 9) <= 8;
        if short && !kind::is_item(view, &piece.tokens) {
            piece.kind = Some(BlockKind::Crumb);
        }
    }
}

/// Judges by place what its own words left open.
fn place(view: View<'_>, pieces: &mut [Piece], title: Option<&str>) {
    follow(view, pieces);
    let body = first_body(view, pieces);
    before_story(view, pieces, body, title);
    for i in body..pieces.len() {
        if pieces[i].kind.is_some() {
            continue;
        }
        let after =
            pieces[i + 1..].iter().find(|p| !matches!(p.kind, Some(BlockKind::Crumb | BlockKind::Related)));
        let subhead = i > body
            && is_subhead(view, &pieces[i].tokens)
            && after.is_some_and(|p| p.kind.is_none() && view.words(p.tokens.clone(), 12) == 12);
        pieces[i].kind = Some(if subhead { BlockKind::Subhead } else { BlockKind::Body });
    }
}

/// Headline, deck, and what else stands before the story, which begins at `body`.
fn before_story(view: View<'_>, pieces: &mut [Piece], body: usize, title: Option<&str>) {
    let open: Vec<usize> = (0..body).filter(|&i| pieces[i].kind.is_none()).collect();
    let words = |i: usize| view.words(pieces[i].tokens.clone(), 17);
    let like_headline = |i: usize| words(i) <= 16 || view.title_case(pieces[i].tokens.clone());
    let known = pieces[..body].iter().position(|p| p.kind == Some(BlockKind::Headline));
    let headline = known.or_else(|| {
        let titled = |&i: &usize| title.is_some_and(|t| same_words(view.slice(&pieces[i].tokens), t));
        let mut found = open.iter().copied();
        found
            .clone()
            .find(titled)
            .or_else(|| found.clone().find(|&i| like_headline(i) && words(i) > 3))
            .or_else(|| found.find(|&i| like_headline(i)))
    });
    let mut deck = false;
    for &i in &open {
        let tokens = pieces[i].tokens.clone();
        let few = view.words(tokens.clone(), 4) <= 3;
        let beside = |j: Option<usize>| {
            let kind = j.and_then(|j| pieces.get(j)).and_then(|p| p.kind);
            matches!(kind, Some(BlockKind::Published | BlockKind::Byline))
        };
        let signed = beside(i.checked_sub(1)) || beside(Some(i + 1)) || i + 1 == body && deck;
        let kind = if Some(i) == headline {
            BlockKind::Headline
        } else if few && headline.is_some_and(|h| i < h) {
            BlockKind::Crumb
        } else if few
            && signed
            && tokens.len() > 1
            && tokens.clone().all(|t| view.is_word(t) && view.is_capital(t))
        {
            BlockKind::Byline
        } else if !deck {
            deck = true;
            BlockKind::Deck
        } else if kind::has_pose(view, &tokens) {
            BlockKind::Caption
        } else {
            BlockKind::Body
        };
        pieces[i].kind = Some(kind);
    }
}

/// The index of the first paragraph of the story: the first that is a whole sentence, and no deck or caption.
fn first_body(view: View<'_>, pieces: &[Piece]) -> usize {
    let open = |p: &&Piece| p.kind.is_none();
    let prose = |p: &Piece| {
        p.kind.is_none() && (view.ends_sentence(&p.tokens) || view.words(p.tokens.clone(), 46) == 46)
    };
    let Some(mut first) = pieces.iter().position(prose) else {
        // No sentence anywhere: one headline if it looks like one, the rest body.
        let first = pieces.iter().position(|p| p.kind.is_none()).unwrap_or(pieces.len());
        let alone = pieces.iter().filter(open).take(2).count() < 2;
        let headline = pieces.get(first).is_some_and(|p| view.title_case(p.tokens.clone()));
        return if headline || !alone { (first + 1).min(pieces.len()) } else { first };
    };
    // What looks like prose may still be headline, deck or caption, if enough follows.
    for _ in 0..3 {
        let piece = &pieces[first];
        let next = pieces[first + 1..].iter().position(prose).map(|n| n + first + 1);
        let Some(next) = next else { break };
        let sentences = one_sentence(view, &piece.tokens);
        let words = view.words(piece.tokens.clone(), 60);
        let before = pieces[..first].iter().filter(open).count();
        let signed = pieces[first + 1..next]
            .iter()
            .any(|p| matches!(p.kind, Some(BlockKind::Byline | BlockKind::Published)));
        let opening = dateline::dateline(view, &piece.tokens);
        let opens_story = opening.is_some();
        // "NEW YORK - MAY 3: Ann Lee attends …" is how pictures are signed.
        let signs_picture = opening.is_none_or(|line| is_month(view.word(line.end + 1)));
        let posed = signs_picture
            && sentences
            && words <= 40
            && kind::has_pose(view, &piece.tokens)
            && before > 0
            && !told(view, &piece.tokens);
        let early = signed && words <= 45 && !opens_story;
        let later_line =
            !opens_story && words <= 45 && dateline::dateline(view, &pieces[next].tokens).is_some();
        if posed || early || later_line {
            first = next;
        } else {
            break;
        }
    }
    first
}

/// True if somebody said or did something: narration, not what a picture shows.
fn told(view: View<'_>, tokens: &Range<usize>) -> bool {
    static TELLING: &Phrases =
        phrases!["said", "told", "was", "were", "had", "has", "did", "agreed", "announced", "called",];
    view.has_any(tokens.clone(), TELLING)
}

fn one_sentence(view: View<'_>, tokens: &Range<usize>) -> bool {
    !(tokens.start..tokens.end.saturating_sub(2))
        .any(|i| matches!(view.word(i), "." | "!" | "?") && !view.glued(i + 1) && view.is_capital(i + 1))
}

/// A heading inside the story: few words, no stop but a question mark, no quotation, no list item.
fn is_subhead(view: View<'_>, tokens: &Range<usize>) -> bool {
    let first = view.word(tokens.start);
    let last = view.word(tokens.end - 1);
    view.words(tokens.clone(), 11) <= 10
        && (view.is_capital(tokens.start) || view.is_number(tokens.start))
        && !kind::is_item(view, tokens)
        && !matches!(first, "\"" | "“" | "'" | "‘" | "''" | "«")
        && !matches!(last, "." | "," | ";" | "…" | "..." | "\"" | "”" | "''" | ")" | "!")
        && !is_dash(last)
        && !last.ends_with('.')
}

/// True if two texts have the same letters and digits.
fn same_words(a: &str, b: &str) -> bool {
    fn letters(s: &str) -> impl Iterator<Item = char> + '_ {
        s.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase)
    }
    a.len() < 1_000 && letters(a).eq(letters(b))
}
