//! The lists behind the lexicon, as committed in `models/lists`.

use anyhow::{Context, Result};
use glosser::names::hash;
use glosser::names::lexicon::{Entry, Lexicon, kind};
use std::collections::BTreeMap;
use std::io::Read;
use std::path::Path;

/// Keyed words and phrases, sorted.
#[derive(Default)]
pub struct Lists {
    /// Words with what is known of them.
    pub words: Vec<(u32, Entry)>,
    /// Phrases with their kinds.
    pub phrases: Vec<(u32, u8)>,
}

fn read(path: &Path) -> Result<String> {
    let file = std::fs::File::open(path).with_context(|| format!("cannot read {}", path.display()))?;
    let mut text = String::new();
    flate2::read::GzDecoder::new(file).read_to_string(&mut text)?;
    Ok(text)
}

/// "hawke's" is two pieces of the tagger.
fn clitic_apart(word: &str) -> impl Iterator<Item = &str> {
    let cut = word.strip_suffix("'s").map_or(word.len(), str::len);
    let (word, clitic) = word.split_at(cut);
    [word, clitic].into_iter().filter(|part| !part.is_empty())
}

/// Reads `words.tsv.gz` (word, class, flags) and `phrases.tsv.gz` (phrase, kinds) from a folder.
pub fn load(folder: &Path) -> Result<Lists> {
    let mut words = BTreeMap::new();
    for line in read(&folder.join("words.tsv.gz"))?.lines() {
        let mut fields = line.split('\t');
        let (Some(word), Some(class), Some(flags)) = (fields.next(), fields.next(), fields.next()) else {
            continue;
        };
        let entry = Entry { class: class.parse()?, flags: flags.parse()? };
        words.insert(Lexicon::key(hash::text(word)), entry);
    }
    let mut phrases = BTreeMap::new();
    for line in read(&folder.join("phrases.tsv.gz"))?.lines() {
        let Some((phrase, kinds)) = line.split_once('\t') else { continue };
        let parts: Vec<&str> = phrase.split([' ', '-']).flat_map(clitic_apart).collect();
        let mut key = 0;
        for (i, part) in parts.iter().enumerate() {
            key = Lexicon::extend(key, hash::text(part));
            let bits = if i + 1 == parts.len() { kinds.parse()? } else { kind::PREFIX };
            *phrases.entry(Lexicon::key(key)).or_insert(0) |= bits;
        }
    }
    words.remove(&0);
    phrases.remove(&0);
    Ok(Lists { words: words.into_iter().collect(), phrases: phrases.into_iter().collect() })
}
