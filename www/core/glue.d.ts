/** The glue of wasm-bindgen as a function: each call is a fresh copy with an instance of its own. Made by the build. */
declare module "glosser:glue" {
  export function createGlue(): typeof import("../../pkg/glosser.js");
}

/** The WebAssembly file, gzipped. Made by the build, for the one-file page. */
declare module "glosser:wasm" {
  const gzipped: Uint8Array<ArrayBuffer>;
  export default gzipped;
}

/** The text of the worker script. Made by the build, for the one-file page. */
declare module "glosser:worker" {
  const code: string;
  export default code;
}
