/** The reader as programs use it: options, errors, lone surrogates, crashes. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { createReader, GlosserError } from "../../dist/glosser.js";
import { root } from "../../tools/run.mjs";
import { ODD } from "./odd.mjs";

const wasm = readFileSync(join(root, "dist", "glosser_bg.wasm"));
const fails = (code) => (error) => error instanceof GlosserError && error.code === code && error.hint.length > 10;

describe("reader", () => {
  it("reads, on this thread where there is no worker", async () => {
    const reader = createReader({ wasm });
    const text = "Mayor Ina Berg spoke in Berlin on Tuesday.";
    const article = await reader.read(text, { published: "2021-05-06" });
    assert.equal(reader.where, "here");
    assert.equal(article.published, "2021-05-06");
    assert.deepEqual(article.sentences, [{ start: 0, end: text.length }]);
    assert.deepEqual(JSON.parse(JSON.stringify(article)), article, "plain objects through and through");
  });

  it("takes a day with a time after it, and no other", async () => {
    const reader = createReader({ wasm });
    const published = async (day) => (await reader.read("Rain.", { published: day })).published;
    assert.equal(await published("2021-05-06T07:08:09Z"), "2021-05-06");
    for (const day of ["", "yesterday", "2021-02-30", "2021-5-6", "06/05/2021", "2021-05-061"]) {
      await assert.rejects(published(day), fails("bad-option"), day);
    }
    await assert.rejects(published(20210506), fails("bad-option"));
    await assert.rejects(published(new Date()), fails("bad-option"));
    assert.equal(await published(undefined), null);
  });

  it("tells which option is wrong, and which there are", async () => {
    assert.throws(() => createReader({ wasm, wokers: 2 }), /no option wokers/);
    for (const workers of [0, -1, 1.5, "many"])
      assert.throws(() => createReader({ wasm, workers }), fails("bad-option"));
    const reader = createReader({ wasm });
    const told = async (options) => (await reader.read("Rain.", options).catch((error) => error)).message;
    assert.equal(await told({ pubished: "2021-05-06" }), "there is no option pubished");
    assert.equal(await told({ published: new Date(0) }), "the option published is an object (Date)");
    assert.equal(await told({ title: 7 }), "the option title is a number");
    assert.equal(await told({ published: null }), undefined);
    // What comes in a list may have names of its own.
    for await (const { article } of reader.readMany([{ id: 7, text: "Rain." }])) assert.ok(article);
  });

  it("says what is wrong with what is no text", async () => {
    const reader = createReader({ wasm });
    for (const text of [undefined, null, 7, {}, new String("x")])
      await assert.rejects(reader.read(text), fails("bad-text"));
    await assert.rejects(reader.read(Buffer.from("Rain.")), /an object \(Buffer\)/);
  });

  it("counts a lone surrogate as JavaScript does", async () => {
    const text = "\uD83D First sentence here. Second one \uDE00 here. \uD83D\uDE00 Third.";
    const { sentences } = await createReader({ wasm }).read(text);
    assert.equal(text.slice(sentences.at(-1).start, sentences.at(-1).end).at(-1), ".");
    assert.equal(sentences.at(-1).end, text.length);
  });

  it("says what is wrong with what is no WebAssembly", async () => {
    await assert.rejects(
      createReader({ wasm: new TextEncoder().encode("<!doctype html>") }).read("x"),
      fails("no-wasm"),
    );
    await assert.rejects(createReader({ wasm: wasm.subarray(0, 5000) }).read("x"), fails("no-wasm"));
    await assert.rejects(createReader({ wasm: "http://127.0.0.1:9/none.wasm" }).read("x"), fails("no-wasm"));
  });

  it("says what is wrong with what is no gazetteer", async () => {
    const reading = (places) => createReader({ wasm, places }).read("x");
    await assert.rejects(reading(new TextEncoder().encode("<!doctype html>")), fails("bad-data"));
    await assert.rejects(reading(new Uint8Array([0x1f, 0x8b, 8, 0, 1, 2, 3])), fails("no-places"));
    await assert.rejects(reading("http://127.0.0.1:9/places.bin.gz"), fails("no-places"));
    await assert.rejects(reading(new Response("", { status: 404 })), fails("no-places"));
  });

  it("stops when asked to", async () => {
    const reader = createReader({ wasm });
    await assert.rejects(reader.read("x", { signal: AbortSignal.abort() }), { name: "AbortError" });
    const control = new AbortController();
    const reading = reader.read("x", { signal: control.signal });
    control.abort(new Error("changed my mind"));
    await assert.rejects(reading, /changed my mind/);
    reader.dispose();
    await assert.rejects(reader.read("x"), fails("disposed"));
  });

  it("explains a crash once, and reads the next text afresh", async (t) => {
    // The way into an instance is its memory: wiped, the next call must trap.
    const memories = [];
    const instantiate = WebAssembly.instantiate;
    t.mock.method(WebAssembly, "instantiate", async (...args) => {
      const made = await instantiate.apply(WebAssembly, args);
      memories.push((made.instance ?? made).exports.memory);
      return made;
    });
    t.mock.method(console, "error", () => {});
    const reader = createReader({ wasm });
    const text = "Mayor Ina Berg spoke in Berlin. Omar Sy left on 3 May 2021.";
    const before = await reader.read(text);
    new Uint8Array(memories[0].buffer).fill(0);
    await assert.rejects(reader.read(text), fails("crashed"));
    assert.deepEqual(await reader.read(text), before);
    assert.equal(memories.length, 2, "one fresh instance");
  });

  it("reads 10 MB, and odd texts before and after", async () => {
    const reader = createReader({ wasm });
    const odd = async () => Promise.all(ODD.map((text) => reader.read(text)));
    const before = await odd();
    const line = "Mayor Ina Berg met Omar Sy in Berlin on 3 May 2021, she said. It rained in the evening. ";
    const { sentences } = await reader.read(line.repeat(Math.ceil(10e6 / line.length)));
    assert.ok(sentences.length > 1e5);
    assert.deepEqual(await odd(), before);
  });
});
