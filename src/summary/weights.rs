//! Weights of the sentence scorer. Written by `glosser train summary`; do not edit by hand.

use super::Weights;

/// What human summaries taught (GUM, train and dev).
pub const WEIGHTS: Weights = Weights {
    features: [
        1.281,  // frequency
        1.067,  // title
        -0.630, // lateness
        0.247,  // length
        0.199,  // first
        0.144,  // numbers
        -0.182, // quoted
        0.084,  // opens paragraph
        0.149,  // salience
        -0.251, // short
        -0.286, // first person
        -1.066, // question
        0.700,  // lead
    ],
    repetition: 1.638,
    order: 0.300,
};
