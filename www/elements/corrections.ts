/** What the reader of the page corrects: as a list of small steps over the record, so that each can be taken back. */
import type { ArticleRecord, EntityRecord } from "../core/index";

type EntityKind = EntityRecord["kind"];

/** `key` is the id of the entity it is about. */
export type Correction =
  | { op: "ignore"; key: string }
  | { op: "rename"; key: string; name: string }
  | { op: "retype"; key: string; kind: EntityKind }
  | { op: "merge"; key: string; into: string };

/** The record with the corrections made, one after another. The given record is left as it is. */
export function correct(record: ArticleRecord, corrections: readonly Correction[]): ArticleRecord {
  return corrections.reduce(step, record);
}

function step(record: ArticleRecord, correction: Correction): ArticleRecord {
  const { key } = correction;
  const entity = record.entities.find((e) => e.id === key);
  if (!entity) return record;
  const change = (to: EntityRecord) => record.entities.map((e) => (e.id === key ? to : e));
  switch (correction.op) {
    case "rename": {
      const { name } = correction;
      return { ...record, entities: change({ ...entity, name, aliases: [...new Set([name, ...entity.aliases])] }) };
    }
    case "retype": {
      const { kind } = correction;
      const { place, ...rest } = entity;
      return {
        ...record,
        entities: change({ ...rest, kind, ...(kind === "place" && place ? { place } : {}) }),
        mentions: record.mentions.map((m) => (m.entity === key ? { ...m, kind } : m)),
      };
    }
    case "ignore":
      return {
        ...record,
        entities: record.entities.filter((e) => e !== entity),
        mentions: record.mentions.filter((m) => m.entity !== key),
        references: record.references.filter((r) => r.entity !== key),
        quotes: record.quotes.map((q) => (q.speaker?.entity === key ? unnamed(q) : q)),
        summary: withKeys(record, (id) => (id === key ? undefined : id)),
      };
    case "merge": {
      const into = record.entities.find((e) => e.id === correction.into);
      if (!into || into === entity) return record;
      const move = <T extends { entity: string }>(item: T): T =>
        item.entity === key ? { ...item, entity: into.id } : item;
      const merged: EntityRecord = {
        ...into,
        aliases: [...new Set([...into.aliases, ...entity.aliases])],
        mentions: into.mentions + entity.mentions,
        salience: Math.max(into.salience, entity.salience),
        ...(into.role === undefined && entity.role !== undefined ? { role: entity.role } : {}),
      };
      return {
        ...record,
        entities: record.entities.filter((e) => e !== entity).map((e) => (e === into ? merged : e)),
        mentions: record.mentions.map((m) => (m.entity === key ? { ...move(m), kind: into.kind } : m)),
        references: record.references.map(move),
        quotes: record.quotes.map((q) =>
          q.speaker?.entity === key ? { ...q, speaker: { ...q.speaker, entity: into.id } } : q,
        ),
        summary: withKeys(record, (id) => (id === key ? into.id : id)),
      };
    }
  }
}

function unnamed(quote: ArticleRecord["quotes"][number]): ArticleRecord["quotes"][number] {
  const { speaker, ...rest } = quote;
  return speaker ? { ...rest, speaker: { start: speaker.start, end: speaker.end } } : quote;
}

function withKeys(record: ArticleRecord, key: (id: string) => string | undefined): ArticleRecord["summary"] {
  const ids = (list: readonly string[]) => [...new Set(list.flatMap((id) => key(id) ?? []))];
  return { ...record.summary, who: ids(record.summary.who), where: ids(record.summary.where) };
}

/** Corrections as they are made: the steps that hold, and those taken back. */
export class History {
  readonly #done: Correction[];
  readonly #undone: Correction[][] = [];
  /** How many steps each act of correcting took. */
  readonly #acts: number[];

  constructor(done: readonly Correction[] = []) {
    this.#done = [...done];
    this.#acts = done.map(() => 1);
  }

  /** Those that hold. */
  get steps(): readonly Correction[] {
    return this.#done;
  }
  get canUndo(): boolean {
    return this.#acts.length > 0;
  }
  get canRedo(): boolean {
    return this.#undone.length > 0;
  }

  add(act: readonly Correction[]): void {
    if (!act.length) return;
    this.#done.push(...act);
    this.#acts.push(act.length);
    this.#undone.length = 0;
  }

  undo(): void {
    const count = this.#acts.pop();
    if (count) this.#undone.push(this.#done.splice(-count));
  }

  redo(): void {
    const act = this.#undone.pop();
    if (!act) return;
    this.#done.push(...act);
    this.#acts.push(act.length);
  }
}

/** Corrections are kept by the text they are about: the same article finds them again, wherever it comes from. */
const keyOf = (text: string): string => {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return `glosser:corrections:${(hash >>> 0).toString(36)}${text.length.toString(36)}`;
};

export function loadCorrections(text: string): Correction[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(text)) ?? "[]");
    return Array.isArray(kept) ? kept.filter(isCorrection) : [];
  } catch {
    return [];
  }
}

export function saveCorrections(text: string, steps: readonly Correction[]): void {
  try {
    if (steps.length) localStorage.setItem(keyOf(text), JSON.stringify(steps));
    else localStorage.removeItem(keyOf(text));
  } catch {
    // Storage may be off or full; the corrections then last as long as the page.
  }
}

function isCorrection(value: unknown): value is Correction {
  const { op, key, name, kind, into } = (value ?? {}) as Record<string, unknown>;
  if (typeof key !== "string") return false;
  if (op === "ignore") return true;
  if (op === "rename") return typeof name === "string";
  if (op === "retype") return kind === "person" || kind === "place" || kind === "organization";
  return op === "merge" && typeof into === "string";
}
