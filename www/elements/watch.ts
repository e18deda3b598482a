/** Milliseconds without an edit after which a page is taken to rest. */
const REST = 200;
/** A page that never rests is looked at this often all the same. */
const MOST = 2000;

/**
 * Watches the text under a node. `edited` is told in the task of the edit, before anything of it is seen; `rested` when the
 * page has come to rest. Gives back the way to end the watch.
 */
export function watch(host: Node, edited: (edits: readonly MutationRecord[]) => void, rested: () => void): () => void {
  let timer = 0;
  let since = 0;
  const observer = new MutationObserver((edits) => {
    edited(edits);
    const now = performance.now();
    if (!timer) since = now;
    clearTimeout(timer);
    timer = window.setTimeout(
      () => {
        timer = 0;
        rested();
      },
      now - since > MOST ? 0 : REST,
    );
  });
  observer.observe(host, { childList: true, characterData: true, subtree: true });
  return () => {
    observer.disconnect();
    clearTimeout(timer);
  };
}
