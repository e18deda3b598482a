import type { WasmSource } from "../core/module.js";

/** The WebAssembly: an address or a compiled module, as the bundler or the runtime makes it. For the option `wasm`. */
declare const wasm: WasmSource;
export default wasm;
