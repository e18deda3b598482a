/** Everything inside the script: a page opened from disk can fetch nothing. */
import gzipped from "glosser:wasm";
import code from "glosser:worker";
import type { WasmSource } from "./module";

export function wasm(): Promise<WasmSource> {
  const bytes = new Blob([gzipped]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(bytes).arrayBuffer();
}

let url: string | undefined;

export function workerUrl(): string {
  url ??= URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
  return url;
}
