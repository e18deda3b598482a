/** The one place where the elements meet the core: a shared reader, and annotations of the page. */
import { type ArticleRecord, createReader, GlosserError, type Reader, type ReadSettings } from "../core/index";

export {
  type Annotation,
  createAnnotation,
  createLibrary,
  type ExportFormat,
  exportArticle,
  type Library,
  type LibraryRecord,
  type Skip,
} from "../core/index";
export { createStory, type Story } from "../core/story";
export { GlosserError };

const shared = new Map<string, Reader>();

/** Readers on one page share one core for each gazetteer: the model is loaded once. */
function core(places: string): Reader {
  const known = shared.get(places) ?? createReader(places ? { places } : {});
  shared.set(places, known);
  return known;
}

/** Which gazetteer is asked for, and who is told if it cannot be had. */
export interface Places {
  /** `large`, or an address; left out, the one in the WebAssembly. */
  places?: string | undefined;
  warn?: ((error: GlosserError) => void) | undefined;
}

/** Reads an article. Where the gazetteer asked for cannot be had, the one at hand serves: no article is lost for a map. */
export async function read(
  text: string,
  settings: ReadSettings,
  { places = "", warn }: Places,
): Promise<ArticleRecord> {
  try {
    return await core(places).read(text, settings);
  } catch (thrown) {
    const lost = thrown instanceof GlosserError && (thrown.code === "no-places" || thrown.code === "bad-data");
    if (!places || !lost) throw thrown;
    warn?.(thrown);
    return core("").read(text, settings);
  }
}
