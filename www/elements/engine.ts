/** The one place where the elements meet the core: a shared reader, and annotations of the page. */
import { createReader, type Reader } from "../core/index";

export {
  type Annotation,
  createAnnotation,
  createLibrary,
  type ExportFormat,
  exportArticle,
  GlosserError,
  type Library,
  type LibraryRecord,
} from "../core/index";

let shared: Reader | undefined;

/** Readers on one page share one core: the model is loaded once. */
export const core = (): Reader => (shared ??= createReader());
