import { createGlue } from "glosser:glue";
import type { Annotation, ArticleRecord, Glosser, ReadOptions } from "../../pkg/glosser.js";
import { explain, GlosserError } from "./errors";

type Glue = ReturnType<typeof createGlue>;

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
    const annotation = this.#guard(() => new glue.Annotation(root, prefix));
    // Methods see the real object; a trap in one is explained like any other.
    return new Proxy(annotation, {
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
