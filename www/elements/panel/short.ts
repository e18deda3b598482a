/** In short: who, where, when; the key sentences, as many as one wants; key phrases. */
import { html, nothing } from "lit";
import { words } from "../../locales/index";
import type { GlosserPanel } from "../panel";
import { dateLabel, type Kind, type Reading } from "../reading";
import { none } from "./rows";
import { jump } from "./ways";

/** How many key sentences there are to be. */
export function length({ reader }: GlosserPanel, reading: Reading) {
  const most = Math.min(10, reading.record.summary.sentences.length);
  if (!reader || most < 2) return nothing;
  const now = Math.min(reader.summaryLength, most);
  return html`<div class="length">
    <input type="range" min="1" max=${most} .value=${String(now)} aria-label=${words.panel.length}
      @input=${(e: Event) => {
        reader.summaryLength = Number((e.target as HTMLInputElement).value);
      }} />
    <output>${now}</output>
  </div>`;
}

export function short(panel: GlosserPanel, reading: Reading) {
  const { reader } = panel;
  const sentences = reading.keySentences(reader?.summaryLength ?? 3);
  return html`${facts(panel, reading)}
    ${
      sentences.length
        ? html`<ol class="short">${sentences.map(
            (s) => html`<li><span aria-hidden="true">${s.rank}</span>
          <button type="button" part="sentence" @click=${() => reader?.goToSpan(s)}><bdi>${reading.slice(s)}</bdi></button></li>`,
          )}</ol>`
        : none("short")
    }
    ${phrases(panel, reading)}`;
}

function facts(panel: GlosserPanel, reading: Reading) {
  const { reader } = panel;
  const { who, where, when } = reading.record.summary;
  const fact = (key: string, label: string, kind: Kind) => html`<button type="button" class=${kind}
    @pointerenter=${() => reader?.hover(key)} @pointerleave=${() => reader?.hover(undefined)} @click=${() => jump(panel, key)}>${label}</button>`;
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
  if (!groups.length) return nothing;
  return html`<p class="facts quiet">${groups.map((group, i) => html`${i ? " · " : nothing}${group.map((f, j) => html`${j ? ", " : nothing}${f}`)}`)}</p>`;
}

/** What the article is about, besides names: each leads to where it first stands. */
function phrases({ reader }: GlosserPanel, reading: Reading) {
  // One word alone ("zone") says little; two say what it is about.
  const found = (reading.record.summary.phrases ?? []).filter((p) => reading.slice(p).includes(" ")).slice(0, 5);
  if (found.length < 2) return nothing;
  return html`<p class="phrases quiet" role="group" aria-label=${words.panel.phrases}>${found.map(
    (p, i) =>
      html`${i ? " · " : nothing}<button type="button" @click=${() => reader?.goToSpan(p)}><bdi>${reading.slice(p)}</bdi></button>`,
  )}</p>`;
}
