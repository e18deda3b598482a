/** What one reader is made of. Each part does one thing, and finds the others here. */

import { Marks } from "../marks";
import type { GlosserReader } from "../reader";
import type { Stop } from "../reading";
import { Keyboard } from "./keyboard";
import { Picker } from "./picker";
import { Pointer } from "./pointer";
import { Session } from "./session";
import { Stage } from "./stage";

export class Inner {
  readonly session: Session;
  readonly stage: Stage;
  readonly pointer: Pointer;
  readonly keyboard: Keyboard;
  readonly picker: Picker;
  /** The paint; there as long as the reader stands in a page. */
  marks: Marks | undefined;
  /** What holds the article: the reader itself, or what it points to. */
  root: HTMLElement;
  /** Key of what the pointer is on. */
  hovered: string | undefined;

  constructor(readonly host: GlosserReader) {
    this.root = host;
    this.session = new Session(this);
    this.stage = new Stage(this);
    this.pointer = new Pointer(this);
    this.keyboard = new Keyboard(this);
    this.picker = new Picker(this);
    for (const part of [this.stage, this.pointer, this.keyboard, this.picker]) host.addController(part);
  }

  connect(): void {
    const { host } = this;
    const { skip } = host;
    const named = host.for ? (host.getRootNode() as Document | ShadowRoot).getElementById(host.for) : undefined;
    this.root = host.article ?? named ?? host;
    this.marks = new Marks(this.root, typeof skip === "string" ? (element) => element.matches(skip) : skip);
    this.session.enter();
  }

  disconnect(): void {
    this.session.leave();
    this.marks?.dispose();
    this.marks = undefined;
  }

  /** Marks what was read and what is chosen. */
  mark(): void {
    const { reading, choices, held } = this.host;
    if (!reading) return;
    this.marks?.mark(reading, choices, held);
    this.light();
  }

  /** Tints what is looked at, explained or in hand. */
  light(): void {
    const { open, held } = this.host;
    this.marks?.light(this.hovered ?? open?.key ?? held);
  }

  /** Opens the card of a mention; with `enter`, the focus goes into it. */
  open(stop: Stop, enter = false): void {
    const { host, stage } = this;
    this.pointer.rest();
    host.open = stop;
    if (stop.list !== "selection") {
      host.current = stop;
      stage.standOn(stop);
    }
    this.marks?.activate(stop);
    this.light();
    this.told("glosser-mention-activate", { stop });
    if (enter) void host.updateComplete.then(() => stage.card?.enter());
    this.changed();
  }

  /** What answers at a point. "The Turkish leader" is not marked at rest: it answers while those it stands for are lit. */
  at(x: number, y: number): Stop | undefined {
    const stop = this.marks?.hit(x, y);
    return stop?.list !== "references" || stop.key === this.host.lit ? stop : undefined;
  }

  /** Selects a stretch of the text, or puts the caret at its beginning. */
  select(span: { start: number; end: number }, caret = false): void {
    const range = this.marks?.range(span);
    if (!range) return;
    if (caret) range.collapse(true);
    const selection = this.host.ownerDocument.getSelection();
    selection?.removeAllRanges();
    selection?.addRange(range);
  }

  told(name: string, detail: unknown): void {
    this.host.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
  }

  /** Something that is no error, but somebody should know. */
  warn(code: string, message: string): void {
    this.host.announce(message);
    this.told("glosser-warning", { code, message });
  }

  /** To those who show the reader's state. */
  changed(): void {
    this.host.dispatchEvent(new CustomEvent("glosser-change"));
  }
}
