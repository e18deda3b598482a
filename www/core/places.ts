import { assets } from "./assets/index";
import type { Parts } from "./engine";
import { GlosserError } from "./errors";
import { moduleOf, type WasmSource } from "./module";

/**
 * Which gazetteer says where places are: `large` for the one that comes with the package beside the one in the
 * WebAssembly, with every town from 500 inhabitants; or the address, a response or the bytes of one, gzipped or not.
 */
export type PlacesSource = "large" | (string & {}) | URL | Response | BufferSource;

/** What an engine is made of, fetched side by side. */
export async function partsOf(sources: {
  wasm?: WasmSource | undefined;
  places?: PlacesSource | undefined;
}): Promise<Parts> {
  const [module, places] = await Promise.all([moduleOf(sources.wasm), sources.places && bytesOf(sources.places)]);
  return { module, places: places || undefined };
}

/** The bytes of a gazetteer, unpacked. */
async function bytesOf(source: PlacesSource): Promise<Uint8Array> {
  const given = source === "large" ? await assets().places() : source;
  if (given instanceof ArrayBuffer || ArrayBuffer.isView(given)) return unpacked(given, "the bytes given");
  const response = given instanceof Response ? given : await get(given);
  if (!response.ok) throw missing(response.url, `the server answered ${response.status}`);
  return unpacked(await response.arrayBuffer(), response.url);
}

async function get(url: string | URL): Promise<Response> {
  try {
    return await fetch(url);
  } catch (cause) {
    throw missing(String(url), String(cause));
  }
}

/** Some servers send a `.gz` as it lies there, others say that it is packed, and the browser unpacks it. */
async function unpacked(source: BufferSource, from: string): Promise<Uint8Array> {
  const bytes = source instanceof Uint8Array ? source : new Uint8Array(await new Blob([source]).arrayBuffer());
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  } catch (cause) {
    throw missing(from, `it does not unpack (${cause})`);
  }
}

function missing(from: string, why: string): GlosserError {
  return new GlosserError(
    "no-places",
    `no gazetteer at ${from}: ${why}`,
    'Check that places.bin.gz lies beside the script; or pass its address or bytes ("glosser/places.bin.gz") as the option places.',
  );
}
