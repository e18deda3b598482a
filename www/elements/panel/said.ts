/** Said: quotations with their speakers, each leading to its place. */
import { html } from "lit";
import { words } from "../../locales/index";
import type { GlosserPanel } from "../panel";
import type { Reading } from "../reading";
import { FIRST, more, none } from "./rows";

/** What is quoted word for word. */
export const quotesIn = (reading: Reading) => reading.record.quotes.filter((q) => q.kind !== "indirect");

export function said(panel: GlosserPanel, reading: Reading) {
  const { reader } = panel;
  const quotes = quotesIn(reading);
  if (!quotes.length) return none("said");
  const shown = panel.whole.has("said") ? quotes : quotes.slice(0, FIRST);
  return html`<ol class="said">${shown.map((quote) => {
    const key = quote.speaker?.entity;
    const speaker = quote.speaker && ((key && reading.entity(key)?.name) ?? reading.slice(quote.speaker));
    return html`<li><button type="button" part="quote" @pointerenter=${() => key && reader?.hover(key)} @pointerleave=${() => reader?.hover(undefined)} @click=${() => reader?.goToSpan(quote)}>
      <q dir="auto">${reading.slice(quote)}</q> <span class="speaker"><bdi>${speaker ?? words.panel.unknownSpeaker}</bdi></span></button></li>`;
  })}</ol>${more(panel, "said", quotes.length - shown.length)}`;
}
