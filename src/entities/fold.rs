//! Folding of spelling: case, accents and apostrophes, so that Erdoğan and Erdogan are one word.

use crate::places::plain;

/// Appends the folded form of one character: ASCII where Latin letters allow it, nothing for accents and
/// apostrophes, else the lower-case character.
#[inline]
pub(crate) fn fold_char(c: char, out: &mut String) {
    match c {
        '\'' | '`' => {}
        c if c.is_ascii() => out.push(c.to_ascii_lowercase()),
        c => fold_other(c, out),
    }
}

fn fold_other(c: char, out: &mut String) {
    match c {
        '’' | '‘' | 'ʼ' | 'ʻ' | 'ʿ' | 'ʾ' | '´' | '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200b}' => {}
        c => c.to_lowercase().for_each(|c| plain(c, out)),
    }
}

/// The folded form of a word.
pub(crate) fn fold(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    for c in word.chars() {
        fold_char(c, &mut out);
    }
    out
}

/// True if two folded words are likely spellings of one: one letter more, less, other or swapped in a word of five
/// letters or more with the same first sound, or two apart with the same consonants.
pub(crate) fn alike(a: &str, b: &str) -> bool {
    if a == b {
        return true;
    }
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if short.len() < 5 || long.len() > short.len() + 2 || !a.is_ascii() || !b.is_ascii() {
        return false;
    }
    let distance = distance_to_two(short.as_bytes(), long.as_bytes());
    let (bones_a, bones_b) = (skeleton(a), skeleton(b));
    let same_start = bones_a.as_bytes()[0] == bones_b.as_bytes()[0];
    // A plural, a feminine or a demonym ending makes another word, not another spelling.
    let ending = long.strip_prefix(short).is_some_and(|rest| {
        matches!(rest, "s" | "a" | "an" | "es" | "ia" | "ian") || (rest == "n" && short.ends_with('a'))
    });
    let ending = ending || is_other_gender(a, b);
    same_start && !ending && ((distance == 1 && short.len() >= 6) || (distance <= 2 && bones_a == bones_b))
}

/// "Zelenska" is not "Zelensky" or "Zelenskyy", nor "Maria" "Mario".
fn is_other_gender(a: &str, b: &str) -> bool {
    let stem = |word: &'_ str| word.trim_end_matches(['a', 'i', 'o', 'y']).len();
    a.ends_with('a') != b.ends_with('a') && a[..stem(a)] == b[..stem(b)]
}

/// Consonants of a word with transliteration choices levelled: what Qaddafi, Gaddafi and Kadafi share.
pub(crate) fn skeleton(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    let bytes = word.as_bytes();
    for (i, &c) in bytes.iter().enumerate() {
        let next = bytes.get(i + 1).copied().unwrap_or(0);
        let c = match c {
            b'a' | b'e' | b'i' | b'o' | b'u' | b'y' => {
                if i == 0 {
                    'a'
                } else {
                    continue;
                }
            }
            b'h' if i > 0 => continue,
            b'q' | b'g' => 'k',
            b'c' if next != b'e' && next != b'i' => 'k',
            b'p' if next == b'h' => 'f',
            b'w' => 'v',
            b'z' => 's',
            _ => c as char,
        };
        if !out.ends_with(c) {
            out.push(c);
        }
    }
    out
}

/// Damerau distance (letters inserted, dropped, changed, neighbours swapped), counted to 2; 3 stands for more.
fn distance_to_two(a: &[u8], b: &[u8]) -> usize {
    fn go(a: &[u8], b: &[u8], left: usize) -> Option<usize> {
        let same = a.iter().zip(b).take_while(|(x, y)| x == y).count();
        let (a, b) = (&a[same..], &b[same..]);
        if a.is_empty() && b.is_empty() {
            return Some(0);
        }
        if left == 0 {
            return None;
        }
        let mut best = None;
        let mut consider = |found: Option<usize>| {
            if let Some(d) = found {
                best = Some(best.map_or(d + 1, |old: usize| old.min(d + 1)));
            }
        };
        if !a.is_empty() {
            consider(go(&a[1..], b, left - 1));
        }
        if !b.is_empty() {
            consider(go(a, &b[1..], left - 1));
        }
        if !a.is_empty() && !b.is_empty() {
            consider(go(&a[1..], &b[1..], left - 1));
        }
        if a.len() > 1 && b.len() > 1 && a[0] == b[1] && a[1] == b[0] {
            consider(go(&a[2..], &b[2..], left - 1));
        }
        best
    }
    go(a, b, 2).unwrap_or(3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding() {
        for (word, folded) in [
            ("Erdoğan", "erdogan"),
            ("Çavuşoğlu", "cavusoglu"),
            ("Zahā", "zaha"),
            ("Ḥadīd", "hadid"),
            ("Łukasz", "lukasz"),
            ("Øhav", "ohav"),
            ("Nguyễn", "nguyen"),
            ("Türkiye", "turkiye"),
            ("Åse", "ase"),
            ("Straße", "strasse"),
            ("Hawaiʻi", "hawaii"),
            ("O’Brien", "obrien"),
            ("Ştefan", "stefan"),
            ("Žižek", "zizek"),
            ("Iñárritu", "inarritu"),
            ("İzmir", "izmir"),
            ("ÿ", "y"),
            ("Ỳ", "y"),
        ] {
            assert_eq!(fold(word), folded);
        }
    }

    #[test]
    fn spellings() {
        for (a, b) in [
            ("isfahan", "esfahan"),
            ("chatham", "chatnam"),
            ("chrysler", "chrylser"),
            ("qaddafi", "gaddafi"),
            ("hussein", "hussain"),
            ("harbor", "harbour"),
            ("kristin", "kristen"),
            ("vergil", "virgil"),
            ("zelensky", "zelenskyy"),
            ("zelenska", "zelenskaya"),
        ] {
            assert!(alike(a, b), "{a} {b}");
        }
        for (a, b) in [
            ("iran", "iraq"),
            ("korea", "koran"),
            ("syria", "syrian"),
            ("austria", "australia"),
            ("niger", "nigeria"),
            ("zambia", "gambia"),
            ("paris", "perez"),
            ("zelensky", "zelenska"),
            ("zelenskyy", "zelenska"),
            ("roberta", "roberto"),
            ("smith", "smythson"),
        ] {
            assert!(!alike(a, b), "{a} {b}");
        }
    }
}
