/** The reader of the page corrects what was read: by form, by selecting words; it holds, is kept, and can be taken back. */
import assert from "node:assert/strict";
import { it } from "node:test";
import { inEveryEngine } from "./harness.mjs";

inEveryEngine("corrections", (browser) => {
  /** Runs with the reader `r`, its card `card`, and ways to find and wait. */
  const run = (code) =>
    browser.inPage(`
      const r = document.getElementById("reader");
      const card = r.shadowRoot.querySelector("glosser-card");
      const form = () => until(() => card.shadowRoot?.querySelector("glosser-edit")?.shadowRoot?.querySelector("form"));
      const entity = (name) => r.reading.record.entities.find((e) => e.name === name);
      const stopOf = (name) => r.reading.mentionsOf(entity(name).id)[0];
      const edit = async (stop) => { r.goTo(stop, { card: true }); await settled(); (await until(() => card.shadowRoot?.querySelector(".pencil"))).click(); return form(); };
      const set = (field, value) => { field.value = value; field.dispatchEvent(new Event("change", { bubbles: true })); };
      const select = async (words) => {
        const walker = document.createTreeWalker(r, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const at = node.data.indexOf(words);
          if (at < 0) continue;
          getSelection().setBaseAndExtent(node, at, node, at + words.length);
          return;
        }
        throw new Error("no " + words);
      };
      ${code}`);
  const open = async () => {
    await browser.visit("index.html");
    await browser.ready();
  };

  it("makes selected words a name, painted at once", async () => {
    await open();
    await run("localStorage.clear();");
    const before = await run('return CSS.highlights.get("glosser-place").size;');
    await run('await select("political solution");');
    await run(`
      (await until(() => r.shadowRoot.getElementById("pick"))).click();
      const f = await form();
      set(f.elements.kind, "place");
      f.requestSubmit(); await settled();`);
    assert.deepEqual(
      await run(
        `return [entity("political solution")?.kind, CSS.highlights.get("glosser-place").size, r.shadowRoot.activeElement?.id];`,
      ),
      ["place", before + 1, "proxy"],
    );
  });

  it("sets one mention apart from the others", async () => {
    const [before, after, name] = await run(`
      const name = r.reading.record.entities.find((e) => e.kind === "person" && r.reading.mentionsOf(e.id).length > 2).name;
      const before = r.reading.mentionsOf(entity(name).id).length;
      const f = await edit(stopOf(name));
      set(f.elements.which, "this");
      await settled();
      f.elements.name.value = "Somebody Else";
      f.requestSubmit(); await settled();
      return [before, r.reading.mentionsOf(entity(name).id).length, r.reading.mentionsOf(entity("Somebody Else").id).length];`);
    assert.deepEqual([after, name], [before - 1, 1]);
  });

  it("takes a date out", async () => {
    const [before, after] = await run(`
      const before = r.reading.record.dates.length;
      const f = await edit(r.reading.stops.find((s) => s.kind === "date"));
      f.querySelector(".remove").click(); await settled();
      return [before, r.reading.record.dates.length];`);
    assert.equal(after, before - 1);
  });

  /** A named one with several mentions, the form open on its first; and how to look at the buttons of the history. */
  const several = (kind) => `
      const { id, name } = r.reading.record.entities.find((e) => e.kind === "${kind}" && r.reading.mentionsOf(e.id).length > 2);
      const all = () => r.reading.mentionsOf(id).length;
      const painted = () => CSS.highlights.get("glosser-${kind}").size;
      const button = (words) => until(() => [...document.querySelector("glosser-legend").renderRoot.querySelectorAll(".history button")].find((b) => b.textContent === words && !b.disabled));
      const before = [all(), painted()];
      const f = await edit(r.reading.mentionsOf(id)[0]);`;

  it("takes out what is no name, and the buttons take that back and make it again", async () => {
    await browser.until("() => Boolean(document.querySelector('glosser-legend')?.renderRoot)", "the legend is there");
    const [before, gone, back, again, last] = await run(`${several("place")}
      f.querySelector(".remove").click();
      const away = () => until(() => !entity(name));
      await away();
      const gone = [all(), before[1] - painted() >= before[0]];
      (await button("Undo")).click();
      await until(() => entity(name));
      const back = [all(), painted()];
      (await button("Redo")).click();
      await away();
      const again = all();
      (await button("Undo")).click();
      await until(() => entity(name));
      return [before, gone, back, again, [all(), painted()]];`);
    assert.deepEqual([gone, back, again, last], [[0, true], before, 0, before]);
  });

  it("makes another kind of it, in paint and list, and the keys take that back", async () => {
    const name = await run(`${several("person")}
      set(f.elements.kind, "organization");
      f.requestSubmit();
      await until(() => entity(name).kind === "organization" && painted() === before[1] - before[0]);
      r.dataset.before = before;
      return name;`);
    const kind = () => run(`return entity(${JSON.stringify(name)}).kind;`);
    const becomes = (wanted) =>
      browser.until(
        `() => document.getElementById("reader").reading.record.entities.find((e) => e.name === ${JSON.stringify(name)})?.kind === "${wanted}"`,
        `${name} is ${wanted}`,
      );
    assert.equal(await kind(), "organization");
    await browser.press("Control+z");
    await becomes("person");
    await browser.press("Control+Shift+Z");
    await becomes("organization");
    await browser.press("Alt+z");
    await becomes("person");
    assert.equal(
      await run('return String(CSS.highlights.get("glosser-person").size) === r.dataset.before.split(",")[1];'),
      true,
    );
  });

  it("leaves the keys that take back to whoever writes", async () => {
    const acts = await run(`${several("person")} f.elements.name.focus(); return r.history.acts;`);
    await browser.press("Control+z");
    assert.equal(await run("const kept = r.history.acts; r.close(); return kept;"), acts);
  });

  it("keeps it all for the next time", async () => {
    await open();
    assert.deepEqual(
      await run('return [r.history.acts, Boolean(entity("Somebody Else")), Boolean(entity("political solution"))];'),
      [
        // A text that was read again knows steps, and no longer which were one act.
        await run("return r.history.steps.length;"),
        true,
        true,
      ],
    );
  });

  it("goes out as a file, is undone, and comes back from the file", async () => {
    const [bare, made, back] = await run(`
      const json = r.exportCorrections();
      while (r.history.canUndo) r.undo();
      const bare = [Boolean(entity("Somebody Else")), Boolean(entity("political solution"))];
      return [bare, r.importCorrections(json), Boolean(entity("Somebody Else") && entity("political solution"))];`);
    assert.deepEqual([bare, made > 2, back], [[false, false], true, true]);
    assert.equal(await run('return r.importCorrections("nothing") === undefined;'), true);
  });

  it("holds in all articles, if asked", async () => {
    await run(`
      const f = await edit(stopOf("Vladimir Putin"));
      f.elements.name.value = "V. V. Putin";
      f.elements.everywhere.checked = true;
      f.requestSubmit(); await settled();
      await open("#/moscow-briefing");`);
    assert.equal(await run('return Boolean(entity("V. V. Putin"));'), true);
    await run('r.undo(); await open("#/ankara-talks");');
    assert.equal(await run('return Boolean(entity("Vladimir Putin"));'), true);
  });

  it("goes out by the button, and comes in by the field", async () => {
    const said = await run(`
      const legend = document.querySelector("glosser-legend");
      const say = legend.renderRoot;
      say.querySelector("details").open = true;
      const field = await until(() => say.querySelector("input[type=file]"), "its settings are unfolded");
      const give = async (text) => {
        const files = new DataTransfer();
        files.items.add(new File([text], "corrections.json", { type: "application/json" }));
        field.files = files.files;
        legend.said = undefined;
        await legend.updateComplete;
        field.dispatchEvent(new Event("change", { bubbles: true }));
        return until(() => say.querySelector("[role=status]")?.textContent);
      };
      let saved;
      const { createObjectURL } = URL;
      const { click } = HTMLAnchorElement.prototype;
      URL.createObjectURL = (blob) => { saved = blob; return ""; };
      HTMLAnchorElement.prototype.click = () => {};
      const steps = r.history.steps.length;
      say.querySelector(".files button").click();
      URL.createObjectURL = createObjectURL;
      HTMLAnchorElement.prototype.click = click;
      const json = await saved.text();
      while (r.history.canUndo) r.undo();
      const first = await give(json);
      return [steps > 0, JSON.parse(json).corrections.length === steps, r.history.steps.length === steps, first, await give(json), await give("[]")];`);
    assert.deepEqual(said.slice(0, 3), [true, true, true]);
    assert.match(said[3], /corrections? made/);
    assert.equal(said[4], "Nothing new in it");
    assert.match(said[5], /no corrections/);
  });

  it("is not offered where the article is only to be read", async () => {
    const offered = await run(`
      r.readonly = true;
      r.goTo(r.reading.stops[0], { card: true });
      await settled();
      const pencil = Boolean(card.shadowRoot.querySelector(".pencil"));
      r.close();
      await select("political solution");
      // Nothing comes: there is nothing to wait for but longer than the button would take.
      await new Promise((resolve) => setTimeout(resolve, 500));
      return [pencil, Boolean(r.shadowRoot.getElementById("pick"))];`);
    assert.deepEqual(offered, [false, false]);
    await run("localStorage.clear();");
    assert.deepEqual(await browser.problems(), []);
  });
});
