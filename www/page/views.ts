/** The views beside an open article: a new one, and all of them together. */
import { html, nothing, render } from "lit";
import type { LibraryRecord } from "../core/index";
import { day } from "../elements/reading";
import { register } from "../elements/register";
import { words } from "../locales/index";
import { link } from "./library";
import { draw } from "./open";
import { find, library, page, reader, setState, state } from "./parts";
import { drawLibrary } from "./shelf";
import { ways } from "./take";

function drawNew(): void {
  void import("./paste").then(({ drawPaste }) => drawPaste(find("paste"), ways));
}

/** From the article to a view of its own. */
export function leave(view: "new" | "across"): void {
  page.run?.abort();
  page.open = page.record = page.notice = undefined;
  reader.clear();
  setState(view);
  draw();
  scrollTo(0, 0);
  document.title = `${view === "new" ? words.paste.title : words.across.title} – Glosser`;
  if (view === "new") {
    drawNew();
    return;
  }
  void import("../elements/across").then(({ GlosserAcross }) => register("glosser-across", GlosserAcross));
  void library.whole().then(() => turn());
  drawAcross();
}

/** The story of own articles alone, where only these are looked at. */
let own: LibraryRecord | undefined;

/** Draws the view anew when the articles, or which of them are looked at, have become others. */
async function turn(only = own !== undefined): Promise<void> {
  own = only ? await library.ownStory() : undefined;
  if (state() !== "across") return;
  drawAcross();
  drawLibrary();
}

// One that has gone is told of no longer.
library.addEventListener("removed", () => {
  if (state() === "across") void library.whole().then(() => turn());
});

function date({ detail }: CustomEvent<{ id: string; published: string }>): void {
  const source = library.find(detail.id);
  if (source) void library.date(source, detail.published).then(() => turn());
}

function drawAcross(): void {
  const mine = library.sources.filter((source) => source.own).length;
  const all = library.members().filter(({ id }) => !own || library.find(id)?.own);
  const days = all.flatMap((m) => m.reading.record.published ?? []);
  const [from, to] = [days[0], days.at(-1)];
  render(
    html`<h1>${words.across.title}</h1>
      ${from && to ? html`<p class="lead">${words.across.lead(all.length, day(from), day(to))}</p>` : nothing}
      ${library.busy ? html`<p class="lead" role="status">${words.state.reading} …</p>` : nothing}
      ${
        mine && mine < library.sources.length
          ? html`<label class="choice"><input type="checkbox" .checked=${own !== undefined} @change=${(event: Event) => turn((event.target as HTMLInputElement).checked)}> ${words.across.mine}</label>`
          : nothing
      }
      <glosser-across .members=${all} .story=${own ?? library.story} .link=${link} @glosser-published=${date}></glosser-across>`,
    find("across"),
  );
}

/** Draws the view that is open once more, in other words. */
export function drawView(): void {
  if (state() === "new") drawNew();
  if (state() === "across") drawAcross();
}
