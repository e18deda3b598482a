//! What a document is about, as far as it changes what names mean: in a match report a town is a team.

use super::analysis::{Analysis, Style};
use super::hash::keys;

/// The subject of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Topic {
    /// Anything else.
    #[default]
    Other,
    /// Matches, races, results.
    Sport,
    /// Companies and markets.
    Business,
}

/// A topic needs one of its words in so many pieces, and two at least.
const RARE: usize = 60;

impl Topic {
    /// The topic whose words are frequent in the document; lines of results count for sport.
    pub(super) fn of(a: &Analysis) -> Self {
        let (mut sport, mut business) = (0, 0);
        let words: Vec<Self> = a.words.iter().map(|word| Self::of_word(word.folded)).collect();
        for piece in &a.pieces {
            match words[piece.word as usize] {
                Self::Sport => sport += 1,
                Self::Business => business += 1,
                Self::Other => {}
            }
        }
        sport += a.lines.iter().filter(|line| line.style == Style::Table).count();
        let enough = |count: usize| count >= 2 && count * RARE >= a.pieces.len();
        if enough(sport) && sport >= business {
            Self::Sport
        } else if enough(business) {
            Self::Business
        } else {
            Self::Other
        }
    }

    fn of_word(folded: u64) -> Self {
        let (word, bit) = place(folded);
        if SIEVE[word] >> bit & 1 == 0 {
            Self::Other
        } else if SPORT.contains(&folded) {
            Self::Sport
        } else if BUSINESS.contains(&folded) {
            Self::Business
        } else {
            Self::Other
        }
    }
}

static SPORT: [u64; 96] = keys!["athlete" "athletes" "athletics" "baseball" "basketball" "batsman" "batting" "bowler"
    "bowling" "boxing" "champions" "championship" "championships" "coach" "cricket" "cup" "cycling" "defeated"
    "defender" "doubles" "equaliser" "equalizer" "football" "footballer" "fixture" "fixtures" "forward" "game" "games"
    "goal" "goalkeeper" "goalless" "goals" "golf" "halftime" "heat" "hockey" "homer" "inning" "innings" "kickoff" "lap"
    "laps" "leg" "league" "match" "matches" "medal" "medallist" "midfielder" "offense" "olympic" "pitcher" "played"
    "player" "players" "playoff" "playoffs" "podium" "points" "qualifier" "qualifiers" "quarterback" "quarterfinal"
    "race" "rebounds" "referee" "relegation" "round" "rugby" "runs" "scored" "scorer" "scorers" "scoring" "season"
    "seed" "seeded" "semifinal" "semifinals" "sets" "singles" "soccer" "sprint" "squad" "stadium" "standings" "striker"
    "stumps" "substitute" "team" "tennis" "touchdown" "touchdowns" "tournament" "wickets"];

static BUSINESS: [u64; 56] = keys!["acquisition" "analyst" "analysts" "bank" "banks" "billion" "bond" "bonds" "brand"
    "bank's" "carmaker" "chain" "company" "company's" "companies" "customers" "deal" "dividend" "earnings" "exchange"
    "executive" "factory" "firm" "firms" "index" "inflation" "invest" "investor" "investors" "loan" "maker"
    "manufacturer" "market" "markets" "merger" "percent" "plant" "price" "prices" "producer" "products" "profit"
    "profits" "quarter" "retailer" "revenue" "sales" "share" "shareholders" "shares" "stake" "startup" "stock" "stocks"
    "subsidiary" "supplier"];

/// A bit for each word of a trade: most words are of none, which this tells at once.
static SIEVE: [u64; 16] = {
    let (mut sieve, mut n) = ([0; 16], 0);
    while n < SPORT.len() + BUSINESS.len() {
        let (word, bit) = place(if n < SPORT.len() { SPORT[n] } else { BUSINESS[n - SPORT.len()] });
        sieve[word] |= 1 << bit;
        n += 1;
    }
    sieve
};

const fn place(key: u64) -> (usize, u64) {
    ((key >> 60) as usize, key >> 54 & 63)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::names::lexicon::Lexicon;

    #[test]
    fn words_of_a_trade_tell_the_topic() {
        for (text, topic) in [
            ("Banda scored two goals as Zomba won the match.", Topic::Sport),
            ("Zomba 2 Mzuzu 0\n\nDedza 1 Salima 1\n", Topic::Sport),
            ("Shares of the company fell as profit halved.", Topic::Business),
            ("The game was up: police arrested the two men in Zomba on Friday.", Topic::Other),
            ("", Topic::Other),
        ] {
            let document = crate::text::parse(text, None);
            assert_eq!(Analysis::new(&document, &Lexicon::default()).topic, topic, "{text}");
        }
    }
}
