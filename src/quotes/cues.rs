//! Words that tell of speech.

use crate::maps::words;

/// How a verb takes what was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Takes {
    /// A clause with or without "that": "said it would".
    Clause,
    /// A hearer, then a clause: "told reporters it would".
    Hearer,
    /// A clause with "that" only, or a passage in marks: "argued that".
    That,
    /// Only what stands in marks: "asked", "called it".
    Marks,
}

/// In which form the verb stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// "says", "said".
    Finite,
    /// "say": finite after a plural only.
    Base,
    /// "saying".
    Participle,
}

/// A verb of speech as it stands in a text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cue {
    pub takes: Takes,
    pub form: Form,
}

use Takes::{Clause, Hearer, Marks, That};

/// Base, third person, past, participle.
#[rustfmt::skip]
const VERBS: &[(&str, &str, &str, &str, Takes)] = &[
    ("say", "says", "said", "saying", Clause),
    ("add", "adds", "added", "adding", That),
    ("tell", "tells", "told", "telling", Hearer),
    ("state", "states", "stated", "stating", That),
    ("declare", "declares", "declared", "declaring", That),
    ("announce", "announces", "announced", "announcing", That),
    ("claim", "claims", "claimed", "claiming", That),
    ("insist", "insists", "insisted", "insisting", Clause),
    ("argue", "argues", "argued", "arguing", That),
    ("warn", "warns", "warned", "warning", That),
    ("caution", "cautions", "cautioned", "cautioning", That),
    ("note", "notes", "noted", "noting", That),
    ("explain", "explains", "explained", "explaining", That),
    ("stress", "stresses", "stressed", "stressing", That),
    ("emphasize", "emphasizes", "emphasized", "emphasizing", That),
    ("emphasise", "emphasises", "emphasised", "emphasising", That),
    ("underline", "underlines", "underlined", "underlining", That),
    ("underscore", "underscores", "underscored", "underscoring", That),
    ("acknowledge", "acknowledges", "acknowledged", "acknowledging", That),
    ("admit", "admits", "admitted", "admitting", That),
    ("concede", "concedes", "conceded", "conceding", That),
    ("confirm", "confirms", "confirmed", "confirming", That),
    ("deny", "denies", "denied", "denying", That),
    ("allege", "alleges", "alleged", "alleging", That),
    ("assert", "asserts", "asserted", "asserting", That),
    ("contend", "contends", "contended", "contending", That),
    ("maintain", "maintains", "maintained", "maintaining", That),
    ("reiterate", "reiterates", "reiterated", "reiterating", That),
    ("repeat", "repeats", "repeated", "repeating", Marks),
    ("reply", "replies", "replied", "replying", That),
    ("respond", "responds", "responded", "responding", That),
    ("answer", "answers", "answered", "answering", Marks),
    ("ask", "asks", "asked", "asking", Marks),
    ("wonder", "wonders", "wondered", "wondering", Marks),
    ("write", "writes", "wrote", "writing", That),
    ("tweet", "tweets", "tweeted", "tweeting", That),
    ("post", "posts", "posted", "posting", Marks),
    ("report", "reports", "reported", "reporting", That),
    ("suggest", "suggests", "suggested", "suggesting", That),
    ("comment", "comments", "commented", "commenting", That),
    ("observe", "observes", "observed", "observing", That),
    ("remark", "remarks", "remarked", "remarking", That),
    ("mention", "mentions", "mentioned", "mentioning", That),
    ("quip", "quips", "quipped", "quipping", Marks),
    ("joke", "jokes", "joked", "joking", That),
    ("shout", "shouts", "shouted", "shouting", Marks),
    ("yell", "yells", "yelled", "yelling", Marks),
    ("cry", "cries", "cried", "crying", Marks),
    ("whisper", "whispers", "whispered", "whispering", Marks),
    ("chant", "chants", "chanted", "chanting", Marks),
    ("exclaim", "exclaims", "exclaimed", "exclaiming", Marks),
    ("recall", "recalls", "recalled", "recalling", That),
    ("continue", "continues", "continued", "continuing", Marks),
    ("conclude", "concludes", "concluded", "concluding", That),
    ("testify", "testifies", "testified", "testifying", That),
    ("promise", "promises", "promised", "promising", That),
    ("pledge", "pledges", "pledged", "pledging", That),
    ("vow", "vows", "vowed", "vowing", That),
    ("urge", "urges", "urged", "urging", Marks),
    ("complain", "complains", "complained", "complaining", That),
    ("predict", "predicts", "predicted", "predicting", That),
    ("estimate", "estimates", "estimated", "estimating", That),
    ("reveal", "reveals", "revealed", "revealing", That),
    ("disclose", "discloses", "disclosed", "disclosing", That),
    ("indicate", "indicates", "indicated", "indicating", That),
    ("reaffirm", "reaffirms", "reaffirmed", "reaffirming", That),
    ("affirm", "affirms", "affirmed", "affirming", That),
    ("charge", "charges", "charged", "charging", That),
    ("lament", "laments", "lamented", "lamenting", That),
    ("boast", "boasts", "boasted", "boasting", That),
    ("inform", "informs", "informed", "informing", Hearer),
    ("assure", "assures", "assured", "assuring", Hearer),
    ("remind", "reminds", "reminded", "reminding", Hearer),
    ("counter", "counters", "countered", "countering", That),
    ("retort", "retorts", "retorted", "retorting", Marks),
    ("proclaim", "proclaims", "proclaimed", "proclaiming", That),
    ("reason", "reasons", "reasoned", "reasoning", Marks),
    ("begin", "begins", "began", "beginning", Marks),
    ("call", "calls", "called", "calling", Marks),
    ("describe", "describes", "described", "describing", Marks),
    ("dub", "dubs", "dubbed", "dubbing", Marks),
    ("label", "labels", "labeled", "labeling", Marks),
    ("brand", "brands", "branded", "branding", Marks),
    ("denounce", "denounces", "denounced", "denouncing", Marks),
    ("condemn", "condemns", "condemned", "condemning", Marks),
    ("criticize", "criticizes", "criticized", "criticizing", Marks),
    ("blast", "blasts", "blasted", "blasting", Marks),
    ("praise", "praises", "praised", "praising", Marks),
    ("hail", "hails", "hailed", "hailing", Marks),
    ("cite", "cites", "cited", "citing", Marks),
    ("read", "reads", "read", "reading", Marks),
    ("agree", "agrees", "agreed", "agreeing", Marks),
    ("demand", "demands", "demanded", "demanding", That),
    ("propose", "proposes", "proposed", "proposing", That),
    ("accuse", "accuses", "accused", "accusing", Marks),
    ("dismiss", "dismisses", "dismissed", "dismissing", Marks),
    ("slam", "slams", "slammed", "slamming", Marks),
    ("deride", "derides", "derided", "deriding", Marks),
    ("decry", "decries", "decried", "decrying", Marks),
    ("laugh", "laughs", "laughed", "laughing", Marks),
    ("sigh", "sighs", "sighed", "sighing", Marks),
    ("scream", "screams", "screamed", "screaming", Marks),
    ("mutter", "mutters", "muttered", "muttering", Marks),
    ("plead", "pleads", "pleaded", "pleading", Marks),
    ("snap", "snaps", "snapped", "snapping", Marks),
    ("muse", "muses", "mused", "musing", Marks),
    ("elaborate", "elaborates", "elaborated", "elaborating", Marks),
    ("opine", "opines", "opined", "opining", That),
    ("recount", "recounts", "recounted", "recounting", That),
    ("clarify", "clarifies", "clarified", "clarifying", That),
    ("hint", "hints", "hinted", "hinting", That),
    ("speculate", "speculates", "speculated", "speculating", That),
    ("attest", "attests", "attested", "attesting", That),
    ("rule", "rules", "ruled", "ruling", That),
    ("point", "points", "pointed", "pointing", That),
    ("advise", "advises", "advised", "advising", That),
];

/// The forms of [`VERBS`], four a verb: past, third person, base, participle.
const FORMS: [&str; VERBS.len() * 4] = {
    let mut forms = [""; VERBS.len() * 4];
    let mut at = 0;
    while at < VERBS.len() {
        let (base, third, past, participle, _) = VERBS[at];
        forms[at * 4] = past;
        forms[at * 4 + 1] = third;
        forms[at * 4 + 2] = base;
        forms[at * 4 + 3] = participle;
        at += 1;
    }
    forms
};

/// What a word tells of speech, in any case of letters.
pub(super) fn cue(word: &str) -> Option<Cue> {
    words!(TABLE = FORMS);
    let at = TABLE.position(word)?;
    let form = [Form::Finite, Form::Finite, Form::Base, Form::Participle][at % 4];
    Some(Cue { takes: VERBS[at / 4].4, form })
}

macro_rules! lists {
    ($($(#[$doc:meta])* $name:ident: $($word:literal)+;)*) => {$(
        $(#[$doc])*
        pub(super) fn $name(word: &str) -> bool {
            words!(TABLE = [$($word),+]);
            TABLE.contains(word)
        }
    )*};
}

lists! {
    /// "he", "they": subjects that stand for somebody.
    pronoun: "he" "she" "it" "they" "i" "we" "you" "who" "one" "everyone" "someone" "nobody";
    /// Opens a noun phrase.
    determiner: "the" "a" "an" "his" "her" "its" "their" "our" "my" "your" "this" "that" "these" "those" "some"
        "one" "two" "three" "several" "many" "most" "another" "other" "both" "all" "no" "any" "each" "every";
    /// Stands before a noun phrase.
    preposition: "of" "in" "on" "at" "by" "for" "from" "to" "with" "after" "before" "during" "about" "against" "as"
        "into" "over" "under" "through" "via" "between" "among" "since" "until" "ahead" "amid" "alongside" "near"
        "outside" "inside" "without" "within" "toward" "towards" "despite" "upon" "following" "because" "than" "per"
        "like" "across" "around" "behind" "beyond" "off" "onto" "out" "up" "down";
    /// Joins clauses.
    conjunction: "and" "or" "but" "nor" "so" "yet" "while" "when" "where" "whereas" "although" "though" "if" "unless"
        "whether" "as" "because" "that" "which" "who" "whom" "whose" "what" "how" "why" "than" "once" "then" "whereby";
    /// Stands between a subject and its verb, or before either, and says little.
    adverb: "also" "later" "then" "earlier" "previously" "further" "again" "once" "even" "just" "now" "already"
        "since" "still" "not" "never" "however" "too" "instead" "meanwhile" "afterward" "afterwards" "yesterday"
        "today" "tomorrow" "tonight" "first" "last" "nevertheless" "ago" "soon" "always" "often" "only" "very"
        "quite" "rather" "here" "there" "perhaps" "maybe" "thus" "himself" "herself" "themselves" "itself";
    /// "has said", "had told".
    have: "has" "have" "had" "having" "'s" "’s" "'ve" "’ve" "'d" "’d";
    /// Makes a passive of what follows, or a state.
    be: "is" "are" "was" "were" "be" "been" "being" "am" "get" "gets" "got";
    /// Before these a base form is no statement made.
    unreal: "to" "not" "n't" "n’t" "would" "could" "should" "might" "may" "must" "can" "will" "shall" "let" "do" "did"
        "does" "don't" "didn't" "doesn't" "don’t" "didn’t" "doesn’t" "wouldn't" "couldn't" "won't" "can't" "cannot"
        "never";
    /// Other small verbs, which end a noun phrase.
    verb: "is" "are" "was" "were" "be" "been" "being" "am" "has" "have" "had" "do" "does" "did" "will" "would" "can"
        "could" "should" "may" "might" "must" "shall" "came" "come" "comes" "went" "goes" "made" "makes" "took"
        "takes" "gave" "gives" "saw" "sees" "met" "meets" "held" "holds" "won" "lost" "became" "becomes" "left"
        "spoke" "speaks" "began" "got" "gets" "put" "puts" "let" "means" "knows" "knew" "thinks" "thought" "wants"
        "fell" "rose" "sent" "paid" "led" "ran" "according" "asked" "used" "showed" "seems" "appears";
    /// Days and months, which stand beside a verb of speech and are nobody.
    calendar: "monday" "tuesday" "wednesday" "thursday" "friday" "saturday" "sunday" "january" "february" "march"
        "april" "may" "june" "july" "august" "september" "october" "november" "december" "jan." "feb." "aug."
        "sept." "oct." "nov." "dec." "morning" "afternoon" "evening" "night" "week" "month" "year" "weekend";
    /// What shows something but says nothing: "tests revealed that".
    finding: "results" "result" "analysis" "test" "tests" "evidence" "image" "images" "footage" "video" "photos" "records"
        "investigation" "examination" "experience" "history" "events" "signs";
    /// Who may be told: hearers without a name.
    hearer: "reporters" "journalists" "me" "him" "her" "us" "them" "you" "lawmakers" "parliament" "supporters"
        "voters" "viewers" "officials" "deputies" "investors" "lawmaker" "senators" "delegates" "fans" "police"
        "congress" "people" "everyone" "ministers" "state" "local" "newsmen" "legislators" "mps" "jurors";
    /// Nouns for a body, without its name.
    body: "company" "firm" "bank" "group" "agency" "organisation" "organization" "union" "charity" "club" "party"
        "airline" "carmaker" "manufacturer" "retailer" "consortium" "institute" "university" "hospital" "court" "council"
        "lender" "insurer" "carrier" "automaker" "maker" "brewer" "miner" "utility" "developer" "operator" "producer"
        "supplier" "startup" "foundation" "federation" "association" "regulator" "watchdog" "broadcaster" "newspaper";
    /// Those of them that stand in the name itself, as a rule: "the union" is no company.
    named_body: "union" "university" "hospital" "court" "council" "regulator" "watchdog" "broadcaster" "newspaper";
    /// Nouns for those who speak, to which "of the ministry", "for the army" belongs.
    speaking_noun: "spokesman" "spokeswoman" "spokesperson" "spokespeople" "official" "officials" "minister" "ministers"
        "director" "president" "member" "members" "leader" "leaders" "professor" "analyst" "analysts" "expert"
        "experts" "secretary" "ambassador" "envoy" "head" "chief" "adviser" "advisor" "lawyer" "attorney"
        "statement" "report" "reports" "source" "sources" "authorities" "representative" "representatives"
        "chairman" "chairwoman" "founder" "author" "authors" "editor" "researcher" "researchers" "scientist"
        "scientists" "commander" "general" "senator" "mayor" "governor" "judge" "officer" "officers" "aide" "aides"
        "critic" "critics" "group" "economist" "historian" "coach" "manager" "resident" "residents" "witness"
        "witnesses" "people" "man" "woman" "student" "teacher" "doctor" "activist" "activists" "candidate" "chair"
        "fellow" "strategist" "those" "many" "some" "most" "one" "all" "several" "both" "half" "part" "mother"
        "father" "wife" "husband" "son" "daughter" "brother" "sister" "friend" "owner" "executive" "delegate"
        "campaign" "statements" "letter" "memo" "survey" "poll" "study" "tweet" "post" "office" "ministry"
        "department" "committee" "commission" "company" "agency" "government" "voter" "supporter" "supporters"
        "lawmaker" "lawmakers" "congressman" "congresswoman" "vice" "consultant" "columnist" "reporter"
        "presidency" "embassy" "army" "military";
}
