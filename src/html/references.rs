//! Character references: `&amp;`, `&#8211;`, `&#x2013;`.

use std::borrow::Cow;

/// The named ones of HTML 4, and `apos`; name, tab, code point in hexadecimal.
const NAMED: &str = include_str!("references.tsv");
/// The longest name.
const LONGEST: usize = 8;
/// What 0x80 to 0x9F stand for: pages of old meant Windows' set, and the standard agrees.
const WINDOWS: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8D}', 'Ž', '\u{8F}', '\u{90}',
    '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9D}', 'ž', 'Ÿ',
];

/// The text with its references replaced by what they stand for; unknown ones stay as they are.
pub(super) fn decode(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let (c, length) = reference(rest).unwrap_or(('&', 1));
        out.push(c);
        rest = &rest[length..];
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// The reference at the start of `rest`: what it stands for, and its length.
fn reference(rest: &str) -> Option<(char, usize)> {
    let body = &rest[1..];
    if let Some(number) = body.strip_prefix('#') {
        let (digits, radix, head) = match number.strip_prefix(['x', 'X']) {
            Some(hex) => (hex, 16, 3),
            None => (number, 10, 2),
        };
        let length = digits.bytes().take(8).take_while(|b| char::from(*b).is_digit(radix)).count();
        let code = u32::from_str_radix(&digits[..length], radix).ok()?;
        let c = match code {
            0x80..=0x9F => WINDOWS[code as usize - 0x80],
            0 => '\u{FFFD}',
            _ => char::from_u32(code).unwrap_or('\u{FFFD}'),
        };
        let semicolon = usize::from(digits.as_bytes().get(length) == Some(&b';'));
        return Some((c, head + length + semicolon));
    }
    let length = body.bytes().take(LONGEST).take_while(u8::is_ascii_alphanumeric).count();
    if body.as_bytes().get(length) != Some(&b';') {
        // Without a semicolon only those that were always written so.
        return ["amp", "lt", "gt", "quot", "nbsp"]
            .iter()
            .find(|n| body[..length] == ***n)
            .and_then(|n| Some((named(n)?, 1 + n.len())));
    }
    Some((named(&body[..length])?, length + 2))
}

fn named(name: &str) -> Option<char> {
    let line = NAMED.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix('\t'))?;
    u32::from_str_radix(line, 16).ok().and_then(char::from_u32)
}
