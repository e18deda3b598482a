/** The article as a page sets it: each stretch of the text as what it is, letter by letter; only what is said twice is left out. */
import type { ArticleRecord } from "../core/index";
import { secondsOf } from "../elements/reading";
import { words } from "../locales/index";

/** What element a kind of block becomes, if not a paragraph. */
const ELEMENTS: Record<string, string> = { headline: "h1", subhead: "h2" };

/** A stretch of the text, and the element it becomes. */
interface Piece {
  name: string;
  kind: string;
  content: string;
}

/** The text as the elements it is set in, in order. */
export function pieces(record: ArticleRecord, text: string): Piece[] {
  const found: Piece[] = [];
  let at = 0;
  let headed = false;
  const add = (kind: string, from: number, to: number) => {
    const content = text.slice(from, to);
    if (!content.trim()) return;
    found.push({ name: kind === "headline" && headed ? "h2" : (ELEMENTS[kind] ?? "p"), kind, content });
    headed ||= kind === "headline";
  };
  for (const block of record.blocks) {
    if (block.start < at) continue;
    add("body", at, block.start);
    if (block.kind !== "repeat") add(block.kind, block.start, block.end);
    at = block.end;
  }
  add("body", at, text.length);
  return found;
}

export function build(record: ArticleRecord, text: string): HTMLElement {
  const article = document.createElement("article");
  if (text.length > 200_000) article.className = "long";
  // Hyphens and voices go by the language: better none than the wrong one.
  article.lang = record.language === "other" ? "" : "en";
  for (const { name, kind, content } of pieces(record, text)) {
    const element = document.createElement(name);
    element.className = kind;
    element.dir = "auto";
    element.textContent = content;
    article.append(element);
  }
  return article;
}

/** A text that could not be read, as it stands: one paragraph after another, and its title as a heading. */
export function plain(text: string, title = ""): HTMLElement {
  const article = document.createElement("article");
  for (const content of text.split(/\n\s*\n/)) {
    const element = document.createElement(title && content.trim() === title ? "h1" : "p");
    element.dir = "auto";
    element.textContent = content;
    if (content.trim()) article.append(element);
  }
  return article;
}

/** What an article calls itself, or else how it begins: its headline, deck, or first paragraph. */
export function titleIn(record: ArticleRecord, text: string): string {
  const block = ["headline", "deck", "body"].flatMap((kind) => record.blocks.find((b) => b.kind === kind) ?? [])[0];
  if (!block) return "";
  // "LISBON, 9 May –" is no part of what is told.
  const start = record.sentences.find((sentence) => sentence.start === block.start)?.lead ?? block.start;
  return titleOf(text.slice(start, block.end).replace(/\s+/g, " "));
}

/** Minutes it takes to read. */
const minutes = (text: string): number => Math.max(1, Math.round(secondsOf(text) / 60));

/** Where an article is set, and how long it takes to read, as far as that is known. */
export function whereAndHowLong(record: ArticleRecord | undefined, text: string): string[] {
  const named = (id: string) => record?.entities.find((entity) => entity.id === id)?.name;
  const where = record?.summary.where.map(named).find(Boolean);
  return [where ?? "", text && words.state.minutes(minutes(text))].filter(Boolean);
}

/** A name for a text that has none. */
export function titleOf(text: string): string {
  const line =
    text
      .trim()
      .split(/\n\s*\n|\n/, 1)[0]
      ?.trim()
      .replace(/\s+/g, " ") ?? "";
  return line.length > 80 ? `${line.slice(0, 80).replace(/\s+\S*$/, "")} …` : line;
}
