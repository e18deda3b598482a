/**
 * What map and timeline share: a drawing that can be looked at from nearer. The wheel draws nearer once the drawing is in
 * hand (pressed or focused), or with Ctrl, so that a page scrolls over it undisturbed; two fingers pinch; `+`, `-`, `0` and
 * the arrow keys do the same, and so do three buttons. One finger or the pressed pointer moves what has become too large.
 */
import { css, html, LitElement, nothing } from "lit";
import { words } from "../locales/index";
import { rest } from "./rest";
import { Spoken } from "./spoken";

/** How the drawing is seen: `k` times as large, its corner moved by `x` and `y` pixels. */
export interface View {
  k: number;
  x: number;
  y: number;
}

const WHOLE: View = { k: 1, x: 0, y: 0 };
const STEP = 1.6;
/** Pixels a pressed pointer moves before it drags instead of clicks. */
const SLACK = 4;

/** The view `by` times nearer, with the point under (`x`, `y`) kept where it is and no edge drawn inside the frame. */
export function nearer(view: View, by: number, x: number, y: number, frame: Frame): View {
  const k = Math.min(Math.max(view.k * by, 1), frame.most);
  const real = k / view.k;
  return held({ k, x: x - (x - view.x) * real, y: y - (y - view.y) * real }, frame);
}

export interface Frame {
  width: number;
  height: number;
  /** The nearest it gets. */
  most: number;
}

/** The view, moved back to where the drawing fills its frame. */
function held({ k, x, y }: View, { width, height }: Frame): View {
  const within = (at: number, size: number) => Math.min(0, Math.max(at, size * (1 - k)));
  return { k, x: within(x, width), y: within(y, height) };
}

export abstract class Zoomable extends LitElement {
  static override properties = {
    width: { type: Number },
    height: { type: Number },
    label: { type: String },
    lit: { attribute: false },
    still: { type: Boolean },
    view: { state: true },
  };

  static zoomStyle = css`
    :host { display: block; position: relative; }
    .frame { border-radius: 4px; touch-action: pan-y; overflow: clip; overflow-clip-margin: 2px; }
    .frame.near { cursor: grab; touch-action: none; }
    .frame.near:active { cursor: grabbing; }
    .tools { position: absolute; inset-block-start: 0; inset-inline-end: 0; display: flex; opacity: 0.75; }
    :host(:hover) .tools, :host(:focus-within) .tools { opacity: 1; }
    .tools button { inline-size: 1.5rem; block-size: 1.5rem; display: grid; place-content: center; color: var(--g-quiet); border-radius: 3px; }
    .tools button:hover:not(:disabled) { color: var(--g-ink); background: color-mix(in srgb, var(--g-ink) 8%, transparent); }
    .tools button:disabled { opacity: 0.4; }
    @media (pointer: coarse) { .tools button { inline-size: 2.75rem; block-size: 2.75rem; } }
    @media print { .tools { display: none; } }
  `;

  declare width: number;
  declare height: number;
  declare label: string;
  declare lit: string | undefined;
  /** Not to be moved: a picture. */
  declare still: boolean;
  declare view: View;

  /** Fingers and pressed pointers on the drawing. */
  readonly #down = new Map<number, { x: number; y: number }>();
  #dragged = false;

  /** A turn of its own: a drawing is much work, and nobody waits for it. */
  protected override async scheduleUpdate(): Promise<void> {
    await rest();
    super.scheduleUpdate();
  }

  constructor() {
    super();
    new Spoken(this);
    this.width = this.height = 0;
    this.label = "";
    this.still = false;
    this.view = WHOLE;
  }

  /** The drawing, as seen. */
  protected abstract drawn(view: View): unknown;
  /** How near it gets. */
  protected abstract get most(): number;

  /** What keys and buttons draw nearer to. */
  protected get centre(): [number, number] {
    const points = this.points.filter(([x, y]) => x >= 0 && x <= this.width && y >= 0 && y <= this.height);
    if (!points.length) return [this.width / 2, this.height / 2];
    const mean = (axis: 0 | 1) => points.reduce((sum, point) => sum + point[axis], 0) / points.length;
    return [mean(0), mean(1)];
  }

  /** Where the things drawn are; only the one that is lit, if one is. */
  protected points: readonly [number, number][] = [];

  protected override render() {
    if (!this.width || !this.height) return nothing;
    if (this.still) return this.drawn(WHOLE);
    const { k } = this.view;
    const press = (by: number) => () => this.#near(by, ...this.centre);
    return html`<div class=${k > 1 ? "frame near" : "frame"} part="frame" tabindex="0" role="group" aria-label=${this.label} aria-keyshortcuts="+ - 0"
        @wheel=${this.#wheel} @keydown=${this.#key} @pointerdown=${this.#press} @pointermove=${this.#move}
        @pointerup=${this.#lift} @pointercancel=${this.#lift} @click=${{ handleEvent: this.#click, capture: true }}>${this.drawn(this.view)}</div>
      <div class="tools" part="zoom">
        <button type="button" aria-label=${words.zoom.out} title=${words.zoom.out} ?disabled=${k <= 1} @click=${press(1 / STEP)}>${minus}</button>
        <button type="button" aria-label=${words.zoom.in} title=${words.zoom.in} ?disabled=${k >= this.most} @click=${press(STEP)}>${plus}</button>
        ${k > 1 ? html`<button type="button" aria-label=${words.zoom.whole} title=${words.zoom.whole} @click=${this.#whole}>${whole}</button>` : nothing}
      </div>`;
  }

  get #frame(): Frame {
    return { width: this.width, height: this.height, most: this.most };
  }

  #near(by: number, x: number, y: number): void {
    this.view = nearer(this.view, by, x, y, this.#frame);
  }

  #pan(x: number, y: number): void {
    this.view = held({ k: this.view.k, x: this.view.x + x, y: this.view.y + y }, this.#frame);
  }

  #whole = (): void => {
    this.view = WHOLE;
    this.renderRoot.querySelector<HTMLElement>(".frame")?.focus({ preventScroll: true });
  };

  /** Where an event is in the drawing, which may be shown smaller than it is. */
  #at(event: MouseEvent): { x: number; y: number } {
    const box = (this.renderRoot.querySelector(".frame") as Element).getBoundingClientRect();
    const scale = this.width / (box.width || this.width);
    return { x: (event.clientX - box.left) * scale, y: (event.clientY - box.top) * scale };
  }

  #wheel = (event: WheelEvent): void => {
    const inHand = this.shadowRoot?.activeElement?.matches(".frame");
    if (!event.ctrlKey && !event.metaKey && !inHand) return;
    const by = Math.exp(-event.deltaY * (event.deltaMode ? 0.05 : 0.0025) * (event.ctrlKey ? 3 : 1));
    // All out already: the page scrolls on.
    if (by < 1 && this.view.k === 1 && !event.ctrlKey) return;
    event.preventDefault();
    const { x, y } = this.#at(event);
    this.#near(by, x, y);
  };

  #key = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const step = this.width / 6;
    const { k } = this.view;
    if (event.key === "+" || event.key === "=") this.#near(STEP, ...this.centre);
    else if (event.key === "-") this.#near(1 / STEP, ...this.centre);
    else if (event.key === "0" || (event.key === "Escape" && k > 1)) this.view = WHOLE;
    else if (k > 1 && event.key === "ArrowLeft") this.#pan(step, 0);
    else if (k > 1 && event.key === "ArrowRight") this.#pan(-step, 0);
    else if (k > 1 && event.key === "ArrowUp") this.#pan(0, step);
    else if (k > 1 && event.key === "ArrowDown") this.#pan(0, -step);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  #press = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    this.#down.set(event.pointerId, this.#at(event));
    if (this.#down.size === 1) this.#dragged = false;
  };

  #move = (event: PointerEvent): void => {
    const from = this.#down.get(event.pointerId);
    if (!from) return;
    const to = this.#at(event);
    const other = [...this.#down].find(([id]) => id !== event.pointerId)?.[1];
    if (other) {
      const span = (p: { x: number; y: number }) => Math.hypot(p.x - other.x, p.y - other.y) || 1;
      this.#near(span(to) / span(from), (to.x + other.x) / 2, (to.y + other.y) / 2);
      this.#pan((to.x - from.x) / 2, (to.y - from.y) / 2);
    } else {
      if (this.view.k === 1 || (!this.#dragged && Math.hypot(to.x - from.x, to.y - from.y) < SLACK)) return;
      this.#pan(to.x - from.x, to.y - from.y);
      (event.currentTarget as Element).setPointerCapture?.(event.pointerId);
    }
    this.#dragged = true;
    this.#down.set(event.pointerId, to);
  };

  #lift = (event: PointerEvent): void => {
    this.#down.delete(event.pointerId);
  };

  /** The click that ends a drag means nothing. */
  #click = (event: Event): void => {
    if (!this.#dragged) return;
    event.stopPropagation();
    this.#dragged = false;
  };
}

const icon = (d: string) =>
  html`<svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true"><path d=${d} fill="none" stroke="currentColor" stroke-width="1.5"></path></svg>`;
const plus = icon("M8 3v10M3 8h10");
const minus = icon("M3 8h10");
const whole = icon("M3 6V3h3M10 3h3v3M13 10v3h-3M6 13H3v-3");
