/** What the reader has chosen to see marked, and the record cut down to it. */
import type { ArticleRecord } from "../core/index";
import { KINDS, type Kind, type Reading } from "./reading";

export interface Choices {
  kinds: Record<Kind, boolean>;
  density: "all" | "repeated" | "chosen";
  vague: boolean;
  unsure: boolean;
}

/** Below this a name is a guess: hidden unless asked for. */
const GUESS = 0.5;

const KEY = "glosser:marks";

export const defaults = (): Choices => ({
  kinds: { person: true, place: true, date: true, organization: true },
  density: "all",
  vague: false,
  unsure: true,
});

export const choose = (choices: Choices, change: Partial<Choices>): Choices => ({ ...choices, ...change });

export function load(): Choices {
  const choices = defaults();
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? "{}") as Partial<Choices>;
    for (const kind of KINDS) if (kept.kinds?.[kind] === false) choices.kinds[kind] = false;
    if (kept.density === "repeated") choices.density = kept.density;
    if (kept.vague === true) choices.vague = true;
    if (kept.unsure === false) choices.unsure = false;
  } catch {
    // No storage, or somebody else's value in it: the defaults hold.
  }
  return choices;
}

export function save(choices: Choices): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(choices));
  } catch {
    // Storage may be off or full; the choice then lasts as long as the page.
  }
}

/** The record with only what is to be marked; `kept` leads from its indexes to those of the whole. */
export function shown(reading: Reading, choices: Choices, held: string | undefined) {
  const { record } = reading;
  const wanted = (key: string) =>
    choices.density === "all" || (choices.density === "chosen" ? key === held : reading.mentionsOf(key).length > 1);
  const mentions = record.mentions.flatMap((m, i) =>
    wanted(m.entity) && (choices.unsure || m.confidence >= GUESS) ? [i] : [],
  );
  const dates = record.dates.flatMap((d, i) => (wanted(reading.dateKey(i)) && (choices.vague || !d.vague) ? [i] : []));
  const cut: ArticleRecord = {
    ...record,
    mentions: mentions.map((i) => record.mentions[i] as ArticleRecord["mentions"][number]),
    dates: dates.map((i) => record.dates[i] as ArticleRecord["dates"][number]),
  };
  return { record: cut, kept: { mentions, dates } };
}
