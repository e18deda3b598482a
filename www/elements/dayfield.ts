/** A field for a day of publication. Whoever types a year passes the years 2, 20 and 201: those are not told. */
import { html } from "lit";
import { words } from "../locales/index";

export function dayField(value: string, told: (day: string) => void, id?: string) {
  const change = ({ target }: Event) => {
    const { value, validity } = target as HTMLInputElement;
    if (value && validity.valid) told(value);
  };
  return html`<label><span>${words.panel.setPublished}</span>
    <input type="date" id=${id ?? ""} min="1000-01-01" .value=${value} @change=${change} /></label>`;
}
