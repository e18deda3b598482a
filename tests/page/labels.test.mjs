/** Labels on map and timeline never collide, whatever they are. */
import assert from "node:assert/strict";
import { it } from "node:test";
import { load } from "./load.mjs";

const { labelPlacer } = await load("elements/labels.ts");

it("places no label over another, or outside", () => {
  let seed = 7;
  const random = (below) => {
    seed = (seed * 48271) % 0x7fffffff;
    return seed % below;
  };
  const put = labelPlacer(300, 200);
  const placed = [];
  for (let i = 0; i < 500; i++) {
    const box = [random(320) - 10, random(220) - 10, 10 + random(80), 12];
    if (put(...box)) placed.push(box);
  }
  assert.ok(placed.length > 20);
  for (const [x, y, w, h] of placed) {
    assert.ok(x >= 0 && x + w <= 300 && y >= -2 && y + h <= 202);
    for (const [x2, y2, w2, h2] of placed)
      if (x !== x2 || y !== y2) assert.ok(x >= x2 + w2 || x2 >= x + w || y >= y2 + h2 || y2 >= y + h);
  }
});
