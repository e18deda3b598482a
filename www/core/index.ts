/** Glosser for programs: `createReader().read(text)`, and `createAnnotation(node)` to mark what was read in a page. */
export type {
  Annotation,
  ArticleRecord,
  BlockRecord,
  DateRecord,
  EntityRecord,
  MentionRecord,
  PlaceRecord,
  QuoteRecord,
  ReadOptions,
  ReferenceRecord,
  SentenceRecord,
  SpeakerRecord,
  SummaryRecord,
  Target,
  TargetList,
} from "../../pkg/glosser.js";
export { createAnnotation } from "./annotate";
export { type ErrorCode, GlosserError } from "./errors";
export type { WasmSource } from "./module";
export { createReader, type Reader, type ReaderOptions } from "./reader";
export { inertMarkup } from "./trusted";
