//! What JavaScript holds: the text of a page, what was found in it, and where that is painted.

use super::browser::caret;
use super::paint::Paint;
use super::walk::TextMap;
use crate::wasm::error::bad_option;
use crate::wasm::value::{self, object};
use js_sys::{Array, Function};
use serde::{Deserialize, Serialize};
use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;
use web_sys::{Document, Node, Range, StaticRange, StaticRangeInit};

/// Which list of an article a target is in.
#[derive(Clone, Copy, PartialEq, Serialize, Deserialize, Tsify)]
#[serde(rename_all = "lowercase")]
pub enum TargetList {
    /// Names.
    Mentions,
    /// Time expressions.
    Dates,
    /// Words that stand for an entity.
    References,
    /// Quotations.
    Quotes,
    /// Sentences.
    Sentences,
}

/// One finding of an article: a list, and an index into it.
#[derive(Clone, Copy, Serialize, Deserialize, Tsify)]
pub struct Target {
    /// The list.
    pub list: TargetList,
    /// The index.
    pub index: u32,
}

/// What of an article's record is painted.
#[derive(Default, Deserialize)]
struct Findings {
    mentions: Vec<Finding>,
    dates: Vec<Finding>,
    references: Vec<Finding>,
    quotes: Vec<Finding>,
    sentences: Vec<Finding>,
    summary: Summary,
}

#[derive(Default, Deserialize)]
struct Summary {
    sentences: Vec<u32>,
}

/// A stretch of the flow; the fields that its list has.
#[derive(Deserialize)]
struct Finding {
    start: u32,
    end: u32,
    #[serde(default)]
    kind: String,
    #[serde(default)]
    entity: String,
    #[serde(default)]
    confidence: f32,
}

/// Names less sure than this are painted apart, as `person-unsure` and so on.
const SURE: f32 = 0.5;

impl Findings {
    fn list(&self, list: TargetList) -> &[Finding] {
        match list {
            TargetList::Mentions => &self.mentions,
            TargetList::Dates => &self.dates,
            TargetList::References => &self.references,
            TargetList::Quotes => &self.quotes,
            TargetList::Sentences => &self.sentences,
        }
    }
}

/// Marks over the text under a node. Adds nothing to the page but entries of its own in the highlight registry and
/// one adopted style sheet.
#[wasm_bindgen]
pub struct Annotation {
    map: TextMap,
    document: Document,
    /// The document or shadow root that the text lives in.
    scope: Node,
    paint: Paint,
    found: Findings,
}

#[wasm_bindgen]
impl Annotation {
    /// Reads the text under `root` in one pass, without the elements that `skip` picks out. Registry names will begin with
    /// `prefix`, which must be a CSS identifier.
    #[wasm_bindgen(constructor)]
    pub fn new(
        root: &Node,
        prefix: String,
        #[wasm_bindgen(unchecked_param_type = "((element: Element) => boolean) | undefined")] skip: Option<
            Function,
        >,
    ) -> Result<Annotation, JsValue> {
        let named = prefix.starts_with(|c: char| c.is_ascii_alphabetic())
            && prefix.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        if !named {
            return Err(bad_option("prefix", "Give letters, digits and hyphens, a letter first."));
        }
        let document = match root.dyn_ref::<Document>() {
            Some(document) => document.clone(),
            None => root.owner_document().ok_or_else(|| bad_option("root", "Give a node of a document."))?,
        };
        let scope = root.get_root_node();
        // A detached tree has no scope of its own; its sheet goes where it will be shown.
        let styled = if js_sys::Reflect::has(&scope, &"adoptedStyleSheets".into()).unwrap_or(false) {
            scope.clone()
        } else {
            document.clone().into()
        };
        Ok(Self {
            map: TextMap::new(root, skip.as_ref()),
            document,
            scope,
            paint: Paint::new(prefix, styled.unchecked_into()),
            found: Findings::default(),
        })
    }

    /// The text of the page as a reader meets it, blocks separated by blank lines: what to read.
    pub fn text(&self) -> String {
        self.map.flow.text().to_owned()
    }

    /// False where the browser has no highlights: everything works but nothing is painted.
    #[wasm_bindgen(getter)]
    pub fn paints(&self) -> bool {
        self.paint.works()
    }

    /// Paints the findings of an article that was read from [`text`](Annotation::text).
    ///
    /// Throws `bad-option` for something that is not an article. Offsets outside the text paint nothing.
    pub fn mark(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "ArticleRecord")] article: JsValue,
    ) -> Result<(), JsValue> {
        self.found = value::rust(article).map_err(|_| {
            bad_option("article", "Give what read() returned for the text of this annotation.")
        })?;
        let Self { map, found, paint, .. } = self;
        let ranges = |findings: Vec<&Finding>| -> Vec<StaticRange> {
            findings.into_iter().filter_map(|f| static_range(map, f.start, f.end)).collect()
        };
        for kind in ["person", "place", "organization"] {
            let (sure, unsure): (Vec<_>, Vec<_>) =
                found.mentions.iter().filter(|m| m.kind == kind).partition(|m| m.confidence >= SURE);
            paint.set(kind, ranges(sure).into_iter())?;
            paint.set(&format!("{kind}-unsure"), ranges(unsure).into_iter())?;
        }
        paint.set("date", ranges(found.dates.iter().collect()).into_iter())?;
        let key = found.summary.sentences.iter().filter_map(|&s| found.sentences.get(s as usize));
        paint.set("key", ranges(key.collect()).into_iter())?;
        paint.set("entity", std::iter::empty())?;
        paint.set("active", std::iter::empty())
    }

    /// Shows or hides a kind: `person`, `place`, `organization` (each also with `-unsure`), `date`, or `key` for the key
    /// sentences, hidden at first.
    pub fn show(&mut self, kind: &str, on: bool) -> Result<(), JsValue> {
        if self.paint.show(kind, on) {
            Ok(())
        } else {
            Err(bad_option(
                "kind",
                "Give person, place, organization, date or key; names may end in -unsure.",
            ))
        }
    }

    /// Lights all mentions and references of one entity, or dates as `date:3` or `date:3,7`; without an argument, none.
    pub fn light(&mut self, entity: Option<String>) -> Result<(), JsValue> {
        let Self { map, found, paint, .. } = self;
        let entity = entity.unwrap_or_default();
        let lit: Vec<_> = match entity.strip_prefix("date:") {
            Some(indexes) => {
                indexes.split(',').filter_map(|index| found.dates.get(index.parse::<usize>().ok()?)).collect()
            }
            None if entity.is_empty() => Vec::new(),
            None => found.mentions.iter().chain(&found.references).filter(|f| f.entity == entity).collect(),
        };
        paint.set("entity", lit.into_iter().filter_map(|f| static_range(map, f.start, f.end)))
    }

    /// Lights one finding more strongly; without an argument, none.
    pub fn activate(&mut self, target: Option<Ts<Target>>) -> Result<(), JsValue> {
        let finding = target.and_then(|target| self.finding(&target));
        let range = finding.and_then(|finding| static_range(&self.map, finding.start, finding.end));
        self.paint.set("active", range.into_iter())
    }

    /// What is painted at a point of the viewport: the innermost finding of a kind that is shown.
    pub fn hit(&self, x: f64, y: f64) -> Result<Option<Ts<Target>>, JsValue> {
        let Some((node, offset)) = caret(&self.document, &self.scope, x, y) else { return Ok(None) };
        let Some(position) = self.map.position(&node, offset) else { return Ok(None) };
        // A caret stands between two letters; the point may be on either.
        let best = [Some(position), position.checked_sub(1)]
            .into_iter()
            .flatten()
            .flat_map(|at| {
                [TargetList::Mentions, TargetList::Dates, TargetList::References].map(|list| (list, at))
            })
            .filter_map(|(list, at)| Some((list, self.covering(list, at)?)))
            .filter(|&(list, index)| self.is_on(Target { list, index }, x, y))
            .min_by_key(|&(list, index)| self.found.list(list).get(index as usize).map(|f| f.end - f.start));
        best.map(|(list, index)| object(&Target { list, index })).transpose()
    }

    /// Where a finding is on the screen, in viewport coordinates: one rectangle a line.
    #[wasm_bindgen(unchecked_return_type = "DOMRect[]")]
    pub fn rects(&self, target: Ts<Target>) -> Array {
        let range = self.finding(&target).and_then(|finding| live_range(&self.document, &self.map, finding));
        range.and_then(|range| range.get_client_rects()).map_or_else(Array::new, |list| Array::from(&list))
    }

    /// The range over a stretch of [`text`](Annotation::text); `undefined` if it has no place in the page.
    pub fn range(&self, start: u32, end: u32) -> Option<StaticRange> {
        static_range(&self.map, start, end)
    }

    /// Where a place in the page, an offset into one of its text nodes, stands in [`text`](Annotation::text): the way back
    /// from [`range`](Annotation::range). `undefined` for a node that is no part of the text.
    pub fn offset(&self, node: &Node, offset: u32) -> Option<u32> {
        self.map.position(node, offset)
    }

    /// Takes all paint away; the page is as it was.
    pub fn clear(&mut self) {
        self.paint.clear();
        self.found = Findings::default();
    }
}

impl Annotation {
    fn finding(&self, target: &Ts<Target>) -> Option<&Finding> {
        let target = value::rust::<Target>(target.js_value()).ok()?;
        self.found.list(target.list).get(target.index as usize)
    }

    /// The last finding of a list that covers a position. Lists are in order of their starts and hardly overlap, so a
    /// short look back is enough.
    fn covering(&self, list: TargetList, at: u32) -> Option<u32> {
        const LOOK_BACK: usize = 4;
        let findings = self.found.list(list);
        let after = findings.partition_point(|f| f.start <= at);
        (after.saturating_sub(LOOK_BACK)..after)
            .rev()
            .find(|&index| findings[index].end > at && self.is_shown(list, &findings[index]))
            .map(|index| index as u32)
    }

    fn is_shown(&self, list: TargetList, finding: &Finding) -> bool {
        match list {
            TargetList::Mentions if finding.confidence < SURE => {
                self.paint.shows(&format!("{}-unsure", finding.kind))
            }
            TargetList::Mentions => self.paint.shows(&finding.kind),
            TargetList::Dates => self.paint.shows("date"),
            _ => true,
        }
    }

    /// Whether the point is really on the finding: carets snap to the nearest text from afar.
    fn is_on(&self, target: Target, x: f64, y: f64) -> bool {
        const SLACK: f64 = 1.0;
        let finding = self.found.list(target.list).get(target.index as usize);
        let rects = finding
            .and_then(|finding| live_range(&self.document, &self.map, finding))
            .and_then(|range| range.get_client_rects());
        rects.is_some_and(|rects| {
            (0..rects.length()).filter_map(|i| rects.item(i)).any(|r| {
                (r.left() - SLACK..=r.right() + SLACK).contains(&x)
                    && (r.top() - SLACK..=r.bottom() + SLACK).contains(&y)
            })
        })
    }
}

fn static_range(map: &TextMap, start: u32, end: u32) -> Option<StaticRange> {
    let (start, end) = map.flow.places(start, end)?;
    let ((start, from), (end, to)) = (map.node(start)?, map.node(end)?);
    StaticRange::new(&StaticRangeInit::new(end, to, start, from)).ok()
}

/// Fails where the page has changed under us.
fn live_range(document: &Document, map: &TextMap, finding: &Finding) -> Option<Range> {
    let (start, end) = map.flow.places(finding.start, finding.end)?;
    let ((start, from), (end, to)) = (map.node(start)?, map.node(end)?);
    let range = document.create_range().ok()?;
    range.set_start(start, from).ok()?;
    range.set_end(end, to).ok()?;
    Some(range)
}
