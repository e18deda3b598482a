//! The one outward shape of a library: JSON of the native command, objects of the wasm boundary, TypeScript types.

use super::{Figure, Library};
use crate::dates::Day;
use crate::export::record::{PlaceRecord, declare, iso, kind_name, place, round};
use crate::sort::Sort;
use serde::Serialize;

declare! {
    /// Several articles as one story.
    pub struct LibraryRecord {
        /// The articles in order of publication, those without a day last.
        pub articles: Vec<MemberRecord>,
        /// Who and what is named, in the stories of most articles first, then named most often.
        pub figures: Vec<FigureRecord>,
        /// Every dated sentence, by the day it speaks of.
        pub timeline: Vec<EventRecord>,
        /// People and bodies that are named in one sentence; those first that meet in most articles.
        pub meetings: Vec<MeetingRecord>,
    }

    /// An article among others.
    pub struct MemberRecord {
        /// The id it was added under.
        pub id: String,
        /// Its headline.
        pub title: String,
        /// Its day of publication, `YYYY-MM-DD`.
        pub published: Option<String>,
        /// Ids of the figures that no earlier article names, the most important first.
        pub new_figures: Vec<String>,
        /// Ids of those that no other article names at all.
        pub only_here: Vec<String>,
        /// Indexes of its key sentences that no earlier article says, best first.
        pub news: Vec<u32>,
        /// Its sentences that others also have.
        pub echoes: Vec<EchoRecord>,
    }

    /// A sentence, and one of another article that says the same.
    pub struct EchoRecord {
        /// The sentence's index.
        pub sentence: u32,
        /// The other article's id.
        pub article: String,
        /// The index of the sentence there.
        pub other: u32,
        /// Shared words among all words of both, 0 to 1.
        pub likeness: f64,
    }

    /// Somebody or something named in one or more articles.
    pub struct FigureRecord {
        /// Readable key, unique in the library.
        pub id: String,
        /// `person`, `place` or `organization`.
        #[cfg_attr(target_arch = "wasm32", tsify(type = "'person' | 'place' | 'organization'"))]
        pub kind: &'static str,
        /// The fullest name any article uses.
        pub name: String,
        /// All names in all articles, the fullest first.
        pub aliases: Vec<String>,
        /// Where it is.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub place: Option<PlaceRecord>,
        /// How often it is named in all articles.
        pub mentions: u32,
        /// The articles that name it, in order of publication.
        pub appearances: Vec<AppearanceRecord>,
        /// What articles call it by office, in order of publication.
        pub roles: Vec<RoleRecord>,
        /// What it says.
        pub quotes: Vec<SaidRecord>,
        /// Indexes of the dated sentences that name it.
        pub timeline: Vec<u32>,
    }

    /// A figure in an article.
    pub struct AppearanceRecord {
        /// The article's id.
        pub article: String,
        /// The entity's id there.
        pub entity: String,
        /// How often it is named there.
        pub mentions: u32,
    }

    /// A role, and who says so.
    pub struct RoleRecord {
        /// The words.
        pub text: String,
        /// Day of the first article that says so.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub from: Option<String>,
        /// Day of the last.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub to: Option<String>,
        /// The articles' ids.
        pub articles: Vec<String>,
    }

    /// A quotation in an article.
    pub struct SaidRecord {
        /// The article's id.
        pub article: String,
        /// The index of the quotation there.
        pub quote: u32,
    }

    /// A dated sentence.
    pub struct EventRecord {
        /// First day, where four digits can tell its year.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub from: Option<String>,
        /// Last day.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub to: Option<String>,
        /// TIMEX3 value of the date, which tells its precision.
        pub value: String,
        /// The article's id.
        pub article: String,
        /// The index of the sentence there.
        pub sentence: u32,
        /// The index of the date there.
        pub date: u32,
        /// Ids of the figures named in the sentence.
        pub figures: Vec<String>,
    }

    /// Two figures that are named in one sentence.
    pub struct MeetingRecord {
        /// Id of the one.
        pub one: String,
        /// Id of the other.
        pub other: String,
        /// In how many sentences.
        pub sentences: u32,
        /// Ids of the articles.
        pub articles: Vec<String>,
    }
}

impl Library {
    /// Everything that is known of the articles together.
    pub fn record(&self) -> LibraryRecord {
        let id = |article: u32| self.volumes[article as usize].id.clone();
        let ids = |figures: &[u32]| -> Vec<String> {
            figures.iter().map(|&n| self.figures()[n as usize].id.clone()).collect()
        };
        let chronology = self.chronology();
        let events = self.timeline();
        let mut order: Vec<u32> = (0..self.figures().len() as u32).collect();
        order.arrange_by_key(|&n| (std::cmp::Reverse(self.weight(&self.figures()[n as usize])), n));
        let mut rank = vec![0; order.len()];
        let mut figures: Vec<FigureRecord> = Vec::with_capacity(order.len());
        for (at, &n) in order.iter().enumerate() {
            rank[n as usize] = at;
            figures.push(self.figure_record(&self.figures()[n as usize]));
        }
        for (at, event) in events.iter().enumerate() {
            for &figure in &event.figures {
                figures[rank[figure as usize]].timeline.push(at as u32);
            }
        }
        for &article in &chronology {
            let volume = &self.volumes[article as usize];
            for &(quote, entity) in &volume.quotes {
                if let Some(&figure) = volume.figures.get(entity as usize) {
                    figures[rank[figure as usize]].quotes.push(SaidRecord { article: id(article), quote });
                }
            }
        }
        LibraryRecord {
            articles: chronology.iter().map(|&n| self.member(n)).collect(),
            figures,
            timeline: events
                .iter()
                .map(|e| EventRecord {
                    from: iso(e.from),
                    to: iso(e.to),
                    value: e.value.clone(),
                    article: id(e.article),
                    sentence: e.sentence,
                    date: e.date,
                    figures: ids(&e.figures),
                })
                .collect(),
            meetings: self
                .meetings()
                .into_iter()
                .map(|m| MeetingRecord {
                    one: self.figures()[m.one as usize].id.clone(),
                    other: self.figures()[m.other as usize].id.clone(),
                    sentences: m.sentences,
                    articles: m.articles.into_iter().map(id).collect(),
                })
                .collect(),
        }
    }

    fn member(&self, article: u32) -> MemberRecord {
        let volume = &self.volumes[article as usize];
        let names = |figures: Vec<&Figure>| figures.into_iter().map(|f| f.id.clone()).collect();
        let echoes = self.echoes(article);
        let told = |sentence: u32| {
            let earlier = |e: &&super::Echo| self.when(e.other.article) < self.when(article);
            echoes.iter().filter(earlier).any(|e| e.sentence.sentence == sentence)
        };
        MemberRecord {
            id: volume.id.clone(),
            title: volume.title.clone(),
            published: day(volume.published),
            new_figures: names(self.new_in(article)),
            only_here: names(self.only_in(article)),
            news: volume.key.iter().copied().filter(|&s| !told(s)).collect(),
            echoes: echoes
                .iter()
                .map(|e| EchoRecord {
                    sentence: e.sentence.sentence,
                    article: self.volumes[e.other.article as usize].id.clone(),
                    other: e.other.sentence,
                    likeness: round(e.likeness),
                })
                .collect(),
        }
    }

    fn figure_record(&self, figure: &Figure) -> FigureRecord {
        let mut appearances: Vec<_> = figure.appearances.iter().collect();
        appearances.arrange_by_key(|a| self.when(a.article));
        let mut roles: Vec<RoleRecord> = Vec::new();
        for appearance in &appearances {
            let Some(role) = &appearance.role else { continue };
            let volume = &self.volumes[appearance.article as usize];
            let at = roles.iter().position(|r| same_office(&r.text, &role.text));
            let at = at.unwrap_or_else(|| {
                let from = day(volume.published);
                roles.push(RoleRecord { text: role.text.clone(), from, to: None, articles: Vec::new() });
                roles.len() - 1
            });
            if role.text.len() > roles[at].text.len() {
                roles[at].text.clone_from(&role.text);
            }
            roles[at].to = day(volume.published);
            roles[at].articles.push(volume.id.clone());
        }
        FigureRecord {
            id: figure.id.clone(),
            kind: kind_name(figure.kind),
            name: figure.name.clone(),
            aliases: figure.aliases.clone(),
            place: figure.place.as_ref().map(place),
            mentions: figure.mentions(),
            appearances: appearances
                .iter()
                .map(|a| {
                    let volume = &self.volumes[a.article as usize];
                    AppearanceRecord {
                        article: volume.id.clone(),
                        entity: volume.entities[a.entity as usize].id.clone(),
                        mentions: a.mentions,
                    }
                })
                .collect(),
            roles,
            quotes: Vec::new(),
            timeline: Vec::new(),
        }
    }
}

fn day(day: Option<Day>) -> Option<String> {
    day.and_then(iso)
}

/// Words that make another office of one.
const APART: [&str; 12] = [
    "vice",
    "deputy",
    "former",
    "acting",
    "interim",
    "assistant",
    "prime",
    "then",
    "ex",
    "late",
    "shadow",
    "designate",
];

/// "President" and "Russian President" are one office, told in more words or fewer; "Vice President" is another.
fn same_office(one: &str, other: &str) -> bool {
    let words =
        |text: &str| text.to_lowercase().split([' ', '-', ',']).map(str::to_string).collect::<Vec<_>>();
    let (one, other) = (words(one), words(other));
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    let more = |word: &&String| !short.contains(word);
    short.iter().all(|word| long.contains(word))
        && !long.iter().filter(more).any(|word| APART.contains(&word.as_str()))
}
