//! What a paragraph is, as far as its own words tell.

use super::dateline::{AGENCIES, is_month, is_weekday};
use super::shape::BlockKind;
use super::view::{View, is_bullet, is_dash};
use std::ops::Range;

/// The kind that the words of a paragraph give away; `None` where only its place in the article can tell.
pub(super) fn own_kind(view: View<'_>, block: &Range<usize>) -> Option<BlockKind> {
    let words = view.words(block.clone(), 121);
    if words == 0 {
        return Some(BlockKind::Crumb);
    }
    if words > 120 {
        return None;
    }
    // What the paragraph says first, behind bullets and brackets.
    let mut at = block.start;
    while at + 1 < block.end && view.is_mark(at) && !matches!(view.word(at), "\"" | "“" | "'" | "‘" | "©")
    {
        at += 1;
    }
    let inner = at..block.end;
    if is_credit(view, block.start, &inner, words) {
        return Some(BlockKind::Credit);
    }
    if words <= 16 && is_published(view, &inner) {
        return Some(BlockKind::Published);
    }
    if words <= 45 && is_related(view, &inner, words) {
        return Some(BlockKind::Related);
    }
    if words <= 22 && is_byline(view, &inner) {
        return Some(BlockKind::Byline);
    }
    if is_crumb(view, &inner, words) {
        return Some(BlockKind::Crumb);
    }
    if is_caption(view, &inner, words) {
        return Some(BlockKind::Caption);
    }
    None
}

#[rustfmt::skip]
const CREDIT_OPENINGS: &[&str] = &[
    "with reporting by", "reporting by", "with additional reporting by", "additional reporting by",
    "editing by", "writing by", "written and edited by", "compiled by", "translated by", "edited by",
    "with reporting from", "with a report from", "with reports from", "with files from",
    "with contributions from", "with contributions by", "based on reporting by", "with agency",
    "with agencies", "with inputs from", "contributing :", "contributors :", "source :", "sources :",
    "with material from", "production by", "reporting and writing by", "copyright ©", "copyright 20",
    "copyright 19", "© 20", "© 19", "© copyright", "this article was originally published",
    "this story was originally published", "this article first appeared", "this story first appeared",
    "this article was produced by", "this is a developing story", "this story has been updated",
    "this article has been updated", "this story has been corrected", "this article has been corrected",
    "this story was corrected", "all rights reserved",
];

/// "With reporting by …", "(Reporting by …; Editing by …)", "– Rappler.com", "AFP", "… contributed to this report."
fn is_credit(view: View<'_>, start: usize, inner: &Range<usize>, words: usize) -> bool {
    if view.says_any(inner.start, CREDIT_OPENINGS) || view.is(inner.start, "©") {
        return true;
    }
    if words <= 40
        && view.has_any(
            inner.clone(),
            &[
                "contributed to this report",
                "contributed to this story",
                "contributed reporting",
                "contributed to this article",
            ],
        )
    {
        return true;
    }
    signs(view, start..inner.end, words)
}

/// An agency's or a site's name alone, with or without a dash or brackets: "– Rappler.com", "(AFP)", "AFP/Reuters".
fn signs(view: View<'_>, block: Range<usize>, words: usize) -> bool {
    if words > 6 || view.ends_sentence(&block) {
        return false;
    }
    let marked = is_dash(view.word(block.start)) || view.word(block.start) == "(";
    let mut known = false;
    for i in block.clone() {
        let word = view.word(i);
        let agency = AGENCIES.contains(&word) || is_site(word);
        known |= agency;
        let filler = view.is_mark(i)
            || view.is_any(i, &["and", "with", "via", "Press", "Staff", "News", "France", "Presse"]);
        if !(agency || filler || view.is_capital(i)) {
            return false;
        }
    }
    known
        && (marked
            || words <= 2
            || block.clone().all(|i| !view.is_word(i) || AGENCIES.contains(&view.word(i))))
}

fn is_site(word: &str) -> bool {
    let ending = word.rsplit_once('.').map(|(name, end)| (name.is_empty(), end));
    matches!(ending, Some((false, "com" | "org" | "net" | "tv" | "info" | "ru" | "uk" | "eu")))
        && !word.contains('@')
}

/// Where a credit begins that stands behind the last sentence of a paragraph: "… in 2011. – Rappler.com".
pub(super) fn trailing_credit(view: View<'_>, block: &Range<usize>) -> Option<usize> {
    let from = block.end.saturating_sub(40).max(block.start + 4);
    (from..block.end).rev().find(|&i| {
        let word = view.word(i);
        let opens = is_dash(word) || word == "(" || view.is_any(i, &["Reporting", "Editing", "Additional"]);
        opens && !view.glued(i) && view.ends_sentence(&(block.start..i)) && {
            let words = view.words(i..block.end, 41);
            let inner = if view.is_mark(i) { i + 1 } else { i };
            is_credit(view, i, &(inner..block.end), words) && words <= 40
        }
    })
}

#[rustfmt::skip]
const STAMP_LABELS: &[&str] = &[
    "first published", "last updated", "last modified", "last update", "publication date", "date published",
    "published", "updated", "posted", "modified", "issued", "date", "created", "pubdate", "publish date",
    "release date",
];

/// "Published 8:44 PM, August 23, 2019", "Last updated 2 hours ago", a line that is nothing but a date.
fn is_published(view: View<'_>, block: &Range<usize>) -> bool {
    let label = view.opening(block.start, STAMP_LABELS);
    stamp_end(view, block.start + label..block.end, label > 0) == block.end
}

/// Where a stamp of day and time that starts the range ends; its start if there is none.
fn stamp_end(view: View<'_>, range: Range<usize>, labelled: bool) -> usize {
    let (mut numbers, mut names) = (0, 0);
    let mut at = range.start;
    while at < range.end {
        let word = view.word(at);
        let lower = word.to_lowercase();
        let filler = matches!(
            lower.trim_end_matches('.'),
            "at" | "on"
                | "of"
                | "the"
                | "am"
                | "pm"
                | "a.m"
                | "p.m"
                | "gmt"
                | "utc"
                | "est"
                | "edt"
                | "et"
                | "ist"
                | "bst"
                | "cet"
                | "cest"
                | "eest"
                | "eet"
                | "msk"
                | "pst"
                | "pdt"
                | "pt"
                | "jst"
                | "hkt"
                | "sgt"
                | "local"
                | "time"
                | "ago"
                | "hours"
                | "hour"
                | "minutes"
                | "minute"
                | "mins"
                | "min"
                | "hrs"
                | "hr"
                | "h"
                | "days"
                | "day"
                | "today"
                | "yesterday"
                | "published"
                | "updated"
                | "posted"
                | "modified"
                | "last"
                | "first"
                | "date"
                | "t"
                | "z"
                | "st"
                | "nd"
                | "rd"
                | "th"
                | "noon"
                | "midnight"
        );
        if view.is_number(at) {
            numbers += 1;
        } else if is_month(word)
            || is_weekday(word)
            || matches!(&*lower, "ago" | "today" | "yesterday" | "am" | "pm")
        {
            names += 1;
        } else if !(filler || view.is_mark(at) && !matches!(word, "\"" | "“" | "%" | "$" | "€" | "£" | "?"))
        {
            break;
        }
        at += 1;
    }
    let whole = at == range.end;
    let iso = numbers >= 3 && view.word(range.start).len() == 4 && is_dash(view.word(range.start + 1));
    let good =
        numbers > 0 && (names > 0 || iso || labelled || numbers >= 3 && view.words(range.clone(), 9) <= 5);
    if whole && good { at } else { range.start }
}

/// Where a stray stamp in front of the text ends: "date 2019-08-23 Turkey and …".
pub(super) fn leading_stamp(view: View<'_>, block: &Range<usize>) -> Option<usize> {
    let at = block.start + usize::from(view.is(block.start, "date"));
    let at = at + usize::from(at > block.start && view.word(at) == ":");
    let iso = view.is_number(at)
        && view.word(at).len() == 4
        && view.is_number(at + 2)
        && view.is_number(at + 4)
        && [at + 1, at + 3].into_iter().all(|i| view.word(i) == "-" && view.glued(i) && view.glued(i + 1));
    let end = at + 5;
    (iso && end < block.end && !view.glued(end) && (at > block.start || view.is_capital(end))).then_some(end)
}

#[rustfmt::skip]
const RELATED_OPENINGS: &[&str] = &[
    "related article", "related articles", "related story", "related stories", "related :", "related news",
    "related coverage", "related content", "related topics", "related video", "related reading", "read more",
    "read also", "also read", "also see", "see also", "see more", "read :", "read next", "read the full",
    "read this", "more :", "more on this", "more from", "more about", "watch :", "watch also", "listen :",
    "watch |", "in pictures :", "in photos :", "photos :", "gallery :", "you may also", "you might also",
    "you may like", "recommended :", "recommended for you", "recommended reading", "recommended stories",
    "don't miss", "don’t miss", "up next", "further reading", "story continues", "must read", "click here",
    "opinion :", "analysis :", "live updates :", "follow our live", "explore more", "dig deeper",
    "editor's picks", "editors ' picks", "what to read next",
];

/// True for a line under which others are listed: "Related topics".
pub(super) fn heads_list(view: View<'_>, block: &Range<usize>) -> bool {
    #[rustfmt::skip]
const HEADS: &[&str] = &[
    "related topics", "related articles", "related stories", "related news", "related content",
    "related internet links", "more on this story", "top stories", "topics", "tags", "most read",
    "most popular", "recommended", "trending", "recommended stories", "recommended for you", "latest news",
    "you may also like", "you might also like", "up next",
];
    view.is_one_of(block, HEADS)
}

/// "Related article: …", "READ MORE: …", "See also".
fn is_related(view: View<'_>, block: &Range<usize>, words: usize) -> bool {
    if !view.says_any(block.start, RELATED_OPENINGS) {
        return false;
    }
    // "Read this as a warning," is prose; what points elsewhere has a colon or no full stop.
    let colon = (block.start..block.end.min(block.start + 6))
        .any(|i| matches!(view.word(i), ":" | "|" | "»" | "→" | ">"));
    colon || !view.ends_sentence(block) && words <= 30
}

/// Lines of page furniture, whole.
#[rustfmt::skip]
const CRUMBS: &[&str] = &[
    "accessibility links", "breaking news", "share", "share this", "share this article", "share this story",
    "share on facebook", "share on twitter", "share article", "tweet", "print", "email", "e - mail", "e-mail",
    "comment", "comments", "leave a comment", "no comments", "advertisement", "advertisements", "advertising",
    "ad", "ads", "sponsored", "sponsored content", "promoted", "promoted content", "menu", "search", "home",
    "news", "world", "world news", "politics", "latest", "latest news", "top stories", "top news",
    "most read", "most popular", "most viewed", "trending", "trending now", "editors picks", "follow us",
    "follow", "log in", "login", "sign in", "sign up", "register", "subscribe", "subscribe now", "newsletter",
    "newsletters", "close", "open menu", "close menu", "skip", "skip navigation", "skip ad", "back to top",
    "top", "next", "previous", "next article", "previous article", "load more", "show more", "show less",
    "read more", "view all", "see all", "live", "live tv", "watch live", "video", "videos", "photos",
    "gallery", "audio", "podcast", "podcasts", "listen", "play", "pause", "loading", "loading ...",
    "facebook", "twitter", "whatsapp", "telegram", "linkedin", "reddit", "instagram", "youtube", "copy link",
    "copied", "link copied", "save", "saved", "save article", "bookmark", "donate", "support us",
    "contact us", "about us", "privacy policy", "terms of use", "terms of service", "terms and conditions",
    "cookie policy", "sitemap", "rss", "download app", "get the app", "english", "languages",
    "choose language", "text size", "font size", "listen to article", "listen to this article",
    "reading time", "tags", "topics", "more", "editor's choice", "feedback", "faq", "careers", "edition",
    "site index", "main content", "embed", "no media source currently available", "article", "gift article",
    "related", "accept", "accept all", "reject all", "manage preferences", "ok", "continue reading",
    "view comments", "this is a modal window", "recommended", "story highlights", "highlights", "sections",
    "site navigation",
];

/// How page furniture begins.
#[rustfmt::skip]
const CRUMB_OPENINGS: &[&str] = &[
    "skip to", "sign up for", "sign up to", "subscribe to", "subscribe for", "follow us", "share this",
    "share on", "share via", "click to", "tap to", "download our", "download the app", "get our", "join our",
    "support our", "enter your email", "by signing up", "by continuing", "by clicking", "by subscribing",
    "this site uses", "this website uses", "we use cookies", "we and our partners", "we value your privacy",
    "your browser does not", "please enable javascript", "enable javascript", "javascript is", "tags :",
    "topics :", "filed under", "tagged :", "categories :", "category :", "keywords :", "posted in",
    "article continues", "this article is more than", "this article is part of", "our standards",
    "story continues below", "scroll to", "scroll down", "continue reading", "this advertisement",
    "advertisement -", "advertisement :", "join the conversation", "view comments", "leave a reply",
    "leave a comment", "go to", "return to", "back to", "want more", "stay up to date", "stay informed",
    "get breaking news", "get the latest", "thank you for subscribing", "thanks for signing up",
    "already a subscriber", "log in to", "you have reached", "remaining articles", "cookie", "cookies",
    "follow on",
];

/// Navigation, buttons, cookie lines, trails ("Home > World").
fn is_crumb(view: View<'_>, block: &Range<usize>, words: usize) -> bool {
    if words <= 5 {
        if view.is_one_of(block, CRUMBS) {
            return true;
        }
        // "12 comments", "4 min read", "1,204 shares", "Image 1 of 5", "1 / 5".
        let counts =
            ["comments", "comment", "shares", "share", "views", "likes", "read", "retweets", "photos"];
        if view.is_number(block.start) && view.is_any(block.end - 1, &counts)
            || !block.clone().any(|i| view.is_word(i))
            || view.is_any(block.start, &["image", "photo", "slide"])
                && view.is_number(block.start + 1)
                && view.is_any(block.start + 2, &["of", "/"])
        {
            return true;
        }
    }
    if words <= 14 {
        let trail =
            block.clone().filter(|&i| matches!(view.word(i), ">" | "»" | "›" | "|" | "→" | "·")).count();
        if trail > 0 && trail * 4 >= words && !view.ends_sentence(block) {
            return true;
        }
    }
    let ended = view.ends_sentence(block);
    if words <= 60
        && view.says_any(block.start, CRUMB_OPENINGS)
        && (!ended || words <= 30 && !has_past(view, block))
    {
        return true;
    }
    words <= 80
        && view.has_any(block.clone(), &["cookies", "cookie"])
        && view.has_any(
            block.clone(),
            &["we use", "this site", "this website", "our website", "our site", "consent"],
        )
}

/// A verb of narration: news prose, not a button.
fn has_past(view: View<'_>, block: &Range<usize>) -> bool {
    view.has_any(block.clone(), &["said", "was", "were", "had", "told", "has", "have been"])
}

#[rustfmt::skip]
const BYLINE_OPENINGS: &[&str] = &[
    "by", "by :", "story by", "text by", "written by", "words by", "report by", "analysis by", "posted by",
    "published by", "from", "author :", "authors :", "reporter :", "writer :",
];

/// What stands between the names of a byline in small letters.
#[rustfmt::skip]
const BYLINE_FILLERS: &[&str] = &[
    "and", "in", "for", "of", "at", "from", "with", "the", "de", "van", "von", "der", "da", "di", "bin", "el",
    "al", "la", "le", "du", "to", "senior", "special", "chief", "diplomatic", "foreign", "political", "world",
];

/// "By Jane Doe", "Jane Doe, Reuters", "Story by Jane Doe and John Roe in Moscow".
fn is_byline(view: View<'_>, block: &Range<usize>) -> bool {
    let start = block.start;
    let opening = view.opening(start, BYLINE_OPENINGS);
    let name = start + opening;
    if name >= block.end || view.ends_sentence(block) && view.word(block.end - 1) != "Jr." {
        return false;
    }
    let explicit = opening > 0 && !view.is(start, "from");
    let role = |i: usize| is_role(view, i);
    let mut names = 0;
    let mut roles = 0;
    for i in name..block.end {
        let word = view.word(i);
        roles += usize::from(role(i));
        if view.is_mark(i) {
            if !matches!(
                word,
                "," | "|" | "/" | "-" | "–" | "—" | "&" | "(" | ")" | "." | ";" | "•" | "·" | "'"
            ) {
                return false;
            }
        } else if view.is_capital(i) {
            let dated = is_month(word) || is_weekday(word);
            if i == name
                && (dated || view.is_any(i, &["the", "a", "an", "all", "this", "then", "now", "its", "his"]))
            {
                return false;
            }
            names += 1;
        } else if !(role(i)
            || view.is_any(i, BYLINE_FILLERS)
            || word.contains('@')
            || word.starts_with("al-")
            || view.is_number(i)
            || is_stamp_word(word))
        {
            return false;
        }
    }
    if explicit {
        return names >= 1 && (names >= 2 || roles > 0 || block.len() == opening + 1);
    }
    // Without "By": a name of two to four words, a mark, then an agency or a job.
    let comma =
        (name..block.end).find(|&i| matches!(view.word(i), "," | "|" | "/" | "–" | "—" | "-" | "•" | "·"));
    roles > 0
        && comma.is_some_and(|c| (2..=4).contains(&(c - name)) && (name..c).all(|i| view.is_capital(i)))
        && block.len() <= 12
        && (name..block.end).all(|i| !is_verb_like(view.word(i)) && !matches!(view.word(i), "News" | "Video"))
}

fn is_role(view: View<'_>, i: usize) -> bool {
    let roles =
        ["correspondent", "reporter", "writer", "editor", "staff", "bureau", "contributor", "press", "news"];
    AGENCIES.contains(&view.word(i)) || view.is_any(i, &roles)
}

/// True if a line names an agency or a job: the second line of a byline.
pub(super) fn has_role(view: View<'_>, block: &Range<usize>) -> bool {
    block.clone().any(|i| is_role(view, i))
}

fn is_stamp_word(word: &str) -> bool {
    matches!(word, "am" | "pm" | "a.m." | "p.m." | "on" | "updated" | "published" | "hours" | "ago")
}

fn is_verb_like(word: &str) -> bool {
    matches!(word, "says" | "Says" | "to" | "To" | "agree" | "Agree" | "Is" | "is" | "Are" | "are")
}

#[rustfmt::skip]
const CAPTION_OPENINGS: &[&str] = &[
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
const CAPTION_CUES: &[&str] = &[
    "file photo by", "( file photo", "( photo", "( file )", "file photo .", "photo by", "photo :", "ap photo",
    "afp photo", "getty images", "reuters /", "/ afp", "/ ap", "/ reuters", "/ getty", "/ epa", "/ tass",
    "/ file", "/ handout", "/ pool", "via ap", "via reuters", "via afp", "via getty", "handout via",
    "( left )", "( right )", "( center )", "( centre )", "( l )", "( c )", "( 2nd", "( second left )",
    "( second right )", "( l - r )", "( l-r )", "( from left", "( top left )", "( file", "from left to right",
    "left to right", "( l to r )", "( image :", "( credit", "( seen", "seen here",
];

/// What photographs show, in the present tense.
#[rustfmt::skip]
const POSES: &[&str] = &[
    "shakes", "shake", "meets", "meet", "speaks", "speak", "walks", "walk", "looks", "look", "poses", "pose",
    "attends", "attend", "waves", "wave", "stands", "stand", "sits", "sit", "talks", "talk", "holds", "hold",
    "arrives", "arrive", "gestures", "gesture", "delivers", "smiles", "greets", "greet", "listens", "listen",
    "addresses", "reacts", "leaves", "answer", "answers", "hug", "hugs", "embrace", "embraces", "gather",
    "gathers", "march", "inspects", "inspect", "rides", "ride", "pass", "passes", "chair", "chairs",
    "welcomes", "carries", "carry", "watch", "watches", "rises", "billows",
];

/// What a picture shows, and who took it.
fn is_caption(view: View<'_>, block: &Range<usize>, words: usize) -> bool {
    if words > 100 {
        return false;
    }
    if view.says_any(block.start, CAPTION_OPENINGS) {
        // "In this picture, the economy …" would be prose: a caption that opens so has a pose or a credit, or is short.
        let sure = !view.is(block.start, "in") || has_pose(view, block) || has_cue(view, block);
        return sure || words <= 12 && !view.ends_sentence(block);
    }
    let place_cue = view.has_any(block.clone(), &["( r )", "( L )", "( C )"]) && has_pose(view, block);
    if place_cue || has_cue(view, block) {
        return !view.has_any(block.clone(), &["said", "told"]) || has_pose(view, block);
    }
    false
}

fn has_cue(view: View<'_>, block: &Range<usize>) -> bool {
    view.has_any(block.clone(), CAPTION_CUES)
}

/// True if the paragraph tells in the present tense what people are seen doing.
pub(super) fn has_pose(view: View<'_>, block: &Range<usize>) -> bool {
    block.clone().skip(1).any(|i| {
        view.is_any(i, POSES)
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

/// True for lines that begin with a bullet or a number.
pub(super) fn is_item(view: View<'_>, block: &Range<usize>) -> bool {
    let first = view.word(block.start);
    is_bullet(first) && !view.glued(block.start + 1)
        || view.is_number(block.start) && matches!(view.word(block.start + 1), "." | ")") && first.len() <= 2
}
