import { assets } from "./assets/index";
import { explain, GlosserError } from "./errors";

/** Where the WebAssembly is, `glosser/core.wasm`: an address, a response, bytes, or compiled already. */
export type WasmSource = string | URL | Response | BufferSource | WebAssembly.Module;

let bundled: Promise<WebAssembly.Module> | undefined;

/** The compiled module; the one beside the script is compiled once a page. */
export async function moduleOf(source: WasmSource | undefined): Promise<WebAssembly.Module> {
  if (source) return compile(source);
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
async function compile(source: WasmSource): Promise<WebAssembly.Module> {
  if (source instanceof WebAssembly.Module) return source;
  if (source instanceof ArrayBuffer || ArrayBuffer.isView(source)) return compileBytes(source, "the bytes given");
  const response = source instanceof Response ? source : await get(source);
  if (!response.ok) throw missing(response.url, `the server answered ${response.status}`);
  return compileBytes(await response.arrayBuffer(), response.url);
}

async function get(url: string | URL): Promise<Response> {
  try {
    return await fetch(url);
  } catch (cause) {
    throw missing(String(url), String(cause));
  }
}

async function compileBytes(bytes: BufferSource, from: string): Promise<WebAssembly.Module> {
  const head = ArrayBuffer.isView(bytes)
    ? new Uint8Array(bytes.buffer, bytes.byteOffset, Math.min(4, bytes.byteLength))
    : new Uint8Array(bytes, 0, Math.min(4, bytes.byteLength));
  // "\0asm"; a server that answers a wrong path with a page of HTML is the usual case.
  if (head.join() !== "0,97,115,109") throw missing(from, "what came is not WebAssembly");
  try {
    return await WebAssembly.compile(bytes);
  } catch (cause) {
    const error = explain(cause);
    if (error.code === "blocked") throw error;
    throw missing(from, String(cause));
  }
}

function missing(from: string, why: string): GlosserError {
  return new GlosserError(
    "no-wasm",
    `no WebAssembly at ${from}: ${why}`,
    "Check that glosser_bg.wasm lies beside the script; or pass its address or bytes as the option wasm; or import glosser/inline, which has it inside.",
  );
}
