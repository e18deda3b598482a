//! Words that stand for somebody without a name: "the Turkish leader", "his Russian counterpart", "the two
//! presidents"; and adjectives that belong to a place: "Turkish".

use super::described::Described;
use super::lands::{self, Land};
use super::offices::{self, plain};
use super::pronouns;
use super::roles::Found;
use super::scene::Scene;
use super::{Kind, Reference, ReferenceForm};
use crate::maps::{HashMap, words};
use crate::sort::Sort;

/// How many sentences back the people of "the two leaders" may be.
const REACH: usize = 8;

/// How many sentences back the lands of "the two countries" may be.
const LANDS_REACH: usize = 2;

/// All references, in order.
pub(super) fn find(scene: &Scene<'_, '_>, roles: &[Found]) -> Vec<Reference> {
    let counts = counts(scene);
    let described = Described::new(scene, &counts);
    let finder = Finder { scene, places: places(scene), people: people(scene, roles), counts, described };
    let mut references = Vec::new();
    let mut t = 0;
    while t < scene.document.tokens.len() {
        if scene.mention(t).is_none() {
            t = finder.at(t, &mut references).max(t + 1);
        } else {
            t += 1;
        }
    }
    references
}

/// An office of a person: its head noun, the land it is of, and the words, in small letters.
type Office = (String, Option<Land>, String);
type Offices = Vec<Office>;

/// How many names back somebody may have been named.
const MEMORY: usize = 300;

words! {
    /// What many are whom an article does not name.
    ANYBODY = "agent aide analyst assistant driver expert farmer fighter figure firefighter gunman head journalist \
    lawyer militant model officer official operative owner police prime private reporter representative \
    researcher resident star suspect teacher trader veteran winner"
}

words! {
    /// What stands before an office as part of it.
    PARTS = "attorney chief defence defense deputy executive finance foreign health home interior justice police prime \
    public vice"
}

struct Finder<'s, 'd, 't> {
    scene: &'s Scene<'d, 't>,
    /// Place entities by the name of the land or by folded name.
    places: HashMap<String, u32>,
    /// Who holds offices, by entity.
    people: HashMap<u32, Offices>,
    /// How often each entity is named.
    counts: Vec<u32>,
    /// Who is called by which noun.
    described: Described,
}

/// Place entities by their names.
fn places(scene: &Scene<'_, '_>) -> HashMap<String, u32> {
    let mut places = HashMap::default();
    for mention in scene.mentions.iter().filter(|m| m.kind == Kind::Place) {
        let name = scene.document.slice(mention.span);
        let key = lands::land_of_name(name)
            .map_or_else(|| super::lexicon::squeeze(name), |l| super::lexicon::squeeze(l.name));
        places.entry(key).or_insert(mention.entity);
    }
    places
}

fn counts(scene: &Scene<'_, '_>) -> Vec<u32> {
    let mut counts = Vec::new();
    for mention in scene.mentions {
        let at = mention.entity as usize;
        if counts.len() <= at {
            counts.resize(at + 1, 0);
        }
        counts[at] += 1;
    }
    counts
}

fn people(scene: &Scene<'_, '_>, roles: &[Found]) -> HashMap<u32, Offices> {
    let mut people: HashMap<u32, Offices> = HashMap::default();
    for role in roles {
        let offices = people.entry(scene.mentions[role.mention as usize].entity).or_default();
        let office = (role.head.clone(), role.land, role.role.text.to_lowercase());
        if !offices.contains(&office) {
            offices.push(office);
        }
    }
    people
}

impl Finder<'_, '_, '_> {
    /// Looks at what begins at token `t`; the next token to look at.
    fn at(&self, t: usize, out: &mut Vec<Reference>) -> usize {
        let scene = self.scene;
        words!(OPENERS = "the his her their both two");
        if let Some(opener) = OPENERS.position(scene.word(t)) {
            let the = opener == 0;
            if let Some(next) = self.pair(t, out) {
                return next;
            }
            if let Some(next) = self.owned(t, the, out) {
                return next;
            }
            if the && let Some(entity) = self.described.only(scene, t) {
                let span = scene.span(t..t + 2);
                out.push(Reference { span, entity, form: ReferenceForm::Nominal });
                return t + 2;
            }
        }
        if scene.word(t).eq_ignore_ascii_case("it") {
            let body =
                |r: &&Reference| r.form == ReferenceForm::Nominal && !self.people.contains_key(&r.entity);
            if let Some(entity) = pronouns::speaker(scene, t, out.last().filter(body)) {
                out.push(Reference { span: scene.span(t..t + 1), entity, form: ReferenceForm::Nominal });
                return t + 1;
            }
        }
        self.adjective(t, out)
    }

    /// "Turkish" where the article names Turkey.
    fn adjective(&self, t: usize, out: &mut Vec<Reference>) -> usize {
        let Some((land, width)) = self.scene.demonym(t) else { return t + 1 };
        if (t..t + width).any(|t| self.scene.mention(t).is_some()) {
            return t + 1;
        }
        if let Some(entity) = self.place(land.name) {
            let span = self.scene.span(t..t + width);
            out.push(Reference { span, entity, form: ReferenceForm::Demonym });
        }
        t + width
    }

    fn place(&self, name: &str) -> Option<u32> {
        self.places.get(&super::lexicon::squeeze(name)).copied()
    }

    /// "the Turkish leader", "his Russian counterpart", "the Turkish capital", "the Turkish and Russian presidents".
    fn owned(&self, t: usize, the: bool, out: &mut Vec<Reference>) -> Option<usize> {
        let scene = self.scene;
        let first = t + 1;
        let Some((land, width)) = scene.demonym(first) else { return self.alone(t, the, out) };
        let mut noun = first + width;
        // "the Turkish and Russian presidents"
        if scene.word(noun) == "and" {
            let (other, width) = scene.demonym(noun + 1)?;
            let heads = noun + 1 + width;
            let one = plain(scene.word(heads)).strip_suffix('s')?.to_string();
            offices::weight(&one)?;
            let span = scene.span(t..heads + 1);
            for land in [land, other] {
                if let Some(entity) = self.officer(t, &one, Some(land)) {
                    out.push(Reference { span, entity, form: ReferenceForm::Nominal });
                }
            }
            self.adjective(first, out);
            self.adjective(noun + 1, out);
            return Some(heads + 1);
        }
        // "the Turkish foreign minister": words between the adjective and the noun.
        let mut steps = 0;
        while steps < 2
            && scene.is_word(noun)
            && scene.is_word(noun + 1)
            && offices::weight(scene.word(noun + 1)).is_some()
            || (steps < 2
                && matches!(scene.word(noun), "foreign" | "prime" | "defense" | "defence" | "interior"))
        {
            noun += 1;
            steps += 1;
        }
        let head = plain(scene.word(noun));
        if scene.person(noun + 1).is_some() || scene.mention(noun).is_some() {
            return None;
        }
        let entity = if head == "capital" && the {
            self.place(land.capital)
        } else if head == "counterpart" {
            self.officer(t, "leader", Some(land)).or_else(|| self.anybody_of(t, land))
        } else if the && offices::weight(&head).is_some() {
            self.officer(t, &head, Some(land))
        } else {
            None
        }?;
        out.push(Reference { span: scene.span(t..noun + 1), entity, form: ReferenceForm::Nominal });
        self.adjective(first, out);
        Some(noun + 1)
    }

    /// "the president" where the article has one president only, named before.
    fn alone(&self, t: usize, the: bool, out: &mut Vec<Reference>) -> Option<usize> {
        let scene = self.scene;
        // "the chief minister": the words before the noun are part of what somebody is.
        let wide = PARTS.contains(scene.word(t + 1)) && offices::weight(scene.word(t + 2)).is_some();
        let last = t + 1 + usize::from(wide);
        let free = the
            && !scene.is_capital(t + 1)
            && scene.mention(last + 1).is_none()
            && !matches!(scene.word(last + 1), "of" | "for" | "-" | "and");
        if !free || ANYBODY.contains(scene.word(last)) || offices::weight(scene.word(last)).is_none() {
            return None;
        }
        let head = plain(scene.word(last));
        let said = |text: &str| {
            !wide || text.contains(&scene.document.slice(scene.span(t + 1..last + 1)).to_lowercase())
        };
        let mut holders: Vec<u32> = Vec::new();
        for (entity, offices, _) in self.recent(t) {
            let holds = |(held, _, text): &Office| offices::fits(&head, held) && said(text);
            if offices.iter().any(holds) && !holders.contains(&entity) {
                holders.push(entity);
            }
        }
        let [entity] = holders[..] else { return None };
        out.push(Reference { span: scene.span(t..last + 1), entity, form: ReferenceForm::Nominal });
        Some(last + 1)
    }

    /// "the two presidents", "both leaders": two people of that office named shortly before.
    fn pair(&self, t: usize, out: &mut Vec<Reference>) -> Option<usize> {
        let scene = self.scene;
        let mut at = t;
        if ["the", "their"].iter().any(|word| scene.word(at).eq_ignore_ascii_case(word)) {
            at += 1;
        }
        if !["two", "both"].iter().any(|word| scene.word(at).eq_ignore_ascii_case(word)) {
            return None;
        }
        at += 1;
        if matches!(scene.word(at), "countries" | "nations" | "neighbours" | "neighbors") {
            return self.two_lands(t, at + 1, out);
        }
        if matches!(scene.word(at), "foreign" | "prime" | "defense" | "defence") {
            at += 1;
        }
        let one = plain(scene.word(at)).strip_suffix('s')?.to_string();
        if one != "men" && offices::weight(&one).is_none() || scene.person(at + 1).is_some() {
            return None;
        }
        let sentence = scene.document.sentence_of(t);
        let mut near: Vec<u32> = Vec::new();
        for (entity, offices, start) in self.recent(t) {
            if sentence.saturating_sub(scene.document.sentence_at(start)) > REACH {
                break;
            }
            if offices.iter().any(|(held, ..)| offices::fits(&one, held)) && !near.contains(&entity) {
                near.push(entity);
            }
        }
        // Of more than two the article means those it is about; the sort keeps the last named first among equals.
        near.arrange_by_key(|entity| std::cmp::Reverse(self.counts.get(*entity as usize).copied()));
        let [a, b, ..] = near[..] else { return None };
        let (a, b) = (a.min(b), a.max(b));
        let span = scene.span(t..at + 1);
        for entity in [a, b] {
            out.push(Reference { span, entity, form: ReferenceForm::Nominal });
        }
        Some(at + 1)
    }

    /// "the two countries": those named just before, if they are two.
    fn two_lands(&self, t: usize, end: usize, out: &mut Vec<Reference>) -> Option<usize> {
        let scene = self.scene;
        let sentence = scene.document.sentence_of(t);
        let start = scene.document.tokens.get(t)?.span.start;
        let before = scene.mentions.partition_point(|m| m.span.start < start);
        let near =
            scene.mentions[..before].iter().rev().take(MEMORY).take_while(|m| {
                sentence.saturating_sub(scene.document.sentence_at(m.span.start)) <= LANDS_REACH
            });
        let mut found: Vec<u32> = Vec::new();
        for mention in near.filter(|m| m.kind == Kind::Place) {
            let land = lands::land_of_name(scene.document.slice(mention.span));
            if land.is_some_and(|land| !land.iso.is_empty()) && !found.contains(&mention.entity) {
                found.push(mention.entity);
            }
        }
        let [a, b] = found[..] else { return None };
        let span = scene.span(t..end);
        for entity in [a.min(b), a.max(b)] {
            out.push(Reference { span, entity, form: ReferenceForm::Nominal });
        }
        Some(end)
    }

    /// The person last named before `t` who holds the office of that land, an office of that very name first.
    fn officer(&self, t: usize, head: &str, land: Option<Land>) -> Option<u32> {
        let holder = |exact: bool| {
            let holds = |(held, of, _): &Office| {
                *of == land && if exact { held == head } else { offices::fits(head, held) }
            };
            self.recent(t).find(|(_, offices, _)| offices.iter().any(holds)).map(|(entity, ..)| entity)
        };
        holder(true).or_else(|| holder(false))
    }

    /// The person last named before `t` with any office of that land.
    fn anybody_of(&self, t: usize, land: Land) -> Option<u32> {
        let of_land = |offices: &Offices| offices.iter().any(|(_, of, _)| *of == Some(land));
        self.recent(t).find(|(_, offices, _)| of_land(offices)).map(|(entity, ..)| entity)
    }

    /// People with offices named before token `t`, the last first: entity, offices, where the name begins.
    fn recent(&self, t: usize) -> impl Iterator<Item = (u32, &Offices, u32)> {
        let mentions = self.scene.mentions;
        let start = self.scene.document.tokens.get(t).map_or(0, |t| t.span.start);
        let before = mentions.partition_point(|m| m.span.start < start);
        mentions[..before].iter().rev().take(MEMORY).filter_map(|m| {
            let offices = self.people.get(&m.entity)?;
            Some((m.entity, offices, m.span.start))
        })
    }
}
