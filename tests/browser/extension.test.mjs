/** The browser extension: one press reads the article of the tab in place, the next leaves the page as it was. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { browsers } from "../../tools/browsers.mjs";
import { serve } from "../../tools/serve.mjs";
import { PATIENCE } from "./engines/page.mjs";
import { withExtension } from "./extension.mjs";
import { dist, HANGS } from "./harness.mjs";
import { until as holds } from "./waiting.mjs";

const pages = fileURLToPath(new URL("pages", import.meta.url));
const wanted = process.env.GLOSSER_ENGINES?.split(" ");
const STRICT = "default-src 'none'; script-src 'self'; style-src 'self'";

it("the extension may do no more than it needs", () => {
  const manifest = JSON.parse(readFileSync(join(dist, "extension", "manifest.json"), "utf8"));
  assert.deepEqual(manifest.permissions, ["activeTab", "scripting"]);
  for (const key of ["host_permissions", "content_scripts", "web_accessible_resources", "externally_connectable"])
    assert.equal(manifest[key], undefined, key);
  assert.match(manifest.content_security_policy.extension_pages, /^default-src 'none'/);
});

for (const [engine, open] of Object.entries(withExtension)) {
  if (wanted && !wanted.includes(engine)) continue;
  describe(`extension, ${engine}`, { timeout: HANGS }, () => {
    const servers = [];
    let browser;
    let press;
    let titles;
    let page;
    const visit = async (policy, name = "news.html") => {
      const server = await serve([pages], 0, policy);
      servers.push(server);
      page = await browser.newPage();
      page.setDefaultTimeout(PATIENCE);
      await page.goto(`http://localhost:${server.address().port}/${name}`);
      await page.bringToFront();
    };
    const until = (what) => holds(() => page.evaluate(what), what);
    /** The article is read, and shown beside. */
    const read = () =>
      until(() => {
        const reader = document.querySelector("glosser-reader");
        const panel = reader?.shadowRoot.querySelector("glosser-panel");
        return reader?.state === "ready" && panel?.shadowRoot.querySelector("#said") && !panel.isUpdatePending;
      });

    before(async () => {
      ({ browser, press, titles } = await open((await browsers())[engine]));
    });
    after(async () => {
      await browser?.close();
      for (const server of servers) {
        server.closeAllConnections();
        server.close();
      }
    });

    it("reads the article in place, and nothing around it", async () => {
      await visit();
      await page.evaluate(() => {
        globalThis.was = document.querySelector(".layout").outerHTML;
      });
      await press(page);
      await read();
      const { text, found, day, same, panel } = await page.evaluate(() => {
        const reader = document.querySelector("glosser-reader");
        const { reading } = reader;
        return {
          text: reading.text,
          found: reading.stops.map((stop) => reading.slice(stop)),
          day: reading.record.published,
          same: document.querySelector(".layout").outerHTML === globalThis.was,
          panel: reader.shadowRoot.querySelector("glosser-panel")?.shadowRoot.textContent ?? "",
        };
      });
      assert.ok(text.startsWith("Harbour of Lund opens after long repairs\n\nThe mayor of Lund"), text);
      assert.ok(text.endsWith("what they had caught."), text);
      for (const name of ["Ina Berg", "Omar Sy", "Hamburg", "Monday"]) assert.ok(found.includes(name), name);
      assert.doesNotMatch(text, /Advert|Related|Comment|Sidebar|Menu|Footer/);
      assert.equal(day, "2021-05-04");
      assert.equal(same, true, "the page is as it was");
      assert.match(panel, /Ina Berg/);
      const painted = await page.evaluate(() => CSS.highlights.get("glosser-person").size);
      assert.ok(painted >= 3, String(painted));
    });

    it("shows legend and panel at the side of the window", async () => {
      const { left, top, right, bottom } = await page.evaluate(() => {
        const { left, top, right, bottom } = document
          .querySelector("glosser-reader")
          .shadowRoot.getElementById("side")
          .getBoundingClientRect();
        return { left, top, right: innerWidth - right, bottom: innerHeight - bottom };
      });
      assert.ok(left > 0 && top === 0 && bottom === 0 && right < 20, `${left} ${top} ${right} ${bottom}`);
    });

    it("opens a card over the words in the page", async () => {
      const at = await page.evaluate(() => {
        const reader = document.querySelector("glosser-reader");
        const node = document.querySelector("article > p:nth-of-type(3)").firstChild;
        const range = document.createRange();
        range.setStart(node, 0);
        range.setEnd(node, 7);
        scrollTo(0, 0);
        const { left, top, width, height } = range.getBoundingClientRect();
        return { x: left + width / 2, y: top + height / 2, ready: Boolean(reader) };
      });
      await page.mouse.move(at.x, at.y);
      await until(() => document.querySelector("glosser-reader")?.open?.key?.startsWith("person/"));
    });

    it("pressed again takes everything away", async () => {
      await press(page);
      await until(() => !document.querySelector("glosser-reader"));
      const left = await page.evaluate(() => [
        [...CSS.highlights.keys()].length,
        document.adoptedStyleSheets.length,
        document.querySelector(".layout").outerHTML === globalThis.was,
      ]);
      assert.deepEqual(left, [0, 0, true]);
    });

    it("takes lines that an old page breaks by hand for paragraphs", async () => {
      await visit(undefined, "oldnews.html");
      await press(page);
      await read();
      const { text, blocks } = await page.evaluate(() => {
        const { reading } = document.querySelector("glosser-reader");
        return { text: reading.text, blocks: reading.record.blocks.length };
      });
      assert.match(text, /officials said\.\n+At least twelve/);
      assert.doesNotMatch(text, /Asia/);
      assert.ok(blocks >= 4, String(blocks));
    });

    it("reads beside the page where the page forbids WebAssembly, and leaves the page alone", async () => {
      await visit(STRICT);
      await press(page);
      // Its title is set when the article has been read.
      const title = "Harbour of Lund opens after long repairs | The Daily Lund – Glosser";
      await holds(async () => (await titles()).includes(title), title);
      assert.equal(await page.evaluate(() => document.querySelector("glosser-reader")), null);
    });
  });
}
