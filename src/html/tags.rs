//! A page cut into tags and what stands between them.

/// A piece of a page.
pub(super) enum Piece<'h> {
    /// Words between tags, character references and all.
    Text(&'h str),
    /// An element whose content is no markup, whole: `title`, `script`, `style`.
    Raw {
        tag: Tag<'h>,
        content: &'h str,
    },
    Open(Tag<'h>),
    /// An end tag, by its name in lower case.
    Close(String),
}

/// A start tag.
pub(super) struct Tag<'h> {
    /// In lower case.
    pub name: String,
    attributes: &'h str,
    /// `<x/>`.
    pub closed: bool,
}

impl<'h> Tag<'h> {
    /// The value of an attribute, as written; empty if it has none.
    pub fn get(&self, name: &str) -> Option<&'h str> {
        let mut rest = self.attributes;
        loop {
            rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
            if rest.is_empty() {
                return None;
            }
            let length =
                rest.find(|c: char| c.is_ascii_whitespace() || matches!(c, '=' | '/')).unwrap_or(rest.len());
            // A stray '=' belongs to no name.
            let (key, after) = rest.split_at(length.max(1).min(rest.len()));
            let after = after.trim_start();
            let (value, next) = match after.strip_prefix('=') {
                Some(value) => value_of(value.trim_start()),
                None => ("", after),
            };
            if key.eq_ignore_ascii_case(name) {
                return Some(value);
            }
            rest = next;
        }
    }

    /// Whether the page hides the element from all readers.
    pub fn is_hidden(&self) -> bool {
        self.get("hidden").is_some()
            || self.get("aria-hidden").is_some_and(|v| v.eq_ignore_ascii_case("true"))
    }
}

/// The value at the start of `rest`, and what comes after it.
fn value_of(rest: &str) -> (&str, &str) {
    for quote in ['"', '\''] {
        if let Some(inner) = rest.strip_prefix(quote) {
            return inner.split_once(quote).unwrap_or((inner, ""));
        }
    }
    rest.split_at(rest.find(|c: char| c.is_ascii_whitespace()).unwrap_or(rest.len()))
}

/// The name at the start of what stands in a tag.
fn name_of(body: &str) -> &str {
    let end = body.find(|c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>')).unwrap_or(body.len());
    &body[..end]
}

/// Elements in which `<` means nothing until their own end.
const RAW: &[&str] = &["script", "style", "textarea", "title", "xmp"];

pub(super) struct Tags<'h> {
    html: &'h str,
    at: usize,
    /// Names whose end tag is known not to come any more: they are looked for once.
    endless: Vec<String>,
}

impl<'h> Tags<'h> {
    pub fn new(html: &'h str) -> Self {
        Self { html, at: 0, endless: Vec::new() }
    }

    /// What stands from here up to `end`.
    fn take(&mut self, end: usize) -> &'h str {
        let taken = &self.html[self.at..end];
        self.at = end;
        taken
    }

    /// The tag that starts here, if this is one: its length.
    fn tag(&self) -> Option<usize> {
        let rest = &self.html.as_bytes()[self.at..];
        match rest.get(1)? {
            b'!' if rest.starts_with(b"<!--") => {
                let end = self.html[self.at + 4..].find("-->");
                Some(end.map_or(rest.len(), |end| end + 7))
            }
            b'!' | b'?' => Some(rest.iter().position(|&b| b == b'>').map_or(rest.len(), |end| end + 1)),
            b'/' if rest.get(2).is_some_and(u8::is_ascii_alphabetic) => {
                Some(rest.iter().position(|&b| b == b'>').map_or(rest.len(), |end| end + 1))
            }
            b if b.is_ascii_alphabetic() => Some(end_of_tag(rest)),
            _ => None,
        }
    }

    /// The content of a raw element that has just been opened; its end tag is taken too.
    fn raw(&mut self, name: &str) -> Option<&'h str> {
        if self.endless.iter().any(|n| n == name) {
            return None;
        }
        let bytes = self.html.as_bytes();
        let mut at = self.at;
        loop {
            let Some(found) = self.html[at..].find("</") else {
                self.endless.push(name.to_string());
                return None;
            };
            let end = at + found;
            let after = end + 2 + name.len();
            let named = bytes.get(end + 2..after).is_some_and(|n| n.eq_ignore_ascii_case(name.as_bytes()));
            if named && bytes.get(after).is_none_or(|b| b.is_ascii_whitespace() || matches!(b, b'>' | b'/')) {
                let content = self.take(end);
                let close = self.html[end..].find('>').map_or(self.html.len(), |n| end + n + 1);
                self.at = close;
                return Some(content);
            }
            at = end + 2;
        }
    }
}

/// One past the `>` of a start tag; those in quoted values do not count.
fn end_of_tag(rest: &[u8]) -> usize {
    let mut quote = None;
    let mut before = b' ';
    for (at, &b) in rest.iter().enumerate() {
        match quote {
            Some(q) if b == q => quote = None,
            Some(_) => {}
            None if b == b'>' => return at + 1,
            None if matches!(b, b'"' | b'\'') && before == b'=' => quote = Some(b),
            None => {}
        }
        if !b.is_ascii_whitespace() {
            before = b;
        }
    }
    // A quotation mark that never closes would swallow the page: then the first `>` ends it.
    rest.iter().position(|&b| b == b'>').map_or(rest.len(), |end| end + 1)
}

impl<'h> Iterator for Tags<'h> {
    type Item = Piece<'h>;

    fn next(&mut self) -> Option<Piece<'h>> {
        loop {
            if self.at >= self.html.len() {
                return None;
            }
            let Some(length) = self.html[self.at..].starts_with('<').then(|| self.tag()).flatten() else {
                // A `<` that starts no tag is a word like any other.
                let next = self.at + self.html[self.at..].chars().next().map_or(1, char::len_utf8);
                let end = self.html[next..].find('<').map_or(self.html.len(), |n| next + n);
                return Some(Piece::Text(self.take(end)));
            };
            let tag = self.take(self.at + length);
            if tag.starts_with("<!") || tag.starts_with("<?") {
                continue;
            }
            let body = tag.trim_end_matches('>').trim_start_matches('<');
            if let Some(name) = body.strip_prefix('/') {
                return Some(Piece::Close(name_of(name).to_ascii_lowercase()));
            }
            let name = name_of(body);
            let attributes = body[name.len()..].trim();
            let closed = attributes.ends_with('/');
            let tag = Tag { name: name.to_ascii_lowercase(), attributes, closed };
            if !RAW.contains(&tag.name.as_str()) {
                return Some(Piece::Open(tag));
            }
            if let Some(content) = self.raw(&tag.name) {
                return Some(Piece::Raw { tag, content });
            }
        }
    }
}
