//! Made-up articles: which sentences may be chosen, which may not, and what the article is about.

use crate::{Options, Reader};

/// The key sentences of an article, best first, and its key phrases.
fn summary(text: &str) -> (Vec<&str>, Vec<&str>) {
    let article = Reader::bundled().read(text, &Options::default());
    let slice = |span: crate::text::Span| &text[span.start as usize..span.end as usize];
    let sentences = article.summary.sentences.iter().map(|&i| slice(article.sentences[i as usize].span));
    (sentences.collect(), article.summary.phrases.iter().map(|&p| slice(p)).collect())
}

const BAGS: &str = "City bans plastic bags\n\nBy LINDA PARK, Staff Writer\n\nThe Denver skyline at dusk. (Mark Hill / Associated \
    Press)\n\nThe city council voted on Tuesday to ban plastic bags in grocery stores, the first such ban in the state.\n\n\
    Why now? Under the ordinance, which takes effect in June, shoppers will pay 10 cents for each paper bag at the grocery \
    stores of the city. He also said that it would work.\n\n\"It is a small step,\" said Councilwoman Jeanne Robb.\n\nBut \
    the shops are not happy with the ban. Related: how Boulder lived without bags\n\nSign up for our newsletter.\n\nResidents \
    use about 130 million plastic bags a year, and only a few of them are recycled.\n\nCopyright 2011 The Daily News. All \
    rights reserved.";

#[test]
fn the_first_is_what_happened() {
    let table = [
        (BAGS, "The city council voted"),
        // The news comes behind a scene.
        (
            "A house of smugglers becomes a museum\n\nIt was a beautiful house. It had eleven rooms and a view of the \
             sea.\n\nNow Gunsgreen Manor is to become the first museum of smuggling in the country, with the help of a \
             lottery, the trust that runs the house announced on Thursday.\n\nThe manor was built in 1753 for a merchant \
             who grew rich by smuggling tea. The museum is to open in the spring.",
            "Now Gunsgreen Manor",
        ),
        // Lines run together by a collection: labels and captions got stops of their own.
        (
            "By . Harriet Moss . PUBLISHED: . 06:41 EST, 12 March 2013 . A baker who stole from the charity she founded has \
             been jailed for two years. Paula Kent used the money for holidays and a car, a court heard. Paula Kent leaves \
             court: The charity boss spent it all on a single holiday . She set up the charity in 2007 to help the old. \
             Scroll down for video . The judge said it was a mean crime. The charity closed last year.",
            "A baker who stole",
        ),
    ];
    for (text, start) in table {
        let (sentences, _) = summary(text);
        assert!(sentences.first().is_some_and(|s| s.starts_with(start)), "{start}: {sentences:#?}");
    }
}

#[test]
fn some_are_never_chosen() {
    let (sentences, _) = summary(BAGS);
    for part in ["LINDA PARK", "skyline", "Sign up", "Copyright", "Related"] {
        assert!(!sentences.iter().any(|s| s.contains(part)), "{part}: {sentences:#?}");
    }
    let (sentences, _) = summary(
        "The town has a new bridge, the third over its river in ten years. Workers carry beams for the new bridge in this \
         photo. REUTERS/Ann Lee The bridge cost the town nine million. Buses will cross the bridge from Monday. Sign up \
         for our newsletter. The old bridge fell in a flood and nobody was hurt when it fell.",
    );
    assert!(!sentences.iter().any(|s| s.contains("Sign up")), "{sentences:#?}");
}

#[test]
fn some_come_last() {
    let (sentences, _) = summary(BAGS);
    let at = |part: &str| sentences.iter().position(|s| s.contains(part)).unwrap_or(usize::MAX);
    // Questions, and sentences whose "he" nobody knows.
    assert!(
        at("Residents use") < at("Why now?") && at("Residents use") < at("He also said"),
        "{sentences:#?}"
    );
    assert!(at("Residents use") < at("But the shops"), "{sentences:#?}");
}

#[test]
fn phrases_are_what_it_is_about() {
    let (_, phrases) = summary(BAGS);
    assert_eq!(phrases.first(), Some(&"plastic bags"), "{phrases:?}");
    assert!(phrases.contains(&"grocery stores"), "{phrases:?}");
    // Names and days are shown by themselves.
    for part in ["Denver", "Robb", "Tuesday", "said"] {
        assert!(!phrases.iter().any(|p| p.contains(part)), "{phrases:?}");
    }
}

/// A number that stands for people and the verb behind it are no thing.
#[test]
fn phrases_are_no_scraps_of_clauses() {
    let text = "The ministers met in Oslo on Monday. The two want a fishing treaty, and the two want it soon.\n\n\
        A fishing treaty was first proposed in May. Both agreed that fishing boats need a treaty.";
    let (_, phrases) = summary(text);
    assert!(phrases.contains(&"fishing treaty"), "{phrases:?}");
    assert!(!phrases.iter().any(|p| p.contains("two") || p.contains("want")), "{phrases:?}");
}

/// What is a phrase of each text, and what is no more than a scrap of one.
#[test]
fn phrases_are_things_to_their_last_word() {
    let cases: &[(&str, &[&str], &[&str])] = &[
        // Verbs before, behind and between; what is done with a thing is no part of it.
        (
            "The central bank raised interest rates on Monday. Higher interest rates slow the housing market, and the housing market fell.",
            &["interest rates", "housing market"],
            &["raised", "slow", "rates slow", "market fell"],
        ),
        (
            "The council wants to reduce traffic noise. A council that sells night permits will buy traffic lights, traffic planners said.",
            &["traffic noise"],
            &["reduce", "sells", "buy"],
        ),
        (
            "The attacks damage the peace talks. These attacks damage the truce, and the peace talks may fail.",
            &["peace talks"],
            &["damage"],
        ),
        // Hyphens are not cut, and sizes, ages and times say nothing.
        (
            "A half-cent sales tax was approved by the 14-year-old board. The sales tax will pay for a new county jail.",
            &["sales tax", "county jail"],
            &["cent sales", "old board", "new"],
        ),
        // Names are shown by themselves.
        (
            "Acme Foods raised its profit forecast. The profit forecast of Acme Foods pleased Dana Cole.",
            &["profit forecast"],
            &["Acme", "Foods", "Dana"],
        ),
        // What comes again and again is a thing by itself, unless a longer phrase ends with it or it tells nothing.
        (
            "A wildfire came near the town. The wildfire burned for a week. Rain put out the wildfire, and the government was glad \
             of it. The government thanked the rain. Fire fell on the government.",
            &["wildfire"],
            &["government"],
        ),
        (
            "The buffer zone was drawn last year. Nobody lives in the zone. Soldiers watch the zone, and the zone grows.",
            &["buffer zone"],
            &[],
        ),
        // What somebody is by office is told with the person.
        (
            "The chief executive left. Her chief executive stayed. No chief executive laughed.",
            &[],
            &["executive"],
        ),
        // A company is anybody's.
        ("The paving company paid a fine. It was a heavy fine.", &[], &["company", "heavy"]),
    ];
    for (text, wanted, unwanted) in cases {
        let (_, phrases) = summary(text);
        for phrase in *wanted {
            assert!(phrases.contains(phrase), "{phrase}: {phrases:?}");
        }
        for scrap in *unwanted {
            assert!(!phrases.iter().any(|p| p.contains(scrap)), "{scrap}: {phrases:?}");
        }
    }
}

#[test]
fn nothing_comes_of_nothing() {
    for text in ["", "Rain.", "\n\n—\n\n", "Photo: Ann Lee"] {
        assert_eq!(summary(text), (vec![], vec![]), "{text:?}");
    }
}
