//! Whose ministry it is: "Russia's Foreign Ministry" is the Russian one, and no other land's.

use super::lands::{Land, land_of_name};
use super::{Entity, Kind, Mention};
use crate::places::country_adjective;
use crate::text::Document;

/// Names that each land has one of.
const OWNED: &str =
    "parliament|supreme court|constitutional court|central bank|army|navy|air force|cabinet|senate";

/// Gives the land before their possessive to bodies that have a namesake in every land, unless the article
/// speaks of those of two lands.
pub(super) fn name(document: &Document<'_>, mentions: &[Mention], entities: &mut [Entity]) {
    for entity in entities.iter_mut().filter(|e| e.kind == Kind::Organization && everywhere(&e.name)) {
        let mut lands = entity.mentions.iter().filter_map(|&m| owner(document, mentions, m as usize));
        if let Some(first) = lands.next()
            && lands.all(|land| land == first)
            && let Some(adjective) = country_adjective(first.iso)
        {
            entity.name = format!("{adjective} {}", entity.name);
            entity.aliases.insert(0, entity.name.clone());
        }
    }
}

/// True for what a body of its kind is called in every land.
fn everywhere(name: &str) -> bool {
    let name = name.to_lowercase();
    let ministry =
        name.split(' ').count() == 2 && name.ends_with(" ministry") || name.starts_with("ministry of ");
    ministry || OWNED.split('|').any(|owned| owned == name)
}

/// The land whose possessive stands before a name.
fn owner(document: &Document<'_>, mentions: &[Mention], at: usize) -> Option<Land> {
    let land = &mentions[at.checked_sub(1)?];
    let whole = document.text.get(land.span.start as usize..mentions[at].span.start as usize)?.trim_end();
    let owner = ["'s", "’s", "'", "’"].iter().find_map(|mark| whole.strip_suffix(mark))?;
    land_of_name(owner).filter(|land| !land.iso.is_empty())
}
