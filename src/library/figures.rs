//! The same person, place or body across articles.

use crate::entities::{Entity, Kind, Kinship, Portrait, Role};
use crate::maps::HashMap;
use crate::places::{Place, narrowing};
use crate::sort::Sort;
use std::cmp::Reverse;

/// How many known figures under one key are compared with a new entity.
const CAP: usize = 24;

/// How many times more often than the next one somebody occurs whom a mere last name means.
const NEARLY_ALL: usize = 3;

/// Places of one name that lie further apart, in degrees, are two: Paris and Paris, Texas.
const APART: f64 = 3.0;

/// Somebody or something that occurs in one or more articles.
#[derive(Debug, Clone)]
pub struct Figure {
    /// A readable key: that of the entity in the first article, made unique in the library.
    pub id: String,
    /// What it is.
    pub kind: Kind,
    /// The fullest name any article uses.
    pub name: String,
    /// All names in all articles, the fullest first.
    pub aliases: Vec<String>,
    /// Where it is, if an article knew.
    pub place: Option<Place>,
    /// The articles it occurs in, in order of adding.
    pub appearances: Vec<Appearance>,
    portrait: Portrait,
}

/// An entity of an article, as part of a figure.
#[derive(Debug, Clone)]
pub struct Appearance {
    /// The article's number.
    pub article: u32,
    /// The entity's index there.
    pub entity: u32,
    /// How often it is named there.
    pub mentions: u32,
    /// What that article calls it by office.
    pub role: Option<Role>,
}

impl Figure {
    /// How often it is named in all articles.
    pub fn mentions(&self) -> u32 {
        self.appearances.iter().map(|a| a.mentions).sum()
    }
}

/// All figures, found by the words of their names.
#[derive(Debug, Clone, Default)]
pub(super) struct Figures {
    all: Vec<Figure>,
    by_key: HashMap<(Kind, String), Vec<u32>>,
    ids: HashMap<String, u32>,
}

impl Figures {
    pub fn all(&self) -> &[Figure] {
        &self.all
    }

    /// Recognises the entities of an article or makes new figures of them.
    pub fn join(&mut self, article: u32, entities: &[Entity]) -> Vec<u32> {
        // Full names first, so that a surname alone finds the person it belongs to in the same article's company.
        let mut order: Vec<usize> = (0..entities.len()).collect();
        order.arrange_by_key(|&i| std::cmp::Reverse(entities[i].name.split_whitespace().count()));
        let mut figures = vec![0; entities.len()];
        for i in order {
            let entity = &entities[i];
            let portrait = Portrait::new(entity);
            let figure = match self.recognise(article, entity, &portrait) {
                Some(known) => known,
                None => self.introduce(entity, &portrait),
            };
            self.record(figure, article, i as u32, entity, &portrait);
            figures[i] = figure;
        }
        figures
    }

    /// The figure an entity most likely is. Two entities that an article keeps apart stay apart.
    fn recognise(&self, article: u32, entity: &Entity, portrait: &Portrait) -> Option<u32> {
        let mut found: Vec<(Kinship, usize, Reverse<u32>)> = Vec::new();
        for key in keys(portrait, entity.place.as_ref()) {
            for &n in self.by_key.get(&(portrait.kind, key)).into_iter().flatten().take(CAP) {
                let figure = &self.all[n as usize];
                if figure.appearances.last().is_some_and(|a| a.article == article) {
                    continue;
                }
                let kinship = match (&figure.place, &entity.place) {
                    (Some(a), Some(b)) if exact(a).is_some() && exact(a) == exact(b) => Some(Kinship::Same),
                    (Some(a), Some(b)) if far(a, b) => None,
                    _ => figure.portrait.kinship(portrait),
                };
                found.extend(kinship.map(|kinship| (kinship, figure.appearances.len(), Reverse(n))));
            }
        }
        found.arrange();
        found.dedup();
        let best = found.pop()?;
        // A last name that two bear is nobody's, unless one of them is in nearly all articles.
        let other = found.last().filter(|o| o.0 == best.0 && o.1 * NEARLY_ALL > best.1);
        let doubtful = portrait.kind == Kind::Person && best.0 < Kinship::Same && other.is_some();
        (!doubtful).then_some(best.2.0)
    }

    fn introduce(&mut self, entity: &Entity, portrait: &Portrait) -> u32 {
        let number = self.all.len() as u32;
        let uses = self.ids.entry(entity.id.clone()).or_insert(0);
        *uses += 1;
        let id = if *uses == 1 { entity.id.clone() } else { format!("{}~{uses}", entity.id) };
        self.all.push(Figure {
            id,
            kind: entity.kind,
            name: entity.name.clone(),
            aliases: Vec::new(),
            place: None,
            appearances: Vec::new(),
            portrait: portrait.clone(),
        });
        number
    }

    fn record(&mut self, number: u32, article: u32, entity_index: u32, entity: &Entity, portrait: &Portrait) {
        let figure = &mut self.all[number as usize];
        figure.portrait.learn(portrait);
        for alias in std::iter::once(&entity.name).chain(&entity.aliases) {
            if !figure.aliases.contains(alias) {
                figure.aliases.push(alias.clone());
            }
        }
        let words = |name: &str| name.split_whitespace().count();
        if words(&entity.name) > words(&figure.name) {
            figure.name = entity.name.clone();
        }
        if let Some(at) = figure.aliases.iter().position(|a| *a == figure.name) {
            figure.aliases[..=at].rotate_right(1);
        }
        if figure.place.is_none() {
            figure.place.clone_from(&entity.place);
        }
        figure.appearances.push(Appearance {
            article,
            entity: entity_index,
            mentions: entity.mentions.len() as u32,
            role: entity.role.clone(),
        });
        self.index(number, portrait, entity.place.as_ref());
    }

    fn index(&mut self, number: u32, portrait: &Portrait, place: Option<&Place>) {
        for key in keys(portrait, place) {
            let figures = self.by_key.entry((portrait.kind, key)).or_default();
            if figures.len() < CAP && !figures.contains(&number) {
                figures.push(number);
            }
        }
    }
}

/// Under what an entity can be found: its names, and where it is.
fn keys(portrait: &Portrait, place: Option<&Place>) -> Vec<String> {
    let mut keys = portrait.keys();
    keys.extend(place.and_then(exact).map(|id| format!("@{id}")));
    keys
}

/// The gazetteer's number of a place, unless only its country or division is known.
fn exact(place: &Place) -> Option<u32> {
    place.id.filter(|_| !place.approximate)
}

fn far(a: &Place, b: &Place) -> bool {
    let apart = (a.lon - b.lon).abs().min(360.0 - (a.lon - b.lon).abs());
    let (north, east) = (a.lat - b.lat, apart * f64::from(narrowing(a.lat as f32)));
    north * north + east * east > APART * APART
}
