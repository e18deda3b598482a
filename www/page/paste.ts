/** Ways in: the view for a new article, and texts and files pasted or dropped anywhere on the page. */
import { html, render } from "lit";
import { words } from "../locales/index";
import { type Brought, fromText } from "./bring";

export interface Ways {
  text(brought: Brought): void;
  file(file: File): void;
}

/** Less than this, pasted, is a few words and no article. */
const WORDS = 40;
const TYPES = ".txt,.md,.markdown,.html,.htm,text/plain,text/html,text/markdown";

const pasted = (event: ClipboardEvent): string => event.clipboardData?.getData("text/plain") ?? "";

/** Draws the view for a new article, and puts the caret in it. */
export function drawPaste(into: HTMLElement, ways: Ways): void {
  const field = () => into.querySelector("textarea") as HTMLTextAreaElement;
  /** A text with the date that stands beside the field. */
  const bring = (text: string): void => {
    const published = into.querySelector<HTMLInputElement>("#paste-date")?.value;
    ways.text({ ...fromText(text), ...(published ? { published } : {}) });
  };
  const submit = (event: Event): void => {
    event.preventDefault();
    const text = field().value;
    if (text.trim()) field().value = "";
    bring(text);
  };
  /** What is pasted into the empty field is read at once, and never laid out in the field: it may be a book. */
  const paste = (event: ClipboardEvent): void => {
    if (pasted(event).trim().length < WORDS || field().value.trim()) return;
    event.preventDefault();
    bring(pasted(event));
  };
  const choose = (event: Event): void => {
    const file = (event.target as HTMLInputElement).files?.[0];
    if (file) ways.file(file);
  };
  render(
    html`<form @submit=${submit}>
      <h1>${words.paste.title}</h1>
      <label class="unseen" for="paste-text">${words.paste.label}</label>
      <textarea id="paste-text" rows="14" placeholder=${words.paste.placeholder} spellcheck="false" @paste=${paste}></textarea>
      <p class="hint">${words.paste.hint}</p>
      <div class="tools">
        <button type="submit">${words.paste.read}</button>
        <label>${words.paste.date} <input type="date" id="paste-date" /></label>
        <label class="file">${words.paste.file}<input type="file" id="paste-file" accept=${TYPES} @change=${choose} /></label>
      </div>
      <p class="hint">${words.paste.formats}</p>
    </form>`,
    into,
  );
  field().focus({ preventScroll: true });
}

/** Takes what is pasted or dropped anywhere on the page. */
export function takeAnywhere(ways: Ways): void {
  const root = document.documentElement;
  addEventListener("paste", (event) => {
    const into = event.composedPath()[0];
    if (into instanceof HTMLElement && into.matches("input, textarea, [contenteditable]")) return;
    if (pasted(event).trim().length < WORDS) return;
    event.preventDefault();
    ways.text(fromText(pasted(event)));
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
    const file = event.dataTransfer?.files[0];
    if (file) ways.file(file);
    else ways.text(fromText(event.dataTransfer?.getData("text/plain") ?? ""));
  });
}
