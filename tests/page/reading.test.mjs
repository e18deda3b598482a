/** The article as the interface sees it: dates in words, the way through the marks, offsets carried into the page. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { load, names, record } from "./load.mjs";

const { carry, dateLabel, Reading, reproject } = await load("elements/reading.ts");
const date = (value, more = {}) => ({ start: 0, end: 1, type: "DATE", value, edtf: "", ...more });

describe("a date in words", () => {
  const DATES = [
    ["2019-08-23", { from: "2019-08-23", to: "2019-08-23" }, "23 August 2019"],
    ["2019-08", { from: "2019-08-01", to: "2019-08-31" }, "August 2019"],
    ["2011", { from: "2011-01-01", to: "2011-12-31" }, "2011"],
    ["2015", { mod: "END", from: "2015-09-01", to: "2015-12-31" }, "late 2015"],
    ["199", { from: "1990-01-01", to: "1999-12-31" }, "1990s"],
    ["2019-W34", { from: "2019-08-19", to: "2019-08-25" }, "19 – 25 August 2019"],
    ["2019-08-23T20:44", { type: "TIME", from: "2019-08-23", to: "2019-08-23" }, "23 August 2019, 20:44"],
    ["2019-08-23TEV", { type: "TIME", from: "2019-08-23", to: "2019-08-23" }, "23 August 2019, evening"],
    ["XXXX-WXX-2", {}, undefined],
    ["P4M", { type: "DURATION" }, undefined],
    ["PRESENT_REF", { vague: true }, undefined],
    ["2019-13-45", { from: "2019-13-45", to: "2019-13-46" }, "2019-13-45 – 2019-13-46"],
  ];
  for (const [value, more, words] of DATES)
    it(`${value} is ${words ?? "left open"}`, () => {
      // The dash of ranges is set in thin spaces by some versions of the tables.
      assert.equal(dateLabel(date(value, more))?.replace(/\s/g, " "), words);
    });
});

describe("the way through an article", () => {
  const text = "Ina Berg met Omar Sy. Berg left on Monday. On Monday Sy stayed.";
  const monday = { type: "DATE", value: "2021-05-03", edtf: "", from: "2021-05-03", to: "2021-05-03" };
  const days = [...text.matchAll(/Monday/g)].map(({ index }) => ({ ...monday, start: index, end: index + 6 }));
  const owners = { "Ina Berg": "person/ina-berg", "Omar Sy": "person/omar-sy" };
  const { mentions, entities } = names(text, owners);
  mentions.push({ start: 22, end: 26, kind: "person", entity: "person/ina-berg", confidence: 0.9 });
  const reading = new Reading(
    record({ mentions, entities, dates: days, blocks: [{ start: 0, end: text.length, kind: "body" }] }),
    text,
  );

  it("goes in the order of the text", () => {
    assert.deepEqual(
      reading.stops.map((stop) => text.slice(stop.start, stop.end)),
      ["Ina Berg", "Omar Sy", "Berg", "Monday", "Monday"],
    );
  });

  it("counts the mentions of one person, and of one day however often it is named", () => {
    const berg = reading.mentionsOf("person/ina-berg");
    assert.deepEqual(
      berg.map((stop) => reading.place(stop)),
      [
        [1, 2],
        [2, 2],
      ],
    );
    assert.equal(reading.mentionsOf("date:0").length, 2);
    assert.equal(reading.dateGroups.length, 1);
  });

  it("says where in the article", () => {
    assert.equal(reading.whereabouts(5), "paragraph 1");
  });
});

describe("offsets carried into the page", () => {
  const source = "Talks in\n Lund\n\nIna Berg of Lund\n\nIna Berg of Lund\n\nShe spoke.";
  const repeat = { start: 34, end: 50, kind: "repeat" };
  const { mentions, entities } = names(source, { "Ina Berg": "person/ina-berg", Lund: "place/lund" });
  const read = record({ mentions, entities, blocks: [repeat], sentences: [{ start: 52, end: 62 }] });

  it("stand on the same words where white space is folded and a repeat is left out", () => {
    const target = "Talks in Lund\n\nIna Berg of Lund\n\nShe spoke.";
    const moved = reproject(read, source, target);
    const words = (spans) => spans.map((span) => target.slice(span.start, span.end));
    assert.deepEqual(words(moved.mentions), ["Lund", "Ina Berg", "Lund"]);
    assert.deepEqual(words(moved.sentences), ["She spoke."]);
  });

  it("are given up where the page has other words", () => {
    for (const other of ["", "Talks in Lund", `${source} more`, source.replace("spoke", "spake")])
      assert.equal(reproject(read, source, other), undefined);
  });
});

describe("marks after an edit of the text", () => {
  const before = "Ina Berg met Omar Sy in Lund. Then Berg left, and Sy slept.";
  const { mentions, entities } = names(before, {
    "Ina Berg": "person/ina-berg",
    "Omar Sy": "person/omar-sy",
    Lund: "place/lund",
  });
  const read = record({
    mentions,
    entities,
    sentences: [
      { start: 0, end: 29 },
      { start: 30, end: 59 },
    ],
  });
  const EDITS = [
    ["before them: they move along", `Rain. ${before}`, "Ina Berg, Omar Sy, Lund"],
    ["after them: they stay", `${before} The end.`, "Ina Berg, Omar Sy, Lund"],
    ["of one of them: it is lost", before.replace("Omar Sy", "Ola Li"), "Ina Berg, Lund"],
    [
      "around one of them: it is found by its neighbours",
      `A: ${before.replace("Then Berg left", "She left")}`,
      "Ina Berg, Omar Sy, Lund",
    ],
    ["of everything: all is lost", "Quite another text.", ""],
  ];
  for (const [what, after, left] of EDITS)
    it(what, () => {
      const moved = carry(read, before, after);
      assert.equal(moved.mentions.map((m) => after.slice(m.start, m.end)).join(", "), left);
      assert.equal(moved.sentences.length, 2, "sentences keep their numbers");
    });
});
