/** Bundlers, each with its defaults; and no bundler. What they make is opened in Chromium. */
import assert from "node:assert/strict";
import { cpSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { serve } from "../../tools/serve.mjs";
import { inChromium } from "./browser.mjs";
import { bin, isTheArticle, LEAVE, OPTIONS, output, project, shop, TEXT } from "./packed.mjs";

const MAIN = `import { createReader } from "glosser";\n${LEAVE}`;
const LARGE = `import { createReader } from "glosser";
createReader({ places: "large" }).read("Snow fell in Grindavik and in Zerbst on Tuesday.").then(
  ({ entities }) => { globalThis.done = { countries: entities.map((entity) => entity.place?.country) }; },
  (error) => { globalThis.done = { error: error.message + " " + error.hint }; },
);
`;
const PAGE = (script, type = "module") =>
  `<!doctype html><meta charset="utf-8"><title>Glosser</title><body><script type="${type}" src="${script}"></script></body>`;

describe("in the browser", { timeout: 600_000 }, () => {
  const browser = inChromium();

  /** The larger gazetteer is carried along, and fetched only where it is asked for. */
  async function readsLarge(folder) {
    assert.deepEqual(await browser.leftIn(folder), { countries: ["IS", "DE"] });
  }

  async function reads(folder, where = "worker") {
    const found = await browser.leftIn(folder);
    assert.equal(found.error, undefined);
    await isTheArticle(found.article);
    assert.equal(found.where, where);
  }

  it("Vite", async () => {
    const folder = project({ "index.html": PAGE("./main.js"), "main.js": MAIN });
    await output(folder, bin("vite"), "build", "--logLevel", "error");
    await reads(join(folder, "dist"));
  });

  it("Vite, with the larger gazetteer", async () => {
    const folder = project({ "index.html": PAGE("./main.js"), "main.js": LARGE });
    await output(folder, bin("vite"), "build", "--logLevel", "error");
    await readsLarge(join(folder, "dist"));
  });

  it("webpack", async () => {
    const build = `import webpack from "webpack";
webpack({ mode: "production", context: import.meta.dirname, entry: "./main.js", performance: false }, (error, stats) => {
  if (error || stats.hasErrors() || stats.hasWarnings()) throw error ?? new Error(stats.toString());
});`;
    const folder = project({ "dist/index.html": PAGE("main.js"), "main.js": MAIN, "build.js": build });
    await output(folder, "node", "build.js");
    await reads(join(folder, "dist"));
  });

  it("esbuild, the file as a file", async () => {
    const main = `import { createReader as create } from "glosser/slim";
import wasm from "glosser/core.wasm";
const createReader = () => create({ wasm });
${LEAVE}`;
    const folder = project({ "dist/index.html": PAGE("main.js"), "main.js": main });
    const flags = ["--bundle", "--format=esm", "--loader:.wasm=file", "--outdir=dist", "--log-level=warning"];
    await output(folder, bin("esbuild"), "main.js", ...flags);
    // Slim brings no worker either.
    await reads(join(folder, "dist"), "here");
  });

  it("esbuild, all inline", async () => {
    const folder = project({
      "dist/index.html": PAGE("main.js"),
      "main.js": MAIN.replace('"glosser"', '"glosser/inline"'),
    });
    await output(folder, bin("esbuild"), "main.js", "--bundle", "--format=esm", "--outdir=dist", "--log-level=warning");
    await reads(join(folder, "dist"));
  });

  it("esbuild without any of that says what is missing", async () => {
    const folder = project({ "dist/index.html": PAGE("main.js"), "main.js": MAIN });
    await output(folder, bin("esbuild"), "main.js", "--bundle", "--format=esm", "--outdir=dist", "--log-level=warning");
    const { error } = await browser.leftIn(join(folder, "dist"));
    assert.match(error, /no WebAssembly at .*glosser_bg\.wasm.*404.*glosser\/inline/s);
  });

  it("Rollup, all inline", async () => {
    const config = `import resolve from "@rollup/plugin-node-resolve";
export default { input: "main.js", output: { dir: "dist" }, plugins: [resolve({ browser: true })] };`;
    const main = MAIN.replace('"glosser"', '"glosser/inline"');
    const folder = project({ "dist/index.html": PAGE("main.js"), "main.js": main, "rollup.config.js": config });
    await output(folder, bin("rollup"), "--config", "--failAfterWarnings", "--silent");
    await reads(join(folder, "dist"));
  });

  it("modules from a plain server, as from a CDN", async () => {
    const folder = project({
      "index.html": PAGE("main.js"),
      "main.js": MAIN.replace('"glosser"', '"/glosser/glosser.js"'),
    });
    copyPackage(join(folder, "glosser"));
    await reads(folder);
  });

  it("modules from another origin: the worker is started all the same", async () => {
    const library = project({});
    copyPackage(join(library, "glosser"));
    const server = await serve([library], 0, "default-src *");
    server.prependListener("request", (_, response) => response.setHeader("Access-Control-Allow-Origin", "*"));
    const origin = `http://localhost:${server.address().port}`;
    const folder = project({
      "index.html": PAGE("main.js"),
      "main.js": MAIN.replace('"glosser"', `"${origin}/glosser/glosser.js"`),
    });
    const policy = `script-src 'self' ${origin} 'wasm-unsafe-eval'; connect-src ${origin}; worker-src blob:`;
    const found = await browser.leftIn(folder, "index.html", policy);
    await isTheArticle(found.article);
    assert.equal(found.where, "worker");
    server.closeAllConnections();
    server.close();
  });

  it("a classic script, from disk too", async () => {
    const folder = project({
      "index.html": `<!doctype html><meta charset="utf-8"><script src="glosser/global.js"></script><script>const { createReader } = glosser;\n${LEAVE}</script>`,
    });
    copyPackage(join(folder, "glosser"));
    const found = await browser.leftAt(`file://${join(folder, "index.html")}`);
    await isTheArticle(found.article);
    assert.ok(await browser.run(() => customElements.get("glosser-reader") !== undefined));
  });

  it("the element, three lines", async () => {
    const folder = project({
      "index.html": `<!doctype html><meta charset="utf-8"><title>Glosser</title>
<script type="module" src="/glosser/element.js"></script>
<glosser-reader published="${OPTIONS.published}"><article><p>${TEXT}</p></article></glosser-reader>
<script src="wait.js"></script>`,
      "wait.js": `document.addEventListener("glosser-result", () => { globalThis.done = { names: [...CSS.highlights.keys()] }; });`,
    });
    copyPackage(join(folder, "glosser"));
    const { names } = await browser.leftIn(folder);
    for (const kind of ["person", "place", "date"])
      assert.ok(
        names.some((name) => name.endsWith(kind)),
        `${kind}: ${names}`,
      );
  });
});

/** What somebody copies onto a server: the folder as it is. */
function copyPackage(to) {
  const dist = join(shop, "node_modules", "glosser", "dist");
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(dist)) cpSync(join(dist, name), join(to, name), { recursive: true });
}
