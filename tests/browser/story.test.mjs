/** Several articles of one's own as one story: all files at once, days given by hand, who and when in order. */
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { it } from "node:test";
import { root } from "../../tools/run.mjs";
import { inEveryEngine } from "./harness.mjs";

/** The articles the project starts from; and on which day those were published that do not say so. */
const SEEDS = join(root, "../shared/seeds");
const DAYS = ["2019-08-27", "2017-09-28", "2024-12-03", "2019-01-23"];

if (!existsSync(SEEDS)) console.log("left out: the five seeds as one story (no ../shared/seeds)");
else inEveryEngine("the seeds as one story", story);

function story(browser) {
  const files = readdirSync(SEEDS)
    .filter((name) => /^\d.*\.txt$/.test(name))
    .map((name) => [name, readFileSync(join(SEEDS, name)).toString("base64")]);
  const run = (code) =>
    browser.inPage(`
      const across = () => document.querySelector("glosser-across");
      const view = () => across()?.shadowRoot;
      const all = (selector, root = view()) => [...(root?.querySelectorAll(selector) ?? [])];
      const words = (node) => node.textContent.replace(/\\s+/g, " ").trim();
      const dossier = async (name) => {
        const button = await until(() => all("tbody th button").find((b) => words(b).startsWith(name)));
        button.click();
        const dialog = () => view().querySelector("glosser-dossier")?.shadowRoot?.querySelector("dialog[open]");
        const shown = await until(() => dialog() && words(dialog().querySelector("h2")).startsWith(name) && dialog());
        const told = [words(shown), [...shown.querySelectorAll("h3")].map(words), shown.querySelectorAll("ul:last-of-type li").length];
        shown.querySelector(".close").click();
        await until(() => !view().querySelector("glosser-dossier"));
        return told;
      };
      ${code}`);

  it("takes all five at once, and puts them in order once their days are known", async () => {
    await browser.visit("index.html");
    await browser.ready();
    const [asked, order] = await run(`
      await bring(...${JSON.stringify(files)}.map(([name, base64]) => [name, Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))]));
      await until(() => document.documentElement.dataset.state === "ready" && document.getElementById("reader").reading?.record.published === "2019-08-23");
      await open("#/all");
      await until(() => across()?.members.length === 10 && all(".undated li").length === 4);
      const asked = all(".undated a").map(words);
      for (const [left, day] of ${JSON.stringify([...DAYS.entries()])}) {
        const field = view().querySelector(".undated input");
        // Whoever types a year passes the year 2.
        for (const value of ["0002" + day.slice(4), day]) { field.value = value; field.dispatchEvent(new Event("change")); }
        await until(() => all(".undated li").length === 3 - left);
      }
      document.querySelector("#across input[type=checkbox]").click();
      await until(() => across().members.length === 5);
      await across().updateComplete;
      return [asked, across().members.map((m) => m.reading.record.published)];`);
    assert.ok(!asked.some((title) => /_|^Accessibility/.test(title)), asked.join("\n"));
    assert.deepEqual(order, ["2017-09-28", "2019-01-23", "2019-08-23", "2019-08-27", "2024-12-03"]);
  });

  it("tells it in order, from before the first article to the last", async () => {
    const days = await run(`
      all("button.more").find((b) => b.previousElementSibling?.matches(".days"))?.click();
      await until(() => all(".story.days li").length > 25);
      return across().story.timeline.map(({ from, to, article, sentence }) => [from, to, article + " " + sentence]);`);
    const starts = days.map(([from]) => from);
    assert.deepEqual(starts, [...starts].sort());
    assert.ok(
      starts[0] < "2012" && starts.some((day) => day.startsWith("2017")) && starts.at(-1) === "2024-12-03",
      starts.join(),
    );
  });

  it("knows everybody once, whatever the spelling", async () => {
    const figures = await run(
      "return across().story.figures.map(({ name, aliases, appearances }) => [name, aliases, appearances.length]);",
    );
    for (const [part, articles] of [
      ["Erdo", 5],
      ["Putin", 5],
      ["Assad", 3],
      ["Idlib", 5],
      ["Aleppo", 1],
    ]) {
      const bearing = figures.filter(([name, aliases]) => [name, ...aliases].some((alias) => alias.includes(part)));
      assert.deepEqual(
        bearing.map(([, , count]) => count),
        [articles],
        JSON.stringify(bearing),
      );
    }
  });

  it("says what each adds, and who is named with whom", async () => {
    const [adds, meetings, nodes] = await run(`
      const c = await until(() => view().querySelector("glosser-company")?.shadowRoot?.querySelector(".node") && view().querySelector("glosser-company").shadowRoot);
      const { articles, meetings } = across().story;
      return [articles.map(({ news, newFigures }) => [news.length, newFigures.length]), meetings[0], all(".node", c).length];`);
    assert.ok(
      adds.every(([news, names]) => news && names),
      JSON.stringify(adds),
    );
    assert.match([meetings.one, meetings.other].sort().join(), /erdogan.*putin/);
    assert.equal(meetings.articles.length, 5);
    assert.ok(nodes >= 6);
  });

  it("has a dossier of Erdoğan and of Idlib", async () => {
    const [person, place] = await run(`return [await dossier("Recep Tayyip Erdo"), await dossier("Idlib")];`);
    assert.match(person[0], /28 Sep 2017 – 3 Dec 2024\s*Turkish President/);
    assert.deepEqual(person[1], ["Roles over time", "With", "Said", "When", "Articles"]);
    assert.match(place[0], /Syria/);
    assert.ok(place[1].includes("When") && place[1].includes("Articles"));
    assert.deepEqual([person[2], place[2]], [5, 5]);
    assert.deepEqual(await browser.problems(), []);
  });
}
