/** What is said about the elements is what they are: the manifest, the tables of `www/README.md`, and the source. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { it } from "node:test";
import { elements, jsx, readme } from "../../tools/manifest.mjs";
import { root } from "../../tools/run.mjs";

const folder = join(root, "www", "elements");
const files = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".ts"));
const text = (names) => names.map((name) => readFileSync(join(folder, name), "utf8")).join("\n");
/** An element's own file, and those it is made of. */
const source = (file) => text(files.filter((name) => name === `${file}.ts` || name.startsWith(`${file}/`)));
const all = text(files);
const sorted = (set) => [...set].sort();
const named = (list) => sorted((list ?? []).map(({ name }) => name));

it("the tables are up to date", () => {
  const now = readFileSync(join(root, "www", "README.md"), "utf8");
  assert.equal(readme(now), now, "run node tools/manifest.mjs");
});

for (const { file, element } of elements()) {
  const code = source(file);
  it(`<${element.tagName}> has the parts and slots it names, and no others`, () => {
    const found = (pattern) => sorted(new Set([...code.matchAll(pattern)].map(([, name]) => name)));
    assert.deepEqual(found(/ part="([\w-]+)"/g), named(element.cssParts));
    assert.deepEqual(found(/<slot name="(\w+)"/g), named(element.slots).filter(Boolean));
  });
  it(`<${element.tagName}> has the attributes it names`, () => {
    const shared = code.includes("...ReaderPart.properties") ? source("part") : "";
    const properties = /static override properties = \{([\s\S]*?)\n {2}\};/g;
    const listed = [code, shared]
      .flatMap((text) => [...text.matchAll(properties)].map(([, inner]) => inner))
      .join("\n");
    for (const { name, fieldName } of element.attributes ?? [])
      assert.match(
        listed,
        new RegExp(`${fieldName}: \\{ type: \\w+${name === fieldName ? "" : `, attribute: "${name}"`}`),
        name,
      );
  });
}

it("every event and every custom property is named", () => {
  const told = new Set([...all.matchAll(/(?:CustomEvent|told)\(\s*"(glosser-[\w-]+)"/g)].map(([, name]) => name));
  const said = new Set(elements().flatMap(({ element }) => named(element.events)));
  for (const name of told) assert.ok(said.has(name), name);
  const used = new Set([...all.matchAll(/var\((--glosser-[a-z]+)/g)].map(([, name]) => name));
  const listed = new Set(elements().flatMap(({ element }) => named(element.cssProperties)));
  for (const name of used) assert.ok(listed.has(name), name);
});

it("types for JSX know every element and attribute", () => {
  const types = jsx();
  for (const { element } of elements()) {
    assert.ok(types.includes(`"${element.tagName}": ${element.name}Props;`));
    for (const { name } of element.attributes ?? []) assert.ok(types.includes(`"${name}"?:`), name);
  }
});
