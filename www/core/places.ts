import { assets } from "./assets/index";
import type { Parts } from "./engine";
import { GlosserError } from "./errors";
import { bytesOf, type Source } from "./fetched";
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
  const [module, places] = await Promise.all([moduleOf(sources.wasm), sources.places && gazetteer(sources.places)]);
  return { module, places: places || undefined };
}

/** The bytes of a gazetteer, unpacked. Some servers send a `.gz` as it lies there; of others the browser unpacks it. */
async function gazetteer(given: PlacesSource): Promise<Uint8Array> {
  const source: Source = given === "large" ? await assets().places() : given;
  const { bytes, from } = await bytesOf(source, noPlaces);
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  } catch (cause) {
    throw noPlaces(from, `it does not unpack (${cause})`);
  }
}

function noPlaces(from: string, why: string): GlosserError {
  return new GlosserError(
    "no-places",
    `no gazetteer at ${from}: ${why}`,
    'Say "large" for the one that lies beside the script as places.bin.gz; or pass the address or bytes of one ("glosser/places.bin.gz") as the option places.',
  );
}
