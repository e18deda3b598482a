/** An article whose own page forbids WebAssembly, read in a page of the extension. Its text comes in the address. */
import "../elements/define";
import { read } from "../elements/engine";
import type { GlosserReader } from "../elements/reader";
import { match, speak } from "../locales/index";
import { build } from "../page/article";
import type { Outcome } from "./page";

const reader = document.querySelector("glosser-reader") as GlosserReader;
const article = JSON.parse(decodeURIComponent(location.hash.slice(1)) || "null") as Outcome;
if (article) void show(article);

async function show({ text, title, published }: NonNullable<Outcome>): Promise<void> {
  await speak(match(navigator.languages));
  const record = await read(text, { title, ...(published ? { published } : {}) }, {});
  reader.replaceChildren(build(record, text));
  await reader.adopt(record, text);
  document.title = `${title} – Glosser`;
}
