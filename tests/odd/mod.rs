//! Texts in odd shapes: the tests want them read soundly, `cargo bench --bench stages -- growth` shows that time grows with
//! their length and no faster.

/// Each shape by name, about `size` bytes long.
pub fn odd_texts(size: usize) -> Vec<(&'static str, String)> {
    let mut out: Vec<(&str, String)> = [
        ("(", "("),
        (".", "."),
        ("newline", "\n"),
        ("nul", "\0"),
        ("quote", "\""),
        ("curly", "“"),
        ("dash", "-"),
        ("word", "a"),
        ("capital", "A"),
        ("digit", "1"),
        ("comma digits", "1,234,"),
        ("initials", "J."),
        ("spaced initials", "J. "),
        ("short lines", "a\n"),
        ("capital lines", "Word\n"),
        ("blank lines", "Word word\n\n"),
        ("hyphens", "a-"),
        ("apostrophes", "a'"),
        ("tags", "<p>"),
        ("open tags", "<a "),
        ("scripts", "<script>"),
        ("comments", "<!--"),
        ("at", "@"),
        ("mail", "a@"),
        ("ampersands", "A&"),
        ("entities", "&amp;"),
        ("spaces", " "),
        ("stops", "a. "),
        ("names", "Ann Lee "),
        ("quotes", "\"a\" "),
        ("said", "\"We go,\" said Ann. "),
        ("dates", "Tuesday "),
        ("numbers", "5 "),
        ("urls", "http://a.b "),
        ("ideographs", "中"),
        ("combining", "\u{301}"),
        ("joiners", "\u{200d}"),
        ("brackets", "[1]"),
        ("by", "By "),
        ("nested", "(\"['"),
        ("dots", ". "),
    ]
    .into_iter()
    .map(|(name, piece): (&str, &str)| (name, piece.repeat(size / piece.len())))
    .collect();
    let mut many = String::new();
    let mut i = 0u32;
    while many.len() < size {
        // Names that are all different: nothing may compare each with each.
        many.push_str(&format!("Ab{i} Cd{} met in Ef{} on May {}. ", i / 2, i / 3, i % 31));
        i += 1;
    }
    out.push(("many names", many));
    out
}
