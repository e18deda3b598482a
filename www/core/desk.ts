/** Where something is done for an article: this thread or a worker, with one manner of asking. */
import type { ReadOptions } from "../../pkg/glosser.js";
import type { Thread } from "./assets/index";
import { type AnyArticle, engineOf, type Input, type Parts } from "./engine";
import { GlosserError, revive } from "./errors";
import type { Answer, Request } from "./serve";
import { startWorker } from "./threads";

type Watch = ((stage: string) => void) | undefined;

export interface Desk {
  where: "worker" | "here";
  read(input: Input, options: ReadOptions, signal: AbortSignal | undefined, watch: Watch): Promise<AnyArticle>;
  close(): void;
}

export function gone(): GlosserError {
  return new GlosserError("disposed", "the reader was disposed of", "Make a new one with createReader().");
}

/** Reading on this thread. */
export function atHand(parts: Parts): Desk {
  const engine = engineOf(parts);
  return {
    where: "here",
    async read(input, options, signal, watch) {
      await breath();
      signal?.throwIfAborted();
      return engine.read(input, options, watch);
    },
    close() {},
  };
}

/** Lets others have a turn first: what the caller has just drawn is seen, other requests are answered. */
function breath(): Promise<void> {
  const { setImmediate = setTimeout } = globalThis as { setImmediate?: (then: () => void) => unknown };
  return new Promise((resolve) => setImmediate(resolve));
}

interface Job {
  request: Extract<Request, { input: Input }>;
  watch: Watch;
  /** What has come of its long lists. */
  pieces: Piece[];
  resolve(article: AnyArticle): void;
  reject(error: unknown): void;
}

export type Piece = Extract<Answer, { items: unknown[] }>;

/** What was read, with its long lists put together. */
export function whole<T extends object>(article: T, pieces: readonly Piece[]): T {
  const lists = article as unknown as Record<string, unknown[]>;
  for (const { list, items } of pieces) lists[list]?.push(...items);
  return article;
}

/** Reading in a worker; a new one takes over when a job is given up or a worker stops. */
export function away(first: Thread, parts: Parts, url: string | URL | undefined): Desk {
  const jobs = new Map<number, Job>();
  let count = 0;
  let generation = 0;
  let current: Thread | undefined;
  let fallback: Desk | undefined;
  attach(first);

  function attach(worker: Thread) {
    current = worker;
    worker.onmessage = ({ data }: { data: Answer }) => {
      if (!("id" in data)) return;
      const job = jobs.get(data.id);
      if ("stage" in data) job?.watch?.(data.stage);
      else if ("items" in data) job?.pieces.push(data);
      else if ("error" in data) job?.reject(revive(data.error));
      else job?.resolve(whole(data.article as AnyArticle, job.pieces));
    };
    worker.onerror = (event) => {
      event.preventDefault?.();
      for (const job of jobs.values()) job.reject(stopped(event.message));
      replace();
    };
    for (const job of jobs.values()) {
      // What a worker before this one has sent of it is sent again.
      job.pieces.length = 0;
      worker.postMessage(job.request);
    }
    worker.hold?.(jobs.size > 0);
  }

  async function replace() {
    current?.terminate();
    current = undefined;
    const mine = ++generation;
    const worker = await startWorker(parts, url);
    if (mine !== generation) {
      worker?.terminate();
      return;
    }
    if (worker) return attach(worker);
    fallback = atHand(parts);
    for (const { request, watch, resolve, reject } of jobs.values())
      fallback.read(request.input, request.options, undefined, watch).then(resolve, reject);
  }

  return {
    where: "worker",
    read(input, options, signal, watch) {
      if (fallback) return fallback.read(input, options, signal, watch);
      const request = { id: ++count, input: bare(input), options, watched: watch !== undefined };
      return new Promise((resolve, reject) => {
        const done = () => {
          signal?.removeEventListener("abort", abort);
          jobs.delete(request.id);
          current?.hold?.(jobs.size > 0);
        };
        const job: Job = {
          request,
          watch,
          pieces: [],
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
        current?.hold?.(true);
        // Between two workers there is none; the next one is handed all that waits.
        try {
          current?.postMessage(request);
        } catch (cause) {
          job.reject(
            new GlosserError("bad-option", "an option cannot be sent to the worker", "Give strings.", { cause }),
          );
        }
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

/** What of an input goes to the worker: a caller's object may hold what cannot be posted. */
function bare(input: Input): Input {
  if (typeof input !== "object" || input === null) return input;
  return "html" in input ? { html: input.html } : { text: input.text };
}

function stopped(why: string): GlosserError {
  return new GlosserError("crashed", `the worker stopped: ${why}`, "Read the text again; a new worker is at hand.");
}
