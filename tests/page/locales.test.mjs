/** Every language says everything, with everything in it that it is given. (That no key is missing, the compiler sees to.) */
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { root } from "../../tools/run.mjs";
import { load } from "./load.mjs";

const { en } = await load("locales/en.ts");
const { LANGUAGES, match } = await load("locales/index.ts");
const ids = Object.keys(LANGUAGES).filter((id) => id !== "en");

/** All that is said, as pairs of a path and a value. */
const said = (value, path = "") =>
  value && typeof value === "object"
    ? Object.entries(value).flatMap(([key, inner]) => said(inner, path ? `${path}.${key}` : key))
    : [[path, value]];

/** What a sentence is given: the same for all languages, names told from numbers by what English does with them. */
const given = (sentence) => Array.from({ length: sentence.length }, (_, i) => [`⟪${"abc"[i]}⟫`, 5 + i]);

describe("the languages of the interface", () => {
  it("are as many files as names", () => {
    const files = readdirSync(join(root, "www", "locales")).filter((name) => /^[a-z]{2}\.ts$/.test(name));
    assert.deepEqual(files.map((name) => name.slice(0, 2)).sort(), Object.keys(LANGUAGES).sort());
    assert.ok(ids.length >= 9);
  });

  for (const id of ids)
    it(`${LANGUAGES[id]} says everything`, async () => {
      const { words } = await load(`locales/${id}.ts`);
      const mine = new Map(said(words));
      assert.equal(words.lang, id);
      const numbers = new Intl.NumberFormat(id);
      for (const [path, value] of said(en)) {
        const other = mine.get(path);
        assert.equal(typeof other, typeof value, path);
        if (typeof value === "string") assert.ok(other.trim(), path);
        if (typeof value !== "function") continue;
        assert.equal(other.length, value.length, `${path} takes other things`);
        const pairs = given(value);
        for (let mask = 0; mask < 2 ** pairs.length; mask++) {
          const args = pairs.map((pair, i) => pair[(mask >> i) & 1]);
          let english;
          try {
            english = value(...args);
          } catch {
            continue;
          }
          if (!args.every((arg) => english.includes(String(arg)))) continue;
          const spoken = other(...args);
          // A word where a number is wanted: English may not mind.
          if (spoken.includes(numbers.format(Number.NaN))) continue;
          for (const arg of args)
            assert.ok(
              spoken.includes(String(arg)) || (typeof arg === "number" && spoken.includes(numbers.format(arg))),
              `${path} leaves out ${arg}: ${spoken}`,
            );
        }
      }
      assert.deepEqual(
        [...mine.keys()].sort(),
        said(en)
          .map(([path]) => path)
          .sort(),
      );
    });

  it("are found by what a browser wants", () => {
    const WANTED = [
      [["de-AT", "en"], "de"],
      [["pt-BR"], "pt"],
      [["xx", "ar-EG"], "ar"],
      [["xx"], "en"],
      [[], "en"],
      [["constructor"], "en"],
    ];
    for (const [wanted, id] of WANTED) assert.equal(match(wanted), id, wanted.join());
  });
});
