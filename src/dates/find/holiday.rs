//! Days with names: "Christmas Eve", "Thanksgiving", "Good Friday", "the Fourth of July".

use super::{Hit, calendar};
use crate::dates::atoms::Atoms;
use crate::dates::meaning::{Holiday, Which, Year};
use crate::dates::packed::patterns;
use crate::dates::read::Read;
use crate::dates::words::{Shift, Unit, Word};

use Holiday::{Easter, Fixed, Nth};

patterns! {
    /// Names, longest first among those that begin alike.
    NAMES: Holiday = [
        ("new year/years '? s? day", Fixed(1, 1)), ("new year/years '? s? eve", Fixed(12, 31)), ("new year ' s", Fixed(1, 1)),
        ("groundhog day", Fixed(2, 2)), ("valentine/valentines '? s? day", Fixed(2, 14)), ("presidents '? day", Nth(3, 0, 2, 0)),
        ("martin luther king jr? .? day", Nth(3, 0, 1, 0)), ("st .? patrick ' s day", Fixed(3, 17)),
        ("april fool/fools '? s? day", Fixed(4, 1)), ("anzac day", Fixed(4, 25)), ("australia day", Fixed(1, 26)),
        ("earth day", Fixed(4, 22)), ("may day", Fixed(5, 1)), ("cinco de mayo", Fixed(5, 5)),
        ("mother/mothers '? s? day", Nth(2, 6, 5, 0)), ("father/fathers '? s? day", Nth(3, 6, 6, 0)),
        ("memorial day", Nth(-1, 0, 5, 0)), ("canada day", Fixed(7, 1)), ("bastille day", Fixed(7, 14)),
        ("labor/labour day", Nth(1, 0, 9, 0)), ("columbus day", Nth(2, 0, 10, 0)), ("halloween", Fixed(10, 31)),
        ("veterans '? day", Fixed(11, 11)), ("armistice/remembrance day", Fixed(11, 11)), ("election day", Nth(1, 0, 11, 1)),
        ("thanksgiving day?", Nth(4, 3, 11, 0)), ("black friday", Nth(4, 3, 11, 1)), ("cyber monday", Nth(4, 3, 11, 4)),
        ("christmas eve", Fixed(12, 24)), ("christmas day?", Fixed(12, 25)), ("boxing day", Fixed(12, 26)),
        ("ash wednesday", Easter(-46)), ("mardi gras", Easter(-47)), ("juneteenth", Fixed(6, 19)), ("maundy thursday", Easter(-3)),
        ("ascension day", Easter(39)), ("palm sunday", Easter(-7)), ("good friday", Easter(-2)), ("easter monday", Easter(1)),
        ("easter sunday?", Easter(0)), ("whit monday", Easter(50)), ("pentecost", Easter(49)),
        ("fourth of july", Fixed(7, 4)), ("july fourth", Fixed(7, 4)),
    ]
}

/// Words with a capital at the head of a sentence that may lead a holiday.
const LEADS: &str = "on by since before after for until over during between from through if and but";

pub(super) fn find(t: &Atoms<'_>, i: usize) -> Option<Hit> {
    // "last Christmas", "this Easter", "the Fourth of July"
    let (which, at) = match t.word(i) {
        Word::Shift(Shift::Last) => (Which::Last, i + 1),
        Word::Shift(Shift::This) => (Which::This, i + 1),
        Word::Shift(Shift::Next) => (Which::Next, i + 1),
        Word::Shift(Shift::That) => (Which::That, i + 1),
        Word::The => (Which::Bare, i + 1),
        Word::Holiday | Word::Month(..) | Word::Ordinal(_) => (Which::Bare, i),
        _ => return None,
    };
    if !matches!(t.word(at), Word::Holiday | Word::Month(..) | Word::Ordinal(4)) {
        return None;
    }
    if let Some(hit) = once(t, at) {
        return Some(hit);
    }

    if t.text(at) == "New" && t.text(at + 1) == "Year" && t.has(i, Word::The) && !t.apostrophe(at + 2) {
        return Hit::holiday(t, at + 2, Fixed(1, 1), Year::Implied, which);
    }
    let (end, holiday) = t.first_like(at, &NAMES)?;
    // "Christmas Island", "Easter Island", "Black Friday Group"; "Christmas trees" are things of the day.
    if t.any(
        end,
        "island islands tree trees carol carols gift gifts card cards egg eggs bunny story song songs parade \
        party dinner",
    ) && end == at + 1
    {
        return None;
    }
    if which == Which::Bare && t.has(i, Word::The) && matches!(holiday, Fixed(12, 25)) {
        return None;
    }
    // A title or a name: "White Christmas", "Johnnie Christmas", "The Christmas Cottage".
    let capital = |k: usize| t.has(k, Word::Other) && t.capital(k);
    if end == at + 1 && (i > 0 && capital(i - 1) && !t.opens(i) && !t.any(i - 1, LEADS) || capital(end)) {
        return None;
    }
    // "Labor Day weekend"
    if t.is(end, "weekend") {
        let of = Hit::holiday(t, end, holiday, Year::Implied, which)?;
        return Hit::nth(t, end + 1, 1, Unit::Weekend, None, of);
    }
    let comma = t.comma(end);
    let comma = t.past(comma, "of");
    if let Some(year) = calendar::stated_year(t, comma) {
        return Hit::holiday(t, comma + 1, holiday, Year::Is(year.what()), which);
    }
    if let Some((year, end)) = calendar::relative_year(t, end).map(Read::parts) {
        return Hit::holiday(t, end, holiday, year, which);
    }
    Hit::holiday(t, end, holiday, Year::Implied, which)
}

patterns! {
    /// Days that happened once and are called by name: year, month, day.
    ONCE: (i16, u8, u8) = [
        ("d - day", (1944, 6, 6)),
        ("ve day", (1945, 5, 8)),
        ("vj day", (1945, 8, 15)),
        ("v - e day", (1945, 5, 8)),
        ("v - j day", (1945, 8, 15)),
        ("black monday", (1987, 10, 19)),
        ("black tuesday", (1929, 10, 29)),
        ("black thursday", (1929, 10, 24)),
        ("black wednesday", (1992, 9, 16)),
        ("bloody sunday", (1972, 1, 30)),
    ]
}

fn once(t: &Atoms<'_>, i: usize) -> Option<Hit> {
    if !t.capital(i) {
        return None;
    }
    let (end, (year, month, day)) = t.first_like(i, &ONCE)?;
    // A year behind it tells another such day.
    let own = match t.word(t.past(end, "of")) {
        Word::Digits(y @ 1000..=2999, 4) => y as i16 == year,
        _ => t.capital(end - 1),
    };
    if own { Hit::date(t, end, Year::Is(year), Some(month), Some(day), None) } else { None }
}
