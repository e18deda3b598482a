/**
 * `<glosser-library>` puts the articles of a page together: those of the readers it names, or all of them, and those that
 * `add()` brings. What they tell as one story is shown by `<glosser-across>`; a press leads to its place in the article.
 *
 * @attr {string} for       Ids of `<glosser-reader>`s, with spaces between; without it, all that have an id.
 * @slot empty              Shown as long as there is no article.
 * @fires glosser-open      `detail.id`, `detail.key`: an article, or somebody or some day in it, was chosen; cancelled, nothing follows.
 */
import { css, html, LitElement } from "lit";
import { createLibrary, type Library, type LibraryRecord, read } from "./engine";
import type { GlosserReader } from "./reader";
import { Reading } from "./reading";
import { tokens } from "./theme";
import { inOrder, type Member } from "./together";

/** An article that is brought. */
export interface Brought {
  text: string;
  title: string;
  /** By what it is named in `glosser-open`; made up if it has none. */
  id?: string;
  /** Day of publication, `YYYY-MM-DD`. */
  published?: string;
}

export class GlosserLibrary extends LitElement {
  static override properties = {
    for: { type: String },
    members: { state: true },
    story: { state: true },
  };

  static override styles = [tokens, css`:host { display: block; }`];

  declare for: string | undefined;
  declare members: readonly Member[];
  declare story: LibraryRecord | undefined;
  #shelf: Promise<Library> | undefined;
  #readers = new Map<string, GlosserReader>();
  #count = 0;

  constructor() {
    super();
    this.members = [];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.ownerDocument.addEventListener("glosser-result", this.#onRead);
    this.ownerDocument.addEventListener("glosser-correction", this.#onRead);
    // What was read before this came.
    for (const reader of this.ownerDocument.querySelectorAll<GlosserReader>("glosser-reader[id]")) this.#take(reader);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.ownerDocument.removeEventListener("glosser-result", this.#onRead);
    this.ownerDocument.removeEventListener("glosser-correction", this.#onRead);
  }

  #onRead = (event: Event): void => this.#take(event.target as GlosserReader);

  #take(reader: GlosserReader): void {
    const { id, reading } = reader;
    const named = this.for?.trim();
    if (!id || !reading || (named && !named.split(/\s+/).includes(id))) return;
    this.#readers.set(id, reader);
    const headline = reading.record.blocks.find(({ kind }) => kind === "headline") ?? reading.record.sentences[0];
    void this.#put({ id, reading, title: headline ? reading.slice(headline) : id });
  }

  /** Reads an article and puts it to the others; the promise tells its id. */
  async add(article: Brought): Promise<string> {
    const { text, title, published, id = `article-${++this.#count}` } = article;
    const record = await read(text, published ? { published } : {}, {});
    await this.#put({ id, title, reading: new Reading(record, text) });
    return id;
  }

  /** Takes an article away; false if there is none of this id. */
  async drop(id: string): Promise<boolean> {
    const shelf = await this.#shelf;
    this.#readers.delete(id);
    this.members = this.members.filter((member) => member.id !== id);
    const known = shelf?.remove(id) ?? false;
    this.story = shelf?.record();
    return known;
  }

  async #put(member: Member): Promise<void> {
    this.#shelf ??= createLibrary();
    const shelf = await this.#shelf;
    shelf.add(member.id, member.reading.record, member.reading.text, { title: member.title });
    this.members = inOrder([...this.members.filter(({ id }) => id !== member.id), member]);
    this.story = shelf.record();
  }

  /** To the place in an article that stands in this page. */
  #onOpen = (event: Event): void => {
    const { id, key } = (event as CustomEvent<{ id: string; key?: string }>).detail;
    const reader = this.#readers.get(id);
    if (!reader || event.defaultPrevented) return;
    event.preventDefault();
    const stop = key ? reader.reading?.mentionsOf(key)[0] : undefined;
    if (stop) reader.goTo(stop, { card: true });
    else reader.scrollIntoView({ block: "start" });
  };

  /** An article is read anew for the day it was given. */
  #onDate = (event: CustomEvent<{ id: string; published: string }>): void => {
    const { id, published } = event.detail;
    const reader = this.#readers.get(id);
    const member = this.members.find((known) => known.id === id);
    if (reader) reader.setAttribute("published", published);
    else if (member) void this.add({ id, title: member.title, text: member.reading.text, published });
  };

  protected override render() {
    if (!this.members.length) return html`<slot name="empty"></slot>`;
    return html`<glosser-across .members=${this.members} .story=${this.story} @glosser-open=${this.#onOpen} @glosser-published=${this.#onDate}></glosser-across>`;
  }
}
