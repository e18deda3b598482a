/** Whatever a page allows, and whatever stands in it: marked or left alone, explained, and nothing of it ever runs. */
import assert from "node:assert/strict";
import { it } from "node:test";
import { POLICY } from "../../tools/serve.mjs";
import { inEveryEngine } from "./harness.mjs";

/** Policies under which the element reads and marks. */
const ALLOWED = {
  "the policy it is meant for": POLICY,
  "scripts of its own and WebAssembly": "script-src 'self' 'wasm-unsafe-eval'",
  "no workers": `${POLICY.replace("worker-src 'self' blob:", "worker-src 'none'")}`,
  "no styles but its own":
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; worker-src 'self'",
};

inEveryEngine("policies", (browser) => {
  const state = (wanted) =>
    browser.until(
      `() => document.querySelector("glosser-reader")?.state === ${JSON.stringify(wanted)}`,
      `it is ${wanted}`,
    );
  /** Opens a page of the tests under a policy. */
  const visit = async (page, policy) => {
    await browser.visit(page);
    await browser.goto(`${await browser.serveWith(policy)}/${page}`);
  };

  for (const [what, policy] of Object.entries(ALLOWED))
    it(`marks under ${what}`, async () => {
      await visit("host.html", policy);
      await state("ready");
      const [stops, painted] = await browser.run(
        `() => [document.querySelector("glosser-reader").reading.stops.length, CSS.highlights.get("glosser-person").size]`,
      );
      assert.ok(stops > 5 && painted > 2);
    });

  it("says once which word is missing where WebAssembly is forbidden, and leaves the article alone", async () => {
    await visit("host.html", POLICY.replace(" 'wasm-unsafe-eval'", ""));
    await state("error");
    const [code, hint, inner, painted] = await browser.run(`() => {
      const reader = document.querySelector("glosser-reader");
      return [reader.error.code, reader.error.hint, reader.innerHTML, CSS.highlights.size];
    }`);
    assert.equal(code, "blocked");
    assert.match(hint, /'wasm-unsafe-eval'/);
    assert.equal(painted, 0);
    const source = await browser.run('async () => (await fetch("/host.html")).text()');
    assert.ok(source.includes(inner));
    const said = (await browser.problems()).filter((problem) => problem.includes("Glosser:"));
    assert.equal(said.length, 1, said.join("\n"));
  });

  it("runs nothing that an article says, and shows it as it stands", async () => {
    await visit("hostile.html", POLICY.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'"));
    await state("ready");
    const seen = await browser.inPage(`
      const reader = document.querySelector("glosser-reader");
      for (const stop of reader.reading.stops) { reader.goTo(stop, { card: true }); await reader.updateComplete; }
      await settled();
      const shadows = (root) => [...root.querySelectorAll("*")].flatMap((e) => e.shadowRoot ? [e.shadowRoot, ...shadows(e.shadowRoot)] : []);
      const made = shadows(document).flatMap((root) => [...root.querySelectorAll("script, img, iframe, object, embed")]);
      return [globalThis.ran ?? 0, made.length, reader.reading.text.includes("<script>"), reader.reading.text.includes("Putin")];`);
    assert.deepEqual(seen, [0, 0, true, false]);
  });
});
