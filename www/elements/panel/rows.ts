/** Rows of the panel: a name or a day, pressed it leads into the text; what is in hand goes on to the other mentions. */
import { html, nothing, type TemplateResult } from "lit";
import { words } from "../../locales/index";
import { chevron } from "../facts";
import type { GlosserPanel } from "../panel";
import type { Reading } from "../reading";
import type { Section } from "./folds";
import { go, jump } from "./ways";

/** How many rows a list shows before it asks. */
export const FIRST = 7;

/** A press leads to the mentions of `key`; the pointer lights them. */
export function row(panel: GlosserPanel, key: string, body: TemplateResult, extra: string, label: string) {
  const { reader } = panel;
  return html`<button type="button" class="row ${extra}" part="entity" aria-label=${label} aria-expanded=${reader?.held === key ? "true" : "false"}
    @pointerenter=${() => reader?.hover(key)} @pointerleave=${() => reader?.hover(undefined)}
    @focus=${(e: Event) => (e.target as Element).matches(":focus-visible") && reader?.hover(key)} @blur=${() => reader?.hover(undefined)}
    @click=${() => jump(panel, key)}>${body}</button>`;
}

/** The row of what is in hand goes on: where we are, on, back, other names. */
export function hand(panel: GlosserPanel, reading: Reading, key: string, aliases: readonly string[]) {
  const { reader } = panel;
  if (!reader || reader.held !== key) return nothing;
  const all = reading.mentionsOf(key);
  const [nth] = reader.current?.key === key ? reading.place(reader.current) : [1];
  if (all.length < 2 && !aliases.length) return nothing;
  return html`<div class="hand">
    ${
      all.length > 1
        ? html`<button type="button" aria-label=${words.card.previous} @click=${() => go(panel, all[(nth - 2 + all.length) % all.length])}>${chevron(true)}</button>
          <span class="count">${words.card.position(nth, all.length)}</span>
          <button type="button" aria-label=${words.card.next} @click=${() => go(panel, all[nth % all.length])}>${chevron(false)}</button>`
        : nothing
    }
    ${aliases.length ? html`<span class="also">${words.card.also(aliases.slice(0, 4).join(", "))}</span>` : nothing}
  </div>`;
}

/** Unfolds a list that is longer than it shows, and folds it again. */
export function more(panel: GlosserPanel, list: string, hidden: number) {
  const whole = panel.whole.has(list);
  if (!whole && hidden <= 0) return nothing;
  return html`<button type="button" class="more" @click=${() => {
    const next = new Set(panel.whole);
    if (whole) next.delete(list);
    else next.add(list);
    panel.whole = next;
  }}>${whole ? words.panel.fewer : words.panel.more(hidden)}</button>`;
}

/** A section with nothing in it says so. */
export const none = (section: Section) => html`<p class="none">${words.panel.none[section]}</p>`;
