//! What a site says of itself or of the article, in whole sentences, among those of the story.

use crate::text::view::{Phrases, View, phrases};
use std::ops::Range;

/// How such sentences begin.
#[rustfmt::skip]
static NOTICE_OPENINGS: &Phrases = phrases![
    "an earlier version of this", "a previous version of this", "a version of this", "this is an archived",
    "close this is", "this material may not", "please turn on", "please look at the time",
    "please consider upgrading", "please check your", "please sign in", "please log in", "please try again",
    "media requires", "enter multiple", "your message has been", "your browser",
    "while you will be able to view", "you can now listen", "sorry , this video", "sorry , we",
    "thank you for registering", "the views expressed", "the opinions expressed", "viewer discretion",
    "check back for", "stay with us for", "the following is a transcript", "to comment ,", "send us your",
    "if you have been affected by", "watch the video", "to see the full", "to read the full", "subscribe now",
    "follow our live", "correction :", "warning : this",
];

/// The article or its page, when a sentence begins with it.
static ITSELF: &Phrases = phrases![
    "this article",
    "this story",
    "this post",
    "this page",
    "this site",
    "this website",
    "this video",
    "this content",
    "this transcript"
];

/// What is said of them there.
#[rustfmt::skip]
static DONE: &Phrases = phrases![
    "updated", "amended", "corrected", "archived", "outdated", "out of date", "originally", "first appeared",
    "appeared in print", "automatically generated", "misstated", "best viewed", "no longer available",
    "not available", "graphic",
];

/// Whom to reach and where to write: wherever it stands.
#[rustfmt::skip]
static REACH: &Phrases = phrases![
    "can be reached at", "on twitter at", "on twitter @", "email her at", "email him at", "email them at",
    "is a staff writer", "in the comments", "leave a comment", "comment below", "comments below",
    "click here", "send us your", "your inbox", "used in this report",
];

/// "This article was amended on …", "A version of this story appeared in print …", "Leave a comment below."
pub(super) fn is_notice(view: View<'_>, block: &Range<usize>, words: usize) -> bool {
    words <= 45
        && (view.says_any(block.start, NOTICE_OPENINGS)
            || view.says_any(block.start, ITSELF) && view.has_any(block.clone(), DONE)
            || view.has_any(block.clone(), REACH))
}
