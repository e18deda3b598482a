/// A day of the proleptic Gregorian calendar, as days since 1970-01-01.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(pub i32);

impl Day {
    /// The day of year, month (1–12) and day of month; `None` if there is no such day.
    ///
    /// Method: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
    #[inline(never)]
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        if !(1..=12).contains(&month) || day == 0 || day > days_in_month(year, month) {
            return None;
        }
        let y = year.saturating_sub(i32::from(month <= 2));
        let doy = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
        let leap = y.div_euclid(4) - y.div_euclid(100) + y.div_euclid(400);
        i32::try_from(i64::from(y) * 365 + i64::from(leap) + i64::from(doy) - 719_468).ok().map(Self)
    }

    /// Year, month (1–12), day of month.
    #[inline(never)]
    pub fn ymd(self) -> (i32, u32, u32) {
        let z = i64::from(self.0) + 719_468;
        let (era, doe) = (z.div_euclid(146_097) as i32, z.rem_euclid(146_097) as u32);
        let yoe = (doe - doe / 1_460 + doe / 36_524 - doe / 146_096) / 365;
        let doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
        let mp = (5 * doy + 2) / 153;
        let month = if mp < 10 { mp + 3 } else { mp - 9 };
        (yoe as i32 + era * 400 + i32::from(month <= 2), month, doy - (153 * mp + 2) / 5 + 1)
    }

    /// Day of the week, 0 = Monday.
    #[inline(never)]
    pub fn weekday(self) -> u32 {
        (self.0.rem_euclid(7) as u32 + 3) % 7
    }

    /// How many days on or after this one the next such weekday is.
    #[inline(never)]
    pub(super) fn until(self, weekday: u8) -> i32 {
        ((u32::from(weekday) + 7 - self.weekday()) % 7) as i32
    }

    /// How many days on or before this one the last such weekday was.
    pub(super) fn since(self, weekday: u8) -> i32 {
        (7 - self.until(weekday)) % 7
    }

    /// Reads `YYYY-MM-DD`.
    pub fn parse(iso: &str) -> Option<Self> {
        let number = |from: usize, to: usize| {
            iso.as_bytes()[from..to]
                .iter()
                .try_fold(0, |n, b| b.is_ascii_digit().then(|| n * 10 + u32::from(b - b'0')))
        };
        if iso.len() != 10 || iso.as_bytes()[4] != b'-' || iso.as_bytes()[7] != b'-' {
            return None;
        }
        Self::new(number(0, 4)? as i32, number(5, 7)?, number(8, 10)?)
    }
}

impl std::fmt::Display for Day {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut iso = String::new();
        super::form::iso(&mut iso, *self);
        f.write_str(&iso)
    }
}

/// How many days a month has.
pub fn days_in_month(year: i32, month: u32) -> u32 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}
