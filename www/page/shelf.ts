/** The column at the left: all articles, a way to bring one, the language, the keys. */
import { html, nothing, render } from "lit";
import { download } from "../elements/download";
import { ACTIONS, written } from "../elements/keys";
import { day } from "../elements/reading";
import { later } from "../elements/rest";
import { LANGUAGES, words } from "../locales/index";
import type { Source } from "./corpus";
import { talk } from "./language";
import { link } from "./library";
import { find, library, page, reader, sheet, state } from "./parts";

/** How many of one's own articles are listed; the others follow, as many at a time. */
const PIECE = 100;
let listed = PIECE;

/** Draws it where it is seen: the sheet of a narrow page from when it is opened first. */
export function drawLibrary(): void {
  if (!sheet.shows("library") && !find("library").hasChildNodes()) return;
  const now = state();
  const { open } = page;
  const item = (source: Source) => {
    const published = library.published(source);
    // The place of a day that is not known yet is kept.
    const unread = !source.own && !library.reading(source);
    return html`<li>
      <a href=${link(source.id)} aria-current=${source === open ? "page" : nothing}>
        <span class="title"><bdi>${source.title}</bdi></span>${published || unread ? html`<span class="day">${published ? day(published) : "\u00a0"}</span>` : nothing}</a>
      ${source.own ? html`<button type="button" class="remove" aria-label="${words.library.remove}: ${source.title}" @click=${() => remove(source)}>${cross}</button>` : nothing}
    </li>`;
  };
  const own = library.sources.filter((s) => s.own);
  if (own.length > listed)
    later(async () => {
      listed += PIECE;
      drawLibrary();
    });
  render(
    html`<p class="wordmark"><a href="#/">Glosser</a></p>
      <button type="button" class="shut" aria-label=${words.library.close} @click=${() => sheet.close()}>${cross}</button>
      <a id="add" href="#/new" aria-current=${now === "new" ? "page" : nothing}><span aria-hidden="true">+</span> ${words.library.add}</a>
      <a id="all" href="#/all" aria-current=${now === "across" ? "page" : nothing}>${words.across.link}</a>
      ${own.length ? html`<h2>${words.library.yours}</h2><ul class=${own.length > PIECE ? "own many" : "own"}>${own.slice(0, listed).map(item)}</ul>` : nothing}
      ${own.length || library.keeps ? html`<label class="keep"><input type="checkbox" .checked=${library.keeps} @change=${keep} /> ${words.library.keep}</label>` : nothing}
      <h2>${words.library.articles}</h2>
      <ul>${library.sources.filter((s) => !s.own).map(item)}</ul>
      <button type="button" id="save" @click=${save}>${words.library.save}</button>
      <footer><p>${words.library.private}</p><p><a href="quality.html">${words.library.quality}</a></p><p>${words.library.credit}</p>
        <label class="language"><span>${words.library.language}</span> <select @change=${(e: Event) => talk((e.target as HTMLSelectElement).value)}>
          ${Object.entries(LANGUAGES).map(([id, name]) => html`<option value=${id} lang=${id} ?selected=${id === words.lang}>${name}</option>`)}
        </select></label>
        <details><summary>${words.keys.title}</summary><dl>${keyList().map(([key, what]) => html`<dt>${key}</dt><dd>${what}</dd>`)}</dl></details></footer>`,
    find("library"),
  );
}

function remove(source: Source): void {
  library.remove(source);
  if (page.open === source) location.hash = link(library.sources[0]?.id ?? "new");
  else drawLibrary();
}

async function keep(event: Event): Promise<void> {
  await library.keepOwn((event.target as HTMLInputElement).checked);
  drawLibrary();
}

/** The whole library as a file, to be opened here or read by a program. */
async function save(): Promise<void> {
  const { toJson } = await import("./archive");
  download("glosser-library.json", "application/json", await toJson(library));
}

/** All keys, as they are now. */
const keyList = (): [string, string][] => [
  ...Object.entries(words.keys.near),
  ...ACTIONS.flatMap((action): [string, string][] => {
    const keys = reader.keys[action];
    return keys ? [[written(keys), words.keys.anywhere[action]]] : [];
  }),
  ["+ − 0", words.keys.drawing],
];

const cross = html`<svg viewBox="0 0 16 16" width="12" height="12" aria-hidden="true"><path d="M3 3l10 10M13 3L3 13" fill="none" stroke="currentColor" stroke-width="1.5"></path></svg>`;
