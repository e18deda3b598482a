/** What a reader of the page may take along: the article's notes in the form of another program. A part of its own. */
import { css, html, LitElement, nothing } from "lit";
import { words } from "../locales/index";
import { download } from "./download";
import { type ExportFormat, exportArticle } from "./engine";
import type { GlosserReader } from "./reader";
import { register } from "./register";
import { Spoken } from "./spoken";
import { tokens } from "./theme";

/** Ending and media type of each form. */
const FORMS: Record<ExportFormat, [string, string]> = {
  markdown: ["md", "text/markdown"],
  text: ["txt", "text/plain"],
  csv: ["csv", "text/csv"],
  geojson: ["geojson", "application/geo+json"],
  ics: ["ics", "text/calendar"],
  jsonld: ["schema.jsonld", "application/ld+json"],
  annotations: ["annotations.jsonld", "application/ld+json"],
};

/**
 * `<glosser-out>`: chooses a form, copies or saves.
 *
 * @fires glosser-export  `detail.format`, `detail.text`; cancelled, nothing is copied or saved.
 */
export class GlosserOut extends LitElement {
  static override properties = { reader: { attribute: false }, said: { state: true } };

  static override styles = [
    tokens,
    css`
      :host { display: block; padding-block: 0.25rem 0.5rem; }
      .row { display: flex; flex-wrap: wrap; gap: 0.5rem; align-items: center; }
      select { flex: 1; min-inline-size: 10rem; min-block-size: 2rem; padding: 0.25rem 0.5rem; background: var(--g-paper); border: 1px solid var(--g-quiet); border-radius: 4px; }
      button { min-block-size: 2rem; padding-inline: 0.75rem; border: 1px solid var(--g-rule); border-radius: 4px; }
      button:hover { background: color-mix(in srgb, var(--g-ink) 6%, transparent); }
      @media (pointer: coarse) { select, button { min-block-size: 2.75rem; } }
    `,
  ];

  declare reader: GlosserReader | undefined;
  declare said: string | undefined;

  constructor() {
    super();
    new Spoken(this);
  }

  protected override render() {
    if (!this.reader?.reading) return nothing;
    return html`<div class="row">
        <select aria-label=${words.out.form}>${Object.keys(FORMS).map((f) => html`<option value=${f}>${words.out.forms[f as ExportFormat]}</option>`)}</select>
        <button type="button" @click=${() => this.#take("copy")}>${words.out.copy}</button>
        <button type="button" @click=${() => this.#take("save")}>${words.out.save}</button>
      </div>
      <div class="quiet" role="status">${this.said ?? ""}</div>`;
  }

  async #take(way: "copy" | "save"): Promise<void> {
    const { reader } = this;
    const reading = reader?.reading;
    if (!reading) return;
    const format = this.renderRoot.querySelector("select")?.value as ExportFormat;
    const text = await exportArticle(reading.record, reading.text, format, {
      title: document.title,
      url: /^https?:/.test(location.href) ? location.href : undefined,
    });
    const told = new CustomEvent("glosser-export", {
      bubbles: true,
      composed: true,
      cancelable: true,
      detail: { format, text },
    });
    if (!this.dispatchEvent(told)) return;
    const [ending, type] = FORMS[format];
    try {
      if (way === "save") throw new Error("to be saved");
      await navigator.clipboard.writeText(text);
      this.said = words.out.copied;
    } catch {
      // Where nothing may be copied, it is saved.
      download(`glosser.${ending}`, type, text);
      this.said = words.out.saved;
    }
  }
}

register("glosser-out", GlosserOut);
