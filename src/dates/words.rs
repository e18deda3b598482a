//! The words that time expressions are made of: one table from lower-cased word to class, by first letter.

use std::mem::discriminant;

use super::packed::{join, joined, seconds};

/// A length of the calendar or the clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Unit {
    Second,
    Minute,
    Hour,
    Night,
    Day,
    Weekend,
    Week,
    Fortnight,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
    Millennium,
}

impl Unit {
    /// The units that figures are given for.
    pub const REPORTED: [Self; 4] = [Self::Week, Self::Month, Self::Quarter, Self::Year];

    /// Whether it is one of the units that follow each other through the whole calendar, a millennium being too long to be told of.
    #[inline(never)]
    pub fn plain(self) -> bool {
        self == Self::Day || self > Self::Weekend && !matches!(self, Self::Fortnight | Self::Millennium)
    }
}

/// A season, in the order of the year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

/// A part of the day that TIMEX3 has a code for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Dawn,
    Morning,
    Noon,
    Afternoon,
    Evening,
    Night,
    Midnight,
    Daytime,
}

/// Which way a word like "last" or "next" points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shift {
    /// last
    Last,
    /// past
    Past,
    /// previous, preceding, prior
    Previous,
    /// this, current
    This,
    /// next
    Next,
    /// coming, upcoming
    Coming,
    /// following, subsequent, ensuing
    Following,
    /// that
    That,
    /// same
    Same,
    /// these, those
    These,
    /// recent
    Recent,
}

/// The TIMEX3 mod a word gives. (A small enum keeps [`Word`] at four bytes, which come back in a register.)
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Modifier {
    Start,
    Mid,
    End,
    Approx,
    LessThan,
    MoreThan,
    EqualOrLess,
    EqualOrMore,
}

impl Modifier {
    pub const ALL: [Self; 8] = [
        Self::Start,
        Self::Mid,
        Self::End,
        Self::Approx,
        Self::LessThan,
        Self::MoreThan,
        Self::EqualOrLess,
        Self::EqualOrMore,
    ];

    /// As TIMEX3 writes it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Start => "START",
            Self::Mid => "MID",
            Self::End => "END",
            Self::Approx => "APPROX",
            Self::LessThan => "LESS_THAN",
            Self::MoreThan => "MORE_THAN",
            Self::EqualOrLess => "EQUAL_OR_LESS",
            Self::EqualOrMore => "EQUAL_OR_MORE",
        }
    }
}

/// The marks beyond ASCII that part or follow numbers, as a byte each; see [`mark`].
pub(super) const EN_DASH: u8 = 0x96;
pub(super) const EM_DASH: u8 = 0x97;
pub(super) const DEGREE: u8 = 0xB0;
pub(super) const QUARTER: u8 = 0xBC;
pub(super) const THREE_QUARTERS: u8 = 0xBE;

/// A mark as the byte Windows-1252 has for it; those that mean the same here are one. 0 for all others.
pub(super) fn mark(c: char) -> u8 {
    match c {
        '‘' | '’' | '`' => b'\'',
        '“' | '”' => b'"',
        '£' | '€' | '¥' => b'$',
        '‐' | '‑' | '−' => b'-',
        '–' => EN_DASH,
        '—' => EM_DASH,
        '№' => b'#',
        '\0'..='\u{ff}' => c as u8,
        _ => 0,
    }
}

/// What a word can do in a time expression.
#[derive(Debug, Clone, Copy)]
pub(super) enum Word {
    /// Nothing.
    Other,
    /// The end of a block.
    Break,
    /// A mark of punctuation.
    Mark(u8),
    /// Digits: their number (above 65,535 see [`Atoms::number`](super::atoms::Atoms::number)) and how many there are.
    Digits(u16, u8),
    A,
    The,
    Cardinal(u16),
    /// 100, 1,000, 1,000,000
    Power(u16),
    Ordinal(u16),
    /// A month, and whether it is written in full.
    Month(u8, bool),
    /// A weekday (0 = Monday), and whether it is written in full.
    Weekday(u8, bool),
    /// "Mondays"
    Weekdays(u8),
    Unit(Unit),
    Units(Unit),
    Season(Season),
    Seasons(Season),
    Part(Part),
    Parts(Part),
    Today,
    Yesterday,
    Tomorrow,
    Tonight,
    Shift(Shift),
    /// several, few, many, some
    Several,
    Couple,
    Dozen,
    Half,
    Early,
    Earlier,
    Late,
    Later,
    Mid,
    /// beginning, start, end, middle, close, …: the mod they give
    Edge(Modifier),
    /// about, nearly, over, …: the mod they give
    Roughly(Modifier),
    /// daily, annually, …
    Often(Unit),
    Every,
    /// once, twice, thrice
    Times(u8),
    Ago,
    Now,
    Recently,
    Soon,
    Future,
    Fiscal,
    /// weeklong, yearlong
    Long(Unit),
    /// A word that opens the name of a holiday.
    Holiday,
    /// Some other word that may begin an expression: more, at, no, up, as, per
    Opener,
}

/// By kind, then by what goes with it as a number: a derived comparison is three times the code.
impl PartialEq for Word {
    fn eq(&self, other: &Self) -> bool {
        discriminant(self) == discriminant(other) && self.number() == other.number()
    }
}

impl Word {
    /// What goes with a kind of word, as a number.
    #[inline(never)]
    fn number(self) -> u32 {
        match self {
            Self::Mark(n) | Self::Weekdays(n) | Self::Times(n) => n.into(),
            Self::Cardinal(n) | Self::Power(n) | Self::Ordinal(n) => n.into(),
            Self::Digits(n, m) => u32::from(n) << 8 | u32::from(m),
            Self::Month(n, full) | Self::Weekday(n, full) => u32::from(n) << 1 | u32::from(full),
            Self::Unit(unit) | Self::Units(unit) | Self::Often(unit) | Self::Long(unit) => unit as u32,
            Self::Season(season) | Self::Seasons(season) => season as u32,
            Self::Part(part) | Self::Parts(part) => part as u32,
            Self::Shift(shift) => shift as u32,
            Self::Edge(modifier) | Self::Roughly(modifier) => modifier as u32,
            _ => 0,
        }
    }
}

/// The class of a word, whatever its case.
pub(super) fn class(word: &str) -> Word {
    let bytes = word.as_bytes();
    let mut lower = [0u8; 14];
    let Some(buffer) = lower.get_mut(..bytes.len()) else { return Word::Other };
    buffer.iter_mut().zip(bytes).for_each(|(to, from)| *to = from.to_ascii_lowercase());
    let first = match buffer.first() {
        Some(b @ b'a'..=b'z') => usize::from(b - b'a'),
        _ => return Word::Other,
    };
    let ([mut n, mut at], [last, _]) = (INDEX[first].map(usize::from), INDEX[first + 1].map(usize::from));
    while n < last {
        let end = at + usize::from(LENGTHS[n]);
        if LETTERS.get(at..end) == Some(&*buffer) {
            return CLASSES[n];
        }
        (n, at) = (n + 1, end);
    }
    Word::Other
}

/// The words of [`TABLE`] one after the other, the length of each, its class: without the addresses of a list of strings.
static LETTERS: [u8; joined(TABLE, 0)] = join(TABLE, 0);
static LENGTHS: [u8; TABLE.len()] = {
    let mut lengths = [0; TABLE.len()];
    let mut n = 0;
    while n < TABLE.len() {
        lengths[n] = TABLE[n].0.len() as u8;
        n += 1;
    }
    lengths
};
static CLASSES: [Word; TABLE.len()] = seconds(TABLE);

/// Which word is the first of each letter, and where it begins.
static INDEX: [[u16; 2]; 27] = {
    let mut index = [[0; 2]; 27];
    let (mut letter, mut n, mut at) = (0, 0, 0);
    while letter < 27 {
        while n < TABLE.len() && ((TABLE[n].0.as_bytes()[0] - b'a') as usize) < letter {
            at += TABLE[n].0.len();
            n += 1;
        }
        index[letter] = [n as u16, at as u16];
        letter += 1;
    }
    index
};

use Word::*;

#[rustfmt::skip]
const TABLE: &[(&str, Word)] = &[
    ("a", A), ("about", Roughly(Modifier::Approx)), ("ad", Opener), ("afternoon", Part(Part::Afternoon)),
    ("afternoons", Parts(Part::Afternoon)), ("ago", Ago),
    ("all", Opener), ("almost", Roughly(Modifier::LessThan)), ("an", A), ("annual", Often(Unit::Year)),
    ("annually", Often(Unit::Year)), ("approximately", Roughly(Modifier::Approx)), ("apr", Month(4, false)),
    ("april", Month(4, true)), ("armistice", Holiday), ("ascension", Holiday), ("around", Roughly(Modifier::Approx)), ("as", Opener), ("ash", Holiday), ("at", Opener),
    ("aug", Month(8, false)), ("august", Month(8, true)), ("autumn", Season(Season::Autumn)),
    ("autumns", Seasons(Season::Autumn)), ("anzac", Holiday), ("australia", Holiday), ("another", Opener),
    ("barely", Roughly(Modifier::MoreThan)), ("bastille", Holiday), ("beginning", Edge(Modifier::Start)), ("biweekly", Often(Unit::Fortnight)), ("black", Holiday),
    ("bloody", Holiday), ("boxing", Holiday),
    ("canada", Holiday), ("centuries", Units(Unit::Century)), ("century", Unit(Unit::Century)),
    ("christmas", Holiday), ("cinco", Holiday), ("circa", Roughly(Modifier::Approx)), ("ca", Roughly(Modifier::Approx)), ("close", Edge(Modifier::End)),
    ("columbus", Holiday), ("coming", Shift(Shift::Coming)), ("couple", Couple), ("current", Shift(Shift::This)),
    ("currently", Now), ("cyber", Holiday),
    ("d", Holiday), ("daily", Often(Unit::Day)), ("dawn", Part(Part::Dawn)), ("day", Unit(Unit::Day)),
    ("daylong", Long(Unit::Day)), ("days", Units(Unit::Day)), ("daytime", Part(Part::Daytime)), ("dec", Month(12, false)),
    ("decade", Unit(Unit::Decade)), ("decades", Units(Unit::Decade)), ("december", Month(12, true)),
    ("dozen", Dozen), ("dusk", Part(Part::Evening)), ("dozens", Several),
    ("each", Every), ("earlier", Earlier), ("early", Early), ("earth", Holiday), ("easter", Holiday), ("eight", Cardinal(8)),
    ("eighteen", Cardinal(18)), ("eighteenth", Ordinal(18)), ("eighth", Ordinal(8)), ("eightieth", Ordinal(80)),
    ("eighty", Cardinal(80)), ("election", Holiday), ("eleven", Cardinal(11)), ("eleventh", Ordinal(11)), ("end", Edge(Modifier::End)),
    ("ensuing", Shift(Shift::Following)), ("everyday", Often(Unit::Day)), ("evening", Part(Part::Evening)),
    ("evenings", Parts(Part::Evening)), ("every", Every),
    ("fall", Season(Season::Autumn)), ("father", Holiday), ("fathers", Holiday), ("feb", Month(2, false)),
    ("february", Month(2, true)), ("few", Several), ("fewer", Opener), ("fifteen", Cardinal(15)), ("fifteenth", Ordinal(15)),
    ("fifth", Ordinal(5)), ("fiftieth", Ordinal(50)), ("fifty", Cardinal(50)), ("final", Opener), ("first", Ordinal(1)),
    ("fiscal", Fiscal), ("five", Cardinal(5)), ("following", Shift(Shift::Following)),
    ("fortieth", Ordinal(40)), ("fortnight", Unit(Unit::Fortnight)), ("fortnightly", Often(Unit::Fortnight)),
    ("fortnights", Units(Unit::Fortnight)), ("forty", Cardinal(40)), ("four", Cardinal(4)), ("fourteen", Cardinal(14)),
    ("fourteenth", Ordinal(14)), ("fourth", Ordinal(4)), ("fri", Weekday(4, false)), ("friday", Weekday(4, true)),
    ("fridays", Weekdays(4)), ("future", Future), ("fy", Opener), ("financial", Fiscal),
    ("good", Holiday), ("groundhog", Holiday),
    ("h", Opener), ("half", Half), ("halloween", Holiday), ("hour", Unit(Unit::Hour)), ("hourly", Often(Unit::Hour)),
    ("hours", Units(Unit::Hour)), ("hr", Unit(Unit::Hour)), ("hrs", Units(Unit::Hour)), ("hundred", Power(100)),
    ("hundreds", Several),
    ("independence", Holiday),
    ("jan", Month(1, false)), ("january", Month(1, true)), ("jul", Month(7, false)), ("july", Month(7, true)),
    ("jun", Month(6, false)), ("june", Month(6, true)), ("juneteenth", Holiday), ("just", Opener),
    ("labor", Holiday), ("labour", Holiday), ("last", Shift(Shift::Last)), ("late", Late), ("lately", Recently), ("later", Later), ("latest", Opener), ("less", Opener), ("latter", Opener),
    ("mar", Month(3, false)), ("march", Month(3, true)), ("mardi", Holiday), ("maundy", Holiday), ("martin", Holiday), ("many", Several), ("may", Month(5, true)),
    ("memorial", Holiday), ("mid", Mid), ("midafternoon", Part(Part::Afternoon)), ("midday", Part(Part::Noon)),
    ("middle", Edge(Modifier::Mid)), ("midmorning", Part(Part::Morning)), ("midnight", Part(Part::Midnight)),
    ("midsummer", Season(Season::Summer)), ("midwinter", Season(Season::Winter)),
    ("midyear", Opener), ("millennia", Units(Unit::Millennium)), ("millennium", Unit(Unit::Millennium)), 
    ("minute", Unit(Unit::Minute)), ("minutes", Units(Unit::Minute)), ("mins", Units(Unit::Minute)),
    ("mon", Weekday(0, false)), ("monday", Weekday(0, true)), ("mondays", Weekdays(0)),
    ("month", Unit(Unit::Month)), ("monthlong", Long(Unit::Month)), ("monthly", Often(Unit::Month)), ("months", Units(Unit::Month)),
    ("more", Opener), ("morning", Part(Part::Morning)), ("mornings", Parts(Part::Morning)), ("mother", Holiday), ("mothers", Holiday),
    ("most", Opener), ("much", Opener),
    ("near", Opener), ("nearly", Roughly(Modifier::LessThan)), ("new", Holiday), ("next", Shift(Shift::Next)), ("night", Part(Part::Night)),
    ("nightly", Often(Unit::Night)), ("nights", Parts(Part::Night)), ("nine", Cardinal(9)), ("nineteen", Cardinal(19)),
    ("nineteenth", Ordinal(19)), ("ninetieth", Ordinal(90)), ("ninety", Cardinal(90)), ("ninth", Ordinal(9)), ("no", Opener),
    ("noon", Part(Part::Noon)), ("nov", Month(11, false)), ("november", Month(11, true)), ("now", Now), ("nowadays", Now),
    ("oct", Month(10, false)), ("october", Month(10, true)), ("once", Times(1)), ("one", Cardinal(1)), ("only", Opener),
    ("opening", Edge(Modifier::Start)), ("over", Roughly(Modifier::MoreThan)), ("overnight", Part(Part::Night)),
    ("palm", Holiday), ("past", Shift(Shift::Past)), ("pentecost", Holiday), ("per", Opener), ("preceding", Shift(Shift::Previous)), ("present", Opener), ("presently", Now),
    ("presidents", Holiday), ("previous", Shift(Shift::Previous)), ("previously", Recently), ("prior", Shift(Shift::Previous)),
    ("q", Opener), ("quarter", Unit(Unit::Quarter)), ("quarterly", Often(Unit::Quarter)), ("quarters", Units(Unit::Quarter)), 
    ("right", Opener), ("recent", Shift(Shift::Recent)), ("recently", Recently), ("remembrance", Holiday), ("roughly", Roughly(Modifier::Approx)), ("rest", Opener),
    ("same", Shift(Shift::Same)), ("sat", Weekday(5, false)), ("saturday", Weekday(5, true)), ("saturdays", Weekdays(5)),
    ("second", Ordinal(2)), ("seconds", Units(Unit::Second)), ("secs", Units(Unit::Second)), ("sep", Month(9, false)), ("sept", Month(9, false)),
    ("semiannual", Often(Unit::Month)), ("semiannually", Often(Unit::Month)), ("september", Month(9, true)), ("seven", Cardinal(7)), ("seventeen", Cardinal(17)), ("seventeenth", Ordinal(17)),
    ("seventh", Ordinal(7)), ("shortly", Soon), ("seventieth", Ordinal(70)), ("seventy", Cardinal(70)), ("several", Several), ("six", Cardinal(6)),
    ("sixteen", Cardinal(16)), ("sixteenth", Ordinal(16)), ("sixth", Ordinal(6)), ("sixtieth", Ordinal(60)), ("sixty", Cardinal(60)),
    ("some", Roughly(Modifier::Approx)), ("soon", Soon), ("spring", Season(Season::Spring)), ("st", Holiday), ("start", Edge(Modifier::Start)),
    ("subsequent", Shift(Shift::Following)), ("summer", Season(Season::Summer)), ("summers", Seasons(Season::Summer)),
    ("sun", Weekday(6, false)), ("sunday", Weekday(6, true)), ("sundays", Weekdays(6)), ("sundown", Part(Part::Evening)),
    ("sunrise", Part(Part::Dawn)), ("sunset", Part(Part::Evening)),
    ("ten", Cardinal(10)), ("tenth", Ordinal(10)), ("thanksgiving", Holiday), ("that", Shift(Shift::That)), ("the", The),
    ("these", Shift(Shift::These)), ("third", Ordinal(3)), ("thirteen", Cardinal(13)), ("thirteenth", Ordinal(13)),
    ("thirtieth", Ordinal(30)), ("thirty", Cardinal(30)), ("this", Shift(Shift::This)), ("those", Shift(Shift::These)),
    ("thousand", Power(1000)), ("thousands", Several), ("three", Cardinal(3)), ("thrice", Times(3)), ("thu", Weekday(3, false)), ("thur", Weekday(3, false)),
    ("thurs", Weekday(3, false)), ("thursday", Weekday(3, true)), ("thursdays", Weekdays(3)), ("today", Today),
    ("tomorrow", Tomorrow), ("tonight", Tonight), ("tue", Weekday(1, false)), ("tues", Weekday(1, false)),
    ("tuesday", Weekday(1, true)), ("tuesdays", Weekdays(1)), ("turn", Edge(Modifier::Start)), ("twelfth", Ordinal(12)), ("twelve", Cardinal(12)),
    ("twentieth", Ordinal(20)), ("twenty", Cardinal(20)), ("twice", Times(2)), ("two", Cardinal(2)), 
    ("under", Roughly(Modifier::LessThan)), ("up", Opener), ("upcoming", Shift(Shift::Coming)),
    ("v", Holiday), ("valentine", Holiday), ("ve", Holiday), ("vj", Holiday), ("valentines", Holiday), ("veterans", Holiday), ("very", Opener),
    ("wed", Weekday(2, false)), ("wednesday", Weekday(2, true)), ("wednesdays", Weekdays(2)), ("week", Unit(Unit::Week)),
    ("weekend", Unit(Unit::Weekend)), ("weekends", Units(Unit::Weekend)), ("weeklong", Long(Unit::Week)), ("weekly", Often(Unit::Week)), ("weeks", Units(Unit::Week)),
    ("whit", Holiday), ("winter", Season(Season::Winter)), ("winters", Seasons(Season::Winter)), ("within", Opener),
    ("year", Unit(Unit::Year)), ("yearlong", Long(Unit::Year)), ("yearly", Often(Unit::Year)), ("years", Units(Unit::Year)),
    ("yesterday", Yesterday), ("yr", Unit(Unit::Year)), ("yrs", Units(Unit::Year)),
];
