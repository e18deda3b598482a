import type { Annotation } from "../../pkg/glosser.js";
import { engineOf, type Skip } from "./engine";
import { moduleOf, type WasmSource } from "./module";

/**
 * Reads the text under a node and makes ready to mark it. Adds no node to the page, ever. Names in the highlight
 * registry begin with `prefix`; two annotations of one page need two. Elements that `skip` picks out are no part of the text.
 */
export async function createAnnotation(
  root: Node,
  prefix = "glosser",
  wasm?: WasmSource,
  skip?: Skip,
): Promise<Annotation> {
  return engineOf({ module: await moduleOf(wasm) }).annotate(root, prefix, skip);
}
