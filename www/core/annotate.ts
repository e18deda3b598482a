import type { Annotation } from "../../pkg/glosser.js";
import { engineOf } from "./engine";
import { moduleOf, type WasmSource } from "./module";

/**
 * Reads the text under a node and makes ready to mark it. Adds no node to the page, ever. Names in the highlight
 * registry begin with `prefix`; two annotations of one page need two.
 */
export async function createAnnotation(root: Node, prefix = "glosser", wasm?: WasmSource): Promise<Annotation> {
  return engineOf({ module: await moduleOf(wasm) }).annotate(root, prefix);
}
