//! The place (and day, and agency) that opens a story: "MOSCOW, Russia –", "BEIRUT, Aug. 3 (AP) —".

use super::calendar::{is_month, is_weekday};
use super::view::{View, is_dash};
use std::ops::Range;

/// News agencies and broadcasters that sign date lines, bylines and credits.
#[rustfmt::skip]
pub(super) const AGENCIES: &[&str] = &[
    "AFP", "AP", "ANI", "ANSA", "BBC", "Bloomberg", "CBS", "CNN", "DPA", "dpa", "EFE", "IANS", "Interfax",
    "IRNA", "Kyodo", "NPR", "PA", "PTI", "RFE/RL", "RIA", "Reuters", "SANA", "SPA", "TASS", "UPI", "VOA",
    "WAM", "Xinhua", "Yonhap", "Anadolu", "Agence", "REUTERS", "Associated",
];

/// True of names that sign date lines.
pub(crate) fn is_agency(name: &str) -> bool {
    AGENCIES.contains(&name)
}

/// The tokens of the date line that opens `block`, without its dash.
pub(super) fn dateline(view: View<'_>, block: &Range<usize>) -> Option<Range<usize>> {
    let start = block.start;
    if view.word(start) == "(" {
        return signature(view, block);
    }
    if !view.is_capital(start) {
        return None;
    }
    let monthly = is_month(view.word(start));
    let (mut capitals, mut comma, mut signed, mut dated, mut brackets) = (true, false, false, false, 0i32);
    for i in start..block.end.min(start + 20) {
        let word = view.word(i);
        if is_dash(word) && brackets == 0 && i > start && !(view.glued(i) && view.glued(i + 1) && word == "-")
        {
            let place = capitals && !monthly && long_enough(view, start..i);
            let good = place
                || signed
                || !monthly && dated && comma && i - start <= 8 && !is_weekday(view.word(start));
            return (good && i + 1 < block.end).then_some(start..i);
        }
        match word {
            "(" => brackets += 1,
            ")" => {
                brackets -= 1;
                // "LONDON (Reuters) Talks …": the dash is missing.
                if brackets == 0 && signed && capitals && !monthly && view.is_capital(i + 1) {
                    return Some(start..i + 1);
                }
            }
            "," => comma = true,
            "/" | "." | "'" | ";" | "-" => {}
            _ if view.is_number(i) => dated |= i > start,
            _ if brackets > 0 => signed |= AGENCIES.contains(&word) || matches!(word, "Press" | "News"),
            _ if is_joining(word) => {}
            _ if !view.is_capital(i) => return None,
            _ => {
                dated |= is_month(word);
                // The town is in capitals; what follows its comma need not be.
                capitals &= comma || view.is_capitals(i) || is_month(word);
            }
        }
    }
    None
}

/// "(CNN) --", "(Reuters)", "(April 30) -": a date line without its place.
fn signature(view: View<'_>, block: &Range<usize>) -> Option<Range<usize>> {
    let inside = block.start + 1;
    let close = (inside..block.end.min(inside + 4)).find(|&i| view.word(i) == ")")?;
    let agency = AGENCIES.contains(&view.word(inside)) && close == inside + 1;
    let day = is_month(view.word(inside)) && view.is_number(inside + 1);
    let dash = is_dash(view.word(close + 1));
    let signs = agency && (dash || view.is_capital(close + 1)) || day && dash;
    (signs && close + 2 < block.end).then_some(block.start..close + 1)
}

/// A date line in capitals has a word of three letters or more: not "US – the", nor "A – B".
fn long_enough(view: View<'_>, range: Range<usize>) -> bool {
    view.is_capitals(range.start) && (view.word(range.start).len() > 2 || range.len() > 2)
}

fn is_joining(word: &str) -> bool {
    matches!(
        word,
        "and" | "de" | "of" | "the" | "la" | "el" | "du" | "al" | "on" | "near" | "in" | "'s" | "’s"
    )
}
