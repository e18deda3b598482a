/** What lies at an address, as bytes: one road for the WebAssembly and for gazetteers. */
import type { GlosserError } from "./errors";

/** An address; or what came from one. */
export type Source = string | URL | Response | BufferSource;

/** How a source is told that has not what is looked for: where it is, and why. */
export type Missing = (from: string, why: string) => GlosserError;

/** The bytes of a source, and where they are from. */
export async function bytesOf(
  source: Source,
  missing: Missing,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; from: string }> {
  if (source instanceof ArrayBuffer) return { bytes: new Uint8Array(source), from: GIVEN };
  if (ArrayBuffer.isView(source)) {
    const { buffer, byteOffset, byteLength } = source;
    return { bytes: new Uint8Array(buffer, byteOffset, byteLength), from: GIVEN };
  }
  const response = await responseOf(source, missing);
  return { bytes: new Uint8Array(await response.arrayBuffer()), from: response.url || String(source) };
}

const GIVEN = "the bytes given";

/** What an address answers. */
export async function responseOf(source: string | URL | Response, missing: Missing): Promise<Response> {
  const response = source instanceof Response ? source : await asked(source, missing);
  if (!response.ok) throw missing(response.url, `the server answered ${response.status}`);
  return response;
}

async function asked(address: string | URL, missing: Missing): Promise<Response> {
  try {
    return (await file(address)) ?? (await fetch(address));
  } catch (cause) {
    throw missing(String(address), String(cause));
  }
}

/** A file, where there are files to read: `fetch` of Node knows none. */
async function file(address: string | URL): Promise<Response | undefined> {
  if (!String(address).startsWith("file:")) return undefined;
  const { process } = globalThis as { process?: { getBuiltinModule?(name: string): Files } };
  const files = process?.getBuiltinModule?.("node:fs/promises");
  return files && new Response(await files.readFile(new URL(address)));
}

type Files = { readFile(path: URL): Promise<Uint8Array<ArrayBuffer>> };
