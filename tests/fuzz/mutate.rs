//! Changes to texts and bytes, all of them from one seed: the same seed gives the same inputs on every machine.

/// SplitMix64 (Steele, Lea, Flood 2014).
pub struct Random(pub u64);

impl Random {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut x = self.0;
        x = (x ^ (x >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        x = (x ^ (x >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        x ^ (x >> 31)
    }

    /// A number below `end`; 0 if there is none.
    pub fn below(&mut self, end: usize) -> usize {
        (self.next() % end.max(1) as u64) as usize
    }

    /// A number below 2 to the power of something below `bits`: more often small than large.
    pub fn mostly_small(&mut self, bits: usize) -> usize {
        let bits = self.below(bits);
        self.below(1 << bits)
    }

    pub fn choose<'a, T: ?Sized>(&mut self, list: &[&'a T]) -> &'a T {
        list[self.below(list.len())]
    }
}

/// What rules look for, and what trips them up.
#[rustfmt::skip]
const PIECES: &[&str] = &[
    " ", "  ", "\n", "\n\n", "\r\n", "\t", "\u{a0}", "\u{2028}", "\u{85}", ". ", "? ", "! ", ", ", "; ", ": ", "…", "...",
    "-", "–", " – ", "—", "--", "\"", "''", "“", "”", "‘", "’", "«", "„", "'s ", "’s ", "(", ")", "[", "]", "{", "}", "/",
    "\\", "&", "&amp;", "&#8217;", "&#x110000;", "<p>", "</p>", "<script>", "<!--", "]]>", "@", "#", "$", "€", "%", "\0",
    "\u{feff}", "\u{ad}", "\u{200b}", "\u{200d}", "\u{202e}", "\u{301}", "\u{fffd}", "\u{10ffff}", "é", "ğ", "İ", "ı", "ß",
    "ſ", "ﬁ", "Ǆ", "ǅ", "Ж", "中", "ก", "١٢", "²", "½", "Ⅷ", "😀", "👩‍🚀", "🇫🇷", " U.S. ", " Mr. ", " J. K. ", " al-Assad ", " S-400 ",
    " six-year-old ", " mid-1990s ", " 2019-08-23 ", " 23/8/19 ", " 31.02.2020 ", " 8:44 PM ", " 25:61 ", " 3.6 ", "370,000",
    " 0th ", " 23rd ", " 99999999999999999999 ", " 4294967296 ", " -1 ", " 1e9 ", " year 0 ", " 500 BC ", " in 9999 ",
    " 10000 years ago ", " three million centuries ago ", " last century ", " Feb. 29, 2021 ", " from Monday to Friday ",
    " every other Tuesday ", " the day after tomorrow ", " two weeks before Christmas ", " Easter ", " Ramadan ", " Q4 ",
    " FY2019-20 ", " 1990-91 ", " noon ", " tonight ", " the 1930s ", " 18th century ", " half past ten ", " a ", " an ", " the ",
    " of ", " and ", " or ", " in ", " said ", " says ", " told ", " according to ", " added: ", " who ", " he ", " she ", " they ",
    " President ", " Prime Minister ", " King ", " spokesman ", " the Turkish leader ", " South Korean ", " KURDISH ", " A-B-C ",
    " Putin ", " Ann Lee ", " ANN LEE ", " McDonald ", " O'Brien ", " van der Berg ", " Ltd. ", " (NATO) ", " Paris, Texas ",
    " Washington ", " Georgia ", " New York ", " http://a.b/c?d=e#f ", " a.b@c.de ", "By Jane Doe\n", "MOSCOW, Russia (AP) – ",
    "(Reuters) - ", "Reporting by ", "Published ", "Photo: ", "Related article: ", "Share", "READ MORE", "x", "X", "1",
];

/// A text made of `text` by a handful of changes, some of them with parts of `other`.
pub fn text(random: &mut Random, text: &str, other: &str, longest: usize) -> String {
    let mut out = text.to_string();
    for _ in 0..1 + random.mostly_small(6) {
        let span = stretch(random, &out);
        let part = out[span.clone()].to_string();
        match random.below(13) {
            0 => out.replace_range(span, ""),
            1 => out.insert_str(span.end, &part),
            2 => {
                let piece = random.choose(PIECES);
                out.insert_str(span.start, piece);
            }
            3 => {
                let piece = random.choose(PIECES);
                out.replace_range(span, piece);
            }
            4 => {
                let from = stretch(random, other);
                out.insert_str(span.start, &other[from]);
            }
            5 => out.replace_range(span, &part.to_uppercase()),
            6 => out.replace_range(span, &part.to_lowercase()),
            7 => out.replace_range(span, &part.split_whitespace().collect::<Vec<_>>().join(" ")),
            8 => out.replace_range(span, &part.split_whitespace().collect::<Vec<_>>().join("\n")),
            9 => out.replace_range(span, &part.split_whitespace().rev().collect::<Vec<_>>().join(" ")),
            10 => {
                let digit = char::from(b'0' + random.below(10) as u8);
                out.replace_range(span, &part.replace(|c: char| c.is_ascii_digit(), &digit.to_string()));
            }
            11 => {
                let times =
                    random.below(1 + longest.saturating_sub(out.len()) / part.len().max(1)).min(2_000);
                out.insert_str(span.start, &part.repeat(times));
            }
            _ => {
                let c = char::from_u32(random.below(0x11_0000) as u32).unwrap_or('\u{1}');
                out.insert(span.start, c);
            }
        }
        if out.len() > longest {
            let end = (0..=longest).rev().find(|&at| out.is_char_boundary(at)).unwrap_or(0);
            out.truncate(end);
        }
    }
    out
}

/// Bytes made of `bytes` by a few changes.
pub fn bytes(random: &mut Random, bytes: &[u8]) -> Vec<u8> {
    let mut out = bytes.to_vec();
    for _ in 0..1 + random.below(8) {
        if out.is_empty() {
            return out;
        }
        let within = if random.below(2) == 0 { out.len().min(64) } else { out.len() };
        let at = random.below(within);
        match random.below(6) {
            0 => out[at] = random.next() as u8,
            1 => out[at] ^= 1 << random.below(8),
            2 => out.truncate(at),
            3 => out.insert(at, random.next() as u8),
            4 => drop(out.drain(at..(at + random.below(16)).min(out.len()))),
            _ => out[at] = [0, 1, 127, 128, 255][random.below(5)],
        }
    }
    out
}

/// A stretch between two character boundaries, more often short than long.
fn stretch(random: &mut Random, text: &str) -> std::ops::Range<usize> {
    let boundary =
        |at: usize| (0..=at.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
    let start = random.below(text.len() + 1);
    let length = random.mostly_small(12);
    boundary(start)..boundary(start + length).max(boundary(start))
}
