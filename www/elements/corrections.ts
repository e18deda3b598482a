/** What the reader of the page corrects: a list of small steps over the record, so that each can be taken back. */
import type { ArticleRecord, EntityRecord, MentionRecord } from "../core/index";
import { anchor, everywhere, type Quote, type Span } from "./anchor";

/** What somebody or something named is. */
export type EntityKind = EntityRecord["kind"];

/** Which words are meant: all that are written like this, or those at one place. */
export type Which = { form: string } | { quote: Quote };

/** `key` is the id of the entity a step is about; `everywhere` makes it hold for all articles. */
export type Correction = (
  | { op: "ignore"; key: string }
  | { op: "rename"; key: string; name: string }
  | { op: "retype"; key: string; kind: EntityKind }
  | { op: "merge"; key: string; into: string }
  /** Some mentions of `key` are of somebody else, who gets the id `to`. */
  | { op: "split"; key: string; to: string; which: Which }
  /** Words that are a name; of somebody known if `key` is. */
  | { op: "add"; key: string; kind: EntityKind; name: string; which: Which }
  /** Words that are no date. */
  | { op: "undate"; which: Which }
) & { everywhere?: true };

/** The record with the corrections made, one after another. The given record is left as it is. */
export function correct(record: ArticleRecord, corrections: readonly Correction[], text: string): ArticleRecord {
  return corrections.reduce((done, correction) => {
    const next = step(done, correction, text);
    return next === done ? done : consistent(next);
  }, record);
}

/** Whoever has no mention any more is gone, also as a speaker and from the summary, where people and places keep apart. */
function consistent(record: ArticleRecord): ArticleRecord {
  const entities = record.entities.filter((e) => e.mentions > 0);
  const kinds = new Map(entities.map((e) => [e.id, e.kind]));
  const { who, where } = record.summary;
  const told = [...new Set([...who, ...where])].filter((id) => kinds.has(id));
  return {
    ...record,
    entities,
    references: record.references.filter((r) => kinds.has(r.entity)),
    quotes: record.quotes.map((q) => (q.speaker?.entity && !kinds.has(q.speaker.entity) ? unnamed(q) : q)),
    summary: {
      ...record.summary,
      who: told.filter((id) => kinds.get(id) !== "place"),
      where: told.filter((id) => kinds.get(id) === "place"),
    },
  };
}

/** Whether a correction says anything about this article. */
export const concerns = (record: ArticleRecord, correction: Correction, text: string): boolean =>
  step(record, correction, text) !== record;

function step(record: ArticleRecord, correction: Correction, text: string): ArticleRecord {
  switch (correction.op) {
    case "add":
      return added(record, correction, text);
    case "undate":
      return undated(record, spansOf(text, correction.which));
  }
  const { key } = correction;
  const entity = record.entities.find((e) => e.id === key);
  if (!entity) return record;
  const change = (to: EntityRecord) => record.entities.map((e) => (e === entity ? to : e));
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
      };
    case "merge":
      return merged(record, entity, correction.into);
    case "split":
      return split(record, entity, correction.to, spansOf(text, correction.which), text);
  }
}

/** The role of an entity and what is known about it. */
function roleOf({ role, roleCountry, roleSentence }: EntityRecord): Partial<EntityRecord> {
  return {
    ...(role === undefined ? {} : { role }),
    ...(roleCountry === undefined ? {} : { roleCountry }),
    ...(roleSentence === undefined ? {} : { roleSentence }),
  };
}

function merged(record: ArticleRecord, entity: EntityRecord, id: string): ArticleRecord {
  const into = record.entities.find((e) => e.id === id);
  if (!into || into === entity) return record;
  const one: EntityRecord = {
    ...into,
    aliases: [...new Set([...into.aliases, ...entity.aliases])],
    mentions: into.mentions + entity.mentions,
    salience: Math.max(into.salience, entity.salience),
    ...(into.role === undefined ? roleOf(entity) : {}),
    ...(into.kind === "place" && !into.place && entity.place ? { place: entity.place } : {}),
  };
  const renamed = (ids: readonly string[]) => ids.map((key) => (key === entity.id ? id : key));
  const move = <T extends { entity: string }>(item: T): T =>
    item.entity === entity.id ? { ...item, entity: id } : item;
  return {
    ...record,
    entities: record.entities.filter((e) => e !== entity).map((e) => (e === into ? one : e)),
    mentions: record.mentions.map((m) => (m.entity === entity.id ? { ...move(m), kind: into.kind } : m)),
    references: record.references.map(move),
    quotes: record.quotes.map((q) =>
      q.speaker?.entity === entity.id ? { ...q, speaker: { ...q.speaker, entity: id } } : q,
    ),
    summary: { ...record.summary, who: renamed(record.summary.who), where: renamed(record.summary.where) },
  };
}

function split(
  record: ArticleRecord,
  entity: EntityRecord,
  to: string,
  spans: readonly Span[],
  text: string,
): ArticleRecord {
  const meant = (span: Span) => spans.some((s) => s.start === span.start && s.end === span.end);
  const taken = record.mentions.filter((m) => m.entity === entity.id && meant(m));
  const left = entity.mentions - taken.length;
  if (!taken.length || left <= 0 || record.entities.some((e) => e.id === to)) return record;
  const forms = [...new Set(taken.map((m) => text.slice(m.start, m.end).replace(/\s+/g, " ")))];
  const kept = record.mentions.filter((m) => m.entity === entity.id && !meant(m));
  const still = new Set(kept.map((m) => text.slice(m.start, m.end).replace(/\s+/g, " ")));
  const name = forms.reduce((longest, form) => (form.length > longest.length ? form : longest), "");
  const one: EntityRecord = {
    id: to,
    kind: entity.kind,
    name,
    aliases: forms,
    mentions: taken.length,
    salience: (entity.salience * taken.length) / entity.mentions,
  };
  const rest = {
    ...entity,
    aliases: entity.aliases.filter((alias) => alias === entity.name || still.has(alias)),
    mentions: left,
    salience: (entity.salience * left) / entity.mentions,
  };
  return {
    ...record,
    entities: record.entities.flatMap((e) => (e === entity ? [rest, one] : [e])),
    mentions: record.mentions.map((m) => (m.entity === entity.id && meant(m) ? { ...m, entity: to } : m)),
    quotes: record.quotes.map((q) =>
      q.speaker?.entity === entity.id && meant(q.speaker) ? { ...q, speaker: { ...q.speaker, entity: to } } : q,
    ),
  };
}

function added(
  record: ArticleRecord,
  { key, kind, name, which }: Extract<Correction, { op: "add" }>,
  text: string,
): ArticleRecord {
  const known = record.entities.find((e) => e.id === key);
  const there = (span: Span) =>
    record.mentions.some((m) => m.entity === key && m.start === span.start && m.end === span.end);
  const spans = spansOf(text, which).filter((span) => !there(span));
  if (!spans.length) return record;
  const crossed = (span: Span) => spans.some((s) => s.start < span.end && span.start < s.end);
  const made = spans.map(
    ({ start, end }) => ({ start, end, kind: known?.kind ?? kind, entity: key, confidence: 1 }) as MentionRecord,
  );
  const mentions = [...record.mentions.filter((m) => !crossed(m)), ...made].sort((a, b) => a.start - b.start);
  const forms = [...new Set(spans.map((s) => text.slice(s.start, s.end).replace(/\s+/g, " ")))];
  const one: EntityRecord = known
    ? { ...known, aliases: [...new Set([...known.aliases, ...forms])] }
    : { id: key, kind, name, aliases: [...new Set([name, ...forms])], mentions: 0, salience: 0 };
  const count = (id: string) => mentions.filter((m) => m.entity === id).length;
  const entities = (known ? record.entities.map((e) => (e === known ? one : e)) : [...record.entities, one]).map(
    (e) => ({
      ...e,
      mentions: count(e.id),
    }),
  );
  const quotes = record.quotes.map((q) =>
    q.speaker?.entity && crossed(q.speaker) ? { ...q, speaker: { ...q.speaker, entity: key } } : q,
  );
  const references = record.references.filter((r) => !crossed(r));
  return undated({ ...record, mentions, entities, quotes, references }, spans);
}

/** Dates that cross the words are none. */
function undated(record: ArticleRecord, spans: readonly Span[]): ArticleRecord {
  const kept = record.dates.flatMap((d, i) => (spans.some((s) => s.start < d.end && d.start < s.end) ? [] : [i]));
  if (kept.length === record.dates.length) return record;
  return {
    ...record,
    dates: kept.flatMap((i) => record.dates[i] ?? []),
    summary: { ...record.summary, when: record.summary.when.map((i) => kept.indexOf(i)).filter((i) => i >= 0) },
  };
}

function spansOf(text: string, which: Which): readonly Span[] {
  if ("form" in which) return everywhere(text, which.form);
  const span = anchor(text, which.quote);
  return span ? [span] : [];
}

function unnamed(quote: ArticleRecord["quotes"][number]): ArticleRecord["quotes"][number] {
  const { speaker, ...rest } = quote;
  return speaker ? { ...rest, speaker: { start: speaker.start, end: speaker.end } } : quote;
}

/** An id as the core makes them, that nobody has yet. */
export function freeId(record: ArticleRecord, kind: EntityKind, name: string): string {
  const slug = name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
  const id = `${kind}/${slug || "name"}`;
  let free = id;
  for (let n = 2; record.entities.some((e) => e.id === free); n++) free = `${id}-${n}`;
  return free;
}

const KINDS = ["person", "place", "organization"];

/** Whether a value is a correction: what comes from a file or a program may be anything. */
export function isCorrection(value: unknown): value is Correction {
  const { op, key, name, kind, into, to, which } = (value ?? {}) as Record<string, unknown>;
  const text = (...all: unknown[]) => all.every((one) => typeof one === "string" && one.trim() !== "");
  switch (op) {
    case "ignore":
      return text(key);
    case "rename":
      return text(key, name);
    case "retype":
      return text(key) && KINDS.includes(kind as string);
    case "merge":
      return text(key, into);
    case "split":
      return text(key, to) && isWhich(which);
    case "add":
      return text(key, name) && KINDS.includes(kind as string) && isWhich(which);
    case "undate":
      return isWhich(which);
    default:
      return false;
  }
}

function isWhich(value: unknown): boolean {
  const { form, quote } = (value ?? {}) as Record<string, unknown>;
  const { exact, prefix, suffix, at } = (quote ?? {}) as Record<string, unknown>;
  return (
    typeof form === "string" ||
    ([exact, prefix, suffix].every((part) => typeof part === "string") && typeof at === "number")
  );
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
  /** How many times something was corrected. */
  get acts(): number {
    return this.#acts.length;
  }
  /** Whether there is something to undo. */
  get canUndo(): boolean {
    return this.#acts.length > 0;
  }
  /** Whether there is something to redo. */
  get canRedo(): boolean {
    return this.#undone.length > 0;
  }

  /** Another act of correcting, of one step or several; what had been undone is forgotten. */
  add(act: readonly Correction[]): void {
    if (!act.length) return;
    this.#done.push(...act);
    this.#acts.push(act.length);
    this.#undone.length = 0;
  }

  /** Takes the last act back. */
  undo(): void {
    const count = this.#acts.pop();
    if (count) this.#undone.push(this.#done.splice(-count));
  }

  /** Makes the act that was taken back last again. */
  redo(): void {
    const act = this.#undone.pop();
    if (!act) return;
    this.#done.push(...act);
    this.#acts.push(act.length);
  }
}
