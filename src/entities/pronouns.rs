//! "It" where its sentence leaves no doubt: who says what "it" will do is "it".

use super::scene::Scene;
use super::{Kind, Reference, lands};
use crate::maps::words;

words! {
    /// Before which "it" is somebody who acts.
    DOING = "aims can could did does expected expects had has hopes intends intended may might must needed needs \
    planned plans wanted wants will would"
}

words! {
    /// After which "it" is the speaker: "the ministry said it would".
    SAYING = "acknowledged added admitted announced argued believed believes claimed claims conceded confirmed \
    declared denied denies disclosed estimated estimates expected expects hoped hopes indicated insisted insists \
    promised reported said says stated stressed thinks thought vowed warned warns"
}

/// The body or land that says what "it" at token `t` does: "Ankara has said that it will", or, with `nominal` the last
/// noun that stands for one, "the ministry said it had".
pub(super) fn speaker(scene: &Scene<'_, '_>, t: usize, nominal: Option<&Reference>) -> Option<u32> {
    // "It would be wrong to", "it rained", "denied it": nobody's, or somebody else's.
    if !DOING.contains(scene.word(t + 1)) || matches!(scene.word(t + 2), "be" | "been") {
        return None;
    }
    let mut verb = t.checked_sub(1)?;
    if scene.word(verb) == "that" {
        verb = verb.checked_sub(1)?;
    }
    if !SAYING.contains(scene.word(verb)) {
        return None;
    }
    let mut last = verb.checked_sub(1)?;
    while matches!(scene.word(last), "has" | "had" | "also" | "have" | "later" | "earlier" | "then") {
        last = last.checked_sub(1)?;
    }
    let (entity, span) = match scene.mention(last) {
        Some(m) => {
            let mention = &scene.mentions[m as usize];
            let land = || lands::land_of_name(scene.document.slice(mention.span)).is_some();
            let acts = mention.kind == Kind::Organization || mention.kind == Kind::Place && land();
            (acts.then_some(mention.entity)?, mention.span)
        }
        None => {
            let end = scene.document.tokens.get(last)?.span.end;
            nominal.filter(|r| r.span.end == end).map(|r| (r.entity, r.span))?
        }
    };
    // "a spokesman for the ministry said it": the ministry is not who speaks.
    let mut before = scene.document.tokens_in(span).start.checked_sub(1);
    if let Some(the) = before.filter(|&b| scene.word(b).eq_ignore_ascii_case("the")) {
        before = the.checked_sub(1);
    }
    let opens = before.is_none_or(|b| {
        !scene.sentence(t).contains(&b)
            || !scene.is_word(b)
            || matches!(scene.word(b), "and" | "but" | "that" | "as" | "while" | "because")
    });
    opens.then_some(entity)
}
