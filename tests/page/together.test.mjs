/** One person, one place, one body across articles. */
import assert from "node:assert/strict";
import { it } from "node:test";
import { load, names, record } from "./load.mjs";

const { together } = await load("elements/together.ts");
const { Reading } = await load("elements/reading.ts");

const member = (id, owners, places = {}) => {
  const text = Object.keys(owners).join(" met ");
  const { mentions, entities } = names(text, owners);
  for (const entity of entities) if (places[entity.id]) entity.place = { id: places[entity.id] };
  return { id, title: id, reading: new Reading(record({ mentions, entities }), text) };
};
const rows = (...members) =>
  Object.fromEntries(together(members).map((s) => [s.name, s.cells.map((cell) => cell?.mentions ?? 0).join(" ")]));

it("joins names that differ in accents, articles and marks", () => {
  assert.deepEqual(
    rows(
      member("a", { "Recep Tayyip Erdogan": "person/a", "the Kremlin": "organization/k" }),
      member("b", { "Recep Tayyip Erdoğan": "person/b", Kremlin: "organization/k" }),
    ),
    { "Recep Tayyip Erdogan": "1 1", "the Kremlin": "1 1" },
  );
});

it("joins a last name with the one who bears it, and with nobody where two do", () => {
  assert.deepEqual(rows(member("a", { "Ina Berg": "person/ina-berg" }), member("b", { Berg: "person/berg" })), {
    "Ina Berg": "1 1",
  });
  const two = rows(
    member("a", { "Ina Berg": "person/ina-berg" }),
    member("b", { "Alban Berg": "person/alban-berg" }),
    member("c", { Berg: "person/berg" }),
  );
  assert.deepEqual(two, { "Ina Berg": "1 0 0", "Alban Berg": "0 1 0", Berg: "0 0 1" });
});

it("tells places by where they are, not by what they are called", () => {
  const a = member("a", { Paris: "place/paris" }, { "place/paris": 1 });
  const b = member("b", { Paris: "place/paris" }, { "place/paris": 2 });
  const c = member("c", { "City of Light": "place/light" }, { "place/light": 1 });
  assert.deepEqual(
    together([a, b, c])
      .map((s) => s.cells.map((cell) => (cell ? 1 : 0)).join(""))
      .sort(),
    ["010", "101"],
  );
});

it("keeps a person and a body of the same name apart", () => {
  assert.equal(together([member("a", { Ford: "person/ford" }), member("b", { Ford: "organization/ford" })]).length, 2);
});
