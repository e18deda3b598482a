/** `<glosser-reader>` around somebody else's article: it marks, it leads, and it leaves no trace. */
import assert from "node:assert/strict";
import { it } from "node:test";
import { inEveryEngine } from "./harness.mjs";

inEveryEngine("element", (browser) => {
  const ready = () => browser.until('() => document.querySelector("glosser-reader")?.state === "ready"', "it has read");
  const names = () =>
    browser.run(`() => {
      const { reading } = document.querySelector("glosser-reader");
      return reading.stops.map((stop) => reading.slice(stop));
    }`);

  it("marks the article and leaves it as it was, letter by letter", async () => {
    await browser.visit("host.html");
    await ready();
    const source = await browser.run('async () => (await fetch("/host.html")).text()');
    const inner = await browser.run('() => document.querySelector("glosser-reader").innerHTML');
    assert.ok(source.includes(inner));
    const found = await names();
    for (const name of ["Emmanuel Macron", "Paris", "Tuesday"]) assert.ok(found.includes(name), name);
  });

  it("leaves links to the page", async () => {
    const opened = await browser.run(`async () => {
      document.querySelector("article a").click();
      await new Promise((resolve) => setTimeout(resolve, 50));
      return [location.hash, Boolean(document.querySelector("glosser-reader").open)];
    }`);
    assert.deepEqual(opened, ["#there", false]);
  });

  it("reads again what the page changes", async () => {
    await browser.run('() => { document.querySelector("article b").textContent = "Friday in Vienna"; }');
    await browser.until(
      `() => document.querySelector("glosser-reader").reading.text.includes("Vienna")`,
      "the change is read",
    );
    await ready();
    const found = await names();
    assert.ok(found.includes("Friday") && !found.includes("Tuesday"), found.join());
  });

  it("goes without a trace", async () => {
    const left = await browser.run(`async () => {
      const reader = document.querySelector("glosser-reader");
      const sheets = document.adoptedStyleSheets.length;
      reader.remove();
      globalThis.removed = reader;
      return [[...CSS.highlights.keys()].filter((name) => name.startsWith("glosser")), sheets > document.adoptedStyleSheets.length, document.adoptedStyleSheets.length];
    }`);
    assert.deepEqual(left, [[], true, 0]);
  });

  it("marks again where it is put back", async () => {
    await browser.run("() => { document.body.append(removed); }");
    await browser.until('() => [...CSS.highlights.keys()].includes("glosser-person")', "it is marked again");
    assert.deepEqual(await browser.problems(), []);
  });
});
