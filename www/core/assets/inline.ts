/** Everything inside the script: a page opened from disk can fetch nothing. */
import code from "glosser:worker";
import { workerAddress } from "../trusted";
import { type Assets, notBeside, type Thread } from "./index";
import { decode, unpack } from "./packed";

/** Where the page in one file keeps the larger gazetteer, in base64: as data, which costs nothing before it is asked for. */
const PLACES = "glosser-places";

let address: string | undefined;

export const beside: Assets = {
  wasm: unpack,
  places() {
    const kept = globalThis.document?.getElementById(PLACES)?.textContent;
    return kept ? decode(kept.trim()) : notBeside();
  },
  workers: [
    (url) => {
      address ??= URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
      return new Worker(workerAddress(url ?? address)) as Thread;
    },
  ],
  away: true,
};
