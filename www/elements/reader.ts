/**
 * `<glosser-reader>` wraps an article, or points to one, and marks it in place. The article stays the page's own: no node is added to it,
 * no attribute changed; marks are CSS highlights, and all that is seen beside them stands in the shadow tree.
 *
 * @attr {string} published        Publication day, `YYYY-MM-DD`, by which "Tuesday" is understood; changed, all days are worked out anew.
 * @attr {number} summary-length   How many key sentences are marked, 1 to 10.
 * @attr {string} places           `large` looks places up in the larger gazetteer (1.6 MB, fetched once), an address in the one there; changed, all places are looked up anew.
 * @attr {number} summary-time     Seconds that the key sentences may take to read; where it is given, `summary-length` is not asked.
 * @attr {boolean} manual          Wait for `read()` or `adopt()` instead of reading when connected.
 * @attr {string} store            `local` keeps what the reader of the page chooses and corrects in this browser; without it, nothing is kept.
 * @attr {string} shortcuts        `off`, or other keys: `next=Alt+J previous=Alt+K mark=off`. Actions: next, previous, mark, undo, redo; the last two, left as they are, with Ctrl or ⌘ too.
 * @attr {string} locale           Language of the interface, for all elements of the page: `de`, `ar` …; `auto` asks the browser. Without it the page's own `lang` is taken.
 * @attr {boolean} readonly        Nothing can be corrected.
 * @attr {string} panel            `end` or `bottom` shows legend and panel with the article, `side` at the side of the window; otherwise place them yourself.
 * @attr {string} for              Id of the article, where the reader does not stand around it; a property `article` takes the element itself.
 * @attr {string} skip             CSS selector of what in the article is no part of it: advertisements, boxes, comments. The property takes a function too.
 * @slot -                         The article, unless it stands elsewhere.
 * @slot tools                     Stands above legend and panel, where `panel` asks for them.
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
 * @cssprop --glosser-dock         Space at the lower edge of the window that the card leaves free.
 * @fires glosser-result           `detail.reading`: the article as read.
 * @fires glosser-mention-activate `detail.stop`: a mention was opened.
 * @fires glosser-sentence-activate `detail.rank`: the bar of a key sentence was pressed; the panel shows its line.
 * @fires glosser-correction       `detail.corrections`: what the reader of the page has corrected; `detail.reading`.
 * @fires glosser-anchors-lost     `detail.lost`: how many marks found no place after the page changed its article.
 * @fires glosser-warning          `detail.code`, `detail.message`: something that is no error, such as storage that is full.
 * @fires glosser-error            `detail.code`, `detail.hint`.
 * @fires glosser-change           Anything a panel or legend shows has changed; does not bubble.
 */
import { html, LitElement, nothing, type PropertyValues } from "lit";
import type { ArticleRecord } from "../core/index";
import { match, onSpeak, speak, words } from "../locales/index";
import { type Choices, choose, defaults, load, save } from "./choices";
import { type Correction, History } from "./corrections";
import type { GlosserError, Skip } from "./engine";
import { toJson } from "./kept";
import { type Keys, keysOf } from "./keys";
import { Inner } from "./reader/inner";
import { style } from "./reader/style";
import type { KeySentence, Reading, Stop } from "./reading";
import { rest } from "./rest";
import { tokens } from "./theme";

export type State = "idle" | "reading" | "ready" | "error";

const PRINTING = ["beforeprint", "afterprint"];

export class GlosserReader extends LitElement {
  static override properties = {
    published: { type: String },
    places: { type: String },
    summaryLength: { type: Number, attribute: "summary-length" },
    summaryTime: { type: Number, attribute: "summary-time" },
    manual: { type: Boolean },
    store: { type: String },
    shortcuts: { type: String },
    panel: { type: String, reflect: true },
    for: { type: String },
    skip: { type: String },
    readonly: { type: Boolean, reflect: true },
    locale: { type: String },
    picked: { state: true },
    state: { state: true },
    open: { state: true },
  };

  static override styles = [tokens, style];

  declare published: string | undefined;
  declare places: string | undefined;
  declare summaryLength: number;
  declare summaryTime: number | undefined;
  declare manual: boolean;
  declare store: string | undefined;
  declare shortcuts: string | undefined;
  declare panel: string | undefined;
  declare for: string | undefined;
  declare skip: string | Skip | undefined;
  declare readonly: boolean;
  declare locale: string | undefined;
  declare picked: Stop | undefined;
  declare state: State;
  declare open: Stop | undefined;

  /** The article, where the reader does not stand around it; to be set before the reader comes into the page. */
  article: HTMLElement | undefined;
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

  readonly #inner = new Inner(this);
  #internals?: ElementInternals;
  #silent?: () => void;

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
    this.#inner.connect();
    super.connectedCallback();
    // A page in German gets German words around an article in whatever language.
    if (!this.locale && !this.manual) void speak(match([this.ownerDocument.documentElement.lang]));
    this.#silent = onSpeak(() => this.requestUpdate());
    if (this.store === "local") this.choices = load();
    for (const moment of PRINTING) window.addEventListener(moment, this.#onPrint);
    if (this.manual) {
      this.#inner.session.resume();
    } else {
      this.#inner.session.follow();
      void this.read();
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#silent?.();
    for (const moment of PRINTING) window.removeEventListener(moment, this.#onPrint);
    this.#inner.disconnect();
  }

  #onPrint = ({ type }: Event): void => {
    this.#inner.marks?.whole(type === "beforeprint");
  };

  /** Reads the text that stands in the element. */
  async read(): Promise<Reading | undefined> {
    return this.#inner.session.read();
  }

  /** Shows a record that was read from `source`, whose words stand in the element. */
  async adopt(record: ArticleRecord, source: string): Promise<Reading | undefined> {
    return this.#inner.session.adopt(record, source);
  }

  /** Takes the marks away and forgets the article. */
  clear(): void {
    this.#inner.session.stop();
    this.close();
    this.#inner.marks?.clear();
    this.reading = this.current = this.held = undefined;
    this.#inner.stage.bars = [];
    this.state = "idle";
    this.#inner.changed();
  }

  /** Corrects what was read: everything shows it at once, and `undo()` takes it back. */
  correct(...act: Correction[]): void {
    this.#inner.session.rewrite((history) => history.add(act));
  }

  /** Takes the last correction back. */
  undo(): void {
    this.#inner.session.rewrite((history) => history.undo());
  }

  /** Makes the last correction that was taken back again. */
  redo(): void {
    this.#inner.session.rewrite((history) => history.redo());
  }

  /** What has been corrected in this article, as a file. */
  exportCorrections(): string {
    return toJson(this.history.steps, this.reading?.record.published);
  }

  /** Makes the corrections of such a file; says how many, or nothing if it is no such file. */
  importCorrections(json: string): number | undefined {
    const fresh = this.#inner.session.fresh(json);
    if (fresh?.length) this.correct(...fresh);
    return fresh?.length;
  }

  /** Changes what is marked; kept if `store` says so. */
  choose(change: Partial<Choices>): void {
    this.choices = choose(this.choices, change);
    if (this.store === "local") save(this.choices);
    this.#inner.mark();
    this.#inner.changed();
  }

  /** Takes somebody, something or some day in hand, or lets go. */
  hold(key: string | undefined): void {
    if (this.held === key) return;
    this.held = key;
    if (this.choices.density === "chosen") this.#inner.mark();
    this.#inner.light();
    this.#inner.changed();
  }

  /** Lights the mentions of what the pointer is on, for as long as it is. */
  hover(key: string | undefined): void {
    if (this.#inner.hovered === key) return;
    this.#inner.hovered = key;
    this.#inner.light();
    this.#inner.changed();
  }

  /** The key sentences, as many as are wanted. */
  get keySentences(): readonly KeySentence[] {
    const { reading, summaryTime, summaryLength } = this;
    return reading?.keySentences(summaryTime ? reading.sentencesIn(summaryTime) : summaryLength) ?? [];
  }

  /** What is lit now. */
  get lit(): string | undefined {
    return this.#inner.hovered ?? this.held;
  }

  /** The keys that work from anywhere, as they are now. */
  get keys(): Keys {
    return this.#inner.keyboard.keys;
  }

  /** Brings a mention into view and in hand; with `card`, opens its card. */
  goTo(stop: Stop, options: { card?: boolean } = {}): void {
    const inner = this.#inner;
    this.current = stop;
    this.hold(stop.key);
    inner.stage.scrollTo(stop);
    inner.stage.standOn(stop);
    inner.marks?.activate(stop);
    if (options.card) inner.open(stop);
    this.requestUpdate();
    inner.changed();
  }

  /** Brings any stretch of the text into view. */
  goToSpan(span: { start: number; end: number }): void {
    this.#inner.stage.scrollTo(span);
  }

  /** Brings a key sentence into view and tints it; the focus goes to its bar, from where a press leads back to the summary. */
  goToSentence(sentence: KeySentence): void {
    const inner = this.#inner;
    this.close();
    inner.stage.scrollTo(sentence);
    inner.marks?.tint(sentence.index);
    inner.stage.focusBar(sentence.rank);
  }

  /** The next mention (or the one before), of what is in hand if `same`. */
  step(by: 1 | -1, same = false): Stop | undefined {
    const { current } = this;
    const stops = same && current ? this.reading?.mentionsOf(current.key) : this.#inner.marks?.stops;
    if (!stops?.length) return undefined;
    const at = current ? stops.findIndex((s) => s.list === current.list && s.index === current.index) : -1;
    if (at >= 0 || !current) return stops[(at + by + stops.length) % stops.length] ?? stops[0];
    // What is in hand is not marked any more: from where it stood.
    const next = by > 0 ? stops.find((s) => s.start > current.start) : stops.findLast((s) => s.start < current.start);
    return next ?? stops[0];
  }

  /** Closes the card. */
  close(): void {
    const inner = this.#inner;
    inner.pointer.closed();
    const { open } = this;
    if (!open) return;
    const focused = inner.keyboard.inCard;
    this.open = undefined;
    inner.marks?.activate(undefined);
    inner.light();
    if (!focused) return;
    if (open.list === "selection") inner.select(open);
    else inner.keyboard.focusProxy();
  }

  /** Says something to those who listen instead of look. */
  announce(text: string): void {
    const status = this.renderRoot.querySelector("#status");
    if (status) status.textContent = text;
  }

  /** The first time there is much to set up: it has a turn of its own. */
  protected override async scheduleUpdate(): Promise<void> {
    if (!this.hasUpdated) await rest();
    super.scheduleUpdate();
  }

  protected override render() {
    const { reading, open, picked } = this;
    const { stage, pointer, keyboard, picker } = this.#inner;
    const stop = open && open.list !== "selection" ? open : this.current;
    const [nth, of] = stop && reading ? reading.place(stop) : [0, 0];
    const label = stop && reading ? words.proxy(reading.name(stop), words.kinds[stop.kind], nth, of) : "";
    return html`
      <div id="stage" part="stage" @focusout=${keyboard.onFocusOut}>
        <button id="proxy" part="proxy" type="button" lang=${words.lang} ?hidden=${!stop} aria-haspopup="dialog" aria-expanded=${open ? "true" : "false"} aria-label=${label}
          @focus=${keyboard.onProxyFocus} @keydown=${keyboard.onProxyKey} @click=${() => stop && this.#inner.open(stop, true)}></button>
        <glosser-card part="card" popover="manual" .reading=${reading} .stop=${open} .reader=${this}
          @pointerenter=${pointer.onCardEnter} @pointerleave=${pointer.onCardLeave} @keydown=${keyboard.onCardKey}></glosser-card>
        ${picked && !open ? html`<button id="pick" part="pick" type="button" lang=${words.lang} dir=${words.dir} @pointerdown=${(e: Event) => e.preventDefault()} @click=${picker.pick}>${words.correct.pick}</button>` : nothing}
        <slot @pointermove=${pointer.onMove} @pointerleave=${pointer.onLeave} @click=${pointer.onClick}></slot>
        ${stage.bars.map(
          ({
            rank,
          }) => html`<button class="bar" part="bar" type="button" tabindex="-1" data-rank=${rank} lang=${words.lang} aria-label=${words.panel.back(rank)}
            @click=${() => this.#inner.told("glosser-sentence-activate", { rank })}></button>`,
        )}
        <div id="anchor"></div>
        <div class="unseen" role="status" aria-live="polite" id="status" lang=${words.lang}></div>
      </div>
      ${this.panel && this.error ? html`<p id="error" part="error" role="alert">${words.error.title}: ${this.error.message}. ${this.error.hint} ${words.error.safe}</p>` : nothing}
      ${this.panel ? html`<div id="side" part="panel"><slot name="tools"></slot><glosser-legend .reader=${this}></glosser-legend><glosser-panel .reader=${this}></glosser-panel></div>` : nothing}
    `;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has("shortcuts")) this.#inner.keyboard.keys = keysOf(this.shortcuts);
    if (changed.has("locale")) void speak(match(this.locale === "auto" ? navigator.languages : [this.locale ?? ""]));
  }

  protected override updated(changed: PropertyValues): void {
    const { stage } = this.#inner;
    if (changed.has("state")) this.#internals?.states?.delete(changed.get("state") as string);
    this.#internals?.states?.add(this.state);
    if (changed.has("open")) stage.float();
    if (changed.has("picked") && this.picked) stage.standBeside(this.picked);
    if ((changed.has("summaryLength") || changed.has("summaryTime")) && this.reading) {
      stage.layout();
      this.#inner.changed();
    }
    const anew = (["published", "places"] as const).some((key) => changed.has(key) && changed.get(key) !== this[key]);
    if (anew && !this.manual && this.reading) void this.read();
  }
}
