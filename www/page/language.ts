/** The language the page speaks: the one chosen here before, else the browser's. */
import { match, speak } from "../locales/index";
import { keep, kept } from "./settings";

/** Speaks as before, or as the browser asks. */
export function greet(): Promise<void> {
  return speak(match([kept("language") ?? "", ...navigator.languages]));
}

/** Speaks another language from now on. */
export function talk(language: string): void {
  keep("language", language);
  void speak(match([language]));
}
