import type { ArticleRecord, ReadOptions } from "../../pkg/glosser.js";
import * as assets from "./assets";
import { Engine } from "./engine";
import { GlosserError, revive } from "./errors";
import { moduleOf, type WasmSource } from "./module";
import { workerAddress } from "./trusted";
import type { Answer, Request } from "./worker";

/** How a reader is set up; all of it can be left out. */
export interface ReaderOptions {
  /** Where the WebAssembly is; by default beside the script. */
  wasm?: WasmSource | undefined;
  /** `auto`: in a worker where one can be had, else on the calling thread. `off`: always on the calling thread. */
  worker?: "auto" | "off" | undefined;
  /** Address of the worker script; by default beside the script. */
  workerUrl?: string | URL | undefined;
}

/** Reads articles, one after another, without holding up the page. */
export interface Reader {
  /** Reads one article. Rejects with a GlosserError, or with the signal's reason. */
  read(text: string, options?: ReadOptions & { signal?: AbortSignal | undefined }): Promise<ArticleRecord>;
  /** Where reading happens; known after the first read. */
  readonly where: "worker" | "here" | undefined;
  /** Ends the worker. Reads under way are rejected. */
  dispose(): void;
}

/** Where something is done for an article: a worker or this thread. */
interface Desk {
  where: "worker" | "here";
  read(text: string, options: ReadOptions, signal: AbortSignal | undefined): Promise<ArticleRecord>;
  close(): void;
}

/** A reader. Nothing is loaded before the first read. */
export function createReader(options: ReaderOptions = {}): Reader {
  let desk: Promise<Desk> | undefined;
  let where: Reader["where"];
  let disposed = false;

  async function open(): Promise<Desk> {
    const module = await moduleOf(options.wasm);
    const worker = options.worker === "off" ? undefined : await startWorker(module, options.workerUrl);
    const opened = worker ? away(worker, module, options.workerUrl) : atHand(module);
    where = opened.where;
    return opened;
  }

  return {
    get where() {
      return where;
    },
    async read(text, { published, title, signal } = {}) {
      if (disposed) throw gone();
      signal?.throwIfAborted();
      desk ??= open();
      let ready: Desk;
      try {
        ready = await desk;
      } catch (error) {
        desk = undefined;
        throw error;
      }
      signal?.throwIfAborted();
      if (disposed) throw gone();
      return ready.read(text, { published, title }, signal);
    },
    dispose() {
      disposed = true;
      desk?.then((opened) => opened.close()).catch(() => {});
    },
  };
}

function gone(): GlosserError {
  return new GlosserError("disposed", "the reader was disposed of", "Make a new one with createReader().");
}

/** Reading on this thread. */
function atHand(module: WebAssembly.Module): Desk {
  const engine = new Engine(module);
  return {
    where: "here",
    async read(text, options, signal) {
      // A breath first, so that what the caller has just drawn is seen.
      await new Promise((resolve) => setTimeout(resolve));
      signal?.throwIfAborted();
      return engine.read(text, options);
    },
    close() {},
  };
}

interface Job {
  request: Request & { id: number };
  resolve(article: ArticleRecord): void;
  reject(error: unknown): void;
}

/** Reading in a worker; a new one takes over when a job is given up or a worker stops. */
function away(first: Worker, module: WebAssembly.Module, url: string | URL | undefined): Desk {
  const jobs = new Map<number, Job>();
  let count = 0;
  let generation = 0;
  let current: Worker | undefined;
  let fallback: Desk | undefined;
  attach(first);

  function attach(worker: Worker) {
    current = worker;
    worker.onmessage = ({ data }: MessageEvent<Answer>) => {
      if (!("id" in data)) return;
      if ("error" in data) jobs.get(data.id)?.reject(revive(data.error));
      else jobs.get(data.id)?.resolve(data.article);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      for (const job of jobs.values()) job.reject(stopped(event.message));
      replace();
    };
    for (const job of jobs.values()) worker.postMessage(job.request);
  }

  async function replace() {
    current?.terminate();
    current = undefined;
    const mine = ++generation;
    const worker = await startWorker(module, url);
    if (mine !== generation) return worker?.terminate();
    if (worker) return attach(worker);
    fallback = atHand(module);
    for (const { request, resolve, reject } of jobs.values()) {
      if ("text" in request) fallback.read(request.text, request.options, undefined).then(resolve, reject);
    }
  }

  return {
    where: "worker",
    read(text, options, signal) {
      if (fallback) return fallback.read(text, options, signal);
      const request = { id: ++count, text, options };
      return new Promise<ArticleRecord>((resolve, reject) => {
        const done = () => {
          jobs.delete(request.id);
          signal?.removeEventListener("abort", abort);
        };
        const job: Job = {
          request,
          resolve(article) {
            done();
            resolve(article);
          },
          reject(error) {
            done();
            reject(error);
          },
        };
        const abort = () => {
          job.reject(signal?.reason);
          replace();
        };
        signal?.addEventListener("abort", abort, { once: true });
        jobs.set(request.id, job);
        // Between two workers there is none; the next one is handed all that waits.
        current?.postMessage(request);
      });
    },
    close() {
      generation++;
      current?.terminate();
      current = undefined;
      for (const job of jobs.values()) job.reject(gone());
    },
  };
}

function stopped(why: string): GlosserError {
  return new GlosserError("crashed", `the worker stopped: ${why}`, "Read the text again; a new worker is at hand.");
}

/** A worker that has said it is ready. Policies, old browsers and odd addresses fail here, in many ways. */
async function startWorker(module: WebAssembly.Module, url?: string | URL): Promise<Worker | undefined> {
  if (typeof Worker === "undefined") return undefined;
  try {
    const worker = new Worker(workerAddress(url ?? assets.workerUrl()));
    const ready = await new Promise<boolean>((resolve) => {
      worker.onmessage = () => resolve(true);
      worker.onerror = (event) => {
        event.preventDefault();
        resolve(false);
      };
      worker.onmessageerror = () => resolve(false);
      worker.postMessage({ module } satisfies Request);
    });
    if (ready) return worker;
    worker.terminate();
  } catch {
    // Not allowed here: the calling thread reads.
  }
  return undefined;
}
