//! What a picture shows.

use crate::maps::words;
use crate::text::view::{Phrases, View, phrases};
use std::ops::Range;

#[rustfmt::skip]
static CAPTION_OPENINGS: &Phrases = phrases![
    "photo :", "photos :", "photo by", "photograph by", "photograph :", "image :", "image by", "picture :",
    "picture by", "file photo", "file picture", "file image", "file -", "file –", "file —", "file :",
    "in this file", "in this image", "in this photo", "in this picture", "in this handout", "in this undated",
    "in this frame", "in this screen", "pictured :", "pictured above", "above :", "image copyright",
    "image caption", "image source", "image credit", "photo credit", "picture credit", "media caption",
    "video caption", "caption :", "credit :", "screengrab", "screenshot", "illustration :", "illustration by",
    "graphic :", "infographic :", "courtesy of", "courtesy :", "courtesy photo", "map :", "handout photo",
    "handout picture", "(photo",
];

#[rustfmt::skip]
static CAPTION_CUES: &Phrases = phrases![
    "file photo by", "( file photo", "( photo", "( file )", "file photo .", "photo by", "photo :", "ap photo",
    "afp photo", "getty images", "reuters /", "/ afp", "/ ap", "/ reuters", "/ getty", "/ epa", "/ tass",
    "/ file", "/ handout", "/ pool", "via ap", "via reuters", "via afp", "via getty", "handout via",
    "( left )", "( right )", "( center )", "( centre )", "( l )", "( c )", "( 2nd", "( second left )",
    "( second right )", "( l - r )", "( l-r )", "( from left", "( top left )", "( file", "from left to right",
    "left to right", "( l to r )", "( image :", "( credit", "( seen", "seen here",
];

words! {
    /// What photographs show, in the present tense.
    POSES = [
        "shakes", "shake", "meets", "meet", "speaks", "speak", "walks", "walk", "looks", "look", "poses",
        "pose", "attends", "attend", "waves", "wave", "stands", "stand", "sits", "sit", "talks", "talk",
        "holds", "hold", "arrives", "arrive", "gestures", "gesture", "delivers", "smiles", "greets", "greet",
        "listens", "listen", "addresses", "reacts", "leaves", "answer", "answers", "hug", "hugs", "embrace",
        "embraces", "gather", "gathers", "march", "inspects", "inspect", "rides", "ride", "pass", "passes",
        "chair", "chairs", "welcomes", "carries", "carry", "watch", "watches", "rises", "billows"
    ]
}

/// What a picture shows, and who took it.
pub(super) fn is_caption(view: View<'_>, block: &Range<usize>, words: usize) -> bool {
    if words > 100 {
        return false;
    }
    if view.says_any(block.start, CAPTION_OPENINGS) {
        // "In this picture, the economy …" would be prose: a caption that opens so has a pose or a credit, or is short.
        let sure = !view.is(block.start, "in") || has_pose(view, block) || has_cue(view, block);
        return sure || words <= 12 && !view.ends_sentence(block);
    }
    let place_cue = view.has_any(block.clone(), phrases!["( r )", "( L )", "( C )"]) && has_pose(view, block);
    if place_cue || has_cue(view, block) {
        return !view.has_any(block.clone(), phrases!["said", "told"]) || has_pose(view, block);
    }
    false
}

fn has_cue(view: View<'_>, block: &Range<usize>) -> bool {
    view.has_any(block.clone(), CAPTION_CUES)
}

/// True if the paragraph tells in the present tense what people are seen doing.
pub(in crate::text) fn has_pose(view: View<'_>, block: &Range<usize>) -> bool {
    block.clone().skip(1).any(|i| {
        POSES.contains(view.word(i))
            && view.is_lower(i)
            && (view.is_capital(i - 1)
                || view.word(i - 1) == ")"
                || view.word(i - 1) == ","
                || view.is_lower(i - 1))
            && !view.is_any(
                i - 1,
                &["to", "will", "would", "could", "can", "should", "may", "might", "not", "must", "a", "the"],
            )
    })
}
