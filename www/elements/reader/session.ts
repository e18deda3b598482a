/** What has been read in an article, and corrected since. */
import type { ArticleRecord } from "../../core/index";
import { words } from "../../locales/index";
import { type Correction, correct, History } from "../corrections";
import { type Annotation, GlosserError, read } from "../engine";
import { fromJson, isAbout, loadCorrections, saveCorrections } from "../kept";
import type { Marks } from "../marks";
import { carry, Reading, reproject, type Stop } from "../reading";
import { rest } from "../rest";
import { watch } from "../watch";
import type { Inner } from "./inner";

/** What comes of reading: the text as it stands in the page, the record of it, and the text that corrections are kept by. */
interface Read {
  annotation: Annotation;
  text: string;
  source: string;
  record: ArticleRecord;
}

export class Session {
  readonly #inner: Inner;
  /** The record as it was read, before corrections. */
  #read: ArticleRecord | undefined;
  #source = "";
  #run: AbortController | undefined;
  #unwatch: (() => void) | undefined;

  constructor(inner: Inner) {
    this.#inner = inner;
  }

  /** The page may change its article: what has changed loses its paint at once, and is read anew when the page rests. */
  follow(): void {
    this.#unwatch = watch(
      this.#inner.root,
      (edits) => this.#inner.marks?.drop(edits),
      () => void this.#again(),
    );
  }

  /** Comes into a page, of which there may be another one in another tab. */
  enter(): void {
    addEventListener("storage", this.#elsewhere);
  }

  /** What another tab has kept about this article holds here too. */
  #elsewhere = ({ key }: StorageEvent): void => {
    const { host } = this.#inner;
    if (host.store !== "local" || !this.#read || !host.reading || !isAbout(this.#source, key)) return;
    host.history = new History(loadCorrections(this.#source, this.#read));
    this.#renew(host.reading.text);
    this.#inner.told("glosser-correction", { reading: host.reading, corrections: host.history.steps });
    this.#shown();
  };

  /** Shows once more what was read, in a page it has come back to. */
  resume(): void {
    const { reading } = this.#inner.host;
    if (reading && this.#read) void this.adopt(this.#read, reading.text);
  }

  /** Gives up what is being read. */
  stop(): void {
    this.#run?.abort();
  }

  /** Leaves the page. */
  leave(): void {
    this.stop();
    this.#unwatch?.();
    removeEventListener("storage", this.#elsewhere);
  }

  read(): Promise<Reading | undefined> {
    return this.#start(async (marks, signal) => {
      const annotation = await marks.annotate();
      const text = annotation.text();
      const record = await this.#analyse(text, this.#inner.host.published, signal);
      return { annotation, text, record, source: text };
    });
  }

  adopt(record: ArticleRecord, source: string): Promise<Reading | undefined> {
    return this.#start(async (marks, signal) => {
      const annotation = await marks.annotate();
      const text = annotation.text();
      await rest();
      const moved = reproject(record, source, text) ?? (await this.#analyse(text, record.published, signal));
      return { annotation, text, source, record: moved };
    });
  }

  #analyse(text: string, published: string | null | undefined, signal: AbortSignal): Promise<ArticleRecord> {
    const inner = this.#inner;
    const warn = ({ code, message }: GlosserError) => inner.told("glosser-warning", { code, message });
    return read(text, { ...(published ? { published } : {}), signal }, { places: inner.host.places, warn });
  }

  async #start(work: (marks: Marks, signal: AbortSignal) => Promise<Read>): Promise<Reading | undefined> {
    const inner = this.#inner;
    const { host, marks } = inner;
    if (!marks) return undefined;
    const { signal } = this.#anew();
    host.state = "reading";
    host.close();
    inner.changed();
    try {
      const read = await work(marks, signal);
      await rest();
      if (signal.aborted) {
        read.annotation.free();
        return undefined;
      }
      marks.use(read.annotation);
      this.#take(read);
      await rest();
      if (signal.aborted) return undefined;
      inner.mark();
      host.state = "ready";
      await host.updateComplete;
      await rest();
      if (signal.aborted) return undefined;
      inner.stage.layout();
      inner.told("glosser-result", { reading: host.reading });
      inner.changed();
      return host.reading;
    } catch (cause) {
      // Given up by us, or because the page is being left.
      if (!signal.aborted && (cause as Error)?.name !== "AbortError") this.#fail(cause);
      return undefined;
    }
  }

  #anew(): AbortController {
    this.#run?.abort();
    this.#run = new AbortController();
    return this.#run;
  }

  #take({ record, source, text }: Read): void {
    const { host } = this.#inner;
    this.#read = record;
    this.#source = source;
    host.history = new History(host.store === "local" ? loadCorrections(source, record) : []);
    host.reading = new Reading(correct(record, host.history.steps, text), text);
    host.held = this.#inner.hovered = undefined;
    host.current = host.reading.stops[0];
    host.error = undefined;
  }

  #fail(cause: unknown): void {
    const { host } = this.#inner;
    const error =
      cause instanceof GlosserError
        ? cause
        : new GlosserError("crashed", String((cause as Error)?.message ?? cause), "");
    host.error = error;
    host.state = "error";
    // Said once, where those look who can do something about it.
    if (!host.manual) console.error(`Glosser: ${error.message}. ${error.hint}`);
    this.#inner.told("glosser-error", { code: error.code, hint: error.hint });
    this.#inner.changed();
  }

  // — when the page has changed its article —

  /** Reads again what the page has changed, without noise: what is open, in hand and marked stays as far as it holds. */
  async #again(): Promise<void> {
    const inner = this.#inner;
    const { host, marks } = inner;
    const before = this.#read;
    if (!marks || !host.reading || !before || host.state !== "ready") {
      void this.read();
      return;
    }
    const annotation = await marks.annotate();
    if (!host.isConnected || inner.marks !== marks) {
      annotation.free();
      return;
    }
    const text = annotation.text();
    const edited = text !== host.reading.text;
    marks.use(annotation);
    if (edited) {
      this.#read = carry(before, host.reading.text, text);
      this.#source = text;
      this.#renew(text);
      const lost = before.mentions.length - this.#read.mentions.length + before.dates.length - this.#read.dates.length;
      if (lost) inner.told("glosser-anchors-lost", { lost });
    }
    this.#shown();
    if (!edited) return;
    const { signal } = this.#anew();
    try {
      const record = await this.#analyse(text, host.published, signal);
      if (signal.aborted || host.reading?.text !== text) return;
      this.#read = record;
      this.#renew(text);
      inner.told("glosser-result", { reading: host.reading });
      this.#shown();
    } catch {
      // The next edit, or the host, reads again; what is marked holds.
    }
  }

  #shown(): void {
    this.#inner.mark();
    this.#inner.stage.layout();
    this.#inner.changed();
  }

  /** The reading made anew from what was read and corrected; what was in hand stays there, if it is still named. */
  #renew(text: string): void {
    if (!this.#read) return;
    const { host } = this.#inner;
    const { open, current, held } = host;
    const reading = new Reading(correct(this.#read, host.history.steps, text), text);
    host.reading = reading;
    const same = (stop: Stop | undefined) => stop && reading.mentionsOf(stop.key).find((s) => s.start >= stop.start);
    host.current = same(current) ?? reading.stops[0];
    if (held && !reading.mentionsOf(held).length) host.held = undefined;
    this.#inner.hovered = undefined;
    if (!open) return;
    const still = same(open);
    if (still && open.list !== "selection") host.open = still;
    else host.close();
  }

  // — corrections —

  /** Changes what is corrected: kept first, shown then. */
  rewrite(change: (history: History) => void): void {
    const inner = this.#inner;
    const { host, stage, keyboard } = inner;
    if (!this.#read || !host.reading) return;
    const before = [...host.history.steps];
    change(host.history);
    const kept = host.store !== "local" || saveCorrections(this.#source, host.history.steps, before);
    const at = (host.open ?? host.current)?.start ?? 0;
    const inCard = keyboard.inCard;
    host.close();
    inner.picker.drop();
    const { text } = host.reading;
    host.reading = new Reading(correct(this.#read, host.history.steps, text), text);
    host.current = host.reading.stops.find((stop) => stop.start >= at) ?? host.reading.stops[0];
    host.held = inner.hovered = undefined;
    inner.mark();
    stage.layout();
    if (inCard) keyboard.focusProxy();
    if (kept) host.announce(words.correct.made(host.history.acts));
    else inner.warn("not-kept", words.correct.lost);
    inner.told("glosser-correction", { reading: host.reading, corrections: host.history.steps });
    inner.changed();
  }

  /** The corrections of a file that are not made already; nothing if it is no such file. */
  fresh(json: string): Correction[] | undefined {
    const known = new Set(this.#inner.host.history.steps.map((step) => JSON.stringify(step)));
    return fromJson(json)?.filter((step) => !known.has(JSON.stringify(step)));
  }
}
