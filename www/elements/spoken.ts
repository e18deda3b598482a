/** Keeps an element in the language of the interface: drawn again when it changes, and said to be in it. */
import type { LitElement, ReactiveController } from "lit";
import { onSpeak, words } from "../locales/index";

export class Spoken implements ReactiveController {
  #silent?: () => void;
  /** What the page itself has set stays. */
  #own = true;

  constructor(readonly host: LitElement) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#own = !this.host.hasAttribute("lang") && !this.host.hasAttribute("dir");
    this.#say();
    this.#silent = onSpeak(() => {
      this.#say();
      this.host.requestUpdate();
    });
  }

  hostDisconnected(): void {
    this.#silent?.();
    if (!this.#own) return;
    this.host.removeAttribute("lang");
    this.host.removeAttribute("dir");
  }

  #say(): void {
    if (!this.#own) return;
    this.host.lang = words.lang;
    this.host.dir = words.dir;
  }
}
