/** Every state of the page, as every reader may have it: no rule of accessibility broken, nothing wider than the window. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { it } from "node:test";
import { inEveryEngine } from "./harness.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What is done to get into a state; `r` is the reader, `p` and `l` the shadow trees of panel and legend. */
const STATES = {
  "an article": "",
  "a card": `r.goTo(r.reading.stops[2], { card: true });`,
  "a card of a date": `r.goTo(r.reading.stops.find((s) => s.kind === "date"), { card: true });`,
  "a card of a place": `r.goTo(r.reading.stops.find((s) => s.kind === "place"), { card: true });`,
  "the form for a name": `r.goTo(r.reading.stops[2], { card: true }); await settled(); card().querySelector(".pencil").click();`,
  "the form for a date": `r.goTo(r.reading.stops.find((s) => s.kind === "date"), { card: true }); await settled(); card().querySelector(".pencil").click();`,
  "selected words": `r.close(); getSelection().selectAllChildren(document.querySelector("article h1")); await until(() => r.picked);`,
  "a correction made": `r.correct({ op: "ignore", key: r.reading.record.entities[0].id });`,
  "the settings of the marks": `r.undo(); l.querySelector("details").open = true;`,
  "somebody in hand": `l.querySelector("details").open = false; p.querySelector("#who .row").click();`,
  "things to take along": `r.hold(undefined); p.querySelector("details.out").open = true;`,
  "the date of publication asked for": `p.querySelector(".published button")?.click();`,
  "notes as a sheet": `document.querySelector('#tabs [data-section="where"]').click();`,
  "the library as a sheet": `document.querySelector('#tabs [data-section="where"]').click(); document.getElementById("open-library").click();`,
  "a new article": `await open("#/new");`,
  "all articles": `await open("#/all");`,
  "a dossier": `across().querySelector("glosser-company").shadowRoot.querySelector("tbody th button").click(); await until(dialog);`,
  "the sentences of two": `dialog().querySelector(".others button").click();`,
  "a text in another language": `await paste("Der Bürgermeister von Lund hat am Dienstag gesagt, dass der Hafen im nächsten Jahr wieder geöffnet werden soll, und alle waren froh.");`,
  "a text with nothing in it": `await paste("and then it was so, as it had been before, and so it went on and on until it stopped at last.");`,
};

/** How readers see it. Chromium alone can be told to. */
const READERS = {
  "on a wide page": {},
  "in the dark": { colorScheme: "dark", colours: "only" },
  "with forced colours": { forcedColors: "active", colorScheme: "dark", colours: "only" },
  "on a phone": { width: 320, height: 640, colours: "none" },
  "from right to left": { language: "ar", colours: "none" },
};

for (const [how, { language = "en", colours = "too", ...media }] of Object.entries(READERS)) {
  // Only Chromium's driver can be told to see the page as somebody else does.
  inEveryEngine(`states ${how}`, suite, Object.keys(media).length ? ["chromium"] : undefined);

  function suite(browser) {
    const run = (code) =>
      browser.inPage(`
      const r = document.getElementById("reader");
      const p = document.getElementById("panel").shadowRoot;
      const l = document.getElementById("legend").shadowRoot;
      const card = () => r.shadowRoot.querySelector("glosser-card").shadowRoot;
      const across = () => document.querySelector("glosser-across").shadowRoot;
      const dialog = () => across().querySelector("glosser-dossier")?.shadowRoot?.querySelector("dialog[open]");
      ${code}`);
    /** Colours are looked at where they change, all else where that may. */
    const broken = (colours) =>
      browser.run(`async () => {
      if (!globalThis.axe) { ${axe} }
      const all = { runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"], rules: { "color-contrast": { enabled: ${colours !== "none"} } } };
      const { violations } = await axe.run(${colours === "only"} ? { runOnly: ["color-contrast"] } : all);
      const wide = document.documentElement.scrollWidth > innerWidth + 1 ? ["wider than the window"] : [];
      return [...wide, ...violations.map((v) => v.id + ": " + v.nodes.map((n) => n.target.flat().join(" ")).slice(0, 3).join(", "))];
    }`);

    it("breaks no rule", async () => {
      await browser.emulate?.(media);
      await browser.visit("index.html");
      await browser.ready();
      await run(`
        localStorage.clear();
        await open("#/idlib-call");
        const field = document.querySelector("#library .language select");
        field.value = ${JSON.stringify(language)};
        field.dispatchEvent(new Event("change"));
        await until(() => document.documentElement.lang === ${JSON.stringify(language)});`);
      const found = {};
      for (const [state, code] of Object.entries(STATES)) {
        // What is still fading in has no contrast yet.
        await run(`${code} await settled();`);
        const rules = await broken(colours);
        if (rules.length) found[state] = rules;
      }
      await run("localStorage.clear();");
      assert.deepEqual(found, {});
    });
  }
}
