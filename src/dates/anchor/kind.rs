//! News or story: what implied years hang on.

use crate::dates::atoms::Atoms;
use crate::dates::civil::Day;
use crate::dates::meaning::{Found, From, Meaning, Which, Year};

/// How many years back nobody reports news from.
const LONG_AGO: i32 = 25;

/// Whether the text tells history rather than news: years far from publication outnumber the words that point at it
/// ("today", "last week", bare weekdays).
pub(super) fn is_story(t: &Atoms<'_>, found: &[Found], published: Option<Day>) -> bool {
    let (mut far, mut near, mut deictic, mut oldest) = (0usize, 0usize, 0usize, 0);
    let here = published.map(|d| d.ymd().0);
    for f in found {
        let meaning = match f.meaning {
            Meaning::Time { day: Some(day), .. } => t.kept(day),
            meaning => meaning,
        };
        match meaning {
            Meaning::Date { year: Year::Is(y), .. }
            | Meaning::Piece { year: Year::Is(y), .. }
            | Meaning::Holiday { year: Year::Is(y), .. } => match here.map(|here| here - i32::from(y)) {
                Some(years) if years.abs() <= 1 => near += 1,
                years => {
                    far += 1;
                    oldest = oldest.max(years.unwrap_or(0));
                }
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
    let enough = if here.is_none() || oldest > LONG_AGO { 3 } else { 4 };
    // A short piece that never points at its own day, and whose only years are long past.
    if oldest > LONG_AGO && far >= 2 && near == 0 && deictic == 0 {
        return true;
    }
    far >= enough && far > 2 * near && (deictic == 0 || far >= 8 && far > 3 * deictic)
}
