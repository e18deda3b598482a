/** The notes beside an article: every item leads into the text, and what is chosen holds. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { it } from "node:test";
import { inEveryEngine } from "./harness.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

inEveryEngine("notes", (browser) => {
  /** Runs with the reader `r` and the panel's shadow tree `p`. */
  const run = (code) =>
    browser.inPage(`
      const r = document.getElementById("reader");
      const p = document.getElementById("panel").shadowRoot;
      ${code}`);
  const open = (hash) => run(`await open(${JSON.stringify(hash)});`);
  /** Presses a switch of the legend. */
  const toggle = (kind) =>
    run(`
      document.getElementById("legend").shadowRoot.querySelector('[data-kind="${kind}"]').click();
      await settled();`);

  it("leads from a name to its mentions, one after another", async () => {
    await browser.visit("index.html");
    await browser.ready();
    await open("#/idlib-call");
    const [first, second, lit, label] = await run(`
      const row = p.querySelector("#who .row");
      row.click(); await settled();
      const first = r.current;
      p.querySelector("#who .row").click(); await settled();
      return [first.start, r.current.start, CSS.highlights.get("glosser-entity").size, r.shadowRoot.getElementById("proxy").ariaLabel ?? r.shadowRoot.getElementById("proxy").getAttribute("aria-label")];`);
    assert.ok(second > first);
    assert.ok(lit > 1, "all mentions are lit");
    assert.match(label, /, person, mention 2 of \d+$/);
  });

  it("draws map and timeline nearer by keys, by wheel once in hand, and by buttons", async () => {
    for (const name of ["glosser-map", "glosser-timeline"]) {
      await browser.until(
        `() => Boolean(document.getElementById("panel").shadowRoot.querySelector("${name}")?.shadowRoot?.querySelector("svg"))`,
        `${name} is drawn`,
      );
      const seen = await run(`
        const drawing = p.querySelector("${name}");
        const frame = drawing.shadowRoot.querySelector(".frame");
        const out = [];
        const k = async () => { await drawing.updateComplete; out.push(Math.round(drawing.view.k * 10) / 10); };
        const wheel = () => frame.dispatchEvent(new WheelEvent("wheel", { deltaY: -200, clientX: 5, bubbles: true, cancelable: true }));
        out.push(wheel()); await k();
        frame.focus();
        out.push(wheel()); await k();
        frame.dispatchEvent(new KeyboardEvent("keydown", { key: "0", bubbles: true })); await k();
        frame.dispatchEvent(new KeyboardEvent("keydown", { key: "+", bubbles: true })); await k();
        drawing.shadowRoot.querySelectorAll(".tools button")[1].click(); await k();
        drawing.shadowRoot.querySelectorAll(".tools button")[2].click(); await k();
        return out;`);
      assert.deepEqual(seen, [true, 1, false, 1.6, 1, 1.6, 2.6, 1], name);
    }
  });

  it("shows as many key sentences as are asked for, each with its bar in the margin", async () => {
    const counts = await run(`
      const slider = p.querySelector("#short input");
      slider.value = "5";
      slider.dispatchEvent(new Event("input"));
      await settled();
      return [p.querySelectorAll("#short li").length, r.shadowRoot.querySelectorAll(".bar").length];`);
    assert.deepEqual(counts, [5, 5]);
  });

  it("measures the summary by reading time too", async () => {
    const found = await run(`
      const set = async (what, value, event) => { const e = p.querySelector(".length " + what); e.value = value; e.dispatchEvent(new Event(event)); await settled(); };
      await set("select", "time", "change");
      await set("input", 15, "input");
      const short = [p.querySelectorAll(".short li").length, p.querySelector("output").textContent];
      await set("input", 60, "input");
      const long = [p.querySelectorAll(".short li").length, p.querySelector("output").textContent];
      await set("select", "sentences", "change");
      return [short, long, r.summaryTime ?? null, r.summaryLength === long[0]];`);
    const [[few, quarter], [more, minute], time, same] = found;
    assert.ok(few >= 1 && more > few, JSON.stringify(found));
    assert.match(`${quarter} ${minute}`, /^15\D+1\D+$/);
    assert.deepEqual([time, same], [null, true]);
  });

  it("leads from a line of the summary to its place, and back", async () => {
    const [there, back] = await run(`
      const line = [...p.querySelectorAll(".short li button")].at(-1);
      line.click();
      await settled();
      const bar = r.shadowRoot.activeElement;
      const there = bar?.matches(".bar") && bar.dataset.rank === line.dataset.rank && CSS.highlights.get("glosser-active")?.size === 1;
      bar?.click();
      await settled();
      return [there, p.activeElement === line];`);
    assert.deepEqual([there, back], [true, true]);
  });

  it("keeps what is switched off in the legend", async () => {
    await toggle("date");
    assert.equal(await run('return CSS.highlights.has("glosser-date");'), false);
    await browser.visit("index.html");
    await browser.ready();
    assert.deepEqual(await run('return [CSS.highlights.has("glosser-date"), CSS.highlights.has("glosser-person")];'), [
      false,
      true,
    ]);
    await toggle("date");
    assert.equal(await run('return CSS.highlights.has("glosser-date");'), true);
  });

  it("works out the days anew when it is told the publication date", async () => {
    await run(
      'await paste("Angela Merkel flew to Paris on Tuesday. She will meet Emmanuel Macron there, officials in Berlin said.");',
    );
    assert.equal(await run('return r.reading.record.published ?? "unknown";'), "unknown");
    await run(`
      const field = p.querySelector("#published");
      field.value = "2021-05-06";
      field.dispatchEvent(new Event("change"));`);
    await browser.until(
      '() => document.getElementById("reader").reading?.record.dates[0]?.value.startsWith("2021-05-04")',
      "Tuesday is the fourth of May",
    );
  });

  it("shows who is named in which article, and leads there", async () => {
    await open("#/all");
    const articles = await run(`
      const across = document.querySelector("glosser-across").shadowRoot;
      across.querySelector("tbody td a").click();
      return across.querySelectorAll("thead th").length;`);
    assert.ok(articles >= 5, "all articles are there");
    await browser.until('() => Boolean(document.getElementById("reader").held)', "somebody is in hand");
  });

  it("has nothing that the rules of accessibility forbid, in any of its states", async () => {
    for (const hash of ["#/idlib-call", "#/new", "#/all"]) {
      await open(hash);
      const found = await browser.run(`async () => {
        if (!globalThis.axe) { ${axe} }
        const { violations } = await axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"] });
        return violations.map((v) => v.id + ": " + v.nodes.map((n) => n.target.join(" ")).slice(0, 3).join(", "));
      }`);
      assert.deepEqual(found, [], hash);
    }
  });

  it("speaks another language at once, from right to left if that is how it is written", async () => {
    await open("#/idlib-call");
    const said = await run(`
      const choose = async (language) => {
        const field = document.querySelector("#library .language select");
        field.value = language;
        field.dispatchEvent(new Event("change"));
        await until(() => document.documentElement.lang === language);
        await settled();
        return [document.documentElement.lang, getComputedStyle(document.getElementById("panel")).direction,
          p.querySelector("#who h2").textContent.trim().replace(/ .*/s, ""), getComputedStyle(document.querySelector("article p")).direction,
          r.shadowRoot.getElementById("proxy").getAttribute("aria-label").includes("mention")];
      };
      return [await choose("ar"), await choose("de"), await choose("en")];`);
    assert.deepEqual(said, [
      ["ar", "rtl", "من", "ltr", false],
      ["de", "ltr", "Wer", "ltr", false],
      ["en", "ltr", "Who", "ltr", true],
    ]);
  });

  it("left the console empty", async () => assert.deepEqual(await browser.problems(), []));
});
