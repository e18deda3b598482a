/**
 * `<glosser-card>` tells who, where or when, in at most seven short lines, and leads to the other mentions.
 * The reader opens it beside a mention; Escape and leaving close it; it can be entered. Placed in a page by itself it shows
 * what is in hand.
 *
 * @attr {string} for       Id of the `<glosser-reader>` it belongs to, where it stands by itself.
 */
import { css, html, nothing, type PropertyValues } from "lit";
import type { EntityRecord } from "../core/index";
import { words } from "../locales/index";
import type { Correction } from "./corrections";
import { whyLabel } from "./days";
import { chevron, otherNames, whereabouts } from "./facts";
import { DOCK } from "./float";
import { map, mapStyle, spotOf } from "./mapped";
import { ReaderPart } from "./part";
import { dateLabel, type Reading, type Stop } from "./reading";
import { strip, stripStyle } from "./strip";
import { lined, tokens } from "./theme";

export class GlosserCard extends ReaderPart {
  static override properties = {
    ...ReaderPart.properties,
    reading: { attribute: false },
    stop: { attribute: false },
    correcting: { state: true },
  };

  static override styles = [
    tokens,
    lined,
    stripStyle,
    mapStyle,
    css`
      :host {
        display: none; position: fixed; inset: auto; margin: 0; padding: 0.75rem 0.875rem 0.5rem; inline-size: min(20rem, calc(100vw - 1rem));
        overflow: auto; overscroll-behavior: contain; scroll-margin-block-end: var(--glosser-dock, 0px); z-index: var(--glosser-z, 40);
        background: var(--g-raised); color: var(--g-ink); border: 1px solid var(--g-rule); border-radius: 6px;
        box-shadow: 0 1px 2px rgb(0 0 0 / 8%), 0 8px 24px rgb(0 0 0 / 12%);
        font-family: var(--g-sans); text-align: start; hyphens: none;
      }
      :host([for]) { display: block; position: static; inline-size: auto; box-shadow: none; }
      :host([shown]) { display: block; animation: rise 120ms ease-out; }
      :host([docked]) {
        inset: auto 0 var(--glosser-dock, 0) 0; inline-size: auto; max-block-size: 45dvh; border-width: 1px 0 0; border-radius: 10px 10px 0 0;
        padding: 1rem 1rem max(0.75rem, env(safe-area-inset-bottom)); box-shadow: 0 -8px 24px rgb(0 0 0 / 14%);
      }
      @keyframes rise { from { opacity: 0; } }
      @media (prefers-reduced-motion: reduce) { :host([shown]) { animation: none; } }
      @media print { :host { display: none !important; } }
      h2 { margin: 0; font: 600 1.0625rem/1.3 var(--g-serif); text-wrap: balance; }
      h2:focus { outline: none; }
      p { margin: 0.125rem 0 0; }
      .kind { display: inline; }
      .fact { margin-block-start: 0.375rem; }
      details { margin-block-start: 0.375rem; }
      summary { cursor: pointer; inline-size: fit-content; min-block-size: 1.5rem; }
      ul { list-style: none; margin: 0.125rem 0 0; padding: 0 0 0 1rem; font-family: var(--g-serif); }
      li { padding-block: 0.125rem; }
      li a { color: inherit; text-decoration-color: var(--g-rule); text-underline-offset: 0.2em; }
      .nav { display: flex; align-items: center; gap: 0.25rem; margin: 0.5rem -0.375rem 0; }
      .nav button { min-block-size: 2rem; min-inline-size: 2rem; padding-inline: 0.5rem; text-align: center; }
      @media (hover: hover) { .nav button:hover:not(:disabled) { background: color-mix(in srgb, var(--g-ink) 7%, transparent); } }
      .nav button:disabled { opacity: 0.35; }
      .nav .count { font-variant-numeric: tabular-nums; padding-inline: 0.125rem; white-space: nowrap; }
      .nav .gap { flex: 1; }
      .nav .quiet { color: var(--g-quiet); }
      .nav .quiet:hover { color: var(--g-ink); }
      .nav .only { color: var(--g-quiet); }
      .nav .only:hover { color: var(--g-ink); }
      .told { display: inline; padding-block: 2px; margin-block: -2px; text-align: start; text-decoration: underline; text-decoration-color: var(--g-rule); text-underline-offset: 0.2em; }
      .told:hover { color: var(--g-ink); text-decoration-color: currentColor; }
      .close { display: none; }
      :host([docked]) .nav button { min-block-size: 2.75rem; min-inline-size: 2.75rem; }
      :host([docked]) .close { display: grid; place-content: center; position: absolute; inset-block-start: 0.375rem; inset-inline-end: 0.375rem; inline-size: 2.75rem; block-size: 2.75rem; }
      :host([docked]) h2 { padding-inline-end: 2.5rem; }
      .person { --tick: var(--g-person); } .place { --tick: var(--g-place); } .date { --tick: var(--g-date); } .organization { --tick: var(--g-organization); }
      .where { margin-block-start: 0.5rem; text-decoration: none; }
      .thumb { margin-block-start: 0.5rem; aspect-ratio: 3 / 1; border-radius: 4px; overflow: hidden; background: color-mix(in srgb, var(--g-ink) 3%, transparent); }
    `,
  ];

  declare reading: Reading | undefined;
  declare stop: Stop | undefined;
  declare correcting: boolean;

  constructor() {
    super();
    this.correcting = false;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has("stop")) this.correcting = false;
  }

  show(): void {
    if (this.hasAttribute("shown")) return;
    this.toggleAttribute("docked", matchMedia(DOCK).matches);
    this.setAttribute("shown", "");
    this.setAttribute("role", "dialog");
    // The top layer, where there is one: a card must not be cut off by the page around the article.
    try {
      this.showPopover?.();
    } catch {
      // Not connected, or no popovers: `position: fixed` carries it.
    }
  }

  hide(): void {
    if (!this.hasAttribute("shown")) return;
    this.removeAttribute("shown");
    try {
      this.hidePopover?.();
    } catch {
      // As above.
    }
  }

  /** Moves the focus into the card. */
  enter(): void {
    (
      this.renderRoot.querySelector<HTMLElement>(".nav button:not(:disabled)") ??
      this.renderRoot.querySelector<HTMLElement>("h2")
    )?.focus();
  }

  /** What the reader has opened; standing by itself, what is in hand. */
  #shown(): { reading: Reading | undefined; stop: Stop | undefined } {
    if (!this.for) return this;
    const { reader } = this;
    return { reading: reader?.reading, stop: reader?.open ?? (reader?.held ? reader.current : undefined) };
  }

  protected override render() {
    const { reading, stop } = this.#shown();
    if (!reading || !stop) return nothing;
    this.setAttribute("role", this.for ? "region" : "dialog");
    const name = reading.name(stop);
    this.setAttribute("aria-label", words.card.label(name));
    const entity = reading.entity(stop.key);
    const beside = entity && entity.kind !== "place" ? reading.beside(entity.id).slice(0, 3) : [];
    const all = reading.mentionsOf(stop.key);
    const [nth] = reading.place(stop);
    const elsewhere = (entity && this.reader?.elsewhere?.(entity.id)) ?? [];
    const to = (by: number) => {
      const next = all[nth - 1 + by];
      if (next) this.reader?.goTo(next, { card: true });
    };
    const only = this.reader?.choices.density === "chosen" && this.reader.held === stop.key;
    if (this.correcting || stop.list === "selection") return this.#form(reading, stop);
    return html`
      <h2 tabindex="-1"><bdi>${stop.kind === "date" ? (dateOf(reading, stop) ?? name) : name}</bdi></h2>
      <p class="quiet"><span class=${stop.kind}>${kindOf(reading, stop)}</span>${entity ? this.#aside(reading, entity) : nothing}</p>
      ${entity?.place ? this.#thumbnail(entity) : nothing}
      ${lines(reading, stop).map((line) => html`<p class="fact">${line}</p>`)}
      ${beside.length ? this.#beside(reading, beside) : nothing}
      ${
        elsewhere.length
          ? html`<details><summary>${words.card.elsewhere(elsewhere.length)}</summary><ul>${elsewhere.map((a) => html`<li><a href=${a.href}>${a.title}</a></li>`)}</ul></details>`
          : nothing
      }
      ${all.length > 1 ? html`<div class="where ${stop.kind}">${strip(reading, stop.key, stop)}</div>` : nothing}
      <div class="nav">
        ${
          all.length > 1
            ? html`<button type="button" aria-label=${words.card.previous} ?disabled=${nth <= 1} @click=${() => to(-1)}>${chevron(true)}</button>
              <span class="count quiet">${words.card.position(nth, all.length)}</span>
              <button type="button" aria-label=${words.card.next} ?disabled=${nth >= all.length} @click=${() => to(1)}>${chevron(false)}</button>`
            : nothing
        }
        <span class="gap"></span>
        ${
          this.reader?.readonly
            ? nothing
            : html`<button type="button" class="quiet pencil" aria-label=${words.correct.title(name)} title=${words.card.correct} @click=${() => {
                this.correcting = true;
              }}>${pencil}</button>`
        }
        <button type="button" class="only" aria-pressed=${only ? "true" : "false"} @click=${() => this.#only(stop, !only)}>${only ? words.card.everything : words.card.onlyThis}</button>
      </div>
      <button type="button" class="close" aria-label=${words.card.close} @click=${() => this.reader?.close()}>${cross}</button>
    `;
  }

  /** What the article says somebody is, on the way to where it says so; where a place is. */
  #aside(reading: Reading, entity: EntityRecord) {
    const aside = entity.kind === "place" ? whereabouts(entity) : entity.role;
    if (!aside) return nothing;
    const told = entity.roleSentence === undefined ? undefined : reading.record.sentences[entity.roleSentence];
    if (!told) return html` · <bdi>${aside}</bdi>`;
    return html` · <button type="button" class="told" title=${words.card.told} @click=${() => this.reader?.goToSpan(told)}><bdi>${aside}</bdi></button>`;
  }

  /** Who is named with somebody; each leads to where that is. */
  #beside(reading: Reading, others: readonly EntityRecord[]) {
    const go = (id: string) => {
      const first = reading.mentionsOf(id)[0];
      if (first) this.reader?.goTo(first, { card: true });
    };
    return html`<p class="fact">${words.card.beside} ${others.map(
      ({ id, name }, i) =>
        html`${i ? ", " : nothing}<button type="button" class="told" @click=${() => go(id)}><bdi>${name}</bdi></button>`,
    )}</p>`;
  }

  /** Where the place lies; the space is kept while the map comes. */
  #thumbnail(entity: EntityRecord) {
    const spot = spotOf(entity);
    if (!spot) return nothing;
    return html`<div class="thumb" aria-hidden="true">${map([{ ...spot, mentions: 1 }], 288, 96, "", undefined)}</div>`;
  }

  /** The form for a correction comes when it is first wanted. */
  #form(reading: Reading, stop: Stop) {
    void import("./edit");
    return html`<glosser-edit .reading=${reading} .stop=${stop} ?roomy=${this.hasAttribute("docked")}
      .make=${(steps: Correction[]) => this.reader?.correct(...steps)}
      .leave=${() => this.#leave(stop)}></glosser-edit>`;
  }

  #leave(stop: Stop): void {
    this.correcting = false;
    if (stop.list === "selection") this.reader?.close();
    else void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(".pencil")?.focus());
  }

  #only(stop: Stop, on: boolean): void {
    this.reader?.hold(stop.key);
    this.reader?.choose({ density: on ? "chosen" : "all" });
    this.requestUpdate();
  }
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** What a stop is: a person, a place; a date, or how long, how often. */
function kindOf(reading: Reading, stop: Stop): string {
  const type = stop.kind === "date" ? reading.record.dates[stop.index]?.type : undefined;
  if (type) return words.card.types[type];
  const place = reading.entity(stop.key)?.place;
  return capital((place && words.places[place.class]) ?? words.kinds[stop.kind]);
}

function dateOf(reading: Reading, stop: Stop): string | undefined {
  const date = reading.record.dates[stop.index];
  return date && dateLabel(date, "full");
}

/** The lines of fact under the name. */
function lines(reading: Reading, stop: Stop): string[] {
  if (stop.kind === "date") {
    const date = reading.record.dates[stop.index];
    if (!date) return [];
    const resolved = dateLabel(date, "full");
    const open = resolved || date.type !== "DATE" ? "" : words.card.unresolved;
    const why = whyLabel(date, reading.record.published) || (date.vague ? words.card.vague : open);
    return [[resolved ? `“${reading.slice(stop)}”` : "", why].filter(Boolean).join(" – ")].filter(Boolean);
  }
  const entity = reading.entity(stop.key);
  if (!entity) return [];
  const out: string[] = [];
  if (stop.list === "references") {
    const form = reading.record.references[stop.index]?.form;
    out.push((form === "demonym" ? words.card.belongs : words.card.stands)(entity.name));
  }
  const acts = stop.list === "mentions" ? reading.record.mentions[stop.index]?.for : undefined;
  if (acts) out.push(words.card.here(acts));
  if (entity.place?.approximate) out.push(words.card.approximate);
  const all = reading.mentionsOf(stop.key);
  const first = all[0];
  const quoted = reading.quotesBy(stop.key);
  if (first)
    out.push(
      [
        words.card.named(all.length) +
          (all.length > 1
            ? `, ${words.card.first(reading.whereabouts(first.start))}`
            : ` ${words.card.only(reading.whereabouts(first.start))}`),
        quoted ? words.card.quoted(quoted) : "",
      ]
        .filter(Boolean)
        .join("; "),
    );
  const also = otherNames(entity).slice(0, 3);
  if (also.length) out.push(words.card.also(also.join(", ")));
  if (stop.list === "mentions" && stop.confidence < 0.5) out.push(words.card.unsure);
  return out;
}

const pencil = html`<svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true"><path d="M3 13l.7-3L11 2.7l2.3 2.3L6 12.3z" fill="none" stroke="currentColor" stroke-width="1.3" stroke-linejoin="round"></path></svg>`;

const cross = html`<svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><path d="M3 3l10 10M13 3L3 13" fill="none" stroke="currentColor" stroke-width="1.5"></path></svg>`;
