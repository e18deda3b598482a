/** Words that somebody selects can be made a name: a button comes beside them, and opens the form. */
import { words } from "../../locales/index";
import { written } from "../keys";
import { selectedSpan } from "../selected";
import type { Inner } from "./inner";

/** Milliseconds a selection must rest: not while it grows. */
const REST = 350;

export class Picker {
  readonly #inner: Inner;
  #timer = 0;

  constructor(inner: Inner) {
    this.#inner = inner;
  }

  hostConnected(): void {
    this.#inner.host.ownerDocument.addEventListener("selectionchange", this.#onSelect);
  }

  hostDisconnected(): void {
    this.#inner.host.ownerDocument.removeEventListener("selectionchange", this.#onSelect);
    clearTimeout(this.#timer);
  }

  #onSelect = (): void => {
    clearTimeout(this.#timer);
    this.#inner.host.picked = undefined;
    this.#timer = window.setTimeout(() => this.look(true), REST);
  };

  /** Looks at what is selected now; says how it becomes a name to those who do not see the button. */
  look(say = false): void {
    const { host, keyboard, marks, root } = this.#inner;
    const { reading } = host;
    if (!reading || host.readonly || host.open) return;
    const span = selectedSpan(root, (node, at) => marks?.offset(node, at), reading.text);
    host.picked = span && { ...span, list: "selection", index: -1, kind: "person", key: "", confidence: 1 };
    if (span && say && keyboard.keys.mark)
      host.announce(words.correct.hint(reading.slice(span), written(keyboard.keys.mark)));
  }

  /** What is selected is to be a name: the form opens. If it is one already, that one is corrected. */
  pick = (): void => {
    const { host } = this.#inner;
    const { picked, reading } = host;
    if (!picked || !reading) return;
    const known = reading.stops.find((stop) => stop.start === picked.start && stop.end === picked.end);
    host.picked = undefined;
    this.#inner.open(known ?? picked);
    if (known) void this.#correct();
  };

  /** Opens the form in the card, once the card is there. */
  async #correct(): Promise<void> {
    const { host, stage } = this.#inner;
    await host.updateComplete;
    await stage.card?.updateComplete;
    if (stage.card) stage.card.correcting = true;
  }

  /** Nothing is selected any more. */
  drop(): void {
    const { host, root } = this.#inner;
    host.picked = undefined;
    const selection = host.ownerDocument.getSelection();
    if (selection?.anchorNode && root.contains(selection.anchorNode)) selection.removeAllRanges();
  }
}
