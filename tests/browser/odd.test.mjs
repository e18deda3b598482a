/** Pages that are not made for this: odd corners of HTML, pages that change at any moment, other versions. The page stays whole. */
import assert from "node:assert/strict";
import { it } from "node:test";
import { inEveryEngine } from "./harness.mjs";

/** Help for what runs in the page. */
const HELP = `
  const outer = document.getElementById("outer");
  const slices = (reader) => reader.reading.stops.map((stop) => reader.reading.slice(stop));
  /** The painted words of one kind. */
  const painted = (name) => [...(CSS.highlights.get(name) ?? [])].map(({ startContainer, startOffset, endContainer, endOffset }) => {
    const range = document.createRange();
    range.setStart(startContainer, startOffset);
    range.setEnd(endContainer, endOffset);
    return range.toString();
  });`;

inEveryEngine("odd pages", (browser) => {
  const run = (code) => browser.inPage(`${HELP} ${code}`);
  const ready = () =>
    browser.until(
      '() => [...document.querySelectorAll("glosser-reader")].every((reader) => reader.state === "ready")',
      "all is read",
    );

  it("reads what is there to be read, and nothing of what is hidden, drawn or code of its own", async () => {
    await browser.visit("odd.html");
    await ready();
    const { source, html, text, found } = await run(`
      return { source: await (await fetch("/odd.html")).text(), html: outer.innerHTML, text: outer.reading.text, found: slices(outer) };`);
    assert.ok(source.replaceAll("&shy;", "\u00ad").includes(html), "the page is letter by letter what it was");
    for (const name of ["Angela Mer\u00adkel", "Vladimir Putin", "Moscow", "Tokyo", "Vienna", "Warsaw"])
      assert.ok(found.includes(name), name);
    for (const unseen of ["Kyoto", "Trump", "Biden", "Johnson", "Draghi", "Rome", "Madrid"])
      assert.ok(!text.includes(unseen), unseen);
  });

  it("a soft hyphen makes nobody somebody else", async () => {
    const people = await run(
      `return outer.reading.record.entities.filter((e) => e.kind === "person").map((e) => e.name);`,
    );
    assert.equal(people.filter((name) => name.replaceAll("\u00ad", "").includes("Merkel")).length, 1, people.join());
  });

  it("a reader within a reader has its text for itself", async () => {
    const [within, outside, painted] = await run(`
      const inner = document.getElementById("inner");
      const both = [...outer.reading.text.matchAll(/Donald Tusk/g)].length;
      return [slices(inner).includes("Donald Tusk"), both, painted("glosser-person").includes("Donald Tusk") || painted("glosser-2-person").includes("Donald Tusk")];`);
    assert.deepEqual([within, outside, painted], [true, 0, true]);
  });

  it("unfolds what it leads to", async () => {
    const [before, after, card] = await run(`
      const details = document.querySelector("details");
      const before = details.open;
      outer.goTo(outer.reading.stops.find((stop) => outer.reading.slice(stop) === "Moscow"), { card: true });
      const after = await until(() => {
        const [rect] = outer.shadowRoot.querySelector("#proxy").getClientRects();
        return details.open && rect?.width > 10;
      });
      outer.close();
      details.open = false;
      return [before, after, Boolean(outer.open)];`);
    assert.deepEqual([before, after, card], [false, true, false]);
  });

  it("stands an edit in the middle of reading, and paints only what is there", async () => {
    await browser.visit("blank.html");
    const wrong = await run(`
      await import("/element.js");
      const article = document.createElement("glosser-reader");
      const paragraphs = Array.from({ length: 40 }, (_, i) => Object.assign(document.createElement("p"), { textContent: "Angela Merkel met Emmanuel Macron in Paris, for the " + i + "th time, on 3 May 2021." }));
      article.append(...paragraphs);
      document.body.append(article);
      // A framework that renders again and again while it is being read.
      for (let i = 0; i < 20; i++) {
        const old = article.children[(i * 7) % article.children.length];
        const now = old.cloneNode(true);
        if (i % 3 === 0) now.textContent = "Olaf Scholz stayed in Berlin.";
        if (i % 4 === 1) old.remove();
        else old.replaceWith(now);
        await frame();
      }
      await until(() => article.state === "ready" && article.reading.text.includes("Olaf Scholz"));
      await until(() => [...CSS.highlights.keys()].some((name) => painted(name).includes("Olaf Scholz")));
      const names = new Set(["Angela Merkel", "Emmanuel Macron", "Paris", "3 May 2021", "Olaf Scholz", "Berlin"]);
      const wrong = [...CSS.highlights.keys()].flatMap(painted).filter((words) => !names.has(words));
      const html = [...article.children].every((p) => p.localName === "p" && !p.attributes.length && p.childNodes.length === 1);
      article.remove();
      return [wrong, html];`);
    assert.deepEqual(wrong, [[], true]);
  });

  it("taken out and put elsewhere while it reads, it ends where it stands", async () => {
    const state = await run(`
      const reader = document.createElement("glosser-reader");
      reader.append("Angela Merkel met Emmanuel Macron in Paris.");
      document.body.append(reader);
      // In the middle of reading.
      await new Promise((resolve) => setTimeout(resolve, 1));
      reader.remove();
      const section = document.createElement("section");
      document.body.append(section);
      section.append(reader);
      await until(() => reader.state === "ready");
      const found = slices(reader);
      reader.remove();
      return found;`);
    assert.deepEqual(state, ["Angela Merkel", "Emmanuel Macron", "Paris"]);
  });

  it("another version on the page: the first stays, it is said once, and both pages work", async () => {
    await browser.visit("blank.html");
    const [version, found] = await run(`
      class Other extends HTMLElement { static version = "0.0.1"; }
      customElements.define("glosser-legend", Other);
      await import("/element.js");
      const reader = document.createElement("glosser-reader");
      reader.append("Angela Merkel met Emmanuel Macron in Paris.");
      document.body.append(reader);
      await until(() => reader.state === "ready");
      return [customElements.get("glosser-legend").version, slices(reader)];`);
    assert.equal(version, "0.0.1");
    assert.deepEqual(found, ["Angela Merkel", "Emmanuel Macron", "Paris"]);
    const said = (await browser.problems()).filter((line) => line.includes("defined already"));
    assert.equal(said.length, 1);
    assert.match(said[0], /<glosser-legend> is defined already, by version 0\.0\.1/);
  });
});
