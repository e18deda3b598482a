/** On a narrow page library and notes are sheets over the text: one at a time, the text stays in reach above. */
import type { GlosserPanel, Section } from "../elements/panel";

/** What is not seen is not laid out, and takes no focus: there is nowhere to go before the frame in which it is seen is drawn. */
const drawn = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));

type Sheet = "library" | "notes";

/** Where the page has no room for both sides. */
export const narrow = matchMedia("(max-width: 63.99rem)");

export function sheets(panel: GlosserPanel) {
  const root = document.documentElement;
  let section: Section | undefined;
  let opener: HTMLElement | undefined;

  const say = (sheet: Sheet | undefined): void => {
    if (sheet) root.dataset.sheet = sheet;
    else delete root.dataset.sheet;
    document.getElementById("open-library")?.setAttribute("aria-expanded", String(sheet === "library"));
    for (const tab of document.querySelectorAll<HTMLElement>("#tabs button"))
      tab.setAttribute("aria-expanded", String(sheet === "notes" && tab.dataset.section === section));
  };

  const close = (): void => {
    if (!root.dataset.sheet) return;
    section = undefined;
    say(undefined);
    opener?.focus({ preventScroll: true });
    opener = undefined;
  };

  const open = (sheet: Sheet, at?: Section): void => {
    if (!narrow.matches) return;
    opener ??= (document.activeElement as HTMLElement | null) ?? undefined;
    section = at;
    say(sheet);
    if (sheet === "library")
      void drawn().then(() => {
        const link = document.querySelector("#library [aria-current]") ?? document.querySelector("#library a");
        if (root.dataset.sheet === sheet) (link as HTMLElement | null)?.focus({ preventScroll: true });
      });
    if (at)
      void customElements
        .whenDefined("glosser-panel")
        .then(drawn)
        .then(() => panel.reveal(at));
  };

  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.defaultPrevented) close();
  });
  narrow.addEventListener("change", close);
  document.getElementById("main")?.addEventListener("click", () => root.dataset.sheet === "library" && close());

  return {
    open,
    /** Whether it is on the page: on a wide one it always is. */
    shows: (sheet: Sheet) => !narrow.matches || root.dataset.sheet === sheet,
    close,
    toggle: (sheet: Sheet, at?: Section) =>
      root.dataset.sheet === sheet && section === at ? close() : open(sheet, at),
  };
}
