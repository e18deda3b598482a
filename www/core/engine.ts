import { createGlue } from "glosser:glue";
import type {
  Annotation,
  ArticleRecord,
  Glosser,
  Library,
  PageRecord,
  ReadOptions,
  SourceOptions,
} from "../../pkg/glosser.js";
import { explain, GlosserError } from "./errors";
import { checkText } from "./options";

type Glue = typeof import("../../pkg/glosser.js");

/** A form that an article can be written in. */
export type ExportFormat = "markdown" | "text" | "csv" | "geojson" | "ics" | "jsonld" | "annotations";

/** Says of an element whether it is no part of the article. */
export type Skip = (element: Element) => boolean;

/** An article to read: its text, or the web page it stands in; also with what is known of it, `{ text, published }`. */
export type Input = string | (({ text: string } | { html: string }) & ReadOptions);

/** An article that was read from a web page: the text that offsets count in comes with it. */
export interface PageArticle extends ArticleRecord {
  /** The prose of the page. */
  text: string;
  /** The headline, if the page or the caller gave one. */
  title?: string;
}

/** What comes of an input. */
export type ArticleOf<T> = T extends { html: string } ? PageArticle : ArticleRecord;

/** What comes of any input. */
export type AnyArticle = ArticleRecord | PageArticle;

/** What an engine is made of. */
export interface Parts {
  module: WebAssembly.Module;
  /** A gazetteer instead of the one in the module. */
  places?: Uint8Array | undefined;
}

const engines = new WeakMap<object, Engine>();

/** The engine of this thread for a module, and another one for each gazetteer. */
export function engineOf(parts: Parts): Engine {
  const key = parts.places ?? parts.module;
  const known = engines.get(key) ?? new Engine(parts);
  engines.set(key, known);
  return known;
}

/**
 * One instance of the WebAssembly module, and a fresh one after a crash: a trap leaves an instance in an unknown
 * state, so nothing is ever called on it again.
 */
export class Engine {
  readonly #parts: Parts;
  #glue: Promise<Glue> | undefined;
  #reader: Glosser | undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Reads one article, in a text or in a web page; throws a GlosserError. */
  async read(input: Input, given: ReadOptions = {}, watch?: (stage: string) => void): Promise<AnyArticle> {
    const text = typeof input === "string" ? input : (input as { text?: unknown } | null)?.text;
    const html = typeof input === "string" ? undefined : (input as { html?: unknown } | null)?.html;
    if (typeof text !== "string" && typeof html !== "string") {
      checkText(input);
    }
    const glue = await this.#start();
    return this.#guard(() => {
      this.#reader ??= new glue.Glosser(this.#parts.places);
      if (typeof text === "string") return this.#reader.read(text, given, watch);
      const page = glue.pageText(html as string);
      const { published = page.published, title = page.title } = given;
      const article = this.#reader.read(page.text, { ...given, published, title }, watch);
      return { ...article, text: page.text, ...(title === undefined ? {} : { title }) };
    });
  }

  /** An article as a page for the terminal; throws a GlosserError. */
  async terminal(text: string, options: ReadOptions, color: boolean, width: number): Promise<string> {
    const glue = await this.#start();
    return this.#guard(() => {
      this.#reader ??= new glue.Glosser(this.#parts.places);
      return this.#reader.terminal(text, options, color, width);
    });
  }

  /** The article in a web page; throws a GlosserError. */
  async page(html: string): Promise<PageRecord> {
    const glue = await this.#start();
    return this.#guard(() => glue.pageText(html));
  }

  /** Reads the text under a node and makes ready to mark it; throws a GlosserError. */
  async annotate(root: Node, prefix: string, skip?: Skip): Promise<Annotation> {
    const glue = await this.#start();
    return this.#watched(this.#guard(() => new glue.Annotation(root, prefix, skip)));
  }

  /** A library without articles; throws a GlosserError. */
  async library(): Promise<Library> {
    const glue = await this.#start();
    return this.#watched(this.#guard(() => new glue.Library()));
  }

  /** An article in the form of another program; throws a GlosserError. */
  async export(article: ArticleRecord, text: string, format: ExportFormat, options?: SourceOptions): Promise<string> {
    const glue = await this.#start();
    return this.#guard(() => glue.exportArticle(article, text, format, options));
  }

  /** A link to a stretch of a text; throws a GlosserError. */
  async link(text: string, start: number, end: number, url: string): Promise<string> {
    const glue = await this.#start();
    return this.#guard(() => glue.textFragment(text, start, end, url));
  }

  /** The object itself, but that a trap in one of its methods is explained like any other. */
  #watched<T extends object>(made: T): T {
    return new Proxy(made, {
      get: (target, key) => {
        const value: unknown = Reflect.get(target, key, target);
        if (typeof value !== "function") return value;
        return (...args: unknown[]) => this.#guard(() => value.apply(target, args));
      },
    });
  }

  #start(): Promise<Glue> {
    this.#glue ??= (async () => {
      // What was before and what is called first have tasks of their own: beginning takes milliseconds.
      await turn();
      const glue = createGlue();
      await glue.default({ module_or_path: this.#parts.module });
      await turn();
      return glue;
    })().catch((thrown) => {
      this.#glue = undefined;
      throw thrown instanceof WebAssembly.LinkError || thrown instanceof TypeError ? foreign(thrown) : explain(thrown);
    });
    return this.#glue;
  }

  #guard<T>(call: () => T): T {
    try {
      return call();
    } catch (thrown) {
      const error = explain(thrown);
      if (error.code === "crashed") {
        this.#glue = undefined;
        this.#reader = undefined;
      }
      throw error;
    }
  }
}

const turn = () => new Promise((then) => setTimeout(then));

/** The WebAssembly does not fit the script: one of the two is another version, from a cache or another copy. */
function foreign(cause: Error): GlosserError {
  return new GlosserError(
    "no-wasm",
    `the WebAssembly is not that of this version (${cause.message})`,
    "Use glosser_bg.wasm and the script of one release, and let no cache keep one of them longer than the other.",
    { cause },
  );
}
