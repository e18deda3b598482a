import type { ReadOptions } from "../../pkg/glosser.js";
import { assets } from "./assets/index";
import { atHand, away, type Desk, gone } from "./desk";
import type { AnyArticle, ArticleOf, Input, Parts } from "./engine";
import { explain, type GlosserError } from "./errors";
import type { WasmSource } from "./module";
import {
  bad,
  callback,
  checked,
  count,
  isSource,
  kindOf,
  LOAD,
  PLACES,
  picked,
  type Rules,
  SAID,
  signal,
} from "./options";
import { type PlacesSource, partsOf } from "./places";
import { startWorker } from "./threads";

/** How a reader is set up; all of it can be left out. */
export interface ReaderOptions {
  /** Where the WebAssembly is; by default where the entry of the package has it. */
  wasm?: WasmSource | undefined;
  /**
   * Another gazetteer than the one in the WebAssembly: `large` for the one of 246,663 places beside it (1.6 MB, loaded with the
   * first read), or the address or bytes of one.
   */
  places?: PlacesSource | undefined;
  /**
   * `auto`: in a worker where one can be had, else on the calling thread; in Node only if `workers` is given. `off`: always
   * on the calling thread.
   */
  worker?: "auto" | "off" | undefined;
  /** How many workers at most, for many articles at once; 1 if left out. They are started as they are needed. */
  workers?: number | undefined;
  /** Address of the worker script; by default beside the script. */
  workerUrl?: string | URL | undefined;
}

/** How far reading has come. */
export interface Progress {
  /** What begins now: `load` (the WebAssembly), then the stages of reading, at last `done`. */
  stage: "load" | "text" | "dates" | "names" | "entities" | "places" | "quotes" | "summary" | "done";
  /** How many stages are behind. */
  done: number;
  /** How many there are. */
  total: number;
}

const STAGES: readonly Progress["stage"][] = [
  "load",
  "text",
  "dates",
  "names",
  "entities",
  "places",
  "quotes",
  "summary",
  "done",
];

/** What may be said with one article. */
export interface ReadSettings extends ReadOptions {
  /**
   * Gives the article up: the promise is rejected with the signal's reason, and a worker that reads it is ended. The calling
   * thread cannot be stopped halfway.
   */
  signal?: AbortSignal | undefined;
  /** Called as reading goes on; a long text takes seconds. What it throws rejects the promise. */
  onProgress?: ((progress: Progress) => void) | undefined;
}

/** What may be said with many articles. */
export interface ReadManyOptions extends ReadOptions {
  /** Ends the whole run; the loop throws the signal's reason. */
  signal?: AbortSignal | undefined;
  /** Called after each article with how many are done. */
  onProgress?: ((progress: { done: number }) => void) | undefined;
}

/** What became of one of many: the article, or why there is none. */
export type Outcome<T> =
  | { input: T; article: ArticleOf<T>; error?: undefined }
  | { input: T; article?: undefined; error: GlosserError };

/** Reads articles without holding up the page. */
export interface Reader {
  /**
   * Reads one article. Rejects with a `GlosserError`, or with the signal's reason. What the article brings of its own,
   * `{ text, published }`, holds over the settings; other properties of it are left alone.
   *
   * ```js
   * const article = await reader.read("Mayor Ina Berg spoke in Berlin on Tuesday.", { published: "2021-05-06" });
   * article.dates[0].value; // "2021-05-04"
   * ```
   */
  read<T extends Input>(input: T, settings?: ReadSettings | null): Promise<ArticleOf<T>>;
  /**
   * Reads many, in their order, some ahead of the loop. What goes wrong with one is told with that one and ends nothing.
   *
   * ```js
   * for await (const { input, article, error } of reader.readMany([{ id: 1, text: "Rain fell in Berlin." }])) {
   *   if (error) console.error(input.id, error.code, error.hint);
   *   else console.log(input.id, article.entities.map((entity) => entity.name));
   * }
   * ```
   */
  readMany<T extends Input>(
    inputs: Iterable<T> | AsyncIterable<T>,
    options?: ReadManyOptions | null,
  ): AsyncGenerator<Outcome<T>, void, undefined>;
  /** Where reading happens; known after the first read. */
  readonly where: "worker" | "here" | undefined;
  /** Ends the workers. Reads under way are rejected. */
  dispose(): void;
  /** The same, for `using reader = createReader()`. */
  [Symbol.dispose](): void;
}

const READER: Rules<ReaderOptions> = {
  ...LOAD,
  places: PLACES,
  worker: { fits: (value) => value === "auto" || value === "off", hint: "Choose auto or off." },
  workers: count,
  workerUrl: { fits: isSource, hint: "Give the address of the worker script." },
};
const SETTINGS: Rules<ReadSettings> = { ...SAID, signal, onProgress: callback };

/**
 * A reader. Nothing is loaded before the first read.
 *
 * ```js
 * const reader = createReader();
 * const { entities } = await reader.read("Mayor Ina Berg spoke in Berlin.");
 * entities[0].name; // "Ina Berg"
 * entities[1].place.country; // "DE"
 * reader.dispose();
 * ```
 */
export function createReader(options?: ReaderOptions | null): Reader {
  const { worker, workers, workerUrl, ...sources } = checked(options, READER);
  const most = workers ?? 1;
  const seats: { desk: Promise<Desk>; load: number }[] = [];
  let loaded: Promise<Parts> | undefined;
  let where: Reader["where"];
  let disposed = false;

  async function open(): Promise<Desk> {
    loaded ??= partsOf(sources);
    // What cannot be had now may be had the next time.
    loaded.catch(() => {
      loaded = undefined;
    });
    const parts = await loaded;
    const wanted = worker !== "off" && (assets().away || workers !== undefined);
    const thread = wanted ? await startWorker(parts, workerUrl) : undefined;
    const opened = thread ? away(thread, parts, workerUrl) : atHand(parts);
    where = opened.where;
    if (disposed) opened.close();
    return opened;
  }

  /** The desk with the least to do; another one, where all are busy and more may be. */
  function seat() {
    let best = seats.reduce<(typeof seats)[number] | undefined>((a, b) => (a && a.load <= b.load ? a : b), undefined);
    if (!best || (best.load > 0 && seats.length < most)) {
      const added = { desk: open(), load: 0 };
      seats.push(added);
      added.desk.catch(() => seats.splice(seats.indexOf(added), 1));
      best = added;
    }
    return best;
  }

  async function read(input: Input, { signal, onProgress, ...common }: ReadSettings): Promise<AnyArticle> {
    if (disposed) throw gone();
    const known = { ...common, ...(typeof input === "object" && input !== null ? picked(input, SAID) : {}) };
    signal?.throwIfAborted();
    const watch = onProgress && watched(onProgress);
    watch?.tell("load");
    const chosen = seat();
    chosen.load++;
    try {
      const desk = await chosen.desk;
      signal?.throwIfAborted();
      if (disposed) throw gone();
      const article = await desk.read(input, known, signal, watch?.tell);
      signal?.throwIfAborted();
      watch?.end();
      return article;
    } finally {
      chosen.load--;
    }
  }

  async function* readMany<T extends Input>(
    inputs: Iterable<T> | AsyncIterable<T>,
    options?: ReadManyOptions | null,
  ): AsyncGenerator<Outcome<T>, void, undefined> {
    const { onProgress, ...common } = checked(options, SETTINGS as Rules<ReadManyOptions>);
    const settle = async (input: T): Promise<Outcome<T>> => {
      try {
        return { input, article: await read(input, common) } as Outcome<T>;
      } catch (thrown) {
        if (disposed || common.signal?.aborted) throw thrown;
        return { input, error: explain(thrown) };
      }
    };
    const source = begun(inputs);
    const ahead: Promise<Outcome<T>>[] = [];
    let coming: Promise<IteratorResult<T>> | undefined;
    let ended = false;
    let done = 0;
    try {
      while (!ended || ahead.length > 0) {
        if (!ended && ahead.length < 2 * most) coming ??= Promise.resolve(source.next());
        // Whichever is first: an input that comes late holds up no article that is read.
        const events: Promise<{ outcome: Outcome<T> } | { next: IteratorResult<T> }>[] = [];
        if (ahead[0]) events.push(ahead[0].then((outcome) => ({ outcome })));
        if (coming) events.push(coming.then((next) => ({ next })));
        const event = await Promise.race(events);
        if ("outcome" in event) {
          ahead.shift();
          onProgress?.({ done: ++done });
          yield event.outcome;
        } else {
          coming = undefined;
          if (event.next.done) ended = true;
          else {
            const settled = settle(event.next.value);
            // Should the loop be left before its turn, nobody waits for it.
            settled.catch(() => {});
            ahead.push(settled);
          }
        }
      }
    } finally {
      // Not waited for: a source that is asked already answers when it will.
      if (!ended) Promise.resolve(source.return?.()).catch(() => {});
    }
  }

  function dispose(): void {
    disposed = true;
    for (const { desk } of seats) desk.then((opened) => opened.close()).catch(() => {});
  }

  return {
    get where() {
      return where;
    },
    read: (async (input: Input, settings?: ReadSettings | null) =>
      read(input, checked(settings, SETTINGS))) as Reader["read"],
    readMany,
    dispose,
    [Symbol.dispose]: dispose,
  };
}

/** What is gone through: a string would be read letter by letter. */
function begun<T>(inputs: Iterable<T> | AsyncIterable<T>): Iterator<T> | AsyncIterator<T> {
  if (typeof inputs === "object" && inputs !== null) {
    if (Symbol.asyncIterator in inputs) return inputs[Symbol.asyncIterator]();
    if (Symbol.iterator in inputs) return inputs[Symbol.iterator]();
  }
  throw bad(`the list of articles is ${kindOf(inputs)}`, "Give an array of texts, or something else to go through.");
}

/** Tells how far it is, each stage once. What the listener throws is thrown at the end: it must not stop a worker or a trap. */
function watched(onProgress: (progress: Progress) => void) {
  let behind = -1;
  let failed: { thrown: unknown } | undefined;
  const tell = (stage: string) => {
    const done = STAGES.indexOf(stage as Progress["stage"]);
    if (done <= behind || failed) return;
    behind = done;
    try {
      onProgress({ stage: STAGES[done] as Progress["stage"], done, total: STAGES.length - 1 });
    } catch (thrown) {
      failed = { thrown };
    }
  };
  const end = () => {
    tell("done");
    if (failed) throw failed.thrown;
  };
  return { tell, end };
}
