/**
 * `<glosser-across>` shows several articles together: their dates on one axis, the story in order, what each article adds to
 * it, who and what is named in which, who is named with whom.
 * Set `members`, in the order they are to be shown, `story`, which is what a library makes of them, and `link`, which gives
 * the address of an entity or a day in an article.
 */
import { css, html, LitElement, nothing } from "lit";
import type { LibraryRecord } from "../core/index";
import { words } from "../locales/index";
import { type DateGroup, dateLabel, day, type Kind } from "./reading";
import { Spoken } from "./spoken";
import { lined, tokens } from "./theme";
import { timeline, timelineStyle } from "./timeline";
import { type Member, type Shared, together } from "./together";
import { Width } from "./width";

const FIRST = 12;
/** Key sentences of each article, and pairs, at most. */
const NEWS = 3;
const PAIRS = 20;
const GROUPS: readonly Kind[] = ["person", "organization", "place"];

/** Words as they are sought: without case, accents, marks. */
const plain = (text: string): string =>
  text
    .normalize("NFD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** All names of a figure. */
const names = (story: LibraryRecord, figure: string): string =>
  story.figures.find(({ id }) => id === figure)?.aliases.join(" ") ?? "";

export class GlosserAcross extends LitElement {
  static override properties = {
    members: { attribute: false },
    story: { attribute: false },
    link: { attribute: false },
    inner: { state: true },
    sought: { state: true },
    whole: { state: true },
  };

  static override styles = [
    tokens,
    lined,
    timelineStyle,
    css`
      :host { display: block; }
      .scroll { overflow-x: auto; margin-inline: -0.25rem; padding-inline: 0.25rem; }
      table { border-collapse: collapse; inline-size: 100%; margin-block-start: 1.5rem; }
      caption, .sub th { text-align: start; font: 500 0.75rem/1.4 var(--g-sans); color: var(--g-quiet); padding-block: 1rem 0.25rem; }
      th { font-weight: 400; text-align: start; padding: 0.25rem 0.75rem 0.25rem 0; min-inline-size: 8rem; }
      thead th { vertical-align: bottom; min-inline-size: 4rem; padding-inline: 0.25rem; text-align: center; font-size: 0.8125rem; color: var(--g-quiet); }
      thead a, td a { color: inherit; }
      thead a { display: inline-block; min-block-size: 1.5rem; text-decoration-color: var(--g-rule); text-underline-offset: 0.25em; }
      td { text-align: center; padding: 0; }
      td a { display: grid; place-content: center; min-block-size: 2rem; border-radius: 4px; }
      tbody tr:hover, td a:hover { background: color-mix(in srgb, var(--g-ink) 5%, transparent); }
      tbody tr { border-block-start: 1px solid color-mix(in srgb, var(--g-rule) 60%, transparent); }
      tbody tr.sub { border: 0; background: none; }
      .dot { display: block; overflow: visible; }
      tr.person { --tick: var(--g-person); } tr.place { --tick: var(--g-place); } tr.organization { --tick: var(--g-organization); }
      tr.person, tr.place, tr.organization { text-decoration: none; }
      circle { fill: var(--tick); fill-opacity: 0.75; }
      .more { color: var(--g-quiet); min-block-size: 2rem; text-decoration: underline; text-decoration-color: var(--g-rule); text-underline-offset: 0.25em; }
      input { font: inherit; font-size: 0.9375rem; inline-size: min(100%, 28rem); box-sizing: border-box; padding: 0.375rem 0.625rem; margin-block-end: 1rem; border: 1px solid var(--g-rule); border-radius: 6px; background: transparent; color: inherit; min-block-size: 2.25rem; }
      details { margin-block: 0.5rem; }
      summary { color: var(--g-quiet); cursor: pointer; }
      h2 { font: 500 1rem/1.4 var(--g-sans); margin-block: 2.5rem 0.5rem; }
      h3 { font: 500 0.9375rem/1.4 var(--g-sans); margin-block: 1.25rem 0.25rem; }
      h3 span, p span { color: var(--g-quiet); font-weight: 400; }
      h3 a, p a, li a { color: inherit; text-decoration-color: var(--g-rule); text-underline-offset: 0.25em; }
      ol, ul { margin: 0; padding-inline-start: 1.25rem; }
      .story { list-style: none; padding: 0; }
      li { margin-block: 0.375rem; line-height: 1.5; max-inline-size: 44rem; }
      .story a { display: block; text-decoration: none; }
      .story b { font: 500 0.8125rem/1.4 var(--g-sans); color: var(--g-date); margin-inline-end: 0.375rem; }
      .story a:hover { background: color-mix(in srgb, var(--g-ink) 5%, transparent); }
      @media (max-width: 40rem) {
        th { min-inline-size: 6rem; padding-inline-end: 0.25rem; overflow-wrap: anywhere; }
        thead th { min-inline-size: 2.5rem; padding-inline: 0.125rem; font-size: 0.75rem; }
      }
      @media (pointer: coarse) { td a, .more, thead a { min-block-size: 2.75rem; } }
      @media (forced-colors: active) { circle { fill: CanvasText; } }
    `,
  ];

  declare members: readonly Member[];
  declare story: LibraryRecord | undefined;
  declare link: (id: string, key?: string) => string;
  declare inner: number;
  declare sought: string;
  declare whole: ReadonlySet<Kind>;
  #width: Width | undefined;

  constructor() {
    super();
    new Spoken(this);
    this.members = [];
    this.story = undefined;
    this.link = (id) => `#${id}`;
    this.inner = 0;
    this.sought = "";
    this.whole = new Set();
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

  protected override render() {
    const { members, story } = this;
    if (!members.length || !story) return nothing;
    const shared = together(members, story).filter(({ id }) => this.#fits(names(story, id)));
    return html`<input type="search" aria-label=${words.across.search} placeholder=${words.across.search} .value=${this.sought}
        @input=${(event: InputEvent) => {
          this.sought = (event.target as HTMLInputElement).value;
        }}>
      ${this.#dates()} ${this.#told(story)} ${this.#added(story)}
      <div class="scroll" tabindex="0" role="region" aria-label=${words.across.table}><table>
        <thead><tr><td></td>${members.map(
          (m) =>
            html`<th scope="col"><a href=${this.link(m.id)} title=${m.title}>${m.reading.record.published ? day(m.reading.record.published, "short") : m.title}<span class="unseen">: ${m.title}</span></a></th>`,
        )}</tr></thead>
        ${GROUPS.map((kind) =>
          this.#group(
            kind,
            shared.filter((s) => s.kind === kind),
          ),
        )}
      </table></div>
      ${this.#met(story)}`;
  }

  /** Whether every word that is sought begins one of these. */
  #fits(text: string): boolean {
    const all = plain(text).split(" ");
    return plain(this.sought)
      .split(" ")
      .every((word) => all.some((other) => other.startsWith(word)));
  }

  #member(id: string): Member | undefined {
    return this.members.find((member) => member.id === id);
  }

  /** Every dated sentence in the order of what it speaks of; a press leads to its day in its article. */
  #told({ timeline }: LibraryRecord) {
    const events = timeline.flatMap(({ article, sentence, date }) => {
      const member = this.#member(article);
      const [at, said] = [member?.reading.told(sentence), member?.reading.record.dates[date]];
      return member && at && said
        ? [{ member, date, label: dateLabel(said) ?? said.value, text: member.reading.slice(at) }]
        : [];
    });
    // A sentence with several days is told at the first of them.
    const once = events.filter(
      ({ member, text }, i) => events[i - 1]?.member !== member || events[i - 1]?.text !== text,
    );
    if (!once.length) return nothing;
    return html`<h2>${words.across.story}</h2>
      <ol class="story">${once.map(
        ({ member, date, label, text }) =>
          html`<li><a href=${this.link(member.id, member.reading.dateKey(date))}><b>${label}</b> ${text}</a></li>`,
      )}</ol>`;
  }

  /** What no earlier article says, and whom none of them names. */
  #added({ articles, figures }: LibraryRecord) {
    if (this.sought.trim()) return nothing;
    const names = new Map(figures.map(({ id, name }) => [id, name]));
    const own = (member: Member, figure: string) =>
      figures.find(({ id }) => id === figure)?.appearances.find(({ article }) => article === member.id)?.entity;
    return html`<h2>${words.across.adds}</h2>
      ${articles.map(({ id, news, newFigures, echoes }) => {
        const member = this.#member(id);
        if (!member) return nothing;
        const { record } = member.reading;
        const sentences = news.slice(0, NEWS).flatMap((index) => member.reading.told(index) ?? []);
        return html`<h3><a href=${this.link(id)}>${member.title}</a>${record.published ? html` <span>${day(record.published)}</span>` : nothing}</h3>
          <ul>${sentences.map((at) => html`<li>${member.reading.slice(at)}</li>`)}</ul>
          ${
            newFigures.length
              ? html`<p><span>${words.across.first}:</span> ${newFigures
                  .slice(0, FIRST)
                  .map(
                    (figure, i) =>
                      html`${i ? ", " : ""}<a href=${this.link(id, own(member, figure))}>${names.get(figure)}</a>`,
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
                    ? html`<li>${member.reading.slice(here)} <a href=${this.link(article)} title=${there.reading.slice(at)}>${there.title}</a></li>`
                    : nothing;
                })}</ul></details>`
              : nothing
          }`;
      })}`;
  }

  /** Who is named in one sentence with whom, in most articles first. */
  #met({ meetings, figures }: LibraryRecord) {
    const names = new Map(figures.map(({ id, name }) => [id, name]));
    const met = meetings.filter(({ one, other }) => this.#fits(`${names.get(one)} ${names.get(other)}`));
    if (!met.length) return nothing;
    return html`<h2>${words.across.together}</h2>
      <ul>${met.slice(0, PAIRS).map(
        ({ one, other, articles }) =>
          html`<li>${names.get(one)} · ${names.get(other)}: ${articles.map((id) => {
            const published = this.#member(id)?.reading.record.published;
            return html` <a href=${this.link(id)}>${published ? day(published, "short") : this.#member(id)?.title}</a>`;
          })}</li>`,
      )}</ul>`;
  }

  #group(kind: Kind, rows: readonly Shared[]) {
    if (!rows.length) return nothing;
    const whole = this.whole.has(kind);
    const shown = whole ? rows : rows.slice(0, FIRST);
    return html`<tbody>
      <tr class="sub"><th colspan=${this.members.length + 1} scope="rowgroup">${words.kindsPlural[kind]}</th></tr>
      ${shown.map(
        (row) => html`<tr class=${kind}><th scope="row"><span class=${kind}>${row.name}</span></th>
          ${row.cells.map((cell, i) => {
            const member = this.members[i];
            return html`<td>${
              cell && member
                ? html`<a href=${this.link(member.id, cell.entity)}><svg class="dot" width="20" height="20" viewBox="-10 -10 20 20" aria-hidden="true"><circle r=${Math.min(2 + Math.sqrt(cell.mentions) * 1.7, 10)}></circle></svg>
                  <span class="unseen">${row.name}: ${words.panel.mentions(cell.mentions)}, ${member.title}</span></a>`
                : nothing
            }</td>`;
          })}</tr>`,
      )}
      ${
        rows.length > FIRST
          ? html`<tr class="sub"><th colspan=${this.members.length + 1}><button type="button" class="more" @click=${() => {
              const next = new Set(this.whole);
              if (whole) next.delete(kind);
              else next.add(kind);
              this.whole = next;
            }}>${whole ? words.panel.fewer : words.panel.more(rows.length - FIRST)}</button></th></tr>`
          : nothing
      }
    </tbody>`;
  }

  /** All dates on one axis; a press leads to the first article that names the day. */
  #dates() {
    const merged = new Map<string, DateGroup & { at: string }>();
    for (const member of this.members)
      for (const group of member.reading.dateGroups) {
        if (!group.from || group.vague || group.type === "DURATION" || group.type === "SET") continue;
        const key = `${group.from} ${group.to} ${group.soft}`;
        const same = merged.get(key);
        if (same) same.dates = [...same.dates, ...group.dates];
        else merged.set(key, { ...group, key, at: this.link(member.id, group.key) });
      }
    const published = this.members.flatMap((m) => (m.reading.record.published ? [m.reading.record.published] : []));
    if (!this.inner || !merged.size) return nothing;
    return timeline([...merged.values()], published, this.inner, undefined, {
      go: (key) => {
        location.hash = merged.get(key)?.at ?? "";
      },
      hover() {},
    });
  }
}
