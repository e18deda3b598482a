/** How far one has read: the line along the top, and the place one comes back to. */
import assert from "node:assert/strict";
import { it } from "node:test";
import { inEveryEngine } from "./harness.mjs";

inEveryEngine("reading progress", (browser) => {
  /** The share of the line that is drawn, after the scrolling is done. */
  const drawn = () =>
    browser.inPage(`
      await settled();
      return Number(/scaleX\\(([^)]*)\\)/.exec(document.getElementById("read").style.transform)?.[1] ?? NaN);`);
  const scroll = (place) => browser.run(`() => scrollTo({ top: ${place}, behavior: "instant" })`);
  const turn = (n) =>
    browser.run(`() => document.querySelectorAll('#library a[href^="#/"]:not([href="#/"]):not([id])')[${n}].click()`);

  it("grows with what was read, and comes back to where an article was left", async () => {
    await browser.visit("index.html");
    await browser.ready();
    const first = await drawn();
    await scroll("document.documentElement.scrollHeight");
    const last = await drawn();
    assert.ok(first > 0 && first < last, `${first} at the top, ${last} at the end`);
    assert.equal(last, 1);
    await scroll(120);
    const left = await drawn();
    assert.ok(left > first && left < 1, `${left}`);
    await turn(1);
    await browser.until("() => scrollY === 0", "another article opens at its beginning");
    await turn(0);
    await browser.until("() => scrollY === 120", "the first opens where it was left");
    assert.equal(await drawn(), left);
  });
});
