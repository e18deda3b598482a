//! Where noun phrases stand. No tagger is at hand: a run of content words is one if a word before it opens noun phrases (a
//! determiner, a preposition, a verb) and a word behind it closes them (a mark, a preposition, a verb), for little else
//! stands between these in English prose. Endings and a list tell verbs and adjectives.

use crate::maps::words;
use crate::text::{Document, Span, TokenKind};
use std::ops::Range;

/// A run of content words.
pub(super) struct Chunk {
    /// Its tokens.
    pub words: Range<usize>,
    /// It is a noun phrase, to its end.
    pub whole: bool,
}

/// The runs among the tokens of a sentence, none across what is `taken` (sorted).
pub(super) fn chunks(document: &Document<'_>, tokens: Range<usize>, taken: &[Span]) -> Vec<Chunk> {
    let mut chunks = Vec::new();
    let mut start = tokens.start;
    // Behind a word that says what is done.
    let mut object = usize::MAX;
    for t in tokens.clone().chain([tokens.end]) {
        if t < tokens.end && content(document, t, t == tokens.start, taken) {
            let word = document.word(t);
            if start == t && t > tokens.start && acts(document.word(t - 1), word) {
                object = t + 1;
            } else if start == t || !doing(word) {
                continue;
            }
        }
        if start < t {
            let whole = noun(document.word(t - 1))
                && (start == object || opened(document, start, start == tokens.start))
                && (t == tokens.end || closes(document, start, t));
            chunks.push(Chunk { words: start..t, whole });
        }
        start = t + 1;
    }
    chunks
}

/// "to reduce tensions", "who oversees", "a body that sells": the word behind these is what is done.
fn acts(before: &str, word: &str) -> bool {
    ACTING.contains(before)
        || before.eq_ignore_ascii_case("that") && ends(word, &["s"]) && !ends(word, &["ss"])
}

/// "raising": a thing only where a list says so.
fn doing(word: &str) -> bool {
    word.len() > 5 && ends(word, &["ing"]) && !NOUNS.contains(word)
}

/// A word that may be part of a noun phrase without a name.
fn content(document: &Document<'_>, t: usize, first: bool, taken: &[Span]) -> bool {
    let (token, word) = (&document.tokens[t], document.word(t));
    let next = taken.partition_point(|n| n.end <= token.span.start);
    let named = taken.get(next).is_some_and(|n| n.overlaps(token.span));
    token.kind == TokenKind::Word
        && !named
        && word.len() > 2
        && (first || !word.starts_with(char::is_uppercase))
        && word.chars().all(|c| c.is_alphabetic() || c == '-')
        && !super::features::is_stop(word)
        && !GENERIC.contains(word)
        && !verb(word)
        && !ends(word, &["ly"])
}

/// A verb, by its ending or the list.
fn verb(word: &str) -> bool {
    let made = word.len() > 5 && ends(word, &["ize", "ise", "izes", "ifies", "ify"]);
    made || word.len() > 4 && ends(word, &["ed"]) && !NOUNS.contains(word) || VERBS.contains(word)
}

/// A word that may be what a noun phrase is about: its last.
fn noun(word: &str) -> bool {
    let adjective = ["ing", "ous", "ive", "ful", "able", "ible", "ic", "less", "ern"];
    NOUNS.contains(word) || word.len() > 2 && !ends(word, &adjective)
}

/// An adjective, by its ending: it tells less than a noun before a noun.
pub(super) fn attributive(word: &str) -> bool {
    ends(word, &["al", "ic", "ous", "ive", "ful", "able", "ible", "ent", "ant", "ary", "less", "y", "ing"])
}

/// True where noun phrases begin.
fn opened(document: &Document<'_>, start: usize, first: bool) -> bool {
    let Some(before) = start.checked_sub(1).filter(|_| !first) else {
        return !doing(document.word(start));
    };
    let word = document.word(before);
    let listed = DETERMINERS.contains(word) || GENERIC.contains(word);
    // A name acts more often than it tells of which sort something is, unless it is an adjective.
    if word.starts_with(char::is_uppercase) && !listed && !PREPOSITIONS.contains(word) {
        return ends(word, &["ish", "an", "ese", "i", "ch"]);
    }
    let adjective = ends(word, &["al", "ic", "ous", "ive", "ish", "ese", "ian", "ary", "er", "est"]);
    let kind = document.tokens[before].kind;
    // "of raising taxes": behind a preposition or a verb this is what is done, not a thing.
    let mark = kind == TokenKind::Mark && word != "-";
    let thing = mark || verb(word) || doing(word) || PREPOSITIONS.contains(word);
    listed || adjective || kind == TokenKind::Number || thing && !doing(document.word(start))
}

/// True for what stands behind a noun phrase that began at `start`.
fn closes(document: &Document<'_>, start: usize, t: usize) -> bool {
    let word = document.word(t);
    // "attacks damage the efforts": between a plural and an article something is done.
    let acts = t >= start + 2 && ends(document.word(t - 2), &["s"]);
    document.tokens[t].kind == TokenKind::Mark
        || verb(word)
        || DETERMINERS.contains(word) && !acts
        || PREPOSITIONS.contains(word)
        || BEHIND.contains(word)
        || ends(word, &["'s", "’s"])
}

/// Whether a word has one of some endings, in any case.
fn ends(word: &str, endings: &[&str]) -> bool {
    let word = word.as_bytes();
    endings.iter().any(|end| {
        word.len().checked_sub(end.len()).is_some_and(|at| word[at..].eq_ignore_ascii_case(end.as_bytes()))
    })
}

words! {
    /// What opens a noun phrase.
    DETERMINERS = [
        "the", "a", "an", "this", "that", "these", "those", "its", "his", "her", "their", "our", "your", "my", "some",
        "any", "no", "every", "each", "all", "more", "many", "most", "few", "several", "other", "another", "both", "new",
        "old", "first", "second", "last", "such", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        "hundred", "thousand", "million", "billion", "'s", "’s", "former", "major", "main", "local", "own", "next", "recent",
        "possible", "large", "small", "big", "whose", "alleged", "least"
    ]
}

words! {
    /// What joins one to the rest, before it or behind it.
    PREPOSITIONS = [
        "of", "in", "on", "for", "with", "from", "by", "about", "over", "against", "into", "between", "under",
        "without", "and", "or", "as", "than", "per", "at", "to", "through", "during", "after", "before",
        "around", "near", "across", "amid", "among", "despite", "until", "since", "within", "toward",
        "towards", "off", "like", "via", "but", "behind", "besides", "beneath", "beside", "above", "below",
        "outside"
    ]
}

words! {
    /// What else stands behind one.
    BEHIND = [
        "is", "are", "was", "were", "be", "been", "has", "have", "had", "will", "would", "can", "could", "may", "might",
        "must", "should", "did", "does", "do", "that", "which", "who", "whom", "whose", "where", "when", "while", "if",
        "because", "not", "said", "says", "told", "came", "come", "made", "it", "he", "she", "they", "we", "also", "so",
        "still", "then", "now", "there", "here", "again", "away", "back", "out", "up", "down", "once", "only"
    ]
}

words! {
    /// Words in the form of a verb or an adjective that are things.
    NOUNS = [
        "meeting", "hearing", "funding", "spending", "housing", "building", "filing", "ruling", "training", "shooting",
        "bombing", "briefing", "wedding", "painting", "warning", "mining", "fishing", "farming", "trading", "lending",
        "offensive", "executive", "initiative", "representative", "detective", "narrative", "objective", "incentive",
        "archive", "motive", "drive", "olive", "music", "traffic", "clinic", "topic", "critic", "mechanic", "logic",
        "public", "republic", "fabric", "panic", "epidemic", "pandemic", "statistic", "table", "cable", "vegetable",
        "speed", "breed", "bloodshed", "hundred"
    ]
}

words! {
    /// Verbs that are seldom anything else, where no ending tells.
    VERBS = [
        "accepts", "accuse", "accuses", "add", "adds", "agree", "agrees", "aims", "allow", "allows",
        "announces", "appear", "appears", "apply", "argue", "argues", "arise", "arrive", "arrives", "ask",
        "asks", "ate", "attend", "attends", "backs", "beat", "beats", "began", "begin", "begins", "begun",
        "believe", "believes", "bring", "brings", "broke", "brought", "built", "buy", "buys", "calls",
        "carry", "carries", "caught", "chose", "close", "closes", "comes", "confirm", "confirms", "consider",
        "considers", "contain", "contains", "continue", "continues", "covers", "decide", "decides", "deny", "denies",
        "describe", "describes", "die", "dies", "draws", "drew", "drove", "eat", "enter", "enters", "exceed",
        "exist", "exists", "expect", "expects", "expire", "expires", "faces", "fell", "felt", "fewer", "find",
        "finds", "flee", "fled", "flew", "follow", "follows", "forgot", "fought", "found", "gave", "gets",
        "give", "given", "gives", "goes", "gone", "grew", "grow", "grown", "grows", "happen", "happens",
        "heard", "held", "helps", "hit", "hits", "holds", "hopes", "improve", "insist", "insists", "join",
        "joins", "keep", "keeps", "kept", "knew", "know", "known", "knows", "laid", "lay", "leave", "leaves",
        "leads", "led", "left", "lend", "lets", "lie", "lies", "live", "lose", "loses", "lost", "maintain",
        "makes", "mean", "means", "meant", "meet", "meets", "met", "occur", "occurs", "offers", "open",
        "opens", "paid", "pay", "pays", "prevent", "prevents", "produce", "produces", "prove", "proves",
        "provide", "provides", "pull", "pulls", "puts", "ran", "reach", "reaches", "receive", "receives",
        "refuse", "refuses", "reject", "rejects", "remain", "remains", "remove", "require", "requires",
        "rise", "rises", "rose", "runs", "sat", "saw", "says", "seek", "seeks", "seem", "seems", "seen",
        "sell", "sells", "send", "sends", "sent", "shook", "showed", "shown", "shows", "shut", "shuts",
        "sank", "sang", "sold", "speak", "speaks", "spent", "split", "splits", "spoke", "spread", "stand",
        "stands", "stayed", "stays", "stole", "stood", "stops", "struck", "suggest", "suggests", "swam",
        "swept", "takes", "taken", "taught", "tell", "tells", "think", "thinks", "thought", "threw", "took",
        "tore", "tries", "turns", "understand", "urge", "urges", "voted", "vow", "vows", "wait", "waits",
        "wake", "walks", "want", "wants", "warn", "warns", "wear", "wears", "went", "win", "wins", "woke",
        "won", "wore", "write", "writes", "wrote", "born", "worn", "written", "drawn", "driven", "broken",
        "spoken", "become", "becomes", "became", "ease", "escape", "fall", "falls", "jump", "jumps", "slip",
        "slips", "swing", "fail", "fails", "gain", "gains", "asleep", "awake", "aware", "unable", "able",
        "ready", "afraid", "alive", "alone", "ashore", "abroad", "online", "weren", "wasn", "didn", "doesn",
        "isn", "aren", "died", "revive", "revives", "spend", "spends", "looks", "look", "hope", "put", "set", "shot", "deepen", "reduce",
        "resume", "dead", "unsafe", "moves", "depends", "depend", "introduce", "forget", "forgets", "laughs",
        "pick", "picks", "drown", "use", "uses", "remember", "try"
    ]
}

words! {
    /// Behind these somebody does something.
    ACTING = [
        "to", "will", "would", "can", "could", "may", "might", "must", "should", "did", "does", "do", "not", "who", "which",
        "i", "you", "he", "she", "it", "we", "they", "n't", "n’t"
    ]
}

words! {
    /// What is told of anything: as the last word of a phrase it needs to recur.
    pub(super) VAGUE = [
        "children", "company", "companies", "town", "towns", "city", "country", "region", "minister", "ministers",
        "members", "member", "officials", "official", "leader", "leaders", "president", "presidents", "group",
        "person", "people", "area", "areas", "year", "share", "shares"
    ]
}

words! {
    /// What somebody is by office: no phrase ends with it.
    pub(super) POSTS = [
        "executive", "executives", "minister", "ministers", "president", "presidents", "secretary", "officer", "officers",
        "chairman", "chairwoman", "chief", "commander", "governor", "director", "directors", "manager", "managers", "mayor",
        "spokesperson", "lawyer", "lawyers", "judge", "analyst", "analysts", "caretaker", "coach", "captain", "correspondent"
    ]
}

words! {
    /// What tells little by itself, however often it comes.
    pub(super) SLIGHT = [
        "government", "governments", "countries", "regions", "talks", "support", "control", "action", "actions", "contact",
        "conversation", "euros", "dollars", "pounds", "meeting", "meetings", "letter", "forces", "troops", "silence", "ties",
        "allies", "volunteer", "volunteers", "homes", "market", "money", "plan", "plans", "problem", "problems", "decision",
        "report", "reports", "help", "attention", "interest", "body", "head", "hand", "hands", "eyes", "room", "door", "street",
        "road", "game", "season", "team", "player", "players", "world", "state", "states", "law", "rules", "change", "changes",
        "power", "order", "orders", "public", "system", "program", "programs", "project", "projects", "process", "power",
        "reason", "reasons", "idea", "ideas", "chance", "photo", "photograph", "picture", "version", "author", "authors",
        "service", "services", "site", "office", "center", "centre", "border", "independence", "tensions", "relations"
    ]
}

words! {
    /// Words that are about anything, and no part of what something is called.
    GENERIC = [
        "first", "second", "third", "million", "billion", "thousand", "hundred", "percent", "years", "month",
        "months", "week", "weeks", "day", "days", "time", "times", "thing", "things", "way", "ways", "man",
        "men", "woman", "women", "number", "part", "parts", "place", "others", "news", "story", "end", "case",
        "lot", "today", "yesterday", "hours", "minutes", "hour", "reporters", "statement", "called", "early",
        "late", "later", "earlier", "next", "former", "nearly", "almost", "one", "two", "three", "four",
        "five", "six", "seven", "eight", "nine", "ten", "dozen", "dozens", "several", "many", "counterpart",
        "counterparts", "spokesman", "weekend", "night", "morning", "spokeswoman", "side", "sides", "step",
        "steps", "situation", "issue", "issues", "kind", "level", "lead", "question", "questions", "result",
        "near", "across", "forward", "cents", "away", "together", "alongside", "ahead", "likely", "least",
        "much", "less", "higher", "lower", "own", "old", "child", "wife", "husband", "son", "daughter", "mother", "father",
        "brother", "brothers", "sister", "family", "families", "friend", "friends", "staff", "reporter",
        "feet", "major", "main", "key", "full", "whole", "entire", "specific", "recent", "different",
        "similar", "certain", "possible", "largest", "biggest", "smallest", "second-largest", "latest",
        "highest", "lowest", "longest", "oldest", "good", "best", "great", "big", "better", "worse", "worst",
        "bad", "small", "large", "larger", "smaller", "long", "short", "local", "home", "house", "right",
        "need", "needs", "weak", "strong", "heavy", "deep", "high", "low", "poor", "rich", "true", "clear",
        "easy", "hard", "simple", "serious", "promise", "tough", "quick", "slow", "frequent", "mutual",
        "necessary", "important", "significant", "massive", "huge", "northern", "southern", "eastern",
        "western", "north", "south", "east", "west", "northwest", "northeast", "southwest", "southeast",
        "northwestern", "northeastern", "southwestern", "southeastern", "front", "inside", "top", "beyond",
        "double", "half", "quarter", "rest", "point", "points", "name", "names", "word", "words", "age",
        "life", "effort", "efforts", "use", "work", "role", "line", "lines", "total", "average", "present",
        "current", "previous", "final", "single", "various", "separate", "additional", "special", "real",
        "actual", "normal", "usual", "entirely", "far", "following", "whether", "pure", "joint", "bit",
        "little", "greater", "remaining", "regular", "year-old", "elsewhere", "anyone", "someone", "page",
        "nice", "young", "particular", "immediate", "light", "themselves", "itself", "himself", "either",
        "neither", "odd", "amazing", "everyone", "everything", "nobody", "nothing", "something"
    ]
}
