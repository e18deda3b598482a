/** What a release is made of: both registries would take it, one version, the same bytes twice, no larger than agreed. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { gzipSync } from "node:zlib";
import { buildPage } from "../../tools/build.mjs";
import { root } from "../../tools/run.mjs";
import { shop } from "./packed.mjs";

const read = (path) => readFileSync(join(root, path), "utf8");
const tell = (command, ...args) =>
  execFileSync(command, args, { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"], maxBuffer: 1 << 26 });

describe("a release", () => {
  it("npm would take it", () => {
    const [{ files, size }] = Object.values(
      JSON.parse(tell("npm", "publish", "--dry-run", "--json", "--loglevel=error")),
    ).flat();
    const names = files.map(({ path }) => path);
    for (const wanted of [
      "README.md",
      "NOTICE",
      "LICENSE-MIT",
      "CHANGELOG.md",
      "dist/glosser_bg.wasm",
      "dist/sbom.cdx.json",
      "cli/glosser.mjs",
    ])
      assert.ok(names.includes(wanted), wanted);
    assert.deepEqual(
      names.filter((name) => !/^(dist|cli)\/|^docs\/\w+\.md$|^(www\/)?[A-Z-]+(\.md)?$|^package\.json$/.test(name)),
      [],
    );
    // Three times the WebAssembly, as a file, in a module and in the classic script, and once the larger gazetteer.
    assert.ok(size < 5.6e6, `${size} bytes`);
  });

  it("nothing runs when it is installed", () => {
    const { scripts, dependencies } = JSON.parse(read("package.json"));
    for (const hook of ["preinstall", "install", "postinstall", "prepare"]) assert.equal(scripts[hook], undefined);
    assert.equal(dependencies, undefined);
  });

  it("crates.io would take it, well under its limit", { timeout: 900_000 }, () => {
    tell("cargo", "package", "--no-verify", "--allow-dirty", "--quiet", "--package", "glosser");
    tell("cargo", "publish", "--dry-run", "--allow-dirty", "--quiet", "--package", "glosser");
    const { version } = JSON.parse(read("package.json"));
    const { length } = readFileSync(join(root, "target", "package", `glosser-${version}.crate`));
    assert.ok(length < 5e6, `${length} bytes of at most 10 MB`);
  });

  it("the crate needs nothing of WebAssembly but on WebAssembly", () => {
    const tree = tell(
      "cargo",
      "tree",
      "--package",
      "glosser",
      "--edges",
      "normal",
      "--prefix",
      "none",
      "--format",
      "{p}",
    );
    const names = new Set(
      tree
        .split("\n")
        .map((line) => line.split(" ")[0])
        .filter(Boolean),
    );
    for (const name of names) assert.match(name, /^(glosser|serde\w*|proc-macro2|quote|syn|unicode-ident)$/);
  });

  it("has one version everywhere, and the changelog knows it", () => {
    const { version } = JSON.parse(read("package.json"));
    assert.equal(JSON.parse(read("package-lock.json")).version, version);
    for (const manifest of ["Cargo.toml", "python/Cargo.toml"])
      assert.equal(read(manifest).match(/^version = "([^"]+)"/m)?.[1], version, manifest);
    assert.match(read("CHANGELOG.md"), new RegExp(`^## ${version.replaceAll(".", "\\.")}`, "m"));
  });

  it("the same input gives the same bytes", async () => {
    await buildPage();
    const once = hashes();
    await buildPage();
    assert.deepEqual(hashes(), once);
    const pack = () => JSON.parse(tell("npm", "pack", "--dry-run", "--json", "--loglevel=error"));
    const sum = (packed) => Object.values(packed).flat()[0].integrity;
    assert.equal(sum(pack()), sum(pack()));
  });

  it("is no larger than agreed", () => {
    const { firstLoad, elements } = JSON.parse(read("benches/budget.json"));
    const gzipped = (file) =>
      gzipSync(readFileSync(join(shop, "node_modules", "glosser", "dist", file)), { level: 9 }).length;
    const scripts = reached("element.js");
    const own = scripts.reduce((sum, file) => sum + gzipped(file), gzipped("worker.js"));
    const whole = own + gzipped("glosser_bg.wasm");
    console.log(
      `elements and worker ${own} bytes of ${elements.limit}, first load ${whole} of ${firstLoad.limit}, gzip -9`,
    );
    assert.ok(own <= elements.limit, `elements: ${own} bytes, at most ${elements.limit}`);
    assert.ok(whole <= firstLoad.limit, `first load: ${whole} bytes, at most ${firstLoad.limit}`);
  });
});

/** A script and all that it imports before it runs; what is imported later is loaded when it is opened. */
function reached(entry, seen = new Set()) {
  if (seen.has(entry)) return [];
  seen.add(entry);
  const source = readFileSync(join(shop, "node_modules", "glosser", "dist", entry), "utf8");
  const imports = [...source.matchAll(/\b(?:from|import)\s*"\.\/([^"]+\.js)"/g)].map(([, name]) => name);
  return [entry, ...imports.flatMap((name) => reached(name, seen))];
}

/** What each file of `dist/` is, by its hash. */
function hashes() {
  const dist = join(root, "dist");
  const files = readdirSync(dist, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files
      .map(({ parentPath, name }) => join(parentPath, name))
      .sort()
      .map((file) => [file, createHash("sha256").update(readFileSync(file)).digest("hex")]),
  );
}
