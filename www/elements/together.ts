/** Several articles together, as the library tells it: who and what is named in which. */
import type { LibraryRecord } from "../core/index";
import type { Kind, Reading } from "./reading";

/** An article among others. */
export interface Member {
  id: string;
  title: string;
  reading: Reading;
}

/** Somebody or something, with where it is named. */
export interface Shared {
  id: string;
  kind: Kind;
  name: string;
  /** In the order of the members; nothing where it is not named. */
  cells: (Cell | undefined)[];
}

export interface Cell {
  /** Id of the entity in that article. */
  entity: string;
  mentions: number;
}

/** Articles in order of time; those of unknown days last, as they came. */
export function inOrder(members: readonly Member[]): Member[] {
  const day = ({ reading }: Member) => reading.record.published ?? "9999";
  return [...members].sort((a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0));
}

/** Of figures, in which of the articles each is named. */
export function together(members: readonly Member[], figures: readonly LibraryRecord["figures"][number][]): Shared[] {
  return figures.map(({ id, kind, name, appearances }) => {
    const named = new Map(appearances.map((appearance) => [appearance.article, appearance]));
    return { id, kind, name, cells: members.map((member) => named.get(member.id)) };
  });
}
