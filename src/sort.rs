//! Sorting in little code. The standard library makes its sort anew for each type and each order, thousands of bytes
//! at a time, which were a fifth of the WebAssembly; here what is made anew is to compare and to swap.

use std::cmp::Ordering;

/// Lists up to this length are sorted by insertion.
const SHORT: usize = 12;

/// Sorting of slices. All sorts keep the order of what is equal.
pub(crate) trait Sort<T> {
    /// Sorts by a comparison.
    fn arrange_by(&mut self, compare: impl Fn(&T, &T) -> Ordering);

    /// Sorts by a key.
    fn arrange_by_key<K: Ord>(&mut self, key: impl Fn(&T) -> K) {
        self.arrange_by(|a, b| key(a).cmp(&key(b)));
    }

    /// Sorts.
    fn arrange(&mut self)
    where
        T: Ord,
    {
        self.arrange_by(T::cmp);
    }
}

impl<T> Sort<T> for [T] {
    fn arrange_by(&mut self, compare: impl Fn(&T, &T) -> Ordering) {
        sort(&mut Sorting { items: self, compare });
    }
}

/// What a sort does to the list it sorts.
trait List {
    fn len(&self) -> usize;
    fn less(&self, a: usize, b: usize) -> bool;
    fn swap(&mut self, a: usize, b: usize);
}

struct Sorting<'l, T, C> {
    items: &'l mut [T],
    compare: C,
}

impl<T, C: Fn(&T, &T) -> Ordering> List for Sorting<'_, T, C> {
    fn len(&self) -> usize {
        self.items.len()
    }

    fn less(&self, a: usize, b: usize) -> bool {
        (self.compare)(&self.items[a], &self.items[b]) == Ordering::Less
    }

    fn swap(&mut self, a: usize, b: usize) {
        self.items.swap(a, b);
    }
}

/// One function for lists of all types.
fn sort(list: &mut dyn List) {
    let sorted = (1..list.len()).take_while(|&at| !list.less(at, at - 1)).count() + 1;
    if sorted >= list.len() {
        return;
    }
    if list.len() > SHORT {
        let mut order = merged(list);
        permute(list, &mut order);
        return;
    }
    for at in sorted..list.len() {
        let mut at = at;
        while at > 0 && list.less(at, at - 1) {
            list.swap(at, at - 1);
            at -= 1;
        }
    }
}

/// The items by number in their order: ever longer stretches merged, from below.
fn merged(list: &dyn List) -> Vec<u32> {
    let count = list.len();
    let mut order: Vec<u32> = (0..count as u32).collect();
    let mut next = Vec::with_capacity(count);
    let mut stretch = 1;
    while stretch < count {
        for pair in order.chunks(2 * stretch) {
            let (mut left, mut right) = pair.split_at(stretch.min(pair.len()));
            while let (Some((&a, before)), Some((&b, after))) = (left.split_first(), right.split_first()) {
                if list.less(b as usize, a as usize) {
                    next.push(b);
                    right = after;
                } else {
                    next.push(a);
                    left = before;
                }
            }
            next.extend_from_slice(left);
            next.extend_from_slice(right);
        }
        std::mem::swap(&mut order, &mut next);
        next.clear();
        stretch *= 2;
    }
    order
}

/// Puts at each place the item that `order` names for it, one cycle of the permutation after the other.
fn permute(list: &mut dyn List, order: &mut [u32]) {
    for start in 0..order.len() {
        let mut at = start;
        loop {
            let from = std::mem::replace(&mut order[at], at as u32) as usize;
            if from == start {
                break;
            }
            list.swap(at, from);
            at = from;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Sort;
    use std::cmp::Reverse;

    /// As the standard library does it, for all lengths around the turn from insertion to merging.
    #[test]
    fn sorts_as_the_standard_library_does() {
        let mut state = 1u32;
        let mut random = || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            state >> 16
        };
        for length in (0..70).chain([127, 128, 129, 1000]) {
            for range in [2, 5, 100, 65_536] {
                let items: Vec<(u32, usize)> = (0..length).map(|n| (random() % range, n)).collect();
                let (mut ours, mut theirs) = (items.clone(), items.clone());
                ours.arrange_by_key(|i| i.0);
                theirs.sort_by_key(|i| i.0);
                assert_eq!(ours, theirs, "{items:?}");
                ours.arrange_by_key(|i| Reverse(i.0));
                theirs.sort_by_key(|i| Reverse(i.0));
                assert_eq!(ours, theirs, "{items:?}");
                ours.arrange();
                theirs.sort();
                assert_eq!(ours, theirs, "{items:?}");
            }
        }
    }
}
