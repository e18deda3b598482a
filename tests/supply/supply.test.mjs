/** What comes from others: allowed, named, pinned, and nothing that runs when it is installed. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { root } from "../../tools/run.mjs";
import { billOfMaterials, inventory, notice, permits, refused } from "../../tools/supply.mjs";

const read = (name) => readFileSync(join(root, name), "utf8");

describe("supply", () => {
  const parts = inventory();

  it("SPDX expressions are read as they are meant", () => {
    const allowed = ["MIT", "Apache-2.0", "Unicode-3.0"];
    for (const [expression, expected] of [
      ["MIT", true],
      ["GPL-3.0-only", false],
      ["MIT OR GPL-3.0-only", true],
      ["MIT/GPL-3.0-only", true],
      ["MIT AND GPL-3.0-only", false],
      ["(MIT OR GPL-3.0-only) AND Unicode-3.0", true],
      ["GPL-3.0-only OR (MIT AND Zlib)", false],
      ["", false],
      ["SEE LICENSE IN terms.txt", false],
    ]) {
      assert.equal(permits(expression, allowed), expected, expression);
    }
  });

  it("every licence is one we may use", () => {
    assert.deepEqual(refused(parts), []);
    // What another licence, or none, would be told.
    const told = (license, inside) => refused([...parts, { purl: "pkg:npm/x@1", license, inside }]);
    assert.match(told("MPL-2.0", true)[0], /x@1: MPL-2.0, inside the package/);
    assert.deepEqual(told("MPL-2.0", false), []);
    for (const license of ["GPL-3.0-only", "", undefined]) assert.equal(told(license, false).length, 1, license);
  });

  it("NOTICE names what is inside (node tools/supply.mjs writes it)", () => {
    assert.equal(read("NOTICE"), notice(parts));
    const more = { purl: "pkg:npm/x@1", license: "MIT", holder: "X", inside: true };
    assert.notEqual(read("NOTICE"), notice([...parts, more]), "one more is missed");
    for (const name of ["wasm-bindgen", "serde", "lit", "d3-geo", "world-atlas"]) {
      assert.ok(
        parts.some((part) => part.inside && part.name === name),
        name,
      );
    }
    for (const name of ["esbuild", "serde_derive", "arbtest", "anyhow", "playwright-core"]) {
      assert.ok(!parts.some((part) => part.inside && part.name === name), name);
    }
  });

  it("the bill of materials gives version, licence and hash of each", () => {
    const { components, dependencies } = billOfMaterials(parts);
    assert.deepEqual(
      dependencies[0].dependsOn,
      components.map(({ purl }) => purl),
    );
    for (const { version, hashes, licenses } of components) {
      assert.match(version, /^\d+\.\d+\.\d+/);
      assert.match(hashes[0].content, hashes[0].alg === "SHA-256" ? /^[0-9a-f]{64}$/ : /^[0-9a-f]{128}$/);
      assert.ok(licenses[0].expression);
    }
  });

  it("all of it is pinned by checksum", () => {
    const modules = Object.entries(JSON.parse(read("package-lock.json")).packages).filter(([path]) => path);
    assert.deepEqual(
      modules.filter(([, { integrity }]) => !integrity?.startsWith("sha512-")).map(([path]) => path),
      [],
    );
    const fetched = read("Cargo.lock").match(/^source = .*$/gm);
    assert.equal(fetched.length, read("Cargo.lock").match(/^checksum = /gm).length);
  });

  it("installing the package runs nothing", () => {
    const { scripts, dependencies } = JSON.parse(read("package.json"));
    const hooks = ["preinstall", "install", "postinstall", "prepare", "prepublish"];
    assert.deepEqual(
      hooks.filter((hook) => hook in scripts),
      [],
    );
    assert.equal(dependencies, undefined);
  });
});
