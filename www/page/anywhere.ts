/** Texts and files pasted or dropped anywhere on the page. */
import { words } from "../locales/index";

/** What becomes of what is brought. */
export interface Ways {
  text(text: string, published?: string): void;
  files(files: readonly File[]): void;
}

/** Less than this, pasted, is a few words and no article. */
export const WORDS = 40;

export const pasted = (event: ClipboardEvent): string => event.clipboardData?.getData("text/plain") ?? "";

/** Takes what is pasted or dropped anywhere on the page. */
export function takeAnywhere(ways: Ways): void {
  const root = document.documentElement;
  addEventListener("paste", (event) => {
    const into = event.composedPath()[0];
    if (into instanceof HTMLElement && into.matches("input, textarea, [contenteditable]")) return;
    if (pasted(event).trim().length < WORDS) return;
    event.preventDefault();
    ways.text(pasted(event));
  });

  // Every element on the way tells of entering and leaving: what counts is whether all that was entered has been left.
  let depth = 0;
  const enter = (by: number): void => {
    depth = Math.max(0, depth + by);
    root.dataset.dropLabel = words.paste.drop;
    root.toggleAttribute("data-drop", depth > 0);
  };
  const holds = (event: DragEvent) => event.dataTransfer?.types.some((t) => t === "Files" || t === "text/plain");
  addEventListener("dragenter", (event) => holds(event) && enter(1));
  addEventListener("dragleave", (event) => holds(event) && enter(-1));
  addEventListener("dragover", (event) => holds(event) && event.preventDefault());
  addEventListener("drop", (event) => {
    enter(-depth);
    if (!holds(event)) return;
    event.preventDefault();
    const { files } = event.dataTransfer as DataTransfer;
    if (files.length) ways.files([...files]);
    else ways.text(event.dataTransfer?.getData("text/plain") ?? "");
  });
}
