//! The labels of the chain: outside, and for each kind a first and a further piece.

use super::NameKind;

/// How many labels there are.
pub const LABELS: usize = 9;
/// Outside of any name.
pub const OUTSIDE: usize = 0;
/// Kinds in the order of their labels.
pub const KINDS: [NameKind; 4] =
    [NameKind::Person, NameKind::Place, NameKind::Organization, NameKind::Demonym];

/// The label of the first piece of a name.
pub fn begin(kind: usize) -> usize {
    1 + kind * 2
}

/// The label of a further piece.
pub fn inside(kind: usize) -> usize {
    2 + kind * 2
}

/// The number of the kind of a label; none outside.
pub fn kind(label: usize) -> Option<usize> {
    label.checked_sub(1).map(|l| l / 2)
}

/// True for the label of a further piece.
pub fn is_inside(label: usize) -> bool {
    label != OUTSIDE && label.is_multiple_of(2)
}

/// Whether `label` may follow `previous` (`None` at the start of a sentence).
pub fn may_follow(previous: Option<usize>, label: usize) -> bool {
    !is_inside(label) || previous.is_some_and(|p| p == label || p + 1 == label)
}

/// The names in a sequence of labels, as `(first, end, kind)`.
pub fn spans(labels: &[u8]) -> Vec<(usize, usize, usize)> {
    let mut spans: Vec<(usize, usize, usize)> = Vec::new();
    for (at, &label) in labels.iter().enumerate() {
        let Some(kind) = kind(label as usize) else { continue };
        match spans.last_mut() {
            Some(last) if is_inside(label as usize) && last.1 == at && last.2 == kind => last.1 = at + 1,
            _ => spans.push((at, at + 1, kind)),
        }
    }
    spans
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_make_names() {
        // Vlasta Novak | of | Nusa Group: B-PER I-PER O B-ORG I-ORG
        assert_eq!(spans(&[1, 2, 0, 5, 6]), [(0, 2, 0), (3, 5, 2)]);
        assert_eq!(spans(&[3, 3]), [(0, 1, 1), (1, 2, 1)]);
        assert!(may_follow(Some(begin(2)), inside(2)));
        assert!(!may_follow(Some(begin(1)), inside(2)));
        assert!(!may_follow(None, inside(0)));
    }
}
