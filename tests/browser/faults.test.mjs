/** What goes wrong around a reader: nothing is lost, and one clear message says what happened and what is safe. */
import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { it } from "node:test";
import { serve } from "../../tools/serve.mjs";
import { dist, inEveryEngine } from "./harness.mjs";
import { until, WAITING } from "./waiting.mjs";

const READY = '() => document.documentElement.dataset.state === "ready"';
/** The address of an article that is not read before it is opened. */
const OTHER = "#/aleppo-call";
const FAILED = '() => document.documentElement.dataset.state === "error"';

/** A person of the article that is open is called something else; the names that are there then. */
const RENAME = `async (to) => {
  const r = document.getElementById("reader");
  const { id } = r.reading.record.entities.find((e) => e.kind === "person");
  r.correct({ op: "rename", key: id, name: to });
  await r.updateComplete;
  return r.reading.record.entities.map((e) => e.name);
}`;
const NAMES = `() => document.getElementById("reader").reading.record.entities.map((e) => e.name)`;
const SAID = `() => [...document.querySelectorAll("#notices [role=alert]")].map((e) => e.textContent.trim())`;
const KEPT = `() => Object.keys(localStorage).filter((key) => key.startsWith("glosser:corrections:"))`;

inEveryEngine("faults", (browser) => {
  const ready = () => browser.until(READY, "the page is ready");
  const forget = () => browser.run("() => localStorage.clear()");

  for (const [what, script] of [
    ["full", `Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };`],
    [
      "denied",
      `Object.defineProperty(window, "localStorage", { get() { throw new DOMException("no", "SecurityError"); } });`,
    ],
  ]) {
    it(`storage that is ${what}: the correction holds, and it is said how long`, async () => {
      await browser.visitBroken(script);
      await ready();
      assert.ok((await browser.run(RENAME, "Somebody Else")).includes("Somebody Else"));
      const said = await browser.run(SAID);
      assert.equal(said.length, 1);
      assert.match(said[0], /holds until the page is closed/);
      // A second one says it once more, not twice.
      await browser.run(RENAME, "Nobody");
      assert.equal((await browser.run(SAID)).length, 1);
    });
  }

  it("IndexedDB and caches blocked: nothing is missed", async () => {
    const no = (name) =>
      `Object.defineProperty(window, "${name}", { get() { throw new DOMException("no", "SecurityError"); } });`;
    await browser.visitBroken(no("indexedDB") + no("caches"));
    await ready();
    assert.deepEqual(await browser.run(SAID), []);
    assert.ok((await browser.run(RENAME, "Somebody Else")).includes("Somebody Else"));
    assert.equal((await browser.run(KEPT)).length, 1);
    await forget();
  });

  it("a worker that dies while it reads: said once, the text stays, and the next try reads", async () => {
    // The first worker greets and then dies of the first text.
    await browser.visitBroken(
      `
        const Real = Worker;
        let killed = false;
        globalThis.Worker = class extends Real {
          postMessage(message) {
            if (killed || !("id" in message)) return super.postMessage(message);
            killed = true;
            this.dispatchEvent(new ErrorEvent("error", { message: "out of memory", cancelable: true }));
            this.terminate();
          }
        };`,
      OTHER,
    );
    await browser.until(FAILED, "the page says that it failed");
    const said = await browser.run(SAID);
    assert.equal(said.length, 1);
    assert.match(said[0], /out of memory/);
    assert.ok(
      (await browser.run(`() => document.getElementById("reader").textContent.length`)) > 500,
      "the text is there",
    );
    await browser.run(`() => document.querySelector("#notices [role=alert] button").click()`);
    await ready();
    assert.deepEqual(await browser.run(SAID), []);
  });

  it("a trap in the WebAssembly: said once, and the next try reads with a fresh instance", async () => {
    await browser.visitBroken(
      `
        globalThis.Worker = undefined;
        const { instantiate } = WebAssembly;
        globalThis.instances = 0;
        WebAssembly.instantiate = async (module, imports) => {
          const { exports } = await instantiate(module, imports);
          const first = ++globalThis.instances === 1;
          const trap = () => { throw new WebAssembly.RuntimeError("unreachable"); };
          const get = (target, name) => (first && name === "glosser_read" ? trap : target[name]);
          return { instance: { exports: new Proxy({ ...exports }, { get }) }, module };
        };`,
      OTHER,
    );
    await browser.until(FAILED, "the page says that it failed");
    const said = await browser.run(SAID);
    assert.equal(said.length, 1);
    assert.match(said[0], /unreachable/);
    await browser.run(`() => document.querySelector("#notices [role=alert] button").click()`);
    await ready();
    assert.equal(await browser.run("() => globalThis.instances"), 2);
    assert.ok((await browser.run(NAMES)).length > 3);
  });

  it("a newer model under old corrections: what still fits holds, what does not waits and is kept", async () => {
    await browser.visit("index.html");
    await ready();
    await browser.run(RENAME, "Somebody Else");
    const [key] = await browser.run(KEPT);
    await browser.run(
      `(key) => {
          const steps = JSON.parse(localStorage.getItem(key));
          const gone = { op: "rename", key: "person/known-to-an-older-model", name: "Old" };
          localStorage.setItem(key, JSON.stringify([gone, { op: "a step of a later version" }, ...steps]));
        }`,
      key,
    );
    await browser.visit("index.html");
    await ready();
    assert.ok((await browser.run(NAMES)).includes("Somebody Else"));
    assert.deepEqual(await browser.run(SAID), []);
    await browser.run(RENAME, "Third");
    const steps = JSON.parse(await browser.run("(key) => localStorage.getItem(key)", key));
    assert.ok(steps.some((step) => step.name === "Old"));
    assert.ok(steps.some((step) => step.name === "Third"));
    await forget();
  });

  it("a clock that is wrong: the same article, the same days", async () => {
    await browser.visit("index.html");
    await ready();
    const days = `() => JSON.stringify(document.getElementById("reader").reading.record.dates)`;
    const before = await browser.run(days);
    await browser.visitBroken(`
        const Real = Date;
        globalThis.Date = class extends Real { constructor(...given) { super(...(given.length ? given : [0])); } static now() { return 0; } };`);
    await ready();
    assert.equal(await browser.run(days), before);
  });
});

inEveryEngine(
  "faults of a browser with several tabs",
  (browser) => {
    const ready = () => browser.until(READY, "the page is ready");
    const forget = () => browser.run("() => localStorage.clear()");

    it("two tabs correct the same article: each sees the other's, and both are kept", async () => {
      await browser.visit("index.html");
      await ready();
      const other = await browser.tab(`${browser.origin}/index.html`);
      await until(() => other.run(READY), "the other is ready");
      await browser.run(RENAME, "From here");
      const there = `async () => {
        ${WAITING}
        await until(() => (${NAMES})().includes("From here"), "it has heard of it");
        const r = document.getElementById("reader");
        const { id } = r.reading.record.entities.find((e) => e.kind === "place");
        r.correct({ op: "rename", key: id, name: "From there" });
        return (${NAMES})();
      }`;
      const seen = await other.run(there);
      assert.deepEqual([seen.includes("From here"), seen.includes("From there")], [true, true]);
      await browser.until(`() => (${NAMES})().includes("From there")`, "the first tab follows");
      await other.close();
      // Both at once, where neither has heard of the other: what another has kept is never written over.
      const kept = await browser.run(`() => {
        const [key] = (${KEPT})();
        const theirs = { op: "rename", key: "place/heard-of-by-nobody-here", name: "Unheard" };
        localStorage.setItem(key, JSON.stringify([...JSON.parse(localStorage.getItem(key)), theirs]));
        const r = document.getElementById("reader");
        r.correct({ op: "rename", key: r.reading.record.entities[0].id, name: "Meanwhile" });
        return JSON.parse(localStorage.getItem(key)).map((step) => step.name);
      }`);
      assert.deepEqual(kept.toSorted(), ["From here", "From there", "Meanwhile", "Unheard"]);
      await forget();
    });

    it("a tab that comes back has its article, its corrections and its marks", async () => {
      await browser.goto(`${browser.origin}/index.html#/aleppo-call`);
      await ready();
      await browser.run(RENAME, "Somebody Else");
      await browser.goto(`${browser.origin}/blank.html`);
      await browser.back();
      await ready();
      assert.match(await browser.run("() => location.hash"), /aleppo-call/);
      assert.ok((await browser.run(NAMES)).includes("Somebody Else"));
      assert.ok(await browser.run('() => CSS.highlights.get("glosser-person").size > 0'));
      await forget();
    });

    it("another time zone: the same days", async () => {
      const shown = `() => JSON.stringify([document.getElementById("reader").reading.record.dates, document.getElementById("head").textContent])`;
      const found = [];
      for (const zone of ["Pacific/Kiritimati", "Pacific/Pago_Pago", "Europe/London"]) {
        await browser.zone(zone);
        await browser.goto(`${browser.origin}/index.html?${zone}#/aleppo-call`);
        await ready();
        found.push(await browser.run(shown));
      }
      assert.equal(new Set(found).size, 1);
    });

    it("a new version while a page is open: its parts are still there, its corrections too", async () => {
      const site = mkdtempSync(join(tmpdir(), "glosser-site-"));
      cpSync(dist, site, { recursive: true });
      const server = await serve([site]);
      const origin = `http://localhost:${server.address().port}`;
      try {
        await browser.goto(`${origin}/index.html`);
        await ready();
        await browser.run("async () => { await navigator.serviceWorker.ready; }");
        await browser.until("() => Boolean(navigator.serviceWorker.controller)", "the worker has taken over");
        await browser.run(RENAME, "Somebody Else");
        // The new version has a language under another name, and no longer under this one.
        const part = readdirSync(site).find((name) => /^page\.tr-.*\.js$/.test(name));
        renameSync(join(site, part), join(site, "tr-NEXT.js"));
        for (const name of readdirSync(site).filter((name) => name.endsWith(".js"))) {
          const code = readFileSync(join(site, name), "utf8");
          if (code.includes(part)) writeFileSync(join(site, name), code.replaceAll(part, "tr-NEXT.js"));
        }
        const worker = join(site, "offline.js");
        writeFileSync(
          worker,
          readFileSync(worker, "utf8").replace(/"[0-9a-f]{12}"|`[0-9a-f]{12}`|glosser-[0-9a-f]{12}/, (v) =>
            v.replace(/[0-9a-f]{12}/, "0123456789ab"),
          ),
        );
        await browser.run("async () => { await (await navigator.serviceWorker.getRegistration()).update(); }");
        await browser.until(
          `async () => (await caches.keys()).includes("glosser-0123456789ab")`,
          "the new version is kept",
        );
        await browser.until(
          `async () => {
            const { installing, waiting, active } = await navigator.serviceWorker.getRegistration();
            return !installing && !waiting && active?.state === "activated";
          }`,
          "it is in charge",
        );
        assert.equal(await browser.run("async (part) => typeof (await import('./' + part))", part), "object");
        assert.ok((await browser.run(NAMES)).includes("Somebody Else"));
        await browser.goto(`${origin}/index.html?next`);
        await ready();
        assert.ok((await browser.run(NAMES)).includes("Somebody Else"));
        assert.deepEqual(await browser.run(SAID), []);
      } finally {
        await browser.run(
          "async () => { localStorage.clear(); for (const r of await navigator.serviceWorker.getRegistrations()) await r.unregister(); }",
        );
        server.closeAllConnections();
        server.close();
        rmSync(site, { recursive: true });
      }
    });
  },
  ["chromium"],
);
