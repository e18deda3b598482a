//! Towns that the tagger took for people or bodies: "weavers from Ames, Boone and Jefferson". Who stands where a town stands, and
//! is called like one near the places named beside, is that town. Local papers name many that bear somebody's name.

use super::distance::{NEAR_KM, kilometres};
use super::gazetteer::{Class, Gazetteer, Rank, Row};
use crate::maps::{HashSet, words};
use crate::names::{Name, NameKind};
use crate::text::{Document, Span};

/// Readings of a name that are compared, and places before it that are asked.
const READINGS: usize = 24;
const BESIDE: usize = 3;
/// A reader's word, or gold: not to be changed.
const CERTAIN: f32 = 1.0;

words! {
    /// Whose town follows behind "of".
    OF_TOWNS = "city county district governor mayor native outskirts people port prefect province resident residents \
        streets suburb town towns village villages villagers"
}

/// Gives names their kind where a town of the name lies by the places beside it. Linear in the names.
pub fn claim(gazetteer: &Gazetteer, document: &Document<'_>, names: &mut [Name]) {
    let full = names.iter().filter(|n| n.kind == NameKind::Person).map(|n| document.slice(n.span));
    let people: HashSet<&str> = full.filter(|n| n.contains(' ')).flat_map(str::split_whitespace).collect();
    for i in 0..names.len() {
        let Name { span, kind, confidence } = names[i];
        let text = document.slice(span);
        let open = matches!(kind, NameKind::Person | NameKind::Organization)
            && confidence < CERTAIN
            && text.split(' ').count() < 3
            && text.contains(char::is_lowercase)
            && !people.contains(text);
        if open && stands_there(gazetteer, document, names, i) {
            names[i].kind = NameKind::Place;
        }
    }
}

/// True where the words around name `i` are those around a town, and the gazetteer has one there.
fn stands_there(gazetteer: &Gazetteer, document: &Document<'_>, names: &[Name], i: usize) -> bool {
    let (name, span) = (document.slice(names[i].span), names[i].span);
    let place = |at: Option<usize>| {
        at.and_then(|at| names.get(at)).filter(|n| n.kind == NameKind::Place).map(|n| n.span)
    };
    let between =
        |a: Span, b: Span| document.text.get(a.end as usize..b.start as usize).unwrap_or_default().trim();
    let (before, after) = (place(i.checked_sub(1)), place(Some(i + 1)));
    // "Ames, Boone and Jefferson", "Jefferson and Boone"; a comma alone may end the clause, one on either side does not.
    let lists = |a: Span, b: Span| matches!(between(a, b), "and" | ", and" | "or");
    let comma = |a: Span, b: Span| between(a, b) == ",";
    let joined = |other: Option<Span>, joins: &dyn Fn(Span) -> bool| other.filter(|&o| joins(o));
    let left = joined(before, &|b| lists(b, span));
    let right = joined(after, &|a| lists(span, a));
    let inside = before.zip(after).filter(|&(b, a)| comma(b, span) && (comma(span, a) || lists(span, a)));
    // What acts is somebody: "Berlin and Merkel agreed".
    let tokens = document.tokens_in(span);
    let word = |t: usize| if t < document.tokens.len() { document.word(t) } else { "" };
    let goes_on = word(tokens.end);
    let ends = !goes_on.starts_with(char::is_alphanumeric)
        && !matches!(goes_on, "'s" | "’s" | "'" | "’" | "-")
        || matches!(
            goes_on,
            "and"
                | "or"
                | "in"
                | "on"
                | "to"
                | "as"
                | "for"
                | "with"
                | "after"
                | "where"
                | "have"
                | "were"
                | "will"
        );
    let located = |at: Span| {
        let first = document.tokens_in(at).start;
        let back = first.checked_sub(1).map_or("", word);
        matches!(
            back,
            "in" | "In" | "from" | "near" | "between" | "at" | "to" | "through" | "outside" | "around" | "of"
        )
    };
    // The first of the list says where all of it stands.
    let opens = |mut at: usize| {
        while at > 0
            && names[at - 1].kind == NameKind::Place
            && matches!(between(names[at - 1].span, names[at].span), "," | "and" | ", and")
        {
            at -= 1;
        }
        located(names[at].span)
    };
    let beside =
        left.filter(|_| opens(i)).or(right.filter(|_| located(span))).or(inside.map(|(before, _)| before));
    if let Some(other) = beside
        && near(gazetteer, name, document.slice(other))
    {
        return true;
    }
    // "Hugo, Okla."
    if let Some(after) = after.filter(|&a| comma(span, a))
        && contains(gazetteer, document.slice(after), name)
    {
        return true;
    }
    // "a resident of Udi", "in Bonham"
    let back = |n: usize| tokens.start.checked_sub(n).map_or("", word);
    let cue = match back(1) {
        "of" => OF_TOWNS.contains(back(2)),
        "in" | "near" | "outside" => ends,
        _ => false,
    };
    let others = names[..i].iter().rev().filter(|n| n.kind == NameKind::Place).take(BESIDE);
    cue && names[i].kind == NameKind::Person
        && !name.contains(' ')
        && others.chain(names.get(i + 1)).any(|n| near(gazetteer, name, document.slice(n.span)))
}

/// Towns, counties and divisions of a name.
fn readings<'g>(gazetteer: &'g Gazetteer, name: &str) -> impl Iterator<Item = Row> + use<'g> {
    let settled = |class| matches!(class, Class::Town | Class::Capital | Class::County | Class::Region);
    let found = gazetteer.find(name).filter(|&(_, rank)| rank == Rank::Main);
    found.map(|(row, _)| row).filter(move |&row| settled(gazetteer.class(row))).take(READINGS)
}

/// True if some place of the one name lies near some place of the other.
fn near(gazetteer: &Gazetteer, name: &str, other: &str) -> bool {
    let point = |row| {
        let (lat, lon) = gazetteer.point(row);
        (lat as f32, lon as f32)
    };
    readings(gazetteer, name).map(point).any(|(lat, lon)| {
        readings(gazetteer, other)
            .map(point)
            .any(|(to_lat, to_lon)| kilometres(lat, lon, to_lat, to_lon) < NEAR_KM)
    })
}

/// True if `area` is a division in which a place of the name lies.
fn contains(gazetteer: &Gazetteer, area: &str, name: &str) -> bool {
    gazetteer.find(area).any(|(area, _)| {
        gazetteer.class(area) == Class::Region
            && readings(gazetteer, name).any(|row| row != area && gazetteer.region(row) == Some(area))
    })
}
