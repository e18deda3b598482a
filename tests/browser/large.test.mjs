/** Large articles: read in a worker, with a way to stop; the page stays awake. */
import assert from "node:assert/strict";
import { it } from "node:test";
import { inEveryEngine } from "./harness.mjs";

inEveryEngine("large", (browser) => {
  const run = (code) =>
    browser.inPage(`
      const r = document.getElementById("reader");
      ${code}`);
  const SENTENCE = "Mayor Ina Berg met Omar Sy in Paris on 3 May 2021, and Angela Merkel flew to Berlin. ";

  it("can be stopped, and the text is then there as it was", async () => {
    await browser.visit("index.html");
    await browser.ready();
    const stopped = await run(`
      await bring(["long.txt", (${JSON.stringify(SENTENCE)}.repeat(20) + "\\n\\n").repeat(3000)]);
      (await until(() => document.querySelector(".progress progress") && document.querySelector(".progress button"))).click();
      return [document.documentElement.dataset.state, document.querySelectorAll("#reader p").length];`);
    assert.deepEqual(stopped, ["error", 3000]);
  });

  it("is marked near to where one reads, however many names it has", async () => {
    // Each paragraph says something of its own: what is said twice is shown once.
    await run(
      `await bring(["long.txt", Array.from({ length: 120 }, (_, n) => "Number " + n + ". " + ${JSON.stringify(SENTENCE)}.repeat(20)).join("\\n\\n")]);`,
    );
    await browser.until('() => document.documentElement.dataset.state === "ready"', "it is read", 600_000);
    const [stops, painted, hit] = await run(`
      const stops = r.reading.stops.length;
      const painted = CSS.highlights.get("glosser-person").size;
      const stop = r.reading.stops.at(-3);
      r.goTo(stop, { card: true });
      await until(() => {
        const { top, bottom } = r.shadowRoot.querySelector("#proxy").getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight && bottom > top;
      }, "what is in hand is in view");
      return [stops, painted, r.open === stop];`);
    assert.ok(stops >= 12000 && painted > 20, `${stops} names, ${painted} painted`);
    assert.equal(hit, true);
  });
});
