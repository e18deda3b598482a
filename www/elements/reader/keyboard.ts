/**
 * The way through the marks without a pointer: one button, the proxy, stands over the mention in hand, so that a thousand
 * mentions are one stop of the Tab key. From it into the card, and back to the text.
 */
import { actionOf, type Keys, keysOf, writes } from "../keys";
import type { Stop } from "../reading";
import type { Inner } from "./inner";

/** Where the keys lead that work while a mention is in hand. */
const STEPS: Record<string, 1 | -1> = { n: 1, ArrowRight: 1, ArrowDown: 1, p: -1, ArrowLeft: -1, ArrowUp: -1 };
/** Mentions looked at, at most, for the first in view. */
const FEW = 5000;

export class Keyboard {
  readonly #inner: Inner;
  /** The keys that work from anywhere. */
  keys: Keys = keysOf(undefined);
  /** The focus comes back by us: what was just closed stays so. */
  #returning = false;

  constructor(inner: Inner) {
    this.#inner = inner;
  }

  hostConnected(): void {
    this.#inner.host.ownerDocument.addEventListener("keydown", this.#onKey);
  }

  hostDisconnected(): void {
    this.#inner.host.ownerDocument.removeEventListener("keydown", this.#onKey);
  }

  /** Somebody is in the card or on the proxy, or writes in the card. */
  get busy(): boolean {
    const { host } = this.#inner;
    return Boolean(host.shadowRoot?.activeElement) || host.open?.list === "selection";
  }

  /** Somebody is in the card. */
  get inCard(): boolean {
    const { host, stage } = this.#inner;
    return Boolean(stage.card) && host.shadowRoot?.activeElement === stage.card;
  }

  /** Focus comes back to the proxy without opening what was just closed. */
  focusProxy(): void {
    this.#returning = true;
    this.#inner.stage.proxy?.focus({ preventScroll: true });
    this.#returning = false;
  }

  /** Leaves the proxy and puts the caret where the mention is, so that reading goes on from there. */
  #backToText(): void {
    const { host, stage } = this.#inner;
    stage.proxy?.blur();
    host.hold(undefined);
    if (host.current) this.#inner.select(host.current, true);
  }

  /** Whoever comes with the Tab key lands on what is open, in hand, or first in view. */
  onProxyFocus = (): void => {
    const { host, marks, stage } = this.#inner;
    if (this.#returning || !stage.proxy?.matches(":focus-visible")) return;
    const inView = (stop: Stop) => {
      const rect = marks?.rects(stop)[0];
      return rect && rect.bottom > 0 && rect.top < window.innerHeight;
    };
    const here = host.current && inView(host.current) ? host.current : undefined;
    const stop = host.open ?? here ?? marks?.stops.slice(0, FEW).find(inView) ?? host.current;
    if (stop) this.#inner.open(stop);
  };

  onProxyKey = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const { host } = this.#inner;
    const by = STEPS[event.key];
    if (by) {
      event.preventDefault();
      const stop = host.step(by);
      if (stop) host.goTo(stop, { card: true });
    } else if (event.key === "Escape") {
      if (host.open) host.close();
      else this.#backToText();
    }
  };

  onCardKey = (event: KeyboardEvent): void => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    const proxied = this.#inner.host.open?.list !== "selection";
    this.#inner.host.close();
    if (proxied) this.focusProxy();
  };

  /** Focus leaves proxy and card for somewhere else: the card goes too. */
  onFocusOut = (event: FocusEvent): void => {
    const { host } = this.#inner;
    const to = event.relatedTarget;
    if (to instanceof Node && !host.renderRoot.contains(to)) host.close();
  };

  #onKey = (event: KeyboardEvent): void => {
    const { host, picker } = this.#inner;
    if (event.key === "Escape" && host.open && !event.defaultPrevented) {
      host.close();
      return;
    }
    const action = host.reading && actionOf(this.keys, event);
    if (!action || event.defaultPrevented) return;
    if (action === "next" || action === "previous") {
      const stop = host.step(action === "next" ? 1 : -1);
      if (!stop) return;
      host.goTo(stop, { card: true });
      this.focusProxy();
    } else if (action === "mark") {
      picker.look();
      if (!host.picked) return;
      picker.pick();
    } else {
      if (writes(event) || !(action === "undo" ? host.history.canUndo : host.history.canRedo)) return;
      host[action]();
    }
    event.preventDefault();
  };
}
