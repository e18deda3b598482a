//! Weights of the sentence scorer. Written by `glosser train summary`; do not edit by hand.

use super::Weights;

/// What human summaries taught (GUM, train and dev).
pub const WEIGHTS: Weights = Weights {
    features: [
        1.346,  // frequency
        1.253,  // title
        -0.603, // lateness
        0.210,  // length
        0.275,  // first
        0.162,  // numbers
        -0.234, // quoted
        0.104,  // opens paragraph
        0.141,  // salience
        -0.245, // short
        -0.265, // first person
        -0.994, // question
        0.862,  // lead
    ],
    repetition: 1.439,
    order: 0.235,
};
