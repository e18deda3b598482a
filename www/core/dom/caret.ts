/** Both ways that browsers have to say what is at a point. */
interface Carets {
  caretPositionFromPoint?(
    x: number,
    y: number,
    options?: { shadowRoots?: Node[] },
  ): { offsetNode: Node; offset: number } | null;
  caretRangeFromPoint?(x: number, y: number): Range | null;
}

/** The node and offset nearest to a point of the viewport. Browsers snap to the nearest text, however far. */
export function caret(scope: Node, x: number, y: number): { node: Node; offset: number } | undefined {
  const document = (scope.ownerDocument ?? scope) as Document & Carets;
  if (document.caretPositionFromPoint) {
    // Needed for text inside a shadow root; a document is not one and must not be named.
    const options = scope.nodeType === Node.DOCUMENT_NODE ? {} : { shadowRoots: [scope] };
    const found = document.caretPositionFromPoint(x, y, options);
    return found ? { node: found.offsetNode, offset: found.offset } : undefined;
  }
  const range = document.caretRangeFromPoint?.(x, y);
  return range ? { node: range.startContainer, offset: range.startOffset } : undefined;
}
