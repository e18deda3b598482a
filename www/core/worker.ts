/** The worker: reads one article after another. It fetches nothing; the compiled module comes by message. */
import type { ArticleRecord, ReadOptions } from "../../pkg/glosser.js";
import { Engine } from "./engine";
import { explain, type PlainError, plain } from "./errors";

/** To the worker: first the module, then articles. */
export type Request = { module: WebAssembly.Module } | { id: number; text: string; options: ReadOptions };
/** From the worker: that it is ready, then an answer for each article. */
export type Answer = { ready: true } | { id: number; article: ArticleRecord } | { id: number; error: PlainError };

const scope = globalThis as unknown as {
  postMessage(answer: Answer): void;
  onmessage: ((event: MessageEvent<Request>) => void) | null;
};

let engine: Engine | undefined;

scope.onmessage = async ({ data }) => {
  if ("module" in data) {
    engine = new Engine(data.module);
    scope.postMessage({ ready: true });
    return;
  }
  try {
    if (!engine) return;
    scope.postMessage({ id: data.id, article: await engine.read(data.text, data.options) });
  } catch (thrown) {
    scope.postMessage({ id: data.id, error: plain(explain(thrown)) });
  }
};
