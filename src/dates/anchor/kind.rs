//! News or story: what implied years hang on.

use crate::dates::civil::Day;
use crate::dates::meaning::{Found, From, Meaning, Which, Year};

/// Whether the text tells history rather than news: years far from publication outnumber the words that point at it
/// ("today", "last week", bare weekdays).
pub(super) fn is_story(found: &[Found], published: Option<Day>) -> bool {
    let (mut far, mut near, mut deictic) = (0usize, 0usize, 0usize);
    let here = published.map(|d| d.ymd().0);
    for f in found {
        let meaning = match &f.meaning {
            Meaning::Clock { day: Some(day), .. } | Meaning::Part { day: Some(day), .. } => day,
            meaning => meaning,
        };
        match meaning {
            Meaning::Date { year: Year::Is(y), .. }
            | Meaning::Piece { year: Year::Is(y), .. }
            | Meaning::Holiday { year: Year::Is(y), .. } => match here {
                Some(here) if (y - here).abs() <= 1 => near += 1,
                _ => far += 1,
            },
            Meaning::Decade { .. } | Meaning::Century { .. } => far += 1,
            Meaning::Date {
                year: Year::Implied,
                month: None,
                day: None,
                weekday: Some(_),
                which: Which::Bare | Which::Last | Which::Next,
            } => {
                deictic += 1;
            }
            Meaning::Step { from: From::Publication, .. } | Meaning::Away { from: From::Publication, .. } => {
                deictic += 1
            }
            _ => {}
        }
    }
    // With no publication day to be far from, fewer years will do: there is nothing else to hang on.
    let enough = if here.is_some() { 4 } else { 3 };
    far >= enough && far > 2 * near && (deictic == 0 || far >= 8 && far > 3 * deictic)
}
