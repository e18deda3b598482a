/** Small facts that card and panel both tell: other names, the country, the way on. */
import { html } from "lit";
import type { EntityRecord } from "../core/index";
import { words } from "../locales/index";

const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** Other names than the name and its parts: "PKK" is one, "Merkel" says nothing new. */
export function otherNames({ name, aliases }: Pick<EntityRecord, "name" | "aliases">): string[] {
  const full = plain(name);
  return aliases.filter((alias) => !full.includes(plain(alias)));
}

/** In which division and country a place lies, as far as its name does not say so itself. */
export function whereabouts(entity: EntityRecord): string | undefined {
  const { name, place } = entity;
  if (!place) return words.card.unplaced;
  if (isCountry(entity)) return undefined;
  // "Saint Petersburg" lies in "St.-Petersburg".
  const last = plain(name)
    .split(/[\s-]+/)
    .pop() as string;
  const region = place.region && !plain(place.region).includes(last) ? place.region : undefined;
  return [region, countryName(place.country)].filter(Boolean).join(words.dates.comma) || undefined;
}

const regions = new Map<string, Intl.DisplayNames>();

/** The name of a country by its two letters. */
export function countryName(code: string, lang: string = words.lang): string | undefined {
  if (!/^[A-Z]{2}$/.test(code)) return undefined;
  // English news keeps the name that the tables of the browser have given up.
  if (lang === "en" && code === "TR") return "Turkey";
  try {
    const names = regions.get(lang) ?? new Intl.DisplayNames(lang, { type: "region" });
    regions.set(lang, names);
    return names.of(code);
  } catch {
    return code;
  }
}

/** The place is a country as a whole: it is shaded on maps, and its own name says where it is. */
export function isCountry({ name, place }: EntityRecord): boolean {
  // Names of the article are English, whatever the interface speaks.
  const country = place && countryName(place.country, "en");
  return country !== undefined && (country === place?.name || country === name);
}

/** ‹ or ›, as a drawing: fonts set these letters too low. */
export const chevron = (back: boolean) =>
  html`<svg class="way" viewBox="0 0 16 16" width="14" height="14" aria-hidden="true"><path d=${back ? "M10 3L5 8l5 5" : "M6 3l5 5-5 5"} fill="none" stroke="currentColor" stroke-width="1.5"></path></svg>`;
