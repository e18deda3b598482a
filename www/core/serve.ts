/** What a worker does: it reads one article after another. It fetches nothing; the compiled module comes by message. */

import type { ReadOptions } from "../../pkg/glosser.js";
import { type AnyArticle, Engine, type Input, type Parts } from "./engine";
import { explain, type PlainError } from "./errors";

/** To the worker: first what its engine is made of, then articles. */
export type Request = Parts | { id: number; input: Input; options: ReadOptions; watched: boolean };

/**
 * From the worker: that it is ready, then for each article the stages it is in, if they are watched, its long lists in
 * pieces, and the answer with all else.
 */
export type Answer =
  | { ready: true }
  | { id: number; stage: string }
  | { id: number; list: string; items: unknown[] }
  | { id: number; article: AnyArticle }
  | { id: number; error: PlainError };

/** A worker's side of the line. */
export interface Scope {
  postMessage(answer: Answer): void;
  onmessage: ((event: { data: Request }) => void) | null;
}

/** Lists longer than this go over in pieces: whoever takes them in has turns for others. */
const PIECE = 1000;

/** Answers what comes. */
export function serve(scope: Scope): void {
  let engine: Engine | undefined;
  const answer = (id: number, article: AnyArticle) => {
    const rest: Record<string, unknown> = { ...article };
    for (const [list, items] of Object.entries(article)) {
      if (!Array.isArray(items) || items.length <= PIECE) continue;
      rest[list] = [];
      for (let at = 0; at < items.length; at += PIECE)
        scope.postMessage({ id, list, items: items.slice(at, at + PIECE) });
    }
    scope.postMessage({ id, article: rest as unknown as AnyArticle });
  };
  scope.onmessage = async ({ data }) => {
    if ("module" in data) {
      engine = new Engine(data);
      scope.postMessage({ ready: true });
      return;
    }
    const { id, input, options, watched } = data;
    const watch = watched ? (stage: string) => scope.postMessage({ id, stage }) : undefined;
    try {
      if (engine) answer(id, await engine.read(input, options, watch));
    } catch (thrown) {
      scope.postMessage({ id, error: explain(thrown).toJSON() });
    }
  };
}
