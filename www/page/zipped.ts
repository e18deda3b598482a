/** Word documents and EPUB books: both are folders of XML, zipped. Comes when such a file is brought. */
import { strFromU8, unzipSync } from "fflate";
import { inertMarkup } from "../core/trusted";
import type { Brought } from "./bring";

/** More than this, unpacked, is no article. */
const MOST = 50_000_000;

/** What is in a zipped file; nothing if it is neither a document nor a book. */
export function fromZip(bytes: Uint8Array, fromHtml: (html: string) => Brought): Brought | undefined {
  let size = 0;
  const files = unzipSync(bytes, {
    filter({ name, originalSize }) {
      if (!/\.(xml|x?html?|opf)$/i.test(name)) return false;
      size += originalSize;
      return size <= MOST;
    },
  });
  const text = (name: string) => (files[name] ? strFromU8(files[name]) : undefined);
  const document = text("word/document.xml");
  if (document) return fromDocument(document, text("docProps/core.xml"));
  const container = text("META-INF/container.xml");
  return container ? fromBook(container, text, fromHtml) : undefined;
}

function parse(xml: string): Document {
  const parsed = new DOMParser().parseFromString(inertMarkup(xml), "application/xml");
  if (parsed.querySelector("parsererror")) throw new Error("not well-formed");
  return parsed;
}

/** Elements by their name in whatever namespace. */
const all = (root: Document | Element, name: string): Element[] => [...root.getElementsByTagNameNS("*", name)];

const first = (root: Document | undefined, name: string): string =>
  (root && all(root, name)[0]?.textContent?.trim()) ?? "";

/** Word: a paragraph is made of runs, which hold texts, tabs and breaks. */
function fromDocument(document: string, core: string | undefined): Brought {
  const paragraphs = all(parse(document), "p").map((paragraph) =>
    all(paragraph, "*")
      .map((part) => {
        if (part.localName === "t") return part.textContent ?? "";
        return part.localName === "tab" ? " " : part.localName === "br" ? "\n" : "";
      })
      .join("")
      .trim(),
  );
  const title = first(core ? parse(core) : undefined, "title");
  return { text: paragraphs.filter(Boolean).join("\n\n"), ...(title ? { title } : {}) };
}

/** EPUB: the container names the package, which lists the chapters in order. */
function fromBook(container: string, text: (name: string) => string | undefined, fromHtml: (html: string) => Brought) {
  const path = all(parse(container), "rootfile")[0]?.getAttribute("full-path") ?? "";
  const opf = parse(text(path) ?? "<none/>");
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  const files = new Map(all(opf, "item").map((item) => [item.getAttribute("id"), item.getAttribute("href") ?? ""]));
  const chapters = all(opf, "itemref").flatMap((item) => {
    const href = files.get(item.getAttribute("idref"));
    const chapter = href && text(folder + decodeURIComponent(href));
    return chapter ? [fromHtml(chapter).text] : [];
  });
  const title = first(opf, "title");
  const published = first(opf, "date").slice(0, 10);
  return {
    text: chapters.filter(Boolean).join("\n\n"),
    ...(title ? { title } : {}),
    ...(/^\d{4}-\d{2}-\d{2}$/.test(published) ? { published } : {}),
  };
}
