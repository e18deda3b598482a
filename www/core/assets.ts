/** Where the script finds its companions: files beside it. The one-file page has `assets.inline.ts` in place of this. */
import type { WasmSource } from "./module";

export function wasm(): WasmSource | Promise<WasmSource> {
  return new URL("./glosser_bg.wasm", import.meta.url);
}

export function workerUrl(): string | URL {
  return new URL("./worker.js", import.meta.url);
}
