/**
 * How the page looks: light, dark, on a phone, narrow, with forced colours, from right to left, on paper, at 200 %. The
 * article and what is read in it are fixed, so that only a change of the page changes its looks.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { browsers } from "../../tools/browsers.mjs";
import { serve } from "../../tools/serve.mjs";
import { PATIENCE } from "./engines/page.mjs";
import { dist, HANGS } from "./harness.mjs";
import { differs, sameFonts } from "./looks/shots.mjs";
import { WAITING } from "./waiting.mjs";

const folder = fileURLToPath(new URL("looks", import.meta.url));
const { text } = JSON.parse(readFileSync(`${folder}/article.json`, "utf8"));

/** How it is seen, and what is done before. `r` is the reader, `p` the panel's shadow tree. */
const LOOKS = {
  light: {},
  dark: { colorScheme: "dark" },
  card: { does: `r.goTo(r.reading.stops.find((s) => s.kind === "place" && s.start > 200), { card: true });` },
  "forced-colours": { forcedColors: "active" },
  phone: { width: 390, height: 844 },
  "phone-notes": { width: 390, height: 844, does: `document.querySelector('#tabs [data-section="when"]').click();` },
  narrow: { width: 320, height: 640 },
  "zoomed-200": { width: 500, height: 350 },
  "right-to-left": { language: "ar" },
  print: { media: "print" },
};

describe("looks", { timeout: HANGS }, () => {
  let browser;
  let page;
  let server;
  before(async () => {
    // A worker that knows one article by heart stands before the real one.
    server = await serve([folder, dist]);
    browser = await chromium.launch({
      executablePath: (await browsers()).chromium,
      args: ["--no-sandbox"],
      timeout: PATIENCE,
    });
    page = await browser.newPage();
    page.setDefaultTimeout(PATIENCE);
  });
  after(async () => {
    await browser?.close();
    server?.closeAllConnections();
    server?.close();
  });

  it("is what it was", async () => {
    const open = () => page.goto(`http://localhost:${server.address().port}/index.html`);
    const run = (code) =>
      page.evaluate(`(async () => {
        const r = document.getElementById("reader");
        ${WAITING}
        await until(() => document.documentElement.dataset.state === "ready");
        const p = document.getElementById("panel").shadowRoot;
        ${code}
      })()`);
    await open();
    const widths = await run(`
      const context = document.createElement("canvas").getContext("2d");
      return ["serif", "sans-serif", "monospace"].map((font) => {
        context.font = "20px " + font;
        return ["Hamburgefonstiv 0123", "Русский", "العربية"].map((word) => Math.round(context.measureText(word).width));
      });`);
    if (!sameFonts(widths)) {
      console.log("  looks are not compared: the fonts are not those that the references were made with");
      return;
    }
    const found = [];
    for (const [name, { width = 1100, height = 760, does = "", language = "en", ...media }] of Object.entries(LOOKS)) {
      await page.setViewportSize({ width, height });
      const usual = { media: null, colorScheme: "light", forcedColors: null, reducedMotion: "reduce" };
      await page.emulateMedia({ ...usual, ...media, media: null });
      await page.evaluate((to) => localStorage.setItem("glosser:language", to), language);
      await open();
      await run(`
        await paste(${JSON.stringify(text)});
        ${does}
        // A panel that is not seen draws nothing.
        if (document.getElementById("notes").checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true }))
          await until(() => p.querySelector("glosser-map")?.shadowRoot?.querySelector("path"));
        // The days of articles come as these are read.
        await until(() => [...document.querySelectorAll("#library .day")].every((day) => day.textContent.trim()));
        await settled();`);
      // A page is printed as it stands on the screen.
      await page.emulateMedia(media);
      const difference = differs(name, await page.screenshot({ caret: "hide", animations: "disabled" }));
      if (difference) found.push(difference);
    }
    assert.deepEqual(found, []);
  });
});
