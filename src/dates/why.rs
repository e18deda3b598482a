//! Why an expression means what it means: a code, which whoever shows it puts into the words of its reader.

/// Why an expression means what it means. What it counts from is the day of publication, or what the text spoke of before;
/// what it comes to stands in the [`Timex`](super::Timex).
///
/// ```
/// use glosser::{dates::{self, Day, Why}, text};
///
/// let document = text::parse("They met on Tuesday.", None);
/// let found = dates::find(&document, Day::parse("2019-08-28"));
/// assert_eq!(found[0].value, "2019-08-27");
/// assert_eq!(found[0].why, Why::WeekdayBefore);
/// assert_eq!(found[0].why.code(), Some("weekday-before"));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Why {
    /// It says so itself.
    #[default]
    Said,
    /// It is the day of publication.
    Publication,
    /// Counted from the day of publication: "last week".
    Counted,
    /// What comes every year: the last one before publication.
    Last,
    /// What comes every year: the next one after publication.
    Next,
    /// What comes every year: the one that publication lies in.
    Current,
    /// The weekday on or before publication.
    WeekdayBefore,
    /// The weekday after publication.
    WeekdayAfter,
    /// From what the text spoke of before: "the day after".
    Spoken,
    /// Open, because the day of publication is not known.
    Unknown,
    /// Open, because the text does not tell.
    Untold,
    /// A length that ends with publication.
    UntilPublication,
    /// A length that begins with publication.
    FromPublication,
    /// Read as month, day, year; the day could as well come first.
    MonthFirst,
}

/// Codes, in the order of the variants after `Said`.
const CODES: [&str; 13] = [
    "publication",
    "counted",
    "last",
    "next",
    "current",
    "weekday-before",
    "weekday-after",
    "spoken",
    "unknown",
    "untold",
    "until-publication",
    "from-publication",
    "month-first",
];

/// The same in English. (A list of its own, which whoever has words of their own does not carry along.)
const WORDS: [&str; 13] = [
    "the day of publication",
    "counted from publication",
    "the last one before publication",
    "the next one after publication",
    "the one around publication",
    "the one on or before publication",
    "the one after publication",
    "from the date spoken of before",
    "the publication date is unknown",
    "the text does not say which",
    "up to publication",
    "from publication on",
    "read as month, day, year; the day could as well come first",
];

impl Why {
    /// The code of the record, such as `weekday-before`; `None` for what says itself.
    pub fn code(self) -> Option<&'static str> {
        CODES.get(self.number()).copied()
    }

    /// In English, without the days: "counted from publication"; empty for what says itself.
    pub fn words(self) -> &'static str {
        WORDS.get(self.number()).copied().unwrap_or("")
    }

    /// Its place in the lists; beyond their end for `Said`.
    fn number(self) -> usize {
        (self as usize).wrapping_sub(1)
    }
}
