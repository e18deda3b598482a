//! Pieces that are not prose: addresses, handles, HTML pasted as text.

/// The end of a web or mail address, handle or tag that starts at `at`, if one does. `next_at` finds the '@' ahead.
pub(super) fn address(text: &str, at: usize, next_at: Option<usize>) -> Option<usize> {
    let rest = &text.as_bytes()[at..];
    let url = match rest[0] | 0x20 {
        b'h' => starts(rest, b"http://") || starts(rest, b"https://"),
        b'w' => starts(rest, b"www."),
        _ => false,
    };
    if url {
        let end = rest
            .iter()
            .position(|b| {
                b.is_ascii_whitespace() || b.is_ascii_control() || matches!(b, b'<' | b'>' | b'"' | 0xE2)
            })
            .unwrap_or(rest.len());
        let mut end = end;
        while end > 0
            && matches!(rest[end - 1], b'.' | b',' | b';' | b':' | b'!' | b'?' | b')' | b']' | b'\'')
        {
            end -= 1;
        }
        // Never inside a character: 0xE2 begins one, and all the bytes trimmed are ASCII.
        return Some(at + end);
    }
    mail(rest, next_at?.checked_sub(at)?).map(|end| at + end)
}

/// The end of a mail address whose '@' is at `sign`.
fn mail(rest: &[u8], sign: usize) -> Option<usize> {
    let local = rest.get(..sign).filter(|l| !l.is_empty() && l.len() <= 64)?;
    if !local.iter().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'%' | b'+' | b'-')) {
        return None;
    }
    let domain = &rest[sign + 1..];
    let mut end =
        domain.iter().take(255).take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-')).count();
    while end > 0 && !domain[end - 1].is_ascii_alphanumeric() {
        end -= 1;
    }
    domain[..end].contains(&b'.').then_some(sign + 1 + end)
}

/// Length of "@name", if it is one.
pub(super) fn handle(rest: &str) -> Option<usize> {
    let name = rest.get(1..)?;
    let end = name.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(name.len());
    let letters = name[..end].chars().any(char::is_alphabetic);
    letters.then_some(1 + end)
}

/// Length of an HTML entity ("&nbsp;", "&#39;") at the start of `rest`.
pub(super) fn entity(rest: &[u8]) -> Option<usize> {
    let body = rest.get(1..)?;
    let end = body.iter().take(10).position(|&b| b == b';')?;
    let name = &body[..end];
    let number = name.first() == Some(&b'#');
    let name = if number { &name[1..] } else { name };
    (!name.is_empty()
        && name.iter().all(u8::is_ascii_alphanumeric)
        && (number || name[0].is_ascii_alphabetic()))
    .then_some(end + 2)
}

/// Finds tags; remembers what is not to be found ahead, so that any text costs one pass.
#[derive(Default)]
pub(super) struct Tags {
    no_comment_end: bool,
    no_script_end: bool,
    no_style_end: bool,
}

impl Tags {
    /// Length of the tag, comment or script that starts `rest` (which starts with '<').
    pub(super) fn tag(&mut self, rest: &[u8]) -> Option<usize> {
        if rest.starts_with(b"<!--") {
            return Self::to(rest, b"-->", &mut self.no_comment_end);
        }
        let next = *rest.get(1)?;
        let name = if next == b'/' { *rest.get(2)? } else { next };
        if !(name.is_ascii_alphabetic() || next == b'!') {
            return None;
        }
        // Long enough for attributes, short enough for "x <y and so on".
        let end = rest.iter().skip(1).take(4_000).position(|&b| b == b'>' || b == b'<')? + 1;
        if rest[end] != b'>' {
            return None;
        }
        let end = end + 1;
        if starts(rest, b"<script") {
            return Self::to(rest, b"</script>", &mut self.no_script_end).or(Some(end));
        }
        if starts(rest, b"<style") {
            return Self::to(rest, b"</style>", &mut self.no_style_end).or(Some(end));
        }
        Some(end)
    }

    fn to(rest: &[u8], close: &[u8], none_ahead: &mut bool) -> Option<usize> {
        if *none_ahead {
            return None;
        }
        let found = rest.windows(close.len()).position(|w| w.eq_ignore_ascii_case(close));
        *none_ahead = found.is_none();
        found.map(|at| at + close.len())
    }
}

fn starts(rest: &[u8], with: &[u8]) -> bool {
    rest.get(..with.len()).is_some_and(|r| r.eq_ignore_ascii_case(with))
}
