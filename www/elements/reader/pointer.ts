/** What the pointer does over the text: after a short rest the card opens, and it closes when the pointer goes elsewhere. */
import type { Inner } from "./inner";

/** Milliseconds on a mention before its card opens, and off it before the card closes. */
const REST = 150;
const GRACE = 250;
const INTERACTIVE = "a[href], button, input, select, textarea, summary, label, [contenteditable]";

export class Pointer {
  readonly #inner: Inner;
  #at: { x: number; y: number } | undefined;
  #frame = 0;
  #timer = 0;
  #inCard = false;

  constructor(inner: Inner) {
    this.#inner = inner;
  }

  /** Over an article that the reader stands around, its slot listens. */
  hostConnected(): void {
    const { host, root } = this.#inner;
    if (root === host) return;
    root.addEventListener("pointermove", this.onMove);
    root.addEventListener("pointerleave", this.onLeave);
    root.addEventListener("click", this.onClick);
  }

  hostDisconnected(): void {
    const { root } = this.#inner;
    root.removeEventListener("pointermove", this.onMove);
    root.removeEventListener("pointerleave", this.onLeave);
    root.removeEventListener("click", this.onClick);
    this.rest();
  }

  /** Nothing opens or closes by what the pointer did before. */
  rest(): void {
    clearTimeout(this.#timer);
  }

  /** The card is gone. */
  closed(): void {
    this.rest();
    this.#inCard = false;
  }

  #later(wait: number, what: () => void): void {
    this.rest();
    this.#timer = window.setTimeout(what, wait);
  }

  onMove = (event: PointerEvent): void => {
    if (event.pointerType === "touch" || event.buttons) return;
    this.#at = { x: event.clientX, y: event.clientY };
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      if (this.#at) this.#look(this.#at.x, this.#at.y);
    });
  };

  #look(x: number, y: number): void {
    const { host } = this.#inner;
    const stop = this.#inner.at(x, y);
    host.renderRoot.querySelector("slot:not([name])")?.classList.toggle("over", Boolean(stop));
    if (!stop) {
      this.#off();
    } else if (host.open?.list === stop.list && host.open.index === stop.index) {
      this.rest();
    } else {
      host.hover(stop.key);
      this.#later(REST, () => this.#inner.open(stop));
    }
  }

  /** The pointer is on no mention. Where somebody is in the card with the keyboard, or writes in it, it stays open. */
  #off(): void {
    const { host, keyboard } = this.#inner;
    host.hover(undefined);
    if (!host.open) this.rest();
    else if (!keyboard.busy && !this.#inCard) this.#later(GRACE, () => !this.#inCard && host.close());
  }

  onLeave = (event: PointerEvent): void => {
    // A finger leaves whenever it is lifted.
    if (event.pointerType === "touch") return;
    this.#at = undefined;
    this.#off();
  };

  onClick = (event: MouseEvent): void => {
    const { host, root } = this.#inner;
    if (host.open?.list === "selection") host.close();
    const own = event
      .composedPath()
      .some((node) => node instanceof Element && root.contains(node) && node !== root && node.matches(INTERACTIVE));
    if (own || !host.ownerDocument.getSelection()?.isCollapsed) return;
    const stop = this.#inner.at(event.clientX, event.clientY);
    if (!stop) host.close();
    host.hold(stop?.key);
    if (stop) this.#inner.open(stop);
  };

  onCardEnter = (): void => {
    this.#inCard = true;
    this.rest();
  };

  onCardLeave = (event: PointerEvent): void => {
    if (event.pointerType === "touch") return;
    this.#inCard = false;
    if (!this.#inner.keyboard.busy) this.#later(GRACE, () => this.#inner.host.close());
  };
}
