/** The few things of Node that `assets/node.ts` and `worker.node.ts` use; the rest of `www` is for browsers. */
declare module "node:fs/promises" {
  export function readFile(path: URL): Promise<Uint8Array<ArrayBuffer>>;
}

declare module "node:worker_threads" {
  export class Worker {
    constructor(url: string | URL);
    on(event: "message", listener: (data: never) => void): this;
    on(event: "error", listener: (error: Error) => void): this;
    postMessage(message: unknown): void;
    terminate(): Promise<number>;
    ref(): void;
    unref(): void;
  }
  export const parentPort: {
    postMessage(message: unknown): void;
    onmessage: ((event: { data: never }) => void) | null;
  } | null;
}
