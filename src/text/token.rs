//! Words, numbers and marks.
//!
//! - A word keeps its inner apostrophes ("O'Brien", "didn't"), the points of abbreviations ("U.S.", "Gen.", "a.m.") and
//!   the '&' of "AT&T". What is tacked on by an apostrophe ('s, 'll, 're, 've, 'd, 'm) is a token of its own, and so
//!   is the bare apostrophe of "journalists'".
//! - Hyphens that make a name stay ("al-Assad", "Guinea-Bissau", "S-400"); those that tack something on cut
//!   ("Geneva" "-" "based", "mid" "-" "October", "six" "-" "year" "-" "old"): see [`super::compound`].
//! - A number is digits with separators inside (370,000 · 3.6 · 8:44) and an ordinal or plural ending (23rd, 1990s).
//!   "2019-08-23" is three numbers and two marks; "5pm" is a number and a word.
//! - Web and mail addresses and @handles are one word each; HTML tags and entities one mark each. The '#' of a hash
//!   tag is a mark, for people put names behind it.

use super::abbreviation;
use super::chars::{extends, is_apostrophe, is_blank, is_hyphen, is_unseen};
use super::compound;
use super::markup::{self, Tags};
use super::span::Span;

/// One word, number or mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// What it is made of.
    pub kind: TokenKind,
    /// True if no blank stands before it.
    pub glued: bool,
}

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// Letters, with inner apostrophes, hyphens and points that belong to the word (O'Brien, al-Assad, U.S., 's).
    Word,
    /// Digits first: 12, 3.6, 370,000, 1990s, 23rd.
    Number,
    /// Everything else: a sign, a doubled quotation mark (''), a dash (--), an ellipsis (...), an HTML tag or entity.
    Mark,
}

/// Cuts a text into tokens.
pub(super) fn tokenize(text: &str) -> Vec<Token> {
    let mut scanner = Scanner {
        text,
        tokens: Vec::with_capacity(text.len() / 5),
        next_sign: NextSign { at: 0, none: false },
        tags: Tags::default(),
    };
    scanner.run();
    scanner.tokens
}

/// Where the next '@' is: found once for all the words before it.
struct NextSign {
    at: usize,
    none: bool,
}

impl NextSign {
    fn after(&mut self, text: &str, from: usize) -> Option<usize> {
        if self.at < from && !self.none {
            match text.as_bytes()[from..].iter().position(|&b| b == b'@') {
                Some(found) => self.at = from + found,
                None => self.none = true,
            }
        }
        (!self.none && self.at >= from).then_some(self.at)
    }
}

struct Scanner<'t> {
    text: &'t str,
    tokens: Vec<Token>,
    next_sign: NextSign,
    tags: Tags,
}

impl<'t> Scanner<'t> {
    fn run(&mut self) {
        let mut at = 0;
        while let Some(c) = self.char(at) {
            at = if is_blank(c) || is_unseen(c) {
                at + c.len_utf8()
            } else if c.is_ascii_digit() || c.is_numeric() {
                self.number(at)
            } else if c.is_alphabetic() {
                self.word(at)
            } else {
                self.mark(at, c)
            };
        }
    }

    fn char(&self, at: usize) -> Option<char> {
        match self.text.as_bytes().get(at) {
            Some(&b) if b < 0x80 => Some(b as char),
            Some(_) => self.text.get(at..)?.chars().next(),
            None => None,
        }
    }

    fn push(&mut self, start: usize, end: usize, kind: TokenKind) {
        let glued = self.tokens.last().is_some_and(|t| t.span.end as usize == start);
        self.tokens.push(Token { span: Span::new(start, end), kind, glued });
    }

    /// The end of the letters and digits that start at `at`; signs without width count only between letters.
    fn run_end(&self, at: usize) -> usize {
        let (mut here, mut end) = (at, at);
        while let Some(c) = self.char(here) {
            let alphanumeric = c.is_alphanumeric();
            if !alphanumeric && (c.is_ascii() || !extends(c)) {
                break;
            }
            here += c.len_utf8();
            if alphanumeric || !is_unseen(c) {
                end = here;
            }
        }
        end
    }

    /// A word, and what its hyphens and apostrophes cut off. Returns where to go on.
    fn word(&mut self, start: usize) -> usize {
        let sign = self.next_sign.after(self.text, start);
        if let Some(end) = markup::address(self.text, start, sign) {
            self.push(start, end, TokenKind::Word);
            return end;
        }
        // `part` is where the last part begins: after a hyphen that was kept, after a point in "U.S.".
        let (mut part, mut end, mut pointed) = (start, self.run_end(start), false);
        while let Some(c) = self.char(end) {
            let after = end + c.len_utf8();
            if is_apostrophe(c) {
                match self.apostrophe(after) {
                    Apostrophe::Inner => end = self.run_end(after),
                    Apostrophe::Clitic(clitic) => {
                        self.push(start, end, TokenKind::Word);
                        self.push(end, clitic, TokenKind::Word);
                        return clitic;
                    }
                    Apostrophe::Outer => break,
                }
            } else if c == '.' {
                match self.point(start, part, end, pointed) {
                    Point::Inner => (part, pointed, end) = (after, true, self.run_end(after)),
                    Point::Last => {
                        end = after;
                        break;
                    }
                    Point::Outer => break,
                }
            } else if c == '&' {
                let capital = |at: usize| self.char(at).is_some_and(char::is_uppercase);
                let entity = markup::entity(&self.text.as_bytes()[end..]).is_some();
                if entity || !capital(after) || !capital(end - 1) && end - start > 1 {
                    break;
                }
                end = self.run_end(after);
            } else if is_hyphen(c) {
                let right = self.run_end(after);
                if right == after || compound::cuts(&self.text[part..end], &self.text[after..right]) {
                    break;
                }
                (part, pointed, end) = (after, false, right);
            } else {
                break;
            }
        }
        self.push(start, end, TokenKind::Word);
        end
    }

    /// What an apostrophe after a letter does; `after` is what follows it.
    fn apostrophe(&self, after: usize) -> Apostrophe {
        let end = self.run_end(after);
        match &self.text.as_bytes()[after..end] {
            [] => Apostrophe::Outer,
            [b's' | b'S' | b'd' | b'm' | b'D' | b'M'] | b"ll" | b"re" | b"ve" | b"LL" | b"RE" | b"VE" => {
                Apostrophe::Clitic(end)
            }
            _ => Apostrophe::Inner,
        }
    }

    /// What the point at `end` does after the part from `part`, in the word from `start`.
    fn point(&self, start: usize, part: usize, end: usize, pointed: bool) -> Point {
        let text = self.text;
        let mut letters = text[part..end].chars();
        let first = letters.next().unwrap_or(' ');
        let single = first.is_alphabetic() && letters.all(extends);
        let next = self.char(end + 1).filter(|c| c.is_alphabetic());
        if single {
            // "U.S", "e.g": a letter follows that stands alone in turn; "J.Smith" is cut.
            if next.is_some_and(|n| n.is_uppercase() == first.is_uppercase()) {
                let right = self.run_end(end + 1);
                let alone = text[end + 1..right].chars().filter(|c| !extends(*c)).count() == 1;
                return if alone {
                    Point::Inner
                } else if first.is_uppercase() || pointed {
                    Point::Last
                } else {
                    Point::Outer
                };
            }
            if pointed {
                return Point::Last;
            }
        }
        if next.is_some() {
            let right = &text[end + 1..self.run_end(end + 1)];
            let doctor = matches!((&text[part..end], right), ("Ph", "D") | ("Ed", "D") | ("Ph", "Ds"));
            if doctor || is_domain(right) {
                return Point::Inner;
            }
        }
        if pointed && matches!(&text[start..end], "Ph.D" | "Ed.D") {
            return Point::Last;
        }
        let before = self.tokens.last().map_or("", |t| &text[t.span.start as usize..t.span.end as usize]);
        if abbreviation::takes_point(&text[part..end], before, &text[end + 1..]) {
            Point::Last
        } else {
            Point::Outer
        }
    }

    /// A number with separators and a short ending. Returns where to go on.
    fn number(&mut self, start: usize) -> usize {
        let bytes = self.text.as_bytes();
        let sign = self.next_sign.after(self.text, start);
        if bytes[start].is_ascii_digit()
            && let Some(end) = markup::address(self.text, start, sign)
        {
            self.push(start, end, TokenKind::Word);
            return end;
        }
        let digits = |from: usize| bytes[from..].iter().take_while(|b| b.is_ascii_digit()).count();
        let mut end = start;
        while let Some(c) = self.char(end).filter(|c| c.is_numeric()) {
            end += c.len_utf8();
        }
        let mut group = end - start;
        while let Some(&b) = bytes.get(end) {
            let more = match b {
                b'.' | b',' | b':' => digits(end + 1),
                _ => 0,
            };
            let joins = match b {
                b'.' => more > 0,
                b',' => more == 3 || more == 2 && bytes.get(end + 3) == Some(&b','),
                b':' => more == 2 && group <= 2,
                _ => false,
            };
            if !joins {
                break;
            }
            group = more;
            end += 1 + more;
        }
        let letters = self.run_end(end);
        let ending = &self.text[end..letters];
        let kept = match ending {
            "" => false,
            "st" | "nd" | "rd" | "th" | "s" | "ST" | "ND" | "RD" | "TH" => true,
            "AM" | "PM" | "GMT" | "UTC" | "EST" | "EDT" | "CET" | "CEST" | "BST" | "PST" | "PDT" | "ET"
            | "BN" | "KM" | "KG" | "MW" | "GW" => false,
            // "1MDB", "5G", "3D"; "23T20" is a day and an hour.
            _ => ending.bytes().all(|b| b.is_ascii_uppercase()),
        };
        let end = if kept { letters } else { end };
        self.push(start, end, TokenKind::Number);
        end
    }

    /// A mark. Returns where to go on.
    fn mark(&mut self, start: usize, c: char) -> usize {
        let rest = &self.text[start..];
        let bytes = rest.as_bytes();
        let glued = self.tokens.last().is_some_and(|t| t.span.end as usize == start);
        let run = |most: usize| bytes.iter().take(most).take_while(|&&b| b == bytes[0]).count();
        let (length, kind) = match c {
            '<' => (self.tags.tag(bytes).unwrap_or(1), TokenKind::Mark),
            '&' => (markup::entity(bytes).unwrap_or(1), TokenKind::Mark),
            '@' if !glued => match markup::handle(rest) {
                Some(length) => (length, TokenKind::Word),
                None => (1, TokenKind::Mark),
            },
            '.' | '-' | '_' | '=' | '*' | '~' => (run(usize::MAX), TokenKind::Mark),
            '"' | '`' => (run(2), TokenKind::Mark),
            // `1990's`, `"Titanic"'s`
            '\'' | '\u{2019}' if glued && self.is_possessive(start + c.len_utf8()) => {
                (c.len_utf8() + 1, TokenKind::Word)
            }
            '\'' => (run(2), TokenKind::Mark),
            _ => {
                let tail = rest[c.len_utf8()..].chars().take_while(|&c| !c.is_ascii() && extends(c));
                (c.len_utf8() + tail.map(char::len_utf8).sum::<usize>(), TokenKind::Mark)
            }
        };
        self.push(start, start + length, kind);
        start + length
    }

    fn is_possessive(&self, at: usize) -> bool {
        self.text.as_bytes().get(at) == Some(&b's') && self.run_end(at) == at + 1
    }
}

enum Apostrophe {
    /// Inside the word: O'Brien.
    Inner,
    /// Begins a clitic that ends here: 's.
    Clitic(usize),
    /// Not part of the word.
    Outer,
}

enum Point {
    /// Inside the word, which goes on: U.S
    Inner,
    /// The word's last: Gen.
    Last,
    /// A full stop.
    Outer,
}

/// The last part of addresses that news names in prose: Rappler.com.
fn is_domain(part: &str) -> bool {
    matches!(
        part,
        "com"
            | "org"
            | "net"
            | "gov"
            | "edu"
            | "info"
            | "biz"
            | "tv"
            | "io"
            | "ru"
            | "uk"
            | "eu"
            | "de"
            | "fr"
            | "cn"
            | "ua"
    )
}

#[cfg(test)]
#[path = "token_tests.rs"]
mod tests;
