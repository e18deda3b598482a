//! The edges of names as the referee (`score_ner.py`) sees them: gold and found names are brought to the same form, so that
//! habits of a data set ("the", "'s", "President") do not count as errors.

use crate::gold::Type;

/// A text by code points.
pub struct Chars {
    /// The code points.
    pub chars: Vec<char>,
    starts: Vec<usize>,
}

impl Chars {
    /// The code points of a text.
    pub fn new(text: &str) -> Self {
        let (starts, chars) = text.char_indices().unzip();
        Self { chars, starts }
    }

    /// The normal form of a name's edges, in code points; nothing for a bare title. Offsets are bytes.
    pub fn normalise(&self, start: usize, end: usize, kind: Type) -> Option<(usize, usize, Type)> {
        if kind as usize > 2 {
            return None;
        }
        let t = &self.chars;
        let mut s = self.starts.partition_point(|&b| b < start);
        let mut e = self.starts.partition_point(|&b| b < end);
        let word_end = |s: usize, e: usize| (s..e).find(|&i| t[i].is_whitespace()).unwrap_or(e);
        let skip_blank = |s: usize, e: usize| (s..e).find(|&i| !t[i].is_whitespace()).unwrap_or(e);
        loop {
            let before = (s, e);
            while s < e
                && (EDGE.contains(&t[s])
                    || (matches!(t[s], '\'' | '’') && s + 1 < e && !t[s + 1].is_lowercase()))
            {
                s += 1;
            }
            while s < e && EDGE.contains(&t[e - 1]) {
                e -= 1;
            }
            if s < e && t[e - 1] == '.' && !abbreviation(&t[s..e]) {
                let last = (s..e - 1).rev().find(|&i| t[i] == ' ').map_or(s, |i| i + 1);
                if !t[last..e - 1].contains(&'.') {
                    e -= 1;
                }
            }
            let w = word_end(s, e);
            let word: String = t[s..w].iter().collect::<String>().to_lowercase();
            if w < e && matches!(word.as_str(), "the" | "a" | "an") && skip_blank(w, e) < e {
                s = skip_blank(w, e);
            }
            let tail = &t[s..e];
            let cut = match tail {
                [.., '\'' | '’'] => 1,
                [.., '\'' | '’', 's'] => 2,
                _ => 0,
            };
            if cut > 0 && tail.len() > cut {
                e -= cut;
            }
            if kind == Type::Person {
                let w = word_end(s, e);
                let word: String = t[s..w].iter().collect::<String>().to_lowercase();
                if w < e && w > s {
                    if listed(TITLES, word.trim_matches(['.', ',', '’', '\''])) {
                        s = skip_blank(w, e);
                    }
                } else if listed(TITLES, word.trim_matches('.')) {
                    return None;
                }
            }
            if kind == Type::Place {
                let w = word_end(s, e);
                let word: String = t[s..w].iter().collect();
                if w < e && word.starts_with(|c: char| c.is_ascii_lowercase()) && listed(DIRECTIONS, &word) {
                    s = skip_blank(w, e);
                }
            }
            if (s, e) == before {
                break;
            }
        }
        (s < e).then_some((s, e, kind))
    }
}

fn listed(list: &str, word: &str) -> bool {
    list.split_ascii_whitespace().any(|listed| listed == word)
}

fn abbreviation(t: &[char]) -> bool {
    // t ends in a full stop; what stands between it and the last blank or stop?
    let body = &t[..t.len() - 1];
    let cut = body.iter().rposition(|c| c.is_whitespace() || *c == '.').map_or(0, |i| i + 1);
    let last: String = body[cut..].iter().collect();
    let single = last.chars().count() == 1 && last.chars().all(|c| c.is_ascii_alphabetic());
    single
        || matches!(
            last.as_str(),
            "Jr" | "Sr" | "Inc" | "Co" | "Corp" | "Ltd" | "St" | "Mt" | "Bros" | "Dept" | "Ave" | "Blvd"
        )
}

/// Marks at an edge that are no part of a name.
const EDGE: [char; 31] = [
    ' ', '\t', '\n', '\r', '\u{a0}', '"', '“', '”', '«', '»', '(', ')', '[', ']', '{', '}', '<', '>', ',',
    ';', ':', '*', '_', '|', '•', '–', '—', '-', '‘', '`', '\u{0}',
];

/// Small words before a place that are no part of it.
const DIRECTIONS: &str = "north south east west northern southern eastern western northeast northwest southeast southwest \
     northeastern northwestern southeastern southwestern north-eastern north-western south-eastern \
     south-western north-east north-west south-east south-west central upper lower downtown mainland greater \
     rural inner outer mid coastal nearby neighboring neighbouring";

/// Words before a person that are no part of the name, by the referee. They are part of the measure: it must not move when the
/// reader's own tables do.
const TITLES: &str = "mr mrs ms miss mx dr prof professor president vice deputy acting interim former ex-president prime \
     minister premier chancellor secretary secretary-general undersecretary general gen lt lieutenant col \
     colonel maj major capt captain sgt sergeant cpl corporal cmdr commander adm admiral brig brigadier \
     marshal field sen senator rep representative gov governor congressman congresswoman assemblyman \
     councillor councilman councilwoman mayor attorney judge justice chief director director-general chairman \
     chairwoman chair commissioner ambassador envoy spokesman spokeswoman spokesperson king queen prince \
     princess emperor empress sultan emir sheikh sheik shaikh crown pope cardinal archbishop bishop father fr \
     rev reverend rabbi imam ayatollah mullah saint sir dame lord lady baron baroness count countess duke \
     duchess coach manager sheriff inspector superintendent detective officer constable foreign defense \
     defence finance interior health state treasury speaker hon honourable honorable executive first grand \
     staff high private pvt petty senior pte police co-founder founder ceo actor actress singer \
     president-elect";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edges_are_normalised_as_the_referee_does() {
        for (text, kind, normal) in [
            ("the Nile", Type::Place, "Nile"),
            ("northern Ghana", Type::Place, "Ghana"),
            ("Northern Ghana", Type::Place, "Northern Ghana"),
            ("President Moyo", Type::Person, "Moyo"),
            ("Lt. Gen. Moyo", Type::Person, "Moyo"),
            ("Moyo's", Type::Person, "Moyo"),
            ("\"Acme Corp.\"", Type::Organization, "Acme Corp."),
            ("Acme Works.", Type::Organization, "Acme Works"),
            ("Washington D.C.", Type::Place, "Washington D.C."),
            ("Workers’", Type::Organization, "Workers"),
        ] {
            let (s, e, _) = Chars::new(text).normalise(0, text.len(), kind).expect("a name is left");
            assert_eq!(text.chars().skip(s).take(e - s).collect::<String>(), normal);
        }
        assert_eq!(Chars::new("President").normalise(0, 9, Type::Person), None);
    }
}
