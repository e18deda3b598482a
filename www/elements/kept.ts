/**
 * Where corrections are kept: those of one article by the text they are about, so that the same article finds them again
 * wherever it comes from; those for all articles in one place. And as JSON, to carry them elsewhere.
 */
import type { ArticleRecord } from "../core/index";
import { type Correction, concerns, isCorrection } from "./corrections";

const PREFIX = "glosser:corrections:";
const ALL = `${PREFIX}all`;

const keyOf = (text: string): string => {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return `${PREFIX}${(hash >>> 0).toString(36)}${text.length.toString(36)}`;
};

function load(key: string): Correction[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? "[]");
    return Array.isArray(kept) ? kept.filter(isCorrection) : [];
  } catch {
    return [];
  }
}

/** Storage may be off or full; the corrections then last as long as the page, and the caller is told. */
function save(key: string, steps: readonly Correction[]): boolean {
  try {
    if (steps.length) localStorage.setItem(key, JSON.stringify(steps));
    else localStorage.removeItem(key);
    return true;
  } catch {
    return false;
  }
}

/** What holds for an article: of the corrections for all articles those that say something about it, then its own. */
export function loadCorrections(text: string, record: ArticleRecord): Correction[] {
  return [...load(ALL).filter((step) => concerns(record, step, text)), ...load(keyOf(text))];
}

/**
 * Keeps what holds now in place of what held `before`; false if it could not be kept. What another tab has kept since is
 * left where it is.
 */
export function saveCorrections(text: string, steps: readonly Correction[], before: readonly Correction[]): boolean {
  const put = (key: string, mine: (step: Correction) => boolean) => {
    const [now, was] = [steps, before].map((list) => list.filter(mine).map((step) => JSON.stringify(step)));
    if (!now || !was || now.join() === was.join()) return true;
    const others = load(key)
      .map((step) => JSON.stringify(step))
      .filter((step) => !was.includes(step) && !now.includes(step));
    return save(
      key,
      [...others, ...now].map((step) => JSON.parse(step) as Correction),
    );
  };
  const own = put(keyOf(text), (step) => !step.everywhere);
  return put(ALL, (step) => Boolean(step.everywhere)) && own;
}

/** Whether what lies under a key of the storage says something about the article of this text. */
export const isAbout = (text: string, key: string | null): boolean => key === ALL || key === keyOf(text);

/** Corrections as a file that says what it is. */
export const toJson = (corrections: readonly Correction[], published?: string | null): string =>
  `${JSON.stringify({ format: "glosser-corrections", version: 1, ...(published ? { published } : {}), corrections }, null, 2)}\n`;

/** The corrections in such a file; nothing if it is not one. */
export function fromJson(json: string): Correction[] | undefined {
  try {
    const { format, corrections } = JSON.parse(json) as { format?: unknown; corrections?: unknown };
    return format === "glosser-corrections" && Array.isArray(corrections)
      ? corrections.filter(isCorrection)
      : undefined;
  } catch {
    return undefined;
  }
}
