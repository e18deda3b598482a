/**
 * Glosser for programs: `createReader().read(text)`, `createLibrary()` to put articles together, `exportArticle()` to hand
 * one on, `correct()` to mend one, `createAnnotation(node)` to mark what was read in a page.
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
  LibraryRecord,
  MeetingRecord,
  MemberRecord,
  MentionRecord,
  PageRecord,
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
export type { Quote } from "../elements/anchor";
export { type Correction, type EntityKind, History, type Which } from "../elements/corrections";
export { type AnnotationOptions, createAnnotation } from "./annotate";
export { correct } from "./correct";
export type { ArticleOf, ExportFormat, Input, PageArticle, Skip } from "./engine";
export { type ErrorCode, GlosserError } from "./errors";
export type { WasmOptions, WasmSource } from "./module";
export { pageText, type TerminalOptions, terminalPage } from "./pages";
export type { PlacesSource } from "./places";
export {
  createReader,
  type Outcome,
  type Progress,
  type Reader,
  type ReaderOptions,
  type ReadManyOptions,
  type ReadSettings,
} from "./reader";
export { createLibrary, exportArticle, type Library, type LinkOptions, textFragment } from "./shelf";
