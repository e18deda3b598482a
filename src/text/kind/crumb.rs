//! Page furniture: navigation, buttons, cookie lines.

use crate::text::view::{Phrases, View, phrases};
use std::ops::Range;

/// Lines of page furniture, whole.
#[rustfmt::skip]
static CRUMBS: &Phrases = phrases![
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
static CRUMB_OPENINGS: &Phrases = phrases![
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
    "follow on", "breaking news emails", "the news and stories that matter", "chat with us",
    "find out what's happening", "posted by", "editor's note", "editors ' note", "interested in", "play video",
    "click here", "tap here", "like us on", "find us on", "for confidential support", "have you been affected",
    "do you have a story", "got a story", "email us", "contact us", "listen to our", "read our", "watch our",
    "media playback is", "hide caption", "what to know", "watch live", "watch :", "see also",
];

/// Navigation, buttons, cookie lines, trails ("Home > World").
pub(super) fn is_crumb(view: View<'_>, block: &Range<usize>, words: usize) -> bool {
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
        && view.has_any(block.clone(), phrases!["cookies", "cookie"])
        && view.has_any(
            block.clone(),
            phrases!["we use", "this site", "this website", "our website", "our site", "consent"],
        )
}

/// A verb of narration: news prose, not a button.
fn has_past(view: View<'_>, block: &Range<usize>) -> bool {
    static PAST: &Phrases = phrases!["said", "was", "were", "had", "told", "has", "have been"];
    view.has_any(block.clone(), PAST)
}
