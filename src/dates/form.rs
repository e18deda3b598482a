//! Numbers written into forms: one function for every value of TIMEX3, EDTF and ISO 8601.

use super::civil::Day;

/// A year that nobody knows: "XXXX".
pub(super) const UNKNOWN: i32 = i32::MIN;

/// Writes a string.
#[inline(never)]
pub(super) fn put(out: &mut String, text: &str) {
    out.push_str(text);
}

/// Writes numbers into a form, in their order. `Y` is a year as TIMEX3 has it ("BC0490"), `@` one as ISO counts them ("-0489"),
/// `1` to `4` a number of at least so many digits, `S` a season; all else stands for itself.
#[inline(never)]
pub(super) fn fill(out: &mut String, form: &str, numbers: &[i32]) {
    let mut rest = numbers.iter();
    for byte in form.bytes() {
        let mut next = || rest.next().copied().unwrap_or(0);
        match byte {
            b'Y' => match next() {
                UNKNOWN => put(out, "XXXX"),
                year if year <= 0 => {
                    put(out, "BC");
                    digits(out, 1 - year, 4);
                }
                year => digits(out, year, 4),
            },
            b'@' => {
                let year = next();
                if year < 0 {
                    put(out, "-");
                }
                digits(out, year, 4);
            }
            b'S' => put(out, ["", "SP", "SU", "FA", "WI"].get(next() as usize).unwrap_or(&"")),
            b'1'..=b'4' => digits(out, next(), byte - b'0'),
            _ => out.push(char::from(byte)),
        }
    }
}

/// A number of at least so many digits, without its sign.
pub(super) fn digits(out: &mut String, n: i32, width: u8) {
    let mut power = 1_000_000_000;
    let n = n.unsigned_abs();
    for left in (1..11).rev() {
        if left <= width || n >= power {
            out.push(char::from(b'0' + (n / power % 10) as u8));
        }
        power /= 10;
    }
}

/// Writes a day as ISO does.
pub(super) fn iso(out: &mut String, day: Day) {
    let (y, m, d) = day.ymd();
    fill(out, "@-2-2", &[y, m as i32, d as i32]);
}

/// Writes from one day to another, as EDTF does; open where there is none.
#[inline(never)]
pub(super) fn interval(out: &mut String, from: Option<Day>, to: Option<Day>) {
    for (mark, day) in [("", from), ("/", to)] {
        put(out, mark);
        match day {
            Some(day) => iso(out, day),
            None => put(out, ".."),
        }
    }
}
