//! Made-up news: every bracketed name must be linked to the country and the point behind the bar, or, behind a
//! dash, to no place at all.

use glosser::places::{Gazetteer, Weights, link_spans};
use glosser::text::{Span, parse};

/// Degrees that an answer may be off: 161 km, the field's measure, are 1.45.
const NEAR: f64 = 1.45;

const WORLD: &[&str] = &[
    // War zones, provinces and towns of one name.
    "Rebels shelled [Idlib|SY 35.9 36.6] province on Monday while convoys left [Manbij|SY 36.5 38.0], [Raqqa|SY 36.0 39.0] \
     and [Afrin|SY 36.5 36.9] for the border, [Syria|SY 34.8 39.0]n officials said. A post near [Morek|SY 35.4 36.7] was hit.",
    "Fighting spread from [Kobani|SY 36.9 38.4] to [Hama|SY 35.1 36.8] and [Homs|SY 34.7 36.7], monitors in \
     [Damascus|SY 33.5 36.3] said; aid goes through [Bab al-Hawa|SY 36.2 36.7].",
    "The two leaders met at [Konstantinovsky Palace|RU 59.9 30.1] outside [Saint Petersburg|RU 59.9 30.3] before flying to \
     [Moscow|RU 55.8 37.6]. [Ankara|TR 39.9 32.9] and [Tehran|IR 35.7 51.4] sent envoys.",
    "Shells fell in [Donetsk|UA 48.0 37.8], [Kramatorsk|UA 48.7 37.6] and [Mariupol|UA 47.1 37.5]; in [Kherson|UA 46.6 32.6] the \
     ferry stopped, [Kyiv|UA 50.5 30.5] said.",
    "Guns are heard in [Avdiivka|UA 48.1 37.7], [Robotyne|UA 47.5 35.8] and [Izmail|UA 45.4 28.8], papers in [Odesa|UA 46.5 30.7] wrote.",
    "Trucks waited at [Rafah|PS 31.3 34.2] as strikes hit [Gaza City|PS 31.5 34.5], [Khan Younis|PS 31.3 34.3] and \
     [Jabalia|PS 31.5 34.5]. In the [West Bank|PS 31.9 35.2], soldiers entered [Jenin|PS 32.5 35.3] and [Nablus|PS 32.2 35.3].",
    "Militias in [Tripoli|LY 32.9 13.2] and [Misrata|LY 32.4 15.1] agreed to a truce, [Libya|LY 27 17]'s government said. \
     Planes from [Benghazi|LY 32.1 20.1] landed again.",
    "Clashes in [Tripoli|LB 34.4 35.8], the largest town of northern [Lebanon|LB 33.9 35.9], killed two. Soldiers came from \
     [Beirut|LB 33.9 35.5] and [Sidon|LB 33.6 35.4].",
    "The army of [Iraq|IQ 33 43.7] took villages near [Mosul|IQ 36.3 43.1] and [Tal Afar|IQ 36.4 42.4]; thousands fled to [Erbil|IQ 36.2 44.0] in the \
     [Kurdistan|IQ 36.2 44] region.",
    "The leader of [Georgia|GE 42 43.5] flew from [Tbilisi|GE 41.7 44.8] to [Baku|AZ 40.4 49.9] to talk about the railway to [Yerevan|AM 40.2 44.5].",
    "The president of [Congo|CD -4 21.8] left [Kinshasa|CD -4.3 15.3] for [Goma|CD -1.7 29.2], near the border with [Rwanda|RW -2 30].",
    "Doctors in [Brazzaville|CG -4.3 15.3] said the outbreak in [Congo|CG -1 15.5] was over; ferries cross the river again.",
    "Voters in [Niger|NE 17.6 8] queued in [Niamey|NE 13.5 2.1], while across the border in [Nigeria|NG 9 8] polls opened in [Kano|NG 12 8.5].",
    "In [Guinea-Bissau|GW 12 -15] the curfew was lifted; [Guinea|GN 10 -10.5] and [Equatorial Guinea|GQ 1.6 10.3] sent observers.",
    "[Jordan|JO 31 36] and [Israel|IL 31.5 35] reopened the crossing; in [Amman|JO 31.9 35.9] and [Jerusalem|IL 31.8 35.2] officials were pleased.",
    "The cyclone left [Chennai|IN 13.1 80.3] and [Hyderabad|IN 17.4 78.5] under water, [India|IN 22 79] said.",
    "Police in [Karachi|PK 24.9 67.0] and [Hyderabad|PK 25.4 68.4], in [Pakistan|PK 30 69]'s [Sindh|PK 26 68.7] province, made arrests.",
    "The [Chinese|CN 35 103] navy sailed past [Taiwan|TW 23.7 121] through the [Taiwan Strait|- ] towards [Hainan|CN 19.2 109.8].",
    "Protests in [Hong Kong|HK 22.3 114.2], [Shenzhen|CN 22.5 114.1] and [Guangzhou|CN 23.1 113.3] were called off.",
    "The [Kremlin|RU 55.8 37.6] and the [White House|US 38.9 -77] declined to comment; the [Pentagon|US 38.9 -77.1] did not answer.",
    "[Seoul|KR 37.6 127] says [Pyongyang|KP 39 125.8] fired a missile into the [Sea of Japan|- ].",
    "[Valencia|ES 39.5 -0.4], [Cordoba|ES 37.9 -4.8] and [Granada|ES 37.2 -3.6] sweltered as [Spain|ES 40 -4] broke a record.",
    "[Valencia|VE 10.2 -68], [Merida|VE 8.6 -71.1] and [Maracaibo|VE 10.6 -71.6] were dark for a third night, [Venezuela|VE 7 -66]n papers wrote.",
    "From [San Jose|CR 9.9 -84.1], the government of [Costa Rica|CR 10 -84] said the road to [Limon|CR 10 -83] was cut.",
    "[Santiago|CL -33.5 -70.7] and [Valparaiso|CL -33 -71.6] shook for a minute, [Chile|CL -33 -71]'s seismologists said.",
    "Rail strikes shut [Birmingham|GB 52.5 -1.9], [Manchester|GB 53.5 -2.2] and [Newcastle|GB 55 -1.6]; [London|GB 51.5 -0.1] was spared.",
    "Bush fires near [Newcastle|AU -32.9 151.7] and [Armidale|AU -30.5 151.7] closed roads in [New South Wales|AU -32.8 147], [Sydney|AU -33.9 151.2] papers said.",
    "The boat left [Izmir|TR 38.4 27.1] for [Lesbos|GR 39.2 26.3]; survivors were taken to [Athens|GR 38 23.7].",
    "[Melbourne|AU -37.8 145], [Perth|AU -31.9 115.9] and [Victoria|AU -37 144.5] state all reported cases.",
    "The [Polish|PL 52 19] prime minister met her [Ukrainian|UA 48.4 31.2] colleague in [Lviv|UA 49.8 24] before going home to [Warsaw|PL 52.2 21].",
    "[Dhaka|BD 23.8 90.4] and [Sylhet|BD 24.9 91.9] were flooded, as was much of [Assam|IN 26.2 92.9], across the border in [India|IN 22 79].",
    "[Galicia|ES 42.7 -7.9] voted on Sunday, as did [Catalonia|ES 41.8 1.6]; [Madrid|ES 40.4 -3.7] watched closely.",
    "In [Darfur|SD 13.5 24] militias took [El Fasher|SD 13.6 25.3], cutting the road to [Khartoum|SD 15.6 32.5].",
];

const LOCAL: &[&str] = &[
    "[PARIS|US 33.7 -95.6], [Texas|US 31.5 -99.3] - Voters in [Lamar County|US 33.7 -95.6] will decide on a bond. Schools in [Reno|US 33.7 -95.5], \
     [Powderly|US 33.8 -95.5] and [Clarksville|US 33.6 -95.1] would share it.",
    "A crash on Highway 82 near [Bonham|US 33.6 -96.2] closed the road to [Honey Grove|US 33.6 -95.9] and [Paris|US 33.7 -95.6], \
     [Texas|US 31.5 -99.3] troopers said.",
    "Students from [Cambridge|US 42.4 -71.1], [Massachusetts|US 42.3 -71.8], rowed against crews from [Boston|US 42.4 -71.1] and [Worcester|US 42.3 -71.8].",
    "Students from [Cambridge|GB 52.2 0.1] rowed against [Oxford|GB 51.8 -1.3] on the [Thames|GB 51.5 -0.3] in [London|GB 51.5 -0.1].",
    "The council of [Springfield|US 39.8 -89.6], [Ill.|US 40 -89.3], raised water rates; [Decatur|US 39.8 -88.9] and [Peoria|US 40.7 -89.6] did so last year.",
    "The council of [Springfield|US 37.2 -93.3] raised rates, as [Joplin|US 37.1 -94.5] and [Branson|US 36.6 -93.2] had, the [Missouri|US 38.3 -92.5] paper says.",
    "Snow shut schools in [Springfield|US 42.1 -72.6], [Holyoke|US 42.2 -72.6] and [Chicopee|US 42.1 -72.6].",
    "Crews from [Georgia|US 32.8 -83.5], [Alabama|US 32.8 -86.8] and [Florida|US 28.5 -82] helped after the storm.",
    "[Atlanta|US 33.7 -84.4], [Georgia|US 32.8 -83.5] - The mayors of [Athens|US 34 -83.4], [Rome|US 34.3 -85.2] and [Macon|US 32.8 -83.6] met the governor.",
    "A man from [Lebanon|US 40.3 -76.4], [Pa.|US 41 -77.5], was charged in [Lancaster|US 40 -76.3] County Court; he had fled to [Reading|US 40.3 -75.9].",
    "Police in [Alexandria|US 31.3 -92.4] and [Pineville|US 31.3 -92.4] seek two men after a robbery, [Louisiana|US 31 -92] state police said. The car was found in [Natchitoches|US 31.8 -93.1].",
    "The [Alexandria|US 38.8 -77.1] city council voted to widen the road to [Arlington|US 38.9 -77.1], the northern [Virginia|US 37.5 -78.5] paper wrote.",
    "Passengers from [Alexandria|EG 31.2 29.9] were moved to [Cairo|EG 30 31.2] by bus.",
    "[Portland|US 43.7 -70.3], [Maine|US 45.3 -69.3]: lobster boats from [Rockland|US 44.1 -69.1] and [Bath|US 43.9 -69.8] stayed in port.",
    "[Portland|US 45.5 -122.7] and [Salem|US 44.9 -123] police searched the [Willamette|- ] after the storm hit [Oregon|US 44 -120.5].",
    "[London|CA 43 -81.2], [Ont.|CA 49.3 -84.5] - A farmer near [Woodstock|CA 43.1 -80.8] found the calf; vets in [Stratford|CA 43.4 -81] and [Guelph|CA 43.5 -80.2] helped.",
    "The [Waterloo|CA 43.5 -80.5] regional police and those of [Cambridge|CA 43.4 -80.3], [Kitchener|CA 43.5 -80.5] and [Hamilton|CA 43.3 -79.9] ran the checks.",
    "Salmon returned to the rivers around [Nanaimo|CA 49.2 -123.9], [Victoria|CA 48.4 -123.4] and [Duncan|CA 48.8 -123.7], \
     the [British Columbia|CA 54 -125] ministry said.",
    "Cases rose in [Alberta|CA 54 -115], [Saskatchewan|CA 54 -106], [Manitoba|CA 55 -97], [Ontario|CA 50 -85] and [New Brunswick|CA 46.5 -66.5].",
    "Losses were reported from [Oregon|US 44 -120.5], [Washington|US 47.5 -120.5], [Idaho|US 44.5 -114.3] and [Wyoming|US 43 -107.5].",
    "[Dover|US 39.2 -75.5], [Del.|US 39 -75.5] - Lawmakers from [Newark|US 39.7 -75.8] and [Wilmington|US 39.7 -75.5] want the bypass.",
    "[Columbus|US 40 -83], [Dublin|US 40.1 -83.1] and [Hilliard|US 40 -83.2] schools open late, as do those of [Franklin County|US 40 -83], [Ohio|US 40.3 -83].",
    "Deputies in [Jackson County|US 35.3 -83.1], [N.C.|US 35.5 -79.5], found the hiker between [Sylva|US 35.4 -83.2] and [Cullowhee|US 35.3 -83.2].",
    "[Charleston|US 38.3 -81.6], [W. Va.|US 38.5 -80.5] - Miners from [Beckley|US 37.8 -81.2] and [Logan|US 37.8 -82] marched.",
    "[Charleston|US 32.8 -79.9] and [Mount Pleasant|US 32.8 -79.9] prepare for the tide, [South Carolina|US 34 -81] officials said.",
    "The [Lexington|US 38 -84.5] man drove to [Frankfort|US 38.2 -84.9] and [Versailles|US 38.1 -84.7], [Ky.|US 37.5 -85.3], before his arrest.",
    "[St. Paul|US 44.9 -93.1] and [Minneapolis|US 45 -93.3] plough the streets tonight; [Rochester|US 44 -92.5], [Minn.|US 46.3 -94.3], waits.",
    "Firemen from [Rochester|US 43.2 -77.6], [Buffalo|US 42.9 -78.9] and [Syracuse|US 43 -76.1] came to upstate [New York|US 42.5 -75.5].",
    "[Wellington|NZ -41.3 174.8], [Hamilton|NZ -37.8 175.3] and [Nelson|NZ -41.3 173.3] recorded the wettest June in [New Zealand|NZ -41 174].",
    "Farmers around [Ballarat|AU -37.6 143.9], [Bendigo|AU -36.8 144.3] and [Hamilton|AU -37.7 142] want rain, the Victorian paper said.",
    "The [Cork|IE 51.9 -8.5] side beat [Limerick|IE 52.7 -8.6] in [Thurles|IE 52.7 -7.8].",
    "An [English|GB 52.5 -1.5] lorry driver was hurt near [Lincoln|GB 53.2 -0.5], closing the road to [Boston|GB 53 0] and [Newark|GB 53.1 -0.8], [Lincolnshire|GB 53.2 -0.2] police said.",
    "[Lincoln|US 40.8 -96.7] and [Omaha|US 41.3 -96] share the [Nebraska|US 41.5 -99.8] title.",
    "[Manchester|US 43 -71.5], [N.H.|US 43.7 -71.5] - The candidates met voters in [Concord|US 43.2 -71.5], [Nashua|US 42.8 -71.5] and [Dover|US 43.2 -70.9].",
    "[Vancouver|US 45.6 -122.7], [Wash.|US 47.5 -120.5] - [Clark County|US 45.8 -122.5] deputies shut the bridge to [Portland|US 45.5 -122.7].",
];

const NOWHERE: &[&str] = &[
    "The film is set in [Gotham City|- ], the sequel on the planet [Tatooine|- ]; the author lives in [Mordovin Falls|- ].",
];

#[test]
fn world_news() {
    check(WORLD, 1.0);
}

#[test]
fn local_news() {
    check(LOCAL, 1.0);
}

/// A village that no pack has lies where the text says.
#[test]
fn unknown_villages_lie_in_their_division() {
    let text = "Deputies in Quarrelsome Hollow, Kansas, said so.";
    let gazetteer = Gazetteer::from_bytes(glosser::GAZETTEER).unwrap();
    let places = link_spans(&gazetteer, &parse(text, None), &[Span { start: 12, end: 30 }], &Weights::TUNED);
    let place = places[0].as_ref().unwrap();
    assert!(place.approximate && place.confidence < 0.5 && place.id.is_none());
    assert_eq!((place.country.as_str(), place.region.as_deref()), ("US", Some("Kansas")));
    assert_eq!(place.name, "Quarrelsome Hollow");
}

/// Spans that lie outside, across characters or backwards are no names, and no reason to panic.
#[test]
fn odd_spans_are_harmless() {
    let gazetteer = Gazetteer::from_bytes(glosser::GAZETTEER).unwrap();
    for text in [
        "",
        "Zürich, Genève",
        "the of , ( in Syria's city of",
        "A, B, C, D and E's",
        "Paris, (Texas",
        ", Ill.",
    ] {
        let document = parse(text, None);
        let bounds = 0..text.len() as u32 + 3;
        let spans: Vec<Span> =
            bounds.clone().flat_map(|start| bounds.clone().map(move |end| Span { start, end })).collect();
        assert_eq!(link_spans(&gazetteer, &document, &spans, &Weights::TUNED).len(), spans.len());
    }
}

#[test]
fn names_of_no_place_stay_without_one() {
    check(NOWHERE, 1.0);
}

/// Fails, listing every miss, if fewer than `least` of the names are right.
fn check(passages: &[&str], least: f64) {
    let gazetteer = Gazetteer::from_bytes(glosser::GAZETTEER).unwrap();
    let (mut right, mut all, mut misses) = (0, 0, String::new());
    for passage in passages {
        let (text, names) = unmark(passage);
        let document = parse(&text, None);
        let spans: Vec<Span> = names.iter().map(|n| n.0).collect();
        let places = link_spans(&gazetteer, &document, &spans, &Weights::TUNED);
        for ((span, gold), place) in names.iter().zip(places) {
            all += 1;
            let fits = match (gold, &place) {
                (None, place) => place.as_ref().is_none_or(|p| p.country.is_empty()),
                (Some((country, lat, lon)), Some(place)) => {
                    let east = (place.lon - lon) * lat.to_radians().cos();
                    // A country has no one point.
                    place.country == *country
                        && (place.lat - lat).hypot(east)
                            < if is_country(place, &gazetteer) { 9.0 } else { NEAR }
                }
                (Some(_), None) => false,
            };
            right += usize::from(fits);
            if !fits {
                misses += &format!("{:?} in {:.60}...: {place:?}\n", document.slice(*span), text);
            }
        }
    }
    assert!(right as f64 >= least * all as f64, "{right} of {all} right\n{misses}");
}

fn is_country(place: &glosser::places::Place, gazetteer: &Gazetteer) -> bool {
    let code = place.country.as_bytes().try_into().unwrap_or([0; 2]);
    gazetteer.country_of_code(code).is_some_and(|row| gazetteer.point(row) == (place.lat, place.lon))
}

type Gold<'p> = Option<(&'p str, f64, f64)>;

/// Takes the marks out of a passage: the text, and the spans with what they should be.
fn unmark(passage: &str) -> (String, Vec<(Span, Gold<'_>)>) {
    let (mut text, mut names) = (String::new(), Vec::new());
    for (i, part) in passage.split(['[', ']']).enumerate() {
        if i % 2 == 0 {
            text += part;
            continue;
        }
        let (name, gold) = part.split_once('|').unwrap();
        let fields: Vec<&str> = gold.split_whitespace().collect();
        let gold = match fields[..] {
            [country, lat, lon] => Some((country, lat.parse().unwrap(), lon.parse().unwrap())),
            _ => None,
        };
        let start = text.len();
        text += name;
        names.push((Span { start: start as u32, end: text.len() as u32 }, gold));
    }
    (text, names)
}
