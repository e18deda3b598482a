//! One pass over the DOM, from text nodes to the flow of text.

use super::flow::{Flow, Gap, Place};
use js_sys::{Function, Map};
use wasm_bindgen::{JsCast, JsValue, intern};
use web_sys::{Element, Node, Window};

/// The flow of a page, and the text nodes its places name.
pub struct TextMap {
    pub flow: Flow,
    nodes: Vec<Node>,
    /// From text node to its number.
    numbers: Map,
}

/// How an element takes part in the text.
#[derive(Clone, Copy, PartialEq)]
enum Layout {
    /// Not at all; what is around it does not run together.
    Skip,
    Inline,
    Block,
    Break,
}

/// An element that is open while its children are walked.
#[derive(Clone, Copy)]
struct Open {
    layout: Layout,
    visible: bool,
    preserve: bool,
}

const CLOSED: Open = Open { layout: Layout::Skip, visible: false, preserve: false };
const OUTERMOST: Open = Open { layout: Layout::Block, visible: true, preserve: false };

impl TextMap {
    /// Reads the text nodes under `root`, but not those in elements that `skip` picks out.
    pub fn new(root: &Node, skip: Option<&Function>) -> Self {
        let mut map = Self { flow: Flow::default(), nodes: Vec::new(), numbers: Map::new() };
        // Outside a document nothing has a style, and asking for it takes the longer the deeper.
        let window = web_sys::window().filter(|_| root.is_connected());
        let outer = root.dyn_ref::<Element>().map_or(OUTERMOST, |element| Open {
            preserve: open(window.as_ref(), element, OUTERMOST).preserve,
            ..OUTERMOST
        });
        // Walked with a stack of its own: pages may nest deeper than the call stack reaches.
        let mut stack = vec![outer];
        let mut next = root.first_child();
        let mut parent = root.clone();
        loop {
            let Some(node) = next else {
                // All children done: close the parent and go on beside it.
                let Some(closed) = stack.pop().filter(|_| !stack.is_empty()) else { break };
                if closed.layout == Layout::Block {
                    map.flow.gap(Gap::Block);
                }
                next = parent.next_sibling();
                let Some(above) = parent.parent_node() else { break };
                parent = above;
                continue;
            };
            let here = *stack.last().unwrap_or(&outer);
            next = node.next_sibling();
            if node.node_type() == Node::TEXT_NODE {
                if here.visible {
                    map.push(node, here.preserve);
                }
            } else if let Some(element) = node.dyn_ref::<Element>() {
                let skipped = skip.is_some_and(|skip| {
                    skip.call1(&JsValue::NULL, element).is_ok_and(|answer| answer.is_truthy())
                });
                let inner = if skipped { CLOSED } else { open(window.as_ref(), element, here) };
                match inner.layout {
                    Layout::Skip => map.flow.gap(Gap::Space),
                    Layout::Break => map.flow.gap(Gap::Line),
                    Layout::Inline | Layout::Block => {
                        if inner.layout == Layout::Block {
                            map.flow.gap(Gap::Block);
                        }
                        stack.push(inner);
                        next = node.first_child();
                        parent = node;
                    }
                }
            }
        }
        map
    }

    fn push(&mut self, node: Node, preserve: bool) {
        let Some(data) = node.node_value().filter(|data| !data.is_empty()) else { return };
        let number = self.nodes.len() as u32;
        self.flow.push(number, &data, preserve);
        self.numbers.set(&node, &JsValue::from(number));
        self.nodes.push(node);
    }

    /// The text node and offset of a place.
    pub fn node(&self, (number, offset): Place) -> Option<(&Node, u32)> {
        Some((self.nodes.get(number as usize)?, offset))
    }

    /// Where an offset into a text node stands in the flow, if the node is one of ours.
    pub fn position(&self, node: &Node, offset: u32) -> Option<u32> {
        self.flow.position((self.numbers.get(node).as_f64()? as u32, offset))
    }
}

/// How an element takes part, given what is open around it. Kept to few questions: each crosses into the browser.
fn open(window: Option<&Window>, element: &Element, outer: Open) -> Open {
    let tag = element.tag_name().to_ascii_uppercase();
    if is_interface(&tag) || (element.has_attributes() && is_control(element)) {
        return CLOSED;
    }
    if tag == "BR" {
        return Open { layout: Layout::Break, ..CLOSED };
    }
    let Some(style) = window.and_then(|w| w.get_computed_style(element).ok().flatten()) else {
        return by_tag(&tag, element);
    };
    let property = |name: &str| style.get_property_value(intern(name)).unwrap_or_default();
    let display = property("display");
    let layout = match display.as_str() {
        "none" => return CLOSED,
        "" => return by_tag(&tag, element),
        d if d.starts_with("inline") || d.starts_with("ruby") || d == "contents" => Layout::Inline,
        // A floating initial belongs to its word.
        _ if is_inline(&tag) && property("float") != "none" => Layout::Inline,
        _ => Layout::Block,
    };
    let visible = !matches!(property("visibility").as_str(), "hidden" | "collapse");
    // Inline elements nearly always inherit it.
    let preserve = if layout == Layout::Inline {
        outer.preserve
    } else {
        let white_space = property("white-space");
        white_space.contains("pre") || white_space.contains("break-spaces")
    };
    Open { layout, visible, preserve }
}

/// How an element that is not laid out would take part.
fn by_tag(tag: &str, element: &Element) -> Open {
    let layout = match tag {
        _ if element.has_attribute("hidden") => Layout::Skip,
        _ if is_inline(tag) => Layout::Inline,
        _ => Layout::Block,
    };
    Open { layout, visible: true, preserve: tag == "PRE" }
}

/// Controls, media and code: not the article.
fn is_interface(tag: &str) -> bool {
    matches!(
        tag,
        "SCRIPT"
            | "STYLE"
            | "NOSCRIPT"
            | "TEMPLATE"
            | "HEAD"
            | "TITLE"
            | "NAV"
            | "BUTTON"
            | "INPUT"
            | "TEXTAREA"
            | "SELECT"
            | "OPTION"
            | "DATALIST"
            | "DIALOG"
            | "METER"
            | "PROGRESS"
            | "CANVAS"
            | "VIDEO"
            | "AUDIO"
            | "IFRAME"
            | "OBJECT"
            | "SVG"
            | "MATH"
            | "RT"
            | "RP"
    ) || tag.starts_with("GLOSSER-")
}

/// What its attributes take out of the article: a control, decoration, or what the reader may be typing into.
fn is_control(element: &Element) -> bool {
    let attribute = |name: &str| element.get_attribute(intern(name));
    attribute("contenteditable").is_some_and(|value| value != "false")
        || attribute("aria-hidden").as_deref() == Some("true")
        || matches!(
            attribute("role").as_deref(),
            Some("button" | "toolbar" | "menu" | "navigation" | "dialog")
        )
}

fn is_inline(tag: &str) -> bool {
    matches!(
        tag,
        "A" | "ABBR"
            | "ACRONYM"
            | "B"
            | "BDI"
            | "BDO"
            | "BIG"
            | "CITE"
            | "CODE"
            | "DATA"
            | "DEL"
            | "DFN"
            | "EM"
            | "FONT"
            | "I"
            | "IMG"
            | "INS"
            | "KBD"
            | "LABEL"
            | "MARK"
            | "Q"
            | "RUBY"
            | "S"
            | "SAMP"
            | "SLOT"
            | "SMALL"
            | "SPAN"
            | "STRONG"
            | "SUB"
            | "SUP"
            | "TIME"
            | "TT"
            | "U"
            | "VAR"
            | "WBR"
    )
}
