/** What the reader of the page corrects, and takes back. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { load, names, record } from "./load.mjs";

const { correct, History } = await load("elements/corrections.ts");
const { add, change, counts, namesake, remove } = await load("elements/acts.ts");
const { fromJson, loadCorrections, saveCorrections, toJson } = await load("elements/kept.ts");
const { Reading } = await load("elements/reading.ts");

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
    const { entities, mentions, quotes, summary } = correct(
      read,
      [{ op: "merge", key: "person/berg", into: "person/ina-berg" }],
      text,
    );
    assert.equal(mentions.filter((m) => m.entity === "person/ina-berg").length, 2);
    assert.deepEqual(entities.find((e) => e.id === "person/ina-berg").aliases, ["Ina Berg", "Berg"]);
    assert.equal(quotes[0].speaker.entity, "person/ina-berg");
    assert.deepEqual(summary.who, ["person/ina-berg"]);
  });

  it("takes out what is no name, and leaves what was said", () => {
    const { entities, mentions, quotes, summary } = correct(read, [{ op: "ignore", key: "person/berg" }], text);
    assert.equal(
      [...entities, ...mentions].some((x) => (x.entity ?? x.id) === "person/berg"),
      false,
    );
    assert.deepEqual(quotes, [{ start: 30, end: 35, kind: "direct", speaker: { start: 36, end: 40 } }]);
    assert.deepEqual(summary.who, ["person/ina-berg"]);
  });

  it("names and sorts anew", () => {
    const { entities, mentions } = correct(
      read,
      [
        { op: "rename", key: "place/lund", name: "Lund AB" },
        { op: "retype", key: "place/lund", kind: "organization" },
      ],
      text,
    );
    const lund = entities.find((e) => e.id === "place/lund");
    assert.deepEqual([lund.name, lund.kind, lund.aliases], ["Lund AB", "organization", ["Lund AB", "Lund"]]);
    assert.equal(mentions.find((m) => m.entity === "place/lund").kind, "organization");
  });

  it("that takes all words of somebody takes them out everywhere", () => {
    const add = { op: "add", key: "organization/berg", kind: "organization", name: "Berg", which: { form: "Berg" } };
    const { entities, quotes, summary } = correct(read, [add], text);
    // "Ina Berg" and "Berg" are the firm's now.
    assert.deepEqual(
      entities.map((e) => e.id),
      ["person/omar-sy", "place/lund", "organization/berg"],
    );
    assert.equal(quotes[0].speaker.entity, "organization/berg");
    assert.deepEqual(summary.who, []);
  });

  it("of the kind or by joining moves between people and places", () => {
    const retyped = correct(read, [{ op: "retype", key: "place/lund", kind: "person" }], text);
    assert.deepEqual(retyped.summary.where, []);
    assert.deepEqual(retyped.summary.who, ["person/ina-berg", "person/berg", "place/lund"]);
    const joined = correct(read, [{ op: "merge", key: "place/lund", into: "person/omar-sy" }], text);
    assert.deepEqual([joined.summary.where, joined.summary.who.at(-1)], [[], "person/omar-sy"]);
  });

  it("in any order leaves nobody without words, and nothing said by nobody", () => {
    const which = { form: "Berg" };
    const steps = [
      { op: "merge", key: "person/berg", into: "person/ina-berg" },
      { op: "split", key: "person/ina-berg", to: "person/berg-2", which },
      { op: "merge", key: "person/omar-sy", into: "person/berg-2" },
      { op: "retype", key: "person/berg-2", kind: "place" },
      { op: "ignore", key: "person/ina-berg" },
      { op: "rename", key: "person/ina-berg", name: "Nobody" },
      { op: "add", key: "place/lund-2", kind: "place", name: "Lund", which: { form: "Lund" } },
    ];
    for (let from = 0; from < steps.length; from++) {
      const turned = [...steps.slice(from), ...steps.slice(0, from)];
      const { entities, mentions, quotes, summary } = correct(read, turned, text);
      const ids = entities.map((e) => e.id);
      for (const e of entities) assert.equal(e.mentions, mentions.filter((m) => m.entity === e.id).length, e.id);
      const pointed = [...mentions, ...quotes.map((q) => q.speaker)].flatMap((x) => x?.entity ?? []);
      for (const id of [...pointed, ...summary.who, ...summary.where]) assert.ok(ids.includes(id), id);
    }
  });

  it("about somebody who is not there changes nothing", () => {
    for (const step of [
      { op: "ignore", key: "x" },
      { op: "merge", key: "person/berg", into: "x" },
    ])
      assert.deepEqual(correct(read, [step], text), read);
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

describe("what the form says becomes steps", () => {
  const text = "Ina Berg met Berg in May. Berg sang to Ina Berg. Bergen is far.";
  const { mentions, entities } = names(text, { "Ina Berg": "person/ina-berg" });
  for (const start of [13, 26])
    mentions.push({ start, end: start + 4, kind: "person", entity: "person/ina-berg", confidence: 1 });
  mentions.sort((a, b) => a.start - b.start);
  entities[0].mentions = 4;
  const dates = [{ start: 21, end: 24, type: "DATE", value: "2021-05", edtf: "" }];
  const reading = new Reading(record({ mentions, entities, dates }), text);
  const [whole, part] = reading.stops;
  const said = (more) => ({ name: "Ina Berg", kind: "person", same: "", which: "all", everywhere: false, ...more });
  const after = (steps) => {
    const { mentions, entities, dates } = correct(reading.record, steps, text);
    const of = (id) =>
      mentions
        .filter((m) => m.entity === id)
        .map((m) => text.slice(m.start, m.end))
        .join(", ");
    return [...entities.map((e) => `${e.kind} ${e.name} ${e.mentions}: ${of(e.id)}`), `${dates.length} dates`];
  };
  const NAMED = "Ina Berg, Berg, Berg, Ina Berg";

  it("counts what each choice means", () => {
    assert.deepEqual(counts(reading, part), { all: 4, form: 2, this: 1 });
  });

  it("knows who may be meant by selected words", () => {
    for (const form of ["Berg", "ina  berg", "Ina"]) assert.equal(namesake(reading, form), "person/ina-berg", form);
    for (const form of ["Bergen", "erg", "Ina Berg met", ""]) assert.equal(namesake(reading, form), undefined, form);
  });

  const ACTS = [
    ["another name", change, whole, { name: "Ina  Berg-Sy" }, [`person Ina Berg-Sy 4: ${NAMED}`, "1 dates"]],
    ["another kind", change, whole, { kind: "organization" }, [`organization Ina Berg 4: ${NAMED}`, "1 dates"]],
    [
      "somebody else, as written",
      change,
      part,
      { which: "form", name: "Alban Berg" },
      ["person Ina Berg 2: Ina Berg, Ina Berg", "person Alban Berg 2: Berg, Berg", "1 dates"],
    ],
    [
      "somebody else, here",
      change,
      part,
      { which: "this", name: "Berg", kind: "place" },
      ["person Ina Berg 3: Ina Berg, Berg, Ina Berg", "place Berg 1: Berg", "1 dates"],
    ],
    ["no name, as written", remove, part, { which: "form" }, ["person Ina Berg 2: Ina Berg, Ina Berg", "1 dates"]],
    ["no name at all", remove, whole, {}, ["1 dates"]],
    [
      "no date",
      remove,
      reading.stops.find((s) => s.kind === "date"),
      { which: "this" },
      [`person Ina Berg 4: ${NAMED}`, "0 dates"],
    ],
    [
      "a new name, as a word of its own",
      add,
      { start: 49, end: 55 },
      { name: "", kind: "place", which: "form" },
      [`person Ina Berg 4: ${NAMED}`, "place Bergen 1: Bergen", "1 dates"],
    ],
    [
      "a name over a date",
      add,
      { start: 21, end: 24 },
      { name: "May Li", which: "this" },
      [`person Ina Berg 4: ${NAMED}`, "person May Li 1: May", "0 dates"],
    ],
    [
      "one more of somebody",
      add,
      { start: 49, end: 55 },
      { same: "person/ina-berg", which: "this" },
      [`person Ina Berg 5: ${NAMED}, Bergen`, "1 dates"],
    ],
    ["nothing changed, nothing done", change, whole, {}, [`person Ina Berg 4: ${NAMED}`, "1 dates"]],
  ];
  for (const [what, act, stop, more, result] of ACTS)
    it(what, () => assert.deepEqual(after(act(reading, stop, said(more))), result));

  it("for all articles only where the words are not tied to one place", () => {
    assert.equal(change(reading, whole, said({ name: "X", everywhere: true }))[0].everywhere, true);
    assert.equal(remove(reading, part, said({ which: "this", everywhere: true }))[0].everywhere, undefined);
  });
});

describe("corrections that are kept", () => {
  const store = new Map();
  globalThis.localStorage = {
    getItem: (key) => store.get(key) ?? null,
    setItem: (key, value) => store.set(key, value),
    removeItem: (key) => store.delete(key),
  };
  const own = { op: "ignore", key: "place/lund" };
  const wide = { op: "rename", key: "person/omar-sy", name: "O. Sy", everywhere: true };

  it("hold for their article, or for all", () => {
    assert.equal(saveCorrections(text, [own, wide], []), true);
    assert.deepEqual(loadCorrections(text, read), [wide, own]);
    assert.deepEqual(loadCorrections("another text", read), [wide]);
    assert.deepEqual(loadCorrections("another text", record({})), [], "nobody of that name in it");
  });

  it("are gone everywhere when taken back", () => {
    saveCorrections("another text", [], [wide]);
    assert.deepEqual(loadCorrections(text, read), [own]);
  });

  it("that cannot be kept are said to be", () => {
    const { setItem } = localStorage;
    localStorage.setItem = () => {
      throw new Error("full");
    };
    assert.equal(saveCorrections(text, [own], []), false);
    localStorage.setItem = setItem;
  });

  it("go out as JSON and come back; what is none is left out", () => {
    assert.deepEqual(fromJson(toJson([own, wide])), [own, wide]);
    for (const bad of ["", "{}", "[]", '{"format":"other","corrections":[]}']) assert.equal(fromJson(bad), undefined);
    const mixed = JSON.stringify({
      format: "glosser-corrections",
      corrections: [own, 7, { op: "rename", key: 1 }, { op: "add", key: "a", name: "b", kind: "date" }],
    });
    assert.deepEqual(fromJson(mixed), [own]);
  });
});
