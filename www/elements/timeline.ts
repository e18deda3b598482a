/**
 * The dates of an article on one axis. Precision is width: a day is a dot, a month a bar, "late 2015" a soft bar; the day of
 * publication is a tick below. Time is compressed away from the day of publication, as news is: the ticks of the years show it.
 * The list beside it says the same to those who do not see it.
 */
import { css, html, nothing, svg } from "lit";
import { labelPlacer } from "./labels";
import type { DateGroup } from "./reading";

const DAY = 86_400_000;
const HEIGHT = 62;
const AXIS = 40;
const PAD = 10;
/** Days within which time runs evenly. */
const EVEN = 5;

export interface Ways {
  go(key: string): void;
  hover(key: string | undefined): void;
}

const at = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / DAY;

export function timeline(
  groups: readonly DateGroup[],
  published: readonly string[],
  width: number,
  lit: string | undefined,
  ways: Ways,
) {
  const items = groups.flatMap((group) => {
    const from = at(group.from as string);
    const to = at(group.to ?? (group.from as string));
    return Number.isFinite(from) && Number.isFinite(to) && to >= from ? [{ group, from, to }] : [];
  });
  // One date alone needs no axis.
  if (items.length + new Set(published).size < 2) return nothing;
  const issues = published.map(at).filter(Number.isFinite);
  const origin = Math.max(...(issues.length ? issues : items.map((i) => i.to)));
  const ends = [...items.flatMap((i) => [i.from, i.to]), ...issues, origin];
  const [first, last] = [Math.min(...ends), Math.max(...ends)];
  if (first === last) return nothing;
  const bend =
    last - first > 60
      ? (d: number) => Math.sign(d - origin) * Math.log1p(Math.abs(d - origin) / EVEN)
      : (d: number) => d - origin;
  const [low, high] = [bend(first), bend(last)];
  const x = (d: number) => PAD + ((bend(d) - low) / (high - low)) * (width - 2 * PAD);

  const years: number[] = [];
  const [firstYear, lastYear] = [new Date(first * DAY).getUTCFullYear(), new Date(last * DAY).getUTCFullYear()];
  for (let year = lastYear, edge = width; year > firstYear && years.length < 60; year--) {
    const px = x(Date.UTC(year, 0, 1) / DAY);
    if (edge - px < 5) continue;
    years.push(px);
    edge = px;
  }

  // The latest and the most often named get their labels first.
  const put = labelPlacer(width, AXIS - 8);
  const labels = [...items]
    .sort(
      (a, b) => b.group.dates.length - a.group.dates.length || Math.abs(a.from - origin) - Math.abs(b.from - origin),
    )
    .flatMap(({ group, from, to }) => {
      const text = short(group, origin);
      const w = text.length * 5.9 + 4;
      const middle = Math.min(Math.max((x(from) + x(to)) / 2, w / 2), width - w / 2);
      for (const y of [AXIS - 12, AXIS - 26])
        if (put(middle - w / 2, y - 9, w, 12))
          return [{ text, middle, y, key: group.key, mark: (x(from) + x(to)) / 2 }];
      return [];
    });
  return html`<svg class="timeline" viewBox="0 0 ${width} ${HEIGHT}" width=${width} height=${HEIGHT} aria-hidden="true" focusable="false">
    <path class="axis" d="M${PAD - 6} ${AXIS}H${width - PAD + 6}"></path>
    <path class="years" d=${years.map((px) => `M${px.toFixed(1)} ${AXIS - 3}v6`).join("")}></path>
    <path class="published" d=${issues.map((d) => `M${x(d).toFixed(1)} ${AXIS + 7}l-4 7h8z`).join("")}></path>
    ${items.map(({ group, from, to }) => {
      const [a, b] = [x(from), x(to)];
      return svg`<g class=${lit === group.key ? "item lit" : "item"} data-key=${group.key}
        @pointerenter=${() => ways.hover(group.key)} @pointerleave=${() => ways.hover(undefined)} @click=${() => ways.go(group.key)}>
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

function short(group: DateGroup, origin: number): string {
  const from = group.from as string;
  if (!group.to || group.from === group.to) {
    const far = Math.abs(at(from) - origin) > 300;
    return new Intl.DateTimeFormat("en-GB", {
      day: "numeric",
      month: "short",
      ...(far ? { year: "numeric" } : {}),
      timeZone: "UTC",
    }).format(new Date(`${from}T00:00:00Z`));
  }
  return group.label.replace(/\b(Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]+/g, "$1");
}

export const timelineStyle = css`
  .timeline { display: block; max-inline-size: 100%; overflow: visible; margin-block: 0.25rem 0.5rem; }
  .timeline .axis { stroke: var(--g-quiet); stroke-width: 1; opacity: 0.6; }
  .timeline .years { stroke: var(--g-quiet); stroke-width: 1; opacity: 0.6; }
  .timeline .published { fill: var(--g-quiet); }
  .timeline .stem { stroke: var(--g-rule); stroke-width: 1; }
  .timeline .item { cursor: pointer; }
  .timeline .grab { fill: transparent; }
  .timeline circle, .timeline .bar, .timeline .soft { fill: var(--g-date); }
  .timeline .bar { fill-opacity: 0.55; }
  .timeline .soft { fill-opacity: 0.25; stroke: var(--g-date); stroke-dasharray: 2 2; }
  .timeline .item:hover circle, .timeline .item.lit circle { stroke: var(--g-ink); stroke-width: 1.5; }
  .timeline .item:hover .bar, .timeline .item.lit .bar { fill-opacity: 1; }
  .timeline text { font: 11px var(--g-sans); fill: var(--g-quiet); text-anchor: middle; font-variant-numeric: tabular-nums; }
  .timeline text.lit { fill: var(--g-ink); }
  @media (forced-colors: active) { .timeline circle, .timeline rect:not(.grab) { fill: CanvasText; } }
`;
