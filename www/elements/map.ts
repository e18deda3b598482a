/** `<glosser-map>`: the places of an article on a small map, drawn on the device from Natural Earth outlines. A part of its own: loaded when opened. */
import {
  type GeoProjection,
  geoArea,
  geoCentroid,
  geoContains,
  geoDistance,
  geoMercator,
  geoNaturalEarth1,
  geoPath,
} from "d3-geo";
import type { Feature, FeatureCollection, GeoJsonProperties, Geometry } from "geojson";
import { css, html, type SVGTemplateResult, svg } from "lit";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import atlas from "world-atlas/countries-110m.json";
import { words } from "../locales/index";
import { labelPlacer } from "./labels";
import type { MapPlace } from "./mapped";
import { register } from "./register";
import { tokens } from "./theme";
import type { Ways } from "./timeline";
import { type View, Zoomable } from "./zoom";

type Country = Feature<Geometry, GeoJsonProperties>;
const topology = atlas as unknown as Topology<{ countries: GeometryCollection }>;
const world = (feature(topology, topology.objects.countries) as FeatureCollection).features.filter(
  (country) => country.properties?.name !== "Antarctica",
) as Country[];

/** The closest the map looks, in pixels a radian: outlines this coarse tell nothing below it. */
const CLOSEST = 1700;
/** Room for the buttons in the corner. */
const TOOLS = 76;

/** What a map shows, worked out once: it is drawn again for every name that lights up. */
function lay(places: readonly MapPlace[], width: number, height: number, { k, x: left, y: top }: View) {
  const spots = places.filter((p) => !p.country);
  const countryOf = new Map(places.filter((p) => p.country).map((p) => [world.find((c) => lies(p, c)), p]));
  const lands = [...countryOf.keys()].filter((c) => c !== undefined);
  const projection =
    spots.length || !lands.length
      ? fit(core(spots.length ? spots : places), width, height)
      : fitLands(lands, width, height);
  const [dx, dy] = projection.translate();
  projection.scale(projection.scale() * k).translate([dx * k + left, dy * k + top]);
  const path = geoPath(
    projection.clipExtent([
      [-1, -1],
      [width + 1, height + 1],
    ]),
  );

  const put = labelPlacer(width, height);
  put.block(width - TOOLS, 0, TOOLS, 24);
  const dots = spots
    .flatMap((place) => {
      const point = projection([place.lon, place.lat]);
      if (!point) return [];
      const [x, y] = point;
      if (x < 0 || y < 0 || x > width || y > height) return [];
      return [{ place, x, y, r: Math.min(3 + Math.sqrt(place.mentions) * 1.6, 11) }];
    })
    .sort((a, b) => b.place.mentions - a.place.mentions);
  for (const { x, y, r } of dots) put.block(x - r, y - r, 2 * r, 2 * r);
  const labels = dots.flatMap(({ place, x, y, r }) => {
    const w = place.name.length * 6.2 + 4;
    const sides: [number, number][] = [
      [x + r + 2, y - 7],
      [x - r - 2 - w, y - 7],
      [x - w / 2, y - r - 15],
      [x - w / 2, y + r + 2],
      [x + r, y - r - 12],
      [x + r, y + r],
    ];
    for (const [left, top] of sides)
      if (put(left, top, w, 14)) return [{ name: place.name, x: left + 2, y: top + 10.5 }];
    return [];
  });
  const shapes = world
    .filter((country) => near(country, projection, width, height))
    .map((country) => ({ country, d: path(country) }))
    .filter((c) => c.d);
  const names = shapes
    .map(({ country }) => ({
      name: countryOf.get(country)?.name ?? countryIn(words.lang, String(country.properties?.name ?? "")),
      named: countryOf.has(country),
      area: path.area(country),
      at: path.centroid(country),
      country,
    }))
    .filter((c) => c.area > 900 || c.named)
    .sort((a, b) => Number(b.named) - Number(a.named) || geoArea(b.country) - geoArea(a.country))
    .flatMap(({ name, at: [x, y], named, area }) => {
      const w = name.length * 6.4 + 6;
      if (!Number.isFinite(x) || (!named && w * 12 > area)) return [];
      for (const dy of [0, -14, 14]) if (put(x - w / 2, y + dy - 7, w, 13)) return [{ name, x, y: y + dy + 3 }];
      return [];
    });

  return { dots, labels, names, lands: shapes.map(({ country, d }) => ({ d, key: countryOf.get(country)?.key })) };
}

const codes = new Map<string, string>();

/** The name of a country in another language, by its English one; where tables do not know that, it stays. */
function countryIn(lang: string, english: string): string {
  if (lang === "en") return english;
  if (!codes.size) {
    const names = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
    const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
    for (const a of letters)
      for (const b of letters) {
        const name = names.of(a + b);
        if (name) codes.set(name, a + b);
      }
    codes.set("Turkey", "TR");
  }
  const code = codes.get(english);
  return (code && new Intl.DisplayNames(lang, { type: "region" }).of(code)) ?? english;
}

const laid = new Map<string, ReturnType<typeof lay>>();

function layOnce(places: readonly MapPlace[], width: number, height: number, view: View) {
  const key = JSON.stringify([places, width, height, view, words.lang]);
  const known = laid.get(key) ?? lay(places, width, height, view);
  laid.delete(key);
  laid.set(key, known);
  // The map of the panel and the small ones of some cards; the oldest goes.
  const [oldest] = laid.keys();
  if (laid.size > 12 && oldest !== undefined) laid.delete(oldest);
  return known;
}

export class GlosserMap extends Zoomable {
  static override properties = {
    ...Zoomable.properties,
    places: { attribute: false },
    ways: { attribute: false },
  };

  static override styles = [
    tokens,
    Zoomable.zoomStyle,
    css`
      .map { display: block; inline-size: 100%; block-size: auto; direction: ltr; border-radius: 4px; overflow: hidden; background: var(--glosser-water, light-dark(#f2f1ec, #141413)); }
      .land { fill: var(--glosser-land, light-dark(#e4dfd3, #2f2c28)); stroke: var(--g-paper); stroke-width: 0.75; stroke-linejoin: round; }
      .land.named { fill: color-mix(in srgb, var(--g-place) 15%, var(--glosser-land, light-dark(#e4dfd3, #2f2c28))); cursor: pointer; }
      .spot { fill: var(--g-place); fill-opacity: 0.8; stroke: var(--g-paper); stroke-width: 1; cursor: pointer; }
      .spot.about { fill-opacity: 0.15; stroke: var(--g-place); stroke-dasharray: 2 2; }
      .lit .named, .named:hover { fill: color-mix(in srgb, var(--g-place) 32%, var(--glosser-land, light-dark(#e4dfd3, #2f2c28))); }
      .lit .spot, g:hover .spot { fill-opacity: 1; stroke: var(--g-ink); stroke-width: 1.5; }
      text { font: 11px var(--g-sans); fill: var(--g-ink); paint-order: stroke; stroke: var(--glosser-land, light-dark(#eeeae0, #2a2824)); stroke-width: 2.5px; stroke-linejoin: round; pointer-events: none; }
      .country { font-size: 9.5px; letter-spacing: 0.06em; fill: var(--g-quiet); text-anchor: middle; }
      :host([still]) .country { font-size: 9px; }
      .tools { background: color-mix(in srgb, var(--g-paper) 70%, transparent); border-end-start-radius: 4px; }
      @media (forced-colors: active) { .land { stroke: CanvasText; } .spot { fill: CanvasText; } .map text { fill: CanvasText; stroke: Canvas; } }
    `,
  ];

  declare places: readonly MapPlace[];
  declare ways: Ways | undefined;

  constructor() {
    super();
    this.places = [];
  }

  protected override get most(): number {
    return 24;
  }

  protected override drawn(view: View) {
    const { places, width, height, lit, ways } = this;
    if (!places.length) return undefined;
    const { dots, labels, names, lands } = layOnce(places, width, height, view);
    const lone = dots.filter((dot) => dot.place.key === lit);
    this.points = (lone.length ? lone : dots).map(({ x, y }) => [x, y]);
    const at = (key: string, drawn: SVGTemplateResult) => svg`<g class=${lit === key ? "lit" : ""} data-key=${key}
      @pointerenter=${() => ways?.hover(key)} @pointerleave=${() => ways?.hover(undefined)} @click=${() => ways?.go(key)}>${drawn}</g>`;
    return html`<svg class="map" viewBox="0 0 ${width} ${height}" width=${width} height=${height} aria-hidden="true" focusable="false">
      ${lands.map(({ d, key }) => (key ? at(key, svg`<path class="land named" d=${d}></path>`) : svg`<path class="land" d=${d}></path>`))}
      ${names.map((n) => svg`<text class="country" x=${n.x} y=${n.y}>${n.name}</text>`)}
      ${dots.map(({ place, x, y, r }) => at(place.key, svg`<circle class="spot ${place.about ? "about" : ""}" cx=${x} cy=${y} r=${r}></circle>`))}
      ${labels.map((l) => svg`<text x=${l.x} y=${l.y}>${l.name}</text>`)}
    </svg>`;
  }
}

type Box = [west: number, south: number, east: number, north: number];
const boxes = new Map<Country, Box>();

/** What a country spans, in degrees, as its outline is written. */
function boxOf(country: Country): Box {
  const known = boxes.get(country);
  if (known) return known;
  const box: Box = [180, 90, -180, -90];
  const widen = (of: unknown): void => {
    if (!Array.isArray(of)) return;
    const [lon, lat] = of;
    if (typeof lon !== "number") {
      of.forEach(widen);
      return;
    }
    box[0] = Math.min(box[0], lon);
    box[1] = Math.min(box[1], lat);
    box[2] = Math.max(box[2], lon);
    box[3] = Math.max(box[3], lat);
  };
  if ("coordinates" in country.geometry) widen(country.geometry.coordinates);
  boxes.set(country, box);
  return box;
}

/** Whether a place lies in a country. */
function lies({ lon, lat }: MapPlace, country: Country): boolean {
  const [west, south, east, north] = boxOf(country);
  return west <= lon && lon <= east && south <= lat && lat <= north && geoContains(country, [lon, lat]);
}

/** Whether a country may be in the picture: clipping outlines that are not is what takes long. */
function near(country: Country, projection: GeoProjection, width: number, height: number): boolean {
  const [nw, se] = [projection.invert?.([0, 0]), projection.invert?.([width, height])];
  // A picture of the world, or one across the line where dates change.
  if (!nw || !se || !(nw[0] < se[0]) || se[0] - nw[0] > 180) return true;
  const [west, south, east, north] = boxOf(country);
  return west <= se[0] && east >= nw[0] && south <= nw[1] && north >= se[1];
}

/** How much of what is named may lie off the map for the rest to be seen. */
const SPARE = 0.2;

/**
 * The places an article is about: one far-off capital, named once, must not shrink a region to a dot. Those that go are
 * the farthest from the middle, as long as they are few and far; they stay in the list.
 */
function core(places: readonly MapPlace[]): readonly MapPlace[] {
  let spare = SPARE * places.reduce((sum, p) => sum + p.mentions, 0);
  const left = [...places];
  while (left.length > 1) {
    const middle = weightedMiddle(left);
    const away = (p: MapPlace) => geoDistance([p.lon, p.lat], middle);
    const far = left.reduce((most, p) => (away(p) > away(most) ? p : most));
    if (away(far) < FAR || far.mentions > spare) break;
    spare -= far.mentions;
    left.splice(left.indexOf(far), 1);
  }
  return left;
}

/** Radians from the middle that are far: 3,200 km. */
const FAR = 0.5;

function weightedMiddle(places: readonly MapPlace[]): [number, number] {
  const weight = places.reduce((sum, p) => sum + p.mentions, 0);
  const lat = places.reduce((sum, p) => sum + p.lat * p.mentions, 0) / weight;
  return [meanLongitude(places.flatMap((p) => Array<MapPlace>(Math.min(p.mentions, 50)).fill(p))), lat];
}

/** A projection that holds all the places with air around them: the region, or the whole world where they are far apart. */
function fit(places: readonly MapPlace[], width: number, height: number) {
  const middle = meanLongitude(places);
  const points = { type: "MultiPoint" as const, coordinates: places.map((p) => [p.lon, p.lat]) };
  const far = Math.max(...places.map((p) => Math.abs(((p.lon - middle + 540) % 360) - 180)));
  if (far > 75)
    return geoNaturalEarth1()
      .rotate([-middle, 0])
      .fitExtent(
        [
          [4, 4],
          [width - 4, height - 4],
        ],
        { type: "FeatureCollection", features: world },
      );
  const air = Math.min(width, height) * 0.18;
  const projection = geoMercator()
    .rotate([-middle, 0])
    .fitExtent(
      [
        [air, air],
        [width - air, height - air],
      ],
      points,
    );
  // A small picture shows as much of the land around.
  const closest = Math.min(CLOSEST, height * 9);
  if (!(projection.scale() < closest)) {
    const lat = places.reduce((sum, p) => sum + p.lat, 0) / places.length;
    projection.scale(closest).translate([0, 0]);
    const [x, y] = projection([middle, lat]) ?? [0, 0];
    projection.translate([width / 2 - x, height / 2 - y]);
  }
  return projection;
}

/** A projection that holds whole countries, by their mainland: overseas parts would push everything apart. */
function fitLands(lands: readonly Country[], width: number, height: number) {
  const mains = lands.map(mainland);
  const middles = mains.map((main) => geoCentroid(main)).map(([lon, lat]) => ({ lon, lat }));
  const edge = Math.min(width, height) * 0.08;
  const projection = geoMercator()
    .rotate([-meanLongitude(middles), 0])
    .fitExtent(
      [
        [edge, edge],
        [width - edge, height - edge],
      ],
      { type: "FeatureCollection", features: mains },
    );
  return projection;
}

function mainland(country: Country): Country {
  const { geometry } = country;
  if (geometry.type !== "MultiPolygon") return country;
  const parts = geometry.coordinates.map((coordinates) => ({ type: "Polygon" as const, coordinates }));
  return { ...country, geometry: parts.reduce((most, part) => (geoArea(part) > geoArea(most) ? part : most)) };
}

/** The middle of longitudes, on the circle. */
function meanLongitude(places: readonly { lon: number }[]): number {
  const rad = Math.PI / 180;
  const x = places.reduce((sum, p) => sum + Math.cos(p.lon * rad), 0);
  const y = places.reduce((sum, p) => sum + Math.sin(p.lon * rad), 0);
  return Math.atan2(y, x) / rad;
}

register("glosser-map", GlosserMap);
