/** The text of a page, and the way from its offsets to text nodes and back. */
import assert from "node:assert/strict";
import { it } from "node:test";
import { load } from "./load.mjs";

const { Flow, GAP } = await load("core/dom/flow.ts");

/** A flow of texts, each with the gap after it. */
function flow(...parts) {
  const made = new Flow();
  parts.forEach(([data, gap], node) => {
    made.push(node, data, false);
    made.gap(GAP[gap]);
  });
  return made;
}

it("white space collapses across nodes, and blocks stand apart", () => {
  const parts = [
    ["\n  A dry ", "none"],
    ["  summer\n ", "block"],
    [" \n ", "block"],
    ["Rain,", "line"],
    ["at last", "none"],
  ];
  assert.equal(flow(...parts).text(), "A dry summer\n\nRain,\nat last");
});

it("every stretch leads to its node and back", () => {
  const parts = [
    ["  Zoë 😀  met\nIna ", "none"],
    ["Berg", "block"],
    ["in Ulm", "none"],
  ];
  const made = flow(...parts);
  const text = made.text();
  assert.equal(text, "Zoë 😀 met Ina Berg\n\nin Ulm");
  for (const name of ["Zoë", "😀", "met", "Ina", "Berg", "Ulm", "met Ina"]) {
    const at = text.indexOf(name);
    const [from, to] = made.places(at, at + name.length);
    assert.equal(from.node, to.node);
    assert.equal(parts[from.node][0].slice(from.offset, to.offset).replace("\n", " "), name);
    assert.equal(made.position(from), at);
  }
  const [from, to] = made.places(text.indexOf("Ina"), text.indexOf("Berg") + 4);
  assert.deepEqual([from.node, to], [0, { node: 1, offset: 4 }]);
});

it("what is not in the page has no place", () => {
  const made = flow(["one", "block"], ["two", "none"]);
  assert.equal(made.places(3, 5), undefined, "the blank line between blocks");
  assert.equal(made.places(2, 2), undefined);
  assert.equal(made.places(40, 50), undefined);
  assert.deepEqual(made.places(0, 2 ** 31), [
    { node: 0, offset: 0 },
    { node: 1, offset: 3 },
  ]);
  assert.equal(made.position({ node: 7, offset: 0 }), undefined);
  assert.equal(new Flow().places(0, 1), undefined);
});

it("preformatted text keeps its lines", () => {
  const made = new Flow();
  made.push(0, "a\n\n  b", true);
  assert.equal(made.text(), "a\n\n  b");
  assert.deepEqual(made.places(5, 6), [
    { node: 0, offset: 5 },
    { node: 0, offset: 6 },
  ]);
});
