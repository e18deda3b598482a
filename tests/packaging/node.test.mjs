/** Node, Deno, Bun and workerd, each by itself. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { root } from "../../tools/run.mjs";
import { bin, isTheArticle, OPTIONS, output, project, READ, shop, TEXT } from "./packed.mjs";

const { exports: entries } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const PRINT = "process.stdout.write(JSON.stringify(article));\n";

async function prints(files, command, ...args) {
  return JSON.parse(await output(project(files), command, ...args));
}

describe("Node", () => {
  it("import", async () => {
    await isTheArticle(
      await prints({ "index.js": `import { createReader } from "glosser";\n${READ}${PRINT}` }, "node", "index.js"),
    );
  });

  it("require", async () => {
    const program = `const { createReader } = require("glosser");\n(async () => {\n${READ}${PRINT}})();`;
    // Node 20 tells that require of a module is young; that is not on standard output.
    await isTheArticle(await prints({ "index.cjs": program }, "node", "index.cjs"));
  });

  it("workers, as many as asked for, and the process ends by itself", async () => {
    const program = `import { createReader } from "glosser";
const reader = createReader({ workers: 2 });
const found = [];
for await (const { article } of reader.readMany(Array(6).fill(${JSON.stringify({ text: TEXT, ...OPTIONS })}))) found.push(article);
process.stdout.write(JSON.stringify({ found, where: reader.where }));`;
    const { found, where } = await prints({ "index.js": program }, "node", "index.js");
    assert.equal(where, "worker");
    assert.equal(found.length, 6);
    for (const article of found) await isTheArticle(article);
  });

  it("inside a worker thread of the application", async () => {
    const files = {
      "index.js": `import { Worker } from "node:worker_threads";
new Worker(new URL("./other.js", import.meta.url)).on("message", (article) => { ${PRINT} });`,
      "other.js": `import { parentPort } from "node:worker_threads";\nimport { createReader } from "glosser";\n${READ}parentPort.postMessage(article);`,
    };
    await isTheArticle(await prints(files, "node", "index.js"));
  });

  it("inline, and slim with the WebAssembly handed over", async () => {
    await isTheArticle(
      await prints(
        { "index.js": `import { createReader } from "glosser/inline";\n${READ}${PRINT}` },
        "node",
        "index.js",
      ),
    );
    const slim = `import { createReader } from "glosser/slim";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
const bare = await createReader().read("Rain.").catch((error) => error);
if (bare.code !== "no-wasm" || !bare.hint.includes("glosser/core.wasm")) throw new Error(String(bare));
const reader = createReader({ wasm: readFileSync(fileURLToPath(import.meta.resolve("glosser/core.wasm"))) });
${READ.replace(/^const reader.*\n/, "")}${PRINT}`;
    await isTheArticle(await prints({ "index.js": slim }, "node", "index.js"));
  });

  it("the larger gazetteer, on this thread and in workers; inline says that it has none", async () => {
    const program = `import { createReader } from "glosser";
const text = "Snow fell in Grindavik and in Zerbst on Tuesday.";
const countries = ({ entities }) => entities.map(({ place }) => place?.country);
const found = [];
for (const options of [{}, { places: "large" }, { places: "large", workers: 1 }]) {
  const reader = createReader(options);
  found.push(countries(await reader.read(text)));
  reader.dispose();
}
process.stdout.write(JSON.stringify(found));`;
    const known = ["IS", "DE"];
    assert.deepEqual(await prints({ "index.js": program }, "node", "index.js"), [[null, null], known, known]);
    const inline = `import { createReader } from "glosser/inline";
const { code, hint } = await createReader({ places: "large" }).read("Snow.").catch((error) => error);
process.stdout.write(JSON.stringify([code, hint.includes("glosser/places.bin.gz")]));`;
    assert.deepEqual(await prints({ "index.js": inline }, "node", "index.js"), ["no-places", true]);
  });

  it("every entry can be imported and required where there is no DOM, and touches none", async () => {
    const modules = Object.keys(entries)
      .filter(
        (entry) => typeof entries[entry] === "object" && !/\.(wasm|css|json|gz)$/.test(entry) && entries[entry].default,
      )
      .map((entry) => entry.replace(/^\./, "glosser"));
    assert.ok(modules.length >= 7);
    // What a server has before it loads anything, and after.
    const program = `const before = Object.getOwnPropertyNames(globalThis);
for (const entry of ${JSON.stringify(modules)}) { await import(entry); }
const added = Object.getOwnPropertyNames(globalThis).filter((name) => !before.includes(name));
process.stdout.write(JSON.stringify(added));`;
    // Lit counts itself; `glosser` is what the global script is for.
    const added = (await prints({ "index.js": program }, "node", "index.js")).filter(
      (name) => !/^(lit|reactive)/.test(name),
    );
    assert.deepEqual(added, ["glosser"]);
    const required = `for (const entry of ${JSON.stringify(modules)}) require(entry); process.stdout.write("1");`;
    assert.equal(await prints({ "index.cjs": required }, "node", "index.cjs"), 1);
  });

  it("no entry waits at its top: a service worker or require would choke on it", () => {
    const dist = join(shop, "node_modules", "glosser", "dist");
    for (const name of readdirSync(dist).filter((name) => name.endsWith(".js")))
      assert.doesNotMatch(readFileSync(join(dist, name), "utf8").slice(0, 2e5), /^(?:[^(){}]*;)?\s*await\b/m, name);
  });
});

describe("other runtimes", () => {
  it("Deno", async () => {
    const program = `import { createReader } from "glosser";\n${READ}${PRINT}`;
    const command = [
      bin("deno"),
      "run",
      "--quiet",
      "--allow-read",
      "--allow-env",
      "--node-modules-dir=manual",
      "index.js",
    ];
    await isTheArticle(await prints({ "index.js": `import process from "node:process";\n${program}` }, ...command));
  });

  it("Bun", async () => {
    const program = `import { createReader } from "glosser";\n${READ}${PRINT}`;
    await isTheArticle(await prints({ "index.js": program }, bin("bun"), "run", "index.js"));
  });

  /** What a Worker answers, bundled as wrangler does: modules of the condition workerd, WebAssembly and data left to the runtime. */
  const answered = (worker, beside = []) =>
    prints(
      {
        "worker.js": worker,
        "index.js": `import { build } from "esbuild";
import { Miniflare } from "miniflare";
import { copyFileSync } from "node:fs";
import { basename } from "node:path";
const modules = [{ type: "ESModule", path: "out/worker.js" }];
const add = (path) => {
  const name = basename(path);
  copyFileSync(path, \`out/\${name}\`);
  modules.push({ type: name.endsWith(".wasm") ? "CompiledWasm" : "Data", path: \`out/\${name}\` });
  return { path: \`./\${name}\`, external: true };
};
const apart = { name: "apart", setup: (b) => b.onResolve({ filter: /\\.(wasm|gz)$/ }, async ({ path, resolveDir, kind, pluginData }) =>
  pluginData ? undefined : add((await b.resolve(path, { resolveDir, kind, pluginData: true })).path)) };
await build({ entryPoints: ["worker.js"], bundle: true, format: "esm", outdir: "out", conditions: ["workerd"], plugins: [apart] });
for (const path of ${JSON.stringify(beside)}) add(path);
const flare = new Miniflare({ modulesRoot: "out", modules, compatibilityDate: "2026-01-01" });
const article = await (await flare.dispatchFetch("http://localhost/")).json();
await flare.dispose();
${PRINT}`,
        "out/.keep": "",
      },
      "node",
      "index.js",
    );

  it("workerd, where WebAssembly is imported and never compiled", async () => {
    await isTheArticle(
      await answered(`import { createReader } from "glosser";
export default { async fetch() {\n${READ}return Response.json(article); } };`),
    );
  });

  it("workerd and the larger gazetteer: imported as data, uploaded beside the script, or not there", async () => {
    const worker = (imported, places) => `import { createReader } from "glosser";
${imported}
export default { async fetch() {
  const reader = createReader({ places: ${places} });
  const read = reader.read("Snow fell in Grindavik and in Zerbst on Tuesday.");
  return Response.json(await read.then(({ entities }) => entities.map(({ place }) => place?.country), ({ code }) => code));
} };`;
    const imported = worker('import places from "glosser/places.bin.gz";', "places");
    assert.deepEqual(await answered(imported), ["IS", "DE"]);
    const large = worker("", '"large"');
    assert.deepEqual(await answered(large, [join(root, "models", "places.bin.gz")]), ["IS", "DE"]);
    assert.equal(await answered(large), "no-places");
  });
});
