/** A map, as a template. The part that draws it (`map.ts`) comes with the outlines of the world when first needed; its space is kept. */
import { css, html } from "lit";
import type { EntityRecord } from "../core/index";
import { isCountry } from "./facts";
import { later } from "./rest";
import type { Ways } from "./timeline";

export interface MapPlace {
  key: string;
  name: string;
  lat: number;
  lon: number;
  mentions: number;
  /** A whole country: shaded instead of dotted. */
  country: boolean;
  /** Only about where it is: a ring instead of a dot. */
  about: boolean;
}

/** A place of an article as a map shows it. */
export function spotOf(entity: EntityRecord): MapPlace | undefined {
  const { id, name, mentions, place } = entity;
  if (!place) return undefined;
  const { lat, lon, approximate } = place;
  return { key: id, name, lat, lon, mentions, country: isCountry(entity), about: Boolean(approximate) };
}

/** Places on a map that can be moved; without `ways`, a picture. */
export function map(
  places: readonly MapPlace[],
  width: number,
  height: number,
  label: string,
  lit: string | undefined,
  ways?: Ways,
) {
  // Much to load and to draw: when nothing else is to be done.
  later(() => import("./map"));
  return html`<glosser-map ?still=${!ways} .places=${places} .width=${width} .height=${height} .label=${label} .lit=${lit} .ways=${ways}></glosser-map>`;
}

export const mapStyle = css`
  glosser-map { display: block; border-radius: 4px; background: color-mix(in srgb, var(--g-ink) 3%, transparent); }
`;
