//! A table that is asked far more often than it answers, in little memory.
//!
//! Entries stand sorted by key. A bitmap has eight bits for each of them, one set for each stretch of keys in use, so
//! that most questions without an answer end there; with it, each 64 bits keep where their entries begin, and counting
//! the bits before leads to an entry in one step (rank of a bit vector: Jacobson 1989).

/// Values by key, keys of a known number of bits and evenly spread, as hashes are.
#[derive(Debug, Clone, Default)]
pub(super) struct Table<V> {
    words: Vec<(u64, u32)>,
    entries: Vec<(u32, V)>,
    shift: u32,
}

impl<V: Copy> Table<V> {
    /// A table of pairs with distinct keys below 2 to the power of `bits`.
    pub(super) fn new(pairs: Vec<(u32, V)>, bits: u32) -> Self {
        let slots = (pairs.len() * 8).next_power_of_two().clamp(64, 1 << bits);
        let shift = bits - slots.trailing_zeros();
        let slot = |key: u32| (key >> shift) as usize % slots;
        let mut words = vec![(0u64, 0u32); slots / 64];
        for (key, _) in &pairs {
            words[slot(*key) / 64].1 += 1;
        }
        let mut end = 0;
        for (_, start) in &mut words {
            end += std::mem::replace(start, end);
        }
        // Each entry moves to its place among the few of its word that are there already.
        let mut entries = pairs.clone();
        let mut filled = vec![0u32; words.len()];
        for pair in pairs {
            let slot = slot(pair.0);
            let ((bits, start), filled) = (&mut words[slot / 64], &mut filled[slot / 64]);
            let start = *start as usize;
            let mut at = start + *filled as usize;
            while at > start && entries[at - 1].0 > pair.0 {
                entries[at] = entries[at - 1];
                at -= 1;
            }
            entries[at] = pair;
            *filled += 1;
            *bits |= 1 << (slot % 64);
        }
        Self { words, entries, shift }
    }

    /// The value of a key.
    #[inline]
    pub(super) fn get(&self, key: u32) -> Option<&V> {
        let (first, used) = self.place(key);
        if used { self.entry(first, key) } else { None }
    }

    /// The values of those keys that have one, to `each` of them; `key` makes the keys. All bits are looked at before the first
    /// entry is, and all entries before the first value is used, with nothing to guess between: a processor then fetches many
    /// at a time.
    #[inline]
    pub(super) fn each(&self, from: &[u32], key: impl Fn(u32) -> u32, mut each: impl FnMut(&V)) {
        const MANY: usize = 64;
        let mut found = [0u32; MANY];
        for some in from.chunks(MANY) {
            let mut count = 0;
            for &from in some {
                let key = key(from);
                found[count % MANY] = key;
                count += usize::from(self.may_have(key));
            }
            let mut hits = 0;
            for at in 0..count {
                let key = found[at];
                let mut entry = self.place(key).0 as usize;
                while self.entries.get(entry).is_some_and(|e| e.0 < key) {
                    entry += 1;
                }
                found[hits] = entry as u32;
                hits += usize::from(self.entries.get(entry).is_some_and(|e| e.0 == key));
            }
            for &entry in &found[..hits] {
                if let Some((_, value)) = self.entries.get(entry as usize) {
                    each(value);
                }
            }
        }
    }

    /// Whether any entry is in a key's stretch.
    #[inline]
    fn may_have(&self, key: u32) -> bool {
        let slot = (key >> self.shift) as usize;
        self.words.get(slot / 64).is_some_and(|(bits, _)| bits >> (slot % 64) & 1 != 0)
    }

    /// Where the entries of a key's stretch begin, or a little before that, and whether there are any.
    #[inline]
    fn place(&self, key: u32) -> (u32, bool) {
        let slot = (key >> self.shift) as usize;
        let &(bits, start) = self.words.get(slot / 64).unwrap_or(&(0, 0));
        let bit = 1u64 << (slot % 64);
        (start + (bits & (bit - 1)).count_ones(), bits & bit != 0)
    }

    /// Entries that share a stretch push those behind them on: the place counted is the right one or before it.
    #[inline]
    fn entry(&self, first: u32, key: u32) -> Option<&V> {
        let entry = self.entries.get(first as usize..)?.iter().find(|e| e.0 >= key)?;
        (entry.0 == key).then_some(&entry.1)
    }
}

#[cfg(test)]
mod tests {
    use super::Table;

    #[test]
    fn every_key_is_found_and_no_other() {
        // Crowded and empty stretches, both ends of the range.
        let mut keys: Vec<u32> = (0..500u32).map(|i| i.wrapping_mul(0x9E37_79B1) >> 8).collect();
        keys.extend([0, 1, 2, 3, 4, 5, 6, (1 << 24) - 2, (1 << 24) - 1]);
        keys.sort_unstable();
        keys.dedup();
        let table = Table::new(keys.iter().map(|&k| (k, k + 1)).collect(), 24);
        for key in keys.iter().flat_map(|&k| [k.saturating_sub(1), k, k + 1]) {
            let expected = keys.binary_search(&key).is_ok().then(|| key + 1);
            assert_eq!(table.get(key).copied(), expected, "{key}");
        }
        assert_eq!(Table::<u8>::new(Vec::new(), 24).get(7), None);
        assert_eq!(Table::<u8>::default().get(7), None);
    }
}
