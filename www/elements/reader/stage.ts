/** What stands over and beside the text: the proxy on the mention in hand, the bars of key sentences, the card. */
import type { GlosserCard } from "../card";
import { place } from "../float";
import type { Stop } from "../reading";
import type { Inner } from "./inner";

/** A bar in the margin, in pixels from the corner of the stage. */
interface Bar {
  top: number;
  height: number;
  left: number;
  rank: number;
}

type Span = { start: number; end: number };

/** How often one goes on to what stands elsewhere when one comes near. */
const TRIES = 5;
/** Frames for which a card follows its mention after both have come to rest. */
const REST = 12;
/** Pixels below which what is left of a sentence is no line. */
const LINE = 8;

export class Stage {
  readonly #inner: Inner;
  #size: ResizeObserver | undefined;
  #following = 0;
  #bringing = 0;
  #scrolling = 0;
  bars: readonly Bar[] = [];

  constructor(inner: Inner) {
    this.#inner = inner;
  }

  hostConnected(): void {
    const { host, root } = this.#inner;
    this.#size = new ResizeObserver((entries) => {
      // In the next frame: what is moved here must not be measured again in this one.
      requestAnimationFrame(() => {
        if (!host.isConnected) return;
        if (entries.some(({ target }) => target === root)) this.layout();
        else this.#follow();
      });
    });
    this.#size.observe(root);
    if (this.card) this.#size.observe(this.card);
    host.ownerDocument.addEventListener("scroll", this.#onScroll, { passive: true, capture: true });
  }

  hostDisconnected(): void {
    this.#size?.disconnect();
    this.#inner.host.ownerDocument.removeEventListener("scroll", this.#onScroll, { capture: true });
  }

  /** Places are set through the object model: a strict policy forbids style attributes, not styles. */
  hostUpdated(): void {
    this.#root.querySelectorAll<HTMLElement>(".bar").forEach((element, i) => {
      const bar = this.bars[i];
      if (bar) Object.assign(element.style, { top: `${bar.top}px`, height: `${bar.height}px`, left: `${bar.left}px` });
    });
  }

  get #root(): ParentNode {
    return this.#inner.host.renderRoot ?? this.#inner.host;
  }
  get #box(): DOMRect | undefined {
    return this.#root.querySelector("#stage")?.getBoundingClientRect();
  }
  get proxy(): HTMLElement | null {
    return this.#root.querySelector("#proxy");
  }
  /** The card, once it is more than a name. */
  get card(): GlosserCard | null {
    const card = this.#root.querySelector<GlosserCard>("glosser-card");
    return card && "show" in card ? card : null;
  }

  /** Brings the proxy over a mention. */
  standOn(stop: Stop): void {
    const rect = this.#inner.marks?.rects(stop)[0];
    const box = this.#box;
    if (!rect || !box || !this.proxy) return;
    Object.assign(this.proxy.style, {
      left: `${rect.left - box.left}px`,
      top: `${rect.top - box.top}px`,
      width: `${rect.width}px`,
      height: `${rect.height}px`,
    });
  }

  /** Brings the button for what is selected under its end. */
  standBeside(stop: Stop): void {
    const rect = this.#inner.marks?.rects(stop).at(-1);
    const button = this.#root.querySelector<HTMLElement>("#pick");
    const box = this.#box;
    if (!rect || !button || !box) return;
    const middle = rect.right - box.left - button.offsetWidth / 2;
    const left = Math.min(Math.max(middle, 0), box.width - button.offsetWidth);
    Object.assign(button.style, { left: `${left}px`, top: `${rect.bottom - box.top + 6}px` });
  }

  /** Unfolds what a stretch is folded away in, as finding in the page does. */
  unfold(span: Span): void {
    const { marks, root } = this.#inner;
    const within = marks?.range(span)?.startContainer.parentElement;
    for (let at = within; at && at !== root; at = at.parentElement) {
      const details = at.parentElement;
      if (details instanceof HTMLDetailsElement && at.localName !== "summary") details.open = true;
    }
  }

  /** Brings a stretch of the text into view. */
  scrollTo(span: Span): void {
    this.unfold(span);
    this.#bring(span);
  }

  /**
   * In a very long text what is far is laid out when it comes near, and then stands elsewhere: once all rests, one goes on
   * from there until it is in view.
   */
  #bring(span: Span, tries = TRIES): void {
    const { marks } = this.#inner;
    cancelAnimationFrame(this.#bringing);
    const rect = marks?.rects(span)[0];
    const anchor = this.#root.querySelector<HTMLElement>("#anchor");
    const box = this.#box;
    if (!anchor || !box) return;
    if (rect) {
      anchor.style.top = `${rect.top - box.top}px`;
      anchor.style.height = `${rect.height}px`;
    }
    const target = rect ? anchor : marks?.range(span)?.startContainer.parentElement;
    if (!target || !tries) return;
    target.scrollIntoView({ block: "center", behavior: tries < TRIES ? "instant" : motion() });
    let [frames, before] = [REST, Number.NaN];
    const look = () => {
      const now = marks?.rects(span)[0];
      const top = (now ?? target.getBoundingClientRect()).top;
      frames = top === before ? frames - 1 : REST;
      before = top;
      if (frames) {
        this.#bringing = requestAnimationFrame(look);
        return;
      }
      // Who has gone on scrolling meanwhile is left alone: what was gone to stands where it stood.
      if (now && Math.abs(now.top - anchor.getBoundingClientRect().top) < LINE) return;
      if (!now || now.bottom < 0 || now.top > window.innerHeight) this.#bring(span, tries - 1);
      if (this.#inner.host.current) this.standOn(this.#inner.host.current);
    };
    this.#bringing = requestAnimationFrame(look);
  }

  /** Brings the focus to the bar of a key sentence. */
  focusBar(rank: number): void {
    this.#root.querySelector<HTMLElement>(`.bar[data-rank="${rank}"]`)?.focus({ preventScroll: true });
  }

  /** Finds all places anew. */
  layout(): void {
    const { host, marks } = this.#inner;
    const box = host.reading && this.#box;
    if (!box) return;
    const bars = host.keySentences.flatMap(({ rank, ...sentence }): Bar[] => {
      const range = marks?.range(sentence);
      const block = range?.startContainer.parentElement?.getBoundingClientRect();
      const lines = range ? [...range.getClientRects()].filter((r) => r.width > 1) : [];
      const [first, last] = [lines[0], lines.at(-1)];
      if (!block || !first || !last) return [];
      return [{ top: first.top - box.top, height: last.bottom - first.top, left: block.left - box.left - 16, rank }];
    });
    // One column of bars, however far in a list or a quotation stands; a line that two sentences share is the first one's.
    const left = Math.min(...bars.map((bar) => bar.left));
    let end = Number.NEGATIVE_INFINITY;
    this.bars = bars.map(({ top, height, rank }) => {
      const bottom = top + height;
      const from = bottom - end > LINE ? Math.max(top, end) : top;
      end = Math.max(end, bottom);
      return { top: from, height: bottom - from, left, rank };
    });
    if (host.current) this.standOn(host.current);
    host.requestUpdate();
    this.float();
  }

  /** Shows the card beside the mention that is open, or takes it away. */
  float(): void {
    const { host, marks } = this.#inner;
    const { card } = this;
    if (!card) {
      if (host.open) void customElements.whenDefined("glosser-card").then(() => this.float());
      return;
    }
    if (!host.open) {
      card.hide();
      return;
    }
    const rects = marks?.rects(host.open) ?? [];
    if (!rects.length) return;
    card.show();
    // A card that grows (a list unfolds, a form opens) must not grow out of the window.
    this.#size?.observe(card);
    void card.updateComplete.then(() => {
      this.#follow();
      // A card at the bottom must not lie over the line it explains.
      const last = rects.at(-1);
      const hidden = card.hasAttribute("docked") && last ? last.bottom + 16 - card.getBoundingClientRect().top : 0;
      if (hidden > 0) window.scrollBy({ top: hidden, behavior: motion() });
    });
  }

  /** Keeps the card beside its mention until both rest: not every engine tells of the last step of a smooth scroll. */
  #follow(frames = REST, before = Number.NaN): void {
    const { host, marks } = this.#inner;
    cancelAnimationFrame(this.#following);
    const rects = host.open ? (marks?.rects(host.open) ?? []) : [];
    const top = rects[0]?.top;
    if (!this.card || top === undefined) return;
    if (top !== before) place(this.card, rects);
    const left = top === before ? frames - 1 : REST;
    if (left) this.#following = requestAnimationFrame(() => this.#follow(left, top));
  }

  #onScroll = (): void => {
    const inner = this.#inner;
    if (inner.host.open) this.#follow();
    this.#scrolling ||= requestAnimationFrame(() => {
      this.#scrolling = 0;
      if (!inner.marks?.scrolled()) return;
      inner.light();
      inner.marks.activate(inner.host.open);
    });
  };
}

const motion = (): ScrollBehavior => (matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth");
