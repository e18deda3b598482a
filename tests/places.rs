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
    "Born in [Onitsha|NG 6.2 6.8], she moved to [Leeds|GB 53.8 -1.5]; her book is read from [Accra|GH 5.6 -0.2] to \
     [Edinburgh|GB 55.9 -3.2]. She taught in [Washington|US 38.9 -77] until 1990.",
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

/// Local papers that do not name their state or country: written before they were first read, and kept as they are.
const IMPLIED: &[&str] = &[
    "The [Hopkins County|US 33.15 -95.6] Commissioners Court met Monday in [Sulphur Springs|US 33.1 -95.6]. Residents of [Como|US 33.1 -95.5], [Cumby|US 33.1 -95.8] and [Sulphur Bluff|US 33.3 -95.4] asked for gravel. A man from [Winnsboro|US 33.0 -95.3] was fined.",
    "Sheriff's deputies found the truck on County Road 12 between [Grand Saline|US 32.7 -95.7] and [Canton|US 32.6 -95.9]. The driver, of [Athens|US 32.2 -95.9], was flown to a hospital in [Tyler|US 32.4 -95.3].",
    "The school board in [Lebanon|US 37.7 -92.7] hired a coach from [Rolla|US 37.9 -91.8]; he once played in [Bolivar|US 37.6 -93.4] and taught in [Marshfield|US 37.3 -92.9]. The Yellowjackets open against [Camdenton|US 38.0 -92.7].",
    "[Lebanon|US 40.3 -76.4] firefighters were called to [Palmyra|US 40.3 -76.6] and [Myerstown|US 40.4 -76.3] on Sunday. Crews from [Hershey|US 40.3 -76.65] and [Annville|US 40.3 -76.5] stood by.",
    "Farmers in [Fulton County|US 41.6 -84.1] said the rain came too late. In [Wauseon|US 41.5 -84.1] and [Delta|US 41.6 -84.0] the corn is short; [Napoleon|US 41.4 -84.1] and [Defiance|US 41.3 -84.4] fared better, the agent for northwest [Ohio|US 40.4 -83] said.",
    "The Board of Selectmen in [Plymouth|US 41.95 -70.7] will meet with officials from [Kingston|US 42.0 -70.7], [Carver|US 41.9 -70.8] and [Duxbury|US 42.0 -70.7] about the landfill. Trash now goes to [Bourne|US 41.7 -70.6].",
    "[Plymouth|GB 50.4 -4.1] council leaders met their colleagues from [Saltash|GB 50.4 -4.2], [Ivybridge|GB 50.4 -3.9] and [Tavistock|GB 50.5 -4.1] to discuss buses across the [Tamar|- ].",
    "A lorry shed its load on the A64 near [Malton|GB 54.1 -0.8], closing the road from [York|GB 53.96 -1.1] to [Scarborough|GB 54.3 -0.4]. Drivers queued as far as [Pickering|GB 54.2 -0.8].",
    "Detectives from [Boston|GB 53.0 0.0] police station said the van was stolen in [Sleaford|GB 53.0 -0.4] and left in [Skegness|GB 53.1 0.3]. A man from [Spalding|GB 52.8 -0.15] was held.",
    "The Worcester News understands the flood wall at [Upton|GB 52.1 -2.2] held, while the [Severn|- ] rose in [Tewkesbury|GB 52.0 -2.2], [Malvern|GB 52.1 -2.3] and [Evesham|GB 52.1 -1.9].",
    "Rail users in [Richmond|GB 51.5 -0.3], [Kingston|GB 51.4 -0.3] and [Wimbledon|GB 51.4 -0.2] face a week of delays, the [London|GB 51.5 -0.1] operator said.",
    "Police in [Aurangabad|IN 19.9 75.3] arrested two men after thefts in [Jalna|IN 19.8 75.9] and [Beed|IN 19.0 75.8]. The gold was sold in [Pune|IN 18.5 73.9], officers in [Maharashtra|IN 19.5 76] said.",
    "The collector of [Salem|IN 11.7 78.1] opened a bridge on the road to [Namakkal|IN 11.2 78.2] and [Erode|IN 11.3 77.7]; water from [Mettur|IN 11.8 77.8] will reach [Tamil Nadu|IN 11 78.5] farms by June.",
    "Two drown in [Hamilton|AU -37.7 142.0] reservoir. Volunteers from [Horsham|AU -36.7 142.2], [Ararat|AU -37.3 142.9] and [Portland|AU -38.3 141.6] joined the search, [Victoria|AU -37 144.5] Police said.",
    "The shire of [Dubbo|AU -32.2 148.6], [N.S.W.|AU -32 147], lost its last bank. Customers will drive to [Orange|AU -33.3 149.1], [Wellington|AU -32.6 148.9] or [Bathurst|AU -33.4 149.6].",
    "Firemen in [Perth|AU -31.95 115.9] were sent to [Albany|AU -35 117.9] and [Bunbury|AU -33.3 115.6] as [Western Australia|AU -25 122] burned.",
    "Firemen in [Perth|GB 56.4 -3.4] were sent to [Crieff|GB 56.4 -3.8] and [Dundee|GB 56.5 -3.0] after a barn fire; [Stirling|GB 56.1 -3.9] sent two engines.",
    "Gunmen attacked a bus near [Lafia|NG 8.5 8.5], in [Nasarawa|NG 8.5 8.2] State; it had left [Jos|NG 9.9 8.9] for [Makurdi|NG 7.7 8.5]. The governor of [Plateau|NG 9.2 9.5] State condemned it. Travellers were taken to [Keffi|NG 8.85 7.9].",
    "Traders in [Onitsha|NG 6.15 6.8], [Aba|NG 5.1 7.4] and [Warri|NG 5.5 5.8] closed shops; in [Port Harcourt|NG 4.8 7.0] and [Lagos|NG 6.5 3.4] markets stayed open.",
    "MPs from [Kisumu|KE -0.1 34.8], [Siaya|KE 0.06 34.3] and [Homa Bay|KE -0.5 34.5] asked [Nairobi|KE -1.3 36.8] for a new road to [Busia|KE 0.5 34.1].",
    "The [Halifax|CA 44.65 -63.6] council will extend the ferry to [Bedford|CA 44.7 -63.7] and [Dartmouth|CA 44.7 -63.6]. Commuters from [Truro|CA 45.4 -63.3] and [Windsor|CA 45.0 -64.1] will not benefit, [Nova Scotia|CA 45 -63]'s minister said.",
    "The [Halifax|GB 53.7 -1.9] market hall reopened; shoppers came from [Huddersfield|GB 53.65 -1.8], [Brighouse|GB 53.7 -1.8] and [Bradford|GB 53.8 -1.8].",
    "[Kingston|JM 18.0 -76.8] port workers struck; ships were sent to [Montego Bay|JM 18.5 -77.9]. In [Mandeville|JM 18.0 -77.5], [Spanish Town|JM 18.0 -77.0] and [Portmore|JM 17.95 -76.9] buses stopped.",
    "[Moscow|US 46.7 -117.0] police asked colleagues from [Pullman|US 46.7 -117.2], [Lewiston|US 46.4 -117.0] and [Coeur d'Alene|US 47.7 -116.8] for help, the [Idaho|US 44.5 -114.5] paper said.",
    "[Lancaster|US 40.0 -76.3] commissioners will repair a covered bridge between [Lititz|US 40.2 -76.3] and [Ephrata|US 40.2 -76.2]; farmers drove in from [Intercourse|US 40.0 -76.1] and [Paradise|US 40.0 -76.1].",
    "[Pineville|US 31.3 -92.4] and [Alexandria|US 31.3 -92.4] share a fire truck; crews from [Houma|US 29.6 -90.7], [Monroe|US 32.5 -92.1] and [Natchitoches|US 31.8 -93.1] saw it.",
    "Gardai searched houses in [Kells|IE 53.7 -6.9] and [Navan|IE 53.65 -6.7], then in [Trim|IE 53.55 -6.8] and [Athboy|IE 53.6 -6.9].",
    "The bus left [Columbia|US 34.0 -81.0] for [Clemson|US 34.7 -82.8]; others came from [Florence|US 34.2 -79.8], [Sumter|US 33.9 -80.3] and [Aiken|US 33.6 -81.7].",
    "A sailor from [Naples|US 26.1 -81.8] left [Venice|US 27.1 -82.45] for [Key West|US 24.55 -81.8] and was found off [Marco Island|US 25.9 -81.7].",
    "[Tbilisi|GE 41.7 44.8] marched against the bill, and so did [Batumi|GE 41.6 41.6] and [Kutaisi|GE 42.25 42.7]; [Georgia|GE 42 43.5] hopes for [Brussels|BE 50.85 4.35].",
    "[Jackson|US 32.3 -90.2] police officers travelled to [Vicksburg|US 32.35 -90.9], [Meridian|US 32.4 -88.7] and [Greenville|US 33.4 -91.1] to train recruits; the academy in [Pearl|US 32.3 -90.1] is full.",
    "[Jackson|US 35.6 -88.8] police travelled to [Brownsville|US 35.6 -89.3], [Humboldt|US 35.8 -88.9] and [Lexington|US 35.65 -88.4]; [Madison County|US 35.6 -88.8] paid.",
    "[Jackson|US 42.2 -84.4] schools closed with those of [Albion|US 42.2 -84.75], [Marshall|US 42.3 -84.96] and [Adrian|US 41.9 -84.0]. [Ann Arbor|US 42.3 -83.7] kept its open.",
    "The [Columbia|US 38.95 -92.3] city council sold land in [Boone County|US 39 -92.3] to a firm from [Jefferson City|US 38.6 -92.2]. Neighbours in [Fulton|US 38.8 -91.9], [Mexico|US 39.2 -91.9] and [Moberly|US 39.4 -92.4] complained.",
    "The [Columbia|US 34.0 -81.0] police seek a man last seen in [Lexington|US 34.0 -81.2]. His car was found in [Sumter|US 33.9 -80.3] and his phone in [Camden|US 34.2 -80.6].",
    "Troopers stopped the van on Interstate 40 in [Burlington|US 36.1 -79.4]. The men, from [Graham|US 36.1 -79.4] and [Mebane|US 36.1 -79.3], are held in [Alamance County|US 36.0 -79.4] jail; a third is sought in [Durham|US 36.0 -78.9].",
    "The [Burlington|US 44.5 -73.2] paper says [Winooski|US 44.5 -73.2] and [Essex|US 44.5 -73.1] will share a pool; [Montpelier|US 44.3 -72.6] has one, and [Barre|US 44.2 -72.5].",
    "[Peoria|US 33.6 -112.2], [Ariz.|US 34 -111.9] — Spring training drew fans to [Glendale|US 33.5 -112.2], [Surprise|US 33.6 -112.4] and [Mesa|US 33.4 -111.8].",
    "[Pasadena|US 29.7 -95.2] refinery workers met in [Deer Park|US 29.7 -95.1] and [La Porte|US 29.7 -95.0]; [Baytown|US 29.7 -95.0] joins them. [Houston|US 29.8 -95.4] lawyers help.",
    "Fans from [Moscow|US 46.7 -117.0] and [Pullman|US 46.7 -117.2] filled the dome; the road to [Lewiston|US 46.4 -117.0] and [Troy|US 46.7 -116.8] was icy, [Latah County|US 46.8 -116.7] deputies said.",
    "[Manhattan|US 39.2 -96.6], [Kan.|US 38.5 -98.4] — Students from [Junction City|US 39.0 -96.8], [Wamego|US 39.2 -96.3] and [Abilene|US 38.9 -97.2] toured the plant. Others came from [Salina|US 38.8 -97.6].",
    "A jury in [Florence|US 34.8 -87.7] heard that the [Tuscumbia|US 34.7 -87.7] man had worked in [Muscle Shoals|US 34.7 -87.7] and [Russellville|US 34.5 -87.7], [Ala.|US 32.8 -86.8].",
    "Voters in [Naples|US 26.1 -81.8], [Bonita Springs|US 26.3 -81.8] and [Fort Myers|US 26.6 -81.9] will elect a commissioner; [Collier County|US 26.1 -81.4] counts on Tuesday.",
    "The [Venice|US 27.1 -82.5] council and that of [North Port|US 27.0 -82.2] disagree on the road to [Sarasota|US 27.3 -82.5] and [Englewood|US 27.0 -82.35].",
    "[Dublin|US 32.5 -82.9] police arrested a man from [Macon|US 32.8 -83.6]; he is held in [Laurens County|US 32.5 -82.9]. Deputies in [Vidalia|US 32.2 -82.4] and [Swainsboro|US 32.6 -82.3] helped.",
    "[Dublin|IE 53.3 -6.3] commuters from [Navan|IE 53.65 -6.7], [Naas|IE 53.2 -6.7] and [Bray|IE 53.2 -6.1] want trains.",
    "Campers from [Cleveland|US 41.5 -81.7], [Akron|US 41.1 -81.5] and [Mansfield|US 40.8 -82.5] filled the park near [Lake Erie|- ]; others went to [Sandusky|US 41.4 -82.7] and [Huron|US 41.4 -82.55].",
    "[Cleveland|US 35.2 -84.9] police and those of [Athens|US 35.4 -84.6] and [Dayton|US 35.5 -85.0] share a radio tower, [Bradley County|US 35.15 -84.9] said; [Chattanooga|US 35.0 -85.3] has its own.",
    "In [Georgetown|GY 6.8 -58.2], ministers opened the road to [Linden|GY 6.0 -58.3]; rice growers in [Berbice|GY 5 -57.5] cheered.",
    "In [Georgetown|US 30.6 -97.7], the council bought land from [Round Rock|US 30.5 -97.7]; [Williamson County|US 30.65 -97.6] will build a road to [Taylor|US 30.6 -97.4] and [Hutto|US 30.5 -97.5].",
    "The [Oxford|US 34.4 -89.5] board of aldermen met [Lafayette County|US 34.4 -89.5] supervisors; traffic from [Batesville|US 34.3 -89.9] and [Tupelo|US 34.3 -88.7] has doubled.",
    "The [St. Louis Park|US 44.9 -93.3] council wants a line to [Hopkins|US 44.9 -93.4] and [Eden Prairie|US 44.85 -93.5]; [Hennepin County|US 45.0 -93.5] pays half.",
    "Ferries between [Nelson|CA 49.5 -117.3] and [Castlegar|CA 49.3 -117.7] stopped; drivers went through [Trail|CA 49.1 -117.7] and [Grand Forks|CA 49.0 -118.4], [B.C.|CA 54 -125] police said.",
    "The mayor of [Santa Fe|AR -31.6 -60.7] flew to [Rosario|AR -32.9 -60.7] and [Cordoba|AR -31.4 -64.2] before meeting [Argentina|AR -34 -64]'s president.",
    "The [Santa Fe|US 35.7 -105.9] opera toured [Taos|US 36.4 -105.6], [Espanola|US 36.0 -106.1] and [Los Alamos|US 35.9 -106.3].",
    "Rescuers from [Rawalpindi|PK 33.6 73.0], [Murree|PK 33.9 73.4] and [Abbottabad|PK 34.15 73.2] cleared the road; in [Gujrat|PK 32.6 74.1] rain fell, [Punjab|PK 31 72.5] officials said.",
    "Rain fell in [Ludhiana|IN 30.9 75.9], [Jalandhar|IN 31.3 75.6] and [Amritsar|IN 31.6 74.9]; farmers across [Punjab|IN 31 75.5] were glad.",
];

/// More of the kind, of small papers, obituaries and short agency news: written and measured once before anything was mended
/// for them.
const BRIEF: &[&str] = &[
    "The [Jackson County|US 34.8 -86.0] Commission voted Tuesday to repave County Road 33 between [Hollywood|US 34.7 -86.0] and [Scottsboro|US 34.7 -86.0]. Commissioners from [Bridgeport|US 34.9 -85.7] and [Stevenson|US 34.9 -85.8] said trucks bound for [Chattanooga|US 35.05 -85.3] had ruined it. The state money must be spent before the legislature meets in [Montgomery|US 32.4 -86.3].",
    "Deputies said the boy, 14, of [Salem|US 38.6 -88.9], Ill., was riding a four-wheeler near [Odin|US 38.6 -89.05]. He was taken to a hospital in [Centralia|US 38.5 -89.1] and later flown to [St. Louis|US 38.6 -90.2]. The [Marion County|US 38.65 -88.9] coroner was not called.",
    "The [Greenville|US 35.6 -77.4] City Council heard from residents of [Winterville|US 35.5 -77.4], [Ayden|US 35.5 -77.4] and [Farmville|US 35.6 -77.6] on Monday about the bypass. East Carolina University officials favour it. A similar road around [Kinston|US 35.3 -77.6] took nine years, the [Raleigh|US 35.8 -78.6] office of the state said.",
    "A [Washington|US 39.0 -77.0] lobbyist told the [Wisconsin|US 44.5 -89.5] Assembly that dairies around [Marshfield|US 44.7 -90.2], [Stratford|US 44.8 -90.1] and [Medford|US 45.1 -90.3] would close. Farmers from [Athens|US 45.0 -90.1] and [Edgar|US 44.9 -90.0] disagreed. [Madison|US 43.1 -89.4] has offered loans.",
    "[Auburn|US 42.9 -76.6] — Workers at the prison rallied Saturday with colleagues from [Elmira|US 42.1 -76.8], [Attica|US 42.9 -78.3] and [Rome|US 43.2 -75.5]. Buses came from [Geneva|US 42.9 -77.0] and [Ithaca|US 42.4 -76.5]. Lawmakers in [Albany|US 42.65 -73.8] were not present.",
    "[Auburn|US 47.3 -122.2] police arrested a man from [Kent|US 47.4 -122.2] on suspicion of robbing banks in [Renton|US 47.5 -122.2], [Federal Way|US 47.3 -122.3] and [Enumclaw|US 47.2 -122.0]. He is held in the [King County|US 47.5 -121.8] Jail.",
    "Fire destroyed a barn in [Warren|US 44.1 -72.9] on Sunday. Engines from [Waitsfield|US 44.2 -72.8], [Waterbury|US 44.3 -72.8] and [Northfield|US 44.15 -72.7] fought the flames, and the [Burlington|US 44.5 -73.2] Free Press reported that the owner was away in [Florida|US 28 -82].",
    "The Daily Citizen learned that the [Dalton|US 34.8 -85.0] plant will add 300 jobs. The carpet maker also has mills in [Calhoun|US 34.5 -84.95], [Rome|US 34.25 -85.2] and [Cartersville|US 34.2 -84.8]. A shift in [Ringgold|US 34.9 -85.1] ended last year. [Atlanta|US 33.75 -84.4] offered tax breaks; the headquarters stays in [Germany|DE 51 10].",
    "[DECATUR|US 39.8 -88.9] — The county board wants to close the nursing home. Patients might be moved to [Clinton|US 40.15 -88.96], [Taylorville|US 39.55 -89.3] or [Mattoon|US 39.5 -88.4]. Board members from [Forsyth|US 39.9 -88.95] and [Mount Zion|US 39.8 -88.9] voted no.",
    "[DECATUR|US 34.6 -87.0] — The board of education will buy land on Highway 31 toward [Hartselle|US 34.4 -86.9]. Pupils from [Priceville|US 34.5 -86.9] and [Trinity|US 34.6 -87.1] will be moved from the high school in [Athens|US 34.8 -87.0]. Engineers drove over from [Huntsville|US 34.7 -86.6].",
    "The [Clinton|US 41.8 -90.2] woman and her sister, of [Camanche|US 41.8 -90.25], ran a bakery across the [Mississippi|- ] in [Fulton|US 41.9 -90.2], Ill., until 1998. Services will be at the church in [DeWitt|US 41.8 -90.5]. She was born in [Dubuque|US 42.5 -90.7].",
    "Survivors include a son, Dale, of [Mexico|US 39.2 -91.9], Mo.; two daughters, Ann, of [Lebanon|US 37.7 -92.7], and Ruth, of [Nevada|US 37.8 -94.35], Mo.; and a brother in [Cuba|US 38.1 -91.4]. Burial will be in [Versailles|US 38.4 -92.8].",
    "State Route 9 between [Lisbon|US 40.8 -80.8] and [Salem|US 40.9 -80.9] will be closed for two weeks, the [Columbiana County|US 40.8 -80.8] engineer said. Traffic to [East Palestine|US 40.8 -80.5] is sent through [Canfield|US 41.0 -80.8]. [Youngstown|US 41.1 -80.65] buses will run late.",
    "The [Cumberland|US 39.65 -78.8] Times-News has learned that the mill at [Luke|US 39.5 -79.1] will close. Workers commute from [Keyser|US 39.4 -79.0], [Westernport|US 39.5 -79.0] and [Frostburg|US 39.65 -78.9]. [Annapolis|US 39.0 -76.5] promised aid and so did [Charleston|US 38.35 -81.6].",
    "The [Norfolk|US 42.0 -97.4] Panthers beat [Columbus|US 41.4 -97.4] 58-49 on Friday and travel to [Kearney|US 40.7 -99.1] next. Coach Tom Dill praised his guards. [Fremont|US 41.4 -96.5] and [Grand Island|US 40.9 -98.3] meet in the other game at [Lincoln|US 40.8 -96.7].",
    "The [Norfolk|US 36.85 -76.3] shipyard said it would hire welders from [Chesapeake|US 36.8 -76.3], [Portsmouth|US 36.8 -76.3] and [Suffolk|US 36.7 -76.6]. A school in [Hampton|US 37.0 -76.35] trains them.",
    "[Lawrence|US 42.7 -71.2] firefighters found two people dead. Crews from [Andover|US 42.65 -71.1], [Methuen|US 42.7 -71.2] and [Haverhill|US 42.8 -71.1] came, as did an engine from [Salem|US 42.8 -71.2], N.H.",
    "[Lawrence|US 38.95 -95.2] commissioners rejected a plan for apartments. Developers have built such blocks in [Topeka|US 39.05 -95.7] and [Manhattan|US 39.2 -96.6]. [Douglas County|US 38.9 -95.3] supports it, and a [Leavenworth|US 39.3 -94.9] bank would pay.",
    "Trains between [Newport|GB 51.6 -3.0] and [Hereford|GB 52.05 -2.7] were cancelled after a landslip near [Abergavenny|GB 51.8 -3.0]. Passengers for [Cardiff|GB 51.5 -3.2] were taken by bus. Residents of [Usk|GB 51.7 -2.9] heard the bang.",
    "A yacht missing since Friday was found off [Newport|US 41.5 -71.3]. It had left [Block Island|US 41.2 -71.6] for [Westerly|US 41.4 -71.8]. Coast Guard boats from [New London|US 41.35 -72.1] towed it to [Jamestown|US 41.5 -71.4].",
    "In [Victoria|US 28.8 -97.0], the school board closed two campuses. [Cuero|US 29.1 -97.3], [Goliad|US 28.7 -97.4] and [Edna|US 29.0 -96.65] did so last year. Parents drove to [Austin|US 30.3 -97.7] to protest, and one flew to [Washington|US 38.9 -77.0].",
    "A [Cambridge|US 38.6 -76.1] waterman was fined for oysters taken from the [Choptank|- ]. The judge in [Easton|US 38.8 -76.1] also fined buyers from [Salisbury|US 38.4 -75.6] and [Denton|US 38.9 -75.8]. Police on the [Eastern Shore|US 38.7 -76] had watched him for weeks.",
    "Snow plows could not reach [Aberdeen|US 45.5 -98.5], [Huron|US 44.4 -98.2] or [Redfield|US 44.9 -98.5] on Monday. The governor in [Pierre|US 44.4 -100.35] closed Interstate 29 from [Watertown|US 44.9 -97.1] to [Fargo|US 46.9 -96.8].",
    "[Aberdeen|GB 57.1 -2.1] oil workers live as far away as [Elgin|GB 57.65 -3.3], [Inverness|GB 57.5 -4.2] and [Peterhead|GB 57.5 -1.8]. Flights to [Shetland|GB 60.3 -1.2] were late.",
    "The [St. Marys|CA 43.3 -81.1] plant draws workers from [Stratford|CA 43.4 -81.0], [London|CA 43.0 -81.2] and [Ingersoll|CA 43.0 -80.9]. Union leaders from [Windsor|CA 42.3 -83.0] and [Toronto|CA 43.7 -79.4] will speak.",
    "The [Orange|US 30.1 -93.7] Leader and KFDM were off the air. Floods cut [Bridge City|US 30.0 -93.8], [Vidor|US 30.1 -94.0] and [Port Arthur|US 29.9 -93.9] off; [Beaumont|US 30.1 -94.1] took 400 families.",
    "Lawmakers in [Georgia|GE 42 43.5] brawled on Wednesday over a bill on foreign agents. Police used tear gas outside the parliament; [Russia|RU 61 105] was blamed.",
    "[Georgia|US 32.8 -83.5] lawmakers passed the bill; Governor Mary Hart will sign it. [Tennessee|US 36 -86.5] did so in May. The [Savannah|US 32.1 -81.1] port opposes it.",
    "Two [Canadian|CA 56.1 -106.3] tourists died when a bus left the road near [Cordoba|AR -31.4 -64.2]. The driver, from [Mendoza|AR -32.9 -68.8], was held; the [Argentine|AR -38.4 -63.6] police said.",
    "Farmers in [Punjab|IN 31 75.5] marched to [Delhi|IN 28.7 77.2]. Those from [Haryana|IN 29 76] and [Rajasthan|IN 26.5 73.8] joined at [Sonipat|IN 29 77].",
    "A mine collapsed in [Shanxi|CN 37.9 112.5]; in [Datong|CN 40.1 113.3] officials were sacked. [Beijing|CN 39.9 116.4] sent inspectors, and [Taiyuan|CN 37.9 112.5] shut smaller pits.",
    "The army took [Barentu|ER 15.1 37.6] and shelled [Asmara|ER 15.3 38.9] airport. [Ethiopia|ET 9 40] denies it. [Badme|ER 14.7 37.8] is calm.",
    "The man, a [Moldovan|MD 47 29] citizen, lived in [Bolton|GB 53.6 -2.4] and worked in [Bury|GB 53.6 -2.3]. Officers from [Greater Manchester|GB 53.5 -2.2] flew to [Chisinau|MD 47 28.9].",
    "[Santiago|DO 19.5 -70.7] was without power as the storm passed; in [Puerto Plata|DO 19.8 -70.7] trees fell. The [Dominican Republic|DO 19 -70.7] has asked [Haiti|HT 19 -72.4] to shut the crossing.",
    "Voters in [San Juan|PR 18.5 -66.1] and [Ponce|PR 18.0 -66.6] chose a governor; [Puerto Rico|PR 18.2 -66.5] has three million people.",
    "In [San Juan|AR -31.5 -68.5] the Andean tunnel to [Chile|CL -35.7 -71.5] moved closer; [Buenos Aires|AR -34.6 -58.4] will pay half.",
    "The [Kashmir|- ] valley was cut off. In [Srinagar|IN 34.1 74.8] shops closed, and shells fell on [Poonch|IN 33.8 74.1]; [Muzaffarabad|PK 34.4 73.5] reported five dead.",
    "Gunmen in [Plateau|NG 9.2 9.5] state burned villages near [Bokkos|NG 9.3 9.0]. Survivors went to [Jos|NG 9.9 8.9], [Nigeria|NG 9 8]n police said.",
    "The ferry sailed from [Portsmouth|GB 50.8 -1.1] to [Cherbourg|FR 49.6 -1.6]; lorries for [Caen|FR 49.2 -0.4] were left behind. [Guernsey|GG 49.45 -2.6] and [Jersey|JE 49.2 -2.1] had no boats.",
    "The ministers of [Jordan|JO 31 36], [Chad|TD 15 19] and [Turkey|TR 39 35] met in [Valletta|MT 35.9 14.5]. [Luxembourg|LU 49.8 6.1] and [Monaco|MC 43.7 7.4] sent envoys.",
    "Prosecutors in [Naples|IT 40.85 14.3] seized 200 flats in [Caserta|IT 41.1 14.3] and [Salerno|IT 40.7 14.8]; the suspects fled to [Malta|MT 35.9 14.4].",
    "Rebels hold [Bukavu|CD -2.5 28.9], [Uvira|CD -3.4 29.1] and [Walikale|CD -1.4 28.0]. [Burundi|BI -3.5 30] sent troops; [Kigali|RW -1.9 30.1] protested.",
    "The [Frankfurt|DE 50.1 8.7]-based bank will shut branches in [Mainz|DE 50.0 8.3], [Worms|DE 49.6 8.4] and [Essen|DE 51.45 7.0]; in [Halle|DE 51.5 12.0] one stays.",
    "Smoke from fires in [Alberta|CA 54 -115] drifted over [Montana|US 47 -110] and [North Dakota|US 47.5 -100.5], and on to [Winnipeg|CA 49.9 -97.1].",
    "The [Trinidad|TT 10.5 -61.3] side lost to [Barbados|BB 13.2 -59.5] in [Port of Spain|TT 10.7 -61.5]; [Guyana|GY 5 -59] and [Grenada|GD 12.1 -61.7] play on.",
    "The quake was felt in [Concepcion|CL -36.8 -73.05], [Los Angeles|CL -37.5 -72.35] and [Temuco|CL -38.7 -72.6].",
    "Sailors from [Cartagena|ES 37.6 -1.0] rescued migrants and took them to [Almeria|ES 36.8 -2.5] and [Murcia|ES 38 -1.1].",
    "A bomb killed nine in [Hasakah|SY 36.5 40.75]; another went off in [Qamishli|SY 37.05 41.2]. Aid comes through [Semalka|SY 37.1 42.35] from [Duhok|IQ 36.9 43.0] and [Koya|IQ 36.1 44.6].",
    "The [Santa Cruz|BO -17.9 -62] governor was jailed in [La Paz|BO -16.5 -68.15]. Roads to [Cochabamba|BO -17.4 -66.2] are blocked.",
    "The [Limpopo|ZA -23.4 29.4] coach crashed outside [Polokwane|ZA -23.9 29.45] on its way to [Victoria Falls|- ]; [Pretoria|ZA -25.7 28.2] sent doctors.",
    "Thousands left [Bor|SS 6.2 31.6] and [Malakal|SS 9.5 31.65]; in [Juba|SS 4.85 31.6] there was shooting. [Uganda|UG 1 32] sent planes.",
];

/// Adjectives, people, places by what stands there, names run together with what follows.
const ADJECTIVES: &[&str] = &[
    "The [Catalan|ES 41.8 1.6] leader met [Bavarian|DE 49 11.5] and [Scottish|GB 56.5 -4] ministers; a [Welsh|GB 52.3 -3.7] one was late.",
    "[Londoners|GB 51.5 -0.1], [New Yorkers|US 40.7 -74] and [Parisians|FR 48.85 2.35] walked to work.",
    "A [Texan|US 31.5 -99.3], two [Californians|US 37 -120] and a [Floridian|US 28.5 -82] won; [Hawaiian|US 20.8 -156.5] surfers lost.",
    "[Wall Street|US 40.7 -74] fell; [Hollywood|US 34.1 -118.3] and [Silicon Valley|US 37.4 -122.1] cheered.",
    "[Downing Street|GB 51.5 -0.1] and [Westminster|GB 51.5 -0.1] were silent, [Capitol Hill|US 38.9 -77] was not.",
    "Flights from [Heathrow|GB 51.5 -0.45], [Gatwick|GB 51.15 -0.2] and [Stansted|GB 51.9 0.24] were late; [JFK|US 40.65 -73.8] and [LaGuardia|US 40.8 -73.9] closed.",
    "The game at [Wembley|GB 51.55 -0.3], the one at [Old Trafford|GB 53.5 -2.3] and the fight at [Madison Square Garden|US 40.75 -74].",
    "[Manhattan|US 40.8 -74], [Brooklyn|US 40.65 -73.95], [Queens|US 40.7 -73.8] and the [Bronx|US 40.85 -73.9] lost power.",
    "[North Korean|KP 40.3 127.5], [South Korean|KR 35.9 127.8], [South African|ZA -30.6 22.9] and [Saudi|SA 23.9 45] teams.",
    "The [Mumbai|IN 19 72.9] exchange, [Bombay|IN 19 72.9] High Court, [Peking|CN 39.9 116.4] University and [Saigon|VN 10.8 106.7] traffic.",
    "[Trafalgar Square|GB 51.5 -0.13], [Times Square|US 40.76 -73.99], [Tiananmen Square|CN 39.9 116.4] and [Tahrir Square|EG 30 31.2] filled up.",
    "[Basque|ES 43 -2.5] and [Galician|ES 42.7 -7.9] parties; [Flemish|BE 51 4.5] and [Walloon|BE 50.3 5] ones; [Quebecers|CA 53 -71.5] too.",
    "[Northern Ireland|GB 54.6 -6.7], the [Isle of Man|IM 54.2 -4.5], [Gibraltar|GI 36.1 -5.35] and the [Falklands|FK -51.8 -59.5].",
    "The [Hague|NL 52.1 4.3] tribunal; the [Vatican|VA 41.9 12.45]; the [Holy See|VA 41.9 12.45].",
    "[Abu Dhabi|AE 24.45 54.4], [Dubai|AE 25.2 55.3] and [Sharjah|AE 25.35 55.4]; [Doha|QA 25.3 51.5] and [Riyadh|SA 24.7 46.7].",
    "[Venetian|IT 45.4 12.3], [Neapolitan|IT 40.85 14.3] and [Roman|IT 41.9 12.5] kitchens; [Muscovites|RU 55.75 37.6] and [Berliners|DE 52.5 13.4] eat.",
    "The [US-led|US 37 -95.7] coalition; the [Paris-based|FR 48.85 2.35] agency; [Berlin-born|DE 52.5 13.4] artists; the [University of Oxford|GB 51.75 -1.25].",
];

/// In a paper of one district a country's name may be a town's; with another word of the country it is not.
const NAMESAKES: &[&str] = &[
    "Survivors include a son, Dale, of [Mexico|US 39.2 -91.9], Mo.; a daughter, Ann, of [Marshfield|US 37.3 -92.9]; and a brother in [Cuba|US 38.1 -91.4]. Burial will be in [Rolla|US 37.9 -91.8]; a wake is planned in [Lebanon|US 37.7 -92.7].",
    "Deputies from [Warsaw|US 41.2 -85.9] and [Goshen|US 41.6 -85.8] searched a farm near [Peru|US 40.75 -86.1]. The suspect, of [Plymouth|US 41.3 -86.3], is held in [Kosciusko County|US 41.2 -85.9] jail.",
    "Soldiers from [Rolla|US 37.9 -91.8], [Marshfield|US 37.3 -92.9] and [Bolivar|US 37.6 -93.4] came home from [Lebanon|LB 33.9 35.9] last week; [Lebanese|LB 33.9 35.9] officers had thanked them.",
];

/// Towns that are in the news beyond their size, in spellings of English papers.
const NEWSWORTHY: &[&str] = &[
    "In [Iraq|IQ 33 43.7], [Koya|IQ 36.1 44.6], [Hawija|IQ 35.3 43.8], [Tuz Khurmatu|IQ 34.9 44.6] and [Bashiqa|IQ 36.4 43.3] were quiet.",
    "In [Syria|SY 34.8 39.0] shells hit [Maarat al-Numan|SY 35.6 36.7], [Ras al-Ain|SY 36.8 40.1], [Tal Abyad|SY 36.7 39.0] and [Madaya|SY 33.7 36.1].",
    "[Masafer Yatta|PS 31.4 35.1], [Jericho|PS 31.9 35.4] and [Bethlehem|PS 31.7 35.2] in the [West Bank|PS 31.9 35.2] were sealed off.",
    "Shells fell on [Bint Jbeil|LB 33.1 35.4] and [Khiam|LB 33.3 35.6]; [Kiryat Shmona|IL 33.2 35.6] and [Metula|IL 33.3 35.6] answered.",
    "Gunmen struck [Konna|ML 14.9 -3.9] in [Mali|ML 17 -4] and [Arbinda|BF 14.2 -0.9] in [Burkina Faso|BF 12 -1.5].",
    "The girls of [Chibok|NG 10.9 12.9] and [Dapchi|NG 12.5 11.5]; the graves of [Srebrenica|BA 44.1 19.3]; the snow of [Davos|CH 46.8 9.8].",
    "Rebels in [Congo|CD -4 21.8] took [Masisi|CD -1.4 28.8], [Rubaya|CD -1.5 28.9] and [Bunagana|CD -1.3 29.6].",
    "Mourners in [Pahalgam|IN 34.0 75.3] and [Uri|IN 34.1 74.0] heard guns from [Balakot|PK 34.5 73.4].",
];

/// Rivers and seas go by an article; what is called like them does not.
const WATERS: &[&str] = &[
    "Barges on the [Mississippi|US 35 -90.2] and the [Ohio|US 38.2 -86] and were late.",
    "Off [Astoria|US 46.2 -123.8], Oregon, it runs into the [Pacific|- ].",
    "In [Tacoma|US 47.2 -122.4], [Sumner|US 47.2 -122.2] and [Auburn|US 47.3 -122.2], Washington, they look to the [Pacific|- ].",
    "HANOI, Vietnam — Floods on the [Red River|VN 21.2 105.6] reached [Nam Dinh|VN 20.4 106.2].",
    "GRAND FORKS, N.D. — The [Red River|US 48.5 -97.1] crested in [Fargo|US 46.9 -96.8] and [Wahpeton|US 46.3 -96.6].",
    "Patients from [Paris|US 33.65 -95.55], Texas, cross the [Red River|US 33.8 -97] at [Hugo|US 34.0 -95.5], Okla.",
    "Rebels in the [Congo|CD -4 21.8] and the [Gambia|GM 13.4 -15.4] laid down arms.",
    "[NEW YORK|US 40.7 -74] (AP) — Shares rose on Friday.",
    "In the [Pacific|US 47.3 -122.3] schools near [Sumner|US 47.2 -122.2], [Auburn|US 47.3 -122.2] and [Puyallup|US 47.2 -122.3], Washington, classes began.",
];

const NOWHERE: &[&str] = &[
    "The film is set in [Gotham City|- ], the sequel on the planet [Tatooine|- ]; the author lives in [Mordovin Falls|- ].",
    // What stands somewhere is no name by itself, and local news names no small town abroad without its country.
    "Boats left [Norway|NO 60.5 8.5] for the [Quarrel Islands|- ] at dawn.",
    "[Keswick|GB 54.6 -3.15], [Cockermouth|GB 54.7 -3.35] and [Penrith|GB 54.7 -2.75] are against it. [Solway|- ] is, too.",
    "[Keswick|GB 54.6 -3.15], [Cockermouth|GB 54.7 -3.35] and [Penrith|GB 54.7 -2.75] are against it. [Solway|NZ -41.0 175.6] in \
     [New Zealand|NZ -41.0 174.0] is, too.",
];

#[test]
fn world_news() {
    check(WORLD, 1.0);
}

#[test]
fn local_news() {
    check(LOCAL, 1.0);
}

#[test]
fn papers_whose_home_is_implied() {
    check(IMPLIED, 0.95);
}

#[test]
fn small_papers_and_short_news() {
    check(BRIEF, 0.9);
}

/// Whole articles, with the base pack, which leaves out many a village: [`local.txt`](places/local.txt).
#[test]
fn articles_of_small_papers() {
    let articles: Vec<&str> = include_str!("places/local.txt").split("\n---\n").skip(1).collect();
    assert_eq!(articles.len(), 20);
    check(&articles, 0.85);
}

#[test]
fn adjectives_and_people_have_a_home() {
    check(ADJECTIVES, 0.95);
}

#[test]
fn countries_namesakes_near_home() {
    check(NAMESAKES, 1.0);
}

#[test]
fn rivers_and_seas_go_by_an_article() {
    check(WATERS, 1.0);
}

#[test]
fn towns_in_the_news() {
    check(NEWSWORTHY, 1.0);
}

/// The places that the seeds name, wherever they name them: country and point.
#[test]
fn places_of_the_seeds() {
    const EXPECTED: &[(&str, &str, f64, f64)] = &[
        ("Idlib", "SY", 35.9, 36.6),
        ("Manbij", "SY", 36.5, 38.0),
        ("Morek", "SY", 35.4, 36.7),
        ("Afrin", "SY", 36.5, 36.9),
        ("Raqqa", "SY", 36.0, 39.0),
        ("Kobani", "SY", 36.9, 38.4),
        ("Konstantinovsky Palace", "RU", 59.9, 30.1),
        ("Ankara", "TR", 39.9, 32.9),
        ("Saint Petersburg", "RU", 59.9, 30.3),
    ];
    let Ok(folder) = std::fs::read_dir("../shared/seeds") else {
        return println!("left out: the places of the seeds, for there is no ../shared/seeds");
    };
    let reader = glosser::Reader::bundled();
    let (mut seen, mut texts) = (std::collections::BTreeSet::new(), String::new());
    for file in
        folder.map(|entry| entry.unwrap().path()).filter(|path| path.extension().is_some_and(|e| e == "txt"))
    {
        let text = std::fs::read_to_string(&file).unwrap();
        let article = reader.read(&text, &glosser::Options::default());
        for mention in &article.mentions {
            let name = &text[mention.span.start as usize..mention.span.end as usize];
            let Some(&(name, country, lat, lon)) = EXPECTED.iter().find(|e| e.0 == name) else { continue };
            let place = article.entities[mention.entity as usize].place.as_ref();
            let place = place.unwrap_or_else(|| panic!("{name} has no place in {}", file.display()));
            let off = (place.lat - lat).hypot((place.lon - lon) * lat.to_radians().cos());
            assert!(place.country == country && off < 0.5, "{name} in {}: {place:?}", file.display());
            seen.insert(name);
        }
        texts += &text;
    }
    let missing: Vec<&str> =
        EXPECTED.iter().map(|e| e.0).filter(|name| texts.contains(name) && !seen.contains(name)).collect();
    assert!(missing.is_empty(), "not found as names: {missing:?}");
}

/// A street or school that no pack has lies where the other places of the article lie; a vague name does not.
#[test]
fn local_sites_lie_at_home() {
    let text = "Crews from Chatham, Rochester and Auburn, Illinois, closed Quarrel Street. They dream of Cockaigne and the West.";
    let names = ["Chatham", "Rochester", "Auburn", "Illinois", "Quarrel Street", "Cockaigne", "West"];
    let spans = names
        .map(|n| Span { start: text.find(n).unwrap() as u32, end: (text.find(n).unwrap() + n.len()) as u32 });
    let gazetteer = Gazetteer::from_bytes(glosser::GAZETTEER).unwrap();
    let places = link_spans(&gazetteer, &parse(text, None), &spans, &Weights::TUNED);
    let street = places[4].as_ref().unwrap();
    assert!(
        street.approximate && street.confidence < 0.3 && street.region.as_deref() == Some("Illinois"),
        "{street:?}"
    );
    assert!((street.lat - 39.7).abs() < 0.5 && (street.lon + 89.6).abs() < 0.5, "{street:?}");
    assert_eq!(places[5..], [None, None]);
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

/// Papers of many countries; the larger pack knows more of their villages: [`abroad.txt`](places/abroad.txt).
#[test]
fn articles_of_papers_abroad() {
    let articles: Vec<&str> = include_str!("places/abroad.txt").split("\n---\n").skip(1).collect();
    assert_eq!(articles.len(), 22);
    check(&articles, 0.84);
}

/// What stands next to a name says where it lies, also of places that no pack has, and that it is no town far away.
#[test]
fn neighbours_say_where() {
    let beside = [
        "Shells hit [Kupiansk|UA 49.7 37.6] and [Quarrelivka|UA 49.7 37.6] on Sunday.",
        "The port of [Quarreldenne|UA 46.5 30.7], outside [Odesa|UA 46.5 30.7], lost power. [Kyiv|UA 50.5 30.5] was dark.",
        "A flat in [Quarrelcilar|TR 41 29], a district of [Istanbul|TR 41 29], burnt.",
        "The port of [Pivdennyi|UA 46.5 30.9], outside [Odesa|UA 46.5 30.7], lost power.",
        "Trains stop in [Keswick|GB 54.6 -3.15], [Cockermouth|GB 54.7 -3.35] and [Penrith|GB 54.7 -2.75], not in [Quarrelby|GB 54.6 -3.1].",
        "Trains stop in [Keswick|GB 54.6 -3.15], [Cockermouth|GB 54.7 -3.35] and [Penrith|GB 54.7 -2.75]. They like [Quarrelby|- ].",
        "The film is set in [Paris|FR 48.85 2.35]. Its hero likes [Quarrelby|- ].",
    ];
    check(&beside, 1.0);
}

/// Towns called like people and bodies are places where the words and the places around them say so.
#[test]
fn towns_with_the_names_of_people() {
    use glosser::entities::Kind::Place;
    let reader = glosser::Reader::bundled();
    for (text, town, is_place) in [
        (
            "DES MOINES, Iowa — The candidate goes on to Marshalltown, Fort Dodge and Jefferson. A rally is planned.",
            "Jefferson",
            true,
        ),
        ("Next door, the jail in Paris has no nurse. Hugo, Okla., lost its hospital in March.", "Hugo", true),
        (
            "The jail in Paris, Texas, holds inmates from Honey Grove and Bonham, the sheriff said.",
            "Bonham",
            true,
        ),
        ("A deal between London and Johnson fell through; Boris Johnson is to blame.", "Johnson", false),
        ("Crowds in Berlin and Merkel cheered each other.", "Merkel", false),
    ] {
        let article = reader.read(text, &glosser::Options::default());
        let at = text.find(town).unwrap() as u32;
        let mention = article.mentions.iter().find(|m| m.span.start == at);
        assert_eq!(mention.is_some_and(|m| m.kind == Place), is_place, "{town} in {text:?}: {mention:?}");
    }
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
