/** Frameworks that run on both sides: the server reads while it answers, and the page it sends reads again in Chromium. */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { until } from "../browser/waiting.mjs";
import { inChromium } from "./browser.mjs";
import { bin, isTheArticle, LEAVE, OPTIONS, output, project, READ } from "./packed.mjs";

/** What an application that uses the package says of itself. */
const MANIFEST = '{ "private": true, "type": "module", "dependencies": { "glosser": "*" } }';
const IMPORT = `import { createReader } from "glosser";\n`;

describe("a framework or server", { timeout: 900_000 }, () => {
  const browser = inChromium();
  const servers = [];
  after(() => {
    for (const server of servers) server.kill();
  });
  const make = (files) => project({ "package.json": MANIFEST, ...files });

  /** Starts a server, which takes its port from the environment: its address, and what it answers. */
  async function started(folder, command, ...args) {
    const port = await freePort();
    const env = { ...process.env, PORT: `${port}`, HOST: "localhost", NEXT_TELEMETRY_DISABLED: "1", NODE_OPTIONS: "" };
    const server = spawn(command, args, { cwd: folder, env, stdio: "pipe" });
    let told = "";
    for (const stream of [server.stdout, server.stderr]) stream.on("data", (chunk) => (told += chunk));
    servers.push(server);
    const address = `http://localhost:${port}/`;
    return { address, body: await answer(address, () => told) };
  }

  /** The page reads, in a worker. */
  async function pageReads(address) {
    const found = await browser.leftAt(address);
    assert.equal(found.error, undefined);
    await isTheArticle(found.article);
    assert.equal(found.where, "worker");
  }

  /** Starts the server that was built, and looks at its page: what the server read, what the page read. */
  async function bothRead(folder, command, ...args) {
    const { address, body } = await started(folder, command, ...args);
    assert.match(body, /<glosser-reader[^>]*><p>Ina Berg<\/p><\/glosser-reader>/);
    await pageReads(address);
    await isTheArticle(await browser.run(() => globalThis.server));
    assert.ok(await browser.run(() => customElements.get("glosser-reader") !== undefined));
  }

  it("SvelteKit", async () => {
    const folder = make({
      "svelte.config.js": `import adapter from "@sveltejs/adapter-node";
export default { kit: { adapter: adapter({ precompress: false }) } };`,
      "vite.config.js": `import { sveltekit } from "@sveltejs/kit/vite";\nexport default { plugins: [sveltekit()] };`,
      "src/app.html": `<!doctype html><html lang="en"><head><meta charset="utf-8">%sveltekit.head%</head><body>%sveltekit.body%</body></html>`,
      "src/routes/+page.server.js": `${IMPORT}export async function load() {\n${READ}return { article };\n}`,
      "src/routes/+page.svelte": `<script>
import "glosser/element";
${IMPORT}import { onMount } from "svelte";
let { data } = $props();
onMount(() => {
globalThis.server = data.article;
${LEAVE}});
</script>
<glosser-reader published="${OPTIONS.published}"><p>{data.article.entities[0].name}</p></glosser-reader>`,
    });
    await output(folder, bin("vite"), "build", "--logLevel", "error");
    await bothRead(folder, "node", "build");
  });

  it("Next.js", async () => {
    const folder = make({
      // The packages lie a folder above the project.
      "next.config.js": `import { dirname } from "node:path";
const root = dirname(import.meta.dirname);
export default { turbopack: { root }, outputFileTracingRoot: root };`,
      "app/layout.js": `export default ({ children }) => <html lang="en"><body>{children}</body></html>;`,
      "app/page.js": `${IMPORT}import { Story } from "./story.js";
export const dynamic = "force-dynamic";
export default async function Page() {\n${READ}return <Story article={article} />;\n}`,
      "app/story.js": `"use client";
import "glosser/element";
${IMPORT}import { useEffect } from "react";
export function Story({ article }) {
useEffect(() => {
globalThis.server = article;
${LEAVE}}, [article]);
return <glosser-reader published="${OPTIONS.published}"><p>{article.entities[0].name}</p></glosser-reader>;
}`,
    });
    await output(folder, bin("next"), "build");
    await bothRead(folder, bin("next"), "start");
  });

  it("a server bundled into one file", async () => {
    const folder = make({
      "server.js": `${IMPORT}import { createServer } from "node:http";
createServer(async (request, response) => {\n${READ}response.end(JSON.stringify(article));\n}).listen(process.env.PORT);`,
    });
    const flags = ["--bundle", "--platform=node", "--format=cjs", "--log-level=error", "--outfile=out/server.cjs"];
    await output(folder, bin("esbuild"), "server.js", ...flags);
    const { body } = await started(folder, "node", join("out", "server.cjs"));
    await isTheArticle(JSON.parse(body));
  });

  it("Vite while developing, which bundles packages anew and leaves their files where they are", async () => {
    const folder = make({
      "index.html": `<!doctype html><meta charset="utf-8"><title>Glosser</title><script type="module" src="./main.js"></script>`,
      "main.js": `${IMPORT}import "glosser/element";\n${LEAVE}`,
      // The packages lie a folder above the project.
      "vite.config.js": `export default {
server: { port: Number(process.env.PORT), strictPort: true, host: "localhost", fs: { allow: [".."] } } };`,
    });
    const { address } = await started(folder, bin("vite"));
    await pageReads(address);
    assert.ok(await browser.run(() => customElements.get("glosser-reader") !== undefined));
  });
});

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** The body of an answer, as soon as there is one. */
async function answer(address, told = () => "") {
  const fetched = () => fetch(address).catch(() => undefined);
  try {
    return await (await until(fetched, `${address} answers`)).text();
  } catch ({ message }) {
    throw new Error(`${message}; ${told()}`);
  }
}
