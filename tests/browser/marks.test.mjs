/** Marks over a page: what is read from it, that paint is where it should be, and that the page stays as it was. */
import assert from "node:assert/strict";
import { it } from "node:test";
import { inEveryEngine } from "./harness.mjs";

const INK = {
  person: [0x7a, 0x3e, 0x9d],
  place: [0x0b, 0x6e, 0x4f],
  date: [0x8a, 0x52, 0x00],
  organization: [0x1f, 0x5f, 0xa8],
};

inEveryEngine("marks", (browser) => {
  const page = (body, ...args) => browser.run(body, ...args);
  /** Runs with the annotation `a` and the article `r` of the page. */
  const withMarks = (code) => browser.inPage(`const { a, r } = globalThis.made; ${code}`);

  it("reads the text as a reader meets it", async () => {
    await browser.visit("marks.html");
    await browser.until("() => Boolean(globalThis.marks)");
    const text = await page(`async () => {
      const root = document.getElementById("article");
      globalThis.before = document.documentElement.outerHTML;
      const a = await marks.createAnnotation(root, { prefix: "test" });
      globalThis.made = { a, r: marks.findings(a.text()) };
      return a.text();
    }`);
    assert.equal(
      text,
      "Harbour opens in Lund\n\nMayor Ina Berg met Omar Sy in Lund on 3 May 2021.\n“Zoë 😀 is here,” said Omar Sy.\n\nSeen Berg\n\nIna Berg\n\nLund\n\nOmar Sy\n  in Lund",
    );
    assert.equal(await withMarks("return a.paints"), true);
  });

  it("paints every finding where it stands, in the ink of its kind, and nothing else", async () => {
    const plain = await browser.pixels();
    const spots = await withMarks(`
      a.mark(r);
      const rects = (list) => r[list].flatMap((f, index) => a.rects({ list, index }).map(({ left, top, right, bottom }) =>
        ({ kind: f.kind ?? "date", left, top, right, bottom })));
      return [...rects("mentions"), ...rects("dates")];`);
    assert.ok(spots.length >= 12, "eleven names and a date, each in one piece or more");
    const marked = await browser.pixels();
    const seen = new Map(spots.map((spot) => [spot, 0]));
    let stray = 0;
    for (let y = 0; y < Math.min(plain.height, marked.height); y++) {
      for (let x = 0; x < plain.width; x++) {
        const colour = marked.at(x, y);
        if (same(colour, plain.at(x, y))) continue;
        const spot = spots.find((s) => x >= s.left - 2 && x <= s.right + 2 && y >= s.top - 4 && y <= s.bottom + 8);
        if (!spot) stray++;
        else if (INK[spot.kind].every((part, i) => Math.abs(part - colour[i]) < 24)) seen.set(spot, seen.get(spot) + 1);
      }
    }
    assert.equal(stray, 0, "paint outside the findings");
    for (const [spot, count] of seen)
      assert.ok(
        count > (spot.right - spot.left) / 4 || spot.right - spot.left < 45,
        `${JSON.stringify(spot)}: ${count} pixels`,
      );
    const total = (kind) => [...seen].filter(([spot]) => spot.kind === kind).reduce((sum, [, count]) => sum + count, 0);
    for (const kind of Object.keys(INK)) assert.ok(total(kind) > 0, `no ${kind} is painted in its ink`);
  });

  it("tells kinds by the line alone", async () => {
    // Along the underline: a solid line has no gap, dots and dashes have many.
    const [person, place, date] = await withMarks(`
      const rect = (list, index) => { const [{ left, top, right, bottom }] = a.rects({ list, index }); return { left, top, right, bottom }; };
      const of = (entity) => r.mentions.findIndex((m) => m.entity === entity);
      return [rect("mentions", of("Seen Berg")), rect("mentions", of("Lund")), rect("dates", 0)];`);
    const image = await browser.pixels();
    const gaps = (rect, ink) => {
      const inked = (x, y) => INK[ink].every((part, i) => Math.abs(part - image.at(x, y)[i]) < 40);
      let best = { run: 0, gaps: 0 };
      for (let y = Math.ceil((rect.top + rect.bottom) / 2); y < rect.bottom + 6; y++) {
        let run = 0;
        let count = 0;
        for (let x = Math.ceil(rect.left) + 1; x < rect.right - 1; x++) {
          if (inked(x, y)) run++;
          else if (x > rect.left + 1 && inked(x - 1, y)) count++;
        }
        if (run > best.run) best = { run, gaps: count };
      }
      return best.gaps;
    };
    assert.ok(gaps(person, "person") <= 1, "a person has a solid line");
    assert.ok(gaps(place, "place") >= 4, "a place has a dotted line");
    assert.ok(gaps(date, "date") >= 3, "a date has a dashed line");
  });

  it("finds what is under the pointer, and nothing beside it", async () => {
    const hits = await withMarks(`
      const centre = (list, index) => a.rects({ list, index }).map((b) => a.hit(b.left + b.width / 2, b.top + b.height / 2));
      return { mentions: r.mentions.map((_, i) => centre("mentions", i)), date: centre("dates", 0), reference: centre("references", 0),
        away: [a.hit(1100, 20) ?? null, a.hit(600, 700) ?? null] };`);
    hits.mentions.forEach((found, index) => {
      for (const hit of found) assert.deepEqual(hit, { list: "mentions", index });
    });
    assert.deepEqual(hits.date, [{ list: "dates", index: 0 }]);
    assert.deepEqual(hits.reference, [{ list: "references", index: 0 }]);
    assert.deepEqual(hits.away, [null, null]);
  });

  it("hides a kind from eye and pointer, and shows it again", async () => {
    const [off, on] = await withMarks(`
      const index = r.mentions.findIndex((m) => m.kind === "place");
      const [b] = a.rects({ list: "mentions", index });
      const at = () => [CSS.highlights.has("test-place"), Boolean(a.hit(b.left + b.width / 2, b.top + b.height / 2))];
      a.show("place", false);
      const off = at();
      a.show("place", true);
      return [off, at()];`);
    assert.deepEqual(
      [off, on],
      [
        [false, false],
        [true, true],
      ],
    );
  });

  it("paints names it is less sure of apart", async () => {
    const [sure, unsure] = await withMarks(`
      const sizes = (confidence) => {
        a.mark({ ...r, mentions: r.mentions.map((m) => ({ ...m, confidence })) });
        return ["test-person", "test-person-unsure"].map((name) => CSS.highlights.get(name)?.size ?? 0);
      };
      const found = [sizes(0.9), sizes(0.3)];
      a.mark(r);
      return found;`);
    assert.ok(sure[0] > 3 && sure[1] === 0, String(sure));
    assert.deepEqual(unsure, [0, sure[0]]);
  });

  it("lights an entity with its references, one date, one mention", async () => {
    const sizes = await withMarks(`
      const size = (name) => CSS.highlights.get("test-" + name)?.size ?? 0;
      a.light("Ina Berg"); const entity = size("entity");
      a.light("date:0"); const date = size("entity");
      a.light(); const none = size("entity");
      a.activate({ list: "mentions", index: 0 }); const active = size("active");
      a.activate(); return [entity, date, none, active, size("active")];`);
    assert.deepEqual(sizes, [3, 1, 0, 1, 0]);
  });

  it("paints in a shadow root too", async () => {
    const before = await browser.pixels();
    const rect = await page(`async () => {
      const a = await marks.createAnnotation(marks.shadow, { prefix: "shade" });
      a.mark(marks.findings(a.text()));
      globalThis.shade = a;
      const { left, top, right, bottom } = a.rects({ list: "mentions", index: 0 })[0];
      return { left, top, right, bottom };
    }`);
    const after = await browser.pixels();
    let changed = 0;
    for (let y = Math.floor(rect.top); y < rect.bottom + 6; y++)
      for (let x = Math.ceil(rect.left); x < rect.right; x++) if (!same(before.at(x, y), after.at(x, y))) changed++;
    assert.ok(changed > 40, `${changed} pixels changed`);
    await page("() => globalThis.shade.clear()");
  });

  it("works without paint where the browser has no highlights, and says so", async () => {
    const [paints, hit, names] = await withMarks(`
      const { Highlight } = globalThis;
      delete globalThis.Highlight;
      const bare = await marks.createAnnotation(document.getElementById("article"), { prefix: "bare" });
      bare.mark(r);
      globalThis.Highlight = Highlight;
      const [b] = bare.rects({ list: "mentions", index: 1 });
      return [bare.paints, bare.hit(b.left + 5, b.top + b.height / 2), [...CSS.highlights.keys()].filter((name) => name.startsWith("bare"))];`);
    assert.deepEqual([paints, hit, names], [false, { list: "mentions", index: 1 }, []]);
  });

  it("reads a tree that is in no document, however deep", async () => {
    const text = await page(`async () => {
      const top = document.createElement("div");
      let inner = top;
      for (let depth = 0; depth < 20000; depth++) inner = inner.appendChild(document.createElement(depth % 2 ? "span" : "div"));
      inner.append("deep down");
      top.append("and after");
      return (await marks.createAnnotation(top, { prefix: "deep" })).text();
    }`);
    assert.equal(text, "deep down\n\nand after");
  });

  it("explains what it cannot use, and goes on", async () => {
    const errors = await withMarks(`
      const code = (call) => { try { call(); return "none"; } catch (error) { return error.code; } };
      const found = [code(() => a.show("colour", true)), code(() => a.mark({ mentions: 7 })), code(() => a.mark(r))];
      await marks.createAnnotation(document.body, { prefix: "9 lives" }).catch((error) => found.push(error.code));
      a.mark({ ...r, mentions: [{ start: 5, end: 2 ** 31, kind: "person", entity: "x", confidence: 1 }, { start: 9e5, end: 9e5 + 1, kind: "person", entity: "y", confidence: 1 }] });
      return found;`);
    assert.deepEqual(errors, ["bad-option", "bad-option", "none", "bad-option"]);
  });

  it("leaves the page byte for byte as it was", async () => {
    const state = await withMarks(`
      const during = document.documentElement.outerHTML;
      CSS.highlights.set("somebody-else", new Highlight());
      a.clear();
      const difference = (html) => { let at = 0; while (html[at] && html[at] === globalThis.before[at]) at++; return html === globalThis.before ? "" : html.slice(at - 60, at + 60); };
      return { during: difference(during), after: difference(document.documentElement.outerHTML),
        names: [...CSS.highlights.keys()], sheets: document.adoptedStyleSheets.length };`);
    assert.deepEqual(state, { during: "", after: "", names: ["somebody-else"], sheets: 0 });
  });

  it("left the console empty and asked for nothing from elsewhere", async () => {
    assert.deepEqual(await browser.problems(), []);
    for (const url of await browser.requests())
      assert.ok(/^(data|blob):/.test(url) || url.startsWith(browser.origin), url);
  });
});

const same = (a, b) => a.every((part, i) => Math.abs(part - b[i]) <= 8);
