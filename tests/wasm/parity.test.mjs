/** The same text gives the same record, natively and in WebAssembly, number for number. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { gunzipSync } from "node:zlib";
import { createReader } from "../../dist/glosser.js";
import { root } from "../../tools/run.mjs";
import { ODD } from "./odd.mjs";

const articles = (folder) => {
  const path = join(root, folder);
  const names = existsSync(path) ? readdirSync(path).filter((name) => name.endsWith(".txt")) : [];
  if (names.length === 0) console.log(`no texts in ${folder}: left out`);
  return names.map((name) => ({ id: `${folder}/${name}`, text: readFileSync(join(path, name), "utf8") }));
};

const lines = [
  // Three small towns that only the larger gazetteer knows.
  {
    id: "small towns",
    text: "Snow fell in Grindavik, in Kragerø and in Zerbst on Tuesday. The mayor of Zerbst spoke.",
  },
  ...articles("corpus"),
  ...articles("corpus").map(({ id, text }) => ({
    id: `${id}, dated`,
    text,
    published: "2019-08-23",
    title: "A title of its own",
  })),
  ...articles("../shared/seeds"),
  ...ODD.map((text, index) => ({ id: `odd ${index}`, text, published: "2021-05-06" })),
];

/** What the native command makes of the lines, by their ids. */
function native(...places) {
  const command = join(root, "target", "fast", "glosser");
  const input = lines.map((line) => `${JSON.stringify(line)}\n`).join("");
  const args = ["read", "--jsonl", "--offsets", "utf16", ...places];
  const records = execFileSync(command, args, { input, maxBuffer: 1 << 28, encoding: "utf8" })
    .trimEnd()
    .split("\n");
  return new Map(records.map((line) => JSON.parse(line)).map(({ id, ...record }) => [id, record]));
}

const wasm = readFileSync(join(root, "dist", "glosser_bg.wasm"));

describe("native = wasm", () => {
  const expected = native("--places", "base");
  const reader = createReader({ wasm });
  after(() => reader.dispose());

  for (const { id, text, ...options } of lines) {
    it(id, async () => {
      const record = await reader.read(text, options);
      assert.deepEqual(record, expected.get(id));
      for (const list of ["blocks", "sentences", "mentions", "references", "dates", "quotes"]) {
        let last = 0;
        for (const { start, end } of record[list]) {
          assert.ok(start < end && end <= text.length && start >= last, `${list} ${start}..${end}`);
          last = start;
        }
      }
    });
  }
});

describe("native = wasm with the larger gazetteer", () => {
  const expected = native();
  const packed = readFileSync(join(root, "dist", "places.bin.gz"));
  const placed = (record) => record.entities.filter((entity) => entity.place).length;

  it("all the lines", async () => {
    const reader = createReader({ wasm, places: packed });
    for (const { id, text, ...options } of lines)
      assert.deepEqual(await reader.read(text, options), expected.get(id), id);
    assert.equal(placed(expected.get("small towns")), 3);
  });

  it("unpacked by whoever fetched it", async () => {
    const reader = createReader({ wasm, places: gunzipSync(packed) });
    assert.equal(placed(await reader.read(lines[0].text)), 3);
    assert.equal(placed(await createReader({ wasm }).read(lines[0].text)), 0, "the one at hand knows none of them");
  });
});
