/**
 * `<glosser-legend for="reader">` names the marks and switches them: a kind at a time, or how many at once.
 *
 * @attr {string} for       Id of the `<glosser-reader>` it belongs to; a property `reader` takes the element itself.
 * @csspart legend-item     The switch of a kind.
 */
import { css, html, nothing } from "lit";
import { words } from "../locales/index";
import type { Choices } from "./choices";
import { download } from "./download";
import { ReaderPart } from "./part";
import type { GlosserReader } from "./reader";
import { KINDS, type Kind } from "./reading";
import { lined, tokens } from "./theme";

const DENSITIES = ["all", "repeated", "chosen"] as const;

export class GlosserLegend extends ReaderPart {
  static override properties = { ...ReaderPart.properties, said: { state: true }, open: { state: true } };

  static override styles = [
    tokens,
    lined,
    css`
      :host { display: block; font-size: 0.8125rem; }
      .row { display: flex; flex-wrap: wrap; align-items: center; gap: 0 0.25rem; margin-inline: -0.5rem; }
      .kind { min-block-size: 2rem; padding: 0 0.5rem; color: var(--g-ink); }
      .kind span { text-underline-offset: 0.3em; }
      .kind:hover, summary:hover { background: color-mix(in srgb, var(--g-ink) 6%, transparent); }
      .kind[aria-pressed="false"] { color: var(--g-quiet); }
      .kind[aria-pressed="false"] span { text-decoration-line: none; }
      .kind[aria-pressed="false"]::before { content: ""; display: inline-block; inline-size: 0.5rem; block-size: 1px; background: currentColor; margin-inline-end: 0.25rem; vertical-align: middle; }
      .history { margin-inline-start: auto; display: flex; flex-wrap: wrap; align-items: center; gap: 0 0.25rem; }
      .history button { min-block-size: 2rem; padding-inline: 0.375rem; color: var(--g-ink); }
      .history button:hover:not(:disabled) { background: color-mix(in srgb, var(--g-ink) 6%, transparent); }
      .history button:disabled { color: var(--g-quiet); opacity: 0.6; }
      .history + details { margin-inline-start: 0; }
      details { position: relative; margin-inline-start: auto; }
      summary { list-style: none; cursor: pointer; display: grid; place-content: center; inline-size: 2rem; block-size: 2rem; border-radius: 3px; color: var(--g-quiet); }
      summary::-webkit-details-marker { display: none; }
      .more {
        position: absolute; inset-inline-end: 0; inset-block-start: calc(100% + 0.25rem); z-index: 30; inline-size: max-content; max-inline-size: min(20rem, 90vw);
        background: var(--g-raised); border: 1px solid var(--g-rule); border-radius: 6px; padding: 0.625rem 0.875rem; box-shadow: 0 8px 24px rgb(0 0 0 / 12%);
      }
      fieldset { border: 0; padding: 0; margin: 0 0 0.5rem; }
      legend { padding: 0; color: var(--g-quiet); margin-block-end: 0.125rem; }
      label { display: flex; gap: 0.5rem; align-items: center; min-block-size: 1.75rem; }
      input { accent-color: var(--g-ink); margin: 0; inline-size: 1rem; block-size: 1rem; flex: none; }
      .files { display: flex; flex-wrap: wrap; gap: 0 0.75rem; align-items: center; border-block-start: 1px solid var(--g-rule); margin-block-start: 0.375rem; padding-block-start: 0.375rem; color: var(--g-quiet); }
      .files button, .files label { min-block-size: 1.75rem; color: var(--g-ink); text-decoration: underline; text-decoration-color: var(--g-rule); text-underline-offset: 0.25em; cursor: pointer; }
      .files button:disabled { color: var(--g-quiet); text-decoration: none; }
      .file { position: relative; }
      .file:focus-within { outline: 2px solid var(--g-focus); outline-offset: 2px; }
      .file input { position: absolute; inset: 0; inline-size: 100%; block-size: 100%; opacity: 0; font-size: 0; cursor: pointer; }
      @media (pointer: coarse) { .files button, .files label { min-block-size: 2.75rem; } .kind, .history button, summary { min-block-size: 2.75rem; } summary { inline-size: 2.75rem; } label { min-block-size: 2.75rem; } }
      @media (forced-colors: active) { .kind[aria-pressed="false"] { color: GrayText; } }
      @media print { details { display: none; } .kind[aria-pressed="false"] { display: none; } }
    `,
  ];

  declare said: string | undefined;
  // Whether the settings are unfolded; before, they are not drawn.
  declare open: boolean;

  constructor() {
    super();
    this.open = false;
  }

  protected override render() {
    const { reader } = this;
    if (!reader) return nothing;
    const { choices, history } = reader;
    const counts = new Map<Kind, number>(KINDS.map((k) => [k, 0]));
    for (const stop of reader.reading?.stops ?? []) counts.set(stop.kind, (counts.get(stop.kind) ?? 0) + 1);
    return html`
      <div class="row" role="group" aria-label=${words.legend.label}>
        ${KINDS.map(
          (
            kind,
          ) => html`<button type="button" class="kind" part="legend-item" data-kind=${kind} aria-pressed=${choices.kinds[kind] ? "true" : "false"}
            aria-label=${words.legend.toggle(words.kindsPlural[kind], counts.get(kind) ?? 0)}
            @click=${() => reader.choose({ kinds: { ...choices.kinds, [kind]: !choices.kinds[kind] } })}><span class=${kind}>${words.kinds[kind]}</span></button>`,
        )}
        ${
          history.canUndo || history.canRedo
            ? html`<span class="history quiet">${words.correct.made(history.acts)}
              <button type="button" ?disabled=${!history.canUndo} @click=${() => reader.undo()}>${words.correct.undo}</button>
              <button type="button" ?disabled=${!history.canRedo} @click=${() => reader.redo()}>${words.correct.redo}</button></span>`
            : nothing
        }
        <details @toggle=${(e: Event) => {
          this.open = (e.target as HTMLDetailsElement).open;
        }} @keydown=${(e: KeyboardEvent) => e.key === "Escape" && this.#fold()} @focusout=${(e: FocusEvent) => !(e.currentTarget as Element).contains(e.relatedTarget as Node) && e.relatedTarget && this.#fold()}>
          <summary aria-label=${words.legend.more}>${dial}</summary>
          ${this.open ? this.#settings(reader) : nothing}
        </details>
      </div>
    `;
  }

  #settings(reader: GlosserReader) {
    const { choices, history } = reader;
    const more = (change: Partial<Choices>) => reader.choose(change);
    return html`<div class="more">
        <fieldset>
          <legend>${words.legend.density}</legend>
          ${DENSITIES.map(
            (d) =>
              html`<label><input type="radio" name="density" .checked=${choices.density === d} @change=${() => more({ density: d })} />${words.legend[d]}</label>`,
          )}
          ${choices.density === "chosen" && !reader.held ? html`<div class="quiet">${words.legend.chosenHint}</div>` : ""}
        </fieldset>
        <label><input type="checkbox" .checked=${choices.unsure} @change=${(e: Event) => more({ unsure: (e.target as HTMLInputElement).checked })} />${words.legend.unsure}</label>
        <label><input type="checkbox" .checked=${choices.vague} @change=${(e: Event) => more({ vague: (e.target as HTMLInputElement).checked })} />${words.legend.vague}</label>
        ${
          reader.readonly
            ? nothing
            : html`<div class="files">${words.correct.kept}
              <button type="button" ?disabled=${!history.steps.length} @click=${() => download("corrections.json", "application/json", reader.exportCorrections())}>${words.correct.saveAs}</button>
              <label class="file">${words.correct.open}<input type="file" accept=".json,application/json" @change=${(e: Event) => void this.#import(e)} /></label>
            </div>
            ${this.said ? html`<div role="status">${this.said}</div>` : nothing}`
        }
      </div>`;
  }

  async #import(event: Event): Promise<void> {
    const field = event.target as HTMLInputElement;
    const file = field.files?.[0];
    field.value = "";
    if (!file || !this.reader) return;
    const made = this.reader.importCorrections(await file.text());
    this.said = made === undefined ? words.correct.unknown : words.correct.imported(made);
  }

  #fold(): void {
    this.renderRoot.querySelector("details")?.removeAttribute("open");
  }
}

const dial = html`<svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="1.4"><path d="M1 5h14M1 11h14"></path><circle cx="5" cy="5" r="2" fill="var(--g-paper)"></circle><circle cx="11" cy="11" r="2" fill="var(--g-paper)"></circle></svg>`;
