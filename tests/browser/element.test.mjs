/** `<glosser-reader>` around somebody else's article: it marks, it leads, and it leaves no trace. */
import assert from "node:assert/strict";
import { it } from "node:test";
import { inEveryEngine } from "./harness.mjs";
import { until } from "./waiting.mjs";

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
    const opened = await browser.inPage(`
      document.querySelector("article a").click();
      await until(() => location.hash);
      await settled();
      return [location.hash, Boolean(document.querySelector("glosser-reader").open)];`);
    assert.deepEqual(opened, ["#there", false]);
  });

  it("takes the paint off changed words before they are seen, and leaves the rest", async () => {
    const [date, people] = await browser.inPage(`
      const ranges = (kind) => [...(CSS.highlights.get("glosser-" + kind) ?? [])].map((range) => range.startContainer.data?.slice(range.startOffset, range.endOffset));
      const people = ranges("person").length;
      document.querySelector("article b").firstChild.data = "Wednesdays";
      await Promise.resolve();
      const out = [ranges("date").includes("Wednesda"), ranges("person").length === people];
      document.querySelector("article b").firstChild.data = "Tuesday";
      await until(() => ranges("date").includes("Tuesday"));
      return out;`);
    assert.deepEqual([date, people], [false, true]);
  });

  it("finds its words again when a framework draws them anew, without reading", async () => {
    const marked = await browser.inPage(`
      const reader = document.querySelector("glosser-reader");
      globalThis.read = 0;
      reader.addEventListener("glosser-result", () => globalThis.read++);
      const of = () => CSS.highlights.get("glosser-person").size;
      const before = of();
      for (const p of document.querySelectorAll("article p")) p.replaceWith(p.cloneNode(true));
      await Promise.resolve();
      const gone = of() < before;
      await until(() => of() === before);
      return gone;`);
    assert.equal(marked, true);
  });

  it("reads again what the page changes", async () => {
    await browser.run('() => { document.querySelector("article b").textContent = "Friday in Vienna"; }');
    await browser.until(
      `() => { const { reading } = document.querySelector("glosser-reader"); return reading.stops.some((stop) => reading.slice(stop) === "Friday"); }`,
      "the change is read",
    );
    // What was drawn anew before, in the same words, was not.
    assert.equal(await browser.run("() => globalThis.read"), 1);
    assert.ok(!(await names()).includes("Tuesday"));
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

  it("lives several times on one page and in shadow trees, and is forgotten when gone", async () => {
    const [painted, left] = await browser.inPage(`
      globalThis.gone = [];
      let painted = 0;
      for (let round = 0; round < 3; round++) {
        const holder = document.createElement("div");
        document.body.append(holder);
        const inside = holder.attachShadow({ mode: "open" });
        for (const where of [holder, inside, inside]) {
          const reader = document.createElement("glosser-reader");
          reader.append("Angela Merkel met Emmanuel Macron in Paris.");
          (where === holder ? document.body : where).append(reader);
          gone.push(new WeakRef(reader));
        }
        const all = gone.slice(-3);
        await until(() => all.every((one) => one.deref().state === "ready"));
        painted += [...CSS.highlights.keys()].filter((name) => /^glosser(-\\d)?-person$/.test(name)).length;
        for (const one of all) one.deref().remove();
        holder.remove();
      }
      return [painted, [...CSS.highlights.keys()].length];`);
    assert.deepEqual([painted, left], [9, 0]);
    if (!browser.collect) return;
    await until(async () => {
      await browser.collect();
      return browser.run("() => gone.every((one) => !one.deref())");
    }, "no reader is held any more");
  });

  it("marks again where it is put back", async () => {
    await browser.run("() => { document.body.append(removed); }");
    await browser.until('() => [...CSS.highlights.keys()].includes("glosser-person")', "it is marked again");
    assert.deepEqual(await browser.problems(), []);
  });
});
