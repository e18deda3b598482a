/** Marks over a page: its text, what was found in it, and where that is painted. */
import type { ArticleRecord } from "../../../pkg/glosser.js";
import { GlosserError } from "../errors";
import { caret } from "./caret";
import { partition } from "./flow";
import { isLayer, Paint } from "./paint";
import { TextMap } from "./walk";

/** Which list of an article a target is in. */
export type TargetList = "mentions" | "dates" | "references" | "quotes" | "sentences";

/** One finding of an article: a list, and an index into it. */
export interface Target {
  list: TargetList;
  index: number;
}

/** What of an article's record is painted: in each list, stretches with the fields that list has. */
type Found = Record<TargetList, readonly Finding[]>;
interface Finding {
  start: number;
  end: number;
  kind?: string;
  entity?: string;
  confidence?: number;
}

const LISTS: readonly TargetList[] = ["mentions", "dates", "references", "quotes", "sentences"];
const NOTHING: Found = { mentions: [], dates: [], references: [], quotes: [], sentences: [] };
const NAMED = ["person", "place", "organization"] as const;
/** Names less sure than this are painted apart, as `person-unsure` and so on. */
const SURE = 0.5;
/** Findings are in order of their starts and hardly overlap, so a short look back is enough. */
const LOOK_BACK = 4;
/** Pixels beside a word that still are on it. */
const SLACK = 1;

/**
 * Marks over the text under a node. Adds nothing to the page but entries of its own in the highlight registry and one
 * adopted style sheet.
 */
export class Annotation {
  readonly #map: TextMap;
  readonly #scope: Node;
  readonly #document: Document;
  readonly #paint: Paint;
  #found = NOTHING;

  /** Reads the text under `root` in one pass. Registry names will begin with `prefix`, which must be a CSS identifier. */
  constructor(root: Node, prefix: string) {
    if (!/^[a-z][a-z0-9-]*$/i.test(prefix))
      throw badOption("prefix", "Give letters, digits and hyphens, a letter first.");
    if (!(root instanceof Node)) throw badOption("root", "Give a node of a document.");
    this.#document = root.ownerDocument ?? (root as Document);
    this.#scope = root.getRootNode();
    // A detached tree has no scope of its own; its sheet goes where it will be shown.
    const styled = "adoptedStyleSheets" in this.#scope ? (this.#scope as Document | ShadowRoot) : this.#document;
    this.#map = new TextMap(root);
    this.#paint = new Paint(prefix, styled);
  }

  /** The text of the page as a reader meets it, blocks separated by blank lines: what to read. */
  text(): string {
    return this.#map.flow.text();
  }

  /** False where the browser has no highlights: everything works but nothing is painted. */
  get paints(): boolean {
    return this.#paint.works;
  }

  /**
   * Paints the findings of an article that was read from `text()`. Throws `bad-option` for something that is not an
   * article. Offsets outside the text paint nothing.
   */
  mark(article: ArticleRecord): void {
    const lists = article as unknown as Found & { summary?: { sentences?: unknown } };
    if (![...LISTS.map((list) => lists?.[list]), lists?.summary?.sentences].every(Array.isArray))
      throw badOption("article", "Give what read() returned for the text of this annotation.");
    this.#found = lists;
    const { mentions, dates, sentences } = lists;
    for (const kind of NAMED) {
      const named = mentions.filter((mention) => mention.kind === kind);
      this.#set(kind, named.filter(sure));
      this.#set(
        `${kind}-unsure`,
        named.filter((mention) => !sure(mention)),
      );
    }
    this.#set("date", dates);
    this.#set(
      "key",
      article.summary.sentences.flatMap((index) => sentences[index] ?? []),
    );
    this.#set("entity", []);
    this.#set("active", []);
  }

  /**
   * Shows or hides a kind: `person`, `place`, `organization` (each also with `-unsure`), `date`, or `key` for the key
   * sentences, hidden at first.
   */
  show(kind: string, on: boolean): void {
    if (!isLayer(kind))
      throw badOption("kind", "Give person, place, organization, date or key; names may end in -unsure.");
    this.#paint.show(kind, on);
  }

  /** Lights all mentions and references of one entity, or dates as `date:3` or `date:3,7`; without an argument, none. */
  light(entity?: string): void {
    const { mentions, references, dates } = this.#found;
    const days = entity?.startsWith("date:") ? entity.slice("date:".length).split(",") : undefined;
    const lit = days
      ? days.flatMap((index) => (index === "" ? [] : (dates[Number(index)] ?? [])))
      : entity
        ? [...mentions, ...references].filter((finding) => finding.entity === entity)
        : [];
    this.#set("entity", lit);
  }

  /** Lights one finding more strongly; without an argument, none. */
  activate(target?: Target): void {
    const finding = target && this.#finding(target);
    this.#set("active", finding ? [finding] : []);
  }

  /** What is painted at a point of the viewport: the innermost finding of a kind that is shown. */
  hit(x: number, y: number): Target | undefined {
    const at = caret(this.#scope, x, y);
    const position = at && this.#map.position(at.node, at.offset);
    if (position === undefined) return undefined;
    let best: (Target & { length: number }) | undefined;
    // A caret stands between two letters; the point may be on either.
    for (const place of [position, position - 1])
      for (const list of ["mentions", "dates", "references"] as const) {
        const index = this.#covering(list, place);
        const finding = this.#found[list][index];
        const length = finding ? finding.end - finding.start : Number.POSITIVE_INFINITY;
        if (finding && length < (best?.length ?? Number.POSITIVE_INFINITY) && this.#isOn(finding, x, y))
          best = { list, index, length };
      }
    return best && { list: best.list, index: best.index };
  }

  /** Where a finding is on the screen, in viewport coordinates: one rectangle a line. */
  rects(target: Target): DOMRect[] {
    const finding = this.#finding(target);
    return finding ? this.#rects(finding) : [];
  }

  /** The range over a stretch of `text()`; `undefined` if it has no place in the page. */
  range(start: number, end: number): StaticRange | undefined {
    const places = this.#map.flow.places(start, end);
    if (!places) return undefined;
    const [first, last] = places;
    const [startContainer, endContainer] = [this.#map.node(first), this.#map.node(last)];
    if (!startContainer || !endContainer) return undefined;
    return new StaticRange({ startContainer, startOffset: first.offset, endContainer, endOffset: last.offset });
  }

  /**
   * Where a place in the page, an offset into one of its text nodes, stands in `text()`: the way back from `range()`.
   * `undefined` for a node that is no part of the text.
   */
  offset(node: Node, offset: number): number | undefined {
    return this.#map.position(node, offset);
  }

  /** Takes all paint away; the page is as it was. */
  clear(): void {
    this.#paint.clear();
    this.#found = NOTHING;
  }

  #set(layer: Parameters<Paint["set"]>[0], findings: readonly Finding[]): void {
    if (!this.#paint.works) return;
    this.#paint.set(
      layer,
      findings.flatMap(({ start, end }) => this.range(start, end) ?? []),
    );
  }

  #finding({ list, index }: Target): Finding | undefined {
    return this.#found[list]?.[index];
  }

  /** Index of the last finding of a list that covers a position and is shown; −1 if none does. */
  #covering(list: "mentions" | "dates" | "references", at: number): number {
    const findings = this.#found[list];
    const after = partition(findings, (finding) => finding.start <= at);
    for (let index = after - 1; index >= Math.max(after - LOOK_BACK, 0); index--) {
      const finding = findings[index];
      if (finding && finding.end > at && this.#isShown(list, finding)) return index;
    }
    return -1;
  }

  #isShown(list: TargetList, finding: Finding): boolean {
    const layer = list === "dates" ? "date" : `${finding.kind}${sure(finding) ? "" : "-unsure"}`;
    return list === "references" || (isLayer(layer) && this.#paint.shows(layer));
  }

  /** Whether the point is really on the finding: carets snap to the nearest text from afar. */
  #isOn(finding: Finding, x: number, y: number): boolean {
    return this.#rects(finding).some(
      ({ left, right, top, bottom }) =>
        x >= left - SLACK && x <= right + SLACK && y >= top - SLACK && y <= bottom + SLACK,
    );
  }

  #rects({ start, end }: Finding): DOMRect[] {
    const fixed = this.range(start, end);
    const live = this.#document.createRange();
    try {
      if (!fixed) return [];
      live.setStart(fixed.startContainer, fixed.startOffset);
      live.setEnd(fixed.endContainer, fixed.endOffset);
    } catch {
      // The page has changed under us.
      return [];
    }
    return [...live.getClientRects()];
  }
}

const sure = ({ confidence = 1 }: Finding): boolean => confidence >= SURE;

const badOption = (name: string, hint: string): GlosserError =>
  new GlosserError("bad-option", `the option ${name} has a value that means nothing`, hint);
