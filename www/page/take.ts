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
  text: (text, published) => void bring(({ fromText }) => ({ ...fromText(text), ...(published ? { published } : {}) })),
  files: (files) => void takeAll(files),
};

/** Several files at once: the first is opened, the others are there. */
async function takeAll(files: readonly File[]): Promise<void> {
  let first: Source | undefined;
  for (const file of files) {
    const added = await bring(async ({ fromFile }) => (await whole(file)) ?? fromFile(file), file.name, !first);
    first ??= added;
  }
  if (files.length > 1) drawLibrary();
}

/** The articles of a library that was saved as a file. */
async function whole(file: File): Promise<Brought[] | undefined> {
  return /\.json$/i.test(file.name) ? (await import("./archive")).fromJson(await file.text()) : undefined;
}

type Kinds = typeof import("./bring");
type Taken = Brought | readonly Brought[];

async function bring(take: (kinds: Kinds) => Taken | Promise<Taken>, name = "", open = true) {
  const kinds = await import("./bring");
  try {
    const brought = [await take(kinds)].flat().filter(({ text }) => text.trim());
    const [first] = brought.map((article) => library.add(article));
    if (!first) say(words.state.empty);
    else if (open) location.hash = link(first.id);
    return first;
  } catch (cause) {
    say((cause instanceof kinds.NotText ? words.error.binary : words.error.file)(name));
    return undefined;
  }
}
