/**
 * `<glosser-company>`: who is named with whom, drawn. A graph shows who belongs together, names that stand free of one another,
 * lines that thicken with the sentences; a table says how many those are. A name leads to its dossier, a number to the sentences.
 */
import { html, LitElement, noChange, nothing, type PropertyValues, svg } from "lit";
import type { LibraryRecord } from "../core/index";
import { words } from "../locales/index";
import { layout, type Point, type Size } from "./company/layout";
import { style } from "./company/style";
import { type Actor, type Company, company, type Tie } from "./company/ties";
import { register } from "./register";
import { rest } from "./rest";
import { Spoken } from "./spoken";
import { lined, tokens } from "./theme";

/** Names in the graph and in the table, at most; fewer in the graph where they find no room. */
const DRAWN = 16;
const LISTED = 12;
/** Fewer than so many are told sooner than drawn. */
const FEWEST = 4;
/** How wide a letter is, how high a line, and what lies around the words. */
const [LETTER, LINE, PAD] = [7, 17, 8];
/** A name that is longer stands in two lines. */
const LONG = 15;

/** Who is drawn, in which lines, how large and where. */
interface Plan extends Company {
  labels: string[][];
  sizes: Size[];
  points: Point[];
  height: number;
}

export class GlosserCompany extends LitElement {
  static override properties = {
    story: { attribute: false },
    fits: { attribute: false },
    width: { attribute: false },
    open: { attribute: false },
    lit: { state: true },
    at: { state: true },
  };

  static override styles = [tokens, lined, style];

  declare story: LibraryRecord | undefined;
  /** Whether names are sought. */
  declare fits: (names: string) => boolean;
  declare width: number;
  /** Is told the figure, or the two, of which more is wanted. */
  declare open: ((...figures: string[]) => void) | undefined;
  /** Who is under the pointer or has the focus in the graph. */
  declare lit: number | undefined;
  /** Which number of the table the keys are at: row and column. */
  declare at: string | undefined;

  constructor() {
    super();
    new Spoken(this);
    this.fits = () => true;
    this.width = 0;
  }

  /** What is drawn, and what is listed; worked out anew when they have become others. */
  #plan: Plan | undefined;
  #listed: Company | undefined;
  #turn = 0;

  /** Drawing and table take a turn each. */
  protected override async scheduleUpdate(): Promise<void> {
    await rest();
    super.scheduleUpdate();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.size || this.#turn > 1) this.#turn = 0;
    if (["story", "fits", "width"].some((name) => changed.has(name))) this.#plan = this.#listed = undefined;
  }

  protected override updated(): void {
    if (this.#turn++ === 0) this.requestUpdate();
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    while (!(await super.getUpdateComplete()));
    return true;
  }

  protected override render() {
    const { story } = this;
    if (!story || !this.width) return nothing;
    this.#listed ??= company(story, this.fits, LISTED);
    if (!this.#listed.ties.length) return nothing;
    return html`<h2>${words.across.together}</h2>${this.#turn ? noChange : this.#graph(story)} ${this.#turn ? this.#table(this.#listed) : noChange}`;
  }

  #graph(story: LibraryRecord) {
    this.#plan ??= this.#planned(story);
    return this.#plan ? this.#drawn(this.#plan) : nothing;
  }

  #planned(story: LibraryRecord): Plan | undefined {
    const height = Math.round(Math.min(Math.max(this.width * 0.62, 320), 460));
    for (let most = DRAWN; most >= FEWEST; most--) {
      const drawn = company(story, this.fits, most);
      if (drawn.actors.length < FEWEST) return undefined;
      const labels = drawn.actors.map(({ name, brief }) => broken(this.#narrow ? brief : name));
      const sizes = labels.map(
        (lines): Size => [Math.max(...lines.map((line) => line.length)) * LETTER + PAD, lines.length * LINE + PAD],
      );
      const points = layout(sizes, drawn.ties, this.width, height);
      if (points) return { ...drawn, labels, sizes, points, height };
    }
    return undefined;
  }

  #drawn({ actors, ties, labels, sizes, points, height }: Plan) {
    const { lit, width } = this;
    const near = new Set(ties.flatMap(({ one, other }) => (one === lit ? other : other === lit ? one : [])));
    return html`<p>${words.across.ties}</p>
      <svg class=${lit === undefined ? "graph" : "graph lit"} viewBox="0 0 ${width} ${height}" width=${width} height=${height} role="group" aria-label=${words.across.together}>
        ${ties.map(({ one, other, sentences }) => {
          const [a, b] = [points[one] as Point, points[other] as Point];
          const here = one === lit || other === lit;
          return svg`<path class=${here ? "tie on" : "tie"} stroke-width=${Math.min(0.5 + Math.sqrt(sentences) * 1.2, 6)} d="M${round(a[0])} ${round(a[1])}L${round(b[0])} ${round(b[1])}"></path>`;
        })}
        ${actors.map((actor, i) => {
          const [[x, y], [w, h], lines] = [points[i] as Point, sizes[i] as Size, labels[i] as string[]];
          const state = i === lit ? "on" : near.has(i) ? "near" : "";
          return svg`<g class="node ${state}" role="button" tabindex="0" transform="translate(${round(x)} ${round(y)})" aria-label=${this.#told(actor, i, actors, ties)}
            @click=${() => this.open?.(actor.id)} @keydown=${press(() => this.open?.(actor.id))}
            @pointerenter=${() => this.#light(i)} @pointerleave=${() => this.#light()} @focus=${() => this.#light(i)} @blur=${() => this.#light()}>
            <rect x=${-w / 2} y=${-h / 2} width=${w} height=${h} rx="4"></rect>
            <text class=${actor.kind}>${lines.map((line, n) => svg`<tspan x="0" y=${(n - (lines.length - 1) / 2) * LINE + 4.5}>${line}</tspan>`)}</text>
          </g>`;
        })}
      </svg>`;
  }

  /** Where there is no room for full names. */
  get #narrow(): boolean {
    return this.width < 480;
  }

  #light(actor?: number): void {
    this.lit = actor;
  }

  /** A name of the graph for those who do not see it: with whom, and how often. */
  #told({ name, kind }: Actor, i: number, actors: readonly Actor[], ties: readonly Tie[]): string {
    const others = ties.flatMap(({ one, other, sentences }) => {
      const beside = actors[one === i ? other : one];
      return (one === i || other === i) && beside ? [`${beside.name}, ${words.across.both(sentences)}`] : [];
    });
    return `${name}, ${words.kinds[kind]}. ${words.card.beside}: ${others.join("; ")}`;
  }

  #table({ actors, ties }: Company) {
    const between = new Map(
      ties.flatMap((tie) => [
        [`${tie.one} ${tie.other}`, tie],
        [`${tie.other} ${tie.one}`, tie],
      ]),
    );
    const first = actors
      .flatMap((_, row) => actors.map((_, column) => `${row} ${column}`))
      .find((at) => between.has(at));
    const focus = this.at && between.has(this.at) ? this.at : first;
    return html`<div class="scroll"><table role="grid" aria-label=${words.across.matrix} @keydown=${this.#onKey}>
      <caption>${words.across.matrix}</caption>
      <thead><tr><td></td>${actors.map(({ name, brief }) => html`<th scope="col" abbr=${brief}><span title=${name}>${brief}</span></th>`)}</tr></thead>
      <tbody>${actors.map(
        (
          actor,
          row,
        ) => html`<tr><th scope="row"><button type="button" @click=${() => this.open?.(actor.id)}><span class=${actor.kind}>${this.#narrow ? actor.brief : actor.name}</span></button></th>
          ${actors.map((other, column) => {
            const at = `${row} ${column}`;
            const tie = between.get(at);
            if (!tie) return html`<td class=${row === column ? "self" : ""}></td>`;
            return html`<td><button type="button" class="n${strength(tie.sentences)}" data-at=${at} tabindex=${at === focus ? 0 : -1}
              aria-label="${actor.name}, ${other.name}: ${words.across.both(tie.sentences)}"
              @focus=${() => {
                this.at = at;
              }} @click=${() => this.open?.(actor.id, other.id)}>${tie.sentences}</button></td>`;
          })}</tr>`,
      )}</tbody>
    </table></div>`;
  }

  /** Arrows lead from number to number, over what is empty. */
  #onKey = (event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    const here = (event.target as HTMLElement).dataset.at?.split(" ").map(Number);
    if (!step || !here) return;
    event.preventDefault();
    // In a language that is read from right to left the first column stands at the right.
    const across = this.dir === "rtl" ? -step[1] : step[1];
    let [row, column] = here as [number, number];
    for (let left = LISTED; left > 0; left--) {
      row += step[0];
      column += across;
      const next = this.renderRoot.querySelector<HTMLElement>(`[data-at="${row} ${column}"]`);
      if (next) {
        next.focus();
        return;
      }
    }
  };
}

const STEPS: Record<string, readonly [row: number, column: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** What a button does on a key, for what only stands for one. */
const press = (act: () => void) => (event: KeyboardEvent) => {
  if (event.key !== "Enter" && event.key !== " ") return;
  event.preventDefault();
  act();
};

/** How strong a number is painted, from 1 to 4. */
const strength = (sentences: number): number => Math.min(4, 1 + Math.floor(Math.log2(sentences)));

const round = (n: number): number => Math.round(n * 10) / 10;

/** A long name in two lines, broken at the space nearest to its middle. */
function broken(name: string): string[] {
  const spaces = [...name.matchAll(/ /g)].map(({ index }) => index);
  if (name.length <= LONG || !spaces.length) return [name];
  const middle = spaces.reduce((best, at) =>
    Math.abs(at - name.length / 2) < Math.abs(best - name.length / 2) ? at : best,
  );
  return [name.slice(0, middle), name.slice(middle + 1)];
}

register("glosser-company", GlosserCompany);
