/**
 * `<glosser-reader>` wraps an article and marks it in place. The article stays the page's own: no node is added to it,
 * no attribute changed; marks are CSS highlights, and all that is seen beside them stands in the shadow tree.
 *
 * @attr {string} published        Publication day, `YYYY-MM-DD`, by which "Tuesday" is understood; changed, all days are worked out anew.
 * @attr {number} summary-length   How many key sentences are marked, 1 to 10.
 * @attr {boolean} manual          Wait for `read()` or `adopt()` instead of reading when connected.
 * @attr {string} store            `local` keeps what the reader of the page chooses and corrects in this browser; without it, nothing is kept.
 * @attr {string} shortcuts        `off`, or other keys: `next=Alt+J previous=Alt+K mark=off`. Actions: next, previous, mark, undo, redo.
 * @attr {string} locale           Language of the interface, for all elements of the page: `de`, `ar` …; `auto` asks the browser. Without it the page's own `lang` is taken.
 * @attr {boolean} readonly        Nothing can be corrected.
 * @attr {string} panel            `end` or `bottom` shows legend and panel with the article; otherwise place them yourself.
 * @slot -                         The article.
 * @csspart stage                  All that the element lays out around and over the article.
 * @csspart proxy                  The button that stands over the mention in hand.
 * @csspart card                   The card.
 * @csspart bar                    The bar in the margin of a key sentence.
 * @csspart pick                   The button beside selected words, which makes them a name.
 * @csspart panel                  Legend and panel, where `panel` asks for them.
 * @csspart error                  What is said where nothing can be read.
 * @cssstate idle                  Nothing has been read.
 * @cssstate reading               Reading is under way.
 * @cssstate ready                 What was read is marked.
 * @cssstate error                 Reading failed; the article is untouched.
 * @cssprop --glosser-person       Ink of people; so too `-place`, `-date`, `-organization`.
 * @cssprop --glosser-place        Ink of places.
 * @cssprop --glosser-date         Ink of dates.
 * @cssprop --glosser-organization Ink of organisations.
 * @cssprop --glosser-key          The bars beside key sentences.
 * @cssprop --glosser-ink          Text of the interface.
 * @cssprop --glosser-quiet        Text that steps back.
 * @cssprop --glosser-paper        Ground of the interface.
 * @cssprop --glosser-raised       Ground of card and menus.
 * @cssprop --glosser-rule         Hairlines.
 * @cssprop --glosser-focus        Ring around what has the focus.
 * @cssprop --glosser-land         Land on maps.
 * @cssprop --glosser-water        Water on maps.
 * @cssprop --glosser-serif        Fonts of headings and quoted text.
 * @cssprop --glosser-sans         Fonts of all else.
 * @cssprop --glosser-z            Layer of the card where there is no top layer.
 * @cssprop --glosser-dock         Space below a card that docks at the bottom.
 * @fires glosser-result           `detail.reading`: the article as read.
 * @fires glosser-mention-activate `detail.stop`: a mention was opened.
 * @fires glosser-correction       `detail.corrections`: what the reader of the page has corrected; `detail.reading`.
 * @fires glosser-anchors-lost     `detail.lost`: how many marks found no place after the page changed its article.
 * @fires glosser-warning          `detail.code`, `detail.message`: something that is no error, such as storage that is full.
 * @fires glosser-error            `detail.code`, `detail.hint`.
 * @fires glosser-change           Anything a panel or legend shows has changed; does not bubble.
 */
import { css, html, LitElement, nothing, type PropertyValues } from "lit";
import type { ArticleRecord } from "../core/index";
import { match, onSpeak, speak, words } from "../locales/index";
import type { GlosserCard } from "./card";
import { type Choices, choose, defaults, load, save } from "./choices";
import { type Correction, correct, History } from "./corrections";
import { type Annotation, core, GlosserError } from "./engine";
import { place } from "./float";
import { fromJson, loadCorrections, saveCorrections, toJson } from "./kept";
import { actionOf, type Keys, keysOf, written } from "./keys";
import { Marks } from "./marks";
import { carry, Reading, reproject, type Stop } from "./reading";
import { selectedSpan } from "./selected";
import { tokens } from "./theme";
import { watch } from "./watch";

export type State = "idle" | "reading" | "ready" | "error";

const REST = 150;
const GRACE = 250;
const PRINTING = ["beforeprint", "afterprint"];
const INTERACTIVE = "a[href], button, input, select, textarea, summary, label, [contenteditable]";

export class GlosserReader extends LitElement {
  static override properties = {
    published: { type: String },
    summaryLength: { type: Number, attribute: "summary-length" },
    manual: { type: Boolean },
    store: { type: String },
    shortcuts: { type: String },
    panel: { type: String },
    readonly: { type: Boolean, reflect: true },
    locale: { type: String },
    picked: { state: true },
    state: { state: true },
    open: { state: true },
  };

  static override styles = [
    tokens,
    css`
      :host { display: block; position: relative; font: inherit; color: inherit; line-height: inherit; }
      #stage { position: relative; }
      @media screen and (min-width: 60rem) {
        :host([panel="end"]) { display: grid; grid-template-columns: minmax(0, 1fr) minmax(17rem, 22rem); gap: 2rem; }
        :host([panel="end"]) #side { position: sticky; inset-block-start: 0; align-self: start; max-block-size: 100dvh; overflow-y: auto; }
      }
      slot { display: block; }
      #error { grid-column: 1 / -1; font: 0.875rem/1.45 var(--g-sans); color: var(--g-quiet); }
      slot.over { cursor: pointer; }
      #proxy, #anchor { position: absolute; pointer-events: none; scroll-margin-block: 6rem; }
      #proxy { inset-block-start: 0; inset-inline-start: 0; opacity: 0; border-radius: 3px; }
      #proxy:focus-visible { opacity: 1; outline-offset: 1px; }
      #anchor { inline-size: 1px; visibility: hidden; }
      #pick {
        position: absolute; z-index: 20; min-block-size: 2rem; padding-inline: 0.625rem; font: 0.8125rem/1 var(--g-sans); user-select: none; -webkit-user-select: none;
        background: var(--g-raised); color: var(--g-ink); border: 1px solid var(--g-rule); border-radius: 6px; box-shadow: 0 2px 8px rgb(0 0 0 / 14%);
      }
      @media (pointer: coarse) { #pick { min-block-size: 2.75rem; } }
      .bar { position: absolute; inline-size: 3px; border-radius: 2px; background: var(--glosser-key, light-dark(#b9ac93, #6e6759)); pointer-events: none; }
      .bar::after {
        content: attr(data-rank); position: absolute; inset-block-start: -0.1rem; right: 0.5rem;
        font: 0.6875rem/1.4 var(--g-sans); color: var(--g-quiet); font-variant-numeric: tabular-nums;
      }
      @media (max-width: 30rem) { .bar::after { display: none; } }
      @media (forced-colors: active) { .bar { background: CanvasText; } }
      /* On paper lines break elsewhere: the bars of the screen would stand beside other words. */
      @media print { #proxy, #pick, glosser-card, .bar { display: none; } }
    `,
  ];

  declare published: string | undefined;
  declare summaryLength: number;
  declare manual: boolean;
  declare store: string | undefined;
  declare shortcuts: string | undefined;
  declare panel: string | undefined;
  declare readonly: boolean;
  declare locale: string | undefined;
  declare picked: Stop | undefined;
  declare state: State;
  declare open: Stop | undefined;

  /** The article as read; nothing before the first reading. */
  reading: Reading | undefined;
  /** What the reader of the page has corrected in this article. */
  history = new History();
  /** What the reader of the page has chosen to see. */
  choices: Choices = defaults();
  /** Key of the person, place, body or day in hand: its mentions are tinted. */
  held: string | undefined;
  /** The mention the proxy stands on. */
  current: Stop | undefined;
  /** Other articles that name the same, for the card; given by a page that has them. */
  elsewhere: ((key: string) => readonly { title: string; href: string }[]) | undefined;
  /** What went wrong, if `state` is `error`. */
  error: GlosserError | undefined;

  /** The record as it was read, before corrections. */
  #read: ArticleRecord | undefined;
  /** The text that corrections are kept by. */
  #source = "";
  #keys: Keys = keysOf(undefined);
  #marks: Marks | undefined;
  #run?: AbortController;
  #timer = 0;
  #pointer: { x: number; y: number } | undefined;
  #frame = 0;
  #following = 0;
  #inCard = false;
  #returning = false;
  #unwatch?: () => void;
  #size?: ResizeObserver;
  #bars: { top: number; height: number; left: number; rank: number }[] = [];
  #hovered: string | undefined;
  #silent?: () => void;

  #internals?: ElementInternals;

  constructor() {
    super();
    try {
      this.#internals = this.attachInternals();
    } catch {
      // An old browser: there is nothing to style by, all else works.
    }
    this.summaryLength = 3;
    this.manual = this.readonly = false;
    this.state = "idle";
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // A page in German gets German words around an article in whatever language.
    if (!this.locale && !this.manual) void speak(match([this.ownerDocument.documentElement.lang]));
    this.#silent = onSpeak(() => this.requestUpdate());
    this.#marks = new Marks(this);
    if (this.store === "local") this.choices = load();
    this.#size = new ResizeObserver((entries) => {
      // In the next frame: what is moved here must not be measured again in this one.
      requestAnimationFrame(() => {
        if (!this.isConnected) return;
        if (entries.some(({ target }) => target === this)) this.#layout();
        else this.#follow();
      });
    });
    this.#size.observe(this);
    if (this.#card) this.#size.observe(this.#card);
    this.ownerDocument.addEventListener("keydown", this.#onKey);
    this.ownerDocument.addEventListener("selectionchange", this.#onSelect);
    for (const moment of PRINTING) window.addEventListener(moment, this.#onPrint);
    this.ownerDocument.addEventListener("scroll", this.#onScroll, { passive: true, capture: true });
    if (!this.manual) {
      // The page may change its article: what has changed loses its paint at once, and is read anew when the page rests.
      this.#unwatch = watch(
        this,
        (edits) => this.#marks?.drop(edits),
        () => void this.#reread(),
      );
      void this.read();
    } else if (this.reading && this.#read) void this.adopt(this.#read, this.reading.text);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#silent?.();
    this.#run?.abort();
    this.#unwatch?.();
    this.#size?.disconnect();
    this.ownerDocument.removeEventListener("keydown", this.#onKey);
    this.ownerDocument.removeEventListener("selectionchange", this.#onSelect);
    for (const moment of PRINTING) window.removeEventListener(moment, this.#onPrint);
    clearTimeout(this.#selecting);
    this.ownerDocument.removeEventListener("scroll", this.#onScroll, { capture: true });
    this.#marks?.dispose();
    this.#marks = undefined;
    clearTimeout(this.#timer);
  }

  /** Reads the text that stands in the element. */
  async read(): Promise<Reading | undefined> {
    return this.#reading(async (marks, signal) => {
      const annotation = await marks.annotate();
      const text = annotation.text();
      const record = await core().read(text, { ...(this.published ? { published: this.published } : {}), signal });
      return { annotation, text, record, source: text };
    });
  }

  /** Shows a record that was read from `source`, whose words stand in the element. */
  async adopt(record: ArticleRecord, source: string): Promise<Reading | undefined> {
    return this.#reading(async (marks, signal) => {
      const annotation = await marks.annotate();
      const text = annotation.text();
      const moved = reproject(record, source, text);
      return {
        annotation,
        text,
        source,
        record:
          moved ?? (await core().read(text, { ...(record.published ? { published: record.published } : {}), signal })),
      };
    });
  }

  /** Reads again what the page has changed, without noise: what is open, in hand and marked stays as far as it holds. */
  async #reread(): Promise<void> {
    const { reading } = this;
    const marks = this.#marks;
    if (!marks || !reading || !this.#read || this.state !== "ready") {
      void this.read();
      return;
    }
    const annotation = await marks.annotate();
    if (!this.isConnected || this.#marks !== marks) {
      annotation.free();
      return;
    }
    const text = annotation.text();
    marks.use(annotation);
    if (text !== reading.text) {
      const before = this.#read;
      this.#read = carry(before, reading.text, text);
      this.#source = text;
      this.#renew(text);
      const lost = before.mentions.length - this.#read.mentions.length + before.dates.length - this.#read.dates.length;
      if (lost) this.#told("glosser-anchors-lost", { lost });
    }
    this.#mark();
    this.#layout();
    this.#changed();
    if (text === reading.text) return;
    this.#run?.abort();
    const run = new AbortController();
    this.#run = run;
    try {
      const published = this.published ? { published: this.published } : {};
      const record = await core().read(text, { ...published, signal: run.signal });
      if (run.signal.aborted || this.reading?.text !== text) return;
      this.#read = record;
      this.#renew(text);
      this.#mark();
      this.#layout();
      this.#told("glosser-result", { reading: this.reading });
      this.#changed();
    } catch {
      // The next edit, or the host, reads again; what is marked holds.
    }
  }

  /** The reading made anew from what was read and corrected; what was in hand stays there, if it is still named. */
  #renew(text: string): void {
    if (!this.#read) return;
    const [open, current, held] = [this.open, this.current, this.held];
    this.reading = new Reading(correct(this.#read, this.history.steps, text), text);
    const same = (stop: Stop | undefined) =>
      stop && this.reading?.mentionsOf(stop.key).find((s) => s.start >= stop.start);
    this.current = same(current) ?? this.reading.stops[0];
    if (held && !this.reading.mentionsOf(held).length) this.held = undefined;
    this.#hovered = undefined;
    if (open) {
      const still = same(open);
      if (still && open.list !== "selection") this.open = still;
      else this.close();
    }
  }

  #told(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
  }

  async #reading(
    work: (
      marks: Marks,
      signal: AbortSignal,
    ) => Promise<{ annotation: Annotation; text: string; source: string; record: ArticleRecord }>,
  ): Promise<Reading | undefined> {
    const marks = this.#marks;
    if (!marks) return undefined;
    this.#run?.abort();
    const run = new AbortController();
    this.#run = run;
    this.state = "reading";
    this.close();
    this.#changed();
    try {
      const { annotation, text, source, record } = await work(marks, run.signal);
      if (run.signal.aborted) {
        annotation.free();
        return undefined;
      }
      marks.use(annotation);
      this.#read = record;
      this.#source = source;
      this.history = new History(this.store === "local" ? loadCorrections(source, record) : []);
      this.reading = new Reading(correct(record, this.history.steps, text), text);
      this.held = this.#hovered = undefined;
      this.current = this.reading.stops[0];
      this.error = undefined;
      this.#mark();
      this.state = "ready";
      await this.updateComplete;
      this.#layout();
      this.#told("glosser-result", { reading: this.reading });
      this.#changed();
      return this.reading;
    } catch (cause) {
      // Given up by us, or because the page is being left.
      if (run.signal.aborted || (cause as Error)?.name === "AbortError") return undefined;
      this.error =
        cause instanceof GlosserError
          ? cause
          : new GlosserError("crashed", String((cause as Error)?.message ?? cause), "");
      this.state = "error";
      // Said once, where those look who can do something about it.
      if (!this.manual) console.error(`Glosser: ${this.error.message}. ${this.error.hint}`);
      this.dispatchEvent(
        new CustomEvent("glosser-error", {
          bubbles: true,
          composed: true,
          detail: { code: this.error.code, hint: this.error.hint },
        }),
      );
      this.#changed();
      return undefined;
    }
  }

  /** Takes the marks away and forgets the article. */
  clear(): void {
    this.#run?.abort();
    this.close();
    this.#marks?.clear();
    this.reading = this.current = this.held = undefined;
    this.#bars = [];
    this.state = "idle";
    this.#changed();
  }

  /** Corrects what was read: everything shows it at once, and `undo()` takes it back. */
  correct(...act: Correction[]): void {
    this.#rewrite(() => this.history.add(act));
  }

  /** Takes the last correction back. */
  undo(): void {
    this.#rewrite(() => this.history.undo());
  }

  /** Makes the last correction that was taken back again. */
  redo(): void {
    this.#rewrite(() => this.history.redo());
  }

  /** What has been corrected in this article, as a file. */
  exportCorrections(): string {
    return toJson(this.history.steps, this.reading?.record.published);
  }

  /** Makes the corrections of such a file; says how many, or nothing if it is no such file. */
  importCorrections(json: string): number | undefined {
    const made = fromJson(json);
    const known = new Set(this.history.steps.map((step) => JSON.stringify(step)));
    const fresh = made?.filter((step) => !known.has(JSON.stringify(step)));
    if (fresh?.length) this.correct(...fresh);
    return fresh?.length;
  }

  /** Kept first, shown then. */
  #rewrite(change: () => void): void {
    if (!this.#read || !this.reading) return;
    const before = [...this.history.steps];
    change();
    const { text } = this.reading;
    if (this.store === "local" && !saveCorrections(this.#source, this.history.steps, before))
      this.#warn("not-kept", words.correct.lost);
    const at = (this.open ?? this.current)?.start ?? 0;
    const inCard = this.shadowRoot?.activeElement === this.#card;
    this.close();
    this.#unpick();
    const selection = this.ownerDocument.getSelection();
    if (selection?.anchorNode && this.contains(selection.anchorNode)) selection.removeAllRanges();
    this.reading = new Reading(correct(this.#read, this.history.steps, text), text);
    this.current = this.reading.stops.find((stop) => stop.start >= at) ?? this.reading.stops[0];
    this.held = this.#hovered = undefined;
    this.#mark();
    this.#layout();
    if (inCard) this.#focusProxy();
    this.announce(words.correct.made(this.history.acts));
    const detail = { reading: this.reading, corrections: this.history.steps };
    this.#told("glosser-correction", detail);
    this.#changed();
  }

  /** Something that is no error, but somebody should know. */
  #warn(code: string, message: string): void {
    this.announce(message);
    this.#told("glosser-warning", { code, message });
  }

  /** Changes what is marked; kept if `store` says so. */
  choose(change: Partial<Choices>): void {
    this.choices = choose(this.choices, change);
    if (this.store === "local") save(this.choices);
    this.#mark();
    this.#changed();
  }

  /** Takes somebody, something or some day in hand, or lets go. */
  hold(key: string | undefined): void {
    if (this.held === key) return;
    this.held = key;
    if (this.choices.density === "chosen") this.#mark();
    this.#light();
    this.#changed();
  }

  /** Lights the mentions of what the pointer is on, for as long as it is. */
  hover(key: string | undefined): void {
    if (this.#hovered === key) return;
    this.#hovered = key;
    this.#light();
    this.#changed();
  }

  /** What is lit now. */
  get lit(): string | undefined {
    return this.#hovered ?? this.held;
  }

  /** Brings a mention into view and in hand; with `card`, opens its card. */
  goTo(stop: Stop, options: { card?: boolean } = {}): void {
    this.current = stop;
    this.hold(stop.key);
    this.#standOn(stop);
    this.#marks?.activate(stop);
    this.#proxy?.scrollIntoView({ block: "center", behavior: calm() ? "auto" : "smooth" });
    if (options.card) this.#open(stop);
    this.requestUpdate();
    this.#changed();
  }

  /** Brings any stretch of the text into view. */
  goToSpan(span: { start: number; end: number }): void {
    const rect = this.#marks?.rects(span)[0];
    const anchor = this.renderRoot.querySelector<HTMLElement>("#anchor");
    const stage = this.#stage?.getBoundingClientRect();
    if (!rect || !anchor || !stage) return;
    anchor.style.top = `${rect.top - stage.top}px`;
    anchor.style.height = `${rect.height}px`;
    anchor.scrollIntoView({ block: "center", behavior: calm() ? "auto" : "smooth" });
  }

  /** The next mention (or the one before), of what is in hand if `same`. */
  step(by: 1 | -1, same = false): Stop | undefined {
    const stops = same && this.current ? this.reading?.mentionsOf(this.current.key) : this.#marks?.stops;
    if (!stops?.length) return undefined;
    const at = this.current
      ? stops.findIndex((s) => s.list === this.current?.list && s.index === this.current.index)
      : -1;
    const next =
      at < 0 && this.current
        ? by > 0
          ? stops.find((s) => s.start > (this.current as Stop).start)
          : stops.findLast((s) => s.start < (this.current as Stop).start)
        : stops[(at + by + stops.length) % stops.length];
    return next ?? stops[0];
  }

  /** Closes the card. */
  close(): void {
    clearTimeout(this.#timer);
    this.#inCard = false;
    if (!this.open) return;
    const focused = this.shadowRoot?.activeElement === this.#card && this.open;
    this.open = undefined;
    this.#marks?.activate(undefined);
    this.#light();
    if (focused && focused.list === "selection") this.#select(focused);
    else if (focused) this.#focusProxy();
  }

  protected override render() {
    const { reading, open } = this;
    const stop = open && open.list !== "selection" ? open : this.current;
    const [nth, of] = stop && reading ? reading.place(stop) : [0, 0];
    const label = stop && reading ? words.proxy(reading.name(stop), words.kinds[stop.kind], nth, of) : "";
    return html`
      <div id="stage" part="stage" @focusout=${this.#onFocusOut}>
        <button id="proxy" part="proxy" type="button" lang=${words.lang} ?hidden=${!stop} aria-haspopup="dialog" aria-expanded=${open ? "true" : "false"} aria-label=${label}
          @focus=${this.#onProxyFocus} @keydown=${this.#onProxyKey} @click=${() => stop && this.#open(stop, true)}></button>
        <glosser-card part="card" popover="manual" .reading=${reading} .stop=${open} .reader=${this}
          @pointerenter=${() => {
            this.#inCard = true;
            clearTimeout(this.#timer);
          }}
          @pointerleave=${(event: PointerEvent) => {
            if (event.pointerType === "touch") return;
            this.#inCard = false;
            if (!this.#keyboard()) this.#later(GRACE, () => this.close());
          }}
          @keydown=${this.#onCardKey}></glosser-card>
        ${this.picked && !open ? html`<button id="pick" part="pick" type="button" lang=${words.lang} dir=${words.dir} @pointerdown=${(e: Event) => e.preventDefault()} @click=${() => this.#pick()}>${words.correct.pick}</button>` : nothing}
        <slot @pointermove=${this.#onMove} @pointerleave=${this.#onLeave} @click=${this.#onClick}></slot>
        <div aria-hidden="true">${this.#bars.map((bar) => html`<div class="bar" part="bar" data-rank=${bar.rank}></div>`)}</div>
        <div id="anchor"></div>
        <div class="unseen" role="status" aria-live="polite" id="status" lang=${words.lang}></div>
      </div>
      ${this.panel && this.error ? html`<p id="error" part="error" role="alert">${words.error.title}: ${this.error.message}. ${this.error.hint} ${words.error.safe}</p>` : nothing}
      ${this.panel ? html`<div id="side" part="panel"><glosser-legend .reader=${this}></glosser-legend><glosser-panel .reader=${this}></glosser-panel></div>` : nothing}
    `;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has("shortcuts")) this.#keys = keysOf(this.shortcuts);
    if (changed.has("locale")) this.#speak();
  }

  protected override updated(changed: PropertyValues): void {
    // Places are set through the object model: a strict policy forbids style attributes, not styles.
    this.renderRoot.querySelectorAll<HTMLElement>(".bar").forEach((element, i) => {
      const bar = this.#bars[i];
      if (bar) Object.assign(element.style, { top: `${bar.top}px`, height: `${bar.height}px`, left: `${bar.left}px` });
    });
    if (changed.has("state")) this.#internals?.states?.delete(changed.get("state") as string);
    this.#internals?.states?.add(this.state);
    if (changed.has("open")) this.#float();
    if (changed.has("picked")) this.#standBeside();
    if (changed.has("summaryLength") && this.reading) {
      this.#layout();
      this.#changed();
    }
    if (changed.has("published") && !this.manual && this.reading && changed.get("published") !== this.published)
      void this.read();
  }

  #speak(): void {
    const { locale } = this;
    void speak(match(locale === "auto" ? navigator.languages : [locale ?? ""]));
  }

  /** Says something to those who listen instead of look. */
  announce(text: string): void {
    const status = this.renderRoot.querySelector("#status");
    if (status) status.textContent = text;
  }

  // — marks —

  #mark(): void {
    if (!this.reading) return;
    this.#marks?.mark(this.reading, this.choices, this.held);
    this.#light();
  }

  #light(): void {
    this.#marks?.light(this.#hovered ?? this.open?.key ?? this.held);
  }

  /** What answers at a point. "The Turkish leader" is not marked at rest: it answers while those it stands for are lit. */
  #at(x: number, y: number): Stop | undefined {
    const stop = this.#marks?.hit(x, y);
    return stop?.list !== "references" || stop.key === this.lit ? stop : undefined;
  }

  // — places on the page —

  get #stage(): HTMLElement | null {
    return this.renderRoot?.querySelector("#stage") ?? null;
  }
  get #proxy(): HTMLElement | null {
    return this.renderRoot?.querySelector("#proxy") ?? null;
  }
  /** The card, once it is more than a name. */
  get #card(): GlosserCard | null {
    const card = this.renderRoot?.querySelector<GlosserCard>("glosser-card");
    return card && "show" in card ? card : null;
  }

  #standOn(stop: Stop): void {
    const rect = this.#marks?.rects(stop)[0];
    const stage = this.#stage?.getBoundingClientRect();
    const proxy = this.#proxy;
    if (!rect || !stage || !proxy) return;
    Object.assign(proxy.style, {
      left: `${rect.left - stage.left}px`,
      top: `${rect.top - stage.top}px`,
      width: `${rect.width}px`,
      height: `${rect.height}px`,
    });
  }

  #layout(): void {
    const stage = this.#stage?.getBoundingClientRect();
    if (!stage || !this.reading) return;
    const bars = this.reading.keySentences(this.summaryLength).flatMap((sentence) => {
      const range = this.#marks?.range(sentence);
      const box = range?.startContainer.parentElement?.getBoundingClientRect();
      const lines = range ? [...range.getClientRects()].filter((r) => r.width > 1) : [];
      const [first, last] = [lines[0], lines.at(-1)];
      if (!box || !first || !last) return [];
      return [
        {
          top: first.top - stage.top,
          height: last.bottom - first.top,
          left: box.left - stage.left - 16,
          rank: sentence.rank,
        },
      ];
    });
    // One column of bars, however far in a list or a quotation stands.
    const left = Math.min(...bars.map((bar) => bar.left));
    this.#bars = bars.map((bar) => ({ ...bar, left }));
    if (this.current) this.#standOn(this.current);
    this.requestUpdate();
    this.#float();
  }

  #float(): void {
    const card = this.#card;
    if (!card) {
      if (this.open) void customElements.whenDefined("glosser-card").then(() => this.#float());
      return;
    }
    if (!this.open) {
      card.hide();
      return;
    }
    const rects = this.#marks?.rects(this.open) ?? [];
    if (!rects.length) return;
    card.show();
    // A card that grows (a list unfolds, a form opens) must not grow out of the window.
    this.#size?.observe(card);
    void card.updateComplete.then(() => {
      this.#follow();
      // A card at the bottom must not lie over the line it explains.
      const last = rects.at(-1);
      const hidden = card.hasAttribute("docked") && last ? last.bottom + 16 - card.getBoundingClientRect().top : 0;
      if (hidden > 0) window.scrollBy({ top: hidden, behavior: calm() ? "auto" : "smooth" });
    });
  }

  // — pointer —

  #later(wait: number, what: () => void): void {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(what, wait);
  }

  #onMove = (event: PointerEvent): void => {
    if (event.pointerType === "touch" || event.buttons) return;
    this.#pointer = { x: event.clientX, y: event.clientY };
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      if (this.#pointer) this.#look(this.#pointer.x, this.#pointer.y);
    });
  };

  #look(x: number, y: number): void {
    const stop = this.#at(x, y);
    this.renderRoot.querySelector("slot")?.classList.toggle("over", Boolean(stop));
    if (stop) {
      if (this.open?.list === stop.list && this.open.index === stop.index) clearTimeout(this.#timer);
      else {
        this.hover(stop.key);
        this.#later(REST, () => this.#open(stop));
      }
    } else {
      this.hover(undefined);
      if (this.open && !this.#inCard && !this.#keyboard()) this.#later(GRACE, () => this.close());
      else if (!this.open) clearTimeout(this.#timer);
    }
  }

  /** Somebody is in the card or on the proxy with the keyboard, or writing in it: the pointer does not close it. */
  #keyboard(): boolean {
    return Boolean(this.shadowRoot?.activeElement) || this.open?.list === "selection";
  }

  #onLeave = (event: PointerEvent): void => {
    // A finger leaves whenever it is lifted.
    if (event.pointerType === "touch") return;
    this.#pointer = undefined;
    this.hover(undefined);
    if (this.open && !this.#keyboard()) this.#later(GRACE, () => !this.#inCard && this.close());
    else if (!this.open) clearTimeout(this.#timer);
  };

  #onClick = (event: MouseEvent): void => {
    if (this.open?.list === "selection") this.close();
    const own = event
      .composedPath()
      .some((node) => node instanceof Element && this.contains(node) && node !== this && node.matches(INTERACTIVE));
    if (own || !this.ownerDocument.getSelection()?.isCollapsed) return;
    const stop = this.#at(event.clientX, event.clientY);
    if (stop) {
      this.hold(stop.key);
      this.#open(stop);
    } else {
      this.close();
      this.hold(undefined);
    }
  };

  #scrolling = 0;

  #onScroll = (): void => {
    if (this.open) this.#follow();
    this.#scrolling ||= requestAnimationFrame(() => {
      this.#scrolling = 0;
      if (!this.#marks?.scrolled()) return;
      this.#light();
      this.#marks.activate(this.open);
    });
  };

  #onPrint = ({ type }: Event): void => {
    this.#marks?.whole(type === "beforeprint");
  };

  /** Keeps the card beside its mention until both rest: not every engine tells of the last step of a smooth scroll. */
  #follow(frames = 12, before = Number.NaN): void {
    cancelAnimationFrame(this.#following);
    const card = this.#card;
    const rects = this.open ? (this.#marks?.rects(this.open) ?? []) : [];
    const top = rects[0]?.top;
    if (!card || top === undefined) return;
    if (top !== before) place(card, rects);
    const left = top === before ? frames - 1 : 12;
    if (left) this.#following = requestAnimationFrame(() => this.#follow(left, top));
  }

  #open(stop: Stop, enter = false): void {
    clearTimeout(this.#timer);
    this.open = stop;
    if (stop.list !== "selection") {
      this.current = stop;
      this.#standOn(stop);
    }
    this.#marks?.activate(stop);
    this.#light();
    this.#told("glosser-mention-activate", { stop });
    if (enter) void this.updateComplete.then(() => this.#card?.enter());
    this.#changed();
  }

  // — keys —

  #onProxyFocus = (): void => {
    const proxy = this.#proxy;
    if (this.#returning || !proxy?.matches(":focus-visible")) return;
    const stops = this.#marks?.stops ?? [];
    const inView = (s: Stop) => {
      const rect = this.#marks?.rects(s)[0];
      return rect && rect.bottom > 0 && rect.top < window.innerHeight;
    };
    const stop =
      this.open ?? (this.current && inView(this.current) ? this.current : (firstFrom(stops, inView) ?? this.current));
    if (stop) this.#open(stop);
  };

  #onProxyKey = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const by =
      event.key === "n" || event.key === "ArrowRight" || event.key === "ArrowDown"
        ? 1
        : event.key === "p" || event.key === "ArrowLeft" || event.key === "ArrowUp"
          ? -1
          : 0;
    if (by) {
      event.preventDefault();
      const stop = this.step(by as 1 | -1);
      if (stop) this.goTo(stop, { card: true });
    } else if (event.key === "Escape") {
      if (this.open) this.close();
      else this.#backToText();
    }
  };

  #onCardKey = (event: KeyboardEvent): void => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    const proxied = this.open?.list !== "selection";
    this.close();
    if (proxied) this.#focusProxy();
  };

  /** Focus leaves proxy and card for somewhere else: the card goes too. */
  #onFocusOut = (event: FocusEvent): void => {
    const to = event.relatedTarget;
    if (to instanceof Node && !this.renderRoot.contains(to)) this.close();
  };

  /** Focus comes back to the proxy without opening what was just closed. */
  #focusProxy(): void {
    this.#returning = true;
    this.#proxy?.focus({ preventScroll: true });
    this.#returning = false;
  }

  /** Leaves the proxy and puts the caret where the mention is, so that reading goes on from there. */
  #backToText(): void {
    this.#proxy?.blur();
    this.hold(undefined);
    if (this.current) this.#select(this.current, true);
  }

  /** Selects a stretch of the text, or puts the caret at its beginning. */
  #select(span: { start: number; end: number }, caret = false): void {
    const range = this.#marks?.range(span);
    if (!range) return;
    if (caret) range.collapse(true);
    const selection = this.ownerDocument.getSelection();
    selection?.removeAllRanges();
    selection?.addRange(range);
  }

  #onKey = (event: KeyboardEvent): void => {
    if (event.key === "Escape" && this.open && !event.defaultPrevented) {
      this.close();
      return;
    }
    const action = this.reading && actionOf(this.#keys, event);
    if (!action || event.defaultPrevented) return;
    if (action === "next" || action === "previous") {
      const stop = this.step(action === "next" ? 1 : -1);
      if (!stop) return;
      this.goTo(stop, { card: true });
      this.#focusProxy();
    } else if (action === "mark") {
      this.#lookAtSelection();
      if (!this.picked) return;
      this.#pick();
    } else {
      if (!(action === "undo" ? this.history.canUndo : this.history.canRedo)) return;
      this[action]();
    }
    event.preventDefault();
  };

  /** The keys that work from anywhere, as they are now. */
  get keys(): Keys {
    return this.#keys;
  }

  // — selecting —

  #selecting = 0;

  #onSelect = (): void => {
    clearTimeout(this.#selecting);
    if (this.picked) this.#unpick();
    // Not while the selection grows.
    this.#selecting = window.setTimeout(() => this.#lookAtSelection(true), 350);
  };

  #lookAtSelection(say = false): void {
    const { reading } = this;
    if (!reading || this.readonly || this.open) return;
    const span = selectedSpan(this, (node, at) => this.#marks?.offset(node, at), reading.text);
    this.picked = span && { ...span, list: "selection", index: -1, kind: "person", key: "", confidence: 1 };
    if (span && say && this.#keys.mark)
      this.announce(words.correct.hint(reading.slice(span), written(this.#keys.mark)));
  }

  /** The button stands under the end of what is selected. */
  #standBeside(): void {
    const rect = this.picked && this.#marks?.rects(this.picked).at(-1);
    const button = this.renderRoot.querySelector<HTMLElement>("#pick");
    const stage = this.#stage?.getBoundingClientRect();
    if (!rect || !button || !stage) return;
    const left = Math.min(
      Math.max(rect.right - stage.left - button.offsetWidth / 2, 0),
      stage.width - button.offsetWidth,
    );
    Object.assign(button.style, { left: `${left}px`, top: `${rect.bottom - stage.top + 6}px` });
  }

  /** Opens the form in the card, once the card is there. */
  async #correct(): Promise<void> {
    await this.updateComplete;
    await this.#card?.updateComplete;
    if (this.#card) this.#card.correcting = true;
  }

  #unpick(): void {
    this.picked = undefined;
  }

  /** What is selected is to be a name: the form opens. If it is one already, that one is corrected. */
  #pick(): void {
    const { picked, reading } = this;
    if (!picked || !reading) return;
    const known = reading.stops.find((stop) => stop.start === picked.start && stop.end === picked.end);
    this.#unpick();
    this.#open(known ?? picked);
    if (known) void this.#correct();
  }

  #changed(): void {
    this.dispatchEvent(new CustomEvent("glosser-change"));
  }
}

/** Reduced motion is asked for. */
const calm = (): boolean => matchMedia("(prefers-reduced-motion: reduce)").matches;

/** The first that passes, where those that pass stand together: looks at few, whatever the length. */
function firstFrom<T>(all: readonly T[], passes: (item: T) => unknown): T | undefined {
  return all.slice(0, 5000).find(passes);
}
