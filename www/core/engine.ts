import { createGlue } from "glosser:glue";
import type { Annotation, ArticleRecord, Glosser, Library, ReadOptions, SourceOptions } from "../../pkg/glosser.js";
import { explain, GlosserError } from "./errors";

type Glue = ReturnType<typeof createGlue>;

/** A form that an article can be written in. */
export type ExportFormat = Parameters<Glue["exportArticle"]>[2];

const engines = new WeakMap<WebAssembly.Module, Engine>();

/** The engine of this thread for a module. */
export function engineOf(module: WebAssembly.Module): Engine {
  const known = engines.get(module) ?? new Engine(module);
  engines.set(module, known);
  return known;
}

/**
 * One instance of the WebAssembly module, and a fresh one after a crash: a trap leaves an instance in an unknown
 * state, so nothing is ever called on it again.
 */
export class Engine {
  readonly #module: WebAssembly.Module;
  #glue: Promise<Glue> | undefined;
  #reader: Glosser | undefined;

  constructor(module: WebAssembly.Module) {
    this.#module = module;
  }

  /** Reads one article; throws a GlosserError. */
  async read(text: string, { published, title }: ReadOptions = {}): Promise<ArticleRecord> {
    if (typeof text !== "string") {
      throw new GlosserError(
        "bad-text",
        `the text is ${typeof text}, not a string`,
        "Hand over the article as a string.",
      );
    }
    const glue = await this.#start();
    return this.#guard(() => {
      this.#reader ??= new glue.Glosser();
      return this.#reader.read(text, { published, title });
    });
  }

  /** Reads the text under a node and makes ready to mark it; throws a GlosserError. */
  async annotate(root: Node, prefix: string): Promise<Annotation> {
    const glue = await this.#start();
    return this.#watched(this.#guard(() => new glue.Annotation(root, prefix)));
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
      const glue = createGlue();
      await glue.default({ module_or_path: this.#module });
      return glue;
    })().catch((thrown) => {
      this.#glue = undefined;
      throw explain(thrown);
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
