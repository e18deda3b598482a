/** How far one has read: a line along the top of the page, and the place one comes back to. */
import { find, page, reader, root } from "./parts";

const places = new Map<string, number>();

/** Of the article, the part that is above the lower edge of the window: from 0 to 1. */
function read(): number {
  const { top, height } = reader.getBoundingClientRect();
  return height ? Math.min(Math.max((innerHeight - top) / height, 0), 1) : 0;
}

let frame = 0;

/** In the next frame, where all is laid out. */
function follow(): void {
  cancelAnimationFrame(frame);
  frame = requestAnimationFrame(draw);
}

function draw(): void {
  const { open, record } = page;
  if (open && record) places.set(open.id, scrollY);
  // In the object model: a strict policy forbids style attributes, not styles.
  find("read").style.transform = `scaleX(${open && record ? read() : 0})`;
}

/** Goes on where an article was left, at its beginning the first time. */
export function resume(id: string): void {
  scrollTo(0, places.get(id) ?? 0);
  follow();
}

/** Follows reading from now on. */
export function watchProgress(): void {
  addEventListener("scroll", follow, { passive: true });
  addEventListener("resize", follow, { passive: true });
  new MutationObserver(follow).observe(root, { attributeFilter: ["data-state"] });
}
