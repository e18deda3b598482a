/** What is done with articles that have been read. Records go in as they came, or as a reader corrected or kept them. */
import type { ArticleRecord, LibraryRecord, SourceOptions } from "../../pkg/glosser.js";
import { type ExportFormat, engineOf } from "./engine";
import { moduleOf, type WasmOptions } from "./module";
import { check, checked, checkText, LOAD, type Rules, text } from "./options";

const ABOUT: Rules<SourceOptions> = { title: text, url: text };
const EXPORT: Rules<SourceOptions & WasmOptions> = { ...ABOUT, ...LOAD };
/** Several articles as one story. Adding one takes time in proportion to that article. */
export interface Library {
  /**
   * Adds an article under an id, in place of the one that has this id already. `article` is the record that was made of
   * `text`, its offsets counting UTF-16 units.
   */
  add(id: string, article: ArticleRecord, text: string, options?: SourceOptions | null): void;
  /** Takes an article out; false if there is none of this id. */
  remove(id: string): boolean;
  /** Everything that is known of the articles together. */
  record(): LibraryRecord;
  /** How many articles there are. */
  readonly size: number;
}

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
export async function createLibrary(options?: WasmOptions | null): Promise<Library> {
  const { wasm } = checked(options, LOAD);
  const library = await engineOf({ module: await moduleOf(wasm) }).library();
  return {
    add(id, article, text, about) {
      check("id", id, ID);
      checkText(text);
      library.add(id, article, text, checked(about, ABOUT));
    },
    remove(id) {
      check("id", id, ID);
      return library.remove(id);
    },
    record: () => library.record(),
    get size() {
      return library.size;
    },
  };
}

/** An id of an article in a library. */
const ID = { ...text, hint: "Give the id that the article has in the library, a string." };

/**
 * An article in the form of another program: Markdown, plain text, CSV, GeoJSON, iCalendar, schema.org, Web Annotation.
 * `article` is the record that was made of `text`, its offsets counting UTF-16 units.
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
  options?: (SourceOptions & WasmOptions) | null,
): Promise<string> {
  const { wasm, ...about } = checked(options, EXPORT);
  checkText(text);
  return engineOf({ module: await moduleOf(wasm) }).export(article, text, `${format}` as ExportFormat, about);
}

/** Where the article stands. */
export interface LinkOptions extends WasmOptions {
  /** The address of its page; a link that begins with `#` if left out. */
  url?: string | undefined;
}

const LINK: Rules<LinkOptions> = { url: text, ...LOAD };

const SPAN = {
  fits: (span: unknown) => {
    const { start, end } = (span ?? {}) as { start?: unknown; end?: unknown };
    return Number.isInteger(start) && Number.isInteger(end) && (start as number) >= 0;
  },
  hint: "Give what has a start and an end: a mention, a date, a quotation, a sentence.",
};

/**
 * A link that scrolls to a mention, or any other stretch of `text`, on the article's page, and marks it there (a URL text
 * fragment). Where its words stand earlier too, the link tells the places apart by the words around them.
 *
 * ```js
 * const rain = "Ina Berg spoke. Then Ina Berg left.";
 * const link = await textFragment(rain, { start: 21, end: 29 }, { url: "https://example.org/rain" });
 * link; // "https://example.org/rain#:~:text=Then-,Ina%20Berg,-left%2E"
 * ```
 */
export async function textFragment(
  text: string,
  span: { readonly start: number; readonly end: number },
  options?: LinkOptions | null,
): Promise<string> {
  const { wasm, url = "" } = checked(options, LINK);
  checkText(text);
  check("span", span, SPAN);
  return engineOf({ module: await moduleOf(wasm) }).link(text, span.start, span.end, url);
}
