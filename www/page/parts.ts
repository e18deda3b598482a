/** What the page is made of, and what is open in it. */
import type { ArticleRecord } from "../core/index";
import type { GlosserPanel } from "../elements/panel";
import type { GlosserReader } from "../elements/reader";
import type { Source } from "./corpus";
import { Library } from "./library";
import { sheets } from "./sheets";

export const root = document.documentElement;
export const find = <T extends HTMLElement>(id: string) => document.getElementById(id) as T;
export const reader = find<GlosserReader>("reader");
export const panel = find<GlosserPanel>("panel");
export const sheet = sheets(panel);
export const library = new Library();

/** Something to be said above the article. */
export interface Notice {
  title?: string;
  text: string;
  retry?: () => void;
}

/** What is open now. */
export const page: {
  open: Source | undefined;
  /** What was read in it. */
  record: ArticleRecord | undefined;
  notice: Notice | undefined;
  /** Reading, as long as it is under way. */
  run: AbortController | undefined;
} = { open: undefined, record: undefined, notice: undefined, run: undefined };

export type PageState = "idle" | "elsewhere" | "reading" | "ready" | "error" | "new" | "across";

export const state = (): PageState => root.dataset.state as PageState;

export function setState(state: PageState): void {
  const { open, record } = page;
  root.dataset.state = state;
  find("paste").hidden = state !== "new";
  find("across").hidden = state !== "across";
  reader.hidden = !open;
  find("legend").hidden = find("notes").hidden = find("tabs").hidden = !open || (state === "error" && !record);
  find("main").setAttribute("aria-busy", String(state === "reading"));
}
