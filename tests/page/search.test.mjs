/** What is sought across articles: names, days in words, sentences; and where a sentence that is found leads. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { load, names, record } from "./load.mjs";

const { seeker, sentencesWith } = await load("elements/across/search.ts");
const { dateLabel, Reading } = await load("elements/reading.ts");

describe("what is sought", () => {
  const FITS = [
    ["berg", "Ina Berg", true],
    ["ina be", "Ina Berg", true],
    ["berg ina", "Ina Berg", true],
    ["erdogan", "Recep Tayyip Erdoğan", true],
    ["Erdoğan", "Recep Tayyip Erdogan", true],
    ["al-Assad", "Bashar al Assad", true],
    ["", "Ina Berg", true],
    ["  ", "Ina Berg", true],
    ["...", "Ina Berg", true],
    // A word is sought from its beginning.
    ["erg", "Ina Berg", false],
    ["berg omar", "Ina Berg", false],
  ];
  for (const [sought, text, found] of FITS)
    it(`“${sought}” is ${found ? "" : "not "}in “${text}”`, () => assert.equal(seeker(sought)(text), found));

  const AUGUST = { type: "DATE", value: "2019-08-23", from: "2019-08-23", to: "2019-08-23" };
  const LATE = { type: "DATE", value: "2015", mod: "END", from: "2015-09-01", to: "2015-12-31" };
  const DAYS = [
    ["august", AUGUST, true],
    ["23 aug 2019", AUGUST, true],
    ["2019", AUGUST, true],
    ["late 2015", LATE, true],
    ["september", AUGUST, false],
    ["2018", AUGUST, false],
  ];
  for (const [sought, date, found] of DAYS)
    it(`“${sought}” is ${found ? "" : "not "}${dateLabel(date)}`, () =>
      assert.equal(seeker(sought)(dateLabel(date)), found));
});

describe("sentences that are found", () => {
  /** An article of sentences, with Ina Berg in it by name. */
  const member = (id, ...said) => {
    const text = said.join(" ");
    const sentences = said.map((words) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length }));
    const blocks = [{ start: 0, end: text.length, kind: "body" }];
    const reading = new Reading(record({ ...names(text, { "Ina Berg": "person/ina-berg" }), sentences, blocks }), text);
    return { id, title: id, reading };
  };
  const members = [
    member("one", "The bridge is closed.", "Ina Berg closed the old bridge.", "It rained."),
    member("two", "Nobody crossed.", "A brïdge fell."),
  ];
  const found = (sought, most = 9) =>
    sentencesWith(members, sought, most).map(({ member, text, stop }) => [member.id, text, stop?.key]);

  it("come article by article, each with the name it leads to", () => {
    assert.deepEqual(found("bridge"), [
      ["one", "The bridge is closed.", undefined],
      ["one", "Ina Berg closed the old bridge.", "person/ina-berg"],
      ["two", "A brïdge fell.", undefined],
    ]);
  });

  it("have all that is sought, wherever it stands", () => {
    assert.deepEqual(found("bridge ina"), [["one", "Ina Berg closed the old bridge.", "person/ina-berg"]]);
    assert.deepEqual(found("ridge"), []);
    assert.deepEqual(found("rained crossed"), []);
  });

  it("are none where nothing is sought, and no more than are asked for", () => {
    assert.deepEqual(found(" "), []);
    assert.equal(found("bridge", 2).length, 2);
  });
});
