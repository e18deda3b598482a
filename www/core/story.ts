/**
 * Several articles as one story, which a worker puts together: of a thousand that takes a second, and what comes of it comes in
 * pieces, so the page goes on meanwhile.
 */
import type { ArticleRecord, LibraryRecord, SourceOptions } from "../../pkg/glosser.js";
import { assets, type Thread } from "./assets/index";
import { type Piece, whole } from "./desk";
import { GlosserError, revive } from "./errors";
import { moduleOf } from "./module";
import type { Act } from "./serve";
import { createLibrary } from "./shelf";
import { startWorker } from "./threads";

export interface Story {
  add(id: string, article: ArticleRecord, text: string, about: SourceOptions): void;
  remove(id: string): void;
  /** Everything that is known of the articles together. */
  record(): Promise<LibraryRecord>;
  /** Lets the worker go. */
  close(): void;
}

/** A story without articles; where no worker can be had, it is told on this thread. */
export async function createStory(): Promise<Story> {
  const module = await moduleOf(undefined);
  const thread = assets().away ? await startWorker({ module }) : undefined;
  if (thread) return away(thread);
  const library = await createLibrary();
  return {
    add: library.add,
    remove: library.remove,
    record: async () => library.record(),
    close() {},
  };
}

interface Job {
  pieces: Piece[];
  resolve(record: LibraryRecord): void;
  reject(error: unknown): void;
}

function away(thread: Thread): Story {
  const jobs = new Map<number, Job>();
  let count = 0;
  const post = (act: Act) => thread.postMessage({ id: ++count, act });
  const fail = (error: unknown) => {
    for (const { reject } of jobs.values()) reject(error);
    jobs.clear();
  };
  thread.onmessage = ({ data }) => {
    if (!("id" in data)) return;
    // An article that could not be added spoils what is told next.
    if ("error" in data) fail(revive(data.error));
    const job = jobs.get(data.id);
    if (!job) return;
    if ("items" in data) job.pieces.push(data);
    if (!("article" in data)) return;
    jobs.delete(data.id);
    job.resolve(whole(data.article as LibraryRecord, job.pieces));
  };
  thread.onerror = (event) => {
    event.preventDefault?.();
    fail(new GlosserError("crashed", `the worker stopped: ${event.message}`, "Put the articles together again."));
  };
  return {
    add: (...of) => post(["add", ...of]),
    remove: (id) => post(["remove", id]),
    record: () =>
      new Promise((resolve, reject) => {
        post(["record"]);
        jobs.set(count, { pieces: [], resolve, reject });
      }),
    close: () => thread.terminate(),
  };
}
