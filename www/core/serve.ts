/** What a worker does: it reads one article after another. It fetches nothing; the compiled module comes by message. */

import type { ReadOptions } from "../../pkg/glosser.js";
import { type AnyArticle, Engine, type Input, type Parts } from "./engine";
import { explain, type PlainError } from "./errors";

/** To the worker: first what its engine is made of, then articles. */
export type Request = Parts | { id: number; input: Input; options: ReadOptions; watched: boolean };

/** From the worker: that it is ready, then for each article the stages it is in, if they are watched, and an answer. */
export type Answer =
  | { ready: true }
  | { id: number; stage: string }
  | { id: number; article: AnyArticle }
  | { id: number; error: PlainError };

/** A worker's side of the line. */
export interface Scope {
  postMessage(answer: Answer): void;
  onmessage: ((event: { data: Request }) => void) | null;
}

/** Answers what comes. */
export function serve(scope: Scope): void {
  let engine: Engine | undefined;
  scope.onmessage = async ({ data }) => {
    if ("module" in data) {
      engine = new Engine(data);
      scope.postMessage({ ready: true });
      return;
    }
    const { id, input, options, watched } = data;
    const watch = watched ? (stage: string) => scope.postMessage({ id, stage }) : undefined;
    try {
      if (engine) scope.postMessage({ id, article: await engine.read(input, options, watch) });
    } catch (thrown) {
      scope.postMessage({ id, error: explain(thrown).toJSON() });
    }
  };
}
