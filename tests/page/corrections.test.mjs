/** What the reader of the page corrects, and takes back. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { load, names, record } from "./load.mjs";

const { correct, History } = await load("elements/corrections.ts");

const text = "Ina Berg met Omar Sy in Lund. “Go,” Berg said.";
const found = names(text, { "Ina Berg": "person/ina-berg", "Omar Sy": "person/omar-sy", Lund: "place/lund" });
const read = record({
  ...found,
  mentions: [...found.mentions, { start: 36, end: 40, kind: "person", entity: "person/berg", confidence: 0.9 }],
  entities: [
    ...found.entities,
    { id: "person/berg", kind: "person", name: "Berg", aliases: ["Berg"], mentions: 1, salience: 0.5 },
  ],
  quotes: [{ start: 30, end: 35, kind: "direct", speaker: { start: 36, end: 40, entity: "person/berg" } }],
  summary: { sentences: [], who: ["person/ina-berg", "person/berg"], where: ["place/lund"], when: [] },
});
const before = structuredClone(read);

describe("a correction", () => {
  it("joins two names everywhere", () => {
    const { entities, mentions, quotes, summary } = correct(read, [
      { op: "merge", key: "person/berg", into: "person/ina-berg" },
    ]);
    assert.equal(mentions.filter((m) => m.entity === "person/ina-berg").length, 2);
    assert.deepEqual(entities.find((e) => e.id === "person/ina-berg").aliases, ["Ina Berg", "Berg"]);
    assert.equal(quotes[0].speaker.entity, "person/ina-berg");
    assert.deepEqual(summary.who, ["person/ina-berg"]);
  });

  it("takes out what is no name, and leaves what was said", () => {
    const { entities, mentions, quotes, summary } = correct(read, [{ op: "ignore", key: "person/berg" }]);
    assert.equal(
      [...entities, ...mentions].some((x) => (x.entity ?? x.id) === "person/berg"),
      false,
    );
    assert.deepEqual(quotes, [{ start: 30, end: 35, kind: "direct", speaker: { start: 36, end: 40 } }]);
    assert.deepEqual(summary.who, ["person/ina-berg"]);
  });

  it("names and sorts anew", () => {
    const { entities, mentions } = correct(read, [
      { op: "rename", key: "place/lund", name: "Lund AB" },
      { op: "retype", key: "place/lund", kind: "organization" },
    ]);
    const lund = entities.find((e) => e.id === "place/lund");
    assert.deepEqual([lund.name, lund.kind, lund.aliases], ["Lund AB", "organization", ["Lund AB", "Lund"]]);
    assert.equal(mentions.find((m) => m.entity === "place/lund").kind, "organization");
  });

  it("about somebody who is not there changes nothing", () => {
    for (const step of [
      { op: "ignore", key: "x" },
      { op: "merge", key: "person/berg", into: "x" },
    ])
      assert.deepEqual(correct(read, [step]), read);
  });

  it("never changes what was read", () => assert.deepEqual(read, before));
});

describe("the history of corrections", () => {
  const [a, b, c] = ["a", "b", "c"].map((key) => ({ op: "ignore", key }));

  it("takes back and makes again whole acts", () => {
    const history = new History();
    history.add([a]);
    history.add([b, c]);
    history.undo();
    assert.deepEqual(history.steps, [a]);
    history.redo();
    assert.deepEqual(history.steps, [a, b, c]);
    history.undo();
    history.undo();
    assert.deepEqual([history.steps.length, history.canUndo, history.canRedo], [0, false, true]);
  });

  it("forgets what was taken back once something else is corrected", () => {
    const history = new History([a]);
    history.undo();
    history.add([b]);
    assert.equal(history.canRedo, false);
    assert.deepEqual(history.steps, [b]);
  });
});
