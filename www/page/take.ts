/** Takes in what is brought; the part that knows the kinds of files comes when it is needed. */
import { words } from "../locales/index";
import type { Ways } from "./anywhere";
import type { Brought } from "./bring";
import type { Source } from "./corpus";
import { say } from "./head";
import { link } from "./library";
import { library } from "./parts";
import { drawLibrary } from "./shelf";

export const ways: Ways = {
  text: (text, published) => void takeText(text, published),
  files: (files) => void takeAll(files),
};

type Kinds = typeof import("./bring");

async function takeText(text: string, published?: string): Promise<void> {
  const { fromText } = await import("./bring");
  const first = add([{ ...fromText(text), ...(published ? { published } : {}) }]);
  if (first) location.hash = link(first.id);
  else say(words.state.empty);
}

/** Several files at once: the first is opened, the others are there, and it is said which could not be had. */
async function takeAll(files: readonly File[]): Promise<void> {
  const kinds = await import("./bring");
  const [broken, textless]: [string[], string[]] = [[], []];
  let first: Source | undefined;
  for (const file of files) {
    try {
      const added = add(await articlesIn(file, kinds));
      if (!added) textless.push(file.name);
      first ??= added;
    } catch (cause) {
      (cause instanceof kinds.NotText ? textless : broken).push(file.name);
    }
  }
  const { file, binary } = words.error;
  const told = [
    ...(broken.length ? [file(broken.join(", "))] : []),
    ...(textless.length ? [binary(textless.join(", "))] : []),
  ].join(" ");
  if (first) {
    // What is said of an article goes when the next one is opened.
    if (told) addEventListener("hashchange", () => say(told), { once: true });
    location.hash = link(first.id);
    drawLibrary();
  } else say(told);
}

/** What a file holds: an article, or those of a library that was saved. */
async function articlesIn(file: File, { fromFile, NotText }: Kinds): Promise<readonly Brought[]> {
  if (!/\.json$/i.test(file.name)) return [await fromFile(file)];
  const whole = (await import("./archive")).fromJson(await file.text());
  if (!whole) throw new NotText(file.name);
  return whole;
}

/** Puts articles on the shelf; the first of them, if any holds text. */
function add(brought: readonly Brought[]): Source | undefined {
  const [first] = brought.filter(({ text }) => text.trim()).map((article) => library.add(article));
  return first;
}
