/**
 * Watches how wide an element's insides are, and nothing else: what is measured is a ruler without height at the head of
 * its shadow tree, so that contents that grow are no news, and the answer comes in the next frame, so that what it
 * changes is never measured in the same one ("ResizeObserver loop").
 */
export class Width {
  readonly #ruler: HTMLElement;
  readonly #observer: ResizeObserver;
  #frame = 0;

  /** Tells `changed` the width in CSS pixels whenever it becomes another, zero (not shown) left out. */
  constructor(root: DocumentFragment | HTMLElement, changed: (width: number) => void) {
    this.#ruler = document.createElement("div");
    root.prepend(this.#ruler);
    this.#observer = new ResizeObserver(([entry]) => {
      cancelAnimationFrame(this.#frame);
      const width = Math.round(entry?.contentRect.width ?? 0);
      if (width) this.#frame = requestAnimationFrame(() => changed(width));
    });
    this.#observer.observe(this.#ruler);
  }

  /** Ends the watch. */
  disconnect(): void {
    this.#observer.disconnect();
    cancelAnimationFrame(this.#frame);
    this.#ruler.remove();
  }
}
