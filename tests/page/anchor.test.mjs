/** Words that are found again in a text that has changed: without doubt, or not at all. */
import assert from "node:assert/strict";
import { it } from "node:test";
import { load } from "./load.mjs";

const { anchor, everywhere, quoteOf } = await load("elements/anchor.ts");
const text = "Berg came. Sy left. Then Berg sang, and Berg slept.";
const second = quoteOf(text, { start: 25, end: 29 });

const PLACES = [
  ["where it was", text, 25],
  ["after something was put before", `Rain. ${text}`, 31],
  ["with only what follows left", text.replace("Then Berg", "Berg"), 20],
  ["with only what precedes left", text.replace("Berg sang", "Berg rang"), 25],
  ["not where all around is new", "At last Berg came home.", undefined],
  ["not where it could be two", `${text} ${text}`.replaceAll("Berg came", "Burg came"), undefined],
  ["not where it is gone", text.replaceAll("Berg", "Burg"), undefined],
];
for (const [what, now, start] of PLACES) it(what, () => assert.equal(anchor(now, second)?.start, start));

it("finds a form only as a word of its own", () => {
  assert.deepEqual(
    everywhere("Sy, Sydney, “Sy” and Asy-Sy", "Sy").map((s) => s.start),
    [0, 13, 25],
  );
  assert.deepEqual(everywhere("a b", " "), []);
});
