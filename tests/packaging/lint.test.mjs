/** The package by the rules of those who know: publint, Are the types wrong, and TypeScript at its strictest. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { root } from "../../tools/run.mjs";
import { bin, output, project, shop, tarball } from "./packed.mjs";

const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const entries = Object.keys(manifest.exports).map((entry) => entry.replace(/^\./, "glosser"));

describe("the package by the rules", () => {
  it("publint finds nothing", async () => {
    assert.match(await output(shop, bin("publint"), "--strict", tarball()), /All good/);
  });

  it("the types of every entry are those of its code", async () => {
    const found = JSON.parse(await output(shop, bin("attw"), "--profile", "esm-only", "--format", "json", tarball()));
    assert.deepEqual(found.analysis.problems.filter(relevant), []);
    assert.equal(Object.keys(found.analysis.entrypoints).length, entries.length);
  });

  for (const module of ["nodenext", "node16", "preserve"])
    it(`TypeScript at its strictest, module ${module}`, () => types(module));

  async function types(module) {
    const modules = entries.filter((entry) => !/\.(css|json)$/.test(entry));
    const { modules: described } = JSON.parse(readFileSync(join(root, "dist", "custom-elements.json"), "utf8"));
    const elements = described.flatMap(({ declarations }) => declarations);
    const events = elements.flatMap(({ events = [] }) => events.map(({ name }) => name));
    const folder = project({
      "index.ts": `${modules.map((entry, i) => `import * as entry${i} from "${entry}";\nvoid entry${i};`).join("\n")}
import { createReader, type ArticleRecord, GlosserError, type Outcome } from "glosser";
import type { Input } from "glosser";
import type { GlosserEvents, ${elements.map(({ name }) => name).join(", ")} } from "glosser/classes";
const reader = createReader({ workers: 2 });
const article: ArticleRecord = await reader.read("Rain.", { published: "2021-05-06", onProgress: ({ done, total }) => done / total });
const text: string = (await reader.read({ html: "<p>Rain.</p>" })).text;
for await (const { input, article, error } of reader.readMany([{ id: 7, text }])) {
  if (error) throw error satisfies GlosserError;
  const id: number = input.id;
  console.log(id, article.entities.map(({ name }) => name));
}
const either = await reader.read("Rain." as Input);
console.log(either.entities[0]?.place?.country);
// @ts-expect-error: only what was read from a page has a text of its own
either.text;
for (const { detail } of [] as GlosserEvents["glosser-result"][]) console.log(detail.reading.record.entities);
document.querySelector("glosser-reader")!.published = article.published ?? undefined;
${elements.map(({ tagName, name }) => `document.createElement("${tagName}") satisfies ${name};`).join("\n")}
${events.map((name) => `document.addEventListener("${name}", (event) => event satisfies GlosserEvents["${name}"]);`).join("\n")}
// @ts-expect-error: there is no such option
createReader({ wrkers: 2 });
`,
      "tsconfig.json": JSON.stringify({
        compilerOptions: {
          strict: true,
          exactOptionalPropertyTypes: true,
          noUncheckedIndexedAccess: true,
          module,
          target: "es2022",
          lib: ["es2023", "dom", "dom.iterable", "esnext.disposable"],
          noEmit: true,
          skipLibCheck: false,
          types: [],
        },
        include: ["index.ts"],
      }),
    });
    assert.equal(await output(folder, bin("tsc"), "--project", "."), "");
  }
});

/** The profile `esm-only` leaves out what is for consumers that cannot take modules. */
const relevant = ({ kind, resolutionKind }) =>
  kind !== "CJSResolvesToESM" && resolutionKind !== "node10" && resolutionKind !== "node16-cjs";
