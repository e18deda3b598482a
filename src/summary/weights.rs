//! Weights of the sentence scorer. Written by `glosser train summary`; do not edit by hand.

use super::features::Features;

/// One weight a feature, in the order of [`NAMES`](super::features::NAMES).
pub const WEIGHTS: Features = [
    0.6, 0.25, 0.1, 0.8, -0.2, 0.1, 0.3, -0.5, -0.1, 0.5, 0.3, 0.8, 0.4, 0.6, 0.2, 0.3, 0.2, 0.1, -0.3, 0.05,
    0.05, -0.4, -0.5, -1.0,
];
