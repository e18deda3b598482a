/** What is selected in an article, as a stretch of its text. */
import type { Span } from "./anchor";

/** More than this is no name. */
const MOST = 120;

/** The stretch that the selection covers under `host`, without the white space around it; nothing if it is no name. */
export function selectedSpan(
  host: HTMLElement,
  offset: (node: Node, at: number) => number | undefined,
  text: string,
): Span | undefined {
  const selection = host.ownerDocument.getSelection();
  if (!selection || selection.isCollapsed || !selection.rangeCount) return undefined;
  const range = selection.getRangeAt(0);
  if (!host.contains(range.commonAncestorContainer) || range.toString().length > 3 * MOST) return undefined;
  const nodes: Text[] = [];
  const { commonAncestorContainer: root } = range;
  if (root.nodeType === Node.TEXT_NODE) nodes.push(root as Text);
  else {
    const walker = host.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (range.intersectsNode(node)) nodes.push(node as Text);
  }
  const places = nodes.flatMap((node) => {
    const from = node === range.startContainer ? range.startOffset : 0;
    const to = node === range.endContainer ? range.endOffset : node.length;
    if (from >= to) return [];
    const [start, end] = [offset(node, from), offset(node, to)];
    return start === undefined || end === undefined || end <= start ? [] : [{ start, end }];
  });
  const first = places[0];
  const last = places.at(-1);
  if (!first || !last) return undefined;
  let { start } = first;
  let { end } = last;
  while (start < end && /\s/.test(text[start] as string)) start++;
  while (end > start && /\s/.test(text[end - 1] as string)) end--;
  const covered = text.slice(start, end);
  // A name has a letter, is short, and stands in one block.
  return covered.length <= MOST && /\p{L}/u.test(covered) && !covered.includes("\n\n") ? { start, end } : undefined;
}
