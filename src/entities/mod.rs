//! From mentions to entities: who is meant, under which names, in which role, how much the article is about them.

mod acronyms;
mod alias;
mod assemble;
mod brackets;
mod cluster;
mod described;
mod fold;
mod form;
mod ids;
mod kinds;
pub mod lands;
mod lexicon;
mod metonyms;
mod ministries;
mod offices;
mod portrait;
mod pronouns;
mod references;
mod residents;
mod rivers;
mod roles;
mod salience;
mod scene;
mod titles;

pub(crate) use lands::is_people;
pub(crate) use portrait::{Kinship, Portrait};

use crate::names::{Name, NameKind};
use crate::places::Place;
use crate::text::{Document, Span};

/// What an entity is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// A person.
    Person,
    /// A place.
    Place,
    /// An organisation.
    Organization,
}

/// A name in the text.
#[derive(Debug, Clone, PartialEq)]
pub struct Mention {
    /// The bare name.
    pub span: Span,
    /// What kind of name it is here.
    pub kind: Kind,
    /// Index of its entity.
    pub entity: u32,
    /// How sure the tagger is, 0 to 1.
    pub confidence: f32,
    /// Who acts under the name of a capital or a seat of power: "Russian government" for "Moscow said".
    pub stands_for: Option<String>,
}

/// Words that are no name of the entity but stand for it, or belong to it.
#[derive(Debug, Clone, PartialEq)]
pub struct Reference {
    /// The words.
    pub span: Span,
    /// Index of the entity.
    pub entity: u32,
    /// In which way.
    pub form: ReferenceForm,
}

/// How a reference stands to its entity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ReferenceForm {
    /// "the Turkish leader", "his Russian counterpart", "the two presidents" (one reference for each).
    Nominal,
    /// "Turkish" in "Turkish troops": belongs to the place.
    Demonym,
}

/// A role the article gives a person: "Turkish President".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Role {
    /// The words.
    pub text: String,
    /// Where it is said.
    pub span: Span,
    /// The country it is of, ISO 3166-1 alpha-2, or empty if the article does not say.
    pub country: String,
}

/// Somebody or something the article names.
#[derive(Debug, Clone, PartialEq)]
pub struct Entity {
    /// A readable key, the same in every run and usually in every article: `person/vladimir-putin`.
    pub id: String,
    /// What it is.
    pub kind: Kind,
    /// The fullest name the article uses.
    pub name: String,
    /// All forms of the name in the article, the name itself first.
    pub aliases: Vec<String>,
    /// The first role the article gives.
    pub role: Option<Role>,
    /// Indexes of its mentions, in order.
    pub mentions: Vec<u32>,
    /// How much the article is about it; entities are sorted by it, highest first.
    pub salience: f32,
    /// Where it is, if it is a place and that is known.
    pub place: Option<Place>,
}

/// Everybody and everything named in an article.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Cast {
    /// Names in order.
    pub mentions: Vec<Mention>,
    /// Other words for them in order.
    pub references: Vec<Reference>,
    /// The entities, most salient first.
    pub entities: Vec<Entity>,
}

/// Joins the names of one entity and tells what the article says of it. Linear in the text and the names.
pub fn resolve(document: &Document<'_>, names: &[Name]) -> Cast {
    let mut mentions: Vec<Mention> = names
        .iter()
        .filter_map(|name| {
            let kind = match name.kind {
                NameKind::Person => Kind::Person,
                NameKind::Place => Kind::Place,
                NameKind::Organization => Kind::Organization,
                NameKind::Demonym => return None,
            };
            Some(Mention { span: name.span, kind, entity: 0, confidence: name.confidence, stands_for: None })
        })
        .collect();
    kinds::settle(document, &mut mentions);
    kinds::companies(document, &mut mentions);
    acronyms::add(document, &mut mentions);
    residents::add(document, &mut mentions);
    let mut pairs = brackets::pairs(document, &mentions);
    pairs.extend(titles::pairs(document, &mentions));
    let waters = rivers::Rivers::new(document, &mentions);
    let items: Vec<cluster::Item<'_>> =
        mentions.iter().map(|m| cluster::Item { text: waters.name(m), kind: m.kind }).collect();
    for (mention, cluster) in mentions.iter_mut().zip(cluster::cluster(&items, &pairs)) {
        mention.entity = cluster;
    }
    let mut entities = assemble::entities(document, &mentions);
    let scene = scene::Scene::new(document, &mentions);
    let found = roles::find(&scene);
    let mut references = references::find(&scene, &found);
    let powers = metonyms::find(&scene, &mentions);
    mentions.iter_mut().zip(powers).for_each(|(mention, power)| mention.stands_for = power);
    ministries::name(document, &mentions, &mut entities);
    roles::give(&found, &mentions, &mut entities);
    salience::order(document, &mut mentions, &mut entities, &mut references);
    ids::assign(&mut entities);
    Cast { mentions, references, entities }
}
