/** The extension's button: what is asked of the browser when it is pressed, by a browser that lets it in at once, late or never. */
import assert from "node:assert/strict";
import { before, it } from "node:test";
import { load } from "./load.mjs";

/** What the browser says to one attempt to enter the tab after the other, and all that is asked of it. */
let answers;
let asked;
let press;
/** Is told when a press has led to as much as is expected of it. */
let enough;

const note = async (...what) => {
  asked.push(what);
  enough();
};

before(async () => {
  globalThis.browser = {
    action: {
      onClicked: {
        addListener(listener) {
          press = listener;
        },
      },
      setBadgeText: ({ tabId, text }) => note("badge", tabId, text),
    },
    scripting: {
      async executeScript({ target, files, world }) {
        await note("enter", target.tabId, ...files, world);
        const answer = answers.shift();
        if (answer === "no right") throw new Error("Cannot access contents of the page.");
        return [answer];
      },
    },
    tabs: { create: ({ url, openerTabId }) => note("tab", openerTabId, url) },
    runtime: { getURL: (path) => `extension://id/${path}` },
  };
  await load("extension/background.ts");
});

const ENTER = ["enter", 7, "page.js", "MAIN"];

for (const [when, given, expected] of [
  ["is let in at once", [{}], [ENTER, ["badge", 7, ""]]],
  ["asks again when the right to the tab comes late", ["no right", {}], [ENTER, ENTER, ["badge", 7, ""]]],
  ["says so where it is never let in", ["no right", "no right"], [ENTER, ENTER, ["badge", 7, "–"]]],
  [
    "reads beside a page that forbids WebAssembly",
    [{ result: { text: "Zoë", title: "A & B" } }],
    [
      ENTER,
      ["badge", 7, ""],
      ["tab", 7, `extension://id/aside.html#${encodeURIComponent('{"text":"Zoë","title":"A & B"}')}`],
    ],
  ],
])
  it(`the button ${when}`, async () => {
    [answers, asked] = [[...given], []];
    await new Promise((resolve) => {
      enough = () => asked.length === expected.length && resolve();
      // What has no tab is not pressed in one.
      press({});
      press({ id: 7 });
    });
    assert.deepEqual(asked, expected);
  });
