/** What panel, legend and card share: they belong to a reader, given as a property or by the id in `for`, and follow it. */
import { LitElement, type PropertyValues } from "lit";
import type { GlosserReader } from "./reader";
import { Spoken } from "./spoken";

export class ReaderPart extends LitElement {
  static override properties = {
    for: { type: String },
    reader: { attribute: false },
  };

  declare for: string | undefined;
  declare reader: GlosserReader | undefined;
  #bound: GlosserReader | undefined;
  #follow = () => this.requestUpdate();

  constructor() {
    super();
    new Spoken(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // The reader may stand further down the page, or be defined later.
    void customElements.whenDefined("glosser-reader").then(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#bind(undefined);
  }

  protected override willUpdate(_changed: PropertyValues): void {
    const root = this.getRootNode() as Document | ShadowRoot;
    const named = this.for ? (root.getElementById?.(this.for) as GlosserReader | null) : undefined;
    // One that is not defined yet knows nothing.
    this.#bind(named?.matches(":defined") ? named : this.reader);
  }

  /** Begins or ends to belong to a reader. */
  protected bound(_reader: GlosserReader, _on: boolean): void {}

  #bind(reader: GlosserReader | undefined): void {
    if (reader === this.#bound) return;
    this.#bound?.removeEventListener("glosser-change", this.#follow);
    if (this.#bound) this.bound(this.#bound, false);
    this.#bound = reader;
    if (!reader) return;
    reader.addEventListener("glosser-change", this.#follow);
    this.bound(reader, true);
    this.reader = reader;
  }
}
