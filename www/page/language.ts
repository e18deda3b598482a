/** The language the page speaks: the one chosen here before, else the browser's. */
import { match, speak } from "../locales/index";

const LANGUAGE = "glosser:language";

/** Speaks as before, or as the browser asks. */
export function greet(): Promise<void> {
  return speak(match([kept() ?? "", ...navigator.languages]));
}

/** Speaks another language from now on. */
export function talk(language: string): void {
  try {
    localStorage.setItem(LANGUAGE, language);
  } catch {
    // It then holds as long as the page.
  }
  void speak(match([language]));
}

function kept(): string | null {
  try {
    return localStorage.getItem(LANGUAGE);
  } catch {
    return null;
  }
}
