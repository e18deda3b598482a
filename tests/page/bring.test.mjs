/** Texts from outside. (HTML is taken apart by the browser, and tested there.) */
import assert from "node:assert/strict";
import { it } from "node:test";
import { load } from "./load.mjs";

const { fromFile, fromText, NotText } = await load("page/bring.ts");
const { titleOf } = await load("page/article.ts");
const file = (name, bytes, type = "text/plain") => new File([bytes], name, { type });

it("leaves a plain text as it is", () => {
  const text = "A *star* and # a hash\n- not a list";
  assert.deepEqual(fromText(text), { text });
});

it("takes the marks of Markdown away, not its words", () => {
  const { text } = fromText(
    "---\ntitle: x\n---\n# Talks\n\n**Ina** met [Omar](https://a.example) in `Lund`.\n\n- ![x](y.png)One\n> Two",
    true,
  );
  assert.equal(text, "Talks\n\nIna met Omar in Lund.\n\nOne\nTwo");
});

it("reads the encodings that files come in, and refuses what is no text", async () => {
  assert.equal((await fromFile(file("a.txt", new TextEncoder().encode("Zoë")))).text, "Zoë");
  assert.equal((await fromFile(file("a.txt", new Uint8Array([0x5a, 0x6f, 0xeb])))).text, "Zoë");
  assert.equal((await fromFile(file("a.txt", new Uint8Array([0xff, 0xfe, 0x5a, 0, 0xeb, 0])))).text, "Zë");
  await assert.rejects(fromFile(file("a.txt", new Uint8Array([1, 0, 2]))), NotText);
});

it("names a text by its first line", () => {
  assert.equal(titleOf("\n Talks in Lund\nIna Berg …"), "Talks in Lund");
  assert.equal(titleOf(`${"word ".repeat(40)}`).length <= 82, true);
  assert.equal(titleOf("  "), "");
});
