//! How much an article is about each of its entities.

use super::{Entity, Mention, Reference, ReferenceForm};
use crate::sort::Sort;
use crate::text::{BlockKind, Document};

/// Scores the entities, sorts them by it, and renumbers what points at them.
pub(super) fn order(
    document: &Document<'_>,
    mentions: &mut [Mention],
    entities: &mut Vec<Entity>,
    references: &mut [Reference],
) {
    let mut referred = vec![0.0; entities.len()];
    for reference in references.iter() {
        referred[reference.entity as usize] += match reference.form {
            ReferenceForm::Nominal => NOMINAL,
            ReferenceForm::Demonym => DEMONYM,
        };
    }
    for (entity, referred) in entities.iter_mut().zip(referred) {
        entity.salience = score(document, mentions, entity, referred);
    }
    let mut by_score: Vec<u32> = (0..entities.len() as u32).collect();
    by_score.arrange_by(|&a, &b| {
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

/// How much of a mention's weight a nominal reference has, and an adjective.
const NOMINAL: f32 = 0.5;
const DEMONYM: f32 = 0.1;
/// What standing in the headline multiplies, what being named in the first sentences, and how fast a late first mention
/// discounts: fitted by logistic regression on which entities people name in summaries (GUM, eight folds).
const HEADLINE: f32 = 4.0;
const LEAD: f32 = 2.0;
const LATENESS: f32 = 1.0;
/// How many sentences the lead has.
const LEAD_SENTENCES: usize = 3;

/// Mentions, worth more for those in the headline and the lead, less for what comes late.
fn score(document: &Document<'_>, mentions: &[Mention], entity: &Entity, referred: f32) -> f32 {
    let sentences = document.sentences.len().max(1) as f32;
    let at = |m: &u32| document.sentence_at(mentions[*m as usize].span.start);
    let block = |sentence: usize| document.sentences.get(sentence).map(|_| document.block_kind(sentence));
    let weight = |m: &u32| match block(at(m)) {
        Some(BlockKind::Credit | BlockKind::Related | BlockKind::Crumb | BlockKind::Repeat) => 0.2,
        Some(BlockKind::Byline | BlockKind::Published) => 0.3,
        // It says again what the story says, or what a picture shows.
        Some(BlockKind::Deck) => 0.5,
        _ => 1.0,
    };
    let count: f32 = entity.mentions.iter().map(weight).sum::<f32>() + referred;
    let first = entity.mentions.iter().map(at).next().unwrap_or(0);
    let headline = block(first) == Some(BlockKind::Headline) || first == 0 || in_title(document, entity);
    let lateness = (-LATENESS * first as f32 / sentences).exp();
    let lead = if first < LEAD_SENTENCES { LEAD } else { 1.0 };
    count * lateness * lead * if headline { HEADLINE } else { 1.0 }
}

/// True if the title that was given apart from the text names the entity.
fn in_title(document: &Document<'_>, entity: &Entity) -> bool {
    let Some(title) = document.title else { return false };
    entity.aliases.iter().any(|alias| {
        title.match_indices(alias.as_str()).any(|(at, _)| {
            let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
            let after = title.get(at + alias.len()..).and_then(|rest| rest.chars().next());
            !letter(title.get(..at).and_then(|before| before.chars().next_back())) && !letter(after)
        })
    })
}
