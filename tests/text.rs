//! Sentences, blocks and date lines of news articles, as a reader would cut them.

use glosser::text::{BlockKind, Document, parse};

/// Each sentence of a text on its own line.
fn sentences(text: &str) -> Vec<&str> {
    let document = parse(text, None);
    document.sentences.iter().map(|s| document.slice(s.span)).collect()
}

/// Sentences are separated by `|` in the table.
#[test]
fn sentences_end_where_a_reader_stops() {
    for marked in [
        "He met Gen. Ann Lee at 5 p.m. on Monday.| They spoke for 3.5 hours.",
        "Mr. and Mrs. Ode live in St. Ives.| It is quiet.",
        "She was born in the U.S. in 1990.| He was born in the U.K.| They met later.",
        "U.S. President Ann Lee spoke.| The U.S. Senate listened.",
        "J. K. Smith and R.L. Jones won.| Nobody else did.",
        "It cost $3.6 million.| In 2011, it cost 370,000.",
        "“We will not go,” he said.| “We stay.”| He left.",
        "\"We stay.\"| He left.",
        "She asked: \"Why now?\"| Nobody knew.",
        "\"Why now?\" she asked.",
        "\"Why now?\" Minister Ann Lee asked.| Nobody knew.",
        "\"Stop!\" they cried.",
        "He paused… and went on.| He paused…| Then he left.",
        "He paused ... and went on.",
        "The firm, Acme Inc., grew.| It bought Bolt Co. and Nut Ltd. last year.",
        "She works for Acme Inc.| She likes it.",
        "He left at 5 p.m.| The shop closed.",
        "He left at 5 p.m. Eastern time.",
        "It was plan B.| The other was plan A.",
        "No. 10 did not comment.| He said no.| Ten others agreed.",
        "It fell on Jan. 5 and Sept. 11.| It rose in Dec.| The rest is known.",
        "(He left.)| (She stayed.)",
        "He left (at last).| She stayed.",
        "It ended in 2011.[3]| It began again.[4] [5]| Nobody knows why.",
        "Is it so?| Yes!| No?!| Well.",
        "He said it.| al-Harbi denied it.",
        "See www.a.example.com.| Or not.",
        "The so-called vs. question, e.g. who pays, i.e. we do, etc., stays.",
        "Lt. Col. Bo Ek, of Dayton, Wash., died.| He was 40.",
        "He came to Wash.| The dog stayed.",
        "The end . . .| Another day.",
        "He quit.| \"I am done.\"| 2012 was better.",
        "1. First we wash.",
        "They said.|He left.",
    ] {
        let text = marked.replace('|', "");
        let want: Vec<_> = marked.split('|').map(str::trim).collect();
        assert_eq!(sentences(&text), want, "{text}");
    }
}

fn kinds(document: &Document<'_>) -> Vec<BlockKind> {
    document.blocks.iter().map(|b| b.kind).collect()
}

/// Two paragraphs no rule may touch.
const FIRST: &str =
    "The ministers of both countries met on Monday and agreed to open the bridge before the winter comes.";
const SECOND: &str =
    "The bridge was closed in March after a flood, and traders on both banks have lost money ever since.";

/// The kind of a line that stands between headline and story.
fn before_story(line: &str) -> BlockKind {
    let text = format!("Ministers Agree to Open the Bridge\n\n{line}\n\n{FIRST}\n\n{SECOND}\n");
    let document = parse(&text, None);
    document.blocks[1].kind
}

/// The kind of a line that stands inside the story.
fn inside_story(line: &str) -> BlockKind {
    let text = format!("Ministers Agree to Open the Bridge\n\n{FIRST}\n\n{line}\n\n{SECOND}\n");
    let document = parse(&text, None);
    assert!(document.blocks.len() >= 4, "{line}: {:?}", document.blocks);
    document.blocks[2].kind
}

#[test]
fn lines_before_the_story() {
    use BlockKind::*;
    for (line, want) in [
        ("By Jane Doe", Byline),
        ("By JANE DOE and JOHN ROE", Byline),
        ("By Jane Doe, Reuters", Byline),
        ("By Jane Doe in Moscow and John Roe in Kyiv", Byline),
        ("BY JANE DOE, ASSOCIATED PRESS", Byline),
        ("Jane Doe, Reuters", Byline),
        ("Jane Doe | Staff Writer", Byline),
        ("Written by Ana de la Cruz", Byline),
        ("Published 8:44 PM, August 23, 2019", Published),
        ("Published: Friday, 23 August 2019 at 20:44 GMT", Published),
        ("Updated Aug. 23, 2019 8:44 p.m. ET", Published),
        ("Last Modified: 23/08/2019", Published),
        ("August 23, 2019", Published),
        ("23 August 2019", Published),
        ("Fri 23 Aug 2019 14.05 BST", Published),
        ("2019-08-23", Published),
        ("3 hours ago", Published),
        ("Morning Post, 14 Mar 2024", Published),
        ("The Evening Star | March 3, 2021", Published),
        ("Photo: Jane Doe", Caption),
        ("Ann Lee (left) shakes hands with Bo Ek at the bridge on Monday.", Caption),
        ("FILE PHOTO: The bridge after the flood, March 4, 2019. REUTERS/Jane Doe", Caption),
        ("Ann Lee meets Bo Ek at the bridge on Monday. (AP Photo/Jane Doe)", Caption),
        ("In this file photo, Ann Lee walks over the bridge. File photo by Jane Doe/AFP", Caption),
        ("Image copyright Getty Images", Caption),
        ("The bridge on Monday. Jane Doe/Reuters", Caption),
        ("Traders hope that the flood will soon be forgotten", Deck),
        ("Share", Crumb),
        ("Skip to content", Crumb),
        ("Home > World > Bridges", Crumb),
        ("Sign up for our newsletter", Crumb),
        ("We use cookies on this website to give you the best experience.", Crumb),
        ("***", Crumb),
        ("An earlier version of this article misstated the age of the pilot.", Crumb),
        ("This story was amended on Friday to add a reply by the bank.", Crumb),
        ("Ann Lee can be reached at ann@example.com.", Crumb),
        ("This story begins in a kitchen in Lagos, where Ada Obi was frying fish.", Body),
        ("GENEVA — Two towns that share a bridge broke off talks on Monday.", Body),
        ("12 Comments", Crumb),
        ("4 min read", Crumb),
    ] {
        assert_eq!(before_story(line), want, "{line}");
    }
}

#[test]
fn lines_inside_the_story() {
    use BlockKind::*;
    for (line, want) in [
        ("Related article: Why the Bridge Matters to Both Sides", Related),
        ("READ MORE: Bridges of the World", Related),
        ("Read more about the flood", Related),
        ("See also: How Bridges Fall", Related),
        ("Advertisement", Crumb),
        ("Advertisement - scroll to continue", Crumb),
        ("What happened in March?", Subhead),
        ("Trade on both banks", Subhead),
        ("Flood of the river, 3 May 1915", Subhead),
        ("Traders lost money", Subhead),
        // What looks like furniture and is none.
        ("“Never again,” she said.", Body),
        ("\"We wait\"", Body),
        ("Nobody came.", Body),
        ("By Tuesday, the bridge was open.", Body),
        ("By contrast, the other bridge never closed.", Body),
        ("By the River they sat and wept.", Body),
        ("Updated rules will follow in May, the ministers said.", Body),
        ("Share prices fell by a third on Monday.", Body),
        ("News of the deal spread fast.", Body),
        ("Read this as a warning, the ministers said.", Body),
        ("See also the report of the court, the minister said.", Body),
        ("In this picture, nothing is as it was, the minister said.", Body),
        ("Watch the river, he told them.", Body),
        ("Sen. Ann Lee (R) said the bridge cost too much.", Body),
        ("- the first point of the deal", Body),
        ("• the second point of the deal", Body),
    ] {
        assert_eq!(inside_story(line), want, "{line}");
    }
}

#[test]
fn credits_are_cut_from_the_last_paragraph() {
    for credit in [
        "– Rappler.com",
        "(Reporting by Jane Doe; Editing by John Roe)",
        "(AFP)",
        "— Reuters",
        "Additional reporting by Jane Doe",
    ] {
        for gap in [" ", "\n\n"] {
            let text = format!("Ministers Agree to Open the Bridge\n\n{FIRST}\n\n{SECOND}{gap}{credit}");
            let document = parse(&text, None);
            let last = document.blocks.last().expect("blocks");
            assert_eq!((document.slice(last.span), last.kind), (credit, BlockKind::Credit), "{credit}");
            assert!(sentences(&text).contains(&SECOND), "{credit}");
        }
    }
    for line in [
        "With reporting by TASS, dpa, AP, Reuters, AFP, Interfax",
        "Jane Doe in Kyiv contributed to this report.",
        "© 2019 Example News",
        "Source: AFP/Reuters",
    ] {
        let text = format!("Ministers Agree to Open the Bridge\n\n{FIRST}\n\n{SECOND}\n\n{line}");
        assert_eq!(kinds(&parse(&text, None)).last(), Some(&BlockKind::Credit), "{line}");
    }
}

#[test]
fn date_lines() {
    for (line, want) in [
        ("MOSCOW, Russia – Ministers met.", Some("MOSCOW, Russia")),
        ("LONDON (Reuters) - Ministers met.", Some("LONDON (Reuters)")),
        ("London (CNN) — Ministers met.", Some("London (CNN)")),
        ("BEIRUT, Aug. 3 (AP) — Ministers met.", Some("BEIRUT, Aug. 3 (AP)")),
        ("BRASILIA/RIO DE JANEIRO, March 5 - Ministers met.", Some("BRASILIA/RIO DE JANEIRO, March 5")),
        ("WASHINGTON — Ministers met.", Some("WASHINGTON")),
        ("ST. PETERSBURG, Russia -- Ministers met.", Some("ST. PETERSBURG, Russia")),
        ("TEL AVIV, Israel (AP) — Ministers met.", Some("TEL AVIV, Israel (AP)")),
        ("SPRINGFIELD, Ill. — Ministers met.", Some("SPRINGFIELD, Ill.")),
        ("GENEVA, 5 March 2019 (AFP) - Ministers met.", Some("GENEVA, 5 March 2019 (AFP)")),
        ("(CNN) -- Ministers met.", Some("(CNN)")),
        ("(Reuters) Ministers met.", Some("(Reuters)")),
        ("(April 30) - Ministers met.", Some("(April 30)")),
        ("March 3 (UPI) -- Ministers met.", Some("March 3 (UPI)")),
        ("(Some of the) ministers – all of them – met.", None),
        ("Ministers – all of them – met.", None),
        ("The EU – and the US – met.", None),
        ("NATO-led troops met.", None),
        ("On August 23 – a Friday – ministers met.", None),
        ("August 23 – Ministers met.", None),
        ("A – B", None),
    ] {
        let text = format!("Ministers Agree to Open the Bridge\n\n{line} {FIRST}\n\n{SECOND}");
        let document = parse(&text, None);
        assert_eq!(document.dateline.map(|s| document.slice(s)), want, "{line}");
        // A summary tells the sentence without it.
        let opened: Vec<_> = document.sentences.iter().filter(|s| s.lead > s.span.start).collect();
        let told: Vec<_> = opened.iter().map(|s| document.slice(s.told())).collect();
        assert_eq!(told, want.map_or(vec![], |_| vec!["Ministers met."]), "{line}");
    }
}

#[test]
fn lines_broken_at_a_width_mean_nothing() {
    let text = "Ministers Agree to Open\nthe Old Bridge, Traders Say\n The ministers of both countries met on Monday and\n\
        agreed to open the bridge before winter. They\nspoke for hours, and nobody left the room before\nthe last of \
        them had signed.\n\nRelated article: Why the Old Bridge Matters to\nBoth Countries\n\nThe bridge was closed in \
        March after a flood, and\ntraders on both banks have lost money ever since.\n\nOld friends, old rivals\n\nSince \
        then both sides have begun to take delivery\n\nof stones for the pillars. The work will go on in\nthe spring.\n\nThe stones come \
        from the quarries of the\nEk Brothers, once a part of the old\nLee Works. In May, the ministers were receiving\n\n\
        Italian engineers who know the old bridge and its\nfaults.\n";
    let document = parse(text, None);
    use BlockKind::*;
    assert_eq!(kinds(&document), [Headline, Body, Related, Body, Subhead, Body, Body]);
    let flat = |s: &str| s.split_whitespace().collect::<Vec<_>>().join(" ");
    let sentences: Vec<_> = document.sentences.iter().map(|s| flat(document.slice(s.span))).collect();
    assert_eq!(sentences[0], "Ministers Agree to Open the Old Bridge, Traders Say");
    assert_eq!(
        sentences[1],
        "The ministers of both countries met on Monday and agreed to open the bridge before winter."
    );
    assert_eq!(sentences[6], "Since then both sides have begun to take delivery of stones for the pillars.");
    assert_eq!(
        sentences[9],
        "In May, the ministers were receiving Italian engineers who know the old bridge and its faults."
    );
    assert_eq!(sentences.len(), 10);
}

/// A paragraph's first line may be all names; what is set in, or opens with an article and was broken for want of room, is no headline.
#[test]
fn a_first_line_of_names_is_no_headline() {
    let rest = "Islands, Ann Maria Lee, told the house\nin Geneva on Monday that a treaty about\nthe bridge would be read line \
        by line\nbefore winter.";
    use BlockKind::*;
    for (first, want) in [
        ("     Prime Minister of the Solomon\n", vec![Body, Body]),
        ("The Prime Minister of the Solomon\n", vec![Body, Body]),
        ("Solomon Islands to Read a Treaty\n", vec![Headline, Body, Body]),
    ] {
        assert_eq!(kinds(&parse(&format!("{first}{rest}\n\n{SECOND}"), None)), want, "{first}");
    }
}

#[test]
fn every_line_may_be_a_paragraph() {
    let text = format!("{FIRST}\n{SECOND}\nWhat happened in March?\n{FIRST} {SECOND}\n{SECOND}");
    use BlockKind::*;
    assert_eq!(kinds(&parse(&text, None)), [Body, Body, Subhead, Body, Repeat]);
    let text = format!("Ministers agree to open the bridge\r\n{FIRST}\r\n{SECOND}");
    assert_eq!(kinds(&parse(&text, None)), [Headline, Body, Body]);
}

#[test]
fn a_stray_stamp_and_a_deck_in_front() {
    let text = format!(
        " date 2019-08-23 Both countries have lost much money since the flood but have worked together to find a way out\n\n\
         Published 8:44 PM, August 23, 2019\n\nTHE FLOOD. In this file photo, Ann Lee (R) and Bo Ek answer questions on \
         March 9, 2016. File photo by Jane Doe/AFP\n\nGENEVA, Switzerland – {FIRST}\n\n{SECOND} – Example.com"
    );
    let document = parse(&text, None);
    use BlockKind::*;
    assert_eq!(kinds(&document), [Published, Deck, Published, Caption, Body, Body, Credit]);
    assert_eq!(document.slice(document.blocks[0].span), "date 2019-08-23");
    assert_eq!(document.dateline.map(|s| document.slice(s)), Some("GENEVA, Switzerland"));
}

#[test]
fn a_doubled_caption_is_a_repeat() {
    let caption = "Ann Lee (left) shakes hands with Bo Ek at the bridge in Geneva on March 9.";
    let text = format!(
        "Skip to content\n\nMinisters Agree to Open the Bridge\n\n{caption}\n{caption}\n\n{FIRST}\n\n{SECOND}"
    );
    use BlockKind::*;
    assert_eq!(kinds(&parse(&text, None)), [Crumb, Headline, Caption, Repeat, Body, Body]);
}

/// The furniture of a broadcaster's and a newspaper's page.
#[test]
fn pages_as_they_are_pasted() {
    use BlockKind::*;
    let text = format!(
        "Bridge deal: Ministers say it opens in winter\nPublished\n26 February 2023\n\nShare\nImage source, Getty Images\n\
         Image caption,\nTraders waited for years at the bridge\n\nBy Jane Doe\nBBC News, Geneva\n\n{FIRST}\n\nWho is \
         against it?\n\n{SECOND}\n\n- Ann Lee is for it\n- Bo Ek is against it\n\nRelated Topics\nBridges\nFloods of 2019\n\
         More on this story\nWhat the bridge would change\nPublished\n3 days ago\n"
    );
    assert_eq!(
        kinds(&parse(&text, None)),
        [
            Headline, Published, Published, Crumb, Caption, Caption, Caption, Byline, Byline, Body, Subhead,
            Body, Body, Body, Related, Related, Related, Related, Related, Published, Published
        ]
    );
    let text = format!(
        "World news\nFloods\nThis article is more than 3 years old\nMinisters agree to open the old bridge\nTraders on both \
         banks ‘overjoyed’ after four lean years\n\nJane Doe\nMon 8 Mar 2021 13.05 GMT\n\nGENEVA -\n{FIRST}\n\n{SECOND}\n\nIt is an old bridge.\n\n\
         Topics\nBridges\nFloods\nReuse this content\n"
    );
    let document = parse(&text, None);
    assert_eq!(
        kinds(&document),
        [
            Crumb, Crumb, Crumb, Headline, Deck, Byline, Published, Body, Body, Body, Crumb, Crumb, Crumb,
            Crumb
        ]
    );
    assert_eq!(document.dateline.map(|s| document.slice(s)), Some("GENEVA"));
}

#[test]
fn a_title_kept_apart_is_known_again_in_the_text() {
    let title = "The bridge is to open again, and that is all that both of the ministers wanted to say about it today";
    let text = format!("{title}\n\n{FIRST}\n\n{SECOND}");
    assert_eq!(kinds(&parse(&text, Some(title)))[0], BlockKind::Headline);
    let document = parse(FIRST, Some("Ministers Agree"));
    assert_eq!(kinds(&document), [BlockKind::Body]);
}

#[test]
fn html_is_read_as_text() {
    let text = format!(
        "<!DOCTYPE html><html><head><title>Bridge to Open</title><script>let x = '<p>';</script></head>\n<body><nav>Home\
         </nav><h1>Ministers Agree to\nOpen the Bridge</h1><p>{FIRST} Tom &amp; Ann\nsaid <b>so</b>.</p>\n<h2>In March</h2>\
         <p>{SECOND}</p><figcaption>The bridge</figcaption></body></html>"
    );
    let document = parse(&text, None);
    let told: Vec<_> =
        document.blocks.iter().filter(|b| b.kind != BlockKind::Crumb).map(|b| b.kind).collect();
    use BlockKind::*;
    assert_eq!(told, [Headline, Headline, Body, Subhead, Body, Caption]);
    let prose: Vec<_> = document
        .sentences
        .iter()
        .filter(|s| document.blocks[s.block as usize].kind == Body)
        .map(|s| document.slice(s.span))
        .collect();
    assert_eq!(prose, [FIRST, "Tom &amp; Ann\nsaid <b>so</b>.", SECOND]);
}

#[test]
fn one_line_alone() {
    assert_eq!(kinds(&parse("Ministers Agree to Open the Bridge", None)), [BlockKind::Headline]);
    assert_eq!(kinds(&parse("ann lee met bo ek in geneva on monday", None)), [BlockKind::Body]);
    assert_eq!(kinds(&parse("Bridge", None)), [BlockKind::Body]);
    assert_eq!(kinds(&parse("", None)), []);
    assert_eq!(kinds(&parse(" \n\n\t ", None)), []);
}
