//! Porter's stemmer (Porter 1980) with the extensions of NLTK, so that words meet here as they meet in ROUGE.

/// Longer strings of letters are no words; the work below grows with the square of the length.
const LONGEST: usize = 40;

/// The stem of a lower-case word; very short words, and those with other than ASCII letters and digits, stay as they are.
pub fn stem(word: &str) -> String {
    let plain = word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
    if word.len() <= 2 || word.len() > LONGEST || !plain {
        return word.to_string();
    }
    if let Some(&(_, stem)) = IRREGULAR.iter().find(|(form, _)| *form == word) {
        return stem.to_string();
    }
    let mut w = word.as_bytes().to_vec();
    step1a(&mut w);
    step1b(&mut w);
    step1c(&mut w);
    step2(&mut w);
    rules(&mut w, STEP3, |stem| measure(stem) > 0);
    step4(&mut w);
    step5(&mut w);
    String::from_utf8(w).unwrap_or_default()
}

const IRREGULAR: &[(&str, &str)] = &[
    ("sky", "sky"),
    ("skies", "sky"),
    ("dying", "die"),
    ("lying", "lie"),
    ("tying", "tie"),
    ("news", "news"),
    ("innings", "inning"),
    ("inning", "inning"),
    ("outings", "outing"),
    ("outing", "outing"),
    ("cannings", "canning"),
    ("canning", "canning"),
    ("howe", "howe"),
    ("proceed", "proceed"),
    ("exceed", "exceed"),
    ("succeed", "succeed"),
];

const STEP2: &[(&str, &str)] = &[
    ("ational", "ate"),
    ("tional", "tion"),
    ("enci", "ence"),
    ("anci", "ance"),
    ("izer", "ize"),
    ("bli", "ble"),
    ("alli", "al"),
    ("entli", "ent"),
    ("eli", "e"),
    ("ousli", "ous"),
    ("ization", "ize"),
    ("ation", "ate"),
    ("ator", "ate"),
    ("alism", "al"),
    ("iveness", "ive"),
    ("fulness", "ful"),
    ("ousness", "ous"),
    ("aliti", "al"),
    ("iviti", "ive"),
    ("biliti", "ble"),
    ("fulli", "ful"),
];

const STEP3: &[(&str, &str)] = &[
    ("icate", "ic"),
    ("ative", ""),
    ("alize", "al"),
    ("iciti", "ic"),
    ("ical", "ic"),
    ("ful", ""),
    ("ness", ""),
];

const STEP4: &[&str] = &[
    "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ion", "ou", "ism",
    "ate", "iti", "ous", "ive", "ize",
];

fn consonant(w: &[u8], i: usize) -> bool {
    match w[i] {
        b'a' | b'e' | b'i' | b'o' | b'u' => false,
        b'y' => i == 0 || !consonant(w, i - 1),
        _ => true,
    }
}

/// How often a vowel is followed by a consonant.
fn measure(w: &[u8]) -> usize {
    (1..w.len()).filter(|&i| consonant(w, i) && !consonant(w, i - 1)).count()
}

fn vowel_in(w: &[u8]) -> bool {
    (0..w.len()).any(|i| !consonant(w, i))
}

fn double_consonant(w: &[u8]) -> bool {
    let n = w.len();
    n >= 2 && w[n - 1] == w[n - 2] && consonant(w, n - 1)
}

fn ends_cvc(w: &[u8]) -> bool {
    let n = w.len();
    let long = n >= 3
        && consonant(w, n - 3)
        && !consonant(w, n - 2)
        && consonant(w, n - 1)
        && !matches!(w[n - 1], b'w' | b'x' | b'y');
    long || (n == 2 && !consonant(w, 0) && consonant(w, 1))
}

fn replace(w: &mut Vec<u8>, suffix: &str, with: &str) {
    w.truncate(w.len() - suffix.len());
    w.extend_from_slice(with.as_bytes());
}

/// The first rule whose suffix fits decides, whether its condition holds or not.
fn rules(w: &mut Vec<u8>, table: &[(&str, &str)], condition: impl Fn(&[u8]) -> bool) {
    for (suffix, with) in table {
        if w.ends_with(suffix.as_bytes()) {
            if condition(&w[..w.len() - suffix.len()]) {
                replace(w, suffix, with);
            }
            return;
        }
    }
}

fn step1a(w: &mut Vec<u8>) {
    if w.ends_with(b"ies") && w.len() == 4 {
        replace(w, "ies", "ie");
        return;
    }
    rules(w, &[("sses", "ss"), ("ies", "i"), ("ss", "ss"), ("s", "")], |_| true);
}

fn step1b(w: &mut Vec<u8>) {
    if w.ends_with(b"ied") {
        let with = if w.len() == 4 { "ie" } else { "i" };
        replace(w, "ied", with);
        return;
    }
    if w.ends_with(b"eed") {
        if measure(&w[..w.len() - 3]) > 0 {
            w.pop();
        }
        return;
    }
    let Some(cut) = ["ed", "ing"].iter().find(|s| w.ends_with(s.as_bytes())).map(|s| w.len() - s.len())
    else {
        return;
    };
    if !vowel_in(&w[..cut]) {
        return;
    }
    w.truncate(cut);
    if w.ends_with(b"at") || w.ends_with(b"bl") || w.ends_with(b"iz") {
        w.push(b'e');
    } else if double_consonant(w) {
        if !matches!(w[w.len() - 1], b'l' | b's' | b'z') {
            w.pop();
        }
    } else if measure(w) == 1 && ends_cvc(w) {
        w.push(b'e');
    }
}

fn step1c(w: &mut [u8]) {
    let n = w.len();
    if n > 2 && w[n - 1] == b'y' && consonant(w, n - 2) {
        w[n - 1] = b'i';
    }
}

fn step2(w: &mut Vec<u8>) {
    if w.ends_with(b"alli") && measure(&w[..w.len() - 4]) > 0 {
        replace(w, "alli", "al");
        return step2(w);
    }
    if w.ends_with(b"logi") {
        if measure(&w[..w.len() - 3]) > 0 {
            w.pop();
        }
        return;
    }
    rules(w, STEP2, |stem| measure(stem) > 0);
}

fn step4(w: &mut Vec<u8>) {
    let Some(suffix) = STEP4.iter().find(|s| w.ends_with(s.as_bytes())) else { return };
    let stem = &w[..w.len() - suffix.len()];
    let fits = *suffix != "ion" || matches!(stem.last(), Some(b's' | b't'));
    if fits && measure(stem) > 1 {
        replace(w, suffix, "");
    }
}

fn step5(w: &mut Vec<u8>) {
    if w.last() == Some(&b'e') {
        let stem = &w[..w.len() - 1];
        let m = measure(stem);
        if m > 1 || (m == 1 && !ends_cvc(stem)) {
            w.pop();
        }
    }
    if w.ends_with(b"ll") && measure(&w[..w.len() - 1]) > 1 {
        w.pop();
    }
}

#[cfg(test)]
mod tests {
    use super::stem;

    #[test]
    fn words_of_one_family_meet() {
        let table = [
            ("caresses", "caress"),
            ("ponies", "poni"),
            ("dies", "die"),
            ("agreed", "agre"),
            ("conflated", "conflat"),
            ("hopping", "hop"),
            ("filing", "file"),
            ("happy", "happi"),
            ("relational", "relat"),
            ("generalizations", "gener"),
            ("formally", "formal"),
            ("presidency", "presid"),
            ("talks", "talk"),
            ("talking", "talk"),
            ("news", "news"),
            ("apology", "apolog"),
            ("controlled", "control"),
            ("of", "of"),
            ("s-400", "s-400"),
        ];
        for (word, want) in table {
            assert_eq!(stem(word), want, "{word}");
        }
    }
}
