//! Sentences and what is said in them. In the table [Ann Lee] is a person, {Acme} an organisation, <Oslo> a place.

use super::{QuoteKind, find};
use crate::entities::{self, Cast};
use crate::names::{Name, NameKind};
use crate::text::{self, Span};

/// The text without its brackets, and the names they held.
fn marked(source: &str) -> (String, Vec<Name>) {
    let (mut text, mut names, mut start) = (String::new(), Vec::new(), 0);
    for c in source.chars() {
        let kind = match c {
            '[' | '{' | '<' => {
                start = text.len();
                continue;
            }
            ']' => NameKind::Person,
            '}' => NameKind::Organization,
            '>' => NameKind::Place,
            _ => {
                text.push(c);
                continue;
            }
        };
        names.push(Name { span: Span::new(start, text.len()), kind, confidence: 1.0 });
    }
    (text, names)
}

/// "kind: words / speaker's words = entity" for each quotation in running text.
fn said(source: &str) -> Vec<String> {
    // A paragraph of prose before it, so that no line is taken for a headline.
    heard(&format!("The long talks of the last week ended today, and nothing was agreed.\n\n{source}"))
}

fn heard(source: &str) -> Vec<String> {
    let (text, names) = marked(source);
    let document = text::parse(&text, None);
    let cast: Cast = entities::resolve(&document, &names);
    find(&document, &cast)
        .iter()
        .map(|q| {
            let kind = match q.kind {
                QuoteKind::Direct => "direct",
                QuoteKind::Mixed => "mixed",
                QuoteKind::Indirect => "indirect",
            };
            let speaker = q.speaker.as_ref().map_or("?".into(), |s| {
                let entity = s.entity.map_or("?", |e| cast.entities[e as usize].name.as_str());
                format!("{} = {entity}", document.slice(s.span))
            });
            format!("{kind}: {} / {speaker}", document.slice(q.span))
        })
        .collect()
}

fn check(table: &[(&str, &[&str])]) {
    let mut wrong = Vec::new();
    for (source, want) in table {
        let found = said(source);
        if found != *want {
            wrong.push(format!("{source}\n  want {want:#?}\n  found {found:#?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn direct_speech_and_its_speaker() {
    check(&[
        (
            "“We will rebuild the old bridge,” [Ann Lee] said.",
            &["direct: “We will rebuild the old bridge,” / Ann Lee = Ann Lee"],
        ),
        (
            "\"We will rebuild it,\" said [Ann Lee], the mayor.",
            &["direct: \"We will rebuild it,\" / Ann Lee = Ann Lee"],
        ),
        (
            "Mayor [Ann Lee] told reporters: \"We will rebuild it.\"",
            &["direct: \"We will rebuild it.\" / Mayor Ann Lee = Ann Lee"],
        ),
        (
            "[Ann Lee], who leads the town, said, “It will stand.”",
            &["direct: “It will stand.” / Ann Lee = Ann Lee"],
        ),
        (
            "\"It is cold here,\" said 29-year-old teacher [Ann Lee], standing outside.",
            &["direct: \"It is cold here,\" / 29-year-old teacher Ann Lee = Ann Lee"],
        ),
        (
            "[Bob May] left early. \"It is cold here,\" said board member [Ann Lee], R-Oslo. \"Too cold.\"",
            &[
                "direct: \"It is cold here,\" / board member Ann Lee = Ann Lee",
                "direct: \"Too cold.\" / board member Ann Lee = Ann Lee",
            ],
        ),
        (
            "\"The road is closed,\" a police spokesman said in a statement.",
            &["direct: \"The road is closed,\" / a police spokesman = ?"],
        ),
        ("\"Why now?\" [Ann Lee] asked.", &["direct: \"Why now?\" / Ann Lee = Ann Lee"]),
        ("'We will rebuild it,' [Ann Lee] said.", &["direct: 'We will rebuild it,' / Ann Lee = Ann Lee"]),
        (
            "\"They spoke of trade,\" during a call that [Ann Lee] made, the {Foreign Office} said.",
            &["direct: \"They spoke of trade,\" / the Foreign Office = Foreign Office"],
        ),
    ]);
}

#[test]
fn offices_and_long_names() {
    check(&[
        (
            "The chief officer for the coast, Dr. [Ann Lee], said it was over.",
            &["indirect: it was over / The chief officer for the coast, Dr. Ann Lee = Ann Lee"],
        ),
        (
            "“It is over,” {Bureau of Ports} (BP) head [Ann Lee] said.",
            &["direct: “It is over,” / head Ann Lee = Ann Lee"],
        ),
        (
            "The {Royal Hospital} in <Oslo> yesterday said the nurse was well.",
            &["indirect: the nurse was well / The Royal Hospital in Oslo = Royal Hospital"],
        ),
        ("Later tests revealed that the nurse was well.", &[]),
    ]);
}

#[test]
fn one_speech_in_two_pieces() {
    check(&[
        (
            "“We will rebuild it,” [Ann Lee] said. “It will take two years.”",
            &[
                "direct: “We will rebuild it,” / Ann Lee = Ann Lee",
                "direct: “It will take two years.” / Ann Lee = Ann Lee",
            ],
        ),
        (
            "“We will rebuild it,” [Ann Lee] said, “and nobody will stop us.”",
            &[
                "direct: “We will rebuild it,” / Ann Lee = Ann Lee",
                "direct: “and nobody will stop us.” / Ann Lee = Ann Lee",
            ],
        ),
        (
            "“We came late.\n\n“We went early,” [Ann Lee] said.",
            &["direct: “We came late. / Ann Lee = Ann Lee", "direct: “We went early,” / Ann Lee = Ann Lee"],
        ),
        (
            "“We will rebuild it,” [Ann Lee] said.\n\n“It will take two years.”",
            &[
                "direct: “We will rebuild it,” / Ann Lee = Ann Lee",
                "direct: “It will take two years.” / Ann Lee = Ann Lee",
            ],
        ),
    ]);
}

#[test]
fn mixed_and_indirect_speech() {
    check(&[
        (
            "[Ann Lee] said on Tuesday that the bridge was “a disgrace” and would go.",
            &["mixed: the bridge was “a disgrace” and would go / Ann Lee = Ann Lee"],
        ),
        (
            "[Ann Lee] said in the capital on May 3 that the bridge would go.",
            &["indirect: the bridge would go / Ann Lee = Ann Lee"],
        ),
        (
            "The bridge will go, [Ann Lee] said on Tuesday.",
            &["indirect: The bridge will go / Ann Lee = Ann Lee"],
        ),
        ("Her daughter, Prof. [Anne Voss] of {Oslo College}, confirmed the death.", &[]),
        ("According to {Acme}, the bridge will go.", &["indirect: the bridge will go / Acme = Acme"]),
        ("The bridge will go, according to {Acme}.", &["indirect: The bridge will go / Acme = Acme"]),
        (
            "[Ann Lee] said the bridge would go, adding that it was old.",
            &[
                "indirect: the bridge would go / Ann Lee = Ann Lee",
                "indirect: it was old / Ann Lee = Ann Lee",
            ],
        ),
        (
            "[Ann Lee] stated that the bridge would go and warned that time was short.",
            &[
                "indirect: the bridge would go / Ann Lee = Ann Lee",
                "indirect: time was short / Ann Lee = Ann Lee",
            ],
        ),
        (
            "[Ann Lee] met [Bo Berg], who said that <Norway> would pay.",
            &["indirect: Norway would pay / Bo Berg = Bo Berg"],
        ),
        (
            "Doctors in the region say the fever has passed.",
            &["indirect: the fever has passed / Doctors in the region = ?"],
        ),
        (
            "The plan has failed, with [Ann Lee] saying on May 3 that it “was never funded.”",
            &["mixed: it “was never funded.” / Ann Lee = Ann Lee"],
        ),
    ]);
}

#[test]
fn pronouns_and_roles_go_back_to_somebody() {
    check(&[
        (
            "[Ann Lee] said the bridge would go. She also said it was old.",
            &["indirect: the bridge would go / Ann Lee = Ann Lee", "indirect: it was old / She = Ann Lee"],
        ),
        (
            "[Ann Lee] met [Bo Berg] on Monday. “It went well,” she said.",
            &["direct: “It went well,” / she = Ann Lee"],
        ),
        ("Mr. [Berg] met Mrs. [Lee]. “It went well,” she said.", &["direct: “It went well,” / she = Lee"]),
        (
            "[Ann Lee] won. “It went well,” said the 22-year-old Norwegian.",
            &["direct: “It went well,” / the 22-year-old Norwegian = Ann Lee"],
        ),
        (
            "“It is mine,” [Bo Berg] said.\n\n[Ann Lee] asked him why. “It just is,” he replied.",
            &["direct: “It is mine,” / Bo Berg = Bo Berg", "direct: “It just is,” / he = Bo Berg"],
        ),
        (
            "The {Foreign Office} said the talks were over. “They failed,” it said.",
            &[
                "indirect: the talks were over / The Foreign Office = Foreign Office",
                "direct: “They failed,” / it = Foreign Office",
            ],
        ),
    ]);
}

#[test]
fn what_nobody_said() {
    check(&[
        ("The band played “Blue Train” and “Night Song” for an hour.", &[]),
        ("The so-called “safe zone” lies north of the river.", &[]),
        ("The workers' tools and the rebels' guns were left behind.", &[]),
        ("The novel “A Very Long Road To The Old Northern Sea” won a prize.", &[]),
        ("The firm added 200 jobs and reports its figures today.", &[]),
        ("He refused to say that it was over.", &[]),
        ("She was told that it was over.", &[]),
        ("[Ann Lee] called the plan a “nanny state” tax.", &[]),
        ("A sign at the gate reads “Safety First.”", &[]),
    ]);
}

#[test]
fn whose_words_they_are() {
    check(&[
        // The subject stands before its relative clause.
        (
            "The driver of a van that killed four goats told detectives he “nodded off” at the wheel, according to papers.",
            &["mixed: he “nodded off” at the wheel / The driver of a van = ?"],
        ),
        (
            "[Ann Lee] called it “a disgrace,” while [Bo Berg] laughed at it and said that it was old.",
            &["mixed: “a disgrace,” / Ann Lee = Ann Lee", "indirect: it was old / Bo Berg = Bo Berg"],
        ),
        (
            "[Ann Lee] asked the crowd: “What is it that you want from us?”",
            &["direct: “What is it that you want from us?” / Ann Lee = Ann Lee"],
        ),
        (
            "[Ann Lee] accused the town of “doing nothing at all.” “It is over,” [Bo Berg] sighed.",
            &[
                "mixed: “doing nothing at all.” / Ann Lee = Ann Lee",
                "direct: “It is over,” / Bo Berg = Bo Berg",
            ],
        ),
        (
            "According to two people, who were not allowed to speak, the bridge will go.",
            &["indirect: the bridge will go / two people = ?"],
        ),
        (
            "[Ann Lee] said Tuesday's meeting had been moved. [Bo Berg] says that's nonsense.",
            &[
                "indirect: Tuesday's meeting had been moved / Ann Lee = Ann Lee",
                "indirect: that's nonsense / Bo Berg = Bo Berg",
            ],
        ),
        (
            "{Acme} has lost the suit. The company said it would appeal.",
            &["indirect: it would appeal / The company = Acme"],
        ),
        // One speaker, one statement.
        (
            "The firm said that it had warned the town “on eleven days” that prices would rise.",
            &["mixed: it had warned the town “on eleven days” that prices would rise / The firm = ?"],
        ),
        // The sentence goes its own way after its attribution.
        (
            "The bridge will go, [Ann Lee] said on Tuesday, and want a new road after a flood that cut off the town.",
            &["indirect: The bridge will go / Ann Lee = Ann Lee"],
        ),
    ]);
}

#[test]
fn interviews_are_told_by_their_labels() {
    check(&[
        (
            "Q: Why so long?\n\nA: Because I was afraid of it.\n\nQ: And now?\n\nA: I am not.",
            &[
                "direct: Why so long? / Q = ?",
                "direct: Because I was afraid of it. / A = ?",
                "direct: And now? / Q = ?",
                "direct: I am not. / A = ?",
            ],
        ),
        (
            "[Ann Lee] met [Bo Berg] on Monday.\n\nBERG: Is it you?\n\nLEE: No. She is braver.\n\nBERG: Why?\n\nLEE: She had to be.",
            &[
                "direct: Is it you? / BERG = Bo Berg",
                "direct: No. She is braver. / LEE = Ann Lee",
                "direct: Why? / BERG = Bo Berg",
                "direct: She had to be. / LEE = Ann Lee",
            ],
        ),
        (
            "Q. Why so long?\n\nA. I was afraid of it.\n\nQ. And now?\n\nA. I am not.",
            &[
                "direct: Why so long? / Q = ?",
                "direct: I was afraid of it. / A = ?",
                "direct: And now? / Q = ?",
                "direct: I am not. / A = ?",
            ],
        ),
        ("WHO: Ann Lee.\n\nWHAT: The fair.\n\nWHERE: The old hall.\n\nWHEN: On Monday.", &[]),
    ]);
}

#[test]
fn headlines_speak_too() {
    const STORY: &str = "OSLO, May 3 (Reuters) - It rained all day in the north, and nobody went out to look at the old bridge.";
    let table: &[(&str, &[&str])] = &[
        ("Minister: 'We will not pay for it'", &["direct: 'We will not pay for it' / Minister = ?"]),
        (
            "[Ann Lee]: the old bridge will go at last",
            &["indirect: the old bridge will go at last / Ann Lee = Ann Lee"],
        ),
        (
            "Police say driver in crash 'fell asleep at wheel'",
            &["mixed: driver in crash 'fell asleep at wheel' / Police = ?"],
        ),
        ("<Syria>: army takes back a town in the north", &[]),
        ("Breaking: a bridge has fallen in the north", &[]),
        ("In pictures: the 'bridge of sighs' has fallen", &[]),
    ];
    for (headline, want) in table {
        assert_eq!(heard(&format!("{headline}\n\n{STORY}")), *want, "{headline}");
    }
}
