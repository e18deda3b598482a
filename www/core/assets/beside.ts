/** Files beside the script. Bundlers that know `new URL(…, import.meta.url)` carry them along. */
import { workerAddress } from "../trusted";
import type { Assets, Thread } from "./index";

const script = () => new URL("./worker.js", import.meta.url);

export const beside: Assets = {
  wasm: () => new URL("./glosser_bg.wasm", import.meta.url),
  places: () => new URL("./places.bin.gz", import.meta.url),
  workers: [
    (url) => new Worker(workerAddress(url ?? script())) as Thread,
    // From another origin, as from a CDN, a worker may not be started; its text may be fetched and started here.
    async (url) => {
      const response = await fetch(url ?? script());
      if (!response.ok) throw new Error(`the server answered ${response.status}`);
      return new Worker(workerAddress(URL.createObjectURL(await response.blob()))) as Thread;
    },
  ],
  away: true,
};
