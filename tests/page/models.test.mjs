/** What lies in `models/` is what `models/manifest` says it is: nobody changed one without the other. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { it } from "node:test";

const models = join(import.meta.dirname, "..", "..", "models");

/** Pairs of path and hash, as the manifest gives them. */
function named(manifest) {
  const pairs = [];
  let heading = "";
  for (const line of manifest.split("\n")) {
    if (/^\S/.test(line) && !line.startsWith("#")) heading = line.trim();
    const [, file, hash] = /^ {2}sha256\s+(?:(\S+)\s+)?([0-9a-f]{64})$/.exec(line) ?? [];
    if (hash) pairs.push([join(models, file ? dirname(heading) : "", file ?? heading), hash]);
  }
  return pairs;
}

it("holds the files that the manifest names", () => {
  const pairs = named(readFileSync(join(models, "manifest"), "utf8"));
  assert.ok(pairs.length >= 8, `${pairs.length} files named`);
  for (const [path, hash] of pairs) {
    assert.equal(createHash("sha256").update(readFileSync(path)).digest("hex"), hash, path);
  }
});
