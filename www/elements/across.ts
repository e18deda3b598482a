/**
 * `<glosser-across>` shows several articles together: their dates on one axis, the story in order, what each article adds to
 * it, who is named with whom, who and what is named in which article. A name leads to all that is told of it.
 * Set `members`, in the order they are to be shown, `story`, which is what a library makes of them, and `link`, which gives
 * the address of an entity or a day in an article.
 *
 * @fires glosser-published `detail.id`, `detail.published`: an article of which no day was known was given one.
 * @fires glosser-open      `detail.id`, `detail.key`: an article, or somebody or some day in it, was chosen; cancelled, its address is not followed.
 */
import { html, LitElement, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { LibraryRecord } from "../core/index";
import { words } from "../locales/index";
import { plain, seeker, sentencesWith } from "./across/search";
import { style } from "./across/style";
import { dayField } from "./dayfield";
import { type DateGroup, dateLabel, day, type Kind } from "./reading";
import { later } from "./rest";
import { Spoken } from "./spoken";
import { lined, tokens } from "./theme";
import { timeline, timelineStyle } from "./timeline";
import { type Member, type Shared, together } from "./together";
import { Width } from "./width";

const FIRST = 12;
/** Key sentences of each article, at most. */
const NEWS = 3;
/** Sentences that are found, at most. */
const MOST = 30;
const GROUPS: readonly Kind[] = ["person", "organization", "place"];

/** A list that is shown to its end, or only its beginning. */
type List = Kind | "story" | "adds" | "undated";

/** What a link leads to, as `glosser-open` tells it. */
const to = (id: string, key?: string): string => (key ? `${id} ${key}` : id);

export class GlosserAcross extends LitElement {
  static override properties = {
    members: { attribute: false },
    story: { attribute: false },
    link: { attribute: false },
    inner: { state: true },
    sought: { state: true },
    whole: { state: true },
    shown: { state: true },
  };

  static override styles = [tokens, lined, timelineStyle, style];

  declare members: readonly Member[];
  declare story: LibraryRecord | undefined;
  declare link: (id: string, key?: string) => string;
  declare inner: number;
  declare sought: string;
  // Lists that are shown to their ends.
  declare whole: ReadonlySet<List>;
  // Of whom the dossier is open; two, whose sentences are.
  declare shown: readonly string[];
  #width: Width | undefined;

  constructor() {
    super();
    new Spoken(this);
    this.members = [];
    this.story = undefined;
    this.link = (id, key) => `#${id}${key ? `/${encodeURIComponent(key)}` : ""}`;
    this.inner = 0;
    this.sought = "";
    this.whole = new Set();
    this.shown = [];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#width = new Width(this.renderRoot, (inner) => {
      this.inner = inner;
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#width?.disconnect();
  }

  /** Tells what was chosen; false if somebody else follows it. */
  #chosen(id: string, key?: string): boolean {
    const detail = { id, ...(key ? { key } : {}) };
    return this.dispatchEvent(
      new CustomEvent("glosser-open", { bubbles: true, composed: true, cancelable: true, detail }),
    );
  }

  #onClick = (event: Event): void => {
    const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
    const [id, key] = link?.dataset.to?.split(" ") ?? [];
    if (id && !this.#chosen(id, key)) event.preventDefault();
  };

  protected override render() {
    const { members, story } = this;
    if (!members.length || !story) return nothing;
    const fits = seeker(this.sought);
    const figures = story.figures.filter(({ aliases }) => fits(aliases.join(" ")));
    const table = figures.length ? this.#table(figures) : nothing;
    const sought = Boolean(this.sought.trim());
    return html`<div @click=${this.#onClick}>${this.#undated()}<input type="search" aria-label=${words.across.search} placeholder=${words.across.search} .value=${this.sought}
        @input=${(event: InputEvent) => {
          this.sought = (event.target as HTMLInputElement).value;
        }}>
      ${sought ? table : nothing} ${this.#found()} ${this.#dates()} ${this.#told(story)} ${this.#met(story)} ${this.#added(story)}
      ${sought ? nothing : table} ${this.#dossier(story)}</div>`;
  }

  /** Who and what is named in which article; of somebody who is sought, what stands first. */
  #table(figures: LibraryRecord["figures"]) {
    const naming = new Set(figures.flatMap(({ appearances }) => appearances.map(({ article }) => article)));
    const columns = this.members.filter(({ id }) => naming.has(id));
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${words.across.table}><table>
        <thead><tr><td></td>${columns.map(
          (m) =>
            html`<th scope="col"><a href=${this.link(m.id)} data-to=${to(m.id)} title=${m.title}>${m.reading.record.published ? day(m.reading.record.published, "short") : m.title}<span class="unseen">: ${m.title}</span></a></th>`,
        )}</tr></thead>
        ${GROUPS.map((kind) =>
          this.#group(
            kind,
            columns,
            figures.filter((figure) => figure.kind === kind),
          ),
        )}
      </table></div>`;
  }

  /** Articles that stand in no order yet, and what they need for it. */
  #undated() {
    const open = this.members.filter(({ reading }) => !reading.record.published);
    if (!open.length) return nothing;
    const tell = (id: string, published: string) => {
      const detail = { id, published };
      this.dispatchEvent(new CustomEvent("glosser-published", { bubbles: true, composed: true, detail }));
    };
    const shown = this.whole.has("undated") ? open : open.slice(0, FIRST);
    return html`<p>${words.panel.publishedUnknown}</p>
      <ul class="undated">${repeat(
        shown,
        ({ id }) => id,
        ({ id, title }) =>
          html`<li><a href=${this.link(id)} data-to=${to(id)}>${title}</a> ${dayField("", (day) => tell(id, day))}</li>`,
      )}</ul>${this.#more("undated", open.length)}`;
  }

  /** Sentences with the words that are sought; a press leads to the first name or day in each. */
  #found() {
    const found = sentencesWith(this.members, this.sought, MOST);
    if (!found.length) return nothing;
    return html`<h2>${words.across.found}</h2>
      <ol class="story">${found.map(
        ({ member, text, stop }) =>
          html`<li><a href=${this.link(member.id, stop?.key)} data-to=${to(member.id, stop?.key)}><b>${member.title}</b> ${text}</a></li>`,
      )}</ol>`;
  }

  #member(id: string): Member | undefined {
    return this.members.find((member) => member.id === id);
  }

  /** What `#events` were made of, and in which language. */
  #made: unknown[] = [];
  #events: { member: Member; date: number; label: string; text: string; plainly: string }[] = [];

  /** Every dated sentence, worked out once: with each letter that is sought all of them are gone through. */
  #dated({ timeline }: LibraryRecord) {
    const made = [timeline, this.members, words];
    if (made.some((one, i) => one !== this.#made[i])) {
      this.#made = made;
      const members = new Map(this.members.map((member) => [member.id, member]));
      const events = timeline.flatMap(({ article, sentence, date }) => {
        const member = members.get(article);
        const [at, said] = [member?.reading.told(sentence), member?.reading.record.dates[date]];
        if (!member || !at || !said) return [];
        const [label, text] = [dateLabel(said) ?? said.value, member.reading.slice(at)];
        return [{ member, date, label, text, plainly: plain(`${label} ${text}`) }];
      });
      // A sentence with several days is told at the first of them.
      this.#events = events.filter(
        ({ member, text }, i) => events[i - 1]?.member !== member || events[i - 1]?.text !== text,
      );
    }
    return this.#events;
  }

  /** Every dated sentence in the order of what it speaks of; a press leads to its day in its article. */
  #told(story: LibraryRecord) {
    const fits = seeker(this.sought);
    const all = this.#dated(story).filter(({ text, plainly }) => fits(text, plainly));
    if (!all.length) return nothing;
    const shown = this.whole.has("story") ? all : all.slice(0, FIRST);
    return html`<h2>${words.across.story}</h2>
      <ol class="story days">${shown.map(
        ({ member, date, label, text }) =>
          html`<li><a href=${this.link(member.id, member.reading.dateKey(date))} data-to=${to(member.id, member.reading.dateKey(date))}><b>${label}</b> ${text}</a></li>`,
      )}</ol>${this.#more("story", all.length)}`;
  }

  /** What no earlier article says, and whom none of them names. */
  #added({ articles, figures }: LibraryRecord) {
    if (this.sought.trim()) return nothing;
    const names = new Map(figures.map(({ id, name }) => [id, name]));
    const own = (member: Member, figure: string) =>
      figures.find(({ id }) => id === figure)?.appearances.find(({ article }) => article === member.id)?.entity;
    const shown = this.whole.has("adds") ? articles : articles.slice(0, FIRST);
    return html`<h2>${words.across.adds}</h2>
      ${shown.map(({ id, news, newFigures, echoes }) => {
        const member = this.#member(id);
        if (!member) return nothing;
        const { record } = member.reading;
        const sentences = news.slice(0, NEWS).flatMap((index) => member.reading.told(index) ?? []);
        return html`<h3><a href=${this.link(id)} data-to=${to(id)}>${member.title}</a>${record.published ? html` <span>${day(record.published)}</span>` : nothing}</h3>
          <ul>${sentences.map((at) => html`<li>${member.reading.slice(at)}</li>`)}</ul>
          ${
            newFigures.length
              ? html`<p><span>${words.across.first}:</span> ${newFigures
                  .slice(0, FIRST)
                  .map(
                    (figure, i) =>
                      html`${i ? ", " : ""}<a href=${this.link(id, own(member, figure))} data-to=${to(id, own(member, figure))}>${names.get(figure)}</a>`,
                  )}</p>`
              : nothing
          }
          ${
            echoes.length
              ? html`<details><summary>${words.card.elsewhere(new Set(echoes.map(({ article }) => article)).size)}</summary>
                <ul>${echoes.map(({ sentence, article, other }) => {
                  const [here, there] = [member.reading.told(sentence), this.#member(article)];
                  const at = there?.reading.told(other);
                  return here && there && at
                    ? html`<li>${member.reading.slice(here)} <a href=${this.link(article)} data-to=${to(article)} title=${there.reading.slice(at)}>${there.title}</a></li>`
                    : nothing;
                })}</ul></details>`
              : nothing
          }`;
      })}${this.#more("adds", articles.length)}`;
  }

  /** Who is named with whom: a drawing of its own, which comes when first needed. */
  #met(story: LibraryRecord) {
    if (!story.meetings.length) return nothing;
    later(() => import("./company"));
    return html`<glosser-company .story=${story} .fits=${seeker(this.sought)} .width=${this.inner} .open=${this.#open}></glosser-company>`;
  }

  /** Opens the dossier of somebody, or the sentences that name two. */
  #open = (...figures: string[]): void => {
    void import("./dossier");
    this.shown = figures;
  };

  #dossier(story: LibraryRecord) {
    if (!this.shown.length) return nothing;
    const closed = () => {
      this.shown = [];
    };
    return html`<glosser-dossier .members=${this.members} .story=${story} .shown=${this.shown} .link=${this.link} .open=${this.#open} .closed=${closed}></glosser-dossier>`;
  }

  #group(kind: Kind, columns: readonly Member[], figures: LibraryRecord["figures"]) {
    if (!figures.length) return nothing;
    const shown = together(columns, this.whole.has(kind) ? figures : figures.slice(0, FIRST));
    return html`<tbody>
      <tr class="sub"><th colspan=${columns.length + 1} scope="rowgroup">${words.kindsPlural[kind]}</th></tr>
      ${shown.map(
        (
          row,
        ) => html`<tr class=${kind}><th scope="row"><button type="button" @click=${() => this.#open(row.id)}><span class=${kind}>${row.name}</span></button></th>
          ${this.#cells(row, columns)}</tr>`,
      )}
      ${figures.length > FIRST ? html`<tr class="sub"><th colspan=${columns.length + 1}>${this.#more(kind, figures.length)}</th></tr>` : nothing}
    </tbody>`;
  }

  /** Where somebody is named; articles that do not name them, one after the other, are one cell: most of a large table is empty. */
  #cells({ name, cells }: Shared, columns: readonly Member[]) {
    const drawn: unknown[] = [];
    let empty = 0;
    const gap = () => {
      if (empty) drawn.push(html`<td colspan=${empty}></td>`);
      empty = 0;
    };
    for (const [i, member] of columns.entries()) {
      const cell = cells[i];
      if (!cell) {
        empty++;
        continue;
      }
      gap();
      drawn.push(html`<td><a href=${this.link(member.id, cell.entity)} data-to=${to(member.id, cell.entity)}><svg class="dot" width="20" height="20" viewBox="-10 -10 20 20" aria-hidden="true"><circle r=${Math.min(2 + Math.sqrt(cell.mentions) * 1.7, 10)}></circle></svg>
        <span class="unseen">${name}: ${words.panel.mentions(cell.mentions)}, ${member.title}</span></a></td>`);
    }
    gap();
    return drawn;
  }

  /** Shows a list to its end, or only its beginning. */
  #more(list: List, length: number) {
    if (length <= FIRST) return nothing;
    const whole = this.whole.has(list);
    const turn = () => {
      const others = [...this.whole].filter((one) => one !== list);
      this.whole = new Set(whole ? others : [...others, list]);
    };
    return html`<button type="button" class="more" @click=${turn}>${whole ? words.panel.fewer : words.panel.more(length - FIRST)}</button>`;
  }

  /** All dates on one axis; a press leads to the first article that names the day. */
  #dates() {
    const merged = new Map<string, DateGroup & { id: string; first: string }>();
    for (const member of this.members)
      for (const group of member.reading.dateGroups) {
        if (!group.from || group.vague || group.type === "DURATION" || group.type === "SET") continue;
        const key = `${group.from} ${group.to} ${group.soft}`;
        const same = merged.get(key);
        if (same) same.dates = [...same.dates, ...group.dates];
        else merged.set(key, { ...group, key, id: member.id, first: group.key });
      }
    const published = this.members.flatMap((m) => (m.reading.record.published ? [m.reading.record.published] : []));
    if (!this.inner || !merged.size) return nothing;
    return timeline([...merged.values()], published, this.inner, undefined, {
      go: (key) => {
        const { id, first } = merged.get(key) ?? {};
        if (id && this.#chosen(id, first)) location.href = this.link(id, first);
      },
      hover() {},
    });
  }
}
