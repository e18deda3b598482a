/** From what a reader of the page says about some words to the steps that make it so. */
import { everywhere, quoteOf, type Span } from "./anchor";
import { type Correction, type EntityKind, freeId, type Which } from "./corrections";
import type { Reading, Stop } from "./reading";

/** What the form for a correction holds. */
export interface Said {
  name: string;
  kind: EntityKind;
  /** Id of the one it is the same as; empty for none. */
  same: string;
  /** Which words are meant: all mentions, all that are written like these, or these. */
  which: "all" | "form" | "this";
  /** For all articles. */
  everywhere: boolean;
}

const plain = (words: string) => words.replace(/\s+/g, " ").trim();

/** The words of a stop, as they are pointed at: by how they are written, or by where they stand. */
function pointed(reading: Reading, span: Span, which: Said["which"]): Which {
  return which === "this"
    ? { quote: quoteOf(reading.text, span) }
    : { form: reading.text.slice(span.start, span.end).trim() };
}

/** Id of the one who is called by these words, or whose name has them as a word of its own; of several the first. */
export function namesake(reading: Reading, form: string): string | undefined {
  const called = ` ${plain(form).toLowerCase()} `;
  const names = (e: { name: string; aliases: readonly string[] }) => [e.name, ...e.aliases];
  const has = (name: string) => ` ${plain(name).toLowerCase()} `.includes(called);
  return reading.record.entities.find((e) => names(e).some(has) && reading.mentionsOf(e.id).length)?.id;
}

/** How many mentions each choice of `which` means. */
export function counts(reading: Reading, stop: Stop): Record<Said["which"], number> {
  const form = reading.text.slice(stop.start, stop.end);
  const alike = (s: Stop) => reading.text.slice(s.start, s.end) === form;
  const written =
    stop.list === "selection"
      ? everywhere(reading.text, form.trim()).length
      : stop.kind === "date"
        ? reading.record.dates.filter((d) => reading.text.slice(d.start, d.end) === form).length
        : reading.mentionsOf(stop.key).filter(alike).length;
  return { all: reading.mentionsOf(stop.key).length, form: written, this: 1 };
}

const widely = (steps: Correction[], said: Said): Correction[] =>
  said.everywhere && said.which !== "this" ? steps.map((step) => ({ ...step, everywhere: true }) as Correction) : steps;

/** The steps that make what is said of an entity's mentions true. */
export function change(reading: Reading, stop: Stop, said: Said): Correction[] {
  const entity = reading.entity(stop.key);
  if (!entity) return [];
  const steps: Correction[] = [];
  const { part, key } = parted(reading, stop, said);
  if (part) steps.push(part);
  if (said.same && said.same !== key) steps.push({ op: "merge", key, into: said.same });
  else {
    const name = plain(said.name);
    const called = part ? plain(reading.text.slice(stop.start, stop.end)) : entity.name;
    if (name && name !== called) steps.push({ op: "rename", key, name });
    if (said.kind !== entity.kind) steps.push({ op: "retype", key, kind: said.kind });
  }
  return widely(steps, said);
}

/** The steps that take mentions out. */
export function remove(reading: Reading, stop: Stop, said: Said): Correction[] {
  if (stop.kind === "date")
    return widely([{ op: "undate", which: pointed(reading, stop, said.which === "all" ? "this" : said.which) }], said);
  const { part, key } = parted(reading, stop, said);
  return widely([...(part ? [part] : []), { op: "ignore", key }], said);
}

/** If only some mentions are meant, the step that sets them apart, and the id they then go by. */
function parted(reading: Reading, stop: Stop, said: Said): { part?: Correction; key: string } {
  const entity = reading.entity(stop.key);
  const { all, form } = counts(reading, stop);
  const some = said.which === "this" ? 1 : said.which === "form" ? form : all;
  if (!entity || some >= all) return { key: stop.key };
  const to = freeId(reading.record, entity.kind, said.name || reading.slice(stop));
  return { part: { op: "split", key: stop.key, to, which: pointed(reading, stop, said.which) }, key: to };
}

/** The steps that make selected words a name. */
export function add(reading: Reading, span: Span, said: Said): Correction[] {
  const name = plain(said.name) || plain(reading.text.slice(span.start, span.end));
  const known =
    reading.entity(said.same) ?? reading.record.entities.find((e) => e.kind === said.kind && e.name === name);
  const which = pointed(reading, span, said.which === "all" ? "form" : said.which);
  const step: Correction = {
    op: "add",
    key: known?.id ?? freeId(reading.record, said.kind, name),
    kind: known?.kind ?? said.kind,
    name: known?.name ?? name,
    which,
  };
  return widely([step], said);
}
