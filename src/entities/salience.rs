//! How much an article is about each of its entities.

use super::{Entity, Mention, Reference};
use crate::text::{BlockKind, Document};

/// Scores the entities, sorts them by it, and renumbers what points at them.
pub(super) fn order(
    document: &Document<'_>,
    mentions: &mut [Mention],
    entities: &mut Vec<Entity>,
    references: &mut [Reference],
) {
    for entity in entities.iter_mut() {
        entity.salience = score(document, mentions, entity);
    }
    let mut by_score: Vec<u32> = (0..entities.len() as u32).collect();
    by_score.sort_by(|&a, &b| {
        let (a, b) = (&entities[a as usize], &entities[b as usize]);
        b.salience.total_cmp(&a.salience).then(a.mentions.first().cmp(&b.mentions.first()))
    });
    let mut rank = vec![0; entities.len()];
    for (new, &old) in by_score.iter().enumerate() {
        rank[old as usize] = new as u32;
    }
    mentions.iter_mut().for_each(|m| m.entity = rank[m.entity as usize]);
    references.iter_mut().for_each(|r| r.entity = rank[r.entity as usize]);
    let mut sorted: Vec<Option<Entity>> = std::mem::take(entities).into_iter().map(Some).collect();
    entities.extend(by_score.iter().filter_map(|&old| sorted[old as usize].take()));
}

fn score(document: &Document<'_>, mentions: &[Mention], entity: &Entity) -> f32 {
    let sentences = document.sentences.len().max(1) as f32;
    let mut weight = 0.0;
    for &m in &entity.mentions {
        let sentence = document.sentence_at(mentions[m as usize].span.start);
        let kind = document.sentences.get(sentence).map(|_| document.block_kind(sentence));
        weight += match kind {
            Some(BlockKind::Credit | BlockKind::Related | BlockKind::Crumb | BlockKind::Repeat) => 0.2,
            Some(BlockKind::Byline | BlockKind::Published) => 0.3,
            _ => 1.0,
        };
    }
    let first = entity
        .mentions
        .first()
        .map_or(0.0, |&m| document.sentence_at(mentions[m as usize].span.start) as f32 / sentences);
    weight + 0.5 * (1.0 - first)
}
