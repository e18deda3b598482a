/**
 * `<glosser-across>` shows several articles together: their dates on one axis, and who and what is named in which.
 * Set `members`, in the order they are to be shown, and `link`, which gives the address of an entity in an article.
 */
import { css, html, LitElement, nothing } from "lit";
import { words } from "../locales/index";
import { type DateGroup, day, type Kind } from "./reading";
import { Spoken } from "./spoken";
import { lined, tokens } from "./theme";
import { timeline, timelineStyle } from "./timeline";
import { type Member, type Shared, together } from "./together";
import { Width } from "./width";

const FIRST = 12;
const GROUPS: readonly Kind[] = ["person", "organization", "place"];

export class GlosserAcross extends LitElement {
  static override properties = {
    members: { attribute: false },
    link: { attribute: false },
    inner: { state: true },
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
      @media (max-width: 40rem) {
        th { min-inline-size: 6rem; padding-inline-end: 0.25rem; overflow-wrap: anywhere; }
        thead th { min-inline-size: 2.5rem; padding-inline: 0.125rem; font-size: 0.75rem; }
      }
      @media (pointer: coarse) { td a, .more, thead a { min-block-size: 2.75rem; } }
      @media (forced-colors: active) { circle { fill: CanvasText; } }
    `,
  ];

  declare members: readonly Member[];
  declare link: (id: string, key?: string) => string;
  declare inner: number;
  declare whole: ReadonlySet<Kind>;
  #width: Width | undefined;

  constructor() {
    super();
    new Spoken(this);
    this.members = [];
    this.link = (id) => `#${id}`;
    this.inner = 0;
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
    const { members } = this;
    if (!members.length) return nothing;
    const shared = together(members);
    return html`${this.#dates()}
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
      </table></div>`;
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
