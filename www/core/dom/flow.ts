/**
 * The text of a page as a reader meets it, and the way from its offsets to text nodes and back. White space is collapsed
 * as CSS does; blocks stand apart by a blank line, `<br>` is a line break.
 */

/** What separates two pieces of text, from weak to strong. */
export const GAP = { none: 0, space: 1, line: 2, block: 3 } as const;
export type Gap = (typeof GAP)[keyof typeof GAP];

/** What stands for a gap, where no white space of the page does. */
const BETWEEN = ["", " ", "\n", "\n\n"] as const;

/** A place in the page: the number of a text node, and an offset into it. */
export interface Place {
  node: number;
  offset: number;
}

/** A stretch that stands in the flow, at `at`, as it stands in its text node. */
interface Run extends Place {
  at: number;
  length: number;
}

export class Flow {
  readonly #pieces: string[] = [];
  readonly #runs: Run[] = [];
  #length = 0;
  #pending: Gap = GAP.none;
  /** The white space that a pending space stands for, so that it can be part of a run. */
  #space: Place | undefined;

  /** The text so far. */
  text(): string {
    return this.#pieces.join("");
  }

  /** Asks for a gap before whatever comes next; the strongest wins, and none stands at the beginning. */
  gap(gap: Gap): void {
    if (gap > this.#pending) this.#pending = gap;
  }

  /** Adds the text of a node; `preserve` keeps its white space as it is. */
  push(node: number, data: string, preserve: boolean): void {
    const emit = (offset: number, piece: string) => {
      this.#fill();
      this.#emit(node, offset, piece);
    };
    if (preserve) {
      emit(0, data);
      return;
    }
    for (const { 0: piece, index: offset } of data.matchAll(/[ \t\n\r\f]+|[^ \t\n\r\f]+/g)) {
      if (!" \t\n\r\f".includes(piece.charAt(0))) {
        emit(offset, piece);
        continue;
      }
      if (this.#pending === GAP.none) this.#space = { node, offset };
      this.gap(GAP.space);
    }
  }

  #fill(): void {
    const [gap, space] = [this.#pending, this.#space];
    this.#pending = GAP.none;
    this.#space = undefined;
    if (!this.#length || gap === GAP.none) return;
    if (gap === GAP.space && space) this.#emit(space.node, space.offset, " ");
    else {
      this.#pieces.push(BETWEEN[gap]);
      this.#length += BETWEEN[gap].length;
    }
  }

  #emit(node: number, offset: number, piece: string): void {
    const { length } = piece;
    const last = this.#runs.at(-1);
    if (last?.node === node && last.offset + last.length === offset && last.at + last.length === this.#length)
      last.length += length;
    else this.#runs.push({ at: this.#length, node, offset, length });
    this.#pieces.push(piece);
    this.#length += length;
  }

  /** Where the stretch from `start` to `end` begins and ends in the page; nothing if no text node has a part in it. */
  places(start: number, end: number): [Place, Place] | undefined {
    const runs = this.#runs;
    const first = runs[partition(runs, (run) => run.at + run.length <= start)];
    const last = runs[partition(runs, (run) => run.at < end) - 1];
    if (!first || !last || start >= end || first.at >= end || last.at < first.at) return undefined;
    return [
      { node: first.node, offset: first.offset + Math.max(start - first.at, 0) },
      { node: last.node, offset: last.offset + Math.min(end - last.at, last.length) },
    ];
  }

  /** Where a place in the page stands in the flow; one in collapsed white space counts as the end of the run before. */
  position({ node, offset }: Place): number | undefined {
    const after = partition(this.#runs, (run) => run.node < node || (run.node === node && run.offset <= offset));
    const run = this.#runs[after - 1];
    return run?.node === node ? run.at + Math.min(offset - run.offset, run.length) : undefined;
  }
}

/** How many items, from the first, pass; those that do stand before those that do not. */
export function partition<T>(items: readonly T[], passes: (item: T) => boolean): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (passes(items[middle] as T)) low = middle + 1;
    else high = middle;
  }
  return low;
}
