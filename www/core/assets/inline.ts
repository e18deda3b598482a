/** Everything inside the script: a page opened from disk can fetch nothing. */
import gzipped from "glosser:wasm";
import code from "glosser:worker";
import { workerAddress } from "../trusted";
import type { Assets, Thread } from "./index";

let address: string | undefined;

export const beside: Assets = {
  wasm() {
    const bytes = new Blob([gzipped]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Response(bytes).arrayBuffer();
  },
  workers: [
    (url) => {
      address ??= URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
      return new Worker(workerAddress(url ?? address)) as Thread;
    },
  ],
  away: true,
};
