import { assets } from "./assets/index";
import { explain, GlosserError } from "./errors";
import { bytesOf, responseOf, type Source } from "./fetched";

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

/** Compiles what a source leads to: while it comes, where the server says what it is, which browsers also remember for the next visit. */
async function compile(given: WasmSource): Promise<WebAssembly.Module> {
  const named = await given;
  if (named instanceof WebAssembly.Module) return named;
  const source = typeof named === "string" || named instanceof URL ? await responseOf(named, noWasm) : named;
  if (source instanceof Response && streams(source)) return explained(WebAssembly.compileStreaming(source), source.url);
  const { bytes, from } = await bytesOf(source, noWasm);
  // "\0asm"; a server that answers a wrong path with a page of HTML is the usual case.
  if (bytes.subarray(0, 4).join() !== "0,97,115,109") throw noWasm(from, "what came is not WebAssembly");
  return explained(WebAssembly.compile(bytes), from);
}

/** Only what is said to be WebAssembly is compiled as it comes; an answer of another kind is looked at as a whole. */
const streams = ({ ok, headers }: Response): boolean =>
  ok && headers.get("Content-Type") === "application/wasm" && "compileStreaming" in WebAssembly;

async function explained(compiling: Promise<WebAssembly.Module>, from: string): Promise<WebAssembly.Module> {
  try {
    return await compiling;
  } catch (cause) {
    const error = explain(cause);
    throw error.code === "blocked" ? error : noWasm(from, String(cause));
  }
}

function noWasm(from: string, why: string): GlosserError {
  return new GlosserError(
    "no-wasm",
    `no WebAssembly at ${from}: ${why}`,
    "Check that glosser_bg.wasm lies beside the script; or pass its address or bytes as the option wasm; or import glosser/inline, which has it inside.",
  );
}
