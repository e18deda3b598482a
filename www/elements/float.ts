/** Puts a card beside the line it explains, never over it. */

const EDGE = 8;
const GAP = 6;
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
  const below = innerHeight - last.bottom - GAP - EDGE;
  const above = first.top - GAP - EDGE;
  const under = height <= below || below >= above;
  const room = under ? below : above;
  if (height > room) style.maxHeight = `${Math.max(room, 64)}px`;
  const top = under ? last.bottom + GAP : first.top - GAP - Math.min(height, room);
  const left = Math.min(Math.max((under ? last : first).left - 12, EDGE), innerWidth - width - EDGE);
  style.left = `${left}px`;
  style.top = `${top}px`;
}
