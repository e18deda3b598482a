use super::*;

fn cut(text: &str) -> String {
    let words: Vec<_> =
        tokenize(text).iter().map(|t| &text[t.span.start as usize..t.span.end as usize]).collect();
    words.join("|")
}

#[test]
fn tokens() {
    for (text, want) in [
        ("O'Brien didn't meet Turkey's envoy", "O'Brien|didn't|meet|Turkey|'s|envoy"),
        ("Syria’s N’Djamena Sana'a d'Ivoire", "Syria|’s|N’Djamena|Sana'a|d'Ivoire"),
        ("the journalists' questions", "the|journalists|'|questions"),
        ("they'll, I'm, he'd", "they|'ll|,|I|'m|,|he|'d"),
        ("'90s and 1990's", "'|90s|and|1990|'s"),
        ("U.S. troops, Washington, D.C.", "U.S.|troops|,|Washington|,|D.C."),
        ("5 p.m. or 5p.m. or 5pm", "5|p.m.|or|5|p.m.|or|5|pm"),
        ("e.g. this, i.e. that", "e.g.|this|,|i.e.|that"),
        ("Mr. Putin and Gen. J. K. Smith", "Mr.|Putin|and|Gen.|J.|K.|Smith"),
        ("George W. Bush and J.K. Rowling", "George|W.|Bush|and|J.K.|Rowling"),
        ("It was plan B. The other", "It|was|plan|B|.|The|other"),
        ("So do I. Nobody", "So|do|I|.|Nobody"),
        ("Jan. 5, Sept. 11", "Jan.|5|,|Sept.|11"),
        ("He sat. The sun. Sat., Aug. 3", "He|sat|.|The|sun|.|Sat.|,|Aug.|3"),
        ("He said no. Item No. 5", "He|said|no|.|Item|No.|5"),
        ("AT&T and H&M and S&P", "AT&T|and|H&M|and|S&P"),
        ("Rappler.com said.He left", "Rappler.com|said|.|He|left"),
        ("Guinea-Bissau al-Assad Al-Qaeda de-escalation", "Guinea-Bissau|al-Assad|Al-Qaeda|de-escalation"),
        ("S-400, A-10, COVID-19, F-16s", "S-400|,|A-10|,|COVID-19|,|F-16s"),
        ("Russian-Turkish, Turkish-controlled", "Russian-Turkish|,|Turkish|-|controlled"),
        ("U.S.-Turkish, UAE-Israel", "U.S.|-|Turkish|,|UAE|-|Israel"),
        ("Geneva-based, non-NATO, mid-October", "Geneva|-|based|,|non|-|NATO|,|mid|-|October"),
        ("mid-1990s pro-Russian Al-Qaeda-linked", "mid|-|1990s|pro|-|Russian|Al-Qaeda|-|linked"),
        ("six-year-old 12-year-old", "six|-|year|-|old|12|-|year|-|old"),
        ("third-quarter 2018-19 one-day year-end", "third|-|quarter|2018|-|19|one|-|day|year|-|end"),
        ("Kim Jong-un, Jean-Claude Juncker", "Kim|Jong-un|,|Jean-Claude|Juncker"),
        ("3.6 million, 370,000, 8:44 PM", "3.6|million|,|370,000|,|8:44|PM"),
        ("the 23rd, 1990s, 2011,2012", "the|23rd|,|1990s|,|2011|,|2012"),
        ("2019-08-23 23/08/2019", "2019|-|08|-|23|23|/|08|/|2019"),
        ("$3.6bn €5 40%", "$|3.6|bn|€|5|40|%"),
        ("''I conveyed\" and \"\"normalize\"", "''|I|conveyed|\"|and|\"\"|normalize|\""),
        ("war — and – then -- or...", "war|—|and|–|then|--|or|..."),
        ("see https://a.example/b?c=d. Or a.b@c.org", "see|https://a.example/b?c=d|.|Or|a.b@c.org"),
        ("@name #Tag # 5", "@name|#|Tag|#|5"),
        ("Erdog\u{306}an and Erdoğan", "Erdog\u{306}an|and|Erdoğan"),
        ("gov\u{ad}ern\u{a0}it\u{200b}now\u{feff}", "gov\u{ad}ern|it|now"),
        ("<p class=\"x\">Tom &amp; Ann</p> 3 < 4", "<p class=\"x\">|Tom|&amp;|Ann|</p>|3|<|4"),
        ("<script>let a = '<b>';</script>x", "<script>let a = '<b>';</script>|x"),
        ("Dayton, Wash. and a wash. Well", "Dayton|,|Wash.|and|a|wash|.|Well"),
        ("Acme Inc., Ph.D. et al.", "Acme|Inc.|,|Ph.D.|et|al."),
        ("born c. 1818 (d. 1880)", "born|c.|1818|(|d.|1880|)"),
        ("\0\0a\0b", "a|b"),
    ] {
        assert_eq!(cut(text), want, "{text}");
    }
}
