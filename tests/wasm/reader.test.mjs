/** The reader as programs use it: options, errors, lone surrogates, crashes. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { pathToFileURL } from "node:url";
import { inspect } from "node:util";
import {
  correct,
  createAnnotation,
  createLibrary,
  createReader,
  exportArticle,
  GlosserError,
  terminalPage,
  textFragment,
} from "../../dist/glosser.js";
import { createReader as inNode } from "../../dist/glosser.node.js";
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

  it("tells which option is wrong, and what it may be", async () => {
    const text = "Ina Berg spoke in Berlin.";
    const reader = createReader({ wasm });
    const article = await reader.read(text);
    const library = await createLibrary({ wasm });
    const read = (settings) => reader.read(text, settings);
    const many = (inputs, options) => reader.readMany(inputs, options).next();
    for (const [call, message, hint] of [
      [() => createReader("large"), /the options are "large"/, /any of wasm, places, worker/],
      [() => createReader({ wokers: 2 }), /no option wokers/, /workers/],
      [() => createReader({ workers: "2" }), /workers is "2"/, /from 1/],
      [() => createReader({ workers: 0 }), /workers is 0/, /from 1/],
      [() => createReader({ worker: true }), /worker is true/, /auto or off/],
      [() => createReader({ workerUrl: 5 }), /workerUrl is 5/, /address/],
      [() => createReader({ wasm: "" }), /wasm is ""/, /address/],
      [() => createReader({ places: true }), /places is true/, /"large"/],
      [() => read("2021-05-06"), /the options are "2021-05-06"/, /published/],
      [() => read({ pubished: "2021-05-06" }), /no option pubished/, /published/],
      [() => read({ published: new Date(0) }), /published is an object \(Date\)/, /YYYY-MM-DD/],
      [() => read({ title: 7 }), /title is 7/, /string/],
      [() => read({ lang: "English!" }), /lang is "English!"/, /en-GB/],
      [() => read({ offsets: "words" }), /offsets/, /utf16, chars or bytes/],
      [() => read({ signal: 5 }), /signal is 5/, /AbortController/],
      [() => read({ onProgress: 5 }), /onProgress is 5/, /function/],
      [() => many("a text"), /list of articles is "a text"/, /array/],
      [() => many([text], { workers: 2 }), /no option workers/, /published/],
      [() => exportArticle(article, text, "csv", { titel: "x" }), /no option titel/, /title, url/],
      [() => exportArticle(article, text), /format/, /markdown/],
      [() => textFragment(text, "Berlin", { wasm }), /span is "Berlin"/, /start and an end/],
      [() => textFragment(text, { start: 0, end: 3 }, { adress: "x", wasm }), /no option adress/, /url/],
      [() => library.add(5, article, text), /the id is 5/, /string/],
      [() => library.add("a", article, text, { url: 5 }), /url is 5/, /string/],
      [() => library.remove(5), /the id is 5/, /string/],
      [() => terminalPage(text, { wasm, width: -5 }), /width is -5/, /from 1/],
      [() => createAnnotation(null, { wasm }), /root is null/, /node/],
      [
        () => correct(article, [{ op: "rename", key: "person/ina-berg" }], text),
        /no list of corrections: .*rename/,
        /name/,
      ],
      [() => correct(article, { op: "ignore", key: "x" }, text), /no list of corrections/, /\[\{ op/],
      [() => correct(undefined, [], text), /no article/, /record/],
    ])
      await assert.rejects(
        async () => call(),
        (error) => fails("bad-option")(error) && message.test(error.message) && hint.test(error.hint),
        String(call),
      );
    // What is empty is as good as left out; what comes in a list may have names of its own.
    assert.deepEqual(
      await createReader({ wasm, worker: null }).read(text, { published: null, signal: undefined }),
      article,
    );
    for await (const { article } of reader.readMany([{ id: 7, text: "Rain." }], null)) assert.ok(article);
    assert.equal(library.size, 0);
  });

  it("takes what an article brings of its own over what is said beside it", async () => {
    const reader = createReader({ wasm });
    const own = { id: 7, text: "Rain fell.", published: "2021-05-06" };
    assert.equal((await reader.read(own, { published: "1999-01-01" })).published, "2021-05-06");
    assert.equal((await reader.read({ ...own, published: null }, { published: "1999-01-01" })).published, "1999-01-01");
    await assert.rejects(reader.read({ ...own, published: 5 }), fails("bad-option"));
  });

  it("tells how far it is; what the listener throws is the reader's answer, here and in a worker", async () => {
    for (const workers of [undefined, 1]) {
      const reader = inNode({ workers });
      const stages = [];
      await reader.read("Rain fell.", { onProgress: ({ stage, done, total }) => stages.push([stage, done / total]) });
      assert.deepEqual(
        [stages[0], stages.at(-1)],
        [
          ["load", 0],
          ["done", 1],
        ],
      );
      const thrown = new Error("mine");
      const onProgress = ({ stage }) => {
        if (stage === "names") throw thrown;
      };
      await assert.rejects(reader.read("Rain fell.", { onProgress }), thrown);
      const control = new AbortController();
      const aborts = { signal: control.signal, onProgress: () => control.abort(thrown) };
      await assert.rejects(reader.read("Rain fell.", aborts), thrown);
      assert.ok(await reader.read("Rain fell."));
      reader.dispose();
    }
  });

  it("says what is wrong with what is no text", async () => {
    const reader = createReader({ wasm });
    for (const text of [undefined, null, 7, {}, new String("x")])
      await assert.rejects(reader.read(text), fails("bad-text"));
    await assert.rejects(reader.read(Buffer.from("Rain.")), /an object \(Buffer\)/);
    const error = await reader.read(7).catch((thrown) => thrown);
    assert.deepEqual(Object.keys(JSON.parse(JSON.stringify(error))), ["code", "message", "hint"]);
    assert.match(inspect(error), /^GlosserError: there is no text in 7/);
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
    const other = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);
    await assert.rejects(createReader({ wasm: other }).read("x"), /not that of this version/);
  });

  it("finds files by their address, and what is only promised", async () => {
    const file = (name) => pathToFileURL(join(root, "dist", name));
    const sources = { wasm: file("glosser_bg.wasm").href, places: file("places.bin.gz") };
    const { entities } = await createReader(sources).read("Snow fell in Grindavik.");
    assert.equal(entities[0].place.country, "IS");
    assert.ok(await createReader({ wasm: Promise.resolve(wasm) }).read("x"));
    await assert.rejects(createReader({ wasm: file("none.wasm") }).read("x"), fails("no-wasm"));
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
