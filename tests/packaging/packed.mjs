/**
 * The package as its users have it: packed, and installed into a project of its own, beside the bundlers and runtimes that
 * the tests drive. All of it lies under `target/`, and is kept between runs while the list of tools stays the same.
 */
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { createReader } from "../../dist/glosser.node.js";
import { root, run } from "../../tools/run.mjs";

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
export const shop = join(root, "target", "packaging");

const QUIET = [
  "--no-package-lock",
  "--no-fund",
  "--no-audit",
  "--loglevel=error",
  "--prefer-offline",
  "--prefix",
  shop,
];

/** Packs the package and installs it, with the tools; run once, before the tests. */
export function install() {
  // No lock file: those tools have a package for each platform, and registries do not all keep them all.
  const tools = readFileSync(here("package.json"), "utf8");
  const known = join(shop, "package.json");
  const same = existsSync(join(shop, "node_modules")) && existsSync(known) && readFileSync(known, "utf8") === tools;
  if (!same) {
    rmSync(shop, { recursive: true, force: true });
    mkdirSync(shop, { recursive: true });
    cpSync(here("package.json"), known);
    run("npm", "install", ...QUIET);
  }
  run("npm", "pack", "--silent", "--pack-destination", shop);
  rmSync(join(shop, "node_modules", "glosser"), { recursive: true, force: true });
  run("npm", "install", "--no-save", ...QUIET, tarball());
}

/** The packed package. */
export function tarball() {
  const { name, version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  return join(shop, `${name}-${version}.tgz`);
}

const made = [];
process.on("exit", () => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** A fresh project with these files, for as long as the tests run; it finds the package and the tools as any project does. */
export function project(files) {
  const folder = mkdtempSync(join(shop, "project-"));
  made.push(folder);
  for (const [name, content] of Object.entries({ "package.json": '{ "private": true, "type": "module" }', ...files })) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

/** Where a tool of the shop lies. */
export const bin = (name) => join(shop, "node_modules", ".bin", name);

const execute = promisify(execFile);

/** What a command prints; it runs in `folder`. */
export async function output(folder, command, ...args) {
  const env = {
    ...process.env,
    NODE_OPTIONS: "",
    NO_COLOR: "1",
    DENO_NO_UPDATE_CHECK: "1",
    NEXT_TELEMETRY_DISABLED: "1",
  };
  const { stdout } = await execute(command, args, { cwd: folder, env, maxBuffer: 1 << 26, timeout: 300_000 });
  return stdout;
}

/** What every consumer reads. */
export const TEXT = "Mayor Ina Berg spoke in Berlin on Tuesday. “It rains,” she said.";
export const OPTIONS = { published: "2021-05-06" };

/** The lines of a program that reads it and leaves the article in `article`. */
export const READ = `const reader = createReader();
const article = await reader.read(${JSON.stringify(TEXT)}, ${JSON.stringify(OPTIONS)});
`;

/** The lines of a script in a page, which leaves in `done` what it read. */
export const LEAVE = `const reader = createReader();
reader.read(${JSON.stringify(TEXT)}, ${JSON.stringify(OPTIONS)}).then(
  (article) => { globalThis.done = { article, where: reader.where }; },
  (error) => { globalThis.done = { error: error.message + " " + error.hint }; },
);
`;

const expected = createReader().read(TEXT, OPTIONS);

/** The article is what it is everywhere. */
export async function isTheArticle(article) {
  assert.deepEqual(article, await expected);
  assert.equal(article.dates[0].value, "2021-05-04");
  assert.equal(article.entities[0].name, "Ina Berg");
}
