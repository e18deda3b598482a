/**
 * `<glosser-edit>`: the form in which the reader of the page corrects what was read. A part of its own, loaded when first
 * opened. It stands in the card: for a name, for a date, or for words that were selected.
 */
import { css, html, LitElement, nothing, type PropertyValues } from "lit";
import { words } from "../locales/index";
import { add, change, counts, namesake, remove, type Said } from "./acts";
import type { Correction, EntityKind } from "./corrections";
import type { Reading, Stop } from "./reading";
import { register } from "./register";
import { Spoken } from "./spoken";
import { tokens } from "./theme";

const KINDS: readonly EntityKind[] = ["person", "place", "organization"];

export class GlosserEdit extends LitElement {
  static override properties = {
    reading: { attribute: false },
    stop: { attribute: false },
    roomy: { type: Boolean, reflect: true },
    make: { attribute: false },
    leave: { attribute: false },
    which: { state: true },
    same: { state: true },
  };

  static override styles = [
    tokens,
    css`
      :host { display: block; }
      h2 { margin: 0 0 0.5rem; font: 600 1.0625rem/1.3 var(--g-serif); text-wrap: balance; overflow-wrap: anywhere; }
      form > label { display: grid; grid-template-columns: 5.25rem minmax(0, 1fr); align-items: center; margin-block-start: 0.375rem; }
      label.tick { display: flex; gap: 0.5rem; min-block-size: 2rem; }
      label span { color: var(--g-quiet); }
      input:not([type="checkbox"]), select { inline-size: 100%; min-inline-size: 0; min-block-size: 2rem; padding: 0.25rem 0.5rem; background: var(--g-paper); border: 1px solid var(--g-quiet); border-radius: 4px; }
      input[type="checkbox"] { accent-color: var(--g-ink); inline-size: 1rem; block-size: 1rem; margin: 0; flex: none; }
      :disabled { opacity: 0.6; }
      .nav { display: flex; flex-wrap: wrap; align-items: center; gap: 0.25rem; margin-block-start: 0.625rem; margin-inline-end: -0.5rem; }
      .nav button { min-block-size: 2rem; padding-inline: 0.5rem; text-align: center; }
      @media (hover: hover) { .nav button:hover { background: color-mix(in srgb, var(--g-ink) 7%, transparent); } }
      .gap { flex: 1; }
      .nav .save { background: var(--g-ink); color: var(--g-paper); }
      .nav .save:hover { background: var(--g-quiet); }
      :host([roomy]) input:not([type="checkbox"]), :host([roomy]) select, :host([roomy]) button, :host([roomy]) .tick { min-block-size: 2.75rem; }
      :host([roomy]) input, :host([roomy]) select { font-size: 1rem; }
      @media (forced-colors: active) { .nav .save { forced-color-adjust: none; background: ButtonText; color: ButtonFace; } }
    `,
  ];

  declare reading: Reading | undefined;
  declare stop: Stop | undefined;
  /** Large enough for thumbs. */
  declare roomy: boolean;
  declare make: ((steps: Correction[]) => void) | undefined;
  declare leave: (() => void) | undefined;
  declare which: Said["which"];
  declare same: string;

  constructor() {
    super();
    new Spoken(this);
    this.which = "all";
    this.same = "";
    this.roomy = false;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has("stop") || !this.stop || !this.reading) return;
    // Selected words that are how someone is called are most likely one more mention.
    this.same = this.stop.list === "selection" ? (namesake(this.reading, this.reading.slice(this.stop)) ?? "") : "";
    this.which = this.stop.kind === "date" ? "this" : this.stop.list === "selection" ? "form" : "all";
  }

  protected override firstUpdated(): void {
    this.renderRoot.querySelector<HTMLElement>("#name, select, .remove")?.focus();
  }

  protected override render() {
    const { reading, stop } = this;
    if (!reading || !stop) return nothing;
    const selected = stop.list === "selection";
    const entity = reading.entity(stop.key);
    const date = stop.kind === "date";
    const form = reading.slice(stop).trim();
    const named = selected || date ? form : (entity?.name ?? form);
    const sum = counts(reading, stop);
    const choices = (
      selected ? ["form", "this"] : date ? ["this", "form"] : ["all", "form", "this"]
    ) as Said["which"][];
    // Choices that mean the same words are one.
    const open = choices.filter((c, i) => !choices.slice(0, i).some((before) => sum[before] === sum[c]));
    const others = reading.record.entities.filter((e) => e.id !== stop.key && reading.mentionsOf(e.id).length);
    const kind = entity?.kind ?? "person";
    // Whom it may be most likely first: who is of its kind.
    const kinds = [kind, ...KINDS.filter((k) => k !== kind)];
    const same = this.same ? reading.entity(this.same) : undefined;
    const known = Boolean(same);
    const say = (c: Said["which"]) =>
      c === "this"
        ? words.correct.this
        : c === "form"
          ? words.correct.written(form, sum.form)
          : words.correct.all(sum.all);
    return html`<form @submit=${(e: Event) => this.#save(e)}>
      <h2>${(selected ? words.correct.add : words.correct.title)(named)}</h2>
      ${
        date
          ? nothing
          : html`<label><span>${words.correct.name}</span><input id="name" name="name" autocomplete="off" spellcheck="false" dir="auto" .value=${same?.name ?? named} ?disabled=${known} /></label>
            <label><span>${words.correct.kind}</span><select name="kind" ?disabled=${known}>
              ${KINDS.map((k) => html`<option value=${k} ?selected=${k === (same?.kind ?? kind)}>${words.kinds[k]}</option>`)}
            </select></label>
            <label><span>${words.correct.same}</span><select name="same" @change=${(e: Event) => {
              this.same = (e.target as HTMLSelectElement).value;
            }}>
              <option value="">${words.correct.nobody}</option>
              ${kinds.map((k) => {
                const alike = others.filter((e) => e.kind === k);
                return alike.length
                  ? html`<optgroup label=${words.kindsPlural[k]}>
                      ${alike.map((e) => html`<option value=${e.id} ?selected=${e.id === this.same}>${e.name}</option>`)}
                    </optgroup>`
                  : nothing;
              })}
            </select></label>`
      }
      ${
        open.length > 1
          ? html`<label><span>${words.correct.which}</span><select name="which" @change=${(e: Event) => {
              this.which = (e.target as HTMLSelectElement).value as Said["which"];
            }}>
            ${open.map((c) => html`<option value=${c} ?selected=${c === this.which}>${say(c)}</option>`)}
          </select></label>`
          : nothing
      }
      <label class="tick"><input type="checkbox" name="everywhere" ?disabled=${this.which === "this" && open.length > 1} />${words.correct.everywhere}</label>
      <div class="nav">
        ${date ? nothing : html`<button type="submit" class="save">${words.correct.save}</button>`}
        ${selected ? nothing : html`<button type="button" class="remove ${date ? "save" : "quiet"}" @click=${() => this.#remove()}>${date ? words.correct.undate : words.correct.ignore}</button>`}
        <span class="gap"></span>
        <button type="button" @click=${() => this.leave?.()}>${words.correct.cancel}</button>
      </div>
    </form>`;
  }

  /** What the form says now. */
  #said(): Said {
    const form = new FormData(this.renderRoot.querySelector("form") as HTMLFormElement);
    const { stop, reading } = this;
    const entity = stop && reading?.entity(stop.key);
    return {
      name: String(form.get("name") ?? entity?.name ?? ""),
      kind: String(form.get("kind") ?? entity?.kind ?? "person") as EntityKind,
      same: String(form.get("same") ?? ""),
      which: this.which,
      everywhere: form.has("everywhere"),
    };
  }

  #save(event: Event): void {
    event.preventDefault();
    const { stop, reading } = this;
    if (!stop || !reading || stop.kind === "date") return;
    const steps = (stop.list === "selection" ? add : change)(reading, stop, this.#said());
    if (steps.length) this.make?.(steps);
    else this.leave?.();
  }

  #remove(): void {
    if (this.stop && this.reading) this.make?.(remove(this.reading, this.stop, this.#said()));
  }
}

register("glosser-edit", GlosserEdit);
