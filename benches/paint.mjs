/**
 * `node benches/paint.mjs [ENGINE…]`: how long marks take. An article with 5,000 names is found in the page, painted, drawn, alone and through the element;
 * a pointer moves over it; a text of 400 kB is read while the page must stay awake. Best of five, in milliseconds.
 */
import { join } from "node:path";
import { browsers } from "../tools/browsers.mjs";
import { root } from "../tools/run.mjs";
import { serve } from "../tools/serve.mjs";

const engines = process.argv.length > 2 ? process.argv.slice(2) : ["chromium", "firefox", "webkit"];
const REPEATS = 5;

const MARKS = `async () => {
  const { createAnnotation } = await import("/glosser.js");
  const article = document.createElement("article");
  for (let n = 0; n < 250; n++) {
    const p = article.appendChild(document.createElement("p"));
    p.textContent = Array.from({ length: 20 }, (_, i) => "Number " + n + "." + i + " was met by Ina Berg in the old harbour of the town. ").join("");
  }
  document.body.replaceChildren(article);
  const drawn = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  await drawn();
  const best = {};
  const least = (name, ms) => { best[name] = Math.min(best[name] ?? Infinity, ms); };
  for (let turn = 0; turn < ${REPEATS}; turn++) {
    let start = performance.now();
    const lap = (name) => { const now = performance.now(); least(name, now - start); start = now; };
    const a = await createAnnotation(article, { prefix: "bench" });
    const text = a.text();
    lap("text");
    const mentions = [...text.matchAll(/Ina Berg/g)].map(({ index }) => ({ start: index, end: index + 8, kind: "person", entity: "person/ina", confidence: 1 }));
    const record = { mentions, dates: [], references: [], quotes: [], sentences: [], summary: { sentences: [] } };
    await drawn();
    start = performance.now();
    a.mark(record);
    lap("mark");
    await drawn();
    lap("first frame");
    const from = performance.now();
    for (let i = 0; i < 400; i++) a.hit(20 + (i * 37) % 900, 10 + (i * 53) % 600);
    least("hover", (performance.now() - from) / 400);
    a.clear();
    await drawn();
  }
  return best;
}`;

/** The same through the element, which of very many marks paints those near what is seen. */
const ELEMENT = `async () => {
  await import("/element.js");
  const article = document.querySelector("article");
  const reader = document.createElement("glosser-reader");
  reader.manual = true;
  document.body.replaceChildren(reader);
  reader.append(article);
  const text = [...article.children].map((p) => p.textContent).join("\\n\\n");
  const mentions = [...text.matchAll(/Ina Berg/g)].map(({ index }) => ({ start: index, end: index + 8, kind: "person", entity: "person/ina", confidence: 1 }));
  const entities = [{ id: "person/ina", kind: "person", name: "Ina Berg", aliases: ["Ina Berg"], mentions: mentions.length, salience: 1 }];
  const record = { published: null, language: "en", blocks: [], sentences: [], references: [], dates: [], quotes: [], summary: { sentences: [], who: [], where: [], when: [] }, mentions, entities };
  await reader.adopt(record, text);
  const drawn = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  let [bare, marks, frame] = [Infinity, Infinity, Infinity];
  for (let turn = 0; turn < ${REPEATS}; turn++) {
    await drawn();
    let start = performance.now();
    article.style.opacity = String(1 - turn / 100);
    await drawn();
    bare = Math.min(bare, performance.now() - start);
    start = performance.now();
    reader.choose({});
    marks = Math.min(marks, performance.now() - start);
    start = performance.now();
    await drawn();
    frame = Math.min(frame, performance.now() - start);
  }
  return { "a frame without new marks": bare, "element: marks": marks, "element: their frame": frame };
}`;

const AWAKE = `async () => {
  const { createReader } = await import("/glosser.js");
  const reader = createReader();
  await reader.read("Ina Berg met Omar Sy.");
  const text = Array.from({ length: 5000 }, (_, n) => "Number " + n + ": Mayor Ina Berg met Omar Sy in Lund on 3 May 2021, and both were glad. ").join("");
  let longest = 0;
  let last = performance.now();
  const beat = setInterval(() => { const now = performance.now(); longest = Math.max(longest, now - last - 5); last = now; }, 5);
  const start = performance.now();
  await reader.read(text);
  clearInterval(beat);
  return { kB: Math.round(text.length / 1000), "read in a worker": performance.now() - start, "longest block of the page": longest };
}`;

for (const engine of engines) {
  const { open } = await import(`../tests/browser/engines/${engine}.mjs`);
  const server = await serve([join(root, "dist"), join(root, "tests", "browser", "pages")]);
  const browser = await open((await browsers())[engine]);
  await browser.goto(`http://localhost:${server.address().port}/blank.html`);
  const found = { ...(await browser.run(MARKS)), ...(await browser.run(ELEMENT)), ...(await browser.run(AWAKE)) };
  const rounded = Object.entries(found).map(([name, ms]) => `${name} ${ms < 10 ? ms.toFixed(2) : Math.round(ms)}`);
  console.log(`${engine}: ${rounded.join(", ")}`);
  await browser.close();
  server.closeAllConnections();
  server.close();
}
