//! Several articles as one story.
//!
//! Names are marked as in `entities.rs`: `{P …}` a person, `{L …}` a place, `{O …}` a body.

mod marked;

use glosser::dates::Day;
use glosser::entities::{self, Entity, Kind};
use glosser::library::Library;
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
        // Kept apart.
        (&["{P Jane Doe} won.", "{P John Doe} lost."], &["Jane Doe", "John Doe"]),
        (&["{O Pear Inc.} sued.", "{O Pear Corps} was sued."], &["Pear Corps", "Pear Inc."]),
        (&["{L Sudan}", "{L South Sudan}"], &["South Sudan", "Sudan"]),
        (&["{P Washington} slept.", "In {L Washington} he slept."], &["Washington", "Washington"]),
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
    let names =
        |figures: Vec<&glosser::library::Figure>| figures.iter().map(|f| f.name.clone()).collect::<Vec<_>>();
    assert_eq!(names(library.new_in(1)), ["Paris"]);
    assert_eq!(names(library.only_in(0)), Vec::<String>::new());
    assert_eq!(names(library.only_in(1)), ["Paris"]);
    assert_eq!(names(library.people()), ["Jane Doe"]);
    assert_eq!(library.people()[0].appearances.len(), 3);
    assert_eq!(library.people()[0].kind, Kind::Person);
    assert_eq!(library.len(), 3);
}

#[test]
fn one_timeline_and_shared_sentences() {
    let reader = Reader::bundled();
    let mut library = Library::new();
    let later = "Bridge opens at last\n\nThe long bridge over the northern river opened to traffic on 3 May 2021 after years of work, officials said.\n";
    let earlier = "Work on bridge\n\nWorkers began to build it in June 2018.\n\nThe bridge over the northern river opened to traffic on 3 May 2021 after years of work.\n";
    for (text, day) in [(later, (2021, 5, 4)), (earlier, (2021, 5, 3))] {
        let options = Options { published: Day::new(day.0, day.1, day.2), title: None };
        library.add(&reader.read(text, &options), text);
    }
    let events: Vec<(String, u32)> = library.timeline().map(|e| (e.from.to_string(), e.article)).collect();
    assert_eq!(
        events,
        [("2018-06-01".to_string(), 1), ("2021-05-03".to_string(), 0), ("2021-05-03".to_string(), 1)]
    );
    assert_eq!(library.chronology(), [1, 0]);
    let echoes = library.echoes(0);
    assert_eq!(echoes.len(), 1);
    assert_eq!(echoes[0].other.article, 1);
    assert!(echoes[0].likeness > 0.5);
}

#[test]
fn adding_to_a_large_library_takes_no_longer() {
    let mut library = Library::new();
    let articles: Vec<Vec<Entity>> = (0..2000)
        .map(|i| entities_of(&format!("{{P Ann{i} Smith}} met {{P Smith}} of {{O Bank {i}}} in {{L Rome}}.")))
        .collect();
    let mut time = |range: std::ops::Range<usize>| {
        let start = std::time::Instant::now();
        for article in &articles[range] {
            library.join(article);
        }
        start.elapsed().as_secs_f64()
    };
    let first = time(100..500);
    time(500..1600);
    let last = time(1600..2000);
    // Sixteen times the articles, the same work; wide room for a busy machine.
    assert!(last < first * 8.0 + 0.2, "first {first:.3} s, last {last:.3} s");
}
