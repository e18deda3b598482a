//! What the library keeps of one article: enough to join it with others, and to join it anew when one is taken out.

use super::overlap::{self, Words};
use crate::Article;
use crate::dates::{Day, TimexType};
use crate::entities::{Entity, Kind, ReferenceForm};
use crate::export::Source;
use crate::maps::HashMap;
use crate::sort::Sort;

/// More names than this in one sentence are a list, not a meeting.
const LIST: usize = 10;

/// An article on the shelf.
#[derive(Debug, Clone, Default)]
pub(super) struct Volume {
    pub id: String,
    pub title: String,
    pub published: Option<Day>,
    pub entities: Vec<Entity>,
    /// The figure of each entity, by the entity's index.
    pub figures: Vec<u32>,
    /// Whether the story itself names each entity, not only a caption or a credit; by the entity's index.
    pub told: Vec<bool>,
    /// The sentences of its prose in which somebody or something is named, or meant by "the minister", and who or what, each once.
    scenes: Vec<(u32, Vec<u32>)>,
    statements: Vec<Statement>,
    /// The quotations whose speaker is known: index, entity.
    pub quotes: Vec<(u32, u32)>,
    /// The key sentences, best first.
    pub key: Vec<u32>,
    /// The sentences of its prose by their words.
    pub words: Vec<Words>,
}

/// A dated sentence.
#[derive(Debug, Clone)]
struct Statement {
    from: Day,
    to: Day,
    value: String,
    sentence: u32,
    date: u32,
}

/// A sentence that speaks of a day or a stretch of days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// First day it speaks of.
    pub from: Day,
    /// Last day, the first again for a single day.
    pub to: Day,
    /// TIMEX3 value of the date, which tells its precision: `2019`, `2019-08`, `2019-08-23`.
    pub value: String,
    /// The article's number.
    pub article: u32,
    /// The sentence's index in the article.
    pub sentence: u32,
    /// The index of the date in the article.
    pub date: u32,
    /// Figures named in the sentence, or meant by "the minister", each once, in order.
    pub figures: Vec<u32>,
}

/// Two people or bodies that are named in one sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meeting {
    /// Index of the figure that comes first in the library.
    pub one: u32,
    /// Index of the other.
    pub other: u32,
    /// In how many sentences.
    pub sentences: u32,
    /// The articles' numbers, in order of adding.
    pub articles: Vec<u32>,
}

impl Volume {
    /// A volume of nothing but entities.
    pub fn of(entities: &[Entity]) -> Self {
        Self { entities: entities.to_vec(), told: vec![true; entities.len()], ..Self::default() }
    }

    pub fn new(id: &str, source: &Source<'_>) -> Self {
        let article = source.article;
        let scenes = scenes(article);
        let mut told = vec![false; article.entities.len()];
        for &entity in scenes.iter().flat_map(|(_, named)| named) {
            told[entity as usize] = true;
        }
        let said = |(i, q): (usize, &crate::quotes::Quote)| Some((i as u32, q.speaker.as_ref()?.entity?));
        Self {
            id: id.to_string(),
            title: source.headline().into_owned(),
            published: article.published.map(|p| p.day),
            entities: article.entities.clone(),
            figures: Vec::new(),
            told,
            scenes,
            statements: statements(article),
            quotes: article.quotes.iter().enumerate().filter_map(said).collect(),
            key: article.summary.sentences.clone(),
            words: overlap::words(source),
        }
    }

    fn figure(&self, entity: u32) -> Option<u32> {
        self.figures.get(entity as usize).copied()
    }

    /// The figures named in a sentence, each once.
    fn present(&self, entities: &[u32]) -> Vec<u32> {
        let mut present = Vec::new();
        for figure in entities.iter().filter_map(|&e| self.figure(e)) {
            if !present.contains(&figure) {
                present.push(figure);
            }
        }
        present
    }

    /// Its dated sentences, as those of article `number`.
    pub fn events(&self, number: u32) -> impl Iterator<Item = Event> {
        self.statements.iter().map(move |s| {
            let scene = self.scenes.binary_search_by_key(&s.sentence, |scene| scene.0);
            Event {
                from: s.from,
                to: s.to,
                value: s.value.clone(),
                article: number,
                sentence: s.sentence,
                date: s.date,
                figures: scene.map_or_else(|_| Vec::new(), |at| self.present(&self.scenes[at].1)),
            }
        })
    }

    /// Counts who is named with whom.
    pub fn meet(&self, number: u32, pairs: &mut HashMap<(u32, u32), Meeting>) {
        for (_, entities) in &self.scenes {
            let acts = |e: &&u32| self.entities.get(**e as usize).is_some_and(|e| e.kind != Kind::Place);
            let actors: Vec<u32> = entities.iter().filter(acts).copied().collect();
            let mut present = self.present(&actors);
            if present.len() > LIST {
                continue;
            }
            present.arrange();
            for (i, &one) in present.iter().enumerate() {
                for &other in &present[i + 1..] {
                    let new = || Meeting { one, other, sentences: 0, articles: Vec::new() };
                    let meeting = pairs.entry((one, other)).or_insert_with(new);
                    meeting.sentences += 1;
                    if meeting.articles.last() != Some(&number) {
                        meeting.articles.push(number);
                    }
                }
            }
        }
    }
}

/// The sentence that holds an offset, if it is one of the story itself.
fn sentence_at(article: &Article, offset: u32) -> Option<u32> {
    let at = article.sentences.partition_point(|s| s.span.end <= offset);
    let sentence = article.sentences.get(at).filter(|s| s.span.start <= offset)?;
    let prose = article.blocks.get(sentence.block as usize).is_some_and(|b| b.kind.is_prose());
    prose.then_some(at as u32)
}

/// Who is there in each sentence, by name or as "the minister".
fn scenes(article: &Article) -> Vec<(u32, Vec<u32>)> {
    let named = article.mentions.iter().map(|m| (m.span.start, m.entity));
    let meant = article.references.iter().filter(|r| r.form == ReferenceForm::Nominal);
    let mut there: Vec<(u32, u32)> = named.chain(meant.map(|r| (r.span.start, r.entity))).collect();
    there.arrange();
    let mut scenes: Vec<(u32, Vec<u32>)> = Vec::new();
    for (start, entity) in there {
        let Some(sentence) = sentence_at(article, start) else { continue };
        match scenes.last_mut().filter(|s| s.0 == sentence) {
            Some((_, present)) if present.contains(&entity) => {}
            Some((_, present)) => present.push(entity),
            None => scenes.push((sentence, vec![entity])),
        }
    }
    scenes
}

fn statements(article: &Article) -> Vec<Statement> {
    let mut statements: Vec<Statement> = Vec::new();
    for (date, timex) in article.dates.iter().enumerate() {
        let dated = matches!(timex.kind, TimexType::Date | TimexType::Time) && !timex.vague;
        let Some(from) = timex.from.filter(|_| dated) else { continue };
        let Some(sentence) = sentence_at(article, timex.span.start) else { continue };
        let to = timex.to.unwrap_or(from).max(from);
        // A sentence speaks of a day once, however often it names it.
        let same = |s: &&Statement| s.sentence == sentence && (s.from, s.to) == (from, to);
        if !statements.iter().rev().take_while(|s| s.sentence == sentence).any(|s| same(&s)) {
            let value = timex.value.clone();
            statements.push(Statement { from, to, value, sentence, date: date as u32 });
        }
    }
    statements
}
