//! Numbers written into forms: one function for every value of TIMEX3, EDTF and ISO 8601.

use super::civil::Day;

/// A year that nobody knows: "XXXX".
pub(super) const UNKNOWN: i32 = i32::MIN;

/// Writes numbers into a form, in their order. `Y` is a year as TIMEX3 has it ("BC0490"), `@` one as ISO counts them ("-0489"),
/// `1` to `4` a number of at least so many digits; all else stands for itself.
pub(super) fn fill(form: &str, numbers: &[i32]) -> String {
    let mut out = String::with_capacity(form.len() + 8);
    let mut rest = numbers.iter();
    for byte in form.bytes() {
        let mut next = || rest.next().copied().unwrap_or(0);
        match byte {
            b'Y' => match next() {
                UNKNOWN => out.push_str("XXXX"),
                year if year <= 0 => {
                    out.push_str("BC");
                    digits(&mut out, 1 - year, 4);
                }
                year => digits(&mut out, year, 4),
            },
            b'@' => {
                let year = next();
                if year < 0 {
                    out.push('-');
                }
                digits(&mut out, year, 4);
            }
            b'1'..=b'4' => digits(&mut out, next(), byte - b'0'),
            _ => out.push(char::from(byte)),
        }
    }
    out
}

/// A number of at least so many digits, without its sign.
pub(super) fn digits(out: &mut String, n: i32, width: u8) {
    let mut power = 1_000_000_000;
    let n = n.unsigned_abs();
    for left in (1..=10).rev() {
        if left <= width || n >= power {
            out.push(char::from(b'0' + (n / power % 10) as u8));
        }
        power /= 10;
    }
}

/// A day as ISO writes it.
pub(super) fn iso(day: Day) -> String {
    let (y, m, d) = day.ymd();
    fill("@-2-2", &[y, m as i32, d as i32])
}

/// From one day to another, as EDTF writes it; open where there is none.
pub(super) fn interval(from: Option<Day>, to: Option<Day>) -> String {
    let side = |day: Option<Day>| day.map_or_else(|| "..".into(), iso);
    side(from) + "/" + &side(to)
}
