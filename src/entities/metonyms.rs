//! Capitals and seats of power that act: "Moscow said", "talks with Ankara", "the Kremlin" are governments, while
//! "in Moscow", "flew to Ankara" and "Moscow's streets" are cities.
//!
//! What a capital is here is told by the words next to it alone, verbs and nouns that go with somebody who acts
//! (the selectional preferences of Markert and Nissim, "SemEval-2007 Task 08: Metonymy Resolution"). Only a sign
//! that it acts counts: in doubt it is the city. A building of power is the other way round.

use super::lands::{self, Land};
use super::lexicon;
use super::scene::Scene;
use super::{Kind, Mention};
use crate::maps::{HashMap, Words, words};
use crate::places::country_adjective;
use std::ops::Range;
use std::sync::LazyLock;

/// Seats of power that are no capitals of their land: names, what they are (`building` or `town`), who acts there.
const SEATS: &[(&str, Seat, &str)] = &[
    ("Kremlin", Seat::Building, "Russian government"),
    ("White House", Seat::Building, "U.S. government"),
    ("Pentagon", Seat::Building, "U.S. Department of Defense"),
    ("Foggy Bottom", Seat::Building, "U.S. Department of State"),
    ("Downing Street|No 10|No. 10|10 Downing Street|Whitehall", Seat::Building, "British government"),
    ("Holyrood", Seat::Building, "Scottish parliament"),
    ("Stormont", Seat::Building, "Northern Irish assembly"),
    ("Buckingham Palace", Seat::Building, "British monarchy"),
    ("Élysée|Élysée Palace|Elysee|Elysee Palace", Seat::Building, "French presidency"),
    ("Matignon", Seat::Building, "French government"),
    ("Quai d'Orsay", Seat::Building, "French foreign ministry"),
    ("Blue House", Seat::Building, "South Korean presidency"),
    ("Zhongnanhai", Seat::Building, "Chinese government"),
    ("Casa Rosada", Seat::Building, "Argentine presidency"),
    ("Malacañang|Malacañang Palace", Seat::Building, "Philippine presidency"),
    ("Capitol Hill", Seat::Town, "U.S. Congress"),
    ("Wall Street", Seat::Town, "U.S. financial industry"),
    ("Westminster", Seat::Town, "British parliament"),
    ("Brussels", Seat::Town, "European Union"),
    ("Tel Aviv", Seat::Town, "Israeli government"),
    ("Delhi", Seat::Town, "Indian government"),
];

/// What a seat of power is on the ground.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Seat {
    /// Named for who is in it, unless the words speak of walls and rooms.
    Building,
    /// Named for itself, unless it does what towns do not.
    Town,
}

words! {
    /// Verbs of saying, wanting and deciding, which cities do not do.
    ACTS = "accept accuse acknowledge act agree aim allow announce annex argue arm ask assert assure attempt back ban \
        believe blame block boycott brush buy call cite claim comment complain concede condemn confirm consider \
        counter decide declare decline decry demand deny denounce deploy deport dismiss dispute downplay endorse \
        establish expect expel extradite favor favour fear finance fund give hail hope ignore impose insist intend \
        intervene invade invite justify launch lobby maintain mediate mull negotiate object offer oppose order \
        pledge prefer pretend promise propose protest push ratify react reaffirm recall recognise recognize refuse \
        regard reiterate reject reply request respond retaliate revoke sanction say scrap seek sell send settle \
        signal sponsor stress suggest summon supply support suspect suspend talk tell think threaten try undermine \
        unveil urge use veto view vow want warn watch welcome withdraw withhold worry bought chose help said told \
        sent saw thought gave sold sought withdrew withheld withdrawn made took knew felt meant knows needs wields \
        hosts sees"
}
words! {
    /// Words between a subject and its verb.
    BETWEEN = "also not n't n’t never now then once again still already long later even only always itself further since \
        soon often repeatedly recently reportedly"
}
words! {
    /// Helping verbs.
    HELPING = "has have had is was were are will would can could may might should must does did do been be wo ca"
}
words! {
    /// What only somebody who acts has: "Moscow's decision".
    OWNED = "accusation aggression agreement aim allegation alliance ally ambassador ambition announcement annexation \
        answer approach approval army assurance attempt attitude backing bid bombardment capability claim \
        commitment concern condition consent cooperation decision demand denial diplomacy diplomat effort embargo \
        envoy fear force goal government hope influence insistence intention interest intervention invasion \
        involvement leader leadership military missile move negotiator objection objective offer offensive \
        opposition partner permission plan pledge policy position priority promise proposal proxy reaction \
        readiness recognition refusal relation relationship request response rhetoric rival role sanction side \
        stance strategy support term threat tie troop view veto war warning willingness wish"
}
words! {
    /// Who governs, right behind the name: "the Baghdad government".
    RULE = "administration authority government leadership official regime"
}
words! {
    /// Verbs that "will" makes no plan of: "London will be hot".
    STATES = "be become get have host reach remain rise see"
}
words! {
    /// What powers have with each other: "talks with Ankara", "relations between Moscow and Ankara".
    SHARED = "accord agree agreement align alliance ally clash coalition compromise confrontation consultation contact \
        contract cooperate cooperation coordinate coordination deal dialogue difference disagreement discussion \
        dispute feud friction friendship link negotiate negotiation pact partnership quarrel rapprochement \
        relation relationship rift rivalry row side spat split standoff talk tension tie treaty truce \
        understanding war"
}
words! {
    /// What is laid on a power: "pressure on Moscow", "sanctions against Tehran".
    LAID = "accusation demand depend dependence dependent embargo hard harder impose influence leverage press pressure \
        reliance reliant rely restriction sanction tariff tough tougher"
}
words! {
    /// What a power gives and gets: "support from Moscow", "a message to Tehran".
    GIVEN = "aid allied appeal approval arms answer assistance assurance backing blow challenge complaint concession \
        gift guarantee help hostile independence instruction letter loan loyal message offer opposition order \
        permission pressure protest purchase rebuke response signal support threat ultimatum warning weapon \
        according"
}
words! {
    /// What is done to a power: "accused Ankara".
    DONE_TO = "accuse alarm anger appease ask blame challenge condemn confront convince criticise criticize deter \
        embarrass encourage enrage force help infuriate irritate isolate lobby permit persuade press pressure \
        prompt provoke punish reassure thank threaten trust urge warn worry"
}
words! {
    /// "Moscow-backed"; "London-based" is not among them.
    HYPHENED = "aligned allied appointed approved armed backed brokered controlled funded friendly imposed installed led \
        mediated run sponsored supported supplied"
}
words! {
    /// Where something is, or moves.
    WHERE = "in at near outside inside around across through throughout toward towards into via above over beneath \
        under beyond leave leaves leaving left reach reached visit visited visiting visits downtown central \
        northern southern eastern western"
}
words! {
    /// What stands before a noun, not before a subject and its verb, if that is in the present.
    PREPOSITIONS = "about after ahead amid before between by despite during following for from of on over since until"
}
words! {
    /// What belongs to a building: "Kremlin walls".
    SPOTS = "wall tower gate garden lawn hall grounds room office building complex car park tour visitor"
}

/// True if a table has the word, or the word without an ending of verbs and nouns.
fn has(table: &Words, word: &str) -> bool {
    let word = word.to_lowercase();
    let stems = |ending: &str, instead: &str| {
        word.strip_suffix(ending).is_some_and(|stem| match instead {
            "" => table.contains(stem),
            _ => table.contains(&[stem, instead].concat()),
        })
    };
    table.contains(&word)
        || [
            ("s", ""),
            ("es", ""),
            ("ies", "y"),
            ("ed", ""),
            ("ed", "e"),
            ("ied", "y"),
            ("ing", ""),
            ("ing", "e"),
        ]
        .iter()
        .any(|(ending, instead)| stems(ending, instead))
        || doubled(&word).is_some_and(|stem| table.contains(stem))
}

/// "expelled" → "expel".
fn doubled(word: &str) -> Option<&str> {
    let stem = word.strip_suffix("ed").or_else(|| word.strip_suffix("ing"))?;
    let [.., a, b] = stem.as_bytes() else { return None };
    (a == b && b.is_ascii_alphabetic()).then(|| &stem[..stem.len() - 1])
}

/// For each mention who it is that acts under the name, or `None` where the name means the place or body itself.
pub(super) fn find(scene: &Scene<'_, '_>, mentions: &[Mention]) -> Vec<Option<String>> {
    let mut found: Vec<Option<String>> = vec![None; mentions.len()];
    // From the end, so that "Moscow and Ankara agreed" passes its verb on to the left.
    let mut next_acts: Option<usize> = None;
    for (m, mention) in mentions.iter().enumerate().rev() {
        let tokens = scene.document.tokens_in(mention.span);
        if mention.kind == Kind::Person || tokens.is_empty() {
            next_acts = None;
            continue;
        }
        let here = Here { scene, tokens };
        let joined = next_acts.is_some_and(|next| here.joins(next));
        let subject = (here.acts() || joined) && !here.is_where();
        next_acts = subject.then_some(here.tokens.start);
        let Some((power, seat)) = power(scene.document.slice(mention.span)) else { continue };
        let acts = match seat {
            Seat::Town => subject || here.owns() || here.is_dealt_with(),
            Seat::Building => {
                !here.is_where() && !here.is_goal() && !has(&SPOTS, scene.word(here.tokens.end))
            }
        };
        found[m] = (acts && !here.in_dateline()).then(|| power.name());
    }
    found
}

/// True of the name of a capital that is not its land's, too.
pub(super) fn is_capital(name: &str) -> bool {
    matches!(power(name), Some((_, Seat::Town)))
}

/// Who acts under a name.
#[derive(Clone, Copy)]
enum Power {
    Named(&'static str),
    GovernmentOf(Land),
}

impl Power {
    fn name(self) -> String {
        match self {
            Self::Named(name) => name.to_string(),
            Self::GovernmentOf(land) => {
                country_adjective(land.iso).unwrap_or_else(|| land.name.to_string()) + " government"
            }
        }
    }
}

/// Who acts under a name, where that is a seat of power.
fn power(name: &str) -> Option<(Power, Seat)> {
    static POWERS: LazyLock<HashMap<String, (Power, Seat)>> = LazyLock::new(|| {
        let mut table = HashMap::default();
        for (names, seat, power) in SEATS {
            for name in names.split('|') {
                table.insert(lexicon::squeeze(name), (Power::Named(power), *seat));
            }
        }
        for land in lands::countries().filter(|l| !l.capital.is_empty() && !l.capital.contains(l.name)) {
            let capital = lexicon::squeeze(land.capital);
            let capital = lexicon::canonical(&capital).map_or(capital, str::to_string);
            table.entry(capital).or_insert((Power::GovernmentOf(land), Seat::Town));
        }
        table
    });
    let name = name.strip_prefix("the ").or_else(|| name.strip_prefix("The ")).unwrap_or(name);
    let squeezed = lexicon::squeeze(name);
    POWERS.get(&squeezed).or_else(|| POWERS.get(lexicon::canonical(&squeezed)?)).copied()
}

/// A name and the words around it.
struct Here<'s, 'd, 't> {
    scene: &'s Scene<'d, 't>,
    tokens: Range<usize>,
}

impl<'t> Here<'_, '_, 't> {
    /// The word so many tokens in front of the name, "the" not counted.
    fn before(&self, back: usize) -> &'t str {
        let the = |at: usize| matches!(self.scene.word(at), "the" | "The");
        let start = self.tokens.start;
        let start = if start > 0 && the(start - 1) { start - 1 } else { start };
        start.checked_sub(back).map_or("", |at| self.scene.word(at))
    }

    fn in_dateline(&self) -> bool {
        let start = self.scene.document.tokens.get(self.tokens.start).map_or(0, |t| t.span.start);
        self.scene.document.dateline.is_some_and(|line| line.start <= start && start < line.end)
    }

    /// "in Moscow", "downtown Ankara".
    fn is_where(&self) -> bool {
        has(&WHERE, self.before(1))
    }

    /// "drove to the White House", while "a message to the White House" is one to the president.
    fn is_goal(&self) -> bool {
        self.before(1) == "to" && !has(&GIVEN, self.before(2))
    }

    /// "Moscow has repeatedly denied", "Moscow says", "Moscow was accused".
    fn acts(&self) -> bool {
        // "the London talks" are no city's.
        let start = self.tokens.start;
        if start > 0 && matches!(self.scene.word(start - 1), "the" | "The" | "a" | "an" | "this" | "A") {
            return false;
        }
        let mut t = self.tokens.end;
        let mut helped = "";
        while t < self.tokens.end + 4 {
            let word = self.scene.word(t);
            if has_exactly(&HELPING, word) {
                helped = word;
            } else if !has_exactly(&BETWEEN, word) {
                break;
            }
            t += 1;
        }
        let word = self.scene.word(t);
        // "after Baghdad talks": behind a preposition such a word is a noun.
        if helped.is_empty() && word.ends_with('s') && has_exactly(&PREPOSITIONS, self.before(1)) {
            return false;
        }
        // Two capitals that will do something do it as powers: "Moscow and Ankara will deepen".
        if matches!(helped, "will" | "would" | "must") && self.is_second_subject() && !has(&STATES, word) {
            return true;
        }
        let passive =
            matches!(helped, "is" | "was" | "were" | "are" | "been" | "be") && !word.ends_with("ing");
        word.starts_with(char::is_lowercase) && has(if passive { &DONE_TO } else { &ACTS }, word)
    }

    /// "Moscow and Ankara": the next name that acts begins at token `next`.
    fn joins(&self, next: usize) -> bool {
        let between = self.tokens.end..next;
        between.len() <= 3
            && between.clone().any(|t| matches!(self.scene.word(t), "and" | "," | "or" | "nor"))
            && between
                .clone()
                .all(|t| matches!(self.scene.word(t), "and" | "," | "or" | "nor" | "the" | "both"))
    }

    /// "Moscow's latest proposal", "Moscow-backed".
    fn owns(&self) -> bool {
        let end = self.tokens.end;
        match self.scene.word(end) {
            "'s" | "’s" | "'" | "’" => {
                let noun = (end + 1..end + 4).find(|&t| has(&OWNED, self.scene.word(t)));
                noun.is_some_and(|n| {
                    (end + 1..n).all(|t| self.scene.is_word(t) && !has_exactly(&BETWEEN, self.scene.word(t)))
                })
            }
            "-" | "‑" | "–" => has(&HYPHENED, self.scene.word(end + 1)),
            word if has(&RULE, word) => true,
            word => word
                .split_once(['-', '‑'])
                .is_some_and(|(first, rest)| first.is_empty() && has(&HYPHENED, rest)),
        }
    }

    /// "talks with Ankara", "accused Ankara", "pressure on Moscow", "backed by Moscow".
    fn is_dealt_with(&self) -> bool {
        let (word, lead) = (self.before(1), self.before(2));
        match word {
            "with" => has(&SHARED, lead) || has(&SHARED, self.before(3)),
            "between" => has(&SHARED, lead),
            "and" | "," => self.is_second(),
            "on" | "against" | "upon" => has(&LAID, lead) || has(&LAID, self.before(3)),
            "by" => [lead, self.before(3)].iter().any(|w| w.ends_with("ed")) || has_exactly(&ACTS, lead),
            "from" | "to" | "for" => has(&GIVEN, lead),
            "of" => has(&GIVEN, lead),
            _ => has(&DONE_TO, word) && word.starts_with(char::is_lowercase),
        }
    }

    /// "Moscow and Ankara": right behind another seat of power that stands nowhere.
    fn is_second_subject(&self) -> bool {
        let behind = |(first, name): (Self, &str)| power(name).is_some() && !first.is_where();
        self.before(1) == "and" && self.first_of_two().is_some_and(behind)
    }

    /// The name in front of "and", where this one stands behind it.
    fn first_of_two(&self) -> Option<(Self, &'t str)> {
        let first = self.tokens.start.checked_sub(2).and_then(|t| self.scene.mention(t))?;
        let span = self.scene.mentions[first as usize].span;
        let tokens = self.scene.document.tokens_in(span);
        Some((Here { scene: self.scene, tokens }, self.scene.document.slice(span)))
    }

    /// "between Moscow and Ankara": the second of two powers with dealings.
    fn is_second(&self) -> bool {
        self.first_of_two().is_some_and(|(first, _)| {
            matches!(first.before(1), "between" | "with") && has(&SHARED, first.before(2))
        })
    }
}

fn has_exactly(table: &Words, word: &str) -> bool {
    table.get(word).is_some()
}
