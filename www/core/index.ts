/**
 * Glosser for programs: `createReader().read(text)`, `createAnnotation(node)` to mark what was read in a page,
 * `createLibrary()` to put articles together, `exportArticle()` to hand one on.
 */
export type {
  Annotation,
  ArticleRecord,
  BlockRecord,
  DateRecord,
  EchoRecord,
  EntityRecord,
  EventRecord,
  FigureRecord,
  Library,
  LibraryRecord,
  MeetingRecord,
  MemberRecord,
  MentionRecord,
  PlaceRecord,
  QuoteRecord,
  ReadOptions,
  ReferenceRecord,
  SentenceRecord,
  SourceOptions,
  SpeakerRecord,
  SummaryRecord,
  Target,
  TargetList,
} from "../../pkg/glosser.js";
export { createAnnotation } from "./annotate";
export type { ExportFormat } from "./engine";
export { type ErrorCode, GlosserError } from "./errors";
export type { WasmSource } from "./module";
export { createReader, type Reader, type ReaderOptions } from "./reader";
export { createLibrary, exportArticle } from "./shelf";
export { inertMarkup } from "./trusted";
