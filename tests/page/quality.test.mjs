/** What the page about quality says holds for what is committed, and it needs nothing but itself. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { dataFile, made, page, pageFile, provenance } from "../../tools/quality.mjs";

const data = JSON.parse(readFileSync(dataFile, "utf8"));
const html = readFileSync(pageFile, "utf8");

describe("the page about quality", () => {
  it("was measured with the models that are here (node tools/quality.mjs measures anew)", () => {
    assert.deepEqual(data.made, made());
    assert.ok(Object.keys(data.made).length >= 4);
  });

  it("gives the hashes of the manifest, which are those of the files", () => {
    const told = Object.assign({}, ...provenance().map(({ sha256 }) => sha256));
    for (const [name, hash] of Object.entries(data.made)) {
      assert.equal(told[name] ?? told[name.replace("lists/", "")], hash, name);
      assert.ok(html.includes(hash), name);
    }
  });

  it("is what the data says (node tools/quality.mjs --page writes it)", () => {
    assert.equal(html, page(data));
  });

  it("tells every kind of score and shows mistakes of every kind", () => {
    for (const what of [
      "People, places, organisations",
      "Dates",
      "Who is who",
      "Where it is",
      "Who said what",
      "What matters",
    ])
      assert.ok(html.includes(`<h2>${what}</h2>`), what);
    for (const { values } of data.tables.flatMap(({ rows }) => rows))
      assert.ok(values.length > 0 && values.every((value) => value >= 0 && Number.isFinite(value)));
    for (const kind of ["person", "place", "organization"]) {
      const shown = data.confusions.filter(({ is }) => is === kind);
      assert.ok(
        shown.length > 0 && shown.every(({ count, examples }) => count >= examples.length && examples.length > 0),
        kind,
      );
    }
  });

  it("opens from disk and asks for nothing", () => {
    assert.doesNotMatch(html, /<script|<link|<img|\ssrc=|@import|url\(/i);
    assert.match(html, /default-src 'none'; style-src 'sha256-/);
  });
});
