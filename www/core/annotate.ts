import type { Annotation } from "./dom/annotation";

/**
 * Reads the text under a node and makes ready to mark it. Adds no node to the page, ever, and needs no WebAssembly. Names
 * in the highlight registry begin with `prefix`; two annotations of one page need two.
 */
export async function createAnnotation(root: Node, prefix = "glosser"): Promise<Annotation> {
  // Comes while the article is being read.
  const dom = await import("./dom/annotation");
  return new dom.Annotation(root, prefix);
}
