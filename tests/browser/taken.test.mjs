/**
 * What is taken along works where it is taken to: links lead to their very mention, by another program that reads them and by
 * the browsers themselves; what was copied can be pasted.
 */
import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, it } from "node:test";
import { build } from "esbuild";
import { createReader, exportArticle, textFragment } from "../../dist/glosser.node.js";
import { root } from "../../tools/run.mjs";
import { serve } from "../../tools/serve.mjs";
import { dist, inEveryEngine } from "./harness.mjs";
import { WAITING } from "./waiting.mjs";

const wasm = readFileSync(join(dist, "glosser_bg.wasm"));

/** Google's reading of the specification, which knows nothing of ours. */
const { outputFiles } = await build({
  stdin: { contents: `export * from "text-fragments-polyfill/text-fragment-utils";`, resolveDir: root },
  bundle: true,
  write: false,
  format: "iife",
  globalName: "fragments",
});
const resolver = outputFiles[0].text;

/** The articles of the corpus, each with links to all that is found in it, in paragraphs as a page would have them. */
const reader = createReader({ wasm });
const articles = [];
for (const file of readdirSync(join(root, "corpus")).filter((name) => name.endsWith(".txt"))) {
  // One blank for another: a page folds line ends, and offsets stay.
  const text = readFileSync(join(root, "corpus", file), "utf8");
  const { blocks, mentions, quotes, dates, sentences } = await reader.read(text);
  // A caption that is told twice is one to a browser.
  const shown = blocks.filter(({ kind }) => kind !== "repeat");
  const whole = ({ start, end }) => shown.some((block) => block.start <= start && end <= block.end);
  // "Berg’s" is one word to a browser.
  const rest = (end) => (/\p{L}/u.test(text[end - 1]) ? (/^[’']\p{L}+/u.exec(text.slice(end))?.[0].length ?? 0) : 0);
  const spans = [...mentions, ...quotes, ...dates, ...sentences].filter(whole);
  const links = [];
  for (const { start, end } of spans)
    links.push({ start, end: end + rest(end), link: await textFragment(text, { start, end }, { wasm }) });
  articles.push({
    file,
    text,
    blocks: shown.map(({ start, end }) => ({ start, words: text.slice(start, end).replace(/\s/g, " ") })),
    links,
  });
}
await reader.close?.();

inEveryEngine("links", (browser) => {
  it("find their mention, by a reader of links that is not ours", async () => {
    const wrong = [];
    let count = 0;
    for (const { file, text, blocks, links } of articles) {
      await browser.visit("blank.html");
      const found = await browser.run(
        `async (blocks, links) => {
        ${resolver}
        document.body.replaceChildren(...blocks.map(({ start, words }) => {
          const block = document.createElement("p");
          block.dataset.start = start;
          block.textContent = words;
          return block;
        }));
        const offset = (node, at) => Number(node.parentElement.closest("p").dataset.start) + at;
        return links.map((link) => {
          const { text: [words] } = fragments.parseFragmentDirectives(fragments.getFragmentDirectives(link));
          const [range] = fragments.processTextFragmentDirective(words);
          return range && [offset(range.startContainer, range.startOffset), offset(range.endContainer, range.endOffset)];
        });
      }`,
        blocks,
        links.map(({ link }) => link),
      );
      count += found.length;
      for (const [i, { start, end, link }] of links.entries())
        if (found[i]?.[0] !== start || found[i]?.[1] !== end)
          wrong.push(
            `${file}: ${JSON.stringify(text.slice(start, end))} by ${decodeURIComponent(link)}, found ${JSON.stringify(found[i] && text.slice(...found[i]))}`,
          );
    }
    assert.ok(count > 300, `${count} links`);
    assert.deepEqual(wrong, []);
  });

  it("are followed to the place and marked there, by a browser that knows them", async (test) => {
    const { blocks, links } = articles[0];
    const folder = mkdtempSync(join(tmpdir(), "glosser-links-"));
    const escaped = (words) => words.replace(/[&<>]/g, (letter) => `&#${letter.charCodeAt(0)};`);
    const page = blocks.map(({ start, words }) => `<p data-start="${start}">${escaped(words)}</p>`).join("\n");
    const head = `<!doctype html><html lang="en"><meta charset="utf-8"><title>An article</title><link rel="icon" href="data:,"><link rel="stylesheet" href="far.css">`;
    writeFileSync(join(folder, "far.html"), `${head}<main>${page}</main>`);
    // Far apart, and what is meant in a colour that nothing else has.
    writeFileSync(
      join(folder, "far.css"),
      "p { margin: 0 0 150vh; color: #000; background: #fff } ::target-text { background: #f0f; color: #f0f }",
    );
    const server = await serve([folder]);
    after(() => {
      server.closeAllConnections();
      server.close();
    });
    const address = `http://localhost:${server.address().port}/far.html`;
    await browser.goto(address);
    if (!(await browser.run(`() => "fragmentDirective" in document && CSS.supports("selector(::target-text)")`))) {
      test.skip("this browser does not know them");
      return;
    }
    // Those that the words alone would not find, and a long one.
    const hard = links.filter(({ link }) => /-,|,-/.test(link)).slice(-4);
    const long = links.filter(({ link }) => /text=[^,]+,[^,]+$/.test(link)).slice(-1);
    assert.ok(hard.length >= 3 && long.length, "some are hard");
    for (const [n, { start, end, link }] of [...hard, ...long].entries()) {
      await browser.goto(`${address}?${n}${link}`);
      const box = await browser.run(
        `async (start, end) => {
        ${WAITING}
        const block = [...document.querySelectorAll("p")].findLast((p) => Number(p.dataset.start) <= start);
        const range = document.createRange();
        range.setStart(block.firstChild, start - block.dataset.start);
        range.setEnd(block.firstChild, end - block.dataset.start);
        const seen = () => { const { left, top, right, bottom } = range.getBoundingClientRect(); return top >= 0 && bottom <= innerHeight && [left, top, right, bottom]; };
        return until(seen, "it is in view");
      }`,
        start,
        end,
      );
      const [left, top, right, bottom] = box;
      const image = await browser.pixels();
      const marked = [];
      for (let y = 0; y < image.height; y++)
        for (let x = 0; x < image.width; x++) {
          const [red, green, blue] = image.at(x, y);
          if (red > 240 && green < 20 && blue > 240) marked.push([x, y]);
        }
      assert.ok(marked.length > 50, `${decodeURIComponent(link)} is not marked`);
      const outside = marked.filter(([x, y]) => x < left - 2 || x > right + 2 || y < top - 4 || y > bottom + 4);
      assert.deepEqual(outside.slice(0, 3), [], `${decodeURIComponent(link)} marks something else`);
    }
  });
});

// Only Chromium's driver can press the keys of the clipboard.
inEveryEngine(
  "copied notes",
  (browser) => {
    it("are pasted as they were written", async () => {
      await browser.visit("index.html");
      await browser.ready();
      const place = await browser.inPage(`
        const panel = document.getElementById("panel").shadowRoot;
        panel.querySelector("details.out").open = true;
        const out = await until(() => panel.querySelector("glosser-out")?.shadowRoot);
        await settled();
        out.querySelector("select").value = "text";
        const copy = out.querySelector("button");
        copy.scrollIntoView({ block: "center" });
        await settled();
        const { x, y, width, height } = copy.getBoundingClientRect();
        globalThis.said = () => out.querySelector("[role=status]").textContent;
        return [x + width / 2, y + height / 2];`);
      await browser.click(...place);
      await browser.until(`() => globalThis.said() === "Copied"`, "it is copied");
      await browser.run(`() => {
        const field = document.createElement("textarea");
        document.body.append(field);
        field.focus();
        globalThis.field = field;
      }`);
      await browser.press("Control+V");
      const [pasted, record, text, title, address] = await browser.run(`() => {
        const { record, text } = document.getElementById("reader").reading;
        return [globalThis.field.value, record, text, document.title, location.href];
      }`);
      assert.equal(pasted, await exportArticle(record, text, "text", { title, url: address, wasm }));
      assert.match(pasted, /\n\nIn short\n\n- /);
    });
  },
  ["chromium"],
);
