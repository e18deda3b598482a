/**
 * `<glosser-dossier>`: what several articles tell of somebody, somewhere or some body: what they call it and when, with whom it
 * is named, what it says, what happened on which day, where it occurs. Of two, the sentences that name both. A dialog of its own:
 * Escape, a press beside it and each way into a text close it.
 */
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import type { FigureRecord, LibraryRecord } from "../core/index";
import { words } from "../locales/index";
import { otherNames, whereabouts } from "./facts";
import { dateLabel, day, type Kind, type Reading } from "./reading";
import { register } from "./register";
import { Spoken } from "./spoken";
import { lined, tokens } from "./theme";
import type { Member } from "./together";

/** Items of a list that are shown at first. */
const FIRST = 5;

export class GlosserDossier extends LitElement {
  static override properties = {
    members: { attribute: false },
    story: { attribute: false },
    shown: { attribute: false },
    link: { attribute: false },
    open: { attribute: false },
    closed: { attribute: false },
    whole: { state: true },
  };

  static override styles = [
    tokens,
    lined,
    css`
      dialog {
        inline-size: min(36rem, calc(100vw - 1.5rem)); max-block-size: min(44rem, calc(100dvh - 2rem)); padding: 1.25rem 1.5rem 1.5rem; overflow: auto; overscroll-behavior: contain;
        background: var(--g-raised); color: var(--g-ink); border: 1px solid var(--g-rule); border-radius: 8px;
        box-shadow: 0 1px 2px rgb(0 0 0 / 8%), 0 12px 40px rgb(0 0 0 / 18%); animation: rise 120ms ease-out;
      }
      dialog::backdrop { background: rgb(0 0 0 / 22%); }
      @keyframes rise { from { opacity: 0; } }
      h2 { margin: 0; padding-inline-end: 2.5rem; font: 600 1.25rem/1.3 var(--g-serif); text-wrap: balance; }
      h2:focus-visible { outline: none; }
      h3 { margin: 1.125rem 0 0.25rem; font: 500 0.75rem/1.4 var(--g-sans); color: var(--g-quiet); }
      p { margin: 0.25rem 0 0; }
      ul { list-style: ""; margin: 0; padding: 0; }
      li { padding-block: 0.1875rem; line-height: 1.5; }
      li a { color: inherit; text-decoration-color: var(--g-rule); text-underline-offset: 0.22em; }
      li a:hover { text-decoration-color: currentColor; }
      li time { color: var(--g-date); font: 500 0.8125rem/1.4 var(--g-sans); margin-inline-end: 0.375rem; }
      .text { font-family: var(--g-serif); font-size: 1rem; }
      .others { display: flex; flex-wrap: wrap; gap: 0 1rem; }
      .others button, .more { min-block-size: 1.75rem; }
      .others button:hover { color: var(--g-quiet); }
      .more { color: var(--g-quiet); text-decoration: underline; text-decoration-color: var(--g-rule); text-underline-offset: 0.22em; }
      /* Beside the name, and in reach however far one has scrolled. */
      .close { position: sticky; inset-block-start: 0; float: inline-end; margin-block-start: -2rem; margin-inline-end: -0.75rem; inline-size: 2.25rem; block-size: 2.25rem; display: grid; place-content: center; background: var(--g-raised); }
      @media (max-width: 40rem) {
        dialog { inline-size: 100%; max-inline-size: 100%; margin: auto 0 0; max-block-size: 80dvh; border-width: 1px 0 0; border-radius: 10px 10px 0 0; padding-inline: 1rem; }
      }
      @media (pointer: coarse) { .others button, .more { min-block-size: 2.75rem; } .close { inline-size: 2.75rem; block-size: 2.75rem; } li { padding-block: 0.5rem; } .others li { padding-block: 0; } li a { padding-block: 0.625rem; } }
      @media (prefers-reduced-motion: reduce) { dialog { animation: none; } }
    `,
  ];

  declare members: readonly Member[];
  declare story: LibraryRecord | undefined;
  /** Ids of one figure, or of two. */
  declare shown: readonly string[];
  declare link: (id: string, key?: string) => string;
  /** Is told of whom more is wanted. */
  declare open: ((...figures: string[]) => void) | undefined;
  declare closed: (() => void) | undefined;
  /** Lists that are shown to their ends. */
  declare whole: ReadonlySet<string>;

  constructor() {
    super();
    new Spoken(this);
    this.members = [];
    this.shown = [];
    this.whole = new Set();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener("hashchange", this.#shut);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener("hashchange", this.#shut);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has("shown")) this.whole = new Set();
  }

  protected override updated(changed: PropertyValues): void {
    if (!changed.has("shown")) return;
    const dialog = this.renderRoot.querySelector("dialog");
    if (dialog && !dialog.open) dialog.showModal();
    dialog?.scrollTo(0, 0);
    this.renderRoot.querySelector("h2")?.focus();
  }

  #figure(id: string | undefined): FigureRecord | undefined {
    return this.story?.figures.find((figure) => figure.id === id);
  }

  #member(id: string): Member | undefined {
    return this.members.find((member) => member.id === id);
  }

  protected override render() {
    const [one, other] = this.shown.map((id) => this.#figure(id));
    if (!one) return nothing;
    const name = other ? `${one.name} · ${other.name}` : one.name;
    return html`<dialog aria-label=${words.card.label(name)} @close=${() => this.closed?.()} @click=${this.#onClick}>
      <h2 tabindex="-1"><bdi>${name}</bdi></h2>
      <button type="button" class="close" aria-label=${words.card.close} @click=${this.#shut}>${cross}</button>
      ${other ? this.#both(one, other) : this.#alone(one)}
    </dialog>`;
  }

  /** Closed, too, when another view comes: nothing may stay shut off behind what is not seen. */
  #shut = (): void => this.renderRoot.querySelector("dialog")?.close();

  /** A press beside the dialog, or on a way into a text. */
  #onClick = (event: Event): void => {
    const [target] = event.composedPath();
    if (target === event.currentTarget || (target as Element).closest("a")) this.#shut();
  };

  #alone(figure: FigureRecord) {
    const { kind, id, roles, quotes, timeline, appearances } = figure;
    const entity = this.#entity(figure);
    const where = kind === "place" && entity ? whereabouts(entity) : undefined;
    const others = otherNames(figure);
    return html`<p class="quiet"><span class=${kind}>${words.kinds[kind as Kind]}</span>${where ? html` · <bdi>${where}</bdi>` : nothing}</p>
      ${others.length ? html`<p>${words.card.also(others.join(words.dates.comma))}</p>` : nothing}
      ${this.#list(
        words.across.roles,
        roles.map(({ text, articles }) => html`<li>${this.#days(articles)}<bdi>${text}</bdi></li>`),
      )}
      ${this.#beside(id)}
      ${this.#list(
        words.panel.said,
        quotes.flatMap(({ article, quote }) => {
          const member = this.#member(article);
          const said = member?.reading.record.quotes[quote];
          return member && said ? [this.#text(member, said, this.#published(member), said.speaker?.entity)] : [];
        }),
      )}
      ${this.#list(
        words.panel.when,
        timeline.flatMap((at) => {
          const event = this.story?.timeline[at];
          const member = event && this.#member(event.article);
          const date = event && member?.reading.record.dates[event.date];
          const told = event && member?.reading.told(event.sentence);
          return event && member && date && told
            ? [this.#text(member, told, dateLabel(date, "short") ?? date.value, member.reading.dateKey(event.date))]
            : [];
        }),
      )}
      ${this.#list(
        words.library.articles,
        appearances.flatMap(({ article, entity, mentions }) => {
          const member = this.#member(article);
          return member
            ? [
                html`<li>${time(this.#published(member))}<a href=${this.link(article, entity)} data-to="${article} ${entity}"><bdi>${member.title}</bdi></a> <span class="quiet">${words.panel.mentions(mentions)}</span></li>`,
              ]
            : [];
        }),
      )}`;
  }

  /** With whom, the most often first; each leads to the sentences that name both. */
  #beside(id: string) {
    const met = this.story?.meetings.filter(({ one, other }) => one === id || other === id) ?? [];
    const items = [...met]
      .sort((a, b) => b.sentences - a.sentences)
      .flatMap(({ one, other, sentences }) => {
        const beside = this.#figure(one === id ? other : one);
        return beside
          ? [
              html`<li><button type="button" @click=${() => this.open?.(id, beside.id)}><span class=${beside.kind}>${beside.name}</span> <span class="quiet" aria-label=${words.across.both(sentences)}>${sentences}</span></button></li>`,
            ]
          : [];
      });
    return this.#list(words.card.beside, items, "others");
  }

  /** The sentences that name both, article by article. */
  #both(one: FigureRecord, other: FigureRecord) {
    const items = this.members.flatMap((member) => {
      const [a, b] = [one, other].map(
        ({ appearances }) => appearances.find(({ article }) => article === member.id)?.entity,
      );
      if (!a || !b) return [];
      const there = naming(member.reading, b);
      return [...naming(member.reading, a)].flatMap((index) => {
        const at = there.has(index) && member.reading.told(index);
        return at ? [this.#text(member, at, this.#published(member), a)] : [];
      });
    });
    return html`<p class="quiet">${words.across.both(items.length)}</p>${this.#list("", items)}
      <ul class="others">${[one, other].map(({ id, name, kind }) => html`<li><button type="button" @click=${() => this.open?.(id)}><span class=${kind}>${name}</span></button></li>`)}</ul>`;
  }

  #text(member: Member, span: { start: number; end: number }, label: string, key?: string): TemplateResult {
    return html`<li>${time(label)}<a class="text" href=${this.link(member.id, key)} data-to=${key ? `${member.id} ${key}` : member.id} title=${member.title}><bdi>${member.reading.slice(span)}</bdi></a></li>`;
  }

  #list(title: string, items: TemplateResult[], kind = "") {
    if (!items.length) return nothing;
    const left = items.length - FIRST;
    const whole = kind || left < 2 || this.whole.has(title);
    return html`${title ? html`<h3>${title}</h3>` : nothing}<ul class=${kind}>${whole ? items : items.slice(0, FIRST)}</ul>
      ${
        whole
          ? nothing
          : html`<button type="button" class="more" @click=${() => {
              this.whole = new Set([...this.whole, title]);
            }}>${words.panel.more(left)}</button>`
      }`;
  }

  /** The figure in the first article that tells most of it. */
  #entity({ appearances }: FigureRecord) {
    const entities = appearances.flatMap(({ article, entity }) => this.#member(article)?.reading.entity(entity) ?? []);
    return entities.find(({ place }) => place) ?? entities[0];
  }

  #published({ reading }: Member): string {
    const { published } = reading.record;
    return published ? day(published, "short") : "";
  }

  /** From the first article that says so to the last. */
  #days(articles: readonly string[]) {
    const days = articles.flatMap((id) => {
      const member = this.#member(id);
      return member ? this.#published(member) || [] : [];
    });
    const [from, to] = [days[0], days.at(-1)];
    return time(from === to ? (from ?? "") : `${from} – ${to}`);
  }
}

/** The sentences of the story itself that name somebody, by their indexes. */
function naming({ record }: Reading, key: string): Set<number> {
  const stories = record.blocks.filter(({ kind }) => kind === "body" || kind === "deck");
  const own = record.mentions.filter(
    ({ entity, start }) => entity === key && stories.some((block) => block.start <= start && start < block.end),
  );
  return new Set(own.map(({ start }) => record.sentences.findIndex((at) => at.start <= start && start < at.end)));
}

const time = (label: string) => (label ? html`<time>${label}</time>` : nothing);

const cross = html`<svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><path d="M3 3l10 10M13 3L3 13" fill="none" stroke="currentColor" stroke-width="1.5"></path></svg>`;

register("glosser-dossier", GlosserDossier);
