/** The little strip that shows where in the article somebody is named: one tick a mention. */
import { css, html, nothing, svg } from "lit";
import type { Reading, Stop } from "./reading";

const WIDTH = 100;

export function strip(reading: Reading, key: string, current?: Stop) {
  const length = Math.max(1, reading.text.length);
  const x = (stop: Stop) => ((stop.start / length) * (WIDTH - 1) + 0.5).toFixed(1);
  const ticks = ticksOf(reading, key, x);
  return html`<svg class="strip" viewBox="0 0 ${WIDTH} 12" preserveAspectRatio="none" aria-hidden="true" focusable="false">
    <path class="ground" d="M0 11.5H${WIDTH}"></path>
    <path class="ticks" d=${ticks}></path>
    ${current && current.key === key ? svg`<path class="now" d="M${x(current)} 0v12"></path>` : nothing}
  </svg>`;
}

const drawn = new WeakMap<Reading, Map<string, string>>();

/** Worked out once: strips are drawn again for every name that lights up. */
function ticksOf(reading: Reading, key: string, x: (stop: Stop) => string): string {
  let known = drawn.get(reading);
  if (!known) {
    known = new Map();
    drawn.set(reading, known);
  }
  let ticks = known.get(key);
  if (ticks === undefined) {
    ticks = [...new Set(reading.mentionsOf(key).map(x))].map((at) => `M${at} 2v8`).join("");
    known.set(key, ticks);
  }
  return ticks;
}

export const stripStyle = css`
  .strip { display: block; direction: ltr; inline-size: 100%; block-size: 0.75rem; overflow: visible; }
  .strip path { fill: none; vector-effect: non-scaling-stroke; }
  .strip .ground { stroke: var(--g-rule); stroke-width: 1; }
  .strip .ticks { stroke: var(--tick, var(--g-quiet)); stroke-width: 1.5; opacity: 0.75; }
  .strip .now { stroke: var(--tick, var(--g-ink)); stroke-width: 3; }
  @media (forced-colors: active) { .strip :is(.ground, .ticks, .now) { stroke: CanvasText; opacity: 1; } }
`;
