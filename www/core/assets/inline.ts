/** Everything inside the script: a page opened from disk can fetch nothing. */
import gzipped from "glosser:wasm";
import code from "glosser:worker";
import { workerAddress } from "../trusted";
import { type Assets, notBeside, type Thread } from "./index";

/** Where the page in one file keeps the larger gazetteer, in base64: as data, which costs nothing before it is asked for. */
const PLACES = "glosser-places";

let address: string | undefined;

export const beside: Assets = {
  wasm() {
    const bytes = new Blob([decode(gzipped)]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Response(bytes).arrayBuffer();
  },
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

/** Base64 as bytes, by the runtime's own way where it has one. */
function decode(base64: string): Uint8Array<ArrayBuffer> {
  const { fromBase64 } = Uint8Array as { fromBase64?: (text: string) => Uint8Array<ArrayBuffer> };
  if (fromBase64) return fromBase64.call(Uint8Array, base64);
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
}
