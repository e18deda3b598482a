/** Several articles together: the same person, place or body across them. */
import type { EntityRecord } from "../core/index";
import type { Kind, Reading } from "./reading";

/** An article among others. */
export interface Member {
  id: string;
  title: string;
  reading: Reading;
}

/** Somebody or something, with where it is named. */
export interface Shared {
  kind: Kind;
  name: string;
  /** In the order of the members; nothing where it is not named. */
  cells: (Cell | undefined)[];
  mentions: number;
}

export interface Cell {
  /** Id of the entity in that article. */
  entity: string;
  mentions: number;
}

/** Names as they are compared: without case, accents, marks, articles. */
const fold = (name: string): string =>
  name
    .normalize("NFD")
    .replace(/[\u0300-\u036f.’'"“”]/g, "")
    .toLowerCase()
    .replace(/ı/g, "i")
    .replace(/[-–\s]+/g, " ")
    .replace(/^the /, "")
    .trim();

/** All that is named in any of the articles, in most articles first. */
export function together(members: readonly Member[]): Shared[] {
  const found = new Map<string, Shared>();
  // A person known by the last name alone belongs to the one person of that last name, if there is only one.
  const byLast = new Map<string, Set<string>>();
  const people = members.flatMap((m) => m.reading.record.entities.filter((e) => e.kind === "person"));
  for (const { name } of people) {
    const full = fold(name);
    const last = full.slice(full.lastIndexOf(" ") + 1);
    if (last !== full) byLast.set(last, (byLast.get(last) ?? new Set()).add(full));
  }
  const keyOf = ({ kind, name, place }: EntityRecord): string => {
    if (kind === "place" && place?.id !== undefined) return `place ${place.id}`;
    const full = fold(name);
    const owners = kind === "person" ? byLast.get(full) : undefined;
    return `${kind} ${owners?.size === 1 ? [...owners][0] : full}`;
  };
  members.forEach((member, column) => {
    for (const entity of member.reading.record.entities) {
      const mentions = member.reading.mentionsOf(entity.id).length;
      if (!mentions) continue;
      const key = keyOf(entity);
      const shared = found.get(key) ?? {
        kind: entity.kind,
        name: entity.name,
        cells: members.map(() => undefined),
        mentions: 0,
      };
      const cell = shared.cells[column];
      shared.cells[column] = { entity: cell?.entity ?? entity.id, mentions: mentions + (cell?.mentions ?? 0) };
      shared.mentions += mentions;
      if (entity.name.length > shared.name.length && entity.kind === "person") shared.name = entity.name;
      found.set(key, shared);
    }
  });
  const articles = (s: Shared) => s.cells.filter(Boolean).length;
  return [...found.values()].sort((a, b) => articles(b) - articles(a) || b.mentions - a.mentions);
}
