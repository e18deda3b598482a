/** What is done with articles that have been read. Records go in as they came, or as a reader corrected or kept them. */
import type { ArticleRecord, Library, PageRecord, ReadOptions, SourceOptions } from "../../pkg/glosser.js";
import { type ExportFormat, engineOf } from "./engine";
import { moduleOf, type WasmSource } from "./module";
import { type PlacesSource, partsOf } from "./places";

/**
 * A library of articles, empty at first: `add(id, article, text)`, `remove(id)`, `record()`. Adding an article takes time in
 * proportion to that article, however many are there already.
 *
 * ```js
 * const library = await createLibrary();
 * library.add("monday", await reader.read(text), text);
 * library.size; // 1
 * library.record().figures.map((figure) => figure.name);
 * ```
 */
export async function createLibrary(wasm?: WasmSource): Promise<Library> {
  return engineOf({ module: await moduleOf(wasm) }).library();
}

/**
 * An article in the form of another program: Markdown, plain text, CSV, GeoJSON, iCalendar, schema.org, Web Annotation.
 *
 * ```js
 * const markdown = await exportArticle(await reader.read(text), text, "markdown", { title: "Rain in Berlin" });
 * markdown.split("\n")[0]; // "# Rain in Berlin"
 * ```
 */
export async function exportArticle(
  article: ArticleRecord,
  text: string,
  format: ExportFormat,
  options: SourceOptions & { wasm?: WasmSource | undefined } = {},
): Promise<string> {
  const { wasm, ...source } = options;
  return engineOf({ module: await moduleOf(wasm) }).export(article, text, format, source);
}

/**
 * The article in a web page: its prose, headline and day of publication. Works without a DOM.
 *
 * ```js
 * const page = await pageText("<title>Rain</title><nav>Home</nav><p>It rained in <b>Berlin</b>.");
 * page.title; // "Rain"
 * page.text; // "It rained in Berlin."
 * ```
 */
export async function pageText(html: string, wasm?: WasmSource): Promise<PageRecord> {
  return engineOf({ module: await moduleOf(wasm) }).page(html);
}

/** An article as a page for the terminal, `width` columns wide: its text with marks, then what it comes down to. */
export async function terminalPage(
  text: string,
  options: ReadOptions & { color?: boolean; width?: number; places?: PlacesSource; wasm?: WasmSource | undefined } = {},
): Promise<string> {
  const { wasm, places, color = false, width = 80, ...known } = options;
  return engineOf(await partsOf({ wasm, places })).terminal(text, known, color, width);
}
