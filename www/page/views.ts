/** The views beside an open article: a new one, and all of them together. */
import { html, nothing, render } from "lit";
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
  void library.readRest().then(() => {
    if (state() !== "across") return;
    drawAcross();
    drawLibrary();
  });
  drawAcross();
}

function drawAcross(): void {
  const all = library.members();
  const days = all.flatMap((m) => m.reading.record.published ?? []);
  const [from, to] = [days[0], days.at(-1)];
  render(
    html`<h1>${words.across.title}</h1>
      ${from && to ? html`<p class="lead">${words.across.lead(all.length, day(from), day(to))}</p>` : nothing}
      ${library.busy ? html`<p class="lead" role="status">${words.state.reading} …</p>` : nothing}
      <glosser-across .members=${all} .story=${library.story} .link=${link}></glosser-across>`,
    find("across"),
  );
}

/** Draws the view that is open once more, in other words. */
export function drawView(): void {
  if (state() === "new") drawNew();
  if (state() === "across") drawAcross();
}
