/** Runs in the page each time the button is pressed: the first time it reads, the next it takes everything away. */
import { GlosserCard } from "../elements/card";
import { GlosserLegend } from "../elements/legend";
import { GlosserPanel } from "../elements/panel";
import { GlosserReader } from "../elements/reader";
import { register } from "../elements/register";
import { match, speak, words } from "../locales/index";
import { articleIn } from "./article";

/** An article that cannot be read in its page, because the page forbids WebAssembly. */
export type Outcome = { text: string; title: string; published?: string } | undefined;

const NAME = "glosser-extension";

/** What there is to be done elsewhere. */
export const outcome: Promise<Outcome> = toggle();

async function toggle(): Promise<Outcome> {
  const before = document.querySelector(`glosser-reader[name="${NAME}"]`);
  if (!before) return open();
  before.remove();
  return undefined;
}

async function open(): Promise<Outcome> {
  const { root, skip, text, published } = articleIn(document);
  await speak(match(navigator.languages));
  register("glosser-card", GlosserCard);
  register("glosser-legend", GlosserLegend);
  register("glosser-panel", GlosserPanel);
  register("glosser-reader", GlosserReader);
  const reader = document.createElement("glosser-reader") as GlosserReader;
  const { lang } = words;
  Object.assign(reader, { locale: lang, panel: "side", article: root, skip, ...(published ? { published } : {}) });
  reader.setAttribute("name", NAME);
  reader.append(closing(reader));
  const read = new Promise<void>((resolve) => {
    reader.addEventListener("glosser-result", () => resolve(), { once: true });
    reader.addEventListener("glosser-error", () => resolve(), { once: true });
  });
  document.body.append(reader);
  await read;
  if (reader.error?.code !== "blocked") return undefined;
  reader.remove();
  return { text, title: document.title, ...(published ? { published } : {}) };
}

/** The button that does what pressing the extension's again does. */
function closing(reader: HTMLElement): HTMLElement {
  const button = document.createElement("button");
  button.slot = "tools";
  button.type = "button";
  button.textContent = "×";
  button.setAttribute("aria-label", words.card.close);
  // In the object model: a strict policy forbids style attributes, not styles.
  Object.assign(button.style, {
    float: "inline-end",
    minInlineSize: "2rem",
    minBlockSize: "2rem",
    font: "1.25rem/1 system-ui",
  });
  Object.assign(button.style, { border: "0", background: "none", color: "inherit", cursor: "pointer" });
  button.addEventListener("click", () => reader.remove());
  return button;
}
