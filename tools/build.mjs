/**
 * Builds `dist/`, what the npm package holds: the library with an entry for each runtime, the elements, their types, the
 * WebAssembly (`glosser_bg.wasm`), the reader page over http (`index.html`), and the same page as one file for opening
 * from disk (`glosser.html`).
 */
import { createHash } from "node:crypto";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { homedir } from "node:os";
import { dirname, join, relative } from "node:path";
import { setTimeout } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { page as apiFile, apiPage } from "./docs.mjs";
import { buildExamples } from "./examples.mjs";
import { buildExtension } from "./extension.mjs";
import { firstArticle } from "./first.mjs";
import { jsx, manifest } from "./manifest.mjs";
import { main, root, run, step } from "./run.mjs";
import { setup } from "./setup.mjs";
import { billOfMaterials, inventory } from "./supply.mjs";
import { writeTypes } from "./types.mjs";

const dist = join(root, "dist");
const pkg = join(root, "pkg");
const wasm = join(pkg, "glosser_bg.wasm");
const places = join(root, "models", "places.bin.gz");

/** Builds everything. */
export async function build() {
  await setup();
  await step("the core as WebAssembly (a minute or two at first)", buildWasm);
  await step("the page", buildPage);
}

/** `pkg/`: what wasm-pack makes of the core. It is taken apart here and never published as it is. */
export function buildWasm() {
  if (upToDate()) return;
  run(
    "wasm-pack",
    "--log-level",
    "warn",
    "build",
    "--release",
    "--target",
    "web",
    "--mode",
    "no-install",
    "--no-pack",
    "--out-dir",
    "pkg",
    "--out-name",
    "glosser",
    // Where something lies on the machine that builds is no part of what is built.
    "--",
    "--config",
    `target.wasm32-unknown-unknown.rustflags=[${[
      [process.env.CARGO_HOME ?? join(homedir(), ".cargo"), "cargo"],
      [root.replace(/\/$/, ""), "glosser"],
    ].map(([path, name]) => JSON.stringify(`--remap-path-prefix=${path}=/${name}`))}]`,
  );
}

/** Whether nothing that the core is made of has changed since it was built. */
function upToDate() {
  const inputs = ["src", "models", ".cargo", "Cargo.toml", "Cargo.lock"].map((name) => join(root, name));
  const newest = (path) => {
    const { mtimeMs } = statSync(path);
    const inside = statSync(path).isDirectory() ? readdirSync(path).map((name) => newest(join(path, name))) : [];
    return Math.max(mtimeMs, ...inside);
  };
  return existsSync(wasm) && statSync(wasm).mtimeMs > Math.max(...inputs.map(newest));
}

/** `dist/` from `pkg/` and `www/`. Two builds at a time would take the folder from under each other: the second waits. */
export async function buildPage() {
  const lock = join(pkg, "building");
  while (true) {
    try {
      mkdirSync(lock);
      break;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
      // Whoever held it for minutes is no more.
      const { mtimeMs } = statSync(lock, { throwIfNoEntry: false }) ?? { mtimeMs: Date.now() };
      if (Date.now() - mtimeMs > STALE) rmSync(lock, { recursive: true, force: true });
      await setTimeout(100);
    }
  }
  try {
    await writeDist();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

/** Milliseconds after which a build that still holds the folder was ended from outside. */
const STALE = 300_000;

async function writeDist() {
  const esbuild = await import("esbuild");
  const options = {
    absWorkingDir: root,
    bundle: true,
    minify: true,
    target: ["chrome111", "firefox128", "safari17"],
    charset: "utf8",
    legalComments: "none",
    loader: { ".txt": "text", ".svg": "text", ".html": "text" },
    logLevel: "warning",
    inject: ["www/elements/nowhere.ts"],
  };
  const glue = await fresh(esbuild, options);
  const worker = await text(esbuild, {
    ...options,
    entryPoints: ["www/core/worker.ts"],
    format: "iife",
    plugins: [virtual({ glue })],
  });
  const packed = virtual({ glue, worker, wasm: gzipSync(readFileSync(wasm), { level: 9 }) });
  const inline = {
    name: "inline",
    setup: (build) =>
      build.onResolve({ filter: /\/assets\/beside$/ }, () => ({ path: join(root, "www/core/assets/inline.ts") })),
  };

  rmSync(dist, { recursive: true, force: true });
  mkdirSync(dist);
  copyFileSync(wasm, join(dist, "glosser_bg.wasm"));
  copyFileSync(places, join(dist, "places.bin.gz"));
  writeFileSync(join(dist, "worker.js"), worker);
  writeFileSync(join(dist, "styles.css"), await text(esbuild, { ...options, entryPoints: ["www/styles/glosser.css"] }));

  const page = readPage();
  const modules = {
    ...options,
    format: "esm",
    splitting: true,
    outdir: "dist",
    external: ["node:*"],
    plugins: [packed],
  };
  await esbuild.build({
    ...modules,
    entryPoints: {
      glosser: "www/core/index.ts",
      "glosser.node": "www/core/index.node.ts",
      "glosser.workerd": "www/core/index.workerd.ts",
      inline: "www/core/index.inline.ts",
      slim: "www/core/slim.ts",
      "worker.node": "www/core/worker.node.ts",
      element: "www/elements/define.ts",
      classes: "www/elements/classes.ts",
    },
  });
  // The elements as a classic script, with everything inside.
  await esbuild.build({
    ...options,
    entryPoints: { global: "www/elements/global.ts" },
    format: "iife",
    outdir: "dist",
    plugins: [inline, packed],
  });
  writeTypes();
  writeFileSync(join(dist, "custom-elements.json"), `${JSON.stringify(manifest(), null, 2)}\n`);
  writeFileSync(join(dist, "types", "jsx.d.ts"), jsx());
  writeFileSync(join(dist, "jsx.js"), "export {};\n");
  writeFileSync(apiFile, apiPage());
  writeFileSync(join(dist, "sbom.cdx.json"), `${JSON.stringify(billOfMaterials(inventory()), null, 2)}\n`);
  if (!page) return;

  const style = await text(esbuild, { ...options, entryPoints: [page.style] });
  writeFileSync(join(dist, "page.css"), style);
  const first = await firstArticle(esbuild);
  // Apart from the package, so that neither is cut into more pieces for the other's sake.
  const { metafile } = await esbuild.build({
    ...modules,
    entryPoints: { page: page.script, "page.ahead": "www/page/ahead.ts" },
    chunkNames: "page.[name]-[hash]",
    metafile: true,
  });
  const made = (source) => Object.keys(metafile.outputs).find((path) => metafile.outputs[path].entryPoint === source);
  const once = ["www/page/ahead.ts", page.script, "www/page/margin.ts"].map(made);
  await fuse(esbuild, metafile.outputs, once);
  const parts = [...once, made(`corpus/${first.id}.txt`)].map((path) => relative("dist", path));
  await esbuild.build({
    ...options,
    bundle: false,
    inject: [],
    entryPoints: { boot: "www/page/boot.js", "page.intl": "www/page/intl.js" },
    outdir: "dist",
    define: { PARTS: JSON.stringify(parts) },
  });
  writeFileSync(
    join(dist, "index.html"),
    page.html(`<link rel="stylesheet" href="page.css">`, `<script src="boot.js"></script>`, first),
  );

  writeQuality();
  const script = await text(esbuild, {
    ...options,
    entryPoints: [page.script],
    format: "iife",
    plugins: [inline, packed],
  });
  writeFileSync(join(dist, "glosser.html"), oneFile(page, first, style, script));
  await writeOffline(
    esbuild,
    Object.keys(metafile.outputs).map((path) => relative("dist", path)),
  );
  await buildExamples(esbuild);
  await buildExtension(esbuild, options, [inline, packed]);
}

/**
 * Puts each of some scripts and what it imports by itself into one file, for a page that needs them all at once: each file
 * more keeps it waiting. Of a piece that went into one of them, what others import of it is left, and leads there.
 */
async function fuse(esbuild, outputs, scripts) {
  const gone = new Set();
  for (const script of scripts) {
    const pieces = new Set([script]);
    for (const piece of pieces)
      for (const { path, kind } of outputs[piece].imports)
        if (kind === "import-statement" && !gone.has(path)) pieces.add(path);
    const [entry, ...others] = [...pieces].map((path) => `./${relative("dist", path)}`);
    const names = others.map((path, i) =>
      outputs[`dist/${path.slice(2)}`].exports.map((name) => [`${name}_${i}`, name]),
    );
    const list = (pairs) => pairs.map(([from, to]) => `${from} as ${to}`).join();
    const contents = [
      `export * from "${entry}";`,
      ...others.map((path, i) => `export { ${list(names[i].map(([long, name]) => [name, long]))} } from "${path}";`),
    ];
    const inside = (path) =>
      path === entry ||
      others.includes(path) ||
      (gone.has(`dist/${path.slice(2)}`) && !scripts.includes(`dist/${path.slice(2)}`));
    const { outputFiles } = await esbuild.build({
      absWorkingDir: root,
      stdin: { contents: contents.join("\n"), resolveDir: dist },
      bundle: true,
      minify: true,
      charset: "utf8",
      format: "esm",
      write: false,
      plugins: [
        {
          name: "inside",
          setup: (build) =>
            build.onResolve({ filter: /^\.\// }, ({ path, kind }) =>
              kind === "import-statement" && inside(path)
                ? { path: join(dist, path), sideEffects: true }
                : { path, external: true },
            ),
        },
      ],
    });
    writeFileSync(join(dist, entry), outputFiles[0].contents);
    others.forEach((path, i) => {
      writeFileSync(join(dist, path), `export{${list(names[i])}}from"${entry}";\n`);
      gone.add(`dist/${path.slice(2)}`);
    });
    gone.add(script);
  }
}

/** The page about quality, its style in a file of its own: the policy that a server sends lets in no other. */
function writeQuality() {
  const whole = readFileSync(join(root, "www", "quality.html"), "utf8");
  const [element, style] = whole.match(/<style>(.*?)<\/style>/s);
  const html = whole
    .replace(element, '<link rel="icon" href="data:,">\n<link rel="stylesheet" href="quality.css">')
    .replace(/style-src '[^']+'/, "style-src 'self' file:; img-src data:");
  writeFileSync(join(dist, "quality.css"), style);
  writeFileSync(join(dist, "quality.html"), html);
}

/** What makes the page over http an installed one: its manifest, icon, and the worker that keeps all that it is made of. */
async function writeOffline(esbuild, scripts) {
  for (const name of ["manifest.webmanifest", "icon.svg"])
    copyFileSync(join(root, "www", "page", name), join(dist, name));
  const files = [
    "./",
    "boot.js",
    "page.intl.js",
    "page.css",
    "worker.js",
    "glosser_bg.wasm",
    "manifest.webmanifest",
    "icon.svg",
    "quality.html",
    "quality.css",
    ...scripts.sort(),
  ];
  const hash = createHash("sha256");
  for (const name of files) hash.update(readFileSync(join(dist, name === "./" ? "index.html" : name)));
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: ["www/page/offline.js"],
    minify: true,
    outdir: "dist",
    define: { FILES: JSON.stringify(files), VERSION: JSON.stringify(hash.digest("hex").slice(0, 12)) },
  });
}

/** The page's source, and how to put a style, a script and the first article in their places. */
function readPage() {
  const file = join(root, "www", "index.html");
  if (!existsSync(file)) return undefined;
  const source = readFileSync(file, "utf8");
  const style = source.match(/^.*<link rel="stylesheet" href="([^"]+)".*>\n/m);
  const script = source.match(/^.*<script type="module" src="([^"]+)"><\/script>\n/m);
  if (!style || !script)
    throw new Error("www/index.html needs one style sheet and one module script, each on a line of its own");
  const path = (found) => join(relative(root, dirname(file)), found[1]);
  return {
    style: path(style),
    script: path(script),
    html: (newStyle, newScript, { id, line, article, record }) =>
      source
        .replace(style[0], () => `${newStyle}\n`)
        .replace(script[0], () => `${newScript}\n`)
        .replace('id="first">', (tag) => tag + line)
        .replace(
          /(<glosser-reader id="reader")(.*?)>/,
          (_, tag, rest) => `${tag} data-article="${id}"${rest}>${article}`,
        )
        .replace("</body>", () => `${record}\n</body>`),
  };
}

/**
 * The page as one file. A module script would be refused on file://, so it is a classic one, at the end, where all
 * it looks for is there. Its policy lets in what is inside, by hash, and nothing from anywhere. The larger gazetteer lies
 * in it as data, which costs nothing before it is asked for.
 */
function oneFile(page, first, style, script) {
  const safe = script.replaceAll("</script", "<\\/script").replaceAll("<!--", "<\\!--");
  const hash = (content) => `'sha256-${createHash("sha256").update(content).digest("base64")}'`;
  const gazetteer = `<script type="application/octet-stream" id="glosser-places">${readFileSync(places, "base64")}</script>`;
  const policy = [
    "default-src 'none'",
    `script-src ${hash(safe)} 'wasm-unsafe-eval'`,
    `style-src ${hash(style)}`,
    "worker-src blob:",
    "img-src data: blob:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  return page
    .html(`<meta http-equiv="Content-Security-Policy" content="${policy}">\n<style>${style}</style>`, "", first)
    .replace(/^.*rel="manifest".*\n/m, "")
    .replace("</body>", () => `${gazetteer}\n<script>${safe}</script>\n</body>`);
}

/** wasm-bindgen's glue keeps its instance in module variables. As a function, each call gives a fresh one. */
async function fresh(esbuild, options) {
  const code = await text(esbuild, {
    ...options,
    minify: false,
    entryPoints: ["pkg/glosser.js"],
    format: "iife",
    globalName: "glue",
  });
  return `export function createGlue() {\n${code}\nreturn glue;\n}`;
}

/**
 * Modules that the build makes: `glosser:glue`, `glosser:worker`, `glosser:wasm`; and `glosser:compiled`, which stays an
 * import of the file for the runtime to resolve.
 */
function virtual(contents) {
  const loaders = { glue: "js", worker: "text", wasm: "base64" };
  return {
    name: "glosser",
    setup(build) {
      build.onResolve({ filter: /^glosser:compiled$/ }, () => ({ path: "./glosser_bg.wasm", external: true }));
      build.onResolve({ filter: /^glosser:/ }, ({ path }) => ({
        path: path.slice("glosser:".length),
        namespace: "glosser",
      }));
      build.onLoad({ filter: /.*/, namespace: "glosser" }, ({ path }) => ({
        contents: contents[path],
        loader: loaders[path],
      }));
    },
  };
}

async function text(esbuild, options) {
  const { outputFiles } = await esbuild.build({ ...options, write: false, outdir: "dist" });
  return outputFiles[0].text;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await main(build);
