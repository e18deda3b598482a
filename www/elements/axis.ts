/**
 * `<glosser-timeline>`: dates on one axis. Precision is width: a day is a dot, a month a bar, "late 2015" a soft bar; days of
 * publication are ticks below. Time is compressed away from the latest of them, as news is: the named years show it.
 */
import { css, html, nothing, svg } from "lit";
import { words } from "../locales/index";
import { day } from "./days";
import { labelPlacer } from "./labels";
import type { DateGroup } from "./reading";
import { register } from "./register";
import { tokens } from "./theme";
import type { Ways } from "./timeline";
import { type View, Zoomable } from "./zoom";

const DAY = 86_400_000;
const HEIGHT = 84;
const AXIS = 54;
const PAD = 10;
/** Days within which time runs evenly. */
const EVEN = 5;
/** Of more than these, what would lie on one another is drawn once. */
const MANY = 300;
/** Room for the buttons at the upper edge. */
const TOOLS = 76;

const at = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / DAY;

interface Item {
  group: DateGroup;
  from: number;
  to: number;
}

export class GlosserTimeline extends Zoomable {
  static override properties = {
    ...Zoomable.properties,
    groups: { attribute: false },
    published: { attribute: false },
    ways: { attribute: false },
  };

  static override styles = [
    tokens,
    Zoomable.zoomStyle,
    css`
      svg.timeline { display: block; max-inline-size: 100%; block-size: auto; direction: ltr; }
      .axis, .ticks { stroke: var(--g-quiet); stroke-width: 1; opacity: 0.6; }
      .published { fill: var(--g-quiet); }
      .stem { stroke: var(--g-rule); stroke-width: 1; }
      .item { cursor: pointer; }
      .grab { fill: transparent; }
      circle, .bar, .soft { fill: var(--g-date); }
      .bar { fill-opacity: 0.55; }
      .soft { fill-opacity: 0.25; stroke: var(--g-date); stroke-dasharray: 2 2; }
      .item:hover circle, .item.lit circle { stroke: var(--g-ink); stroke-width: 1.5; }
      .item:hover .bar, .item.lit .bar { fill-opacity: 1; }
      text { font: 11px var(--g-sans); fill: var(--g-quiet); text-anchor: middle; font-variant-numeric: tabular-nums; }
      /* The axis runs from left to right, words as they are read. */
      :host([dir="rtl"]) text { direction: rtl; unicode-bidi: embed; }
      text.scale { font-size: 9.5px; }
      text.lit { fill: var(--g-ink); }
      /* Buttons for a finger would lie over the days next to publication. */
      @media (pointer: coarse) { .tools { position: static; justify-content: end; margin-block-start: -0.75rem; } }
      @media (forced-colors: active) { circle, rect:not(.grab) { fill: CanvasText; } text { fill: CanvasText; } }
    `,
  ];

  declare groups: readonly DateGroup[];
  declare published: readonly string[];
  declare ways: Ways | undefined;

  constructor() {
    super();
    this.groups = this.published = [];
    this.height = HEIGHT;
  }

  protected override willUpdate(): void {
    this.label = words.panel.timeline;
  }

  protected override get most(): number {
    return 400;
  }

  /** One of those that take up the same pixels: the one that is lit, or is named most. */
  #apart(items: readonly Item[], x: (day: number) => number): Item[] {
    const there = new Map<string, Item>();
    for (const item of items) {
      const { group, from, to } = item;
      const place = `${Math.round(x(from))} ${Math.round(x(to))} ${group.soft}`;
      const known = there.get(place)?.group;
      if (!known || group.key === this.lit || (known.key !== this.lit && group.dates.length > known.dates.length))
        there.set(place, item);
    }
    return [...there.values()];
  }

  protected override drawn(view: View) {
    const { width, lit, ways } = this;
    const items = this.groups.flatMap((group): Item[] => {
      const from = at(group.from as string);
      const to = at(group.to ?? (group.from as string));
      return Number.isFinite(from) && Number.isFinite(to) && to >= from ? [{ group, from, to }] : [];
    });
    const issues = this.published.map(at).filter(Number.isFinite);
    const origin = Math.max(...(issues.length ? issues : items.map((i) => i.to)));
    const ends = [...items.flatMap((i) => [i.from, i.to]), ...issues, origin];
    const [first, last] = [Math.min(...ends), Math.max(...ends)];
    if (!items.length || first === last) return nothing;
    const bend =
      last - first > 60
        ? (d: number) => Math.sign(d - origin) * Math.log1p(Math.abs(d - origin) / EVEN)
        : (d: number) => d - origin;
    const [low, high] = [bend(first), bend(last)];
    const x = (d: number) => (PAD + ((bend(d) - low) / (high - low)) * (width - 2 * PAD)) * view.k + view.x;
    const inView = items.filter((i) => x(i.to) > -20 && x(i.from) < width + 20);
    const seen = inView.length > MANY ? this.#apart(inView, x) : inView;

    const lone = seen.filter((i) => i.group.key === lit);
    this.points = (lone.length ? lone : seen).map((i) => [(x(i.from) + x(i.to)) / 2, AXIS]);

    // Most often named, and nearest to publication, first: who comes first gets the place.
    const put = labelPlacer(width, AXIS - 8);
    put.block(width - TOOLS, 0, TOOLS, 14);
    const told = new Set<string>();
    const labels = [...seen]
      .sort(
        (a, b) => b.group.dates.length - a.group.dates.length || Math.abs(a.from - origin) - Math.abs(b.from - origin),
      )
      .flatMap(({ group, from, to }) => {
        const text = short(group, origin);
        // A day and an hour of it say the same.
        const same = `${from} ${text}`;
        if (told.has(same)) return [];
        const w = text.length * 5.9 + 4;
        const mark = (Math.max(x(from), 0) + Math.min(x(to), width)) / 2;
        const middle = Math.min(Math.max(mark, w / 2), width - w / 2);
        for (const y of [AXIS - 12, AXIS - 26, AXIS - 40])
          if (put(middle - w / 2, y - 9, w, 12) && told.add(same)) return [{ text, middle, y, key: group.key, mark }];
        return [];
      });
    const scale = ticks(first, last, x, width);
    return html`<svg class="timeline" viewBox="0 0 ${width} ${HEIGHT}" width=${width} height=${HEIGHT} aria-hidden="true" focusable="false">
      <path class="axis" d="M${Math.max(0, x(first) - 6)} ${AXIS}H${Math.min(width, x(last) + 6)}"></path>
      <path class="ticks" d=${scale.map((t) => `M${t.x.toFixed(1)} ${AXIS - 3}v6`).join("")}></path>
      ${scale.map((t) => (t.text ? svg`<text class="scale" x=${t.x} y=${HEIGHT - 3}>${t.text}</text>` : nothing))}
      <path class="published" d=${issues.map((d) => `M${x(d).toFixed(1)} ${AXIS + 7}l-4 7h8z`).join("")}></path>
      ${seen.map(({ group, from, to }) => {
        const [a, b] = [Math.max(x(from), -10), Math.min(x(to), width + 10)];
        return svg`<g class=${lit === group.key ? "item lit" : "item"} data-key=${group.key}
          @pointerenter=${() => ways?.hover(group.key)} @pointerleave=${() => ways?.hover(undefined)} @click=${() => ways?.go(group.key)}>
          <rect class="grab" x=${a - 8} y=${AXIS - 12} width=${b - a + 16} height="24"></rect>
          ${
            b - a < 3
              ? svg`<circle cx=${(a + b) / 2} cy=${AXIS} r=${Math.min(3.5 + group.dates.length * 0.5, 6)}></circle>`
              : svg`<rect class=${group.soft ? "soft" : "bar"} x=${a} y=${AXIS - 3} width=${b - a} height="6" rx="3"></rect>`
          }
        </g>`;
      })}
      ${labels.map((l) => svg`<path class="stem" d="M${l.mark.toFixed(1)} ${AXIS - 6}V${l.y + 3}"></path><text class=${lit === l.key ? "lit" : ""} x=${l.middle} y=${l.y}>${l.text}</text>`)}
    </svg>`;
  }
}

/** Beginnings of years, and of months and days where they stand far enough apart; named where there is room. */
export function ticks(first: number, last: number, x: (day: number) => number, width: number) {
  const out: { x: number; text: string }[] = [];
  const put = labelPlacer(width, 14);
  const utc = (day: number) => new Date(day * DAY);
  const named = (at: number, style: "year" | "justMonth") => day(utc(at).toISOString().slice(0, 10), style);
  const add = (day: number, text: () => string, apart: number) => {
    const px = x(day);
    if (px < 0 || px > width || out.some((t) => Math.abs(t.x - px) < apart)) return;
    const name = text();
    const w = name.length * 5.4 + 6;
    out.push({ x: px, text: put(px - w / 2, 0, w, 12) ? name : "" });
  };
  const [from, to] = [utc(first).getUTCFullYear(), utc(last).getUTCFullYear()];
  for (let year = to, left = 400; year >= from && left > 0; year--, left--) {
    const day = Date.UTC(year, 0, 1) / DAY;
    if (day >= first && day <= last) add(day, () => named(day, "year"), 5);
  }
  const inView = (day: number) => day >= first && day <= last && x(day) >= 0 && x(day) <= width;
  const months: number[] = [];
  for (let year = to, left = 60; year >= from && left > 0; year--, left--)
    for (let m = 11; m >= 0; m--) {
      const day = Date.UTC(year, m, 1) / DAY;
      if (inView(day)) months.push(day);
    }
  if (months.length <= 36) {
    for (const day of months) add(day, () => named(day, "justMonth"), 12);
    const days: number[] = [];
    for (let d = Math.ceil(first); d <= last && days.length < 200; d++) if (inView(d)) days.push(d);
    if (days.length < 60) for (const day of days) add(day, () => String(utc(day).getUTCDate()), 14);
  }
  return out;
}

function short(group: DateGroup, origin: number): string {
  const from = group.from as string;
  if (group.to && group.from !== group.to) return group.brief;
  return day(from, Math.abs(at(from) - origin) > 300 ? "short" : "dayMonth");
}

register("glosser-timeline", GlosserTimeline);
