/** By keys alone: from the text into a card, into the panel and back; a name is corrected, the library opened. And what is heard. */
import assert from "node:assert/strict";
import { it } from "node:test";
import { inEveryEngine } from "./harness.mjs";

/** What has the focus: its role and its name, as far as these can be told from within the page. */
const FOCUSED = `() => {
  let at = document.activeElement;
  // The page as a whole has no name.
  if (at === document.body) return { role: "document", name: document.title };
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  const roles = { a: "link", button: "button", input: "textbox", select: "combobox" };
  const name = at.getAttribute("aria-label") ?? at.labels?.[0]?.textContent ?? at.textContent;
  return { role: at.getAttribute("role") ?? roles[at.localName] ?? at.localName, name: name.replace(/\\s+/g, " ").trim().slice(0, 200) };
}`;

/** Writes down what live regions say from now on. */
const LISTEN = `
  globalThis.heard = [];
  const tell = (edits) => {
    for (const { target } of edits) {
      const said = (target.closest ? target : target.parentElement)?.closest("[role=status], [role=alert], [aria-live]")?.textContent.trim();
      if (said && heard.at(-1) !== said) heard.push(said);
    }
  };
  for (const tree of trees()) new MutationObserver(tell).observe(tree, { childList: true, characterData: true, subtree: true });`;

// WebKit's driver loses its session on this walk; in `page.test.mjs` it goes from the text into a card and back.
inEveryEngine("by keys alone", walk, ["chromium", "firefox"]);

function walk(browser) {
  const focused = () => browser.focused?.() ?? browser.run(FOCUSED);
  const settled = () => browser.inPage("await settled();");
  /** Presses a key until what is spoken fits. */
  const press = async (key, fits, most = 90) => {
    const met = [];
    while (met.length < most) {
      await browser.press(key);
      await settled();
      const { role, name } = await focused();
      met.push(`${role} ${name}`);
      assert.ok(role && name, `nameless after ${met.slice(-3).join(", ")}`);
      if (fits.test(met.at(-1))) return name;
    }
    throw new Error(`none is ${fits}: ${met.join("; ")}`);
  };
  /** What was said since it was asked last. */
  const heard = () => browser.run("() => heard.splice(0)");
  const card = () => browser.run(`() => Boolean(document.getElementById("reader").open)`);
  const inCard = () => browser.run(`() => document.getElementById("reader").shadowRoot.activeElement?.localName`);
  const MENTION = /^button .+, (person|place|date|organi[sz]ation), mention \d+ of \d+$/;

  it("leads from the text into a card and back, and nothing is said twice", async () => {
    await browser.visit("index.html");
    await browser.ready();
    await browser.inPage(LISTEN);
    const first = await press("Tab", MENTION);
    assert.equal(await card(), true);
    assert.notEqual(await press("ArrowDown", MENTION, 1), first);
    const there = await press("Enter", /^button /, 1);
    assert.equal(await inCard(), "glosser-card", there);
    await press("Escape", MENTION, 1);
    assert.equal(await card(), false);
    assert.deepEqual(await heard(), [], "what has the focus speaks for itself");
  });

  it("corrects a name", async () => {
    await press("ArrowDown", /, person, mention/);
    await press("Enter", /^button /, 1);
    await press("Tab", /^button Correct /, 9);
    await press("Enter", /^textbox Name$/, 1);
    for (const key of ["Q", "Enter"]) await browser.press(key);
    await settled();
    const names = await browser.run(
      `() => document.getElementById("reader").reading.record.entities.map(({ name }) => name)`,
    );
    assert.ok(
      names.some((name) => /^Q|Q$/.test(name)),
      names.join(),
    );
    assert.match(Object.values(await focused()).join(" "), MENTION);
    assert.deepEqual(await heard(), ["1 correction"]);
  });

  it("leads into the panel and from there to the text", async () => {
    const row = await press("Tab", /^button .+, \d+ mentions$/);
    await browser.press("Enter");
    await settled();
    const [said, ...more] = await heard();
    assert.match(said, /, mention \d+ of \d+$/);
    assert.deepEqual(more, []);
    assert.equal(said.split(",")[0], row.split(",")[0]);
    await press("Alt+ArrowDown", MENTION, 1);
    assert.deepEqual(await heard(), []);
    await browser.run("() => localStorage.clear()");
    assert.deepEqual(await browser.problems(), []);
  });
}

inEveryEngine(
  "by keys alone on a narrow page",
  (browser) => {
    const focused = async () => Object.values(await browser.focused()).join(" ");
    const press = async (key) => {
      await browser.press(key);
      await browser.inPage("await settled();");
      return focused();
    };
    const sheet = () => browser.run("() => document.documentElement.dataset.sheet");

    it("opens the library, and closes it where it was opened", async () => {
      await browser.emulate({ width: 700, height: 420 });
      await browser.visit("index.html");
      await browser.ready();
      let at = "";
      for (let presses = 0; presses < 9 && at !== "button Library"; presses++) at = await press("Tab");
      assert.equal(at, "button Library");
      assert.match(await press("Enter"), /^link /);
      assert.equal(await sheet(), "library");
      assert.equal(await press("Escape"), "button Library");
      assert.equal(await sheet(), undefined);
    });

    it("shows every card beside what lies along the lower edge, not over it", async () => {
      const cards = await browser.inPage(`
        const r = document.getElementById("reader");
        const edge = document.getElementById("tabs").getBoundingClientRect().top;
        const card = r.shadowRoot.querySelector("glosser-card");
        const stops = r.reading.stops.filter((stop, i, all) => all.findIndex(({ key }) => key === stop.key) === i);
        for (const stop of stops) {
          r.goTo(stop, { card: true });
          await settled();
          // A map that comes later makes a card taller, which is then moved.
          await until(() => {
            const { top, bottom } = card.getBoundingClientRect();
            return top >= 0 && bottom <= edge;
          }, "the card of " + r.reading.slice(stop) + " lies beside the edge");
        }
        r.close();
        return stops.length;`);
      assert.ok(cards > 8, String(cards));
    });

    it("is no wider than a phone, however many articles stand side by side", async () => {
      await browser.emulate({ width: 320, height: 640, touch: true });
      const [inner, whole] = await browser.inPage(`
        const texts = Array.from({ length: 9 }, (_, n) => "LISBON, 9 May 200" + n + " – Mayor Ina Berg met Omar Sy in Lisbon on Monday, and left for Paris.");
        await bring(...texts.map((text, n) => [n + ".txt", text]));
        await until(() => document.documentElement.dataset.state === "ready");
        await open("#/all");
        await until(() => document.querySelector("glosser-across").shadowRoot.querySelectorAll("thead th").length > 9);
        await settled();
        return [innerWidth, document.documentElement.scrollWidth];`);
      await browser.emulate({});
      assert.deepEqual([inner, whole], [320, 320]);
    });
  },
  ["chromium"],
);
