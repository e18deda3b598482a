/** Every example of the gallery: it marks, it goes on marking what its page adds, and the page stays in charge of its nodes. */
import assert from "node:assert/strict";
import { it } from "node:test";
import { inEveryEngine } from "./harness.mjs";

inEveryEngine("examples", (browser) => {
  const names = () =>
    browser.run(`() => {
      const { reading } = document.querySelector("glosser-reader");
      return [...new Set(reading.record.entities.map((e) => e.name))];
    }`);
  const open = async (page) => {
    await browser.goto(`${browser.origin}/examples/${page}.html`);
    await browser.until('() => document.querySelector("glosser-reader")?.state === "ready"', `${page} is read`);
  };
  const named = (name) =>
    browser.until(
      `() => document.querySelector("glosser-reader").reading.record.entities.some((e) => e.name.includes(${JSON.stringify(name)}))`,
      `${name} is found`,
    );

  for (const page of ["plain", "strict"])
    it(`${page}: marks, and shows the notes beside`, async () => {
      await open(page);
      assert.ok((await names()).includes("Ina Berg"));
      const notes = await browser.inPage(`
        await settled();
        const panel = document.querySelector("glosser-reader").shadowRoot.querySelector("glosser-panel");
        return panel.shadowRoot.querySelectorAll(".row").length;`);
      assert.ok(notes > 4, `${notes} rows`);
    });

  it("placed: legend, card and panel stand by themselves and follow the reader", async () => {
    await open("placed");
    const seen = await browser.inPage(`
      const part = (name) => document.querySelector("glosser-" + name).shadowRoot;
      await settled();
      const before = part("card").querySelector("h2")?.textContent.trim() ?? "";
      part("panel").querySelector("#who .row").click();
      await settled();
      const bar = getComputedStyle(document.querySelector("glosser-reader").shadowRoot.querySelector(".bar")).display;
      return [before, part("card").querySelector("h2").textContent.trim(), part("legend").querySelectorAll(".kind").length, bar];`);
    assert.equal(seen[0], "");
    assert.match(seen[1], /Berg|Sy/);
    assert.deepEqual(seen.slice(2), [4, "none"]);
  });

  it("story: a reader points to its article, a library puts both together and leads to either", async () => {
    await open("story");
    await browser.until(
      '() => document.querySelector("glosser-library").story?.articles.length === 2',
      "both are read",
    );
    const { text, painted, shared, opened } = await browser.inPage(`
      await settled();
      const part = (name, root = document) => root.querySelector("glosser-" + name).shadowRoot;
      const second = document.getElementById("second");
      const painted = [...CSS.highlights.keys()].flatMap((name) => [...CSS.highlights.get(name)]).some((range) => range.startContainer.parentElement.closest("#later"));
      const across = part("across", part("library"));
      const row = [...across.querySelectorAll("tbody tr.person")].find((tr) => tr.textContent.includes("Ina Berg"));
      const links = row.querySelectorAll("td a");
      links[1].click();
      await until(() => second.open);
      return { text: second.reading.text, painted, shared: links.length, opened: second.open && second.reading.name(second.open) };`);
    assert.match(text, /^Bridge opened with fireworks\n\nMayor Ina Berg cut/);
    assert.doesNotMatch(text, /Advert/);
    assert.deepEqual([painted, shared, opened], [true, 2, "Ina Berg"]);
  });

  it("live: new posts are read, old ones keep their marks", async () => {
    await open("live");
    await browser.run('() => { const more = document.getElementById("more"); more.click(); more.click(); }');
    await named("Kowalska");
    await named("Ina Berg");
  });

  for (const page of ["react", "vue", "svelte"])
    it(`${page}: draws as it likes`, async () => {
      await browser.goto(`${browser.origin}/examples/${page}.html`);
      await browser.until('() => document.querySelector("glosser-reader")?.state === "ready"', `${page} is read`);
      await browser.run('() => document.getElementById("more").click()');
      await named("Kowalska");
      await browser.run('() => document.getElementById("redraw").click()');
      await browser.until(
        `() => document.querySelector("article strong") && [...CSS.highlights.get("glosser-person") ?? []].some((range) => range.startContainer.parentElement?.tagName === "STRONG")`,
        "marks are on what was drawn anew",
      );
      const paragraphs = await browser.run(
        `() => [...document.querySelectorAll("article > *")].map((e) => e.tagName).join()`,
      );
      assert.equal(paragraphs, "P,P,P");
      if (!browser.witnessed) assert.deepEqual(await browser.problems(), []);
    });
});
