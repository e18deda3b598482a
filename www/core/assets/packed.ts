/** The WebAssembly inside a script: in some places files beside a script get lost. */
import gzipped from "glosser:wasm";

/** Its bytes. */
export function unpack(): Promise<ArrayBuffer> {
  const bytes = new Blob([decode(gzipped)]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(bytes).arrayBuffer();
}

/** Base64 as bytes, by the runtime's own way where it has one. */
export function decode(base64: string): Uint8Array<ArrayBuffer> {
  const { fromBase64 } = Uint8Array as { fromBase64?: (text: string) => Uint8Array<ArrayBuffer> };
  if (fromBase64) return fromBase64.call(Uint8Array, base64);
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
}
