//! Names that stand side by side and were taken for one: "Goiás and América Mineiro", "Amadou Barry alias Abou Hamza".

use super::analysis::Analysis;
use super::bodies;
use super::hash::{self, keys};
use super::lexicon::{flag, kind};
use super::settle::{Found, ORGANIZATION, PERSON};
use super::topic::Topic;

/// The name, or the two that it is made of.
pub(super) fn apart(a: &Analysis, name: Found) -> impl Iterator<Item = Found> + use<> {
    const AND: u64 = hash::text("and");
    const ALIAS: u64 = hash::text("alias");
    let parts = |at: &usize| match (name.kind, a.word(*at).cased) {
        (ORGANIZATION, AND) => two_bodies(a, name, *at),
        (PERSON, ALIAS) => true,
        (_, word) => MATCHES.contains(&word),
    };
    let mut cut = (name.start + 1..name.end.max(name.start + 2) - 1).find(parts).map(|at| (at, at + 1));
    if name.kind == ORGANIZATION && opponents(a, &name) {
        cut = Some((name.start + 1, name.start + 1));
    }
    let first = Found { end: cut.map_or(name.end, |cut| cut.0), ..name };
    let second = cut.map(|cut| Found { start: cut.1, ..name });
    [Some(first), second].into_iter().flatten()
}

/// "Bears-Packers": two teams that meet.
fn opponents(a: &Analysis, name: &Found) -> bool {
    const S: u64 = hash::text("s");
    name.end == name.start + 2
        && a.pieces[name.start + 1].joined
        && a.topic == Topic::Sport
        && (name.start..name.end).all(|at| a.word(at).suffix[0] == S)
}

/// Whether "and" stands between two bodies. In the name of one, common words stand on both sides of it ("Meteorology and
/// Hydrology"), two surnames ("Lewis and Clark"), or what goes with "of" before it ("Ministry of Health and Welfare").
fn two_bodies(a: &Analysis, name: Found, and: usize) -> bool {
    let word = |at: usize| a.word(at);
    let placed = |at: usize| a.pieces[at].listed & !kind::BODY != 0;
    let plain = |at: usize| {
        word(at).entry.flags & (flag::COMMON | flag::DEMONYM) != 0 || placed(at) || !word(at).case.capital()
    };
    let known = |at: usize| word(at).entry.flags & (flag::GIVEN | flag::FAMILY) != 0;
    if bodies::HEADS.contains(&word(and - 1).folded) {
        return and > name.start + 1;
    }
    let bound = (name.start + 1..and).any(|at| BINDING.contains(&word(at).folded));
    let owners = and == name.start + 1 && known(name.start) && known(and + 1);
    if bound || owners || PARTNERS.contains(&word(name.end - 1).bare) {
        return false;
    }
    !plain(and - 1) || !placed(and - 1) && !plain(and + 1) && !known(and + 1)
}

/// What goes with a word before it: "Ministry of Health and Welfare".
const BINDING: [u64; 3] = keys!["of" "for" "on"];

/// What one side does to another.
const MATCHES: [u64; 12] =
    keys!["beat" "beats" "defeat" "edge" "face" "faces" "host" "hosts" "meet" "stun" "v" "vs"];

/// What ends the name of a house that began with its owner's.
const PARTNERS: [u64; 6] = keys!["brothers" "co" "company" "friends" "partners" "sons"];

#[cfg(test)]
mod tests {
    use super::super::given;
    use super::*;

    fn check(text: &str, name: (&str, usize), expected: &[&str]) {
        let step = |a: &Analysis, found: &mut Vec<Found>| {
            *found = std::mem::take(found).into_iter().flat_map(|name| apart(a, name)).collect();
        };
        let expected: Vec<(&str, usize)> = expected.iter().map(|word| (*word, name.1)).collect();
        given::check(text, &[name], step, &expected);
    }

    #[test]
    fn two_that_stand_side_by_side_are_two() {
        for (text, name, expected) in [
            (
                "Goiás and América Mineiro drew.",
                "Goiás and América Mineiro",
                &["Goiás", "América Mineiro"][..],
            ),
            ("The Vask Police and Hono Aid came.", "Vask Police and Hono Aid", &["Vask Police", "Hono Aid"]),
            (
                "The Ministry of Ports and Fish met.",
                "Ministry of Ports and Fish",
                &["Ministry of Ports and Fish"],
            ),
            ("Brokers Nagel and Sons rose.", "Nagel and Sons", &["Nagel and Sons"]),
            ("In the cup, River host Barcelona.", "River host Barcelona", &["River", "Barcelona"]),
            ("In the match, Bears-Packers drew a team.", "Bears-Packers", &["Bears", "Packers"]),
            ("The firm Bears-Packers sold shares.", "Bears-Packers", &["Bears-Packers"]),
            ("In the match, the Bears-Vask team lost.", "Bears-Vask", &["Bears-Vask"]),
        ] {
            check(text, (name, ORGANIZATION), expected);
        }
        check(
            "Idris Bah alias Abou Zed fled.",
            ("Idris Bah alias Abou Zed", PERSON),
            &["Idris Bah", "Abou Zed"],
        );
        check("Idris and Aminata fled.", ("Idris and Aminata", PERSON), &["Idris and Aminata"]);
    }
}
