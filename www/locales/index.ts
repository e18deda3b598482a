/** The words in use. English is there at once; another language is loaded when it is asked for. One language a page. */
import { en, type Words } from "./en";

export type { Words } from "./en";

/** The languages there are, by their own names. */
export const LANGUAGES = {
  en: "English",
  ar: "العربية",
  de: "Deutsch",
  es: "Español",
  fr: "Français",
  it: "Italiano",
  pt: "Português",
  ru: "Русский",
  tr: "Türkçe",
  uk: "Українська",
} as const;
export type Language = keyof typeof LANGUAGES;

const others: Record<Exclude<Language, "en">, () => Promise<{ words: Words }>> = {
  ar: () => import("./ar"),
  de: () => import("./de"),
  es: () => import("./es"),
  fr: () => import("./fr"),
  it: () => import("./it"),
  pt: () => import("./pt"),
  ru: () => import("./ru"),
  tr: () => import("./tr"),
  uk: () => import("./uk"),
};

/** What is said now: always to be asked anew, never kept. */
export let words: Words = en;

const listeners = new Set<() => void>();

/** Tells when another language is spoken; gives back the way to hear no more of it. */
export function onSpeak(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The first of the wanted languages that there is; English if there is none. */
export function match(wanted: readonly string[]): Language {
  const known = wanted
    .map((tag) => tag.toLowerCase().split("-", 1)[0] as Language)
    .find((tag) => Object.hasOwn(LANGUAGES, tag));
  return known ?? "en";
}

let asked: Language = "en";

/** Speaks another language. If its words cannot be had, the one before is kept. */
export async function speak(language: Language): Promise<void> {
  asked = language;
  let loaded: Words;
  try {
    loaded = language === "en" ? en : (await others[language]()).words;
  } catch {
    return;
  }
  if (asked !== language || loaded === words) return;
  words = loaded;
  for (const listener of listeners) listener();
}
