/**
 * Where names stand in a drawing of who is tied to whom: as far apart as the ways between them are long (stress
 * majorization, Gansner, Koren and North 2004), none upon another. No chance is involved: the same story gives the same drawing.
 */
import type { Tie } from "./ties";

export type Point = [x: number, y: number];
export type Size = readonly [width: number, height: number];

/** The golden angle: points that turn by it fill a disc evenly. */
const TURN = Math.PI * (3 - Math.sqrt(5));
const ROUNDS = 100;
/** Rounds of pushing names apart, and the room left between them. */
const PUSHES = 400;
const GAP = 10;
/** How much farther one axis may be drawn out than the other. */
const STRETCH = 1.3;

const AXES = [0, 1] as const;
/** One number an axis. */
const each = (of: (at: 0 | 1) => number): Point => [of(0), of(1)];

/** The middle of each name in a field; nothing if they do not fit into it. */
export function layout(
  sizes: readonly Size[],
  ties: readonly Tie[],
  width: number,
  height: number,
): Point[] | undefined {
  const points = spread(ways(sizes.length, ties));
  fit(points, sizes, [width, height]);
  return apart(points, sizes, [width, height]) ? points : undefined;
}

/** How long the way between each two is; a strong tie is short. Those without a way are half as far again as any with one. */
function ways(count: number, ties: readonly Tie[]): number[][] {
  const far = Array.from({ length: count }, (_, i) =>
    Array.from({ length: count }, (_, j) => (i === j ? 0 : Infinity)),
  );
  const set = (i: number, j: number, way: number) => {
    (far[i] as number[])[j] = (far[j] as number[])[i] = way;
  };
  const way = (i: number, j: number) => (far[i] as number[])[j] as number;
  for (const { one, other, sentences } of ties) set(one, other, 1 / (1 + 0.25 * Math.log(sentences)));
  for (let over = 0; over < count; over++)
    for (let i = 0; i < count; i++)
      for (let j = 0; j < i; j++) if (way(i, over) + way(over, j) < way(i, j)) set(i, j, way(i, over) + way(over, j));
  const longest = Math.max(1, ...far.flat().filter(Number.isFinite));
  return far.map((row) => row.map((one) => (Number.isFinite(one) ? one : longest * 1.6)));
}

/** From a disc, the strongest in its middle, each moves to where the ways to all others want it. */
function spread(far: readonly number[][]): Point[] {
  const points = far.map((_, i): Point => [Math.sqrt(i) * Math.cos(i * TURN), Math.sqrt(i) * Math.sin(i * TURN)]);
  for (let round = 0; round < ROUNDS; round++)
    for (const [i, point] of points.entries()) {
      let [x, y, weights] = [0, 0, 0];
      for (const [j, other] of points.entries()) {
        if (i === j) continue;
        const way = far[i]?.[j] as number;
        const [dx, dy] = [point[0] - other[0], point[1] - other[1]];
        const stretch = way / Math.max(Math.hypot(dx, dy), 1e-6);
        const weight = 1 / (way * way);
        x += weight * (other[0] + dx * stretch);
        y += weight * (other[1] + dy * stretch);
        weights += weight;
      }
      if (weights) [point[0], point[1]] = [x / weights, y / weights];
    }
  return points;
}

/** Turns the long side to the long side of the field, and fills it. */
function fit(points: Point[], sizes: readonly Size[], field: Size): void {
  const mean = (at: 0 | 1) => points.reduce((sum, p) => sum + p[at], 0) / points.length;
  const [mx, my] = [mean(0), mean(1)];
  let [xx, xy, yy] = [0, 0, 0];
  for (const [x, y] of points) {
    xx += (x - mx) ** 2;
    xy += (x - mx) * (y - my);
    yy += (y - my) ** 2;
  }
  const lean = Math.atan2(2 * xy, xx - yy) / 2 + (field[0] < field[1] ? Math.PI / 2 : 0);
  const [cos, sin] = [Math.cos(lean), Math.sin(lean)];
  for (const p of points) [p[0], p[1]] = [(p[0] - mx) * cos + (p[1] - my) * sin, (p[1] - my) * cos - (p[0] - mx) * sin];
  const rooms = each((at) => field[at] - Math.max(...sizes.map((size) => size[at])));
  const middles = each((at) => (Math.min(...points.map((p) => p[at])) + Math.max(...points.map((p) => p[at]))) / 2);
  const halves = each((at) => Math.max(...points.map((p) => Math.abs(p[at] - middles[at])), 1e-6));
  const scales = each((at) => rooms[at] / 2 / halves[at]);
  // Filled unevenly, but not so that who stands near seems far.
  const most = Math.min(...scales) * STRETCH;
  for (const p of points)
    for (const at of AXES) p[at] = field[at] / 2 + (p[at] - middles[at]) * Math.min(scales[at], most);
}

/** Pushes names off one another, each two by half, along the shorter way; true once all stand free. */
function apart(points: Point[], sizes: readonly Size[], field: Size): boolean {
  for (let round = 0; round < PUSHES; round++) {
    let free = true;
    for (const [i, a] of points.entries())
      for (let j = 0; j < i; j++) {
        const b = points[j] as Point;
        const room = (at: 0 | 1) =>
          ((sizes[i] as Size)[at] + (sizes[j] as Size)[at]) / 2 + GAP - Math.abs(a[at] - b[at]);
        const [x, y] = [room(0), room(1)];
        if (x <= 0.5 || y <= 0.5) continue;
        free = false;
        const at = x < y ? 0 : 1;
        const push = ((at ? y : x) / 2) * (a[at] < b[at] ? -1 : 1);
        a[at] += push;
        b[at] -= push;
      }
    for (const [i, p] of points.entries())
      for (const at of AXES) {
        const own = (sizes[i] as Size)[at] / 2;
        p[at] = Math.min(Math.max(p[at], own), field[at] - own);
      }
    if (free) return true;
  }
  return false;
}
