//! Numbers written out. The standard library writes floats to the last bit, which takes 7 kB of the download; what is written
//! here are degrees and shares.

/// `number` with at most six digits behind the point (a tenth of a metre, in degrees), without idle zeros.
pub fn decimal(number: f64) -> String {
    let written = fixed(number, 6);
    written.trim_end_matches('0').trim_end_matches('.').to_string()
}

/// `number` with `digits` digits behind the point, one to nine. What is beyond a `u64` is written as its bound, what is no number as 0.
pub fn fixed(number: f64, digits: u32) -> String {
    let unit = 10u64.pow(digits);
    let parts = (number.abs() * unit as f64).round() as u64;
    let sign = if number < 0.0 && parts > 0 { "-" } else { "" };
    format!("{sign}{}.{:0width$}", parts / unit, parts % unit, width = digits as usize)
}

#[cfg(test)]
mod tests {
    use super::{decimal, fixed};

    #[test]
    fn numbers_are_written_as_people_write_them() {
        let table = [
            (0.0, "0", "0.00"),
            (12.0, "12", "12.00"),
            (-0.0000001, "0", "0.00"),
            (52.51, "52.51", "52.51"),
            (-122.4194, "-122.4194", "-122.42"),
            (0.1 + 0.2, "0.3", "0.30"),
            (-0.05, "-0.05", "-0.05"),
            (179.9999999, "180", "180.00"),
            (100.0, "100", "100.00"),
        ];
        for (number, short, two) in table {
            assert_eq!((decimal(number).as_str(), fixed(number, 2).as_str()), (short, two), "{number}");
        }
        assert_eq!(fixed(f64::NAN, 1), "0.0");
        assert!(decimal(f64::INFINITY).parse::<f64>().is_ok());
    }

    #[test]
    fn what_is_written_is_read_back() {
        for step in -180_000..=180_000 {
            let degrees = f64::from(step) / 1000.0;
            assert_eq!(decimal(degrees).parse(), Ok(degrees));
        }
    }
}
