/** Who is named with whom, as a drawing and as a table; and the dossiers to which its names lead. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { it } from "node:test";
import { inEveryEngine } from "./harness.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

inEveryEngine("who is named together", (browser) => {
  /** Runs with the view `a`, the drawing `c`, the dossier's dialog `d` and a way to wait. */
  const run = (code) =>
    browser.inPage(`
      const a = document.querySelector("glosser-across").shadowRoot;
      const c = a.querySelector("glosser-company").shadowRoot;
      const d = () => a.querySelector("glosser-dossier")?.shadowRoot?.querySelector("dialog[open]");
      const told = async () => { await until(d, "a dossier is open"); await settled(); return d(); };
      const press = (node, key) => node.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, composed: true, cancelable: true }));
      const words = (node) => node?.textContent.replace(/\\s+/g, " ").trim();
      ${code}`);
  const open = async () => {
    await browser.inPage('await open("#/all");');
    await browser.until(
      `() => document.querySelector("glosser-across")?.shadowRoot?.querySelector("glosser-company")?.shadowRoot?.querySelectorAll("tbody tr").length > 8`,
      "all articles are read and drawn",
    );
  };
  const breaks = () =>
    browser.run(`async () => {
      if (!globalThis.axe) { ${axe} }
      const { violations } = await axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"] });
      return violations.map((v) => v.id + ": " + v.nodes.map((n) => n.target.flat().join(" ")).slice(0, 3).join(", "));
    }`);

  it("comes when all articles are looked at, and not before", async () => {
    await browser.visit("index.html");
    await browser.ready();
    assert.equal(await browser.run(`() => Boolean(customElements.get("glosser-company"))`), false);
    await open();
  });

  it("writes what articles say in their own direction, whatever that of the interface", async () => {
    const loose = await run(`
      const from = document.createTreeWalker(a, NodeFilter.SHOW_TEXT);
      const said = [];
      while (from.nextNode()) said.push(from.currentNode);
      const sentences = said.filter((node) => node.data.trim().length > 40);
      return [sentences.length > 20, sentences.filter((node) => !node.parentElement.closest("bdi, title, p, .unseen")).map((node) => node.data.trim())];`);
    assert.deepEqual(loose, [true, []]);
  });

  it("draws names that stand free of one another, the strongest tie the thickest", async () => {
    const { boxes, names, thick } = await run(`
      const nodes = [...c.querySelectorAll(".node")];
      const boxes = nodes.map((node) => { const { left, top, right, bottom } = node.querySelector("text").getBoundingClientRect(); return [left, top, right, bottom]; });
      const ties = [...c.querySelectorAll(".tie")];
      return { boxes, names: nodes.map((node) => node.getAttribute("aria-label")), thick: ties.map((tie) => Number(tie.getAttribute("stroke-width"))) };`);
    assert.ok(names.length >= 6, names.join("\n"));
    for (const [i, [left, top, right, bottom]] of boxes.entries())
      for (const other of boxes.slice(i + 1))
        assert.ok(
          left >= other[2] || right <= other[0] || top >= other[3] || bottom <= other[1],
          `${names[i]} is covered`,
        );
    assert.match(names[0], /^Recep Tayyip Erdogan, person\. With: Vladimir Putin, \d+ sentences; /);
    assert.equal(thick[0], Math.max(...thick));
  });

  it("counts the same both ways, and says whom a number is about", async () => {
    const [cells, mirrored, label] = await run(`
      const cells = [...c.querySelectorAll("td button")];
      const at = (row, column) => c.querySelector('[data-at="' + row + " " + column + '"]')?.textContent;
      return [cells.length, cells.every((cell) => { const [row, column] = cell.dataset.at.split(" "); return at(column, row) === cell.textContent; }), cells[0].ariaLabel ?? cells[0].getAttribute("aria-label")];`);
    assert.ok(cells >= 12);
    assert.ok(mirrored);
    assert.match(label, /^Recep Tayyip Erdogan, Vladimir Putin: \d+ sentences$/);
  });

  it("is one stop of the Tab key, and arrows lead through it", async () => {
    const [stops, first, right, back] = await run(`
      const stops = c.querySelectorAll('td button[tabindex="0"]').length;
      const here = () => c.activeElement.dataset.at;
      c.querySelector('td button[tabindex="0"]').focus();
      const first = here();
      press(c.activeElement, "ArrowRight"); await settled(); const right = here();
      press(c.activeElement, "ArrowDown"); press(c.activeElement, "ArrowLeft"); await settled();
      return [stops, first, right, c.querySelectorAll('td button[tabindex="0"]').length];`);
    assert.deepEqual([stops, first, right, back], [1, "0 1", "0 2", 1]);
  });

  it("opens a dossier from a name, by pointer or key, and gives the focus back", async () => {
    const [title, sections, pair, sentences, counted, closed, focus] = await run(`
      const node = c.querySelector(".node");
      node.focus(); press(node, "Enter");
      const dialog = await told();
      const title = words(dialog.querySelector("h2"));
      const sections = [...dialog.querySelectorAll("h3")].map(words);
      const beside = dialog.querySelector(".others button");
      const counted = words(beside.querySelector(".quiet"));
      beside.click(); await settled();
      const pair = words(d().querySelector("h2"));
      const sentences = d().querySelectorAll("ul:not(.others) li").length + (Number(words(d().querySelector(".more"))?.match(/\\d+/)?.[0]) || 0);
      d().querySelector(".close").click(); await settled();
      return [title, sections, pair, sentences, counted, !d(), a.activeElement?.shadowRoot?.activeElement?.getAttribute("class")];`);
    assert.equal(title, "Recep Tayyip Erdogan");
    assert.deepEqual(sections, ["Roles over time", "With", "Said", "When", "Articles"]);
    assert.equal(pair, "Recep Tayyip Erdogan · Vladimir Putin");
    assert.equal(String(sentences), counted, "as many sentences as the number says");
    assert.ok(closed);
    assert.match(focus, /node/);
  });

  it("breaks no rule of accessibility, open or not", async () => {
    assert.deepEqual(await breaks(), []);
    await run(`c.querySelector("tbody th button").click(); await told();`);
    assert.deepEqual(await breaks(), []);
  });

  it("leads from a dossier into the text, where nothing is shut off", async () => {
    await run(`[...d().querySelectorAll("li a")].at(-1).click();`);
    await browser.until(
      `() => document.documentElement.dataset.state === "ready" && Boolean(document.getElementById("reader").held)`,
      "an article is open, and somebody in hand",
    );
    assert.deepEqual(
      await browser.run(
        `() => [location.hash.split("/").length, Boolean(document.querySelector("dialog:modal")), document.getElementById("reader").held?.startsWith("person/")]`,
      ),
      [3, false, true],
    );
  });

  it("closes when the reader goes elsewhere", async () => {
    await open();
    await run(`c.querySelector("tbody th button").click(); await told(); await open("#/new");`);
    const left = await browser.run(
      `() => Boolean(document.querySelector("glosser-across").shadowRoot.querySelector("glosser-dossier"))`,
    );
    assert.equal(left, false);
  });

  it("draws those who are sought", async () => {
    await open();
    const [rows, all] = await run(`
      const all = c.querySelectorAll("tbody tr").length;
      const field = a.querySelector("input[type=search]");
      field.value = "qaeda"; field.dispatchEvent(new Event("input")); await settled();
      const rows = [...c.querySelectorAll("tbody th")].map(words);
      field.value = ""; field.dispatchEvent(new Event("input")); await settled();
      return [rows, all === c.querySelectorAll("tbody tr").length];`);
    assert.ok(rows.includes("al Qaeda") && rows.length < 5, rows.join());
    assert.ok(all);
  });

  it("left the console empty", async () => assert.deepEqual(await browser.problems(), []));
});
