/** Who is named with whom: who is drawn and in which order, and where each name stands. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { load } from "./load.mjs";

const { company } = await load("elements/company/ties.ts");
const { layout } = await load("elements/company/layout.ts");

const figure = (id, name, kind = "person") => ({ id, name, kind, aliases: [name] });
const met = (one, other, sentences, articles = ["a"]) => ({ one, other, sentences, articles });
const story = {
  figures: [
    figure("ina", "Ina Berg"),
    figure("omar", "Omar Sy"),
    figure("tom", "Tom Berg"),
    figure("port", "Port Authority", "organization"),
    figure("rita", "Rita Campos"),
  ],
  meetings: [met("ina", "omar", 5, ["a", "b"]), met("tom", "port", 4), met("ina", "port", 1), met("tom", "rita", 1)],
};
const named = (given) => given.actors.map(({ name }) => name);

describe("who is drawn", () => {
  it("are those with most company, next to whom they are tied to", () => {
    // Ina has 6 sentences; Omar is tied to her, Tom more strongly to somebody who is not there yet.
    assert.deepEqual(named(company(story, () => true, 9)), [
      "Ina Berg",
      "Omar Sy",
      "Port Authority",
      "Tom Berg",
      "Rita Campos",
    ]);
    const { ties } = company(story, () => true, 9);
    assert.deepEqual(ties[0], { one: 0, other: 1, sentences: 5, articles: 2 });
    assert.equal(ties.length, 4);
  });

  it("are as many as fit, without those who are left alone", () => {
    const few = company(story, () => true, 4);
    assert.deepEqual(named(few), ["Ina Berg", "Omar Sy", "Port Authority", "Tom Berg"]);
    assert.equal(few.ties.length, 3);
    // Two who have most company, but not one another's.
    const apart = { ...story, meetings: [met("ina", "omar", 5), met("tom", "rita", 4)] };
    assert.deepEqual(named(company(apart, () => true, 3)), ["Ina Berg", "Omar Sy"]);
  });

  it("are those who are sought, with their company", () => {
    const sought = company(story, (names) => names.includes("Rita"), 9);
    assert.deepEqual(named(sought), ["Tom Berg", "Rita Campos"]);
    assert.deepEqual(
      company(story, () => false, 9),
      { actors: [], ties: [] },
    );
  });

  it("go by a last name only where nobody else bears it", () => {
    const brief = Object.fromEntries(company(story, () => true, 9).actors.map(({ name, brief }) => [name, brief]));
    assert.equal(brief["Ina Berg"], "Ina Berg");
    assert.equal(brief["Omar Sy"], "Sy");
    assert.equal(brief["Port Authority"], "Port Authority");
  });
});

describe("the drawing", () => {
  /** Numbers without chance, for stories of many shapes. */
  const numbers = (seed) => () => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed / 2147483648;
  };
  const shapes = Array.from({ length: 60 }, (_, seed) => {
    const next = numbers(seed + 1);
    const count = 4 + Math.floor(next() * 11);
    const sizes = Array.from({ length: count }, () => [40 + Math.floor(next() * 90), next() < 0.3 ? 42 : 25]);
    const ties = [];
    for (let one = 0; one < count; one++)
      for (let other = one + 1; other < count; other++)
        if (next() < 0.25) ties.push({ one, other, sentences: 1 + Math.floor(next() * 20), articles: 1 });
    return { sizes, ties };
  });
  const free = (points, sizes, width, height) =>
    points.every(([x, y], i) => {
      const [w, h] = sizes[i];
      const inside = x - w / 2 > -1 && y - h / 2 > -1 && x + w / 2 < width + 1 && y + h / 2 < height + 1;
      const alone = points.every(([a, b], j) => {
        const [v, g] = sizes[j];
        return i === j || Math.abs(x - a) >= (w + v) / 2 || Math.abs(y - b) >= (h + g) / 2;
      });
      return inside && alone;
    });

  it("keeps every name inside and off the others, on a page and on a phone, or says that it cannot", () => {
    let drawn = 0;
    for (const [width, height] of [
      [736, 456],
      [280, 320],
    ])
      for (const { sizes, ties } of shapes) {
        const points = layout(sizes, ties, width, height);
        if (!points) continue;
        drawn++;
        assert.ok(free(points, sizes, width, height), JSON.stringify({ points, sizes, width }));
      }
    assert.ok(drawn > 80, `${drawn} of 120`);
    assert.ok(shapes.every(({ sizes, ties }) => layout(sizes, ties, 736, 456)));
  });

  it("is the same each time", () => {
    const [{ sizes, ties }] = shapes;
    assert.deepEqual(layout(sizes, ties, 736, 456), layout(sizes, ties, 736, 456));
  });

  it("puts those who are tied nearer than those who are not", () => {
    // Two groups of three.
    const ties = [
      [0, 1],
      [0, 2],
      [1, 2],
      [3, 4],
      [3, 5],
      [4, 5],
    ].map(([one, other]) => ({ one, other, sentences: 3, articles: 1 }));
    const sizes = Array.from({ length: 6 }, () => [60, 25]);
    const points = layout(sizes, ties, 736, 456);
    const far = (i, j) => Math.hypot(points[i][0] - points[j][0], points[i][1] - points[j][1]);
    assert.ok(Math.max(far(0, 1), far(0, 2), far(1, 2)) < Math.min(far(0, 3), far(1, 4), far(2, 5)));
  });

  it("draws one or two as well", () => {
    assert.deepEqual(layout([], [], 700, 400), []);
    assert.deepEqual(layout([[60, 25]], [], 700, 400), [[350, 200]]);
    const two = [{ one: 0, other: 1, sentences: 1, articles: 1 }];
    assert.ok(
      layout(
        [
          [60, 25],
          [60, 25],
        ],
        two,
        700,
        400,
      )
        .flat()
        .every(Number.isFinite),
    );
  });
});
