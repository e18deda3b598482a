/** The examples of the documentation, run against the installed package; what they say comes out, comes out. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { root } from "../../tools/run.mjs";
import { output, project, TEXT } from "./packed.mjs";

const api = readFileSync(join(root, "docs", "api.md"), "utf8");
const guide = readFileSync(join(root, "docs", "package.md"), "utf8");
const readme = readFileSync(join(root, "README.md"), "utf8");
const blocks = (page) => [...page.matchAll(/^( *)```js\n([\s\S]*?)^\1```/gm)].map(([, , code]) => code);

/** `expression; // value` as a check, where the value is one. */
const checked = (code) =>
  code.replace(/^( *)(?!const |let )(.+); \/\/ (["[{\d].*[^…]|true|false)$/gm, (line, indent, expression, value) =>
    /…/.test(value) ? line : `${indent}assert.deepEqual(${expression}, ${value});`,
  );

const PRELUDE = `import assert from "node:assert/strict";
import * as glosser from "glosser";
const { ${"createReader, createLibrary, exportArticle, textFragment, pageText, terminalPage, correct, GlosserError"} } = glosser;
const text = ${JSON.stringify(TEXT)};
const reader = createReader();
`;

describe("the documentation", () => {
  const run = (program) => output(project({ "index.js": program }), "node", "index.js");

  it("describes every export, none without a word", () => {
    const empty = [...api.matchAll(/^### (\w+)\n\n\n/gm)].map(([, name]) => name);
    assert.deepEqual(empty, []);
    assert.ok([...api.matchAll(/^### /gm)].length > 30);
  });

  it("knows every entry and every error, and no other", () => {
    const table = (head) => {
      const rows = guide
        .slice(guide.indexOf(`| ${head} |`))
        .split("\n\n")[0]
        .split("\n")
        .slice(2);
      return rows.map((row) => /^\| `([^`]+)`/.exec(row)[1]).sort();
    };
    const { exports } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    const entries = Object.keys(exports).map((entry) => entry.replace(/^\./, "glosser"));
    assert.deepEqual(table("entry"), entries.filter((entry) => !entry.endsWith("/package.json")).sort());
    const codes = api
      .slice(api.indexOf("type ErrorCode"))
      .split("```")[0]
      .match(/"[a-z-]+"/g);
    assert.deepEqual(table("code"), codes.map((code) => JSON.parse(code)).sort());
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
