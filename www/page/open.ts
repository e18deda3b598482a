/** Opens an article: it is read, set, marked; or it is said why not. */
import type { ArticleRecord } from "../core/index";
import { GlosserError, read } from "../elements/engine";
import { Reading } from "../elements/reading";
import { register } from "../elements/register";
import { words } from "../locales/index";
import { build, plain } from "./article";
import type { Source } from "./corpus";
import { recordOfFirst } from "./first";
import { gazetteer } from "./gazetteer";
import { drawHead, drawNotices, drawProgress } from "./head";
import { about } from "./library";
import { library, type Notice, page, reader, setState } from "./parts";
import { resume } from "./progress";
import { drawLibrary } from "./shelf";

/** A text longer than this takes seconds: how far it has come is shown, and it can be stopped. */
const LONG = 200_000;

/** Draws all that stands around the article. */
export function draw(): void {
  drawHead();
  drawNotices();
  drawLibrary();
}

export async function show(source: Source): Promise<void> {
  const turned = page.open !== source;
  // The first article stands in the page when it comes.
  const standing = reader.dataset.article === source.id;
  if (reader.dataset.article && !standing) reader.replaceChildren();
  delete reader.dataset.article;
  const signal = start(source);
  page.record = undefined;
  setState("reading");
  drawLibrary();
  let slow = 0;
  try {
    await source.fill?.();
    // On a first visit over a slow line there is something to read long before it can be marked.
    const long = source.text.length > LONG;
    if (!standing)
      slow = window.setTimeout(
        long ? () => drawProgress(source, () => stop(source)) : () => showText(source),
        long ? 250 : 80,
      );
    const record =
      standing && !library.places
        ? recordOfFirst()
        : await read(source.text, { ...about(source), signal }, gazetteer());
    clearTimeout(slow);
    if (signal.aborted) return;
    const article = build(record, source.text);
    if (!reader.firstElementChild?.isEqualNode(article)) reader.replaceChildren(article);
    if (turned && !standing) resume(source.id);
    await take(source, record, signal);
  } catch (cause) {
    if (!signal.aborted) fail(source, cause);
  } finally {
    clearTimeout(slow);
  }
}

/** The text as it is, as long as nothing is known of it. */
function showText(source: Source): void {
  reader.clear();
  reader.replaceChildren(plain(source.text, source.title));
  drawHead();
  drawNotices();
}

/** Reads an article once more, for another day of publication or with another gazetteer; the text stays where it is. */
export async function reread(source: Source, published = source.published): Promise<void> {
  const signal = start(source);
  setState("reading");
  try {
    const record = await read(source.text, { ...about(source, published), signal }, gazetteer());
    if (signal.aborted) return;
    if (published) source.published = published;
    library.changed(source);
    await take(source, record, signal);
  } catch (cause) {
    if (!signal.aborted) fail(source, cause);
  }
}

function start(source: Source): AbortSignal {
  page.run?.abort();
  page.run = new AbortController();
  page.open = source;
  page.notice = undefined;
  return page.run.signal;
}

/** What was read is marked in the text, and the page is told. */
async function take(source: Source, read: ArticleRecord, signal: AbortSignal): Promise<void> {
  page.record = read;
  library.keep(source, new Reading(read, source.text));
  await reader.adopt(read, source.text);
  if (signal.aborted) return;
  if (reader.state === "error") throw reader.error;
  // Marks are seen before what stands beside them; without it there is still the article.
  await import("./margin").catch(() => {});
  if (signal.aborted) return;
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
  page.run?.abort();
  giveUp(source, { text: words.state.stopped, retry: () => void show(source) });
}

function giveUp(source: Source, said: Notice): void {
  if (!page.record) {
    reader.clear();
    reader.replaceChildren(plain(source.text));
  }
  page.notice = said;
  setState("error");
  draw();
}
