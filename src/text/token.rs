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
    /// Letters, with inner apostrophes, hyphens and points that belong to the word (O'Brien, al-Assad, U.S.).
    Word,
    /// Digits first: 12, 3.6, 370,000, 1990s, 23rd.
    Number,
    /// Everything else, one mark at a time.
    Mark,
}

/// Cuts a text into tokens. Possessive 's is a token of its own ("Turkey" "'s").
pub(super) fn tokenize(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::with_capacity(text.len() / 5);
    let mut chars = text.char_indices().peekable();
    let mut last_end = usize::MAX;
    while let Some((start, c)) = chars.next() {
        if c.is_whitespace() || c.is_control() {
            continue;
        }
        let mut end = start + c.len_utf8();
        let kind = if c.is_alphabetic() {
            TokenKind::Word
        } else if c.is_numeric() {
            TokenKind::Number
        } else {
            TokenKind::Mark
        };
        if kind != TokenKind::Mark {
            while let Some(&(at, next)) = chars.peek() {
                if !next.is_alphanumeric() {
                    break;
                }
                end = at + next.len_utf8();
                chars.next();
            }
        }
        tokens.push(Token { span: Span::new(start, end), kind, glued: last_end == start });
        last_end = end;
    }
    tokens
}
