/** The same text gives the same record, natively and in WebAssembly, number for number. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, describe, it } from "node:test";
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

describe("native = wasm", () => {
  const native = new Map(
    execFileSync(
      join(root, "target", "fast", "glosser"),
      ["read", "--jsonl", "--places", "base", "--offsets", "utf16"],
      {
        input: lines.map((line) => `${JSON.stringify(line)}\n`).join(""),
        maxBuffer: 1 << 28,
        encoding: "utf8",
      },
    )
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line))
      .map(({ id, ...record }) => [id, record]),
  );
  const reader = createReader({ wasm: readFileSync(join(root, "dist", "glosser_bg.wasm")) });
  after(() => reader.dispose());

  for (const { id, text, ...options } of lines) {
    it(id, async () => {
      const record = await reader.read(text, options);
      assert.deepEqual(record, native.get(id));
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
