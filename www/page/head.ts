/** What stands above the article: when, where and how long it is, and what there is to be said. */
import { html, nothing, render } from "lit";
import { day } from "../elements/reading";
import { words } from "../locales/index";
import { whereAndHowLong } from "./article";
import type { Source } from "./corpus";
import { find, page, panel, reader, sheet, state } from "./parts";

/** When, where, how long; and the title of an article that does not bring its own. */
export function drawHead(): void {
  const { open, record } = page;
  // Until something is open, the line that came with the page stands.
  if (open || state() !== "idle") document.getElementById("first")?.remove();
  if (!open) {
    render(nothing, find("head"));
    return;
  }
  const { published, blocks } = record ?? {};
  const undated = html`<button type="button" class="plain" @click=${askDate}>${words.state.noDate}. ${words.state.published}</button>`;
  const when = published ? html`<time datetime=${published}>${day(published)}</time>` : record && undated;
  const bits = [when, ...whereAndHowLong(record, open.text)].filter(Boolean);
  // Whether an article brings its own headline is known once it has been read.
  const headed = blocks ? blocks.some((b) => b.kind === "headline") : state() === "reading";
  render(
    html`<p class="eyebrow">${bits.map((bit, i) => html`${i ? " · " : nothing}<bdi>${bit}</bdi>`)}</p>
      ${headed ? nothing : html`<h1 class=${open.own && !open.named ? "unseen" : ""}>${open.title}</h1>`}`,
    find("head"),
  );
}

async function askDate(): Promise<void> {
  sheet.open("notes");
  await panel.askDate();
}

export function drawNotices(): void {
  const { notice, record } = page;
  const notes: unknown[] = [];
  if (notice) {
    const { title, text, retry } = notice;
    notes.push(html`<div id="error" class="notice" role="alert">${title ? html`<strong>${title}</strong> ` : nothing}${text}
      ${retry ? html` <button type="button" class="plain" @click=${retry}>${words.error.retry}</button>` : nothing}</div>`);
  }
  if (record && state() === "ready") {
    const note = (text: string) => notes.push(html`<p class="notice" role="status">${text}</p>`);
    if (record.language !== "en") note(words.state.notEnglish);
    else if (!record.mentions.length && !record.dates.length) note(words.state.nothing);
    if (!(CSS as { highlights?: unknown }).highlights) note(words.state.unmarked);
  }
  render(notes, find("notices"));
}

export function drawProgress(source: Source, stop: () => void): void {
  reader.clear();
  reader.replaceChildren();
  drawHead();
  render(
    html`<div class="progress" role="status"><p>${words.state.readingLong(source.text.length)}</p><progress aria-label=${words.state.reading}></progress>
      <button type="button" class="plain" @click=${stop}>${words.state.stop}</button></div>`,
    find("notices"),
  );
}

export function say(text: string): void {
  page.notice = { text };
  drawNotices();
}
