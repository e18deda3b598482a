/** Files beside the script, in Node, Deno and Bun: `fetch` does not read files there, and workers are of another kind. */
import { readFile } from "node:fs/promises";
import { Worker as NodeWorker } from "node:worker_threads";
import type { Answer, Request } from "../serve";
import { type Assets, notBeside, type Thread } from "./index";

export const beside: Assets = {
  async wasm() {
    try {
      return await readFile(new URL("./glosser_bg.wasm", import.meta.url));
    } catch {
      // A bundler has put this script elsewhere, as those of Next.js and esbuild do, and left the file where it was.
      return (await import("./packed")).unpack();
    }
  },
  async places() {
    try {
      return await readFile(new URL("./places.bin.gz", import.meta.url));
    } catch {
      return notBeside();
    }
  },
  workers: [(url) => new NodeThread(url ?? new URL("./worker.node.js", import.meta.url))],
  // A program on a server asks for workers where it wants them: one article takes some milliseconds.
  away: false,
};

/** Node's worker with the manners of a browser's. It keeps the process alive only while it has something to do. */
class NodeThread implements Thread {
  onmessage: Thread["onmessage"] = null;
  onerror: Thread["onerror"] = null;
  onmessageerror: Thread["onmessageerror"] = null;
  readonly #worker: NodeWorker;

  constructor(url: string | URL) {
    this.#worker = new NodeWorker(url);
    this.#worker.on("message", (data: Answer) => this.onmessage?.({ data }));
    this.#worker.on("error", ({ message }) => this.onerror?.({ message }));
  }

  postMessage(message: Request): void {
    this.#worker.postMessage(message);
  }

  terminate(): unknown {
    return this.#worker.terminate();
  }

  hold(on: boolean): void {
    if (on) this.#worker.ref();
    else this.#worker.unref();
  }
}
