/** The reader page: a library at the left, the article, its notes at the right. */
import "../elements/define";
import { html, nothing, render } from "lit";
import type { ArticleRecord } from "../core/index";
import { core, GlosserError } from "../elements/engine";
import { type GlosserPanel, SECTIONS } from "../elements/panel";
import type { GlosserReader } from "../elements/reader";
import { day, Reading } from "../elements/reading";
import { type Member, together } from "../elements/together";
import { words } from "../locales/index";
import { build, minutes, plain, titleIn } from "./article";
import { type Brought, fromFile, fromText, NotText, titleOf } from "./bring";
import { corpus, type Source } from "./corpus";
import { sheets } from "./sheets";

const root = document.documentElement;
const find = <T extends HTMLElement>(id: string) => document.getElementById(id) as T;
const reader = find<GlosserReader>("reader");
const panel = find<GlosserPanel>("panel");
const sheet = sheets(panel);

const library: Source[] = [...corpus];
/** What has been read of the library, for what is seen across it. */
const readings = new Map<Source, Reading>();
let open: Source | undefined;
let record: ArticleRecord | undefined;
let run: AbortController | undefined;
/** What was last brought and could not be read, for another try. */
let notice: { title?: string; text: string; retry?: () => void } | undefined;
let count = 0;
/** Less than this, pasted, is a few words and no article. */
const WORDS = 40;

type PageState = "idle" | "reading" | "ready" | "error" | "new" | "across";

function setState(state: PageState): void {
  root.dataset.state = state;
  const article = state !== "new" && state !== "across" && open !== undefined;
  find("paste").hidden = state !== "new";
  find("across").hidden = state !== "across";
  reader.hidden = !article;
  find("legend").hidden = find("notes").hidden = find("tabs").hidden = !article || (state === "error" && !record);
  find("main").setAttribute("aria-busy", String(state === "reading"));
}

// — opening —

async function show(source: Source, published = source.published, rebuild = true): Promise<void> {
  run?.abort();
  run = new AbortController();
  const { signal } = run;
  const before = open;
  open = source;
  if (rebuild) record = undefined;
  notice = undefined;
  setState("reading");
  drawLibrary();
  const slow = setTimeout(() => progress(source), 250);
  try {
    const read = await core().read(source.text, { ...about(source, published), signal });
    if (signal.aborted) return;
    record = read;
    readings.set(source, new Reading(read, source.text));
    if (published) source.published = published;
    if (source.own && !source.named) source.title = titleIn(read, source.text) || source.title;
    if (rebuild) {
      reader.replaceChildren(build(read, source.text));
      if (before !== source) scrollTo(0, 0);
    }
    await reader.adopt(read, source.text);
    if (signal.aborted) return;
    if (reader.error && reader.state === "error") throw reader.error;
    document.title = `${source.title} – Glosser`;
    setState("ready");
    drawHead();
    drawNotices();
    const kinds = (kind: string) => new Set(read.mentions.filter((m) => m.kind === kind).map((m) => m.entity)).size;
    drawLibrary();
    // The rest of the library when this article has been drawn; not every browser says when it is idle.
    setTimeout(() => void readRest(), 500);
    reader.announce(words.state.done(kinds("person"), kinds("place"), read.dates.length));
  } catch (cause) {
    if (signal.aborted) return;
    fail(source, cause, published);
  } finally {
    clearTimeout(slow);
  }
}

/** What is known of an article besides its text; a title made from the text tells nothing new. */
function about({ title, own, named, ...source }: Source, published = source.published) {
  return { ...(published ? { published } : {}), ...(own && !named ? {} : { title }) };
}

const LONG = 200_000;
let resting: Promise<void> | undefined;

/** Reads the rest of the library while nothing else is to do, so that names lead to the other articles. */
function readRest(): Promise<void> {
  resting ??= (async () => {
    for (const source of library) {
      if (readings.has(source) || source.text.length > LONG) continue;
      try {
        const { text } = source;
        readings.set(source, new Reading(await core().read(text, about(source)), text));
      } catch {
        // It will be said when the article is opened.
      }
    }
    resting = undefined;
    drawLibrary();
    if (root.dataset.state === "across") drawAcross();
  })();
  return resting;
}

/** The articles that have been read, in order of time. */
function members(): Member[] {
  return library
    .flatMap((source) => {
      const reading = readings.get(source);
      return reading ? [{ id: source.id, title: source.title, reading }] : [];
    })
    .sort((a, b) => ((a.reading.record.published ?? "9") < (b.reading.record.published ?? "9") ? -1 : 1));
}

const link = (id: string, key?: string): string => `#/${id}${key ? `/${encodeURIComponent(key)}` : ""}`;

reader.elsewhere = (key) => {
  const all = members();
  const here = all.findIndex((m) => m.id === open?.id);
  const same = together(all).find((shared) => shared.cells[here]?.entity === key);
  return all.flatMap((member, i) => {
    const cell = same?.cells[i];
    return cell && i !== here ? [{ title: member.title, href: link(member.id, cell.entity) }] : [];
  });
};

/** What happened, what is safe, what to do. The text is shown as it is. */
function fail(source: Source, cause: unknown, published: string | undefined): void {
  const hint =
    cause instanceof GlosserError ? `${cause.message}. ${cause.hint}` : String((cause as Error)?.message ?? cause);
  if (!reader.firstElementChild || !record) {
    reader.clear();
    reader.replaceChildren(plain(source.text));
  }
  notice = {
    title: words.error.title,
    text: `${capital(hint)} ${words.error.safe}`,
    retry: () => void show(source, published),
  };
  setState("error");
  drawHead();
  drawNotices();
}

function progress(source: Source): void {
  reader.clear();
  reader.replaceChildren();
  notice = undefined;
  drawHead();
  render(
    html`<div class="progress" role="status"><p>${words.state.readingLong(source.text.length)}</p><progress aria-label=${words.state.reading}></progress>
      <button type="button" class="plain" @click=${stop}>${words.state.stop}</button></div>`,
    find("notices"),
  );
}

function stop(): void {
  run?.abort();
  if (!open) return;
  const source = open;
  reader.replaceChildren(plain(source.text));
  notice = { text: words.state.stopped, retry: () => void show(source) };
  setState("error");
  drawNotices();
}

function bring(brought: Brought): void {
  const text = brought.text;
  if (!text.trim()) {
    notice = { text: words.state.empty };
    drawNotices();
    return;
  }
  const source: Source = {
    id: `own-${++count}`,
    title: brought.title?.trim() || titleOf(text) || words.state.pasted,
    text,
    own: true,
    named: Boolean(brought.title?.trim()),
    ...(brought.published ? { published: brought.published } : {}),
  };
  library.push(source);
  location.hash = `#/${source.id}`;
}

async function bringFile(file: File | undefined): Promise<void> {
  if (!file) return;
  try {
    bring(await fromFile(file));
  } catch (cause) {
    notice = { text: (cause instanceof NotText ? words.error.binary : words.error.file)(file.name) };
    drawNotices();
  }
}

function remove(source: Source): void {
  library.splice(library.indexOf(source), 1);
  readings.delete(source);
  if (open === source) location.hash = `#/${library[0]?.id ?? "new"}`;
  else drawLibrary();
}

// — drawing —

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The day an article is from, as given or as found in it; empty if unknown. */
const published = (source: Source): string => source.published ?? readings.get(source)?.record.published ?? "";

function drawLibrary(): void {
  const { state } = root.dataset;
  const fresh = state === "new";
  const item = (source: Source) => html`<li>
    <a href="#/${source.id}" aria-current=${source === open ? "page" : nothing}>
      <span class="title">${source.title}</span>${published(source) ? html`<span class="day">${day(published(source))}</span>` : nothing}</a>
    ${source.own ? html`<button type="button" class="remove" aria-label="${words.library.remove}: ${source.title}" @click=${() => remove(source)}>${cross}</button>` : nothing}
  </li>`;
  const own = library.filter((s) => s.own);
  render(
    html`<p class="wordmark"><a href="#/">Glosser</a></p>
      <button type="button" class="shut" aria-label=${words.library.close} @click=${() => sheet.close()}>${cross}</button>
      <a id="add" href="#/new" aria-current=${fresh ? "page" : nothing}><span aria-hidden="true">+</span> ${words.library.add}</a>
      ${own.length ? html`<h2>${words.library.yours}</h2><ul>${own.map(item)}</ul>` : nothing}
      <h2>${words.library.articles}</h2>
      <ul>${library.filter((s) => !s.own).map(item)}</ul>
      ${library.length > 1 ? html`<a id="all" href="#/all" aria-current=${state === "across" ? "page" : nothing}>${words.across.link}</a>` : nothing}
      <footer><p>${words.library.private}</p><p>${words.library.credit}</p>
        <details><summary>${words.keys.title}</summary><dl>${words.keys.list.map(([key, what]) => html`<dt>${key}</dt><dd>${what}</dd>`)}</dl></details></footer>`,
    find("library"),
  );
}

function drawHead(): void {
  if (!open) {
    render(nothing, find("head"));
    return;
  }
  const where = record?.summary.where.map((id) => record?.entities.find((e) => e.id === id)?.name).find(Boolean);
  const published = record?.published;
  const headed = record?.blocks.some((b) => b.kind === "headline");
  const bits = [
    published
      ? html`<time datetime=${published}>${day(published)}</time>`
      : record
        ? html`<button type="button" class="plain" @click=${askDate}>${words.state.noDate}. ${words.state.published}</button>`
        : nothing,
    where ?? nothing,
    words.state.minutes(minutes(open.text)),
  ].filter((bit) => bit !== nothing);
  render(
    html`<p class="eyebrow">${bits.map((bit, i) => html`${i ? " · " : nothing}${bit}`)}</p>
      ${headed ? nothing : html`<h1 class=${open.own && !open.named ? "unseen" : ""}>${open.title}</h1>`}`,
    find("head"),
  );
}

function drawNotices(): void {
  const notes: unknown[] = [];
  if (notice)
    notes.push(html`<div id="error" class="notice" role="alert">${notice.title ? html`<strong>${notice.title}</strong> ` : nothing}${notice.text}
      ${notice.retry ? html` <button type="button" class="plain" @click=${notice.retry}>${words.error.retry}</button>` : nothing}</div>`);
  if (record && root.dataset.state === "ready") {
    if (record.language !== "en") notes.push(html`<p class="notice" role="status">${words.state.notEnglish}</p>`);
    else if (!record.mentions.length && !record.dates.length)
      notes.push(html`<p class="notice" role="status">${words.state.nothing}</p>`);
    if (!(CSS as { highlights?: unknown }).highlights) notes.push(html`<p class="notice">${words.state.unmarked}</p>`);
  }
  render(notes, find("notices"));
}

function drawAcross(): void {
  const all = members();
  const days = all.flatMap((m) => m.reading.record.published ?? []);
  const [from, to] = [days[0], days.at(-1)];
  render(
    html`<h1>${words.across.title}</h1>
      ${from && to ? html`<p class="lead">${words.across.lead(all.length, day(from), day(to))}</p>` : nothing}
      ${resting && all.length < library.length ? html`<p class="lead" role="status">${words.state.reading} …</p>` : nothing}
      <glosser-across .members=${all} .link=${link}></glosser-across>`,
    find("across"),
  );
}

async function askDate(): Promise<void> {
  sheet.open("notes");
  await panel.askDate();
}

function drawPaste(): void {
  render(
    html`<form @submit=${(e: Event) => {
      e.preventDefault();
      submit();
    }}>
      <h1>${words.paste.title}</h1>
      <label class="unseen" for="paste-text">${words.paste.label}</label>
      <textarea id="paste-text" rows="14" placeholder=${words.paste.placeholder} spellcheck="false" @paste=${pasteHere}></textarea>
      <p class="hint">${words.paste.hint}</p>
      <div class="tools">
        <button type="submit">${words.paste.read}</button>
        <label>${words.paste.date} <input type="date" id="paste-date" /></label>
        <label class="file">${words.paste.file}<input type="file" id="paste-file" accept=".txt,.md,.markdown,.html,.htm,text/plain,text/html,text/markdown" @change=${(e: Event) => void bringFile((e.target as HTMLInputElement).files?.[0])} /></label>
      </div>
      <p class="hint">${words.paste.formats}</p>
    </form>`,
    find("paste"),
  );
}

function submit(): void {
  const field = find<HTMLTextAreaElement>("paste-text");
  const text = field.value;
  if (text.trim()) field.value = "";
  bringText(text);
}

/** A text with the date that stands beside the field. */
function bringText(text: string): void {
  const published = find<HTMLInputElement>("paste-date").value;
  bring({ ...fromText(text), ...(published ? { published } : {}) });
}

/** What is pasted into the empty field is read at once, and never laid out in the field: it may be a book. */
function pasteHere(event: ClipboardEvent): void {
  const text = event.clipboardData?.getData("text/plain") ?? "";
  if (text.trim().length < WORDS || find<HTMLTextAreaElement>("paste-text").value.trim()) return;
  event.preventDefault();
  bringText(text);
}

// — ways in —

function route(): void {
  const [id = "", key] = location.hash.replace(/^#\/?/, "").split("/").map(decoded);
  sheet.close();
  if (id === "new" || id === "all") {
    run?.abort();
    open = undefined;
    notice = undefined;
    reader.clear();
    setState(id === "new" ? "new" : "across");
    if (id === "new") drawPaste();
    else {
      void readRest();
      drawAcross();
    }
    drawHead();
    drawNotices();
    drawLibrary();
    scrollTo(0, 0);
    document.title = `${id === "new" ? words.paste.title : words.across.title} – Glosser`;
    if (id === "new") find("paste-text").focus({ preventScroll: true });
    return;
  }
  const source = library.find((s) => s.id === id) ?? (open ? undefined : library[0]);
  if (source) void (source === open ? Promise.resolve() : show(source)).then(() => key && open === source && take(key));
}

/** What an address names comes in hand, at its first mention. */
function take(key: string): void {
  const first = reader.reading?.mentionsOf(key)[0];
  if (first) reader.goTo(first);
}

/** A part of an address; one that is not well formed as it stands. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

const cross = html`<svg viewBox="0 0 16 16" width="12" height="12" aria-hidden="true"><path d="M3 3l10 10M13 3L3 13" fill="none" stroke="currentColor" stroke-width="1.5"></path></svg>`;

addEventListener("hashchange", route);

addEventListener("paste", (event) => {
  const into = event.composedPath()[0];
  if (into instanceof HTMLElement && into.matches("input, textarea, [contenteditable]")) return;
  const text = event.clipboardData?.getData("text/plain") ?? "";
  if (text.trim().length < WORDS) return;
  event.preventDefault();
  bring(fromText(text));
});

let dragging = 0;
const holdsText = (event: DragEvent) => event.dataTransfer?.types.some((t) => t === "Files" || t === "text/plain");
addEventListener("dragenter", (event) => {
  if (holdsText(event)) root.toggleAttribute("data-drop", ++dragging > 0);
});
addEventListener("dragleave", () => {
  dragging = Math.max(0, dragging - 1);
  root.toggleAttribute("data-drop", dragging > 0);
});
addEventListener("dragover", (event) => holdsText(event) && event.preventDefault());
addEventListener("drop", (event) => {
  dragging = 0;
  root.removeAttribute("data-drop");
  if (!holdsText(event)) return;
  event.preventDefault();
  const file = event.dataTransfer?.files[0];
  if (file) void bringFile(file);
  else bring(fromText(event.dataTransfer?.getData("text/plain") ?? ""));
});

reader.addEventListener("glosser-correction", () => {
  if (open && reader.reading) readings.set(open, reader.reading);
});

// A publication date, given in the notes: the days of the article are worked out anew, and nothing moves.
panel.addEventListener("glosser-published", (event) => {
  event.preventDefault();
  if (open) void show(open, (event as CustomEvent<{ published: string }>).detail.published, false);
});

root.lang = words.lang;
root.dataset.dropLabel = words.paste.drop;
find("skip").textContent = words.library.skip;
find("library").setAttribute("aria-label", words.library.label);
find("notes").setAttribute("aria-label", words.panel.label);
find("tabs").setAttribute("aria-label", words.panel.label);
find("open-library").textContent = words.library.open;
find("open-library").addEventListener("click", () => sheet.toggle("library"));
find("skip").addEventListener("click", (event) => {
  event.preventDefault();
  find("main").focus();
});
render(
  SECTIONS.map(
    (section) =>
      html`<button type="button" data-section=${section} aria-controls="notes" @click=${() => sheet.toggle("notes", section)}>${words.panel[section]}</button>`,
  ),
  find("tabs"),
);
drawLibrary();
setState("idle");
route();
