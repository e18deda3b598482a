/** `npm run bench`: how big it is, how soon it answers, how fast it reads. A table for the README. */
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { speed as besidePeers } from "../benches/speed.mjs";
import { browsers } from "./browsers.mjs";
import { build } from "./build.mjs";
import { main, root, run, step } from "./run.mjs";
import { serve } from "./serve.mjs";

const dist = join(root, "dist");
const REPEATS = 5;

await main(async () => {
  await build();
  await step("the native command", () => run("cargo", "build", "--quiet", "--release", "--package", "glosser-tools"));
  const rows = [...sizes(), ...(await step("speed", speed)), ...(await step("first result in Chromium", firstResult))];
  console.log(`\n| what | measured |\n|---|---|\n${rows.map(([what, value]) => `| ${what} | ${value} |`).join("\n")}`);
  console.log(`\n${await step("beside others", besidePeers)}`);
});

function sizes() {
  const gzipped = (...names) =>
    names.reduce((sum, name) => sum + gzipSync(readFileSync(join(dist, name)), { level: 9 }).length, 0);
  const kB = (bytes) => `${Math.round(bytes / 1000).toLocaleString("en")} kB`;
  const later = readdirSync(dist).filter((name) => name.startsWith("map-"));
  const margin = readdirSync(dist).find((name) => name.startsWith("page.margin-"));
  const first = ["page.ahead.js", "page.js", margin].reduce((seen, script) => loadedWith(script, seen), new Set());
  return [
    ["WebAssembly with all data, gzip -9", kB(gzipped("glosser_bg.wasm"))],
    ["page: scripts and style of the first load, gzip -9", kB(gzipped("page.css", "worker.js", "boot.js", ...first))],
    ["map, loaded when opened, gzip -9", kB(gzipped(...later))],
    ["one-file page", kB(readFileSync(join(dist, "glosser.html")).length)],
  ];
}

/** A script and all that it imports before it runs. */
function loadedWith(script, seen = new Set()) {
  if (seen.has(script)) return seen;
  seen.add(script);
  const code = readFileSync(join(dist, script), "utf8");
  for (const [, name] of code.matchAll(/(?:from|import)\s*"\.\/([^"]+)"/g)) loadedWith(name, seen);
  return seen;
}

/** Characters a second over the corpus, read again and again; best of several runs, as others share the machine. */
async function speed() {
  const { createReader } = await import("../dist/glosser.js");
  const names = readdirSync(join(root, "corpus")).filter((name) => name.endsWith(".txt"));
  const texts = names.map((name) => readFileSync(join(root, "corpus", name), "utf8"));
  const many = Array.from({ length: 100 }, () => texts).flat();
  const characters = many.reduce((sum, text) => sum + text.length, 0);

  const lines = (list) => list.map((text, id) => `${JSON.stringify({ id, text })}\n`).join("");
  const native = (list) => () => {
    execFileSync(join(root, "target", "release", "glosser"), ["read", "--jsonl"], {
      input: lines(list),
      maxBuffer: 1 << 30,
    });
  };
  const start = await best(native(texts.slice(0, 1)));
  const nativeTime = (await best(native(many))) - start;

  const reader = createReader({ wasm: readFileSync(join(dist, "glosser_bg.wasm")) });
  await reader.read(texts[0]);
  const wasmTime = await best(async () => {
    for (const text of many) await reader.read(text);
  });
  const rate = (time) => `${(characters / time / 1000).toFixed(2)} million characters a second`;
  return [
    ["native, JSON lines in and out", rate(nativeTime)],
    ["WebAssembly in Node, objects out", rate(wasmTime)],
    ["one article of the corpus in WebAssembly", `${(wasmTime / many.length).toFixed(1)} ms`],
  ];
}

async function best(work) {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < REPEATS; i++) {
    const begin = performance.now();
    await work();
    least = Math.min(least, performance.now() - begin);
  }
  return least;
}

/** From navigation to the first article marked, in a browser that has nothing of ours yet. */
async function firstResult() {
  const { chromium } = await import("playwright-core");
  const server = await serve([dist]);
  const url = `http://localhost:${server.address().port}/`;
  const browser = await chromium.launch({ executablePath: (await browsers()).chromium, args: ["--no-sandbox"] });
  const times = [];
  try {
    for (let i = 0; i < REPEATS; i++) {
      const context = await browser.newContext();
      const page = await context.newPage();
      const ready = new Promise((resolve) => page.exposeFunction("glosserReady", resolve));
      await page.addInitScript(() => {
        const watch = new MutationObserver(() => {
          if (document.documentElement?.dataset.state !== "ready") return;
          watch.disconnect();
          globalThis.glosserReady(performance.now());
        });
        watch.observe(document, { attributes: true, subtree: true, attributeFilter: ["data-state"] });
      });
      await page.goto(url);
      times.push(await ready);
      await context.close();
    }
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
  }
  return [["first article marked after navigation, Chromium, local server", `${Math.round(Math.min(...times))} ms`]];
}
