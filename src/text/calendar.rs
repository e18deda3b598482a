//! The names of the months and of the days of the week.

/// From January to December.
#[rustfmt::skip]
const MONTHS: [&str; 12] = [
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
];

/// From Monday to Sunday.
const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// Whether the word names a month, in full or cut to three or four letters ("Sept.").
pub(crate) fn is_month(word: &str) -> bool {
    names(&MONTHS, word, 4)
}

/// Whether the word names a day of the week, in full or cut to three to five letters ("Thurs.").
pub(super) fn is_weekday(word: &str) -> bool {
    names(&WEEKDAYS, word, 5)
}

fn names(names: &[&str], word: &str, cut: usize) -> bool {
    let word = word.trim_end_matches('.');
    let begins = |name: &&str| name.get(..word.len()).is_some_and(|head| head.eq_ignore_ascii_case(word));
    word.len() >= 3
        && names.iter().any(|name| begins(name) && (word.len() <= cut || word.len() == name.len()))
}
