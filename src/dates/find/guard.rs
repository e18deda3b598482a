//! What is no date although it looks like one: names, measures, versions, scores.

use crate::dates::atoms::Atoms;
use crate::dates::words::{DEGREE, EN_DASH, Unit, Word};

/// Words that may stand before a bare month or year.
pub(super) const TEMPORAL_PREPOSITIONS: &str = "\
    in since until till til by of from to through throughout during before after between late early mid \
    around about circa for and or as on than late over ending ended beginning starting past";

/// Things that are counted; a number before one is no year.
const MEASURES: &str = "\
    people troops soldiers men women children feet foot miles mile km kilometers kilometres meters metres \
    metre meter yards acres hectares percent per pct shares points dollars euros pounds yen francs marks \
    rubles million billion trillion thousand hundred tons tonnes votes jobs workers employees copies units \
    kg lbs barrels cars homes houses calories times words pages members students residents aircraft planes \
    tanks prisoners guns ships casualties deaths dead killed wounded rpm hp mph mm cm mhz ghz square cubic \
    bc inhabitants civilians passengers patients refugees companies stores cents hours days years months \
    minutes weeks degrees volts watts year horsepower head";

/// Words that turn a number after them into a label.
const LABELS: &str = "\
    no number nr section chapter article page pages pp p room flight route highway interstate channel model \
    type version windows office resolution boeing airbus mark unit apartment suite block lot bill act law \
    rule paragraph clause figure table volume vol issue index nikkei ftse nasdaq russell fortune dax cac sp \
    hill point pier gate proposition line case id code extension ext tel phone fax box area psalm verse \
    peugeot bmw porsche";

/// Whether the digits or word at `i` are the tail of a name or code: "F16", "S-400", "COVID-19", "$5", "#3".
pub(super) fn inside_name(t: &Atoms<'_>, i: usize) -> bool {
    if i == 0 {
        return false;
    }
    let glued = t.glued(i);
    let digits = t.digits(i);
    match t.word(i - 1) {
        Word::Mark(b'$' | b'#' | b'@' | b'&' | b'_' | b'=' | b'~' | b'^') => digits && glued,
        Word::Mark(b'/' | b'.' | b',') if glued && digits && t.glued(i - 1) && i > 1 => {
            t.digits(i - 2) || t.mark(i - 1, b'/')
        }
        Word::Mark(b':') if glued && digits && t.glued(i - 1) && i > 1 => t.digits(i - 2),
        Word::Mark(b'-' | EN_DASH) if glued && t.glued(i - 1) && i > 1 => {
            // After "pre-", "post-", "mid-" a date may follow; else digits after letters are a model.
            match t.word(i - 2) {
                Word::Other => digits && !t.any(i - 2, "pre post non ex trans anti"),
                Word::Holiday | Word::A => digits,
                Word::Digits(..) => digits,
                _ => false,
            }
        }
        Word::Mark(_) | Word::Break => false,
        _ => glued,
    }
}

/// Whether the number at `i` is a label or a measure rather than a year.
pub(super) fn labelled(t: &Atoms<'_>, i: usize) -> bool {
    let before = |k: usize| i >= k && t.any(i - k, LABELS);
    before(1) || i >= 2 && t.mark(i - 1, b'.') && t.any(i - 2, "no nos p pp vol nr")
}

/// Whether the number that ends before `end` counts something.
pub(super) fn counts(t: &Atoms<'_>, end: usize) -> bool {
    t.any(end, MEASURES)
        || matches!(t.word(end), Word::Mark(b'%' | DEGREE | b'$' | b'+'))
        || t.inside(end, b',') && matches!(t.word(end + 1), Word::Digits(_, 3))
        || t.inside(end, b'.') && t.digits(end + 1)
        || t.glued(end) && !matches!(t.word(end), Word::Mark(_) | Word::Break)
}

/// Whether a bare four-digit number at `i` reads as a year.
pub(super) fn year(t: &Atoms<'_>, i: usize) -> bool {
    let Word::Digits(n, 4) = t.word(i) else { return false };
    if labelled(t, i) || counts(t, i + 1) {
        return false;
    }
    if i > 0 && t.hyphen(i - 1) && t.digits(i - 2) {
        return false;
    }
    // "2010-2015-86" is no year, "2000 pieces" are a count.
    if t.hyphen(i + 1)
        && t.hyphen(i + 3)
        && matches!((t.word(i + 2), t.word(i + 4)), (Word::Digits(..), Word::Digits(..)))
    {
        return false;
    }
    if n % 100 == 0
        && plural(t, i + 1)
        && i > 0
        && t.has(i - 1, Word::Other)
        && !t.any(i - 1, TEMPORAL_PREPOSITIONS)
    {
        return false;
    }
    // "1901 Main Street"
    let street = |k: usize| {
        t.capital(k) && t.any(k, "street st avenue ave road rd blvd boulevard drive lane nw ne sw se")
    };
    if street(i + 2) || street(i + 3) && t.capital(i + 2) {
        return false;
    }
    // "747-2000", "1-800-2019", "2000-strong", "1500-word"
    if t.hyphen(i + 1)
        && !matches!(t.word(i + 2), Word::Digits(..) | Word::Cardinal(_))
        && !t.any(i + 2, "era present style model vintage election")
    {
        return (1900..=2050).contains(&n)
            && !t.any(i + 2, "strong word mile pound foot square seat page meter metre acre");
    }
    let preposition = t.led(i, TEMPORAL_PREPOSITIONS);
    let bracketed = i > 0 && t.mark(i - 1, b'(');
    match n {
        1900..=2060 => true,
        1000..=2999 => {
            let next = t.word(i + 1);
            let plain = matches!(
                next,
                Word::Mark(_) | Word::Break | Word::The | Word::A | Word::Shift(_) | Word::Ago
            ) || t.any(i + 1, AFTER_YEAR);
            let year_word = t.led(i, "year years");
            let capital = t.capital(i + 1) && next == Word::Other;
            let alone = !plural(t, i + 1);
            let firm = t.led(i, "in since until till by during before after late early mid");
            bracketed
                || year_word
                || preposition && (plain || capital || firm && alone) && n < 2300
                || t.has_years_near(n) && alone
        }
        _ => false,
    }
}

/// Whether a plural noun follows, as after a count.
fn plural(t: &Atoms<'_>, i: usize) -> bool {
    let text = t.text(i);
    t.has(i, Word::Other) && text.len() > 3 && text.ends_with('s') && !text.ends_with("ss")
}

/// Words that follow a year in prose; plural nouns do not.
const AFTER_YEAR: &str = "\
    began ended came led brought took broke made failed would could will and to he she they it we i when \
    with as by in on at for from until his her their its was were had has after before but or who which \
    while under saw through because during between over only however although though there both all some \
    most many";

/// Words of company reports and of games, which share their quarters and halves.
const BUSINESS: &str = "\
    profit profits earnings revenue revenues sales net income loss losses shares growth gdp economy company \
    million billion percent output analysts market dividend bank exports imports prices investment results \
    cents costs orders corp inc production budget";
const SPORT: &str = "\
    goal goals scored score scoring match game games touchdown touchdowns team teams coach league players \
    player halftime ball penalty striker defender midfielder kick yard yards quarterback rebounds assists \
    playoff playoffs season cup points defence defense fans";

/// Whether the words around speak of business rather than of a game.
pub(super) fn business(t: &Atoms<'_>, i: usize, half: bool) -> bool {
    let (mut business, mut sport) = (0, 0);
    for k in i.saturating_sub(40)..i + 40 {
        match t.word(k) {
            Word::Other => {
                business += usize::from(t.any(k, BUSINESS));
                sport += usize::from(t.any(k, SPORT));
            }
            Word::Mark(b'$' | b'%') | Word::Often(_) | Word::Fiscal => business += 1,
            Word::Unit(Unit::Minute) => sport += 1,
            _ => {}
        }
    }
    if half { business > sport } else { business >= sport }
}
