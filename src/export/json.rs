//! The little JSON that the linked-data exports need (RFC 8259), so that the core needs no JSON library.

use super::decimal::decimal;
use std::fmt::{self, Display, Write};

/// A JSON value.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Json {
    Text(String),
    Number(f64),
    List(Vec<Json>),
    Object(Vec<(&'static str, Json)>),
}

impl From<&str> for Json {
    fn from(text: &str) -> Self {
        Self::Text(text.to_string())
    }
}

impl From<String> for Json {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<u32> for Json {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}

impl Display for Json {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => string(f, text),
            // JSON knows no infinities.
            Self::Number(n) if n.is_finite() => f.write_str(&decimal(*n)),
            Self::Number(_) => f.write_str("null"),
            Self::List(items) => {
                f.write_char('[')?;
                for (i, item) in items.iter().enumerate() {
                    write!(f, "{}{item}", if i > 0 { "," } else { "" })?;
                }
                f.write_char(']')
            }
            Self::Object(fields) => {
                f.write_char('{')?;
                for (i, (name, value)) in fields.iter().enumerate() {
                    write!(f, "{}\"{name}\":{value}", if i > 0 { "," } else { "" })?;
                }
                f.write_char('}')
            }
        }
    }
}

fn string(f: &mut fmt::Formatter<'_>, text: &str) -> fmt::Result {
    f.write_char('"')?;
    for c in text.chars() {
        match c {
            '"' => f.write_str("\\\"")?,
            '\\' => f.write_str("\\\\")?,
            '\n' => f.write_str("\\n")?,
            '\r' => f.write_str("\\r")?,
            '\t' => f.write_str("\\t")?,
            // "<" too: the JSON may be set into a script element. The two separators end lines in old JavaScript.
            c if c < ' ' || matches!(c, '<' | '\u{2028}' | '\u{2029}') => write!(f, "\\u{:04x}", c as u32)?,
            c => f.write_char(c)?,
        }
    }
    f.write_char('"')
}

#[cfg(test)]
mod tests {
    use super::Json;

    #[test]
    fn what_json_cannot_hold_is_escaped() {
        let text = Json::from("a \"b\" \\ \n\u{1} </script> é 😀");
        assert_eq!(text.to_string(), r#""a \"b\" \\ \n\u0001 \u003c/script> é 😀""#);
        assert_eq!(Json::Number(f64::NAN).to_string(), "null");
        assert_eq!(
            Json::Object(vec![("a", Json::List(vec![1.into(), "x".into()]))]).to_string(),
            r#"{"a":[1,"x"]}"#
        );
    }
}
