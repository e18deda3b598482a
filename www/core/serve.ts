/** What a worker does: it reads one article after another. It fetches nothing; the compiled module comes by message. */

import type { ArticleRecord, Library, LibraryRecord, ReadOptions, SourceOptions } from "../../pkg/glosser.js";
import { type AnyArticle, Engine, type Input, type Parts } from "./engine";
import { explain, type PlainError } from "./errors";

/** What is done with the library of a worker: an article comes, another goes, all of them are told. */
export type Act = ["add", string, ArticleRecord, string, SourceOptions] | ["remove", string] | ["record"];

/** To the worker: first what its engine is made of, then articles to read, or what is done with those that have been read. */
export type Request =
  | Parts
  | { id: number; input: Input; options: ReadOptions; watched: boolean }
  | { id: number; act: Act };

/**
 * From the worker: that it is ready, then for each article the stages it is in, if they are watched, its long lists in
 * pieces, and the answer with all else.
 */
export type Answer =
  | { ready: true }
  | { id: number; stage: string }
  | { id: number; list: string; items: unknown[] }
  | { id: number; article: AnyArticle | LibraryRecord }
  | { id: number; error: PlainError };

/** A worker's side of the line. */
export interface Scope {
  postMessage(answer: Answer): void;
  onmessage: ((event: { data: Request }) => void) | null;
}

/** Lists longer than this go over in pieces: whoever takes them in has turns for others. What a library tells of each article is long. */
const [PIECE, STORY_PIECE] = [1000, 50];

/** Answers what comes. */
export function serve(scope: Scope): void {
  let engine: Engine | undefined;
  let library: Promise<Library> | undefined;
  const answer = (id: number, article: AnyArticle | LibraryRecord, piece = PIECE) => {
    const rest: Record<string, unknown> = { ...article };
    for (const [list, items] of Object.entries(article)) {
      if (!Array.isArray(items) || items.length <= piece) continue;
      rest[list] = [];
      for (let at = 0; at < items.length; at += piece)
        scope.postMessage({ id, list, items: items.slice(at, at + piece) });
    }
    scope.postMessage({ id, article: rest as unknown as AnyArticle });
  };
  const told = async ([what, ...of]: Act) => {
    library ??= (engine as Engine).library();
    const shelf = await library;
    return (shelf[what] as (...of: unknown[]) => LibraryRecord)(...of);
  };
  scope.onmessage = async ({ data }) => {
    if ("module" in data) {
      engine = new Engine(data);
      scope.postMessage({ ready: true });
      return;
    }
    const { id } = data;
    try {
      if ("act" in data) {
        const record = await told(data.act);
        if (data.act[0] === "record") answer(id, record, STORY_PIECE);
        return;
      }
      const { input, options, watched } = data;
      const watch = watched ? (stage: string) => scope.postMessage({ id, stage }) : undefined;
      if (engine) answer(id, await engine.read(input, options, watch));
    } catch (thrown) {
      scope.postMessage({ id, error: explain(thrown).toJSON() });
    }
  };
}
