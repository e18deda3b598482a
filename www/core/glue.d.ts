/** The glue of wasm-bindgen as a function: each call is a fresh copy with an instance of its own. Made by the build. */
declare module "glosser:glue" {
  export function createGlue(): typeof import("../../pkg/glosser.js");
}

/** The WebAssembly file, gzipped, in base64. Made by the build, for scripts that hold everything. */
declare module "glosser:wasm" {
  const gzipped: string;
  export default gzipped;
}

/** The text of the worker script. Made by the build, for scripts that hold everything. */
declare module "glosser:worker" {
  const code: string;
  export default code;
}

/** The WebAssembly file as a module that is imported, for runtimes that compile it beforehand. */
declare module "glosser:compiled" {
  const module: WebAssembly.Module;
  export default module;
}
