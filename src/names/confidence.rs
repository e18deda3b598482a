//! How sure of a name: the chain's probability, weighed with what the lists say.
//!
//! A logistic regression for each kind (Platt 1999, the odds bent at one point), fitted on documents set aside.

use super::analysis::Analysis;
use super::chain::exp;
use super::lexicon::{flag, kind};
use super::settle::{Found, ORGANIZATION, PLACE};

/// Evidence for a name: 1, the log odds of the chain, by how much they pass `BEND`, whether the lists agree.
pub type Evidence = [f32; 4];

/// Log odds beyond which the chain's probability tells no more.
const LIMIT: f32 = 7.0;
/// Log odds from which they are weighed anew.
const BEND: f32 = 2.0;

/// The evidence for a name.
pub(super) fn evidence(a: &Analysis, name: &Found) -> Evidence {
    let odds = ln(name.raw.max(1e-6) / (1.0 - name.raw).max(1e-6)).clamp(-LIMIT, LIMIT);
    [1.0, odds, (odds - BEND).max(0.0), f32::from(u8::from(listed(a, name)))]
}

/// The probability that evidence gives under such weights.
pub fn weigh(evidence: &Evidence, weights: &Evidence) -> f32 {
    let sum: f32 = evidence.iter().zip(weights).map(|(e, w)| e * w).sum();
    1.0 / (1.0 + exp(-sum))
}

/// Whether the lists have the name under its kind; of a person, one of its words.
fn listed(a: &Analysis, name: &Found) -> bool {
    let listed = a.pieces[name.start].listed & a.pieces[name.end - 1].listed;
    match name.kind {
        PLACE => listed & !kind::BODY != 0,
        ORGANIZATION => listed & kind::BODY != 0,
        _ => (name.start..name.end).any(|at| a.word(at).entry.flags & (flag::GIVEN | flag::FAMILY) != 0),
    }
}

/// The natural logarithm, by arithmetic that is the same on every machine; error below 1e-5.
fn ln(x: f32) -> f32 {
    let exponent = (x.to_bits() >> 23) as i32 - 127;
    let mantissa = f32::from_bits(x.to_bits() & 0x007F_FFFF | 0x3F80_0000);
    let (mantissa, exponent) = if mantissa > std::f32::consts::SQRT_2 {
        (mantissa * 0.5, exponent + 1)
    } else {
        (mantissa, exponent)
    };
    let t = (mantissa - 1.0) / (mantissa + 1.0);
    let s = t * t;
    let series = 1.0 + s * (1.0 / 3.0 + s * (0.2 + s * (1.0 / 7.0 + s / 9.0)));
    2.0 * t * series + exponent as f32 * std::f32::consts::LN_2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn own_logarithm_is_close() {
        for i in 1..4000 {
            let x = (i as f32 / 100.0).powi(3);
            assert!((ln(x) - x.ln()).abs() < 1e-5, "{x}: {}", ln(x));
        }
    }

    #[test]
    fn more_evidence_makes_surer() {
        let weights = [-0.2, 0.8, 0.3, 0.5];
        let sure = |odds: f32, listed| weigh(&[1.0, odds, (odds - BEND).max(0.0), listed], &weights);
        assert!(
            sure(0.0, 0.0) < sure(0.0, 1.0)
                && sure(0.0, 1.0) < sure(2.0, 1.0)
                && sure(2.0, 1.0) < sure(5.0, 1.0)
        );
        assert!(sure(LIMIT, 1.0) < 1.0 && sure(-LIMIT, 0.0) > 0.0);
    }
}
