/** What the browser tests share: the engines, a server, and pages watched for trouble. */
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { after, afterEach, before, describe } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { browsers } from "../../tools/browsers.mjs";
import { root } from "../../tools/run.mjs";
import { serve } from "../../tools/serve.mjs";
import { decode } from "./png.mjs";
import { until, WAITING } from "./waiting.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
export const dist = join(root, "dist");
const pages = here("pages");
const scratch = mkdtempSync(join(tmpdir(), "glosser-test-"));

/** GLOSSER_ENGINES="chromium firefox" leaves out the others, while working. */
const wanted = process.env.GLOSSER_ENGINES?.split(" ");

/** Milliseconds after which a suite is taken to hang, on the slowest of machines. */
export const HANGS = 1_800_000;

/** Runs a suite once in each engine; it is given the browser. */
export function inEveryEngine(name, suite, engines = ["chromium", "firefox", "webkit"]) {
  for (const engine of engines) {
    if (wanted && !wanted.includes(engine)) continue;
    describe(`${name}, ${engine}`, { timeout: HANGS }, () => {
      const browser = {};
      const servers = [];
      before(async () => {
        const { open } = await import(`./engines/${engine}.mjs`);
        const origin = async (policy) => {
          const server = await serve([scratch, dist, pages], 0, policy);
          servers.push(server);
          return `http://localhost:${server.address().port}`;
        };
        Object.assign(browser, await open((await browsers())[engine]));
        const { goto } = browser;
        browser.goto = async (url) => {
          await nothingLeft(browser);
          await goto(url);
        };
        Object.assign(browser, conveniences(browser, await origin()), { serveWith: origin });
      });
      after(async () => {
        await browser.close?.();
        for (const server of servers) {
          server.closeAllConnections();
          server.close();
        }
      });
      afterEach(() => nothingLeft(browser));
      suite(browser);
    });
  }
}

/** How many broken pages were opened: each is loaded anew. */
let broken = 0;

/** The promise of the page: no request goes anywhere but to the server it came from. Held after every test. */
async function nothingLeft(browser) {
  const home = /^(?:http:\/\/localhost:\d+\/|(?:file|blob|data|about):|no witness$)/;
  assert.deepEqual(
    (await browser.requests()).filter((url) => !home.test(url)),
    [],
  );
}

function conveniences(browser, origin) {
  return {
    origin,
    /** Opens a page of `dist/` or `pages/` over http. */
    visit: (page) => browser.goto(`${origin}/${browser.witnessed ? witnessed(join(pageFolder(page), page)) : page}`),
    /** Opens the page in a browser where something is broken: `script` runs before all others. */
    visitBroken(script, address = "") {
      writeFileSync(join(scratch, "broken.js"), script);
      const tag = `<script src="/broken.js"></script>`;
      const html = readFileSync(join(dist, "index.html"), "utf8").replace(
        '<meta charset="utf-8">',
        (start) => start + tag,
      );
      writeFileSync(join(scratch, "broken.html"), html);
      return browser.goto(`${origin}/broken.html?${++broken}${address}`);
    },
    /** Opens a page of `dist/` from disk, as a double click does. */
    openFile(page) {
      const file = join(dist, page);
      return browser.goto(String(pathToFileURL(browser.witnessed ? join(scratch, witnessed(file, true)) : file)));
    },
    /** The screen, once all that was done is to be seen on it and nothing moves. */
    async pixels() {
      await browser.inPage("await frame(); await frame();");
      let before;
      const shot = await until(async () => {
        const last = before;
        before = await browser.screenshot();
        return last?.equals(before) && before;
      }, "two shots are the same");
      return decode(shot);
    },
    /** Waits until a condition holds in the page. */
    until: (condition, what = condition, limit) => until(() => browser.run(condition), what, limit),
    /** Runs statements in the page, where there is `until`, `settled` and what else `waiting.mjs` has. */
    inPage: (statements) => browser.run(`async () => { ${WAITING} { ${statements} } }`),
    /** Waits until the reader page has read what is open in it, and all of it is drawn. */
    async ready() {
      await browser.until('() => document.documentElement.dataset.state === "ready"', "the page is ready");
      await browser.inPage("await settled();");
    },
  };
}

function pageFolder(page) {
  return ["index.html", "glosser.html"].includes(page) ? dist : pages;
}

/** A copy of a page with the witness before all else, and so before the page's own policy too. */
function witnessed(file, inline = false) {
  const witness = readFileSync(here("witness.js"), "utf8");
  writeFileSync(join(scratch, "witness.js"), witness);
  const tag = inline ? `<script>${witness}</script>` : `<script src="/witness.js"></script>`;
  const name = `${inline ? "file-" : ""}${basename(file)}`;
  const html = readFileSync(file, "utf8");
  const marked = html.replace(/<head>|<meta charset="?utf-8"?>/i, (start) => start + tag);
  if (marked === html) throw new Error(`${file} has no head to put the witness in`);
  writeFileSync(join(scratch, name), marked);
  return name;
}
