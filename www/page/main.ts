/** The reader page: a library at the left, the article, its notes at the right. */
import { html, nothing, render } from "lit";
import type { ArticleRecord } from "../core/index";
import { core, GlosserError } from "../elements/engine";
import { ACTIONS, written } from "../elements/keys";
import { GlosserLegend } from "../elements/legend";
import { GlosserPanel, SECTIONS } from "../elements/panel";
import { GlosserReader } from "../elements/reader";
import { day, Reading } from "../elements/reading";
import { register } from "../elements/register";
import { LANGUAGES, match, onSpeak, speak, words } from "../locales/index";
import { takeAnywhere, type Ways } from "./anywhere";
import { build, minutes, plain, titleIn } from "./article";
import type { Brought } from "./bring";
import type { Source } from "./corpus";
import { about, Library, link } from "./library";
import { sheets } from "./sheets";

// The card comes once there is something to show in it, the view across articles when it is opened.
register("glosser-legend", GlosserLegend);
register("glosser-panel", GlosserPanel);
register("glosser-reader", GlosserReader);

const root = document.documentElement;
const find = <T extends HTMLElement>(id: string) => document.getElementById(id) as T;
const reader = find<GlosserReader>("reader");
const panel = find<GlosserPanel>("panel");
const sheet = sheets(panel);
const library = new Library();

/** The article that is open, and what was read in it. */
let open: Source | undefined;
let record: ArticleRecord | undefined;
let run: AbortController | undefined;
/** Something to be said above the article. */
let notice: { title?: string; text: string; retry?: () => void } | undefined;

type PageState = "idle" | "reading" | "ready" | "error" | "new" | "across";

function setState(state: PageState): void {
  root.dataset.state = state;
  find("paste").hidden = state !== "new";
  find("across").hidden = state !== "across";
  reader.hidden = !open;
  find("legend").hidden = find("notes").hidden = find("tabs").hidden = !open || (state === "error" && !record);
  find("main").setAttribute("aria-busy", String(state === "reading"));
}

// — opening —

async function show(source: Source): Promise<void> {
  const turned = open !== source;
  const signal = start(source);
  record = undefined;
  setState("reading");
  drawLibrary();
  const slow = setTimeout(() => drawProgress(source), 250);
  try {
    await source.fill?.();
    const read = await core().read(source.text, { ...about(source), signal });
    if (signal.aborted) return;
    if (source.own && !source.named) source.title = titleIn(read, source.text) || source.title;
    reader.replaceChildren(build(read, source.text));
    if (turned) scrollTo(0, 0);
    await take(source, read, signal);
  } catch (cause) {
    if (!signal.aborted) fail(source, cause);
  } finally {
    clearTimeout(slow);
  }
}

/** Reads the open article once more, for another day of publication; the text stays where it is. */
async function redate(source: Source, published: string): Promise<void> {
  const signal = start(source);
  setState("reading");
  try {
    const read = await core().read(source.text, { ...about(source, published), signal });
    if (signal.aborted) return;
    source.published = published;
    await take(source, read, signal);
  } catch (cause) {
    if (!signal.aborted) fail(source, cause);
  }
}

function start(source: Source): AbortSignal {
  run?.abort();
  run = new AbortController();
  open = source;
  notice = undefined;
  return run.signal;
}

/** What was read is marked in the text, and the page is told. */
async function take(source: Source, read: ArticleRecord, signal: AbortSignal): Promise<void> {
  record = read;
  library.keep(source, new Reading(read, source.text));
  await reader.adopt(read, source.text);
  if (signal.aborted) return;
  if (reader.state === "error") throw reader.error;
  document.title = `${source.title} – Glosser`;
  setState("ready");
  draw();
  const named = (kind: string) => new Set(read.mentions.filter((m) => m.kind === kind).map((m) => m.entity)).size;
  reader.announce(words.state.done(named("person"), named("place"), read.dates.length));
  // The rest of the library when this article has been drawn; not every browser says when it is idle.
  void import("../elements/card").then(({ GlosserCard }) => register("glosser-card", GlosserCard));
  setTimeout(() => void library.readRest().then(drawLibrary), 500);
}

/** What happened, what is safe, what to do. The text is shown as it is. */
function fail(source: Source, cause: unknown): void {
  const hint =
    cause instanceof GlosserError ? `${cause.message}. ${cause.hint}` : String((cause as Error)?.message ?? cause);
  const text = `${hint.charAt(0).toUpperCase()}${hint.slice(1)} ${words.error.safe}`;
  giveUp(source, { title: words.error.title, text, retry: () => void show(source) });
}

function stop(source: Source): void {
  run?.abort();
  giveUp(source, { text: words.state.stopped, retry: () => void show(source) });
}

function giveUp(source: Source, said: NonNullable<typeof notice>): void {
  if (!record) {
    reader.clear();
    reader.replaceChildren(plain(source.text));
  }
  notice = said;
  setState("error");
  draw();
}

// — bringing —

const ways: Ways = {
  text: (text, published) => void bring(({ fromText }) => ({ ...fromText(text), ...(published ? { published } : {}) })),
  file: (file) => void bring(({ fromFile }) => fromFile(file), file.name),
};

/** Takes in what is brought; the part that knows the kinds of files comes when it is needed. */
async function bring(take: (kinds: typeof import("./bring")) => Brought | Promise<Brought>, name = ""): Promise<void> {
  const kinds = await import("./bring");
  try {
    const brought = await take(kinds);
    if (!brought.text.trim()) say(words.state.empty);
    else location.hash = link(library.add(brought).id);
  } catch (cause) {
    say((cause instanceof kinds.NotText ? words.error.binary : words.error.file)(name));
  }
}

function say(text: string): void {
  notice = { text };
  drawNotices();
}

function remove(source: Source): void {
  library.remove(source);
  if (open === source) location.hash = link(library.sources[0]?.id ?? "new");
  else drawLibrary();
}

// — drawing —

function draw(): void {
  drawHead();
  drawNotices();
  drawLibrary();
}

function drawLibrary(): void {
  const { state } = root.dataset;
  const item = (source: Source) => {
    const published = library.published(source);
    return html`<li>
      <a href=${link(source.id)} aria-current=${source === open ? "page" : nothing}>
        <span class="title"><bdi>${source.title}</bdi></span>${published ? html`<span class="day">${day(published)}</span>` : nothing}</a>
      ${source.own ? html`<button type="button" class="remove" aria-label="${words.library.remove}: ${source.title}" @click=${() => remove(source)}>${cross}</button>` : nothing}
    </li>`;
  };
  const own = library.sources.filter((s) => s.own);
  render(
    html`<p class="wordmark"><a href="#/">Glosser</a></p>
      <button type="button" class="shut" aria-label=${words.library.close} @click=${() => sheet.close()}>${cross}</button>
      <a id="add" href="#/new" aria-current=${state === "new" ? "page" : nothing}><span aria-hidden="true">+</span> ${words.library.add}</a>
      ${own.length ? html`<h2>${words.library.yours}</h2><ul>${own.map(item)}</ul>` : nothing}
      <h2>${words.library.articles}</h2>
      <ul>${library.sources.filter((s) => !s.own).map(item)}</ul>
      <a id="all" href="#/all" aria-current=${state === "across" ? "page" : nothing}>${words.across.link}</a>
      <footer><p>${words.library.private}</p><p>${words.library.credit}</p>
        <label class="language"><span>${words.library.language}</span> <select @change=${(e: Event) => talk((e.target as HTMLSelectElement).value)}>
          ${Object.entries(LANGUAGES).map(([id, name]) => html`<option value=${id} lang=${id} ?selected=${id === words.lang}>${name}</option>`)}
        </select></label>
        <details><summary>${words.keys.title}</summary><dl>${keyList().map(([key, what]) => html`<dt>${key}</dt><dd>${what}</dd>`)}</dl></details></footer>`,
    find("library"),
  );
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

/** When, where, how long; and the title of an article that does not bring its own. */
function drawHead(): void {
  if (!open) {
    render(nothing, find("head"));
    return;
  }
  const { published, summary, entities, blocks } = record ?? {};
  const where = summary?.where.map((id) => entities?.find((e) => e.id === id)?.name).find(Boolean);
  const undated = html`<button type="button" class="plain" @click=${askDate}>${words.state.noDate}. ${words.state.published}</button>`;
  const when = published ? html`<time datetime=${published}>${day(published)}</time>` : record && undated;
  const bits = [when, where, open.text && words.state.minutes(minutes(open.text))].filter(Boolean);
  const headed = blocks?.some((b) => b.kind === "headline");
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

function drawNotices(): void {
  const notes: unknown[] = [];
  if (notice) {
    const { title, text, retry } = notice;
    notes.push(html`<div id="error" class="notice" role="alert">${title ? html`<strong>${title}</strong> ` : nothing}${text}
      ${retry ? html` <button type="button" class="plain" @click=${retry}>${words.error.retry}</button>` : nothing}</div>`);
  }
  if (record && root.dataset.state === "ready") {
    const note = (text: string) => notes.push(html`<p class="notice" role="status">${text}</p>`);
    if (record.language !== "en") note(words.state.notEnglish);
    else if (!record.mentions.length && !record.dates.length) note(words.state.nothing);
    if (!(CSS as { highlights?: unknown }).highlights) note(words.state.unmarked);
  }
  render(notes, find("notices"));
}

function drawProgress(source: Source): void {
  reader.clear();
  reader.replaceChildren();
  drawHead();
  render(
    html`<div class="progress" role="status"><p>${words.state.readingLong(source.text.length)}</p><progress aria-label=${words.state.reading}></progress>
      <button type="button" class="plain" @click=${() => stop(source)}>${words.state.stop}</button></div>`,
    find("notices"),
  );
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

const cross = html`<svg viewBox="0 0 16 16" width="12" height="12" aria-hidden="true"><path d="M3 3l10 10M13 3L3 13" fill="none" stroke="currentColor" stroke-width="1.5"></path></svg>`;

// — addresses —

function route(): void {
  const [id = "", key] = location.hash.replace(/^#\/?/, "").split("/").map(decoded);
  sheet.close();
  if (id === "shared") {
    void import("./installed").then(({ takeShared }) => takeShared(ways));
    return;
  }
  if (id === "new" || id === "all") {
    leave(id === "new" ? "new" : "across");
    return;
  }
  const source = library.find(id) ?? (open ? undefined : library.sources[0]);
  if (!source) return;
  void (source === open ? Promise.resolve() : show(source)).then(() => {
    // What the address names comes in hand, at its first mention.
    const first = key && open === source ? reader.reading?.mentionsOf(key)[0] : undefined;
    if (first) reader.goTo(first);
  });
}

function drawNew(): void {
  void import("./paste").then(({ drawPaste }) => drawPaste(find("paste"), ways));
}

/** From the article to a view of its own. */
function leave(state: "new" | "across"): void {
  run?.abort();
  open = record = notice = undefined;
  reader.clear();
  setState(state);
  draw();
  scrollTo(0, 0);
  document.title = `${state === "new" ? words.paste.title : words.across.title} – Glosser`;
  if (state === "new") {
    drawNew();
    return;
  }
  void import("../elements/define");
  void library.readRest().then(() => {
    if (root.dataset.state !== "across") return;
    drawAcross();
    drawLibrary();
  });
  drawAcross();
}

/** A part of an address; one that is not well formed as it stands. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

// — language —

const LANGUAGE = "glosser:language";

function kept(): string | null {
  try {
    return localStorage.getItem(LANGUAGE);
  } catch {
    return null;
  }
}

function talk(language: string): void {
  try {
    localStorage.setItem(LANGUAGE, language);
  } catch {
    // It then holds as long as the page.
  }
  void speak(match([language]));
}

// — setting out —

reader.elsewhere = (key) => library.elsewhere(open, key);
reader.addEventListener("glosser-correction", () => {
  if (open && reader.reading) library.keep(open, reader.reading);
});
panel.addEventListener("glosser-published", (event) => {
  event.preventDefault();
  if (open) void redate(open, (event as CustomEvent<{ published: string }>).detail.published);
});
takeAnywhere(ways);
addEventListener("hashchange", route);

/** All that the page itself says, in the language it speaks now. */
function label(): void {
  root.lang = words.lang;
  root.dir = words.dir;
  find("skip").textContent = words.library.skip;
  find("library").setAttribute("aria-label", words.library.label);
  for (const id of ["notes", "tabs"]) find(id).setAttribute("aria-label", words.panel.label);
  find("open-library").textContent = words.library.open;
  render(
    SECTIONS.map(
      (section) =>
        html`<button type="button" data-section=${section} aria-controls="notes" @click=${() => sheet.toggle("notes", section)}>${words.panel[section]}</button>`,
    ),
    find("tabs"),
  );
  draw();
  const { state } = root.dataset;
  if (state === "new") drawNew();
  if (state === "across") drawAcross();
}

onSpeak(label);
find("open-library").addEventListener("click", () => sheet.toggle("library"));
find("skip").addEventListener("click", (event) => {
  event.preventDefault();
  find("main").focus();
});
setState("idle");
label();
void speak(match([kept() ?? "", ...navigator.languages])).then(route);
if (location.protocol.startsWith("http")) void import("./installed").then(({ install }) => install(ways));
