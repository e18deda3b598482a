/** The gazetteer that the page reads with: the one at hand, and the larger one from when it is asked for. */
import type { Places } from "../elements/engine";
import { words } from "../locales/index";
import { library, page, reader } from "./parts";
import { keep, kept } from "./settings";

/** The larger one, if it was asked for before. */
export function recall(): void {
  if (kept("places") === "large") lookUpWith("large");
}

/** The larger one from now on. */
export function enlarge(): void {
  keep("places", "large");
  lookUpWith("large");
}

function lookUpWith(places: "large" | undefined): void {
  library.lookUpWith(places);
  reader.places = places;
}

/** How places are looked up now; where the larger gazetteer cannot be had, that is said, and it is offered again. */
export const gazetteer = (): Places => ({
  places: library.places,
  warn: () => {
    lookUpWith(undefined);
    page.notice = { text: words.error.places };
  },
});
