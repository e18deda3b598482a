/** Articles as web pages, and as pages for the terminal. */
import type { PageRecord, ReadOptions } from "../../pkg/glosser.js";
import { engineOf } from "./engine";
import { moduleOf, type WasmOptions } from "./module";
import { checked, checkText, count, flag, LOAD, PLACES, type Rules, SAID } from "./options";
import { type PlacesSource, partsOf } from "./places";

/** What may be said of a page for the terminal. */
export interface TerminalOptions extends ReadOptions, WasmOptions {
  /** Marks in colour; false if left out. */
  color?: boolean | undefined;
  /** Columns; 80 if left out. */
  width?: number | undefined;
  /** As with a reader. */
  places?: PlacesSource | undefined;
}

const TERMINAL: Rules<TerminalOptions> = {
  ...SAID,
  ...LOAD,
  color: flag,
  width: count,
  places: PLACES,
};

/**
 * The article in a web page: its prose, headline and day of publication. Works without a DOM.
 *
 * ```js
 * const page = await pageText("<title>Rain</title><nav>Home</nav><p>It rained in <b>Berlin</b>.");
 * page.title; // "Rain"
 * page.text; // "It rained in Berlin."
 * ```
 */
export async function pageText(html: string, options?: WasmOptions | null): Promise<PageRecord> {
  const { wasm } = checked(options, LOAD);
  checkText(html);
  return engineOf({ module: await moduleOf(wasm) }).page(html);
}

/** An article as a page for the terminal, `width` columns wide: its text with marks, then what it comes down to. */
export async function terminalPage(text: string, options?: TerminalOptions | null): Promise<string> {
  const { wasm, places, color = false, width = 80, ...known } = checked(options, TERMINAL);
  checkText(text);
  return engineOf(await partsOf({ wasm, places })).terminal(text, known, color, width);
}
