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
 * @fires glosser-export         `detail.format`, `detail.text`: notes are taken along; cancelled, nothing is copied or saved.
 */
import { css, html, nothing, type TemplateResult } from "lit";
import { words } from "../locales/index";
import { chevron, isCountry, otherNames, whereabouts } from "./facts";
import { type MapPlace, map, mapStyle } from "./mapped";
import { ReaderPart } from "./part";
import { type DateGroup, dateLabel, day, type Kind, type Reading, type Stop } from "./reading";
import { strip, stripStyle } from "./strip";
import { lined, tokens } from "./theme";
import { timeline, timelineStyle } from "./timeline";
import { Width } from "./width";

export const SECTIONS = ["short", "who", "where", "when", "said"] as const;
export type Section = (typeof SECTIONS)[number];

/** How many rows a list shows before it asks. */
const FIRST = 7;
/** How many of the words for one day are looked at: the first say it. */
const SAMPLE = 30;
const FOLDS = "glosser:folds";

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

  static override styles = [
    tokens,
    lined,
    stripStyle,
    timelineStyle,
    mapStyle,
    css`
      :host { display: block; }
      section { border-block-start: 1px solid var(--g-rule); padding-block: 0.625rem 0.875rem; }
      section:first-of-type { border-block-start: 0; }
      header { display: flex; align-items: center; gap: 0.5rem; min-block-size: 2rem; }
      h2 { margin: 0; flex: 1; font: 600 1rem/1.3 var(--g-serif); }
      h2 button { inline-size: 100%; min-block-size: 2rem; display: flex; align-items: center; gap: 0.375rem; }
      h2 svg { color: var(--g-quiet); transition: rotate 120ms; flex: none; }
      h2 button[aria-expanded="true"] svg { rotate: 90deg; }
      :host([dir="rtl"]) h2 button[aria-expanded="true"] svg { rotate: -90deg; }
      h2 .tally { font: 0.8125rem var(--g-sans); color: var(--g-quiet); }
      h3 { margin: 0.75rem 0 0.125rem; font: 500 0.75rem/1.4 var(--g-sans); color: var(--g-quiet); }
      ol, ul { list-style: none; margin: 0; padding: 0; }
      .none { color: var(--g-quiet); margin: 0.125rem 0; }

      .length { display: flex; align-items: center; gap: 0.5rem; color: var(--g-quiet); font-variant-numeric: tabular-nums; }
      .length input { inline-size: 5.5rem; block-size: 1.5rem; accent-color: var(--g-quiet); margin: 0; }
      .length output { min-inline-size: 1.25rem; text-align: end; }
      .facts { margin: 0 0 0.5rem; line-height: 1.7; }
      .facts button, .phrases button { display: inline; min-block-size: 1.5rem; }
      .phrases { margin: 0.375rem 0 0; font-size: 0.8125rem; line-height: 1.85; }
      .phrases button:hover { color: var(--g-ink); background: color-mix(in srgb, var(--g-ink) 6%, transparent); }
      .facts button:hover { color: var(--g-ink); background: color-mix(in srgb, var(--g-ink) 6%, transparent); }
      .short li { display: grid; grid-template-columns: 1.125rem 1fr; align-items: baseline; }
      .short li > span { font-size: 0.75rem; color: var(--g-quiet); font-variant-numeric: tabular-nums; }
      .short button { padding: 0.25rem 0.375rem; margin-inline: -0.375rem; font: 0.9375rem/1.45 var(--g-serif); text-wrap: pretty; }
      .short button:hover, .said button:hover, .row:hover, li.lit > .row { background: color-mix(in srgb, var(--tick, var(--g-ink)) 8%, transparent); }

      li.person { --tick: var(--g-person); } li.place { --tick: var(--g-place); } li.date { --tick: var(--g-date); } li.organization { --tick: var(--g-organization); }
      li.person, li.place, li.date, li.organization { text-decoration: none; }
      .row {
        inline-size: calc(100% + 0.75rem); margin-inline: -0.375rem; padding: 0.25rem 0.375rem; display: grid; gap: 0 0.75rem;
        grid-template-columns: minmax(0, 1fr) 4.5rem minmax(1.75rem, max-content); align-items: center; min-block-size: 2rem;
      }
      .row .count { text-align: end; color: var(--g-quiet); font-variant-numeric: tabular-nums; }
      .row .what { min-inline-size: 0; overflow-wrap: anywhere; }
      .row .role { display: block; color: var(--g-quiet); font-size: 0.8125rem; }
      .hand { display: flex; align-items: center; flex-wrap: wrap; gap: 0 0.25rem; padding-block-end: 0.25rem; color: var(--g-quiet); font-size: 0.8125rem; }
      .hand button { min-inline-size: 2rem; min-block-size: 1.75rem; display: grid; place-content: center; }
      .hand button:hover { background: color-mix(in srgb, var(--g-ink) 7%, transparent); color: var(--g-ink); }
      .hand .count { font-variant-numeric: tabular-nums; }
      .hand .also { margin-inline-start: 0.5rem; flex: 1; min-inline-size: 8rem; }
      .more { color: var(--g-quiet); min-block-size: 2rem; text-decoration: underline; text-decoration-color: var(--g-rule); text-underline-offset: 0.25em; }
      .more:hover { color: var(--g-ink); }

      .published { display: flex; flex-wrap: wrap; gap: 0 0.5rem; align-items: center; margin: 0 0 0.5rem; min-block-size: 2rem; color: var(--g-quiet); }
      .published strong { font-weight: 500; color: var(--g-ink); }
      .published label { display: flex; flex-wrap: wrap; gap: 0.25rem 0.5rem; align-items: center; }
      .published input { border: 1px solid var(--g-quiet); border-radius: 4px; padding: 0.25rem 0.5rem; background: var(--g-raised); min-block-size: 2rem; }
      .published .more { min-block-size: 1.75rem; }
      .row.when { grid-template-columns: minmax(0, 1fr) 1.75rem; }
      figure { margin: 0.25rem 0 0.5rem; }
      figure glosser-map { aspect-ratio: 3 / 2; }
      .said li { padding-block: 0.125rem; }
      .said button { inline-size: calc(100% + 0.75rem); margin-inline: -0.375rem; padding: 0.25rem 0.375rem; }
      .said q { quotes: none; font: 0.9375rem/1.45 var(--g-serif); display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 3; overflow: hidden; }
      .said .speaker { color: var(--g-quiet); font-size: 0.8125rem; }
      .out { border-block-start: 1px solid var(--g-rule); padding-block: 0.625rem; color: var(--g-quiet); }
      .out summary { cursor: pointer; inline-size: fit-content; min-block-size: 1.5rem; }
      @media (pointer: coarse) { .out summary, .row, h2 button, .hand button, .more, .said button, .short button { min-block-size: 2.75rem; } .hand button { min-inline-size: 2.75rem; } .length input { block-size: 2.75rem; inline-size: 7rem; } .facts { line-height: 2.2; } }
      @media (prefers-reduced-motion: reduce) { h2 svg { transition: none; } }
      @media print {
        .row .count { color: inherit; }
        :host { columns: 2; column-gap: 2.5rem; }
        section { break-inside: avoid; }
        .body[hidden] { display: block !important; }
          .length, .more, .hand, .out, h2 svg { display: none !important; }
        .said q { -webkit-line-clamp: none; display: inline; }
      }
    `,
  ];

  declare store: string | undefined;
  declare folded: ReadonlySet<Section>;
  declare whole: ReadonlySet<string>;
  declare inner: number;
  declare dating: boolean;
  declare taking: boolean;
  #width?: Width;

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
      if (!matchMedia("print").matches) this.inner = inner;
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

  protected override render() {
    const { reader } = this;
    const reading = reader?.reading;
    if (!reader || !reading) return html`<slot name="empty"></slot>`;
    const { entities } = reading.record;
    const named = (kind: Kind) => entities.filter((e) => e.kind === kind && reading.mentionsOf(e.id).length);
    const [people, bodies, places] = [named("person"), named("organization"), named("place")];
    const quotes = reading.record.quotes.filter((q) => q.kind !== "indirect");
    return html`
      ${this.#section("short", undefined, this.#short(reading), this.#length(reading))}
      ${this.#section(
        "who",
        people.length + bodies.length,
        people.length + bodies.length
          ? html`${this.#entities(
              reading,
              "people",
              people.map((e) => e.id),
            )}
            ${
              bodies.length
                ? html`<h3>${words.panel.organisations}</h3>${this.#entities(
                    reading,
                    "bodies",
                    bodies.map((e) => e.id),
                  )}`
                : nothing
            }`
          : none("who"),
      )}
      ${this.#section(
        "where",
        places.length,
        places.length
          ? html`${this.#drawn()}${this.#entities(
              reading,
              "places",
              places.map((e) => e.id),
            )}`
          : none("where"),
      )}
      ${this.#section("when", undefined, this.#when(reading))}
      ${this.#section("said", quotes.length, quotes.length ? this.#said(reading, quotes) : none("said"))}
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

  #section(id: Section, tally: number | undefined, body: TemplateResult, tool: unknown = nothing) {
    const open = !this.folded.has(id);
    return html`<section id=${id} part="section" aria-labelledby="${id}-title">
      <header>
        <h2 id="${id}-title"><button type="button" aria-expanded=${open ? "true" : "false"} aria-controls="${id}-body" @click=${() => this.#fold(id, open)}>
          <svg class="way" viewBox="0 0 16 16" width="10" height="10" aria-hidden="true"><path d="M5 2l7 6-7 6" fill="none" stroke="currentColor" stroke-width="2"></path></svg>
          ${words.panel[id]}${tally ? html` <span class="tally">${tally}</span>` : nothing}
        </button></h2>
        ${open ? tool : nothing}
      </header>
      <div class="body ${id}" id="${id}-body" ?hidden=${!open}>${body}</div>
    </section>`;
  }

  #fold(id: Section, fold: boolean): void {
    const folded = new Set(this.folded);
    if (fold) folded.add(id);
    else folded.delete(id);
    this.folded = folded;
    if (this.store === "local") saveFolds(folded);
  }

  // — in short —

  #length(reading: Reading) {
    const most = Math.min(10, reading.record.summary.sentences.length);
    if (most < 2) return nothing;
    const now = Math.min(this.reader?.summaryLength ?? 3, most);
    return html`<div class="length">
      <input type="range" min="1" max=${most} .value=${String(now)} aria-label=${words.panel.length}
        @input=${(e: Event) => {
          if (this.reader) this.reader.summaryLength = Number((e.target as HTMLInputElement).value);
        }} />
      <output>${now}</output>
    </div>`;
  }

  #short(reading: Reading) {
    const { reader } = this;
    const { who, where, when } = reading.record.summary;
    const fact = (key: string, label: string, kind: Kind) => html`<button type="button" class=${kind}
      @pointerenter=${() => reader?.hover(key)} @pointerleave=${() => reader?.hover(undefined)} @click=${() => this.#jump(key)}>${label}</button>`;
    const named = (ids: readonly string[]) =>
      ids.flatMap((id) => {
        const entity = reading.entity(id);
        return entity ? [fact(id, entity.name, entity.kind as Kind)] : [];
      });
    const days = when
      .flatMap((index) => {
        const date = reading.record.dates[index];
        const label = date && dateLabel(date);
        return label ? [{ key: reading.dateKey(index), label }] : [];
      })
      .filter((d, i, all) => all.findIndex((o) => o.label === d.label) === i)
      .map((d) => fact(d.key, d.label, "date"));
    const groups = [named(who.slice(0, 3)), named(where.slice(0, 3)), days.slice(0, 2)].filter((g) => g.length);
    const sentences = reading.keySentences(reader?.summaryLength ?? 3);
    return html`
      ${groups.length ? html`<p class="facts quiet">${groups.map((group, i) => html`${i ? " · " : nothing}${group.map((f, j) => html`${j ? ", " : nothing}${f}`)}`)}</p>` : nothing}
      ${
        sentences.length
          ? html`<ol class="short">${sentences.map(
              (s) => html`<li><span aria-hidden="true">${s.rank}</span>
            <button type="button" part="sentence" @click=${() => reader?.goToSpan(s)}><bdi>${reading.slice(s)}</bdi></button></li>`,
            )}</ol>`
          : none("short")
      }
      ${this.#phrases(reading)}
    `;
  }

  /** What the article is about, besides names: each leads to where it first stands. */
  #phrases(reading: Reading) {
    // One word alone ("zone") says little; two say what it is about.
    const phrases = (reading.record.summary.phrases ?? []).filter((p) => reading.slice(p).includes(" ")).slice(0, 5);
    if (phrases.length < 2) return nothing;
    return html`<p class="phrases quiet" role="group" aria-label=${words.panel.phrases}>${phrases.map(
      (p, i) =>
        html`${i ? " · " : nothing}<button type="button" @click=${() => this.reader?.goToSpan(p)}><bdi>${reading.slice(p)}</bdi></button>`,
    )}</p>`;
  }

  // — who and where —

  #entities(reading: Reading, list: string, ids: readonly string[]) {
    const shown = this.whole.has(list) ? ids : ids.slice(0, FIRST + (ids.length === FIRST + 1 ? 1 : 0));
    return html`<ul>${shown.map((id) => this.#entity(reading, id))}</ul>${this.#more(list, ids.length - shown.length)}`;
  }

  #more(list: string, hidden: number) {
    const whole = this.whole.has(list);
    if (!whole && hidden <= 0) return nothing;
    return html`<button type="button" class="more" @click=${() => {
      const next = new Set(this.whole);
      if (whole) next.delete(list);
      else next.add(list);
      this.whole = next;
    }}>${whole ? words.panel.fewer : words.panel.more(hidden)}</button>`;
  }

  #entity(reading: Reading, id: string) {
    const entity = reading.entity(id);
    if (!entity) return nothing;
    const kind = entity.kind as Kind;
    const aside = kind === "place" ? whereabouts(entity) : entity.role;
    const all = reading.mentionsOf(id);
    return html`<li class="${kind} ${this.reader?.lit === id ? "lit" : ""}" data-key=${id}>
      ${this.#row(
        id,
        html`<span class="what"><bdi class=${kind}>${entity.name}</bdi>${aside ? html`<span class="role"><bdi>${aside}</bdi></span>` : nothing}</span>
        ${strip(reading, id, this.reader?.held === id ? this.reader?.current : undefined)}
        <span class="count" aria-hidden="true">${all.length}</span>`,
        "",
        `${entity.name}, ${words.kinds[kind]}${aside ? `, ${aside}` : ""}, ${words.panel.mentions(all.length)}`,
      )}
      ${this.#hand(reading, id, otherNames(entity))}
    </li>`;
  }

  #row(key: string, body: TemplateResult, extra: string, label: string) {
    const { reader } = this;
    return html`<button type="button" class="row ${extra}" part="entity" aria-label=${label} aria-expanded=${reader?.held === key ? "true" : "false"}
      @pointerenter=${() => reader?.hover(key)} @pointerleave=${() => reader?.hover(undefined)}
      @focus=${(e: Event) => (e.target as Element).matches(":focus-visible") && reader?.hover(key)} @blur=${() => reader?.hover(undefined)}
      @click=${() => this.#jump(key)}>${body}</button>`;
  }

  /** The row of what is in hand goes on: where we are, on, back, other names. */
  #hand(reading: Reading, key: string, aliases: readonly string[]) {
    const { reader } = this;
    if (!reader || reader.held !== key) return nothing;
    const all = reading.mentionsOf(key);
    const [nth] = reader.current?.key === key ? reading.place(reader.current) : [1];
    if (all.length < 2 && !aliases.length) return nothing;
    return html`<div class="hand">
      ${
        all.length > 1
          ? html`<button type="button" aria-label=${words.card.previous} @click=${() => this.#go(all[(nth - 2 + all.length) % all.length])}>${chevron(true)}</button>
            <span class="count">${words.card.position(nth, all.length)}</span>
            <button type="button" aria-label=${words.card.next} @click=${() => this.#go(all[nth % all.length])}>${chevron(false)}</button>`
          : nothing
      }
      ${aliases.length ? html`<span class="also">${words.card.also(aliases.slice(0, 4).join(", "))}</span>` : nothing}
    </div>`;
  }

  /** To the first mention; pressed again, to the next. */
  #jump(key: string): void {
    const { reader } = this;
    const all = reader?.reading?.mentionsOf(key);
    if (!reader || !all?.length) return;
    const again = reader.held === key && reader.current?.key === key;
    this.#go(again ? all[(reader.reading as Reading).place(reader.current as Stop)[0] % all.length] : all[0]);
  }

  #go(stop: Stop | undefined): void {
    const { reader } = this;
    if (!stop || !reader?.reading) return;
    reader.goTo(stop);
    reader.announce(words.state.jumped(reader.reading.name(stop), ...reader.reading.place(stop)));
    this.dispatchEvent(
      new CustomEvent("glosser-entity-select", { bubbles: true, composed: true, detail: { key: stop.key } }),
    );
  }

  // — where —

  #places(): MapPlace[] {
    const reading = this.reader?.reading;
    return (reading?.record.entities ?? []).flatMap((e) => {
      if (e.kind !== "place" || !e.place || !e.mentions) return [];
      return [
        {
          key: e.id,
          name: e.name,
          lat: e.place.lat,
          lon: e.place.lon,
          mentions: e.mentions,
          country: isCountry(e),
        },
      ];
    });
  }

  #drawn() {
    const places = this.#places();
    if (!places.length) return nothing;
    const { reader } = this;
    const label = words.panel.map(
      places
        .slice(0, 5)
        .map((p) => p.name)
        .join(", "),
    );
    // The map is drawn where it can be seen, and not before.
    const drawn = this.inner && !this.folded.has("where");
    return html`<figure>${
      drawn
        ? map(places, this.inner, Math.round(this.inner / 1.5), label, reader?.lit, {
            go: (key) => this.#jump(key),
            hover: (key) => reader?.hover(key),
          })
        : html`<glosser-map></glosser-map>`
    }</figure>`;
  }

  // — when —

  #when(reading: Reading) {
    const groups = reading.dateGroups.filter((g) => !g.vague);
    const dated = groups.filter((g) => g.from && g.type !== "DURATION" && g.type !== "SET");
    const open = groups.filter((g) => !g.from && g.type !== "DURATION" && g.type !== "SET");
    const spans = groups.filter((g) => g.type === "DURATION" || g.type === "SET");
    const { reader } = this;
    return html`
      ${this.#publication(reading)}
      ${
        dated.length && this.inner
          ? timeline(dated, reading.record.published ? [reading.record.published] : [], this.inner, reader?.lit, {
              go: (key) => this.#jump(key),
              hover: (key) => reader?.hover(key),
            })
          : nothing
      }
      ${dated.length ? this.#dates(reading, "dated", dated) : nothing}
      ${open.length ? html`<h3>${words.panel.openDates}</h3>${this.#dates(reading, "open", open)}` : nothing}
      ${spans.length ? html`<h3>${words.panel.durations}</h3>${this.#dates(reading, "spans", spans)}` : nothing}
      ${groups.length ? nothing : none("when")}
    `;
  }

  #dates(reading: Reading, list: string, groups: readonly DateGroup[]) {
    const shown = this.whole.has(list) ? groups : groups.slice(0, FIRST + 2);
    return html`<ol>${shown.map((group) => {
      const said = [
        ...new Set(
          group.dates
            .slice(0, SAMPLE)
            .map((i) => reading.slice(reading.record.dates[i] as { start: number; end: number })),
        ),
      ];
      const aside = said
        .filter((s) => s !== group.label)
        .slice(0, 3)
        .map((s) => `“${s}”`)
        .join(", ");
      return html`<li class="date ${this.reader?.lit === group.key ? "lit" : ""}" data-key=${group.key}>
        ${this.#row(
          group.key,
          html`<span class="what"><bdi class="date">${group.label}</bdi>${aside ? html`<span class="role"><bdi>${aside}</bdi></span>` : nothing}</span>
          <span class="count" aria-hidden="true">${group.dates.length > 1 ? group.dates.length : ""}</span>`,
          "when",
          `${group.label}${aside ? `, ${aside}` : ""}, ${words.panel.mentions(group.dates.length)}`,
        )}
        ${this.#hand(reading, group.key, [])}
      </li>`;
    })}</ol>${this.#more(list, groups.length - shown.length)}`;
  }

  #publication(reading: Reading) {
    const { published, publishedFrom } = reading.record;
    const known = published && !this.dating;
    if (known)
      return html`<p class="published"><span>${words.panel.published} <strong>${day(published)}</strong>${publishedFrom === "text" ? `, ${words.panel.publishedText}` : nothing}</span>
        <button type="button" class="more" @click=${() => this.#date()}>${words.panel.change}</button></p>`;
    return html`<div class="published">
      ${published ? nothing : html`<span>${words.panel.publishedUnknown}</span>`}
      <label><span>${words.panel.setPublished}</span>
        <input type="date" id="published" .value=${published ?? ""} @change=${(e: Event) => {
          const value = (e.target as HTMLInputElement).value;
          this.dating = false;
          if (value && value !== published)
            this.dispatchEvent(
              new CustomEvent("glosser-published", {
                bubbles: true,
                composed: true,
                cancelable: true,
                detail: { published: value },
              }),
            ) && this.reader?.setAttribute("published", value);
        }} /></label></div>`;
  }

  async #date(): Promise<void> {
    this.dating = true;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>("#published")?.focus();
  }

  /** Opens the field for the publication date. */
  async askDate(): Promise<void> {
    await this.reveal("when");
    await this.#date();
  }

  // — said —

  #said(reading: Reading, quotes: Reading["record"]["quotes"]) {
    const shown = this.whole.has("said") ? quotes : quotes.slice(0, FIRST);
    return html`<ol class="said">${shown.map((quote) => {
      const speaker =
        quote.speaker &&
        ((quote.speaker.entity && reading.entity(quote.speaker.entity)?.name) ?? reading.slice(quote.speaker));
      const key = quote.speaker?.entity;
      return html`<li><button type="button" part="quote" @pointerenter=${() => key && this.reader?.hover(key)} @pointerleave=${() => this.reader?.hover(undefined)} @click=${() => this.reader?.goToSpan(quote)}>
        <q><bdi>${reading.slice(quote)}</bdi></q> <span class="speaker"><bdi>${speaker ?? words.panel.unknownSpeaker}</bdi></span></button></li>`;
    })}</ol>${this.#more("said", quotes.length - shown.length)}`;
  }
}

const none = (section: Section) => html`<p class="none">${words.panel.none[section]}</p>`;

function loadFolds(): Set<Section> {
  try {
    const kept = JSON.parse(localStorage.getItem(FOLDS) ?? "[]") as string[];
    return new Set(SECTIONS.filter((s) => kept.includes(s)));
  } catch {
    return new Set();
  }
}

function saveFolds(folded: ReadonlySet<Section>): void {
  try {
    localStorage.setItem(FOLDS, JSON.stringify([...folded]));
  } catch {
    // Storage may be off; the folds then last as long as the page.
  }
}
