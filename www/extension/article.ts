/** Finds the article of a page, and leaves the page alone: Readability takes a copy apart, and what is left leads back. */
import { Readability } from "@mozilla/readability";

/** What Readability leaves in though it is no part of the article. */
const NOISE =
  '[class~="ad"], [class~="ads"], [id^="ad-"], [class*="advert"], [id*="advert"], ins.adsbygoogle, [aria-label^="Advert"]';

export interface Found {
  /** The smallest element of the page that holds the whole article. */
  root: HTMLElement;
  /** Whether something in it is no part of the article. */
  skip(element: Element): boolean;
  /** The article as plain text. */
  text: string;
  /** Day of publication, `YYYY-MM-DD`, if the page tells it. */
  published?: string;
}

/** The article, or all of the page where none is found. */
export function articleIn(page: Document): Found {
  const copy = page.cloneNode(true) as Document;
  const origins = pairs(copy, page);
  const found = new Readability<Node>(copy, { serializer: (node) => node }).parse();
  const body = texts(found?.content).flatMap((text) => {
    const origin = origins.get(text);
    return origin && !origin.parentElement?.closest(NOISE) ? [origin] : [];
  });
  if (!body.length) return { root: page.body, skip: () => false, text: page.body.innerText };
  const headline = heading(page, found?.title ?? "");
  const kept = headline ? [...texts(headline), ...body] : body;
  const holders = new Set<Node>();
  for (const node of kept) for (let at: Node | null = node; at && !holders.has(at); at = at.parentNode) holders.add(at);
  const day = found?.publishedTime?.slice(0, 10) ?? "";
  return {
    root: common(kept) ?? page.body,
    // Lines that are broken by hand are paragraphs to old pages.
    skip: (element) => (!holders.has(element) && element.localName !== "br") || element.matches(NOISE),
    text: `${found?.title ?? ""}\n\n${prose(found?.content)}`,
    ...(/^\d{4}-\d{2}-\d{2}$/.test(day) ? { published: day } : {}),
  };
}

/** From each text of a copy to the one it was made from. */
function pairs(copy: Node, origin: Node): Map<Node, Node> {
  const [copies, origins] = [texts(copy, true), texts(origin, true)];
  return new Map(copies.map((text, i) => [text, origins[i] as Node]));
}

/** The texts under a node; those of white space only if asked for. */
function texts(root: Node | null | undefined, all = false): Node[] {
  if (!root) return [];
  const found: Node[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (all || node.nodeValue?.trim()) found.push(node);
  return found;
}

/** Paragraphs with an empty line between them. */
function prose(root: Node | null | undefined): string {
  const blocks = root instanceof Element ? [...root.querySelectorAll("p, h2, h3, li, blockquote > :not(p)")] : [];
  return blocks
    .map((block) => block.textContent?.replace(/\s+/g, " ").trim())
    .filter(Boolean)
    .join("\n\n");
}

/** Readability keeps the headline apart: the first heading that says it. */
function heading(page: Document, title: string): HTMLElement | undefined {
  const plain = (text: string) => text.replace(/\s+/g, " ").trim();
  const sought = plain(title);
  return [...page.querySelectorAll<HTMLElement>("h1, h2")].find((element) => {
    const text = plain(element.textContent ?? "");
    return (
      text.length > 8 && (sought.startsWith(text) || text.startsWith(sought)) && element.getClientRects().length > 0
    );
  });
}

/** The smallest element that holds all these nodes. */
function common(nodes: readonly Node[]): HTMLElement | undefined {
  let at: Node | null | undefined = nodes[0];
  for (const node of nodes) while (at && !at.contains(node)) at = at.parentNode;
  return at instanceof HTMLElement ? at : (at?.parentElement ?? undefined);
}
