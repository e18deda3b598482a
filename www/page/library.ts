/** The articles at hand: those that come with the reader, and those brought to it; and what is seen across them. */
import { correct } from "../elements/corrections";
import { createStory, type LibraryRecord, read, type Story } from "../elements/engine";
import { loadCorrections } from "../elements/kept";
import { Reading } from "../elements/reading";
import { rest } from "../elements/rest";
import { inOrder, type Member } from "../elements/together";
import { words } from "../locales/index";
import { titleIn, titleOf } from "./article";
import type { Brought } from "./bring";
import { corpus, type Source } from "./corpus";

/** A text longer than this is read when it is opened, and not before. */
const LONG = 200_000;

/** The address of an article, or of somebody, something or some day in it. */
export const link = (id: string, key?: string): string => `#/${id}${key ? `/${encodeURIComponent(key)}` : ""}`;

/** What is known of an article besides its text; a title made from the text tells nothing new. */
export function about({ title, own, named, ...source }: Source, published = source.published) {
  return { ...(published ? { published } : {}), ...(own && !named ? {} : { title }) };
}

/** Says in this browser that own articles are kept, if they are. */
const KEEPS = "glosser:library";

const archive = () => import("./archive");

/** Tells `removed` when an article has gone. */
export class Library extends EventTarget {
  readonly sources: Source[] = [...corpus];
  /** The gazetteer that is read with: `large`, or the one at hand. */
  places: string | undefined;
  readonly #readings = new Map<Source, Reading>();
  /** Articles that have been read, or corrected, since they were last put together. */
  readonly #fresh = new Set<Source>();
  #shelf: Promise<Story> | undefined;
  #story: LibraryRecord | undefined;
  /** Articles have come, gone or been corrected since the story was put together: that is done anew when it is asked for. */
  stale = true;
  #resting: Promise<void> | undefined;
  #count = 0;

  find(id: string): Source | undefined {
    return this.sources.find((source) => source.id === id);
  }

  add({ text, title, published }: Brought): Source {
    const named = title?.trim();
    const source: Source = {
      id: `own-${++this.#count}`,
      title: named || titleOf(text) || words.state.pasted,
      text,
      own: true,
      named: Boolean(named),
      ...(published ? { published } : {}),
    };
    this.sources.push(source);
    this.changed(source);
    return source;
  }

  /** Whether own articles stay on this device. */
  get keeps(): boolean {
    try {
      return localStorage.getItem(KEEPS) !== null;
    } catch {
      return false;
    }
  }

  /** Keeps own articles from now on, or forgets them; they stay as long as the page. */
  async keepOwn(on: boolean): Promise<void> {
    try {
      if (on) localStorage.setItem(KEEPS, "local");
      else localStorage.removeItem(KEEPS);
    } catch {
      return;
    }
    for (const source of this.sources) this.changed(source);
    if (!on) await (await archive()).forget();
  }

  /** Brings back what was kept. */
  async restore(): Promise<void> {
    if (!this.keeps) return;
    for (const { id, ...article } of await (await archive()).kept()) {
      this.#count = Math.max(this.#count, Number(id.slice("own-".length)) || 0);
      this.sources.push({ id, own: true, ...article });
    }
  }

  /** An article is new, or has another title or day of publication. */
  changed(source: Source): void {
    if (source.own && this.keeps) void archive().then(({ keep }) => keep(source));
  }

  remove(source: Source): void {
    this.sources.splice(this.sources.indexOf(source), 1);
    if (this.keeps) void archive().then(({ forget }) => forget(source.id));
    this.#readings.delete(source);
    this.#fresh.delete(source);
    this.stale = true;
    void this.#shelf?.then((shelf) => shelf.remove(source.id));
    this.dispatchEvent(new Event("removed"));
  }

  /** Keeps what was read of an article, or what has become of it by corrections; if nobody named it, it names itself. */
  keep(source: Source, reading: Reading): void {
    const title = source.own && !source.named && titleIn(reading.record, reading.text);
    if (title && title !== source.title) {
      source.title = title;
      this.changed(source);
    }
    this.#readings.set(source, reading);
    this.#fresh.add(source);
    this.stale = true;
  }

  /** The articles that have been read as one story; each is added once, one call after the other. */
  async together(): Promise<LibraryRecord> {
    this.#shelf = (this.#shelf ?? createStory()).then((shelf) => this.#addTo(shelf));
    try {
      const shelf = await this.#shelf;
      if (!this.stale && this.#story) return this.#story;
      // What comes or goes while it is being told makes it stale again.
      this.stale = this.#fresh.size > 0;
      this.#story = await shelf.record();
      return this.#story;
    } catch (cause) {
      // The next time all of them are put together anew.
      this.#shelf = undefined;
      for (const source of this.#readings.keys()) this.#fresh.add(source);
      this.stale = true;
      throw cause;
    }
  }

  async #addTo(shelf: Story): Promise<Story> {
    for (const source of this.#fresh) {
      this.#fresh.delete(source);
      const reading = this.#readings.get(source);
      if (!reading) continue;
      shelf.add(source.id, reading.record, reading.text, { title: source.title });
      await rest();
    }
    return shelf;
  }

  /** Reads all articles and puts them together, so that names lead from one to the others. */
  async whole(): Promise<void> {
    await this.readRest();
    await this.together();
  }

  /** The articles as one story, as far as they have been put together. */
  get story(): LibraryRecord | undefined {
    return this.#story;
  }

  /** All articles are to be read anew, with another gazetteer. */
  lookUpWith(places: string | undefined): void {
    this.places = places;
    this.#readings.clear();
  }

  /** What was read in an article, if it has been. */
  reading(source: Source): Reading | undefined {
    return this.#readings.get(source);
  }

  /** The day an article is from, as given or as found in it; empty if unknown. */
  published(source: Source): string {
    return source.published ?? this.#readings.get(source)?.record.published ?? "";
  }

  /** True while the rest of the library is being read. */
  get busy(): boolean {
    return this.#resting !== undefined;
  }

  /** Reads what has not been read. */
  readRest(): Promise<void> {
    this.#resting ??= this.#readAll().finally(() => {
      this.#resting = undefined;
    });
    return this.#resting;
  }

  async #readAll(): Promise<void> {
    // Others may be brought while these are read.
    const tried = new Set<Source>();
    const next = () => this.sources.find((source) => !this.#readings.has(source) && !tried.has(source));
    for (let source = next(); source; source = next()) {
      tried.add(source);
      try {
        await source.fill?.();
        if (source.text.length <= LONG) await this.#read(source);
      } catch {
        // It will be said when the article is opened.
      }
    }
  }

  async #read(source: Source): Promise<void> {
    const { text } = source;
    const record = await read(text, about(source), this);
    const reading = new Reading(correct(record, loadCorrections(text, record), text), text);
    if (this.sources.includes(source)) this.keep(source, reading);
  }

  /** Gives an article a day of publication: it is read anew, and finds its place in the story. */
  async date(source: Source, published: string): Promise<void> {
    source.published = published;
    this.changed(source);
    await this.#read(source);
    await this.together();
  }

  /** The story that own articles tell without those that come with the reader. */
  async ownStory(): Promise<LibraryRecord> {
    const shelf = await createStory();
    for (const [source, { record, text }] of this.#readings) {
      if (!source.own) continue;
      shelf.add(source.id, record, text, { title: source.title });
      await rest();
    }
    return shelf.record().finally(shelf.close);
  }

  /** The articles that have been read, in order of time; those of unknown days last. */
  members(): Member[] {
    return inOrder(
      this.sources.flatMap((source) => {
        const reading = this.#readings.get(source);
        return reading ? [{ id: source.id, title: source.title, reading }] : [];
      }),
    );
  }

  /** The other articles that name what `key` is in this one. */
  elsewhere(source: Source | undefined, key: string): { title: string; href: string }[] {
    const here = (at: { article: string; entity: string }) => at.article === source?.id && at.entity === key;
    const figure = this.#story?.figures.find(({ appearances }) => appearances.some(here));
    return (figure?.appearances ?? []).flatMap(({ article, entity }) => {
      const other = article === source?.id ? undefined : this.find(article);
      return other ? [{ title: other.title, href: link(article, entity) }] : [];
    });
  }
}
