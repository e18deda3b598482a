/** What is brought to the page, kept in it and taken out of it: files of all kinds, several at once, the whole library. */
import assert from "node:assert/strict";
import { it } from "node:test";
import { strToU8, zipSync } from "fflate";
import { inEveryEngine } from "./harness.mjs";

const zip = (files) =>
  Buffer.from(zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])))).toString(
    "base64",
  );

const DOCX = zip({
  "word/document.xml": `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>
    <w:p><w:r><w:t>Harbour opens in Lund</w:t></w:r></w:p>
    <w:p><w:r><w:t xml:space="preserve">Mayor Ina </w:t></w:r><w:r><w:t>Berg opened it on 3 May 2021.</w:t></w:r><w:del><w:r><w:delText>Not this.</w:delText></w:r></w:del></w:p>
  </w:body></w:document>`,
  "docProps/core.xml": `<?xml version="1.0"?><c:coreProperties xmlns:c="x" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>From a document</dc:title></c:coreProperties>`,
});
const EPUB = zip({
  mimetype: "application/epub+zip",
  "META-INF/container.xml": `<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="in/book.opf"/></rootfiles></container>`,
  "in/book.opf": `<package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>From a book</dc:title><dc:date>2020-02-01</dc:date></metadata>
    <manifest><item id="b" href="two.xhtml"/><item id="a" href="one%20.xhtml"/></manifest><spine><itemref idref="a"/><itemref idref="b"/></spine></package>`,
  "in/one .xhtml": `<html xmlns="http://www.w3.org/1999/xhtml"><body><h1>One</h1><p>Omar Sy came to Paris.</p></body></html>`,
  "in/two.xhtml": `<html xmlns="http://www.w3.org/1999/xhtml"><body><p>Then he left for Berlin.</p></body></html>`,
});
const SAVED = Buffer.from(
  'Content-Type: multipart/related; boundary="xx"\r\n\r\n--xx\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<html><head><title>From a saved page</title></head><body><article><p>Zo=C3=AB Berg lives in Lu=\r\nnd.</p></article></body></html>\r\n--xx--\r\n',
).toString("base64");

inEveryEngine("bringing", (browser) => {
  const run = (code) =>
    browser.inPage(`
      const r = document.getElementById("reader");
      const ready = (words) => until(() => document.documentElement.dataset.state === "ready" && r.reading?.text.includes(words), words + " is read");
      const bytes = (base64) => Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
      const titles = () => [...document.querySelectorAll("#library li:has(.remove) .title")].map((t) => t.textContent);
      const keep = () => document.querySelector("#library .keep input");
      /** How many articles this browser keeps. */
      const kept = () => new Promise((resolve) => {
        const opening = indexedDB.open("glosser");
        // Not there yet: to make it is up to the page.
        opening.onupgradeneeded = () => opening.transaction.abort();
        opening.onerror = (event) => { event.preventDefault(); resolve(0); };
        opening.onsuccess = () => {
          const counting = opening.result.transaction("articles").objectStore("articles").count();
          counting.onsuccess = () => { opening.result.close(); resolve(counting.result); };
        };
      });
      ${code}`);
  const open = async () => {
    await browser.visit("index.html");
    await browser.ready();
  };

  it("reads Word, EPUB and saved pages, several at once, and opens the first", async () => {
    await open();
    const [text, all, book, saved] = await run(`
      await bring(["a.docx", bytes("${DOCX}")], ["b.epub", bytes("${EPUB}")], ["c.mhtml", bytes("${SAVED}")]);
      await ready("Mayor Ina Berg");
      const { text } = r.reading;
      await until(() => titles().length === 3);
      const of = async (title, words) => { [...document.querySelectorAll("#library a")].find((a) => a.textContent.includes(title)).click(); await ready(words); return [r.reading.text, r.reading.record.published]; };
      return [text, titles(), await of("From a book", "Omar Sy"), await of("From a saved page", "Zoë")];`);
    assert.equal(text, "Harbour opens in Lund\n\nMayor Ina Berg opened it on 3 May 2021.");
    assert.deepEqual(all, ["From a document", "From a book", "From a saved page"]);
    assert.deepEqual(book, ["One\n\nOmar Sy came to Paris.\n\nThen he left for Berlin.", "2020-02-01"]);
    assert.equal(saved[0], "Zoë Berg lives in Lund.");
  });

  it("calls an article what it calls itself, and says of each file why it is not there", async () => {
    await open();
    const plain = (text) => Buffer.from(text).toString("base64");
    const [title, said] = await run(`
      await bring(["b.pdf", bytes("${plain("%PDF-1.4\n1 0 obj")}")], ["x1.txt", bytes("${plain("Harbour Opens in Lund\n\nMayor Ina Berg opened it on 3 May 2021. It had cost two million euros.")}")],
        ["c.docx", bytes("${plain("PK\x03\x04 cut off")}")], ["d.json", bytes("${plain("{}")}")]);
      await ready("Mayor Ina Berg");
      return [titles(), await until(() => document.getElementById("error")?.textContent)];`);
    assert.deepEqual(title, ["Harbour Opens in Lund"]);
    assert.match(said, /“c\.docx” could not be opened.*“b\.pdf, d\.json” does not hold text/s);
  });

  it("keeps nothing unless asked, and then until it is told to forget", async () => {
    await open();
    assert.deepEqual(await run("return titles();"), []);
    await run(`
      await bring(["a.docx", bytes("${DOCX}")]);
      await ready("Mayor Ina Berg");
      keep().click();
      await until(async () => (await kept()) === 1);`);
    await open();
    assert.deepEqual(await run("return titles();"), ["From a document"]);
    await run("keep().click(); await until(async () => (await kept()) === 0);");
    await open();
    assert.deepEqual(await run("return titles();"), []);
  });

  it("tells no longer of an article that was removed", async () => {
    await open();
    const told = await run(`
      await bring(["a.docx", bytes("${DOCX}")], ["b.epub", bytes("${EPUB}")]);
      await ready("Mayor Ina Berg");
      await open("#/all");
      const across = document.querySelector("glosser-across");
      const ids = () => [across.members.map(({ id }) => id), across.story.articles.map(({ id }) => id)].map((list) => list.filter((id) => id.startsWith("own")).sort().join());
      await until(() => ids().every((list) => list.includes(",")), "both are told of");
      const before = ids();
      document.querySelector("#library .own .remove").click();
      await until(() => ids().every((list) => list && !list.includes(",")), "one is told of");
      return [before[0] === before[1], ids(), titles().length];`);
    assert.deepEqual([told[0], told[1][0] === told[1][1], told[2]], [true, true, 1]);
  });

  it("gives the whole library as a file, and takes it back", async () => {
    await open();
    const [names, read] = await run(`
      let file;
      const make = URL.createObjectURL;
      URL.createObjectURL = (blob) => { file = blob; return "#"; };
      document.getElementById("save").click();
      await until(() => file);
      URL.createObjectURL = make;
      const text = await file.text();
      const { articles } = JSON.parse(text);
      await bring(["library.json", text]);
      await until(() => titles().length === articles.length);
      await ready(articles[0].text.slice(0, 20));
      return [titles().join() === articles.map((a) => a.title).join(), articles.every((a) => a.record.mentions.length)];`);
    assert.deepEqual([names, read], [true, true]);
    assert.deepEqual(await browser.problems(), []);
  });
});
