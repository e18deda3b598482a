/** What callers say, looked at before anything is done: a misspelt option would do nothing and never say so. */
import type { ReadOptions } from "../../pkg/glosser.js";
import { GlosserError } from "./errors";
import type { WasmOptions } from "./module";

/** What a value has to be, and what a caller is told of one that is not. */
interface Rule {
  fits(value: unknown): boolean;
  hint: string;
}

/** The rule of each option there is. */
export type Rules<T> = { readonly [Name in keyof Required<T>]: Rule };

const isString = (value: unknown): value is string => typeof value === "string";

export const text: Rule = { fits: isString, hint: "Give a string." };
const day: Rule = { fits: isString, hint: "Give the day of publication as YYYY-MM-DD, or leave it out." };
const tag: Rule = {
  fits: (value) => isString(value) && /^[a-z]{2,3}([-_]\w+)*$/i.test(value),
  hint: "Give the tag of a language, as en or en-GB, or leave it out.",
};
export const count: Rule = {
  fits: (value) => Number.isInteger(value) && (value as number) > 0,
  hint: "Give a whole number, from 1.",
};
export const flag: Rule = { fits: (value) => typeof value === "boolean", hint: "Give true or false." };
export const callback: Rule = { fits: (value) => typeof value === "function", hint: "Give a function." };
export const signal: Rule = {
  fits: (value) => typeof (value as Partial<AbortSignal>).throwIfAborted === "function",
  hint: "Give the signal of an AbortController.",
};
/** Whether a value is an address, or may be what lies there. */
export const isSource = (value: unknown) => (isString(value) ? value !== "" : typeof value === "object");

/** What may be said about an article. The core knows what offsets may count. */
export const SAID: Rules<ReadOptions> = { published: day, title: text, lang: tag, offsets: text };
export const PLACES: Rule = {
  fits: isSource,
  hint: 'Give "large", or an address, a response or the bytes of a gazetteer.',
};
export const LOAD: Rules<WasmOptions> = {
  wasm: {
    fits: isSource,
    hint: "Give an address, a response, the bytes or the compiled module of glosser/core.wasm.",
  },
};

/** The options that were given; `null` is as good as left out. Throws for one that there is none of, or that cannot be. */
export function checked<T extends object>(given: T | null | undefined, rules: Rules<T>): Partial<T> {
  if (given === null || given === undefined) return {};
  const names = Object.keys(rules).join(", ");
  if (typeof given !== "object" || Symbol.iterator in given || given instanceof ArrayBuffer)
    throw bad(`the options are ${kindOf(given)}`, `Give an object with any of ${names}.`);
  const odd = Object.keys(given).find((name) => !Object.hasOwn(rules, name));
  if (odd !== undefined) throw bad(`there is no option ${odd}`, `There are ${names}.`);
  return picked(given, rules);
}

/** Those of an object's properties that are options. Throws for one that cannot be. */
export function picked<T extends object>(given: T, rules: Rules<T>): Partial<T> {
  const found: Partial<T> = {};
  for (const [name, { fits, hint }] of Object.entries<Rule>(rules)) {
    const value = given[name as keyof T];
    if (value === undefined || value === null) continue;
    if (!fits(value)) throw bad(`the option ${name} is ${kindOf(value)}`, hint);
    found[name as keyof T] = value;
  }
  return found;
}

/** Throws where a value is none of its kind. */
export function check(name: string, value: unknown, { fits, hint }: Rule): void {
  if (!fits(value)) throw bad(`the ${name} is ${kindOf(value)}`, hint);
}

/** Throws where there is no text. */
export function checkText(text: unknown): asserts text is string {
  if (typeof text === "string") return;
  const hint = "Hand over the article as a string, as { text } or as { html }; decode bytes first.";
  throw new GlosserError("bad-text", `there is no text in ${kindOf(text)}`, hint);
}

export const bad = (message: string, hint: string) => new GlosserError("bad-option", message, hint);

/** What a value is, in a word: itself if it is short. */
export function kindOf(value: unknown): string {
  if (typeof value === "string") return value.length > 40 ? "a long string" : JSON.stringify(value);
  if (typeof value === "function") return "a function";
  if (typeof value !== "object" || value === null) return String(value);
  return `an object (${value.constructor?.name ?? "of no class"})`;
}
