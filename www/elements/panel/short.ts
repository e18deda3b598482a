/** In short: who, where, when; the key sentences, as many as one wants; key phrases. */
import { html, nothing } from "lit";
import { words } from "../../locales/index";
import type { GlosserPanel } from "../panel";
import { dateLabel, type KeySentence, type Kind, type Reading, secondsOf } from "../reading";
import { none } from "./rows";
import { jump } from "./ways";

/** Seconds by which reading time goes up and down. */
const STEP = 15;

/** How long the summary is to be, in sentences or in time. */
export function length({ reader }: GlosserPanel, reading: Reading) {
  const most = Math.min(10, reading.record.summary.sentences.length);
  if (!reader || most < 2) return nothing;
  const timed = Boolean(reader.summaryTime);
  const lasting = (sentences: readonly KeySentence[]) =>
    Math.ceil(sentences.reduce((sum, sentence) => sum + secondsOf(reading.slice(sentence)), 0) / STEP) * STEP;
  const [unit, max, now] = timed
    ? [STEP, lasting(reading.keySentences(most)), reader.summaryTime ?? STEP]
    : [1, most, Math.min(reader.summaryLength, most)];
  const set = (e: Event) => {
    const value = Number((e.target as HTMLInputElement).value);
    if (timed) reader.summaryTime = value;
    else reader.summaryLength = value;
  };
  /** As long as it is, in the other measure. */
  const measure = (e: Event) => {
    const { keySentences } = reader;
    const inTime = (e.target as HTMLSelectElement).value === "time";
    if (!inTime) reader.summaryLength = keySentences.length;
    reader.summaryTime = inTime ? lasting(keySentences) : undefined;
  };
  const said = timed ? duration(now) : String(now);
  return html`<div class="length">
    <input type="range" min=${unit} max=${max} step=${unit} .value=${String(now)} aria-label=${timed ? words.panel.time : words.panel.length}
      aria-valuetext=${said} @input=${set} />
    <output aria-hidden="true">${said}</output>
    <select aria-label=${words.panel.short} @change=${measure}>
      <option value="sentences" ?selected=${!timed}>${words.panel.sentences}</option>
      <option value="time" ?selected=${timed}>${words.panel.time}</option>
    </select>
  </div>`;
}

/** "45s", "1m", "1m 30s", in the words of the interface's language. */
function duration(seconds: number): string {
  const said = (value: number, unit: string) =>
    value ? new Intl.NumberFormat(words.locale, { style: "unit", unit, unitDisplay: "narrow" }).format(value) : "";
  return [said(Math.floor(seconds / 60), "minute"), said(seconds % 60, "second")].filter(Boolean).join(" ");
}

export function short(panel: GlosserPanel, reading: Reading) {
  const { reader } = panel;
  const sentences = reader?.keySentences ?? [];
  return html`${facts(panel, reading)}
    ${
      sentences.length
        ? html`<ol class="short">${sentences.map(
            (s) => html`<li><span aria-hidden="true">${s.rank}</span>
          <button type="button" part="sentence" data-rank=${s.rank} dir="auto" @click=${() => reader?.goToSentence(s)}>${reading.slice(s)}</button></li>`,
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
  return html`<p class="facts quiet">${groups.map((group) => html`<span>${group.map((f, j) => html`${j ? " · " : nothing}${f}`)}</span>`)}</p>`;
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
