//! Small tables of English name lore: titles, nicknames, endings of company names, words that head the names of
//! bodies and places, and names that mean the same whatever the article. Facts of the language, kept by hand.

use super::fold::fold_char;
use crate::maps::{HashMap, words};
use std::sync::OnceLock;

words! {
    /// Words before a name that are no part of it.
    pub(super) TITLES = [
        "mr", "mrs", "ms", "miss", "mx", "mister", "dr", "doctor", "prof", "professor", "sir", "dame",
        "lord", "lady", "baron", "baroness", "count", "countess", "duke", "duchess", "prince",
        "princess", "king", "queen", "emperor", "empress", "tsar", "czar", "sultan", "emir", "sheikh",
        "sheik", "shaikh", "ayatollah", "imam", "mullah", "pope", "cardinal", "archbishop", "bishop",
        "father", "fr", "sister", "brother", "rabbi", "rev", "reverend", "pastor", "saint", "president",
        "premier", "chancellor", "chairman", "chairwoman", "secretary", "minister", "senator", "sen",
        "representative", "rep", "congressman", "congresswoman", "governor", "gov", "mayor", "ambassador",
        "judge", "justice", "attorney", "counsel", "general", "gen", "lieutenant", "lt", "colonel", "col",
        "major", "maj", "captain", "capt", "commander", "cmdr", "sergeant", "sgt", "corporal", "cpl",
        "private", "pvt", "admiral", "adm", "marshal", "brigadier", "brig", "officer", "detective",
        "sheriff", "deputy", "inspector", "superintendent", "constable", "director", "coach", "madam",
        "madame", "monsieur", "mme", "mlle", "herr", "frau", "senor", "dona", "hon", "honourable",
        "honorable", "alhaja", "alhaji", "engr", "hajia", "shri", "smt", "emeritus", "vice", "prime", "foreign", "youtuber", "comrade", "mp", "ceo"
    ]
}

words! {
    /// What may follow a person's name without being part of it.
    pub(super) PERSON_SUFFIXES = [
        "jr", "sr", "junior", "senior", "phd", "md", "esq", "esquire", "obe", "mbe", "cbe", "kbe", "dbe",
        "frs", "ra", "qc", "kc", "mp", "msp", "mep", "usn", "usmc", "ret", "cpa", "rn", "dds", "jd"
    ]
}

words! {
    /// Generational and regnal numbers.
    pub(super) NUMERALS = [
        "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi"
    ]
}

words! {
    /// Small words inside names of people that belong to what follows.
    pub(super) PARTICLES = [
        "de", "del", "della", "der", "den", "di", "du", "van", "von", "bin", "ibn", "bint", "dos", "das"
    ]
}

words! {
    /// What ends the full name of a company and may be left out.
    pub(super) COMPANY_SUFFIXES = [
        "inc", "incorporated", "corp", "corporation", "co", "company", "ltd", "limited", "llc", "llp", "lp",
        "plc", "gmbh", "ag", "sa", "spa", "nv", "bv", "se", "ab", "as", "asa", "oy", "oyj", "kg", "kk",
        "pty", "sarl", "srl", "pjsc", "ojsc", "oao", "ooo", "zao"
    ]
}

words! {
    /// Small words that names of bodies hold and acronyms leave out.
    pub(super) SMALL_WORDS = [
        "of", "for", "and", "the", "in", "on", "to", "at", "de", "du", "des", "la", "le", "el", "del", "a",
        "y", "e"
    ]
}

words! {
    /// Common nouns that head names, and alone stand for the one named last: "the Court", "the Church".
    pub(super) HEADS = [
        "academy", "administration", "agency", "airport", "archipelago", "army", "assembly", "association",
        "authority", "bank", "bar", "bay", "board", "bridge", "bureau", "cabinet", "castle", "cathedral",
        "center", "centre", "chamber", "church", "circuit", "circuit court", "city", "club", "college",
        "commission", "committee", "community", "company", "conference", "congress", "constitution",
        "convention", "corporation", "council", "county", "court", "defense ministry", "defence ministry",
        "department", "desert", "district court", "division", "embassy", "federation", "festival",
        "finance ministry", "foreign ministry", "foreign office", "forum", "foundation", "front", "fund",
        "government", "group", "guard", "hall", "high court", "hospital", "hotel", "house", "institute",
        "interior ministry", "island", "islands", "justice department", "lake", "league", "library",
        "lodge", "mall", "market", "ministry", "monastery", "mosque", "mountain", "movement", "museum",
        "navy", "north", "office", "opera", "organization", "organisation", "palace", "parliament", "park",
        "party", "peninsula", "police", "port", "press", "prison", "project", "province", "quarter",
        "region", "river", "school", "sea", "senate", "services", "society", "south", "square", "stadium",
        "state", "station", "street", "supreme court", "temple", "theater", "theatre", "tower", "town",
        "trust", "union", "university", "valley", "village", "west", "zoo"
    ]
}

words! {
    /// Heads of bodies that are parts of the body or land named before them: a UN Office is not the UN.
    pub(super) PARTS = [
        "academy", "administration", "agency", "airport", "ambassador", "army", "assembly", "association",
        "attorney", "authority", "bank", "board", "branch", "bureau", "cabinet", "chamber", "charter",
        "coast", "command", "commission", "committee", "congress", "consulate", "council", "court",
        "department", "embassy", "federation", "force", "forces", "foundation", "government", "guard",
        "house", "institute", "intelligence", "jail", "league", "marine", "military", "ministry", "mission",
        "navy", "office", "parliament", "peacekeeping", "police", "post", "press", "representative",
        "secretariat", "secretary", "security", "senate", "service", "society", "state", "summit",
        "supreme", "treasury", "tribunal", "union", "workers", "youth"
    ]
}

words! {
    /// Words after a place's name that say what kind of place it is, without making it another.
    pub(super) PLACE_KINDS = [
        "city", "town", "village", "islands", "isles", "province", "region", "governorate", "oblast",
        "prefecture", "municipality", "district", "state", "republic", "archipelago", "hall", "square",
        "spa", "terme", "marae", "camp"
    ]
}

words! {
    /// Words after a company's name that say what business it is in.
    pub(super) BUSINESS = [
        "aerospace", "airlines", "airways", "auto", "automotive", "bancorp", "bancshares", "bank",
        "beverages", "biosciences", "biotech", "brands", "brewing", "broadcasting", "capital", "cement",
        "chemical", "chemicals", "coal", "communications", "computer", "computers", "construction",
        "cosmetics", "dairy", "electronics", "energy", "engineering", "entertainment", "farms", "finance",
        "financial", "foods", "freight", "gas", "gold", "group", "healthcare", "holding", "holdings",
        "homes", "hotels", "industries", "insurance", "interactive", "international", "investment",
        "investments", "laboratories", "labs", "logistics", "management", "materials", "media", "metals",
        "mills", "minerals", "mining", "motor", "motors", "network", "networks", "news", "oil", "online",
        "paper", "partners", "payments", "petroleum", "pharma", "pharmaceuticals", "pictures", "platinum",
        "power", "productions", "properties", "publishing", "rail", "railway", "realty", "records",
        "resources", "retail", "robotics", "securities", "semiconductor", "semiconductors", "shipping",
        "software", "solutions", "steel", "stores", "studios", "supermarkets", "systems", "technologies",
        "technology", "telecom", "television", "textiles", "therapeutics", "timber", "trading", "transport",
        "tv", "ventures", "water", "wind", "wireless"
    ]
}

words! {
    /// Words before a place's name that make another place of it.
    pub(super) DIRECTIONS = [
        "north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "new",
        "old", "upper", "lower", "great", "greater", "little", "inner", "outer", "mid", "northeast",
        "northwest", "southeast", "southwest", "san", "santa", "saint", "st", "el", "la", "los", "las",
        "port", "fort", "mount", "lake", "cape"
    ]
}

/// First names and their short forms, a family a line.
const NICKNAMES: &str = "\
abigail abby gail|abraham abe|albert al bert|alexander alex sandy sasha alec|alexandra sandra alex|\
alfred alf fred|andrew andy drew|anthony tony|antony tony|arthur art|barbara barb|bartholomew bart|\
benjamin ben benny|bernard bernie|bradley brad|calvin cal|cameron cam|catherine cathy kate katie cat|\
charles charlie chuck|christine chris|christina chris tina|christopher chris kit|clifford cliff|\
curtis curt|cynthia cindy|daniel dan danny|david dave|deborah deb debbie|dennis denny|dmitry dima|\
donald don donnie|dorothy dot|douglas doug|edward ed eddie ted ned|eleanor ellie nell|\
elizabeth liz beth betty eliza lizzie|emily em|eugene gene|francis frank|franklin frank|\
frederick fred freddie|gabriel gabe|geoffrey geoff|george georgie|gerald gerry jerry|gregory greg|\
harold harry hal|henry harry hank|herbert herb|isaac ike|jacob jake|james jim jimmy jamie|\
jason jay|jeffrey jeff|jennifer jen jenny|jeremy jerry|jerome jerry|jessica jess jessie|john jack johnny|\
jonathan jon|joseph joe joey|joshua josh|judith judy|julian jules|katherine kate kathy katie|\
kathleen kathy|kenneth ken kenny|kimberly kim|lawrence larry|laurence larry|leonard leo len lenny|\
leslie les|louis lou|margaret maggie meg peggy|martin marty|matthew matt|maurice maury|maximilian max|\
melissa mel|michael mike mick mickey micky|mitchell mitch|mohammed mohamed muhammad mohammad|\
natalie nat|nathan nate|nathaniel nate nat|nicholas nick nicky|nicolas nick|norman norm|oliver ollie|\
pamela pam|patricia pat patty trish|patrick pat paddy|peter pete|philip phil|phillip phil|rachel rach|\
randall randy|raymond ray|rebecca becky|reginald reg reggie|richard dick rick rich ricky|\
robert bob rob bobby robbie|roderick rod|rodney rod|roger rodge|ronald ron ronnie|rudolph rudy|\
russell russ|samantha sam|samuel sam sammy|sergei sergey|stanley stan|stephanie steph|stephen steve|\
steven steve|stuart stu|susan sue susie|terence terry|teresa terry|thaddeus tad|theodore ted teddy theo|\
thomas tom tommy|timothy tim timmy|tobias toby|valerie val|veronica ronnie|victor vic|victoria vicky|\
vincent vince|vladimir volodya|walter walt wally|wesley wes|william bill will billy willy liam|\
yevgeny evgeny yevgeni evgeni|zachary zach zack|alexei aleksei alexey|alexander aleksandr oleksandr|\
dmitry dmitri dmitriy dmytro|vladimir volodymyr wladimir|yuri yury iouri|mikhail mikhael|nikolai nikolay";

/// True if two folded first names may be one: the same, an initial of it, or a nickname.
pub(super) fn same_given(a: &str, b: &str) -> bool {
    if a == b {
        return true;
    }
    let initial = |short: &str, long: &str| short.len() == 1 && long.starts_with(short);
    initial(a, b)
        || initial(b, a)
        || nicknames().get(a).is_some_and(|families| families.iter().any(|f| f.contains(&b)))
}

type Families = HashMap<&'static str, Vec<&'static [&'static str]>>;

fn nicknames() -> &'static Families {
    static TABLE: OnceLock<Families> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut table = Families::default();
        for family in NICKNAMES.split('|') {
            let family: &'static [&'static str] = family.split(' ').collect::<Vec<_>>().leak();
            for &name in family {
                table.entry(name).or_default().push(family);
            }
        }
        table
    })
}

/// The name under which a table knows a name of several, by its folded letters: "us" and "usa" both give "unitedstates".
pub(super) fn canonical(squeezed: &str) -> Option<&'static str> {
    static TABLE: OnceLock<HashMap<String, String>> = OnceLock::new();
    let table = TABLE.get_or_init(|| {
        let mut table = HashMap::default();
        let mut add = |names: &str| {
            let main = squeeze(names.split('|').next().unwrap_or(""));
            for name in names.split('|') {
                table.entry(squeeze(name)).or_insert_with(|| main.clone());
            }
        };
        for line in super::lands::TABLE.lines() {
            add(line.split('\t').nth(1).unwrap_or(""));
        }
        for line in include_str!("same.tsv").lines() {
            add(line);
        }
        table
    });
    table.get(squeezed).map(String::as_str)
}

/// The main name of a name of several, as written: "United States" for "usa".
pub(super) fn main_name(squeezed: &str) -> Option<&'static str> {
    static TABLE: OnceLock<HashMap<String, &'static str>> = OnceLock::new();
    let table = TABLE.get_or_init(|| {
        let lands = super::lands::TABLE.lines().filter_map(|line| line.split('\t').nth(1));
        let names = lands.chain(include_str!("same.tsv").lines()).filter_map(|names| names.split('|').next());
        names.map(|name| (squeeze(name), name)).collect()
    });
    table.get(canonical(squeezed)?).copied()
}

/// Letters and digits only, folded.
pub(super) fn squeeze(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    name.chars().filter(|c| !c.is_ascii() || c.is_ascii_alphanumeric()).for_each(|c| fold_char(c, &mut out));
    if !out.is_ascii() {
        out.retain(char::is_alphanumeric);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn given_names() {
        for (a, b) in [("william", "bill"), ("lawrence", "larry"), ("j", "john"), ("bob", "robert")] {
            assert!(same_given(a, b), "{a} {b}");
        }
        for (a, b) in [("laci", "scott"), ("john", "jane"), ("j", "mary"), ("bill", "bob")] {
            assert!(!same_given(a, b), "{a} {b}");
        }
    }

    #[test]
    fn names_that_mean_the_same() {
        for (a, b) in [("us", "america"), ("uk", "greatbritain"), ("kiev", "kyiv"), ("isis", "islamicstate")]
        {
            assert_eq!(canonical(a), canonical(b), "{a} {b}");
        }
        assert_ne!(canonical("sudan"), canonical("southsudan"));
        assert_eq!(canonical("springfield"), None);
    }
}
