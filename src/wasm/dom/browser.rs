//! What of the browser `web-sys` holds back as unstable, or does not have: the highlight registry and carets at a point.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{Document, Node, StaticRange};

#[wasm_bindgen]
extern "C" {
    /// A set of ranges painted alike.
    pub type Highlight;
    #[wasm_bindgen(constructor, catch)]
    pub fn new() -> Result<Highlight, JsValue>;
    #[wasm_bindgen(method)]
    pub fn add(this: &Highlight, range: &StaticRange) -> Highlight;
    #[wasm_bindgen(method, setter)]
    pub fn set_priority(this: &Highlight, priority: i32);

    /// `CSS.highlights`.
    #[derive(Clone)]
    pub type Registry;
    #[wasm_bindgen(method)]
    pub fn set(this: &Registry, name: &str, highlight: &Highlight);
    #[wasm_bindgen(method)]
    pub fn delete(this: &Registry, name: &str) -> bool;

    #[wasm_bindgen(js_namespace = CSS, js_name = highlights, thread_local_v2)]
    static HIGHLIGHTS: Option<Registry>;

    /// A style sheet made by hand: no `<style>` element, so a strict policy lets it pass.
    pub type CSSStyleSheet;
    #[wasm_bindgen(constructor, catch)]
    pub fn new() -> Result<CSSStyleSheet, JsValue>;
    #[wasm_bindgen(method, catch, js_name = replaceSync)]
    pub fn replace_sync(this: &CSSStyleSheet, css: &str) -> Result<(), JsValue>;

    /// A document or a shadow root: what a style sheet is adopted into.
    pub type StyleScope;
    #[wasm_bindgen(method, getter, js_name = adoptedStyleSheets)]
    pub fn adopted(this: &StyleScope) -> Option<Array>;
    #[wasm_bindgen(method, setter, js_name = adoptedStyleSheets)]
    pub fn set_adopted(this: &StyleScope, sheets: &Array);

    type Carets;
    #[wasm_bindgen(method, catch, js_name = caretPositionFromPoint)]
    fn position(this: &Carets, x: f64, y: f64, options: &Object) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, catch, js_name = caretRangeFromPoint)]
    fn range(this: &Carets, x: f64, y: f64) -> Result<JsValue, JsValue>;
}

/// The highlight registry, where the browser has one.
pub fn registry() -> Option<Registry> {
    let has = |name: &str| Reflect::has(&js_sys::global(), &name.into()).unwrap_or(false);
    if has("Highlight") && has("StaticRange") { HIGHLIGHTS.with(Clone::clone) } else { None }
}

/// The node and offset nearest to a point of the viewport. Browsers snap to the nearest text, however far.
pub fn caret(document: &Document, scope: &Node, x: f64, y: f64) -> Option<(Node, u32)> {
    let carets: &Carets = document.unchecked_ref();
    let key = |object: &JsValue, name: &str| Reflect::get(object, &name.into()).ok();
    let known = |name: &str| Reflect::has(document, &name.into()).unwrap_or(false);
    let (found, node, offset) = if known("caretPositionFromPoint") {
        let options = Object::new();
        // Needed for text inside a shadow root; a document is not one and must not be named.
        if !scope.is_instance_of::<Document>() {
            Reflect::set(&options, &"shadowRoots".into(), &Array::of1(scope)).ok()?;
        }
        (carets.position(x, y, &options).ok()?, "offsetNode", "offset")
    } else if known("caretRangeFromPoint") {
        (carets.range(x, y).ok()?, "startContainer", "startOffset")
    } else {
        return None;
    };
    if found.is_null() || found.is_undefined() {
        return None;
    }
    let node = key(&found, node)?.dyn_into().ok()?;
    Some((node, key(&found, offset)?.as_f64()? as u32))
}
