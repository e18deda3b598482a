/** Rows and columns of the view across articles: what the library tells, in the order of the columns. */
import assert from "node:assert/strict";
import { it } from "node:test";
import { load } from "./load.mjs";

const { together } = await load("elements/together.ts");

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
  const [row] = together(members, { figures: [ina] });
  assert.equal(row.name, "Ina Berg");
  assert.deepEqual(
    row.cells.map((cell) => cell && [cell.entity, cell.mentions]),
    [undefined, ["person/ina-berg", 2], ["person/berg", 1]],
  );
});
