/** Who is named in one sentence with whom, as it is drawn: those with most company, and what ties each two. */
import type { LibraryRecord } from "../../core/index";
import type { Kind } from "../reading";

/** Somebody, or a body, in company. */
export interface Actor {
  id: string;
  kind: Kind;
  name: string;
  /** Where room is scarce: a last name that nobody else here bears. */
  brief: string;
}

/** Two actors, by their places in the list, and how many sentences of how many articles name both. */
export interface Tie {
  one: number;
  other: number;
  sentences: number;
  articles: number;
}

export interface Company {
  actors: Actor[];
  ties: Tie[];
}

/**
 * The `most` with most company among those whose tie `fits`, by names. The strongest comes first; after it whoever is tied
 * most to those before, so that groups stand together.
 */
export function company(story: LibraryRecord, fits: (names: string) => boolean, most: number): Company {
  const figures = new Map(story.figures.map((figure) => [figure.id, figure]));
  const names = (id: string) => figures.get(id)?.aliases.join(" ") ?? "";
  const met = story.meetings.filter(({ one, other }) => fits(`${names(one)} ${names(other)}`));
  const weights = new Map<string, number>();
  for (const { one, other, sentences } of met)
    for (const id of [one, other]) weights.set(id, (weights.get(id) ?? 0) + sentences);
  const kept = [...weights].sort(([, a], [, b]) => b - a).map(([id]) => id);
  const left = new Set(kept.slice(0, most));
  const among = met.filter(({ one, other }) => left.has(one) && left.has(other));

  const order: string[] = [];
  const bonds = new Map<string, number>();
  const bond = (id: string) => bonds.get(id) ?? 0;
  while (left.size) {
    // The list is sorted by strength, and stays so among equals.
    const next = [...left].reduce((best, id) => (bond(id) > bond(best) ? id : best));
    left.delete(next);
    order.push(next);
    for (const { one, other, sentences } of among) {
      if (one === next) bonds.set(other, bond(other) + sentences);
      if (other === next) bonds.set(one, bond(one) + sentences);
    }
  }
  // Who is tied only to those that are left out has no place here.
  const tied = order.filter((id) => among.some(({ one, other }) => one === id || other === id));
  const last = (id: string) => figures.get(id)?.name.split(" ").at(-1) ?? "";
  const actors = tied.flatMap((id): Actor[] => {
    const figure = figures.get(id);
    if (!figure) return [];
    const { kind, name } = figure;
    const alone = tied.every((other) => other === id || last(other) !== last(id));
    return [{ id, kind, name, brief: kind === "person" && alone ? last(id) : name }];
  });
  const place = new Map(actors.map(({ id }, at) => [id, at]));
  const ties = among.flatMap(({ one, other, sentences, articles }): Tie[] => {
    const [a, b] = [place.get(one), place.get(other)];
    return a === undefined || b === undefined ? [] : [{ one: a, other: b, sentences, articles: articles.length }];
  });
  return { actors, ties };
}
