/** Looking at a drawing from nearer: what is under the pointer stays there, and no edge is drawn inside the frame. */
import assert from "node:assert/strict";
import { it } from "node:test";
import { load } from "./load.mjs";

const { nearer } = await load("elements/zoom.ts");
const frame = { width: 300, height: 200, most: 8 };
const whole = { k: 1, x: 0, y: 0 };

it("keeps what is under the pointer where it is", () => {
  const view = nearer(whole, 2, 120, 50, frame);
  assert.deepEqual(view, { k: 2, x: -120, y: -50 });
  assert.deepEqual(nearer(view, 0.5, 120, 50, frame), whole);
});

it("gets as near as it may, and as far as the whole", () => {
  assert.equal(nearer(whole, 100, 0, 0, frame).k, 8);
  assert.deepEqual(nearer({ k: 2, x: -10, y: -200 }, 0.1, 0, 0, frame), whole);
});

it("fills its frame whatever is asked", () => {
  let view = whole;
  for (const [by, x, y] of [
    [3, 300, 200],
    [0.5, 0, 0],
    [4, 10, 190],
    [0.7, 300, 0],
  ]) {
    view = nearer(view, by, x, y, frame);
    assert.ok(view.x <= 0 && view.x >= 300 * (1 - view.k) && view.y <= 0 && view.y >= 200 * (1 - view.k));
  }
});
