import { assets } from "./assets/index";
import { explain, GlosserError } from "./errors";
import { bytesOf, type Source } from "./fetched";

/**
 * Where the WebAssembly is, `glosser/core.wasm`: an address, a response, bytes, or compiled already; or a promise of that.
 * In Node an address may be that of a file, `import.meta.resolve("glosser/core.wasm")`.
 */
export type WasmSource = Wasm | Promise<Wasm>;
type Wasm = Source | WebAssembly.Module;

/** Where the WebAssembly is, for a program that uses no reader. */
export interface WasmOptions {
  /** By default where the entry of the package has it. */
  wasm?: WasmSource | undefined;
}

let bundled: Promise<WebAssembly.Module> | undefined;

/** The compiled module; the one beside the script is compiled once a page. */
export async function moduleOf(source: WasmSource | undefined): Promise<WebAssembly.Module> {
  if (source !== undefined) return compile(source);
  bundled ??= Promise.resolve()
    .then(() => assets().wasm())
    .then(compile);
  try {
    return await bundled;
  } catch (error) {
    bundled = undefined;
    throw error;
  }
}

/** Compiles what a source leads to. */
async function compile(given: WasmSource): Promise<WebAssembly.Module> {
  const source = await given;
  if (source instanceof WebAssembly.Module) return source;
  const { bytes, from } = await bytesOf(source, noWasm);
  // "\0asm"; a server that answers a wrong path with a page of HTML is the usual case.
  if (bytes.subarray(0, 4).join() !== "0,97,115,109") throw noWasm(from, "what came is not WebAssembly");
  try {
    return await WebAssembly.compile(bytes);
  } catch (cause) {
    const error = explain(cause);
    if (error.code === "blocked") throw error;
    throw noWasm(from, String(cause));
  }
}

function noWasm(from: string, why: string): GlosserError {
  return new GlosserError(
    "no-wasm",
    `no WebAssembly at ${from}: ${why}`,
    "Check that glosser_bg.wasm lies beside the script; or pass its address or bytes as the option wasm; or import glosser/inline, which has it inside.",
  );
}
