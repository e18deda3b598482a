/** Takes in what is brought; the part that knows the kinds of files comes when it is needed. */
import { words } from "../locales/index";
import type { Ways } from "./anywhere";
import type { Brought } from "./bring";
import { say } from "./head";
import { link } from "./library";
import { library } from "./parts";

export const ways: Ways = {
  text: (text, published) => void bring(({ fromText }) => ({ ...fromText(text), ...(published ? { published } : {}) })),
  file: (file) => void bring(({ fromFile }) => fromFile(file), file.name),
};

async function bring(take: (kinds: typeof import("./bring")) => Brought | Promise<Brought>, name = ""): Promise<void> {
  const kinds = await import("./bring");
  try {
    const brought = await take(kinds);
    if (!brought.text.trim()) say(words.state.empty);
    else location.hash = link(library.add(brought).id);
  } catch (cause) {
    say((cause instanceof kinds.NotText ? words.error.binary : words.error.file)(name));
  }
}
