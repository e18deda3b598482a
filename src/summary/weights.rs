//! Weights of the sentence scorer. Written by `glosser train summary`; do not edit by hand.

use super::Weights;

/// What human summaries taught (GUM, train and dev).
pub const WEIGHTS: Weights = Weights {
    features: [
        1.345,  // frequency
        1.258,  // title
        -0.590, // lateness
        0.192,  // length
        0.235,  // first
        0.156,  // numbers
        -0.616, // quoted
        0.107,  // opens paragraph
        0.147,  // salience
        -0.243, // short
        -0.272, // first person
        -1.067, // question
        0.936,  // lead
    ],
    repetition: 1.612,
    order: 0.232,
};
