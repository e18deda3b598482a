/** Highlights: one registry entry a layer, one style sheet in the scope of the text, nothing in the article. */

/** Later ones lie over earlier ones. */
export const LAYERS = [
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
] as const;
export type Layer = (typeof LAYERS)[number];

export const isLayer = (name: string): name is Layer => (LAYERS as readonly string[]).includes(name);

/** The highlight registry, and what makes a highlight; not every browser has them. */
interface Highlights {
  set(name: string, highlight: Painted): void;
  delete(name: string): boolean;
}
interface Painted {
  priority: number;
  add(range: AbstractRange): void;
}
interface Browser {
  Highlight?: new () => Painted;
  StaticRange?: unknown;
  CSS?: { highlights?: Highlights };
}

/** The highlights of one annotation: made, shown and hidden under names of its own. */
export class Paint {
  readonly #registry: Highlights | undefined;
  readonly #prefix: string;
  readonly #scope: DocumentOrShadowRoot;
  #sheet: CSSStyleSheet | undefined;
  readonly #layers = new Map<Layer, Painted>();
  // Key sentences get a bar in the margin from the page; paint under them is for those who ask.
  readonly #hidden = new Set<Layer>(["key"]);

  /** Ready to paint text that lives in `scope`, with registry names that begin with `prefix`. */
  constructor(prefix: string, scope: DocumentOrShadowRoot) {
    const { Highlight, StaticRange, CSS } = globalThis as Browser;
    this.#registry = Highlight && StaticRange ? CSS?.highlights : undefined;
    this.#prefix = prefix;
    this.#scope = scope;
  }

  /** Whether the browser can paint at all. */
  get works(): boolean {
    return this.#registry !== undefined;
  }

  /** Paints `ranges`, and nothing else, in a layer. */
  set(layer: Layer, ranges: readonly AbstractRange[]): void {
    const { Highlight } = globalThis as Browser;
    if (!this.#registry || !Highlight) return;
    this.#layers.delete(layer);
    if (ranges.length) {
      const highlight = new Highlight();
      highlight.priority = LAYERS.indexOf(layer);
      for (const range of ranges) highlight.add(range);
      this.#layers.set(layer, highlight);
      this.#sheet ??= adopt(this.#scope, sheet(this.#prefix));
    }
    this.#register(layer);
  }

  /** Shows or hides a layer; it keeps its ranges. */
  show(layer: Layer, on: boolean): void {
    if (on) this.#hidden.delete(layer);
    else this.#hidden.add(layer);
    this.#register(layer);
  }

  /** Whether a layer is shown. */
  shows(layer: Layer): boolean {
    return !this.#hidden.has(layer);
  }

  /** Takes everything away again. */
  clear(): void {
    this.#layers.clear();
    for (const layer of LAYERS) this.#register(layer);
    if (this.#sheet)
      this.#scope.adoptedStyleSheets = this.#scope.adoptedStyleSheets.filter((other) => other !== this.#sheet);
    this.#sheet = undefined;
  }

  #register(layer: Layer): void {
    const highlight = this.#hidden.has(layer) ? undefined : this.#layers.get(layer);
    const name = `${this.#prefix}-${layer}`;
    if (highlight) this.#registry?.set(name, highlight);
    else this.#registry?.delete(name);
  }
}

/** A style sheet made by hand: no `<style>` element, so a strict policy lets it pass. */
function adopt(scope: DocumentOrShadowRoot, css: string): CSSStyleSheet | undefined {
  try {
    const made = new CSSStyleSheet();
    made.replaceSync(css);
    scope.adoptedStyleSheets = [...scope.adoptedStyleSheets, made];
    return made;
  } catch {
    // Refused for a document of another window; the rules are then the page's own.
    return undefined;
  }
}

/**
 * The rules. Longhands only: WebKit drops a `text-decoration` shorthand with a colour in `::highlight()`. A kind is told by
 * the style of its line as well as by its ink, for forced colours, print and colour blindness.
 */
function sheet(prefix: string): string {
  const lines = [
    ["organization", "double", "#1f5fa8", "#8fc0ff"],
    ["place", "dotted", "#0b6e4f", "#7fd4b3"],
    ["person", "solid", "#7a3e9d", "#d3a6f0"],
    ["date", "dashed", "#8a5200", "#f0b860"],
  ].map(([kind, line, light, dark]) => {
    const ink = `var(--glosser-${kind}, light-dark(${light}, ${dark}))`;
    return `::highlight(${prefix}-${kind}), ::highlight(${prefix}-${kind}-unsure) {
      text-decoration-line: underline; text-decoration-style: ${line}; text-decoration-color: ${ink};
      text-decoration-thickness: var(--glosser-line, 0.09em); text-underline-offset: 0.2em; text-decoration-skip-ink: none; }
    ::highlight(${prefix}-${kind}-unsure) { text-decoration-color: color-mix(in srgb, ${ink} 55%, transparent); }`;
  });
  const tints = [
    ["key", "rgb(255 214 10 / 0.18)", "rgb(255 214 10 / 0.14)"],
    ["entity", "rgb(122 62 157 / 0.13)", "rgb(211 166 240 / 0.2)"],
    ["active", "rgb(122 62 157 / 0.24)", "rgb(211 166 240 / 0.34)"],
  ].map(
    ([layer, light, dark]) => `::highlight(${prefix}-${layer}) {
      background-color: var(--glosser-${layer}, light-dark(${light}, ${dark})); }
    @media print { ::highlight(${prefix}-${layer}) { background-color: transparent; } }`,
  );
  return `@layer glosser {\n${[...lines, ...tints].join("\n")}\n}`;
}
