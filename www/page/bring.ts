/** Texts from outside: files, pasted and dropped. HTML is taken apart by the browser's own parser and only its text is kept. */
import { inertMarkup } from "../core/trusted";

export interface Brought {
  text: string;
  title?: string;
  published?: string;
}

/** Told apart from a failure to read: this file is no text at all. */
export class NotText extends Error {}

const BLOCKS = "p, h1, h2, h3, h4, h5, h6, li, blockquote, figcaption, pre, td, dd, dt, div, section, article";
const NOISE =
  "script, style, noscript, template, nav, aside, footer, form, iframe, svg, button, select, [hidden], [aria-hidden=true]";

export async function fromFile(file: File): Promise<Brought> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const brought = await taken(bytes, file);
  if (!brought) throw new NotText(file.name);
  return brought;
}

async function taken(bytes: Uint8Array, { name, type }: File): Promise<Brought | undefined> {
  // "PK": zipped.
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return (await import("./zipped")).fromZip(bytes, fromHtml);
  const text = decode(bytes);
  // Letters that are instructions for a printer.
  if (text === undefined || /^(%PDF|\{\\rtf)/.test(text)) return undefined;
  if (/\.mht(ml)?$/i.test(name)) {
    const page = (await import("./saved")).pageIn(text);
    return page === undefined ? undefined : fromHtml(page);
  }
  if (/\.x?html?$/i.test(name) || type === "text/html") return fromHtml(text);
  return fromText(text, /\.(md|markdown)$/i.test(name));
}

/** A text as it was typed or pasted; whole HTML pages are recognised. */
export function fromText(text: string, markdown = false): Brought {
  if (/^\s*<(!doctype html|html|head|body|article|div|p)\b[^>]*>/i.test(text)) return fromHtml(text);
  if (!markdown) return { text };
  const plain = text
    .replace(/^---\n[\s\S]*?\n---\n/, "")
    .replace(/!\[[^\]]*\]\([^)]*\)/g, "")
    .replace(/\[([^\]]+)\]\([^)]*\)/g, "$1")
    .replace(/^[ \t]{0,3}(#{1,6}|>|[-*+])[ \t]+/gm, "")
    .replace(/(\*\*|__|`)(?=\S)([^\n]*?\S)\1/g, "$2");
  return { text: plain };
}

export function fromHtml(html: string): Brought {
  const page = new DOMParser().parseFromString(inertMarkup(html), "text/html");
  const meta = (selector: string) => page.querySelector<HTMLMetaElement>(selector)?.content;
  const published = (
    meta('meta[property="article:published_time"], meta[name="date"], meta[itemprop="datePublished"]') ??
    page.querySelector("time[datetime]")?.getAttribute("datetime") ??
    ""
  ).slice(0, 10);
  const title = (meta('meta[property="og:title"]') ?? page.querySelector("h1")?.textContent ?? page.title).trim();
  for (const noise of page.querySelectorAll(NOISE)) noise.remove();
  const root = page.querySelector("article") ?? page.querySelector("main") ?? page.body;
  const parts: string[] = [];
  const walk = (node: Node, into: string[]): void => {
    for (const child of node.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) into.push((child.textContent ?? "").replace(/\s+/g, " "));
      else if (child.nodeType === Node.ELEMENT_NODE) {
        const element = child as Element;
        if (element.tagName === "BR") into.push("\n");
        else if (element.matches(BLOCKS)) {
          into.push("\n\n");
          walk(element, into);
          into.push("\n\n");
        } else walk(element, into);
      }
    }
  };
  walk(root, parts);
  const text = parts
    .join("")
    .replace(/[ \t]*\n[ \t]*/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
  return { text, ...(title ? { title } : {}), ...(/^\d{4}-\d{2}-\d{2}$/.test(published) ? { published } : {}) };
}

/** UTF-8, else the old Windows set; nothing for what is no text. */
function decode(bytes: Uint8Array): string | undefined {
  const head = bytes.subarray(0, 8192);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  if (head.includes(0)) return undefined;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
