/** What callers say, looked at before anything is done: a misspelt option would do nothing and never say so. */
import { GlosserError } from "./errors";

const bad = (message: string, hint: string) => new GlosserError("bad-option", message, hint);

/** Throws where there are options of other names than these. */
export function checkNames(options: object, names: readonly string[]): void {
  const odd = Object.keys(options).find((name) => !names.includes(name));
  if (odd !== undefined) throw bad(`there is no option ${odd}`, `There are ${names.join(", ")}.`);
}

/** Throws where one of these options is given and no string. */
export function checkStrings(options: object, names: readonly string[]): void {
  for (const name of names) {
    const value = (options as Record<string, unknown>)[name];
    if (value === undefined || value === null || typeof value === "string") continue;
    const hint =
      name === "published" ? "Give the day of publication as YYYY-MM-DD, or leave it out." : "Give a string.";
    throw bad(`the option ${name} is ${kindOf(value)}`, hint);
  }
}

/** Throws where a number of workers is none. */
export function checkWorkers(workers: unknown): void {
  if (workers === undefined || (Number.isInteger(workers) && (workers as number) > 0)) return;
  throw bad(`the option workers is ${String(workers)}`, "Give how many workers there may be at most, from 1.");
}

/** Throws where there is no text. */
export function checkText(text: unknown): asserts text is string {
  if (typeof text === "string") return;
  const hint = "Hand over the article as a string, as { text } or as { html }; decode bytes first.";
  throw new GlosserError("bad-text", `there is no text in ${kindOf(text)}`, hint);
}

/** What a value is, in a word. */
function kindOf(value: unknown): string {
  if (typeof value !== "object" || value === null) return value == null ? String(value) : `a ${typeof value}`;
  return `an object (${value.constructor?.name ?? "of no class"})`;
}
