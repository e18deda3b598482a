/** The view for a new article. It comes when it is opened. */
import { html, render } from "lit";
import { words } from "../locales/index";
import { pasted, type Ways, WORDS } from "./anywhere";

const TYPES = ".txt,.md,.markdown,.html,.htm,.xhtml,.mht,.mhtml,.docx,.epub,.json,text/plain,text/html,text/markdown";

/** Draws the view for a new article, and puts the caret in it. */
export function drawPaste(into: HTMLElement, ways: Ways): void {
  const field = () => into.querySelector("textarea") as HTMLTextAreaElement;
  /** A text with the date that stands beside the field. */
  const bring = (text: string): void => {
    const published = into.querySelector<HTMLInputElement>("#paste-date")?.value;
    ways.text(text, published);
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
    ways.files([...((event.target as HTMLInputElement).files ?? [])]);
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
        <label class="file">${words.paste.file}<input type="file" id="paste-file" multiple accept=${TYPES} @change=${choose} /></label>
      </div>
      <p class="hint">${words.paste.formats}</p>
    </form>`,
    into,
  );
  field().focus({ preventScroll: true });
}
