import type { Annotation } from "../../pkg/glosser.js";
import { engineOf, type Skip } from "./engine";
import { moduleOf, type WasmOptions } from "./module";
import { callback, check, checked, LOAD, type Rules, text } from "./options";

/** How a page is marked; all of it can be left out. */
export interface AnnotationOptions extends WasmOptions {
  /** What names in the highlight registry begin with: a CSS identifier, `glosser` if left out; two annotations of one page need two. */
  prefix?: string | undefined;
  /** Says of an element whether it is no part of the text. */
  skip?: Skip | undefined;
}

const ANNOTATION: Rules<AnnotationOptions> = { prefix: text, skip: callback, ...LOAD };

const NODE = {
  fits: (root: unknown) => typeof (root as Node | null)?.nodeType === "number",
  hint: "Give a node of a document, such as the element of the article.",
};

/** Reads the text under a node and makes ready to mark it. Adds no node to the page, ever. */
export async function createAnnotation(root: Node, options?: AnnotationOptions | null): Promise<Annotation> {
  const { prefix = "glosser", skip, wasm } = checked(options, ANNOTATION);
  check("root", root, NODE);
  return engineOf({ module: await moduleOf(wasm) }).annotate(root, prefix, skip);
}
