//! A table that is asked far more often than it answers, in little memory.
//!
//! Entries stand sorted by key. A bitmap has eight bits for each of them, one set for each stretch of keys in use, so
//! that most questions without an answer end there; with it, each 64 bits keep where their entries begin, and counting
//! the bits before leads to an entry in one step (rank of a bit vector: Jacobson 1989).

/// Values by key, keys of a known number of bits and evenly spread, as hashes are.
#[derive(Debug, Clone, Default)]
pub(super) struct Table<V> {
    /// A bit for each stretch of keys that is in use.
    used: Vec<u64>,
    /// Where the entries begin whose stretches are in each 64 bits.
    starts: Vec<u32>,
    keys: Vec<u32>,
    values: Vec<V>,
    shift: u32,
}

impl<V: Copy + Default> Table<V> {
    /// A table of pairs with distinct keys below 2 to the power of `bits`.
    pub(super) fn new(pairs: &[(u32, V)], bits: u32) -> Self {
        let slots = (pairs.len() * 8).next_power_of_two().clamp(64, 1 << bits);
        let shift = bits - slots.trailing_zeros();
        let slot = |key: u32| (key >> shift) as usize % slots;
        let (mut used, mut starts) = (vec![0u64; slots / 64], vec![0u32; slots / 64]);
        for (key, _) in pairs {
            starts[slot(*key) / 64] += 1;
        }
        let mut end = 0;
        for start in &mut starts {
            end += std::mem::replace(start, end);
        }
        // Each entry goes among the few of its word of bits, in any order; these are then put in theirs.
        let (mut keys, mut values) = (vec![0; pairs.len()], vec![V::default(); pairs.len()]);
        let mut next = starts.clone();
        for (key, value) in pairs {
            let at = &mut next[slot(*key) / 64];
            (keys[*at as usize], values[*at as usize]) = (*key, *value);
            *at += 1;
        }
        for new in 0..keys.len() {
            let (mut at, key) = (new, keys[new]);
            while at > 0 && keys[at - 1] > key {
                keys.swap(at - 1, at);
                values.swap(at - 1, at);
                at -= 1;
            }
            used[slot(key) / 64] |= 1 << (slot(key) % 64);
        }
        Self { used, starts, keys, values, shift }
    }

    /// The value of a key.
    #[inline]
    pub(super) fn get(&self, key: u32) -> Option<&V> {
        let (entry, here) = if self.may_have(key) { self.find(key) } else { (0, false) };
        self.values.get(entry).filter(|_| here)
    }

    /// The values of those keys that have one, to `each` of them; `key` makes the keys. All bits are looked at before the first entry is, and all
    /// entries before the first value is used, with nothing to guess between: a processor then fetches many at a time. What
    /// is left after each look stands where the keys stood.
    #[inline]
    pub(super) fn each(&self, keys: &mut [u32], key: impl Fn(u32) -> u32, mut each: impl FnMut(&V)) {
        let mut likely = 0;
        for at in 0..keys.len() {
            let key = key(keys[at]);
            keys[likely] = key;
            likely += usize::from(self.may_have(key));
        }
        let mut hits = 0;
        for at in 0..likely {
            let (entry, here) = self.find(keys[at]);
            keys[hits] = entry as u32;
            hits += usize::from(here);
        }
        for &entry in &keys[..hits] {
            if let Some(value) = self.values.get(entry as usize) {
                each(value);
            }
        }
    }

    /// Whether any entry is in a key's stretch.
    #[inline]
    fn may_have(&self, key: u32) -> bool {
        let slot = (key >> self.shift) as usize;
        self.used.get(slot / 64).is_some_and(|bits| bits >> (slot % 64) & 1 != 0)
    }

    /// Where the entry of a key would be, and whether it is there. The bits before its own count to it, or to a little
    /// before it: entries that share a stretch push those behind them on.
    #[inline]
    fn find(&self, key: u32) -> (usize, bool) {
        let slot = (key >> self.shift) as usize;
        let before = self.used.get(slot / 64).map_or(0, |bits| bits & ((1 << (slot % 64)) - 1));
        let mut at = (self.starts.get(slot / 64).map_or(0, |s| *s) + before.count_ones()) as usize;
        while self.keys.get(at).is_some_and(|k| *k < key) {
            at += 1;
        }
        (at, self.keys.get(at) == Some(&key))
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
        let table = Table::new(&keys.iter().map(|&k| (k, k + 1)).collect::<Vec<_>>(), 24);
        for key in keys.iter().flat_map(|&k| [k.saturating_sub(1), k, k + 1]) {
            let expected = keys.binary_search(&key).is_ok().then(|| key + 1);
            assert_eq!(table.get(key).copied(), expected, "{key}");
        }
        assert_eq!(Table::<u8>::new(&[], 24).get(7), None);
        assert_eq!(Table::<u8>::default().get(7), None);
    }
}
