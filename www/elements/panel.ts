/**
 * `<glosser-panel for="reader">` is the margin beside the article: in short, who, where, when, said. All in it leads into
 * the text, and it is the way through the marks for those who do not see them.
 *
 * @attr {string} for       Id of the `<glosser-reader>` it belongs to; a property `reader` takes the element itself.
 * @attr {string} store     `local` keeps in this browser which sections are folded.
 * @slot empty              Shown as long as nothing has been read.
 * @slot footer             Stands below the sections.
 * @csspart section         A section; its id is `short`, `who`, `where`, `when` or `said`.
 * @csspart sentence        A key sentence.
 * @csspart entity          The row of a name or a date.
 * @csspart quote           A quotation with its speaker.
 * @fires glosser-entity-select  `detail.key`: somebody, something or some day was chosen.
 * @fires glosser-published      `detail.published`: another publication day was given; cancelled, the reader is not told.
 * @fires glosser-places         The larger gazetteer is asked for; cancelled, the reader is not told.
 * @fires glosser-export         `detail.format`, `detail.text`: notes are taken along; cancelled, nothing is copied or saved.
 */
import { html, noChange, nothing } from "lit";
import { words } from "../locales/index";
import { mapStyle } from "./mapped";
import { loadFolds, SECTIONS, type Section, saveFolds } from "./panel/folds";
import { named, where, who } from "./panel/named";
import { quotesIn, said } from "./panel/said";
import { length, short } from "./panel/short";
import { style } from "./panel/style";
import { askDate, when } from "./panel/when";
import { ReaderPart } from "./part";
import type { GlosserReader } from "./reader";
import type { Reading } from "./reading";
import { idle, rest } from "./rest";
import { stripStyle } from "./strip";
import { lined, tokens } from "./theme";
import { timelineStyle } from "./timeline";
import { Width } from "./width";

export { SECTIONS, type Section };

export class GlosserPanel extends ReaderPart {
  static override properties = {
    ...ReaderPart.properties,
    store: { type: String },
    folded: { state: true },
    whole: { state: true },
    inner: { state: true },
    dating: { state: true },
    taking: { state: true },
  };

  static override styles = [tokens, lined, stripStyle, timelineStyle, mapStyle, style];

  declare store: string | undefined;
  declare folded: ReadonlySet<Section>;
  declare whole: ReadonlySet<string>;
  declare inner: number;
  declare dating: boolean;
  declare taking: boolean;
  #width?: Width;
  /** What is shown, or is about to be. */
  #shown: Reading | undefined;
  /** The section whose turn it is to be drawn; behind the last, all are. */
  #turn = 0;

  constructor() {
    super();
    this.folded = new Set();
    this.whole = new Set();
    this.inner = 0;
    this.dating = this.taking = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.store === "local") this.folded = loadFolds();
    this.#width = new Width(this.renderRoot, (inner) => {
      // On paper the drawings keep the size they have on the screen, and scale as a whole.
      if (!this.inner || !matchMedia("print").matches) this.inner = inner;
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#width?.disconnect();
  }

  /** Unfolds a section and brings it into view. */
  async reveal(section: Section): Promise<void> {
    this.#fold(section, false);
    await this.updateComplete;
    this.renderRoot.querySelector(`#${section}`)?.scrollIntoView({ block: "start" });
  }

  /** Opens the field for the publication date. */
  async askDate(): Promise<void> {
    await this.reveal("when");
    await askDate(this);
  }

  protected override bound(reader: GlosserReader, on: boolean): void {
    if (on) reader.addEventListener("glosser-sentence-activate", this.#back);
    else reader.removeEventListener("glosser-sentence-activate", this.#back);
  }

  /** From the text back to the line of a key sentence. */
  #back = async (event: Event): Promise<void> => {
    const { rank } = (event as CustomEvent<{ rank: number }>).detail;
    await this.reveal("short");
    this.renderRoot.querySelector<HTMLElement>(`.short [data-rank="${rank}"]`)?.focus();
  };

  /** A turn of its own, for each section of another article too: it is much to draw, and nobody waits for it; where it cannot be seen, whenever nothing else is to be done. */
  protected override async scheduleUpdate(): Promise<void> {
    await (this.checkVisibility?.() === false ? idle() : rest());
    super.scheduleUpdate();
  }

  protected override updated(): void {
    if (this.#shown && this.#turn++ < SECTIONS.length) this.requestUpdate();
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    while (!(await super.getUpdateComplete()));
    return true;
  }

  protected override render() {
    const reading = this.reader?.reading;
    if (reading !== this.#shown) this.#turn = 0;
    this.#shown = reading;
    if (!reading) return html`<slot name="empty"></slot>`;
    const count = (...kinds: Parameters<typeof named>[1][]) => kinds.flatMap((kind) => named(reading, kind)).length;
    return html`
      ${this.#section("short", 0, () => short(this, reading), length(this, reading))}
      ${this.#section("who", count("person", "organization"), () => who(this, reading))}
      ${this.#section("where", count("place"), () => where(this, reading))}
      ${this.#section("when", 0, () => when(this, reading))}
      ${this.#section("said", quotesIn(reading).length, () => said(this, reading))}
      <details class="out" @toggle=${(e: Event) => {
        this.taking = (e.target as HTMLDetailsElement).open;
      }}><summary>${words.out.title}</summary>${this.taking ? this.#out() : nothing}</details>
      <slot name="footer"></slot>
    `;
  }

  #out() {
    void import("./out");
    return html`<glosser-out .reader=${this.reader}></glosser-out>`;
  }

  /** What has fields comes where it is seen: a browser that offers to fill fields in lays out all that is around them, seen or not. */
  #section(id: Section, tally: number, body: () => unknown, tool: unknown = nothing) {
    const turn = this.#turn >= SECTIONS.length || SECTIONS[this.#turn] === id;
    const open = !this.folded.has(id);
    return html`<section id=${id} part="section" aria-labelledby="${id}-title">
      <header>
        <h2 id="${id}-title"><button type="button" aria-expanded=${open ? "true" : "false"} aria-controls="${id}-body" @click=${() => this.#fold(id, open)}>
          <svg class="way" viewBox="0 0 16 16" width="10" height="10" aria-hidden="true"><path d="M5 2l7 6-7 6" fill="none" stroke="currentColor" stroke-width="2"></path></svg>
          ${words.panel[id]}${tally ? html` <span class="tally">${tally}</span>` : nothing}
        </button></h2>
        ${open && this.inner ? tool : nothing}
      </header>
      <div class="body ${id}" id="${id}-body" ?hidden=${!open}>${turn ? body() : noChange}</div>
    </section>`;
  }

  #fold(id: Section, fold: boolean): void {
    const folded = new Set(this.folded);
    if (fold) folded.add(id);
    else folded.delete(id);
    this.folded = folded;
    if (this.store === "local") saveFolds(folded);
  }
}
