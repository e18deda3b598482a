/** Puts a card beside the line it explains, never over it. */

const EDGE = 8;
const GAP = 6;
/** Where there is not even so much room beside the line, the card lies over it. */
const LEAST = 64;
/** Below this width the card docks at the bottom (see card.ts). */
export const DOCK = "(max-width: 40rem)";

/** Below the last line of the mention if there is room, else above the first; docked on a phone. */
export function place(card: HTMLElement, rects: readonly DOMRect[]): void {
  const [first, last] = [rects[0], rects.at(-1)];
  if (!first || !last) return;
  const docked = matchMedia(DOCK).matches;
  card.toggleAttribute("docked", docked);
  const { style } = card;
  if (docked) {
    style.left = style.top = style.maxHeight = "";
    return;
  }
  style.maxHeight = "";
  const { innerWidth, innerHeight } = window;
  const { width, height } = card.getBoundingClientRect();
  // What the page has along its lower edge stays in reach.
  const floor = innerHeight - EDGE - Number.parseFloat(getComputedStyle(card).scrollMarginBlockEnd);
  const below = floor - last.bottom - GAP;
  const above = first.top - GAP - EDGE;
  const under = height <= below || below >= above;
  const room = under ? below : above;
  const tall = Math.min(height, Math.max(room, LEAST));
  if (height > tall) style.maxHeight = `${tall}px`;
  const top = under ? Math.min(last.bottom + GAP, floor - tall) : Math.max(first.top - GAP - tall, EDGE);
  const left = Math.min(Math.max((under ? last : first).left - 12, EDGE), innerWidth - width - EDGE);
  style.left = `${left}px`;
  style.top = `${top}px`;
}
