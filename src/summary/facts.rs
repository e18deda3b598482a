//! Who, where, when: the facts a reader wants before the first sentence.

use crate::dates::{Timex, TimexType};
use crate::entities::{Cast, Kind};
use crate::sort::Sort;
use crate::text::Document;

/// How long the value of a day is.
const DAY: &str = "2019-08-23";

/// How many of each.
const MOST: usize = 3;

/// An entity below this share of the first one's salience is no headline fact.
const FLOOR: f32 = 0.15;

/// A date below this share of the first one's weight is background.
const DATE_FLOOR: f32 = 0.5;

/// People and bodies that matter most; entities come sorted by salience. The agency in the date line only tells.
pub(super) fn who(document: &Document<'_>, cast: &Cast) -> Vec<u32> {
    let tells = |m: &u32| document.dateline.is_some_and(|d| d.contains(cast.mentions[*m as usize].span));
    let actors = (0..cast.entities.len())
        .filter(|&i| cast.entities[i].kind != Kind::Place && !cast.entities[i].mentions.iter().any(tells));
    let top = actors.clone().next().map_or(0.0, |i| cast.entities[i].salience);
    actors.filter(|&i| cast.entities[i].salience >= FLOOR * top).take(MOST).map(|i| i as u32).collect()
}

/// Places in focus: where the story says it is (the date line), then where its sentences lead most often.
/// A place that opens a sentence acts more often than it is a scene ("Turkey said …"), and counts less.
pub(super) fn places(document: &Document<'_>, cast: &Cast) -> Vec<u32> {
    let mut scores: Vec<(u32, f32)> = Vec::new();
    for (i, entity) in cast.entities.iter().enumerate().filter(|(_, e)| e.kind == Kind::Place) {
        let score: f32 =
            entity.mentions.iter().map(|&m| weight(document, cast.mentions[m as usize].span)).sum();
        if score > 0.0 {
            scores.push((i as u32, score));
        }
    }
    scores.arrange_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    let top = scores.first().map_or(0.0, |s| s.1);
    scores.into_iter().filter(|s| s.1 >= FLOOR * top).take(MOST).map(|s| s.0).collect()
}

/// How much one mention makes a place the scene.
fn weight(document: &Document<'_>, span: crate::text::Span) -> f32 {
    if document.dateline.is_some_and(|d| d.contains(span)) {
        return 4.0;
    }
    let token = document.tokens_in(span).start;
    let before = token.checked_sub(1).map(|t| document.word(t).to_lowercase());
    let scene =
        ["in", "at", "near", "from", "to", "into", "around", "across", "outside", "of", "over", "the"];
    if before.is_some_and(|w| scene.contains(&w.as_str())) { 2.0 } else { 0.7 }
}

/// The days the story turns on: days first, then months and years, those named most and earliest in the text;
/// nothing vague, nothing that is only a length of time.
pub(super) fn when(document: &Document<'_>, dates: &[Timex]) -> Vec<u32> {
    let mut scores: Vec<(u32, f32)> = Vec::new();
    for (i, date) in dates.iter().enumerate() {
        let point = matches!(date.kind, TimexType::Date | TimexType::Time);
        if !point || date.vague || document.sentences.is_empty() {
            continue;
        }
        let sentence = document.sentence_at(date.span.start);
        if !document.block_kind(sentence).is_prose() {
            continue;
        }
        // "January 23" is a day, though nobody says of which year.
        let day = date.value.len() >= DAY.len() || date.kind == TimexType::Time;
        let place = 1.0 / (1.0 + sentence as f32).sqrt();
        // Named again, a date weighs more by where that is; being a day counts once, or background would outgrow the news.
        match scores.iter().position(|s| day_of(&dates[s.0 as usize].value) == day_of(&date.value)) {
            Some(same) => scores[same].1 += 0.5 * place,
            None if scores.len() < 64 => scores.push((i as u32, place + if day { 0.8 } else { 0.0 })),
            None => {}
        }
    }
    scores.arrange_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    let top = scores.first().map_or(0.0, |s| s.1);
    scores.into_iter().filter(|s| s.1 >= DATE_FLOOR * top).take(MOST).map(|s| s.0).collect()
}

/// The day of a value: a time of day belongs to it.
fn day_of(value: &str) -> &str {
    value.split('T').next().unwrap_or(value)
}
