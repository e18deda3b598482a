/** Large articles: read in a worker, with a way to stop; the page stays awake. */
import assert from "node:assert/strict";
import { it } from "node:test";
import { inEveryEngine } from "./harness.mjs";

inEveryEngine("large", (browser) => {
  const run = (code) =>
    browser.run(`async () => {
      const r = document.getElementById("reader");
      const rest = (ms = 100) => new Promise((resolve) => setTimeout(resolve, ms));
      const read = async (text) => {
        location.hash = "#/new"; for (let i = 0; i < 100 && !document.getElementById("paste-text"); i++) await rest(50);
        const field = document.getElementById("paste-file");
        const data = new DataTransfer();
        data.items.add(new File([text], "long.txt", { type: "text/plain" }));
        field.files = data.files;
        field.dispatchEvent(new Event("change"));
      };
      ${code}
    }`);
  const state = (wanted, seconds) =>
    browser.until(`() => document.documentElement.dataset.state === ${JSON.stringify(wanted)}`, wanted, seconds);
  const SENTENCE = "Mayor Ina Berg met Omar Sy in Paris on 3 May 2021, and Angela Merkel flew to Berlin. ";

  it("can be stopped, and the text is then there as it was", async () => {
    await browser.visit("index.html");
    await state("ready");
    const stopped = await run(`
      await read((${JSON.stringify(SENTENCE)}.repeat(20) + "\\n\\n").repeat(3000));
      for (let i = 0; i < 200 && !document.querySelector("progress"); i++) await rest(20);
      const progress = Boolean(document.querySelector("progress"));
      document.querySelector(".progress button").click();
      await rest();
      return [progress, document.documentElement.dataset.state, document.querySelectorAll("#reader p").length];`);
    assert.deepEqual(stopped, [true, "error", 3000]);
  });

  it("is marked near to where one reads, however many names it has", async () => {
    // Each paragraph says something of its own: what is said twice is shown once.
    await run(
      `await read(Array.from({ length: 120 }, (_, n) => "Number " + n + ". " + ${JSON.stringify(SENTENCE)}.repeat(20)).join("\\n\\n"));`,
    );
    await state("ready", 60);
    const [stops, painted, hit] = await run(`
      const stops = r.reading.stops.length;
      const painted = CSS.highlights.get("glosser-person").size;
      r.goTo(r.reading.stops.at(-3), { card: true });
      await rest(800);
      return [stops, painted, Boolean(r.open)];`);
    assert.ok(stops >= 12000 && painted > 20, `${stops} names, ${painted} painted`);
    assert.equal(hit, true);
  });
});
