//! Highlights: one registry entry per kind, one style sheet in the scope of the text, nothing in the article.

use super::browser::{CSSStyleSheet, Highlight, Registry, StyleScope, registry};
use js_sys::Array;
use wasm_bindgen::prelude::*;
use web_sys::StaticRange;

/// Later ones lie over earlier ones.
pub const LAYERS: [&str; 10] = [
    "key",
    "organization-unsure",
    "place-unsure",
    "person-unsure",
    "organization",
    "place",
    "person",
    "date",
    "entity",
    "active",
];

/// The highlights of one annotation: made, shown and hidden under names of its own.
pub struct Paint {
    registry: Option<Registry>,
    prefix: String,
    scope: StyleScope,
    sheet: Option<CSSStyleSheet>,
    layers: [Layer; LAYERS.len()],
}

#[derive(Default)]
struct Layer {
    highlight: Option<Highlight>,
    off: bool,
}

impl Paint {
    /// Ready to paint text that lives in `scope`, with registry names that begin with `prefix`.
    pub fn new(prefix: String, scope: StyleScope) -> Self {
        let mut layers: [Layer; LAYERS.len()] = Default::default();
        // Key sentences get a bar in the margin from the page; paint under them is for those who ask.
        layers[0].off = true;
        Self { registry: registry(), prefix, scope, sheet: None, layers }
    }

    /// Whether the browser can paint at all.
    pub fn works(&self) -> bool {
        self.registry.is_some()
    }

    /// Paints `ranges`, and nothing else, in a layer.
    pub fn set(&mut self, name: &str, ranges: impl Iterator<Item = StaticRange>) -> Result<(), JsValue> {
        let Some(number) = number(name).filter(|_| self.works()) else { return Ok(()) };
        let highlight = Highlight::new()?;
        highlight.set_priority(number as i32);
        let mut any = false;
        for range in ranges {
            highlight.add(&range);
            any = true;
        }
        if any && self.sheet.is_none() {
            // Refused for a document of another window; the rules are then the page's own.
            self.sheet = adopt(&self.scope, &sheet(&self.prefix)).ok();
        }
        self.layers[number].highlight = any.then_some(highlight);
        self.register(number);
        Ok(())
    }

    /// Shows or hides a layer; it keeps its ranges.
    pub fn show(&mut self, name: &str, on: bool) -> bool {
        let Some(number) = number(name) else { return false };
        self.layers[number].off = !on;
        self.register(number);
        true
    }

    /// Whether a layer is shown.
    pub fn shows(&self, name: &str) -> bool {
        number(name).is_some_and(|number| !self.layers[number].off)
    }

    /// Takes everything away again.
    pub fn clear(&mut self) {
        for number in 0..LAYERS.len() {
            self.layers[number].highlight = None;
            self.register(number);
        }
        if let (Some(sheet), Some(adopted)) = (self.sheet.take(), self.scope.adopted()) {
            let sheet: JsValue = sheet.into();
            self.scope.set_adopted(&adopted.iter().filter(|other| *other != sheet).collect());
        }
    }

    fn register(&self, number: usize) {
        let Some(registry) = &self.registry else { return };
        let name = format!("{}-{}", self.prefix, LAYERS[number]);
        match &self.layers[number] {
            Layer { highlight: Some(highlight), off: false } => registry.set(&name, highlight),
            _ => _ = registry.delete(&name),
        }
    }
}

fn number(name: &str) -> Option<usize> {
    LAYERS.iter().position(|layer| *layer == name)
}

fn adopt(scope: &StyleScope, css: &str) -> Result<CSSStyleSheet, JsValue> {
    let sheet = CSSStyleSheet::new()?;
    sheet.replace_sync(css)?;
    scope.set_adopted(&scope.adopted().unwrap_or_default().concat(&Array::of1(&sheet)));
    Ok(sheet)
}

/// The rules. Longhands only: WebKit drops a `text-decoration` shorthand with a colour in `::highlight()`.
/// A kind is told by the style of its line as well as by its ink, for forced colours, print and colour blindness.
fn sheet(prefix: &str) -> String {
    let mut css = String::from("@layer glosser {\n");
    for (kind, line, light, dark) in [
        ("organization", "double", "#1f5fa8", "#8fc0ff"),
        ("place", "dotted", "#0b6e4f", "#7fd4b3"),
        ("person", "solid", "#7a3e9d", "#d3a6f0"),
        ("date", "dashed", "#8a5200", "#f0b860"),
    ] {
        css += &format!(
            "::highlight({prefix}-{kind}), ::highlight({prefix}-{kind}-unsure) {{ text-decoration-line: underline; text-decoration-style: {line}; \
             text-decoration-color: var(--glosser-{kind}, light-dark({light}, {dark})); \
             text-decoration-thickness: var(--glosser-line, 0.09em); text-underline-offset: 0.2em; \
             text-decoration-skip-ink: none; }}\n\
             ::highlight({prefix}-{kind}-unsure) {{ text-decoration-color: color-mix(in srgb, \
             var(--glosser-{kind}, light-dark({light}, {dark})) 55%, transparent); }}\n"
        );
    }
    for (layer, light, dark) in [
        ("key", "rgb(255 214 10 / 0.18)", "rgb(255 214 10 / 0.14)"),
        ("entity", "rgb(122 62 157 / 0.13)", "rgb(211 166 240 / 0.2)"),
        ("active", "rgb(122 62 157 / 0.24)", "rgb(211 166 240 / 0.34)"),
    ] {
        css += &format!(
            "::highlight({prefix}-{layer}) {{ background-color: var(--glosser-{layer}, light-dark({light}, {dark})); }}\n\
             @media print {{ ::highlight({prefix}-{layer}) {{ background-color: transparent; }} }}\n"
        );
    }
    css + "}\n"
}
