//! Whether entities of two articles are one: all names of both are compared, not only the first.

use super::alias::{self, Reason};
use super::form::Form;
use super::lexicon;
use super::{Entity, Kind};
use crate::sort::Sort;

/// How many names of an entity are compared; further ones are rare and add nothing.
const NAMES: usize = 8;

/// The names of an entity in normal form, the fullest first.
#[derive(Debug, Clone)]
pub(crate) struct Portrait {
    pub kind: Kind,
    forms: Vec<Form>,
}

/// How good the reason is to take two entities for one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kinship {
    /// One is a short form of the other.
    Short,
    /// They share a short form or are spelt nearly alike.
    Likely,
    /// They have the same full name.
    Same,
}

impl Portrait {
    /// Of one article's entity.
    pub fn new(entity: &Entity) -> Self {
        let mut portrait = Self { kind: entity.kind, forms: Vec::new() };
        for name in std::iter::once(&entity.name).chain(&entity.aliases) {
            portrait.admit(Form::new(name, entity.kind));
        }
        portrait
    }

    /// Adds the names of another portrait of the same entity.
    pub fn learn(&mut self, other: &Portrait) {
        for form in &other.forms {
            self.admit(form.clone());
        }
    }

    fn admit(&mut self, form: Form) {
        if let Some(known) = self.forms.iter_mut().find(|f| f.key == form.key) {
            known.caps |= form.caps;
            known.company |= form.company;
            if known.words.len() < form.words.len() {
                known.words = form.words;
            }
        } else if self.forms.len() < NAMES {
            self.forms.push(form);
        }
        self.forms.arrange_by_key(|f| std::cmp::Reverse(f.words.len()));
    }

    /// Under what the entity can be found: its normal forms, its telling words, the initials of its full name.
    pub fn keys(&self) -> Vec<String> {
        let mut keys: Vec<String> = Vec::new();
        for form in &self.forms {
            keys.push(format!("={}", form.key));
            let ends = [form.words.first(), form.words.last()];
            keys.extend(ends.into_iter().flatten().filter(|w| !lexicon::SMALL_WORDS.contains(w)).cloned());
            if form.words.len() > 1 && self.kind != Kind::Person {
                keys.push(format!("={}", form.initials()));
            }
        }
        keys.arrange();
        keys.dedup();
        keys
    }

    /// Whether the two may be one, and how likely.
    pub fn kinship(&self, other: &Portrait) -> Option<Kinship> {
        if self.kind != other.kind {
            return None;
        }
        let (mine, theirs) = (self.forms.first()?, other.forms.first()?);
        let shared = |form: &&Form| other.forms.iter().any(|f| f.key == form.key);
        if self.kind == Kind::Person {
            return self.person(other);
        }
        let tellingly = |form: &&Form| !lexicon::HEADS.contains(&form.words.join(" ")) && shared(form);
        if mine.key == theirs.key {
            return Some(Kinship::Same);
        }
        let related = related(mine, theirs, self.kind);
        let closed = |form: &Form| form.company || form.words.len() > 1;
        let acronym = self.forms.iter().filter(tellingly).any(|f| f.caps && f.words.len() == 1);
        if related.is_none() && closed(mine) && closed(theirs) && !acronym {
            return None;
        }
        if self.forms.iter().any(|f| tellingly(&f)) {
            return Some(Kinship::Likely);
        }
        related
    }

    /// People with full names are one if the full names agree; a surname alone may be anybody's of that name.
    fn person(&self, other: &Portrait) -> Option<Kinship> {
        let full = |p: &'_ Portrait| {
            p.forms.iter().filter(|f| f.unnumbered().0.len() > 1).cloned().collect::<Vec<_>>()
        };
        let (mine, theirs) = (full(self), full(other));
        if !mine.is_empty() && !theirs.is_empty() {
            let pairs = || mine.iter().flat_map(|a| theirs.iter().map(move |b| (a, b)));
            if pairs().any(|(a, b)| a.key == b.key) {
                return Some(Kinship::Same);
            }
            let agree = |fuzzy| {
                pairs().any(|(a, b)| matches!(either(a, b, Kind::Person, fuzzy), Some(r) if r != Reason::First && r != Reason::Core))
            };
            return if agree(false) { Some(Kinship::Same) } else { agree(true).then_some(Kinship::Likely) };
        }
        let shared = self.forms.iter().any(|f| other.forms.iter().any(|g| g.key == f.key));
        if shared {
            return Some(Kinship::Likely);
        }
        let core = self
            .forms
            .iter()
            .any(|f| other.forms.iter().any(|g| either(f, g, Kind::Person, false) == Some(Reason::Core)));
        core.then_some(Kinship::Short)
    }
}

/// The reason for which the shorter of two names may name what the longer does.
fn either(a: &Form, b: &Form, kind: Kind, fuzzy: bool) -> Option<Reason> {
    let (short, long) = if a.words.len() <= b.words.len() { (a, b) } else { (b, a) };
    alias::reason(short, long, kind, fuzzy)
}

fn related(a: &Form, b: &Form, kind: Kind) -> Option<Kinship> {
    let acronym = |short: &Form, long: &Form| {
        short.caps && short.words.len() == 1 && long.words.len() > 1 && long.initials() == short.words[0]
    };
    if acronym(a, b) || acronym(b, a) {
        return Some(Kinship::Short);
    }
    match either(a, b, kind, false) {
        Some(Reason::Full) => Some(Kinship::Same),
        Some(Reason::Core) => Some(Kinship::Likely),
        Some(Reason::Head) => None,
        Some(_) => Some(Kinship::Short),
        None => either(a, b, kind, true).map(|_| Kinship::Short),
    }
}
