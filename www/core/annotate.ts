import type { Annotation } from "../../pkg/glosser.js";
import { Engine } from "./engine";
import { moduleOf, type WasmSource } from "./module";

const engines = new WeakMap<WebAssembly.Module, Engine>();

/**
 * Reads the text under a node and makes ready to mark it. Adds no node to the page, ever. Names in the highlight
 * registry begin with `prefix`; two annotations of one page need two.
 */
export async function createAnnotation(root: Node, prefix = "glosser", wasm?: WasmSource): Promise<Annotation> {
  const module = await moduleOf(wasm);
  let engine = engines.get(module);
  if (!engine) {
    engine = new Engine(module);
    engines.set(module, engine);
  }
  return engine.annotate(root, prefix);
}
