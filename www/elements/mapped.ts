/** What needs no outlines to be known about maps: the kinds, the style, and how the drawing part is fetched when first needed. */
import { css } from "lit";

export type MapPart = typeof import("./map");

export interface MapPlace {
  key: string;
  name: string;
  lat: number;
  lon: number;
  mentions: number;
  /** A whole country: shaded instead of dotted. */
  country: boolean;
}

let part: Promise<MapPart> | undefined;

/** The part that draws; it comes with the outlines of the world. */
export function loadMap(): Promise<MapPart> {
  part ??= import("./map");
  return part;
}

export const mapStyle = css`
  .map { display: block; inline-size: 100%; block-size: auto; border-radius: 4px; overflow: hidden; background: var(--glosser-water, light-dark(#f2f1ec, #141413)); }
  .map .land { fill: var(--glosser-land, light-dark(#e4dfd3, #2f2c28)); stroke: var(--g-paper); stroke-width: 0.75; stroke-linejoin: round; }
  .map .land.named { fill: color-mix(in srgb, var(--g-place) 15%, var(--glosser-land, light-dark(#e4dfd3, #2f2c28))); }
  .map .spot { fill: var(--g-place); fill-opacity: 0.8; stroke: var(--g-paper); stroke-width: 1; cursor: pointer; }
  .map .lit .named, .map .named:hover { fill: color-mix(in srgb, var(--g-place) 32%, var(--glosser-land, light-dark(#e4dfd3, #2f2c28))); }
  .map .named { cursor: pointer; }
  .map .lit .spot, .map g:hover .spot { fill-opacity: 1; stroke: var(--g-ink); stroke-width: 1.5; }
  .map text { font: 11px var(--g-sans); fill: var(--g-ink); paint-order: stroke; stroke: var(--glosser-land, light-dark(#eeeae0, #2a2824)); stroke-width: 2.5px; stroke-linejoin: round; pointer-events: none; }
  .map .country { font-size: 9.5px; letter-spacing: 0.06em; fill: var(--g-quiet); text-anchor: middle; }
  @media (forced-colors: active) { .map .land { stroke: CanvasText; } .map .spot { fill: CanvasText; } }
`;
