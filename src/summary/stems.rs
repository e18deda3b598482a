use super::stem::stem;
use crate::maps::HashMap;

/// Numbers for the stems of an article's words, given as they come.
pub(super) struct Stems<'t> {
    ids: HashMap<String, u32>,
    /// Numbers of word forms met before: most words come many times.
    forms: HashMap<&'t str, u32>,
}

/// There is room for so many at first: an article's.
const ARTICLE: usize = 400;

impl Default for Stems<'_> {
    fn default() -> Self {
        Self {
            ids: HashMap::with_capacity_and_hasher(ARTICLE, Default::default()),
            forms: HashMap::with_capacity_and_hasher(ARTICLE, Default::default()),
        }
    }
}

impl<'t> Stems<'t> {
    /// The number of a word's stem, whatever its case.
    pub fn id(&mut self, word: &'t str) -> u32 {
        if let Some(&id) = self.forms.get(word) {
            return id;
        }
        let small = word.bytes().all(|b| b.is_ascii_lowercase());
        let next = self.len() as u32;
        let stem = if small { stem(word) } else { stem(&word.to_lowercase()) };
        let id = *self.ids.entry(stem).or_insert(next);
        self.forms.insert(word, id);
        id
    }

    /// How many stems there are.
    pub fn len(&self) -> usize {
        self.ids.len()
    }
}
