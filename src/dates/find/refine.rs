//! Refiners: what an expression gains from its neighbour, once all are found. Each is a function over two that follow each
//! other; they run in the order of [`ALL`].

use super::clock;
use crate::dates::atoms::Atoms;
use crate::dates::meaning::{Clock, Found, From, Kept, Length, Meaning, Time, Year, Zone};
use crate::dates::words::Unit;

/// A refiner, and whether it goes from the last pair to the first.
type Refiner = (fn(&Atoms<'_>, &mut Found, &mut Found), bool);

/// Every refiner, first to last.
const ALL: [Refiner; 4] =
    [(share_day_back, true), (share_day_on, false), (share_year, true), (name_week, false)];

/// Runs them all.
pub(super) fn refine(t: &Atoms<'_>, found: &mut [Found]) {
    for (refiner, backwards) in ALL {
        for k in 1..found.len() {
            let at = if backwards { found.len() - k } else { k };
            if let Some([one, two]) = found.get_mut(at - 1..=at) {
                refiner(t, one, two);
            }
        }
    }
}

/// "between 2 a.m. and 4 a.m. Wednesday": both clock times are of the day that is named once.
fn share_day_back(t: &Atoms<'_>, one: &mut Found, two: &mut Found) {
    if let (
        Meaning::Time { time: before, day: day @ None },
        Meaning::Time { time: Time::Clock(after), day: Some(named) },
    ) = (&mut one.meaning, two.meaning)
        && two.first - one.end <= 2
    {
        // "between 10 p.m. and 4 a.m. Wednesday": the first is of the evening before.
        *day = Some(if crosses(*before, after) { beside(t, named, true) } else { named });
    }
}

/// "Thursday from 9:30 to 11:00": the clock times behind a day are of that day.
fn share_day_on(t: &Atoms<'_>, one: &mut Found, two: &mut Found) {
    let linked =
        two.first - one.end == 1 && (t.any(one.end, "from between to and until till") || t.dash(one.end));
    let Meaning::Time { time: Time::Clock(after), day: day @ None } = &mut two.meaning else { return };
    if !linked {
        return;
    }
    match one.meaning {
        // "8 p.m. to 6 a.m." ends on the next day.
        Meaning::Time { time: before @ Time::Clock(_), day: named } if crosses(before, *after) => {
            let here = Meaning::Step { unit: Unit::Day, by: 0, from: From::Story };
            *day = Some(beside(t, named.unwrap_or_else(|| t.keep(here)), false));
        }
        Meaning::Time { time: Time::Clock(_), day: named } => *day = named,
        meaning if clock::is_day(meaning) => *day = Some(t.keep(meaning)),
        _ => {}
    }
}

/// Whether a range of these two clock times runs over midnight.
fn crosses(from: Time, to: Clock) -> bool {
    matches!(from, Time::Clock(from) if (to.hour, to.minute) < (from.hour, from.minute) && (from.zone == Zone::Local) == (to.zone == Zone::Local))
}

/// The day before or after another.
fn beside(t: &Atoms<'_>, of: Kept, back: bool) -> Kept {
    let length = Length::one(Unit::Day);
    t.keep(Meaning::Offset { length, back, of })
}

/// "10 August to 12 September 2013": the year stands once, behind the last day of the range.
fn share_year(t: &Atoms<'_>, one: &mut Found, two: &mut Found) {
    let linked = two.first - one.end == 1 && (t.any(one.end, "to until through thru and") || t.dash(one.end));
    if let (
        Meaning::Date { year: year @ Year::Implied, month: Some(m), day: Some(_), .. },
        Meaning::Date { year: Year::Is(y), month: Some(m2), day: Some(_), .. },
        true,
    ) = (&mut one.meaning, two.meaning, linked)
    {
        *year = Year::Is(if *m > m2 { y - 1 } else { y });
    }
}

/// "Tuesday morning next week", "on Tuesday, next week": the weekday is one of that week.
fn name_week(t: &Atoms<'_>, one: &mut Found, two: &mut Found) {
    let near =
        two.first == one.end || two.first == one.end + 1 && (t.mark(one.end, b',') || t.any(one.end, "of"));
    let Meaning::Step { unit: Unit::Week, from: From::Publication, .. } = two.meaning else { return };
    let day = match one.meaning {
        Meaning::Time { day: Some(day), .. } => t.kept(day),
        meaning => meaning,
    };
    if let Meaning::Date { month: None, day: None, weekday, year: Year::Implied, .. } = day
        && weekday.is_some()
        && near
    {
        let named = Meaning::Nth { n: 1, unit: Unit::Day, weekday, of: t.keep(two.meaning) };
        match &mut one.meaning {
            Meaning::Time { day: Some(day), .. } => *day = t.keep(named),
            meaning => *meaning = named,
        }
    }
}
