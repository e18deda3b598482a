//! Dated statements of all articles in one order.

use crate::Article;
use crate::dates::{Day, TimexType};
use std::collections::{BTreeMap, HashMap};

/// A sentence that speaks of a day or a stretch of days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// First day it speaks of.
    pub from: Day,
    /// Last day, the first again for a single day.
    pub to: Day,
    /// The article's number.
    pub article: u32,
    /// The sentence's index in the article.
    pub sentence: u32,
    /// The index of the date in the article.
    pub date: u32,
    /// Figures named in the sentence, each once, in order.
    pub figures: Vec<u32>,
}

/// Events by day; within a day by article and place in it.
#[derive(Debug, Clone, Default)]
pub(super) struct Timeline {
    events: BTreeMap<(Day, Day, u32, u32), Event>,
}

impl Timeline {
    pub fn events(&self) -> impl Iterator<Item = &Event> {
        self.events.values()
    }

    /// Adds the dated sentences of an article; `figures` by entity.
    pub fn add(&mut self, article: u32, read: &Article, figures: &[u32]) {
        let sentence_at = |offset: u32| read.sentences.partition_point(|s| s.span.end <= offset) as u32;
        let mut named: HashMap<u32, Vec<u32>> = HashMap::new();
        for mention in &read.mentions {
            let Some(&figure) = figures.get(mention.entity as usize) else { continue };
            let figures = named.entry(sentence_at(mention.span.start)).or_default();
            if !figures.contains(&figure) {
                figures.push(figure);
            }
        }
        for (date, timex) in read.dates.iter().enumerate() {
            let dated = matches!(timex.kind, TimexType::Date | TimexType::Time) && !timex.vague;
            let Some(from) = timex.from.filter(|_| dated) else { continue };
            let sentence = sentence_at(timex.span.start);
            let Some(block) =
                read.sentences.get(sentence as usize).and_then(|s| read.blocks.get(s.block as usize))
            else {
                continue;
            };
            if !block.kind.is_prose() {
                continue;
            }
            let to = timex.to.unwrap_or(from);
            let figures = named.get(&sentence).cloned().unwrap_or_default();
            let event = Event { from, to, article, sentence, date: date as u32, figures };
            self.events.insert((from, to, article, date as u32), event);
        }
    }
}
