/**
 * What is painted over the text of one reader: which findings, which are lit, which is in hand. Stands between the
 * interface, which counts in all findings, and the core's annotation, which knows only those that are to be seen.
 */
import type { ArticleRecord, Target } from "../core/index";
import { type Choices, defaults, shown } from "./choices";
import { type Annotation, createAnnotation, type Skip } from "./engine";
import { KINDS, type Kind, type Reading, type Stop } from "./reading";
import { paint } from "./theme";

type Span = { start: number; end: number };

/** More marks than this are painted only near what is seen: some engines take long over thousands of ranges. */
const MANY = 400;

const prefixes = new Set<string>();

interface Painted {
  get(name: string): Set<AbstractRange> | undefined;
}
/** The browser's own registry of paint; each layer of it is a set of ranges. */
const painted = (): Painted | undefined => (CSS as unknown as { highlights?: Painted }).highlights;

/** Layers of paint that hold ranges over the text. */
const LAYERS = [...KINDS, ...KINDS.map((kind) => `${kind}-unsure`), "key", "entity", "active"];

export class Marks {
  readonly #host: HTMLElement;
  readonly #skip: Skip | undefined;
  readonly #root: Document | ShadowRoot;
  readonly #sheet = new CSSStyleSheet();
  readonly #prefix: string;
  #annotation: Annotation | undefined;
  #reading: Reading | undefined;
  #choices = defaults();
  /** What the choices leave, whether painted now or not. */
  #all: ReturnType<typeof shown> = { record: {} as ArticleRecord, kept: { mentions: [], dates: [] } };
  /** Where the host was when only the marks near what is seen were painted; nothing while all are. */
  #part: { top: number } | undefined;
  #printing = false;
  /** In whose ink the sheet tints what is in hand. */
  #hand: Kind = "person";
  /** From the index of a mark to that of the finding. */
  #kept = { mentions: [] as number[], dates: [] as number[] };

  /** Over the text under `host`, without what `skip` picks out. */
  constructor(host: HTMLElement, skip?: Skip) {
    this.#host = host;
    this.#skip = skip;
    this.#root = host.getRootNode() as Document | ShadowRoot;
    let prefix = "glosser";
    for (let n = 2; prefixes.has(prefix); n++) prefix = `glosser-${n}`;
    prefixes.add(prefix);
    this.#prefix = prefix;
    this.#sheet.replaceSync(paint(prefix));
  }

  /** Leaves nothing behind. */
  dispose(): void {
    this.clear();
    this.#root.adoptedStyleSheets = this.#root.adoptedStyleSheets.filter((sheet) => sheet !== this.#sheet);
    prefixes.delete(this.#prefix);
  }

  /** The text under the host, ready to be marked. */
  annotate(): Promise<Annotation> {
    return createAnnotation(this.#host, { prefix: this.#prefix, skip: this.#skip });
  }

  /** From now on marks go through this annotation. */
  use(annotation: Annotation): void {
    this.clear();
    this.#annotation = annotation;
  }

  /** Marks what the choices leave of a reading. */
  mark(reading: Reading, choices: Choices, held: string | undefined): void {
    this.#all = shown(reading, choices, held);
    this.#reading = reading;
    this.#choices = choices;
    this.#paint();
  }

  /** The page has been scrolled: of very many marks only those near what is seen are painted. True if others are now. */
  scrolled(): boolean {
    const top = this.#host.getBoundingClientRect().top;
    if (!this.#part || Math.abs(top - this.#part.top) < window.innerHeight / 2) return false;
    this.#paint();
    return true;
  }

  /** On paper everything is near. */
  whole(on: boolean): void {
    if (!this.#part && !this.#printing) return;
    this.#printing = on;
    this.#paint();
  }

  #paint(): void {
    const { record, kept } = this.#all;
    const many = !this.#printing && record.mentions.length + record.dates.length > MANY;
    const near = many ? this.#near() : undefined;
    this.#part = near && { top: this.#host.getBoundingClientRect().top };
    const pick = <T extends Span>(list: readonly T[], of: readonly number[]) => {
      const at = list.flatMap((item, i) => (!near || (item.end > near.start && item.start < near.end) ? [i] : []));
      return { list: at.map((i) => list[i] as T), kept: at.map((i) => of[i] as number) };
    };
    const [mentions, dates] = [pick(record.mentions, kept.mentions), pick(record.dates, kept.dates)];
    this.#kept = { mentions: mentions.kept, dates: dates.kept };
    // `::highlight()` is scoped to a tree, so the paint goes where the text is; together with the core's: each sheet styles all anew.
    if (!this.#root.adoptedStyleSheets.includes(this.#sheet))
      this.#root.adoptedStyleSheets = [...this.#root.adoptedStyleSheets, this.#sheet];
    this.#annotation?.mark({ ...record, mentions: mentions.list, dates: dates.list } as ArticleRecord);
    for (const kind of KINDS) {
      this.#annotation?.show(kind, this.#choices.kinds[kind]);
      if (kind !== "date") this.#annotation?.show(`${kind}-unsure`, this.#choices.kinds[kind]);
    }
  }

  /** Where a stop is; if it is not laid out at the moment, where its element is. */
  #box(stop: Stop): DOMRect | undefined {
    return this.rects(stop)[0] ?? this.range(stop)?.startContainer.parentElement?.getBoundingClientRect();
  }

  /** The stretch of the text from one screen above what is seen to one below, by the marks in it. */
  #near(): Span {
    const stops = this.#reading?.stops ?? [];
    const first = (beyond: (rect: DOMRect) => boolean): number => {
      let [low, high] = [0, stops.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        const rect = this.#box(stops[middle] as Stop);
        if (!rect || beyond(rect)) high = middle;
        else low = middle + 1;
      }
      return low;
    };
    const screen = window.innerHeight;
    const from = first((rect) => rect.bottom > -screen);
    const to = first((rect) => rect.top > 2 * screen);
    return { start: stops[from]?.start ?? 0, end: stops[to]?.start ?? Number.POSITIVE_INFINITY };
  }

  /** Tints all mentions of one person, place, body or day. */
  light(key: string | undefined): void {
    if (key === undefined) {
      this.#annotation?.light(undefined);
      return;
    }
    const kind: Kind = key.startsWith("date:") ? "date" : (this.#reading?.entity(key)?.kind ?? "person");
    if (kind !== this.#hand) this.#sheet.replaceSync(paint(this.#prefix, kind));
    this.#hand = kind;
    if (kind !== "date") {
      this.#annotation?.light(key);
      return;
    }
    const seen = (this.#reading?.mentionsOf(key) ?? []).map((stop) => this.#kept.dates.indexOf(stop.index));
    this.#annotation?.light(`date:${seen.filter((index) => index >= 0).join()}`);
  }

  /** Tints a sentence. */
  tint(index: number): void {
    this.#annotation?.activate({ list: "sentences", index });
  }

  /** Tints one mention more strongly. */
  activate(stop: Stop | undefined): void {
    this.#annotation?.activate(stop && this.#marked(stop));
  }

  /** What is marked at a point of the window. */
  hit(x: number, y: number): Stop | undefined {
    const target = this.#annotation?.hit(x, y);
    if (!target) return undefined;
    const { list } = target;
    const index = list === "mentions" || list === "dates" ? this.#kept[list][target.index] : target.index;
    const stop = index === undefined ? undefined : this.#reading?.stop({ list, index });
    return stop && this.#choices.kinds[stop.kind] && (!this.#stale || this.#holds(stop)) ? stop : undefined;
  }

  /** All that is marked, in the order of the text. */
  get stops(): readonly Stop[] {
    const names = new Set(this.#all.kept.mentions);
    const dates = new Set(this.#all.kept.dates);
    return (this.#reading?.stops ?? []).filter(
      (stop) => this.#choices.kinds[stop.kind] && (stop.list === "dates" ? dates : names).has(stop.index),
    );
  }

  /** Where a stretch of the text stands in the page; nothing if it no longer does. */
  range({ start, end }: Span): Range | undefined {
    const fixed = this.#annotation?.range(start, end);
    if (!fixed?.startContainer.isConnected) return undefined;
    const range = this.#host.ownerDocument.createRange();
    range.setStart(fixed.startContainer, fixed.startOffset);
    range.setEnd(fixed.endContainer, fixed.endOffset);
    return range;
  }

  /** Where a place in the page stands in the text. */
  offset(node: Node, at: number): number | undefined {
    return this.#annotation?.offset(node, at);
  }

  /** Where a stretch is on the screen: a rectangle a line. */
  rects(span: Span): DOMRect[] {
    return [...(this.range(span)?.getClientRects() ?? [])].filter((rect) => rect.width > 0);
  }

  /** Takes the paint off text that has just been changed: on other letters it would be wrong. */
  drop(edits: readonly MutationRecord[]): void {
    const changed = new Set<Node>(edits.filter((e) => e.type === "characterData").map((e) => e.target));
    const over = (range: AbstractRange, node: Node) => {
      const { startContainer: first, endContainer: last } = range;
      return (
        first !== last &&
        Boolean(first.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING) &&
        Boolean(last.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_PRECEDING)
      );
    };
    for (const layer of LAYERS) {
      const ranges = painted()?.get(`${this.#prefix}-${layer}`);
      for (const range of ranges ?? []) {
        const ends = [range.startContainer, range.endContainer];
        if (
          ends.some((node) => changed.has(node) || !node.isConnected) ||
          [...changed].some((node) => over(range, node))
        )
          ranges?.delete(range);
      }
    }
    this.#stale = true;
  }

  /** The page was changed, and the text has not been looked at since. */
  #stale = false;

  /** Whether a stretch still reads as it did. */
  #holds(stop: Stop): boolean {
    const now = this.range(stop)?.toString().replace(/\s+/g, " ");
    return now === this.#reading?.slice(stop);
  }

  /** Takes all paint away. */
  clear(): void {
    this.#annotation?.clear();
    // Not left to the collector of garbage: it does not see how much the core holds.
    this.#annotation?.free();
    this.#annotation = undefined;
    this.#stale = false;
  }

  /** The same mention among those that are marked. */
  #marked({ list, index }: Stop): Target | undefined {
    if (list === "selection") return undefined;
    if (list !== "mentions" && list !== "dates") return { list, index };
    const at = this.#kept[list].indexOf(index);
    return at < 0 ? undefined : { list, index: at };
  }
}
