//! What a body is called by its first or last word: "Jabhat al-Nusra", "Nanki Hospital".

use super::analysis::Analysis;
use super::hash::keys;
use super::settle::{Found, SURE};

/// Whether the name of several words is a body's, whatever the chain took it for in doubt.
pub(super) fn named(a: &Analysis, name: &Found) -> bool {
    name.end > name.start + 1
        && (FIRST.contains(&a.word(name.start).folded)
            || name.raw < SURE && HEADS.contains(&a.word(name.end - 1).folded))
}

/// Army, front, brigade, movement, party, battalion, gathering: with these begin the names of armed groups and parties in
/// Arabic.
const FIRST: [u64; 18] = keys![
    "ahrar" "ajnad" "asa'ib" "faylaq" "harakat" "hayat" "hizb" "jabhat" "jaish" "jaysh" "jund" "kata'ib" "katiba"
    "katibat" "liwa" "saraya" "suqur" "tanzim"
];

/// What a body is called at the end of its name.
pub(super) const HEADS: [u64; 31] = keys![
    "academy" "agency" "airlines" "airways" "army" "authority" "bancorp" "clinic" "college" "commission" "company"
    "corporation" "council" "department" "esports" "foundation" "group" "hospital" "institute" "laboratory"
    "ministry" "network" "office" "parliament" "party" "police" "records" "school" "schools" "university" "union"
];

#[cfg(test)]
mod tests {
    use super::super::given;
    use super::super::settle::{ORGANIZATION, PERSON, PLACE};
    use super::*;

    #[test]
    fn a_word_of_the_name_tells_that_it_is_a_body() {
        for (name, before, after) in [
            ("Jabhat al-Vask", PERSON, ORGANIZATION),
            ("Zomba Hospital", PLACE, ORGANIZATION),
            ("Hospital", PLACE, PLACE),
            ("Zomba Hill", PLACE, PLACE),
        ] {
            let step = |a: &Analysis, found: &mut Vec<_>| {
                found
                    .iter_mut()
                    .filter(|name| named(a, name))
                    .for_each(|name: &mut Found| name.kind = ORGANIZATION);
            };
            given::check(&format!("They came to {name}."), &[(name, before)], step, &[(name, after)]);
        }
    }
}
