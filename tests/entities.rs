//! Names to entities: which names are one, what somebody is, which other words stand for them.
//!
//! In the articles below names are marked as the tagger would: `{P …}` a person, `{L …}` a place, `{O …}` a body.

mod marked;

use glosser::entities::{self, Cast, ReferenceForm};
use glosser::text;

fn cast(marked: &str) -> (String, Cast) {
    let (text, names) = marked::unmark(marked);
    let cast = entities::resolve(&text::parse(&text, None), &names);
    (text, cast)
}

/// The entities of a marked text, each as its mentions joined by " = ", in order of first mention.
fn clusters(marked: &str) -> Vec<String> {
    let (text, cast) = cast(marked);
    let words = |m: u32| {
        let span = cast.mentions[m as usize].span;
        text[span.start as usize..span.end as usize].split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let mut all: Vec<(u32, String)> = cast
        .entities
        .iter()
        .map(|e| (e.mentions[0], e.mentions.iter().map(|&m| words(m)).collect::<Vec<_>>().join(" = ")))
        .collect();
    all.sort();
    all.into_iter().map(|(_, names)| names).collect()
}

#[track_caller]
fn assert_clusters(cases: &[(&str, &[&str])]) {
    for (marked, expected) in cases {
        assert_eq!(clusters(marked), *expected, "{marked}");
    }
}

#[test]
fn people() {
    assert_clusters(&[
        // Full and short names; first names; initials, middle names and nicknames.
        ("{P Maria Lopez} spoke. {P Lopez} left.", &["Maria Lopez = Lopez"]),
        ("{P Lopez} spoke. Later {P Maria Lopez} left.", &["Lopez = Maria Lopez"]),
        ("{P Maria Lopez} spoke, and {P Maria} left.", &["Maria Lopez = Maria"]),
        ("{P John Quincy Hale} and {P John Hale}", &["John Quincy Hale = John Hale"]),
        ("{P J. Q. Hale} is {P John Hale}.", &["J. Q. Hale = John Hale"]),
        ("{P William Hart}, known as {P Bill Hart}", &["William Hart = Bill Hart"]),
        ("{P Tayyip Demir} is {P Ali Tayyip Demir}.", &["Tayyip Demir = Ali Tayyip Demir"]),
        (
            "{P Samir al-Haddad} met {P Haddad}'s aide and {P al-Haddad}.",
            &["Samir al-Haddad = Haddad = al-Haddad"],
        ),
        ("{P Wei Lin} or {P Lin Wei}", &["Wei Lin = Lin Wei"]),
        ("{P Dona Ines Roy} writes, and {P Ines} reads.", &["Dona Ines Roy = Ines"]),
        ("{P John Majok Deng} left. {P Majok} smiled.", &["John Majok Deng = Majok"]),
        // Spelling.
        ("{P Erdoğan} is {P Recep Erdogan}.", &["Erdoğan = Recep Erdogan"]),
        (
            "{P Oleh Polanskyy} came with {P Olena Polanska}. {P Polansky} spoke.",
            &["Oleh Polanskyy = Polansky", "Olena Polanska"],
        ),
        ("{P Mevlüt Çavuşoğlu}; {P Cavusoglu}", &["Mevlüt Çavuşoğlu = Cavusoglu"]),
        ("{P Kristin Wallace} wrote. {P Kristen Wallace} denies it.", &["Kristin Wallace = Kristen Wallace"]),
        ("{P Lydia Buchtman} and {P Buchtmann}", &["Lydia Buchtman = Buchtmann"]),
        ("{P ANNA BERG} WINS. {P Anna Berg} won.", &["ANNA BERG = Anna Berg"]),
        // Kept apart.
        ("{P Maria Lopez} and {P Juan Lopez}", &["Maria Lopez", "Juan Lopez"]),
        ("{P George H. Stone} and {P George W. Stone}", &["George H. Stone", "George W. Stone"]),
        ("{P Karl I} and {P Karl II}", &["Karl I", "Karl II"]),
        ("{P Karl Ernst Stone} and his son {P Karl II}", &["Karl Ernst Stone", "Karl II"]),
        ("{P Karl Stone} ruled as {P Stone I}.", &["Karl Stone = Stone I"]),
        ("{P Johnson} and {P Jackson}", &["Johnson", "Jackson"]),
        (
            "{P Earl Stone} and {P Wade Stone}; {P Don Hale} and {P Jim Hale}",
            &["Earl Stone", "Wade Stone", "Don Hale", "Jim Hale"],
        ),
        ("{P Amir} sent word. {P Amir Hassan} is the builder.", &["Amir", "Amir Hassan"]),
        ("{P Amir Hassan} is the builder. {P Amir} sent word.", &["Amir Hassan = Amir"]),
        ("{P Majok} smiled before {P John Majok Deng} came.", &["Majok", "John Majok Deng"]),
    ]);
}

#[test]
fn one_surname_for_two_goes_to_whom_the_article_is_about() {
    assert_clusters(&[
        (
            "{P Anna Weber} won. {P Anna Weber}'s brother {P Tom Weber} cheered. {P Weber} thanked him.",
            &["Anna Weber = Anna Weber = Weber", "Tom Weber"],
        ),
        // Nobody is known by the surname before being named.
        (
            "{P Anna Weber} won. {P Weber} wept. Her brother {P Tom Weber} cheered. {P Tom Weber} and {P Tom} left.",
            &["Anna Weber = Weber", "Tom Weber = Tom Weber = Tom"],
        ),
    ]);
}

#[test]
fn bodies() {
    assert_clusters(&[
        // Acronyms, introduced or implied.
        ("the {O Harbour Workers' Party} ({O HWP}) and the {O HWP}", &["Harbour Workers' Party = HWP = HWP"]),
        ("the {O Partiya Karkeren} ({O PKK}); the {O PKK}", &["Partiya Karkeren = PKK = PKK"]),
        ("{O United Nations}, {O U.N.}, {O UN}", &["United Nations = U.N. = UN"]),
        ("{O Northern Rail Union} called a strike. {O NRU} is small.", &["Northern Rail Union = NRU"]),
        ("{O Islamic State} ({O IS}), also {O ISIS}", &["Islamic State = IS = ISIS"]),
        // Company endings and kinds of business.
        ("{O Pear Inc.} rose. {O Pear} fell. {O Pear Computer} sold.", &["Pear Inc. = Pear = Pear Computer"]),
        ("{O ZBC News} said so. {O ZBC} agrees.", &["ZBC News = ZBC"]),
        ("{O Ford Motor Company} and {O Ford}", &["Ford Motor Company = Ford"]),
        // Heads, ends, spellings.
        ("{O Church of Light} grew. The {O Church} says so.", &["Church of Light = Church"]),
        ("{O Boston Blue Hats} beat {O Blue Hats} fans", &["Boston Blue Hats = Blue Hats"]),
        ("{O Al-Nusra Front} is the {O Nusra Front}.", &["Al-Nusra Front = Nusra Front"]),
        (
            "{O al-Qaeda}, {O Al Qaeda}, {O al\nQaeda}, {O al-Qaida}",
            &["al-Qaeda = Al Qaeda = al Qaeda = al-Qaida"],
        ),
        ("{O H-P} and {O HP}; {O SeaLab} and {O Sea Lab}", &["H-P = HP", "SeaLab = Sea Lab"]),
        ("{O US Senate}, {O United States Senate}", &["US Senate = United States Senate"]),
        (
            "{O Department of Defence}; {O Department of Defense}",
            &["Department of Defence = Department of Defense"],
        ),
        // Part and whole, neighbours, two in one name.
        ("{O UN} and {O UN Office for Weather}", &["UN", "UN Office for Weather"]),
        ("{O Pear Inc.} sued {O Pear Corps}. {O Pear} won.", &["Pear Inc. = Pear", "Pear Corps"]),
        ("{O Pear} showed {O Pear TV}. {O Pear Inc.} sells it.", &["Pear = Pear Inc.", "Pear TV"]),
        ("{O Ford} and {O Ford Australia}", &["Ford", "Ford Australia"]),
        ("{O GM} and {O GM and Chrysler}", &["GM", "GM and Chrysler"]),
        ("{O Kelby & Dale Rovers} beat Hull. {O Kelby} rose.", &["Kelby & Dale Rovers = Kelby"]),
        ("{O Kelby} and {O Kelby and Dale Rovers}", &["Kelby", "Kelby and Dale Rovers"]),
        ("{O Kelby} and {O Kelby and M&M}", &["Kelby", "Kelby and M&M"]),
    ]);
}

#[test]
fn places() {
    assert_clusters(&[
        ("{L New York} is not {L Newark}.", &["New York", "Newark"]),
        ("{L US}, {L U.S.}, {L United States}, {L America}", &["US = U.S. = United States = America"]),
        ("{L UK}, {L Britain} and {L United Kingdom}", &["UK = Britain = United Kingdom"]),
        ("{L Kyiv} or {L Kiev}", &["Kyiv = Kiev"]),
        ("{L Pearl Harbor} or {L Pearl Harbour}", &["Pearl Harbor = Pearl Harbour"]),
        ("{L Idlib} and {L Idlib Province}", &["Idlib = Idlib Province"]),
        ("{L Basse-Terre}; {L Basse Terre}", &["Basse-Terre = Basse Terre"]),
        ("{L Esfahan} ({L Isfahan})", &["Esfahan = Isfahan"]),
        ("The {L Senkakus}, {L Senkaku Islands} or {L Diaoyu}", &["Senkakus = Senkaku Islands = Diaoyu"]),
        // A river goes by an article, its land does not.
        ("The {L River Benue} rose. The {L Benue} fell.", &["River Benue = Benue"]),
        ("{L Ohio} mayors feared the {L Ohio}. {L Ohio} paid.", &["Ohio = Ohio", "Ohio"]),
        ("The {L Ohio} governor is in {L Ohio}.", &["Ohio = Ohio"]),
        // Kept apart.
        ("{L Sudan} and {L South Sudan}", &["Sudan", "South Sudan"]),
        ("{L York} and {L New York}", &["York", "New York"]),
        ("{L Mexico} and {L Mexico City}", &["Mexico", "Mexico City"]),
        ("{L Austria} and {L Australia}", &["Austria", "Australia"]),
        ("{L Iran} and {L Iraq}", &["Iran", "Iraq"]),
    ]);
}

#[test]
fn one_word_for_a_person_and_a_place_stays_two() {
    assert_clusters(&[(
        "{P Jack London} wrote of it. {L Jack London Square} is in {L London}.",
        &["Jack London", "Jack London Square", "London"],
    )]);
}

#[test]
fn names_and_aliases_read_well() {
    let (_, named) = cast("{P Anthony “Tony” Berg} left. {P Berg} smiled.");
    assert_eq!(named.entities[0].name, "Anthony “Tony” Berg");
    let (_, cast) =
        cast("{P ANNA BERG} WINS\n\nPresident {P Anna\nBerg} won. {P Berg} beat {O OPEN PARTY OF NORWAY}.");
    let berg = cast.entities.iter().find(|e| e.id == "person/anna-berg").expect("one Anna Berg");
    assert_eq!(berg.name, "Anna Berg");
    assert_eq!(berg.aliases, ["Anna Berg", "ANNA BERG", "Berg"]);
    let party = cast.entities.iter().find(|e| e.id.starts_with("organization/")).expect("the party");
    assert_eq!(party.name, "Open Party Of Norway");
}

/// The roles of the people of a text, as "name: role".
fn roles(marked: &str) -> Vec<String> {
    let (text, cast) = cast(marked);
    let mut roles: Vec<_> = cast.entities.iter().filter(|e| e.role.is_some()).collect();
    roles.sort_by_key(|e| e.mentions[0]);
    roles
        .into_iter()
        .map(|e| {
            let role = e.role.as_ref().expect("filtered");
            assert!(text.get(role.span.start as usize..role.span.end as usize).is_some());
            format!("{}: {}", e.name, role.text)
        })
        .collect()
}

#[test]
fn roles_come_from_the_article() {
    let cases: &[(&str, &[&str])] = &[
        ("Turkish President {P Ali Demir} spoke.", &["Ali Demir: Turkish President"]),
        (
            "On Friday Russian Foreign Minister {P Ivan Orlov} left.",
            &["Ivan Orlov: Russian Foreign Minister"],
        ),
        ("Foreign Minister {P Ivan Orlov} left.", &["Ivan Orlov: Foreign Minister"]),
        ("U.S. President {P Jane Doe} left.", &["Jane Doe: U.S. President"]),
        ("They will meet Serbian President {P Jane Doe}.", &["Jane Doe: Serbian President"]),
        ("{L Syria}'s President {P Samir Haddad} stayed.", &["Samir Haddad: Syria's President"]),
        ("He called opposition leader {P Jane Doe} brave.", &["Jane Doe: opposition leader"]),
        ("{O Palace} spokesman {P Jim Poe} said so.", &["Jim Poe: Palace spokesman"]),
        ("{P Jane Doe}, the mayor of {L Springfield}, spoke.", &["Jane Doe: mayor of Springfield"]),
        ("{P Jane Doe}, who is an economist, spoke.", &["Jane Doe: economist"]),
        ("{P Jane Doe}, its policy officer, spoke.", &["Jane Doe: policy officer"]),
        ("Dr {P Jane Doe} spoke.", &[]),
        ("{P Jane Doe}, 45, a teacher, spoke.", &["Jane Doe: teacher"]),
        (
            "So said {P Jane Doe}, the mayor of {L Springfield}. Rain fell.",
            &["Jane Doe: mayor of Springfield"],
        ),
        ("The leader of the party, {P Jane Doe}, spoke.", &["Jane Doe: leader of the party"]),
        ("{L Iran}'s foreign minister, {P Reza Karimi}, spoke.", &["Reza Karimi: Iran's foreign minister"]),
        (
            "General {P Ivan Orlov}, commander of troops in {L Syria}, spoke.",
            &["Ivan Orlov: commander of troops in Syria"],
        ),
        (
            "It was about the commander of the troops in {L Syria}, General {P Ivan Orlov}, who left.",
            &["Ivan Orlov: commander of the troops in Syria"],
        ),
        (
            "The sector commander of the {O Road Corps}, Mr. {P Ivan Orlov}, spoke.",
            &["Ivan Orlov: sector commander of the Road Corps"],
        ),
        (
            "The chairman of the {O Drivers' Union}, Alhaji {P Musa Bello}, left.",
            &["Musa Bello: chairman of the Drivers' Union"],
        ),
        ("{P Jane Doe}, the president's brother, spoke.", &[]),
        ("They met Secretary of State {P Jane Doe}.", &["Jane Doe: Secretary of State"]),
        (
            "Minister for Trade and Industry {P Jane Doe} left.",
            &["Jane Doe: Minister for Trade and Industry"],
        ),
        ("The Secretary of {L Defense} {P Jane Doe} left.", &["Jane Doe: Secretary of Defense"]),
        ("Some of Mr. {P Poe} and the mother of {P Jane Doe} left.", &[]),
        (
            "Russian President {P Ivan Orlov} and his Turkish counterpart {P Ali Demir} met.",
            &["Ivan Orlov: Russian President", "Ali Demir: Turkish President"],
        ),
        ("Minister of Foreign Affairs {P Ivan Orlov} left.", &["Ivan Orlov: Minister of Foreign Affairs"]),
        ("President of {L France} {P Anne Roy} left.", &["Anne Roy: President of France"]),
        (
            "Secretary of State {P Jane Doe} met her Polish counterpart, {P Jan Kos}, there.",
            &["Jane Doe: Secretary of State", "Jan Kos: Polish counterpart"],
        ),
        // None, or another's.
        ("The Bank of {L America} {P Jane Doe} knew.", &[]),
        ("Mr. {P Poe} and Mrs. {P Doe} said so.", &[]),
        ("{P Jane Doe}, President {P Ali Demir} and others came.", &["Ali Demir: President"]),
        ("He visited President {P Ali Demir}.", &["Ali Demir: President"]),
        ("{P Jane Doe}, in {L Paris}, spoke.", &[]),
    ];
    for (marked, expected) in cases {
        assert_eq!(roles(marked), *expected, "{marked}");
    }
}

/// The references of a text, as "words → name".
fn references(marked: &str, form: ReferenceForm) -> Vec<String> {
    let (text, cast) = cast(marked);
    cast.references
        .iter()
        .filter(|r| r.form == form)
        .map(|r| {
            let words = &text[r.span.start as usize..r.span.end as usize];
            format!("{words} → {}", cast.entities[r.entity as usize].name)
        })
        .collect()
}

#[test]
fn nominals_with_a_clear_owner() {
    let two = "Turkish President {P Ali Demir} met Russian President {P Ivan Orlov} in {L Ankara}.";
    for (rest, expected) in [
        ("The Turkish leader smiled.", &["The Turkish leader → Ali Demir"][..]),
        ("{P Demir} thanked his Russian counterpart.", &["his Russian counterpart → Ivan Orlov"]),
        ("It was in the Turkish capital.", &["the Turkish capital → Ankara"]),
        ("The two presidents ate.", &["The two presidents → Ali Demir", "The two presidents → Ivan Orlov"]),
        (
            "The Turkish and Russian presidents ate.",
            &[
                "The Turkish and Russian presidents → Ali Demir",
                "The Turkish and Russian presidents → Ivan Orlov",
            ],
        ),
        // Nobody's, or not clear whose.
        ("The Iranian leader stayed away.", &[]),
        ("The president spoke.", &[]),
        ("The Turkish capitalists stayed.", &[]),
        ("The two dogs ate.", &[]),
    ] {
        assert_eq!(references(&format!("{two} {rest}"), ReferenceForm::Nominal), expected, "{rest}");
    }
    assert_eq!(
        references("French President {P Anne Roy} came. Then the president left.", ReferenceForm::Nominal),
        ["the president → Anne Roy"]
    );
}

#[test]
fn nouns_that_the_article_gives_to_one_name() {
    for (marked, expected) in [
        ("The {O Foreign Ministry} spoke. The ministry said no.", &["The ministry → Foreign Ministry"][..]),
        (
            "The {O Ministry of Health} spoke. Then the ministry closed.",
            &["the ministry → Ministry of Health"],
        ),
        ("{L Morek}, a small town in the north, fell. The town was empty.", &["The town → Morek"]),
        ("The city of {L Manbij} is quiet. They left the city.", &["the city → Manbij"]),
        ("{O Nusra Front} is a militant group. The group denied it.", &["The group → Nusra Front"]),
        ("It rained in {L Kenya}. The country's rivers rose.", &["The country → Kenya"]),
        (
            "{L Iran} and {L Iraq} signed. The two countries share a border.",
            &["The two countries → Iran", "The two countries → Iraq"],
        ),
        ("{L Iran}, {L Syria} and {L Iraq} signed. The two countries share a border.", &[]),
        ("The {O Lebanon Council} met. The council wants a plant.", &["The council → Lebanon Council"]),
        (
            "{L Lebanon} pays. The {O Lebanon City Council} said so. The city can't wait.",
            &["The city → Lebanon"],
        ),
        ("{L Old Bridge} is closed. Nobody crossed the bridge.", &["the bridge → Old Bridge"]),
        // Part of a longer noun; two that bear it; nobody before; only part of a name.
        ("The city of {L Manbij} is quiet. The city council met.", &[]),
        ("The {O Foreign Ministry} and the {O Defence Ministry} spoke. The ministry said no.", &[]),
        ("The country is dry. It rained in {L Kenya}.", &[]),
        ("It rained in {L Kenya} and {L Uganda}. The country is green.", &[]),
        ("{L Oklahoma City} is far. They love the city.", &[]),
        ("{P Jane Doe}, a city planner, spoke. The city grew.", &[]),
    ] {
        assert_eq!(references(marked, ReferenceForm::Nominal), expected, "{marked}");
    }
}

#[test]
fn companies_and_those_who_speak() {
    for (marked, expected) in [
        ("{O Calder Foods Inc.} grew. The company said so.", &["The company → Calder Foods Inc."][..]),
        (
            "The lender, {O First Prairie}, fell. Nobody likes the bank or the lender.",
            &["the lender → First Prairie"],
        ),
        ("{O Calder}, a Boston-based maker of chips, grew. Then the firm fell.", &["the firm → Calder"]),
        ("{O Calder Inc.} sued {O Arden Inc.}. The company said so.", &[]),
        (
            "{O Calder Inc.} sued {O Arden Inc.}. {O Calder} won, and {O Calder} rose. The company said so.",
            &["The company → Calder Inc."],
        ),
        (
            "The talks were led by Bishop {P Ann Loro}. Both had agreed, the bishop said.",
            &["the bishop → Ann Loro"],
        ),
        ("Bishop {P Ann Loro} met Bishop {P Tom Berg}. The bishop left.", &[]),
        (
            "Chief Minister {P Ann Loro} came. Then the chief minister left.",
            &["the chief minister → Ann Loro"],
        ),
        ("Prime Minister {P Ann Loro} came. Then the foreign minister left.", &[]),
        ("{O Carrow Systems} grew. The company said so.", &["The company → Carrow Systems"]),
        ("{L Lake Tessier} rose. Nobody likes the lake.", &["the lake → Lake Tessier"]),
        // Who speaks may say what it does.
        ("{O Calder} said it would pay.", &["it → Calder"]),
        ("{L Turkey} has also announced that it will leave.", &["it → Turkey"]),
        (
            "{O Calder Inc.} grew. The company said it would pay.",
            &["The company → Calder Inc.", "it → Calder Inc."],
        ),
        ("A spokesman for {O Calder} said it rained.", &[]),
        ("{P Jane Doe} said it rained.", &[]),
        ("{O Calder} denied it. {O Calder} said it would be wrong to go.", &[]),
    ] {
        assert_eq!(references(marked, ReferenceForm::Nominal), expected, "{marked}");
    }
}

/// The names a text marks, each with its kind when the tagger is not sure of any.
fn kinds(marked: &str) -> Vec<(String, entities::Kind)> {
    let (text, mut names) = marked::unmark(marked);
    names.iter_mut().for_each(|name| name.confidence = 0.8);
    let cast = entities::resolve(&text::parse(&text, None), &names);
    let word = |m: &entities::Mention| text[m.span.start as usize..m.span.end as usize].to_string();
    cast.mentions.iter().map(|m| (word(m), m.kind)).collect()
}

#[test]
fn the_article_tells_kinds() {
    use entities::Kind::{Organization, Person, Place};
    for (marked, expected) in [
        ("{O Calder Foods Inc.} grew. {L Calder} says so.", Organization),
        ("{O Skerry Power} grew. {P Skerry} made a loss.", Organization),
        ("{O Tehran} denied it.", Place),
        ("{L Lawrence} burned. {P Lawrence} firefighters came.", Place),
        // Something lies there; a family; a land; the tagger is right about teams.
        ("{O Calder Foods Inc.} grew. It is in {L Calder}.", Place),
        ("{O Calder Foods Inc.} has mills in {L Calder}, {L Iowa}. So does {L Calder}.", Place),
        ("{P Ann Calder} leads {O Calder Foods Inc.} now. {P Calder} smiled.", Person),
        ("{O France Telecom} grew. {L France} says so.", Place),
        ("{O Washington} lost.", Organization),
        // A date line begins with a town, whoever plays there.
        ("{O KELBY}, England — {O Kelby} won. {O Kelby} are second.", Organization),
    ] {
        assert_eq!(kinds(marked).last().map(|k| k.1), Some(expected), "{marked}");
    }
}

#[test]
fn a_lone_word_is_the_body_where_nobody_bears_it() {
    use entities::Kind::{Organization, Person};
    for (marked, expected) in [
        ("{O Skerry} grew. {P Skerry} made a loss.", Organization),
        ("{O Skerry} grew. {P Ann Skerry} smiled. {P Skerry} made a loss.", Person),
        ("{O Skerry} grew. {P Skerry} sang. {P Skerry} slept. {P Skerry} left.", Person),
    ] {
        assert_eq!(kinds(marked).last().map(|k| k.1), Some(expected), "{marked}");
    }
}

#[test]
fn a_name_is_one_wherever_it_stands_alone() {
    let missed = |marked: &str| {
        let (text, cast) = cast(marked);
        let names = marked.matches('{').count();
        let word = |m: &entities::Mention| text[m.span.start as usize..m.span.end as usize].to_string();
        cast.mentions.iter().map(word).collect::<Vec<_>>().split_off(names)
    };
    for marked in [
        "{P Ann Tiller} left. On Monday, Tiller was back.",
        "{P Ann Tiller} left. Tiller, 40, was back.",
        "{O Skerry} grew. It sold two Skerry mills.",
        "{L Kelby} burned. Crews came from all over Kelby.",
    ] {
        assert_eq!(missed(marked).len(), 1, "{marked}");
    }
    for marked in [
        // More of another name; part of a word; a common word; an office; a month; a people.
        "{P Ann Tiller} left. She saw the Tiller Bridge and Mount Tiller.",
        "{O Skerry} grew. The Skerry-led group grew, too.",
        "{P Ann Tiller} left the tiller. Tiller or no tiller, she was back.",
        "{P Ann Judge} left. The Judge was back.",
        "{P Ann May} left. She was back in May.",
        "{P Ann English} left. She was back with the English.",
    ] {
        assert_eq!(missed(marked), [""; 0], "{marked}");
    }
}

#[test]
fn a_lone_word_that_begins_a_body_is_no_person() {
    for (marked, expected) in [
        ("{O Kelby Marr} advised. {P Kelby} was paid.", entities::Kind::Organization),
        ("{O Kelby Marr} advised. Mr {P Kelby} was paid.", entities::Kind::Person),
        ("{O Kelby Marr} advised {P Ann Kelby}. {P Kelby} was paid.", entities::Kind::Person),
        ("{O Kelby Museum} opened. {P Kelby} was there.", entities::Kind::Person),
    ] {
        let (text, mut names) = marked::unmark(marked);
        names.iter_mut().for_each(|name| name.confidence = 0.6);
        let cast = entities::resolve(&text::parse(&text, None), &names);
        assert_eq!(cast.mentions.last().unwrap().kind, expected, "{marked}");
    }
}

#[test]
fn a_date_line_begins_with_a_town() {
    let first = |marked: &str| kinds(marked)[0].1;
    assert_eq!(first("{O KELBY}, England — {O Kelby} won."), entities::Kind::Place);
    assert_eq!(first("{P SYDNEY} — Rain fell."), entities::Kind::Place);
    assert_eq!(first("{O REUTERS} — Rain fell."), entities::Kind::Organization);
}

#[test]
fn towns_before_their_people() {
    let places = |marked: &str| {
        let (text, cast) = cast(marked);
        let place = |m: &&entities::Mention| m.kind == entities::Kind::Place;
        let word = |m: &entities::Mention| text[m.span.start as usize..m.span.end as usize].to_string();
        cast.mentions.iter().filter(place).map(word).collect::<Vec<_>>()
    };
    assert_eq!(places("A Versailles man was held. Two Royal Oak women left."), ["Versailles", "Royal Oak"]);
    assert_eq!(places("Police charged a 29-year-old Salem man."), ["Salem"]);
    for none in [
        "A Muslim man spoke.",
        "A Turkish woman spoke.",
        "The Smith girl spoke.",
        "A man of Versailles Road",
        "She met {P Jane Doe}, a {P Jane Doe} native.",
    ] {
        assert!(places(none).is_empty(), "{none}");
    }
}

#[test]
fn a_role_tells_its_country() {
    let country = |marked: &str| {
        let (_, cast) = cast(marked);
        cast.entities.iter().find_map(|e| Some(e.role.as_ref()?.country.clone())).unwrap_or_default()
    };
    assert_eq!(country("Turkish President {P Ali Demir} left."), "TR");
    assert_eq!(country("{L Iran}'s foreign minister, {P Reza Karimi}, spoke."), "IR");
    assert_eq!(country("President {P Ali Demir} left. Turkish leader {P Demir} smiled."), "TR");
    assert_eq!(country("Mayor {P Jane Doe} left."), "");
    let (_, two) = cast(
        "Turkish President {P Ali Demir} came. {P Demir} was accompanied by Foreign Minister {P Can Oz} and \
         Defence Minister {P Eda Ay}. Foreign Minister {P Ivan Orlov} stayed.",
    );
    let of = |name: &str| two.entities.iter().find(|e| e.name == name).unwrap().role.clone().unwrap().country;
    assert_eq!(["Can Oz", "Eda Ay", "Ivan Orlov"].map(of), ["TR", "TR", ""]);
}

#[test]
fn adjectives_belong_to_places_that_are_named() {
    let text =
        "{L Turkey} sent Turkish troops; Iraqi troops came too. South Korean ships left {L South Korea}.";
    assert_eq!(references(text, ReferenceForm::Demonym), ["Turkish → Turkey", "South Korean → South Korea"]);
}

/// The capitals and seats of a text that act, as "words: who".
fn powers(marked: &str) -> Vec<String> {
    let (text, cast) = cast(marked);
    let words = |m: &entities::Mention| text[m.span.start as usize..m.span.end as usize].to_string();
    cast.mentions.iter().filter_map(|m| Some(format!("{}: {}", words(m), m.stands_for.as_ref()?))).collect()
}

#[test]
fn capitals_that_act_are_governments() {
    for (marked, expected) in [
        ("{L Moscow} said on Friday that it would reply.", &["Moscow: Russian government"][..]),
        ("{L Ankara} has repeatedly denied the charge.", &["Ankara: Turkish government"]),
        (
            "{L Washington} and {L Tehran} agreed to meet.",
            &["Washington: U.S. government", "Tehran: Iranian government"],
        ),
        (
            "Relations between {L Moscow} and {L Ankara} cooled.",
            &["Moscow: Russian government", "Ankara: Turkish government"],
        ),
        ("The deal with {L Pyongyang} fell through.", &["Pyongyang: North Korean government"]),
        ("They put pressure on {L Beijing}.", &["Beijing: Chinese government"]),
        ("{L Moscow}'s military support kept him in power.", &["Moscow: Russian government"]),
        ("{L Kyiv}-backed fighters withdrew.", &["Kyiv: Ukrainian government"]),
        ("She accused {L London} of delay.", &["London: British government"]),
        ("{L Kiev} was accused of delay.", &["Kiev: Ukrainian government"]),
        ("Groups supported by {L Riyadh} left the talks.", &["Riyadh: Saudi government"]),
        ("The {O Kremlin} did not answer.", &["Kremlin: Russian government"]),
        ("{L Downing Street} called it a mistake.", &["Downing Street: British government"]),
        ("The {O White House} had no comment.", &["White House: U.S. government"]),
        ("{L Brussels} wants more time.", &["Brussels: European Union"]),
        // The city, or the building.
        ("He was born in {L Moscow}.", &[]),
        ("The ministers flew to {L Ankara}.", &[]),
        ("The talks in {L Washington} go on.", &[]),
        ("{L Moscow} is a city of millions, and {L London} is older.", &[]),
        ("{L Ankara}'s streets were empty.", &[]),
        ("The road between {L Moscow} and {L Minsk} is closed.", &[]),
        ("The {L London} talks failed.", &[]),
        ("They signed it after {L Baghdad} talks on Sunday.", &[]),
        ("It came after {L Moscow} agreed to it.", &["Moscow: Russian government"]),
        ("A {L Paris}-based firm said so.", &[]),
        ("{L MOSCOW} — The rouble fell.", &[]),
        ("Tourists photographed the {L Kremlin} walls.", &[]),
        ("Protesters gathered outside the {L White House}.", &[]),
        // Places that are no seats of power, and people.
        ("{L Springfield} said no.", &[]),
        ("{P Washington} said he would run.", &[]),
    ] {
        assert_eq!(powers(marked), expected, "{marked}");
    }
}

#[test]
fn names_that_the_text_equates() {
    assert_clusters(&[
        ("{L Bombay}, now {L Mumbai}, grows. {L Mumbai} is wet.", &["Bombay = Mumbai = Mumbai"]),
        ("{L Old Square}, also known as {L Market Plaza}, closed.", &["Old Square = Market Plaza"]),
        ("{L Bagh-e Noor} (The {L Garden of Lamps}) is old.", &["Bagh-e Noor = Garden of Lamps"]),
        ("{L Ardley} (the {L Upper Vale} town) grew.", &["Ardley", "Upper Vale"]),
        ("the {L Masjid al-Noor} ({L Light Mosque})", &["Masjid al-Noor = Light Mosque"]),
        ("{P Jane Marple}, born {P Jane Stone}, wrote.", &["Jane Marple = Jane Stone"]),
        (
            "the {O College of Pear Doctors} ({O CPeDs}); {O CPeDs} met",
            &["College of Pear Doctors = CPeDs = CPeDs"],
        ),
        ("{O BookVox} grew; {O BV} pays.", &["BookVox = BV"]),
        ("{L Main Street} or {L Main St.}", &["Main Street = Main St."]),
        ("Home Secretary {P Jane Doe} left. The {P Home Secretary} smiled.", &["Jane Doe = Home Secretary"]),
        // No equations.
        ("{L Paris} ({L Texas})", &["Paris", "Texas"]),
        ("{L Chatham} ({L Sangamon County})", &["Chatham", "Sangamon County"]),
        ("a group within {O Guild} called the {O Sea Org}", &["Guild", "Sea Org"]),
        ("{P Stone} on {P Homer}, or {P Gomez} on Virgil", &["Stone", "Homer", "Gomez"]),
        ("{P Doe} ({P Poe})", &["Doe", "Poe"]),
        ("{L Gull Shoal}, known in {L Pearl Bay} as a trap", &["Gull Shoal", "Pearl Bay"]),
        ("{O Centre for Social Evolution} and {O Evolution}", &["Centre for Social Evolution", "Evolution"]),
    ]);
}

#[test]
fn many_names_take_linear_time() {
    let mut marked = String::new();
    for i in 0..10_000 {
        marked.push_str(&format!(
            "{{P Ann{} Smith}} met {{P Smith}} of {{O Bank {}}} ({{O B{}}}). ",
            i,
            i % 977,
            i % 31
        ));
    }
    // Quadratic work would take minutes.
    let (_, cast) = cast(&marked);
    assert!(cast.mentions.len() == 40_000);
}

#[test]
fn any_names_in_any_text_will_do() {
    let pieces = [
        "",
        " ",
        "'",
        "’s",
        "al-",
        "U.",
        "S",
        "(",
        ")",
        ",",
        "\n\n",
        "the",
        "President",
        "Gen.",
        "Ёлка",
        "北京",
        "é",
        "e\u{301}",
        "I",
        "II",
        "de",
        "Turkish",
        "counterpart",
        "two leaders",
        "Inc.",
        "-",
        "🙂",
        "İ",
        "ß",
        "Doe",
        "of",
        "and",
    ];
    let mut state = 1u32;
    let mut next = |n: usize| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 8) as usize % n
    };
    for _ in 0..400 {
        let mut marked = String::new();
        for _ in 0..next(40) {
            let piece = pieces[next(pieces.len())];
            match next(4) {
                0 => marked.push_str(&format!("{{P {piece} {}}}", pieces[next(pieces.len())])),
                1 => marked.push_str(&format!("{{O {piece}}} ")),
                2 => marked.push_str(&format!("{{L {piece}{}}}", pieces[next(pieces.len())])),
                _ => marked.push_str(&format!("{piece} ")),
            }
        }
        let (text, cast) = cast(&marked);
        for mention in &cast.mentions {
            assert!((mention.entity as usize) < cast.entities.len());
        }
        for reference in &cast.references {
            assert!(text.get(reference.span.start as usize..reference.span.end as usize).is_some());
            assert!((reference.entity as usize) < cast.entities.len());
        }
        let ids: std::collections::HashSet<_> = cast.entities.iter().map(|e| &e.id).collect();
        assert_eq!(ids.len(), cast.entities.len(), "ids are unique: {marked}");
    }
}
