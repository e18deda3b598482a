/** Several articles as one story, as programs and the page put them together. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { createLibrary, createReader } from "../../dist/glosser.node.js";
import { root } from "../../tools/run.mjs";

const wasm = readFileSync(join(root, "dist", "glosser_bg.wasm"));
const reader = createReader({ wasm });

/** The articles that come with the reader. */
async function corpus() {
  const folder = join(root, "corpus");
  const { articles: index } = JSON.parse(readFileSync(join(folder, "index.json"), "utf8"));
  const articles = [];
  for (const { file, published } of index) {
    const text = readFileSync(join(folder, file), "utf8");
    articles.push({ id: file, text, article: await reader.read(text, published ? { published } : {}) });
  }
  return articles;
}

describe("library", () => {
  it("tells five articles as one story, in order", async () => {
    const library = await createLibrary({ wasm });
    const articles = await corpus();
    for (const { id, text, article } of articles) library.add(id, article, text);
    assert.equal(library.size, articles.length);
    const { articles: members, figures, timeline, meetings } = library.record();
    const days = members.map(({ published }) => published);
    assert.deepEqual(days, [...days].sort());
    const froms = timeline.flatMap(({ from }) => from ?? []);
    assert.ok(froms.length > 10);
    assert.deepEqual(froms, [...froms].sort());
    const putin = figures.find(({ name }) => name === "Vladimir Putin");
    assert.equal(putin.appearances.length, articles.length);
    assert.ok(putin.quotes.length > 5 && putin.roles.length > 0 && putin.timeline.length > 5);
    assert.ok(meetings[0].articles.length > 3);
    // Indexes lead to what they say.
    for (const { article, sentence, date } of timeline) {
      const { article: read } = articles.find(({ id }) => id === article);
      const [s, d] = [read.sentences[sentence], read.dates[date]];
      assert.ok(s.start <= d.start && d.end <= s.end);
    }
  });

  it("takes articles out and in again", async () => {
    const library = await createLibrary({ wasm });
    const articles = await corpus();
    for (const { id, text, article } of articles) library.add(id, article, text);
    const whole = library.record();
    const { id, text, article } = articles.at(-1);
    assert.equal(library.remove(id), true);
    assert.equal(library.remove(id), false);
    assert.equal(library.size, articles.length - 1);
    library.add(id, article, text);
    library.add(id, article, text);
    assert.deepEqual(library.record(), whole);
  });

  it("takes what a reader has corrected as it is", async () => {
    const library = await createLibrary({ wasm });
    const [{ id, text, article }] = await corpus();
    const [first] = article.entities;
    const entities = article.entities.map((e) => (e === first ? { ...e, name: "Somebody Else", aliases: [] } : e));
    library.add(id, { ...article, entities }, text);
    assert.ok(library.record().figures.some(({ name }) => name === "Somebody Else"));
    assert.throws(() => library.add("x", 7, text), { code: "bad-option" });
  });
});
