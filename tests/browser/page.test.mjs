/** The reader page as a reader meets it: over http and as one file from disk. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { it } from "node:test";
import { root } from "../../tools/run.mjs";
import { inEveryEngine } from "./harness.mjs";

const index = JSON.parse(readFileSync(join(root, "corpus", "index.json"), "utf8"));

const INK = { person: [0x7a, 0x3e, 0x9d], place: [0x0b, 0x6e, 0x4f], date: [0x8a, 0x52, 0x00] };

const WAYS = {
  "over http": (browser) => browser.visit("index.html"),
  "from disk": (browser) => browser.openFile("glosser.html"),
};

for (const [way, open] of Object.entries(WAYS)) {
  inEveryEngine(`page ${way}`, (browser) => {
    it("opens with the articles and reads the first", async () => {
      await open(browser);
      await browser.ready();
      assert.equal(await browser.run(`() => document.querySelectorAll('#library li a[href^="#/"]').length >= 5`), true);
      const found = await browser.run(`() => {
        const { record } = document.getElementById("reader").reading;
        return { mentions: record.mentions.length, dates: record.dates.length, key: record.summary.sentences.length };
      }`);
      for (const [list, count] of Object.entries(found)) assert.ok(count > 3, `${count} ${list}`);
    });

    if (way === "over http")
      it("brings its first article with it, and what is read later is that very article", async () => {
        const [came, stands] = await browser.run(`async () => {
          const html = await (await fetch("/index.html")).text();
          const article = document.querySelector("article");
          return [html.includes(article.outerHTML), article.isConnected && !document.getElementById("first")];
        }`);
        assert.deepEqual([came, stands], [true, true]);
      });

    if (way === "over http")
      it("knows of its first article, letter by letter, what a reader finds in it", async () => {
        const [{ file, title, published }] = index.articles;
        const text = readFileSync(join(root, "corpus", file), "utf8");
        const [given, found] = await browser.run(
          `async (text, options) => {
            const { createReader } = await import("/glosser.js");
            return [document.getElementById("first-record").textContent, JSON.stringify(await createReader().read(text, options))];
          }`,
          text,
          { title, published },
        );
        assert.deepEqual(JSON.parse(given), JSON.parse(found));
      });

    it("paints people, places and dates in the text", async () => {
      const painted = inked(await browser.pixels());
      await browser.run("() => { globalThis.kept = [...CSS.highlights]; CSS.highlights.clear(); }");
      const bare = inked(await browser.pixels());
      await browser.run("() => kept.forEach(([name, highlight]) => CSS.highlights.set(name, highlight))");
      for (const kind of Object.keys(INK)) {
        assert.ok(
          painted[kind] - bare[kind] > 40,
          `${kind}: ${painted[kind]} pixels with marks, ${bare[kind]} without`,
        );
      }
    });

    it("opens a card by keyboard alone, and closes it", async () => {
      const card = () =>
        browser.inPage(`
          await settled();
          const card = document.getElementById("reader").shadowRoot.querySelector("glosser-card");
          return card.matches(":popover-open") ? card.shadowRoot.textContent.trim() : "";`);
      let text = "";
      for (let presses = 0; presses < 80 && !text; presses++) {
        await browser.press("Tab");
        text = await card();
      }
      assert.ok(text.length > 10, "no card after 80 presses of Tab");
      await browser.press("ArrowDown");
      const next = await card();
      assert.ok(next.length > 10 && next !== text, "the next mention has a card of its own");
      await browser.press("Escape");
      assert.equal(await card(), "");
    });

    it("opens another article from the library", async () => {
      const titles = await browser.run(`async () => {
        const before = document.title;
        document.querySelectorAll('#library li a[href^="#/"]')[1].click();
        return before;
      }`);
      await browser.until(
        `() => document.documentElement.dataset.state === "ready" && document.title !== ${JSON.stringify(titles)}`,
        "another article is open",
      );
    });

    it("reads a text that is pasted", async () => {
      const day = await browser.inPage(`
        await paste("Mayor Ina Berg of Berlin met Omar Sy in Paris on 3 May 2021. She said that the talks had gone well.");
        return document.getElementById("reader").reading.record.dates[0]?.value;`);
      assert.equal(day, "2021-05-03");
    });

    it("looks a small town up in the larger gazetteer once it is asked to", async () => {
      const country = `document.getElementById("reader").reading?.entity("place/grindavik")?.place?.country`;
      const offer = `document.getElementById("panel").shadowRoot.querySelector(".farther button")`;
      await browser.inPage(`
        await paste("Snow fell in Berlin and in Grindavik on 3 May 2021. Nobody was out in Grindavik, said Mayor Ina Berg, and all schools stayed shut.");`);
      await browser.until(`() => Boolean(${offer})`, "it is offered");
      assert.equal(await browser.run(`() => ${country} === undefined`), true);
      await browser.run(`() => ${offer}.click()`);
      await browser.until(`() => ${country} === "IS"`, "the town is placed");
      await browser.until(`() => !${offer}`, "nothing more is offered");
      await browser.run("() => localStorage.clear()");
    });

    if (way === "over http")
      it("leads to a page about quality that looks as it should", async () => {
        const address = await browser.run(`() => document.querySelector('#library a[href="quality.html"]').href`);
        await browser.goto(address);
        const width = await browser.run(`() => getComputedStyle(document.querySelector("main")).maxWidth`);
        assert.equal(width, "704px");
        if (!browser.witnessed) assert.deepEqual(await browser.problems(), []);
        await open(browser);
      });

    it("left the console empty, and no request left the page", async () => {
      assert.deepEqual(await browser.problems(), []);
      for (const url of await browser.requests()) {
        assert.ok(/^(data|blob|file):/.test(url) || (way === "over http" && url.startsWith(browser.origin)), url);
      }
    });
  });
}

/** How many pixels have the ink of each kind. */
function inked(image) {
  const counts = Object.fromEntries(Object.keys(INK).map((kind) => [kind, 0]));
  for (let y = 0; y < image.height; y++) {
    for (let x = 0; x < image.width; x++) {
      const colour = image.at(x, y);
      for (const [kind, ink] of Object.entries(INK)) {
        if (ink.every((part, i) => Math.abs(part - colour[i]) < 24)) counts[kind]++;
      }
    }
  }
  return counts;
}
