/**
 * An article as the interface sees it: the record, the text it stands in, and the ways through it —
 * which stretch comes next, where else the same person is named, what a date resolves to.
 */
import type { ArticleRecord, DateRecord, EntityRecord, Target } from "../core/index";
import { type Words, words } from "../locales/index";
import { anchor, quoteOf } from "./anchor";
import { dateLabel } from "./days";

export { dateLabel, day } from "./days";

export type Kind = "person" | "place" | "date" | "organization";
export const KINDS: readonly Kind[] = ["person", "place", "date", "organization"];

/** One marked stretch. `key` is what it stands for: an entity id, or `date:3`. */
export interface Stop {
  /** Where it is in the record; `selection` for words that are no finding, but have been selected. */
  list: Target["list"] | "selection";
  index: number;
  start: number;
  end: number;
  kind: Kind;
  key: string;
  confidence: number;
}

/** Dates of the article that mean the same days. */
export interface DateGroup {
  key: string;
  label: string;
  /** The same, with the month cut short. */
  brief: string;
  from?: string;
  to?: string;
  /** Soft edges: "late 2015", "about 1990". */
  soft: boolean;
  type: DateRecord["type"];
  vague: boolean;
  dates: number[];
}

/** A key sentence: where it stands, which sentence of the record it is, and how much it matters, from 1. */
export interface KeySentence {
  start: number;
  end: number;
  index: number;
  rank: number;
}

/** Words that are read in a minute. */
const PACE = 230;

/** Seconds it takes to read a text. */
export const secondsOf = (text: string): number => ((text.match(/\S+/g)?.length ?? 0) / PACE) * 60;

export class Reading {
  /** Names and dates in text order; the reader's path through the article. */
  readonly stops: readonly Stop[];
  readonly #entities: Map<string, EntityRecord>;
  readonly #byKey = new Map<string, Stop[]>();
  readonly #at: Record<"mentions" | "dates", Stop[]> = { mentions: [], dates: [] };
  /** For each date, the first that means the same. */
  readonly #firstDates: number[];
  #groups?: DateGroup[];
  #said?: Words;

  constructor(
    readonly record: ArticleRecord,
    /** The text the offsets of the record count in. */
    readonly text: string,
  ) {
    this.#entities = new Map(record.entities.map((e) => [e.id, e]));
    const firsts = new Map<string, number>();
    this.#firstDates = record.dates.map(({ from, type, value, mod }, index) => {
      const meaning = from ? `${type} ${value} ${mod ?? ""}` : `open ${index}`;
      const first = firsts.get(meaning) ?? index;
      firsts.set(meaning, first);
      return first;
    });
    const stops: Stop[] = [];
    record.mentions.forEach(({ start, end, kind, entity, confidence }, index) => {
      stops.push({ list: "mentions", index, start, end, kind, key: entity, confidence });
    });
    record.dates.forEach(({ start, end }, index) => {
      stops.push({ list: "dates", index, start, end, kind: "date", key: this.dateKey(index), confidence: 1 });
    });
    this.stops = stops.sort((a, b) => a.start - b.start || b.end - a.end);
    for (const stop of stops) {
      this.#at[stop.list as "mentions" | "dates"][stop.index] = stop;
      const same = this.#byKey.get(stop.key);
      if (same) same.push(stop);
      else this.#byKey.set(stop.key, [stop]);
    }
  }

  entity(key: string): EntityRecord | undefined {
    return this.#entities.get(key);
  }

  /** Everywhere the same person, place, body or day is named. */
  mentionsOf(key: string): readonly Stop[] {
    return this.#byKey.get(key) ?? [];
  }

  /** "3 of 12", counted from 1. */
  place(stop: Stop): [number, number] {
    const all = this.mentionsOf(stop.key);
    return [all.findIndex((s) => s.start >= stop.start) + 1 || all.length, all.length];
  }

  stop(target: Target): Stop | undefined {
    if (target.list === "references") {
      const reference = this.record.references[target.index];
      if (!reference) return undefined;
      const kind = (this.entity(reference.entity)?.kind ?? "person") as Kind;
      return { ...target, start: reference.start, end: reference.end, kind, key: reference.entity, confidence: 1 };
    }
    return target.list === "mentions" || target.list === "dates" ? this.#at[target.list][target.index] : undefined;
  }

  slice(span: { start: number; end: number }): string {
    return this.text.slice(span.start, span.end).replace(/\s+/g, " ");
  }

  /** The name a stop goes by. */
  name(stop: Stop): string {
    return stop.kind === "date" ? this.slice(stop) : (this.entity(stop.key)?.name ?? this.slice(stop));
  }

  /** Dates with the same value share a key, so that all of them light up together. */
  dateKey(index: number): string {
    return `date:${this.#firstDates[index] ?? index}`;
  }

  date(key: string): DateRecord | undefined {
    return this.record.dates[Number(key.slice("date:".length))];
  }

  /** Dates in order of time; what has no day comes last, in order of the text. */
  get dateGroups(): readonly DateGroup[] {
    // Their labels are words of the interface.
    if (this.#groups && this.#said === words) return this.#groups;
    this.#said = words;
    const groups = new Map<string, DateGroup>();
    this.record.dates.forEach((date, index) => {
      const key = this.dateKey(index);
      const group = groups.get(key);
      if (group) group.dates.push(index);
      else
        groups.set(key, {
          key,
          label: dateLabel(date) ?? this.slice(date),
          brief: dateLabel(date, "short") ?? this.slice(date),
          ...(date.from ? { from: date.from } : {}),
          ...(date.to ? { to: date.to } : {}),
          soft: Boolean(date.mod),
          type: date.type as DateRecord["type"],
          vague: Boolean(date.vague),
          dates: [index],
        });
    });
    const order = (g: DateGroup) => g.from ?? g.to ?? "9999";
    this.#groups = [...groups.values()].sort((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0));
    return this.#groups;
  }

  /** Where in the article a stretch stands, in words: "the headline", "paragraph 3". */
  whereabouts(offset: number): string {
    let paragraph = 0;
    for (const block of this.record.blocks) {
      if (block.kind === "body") paragraph++;
      if (offset < block.end)
        return block.kind === "body"
          ? words.blocks.paragraph(paragraph)
          : ((words.blocks as Record<string, unknown>)[block.kind] as string);
    }
    return words.blocks.paragraph(Math.max(1, paragraph));
  }

  /** A sentence as it is told apart from its article: without the date line that opens it. */
  told(index: number): { start: number; end: number } | undefined {
    const sentence = this.record.sentences[index];
    return sentence && { start: sentence.lead ?? sentence.start, end: sentence.end };
  }

  /** Key sentences, the best `count`, in text order. */
  keySentences(count: number): KeySentence[] {
    return this.record.summary.sentences
      .slice(0, count)
      .flatMap((index, rank) => {
        const sentence = this.told(index);
        return sentence ? [{ ...sentence, index, rank: rank + 1 }] : [];
      })
      .sort((a, b) => a.start - b.start);
  }

  /** How many of the key sentences, the best first, are read in so many seconds; one in any case. */
  sentencesIn(seconds: number): number {
    let left = seconds;
    const { sentences } = this.record.summary;
    const over = sentences.findIndex((index) => {
      const sentence = this.told(index);
      left -= sentence ? secondsOf(this.slice(sentence)) : 0;
      return left < 0;
    });
    return Math.max(1, over < 0 ? sentences.length : over);
  }

  /** Who is named in the same sentences as somebody, the most often first. */
  beside(key: string): EntityRecord[] {
    const sentences = this.record.sentences;
    const own = new Set(this.mentionsOf(key).map(({ start }) => at(sentences, start)));
    const counts = new Map<string, Set<number>>();
    for (const { start, kind, entity } of this.record.mentions) {
      const sentence = at(sentences, start);
      if (kind !== "person" || entity === key || !own.has(sentence)) continue;
      counts.set(entity, (counts.get(entity) ?? new Set()).add(sentence));
    }
    return [...counts].sort(([, a], [, b]) => b.size - a.size).flatMap(([other]) => this.entity(other) ?? []);
  }

  /** How often somebody is quoted. */
  quotesBy(key: string): number {
    return this.record.quotes.filter((q) => q.speaker?.entity === key).length;
  }
}

/** The last of some spans that begins at an offset or before it. */
function at(spans: readonly { start: number }[], offset: number): number {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle] as { start: number }).start <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/**
 * The record with offsets that count in `target` instead of `source`. Both hold the same letters in the same order, but for
 * white space (a page folds it) and repeats (a page leaves them out); nothing if they do not. What stood in a repeat is left out.
 */
export function reproject(record: ArticleRecord, source: string, target: string): ArticleRecord | undefined {
  const places = new Uint32Array(target.length);
  let count = 0;
  for (let i = 0; i < target.length; i++) if (!blank(target.charCodeAt(i))) places[count++] = i;
  const repeats = record.blocks.filter((block) => block.kind === "repeat");
  // before[i] = how many letters stand before offset i of the source
  const before = new Uint32Array(source.length + 1);
  let letters = 0;
  for (let i = 0; i < source.length; i++) {
    before[i] = letters;
    while (repeats[0] && repeats[0].end <= i) repeats.shift();
    if (blank(source.charCodeAt(i)) || (repeats[0] && repeats[0].start <= i)) continue;
    if (letters === count || source.charCodeAt(i) !== target.charCodeAt(places[letters] as number)) return undefined;
    letters++;
  }
  before[source.length] = letters;
  if (letters !== count) return undefined;

  const move = <T extends { start: number; end: number }>(span: T): T => {
    const [first, last] = [before[span.start] ?? 0, before[span.end] ?? 0];
    const start = first < count ? (places[first] as number) : target.length;
    return { ...span, start, end: last > first ? (places[last - 1] as number) + 1 : start };
  };
  return moved(record, move);
}

/** The record after an edit of the text: what stands beside the edit moves along, what the edit has touched must prove itself. */
export function carry(record: ArticleRecord, from: string, to: string): ArticleRecord {
  const most = Math.min(from.length, to.length);
  let head = 0;
  while (head < most && from.charCodeAt(head) === to.charCodeAt(head)) head++;
  let tail = 0;
  while (tail < most - head && from.charCodeAt(from.length - 1 - tail) === to.charCodeAt(to.length - 1 - tail)) tail++;
  const shift = to.length - from.length;
  // Each search goes through the whole text; a rewritten article is read again anyway.
  let searches = 400;
  return moved(record, (span) => {
    if (span.end <= head) return span;
    if (span.start >= from.length - tail) return { ...span, start: span.start + shift, end: span.end + shift };
    const found = searches-- > 0 ? anchor(to, quoteOf(from, span)) : undefined;
    return { ...span, ...(found ?? { start: 0, end: 0 }) };
  });
}

type Move = <T extends { start: number; end: number }>(span: T) => T;

/** The record with every stretch moved; what has no place any more is left out. */
function moved(record: ArticleRecord, move: Move): ArticleRecord {
  const seen = (span: { start: number; end: number }) => span.end > span.start;
  const all = record.dates.map(move);
  const dates = all.flatMap((date, index) => (seen(date) ? [index] : []));
  return {
    ...record,
    blocks: record.blocks.map(move).filter(seen),
    sentences: record.sentences.map((sentence) => {
      const { lead, ...whole } = move(sentence);
      return lead === undefined ? whole : { ...whole, lead: move({ start: lead, end: sentence.end }).start };
    }),
    mentions: record.mentions.map(move).filter(seen),
    references: record.references.map(move).filter(seen),
    dates: all.filter(seen),
    quotes: record.quotes
      .map((quote) => ({ ...move(quote), ...(quote.speaker ? { speaker: move(quote.speaker) } : {}) }))
      .filter(seen),
    summary: {
      ...record.summary,
      when: record.summary.when.map((index) => dates.indexOf(index)).filter((index) => index >= 0),
      phrases: (record.summary.phrases ?? []).map(move).filter(seen),
    },
  };
}

/** White space, and what a page may drop: the byte order mark, zero-width space, control characters. */
const blank = (code: number): boolean =>
  code <= 0x20 ||
  (code >= 0x7f && code <= 0xa0) ||
  code === 0x1680 ||
  (code >= 0x2000 && code <= 0x200b) ||
  code === 0x2028 ||
  code === 0x2029 ||
  code === 0x202f ||
  code === 0x205f ||
  code === 0x3000 ||
  code === 0xfeff;
