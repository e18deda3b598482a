//! Which names are names of one: distinct forms are joined, each to the longer name it most likely is short for.
//!
//! Linear in the number of names: forms meet only in buckets (a shared word, initials, a likely misspelling), and of
//! a bucket no more than [`CAP`] are looked at.

use super::Kind;
use super::alias::{self, Reason};
use super::fold::{alike, skeleton};
use super::form::Form;
use super::lexicon;
use crate::maps::{HashMap, Quick};
use crate::sort::Sort;
use std::borrow::Cow;
use std::hash::Hasher;

/// A name in the text, as far as joining needs it.
#[derive(Debug, Clone)]
pub(super) struct Item<'t> {
    /// The words as written.
    pub text: Cow<'t, str>,
    /// What it names.
    pub kind: Kind,
}

/// How many of a bucket are compared.
const CAP: usize = 48;

/// Letters of a name from which on its consonants alone may tell it.
const LONG_KEY: usize = 7;

/// How many other spellings of a word are tried.
const SPELLINGS: usize = 4;

/// Mentions of one form and kind.
struct Node {
    form: Form,
    kind: Kind,
    mentions: Vec<u32>,
}

/// Gives each item the number of its cluster; numbers run from 0 in order of first mention. `pairs` are items that
/// the text itself equates ("Kurdistan Workers' Party (PKK)").
pub(super) fn cluster(items: &[Item<'_>], pairs: &[(u32, u32)]) -> Vec<u32> {
    let (nodes, node_of) = nodes(items);
    let mut joiner = Joiner::new(&nodes);
    for &(a, b) in pairs {
        let (a, b) = (node_of[a as usize], node_of[b as usize]);
        if nodes[a as usize].kind == nodes[b as usize].kind {
            joiner.sets.union(a, b);
            joiner.settled[b as usize] = true;
        }
    }
    joiner.run();
    number(&joiner.assign(items.len()))
}

/// Distinct forms in order of first mention, and the node of each item.
fn nodes(items: &[Item<'_>]) -> (Vec<Node>, Vec<u32>) {
    let mut nodes: Vec<Node> = Vec::new();
    let mut by_text: HashMap<(Kind, &str), u32> = HashMap::default();
    let mut by_key: HashMap<(Kind, String), u32> = HashMap::default();
    let mut node_of = Vec::with_capacity(items.len());
    for (i, item) in items.iter().enumerate() {
        let node = *by_text.entry((item.kind, &item.text)).or_insert_with(|| {
            let form = Form::new(&item.text, item.kind);
            let at = *by_key.entry((item.kind, form.key.clone())).or_insert(nodes.len() as u32);
            match nodes.get_mut(at as usize) {
                None => nodes.push(Node { form, kind: item.kind, mentions: Vec::new() }),
                // Of several spellings of one key, the one with most words tells most: "Sea Micro".
                Some(node) if form.words.len() > node.form.words.len() => node.form = form,
                Some(node) => {
                    node.form.caps |= form.caps;
                    node.form.company |= form.company;
                }
            }
            at
        });
        nodes[node as usize].mentions.push(i as u32);
        node_of.push(node);
    }
    (nodes, node_of)
}

struct Joiner<'n> {
    nodes: &'n [Node],
    sets: Sets,
    /// Nodes that need no further reason.
    settled: Vec<bool>,
    /// Nodes whose mentions go each to the nearest of several.
    split: HashMap<u32, Vec<u32>>,
    by_word: HashMap<(Kind, &'n str), Vec<u32>>,
    by_initials: HashMap<(Kind, String), Vec<u32>>,
    /// Nodes by the consonants of the whole name.
    by_bones: HashMap<(Kind, String), Vec<u32>>,
    /// Words that may be spellings of each other, by each of their keys, sorted once all are there.
    spellings: Vec<(u64, &'n str)>,
}

impl<'n> Joiner<'n> {
    fn new(nodes: &'n [Node]) -> Self {
        Self {
            nodes,
            sets: Sets((0..nodes.len() as u32).collect()),
            settled: vec![false; nodes.len()],
            split: HashMap::default(),
            by_word: HashMap::default(),
            by_initials: HashMap::default(),
            by_bones: HashMap::default(),
            spellings: Vec::new(),
        }
    }

    fn run(&mut self) {
        // Long names first: whatever a short name may stand for is there when its turn comes.
        let mut order: Vec<u32> = (0..self.nodes.len() as u32).collect();
        let size = |n: &Node| {
            (n.form.words.len(), n.form.words.iter().filter(|w| w.len() > 1).count(), n.form.key.len())
        };
        order.arrange_by_key(|&n| std::cmp::Reverse(size(&self.nodes[n as usize])));
        for &node in &order {
            if !self.settled[node as usize] {
                self.settled[node as usize] = self.by_reason(node, false) || self.by_acronym(node);
            }
            self.index(node);
        }
        self.spellings.arrange_by_key(|(key, _)| *key);
        for &node in &order {
            if !self.settled[node as usize] {
                self.by_reason(node, true);
            }
        }
    }

    fn index(&mut self, at: u32) {
        let nodes = self.nodes;
        let Node { form, kind, .. } = &nodes[at as usize];
        for word in &form.words {
            if lexicon::SMALL_WORDS.contains(word) {
                continue;
            }
            let bucket = self.by_word.entry((*kind, word)).or_default();
            if bucket.last() != Some(&at) {
                if bucket.is_empty() {
                    self.spellings.extend(spelling_keys(*kind, word).map(|key| (key, word.as_str())));
                }
                bucket.push(at);
            }
        }
        if form.key.len() >= LONG_KEY {
            self.by_bones.entry((*kind, skeleton(&form.key))).or_default().push(at);
        }
        if let Some(inner) = &form.inner {
            self.by_initials.entry((*kind, inner.clone())).or_default().push(at);
        }
        if form.words.len() > 1 {
            let (initials, all) = (form.initials(), form.all_initials());
            if all != initials {
                self.by_initials.entry((*kind, all)).or_default().push(at);
            }
            self.by_initials.entry((*kind, initials)).or_default().push(at);
        }
    }

    /// Joins a node to what it may be short for, by the best reason found. True if there is one.
    fn by_reason(&mut self, at: u32, fuzzy: bool) -> bool {
        let nodes = self.nodes;
        let node = &nodes[at as usize];
        let mut found: Vec<(Reason, u32)> = Vec::new();
        for other in self.candidates(node, fuzzy) {
            let long = &nodes[other as usize];
            let longer = long.form.words.len() >= node.form.words.len();
            if other == at || !longer || self.split.contains_key(&other) {
                continue;
            }
            if let Some(reason) = alias::reason(&node.form, &long.form, node.kind, fuzzy)
                && (long.mentions.first() < node.mentions.first() || !asks_for_more(reason, node.kind))
            {
                found.push((reason, other));
            }
        }
        let Some(best) = found.iter().map(|f| f.0).max() else { return false };
        let mut roots: Vec<u32> = Vec::new();
        for &(reason, other) in &found {
            let root = self.sets.find(other);
            if reason == best && root != self.sets.find(at) && !roots.contains(&root) {
                roots.push(root);
            }
        }
        match roots[..] {
            [] => false,
            [one] if best != Reason::Head => {
                self.sets.union(one, at);
                true
            }
            _ => {
                self.split.insert(at, roots);
                true
            }
        }
    }

    /// Nodes that share a telling word with `node`, or one spelt like it.
    fn candidates(&self, node: &Node, fuzzy: bool) -> Vec<u32> {
        let mut out = Vec::new();
        let words = &node.form.words;
        let last = words.last();
        let first = words.first().filter(|_| words.len() > 1);
        for word in last.into_iter().chain(first) {
            if !fuzzy {
                self.bucket(node.kind, word, &mut out);
                if let Some(one) = word.strip_suffix('s').filter(|_| node.kind == Kind::Place) {
                    self.bucket(node.kind, one, &mut out);
                }
                continue;
            }
            let mut seen: Vec<&str> = Vec::new();
            for key in spelling_keys(node.kind, word) {
                let first = self.spellings.partition_point(|s| s.0 < key);
                let same = self.spellings[first..].iter().take_while(|s| s.0 == key);
                for &(_, other) in same.take(2 * SPELLINGS) {
                    if seen.len() < SPELLINGS && other != word && !seen.contains(&other) && alike(word, other)
                    {
                        seen.push(other);
                        self.bucket(node.kind, other, &mut out);
                    }
                }
            }
            // The other word of the name may be the one that is misspelt.
            self.bucket(node.kind, word, &mut out);
        }
        // "Lotf Allah Mosque" and "Lotfollah Mosque": parted otherwise, too.
        if fuzzy && let Some(same) = self.by_bones.get(&(node.kind, skeleton(&node.form.key))) {
            out.extend(same.iter().take(CAP));
        }
        out.arrange();
        out.dedup();
        out
    }

    fn bucket(&self, kind: Kind, word: &str, out: &mut Vec<u32>) {
        if let Some(bucket) = self.by_word.get(&(kind, word)) {
            out.extend(bucket.iter().take(CAP));
        }
    }

    /// Joins a word in capitals to the name it abbreviates.
    fn by_acronym(&mut self, at: u32) -> bool {
        let node = &self.nodes[at as usize];
        let [word] = &node.form.words[..] else { return false };
        if !node.form.caps || !(2..=8).contains(&word.len()) {
            return false;
        }
        let Some(bucket) = self.by_initials.get(&(node.kind, word.clone())) else { return false };
        let best = bucket.iter().take(CAP).max_by_key(|&&n| self.nodes[n as usize].mentions.len()).copied();
        if let Some(long) = best {
            self.sets.union(long, at);
        }
        best.is_some()
    }

    /// The cluster of each mention: that of its form, or for a split form the nearest before it.
    fn assign(&mut self, mentions: usize) -> Vec<u32> {
        let mut cluster = vec![u32::MAX; mentions];
        let mut members: HashMap<u32, Vec<u32>> = HashMap::default();
        for (n, node) in self.nodes.iter().enumerate() {
            if self.split.contains_key(&(n as u32)) {
                continue;
            }
            let root = self.sets.find(n as u32);
            members.entry(root).or_default().extend(&node.mentions);
            for &m in &node.mentions {
                cluster[m as usize] = root;
            }
        }
        for list in members.values_mut() {
            list.arrange();
        }
        let split = std::mem::take(&mut self.split);
        for (n, roots) in &split {
            let own = self.sets.find(*n);
            let head = self.is_head(*n);
            let mut roots: Vec<(usize, u32)> = roots
                .iter()
                .map(|&r| self.sets.find(r))
                .map(|r| (members.get(&r).map_or(0, Vec::len), r))
                .collect();
            roots.arrange_by_key(|&(count, r)| (std::cmp::Reverse(count), r));
            roots.dedup();
            // Of two of one surname the one the article is about bears it alone, else the one named last.
            let main = match roots[..] {
                [(_, one)] => Some(one),
                [(most, one), (second, _), ..] if !head && most > second => Some(one),
                _ => None,
            };
            for &m in &self.nodes[*n as usize].mentions {
                let last = |r: u32| {
                    let list = members.get(&r)?;
                    list.get(list.partition_point(|&x| x < m).checked_sub(1)?).copied()
                };
                let nearest = || roots.iter().filter_map(|&(_, r)| Some((last(r)?, r))).max().map(|(_, r)| r);
                // Who is named first further on is not yet known by the surname.
                let chosen = main.filter(|&one| last(one).is_some()).or_else(nearest).or(main);
                let fallback = if head { own } else { roots.first().map_or(own, |&(_, r)| r) };
                cluster[m as usize] = chosen.unwrap_or(fallback);
            }
        }
        cluster
    }

    fn is_head(&self, node: u32) -> bool {
        lexicon::HEADS.contains(&self.nodes[node as usize].form.words.join(" "))
    }
}

/// True of a first name alone and of a word from the middle of a name: they are understood once the whole name is known.
fn asks_for_more(reason: Reason, kind: Kind) -> bool {
    reason == Reason::Inner || reason == Reason::First && kind == Kind::Person
}

/// Keys under which likely spellings of a word meet: its consonants, the word, and the word with one letter left out.
fn spelling_keys(kind: Kind, word: &str) -> impl Iterator<Item = u64> + use<'_> {
    let letters = word.as_bytes();
    let told = (5..=24).contains(&letters.len()) && word.is_ascii();
    let key = move |what: u8, letters: &[&[u8]]| {
        let mut key = Quick::default();
        key.write(&[kind as u8, what]);
        letters.iter().copied().flatten().for_each(|&letter| key.write_u8(letter));
        key.finish()
    };
    // Of a double letter either may be the one left out.
    let shorter = (0..letters.len()).filter(|&i| i == 0 || letters[i] != letters[i - 1]);
    let shorter = shorter.take(if letters.len() >= 6 { letters.len() } else { 0 });
    let whole = told.then(|| [key(b'=', &[skeleton(word).as_bytes()]), key(0, &[letters])]);
    let shorter = shorter.filter(move |_| told).map(move |i| key(0, &[&letters[..i], &letters[i + 1..]]));
    whole.into_iter().flatten().chain(shorter)
}

/// Renumbers clusters in order of first mention.
fn number(roots: &[u32]) -> Vec<u32> {
    let mut numbers: HashMap<u32, u32> = HashMap::default();
    roots
        .iter()
        .map(|&r| {
            let next = numbers.len() as u32;
            *numbers.entry(r).or_insert(next)
        })
        .collect()
}

/// Disjoint sets; the root of a set is the longer name.
struct Sets(Vec<u32>);

impl Sets {
    fn find(&mut self, x: u32) -> u32 {
        let mut root = x;
        while self.0[root as usize] != root {
            root = self.0[root as usize];
        }
        let mut at = x;
        while self.0[at as usize] != root {
            at = std::mem::replace(&mut self.0[at as usize], root);
        }
        root
    }

    fn union(&mut self, long: u32, short: u32) {
        let (long, short) = (self.find(long), self.find(short));
        self.0[short as usize] = long;
    }
}
