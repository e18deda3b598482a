/** The examples of the documentation, run against the installed package; what they say comes out, comes out. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { root } from "../../tools/run.mjs";
import { output, project, TEXT } from "./packed.mjs";

const api = readFileSync(join(root, "docs", "api.md"), "utf8");
const readme = readFileSync(join(root, "README.md"), "utf8");
const blocks = (page) => [...page.matchAll(/^( *)```js\n([\s\S]*?)^\1```/gm)].map(([, , code]) => code);

/** `expression; // value` as a check, where the value is one. */
const checked = (code) =>
  code.replace(/^( *)(?!const |let )(.+); \/\/ (["[{\d].*[^…]|true|false)$/gm, (line, indent, expression, value) =>
    /…/.test(value) ? line : `${indent}assert.deepEqual(${expression}, ${value});`,
  );

const PRELUDE = `import assert from "node:assert/strict";
import * as glosser from "glosser";
const { ${"createReader, createLibrary, exportArticle, pageText, terminalPage, correct, GlosserError"} } = glosser;
const text = ${JSON.stringify(TEXT)};
const reader = createReader();
`;

describe("the documentation", () => {
  const removals = [];
  after(() => {
    for (const remove of removals) remove();
  });
  const run = async (program) => {
    const { folder, remove } = project({ "index.js": program });
    removals.push(remove);
    await output(folder, "node", "index.js");
  };

  it("describes every export, none without a word", () => {
    const empty = [...api.matchAll(/^### (\w+)\n\n\n/gm)].map(([, name]) => name);
    assert.deepEqual(empty, []);
    assert.ok([...api.matchAll(/^### /gm)].length > 30);
  });

  const examples = blocks(api);
  assert.ok(examples.length >= 7);
  for (const code of examples) {
    const plain = code.replace(/^ {2}/gm, "");
    it(plain.split("\n")[0], () => run(`${PRELUDE}{\n${checked(plain)}}\n`));
  }

  it("README, in a program", () => {
    // One program in pieces: a later one goes on with what an earlier one has made.
    const program = blocks(readme).join("\n");
    const imports = program.match(/^import .*$/gm).join("\n");
    const rest = checked(program.replace(/^import .*$/gm, ""));
    return run(`import assert from "node:assert/strict";\n${imports}\n${rest}`);
  });
});
