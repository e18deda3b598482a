/** One pass over the page, from text nodes to the flow of text. */
import { Flow, GAP, type Place } from "./flow";

/** How an element takes part in the text: not at all, though what is around it does not run together; as a line break; … */
type Layout = "skip" | "break" | "inline" | "block";

/** An element that is open while its children are walked. */
interface Open {
  layout: Layout;
  visible: boolean;
  preserve: boolean;
}

const CLOSED: Open = { layout: "skip", visible: false, preserve: false };
const OUTERMOST: Open = { layout: "block", visible: true, preserve: false };

const set = (names: string): ReadonlySet<string> => new Set(names.split(" "));
/** Controls, media and code: not the article. */
const INTERFACE = set(
  "SCRIPT STYLE NOSCRIPT TEMPLATE HEAD TITLE NAV BUTTON INPUT TEXTAREA SELECT OPTION DATALIST DIALOG METER PROGRESS CANVAS VIDEO AUDIO IFRAME OBJECT SVG MATH RT RP",
);
const INLINE = set(
  "A ABBR ACRONYM B BDI BDO BIG CITE CODE DATA DEL DFN EM FONT I IMG INS KBD LABEL MARK Q RUBY S SAMP SLOT SMALL SPAN STRONG SUB SUP TIME TT U VAR WBR",
);
const CONTROLS = set("button toolbar menu navigation dialog");

/** The flow of a page, and the text nodes its places name. */
export class TextMap {
  readonly flow = new Flow();
  readonly #nodes: Text[] = [];
  readonly #numbers = new Map<Node, number>();

  /** Reads the text nodes under `root`, with a stack of its own: pages may nest deeper than the call stack reaches. */
  constructor(root: Node) {
    // Outside a document nothing has a style, and asking for it takes the longer the deeper.
    const styled = root.isConnected;
    const outer = { ...OUTERMOST, preserve: root instanceof Element && open(root, OUTERMOST, styled).preserve };
    const stack: Open[] = [outer];
    let parent = root;
    let next: Node | null = root.firstChild;
    for (;;) {
      if (!next) {
        // All children done: close the parent and go on beside it.
        const closed = stack.pop();
        if (!closed || !stack.length || !parent.parentNode) return;
        if (closed.layout === "block") this.flow.gap(GAP.block);
        next = parent.nextSibling;
        parent = parent.parentNode;
        continue;
      }
      const node: Node = next;
      next = node.nextSibling;
      const here = stack.at(-1) ?? outer;
      if (node.nodeType === Node.TEXT_NODE) {
        if (here.visible) this.#push(node as Text, here.preserve);
      } else if (node.nodeType === Node.ELEMENT_NODE) {
        const inner = open(node as Element, here, styled);
        if (inner.layout === "skip") this.flow.gap(GAP.space);
        else if (inner.layout === "break") this.flow.gap(GAP.line);
        else {
          if (inner.layout === "block") this.flow.gap(GAP.block);
          stack.push(inner);
          next = node.firstChild;
          parent = node;
        }
      }
    }
  }

  #push(node: Text, preserve: boolean): void {
    if (!node.data) return;
    const number = this.#nodes.push(node) - 1;
    this.#numbers.set(node, number);
    this.flow.push(number, node.data, preserve);
  }

  /** The text node of a place. */
  node({ node }: Place): Text | undefined {
    return this.#nodes[node];
  }

  /** Where an offset into a text node stands in the flow, if the node is one of ours. */
  position(node: Node, offset: number): number | undefined {
    const number = this.#numbers.get(node);
    return number === undefined ? undefined : this.flow.position({ node: number, offset });
  }
}

/** How an element takes part, given what is open around it. */
function open(element: Element, outer: Open, styled: boolean): Open {
  const tag = element.tagName.toUpperCase();
  if (INTERFACE.has(tag) || tag.startsWith("GLOSSER-") || isControl(element)) return CLOSED;
  if (tag === "BR") return { ...CLOSED, layout: "break" };
  const style = styled ? getComputedStyle(element) : undefined;
  if (!style?.display) return byTag(tag, element);
  const { display, visibility } = style;
  if (display === "none") return CLOSED;
  const flows = /^(inline|ruby|contents)/.test(display);
  // A floating initial belongs to its word.
  const layout = flows || (INLINE.has(tag) && style.cssFloat !== "none") ? "inline" : "block";
  return {
    layout,
    visible: visibility !== "hidden" && visibility !== "collapse",
    // Inline elements nearly always inherit it.
    preserve: layout === "inline" ? outer.preserve : /pre|break-spaces/.test(style.whiteSpace),
  };
}

/** How an element that is not laid out would take part. */
function byTag(tag: string, element: Element): Open {
  const layout = element.hasAttribute("hidden") ? "skip" : INLINE.has(tag) ? "inline" : "block";
  return { layout, visible: true, preserve: tag === "PRE" };
}

/** What its attributes take out of the article: a control, decoration, or what the reader may be typing into. */
function isControl(element: Element): boolean {
  const editable = element.getAttribute("contenteditable");
  return (
    (editable !== null && editable !== "false") ||
    element.getAttribute("aria-hidden") === "true" ||
    CONTROLS.has(element.getAttribute("role") ?? "")
  );
}
