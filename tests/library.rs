//! Several articles as one story.
//!
//! Names are marked as in `entities.rs`: `{P …}` a person, `{L …}` a place, `{O …}` a body.

mod marked;

use glosser::dates::Day;
use glosser::entities::{self, Entity, Kind};
use glosser::export::Source;
use glosser::library::{Figure, Library};
use glosser::{Options, Reader, text};

fn entities_of(article: &str) -> Vec<Entity> {
    let (text, names) = marked::unmark(article);
    entities::resolve(&text::parse(&text, None), &names).entities
}

/// The figures of several articles, each as its names, in order of first occurrence.
fn figures(articles: &[&str]) -> Vec<String> {
    let mut library = Library::new();
    for article in articles {
        library.join(&entities_of(article));
    }
    let mut figures: Vec<String> = library.figures().iter().map(|f| f.aliases.join(" = ")).collect();
    figures.sort();
    figures
}

#[test]
fn one_figure_across_articles() {
    let cases: &[(&[&str], &[&str])] = &[
        (&["{P Jane Doe} spoke.", "{P Doe} spoke again."], &["Jane Doe = Doe"]),
        (&["{P Doe} spoke.", "{P Jane Doe} spoke again."], &["Jane Doe = Doe"]),
        (&["{P William Hart} won.", "{P Bill Hart} won."], &["William Hart = Bill Hart"]),
        // What one article explains helps in another.
        (&["the {O Partiya Karkeren} ({O PKK})", "The {O PKK} left."], &["Partiya Karkeren = PKK"]),
        (
            &["{O Pear Inc.} rose.", "{O Pear Computer} fell.", "{O Pear} stood."],
            &["Pear Inc. = Pear Computer = Pear"],
        ),
        (&["{L U.S.}", "{L America}", "{L United States}"], &["United States = U.S. = America"]),
        // Spelt with and without accents, articles, marks.
        (
            &["{P Recep Tayyip Erdogan}", "{P Recep Tayyip Erdoğan}"],
            &["Recep Tayyip Erdogan = Recep Tayyip Erdoğan"],
        ),
        (&["{P Ina Berg}", "{P Berg}"], &["Ina Berg = Berg"]),
        // A last name that two bear is nobody's.
        (&["{P Ina Berg}", "{P Alban Berg}", "{P Berg}"], &["Alban Berg", "Berg", "Ina Berg"]),
        (
            &["{P Ina Berg}", "{P Ina Berg}", "{P Ina Berg}", "{P Alban Berg}", "{P Berg}"],
            &["Alban Berg", "Ina Berg = Berg"],
        ),
        // Kept apart.
        (&["{P Ford} won.", "{O Ford} lost."], &["Ford", "Ford"]),
        (&["{P Jane Doe} won.", "{P John Doe} lost."], &["Jane Doe", "John Doe"]),
        (&["{O Pear Inc.} sued.", "{O Pear Corps} was sued."], &["Pear Corps", "Pear Inc."]),
        (&["{L Sudan}", "{L South Sudan}"], &["South Sudan", "Sudan"]),
        (&["{P Washington} slept.", "In {L Washington} he slept."], &["Washington", "Washington"]),
        // Each land has a foreign ministry.
        (
            &["{L Russia}'s {O Foreign Ministry} spoke.", "{L Turkey}'s {O Foreign Ministry} spoke."],
            &[
                "Russia",
                "Russian Foreign Ministry = Foreign Ministry",
                "Turkey",
                "Turkish Foreign Ministry = Foreign Ministry",
            ],
        ),
        (
            &["{L Russia}'s {O Foreign Ministry} spoke.", "The {O Russian Foreign Ministry} spoke."],
            &["Russia", "Russian Foreign Ministry = Foreign Ministry"],
        ),
        // Two in one article are anybody's.
        (
            &["{L Russia}'s {O Foreign Ministry} and {L Turkey}'s {O Foreign Ministry} spoke."],
            &["Foreign Ministry", "Russia", "Turkey"],
        ),
        // What an article keeps apart stays apart.
        (&["{P Doe} spoke.", "{P Jane Doe} met {P John Doe}."], &["Jane Doe = Doe", "John Doe"]),
    ];
    for (articles, expected) in cases {
        assert_eq!(figures(articles), *expected, "{articles:?}");
    }
}

#[test]
fn what_is_new_and_who_occurs_only_here() {
    let mut library = Library::new();
    for article in ["{P Jane Doe} in {L Rome}.", "{P Doe} in {L Paris}.", "{P Doe} in {L Rome}."] {
        library.join(&entities_of(article));
    }
    let names = |figures: Vec<&Figure>| figures.iter().map(|f| f.name.clone()).collect::<Vec<_>>();
    assert_eq!(names(library.new_in(1)), ["Paris"]);
    assert_eq!(names(library.only_in(0)), Vec::<String>::new());
    assert_eq!(names(library.only_in(1)), ["Paris"]);
    let people = library.of_kind(Kind::Person);
    assert_eq!(people[0].appearances.len(), 3);
    assert_eq!(names(people), ["Jane Doe"]);
    assert_eq!(library.len(), 3);
}

/// A library of articles, each with its day of publication; their ids are "0", "1", …
fn shelf(articles: &[(&str, &str)]) -> Library {
    let reader = Reader::bundled();
    let mut library = Library::new();
    for (number, (text, day)) in articles.iter().enumerate() {
        let article = reader.read(text, &Options { published: Day::parse(day), ..Options::default() });
        library.add(&number.to_string(), &Source { article: &article, text, title: None, url: "" });
    }
    library
}

const OPENED: (&str, &str) = (
    "Bridge opens at last\n\nMayor Angela Merkel met Emmanuel Macron in Geneva on Tuesday. The long bridge over the \
     northern river opened to traffic on 3 May 2021 after years of work, officials said.\n",
    "2021-05-04",
);
const BEGUN: (&str, &str) = (
    "Work on bridge\n\nWorkers began to build it in June 2018, Minister Angela Merkel said.\n\nThe bridge over the \
     northern river opened to traffic on 3 May 2021 after years of work.\n",
    "2021-05-03",
);
const CLOSED: (&str, &str) = (
    "Bridge shut again\n\nChancellor Angela Merkel told Emmanuel Macron in Paris that the bridge was closed. \
     “It cracked,” Merkel said.\n",
    "2022-01-10",
);

#[test]
fn one_timeline_and_shared_sentences() {
    let library = shelf(&[OPENED, BEGUN]);
    let events: Vec<(String, u32)> = library
        .timeline()
        .iter()
        .filter(|e| e.value != "2021-05-04")
        .map(|e| (e.from.to_string(), e.article))
        .collect();
    assert_eq!(
        events,
        [("2018-06-01".to_string(), 1), ("2021-05-03".to_string(), 1), ("2021-05-03".to_string(), 0)]
    );
    assert_eq!(library.chronology(), [1, 0]);
    let echoes = library.echoes(0);
    assert_eq!(echoes.len(), 1);
    assert_eq!(echoes[0].other.article, 1);
    assert!(echoes[0].likeness > 0.5);
}

#[test]
fn the_record_tells_who_over_time() {
    let record = shelf(&[OPENED, BEGUN, CLOSED]).record();
    let order: Vec<&str> = record.articles.iter().map(|a| a.id.as_str()).collect();
    assert_eq!(order, ["1", "0", "2"]);
    let merkel = &record.figures[0];
    assert_eq!(merkel.name, "Angela Merkel");
    assert_eq!(merkel.appearances.iter().map(|a| a.article.as_str()).collect::<Vec<_>>(), order);
    let roles: Vec<(&str, Option<&str>)> =
        merkel.roles.iter().map(|r| (r.text.as_str(), r.from.as_deref())).collect();
    let want = [("Minister", "2021-05-03"), ("Mayor", "2021-05-04"), ("Chancellor", "2022-01-10")];
    assert_eq!(roles, want.map(|(role, day)| (role, Some(day))));
    assert!(merkel.quotes.iter().any(|q| q.article == "2"));
    let meeting = &record.meetings[0];
    assert_eq!(
        (meeting.sentences, meeting.articles.as_slice()),
        (2, ["0".to_string(), "2".into()].as_slice())
    );
    // The sentence that the later article shares with the earlier one is news in the earlier one only.
    let [begun, opened, closed] = &record.articles[..] else { panic!("three articles") };
    assert_eq!((begun.echoes.len(), opened.echoes.len(), closed.echoes.len()), (1, 1, 0));
    assert!(begun.news.contains(&begun.echoes[0].sentence));
    assert!(!opened.news.contains(&opened.echoes[0].sentence));
    let new: Vec<_> = opened.new_figures.iter().map(String::as_str).collect();
    assert!(new.contains(&"person/emmanuel-macron") && !new.contains(&"person/angela-merkel"), "{new:?}");
}

#[test]
fn an_article_that_was_taken_out_leaves_no_trace() {
    let mut library = shelf(&[OPENED, CLOSED, BEGUN]);
    assert!(library.remove("1"));
    assert!(!library.remove("1"));
    let mut record = library.record();
    for article in &mut record.articles {
        assert_ne!(article.id, "1");
    }
    let never = shelf(&[OPENED, BEGUN]).record();
    assert_eq!(record.figures.len(), never.figures.len());
    for (mine, other) in record.figures.iter().zip(&never.figures) {
        assert_eq!((&mine.id, &mine.aliases, mine.mentions), (&other.id, &other.aliases, other.mentions));
    }
    assert_eq!(record.timeline.len(), never.timeline.len());
    // Adding what is there already puts it in its own place.
    let article = Reader::bundled().read(CLOSED.0, &Options::default());
    for _ in 0..2 {
        library.add("1", &Source { article: &article, text: CLOSED.0, title: None, url: "" });
    }
    assert_eq!(library.len(), 3);
}

#[test]
fn places_are_told_apart_by_where_they_are() {
    let record = shelf(&[
        ("The mayor of Paris met the ministers of France in Paris on Monday.", "2021-05-03"),
        (
            "The county fair in Paris, Texas, drew many people from Dallas and the rest of Texas.",
            "2021-05-04",
        ),
        ("In Paris the president of France spoke to the press.", "2021-05-05"),
    ])
    .record();
    let paris = record.figures.iter().filter(|f| f.kind == "place" && f.name.starts_with("Paris"));
    let mut articles: Vec<Vec<&str>> =
        paris.map(|f| f.appearances.iter().map(|a| a.article.as_str()).collect()).collect();
    articles.sort();
    assert_eq!(articles, [vec!["0", "2"], vec!["1"]]);
}

/// The five articles of the seeds tell one story; names, values and days only.
#[test]
fn five_articles_tell_their_story_in_order() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/seeds");
    // As the README of the seeds says; the first says it itself.
    let days = [
        ("000", ""),
        ("001", "2019-08-27"),
        ("002", "2017-09-28"),
        ("003", "2024-12-03"),
        ("004", "2019-01-23"),
    ];
    let mut texts: Vec<_> =
        std::fs::read_dir(&folder).into_iter().flatten().flatten().map(|f| f.path()).collect();
    texts.retain(|p| p.extension().is_some_and(|e| e == "txt"));
    texts.sort();
    if texts.len() != days.len() {
        println!("left out: the articles of {} are not here", folder.display());
        return;
    }
    let read: Vec<String> = texts.iter().map(|p| std::fs::read_to_string(p).expect("a text")).collect();
    let articles: Vec<_> = read.iter().zip(days).map(|(text, (_, day))| (text.as_str(), day)).collect();
    let record = shelf(&articles).record();
    let published: Vec<_> = record.articles.iter().filter_map(|a| a.published.as_deref()).collect();
    assert_eq!(published, ["2017-09-28", "2019-01-23", "2019-08-23", "2019-08-27", "2024-12-03"]);
    let days: Vec<_> = record.timeline.iter().filter_map(|e| e.from.as_deref()).collect();
    assert!(days.is_sorted() && days.len() > 20, "{days:?}");
    for (name, articles) in [("Vladimir Putin", 5), ("Recep Tayyip Erdogan", 5), ("Syria", 5), ("Idlib", 5)] {
        let figure = record.figures.iter().find(|f| f.aliases.iter().any(|a| a == name || a.ends_with(name)));
        let found = figure.map_or(0, |f| f.appearances.len());
        assert_eq!(found, articles, "{name}");
    }
    let first = &record.meetings[0];
    assert!(first.one.contains("putin") && first.other.contains("erdo") || first.other.contains("putin"));
    assert!(first.articles.len() >= 4);
}

/// An office told in fewer words is the same; another rank is another.
#[test]
fn one_office_is_told_once() {
    let day = ["2021-01-01", "2022-01-01", "2023-01-01"];
    let texts = [
        "German Chancellor Angela Merkel spoke in Paris. Deputy Mayor Ina Berg spoke too.",
        "Chancellor Angela Merkel spoke in Rome. Mayor Ina Berg spoke too.",
        "Former Chancellor Angela Merkel spoke in Oslo.",
    ];
    let record = shelf(&[(texts[0], day[0]), (texts[1], day[1]), (texts[2], day[2])]).record();
    let roles = |name: &str| -> Vec<(String, Option<String>)> {
        let figure = record.figures.iter().find(|f| f.name == name).expect(name);
        figure.roles.iter().map(|r| (r.text.clone(), r.to.clone())).collect()
    };
    let told = |role: &str, day: &str| (role.to_string(), Some(day.to_string()));
    assert_eq!(
        roles("Angela Merkel"),
        [told("German Chancellor", day[1]), told("Former Chancellor", day[2])]
    );
    assert_eq!(roles("Ina Berg"), [told("Deputy Mayor", day[0]), told("Mayor", day[1])]);
}

/// Who took the picture and which agency sent it is no part of the story.
#[test]
fn captions_and_credits_come_last() {
    let text = "Bridge opens in Lisbon\n\nMayor Ina Berg at the bridge. (Photo: Anna Holt/Reuters)\n\nMayor Ina Berg opened \
        the bridge on Monday. The Red Cross sold soup.\n\nWith reporting by Reuters";
    let record =
        shelf(&[(text, "2021-05-04"), (&text.replace("Red Cross", "council"), "2021-05-05")]).record();
    let of = |kind: &str| -> Vec<&str> {
        record.figures.iter().filter(|f| f.kind == kind).map(|f| f.name.as_str()).collect()
    };
    assert_eq!(of("person").first(), Some(&"Ina Berg"));
    let bodies = of("organization");
    assert_eq!(bodies.first(), Some(&"Red Cross"), "{bodies:?}");
}

#[test]
fn other_words_for_the_same_are_an_echo() {
    let said = [
        "A ferry carrying 64 people sank in a storm off the island of Skarholm on Monday, killing at least nine, the coast guard said.",
        "At least nine people were killed when a ferry with 64 on board sank in a storm near the island of Skarholm.",
        "The ferry was built in a yard near Skarholm and carried its first 64 people in 1987.",
    ];
    let days = said.map(|text| (text, "2024-05-15"));
    let echoes: Vec<_> = shelf(&days).echoes(0).iter().map(|e| e.other.article).collect();
    assert_eq!(echoes, [1]);
}

#[test]
fn who_is_meant_by_an_office_is_there() {
    let reader = Reader::bundled();
    let text =
        "Chancellor Ina Berg spoke in Oslo on Monday.\n\nThe chancellor thanked Ola Lund for his patience.";
    let article = reader.read(text, &Options { published: Day::parse("2024-05-15"), ..Options::default() });
    let mut library = Library::new();
    library.add("a", &Source { article: &article, text, title: None, url: "" });
    let names = library.figures();
    let pairs: Vec<[&str; 2]> = library
        .meetings()
        .iter()
        .map(|m| [m.one, m.other].map(|n| names[n as usize].name.as_str()))
        .collect();
    assert_eq!(pairs, [["Ina Berg", "Ola Lund"]]);
}
