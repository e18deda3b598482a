/**
 * `<glosser-across>` shows several articles together: their dates on one axis, the story in order, what each article adds to
 * it, who is named with whom, who and what is named in which article. A name leads to all that is told of it.
 * Set `members`, in the order they are to be shown, `story`, which is what a library makes of them, and `link`, which gives
 * the address of an entity or a day in an article.
 *
 * @fires glosser-published `detail.id`, `detail.published`: an article of which no day was known was given one.
 * @fires glosser-open      `detail.id`, `detail.key`: an article, or somebody or some day in it, was chosen; cancelled, its address is not followed.
 */
import { html, LitElement, noChange, nothing, type PropertyValues } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { LibraryRecord } from "../core/index";
import { words } from "../locales/index";
import { plain, plainly, seeker, sentencesWith } from "./across/search";
import { style } from "./across/style";
import { dayField } from "./dayfield";
import { type DateGroup, dateLabel, day, type Kind } from "./reading";
import { later, pieces, rest } from "./rest";
import { Spoken } from "./spoken";
import { lined, tokens } from "./theme";
import { timeline, timelineStyle } from "./timeline";
import { type Member, type Shared, together } from "./together";
import { Width } from "./width";

const FIRST = 12;
/** How much more of a list is shown at a press. */
const STEP = 200;
/** Columns of the table, at first. */
const COLUMNS = 60;
/** How many turns it takes to draw all: a library may be large. */
const TURNS = 7;
/** Key sentences of each article, at most. */
const NEWS = 3;
/** Sentences that are found, at most. */
const MOST = 30;
const GROUPS: readonly Kind[] = ["person", "organization", "place"];

/** A list that is shown to its end, or only its beginning. */
type List = Kind | "story" | "adds" | "undated" | "columns";

/** A dated sentence, as it is told and as it is sought. */
interface Told {
  member: Member;
  date: number;
  label: string;
  text: string;
  plainly: string;
}

/** A day, with the article that names it first and its key there. */
type Dated = DateGroup & { id: string; first: string };

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
  // How much of a list is shown, where it is more than its beginning.
  declare whole: ReadonlyMap<List, number>;
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
    this.whole = new Map();
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

  /** Whose turn it is to be drawn. */
  #turn = 0;
  /** What the lists below were made of, and in which language. */
  #made: unknown[] = [];
  /** Every dated sentence, and every day: with each letter that is sought all of them are gone through. */
  #events: Told[] = [];
  #days: Dated[] = [];
  #members = new Map<string, Member>();

  /** A turn for each section: what a thousand articles hold is much to draw. */
  protected override async scheduleUpdate(): Promise<void> {
    await rest();
    await this.#prepare();
    super.scheduleUpdate();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.size || this.#turn >= TURNS) this.#turn = 0;
  }

  protected override updated(): void {
    if (++this.#turn < TURNS) this.requestUpdate();
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    while (!(await super.getUpdateComplete()));
    return true;
  }

  /** What all sections are drawn from is worked out in pieces, once. */
  async #prepare(): Promise<void> {
    const next = pieces();
    if (this.sought.trim())
      for (const { reading } of this.members) {
        plainly(reading);
        await next();
      }
    const now = () => [this.story, this.members, words];
    while (now().some((one, i) => one !== this.#made[i])) {
      this.#made = now();
      const { members, story } = this;
      this.#members = new Map(members.map((member) => [member.id, member]));
      const days = new Map<string, Dated>();
      for (const member of members) {
        for (const group of member.reading.dateGroups) {
          if (!group.from || group.vague || group.type === "DURATION" || group.type === "SET") continue;
          const key = `${group.from} ${group.to} ${group.soft}`;
          const same = days.get(key);
          if (same) same.dates = [...same.dates, ...group.dates];
          else days.set(key, { ...group, key, id: member.id, first: group.key });
        }
        await next();
      }
      this.#days = [...days.values()];
      const events: Told[] = [];
      for (const { article, sentence, date } of story?.timeline ?? []) {
        const member = this.#members.get(article);
        const [at, said] = [member?.reading.told(sentence), member?.reading.record.dates[date]];
        if (!member || !at || !said) continue;
        const [label, text] = [dateLabel(said) ?? said.value, member.reading.slice(at)];
        // A sentence with several days is told at the first of them.
        const before = events.at(-1);
        if (before?.member === member && before.text === text) continue;
        events.push({ member, date, label, text, plainly: plain(`${label} ${text}`) });
        await next();
      }
      this.#events = events;
    }
  }

  protected override render() {
    const { members, story } = this;
    if (!members.length || !story) return nothing;
    const sought = Boolean(this.sought.trim());
    const inTurn = (turn: number, section: () => unknown) => (turn === this.#turn ? section() : noChange);
    return html`<div @click=${this.#onClick}>${inTurn(0, () => this.#undated())}<input type="search" aria-label=${words.across.search} placeholder=${words.across.search} .value=${this.sought}
        @input=${(event: InputEvent) => {
          this.sought = (event.target as HTMLInputElement).value;
        }}>
      ${inTurn(0, () => (sought ? this.#table(story) : nothing))} ${inTurn(1, () => this.#found())} ${inTurn(2, () => this.#dates())}
      ${inTurn(3, () => this.#told())} ${inTurn(4, () => this.#met(story))} ${inTurn(5, () => this.#added(story))}
      ${inTurn(6, () => (sought ? nothing : this.#table(story)))} ${this.#dossier(story)}</div>`;
  }

  /** Who and what is named in which article; of somebody who is sought, what stands first. */
  #table(story: LibraryRecord) {
    const fits = seeker(this.sought);
    const figures = story.figures.filter(({ aliases }) => fits(aliases.join(" ")));
    if (!figures.length) return nothing;
    const groups = GROUPS.map((kind) => ({ kind, all: figures.filter((figure) => figure.kind === kind) }));
    const shown = groups.flatMap(({ kind, all }) => this.#shown(kind, all));
    const naming = new Set(shown.flatMap(({ appearances }) => appearances.map(({ article }) => article)));
    const all = this.members.filter(({ id }) => naming.has(id));
    const columns = this.#shown("columns", all, COLUMNS);
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${words.across.table}><table>
        <thead><tr><td></td>${columns.map(
          (m) =>
            html`<th scope="col"><a href=${this.link(m.id)} data-to=${to(m.id)} title=${m.title}>${m.reading.record.published ? day(m.reading.record.published, "short") : m.title}<span class="unseen">: ${m.title}</span></a></th>`,
        )}</tr></thead>
        ${groups.map(({ kind, all }) => this.#group(kind, columns, all))}
      </table></div>${this.#more("columns", all.length, COLUMNS)}`;
  }

  /** Articles that stand in no order yet, and what they need for it. */
  #undated() {
    const open = this.members.filter(({ reading }) => !reading.record.published);
    if (!open.length) return nothing;
    const tell = (id: string, published: string) => {
      const detail = { id, published };
      this.dispatchEvent(new CustomEvent("glosser-published", { bubbles: true, composed: true, detail }));
    };
    const shown = this.#shown("undated", open);
    return html`<p>${words.panel.publishedUnknown}</p>
      <ul class="undated">${repeat(
        shown,
        ({ id }) => id,
        ({ id, title }) =>
          html`<li><a href=${this.link(id)} data-to=${to(id)}><bdi>${title}</bdi></a> ${dayField("", (day) => tell(id, day))}</li>`,
      )}</ul>${this.#more("undated", open.length)}`;
  }

  /** Sentences with the words that are sought; a press leads to the first name or day in each. */
  #found() {
    const found = sentencesWith(this.members, this.sought, MOST);
    if (!found.length) return nothing;
    return html`<h2>${words.across.found}</h2>
      <ol class="story">${found.map(
        ({ member, text, stop }) =>
          html`<li><a href=${this.link(member.id, stop?.key)} data-to=${to(member.id, stop?.key)}><b>${member.title}</b> <bdi>${text}</bdi></a></li>`,
      )}</ol>`;
  }

  /** Every dated sentence in the order of what it speaks of; a press leads to its day in its article. */
  #told() {
    const fits = seeker(this.sought);
    const all = this.#events.filter(({ text, plainly }) => fits(text, plainly));
    if (!all.length) return nothing;
    const shown = this.#shown("story", all);
    return html`<h2>${words.across.story}</h2>
      <ol class="story days">${shown.map(
        ({ member, date, label, text }) =>
          html`<li><a href=${this.link(member.id, member.reading.dateKey(date))} data-to=${to(member.id, member.reading.dateKey(date))}><b>${label}</b> <bdi>${text}</bdi></a></li>`,
      )}</ol>${this.#more("story", all.length)}`;
  }

  /** What no earlier article says, and whom none of them names. */
  #added({ articles, figures }: LibraryRecord) {
    if (this.sought.trim()) return nothing;
    const known = new Map(figures.map((figure) => [figure.id, figure]));
    const own = (member: Member, figure: string) =>
      known.get(figure)?.appearances.find(({ article }) => article === member.id)?.entity;
    const shown = this.#shown("adds", articles);
    return html`<h2>${words.across.adds}</h2>
      ${shown.map(({ id, news, newFigures, echoes }) => {
        const member = this.#members.get(id);
        if (!member) return nothing;
        const { record } = member.reading;
        const sentences = news.slice(0, NEWS).flatMap((index) => member.reading.told(index) ?? []);
        return html`<h3><a href=${this.link(id)} data-to=${to(id)}><bdi>${member.title}</bdi></a>${record.published ? html` <span>${day(record.published)}</span>` : nothing}</h3>
          <ul>${sentences.map((at) => html`<li><bdi>${member.reading.slice(at)}</bdi></li>`)}</ul>
          ${
            newFigures.length
              ? html`<p><span>${words.across.first}:</span> ${newFigures
                  .slice(0, FIRST)
                  .map(
                    (figure, i) =>
                      html`${i ? ", " : ""}<a href=${this.link(id, own(member, figure))} data-to=${to(id, own(member, figure))}>${known.get(figure)?.name}</a>`,
                  )}</p>`
              : nothing
          }
          ${
            echoes.length
              ? html`<details><summary>${words.card.elsewhere(new Set(echoes.map(({ article }) => article)).size)}</summary>
                <ul>${echoes.map(({ sentence, article, other }) => {
                  const [here, there] = [member.reading.told(sentence), this.#members.get(article)];
                  const at = there?.reading.told(other);
                  return here && there && at
                    ? html`<li><bdi>${member.reading.slice(here)}</bdi> <a href=${this.link(article)} data-to=${to(article)} title=${there.reading.slice(at)}><bdi>${there.title}</bdi></a></li>`
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
    const shown = together(columns, this.#shown(kind, figures));
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

  /** Of a list, as much as is shown. */
  #shown<T>(list: List, all: readonly T[], first = FIRST): readonly T[] {
    return all.slice(0, this.whole.get(list) ?? first);
  }

  /** Shows more of a list; where its end is shown, only its beginning. */
  #more(list: List, length: number, first = FIRST) {
    if (length <= first) return nothing;
    const shown = this.whole.get(list) ?? first;
    const turn = () => {
      this.whole = new Map([...this.whole, [list, shown < length ? shown + STEP : first]]);
    };
    return html`<button type="button" class="more" @click=${turn}>${shown < length ? words.panel.more(length - shown) : words.panel.fewer}</button>`;
  }

  /** All dates on one axis; a press leads to the first article that names the day. */
  #dates() {
    const published = this.members.flatMap((m) => (m.reading.record.published ? [m.reading.record.published] : []));
    if (!this.inner || !this.#days.length) return nothing;
    return timeline(this.#days, published, this.inner, undefined, {
      go: (key) => {
        const { id, first } = this.#days.find((day) => day.key === key) ?? {};
        if (id && this.#chosen(id, first)) location.href = this.link(id, first);
      },
      hover() {},
    });
  }
}
