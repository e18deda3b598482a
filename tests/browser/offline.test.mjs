/** The page as an installed one: there without a network after one visit, and open to what other programs share. */
import assert from "node:assert/strict";
import { it } from "node:test";
import { inEveryEngine } from "./harness.mjs";

inEveryEngine(
  "offline",
  (browser) => {
    const ready = () => browser.until('() => document.documentElement.dataset.state === "ready"', "the page is ready");

    it("says how it is installed", async () => {
      await browser.visit("index.html");
      await ready();
      const { start_url, icons, share_target } = await browser.run(
        `async () => (await fetch(document.querySelector('link[rel="manifest"]').href)).json()`,
      );
      assert.deepEqual([start_url, icons.length, share_target.method], ["./", 1, "POST"]);
    });

    it("reads without a network after one visit, in another language too", async () => {
      await browser.run("async () => { await navigator.serviceWorker.ready; }");
      await browser.until("() => Boolean(navigator.serviceWorker.controller)", "the worker has taken over");
      await browser.offline(true);
      await browser.goto(`${browser.origin}/?again#/aleppo-call`);
      await ready();
      const marked = await browser.run(`async () => {
        const field = document.querySelector("#library .language select");
        field.value = "de";
        field.dispatchEvent(new Event("change"));
        return CSS.highlights.get("glosser-person").size > 0;
      }`);
      assert.equal(marked, true);
      await browser.until('() => document.documentElement.lang === "de"', "German is spoken");
      await browser.run("() => localStorage.clear()");
      await browser.offline(false);
    });

    it("keeps the larger gazetteer once it has been fetched", async () => {
      const fetched = "async () => (await (await fetch('places.bin.gz')).arrayBuffer()).byteLength";
      const size = await browser.run(fetched);
      assert.ok(size > 1_000_000);
      await browser.offline(true);
      assert.equal(await browser.run(fetched), size);
      await browser.offline(false);
    });

    it("opens what is shared with it", async () => {
      await browser.run(`async () => {
        const form = new FormData();
        form.set("title", "A letter from Lund");
        form.set("text", "Mayor Ina Berg of Lund met Omar Sy in Paris on 3 May 2021, and they spoke about the harbour for hours.");
        await fetch("share", { method: "POST", body: form });
        location.hash = "#/shared";
      }`);
      await browser.until(
        '() => document.getElementById("reader").reading?.text.includes("A letter from Lund")',
        "what was shared is read",
      );
    });
  },
  ["chromium"],
);
