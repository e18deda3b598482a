/** The article as a page sets it: each stretch of the text as what it is, letter by letter; only what is said twice is left out. */
import type { ArticleRecord } from "../core/index";
import { secondsOf } from "../elements/reading";

/** What element a kind of block becomes, if not a paragraph. */
const ELEMENTS: Record<string, string> = { headline: "h1", subhead: "h2" };

export function build(record: ArticleRecord, text: string): HTMLElement {
  const article = document.createElement("article");
  if (text.length > 200_000) article.className = "long";
  // Hyphens and voices go by the language: better none than the wrong one.
  article.lang = record.language === "other" ? "" : "en";
  let at = 0;
  let headed = false;
  const add = (kind: string, from: number, to: number) => {
    const words = text.slice(from, to);
    if (!words.trim()) return;
    const name = kind === "headline" && headed ? "h2" : (ELEMENTS[kind] ?? "p");
    headed ||= kind === "headline";
    const element = document.createElement(name);
    element.className = kind;
    element.dir = "auto";
    element.textContent = words;
    article.append(element);
  };
  for (const block of record.blocks) {
    if (block.start < at) continue;
    add("body", at, block.start);
    if (block.kind !== "repeat") add(block.kind, block.start, block.end);
    at = block.end;
  }
  add("body", at, text.length);
  return article;
}

/** A text that could not be read, as it stands: one paragraph after another, and its title as a heading. */
export function plain(text: string, title = ""): HTMLElement {
  const article = document.createElement("article");
  for (const words of text.split(/\n\s*\n/)) {
    const element = document.createElement(title && words.trim() === title ? "h1" : "p");
    element.dir = "auto";
    element.textContent = words;
    if (words.trim()) article.append(element);
  }
  return article;
}

/** What an article calls itself, or else how it begins: its headline, deck, or first paragraph. */
export function titleIn(record: ArticleRecord, text: string): string {
  const block = ["headline", "deck", "body"].flatMap((kind) => record.blocks.find((b) => b.kind === kind) ?? [])[0];
  return block ? titleOf(text.slice(block.start, block.end).replace(/\s+/g, " ")) : "";
}

/** Minutes it takes to read. */
export const minutes = (text: string): number => Math.max(1, Math.round(secondsOf(text) / 60));

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
