/** Keys that work from anywhere: always with a modifier, remappable, or off. */
import assert from "node:assert/strict";
import { it } from "node:test";
import { load } from "./load.mjs";

const { actionOf, keysOf, written } = await load("elements/keys.ts");
const press = (key, more = {}) => ({
  key,
  code: "",
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  ...more,
});

const PRESSES = [
  ["as usual", undefined, press("ArrowDown", { altKey: true }), "next"],
  ["a plain arrow is the page's", undefined, press("ArrowDown"), undefined],
  ["a letter by its key, whatever Alt writes", undefined, press("µ", { altKey: true, code: "KeyM" }), "mark"],
  ["with Shift it is another key", undefined, press("Z", { altKey: true, shiftKey: true, code: "KeyZ" }), "redo"],
  ["off", "off", press("ArrowDown", { altKey: true }), undefined],
  ["another key", "next=Ctrl+J", press("j", { ctrlKey: true, code: "KeyJ" }), "next"],
  ["the usual one is then free", "next=Ctrl+J", press("ArrowDown", { altKey: true }), undefined],
  ["one off, the others stay", "mark=off", press("ArrowUp", { altKey: true }), "previous"],
  ["undo as everywhere", undefined, press("z", { ctrlKey: true, code: "KeyZ" }), "undo"],
  ["and with ⌘", undefined, press("z", { metaKey: true, shiftKey: true, code: "KeyZ" }), "redo"],
  ["not where it has another key", "undo=Alt+U", press("z", { ctrlKey: true, code: "KeyZ" }), undefined],
  ["nor where it has none", "undo=off", press("z", { ctrlKey: true, code: "KeyZ" }), undefined],
  ["no bare letters", "next=j", press("j", { code: "KeyJ" }), undefined],
];
for (const [what, attribute, event, action] of PRESSES)
  it(what, () => assert.equal(actionOf(keysOf(attribute), event), action));

it("are written for people", () => assert.equal(written("Alt+ArrowDown"), "Alt ↓"));
