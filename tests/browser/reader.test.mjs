/** The reader in a browser: in a worker where it may, here where it may not, explained where nothing is allowed. */
import assert from "node:assert/strict";
import { it } from "node:test";
import { POLICY } from "../../tools/serve.mjs";
import { inEveryEngine } from "./harness.mjs";

const READ = `const { createReader } = await import("/glosser.js");
  const text = "Mayor Ina Berg met Omar Sy in Berlin on 3 May 2021. ";`;

inEveryEngine("reader", (browser) => {
  it("reads in a worker, the same as without one", async () => {
    await browser.visit("blank.html");
    const [there, here, same] = await browser.run(`async () => {${READ}
      const readers = [createReader(), createReader({ worker: "off" })];
      const articles = await Promise.all(readers.map((reader) => reader.read(text.repeat(3))));
      return [...readers.map((reader) => reader.where), JSON.stringify(articles[0]) === JSON.stringify(articles[1])];
    }`);
    assert.deepEqual([there, here, same], ["worker", "here", true]);
  });

  it("drops what nobody waits for, and reads on", async () => {
    const result = await browser.run(`async () => {${READ}
      const reader = createReader();
      await reader.read(text);
      const control = new AbortController();
      const long = reader.read(text.repeat(40000), { signal: control.signal }).catch((error) => error.name);
      const short = reader.read(text);
      setTimeout(() => control.abort(), 50);
      return [await long, (await short).dates.length, reader.where];
    }`);
    assert.deepEqual(result, ["AbortError", 1, "worker"]);
    assert.deepEqual(await browser.problems(), []);
  });

  it("reads on the page where there is no worker", async () => {
    const result = await browser.run(`async () => {${READ}
      const reader = createReader({ workerUrl: "/none.js" });
      return [(await reader.read(text)).dates.length, reader.where];
    }`);
    assert.deepEqual(result, [1, "here"]);
  });

  it("says which line of the policy forbids WebAssembly", async () => {
    const strict = await browser.serveWith(POLICY.replace(" 'wasm-unsafe-eval'", ""));
    await browser.goto(`${strict}/blank.html`);
    const error = await browser.run(`async () => {${READ}
      return createReader().read(text).catch(({ code, hint }) => ({ code, hint }));
    }`);
    assert.equal(error.code, "blocked");
    assert.match(error.hint, /'wasm-unsafe-eval'/);
  });
});
