//! Text that the sources lack: our own templates in the forms of the wire (date lines, captions, result tables,
//! headlines) filled with names of all cultures; gold documents with their people and towns exchanged; headlines made
//! of sentences.

use super::chain::Dice;
use crate::gold::{Gold, GoldName, Type};
use anyhow::{Context, Result};
use std::collections::{BTreeMap, HashMap};
use std::io::Read;
use std::path::Path;

/// Given and family names of a culture.
#[derive(Default)]
struct People {
    given: Vec<String>,
    family: Vec<String>,
    family_first: bool,
}

impl People {
    /// A whole name, with or without a middle name between.
    fn whole(&self, given: &str, middle: &str, family: &str) -> String {
        if self.family_first { format!("{family} {given}") } else { format!("{given}{middle} {family}") }
    }
}

/// Cultures whose names are printed family first in English news.
const FAMILY_FIRST: [&str; 8] =
    ["cambodialaos", "chinese", "hongkong", "korean", "taiwan", "vietnam", "zh_CN", "zh_TW"];

/// Names to fill in.
pub struct Pools {
    /// By culture; the first `whole_world` are our own lists, from all parts of the world.
    people: Vec<People>,
    whole_world: usize,
    countries: Vec<String>,
    towns: Vec<String>,
    demonyms: Vec<String>,
}

impl Pools {
    /// A culture: every other time one of our own lists, since most of the others are European.
    fn culture(&self, dice: &mut Dice) -> &People {
        let among = if dice.below(2) == 0 { self.whole_world } else { self.people.len() };
        &self.people[dice.below(among)]
    }

    /// Reads `people.tsv.gz` (culture, g or f, name) and `places.tsv.gz` (kind, name).
    pub fn load(folder: &Path) -> Result<Self> {
        let read = |name: &str| -> Result<String> {
            let file =
                std::fs::File::open(folder.join(name)).with_context(|| format!("cannot read {name}"))?;
            let mut text = String::new();
            flate2::read::GzDecoder::new(file).read_to_string(&mut text)?;
            Ok(text)
        };
        let mut people: BTreeMap<(bool, String), People> = BTreeMap::new();
        for line in read("people.tsv.gz")?.lines() {
            let fields: Vec<&str> = line.split('\t').collect();
            let [culture, part, name] = fields[..] else { continue };
            let pool = people.entry((culture.contains('_'), culture.to_string())).or_default();
            pool.family_first = FAMILY_FIRST.contains(&culture);
            (if part == "g" { &mut pool.given } else { &mut pool.family }).push(as_printed(name));
        }
        people.retain(|_, p| !p.given.is_empty() && !p.family.is_empty());
        let mut pools = Self {
            whole_world: people.keys().filter(|(locale, _)| !locale).count(),
            people: people.into_values().collect(),
            countries: Vec::new(),
            towns: Vec::new(),
            demonyms: Vec::new(),
        };
        for line in read("places.tsv.gz")?.lines() {
            let Some((kind, name)) = line.split_once('\t') else { continue };
            match kind {
                "country" => pools.countries.push(name.to_string()),
                "town" => pools.towns.push(name.to_string()),
                "demonym" => pools.demonyms.push(name.to_string()),
                _ => {}
            }
        }
        Ok(pools)
    }
}

/// "CHE-WEI" as an article would print it.
fn as_printed(name: &str) -> String {
    match name.char_indices().nth(1) {
        Some((at, _)) if name.chars().all(|c| !c.is_lowercase()) => {
            name[..at].to_string() + &name[at..].to_lowercase()
        }
        _ => name.to_string(),
    }
}

fn pick<'p, T>(dice: &mut Dice, pool: &'p [T]) -> &'p T {
    &pool[dice.below(pool.len())]
}

/// Fills every template `times` times over.
pub fn fill(source: &str, pools: &Pools, times: usize, dice: &mut Dice) -> Vec<Vec<Gold>> {
    let templates = source.split("\n\n").map(str::trim).filter(|t| !t.is_empty());
    let mut all = Vec::new();
    for (number, template) in templates.enumerate() {
        let mut filled = |time| {
            let (text, names) = Filler { pools, dice, filled: HashMap::new() }.fill(template);
            Gold { id: format!("template-{number}-{time}"), text, names }
        };
        all.push((0..times).map(&mut filled).collect());
    }
    all
}

struct Filler<'p> {
    pools: &'p Pools,
    dice: &'p mut Dice,
    /// By slot: the full form and the parts.
    filled: HashMap<String, Vec<String>>,
}

impl Filler<'_> {
    fn fill(&mut self, template: &str) -> (String, Vec<GoldName>) {
        let (mut text, mut names) = (String::new(), Vec::new());
        let mut open: Option<(usize, Type)> = None;
        let mut rest = template;
        while let Some(c) = rest.chars().next() {
            if let Some((slot, after)) = rest.strip_prefix('{').and_then(|r| r.split_once('}')) {
                let start = text.len();
                let kind = self.slot(slot, &mut text);
                if let (Some(kind), None) = (kind, open) {
                    names.push(GoldName { start, end: text.len(), kind });
                }
                rest = after;
            } else if let Some(after) = rest.strip_prefix("[ORG ") {
                open = Some((text.len(), Type::Organization));
                rest = after;
            } else if let Some(after) = rest.strip_prefix("[LOC ") {
                open = Some((text.len(), Type::Place));
                rest = after;
            } else if let (']', Some((start, kind))) = (c, open) {
                names.push(GoldName { start, end: text.len(), kind });
                open = None;
                rest = &rest[1..];
            } else {
                if c == '#' {
                    let digit = 1 + self.dice.below(9) as u8;
                    text.push((b'0' + digit) as char);
                } else {
                    text.push(c);
                }
                rest = &rest[c.len_utf8()..];
            }
        }
        (text, names)
    }

    /// Appends what fills a slot; tells its type.
    fn slot(&mut self, slot: &str, text: &mut String) -> Option<Type> {
        let (key, form) = slot.split_once('.').unwrap_or((slot, ""));
        match key {
            "W" => {
                let days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
                text.push_str(pick::<&str>(self.dice, &days));
                return None;
            }
            "D" => {
                let months = [
                    "Jan", "Feb", "March", "April", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec",
                ];
                let day = 1 + self.dice.below(30);
                text.push_str(&format!("{} {day}", pick(self.dice, &months)));
                return None;
            }
            _ => {}
        }
        let small = key.to_lowercase();
        let (kind, index) = match (small.as_bytes()[0], form.to_lowercase().as_str()) {
            (b'p', "f") => (Type::Person, 2),
            (b'p', "g") => (Type::Person, 1),
            (b'p', "i") => (Type::Person, 3),
            (b'p', _) => (Type::Person, 0),
            (b'k', "s") => (Type::Organization, 1),
            (b'k' | b'l', _) => (Type::Organization, 0),
            (b'n', _) => (Type::Demonym, 0),
            _ => (Type::Place, 0),
        };
        if !self.filled.contains_key(&small) {
            let value = self.invent(small.as_bytes()[0]);
            self.filled.insert(small.clone(), value);
        }
        let value = &self.filled[&small][index];
        if key != small {
            text.push_str(&value.to_uppercase())
        } else {
            text.push_str(value)
        }
        Some(kind)
    }

    fn invent(&mut self, sort: u8) -> Vec<String> {
        let dice = &mut *self.dice;
        match sort {
            b'p' => {
                let culture = self.pools.culture(dice);
                let (given, family) =
                    (pick(dice, &culture.given).clone(), pick(dice, &culture.family).clone());
                let middle = match dice.below(10) {
                    0 => format!(" {}.", (b'A' + dice.below(26) as u8) as char),
                    _ => String::new(),
                };
                let initial = given.chars().next().unwrap_or('A');
                vec![
                    culture.whole(&given, &middle, &family),
                    given,
                    family.clone(),
                    format!("{initial} {family}"),
                ]
            }
            b'c' => vec![pick(dice, &self.pools.countries).clone()],
            b't' => vec![pick(dice, &self.pools.towns).clone()],
            b'n' => vec![pick(dice, &self.pools.demonyms).clone()],
            b'l' => {
                let town = pick(dice, &self.pools.towns).clone();
                let tails = [
                    "United",
                    "City",
                    "FC",
                    "Rovers",
                    "Athletic",
                    "Wanderers",
                    "Bears",
                    "Hawks",
                    "Kings",
                    "Wolves",
                    "Stars",
                ];
                let tail = *pick(dice, &tails);
                vec![match dice.below(10) {
                    0..=5 => town,
                    6 => format!("Dynamo {town}"),
                    _ => format!("{town} {tail}"),
                }]
            }
            _ => {
                let heads = [
                    "Xa", "Bo", "Ter", "Ri", "Ven", "Cor", "Nex", "Lum", "Zen", "Tal", "Or", "Vi", "Syn",
                    "Qua", "Del", "Ama",
                ];
                let ends = [
                    "tron", "dex", "mart", "nor", "via", "soft", "corp", "gen", "tek", "rium", "zon", "bank",
                    "air", "oil",
                ];
                let tails = [
                    "Corp",
                    "Inc",
                    "Ltd",
                    "Group",
                    "Holdings",
                    "Bank",
                    "Industries",
                    "Motors",
                    "Airlines",
                    "Energy",
                    "Pharmaceuticals",
                    "Co",
                    "AG",
                    "SA",
                    "Systems",
                    "Telecom",
                    "Steel",
                    "Insurance",
                    "Capital",
                    "Oil",
                    "Partners",
                ];
                let short = match dice.below(4) {
                    0 => {
                        let culture = self.pools.culture(dice);
                        pick(dice, &culture.family).clone()
                    }
                    1 => pick(dice, &self.pools.towns).clone(),
                    _ => format!("{}{}", pick(dice, &heads), pick(dice, &ends)),
                };
                vec![format!("{short} {}", pick(dice, &tails)), short]
            }
        }
    }
}

/// The document with its people, and some of its places, under other names: the same one everywhere.
pub fn exchange(gold: &Gold, pools: &Pools, dice: &mut Dice) -> Gold {
    let mut others: HashMap<String, String> = HashMap::new();
    let mut whole: HashMap<&str, String> = HashMap::new();
    let mut names: Vec<&GoldName> = gold.names.iter().filter(|n| n.kind == Type::Person).collect();
    // Longer names first: they tell which part is a family name.
    names.sort_by_key(|n| (std::cmp::Reverse(gold.text[n.start..n.end].matches(' ').count()), n.start));
    for name in names {
        let parts: Vec<&str> = gold.text[name.start..name.end].split_whitespace().collect();
        let known = parts.last().is_some_and(|p| others.contains_key(*p));
        let culture = pools.culture(dice);
        for (i, part) in parts.iter().enumerate() {
            let plain =
                part.chars().next().is_some_and(char::is_uppercase) && part.chars().all(char::is_alphabetic);
            if !plain
                || part.chars().count() < 3
                || others.contains_key(*part)
                || (known && i + 1 < parts.len())
            {
                continue;
            }
            let pool = if i + 1 == parts.len() { &culture.family } else { &culture.given };
            let mut other = pick(dice, pool).clone();
            if part.chars().all(char::is_uppercase) {
                other = other.to_uppercase();
            }
            others.insert((*part).to_string(), other);
        }
        if let [given, family] = parts[..]
            && !known
            && let (Some(given), Some(family)) = (others.get(given), others.get(family))
        {
            whole.insert(&gold.text[name.start..name.end], culture.whole(given, "", family));
        }
    }
    for name in gold.names.iter().filter(|n| n.kind == Type::Place) {
        let place = &gold.text[name.start..name.end];
        let country = pools.countries.iter().any(|c| c == place);
        let plain = place.chars().all(char::is_alphabetic)
            && place.starts_with(char::is_uppercase)
            && place.len() > 3;
        if others.contains_key(place) || !(country || plain) || (country && dice.below(3) > 0) {
            continue;
        }
        let pool = if country { &pools.countries } else { &pools.towns };
        others.insert(place.to_string(), pick(dice, pool).clone());
    }
    let (mut text, mut marked, mut at) = (String::new(), Vec::new(), 0);
    for name in &gold.names {
        if name.start < at {
            continue;
        }
        text.push_str(&gold.text[at..name.start]);
        let start = text.len();
        let old = &gold.text[name.start..name.end];
        match (name.kind, others.get(old)) {
            (Type::Place, Some(other)) => text.push_str(other),
            (Type::Person, _) if whole.contains_key(old) => text.push_str(&whole[old]),
            (Type::Person, _) => {
                let new: Vec<&str> =
                    old.split(' ').map(|p| others.get(p).map_or(p, String::as_str)).collect();
                text.push_str(&new.join(" "));
            }
            _ => text.push_str(old),
        }
        marked.push(GoldName { start, end: text.len(), kind: name.kind });
        at = name.end;
    }
    text.push_str(&gold.text[at..]);
    Gold { id: format!("{}-exchanged", gold.id), text, names: marked }
}

/// The document under a headline made of one of its sentences: in capitals, in Title Case or in small letters.
pub fn headline(gold: &Gold, dice: &mut Dice) -> Gold {
    let document = glosser::text::parse(&gold.text, None);
    if document.sentences.is_empty() {
        return gold.clone();
    }
    let span = pick(dice, &document.sentences).span;
    let (start, end) = (span.start as usize, span.end as usize);
    let mut head = gold.text[start..end].trim_end_matches('.').replace('\n', " ");
    match dice.below(5) {
        0 | 1 => head = head.to_ascii_uppercase(),
        2 | 3 => {
            let little = |w: &str| {
                matches!(w, "a" | "an" | "the" | "of" | "in" | "on" | "to" | "and" | "for" | "at" | "by")
            };
            let words: Vec<String> = head
                .split(' ')
                .map(|w| {
                    let mut w = w.to_string();
                    if !little(&w)
                        && let Some(first) = w.get_mut(..1)
                    {
                        first.make_ascii_uppercase();
                    }
                    w
                })
                .collect();
            head = words.join(" ");
        }
        _ => head = head.to_ascii_lowercase(),
    }
    let shift = head.len() + 2;
    let inside = gold.names.iter().filter(|n| n.start >= start && n.end <= start + head.len());
    let mut names: Vec<GoldName> =
        inside.map(|n| GoldName { start: n.start - start, end: n.end - start, kind: n.kind }).collect();
    names.extend(gold.names.iter().map(|n| GoldName {
        start: n.start + shift,
        end: n.end + shift,
        kind: n.kind,
    }));
    Gold { id: format!("{}-headline", gold.id), text: format!("{head}\n\n{}", gold.text), names }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pools() -> Pools {
        let strings = |s: &str| s.split(' ').map(str::to_string).collect::<Vec<_>>();
        Pools {
            people: vec![People {
                given: strings("Amina Kofi"),
                family: strings("Yusuf Mensah"),
                family_first: false,
            }],
            whole_world: 1,
            countries: strings("Peru Chad"),
            towns: strings("Gdynia Piura"),
            demonyms: strings("Chadian"),
        }
    }

    #[test]
    fn a_template_is_filled_and_marked() {
        let source = "{T1}, {c1} ([ORG Reuters]) - {p1} left the [ORG Bank of {c2}]. {p1.f} is {n1}.";
        for gold in fill(source, &pools(), 5, &mut Dice(1)).into_iter().flatten() {
            let words: Vec<&str> = gold.names.iter().map(|n| &gold.text[n.start..n.end]).collect();
            assert_eq!(words.len(), 7);
            assert!(words[0] == "GDYNIA" || words[0] == "PIURA");
            assert_eq!(words[2], "Reuters");
            assert!(words[4].starts_with("Bank of "));
            assert!(words[3].ends_with(words[5]), "the family name comes back: {words:?}");
        }
    }

    #[test]
    fn exchanged_names_stay_the_same_person() {
        let text = "Ivo Brandt spoke. Brandt left for Ghent.";
        let name = |start, end, kind| GoldName { start, end, kind };
        let names = vec![name(0, 10, Type::Person), name(18, 24, Type::Person), name(34, 39, Type::Place)];
        let gold = Gold { id: String::new(), text: text.to_string(), names };
        let other = exchange(&gold, &pools(), &mut Dice(3));
        let words: Vec<&str> = other.names.iter().map(|n| &other.text[n.start..n.end]).collect();
        assert!(words[0].ends_with(words[1]) && words[1] != "Brandt", "{words:?}");
        assert!(["Gdynia", "Piura"].contains(&words[2]));
    }
}
