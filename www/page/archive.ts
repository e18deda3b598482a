/**
 * Own articles beyond the page: on this device, in IndexedDB, where the reader of the page has asked for it; and the whole
 * library as a file. Comes when it is needed.
 */
import type { Brought } from "./bring";
import type { Library } from "./library";

/** An article as it is kept, and as it stands in a file of the whole library. */
export interface Kept {
  id: string;
  title: string;
  text: string;
  published?: string;
  named?: boolean;
}

const NAME = "glosser";
const STORE = "articles";
const FORMAT = "glosser-library";

/** All that is kept; nothing where nothing may be. */
export async function kept(): Promise<Kept[]> {
  const found = await within("readonly", (store) => store.getAll());
  return (found as Kept[] | undefined) ?? [];
}

/** Keeps an article, or what has become of it. False where the browser keeps nothing. */
export async function keep({ id, title, text, published, named }: Kept): Promise<boolean> {
  const article: Kept = { id, title, text, ...(published ? { published } : {}), ...(named ? { named } : {}) };
  return (await within("readwrite", (store) => store.put(article))) !== undefined;
}

/** Forgets an article, or all of them. */
export async function forget(id?: string): Promise<void> {
  await within("readwrite", (store) => (id === undefined ? store.clear() : store.delete(id)));
}

/** Does one thing with the store; nothing comes of it where there is none. */
async function within(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest): Promise<unknown> {
  try {
    const opening = indexedDB.open(NAME, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(STORE, { keyPath: "id" });
    const base = await done(opening);
    try {
      return await done(act(base.transaction(STORE, mode).objectStore(STORE)));
    } finally {
      base.close();
    }
  } catch {
    // A private window, or storage that is full: articles then last as long as the page.
    return undefined;
  }
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** All articles of a library with what was read in them, as a file. */
export async function toJson(library: Library): Promise<string> {
  await library.readRest();
  const articles = library.sources.map((source) => {
    const { title, text, published } = source;
    return { title, text, published, record: library.reading(source)?.record };
  });
  return JSON.stringify({ format: FORMAT, version: 1, articles });
}

/** The articles in such a file; nothing if it is no such file. */
export function fromJson(json: string): Brought[] | undefined {
  try {
    const { format, articles } = JSON.parse(json) as { format?: string; articles?: Brought[] };
    if (format !== FORMAT || !Array.isArray(articles)) return undefined;
    return articles.flatMap(({ title, text, published }) =>
      typeof text === "string" ? [{ text, ...(title ? { title } : {}), ...(published ? { published } : {}) }] : [],
    );
  } catch {
    return undefined;
  }
}
