/** What is marked, by what the reader of the page has chosen. */
import assert from "node:assert/strict";
import { it } from "node:test";
import { load, names, record } from "./load.mjs";

const { defaults, shown } = await load("elements/choices.ts");
const { Reading } = await load("elements/reading.ts");

const text = "Ina Berg met Omar Sy in Lund. Ina Berg left, perhaps for Ystad, recently.";
const found = names(
  text,
  { "Ina Berg": "person/ina-berg", "Omar Sy": "person/omar-sy", Lund: "place/lund", Ystad: "place/ystad" },
  { Ystad: 0.3 },
);
const vague = { start: 64, end: 72, type: "DATE", value: "PAST_REF", edtf: "", vague: true };
const reading = new Reading(record({ ...found, dates: [vague] }), text);

/** Which words are marked, and that the way back to the whole record leads to the same words. */
function marked(change, held) {
  const { record: cut, kept } = shown(reading, { ...defaults(), ...change }, held);
  assert.deepEqual(
    kept.mentions.map((i) => reading.record.mentions[i]),
    cut.mentions,
  );
  assert.deepEqual(
    kept.dates.map((i) => reading.record.dates[i]),
    cut.dates,
  );
  return [...cut.mentions, ...cut.dates].map((span) => text.slice(span.start, span.end)).join(", ");
}

const CHOICES = [
  ["at first all but vague dates", {}, undefined, "Ina Berg, Omar Sy, Lund, Ina Berg, Ystad"],
  ["vague dates when asked for", { vague: true }, undefined, "Ina Berg, Omar Sy, Lund, Ina Berg, Ystad, recently"],
  ["no guesses", { unsure: false }, undefined, "Ina Berg, Omar Sy, Lund, Ina Berg"],
  ["only what is repeated", { density: "repeated" }, undefined, "Ina Berg, Ina Berg"],
  ["only what is in hand", { density: "chosen" }, "place/lund", "Lund"],
  ["nothing while nothing is in hand", { density: "chosen" }, undefined, ""],
];
for (const [what, change, held, words] of CHOICES) it(what, () => assert.equal(marked(change, held), words));
