const { scheduler } = globalThis as { scheduler?: { yield?: () => Promise<void> } };

/** Gives others a turn: long work is done in pieces, none of which keeps a key or a scroll waiting. */
export const rest = (): Promise<void> => scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve));

/** Milliseconds of a piece of long work. */
const PIECE = 8;

/** For long work, to be awaited between two steps of it: others have a turn whenever a piece has been done. */
export function pieces(): () => Promise<void> | undefined {
  let since = performance.now();
  const turn = async () => {
    await rest();
    since = performance.now();
  };
  return () => (performance.now() - since < PIECE ? undefined : turn());
}

/** Loads a part when nothing else is to be done; where it cannot be had, what it would draw is missing and no more. */
export const later = (load: () => Promise<unknown>): void =>
  void idle()
    .then(load)
    .catch(() => {});

/** Waits until there is nothing better to do; not every engine can tell. */
export const idle = (): Promise<void> =>
  new Promise((resolve) => {
    if ("requestIdleCallback" in globalThis) requestIdleCallback(() => resolve(), { timeout: 2000 });
    else setTimeout(resolve, 100);
  });
