/** Rows and columns of the view across articles: what the library tells, in the order of the columns. */
import assert from "node:assert/strict";
import { it } from "node:test";
import { load } from "./load.mjs";

const { inOrder, together } = await load("elements/together.ts");

it("puts every figure under the articles that name it", () => {
  const members = ["b", "a", "c"].map((id) => ({ id, title: id }));
  const ina = {
    id: "person/ina-berg",
    kind: "person",
    name: "Ina Berg",
    appearances: [
      { article: "a", entity: "person/ina-berg", mentions: 2 },
      { article: "c", entity: "person/berg", mentions: 1 },
      { article: "not shown", entity: "person/berg", mentions: 9 },
    ],
  };
  const [row] = together(members, [ina]);
  assert.equal(row.name, "Ina Berg");
  assert.deepEqual(
    row.cells.map((cell) => cell && [cell.entity, cell.mentions]),
    [undefined, ["person/ina-berg", 2], ["person/berg", 1]],
  );
});

it("articles stand in order of time, those of unknown days last as they came", () => {
  const member = (id, published) => ({ id, reading: { record: { published } } });
  const order = inOrder([member("b"), member("2", "2020-01-02"), member("a"), member("1", "2020-01-01"), member("c")]);
  assert.deepEqual(
    order.map(({ id }) => id),
    ["1", "2", "b", "a", "c"],
  );
});
