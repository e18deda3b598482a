//! In results and standings a town is its team: "NEW YORK 57 43 .570", "Shandong bt Fujian 3-2".

use super::analysis::{Analysis, Line, Style};
use super::hash::{self, keys};
use super::lexicon::kind;
use super::settle::{Found, ORGANIZATION, PLACE};
use super::topic::Topic;
use super::word::Case;

/// Makes teams of the towns that play in reports of sport. A country that plays stays a place.
pub(super) fn settle(a: &Analysis, found: &mut [Found]) {
    if a.topic != Topic::Sport {
        return;
    }
    let tables = a.lines.iter().filter(|line| line.style == Style::Table);
    let (mut teams, mut towns) = (0, Vec::new());
    for line in tables {
        for name in of_line(found, line).filter(|&name| numbered(a, found[name].end)) {
            match found[name].kind {
                ORGANIZATION => teams += 1,
                PLACE if !country(a, &found[name]) => towns.push(name),
                _ => {}
            }
        }
    }
    if teams > towns.len() {
        towns.iter().for_each(|&name| found[name].kind = ORGANIZATION);
    }
    for line in &a.lines {
        for name in of_line(found, line).skip(1) {
            let (first, second) = (found[name - 1], found[name]);
            let between = first.end..second.start;
            let played = match between.len() {
                1 => PLAYS.contains(&a.word(first.end).cased),
                2 => a.word(first.end).cased == LOST && a.word(first.end + 1).cased == TO,
                _ => false,
            };
            if played && numbered(a, second.end) {
                for name in [name - 1, name] {
                    if found[name].kind == PLACE && !country(a, &found[name]) {
                        found[name].kind = ORGANIZATION;
                    }
                }
            }
        }
    }
}

/// The numbers of the names of a line.
fn of_line(found: &[Found], line: &Line) -> std::ops::Range<usize> {
    let from = found.partition_point(|name| name.start < line.pieces.start);
    from..found.partition_point(|name| name.start < line.pieces.end)
}

fn numbered(a: &Analysis, at: usize) -> bool {
    a.pieces.get(at).is_some() && a.word(at).case == Case::Digit
}

fn country(a: &Analysis, name: &Found) -> bool {
    a.pieces[name.start].listed & kind::COUNTRY != 0
}

const PLAYS: [u64; 6] = keys!["beat" "bt" "d" "def" "v" "vs"];
const LOST: u64 = hash::text("lost");
const TO: u64 = hash::text("to");

#[cfg(test)]
mod tests {
    use super::super::given;
    use super::*;

    fn check(text: &str, given: &[(&str, usize)], expected: &[(&str, usize)]) {
        given::check(text, given, |a, found| settle(a, found), expected);
    }

    #[test]
    fn a_town_with_a_score_is_its_team() {
        let team = |name| (name, ORGANIZATION);
        let town = |name| (name, PLACE);
        check(
            "The league, match by match: Zomba bt Dedza 3-2, Salima lost to Mzuzu 1-3.",
            &[town("Zomba"), town("Dedza"), town("Salima"), town("Mzuzu")],
            &[team("Zomba"), team("Dedza"), team("Salima"), team("Mzuzu")],
        );
        check(
            "In the price war Zomba beat Dedza 3 times.",
            &[town("Zomba"), town("Dedza")],
            &[town("Zomba"), town("Dedza")],
        );
        check(
            "LEAGUE STANDINGS\n\nZomba 57 43\n\nDedza 50 50\n\nSalima 49 49\n",
            &[team("Zomba"), town("Dedza"), team("Salima")],
            &[team("Zomba"), team("Dedza"), team("Salima")],
        );
        check(
            "TEMPERATURES\n\nZomba 27 13\n\nDedza 20 10\n",
            &[town("Zomba"), town("Dedza")],
            &[town("Zomba"), town("Dedza")],
        );
    }
}
