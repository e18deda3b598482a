use super::direction::{self, Tense};
use super::place::Place;
use crate::dates::Why;
use crate::dates::atoms::Atoms;
use crate::dates::civil::Day;
use crate::dates::meaning::{From, Kept, Meaning, Piece, Year};
use crate::dates::value::{Grain, Point};
use crate::dates::words::{Unit, Word};

/// What the text has spoken of so far, and where we read.
pub(super) struct Context<'t> {
    t: &'t Atoms<'t>,
    /// The day of publication, if known.
    pub published: Option<Day>,
    /// Whether implied years follow the story rather than the publication.
    pub story: bool,
    /// The last point spoken of.
    pub last: Option<Point>,
    /// The last day, month, quarter and year spoken of; a coarser point clears what does not lie in it.
    pub day: Option<Point>,
    /// The last day spoken of, whatever months were named since: "that day" is no month.
    pub that_day: Option<Point>,
    pub month: Option<Point>,
    pub quarter: Option<Point>,
    pub year: Option<Point>,
    /// The tense around the expression in hand.
    pub tense: Tense,
    /// Whether this paragraph tells of a past year: it named a day or month of one, and has not turned back to the present.
    pub history: bool,
    /// Whether the expression in hand opens its sentence, perhaps after "In".
    opens: bool,
    /// Whether "from" stands before the expression in hand.
    after_from: bool,
    /// Whether the last point is a year at the head of its sentence: "In 1987, …".
    in_year: bool,
    /// Whether the last point stands one word before: "Tuesday or Wednesday".
    pub linked: bool,
    /// Whether it is the end of a range that began with the last point: "Monday through Friday".
    pub ranged: bool,
    /// Whether a point was named before in this sentence.
    pub same_sentence: bool,
    /// Where the last point that was remembered ends, in atoms.
    last_end: usize,
    /// How far the paragraphs have been followed, in atoms.
    seen: usize,
    end: usize,
    /// Whether "quarter ended" stands before the expression in hand.
    pub quarter_ends: bool,
}

impl<'t> Context<'t> {
    pub fn new(t: &'t Atoms<'t>, published: Option<Day>, story: bool) -> Self {
        Self {
            t,
            published,
            story,
            last: None,
            day: None,
            that_day: None,
            month: None,
            quarter: None,
            year: None,
            tense: Tense::None,
            history: false,
            after_from: false,
            in_year: false,
            opens: false,
            linked: false,
            ranged: false,
            same_sentence: false,
            last_end: 0,
            seen: 0,
            end: 0,
            quarter_ends: false,
        }
    }

    /// Moves to the expression at atoms `first..end`.
    pub fn at(&mut self, first: usize, end: usize) {
        let t = self.t;
        self.tense = direction::tense(t, first, end);
        let stop = |k: usize| {
            matches!(t.word(k), Word::Break | Word::Mark(b'!' | b'?'))
                || t.mark(k, b'.') && !t.glued(k + 1) && t.capital(k + 1)
        };
        self.same_sentence =
            self.last_end > 0 && first - self.last_end < 60 && !(self.last_end..first).any(stop);
        self.linked = self.last_end > 0 && first - self.last_end <= 2;
        self.ranged = self.last_end > 0
            && first - self.last_end == 1
            && (t.any(self.last_end, "to through until till thru") || t.dash(self.last_end));
        self.opens = first == 0 || t.opens(first) || t.any(first - 1, "in") && t.capital(first - 1);
        self.after_from = t.led(first, "from");
        self.end = end;
        if (self.seen..first).any(|k| t.has(k, Word::Break)) {
            self.history = false;
        }
        self.seen = first;
        self.quarter_ends =
            first > 1 && t.any(first - 1, "ended ending") && t.has(first - 2, Word::Unit(Unit::Quarter));
    }

    /// A meaning that another hangs on.
    pub fn kept(&self, kept: Kept) -> Meaning {
        self.t.kept(kept)
    }

    /// Whether a month is only what another is compared with: "rose in July from June".
    pub fn compared(&self, point: Point) -> bool {
        let months = point.is(Grain::Month) && self.last.is_some_and(|last| last.is(Grain::Month));
        self.after_from && self.same_sentence && months
    }

    /// Remembers a point the text named.
    pub fn note(&mut self, point: Point) {
        // "In 1987, … three days before Christmas": the year still holds for what comes after it.
        let first = point.first();
        self.in_year = point.is(Grain::Year) && self.opens
            || self.in_year
                && self.same_sentence
                && first.map(|day| Point::around(day, Unit::Year)) == self.year;
        self.last = Some(point);
        self.last_end = self.end;
        let (Some(days), Some(first)) = (point.days(), first) else { return };
        let year = Some(Point::around(first, Unit::Year));
        self.day = self.day.filter(|day| days.hold(Day(day.n())));
        match point.grain() {
            Grain::Day => (self.day, self.that_day) = (Some(point), Some(point)),
            Grain::Quarter => (self.quarter, self.month) = (Some(point), None),
            Grain::Half | Grain::Season | Grain::Year => {
                self.month = self.month.filter(|month| Some(Point::year(month.n().div_euclid(12))) == year);
            }
            Grain::Decade | Grain::Century | Grain::Millennium => {
                self.month = None;
                return;
            }
            Grain::Week | Grain::Weekend | Grain::Month => {}
        }
        if point.grain() as u8 <= Grain::Month as u8 {
            self.month = Some(Point::around(first, Unit::Month));
        }
        self.year = year;
    }

    /// Whether an implied year is that of the story: the text or its paragraph tells of years long past. A story that has
    /// come to the year of publication ("died on New Year's Eve") is news again.
    pub fn tells_of_the_past(&self) -> bool {
        // With no day of publication to come back to, a year holds for the paragraph that names it, no further.
        let Some(published) = self.published else { return self.story && self.history };
        let told = self.story || (self.history || self.in_year && self.same_sentence) && !self.tense.ahead();
        told && self.year.is_some_and(|year| year != Point::around(published, Unit::Year))
    }

    /// Notes whether the expression in hand speaks of a past year or of the days around publication.
    pub fn note_history(&mut self, meaning: Meaning) {
        match meaning {
            Meaning::Date { year: Year::Is(y), month: Some(_), .. }
            | Meaning::Piece { year: Year::Is(y), piece: Piece { grain: Grain::Season, .. }, .. } => {
                self.history = self.published.is_none_or(|day| day.ymd().0 - i32::from(y) >= 2);
            }
            Meaning::Date { year: Year::Implied, month: Some(_), .. }
            | Meaning::Step { from: From::Story, .. }
            | Meaning::Away { from: From::Story, .. } => {}
            Meaning::Length { .. } | Meaning::Every { .. } | Meaning::Vague(_) => {}
            Meaning::Time { day: Some(day), .. } => self.note_history(self.t.kept(day)),
            _ => self.history = false,
        }
    }

    /// After a point that could not be told: where even the day of publication is unknown, nothing told before it holds on.
    pub fn forget(&mut self) {
        self.last = None;
        if self.published.is_none() {
            (self.day, self.that_day, self.month, self.quarter, self.year) = (None, None, None, None, None);
        }
    }

    /// The day a bare clock time falls on.
    pub fn today(&self) -> Place {
        // A day told as background or as a plan, far from publication, is not the day of the news; and what is to come is not of
        // a day that is over.
        let near = |day: &Day| {
            let over = |p: &Day| day.0.abs_diff(p.0) <= 7 && !(self.tense.ahead() && day < p);
            self.story || self.same_sentence || self.published.as_ref().is_none_or(over)
        };
        let day = self.day.map(|day| Day(day.n())).filter(near).or(self.published);
        match day {
            Some(day) if Some(day) == self.published => Place::day(day.0, Why::Publication),
            Some(day) => Place::day(day.0, Why::Spoken),
            None => Place::unit(Unit::Day, Why::Unknown),
        }
    }

    /// The stretch of this unit the story is in.
    pub fn current(&self, unit: Unit) -> Option<Point> {
        let around = |day: Point| Point::around(Day(day.n()), unit);
        let told = match unit {
            Unit::Second | Unit::Minute | Unit::Hour | Unit::Night | Unit::Day => self.day,
            Unit::Week | Unit::Fortnight | Unit::Weekend => {
                self.last.filter(|last| last.is(Grain::Week)).or(self.day).map(around)
            }
            Unit::Month => self.month,
            Unit::Quarter => self.quarter,
            Unit::Year => self.year,
            Unit::Decade | Unit::Century | Unit::Millennium => {
                let grain = if unit == Unit::Decade { Grain::Decade } else { Grain::Century };
                let last = self.last.filter(|last| last.is(grain) && unit != Unit::Millennium);
                return last.or_else(|| Some(Point::around(self.year?.first()?, unit)));
            }
        };
        told.or_else(|| {
            // The quarter a company speaks of is the last one finished.
            let back = if unit == Unit::Quarter { -1 } else { 0 };
            self.published.filter(|_| !self.story).map(|day| Point::around(day, unit).shift(back))
        })
    }
}
